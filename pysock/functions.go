package pysock

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

const minus = starsyntax.MINUS

type function = func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

// functions are what lowered code calls as @name(...).
func (r *Runtime) functions() map[string]function {
	if r.funcs == nil {
		r.funcs = map[string]function{
			"print":           builtins.PrintStatement,
			"setitem":         setitem,
			"fail":            fail,
			"import":          r.importModule,
			"importfrom":      r.importFrom,
			"importstar":      r.importStar,
			"exec":            r.execStatement,
			"raise":           raise,
			"raise3":          raise3,
			"__build_class__": r.classStatement,
			object.CompCaller: runComp,
			"makegenerator":   maker(object.NewGenerator),
			"makecoroutine":   maker(object.NewCoroutine),
			"makeasyncgen":    maker(object.NewAsyncGenerator),
			"result":          r.result,
			"display":         r.display,
		}
	}
	return r.funcs
}

// operator returns an operator that runs parts of a function, nil if op isn't
// one. The others are package builtins'.
func (r *Runtime) operator(op string, arg starlark.Value) *object.Operator {
	o := &object.Operator{Name: op}
	switch op {
	case "try":
		parts, _ := starlark.AsInt32(arg)
		o.One = r.try(parts)
	case "forget":
		o.Two = r.forget
	case "with":
		o.Two = r.with
	case "asyncwith":
		o.Two = r.asyncWith
	case "stargroup":
		o.One = r.starGroup
	case "startake":
		o.Two = r.starTake
	case "starrun":
		o.Two = r.starRun
	case "starend":
		o.One = r.starEnd
	case "await":
		o.One = func(v starlark.Value) (starlark.Value, error) { return r.rt.Current().Await(v, object.CantAwait) }
	case "yield":
		o.One = func(v starlark.Value) (starlark.Value, error) { return r.rt.Current().Yield(v) }
	case "yieldfrom":
		o.One = func(v starlark.Value) (starlark.Value, error) { return r.rt.Current().YieldFrom(v) }
	default:
		return nil
	}
	if two := o.Two; two != nil && arg != nil {
		o.One, o.Two = func(x starlark.Value) (starlark.Value, error) { return two(x, arg) }, nil
	}
	return o
}

// setitem is @setitem(v, x, k): x[k] = v.
func setitem(t *object.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	if x, ok := args[1].(starlark.HasSetKey); ok {
		return starlark.None, x.SetKey(args[2], args[0])
	}
	return nil, object.NoItemAssignment(t.RT, args[1], args[2])
}

// fail is what a failed assert statement does.
func fail(t *object.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	return nil, object.AssertionError.New(args...)
}

// result receives the value of an expression that was compiled in eval mode.
func (r *Runtime) result(t *object.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	r.value = args[0]
	return starlark.None, nil
}

// display hands the value of an expression statement of an interactive session
// to sys.displayhook.
func (r *Runtime) display(t *object.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	hook := r.rt.Sys.Get("displayhook")
	if hook == nil {
		return nil, object.RuntimeError.Errorf("lost sys.displayhook")
	}
	return t.Call(hook, args[0])
}

// displayhook is sys.displayhook(object): it prints the repr of what isn't None,
// and binds it to the name _ among the built-ins.
func (r *Runtime) displayhook(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "sys", "displayhook", args, kwargs, &v); err != nil || v == starlark.None {
		return v, err
	}
	r.rt.Builtins.Set("_", starlark.None)
	if _, err := builtins.Print(t, starlark.Tuple{r.rt.Str(r.rt.Repr(v))}, nil); err != nil {
		return nil, err
	}
	r.rt.Builtins.Set("_", v)
	return starlark.None, t.Failed()
}

// runComp is @comp(f, iterable): it runs f, which is a comprehension.
func runComp(t *object.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	return t.Call(args[0], args[1])
}
