package pysock

import (
	"errors"
	"maps"

	"example.com/pysock/pysock/object"
	"go.starlark.net/resolve"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// .star sessions. Starlark keeps the globals of what is typed in a dict of its
// own; here they go into the namespace of __main__ after each statement, so that
// the session can go on in another dialect.

// starSessionOptions also bind the names that load() brings.
func starSessionOptions() *starsyntax.FileOptions {
	opts := *starOptions
	opts.LoadBindsGlobally = true
	return &opts
}

// starNames are the names that a statement of a .star session finds, and those of
// them that it may not keep.
func (r *Runtime) starNames() (globals, predeclared starlark.StringDict) {
	predeclared = r.starPredeclared()
	if v := r.rt.Builtins.Get("_"); v != nil {
		predeclared["_"] = v
	}
	globals = maps.Clone(predeclared)
	for _, kv := range r.mainMod.Dict.Items() {
		if name, ok := object.AsText(kv[0]); ok {
			globals[name] = kv[1]
			delete(predeclared, name)
		}
	}
	return globals, predeclared
}

// runStarStatement runs a statement of a .star session.
func (r *Runtime) runStarStatement(src string) error {
	f, err := starSessionOptions().Parse(sessionPath, src, 0)
	if err != nil {
		return r.starError(sessionPath, []byte(src), err)
	}
	if soleExpr(f) != nil {
		v, err := r.starValue(src)
		if err == nil {
			_, err = r.display(r.thread, starlark.Tuple{v}, nil)
		}
		return err
	}
	r.sources[sessionPath] = source{src: []byte(src)}
	r.thread.Star.Load = r.starLoad
	globals, predeclared := r.starNames()
	assigned := make(map[string]bool)
	before := maps.Clone(globals)
	err = starlark.ExecREPLChunk(f, r.thread.Star, globals)
	for name := range globals {
		assigned[name] = predeclared[name] == nil || !same(before[name], globals[name])
	}
	maps.DeleteFunc(globals, func(name string, _ starlark.Value) bool { return !assigned[name] })
	r.keepGlobals(globals)
	return r.unresolved(src, err)
}

// same reports whether two values are one, as far as that can be told.
func same(x, y starlark.Value) bool {
	_, tuple := x.(starlark.Tuple)
	return !tuple && x == y
}

// starValue returns the value of an expression of a .star session.
func (r *Runtime) starValue(src string) (starlark.Value, error) {
	x, err := starSessionOptions().ParseExpr(sessionPath, src, 0)
	if err != nil {
		return nil, r.starError(sessionPath, []byte(src), err)
	}
	r.sources[sessionPath] = source{src: []byte(src)}
	globals, _ := r.starNames()
	v, err := starlark.EvalExprOptions(starSessionOptions(), r.thread.Star, x, globals)
	return v, r.unresolved(src, err)
}

// unresolved turns an error of Starlark's resolver into an exception.
func (r *Runtime) unresolved(src string, err error) error {
	var list resolve.ErrorList
	if errors.As(err, &list) {
		return r.starError(sessionPath, []byte(src), err)
	}
	return err
}

// keepGlobals puts the globals of Starlark code into the namespace of __main__.
func (r *Runtime) keepGlobals(globals starlark.StringDict) {
	for name, v := range globals {
		r.mainMod.Set(name, v)
	}
}

// soleExpr is the expression that a file consists of, or nil.
func soleExpr(f *starsyntax.File) starsyntax.Expr {
	if len(f.Stmts) == 1 {
		if st, ok := f.Stmts[0].(*starsyntax.ExprStmt); ok {
			return st.X
		}
	}
	return nil
}
