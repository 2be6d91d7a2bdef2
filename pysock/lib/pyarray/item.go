package pyarray

import (
	"encoding/binary"
	"math"
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// typecodes are the letters of each dialect, in the order of CPython's messages.
func typecodes(d syntax.Dialect) string {
	if d == syntax.Python2 {
		return "cbBuhHiIlLfd"
	}
	return "bBuhHiIlLqQfd"
}

// scalarOf returns the type of the items. A character of type u takes 4 bytes.
func scalarOf(d syntax.Dialect, code byte) (builtins.Scalar, bool) {
	if !strings.Contains(typecodes(d), string(code)) {
		return builtins.Scalar{}, false
	}
	if code == 'u' {
		return builtins.Scalar{Code: 'u', Size: 4, Kind: builtins.Unsigned}, true
	}
	return builtins.NativeScalar(code)
}

var order = binary.NativeEndian

// load returns an item.
func (a *array) load(i int) starlark.Value {
	b := a.mem.B[i*a.Size : (i+1)*a.Size]
	py2 := a.rt.Dialect == syntax.Python2
	switch {
	case a.Code == 'u':
		return a.rt.Unicode(string(object.AppendRune(nil, rune(order.Uint32(b)))))
	case a.Code == 'c':
		return starlark.String(b)
	case py2 && (a.Code == 'I' || a.Code == 'L'):
		n, _ := object.AsInt(a.Load(order, b))
		return object.NewLong(n)
	}
	return a.Load(order, b)
}

// store writes an item to b. It raises TypeError and OverflowError.
func (a *array) store(t *object.Thread, b []byte, v starlark.Value) error {
	py2 := t.RT.Dialect == syntax.Python2
	switch {
	case a.Code == 'u':
		s, ok := object.AsText(v)
		if _, bytes := object.Unwrap(v).(starlark.String); bytes && py2 {
			ok = false
		}
		r, n := object.DecodeRune(s)
		if !ok || s == "" || n != len(s) {
			return object.TypeError.Errorf("array item must be unicode character")
		}
		order.PutUint32(b, uint32(r))
		return nil
	case a.Code == 'c':
		s, ok := object.Unwrap(v).(starlark.String)
		if !ok || len(s) != 1 {
			return object.TypeError.Errorf("array item must be char")
		}
		b[0] = s[0]
		return nil
	case a.Kind == builtins.Floating:
		f, err := t.Float(v)
		if err != nil {
			return err
		}
		a.StoreFloat(order, b, f)
		return nil
	}
	n, ok := v.(starlark.Int)
	if !ok {
		var err error
		if n, ok, err = t.Integer(v); err != nil {
			return err
		}
		if !ok {
			if _, err = t.Int(v); err == nil {
				err = object.TypeError.Errorf("an integer is required")
			}
			if _, isFloat := object.Unwrap(v).(starlark.Float); isFloat && py2 {
				err = object.TypeError.Errorf("integer argument expected, got float")
			}
			return err
		}
	}
	u, ok := a.Bits(n)
	if !ok {
		return a.outOfRange(py2, n)
	}
	a.Store(order, b, u)
	return nil
}

// A bound is what CPython calls the type through which it takes an item.
type bound struct {
	name     string
	min, max int64
}

// bounds are the checks of the types that go through a C long.
var bounds = map[byte][]bound{
	'b': {{"signed short integer", math.MinInt16, math.MaxInt16}, {"signed char", math.MinInt8, math.MaxInt8}},
	'B': {{"unsigned byte integer", 0, math.MaxUint8}},
	'h': {{"signed short integer", math.MinInt16, math.MaxInt16}},
	'H': {{"signed integer", math.MinInt32, math.MaxInt32}, {"unsigned short", 0, math.MaxUint16}},
	'i': {{"signed integer", math.MinInt32, math.MaxInt32}},
	'l': nil,
}

// outOfRange words the OverflowError of an item.
func (a *array) outOfRange(py2 bool, n starlark.Int) error {
	err := object.OverflowError.Errorf
	i, ok := n.Int64()
	if list, found := bounds[a.Code]; found {
		if !ok {
			return err("Python int too large to convert to C long")
		}
		for _, b := range list {
			if i < b.min {
				return err("%s is less than minimum", b.name)
			}
			if i > b.max {
				return err("%s is greater than maximum", b.name)
			}
		}
	}
	_, fits := n.Uint64()
	switch {
	case a.Code == 'q', a.Code == 'Q' && n.Sign() > 0:
		return err("int too big to convert")
	case a.Code == 'Q':
		return err("can't convert negative int to unsigned")
	case n.Sign() < 0 && py2 && ok:
		return err("unsigned %s is less than minimum", map[byte]string{'I': "int", 'L': "long"}[a.Code])
	case n.Sign() < 0:
		return object.OverflowError.By("can't convert negative value to unsigned long", "can't convert negative value to unsigned int")
	case !fits:
		return object.OverflowError.By("long int too large to convert", "Python int too large to convert to C unsigned long")
	}
	return err("unsigned int is greater than maximum")
}
