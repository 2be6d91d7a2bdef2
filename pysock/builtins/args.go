package builtins

import (
	"fmt"
	"math"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// What functions of this package take; the words for a wrong number of
// arguments depend on how CPython reads them, in each version:
//
//	clinic   2: find() takes at least 1 argument (0 given)
//	         3: find expected at least 1 argument, got 0
//	tupled   2: pop expected at least 1 arguments, got 0
//	         3: pop expected at least 1 argument, got 0
//
// and object.Positional, object.NoArgs and object.OneArg for the others.

// A function is a built-in function; a method takes self as well.
type (
	function = func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)
	method   = object.Method
)

func sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }

func py2(t *object.Thread) bool { return t.RT.Dialect == syntax.Python2 }

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// noKeywords refuses arguments by name. owner is the type of a method, or "".
func noKeywords(owner, name string, kwargs []starlark.Tuple) error {
	if len(kwargs) == 0 {
		return nil
	}
	full := name
	if owner != "" {
		full = owner + "." + name
	}
	return object.TypeError.By(name+"() takes no keyword arguments", full+"() takes no keyword arguments")
}

// wrongCount returns "at least 2" and its like where got isn't from min to max.
func wrongCount(got, min, max int) (how string, n int) {
	switch {
	case got >= min && got <= max:
		return "", 0
	case min == max:
		return "", min
	case got < min:
		return "at least ", min
	}
	return "at most ", max
}

// clinic checks the number of arguments of a function without keywords.
func clinic(owner, name string, args starlark.Tuple, kwargs []starlark.Tuple, min, max int) error {
	if err := noKeywords(owner, name, kwargs); err != nil {
		return err
	}
	got := len(args)
	how, n := wrongCount(got, min, max)
	if how == "" && n == 0 {
		return nil
	}
	how2 := how
	if how2 == "" {
		how2 = "exactly "
	}
	return object.TypeError.By(
		sprintf("%s() takes %s%d argument%s (%d given)", name, how2, n, plural(n), got),
		sprintf("%s expected %s%d argument%s, got %d", name, how, n, plural(n), got))
}

// tupled is clinic for functions whose words are the same in Python 2.
func tupled(owner, name string, args starlark.Tuple, kwargs []starlark.Tuple, min, max int) error {
	if err := noKeywords(owner, name, kwargs); err != nil {
		return err
	}
	got := len(args)
	how, n := wrongCount(got, min, max)
	if how == "" && n == 0 {
		return nil
	}
	return object.TypeError.By(
		sprintf("%s expected %s%d arguments, got %d", name, how, n, got),
		sprintf("%s expected %s%d argument%s, got %d", name, how, n, plural(n), got))
}

// constructorArgs is tupled for a type, where Python 2 has other words of names.
func constructorArgs(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple, min, max int) error {
	if py2(t) && len(kwargs) > 0 {
		return object.TypeError.Errorf("%s() does not take keyword arguments", name)
	}
	return tupled("", name, args, kwargs, min, max)
}

// noArgs and oneArg check for exactly none and one.
func noArgs(owner, name string, args starlark.Tuple, kwargs []starlark.Tuple) error {
	if len(args) == 0 && len(kwargs) == 0 {
		return nil
	}
	return object.NoArgs(owner, name, args, kwargs)
}

func oneArg(owner, name string, args starlark.Tuple, kwargs []starlark.Tuple) error {
	if len(args) == 1 && len(kwargs) == 0 {
		return nil
	}
	return object.OneArg(nil, owner, name, args, kwargs, nil)
}

// exactlyOne is oneArg where Python 2's words have a digit.
func exactlyOne(t *object.Thread, owner, name string, args starlark.Tuple, kwargs []starlark.Tuple) error {
	if py2(t) {
		return object.Positional(t, name, args, kwargs, 1, ignore)
	}
	return oneArg(owner, name, args, kwargs)
}

// index returns v as an integer that may be of any size.
func index(t *object.Thread, v starlark.Value) (starlark.Int, error) {
	if n, ok, err := object.AsIndex(v); ok || err != nil {
		return n, err
	}
	return starlark.Int{}, object.NotIndex(v)
}

// integer returns what C code wants as a C long; see Thread.Integer.
func integer(t *object.Thread, v starlark.Value) (starlark.Int, error) {
	n, ok, err := t.Integer(v)
	if !ok && err == nil {
		err = object.TypeError.By("an integer is required", sprintf("'%s' object cannot be interpreted as an integer", object.TypeName(v)))
	}
	return n, err
}

// cInt converts to a C int.
func cInt(dst *int) object.Converter {
	return object.ConverterFunc(func(t *object.Thread, v starlark.Value) error {
		n, err := integer(t, v)
		if err != nil {
			return err
		}
		i, ok := n.Int64()
		switch {
		case py2(t) && !ok:
			return object.OverflowError.Errorf("Python int too large to convert to C long")
		case !py2(t) && (!ok || i != int64(int32(i))):
			return object.OverflowError.Errorf("Python int too large to convert to C int")
		case i < math.MinInt32:
			return object.OverflowError.Errorf("signed integer is less than minimum")
		case i > math.MaxInt32:
			return object.OverflowError.Errorf("signed integer is greater than maximum")
		}
		*dst = int(i)
		return nil
	})
}

// size returns v as a Py_ssize_t.
func size(t *object.Thread, v starlark.Value) (int, error) {
	n, err := integer(t, v)
	if err != nil {
		return 0, err
	}
	i, ok := n.Int64()
	if !ok {
		return 0, object.OverflowError.By(
			"Python int too large to convert to C long",
			"Python int too large to convert to C ssize_t")
	}
	return int(i), nil
}

// sliceBounds returns the optional start and end that stand in args from at
// on, for a sequence of length n, as find and its like take them: a start
// beyond the end stays there.
func sliceBounds(t *object.Thread, args starlark.Tuple, at, n int) (lo, hi int, err error) {
	lo, hi = 0, n
	for i, dst := range []*int{&lo, &hi} {
		if len(args) <= at+i || args[at+i] == starlark.None {
			continue
		}
		v, ok := object.AsInt(args[at+i])
		if !ok {
			if v, ok, err = object.AsIndex(args[at+i]); err != nil {
				return 0, 0, err
			}
			if !ok {
				return 0, 0, object.TypeError.Errorf("slice indices must be integers or None or have an __index__ method")
			}
		}
		x, ok := v.Int64()
		if !ok {
			x = int64(v.Sign()) * math.MaxInt64
		}
		if x < 0 {
			x = max(x+int64(n), 0)
		}
		*dst = int(min(x, math.MaxInt32<<8))
	}
	return lo, min(hi, n), nil
}

// maxAlloc is the most bytes that one value may take, as in Starlark itself.
const maxAlloc = 1 << 30

// MaxAlloc is maxAlloc for other packages.
const MaxAlloc = maxAlloc

// room fails with MemoryError where n elements of that many bytes are too many.
func room(n, size int) error {
	if n > maxAlloc/max(size, 1) {
		return object.MemoryError.New()
	}
	return nil
}

// none ends a function that returns nothing.
func none(err error) (starlark.Value, error) {
	if err != nil {
		return nil, err
	}
	return starlark.None, nil
}

// truth is Truthy for functions that may fail.
func truth(b bool, err error) (starlark.Value, error) {
	if err != nil {
		return nil, err
	}
	return object.Truthy(b), nil
}
