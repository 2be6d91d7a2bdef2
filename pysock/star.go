package pysock

import (
	"errors"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/lib"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/resolve"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// .star files have Starlark's own parser and meaning, with the statements that
// Python allows everywhere: while, recursion, control flow at top level. Every
// module is predeclared by its name, and load("socket", "socket") imports it.

var starOptions = &starsyntax.FileOptions{Set: true, While: true, TopLevelControl: true, GlobalReassign: true, Recursion: true}

// starPredeclared are the names that a .star file finds besides Starlark's own.
func (r *Runtime) starPredeclared() starlark.StringDict {
	env := starlark.StringDict{
		"__name__": starlark.String("__main__"),
		"exit":     r.rt.Sys.Get("exit"),
	}
	for _, name := range []string{"raw_input", "input"} {
		env[name] = &object.Func{FuncName: name, Function: builtins.Input}
	}
	env["print"] = &object.Func{FuncName: "print", Function: builtins.Print}
	for _, name := range lib.Names(syntax.Starlark) {
		env[name] = &lazyModule{r: r, name: name}
	}
	return env
}

// A lazyModule is a predeclared module that is made when it is first used.
type lazyModule struct {
	r    *Runtime
	name string
}

var _ starlark.HasAttrs = (*lazyModule)(nil)

func (l *lazyModule) module() *object.Module {
	m, _ := l.r.rt.Modules.GetString(l.name).(*object.Module)
	if m == nil {
		m = lib.Lookup(syntax.Starlark, l.name)(l.r.rt)
		l.r.rt.Modules.SetString(l.name, m)
	}
	return m
}

// String returns the module's repr.
func (l *lazyModule) String() string { return l.module().String() }

// Type returns "module".
func (l *lazyModule) Type() string { return "module" }

// Freeze does nothing.
func (l *lazyModule) Freeze() {}

// Truth returns true.
func (l *lazyModule) Truth() starlark.Bool { return true }

// Hash returns the module's.
func (l *lazyModule) Hash() (uint32, error) { return l.module().Hash() }

// Attr looks a name up in the module.
func (l *lazyModule) Attr(name string) (starlark.Value, error) { return l.module().Attr(name) }

// AttrNames lists the names in the module.
func (l *lazyModule) AttrNames() []string { return l.module().AttrNames() }

// compileStar compiles a .star file.
func (r *Runtime) compileStar(path string, src []byte, env starlark.StringDict) (*starlark.Program, error) {
	_, prog, err := starlark.SourceProgramOptions(starOptions, path, src, env.Has)
	if err != nil {
		return nil, r.starError(path, src, err)
	}
	return prog, nil
}

// starError turns an error of Starlark's parser or resolver into a SyntaxError.
func (r *Runtime) starError(path string, src []byte, err error) error {
	r.sources[path] = source{src: src, dialect: syntax.Starlark}
	pos, msg := starsyntax.Position{}, err.Error()
	var parse starsyntax.Error
	var list resolve.ErrorList
	switch {
	case errors.As(err, &parse):
		pos, msg = parse.Pos, parse.Msg
	case errors.As(err, &list) && len(list) > 0:
		pos, msg = list[0].Pos, list[0].Msg
	}
	at := syntax.Pos{Line: pos.Line, Col: pos.Col}
	return r.syntaxError(&syntax.Error{
		Path: path, Span: syntax.Span{Start: at, End: at}, Msg: msg, Line: r.line(path, int(pos.Line)),
	})
}

// runStar runs a .star file as the main script.
func (r *Runtime) runStar(path string, src []byte) error {
	r.start(syntax.Starlark, scriptDir(path))
	r.rt.Acquire(r.thread)
	defer r.rt.Release()
	env := r.starPredeclared()
	prog, err := r.compileStar(path, src, env)
	if err != nil {
		return err
	}
	r.sources[path] = source{src: src, dialect: syntax.Starlark}
	r.thread.Star.Load = r.starLoad
	globals, err := prog.Init(r.thread.Star, env)
	if r.inspect {
		r.keepGlobals(globals)
	}
	return err
}

// starLoad is load(name, ...): it imports a module.
func (r *Runtime) starLoad(_ *starlark.Thread, name string) (starlark.StringDict, error) {
	m, _, err := r.importAbsolute(r.thread, name)
	if err != nil {
		return nil, err
	}
	env := starlark.StringDict{}
	if mod, ok := m.(*object.Module); ok {
		for _, n := range mod.AttrNames() {
			env[n] = mod.Get(n)
		}
	}
	env[name] = m
	return env, nil
}

// checkStar compiles a .star file without running it.
func (r *Runtime) checkStar(path string, src []byte) error {
	r.start(syntax.Starlark, "")
	_, err := r.compileStar(path, src, r.starPredeclared())
	return err
}
