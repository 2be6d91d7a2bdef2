package pyoperator

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// unaries are the functions of one operand.
func unaries(rt *object.Runtime) map[string]unary {
	token := func(tok starsyntax.Token) unary {
		return func(t *object.Thread, x starlark.Value) (starlark.Value, error) { return starlark.Unary(tok, x) }
	}
	fns := map[string]unary{
		"neg": token(starsyntax.MINUS), "pos": token(starsyntax.PLUS),
		"inv": token(starsyntax.TILDE), "invert": token(starsyntax.TILDE),
		"not_": func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
			is, err := builtins.IsTrue(t, x)
			return object.Truthy(!is), err
		},
		"truth": func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
			is, err := builtins.IsTrue(t, x)
			return object.Truthy(is), err
		},
		"index": func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
			if _, isInt := object.AsInt(x); isInt && t.RT.Dialect == syntax.Python2 {
				return x, nil // as it is: True, an instance of a class that derives from int
			}
			if m := object.SpecialMethod(x, "__index__"); m != nil && t.RT.Dialect == syntax.Python2 {
				r, err := t.Call(m)
				if _, isInt := object.AsInt(r); err == nil && !isInt {
					err = object.TypeError.Errorf("__index__ returned non-(int,long) (type %s)", object.TypeName(r))
				}
				return r, err // as it is, too
			}
			n, err := builtins.Index(t, x)
			return n, err
		},
		"abs": func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
			return t.Call(rt.Builtins.Get("abs"), x)
		},
	}
	return fns
}

// functions are the others.
func functions(py2 bool) map[string]function {
	fns := map[string]function{
		"contains": two(py2, "contains", contains),
		"delitem": two(py2, "delitem", func(t *object.Thread, x, k starlark.Value) (starlark.Value, error) {
			return starlark.None, object.DelItem(t.RT, x, k)
		}),
		"setitem": func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if err := exactly(py2, "setitem", 3, args, kwargs); err != nil {
				return nil, err
			}
			x, ok := args[0].(starlark.HasSetKey)
			if !ok {
				return nil, object.TypeError.Errorf("'%s' object does not support item assignment", object.TypeName(args[0]))
			}
			return starlark.None, x.SetKey(args[1], args[2])
		},
		"countOf": two(py2, "countOf", countOf),
		"indexOf": two(py2, "indexOf", indexOf),
		"concat":  two(py2, "concat", concat("add")),
		"iconcat": two(py2, "iconcat", concat("iadd")),
	}
	if py2 {
		fns["sequenceIncludes"] = two(py2, "sequenceIncludes", contains)
		fns["repeat"], fns["irepeat"] = repeat("repeat", "mul"), repeat("irepeat", "imul")
		fns["getslice"], fns["setslice"], fns["delslice"] = getslice, setslice, delslice
		for name, has := range kindTests {
			fns[name] = one(name, func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
				return object.Truthy(has(x)), nil
			})
		}
		return fns
	}
	fns["length_hint"] = lengthHint
	fns["call"] = func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(args) == 0 {
			return nil, object.TypeError.Errorf("call expected at least 1 argument, got 0")
		}
		return starlark.Call(t.Star, args[0], args[1:], kwargs)
	}
	return fns
}

func two(py2 bool, name string, f func(t *object.Thread, x, y starlark.Value) (starlark.Value, error)) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := exactly(py2, name, 2, args, kwargs); err != nil {
			return nil, err
		}
		return f(t, args[0], args[1])
	}
}

func notIterable(v starlark.Value) error {
	return object.TypeError.Errorf("argument of type '%s' is not iterable", object.TypeName(v))
}

// walk iterates over a; what __iter__ raises shows as if there were none, but
// for what isn't a TypeError in Python 3.
func walk(t *object.Thread, a starlark.Value) (func(t *object.Thread) (starlark.Value, error), error) {
	if !builtins.IsIterable(a) {
		return nil, notIterable(a)
	}
	next, err := builtins.Pull(t, a)
	if d := t.RT.Dialect; err != nil && (d == syntax.Python2 || object.Is(err, object.TypeError, d)) {
		err = notIterable(a)
	}
	return next, err
}

// countOf is countOf(a, b): how often b is in a.
func countOf(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	next, err := walk(t, x)
	if err != nil {
		return nil, err
	}
	for n := 0; ; {
		e, err := next(t)
		if err != nil {
			return nil, err
		}
		if e == nil {
			return starlark.MakeInt(n), nil
		}
		same, err := builtins.Same(t, e, y)
		if err != nil {
			return nil, err
		}
		if same {
			n++
		}
	}
}

// indexOf is indexOf(a, b): the first position of b in a; it raises ValueError.
func indexOf(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	next, err := walk(t, x)
	if err != nil {
		return nil, err
	}
	for i := 0; ; i++ {
		e, err := next(t)
		if err != nil {
			return nil, err
		}
		if e == nil {
			return nil, object.ValueError.Errorf("sequence.index(x): x not in sequence")
		}
		same, err := builtins.Same(t, e, y)
		if err != nil {
			return nil, err
		}
		if same {
			return starlark.MakeInt(i), nil
		}
	}
}

