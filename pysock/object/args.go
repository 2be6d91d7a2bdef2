package object

import (
	"math"
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// How a Go function takes its arguments. The four ways are CPython's own four,
// and so are the words of the TypeErrors: a function without arguments, with
// exactly one, with a positional list, and with names.
//
// Destinations are pointers, and their type is the conversion:
//
//	*int, *int64, *uint32    an integer that fits ("an integer is required")
//	*float64                 a float or an integer
//	*bool                    any value's truth
//	*string                  text (Python 2: str, or unicode encoded as UTF-8)
//	*[]byte                  bytes-like; in Python 2 str, or unicode if ASCII
//	*starlark.Value          anything
//	**T, T any value type    that type exactly; use a Converter for its words
//	Converter                what it says
//
// A destination keeps its value where an optional argument isn't given.

// A Converter converts one argument. What it raises is passed on as it is.
type Converter interface {
	Convert(t *Thread, v starlark.Value) error
}

// A ConverterFunc is a function that is a Converter.
type ConverterFunc func(t *Thread, v starlark.Value) error

// Convert calls the function.
func (f ConverterFunc) Convert(t *Thread, v starlark.Value) error { return f(t, v) }

// Named converts text, in the words of a function whose arguments Python 3 calls
// by their names and Python 2 by their places.
func Named(fn, name string, pos int, dst *string) Converter {
	return ConverterFunc(func(_ *Thread, v starlark.Value) error {
		s, ok := AsText(v)
		if !ok {
			return TypeError.By(
				sprintf("%s() argument %d must be string, not %s", fn, pos, ArgName(v)),
				sprintf("%s() argument '%s' must be str, not %s", fn, name, ArgName(v)))
		}
		*dst = s
		return nil
	})
}

// NoArgs checks that there are none. module is the qualifier that Python 3
// puts before the name ("time", "socket"; "" for none).
func NoArgs(module, name string, args starlark.Tuple, kwargs []starlark.Tuple) error {
	if err := noKeywords(module, name, kwargs); err != nil {
		return err
	}
	if len(args) > 0 {
		return arity(module, name, "no arguments", len(args))
	}
	return nil
}

// OneArg takes exactly one positional argument.
func OneArg(t *Thread, module, name string, args starlark.Tuple, kwargs []starlark.Tuple, dst any) error {
	if err := noKeywords(module, name, kwargs); err != nil {
		return err
	}
	if len(args) != 1 {
		return arity(module, name, "exactly one argument", len(args))
	}
	return t.convert(name, 0, args[0], dst)
}

func qualify(module, name string) string {
	if module == "" {
		return name
	}
	return module + "." + name
}

func noKeywords(module, name string, kwargs []starlark.Tuple) error {
	if len(kwargs) == 0 {
		return nil
	}
	return TypeError.By(name+"() takes no keyword arguments", qualify(module, name)+"() takes no keyword arguments")
}

func arity(module, name, want string, got int) error {
	return TypeError.By(
		sprintf("%s() takes %s (%d given)", name, want, got),
		sprintf("%s() takes %s (%d given)", qualify(module, name), want, got))
}

// Positional takes from min to len(dst) positional arguments and no others, as
// CPython's PyArg_ParseTuple.
func Positional(t *Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple, min int, dst ...any) error {
	if err := noKeywords("", name, kwargs); err != nil {
		return err
	}
	if err := count(name, len(args), min, len(dst)); err != nil {
		return err
	}
	for i, v := range args {
		if err := t.convert(name, i, v, dst[i]); err != nil {
			return err
		}
	}
	return nil
}

func count(name string, got, min, max int) error {
	if got >= min && got <= max {
		return nil
	}
	how, n := "exactly", min
	if min != max {
		how = "at least"
		if got > max {
			how, n = "at most", max
		}
	}
	return TypeError.Errorf("%s() takes %s %d argument%s (%d given)", name, how, n, plural(n), got)
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// Keywords takes arguments by position or by name, the first min of them
// required, as CPython's PyArg_ParseTupleAndKeywords. dst holds names and
// destinations in turn. An argument without a name is taken by position alone;
// from one whose name begins with "$" on they are taken by name alone.
func Keywords(t *Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple, min int, dst ...any) error {
	n := len(dst) / 2
	byPosition, byName := 0, n
	for i := range n {
		switch s := dst[2*i].(string); {
		case s == "":
			byPosition = i + 1
		case s[0] == '$':
			byName = i
		}
	}
	if err := countKeywords(t, name, len(args), len(kwargs), n, min, byPosition, byName); err != nil {
		return err
	}
	var few [6]starlark.Value
	values := append(few[:0], args...)
	for len(values) < n {
		values = append(values, nil)
	}
	unknown, twice := "", -1
	for _, kv := range kwargs {
		key, i := Str(t.RT.Dialect, kv[0]), byPosition
		for i < n && strings.TrimPrefix(dst[2*i].(string), "$") != key {
			i++
		}
		switch {
		case i == n && unknown == "":
			unknown = key
		case i < len(args):
			if twice < 0 || i < twice {
				twice = i
			}
		case i < n:
			values[i] = kv[1]
		}
	}
	missing := func(i int) error {
		return TypeError.By(
			sprintf("Required argument '%s' (pos %d) not found", dst[2*i], i+1),
			sprintf("%s() missing required argument '%s' (pos %d)", name, dst[2*i], i+1))
	}
	both := func(i int) error {
		return TypeError.By(
			sprintf("Argument given by name ('%s') and position (%d)", dst[2*i], i+1),
			sprintf("argument for %s() given by name ('%s') and position (%d)", name, dst[2*i], i+1))
	}
	unexpected := func() error {
		if unknown == "" {
			return nil
		}
		return TypeError.By(
			sprintf("'%s' is an invalid keyword argument for this function", unknown),
			sprintf("'%s' is an invalid keyword argument for %s()", unknown, name))
	}
	py2 := t.RT.Dialect == syntax.Python2
	if !py2 { // all of them are found before the first is looked at
		for i := range min {
			if values[i] == nil {
				return missing(i)
			}
		}
		if twice >= 0 {
			return both(twice)
		}
		if err := unexpected(); err != nil {
			return err
		}
	}
	for i, v := range values {
		switch {
		case i == twice:
			return both(i)
		case v != nil:
			if err := t.convert(name, i, v, dst[2*i+1]); err != nil {
				return err
			}
		case i < min:
			return missing(i)
		}
	}
	if py2 {
		return unexpected()
	}
	return nil
}

// countKeywords checks how many arguments there are, of n, the first min of them
// required, those before byPosition and from byName on taken only so.
func countKeywords(t *Thread, name string, args, kwargs, n, min, byPosition, byName int) error {
	kind := ""
	if args == 0 && t.RT.Dialect != syntax.Python2 {
		kind = "keyword "
	}
	at := func(how string, max int) error {
		return TypeError.Errorf("%s() takes %s %d positional argument%s (%d given)", name, how, max, plural(max), args)
	}
	fewest, exact := byPosition, min >= byName
	if min < fewest {
		fewest = min
	}
	switch {
	case args+kwargs > n:
		return TypeError.Errorf("%s() takes at most %d %sargument%s (%d given)", name, n, kind, plural(n), args+kwargs)
	case args < fewest && fewest < byName:
		return at("at least", fewest)
	case args < fewest:
		return at("exactly", fewest)
	case args <= byName:
		return nil
	case byName == 0:
		return TypeError.Errorf("%s() takes no positional arguments", name)
	case exact:
		return at("exactly", byName)
	}
	return at("at most", byName)
}

// TooManyPositional raises TypeError if more than max arguments are given by
// position, to a function that takes the others by name alone.
func TooManyPositional(name string, args starlark.Tuple, max int) error {
	if len(args) <= max {
		return nil
	}
	return TypeError.Errorf("%s() takes at most %d positional argument%s (%d given)", name, max, plural(max), len(args))
}

// convert stores v in *dst.
func (t *Thread) convert(name string, i int, v starlark.Value, dst any) error {
	switch dst := dst.(type) {
	case *starlark.Value:
		*dst = v
	case *int:
		n, err := t.Int(v)
		if err != nil {
			return err
		}
		if n < math.MinInt32 {
			return OverflowError.Errorf("signed integer is less than minimum")
		} else if n > math.MaxInt32 {
			return OverflowError.Errorf("signed integer is greater than maximum")
		}
		*dst = int(n)
	case *int64:
		n, err := t.Int(v)
		if err != nil {
			return err
		}
		*dst = n
	case *float64:
		f, err := t.Float(v)
		if err != nil {
			return err
		}
		*dst = f
	case *bool:
		*dst = bool(v.Truth())
		return t.Failed()
	case *string:
		s, ok := AsText(v)
		if !ok {
			return TypeError.By(
				sprintf("%s() argument %d must be string, not %s", name, i+1, ArgName(v)),
				sprintf("%s() argument %d must be str, not %s", name, i+1, ArgName(v)))
		}
		*dst = s
	case *[]byte:
		b, err := t.Buffer(name, i, v)
		if err != nil {
			return err
		}
		*dst = b
	case Converter:
		return dst.Convert(t, v)
	default:
		panic(sprintf("object: %s: no conversion to %T", name, dst))
	}
	return nil
}

// Integer returns v as an integer where C code asks for one; ok is false if it
// is none. Python 2 calls __int__ there, of subclasses of long too, Python 3
// __index__.
func (t *Thread) Integer(v starlark.Value) (n starlark.Int, ok bool, err error) {
	x := asHooked(v)
	if t.RT.Dialect != syntax.Python2 {
		return AsIndex(v)
	}
	base := Unwrap(v)
	if n, ok := AsInt(base); ok && (x == nil || base.Type() != "long") {
		return n, true, nil
	}
	if _, ok := base.(starlark.Float); ok {
		return n, false, TypeError.Errorf("integer argument expected, got float")
	}
	var r starlark.Value
	found := false
	if x != nil {
		r, found, err = call(x, "__int__")
		if old, ok := x.(*Instance); ok && !found && err == nil && old.class.OldStyle {
			if r, found, err = call(x, "__trunc__"); found && err == nil {
				if f, ok := r.(starlark.Float); ok {
					n, err = starlark.NumberToInt(f)
					return n, err == nil, err
				} else if _, ok := AsInt(r); !ok {
					return n, false, TypeError.Errorf("__trunc__ returned non-Integral (type %s)", TypeName(r))
				}
			}
		}
	}
	switch {
	case err != nil:
		return n, false, err
	case !found && base.Type() == "complex":
		return n, false, TypeError.Errorf("can't convert complex to int")
	case x == nil:
		return n, false, nil
	case !found:
		n, ok := AsInt(base)
		return n, ok, OldMissing(v, "__trunc__")
	}
	if n, ok = AsInt(r); !ok {
		err = TypeError.Errorf("__int__ method should return an integer")
	}
	return n, ok, err
}

// ArgName is how messages about a C function's argument call v.
func ArgName(v starlark.Value) string {
	if v == starlark.None {
		return "None"
	}
	return TypeName(v)
}

// Int returns v as a C long; see Integer.
func (t *Thread) Int(v starlark.Value) (int64, error) {
	n, ok, err := t.Integer(v)
	if err != nil {
		return 0, err
	}
	if !ok {
		if _, isFloat := v.(starlark.Float); isFloat {
			return 0, TypeError.By("integer argument expected, got float", "'float' object cannot be interpreted as an integer")
		}
		return 0, TypeError.By("an integer is required", sprintf("'%s' object cannot be interpreted as an integer", TypeName(v)))
	}
	i, ok := n.Int64()
	if !ok {
		return 0, OverflowError.By("Python int too large to convert to C long", "Python int too large to convert to C long")
	}
	return i, nil
}

// Float returns v as a C double: of a float its value, even if its class has a
// __float__, and else what __float__ or, in Python 3, __index__ returns.
func (t *Thread) Float(v starlark.Value) (float64, error) {
	base := Unwrap(v)
	if f, ok := base.(starlark.Float); ok {
		return float64(f), nil
	}
	if x := asHooked(v); x != nil {
		m := x.Special("__float__")
		if m != nil {
			r, err := t.Call(m)
			if err != nil {
				return 0, err
			}
			f, ok := Unwrap(r).(starlark.Float)
			if !ok {
				return 0, TypeError.By("nb_float should return float object", sprintf("%s.__float__ returned non-float (type %s)", TypeName(v), TypeName(r)))
			}
			if _, plain := r.(starlark.Float); !plain && t.RT.Dialect != syntax.Python2 {
				err = t.Warn(DeprecationWarning, 1, "%s.__float__ returned non-float (type %s).  The ability to return an instance of a strict subclass of float "+
					"is deprecated, and may be removed in a future version of Python.", TypeName(v), TypeName(r))
			}
			return float64(f), err
		}
		if err := t.Failed(); err != nil {
			return 0, err
		}
		if err := OldMissing(v, "__float__"); err != nil {
			return 0, err
		}
		if _, isInt := AsInt(base); !isInt && t.RT.Dialect != syntax.Python2 && x.Special("__index__") != nil {
			n, _, err := AsIndex(v)
			if err != nil {
				return 0, err
			}
			return t.Float(n)
		}
	}
	if n, ok := AsInt(v); ok {
		f := float64(n.Float())
		if math.IsInf(f, 0) {
			return 0, OverflowError.By("long int too large to convert to float", "int too large to convert to float")
		}
		return f, nil
	}
	words := "a float is required"
	if base.Type() == "complex" {
		words = "can't convert complex to float"
	}
	return 0, TypeError.By(words, "must be real number, not "+TypeName(v))
}

// Buffer returns the bytes of a bytes-like value, without copying them where
// the value is mutable.
func (t *Thread) Buffer(name string, i int, v starlark.Value) ([]byte, error) {
	if x, ok := v.(*Instance); ok && x.class.py2 {
		if _, ok := AsText(x.Base); ok {
			v = x.Base
		}
	}
	if b, ok := AsBytes(v); ok {
		return b, CheckBuffer(v, true)
	}
	if t.RT.Dialect != syntax.Python3 {
		if s, ok := v.(*Text); ok { // Python 2: encoded, if it is ASCII
			return t.ImplicitEncode(s)
		}
		if s, ok := v.(starlark.String); ok {
			return []byte(s), nil
		}
		return nil, TypeError.Errorf("%s() argument %d must be string or buffer, not %s", name, i+1, ArgName(v))
	}
	return nil, TypeError.Errorf("a bytes-like object is required, not '%s'", TypeName(v))
}
