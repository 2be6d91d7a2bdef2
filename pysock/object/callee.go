package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// What a call knows of what it calls, for the words of its errors.

// CalleeName is what errors about *x and **x call the function that is called:
// "f()", "__main__.f()" in Python 3, "C instance" in Python 2.
func (rt *Runtime) CalleeName(f starlark.Value) string {
	if rt.Dialect == syntax.Python2 {
		return callee2(f)
	}
	if name, ok := rt.qualifiedName(f); ok {
		return name + "()"
	}
	return Str(rt.Dialect, f)
}

// qualifiedName is __qualname__, with that of the module before it if it isn't built in.
func (rt *Runtime) qualifiedName(f starlark.Value) (string, bool) {
	q, err := rt.Attr(f, "__qualname__")
	if err != nil {
		return "", false
	}
	name := Str(rt.Dialect, q)
	if m, err := rt.Attr(f, "__module__"); err == nil && m != starlark.None {
		if module := Str(rt.Dialect, m); module != "builtins" {
			name = module + "." + name
		}
	}
	return name, true
}

func callee2(f starlark.Value) string {
	switch f := f.(type) {
	case *starlark.Function:
		return FunctionName(f) + "()"
	case *BoundMethod:
		if f, ok := f.Func.(*starlark.Function); ok {
			return FunctionName(f) + "()"
		}
	case *Func:
		if f.Type() == "builtin_function_or_method" {
			return f.FuncName + "()"
		}
	case *Class:
		if f.OldStyle {
			return f.ClassName + " constructor"
		}
	case *Instance:
		if f.class.OldStyle {
			return f.class.ClassName + " instance"
		}
	}
	return TypeName(f) + " object"
}

// MethodCallee is x.name, where f is what @method:name made of x.
func MethodCallee(rt *Runtime, f, x starlark.Value) starlark.Value {
	switch f := f.(type) {
	case *builtinCall:
		if m, err := rt.Attr(x, f.name); err == nil {
			return m
		}
	case *selfless:
		return f.f
	}
	return f
}

// KeywordTaker is what looks at the keywords first when f is called, and the
// positional arguments that it is given: __init__ of a class, the function of a
// method.
func KeywordTaker(t *Thread, f starlark.Value, args starlark.Tuple) (starlark.Value, starlark.Tuple) {
	var next starlark.Value
	switch f := f.(type) {
	case *BoundMethod:
		if f.Self != nil {
			return KeywordTaker(t, f.Func, append(starlark.Tuple{f.Self}, args...))
		}
		if f.check(t, args) == nil {
			return KeywordTaker(t, f.Func, args)
		}
	case *Instance:
		next = f.Special("__call__")
	case *Class:
		if f.Meta != nil {
			if next = f.Meta.special("__call__"); next != nil {
				return KeywordTaker(t, next, append(starlark.Tuple{f}, args...))
			}
		}
		for _, name := range []string{"__new__", "__init__"} {
			m := f.special(name)
			if s, ok := m.(*StaticMethod); ok {
				m = s.F
			}
			if _, ok := m.(*starlark.Function); ok {
				return m, append(starlark.Tuple{f}, args...)
			}
		}
	}
	if next == nil {
		return f, args
	}
	return KeywordTaker(t, next, args)
}

// A keywordNote remembers the keywords of a call with * or ** that failed, which
// the source doesn't tell.
type keywordNote struct {
	frame *starlark.CallFrame
	names []string
}

// NoteKeywords notes the keywords of a call that ended in err, if that says that
// the function can't take its arguments.
func (t *Thread) NoteKeywords(err error, kwargs []starlark.Tuple) {
	e, ok := err.(*starlark.EvalError)
	if !ok || !notEntered(e.Msg) {
		return
	}
	for i := t.Star.CallStackDepth(); i < len(e.CallStack)-1; i++ {
		if e.CallStack[i].Pos.Line != 0 { // what is written in Go hands its keywords on
			return
		}
	}
	names := make([]string, len(kwargs))
	for i, kv := range kwargs {
		names[i], _ = AsText(kv[0])
	}
	t.note = keywordNote{&e.CallStack[0], names}
}

// NotedKeywords are those of the call that a stack is of.
func (t *Thread) NotedKeywords(stack starlark.CallStack) (names []string, ok bool) {
	if len(stack) == 0 || &stack[0] != t.note.frame {
		return nil, false
	}
	return t.note.names, true
}