// concat is concat(a, b), and iconcat: a + b of sequences.
func concat(op string) func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	return func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
		concatenates := false
		switch b := object.Unwrap(x).(type) {
		case starlark.String, *object.Text, starlark.Bytes, starlark.Tuple, *object.List:
			concatenates = true
		default:
			concatenates = b.Type() == "bytearray" || builtins.IsSequence(x) && builtins.IsSequence(y) &&
				(object.SpecialMethod(x, "__add__") != nil || op == "iadd" && object.SpecialMethod(x, "__iadd__") != nil)
		}
		if !concatenates {
			return nil, object.TypeError.Errorf("'%s' object can't be concatenated", object.TypeName(x))
		}
		return builtins.Binary(t.RT, op)(x, y)
	}
}

// contains is contains(a, b): b in a.
func contains(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	in, err := object.Contains(t.RT.Dialect, x, y)
	return object.Truthy(in), err
}

// repeat is Python 2's repeat(a, n), and irepeat: a * n of a sequence.
func repeat(name, op string) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var x starlark.Value
		var n int
		if err := object.Positional(t, "op_"+name, args, kwargs, 2, &x, &n); err != nil {
			return nil, err
		}
		if !builtins.IsSequence(x) {
			return nil, object.TypeError.Errorf("'%s' object can't be repeated", object.TypeName(x))
		}
		return builtins.Binary(t.RT, op)(x, starlark.MakeInt(n))
	}
}

// kindTests are Python 2's guesses at what a value is.
var kindTests = map[string]func(v starlark.Value) bool{
	"isCallable":     builtins.IsCallable,
	"isNumberType":   func(v starlark.Value) bool { return builtins.IsNumber(syntax.Python2, v) },
	"isSequenceType": builtins.IsSequence,
	"isMappingType":  func(v starlark.Value) bool { return builtins.IsMapping(syntax.Python2, v) },
}

// sliced takes (sequence, i, j) and what follows.
func sliced(t *object.Thread, name string, n int, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, *object.Slice, error) {
	var x, values starlark.Value
	var i, j int64
	dst := []any{&x, &i, &j, &values}
	if err := object.Positional(t, name, args, kwargs, n, dst[:n]...); err != nil {
		return nil, nil, err
	}
	return x, &object.Slice{Start: starlark.MakeInt64(i), Stop: starlark.MakeInt64(j), Step: starlark.None}, nil
}

// getslice is Python 2's getslice(a, i, j).
func getslice(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	x, s, err := sliced(t, "getslice", 3, args, kwargs)
	if err != nil {
		return nil, err
	}
	if !builtins.IsSequence(x) && !kindTests["isMappingType"](x) {
		return nil, object.TypeError.Errorf("'%s' object is unsliceable", object.TypeName(x))
	}
	return builtins.GetItem(t.RT, x, s)
}

// setslice is Python 2's setslice(a, i, j, values).
func setslice(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	x, s, err := sliced(t, "setslice", 4, args, kwargs)
	if err != nil {
		return nil, err
	}
	if l, ok := x.(starlark.HasSetKey); ok {
		return starlark.None, l.SetKey(s, args[3])
	}
	return nil, object.TypeError.Errorf("'%s' object doesn't support slice assignment", object.TypeName(x))
}

// delslice is Python 2's delslice(a, i, j).
func delslice(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	x, s, err := sliced(t, "delslice", 3, args, kwargs)
	if err != nil {
		return nil, err
	}
	if _, ok := x.(object.ItemDeleter); !ok {
		return nil, object.TypeError.Errorf("'%s' object doesn't support slice deletion", object.TypeName(x))
	}
	return starlark.None, object.DelItem(t.RT, x, s)
}

// lengthHint is length_hint(obj, default=0): the length, or what
// __length_hint__ guesses.
func lengthHint(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	def := starlark.Value(starlark.MakeInt(0))
	var v starlark.Value
	if len(kwargs) > 0 {
		return nil, object.TypeError.Errorf("_operator.length_hint() takes no keyword arguments")
	}
	if err := builtins.Tupled("length_hint", args, 1, 2); err != nil {
		return nil, err
	}
	v = args[0]
	if len(args) == 2 {
		def = args[1]
	}
	if _, ok := object.AsInt(def); !ok {
		return nil, object.TypeError.Errorf("'%s' object cannot be interpreted as an integer", object.TypeName(def))
	}
	if n, err := builtins.Len(t, v); err == nil {
		return starlark.MakeInt(n), nil
	} else if !t.Is(err, object.TypeError) {
		return nil, err
	}
	m, err := t.RT.Attr(t.RT.ClassOf(v), "__length_hint__")
	if err != nil {
		return def, nil
	}
	n, err := t.Call(m, v)
	switch {
	case err != nil && t.Is(err, object.TypeError) || n == object.NotImplemented:
		return def, nil
	case err != nil:
		return nil, err
	}
	i, ok := object.AsInt(n)
	switch {
	case !ok:
		return nil, object.TypeError.Errorf("__length_hint__ must be an integer, not %s", object.TypeName(n))
	case i.Sign() < 0:
		return nil, object.ValueError.Errorf("__length_hint__() should return >= 0")
	}
	return i, nil
}
