package builtins

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// What the modules written in Go use of this package.

// Pull returns a function that gives the elements of v one after the other, and
// nil at the end; it may be asked again then.
func Pull(t *object.Thread, v starlark.Value) (func(t *object.Thread) (starlark.Value, error), error) {
	it, err := iterate(t, v)
	if err != nil {
		return nil, err
	}
	return func(t *object.Thread) (starlark.Value, error) {
		var v starlark.Value
		if it.it.Next(&v) {
			return v, nil
		}
		return nil, iterationError(it.it, t)
	}, nil
}

// Each calls f for each element of v.
func Each(t *object.Thread, v starlark.Value, f func(e starlark.Value) error) error {
	return each(t, v, f)
}

// Tupled checks the number of arguments of a function that takes none by name,
// with the words of CPython's PyArg_UnpackTuple.
func Tupled(name string, args starlark.Tuple, min, max int) error {
	return tupled("", name, args, nil, min, max)
}

// NoKeywords refuses arguments by name.
func NoKeywords(name string, kwargs []starlark.Tuple) error { return noKeywords("", name, kwargs) }

// Size returns v as a Py_ssize_t.
func Size(t *object.Thread, v starlark.Value) (int, error) { return size(t, v) }

// Length is Size for what Python 2 makes an int of, cutting a float's fraction off.
func Length(t *object.Thread, v starlark.Value) (int, error) { return lengthOf(t, v) }

// Index is operator.index(v).
func Index(t *object.Thread, v starlark.Value) (starlark.Int, error) { return index(t, v) }

// Integer returns v as an integer of any size where C code wants a C long.
func Integer(t *object.Thread, v starlark.Value) (starlark.Int, error) { return integer(t, v) }

// Same is x is y or x == y, as containers compare.
func Same(t *object.Thread, x, y starlark.Value) (bool, error) {
	if object.Identical(x, y) {
		return true, nil
	}
	v, err := object.Compare(t.RT.Dialect, syntax.Eq, x, y)
	if err != nil {
		return false, err
	}
	return isTrue(t, v)
}

// IsNumber reports whether v is a number: of a built-in type, or one that can
// be made a float or an int.
func IsNumber(d syntax.Dialect, v starlark.Value) bool {
	switch v := object.Unwrap(v).(type) {
	case starlark.Float, Complex:
		return true
	case *object.Instance:
		if v.Class().OldStyle {
			return true
		}
		names := []string{"__int__", "__float__"}
		if d != syntax.Python2 {
			names = append(names, "__index__")
		}
		for _, name := range names {
			if object.SpecialMethod(v, name) != nil {
				return true
			}
		}
	}
	_, ok := object.AsInt(v)
	return ok
}

// ReprMethod is __repr__ of a type that has its own.
var ReprMethod = dunder0("__repr__", Repr)["__repr__"]

// Show3 gives types their __repr__ that have one of their own in Python 3 only.
func Show3(d syntax.Dialect, types ...*object.Class) {
	for _, c := range types {
		if d != syntax.Python2 {
			c.Methods = joined(c.Methods, map[string]method{"__repr__": ReprMethod})
		}
	}
}

// IsCallable is callable(v).
func IsCallable(v starlark.Value) bool { return object.Callable(v) }

// IsTrue is bool(v).
func IsTrue(t *object.Thread, v starlark.Value) (bool, error) { return isTrue(t, v) }

// IsIterable reports whether a for loop takes v.
func IsIterable(v starlark.Value) bool { return isIterable(v) }

// native are the binary operators that lowering leaves to Starlark.
var native = map[string]func(t *object.Thread, x, y starlark.Value) (starlark.Value, error){
	"add": add, "sub": token(starsyntax.MINUS), "mul": token(starsyntax.STAR),
	"and": token(starsyntax.AMP), "or": token(starsyntax.PIPE), "xor": token(starsyntax.CIRCUMFLEX),
}

// Binary returns the function of a binary operator by the name that its special
// method has between the underscores: add, lt, ipow; also is, isnot and in.
func Binary(rt *object.Runtime, op string) func(x, y starlark.Value) (starlark.Value, error) {
	if f := native[op]; f != nil {
		return func(x, y starlark.Value) (starlark.Value, error) { return f(rt.Current(), x, y) }
	}
	return binaryOperator(rt, op)
}

// Reduce is functools.reduce(function, iterable[, initial]).
func Reduce(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return builtinReduce(t, args, kwargs)
}

// Hex is bytes.hex(sep, bytes_per_sep) of Python 3.
func Hex(t *object.Thread, b []byte, args starlark.Tuple) (starlark.Value, error) {
	return bytesHex(t, bytes3, string(b), args, nil)
}

// ZlibError is zlib.error.
var ZlibError = zlibError

// ParseInt reads an int as int(s, base) does; is2 takes Python 2's octal and
// long literals too.
func ParseInt(s string, base int, is2 bool) (starlark.Int, bool) {
	return parseInt(s, base, is2, is2)
}

// ParseFloat reads a float as float(s) does.
func ParseFloat(s string) (float64, bool) { return parseFloat(s, false) }

// SetItem is v[k] = x.
func SetItem(t *object.Thread, v, k, x starlark.Value) error {
	m, ok := v.(starlark.HasSetKey)
	if !ok {
		return object.TypeError.Errorf("'%s' object does not support item assignment", object.TypeName(v))
	}
	if err := m.SetKey(k, x); err != nil {
		return err
	}
	return t.Failed()
}

// ReduceEx is v.__reduce_ex__(protocol).
func ReduceEx(t *object.Thread, v starlark.Value, protocol int) (starlark.Value, error) {
	m, err := t.RT.Attr(v, "__reduce_ex__")
	if err != nil {
		return nil, err
	}
	return t.Call(m, starlark.MakeInt(protocol))
}

// IsIterator reports whether next() takes v.
func IsIterator(t *object.Thread, v starlark.Value) bool { return stepable(t, v) }

// IsSequence reports whether v looks like a sequence, as operator.isSequenceType(v)
// tells: one that a script's class makes has a __getitem__.
func IsSequence(v starlark.Value) bool {
	base := object.Unwrap(v)
	if _, isDict := base.(*object.Dict); isDict {
		return false
	}
	if _, isClass := v.(*object.Class); !isClass && object.SpecialMethod(v, "__getitem__") != nil {
		return true
	}
	switch base.(type) {
	case *object.Set, *object.Class, *object.Func, object.Special:
		return false
	case starlark.Indexable, starlark.Mapping:
		return true
	}
	return false
}
