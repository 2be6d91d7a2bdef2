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

// runStarStatement runs a statement of a .star session.
func (r *Runtime) runStarStatement(src string) error {
	predeclared := r.starPredeclared()
	globals := maps.Clone(predeclared)
	for _, kv := range r.mainMod.Dict.Items() {
		if name, ok := object.AsText(kv[0]); ok {
			globals[name] = kv[1]
		}
	}
	last := globals["_"] == nil // _ is the last value shown
	if last {
		if v := r.rt.Builtins.Get("_"); v != nil {
			globals["_"] = v
		}
	}
	f, err := starSessionOptions().Parse(sessionPath, src, 0)
	if err != nil {
		return r.starError(sessionPath, []byte(src), err)
	}
	r.sources[sessionPath] = source{src: []byte(src)}
	r.thread.Star.Load = r.starLoad
	x := soleExpr(f)
	if x == nil {
		err = starlark.ExecREPLChunk(f, r.thread.Star, globals)
		for name, v := range globals {
			if name == "_" && last || predeclared[name] == v {
				delete(globals, name)
			}
		}
		r.keepGlobals(globals)
	} else {
		var v starlark.Value
		if v, err = starlark.EvalExprOptions(f.Options, r.thread.Star, x, globals); err == nil {
			_, err = r.display(r.thread, starlark.Tuple{v}, nil)
		}
	}
	var unresolved resolve.ErrorList
	if errors.As(err, &unresolved) {
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
