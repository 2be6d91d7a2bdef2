package pytime

import (
	"errors"
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// items is the number of elements of a struct_time.
const items = 9

// gmtime is time.gmtime([seconds]): a struct_time in UTC. Numbers beyond a
// time_t raise OverflowError (Python 2: ValueError), years beyond a C int
// OSError (ValueError).
func (m *module) gmtime(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	b, err := m.breakDown(t, "gmtime", args, kwargs, func(sec int64) time.Time { return time.Unix(sec, 0).In(gmt) })
	if err != nil {
		return nil, err
	}
	return m.build(b), nil
}

// gmt is UTC by the name that C's gmtime gives it.
var gmt = time.FixedZone("GMT", 0)

// localtime is time.localtime([seconds]): a struct_time in the local zone. It
// raises what gmtime raises.
func (m *module) localtime(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	b, err := m.breakDown(t, "localtime", args, kwargs, m.current().at)
	if err != nil {
		return nil, err
	}
	return m.build(b), nil
}

// ctime is time.ctime([seconds]): asctime(localtime(seconds)).
func (m *module) ctime(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if m.rt.Dialect == syntax.Python2 {
		if err := atMostOne("ctime", args, kwargs); err != nil {
			return nil, err
		}
	}
	b, err := m.breakDown(t, "ctime", args, kwargs, m.current().at)
	if err != nil {
		return nil, err
	}
	return m.rt.Str(b.ascii()), nil
}

// current returns the zone of localtime. Python 2's calls localtime(3), which
// looks at TZ; Python 3's localtime_r(3), which doesn't.
func (m *module) current() *zone {
	if m.rt.Dialect == syntax.Python2 {
		return m.local()
	}
	return m.zone
}

// atMostOne raises the TypeError of CPython's PyArg_UnpackTuple.
func atMostOne(name string, args starlark.Tuple, kwargs []starlark.Tuple) error {
	switch {
	case len(kwargs) > 0:
		return object.TypeError.Errorf("%s() takes no keyword arguments", name)
	case len(args) > 1:
		return object.TypeError.By(
			name+" expected at most 1 arguments, got "+starlark.MakeInt(len(args)).String(),
			name+" expected at most 1 argument, got "+starlark.MakeInt(len(args)).String())
	}
	return nil
}

// breakDown breaks down the time that a function's optional argument gives.
func (m *module) breakDown(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple, at func(sec int64) time.Time) (tm, error) {
	var v starlark.Value = starlark.None
	if err := object.Positional(t, name, args, kwargs, 0, &v); err != nil {
		return tm{}, err
	}
	sec := time.Now().Unix()
	if v != starlark.None {
		var err error
		if sec, err = m.seconds(t, v); err != nil {
			return tm{}, err
		}
	}
	if b, ok := broken(at(sec)); ok && sec > -1<<60 && sec < 1<<60 {
		return b, nil
	}
	if m.rt.Dialect == syntax.Python2 {
		return tm{}, object.ValueError.New(starlark.MakeInt(int(posix.EOVERFLOW)), starlark.String(object.Strerror(posix.EOVERFLOW)))
	}
	return tm{}, object.OSErrno(object.OSError, posix.EOVERFLOW, nil)
}

// seconds converts a number to a time_t: Python 2 takes it for a float and cuts
// the fraction off, Python 3 rounds down.
func (m *module) seconds(t *object.Thread, v starlark.Value) (int64, error) {
	const limit = 1 << 63
	tooLarge := "timestamp out of range for platform time_t"
	if m.rt.Dialect == syntax.Python2 {
		f, err := t.Float(v)
		switch {
		case err != nil:
			return 0, err
		case math.IsNaN(f):
			return math.MinInt64, nil // what the conversion gives in C
		case f < -limit || f >= limit:
			return 0, object.ValueError.Errorf("%s", tooLarge)
		}
		return int64(f), nil
	}
	if f, ok := v.(starlark.Float); ok {
		switch f := math.Floor(float64(f)); {
		case math.IsNaN(f):
			return 0, notANumber()
		case f < -limit || f >= limit:
			return 0, object.OverflowError.Errorf("%s", tooLarge)
		default:
			return int64(f), nil
		}
	}
	return wholeSeconds(t, v, tooLarge)
}

func notANumber() error { return object.ValueError.Errorf("Invalid value NaN (not a number)") }

// wholeSeconds converts an int.
func wholeSeconds(t *object.Thread, v starlark.Value, tooLarge string) (int64, error) {
	n, err := t.Int(v)
	if object.Is(err, object.OverflowError, syntax.Python3) {
		err = object.OverflowError.Errorf("%s", tooLarge)
	}
	return n, err
}

// build makes a struct_time.
func (m *module) build(b tm) starlark.Value {
	values := make([]starlark.Value, 0, items+2)
	for _, n := range []int{b.year, b.mon, b.mday, b.hour, b.min, b.sec, b.wday, b.yday, b.isdst} {
		values = append(values, starlark.MakeInt(n))
	}
	if m.rt.Dialect != syntax.Python2 {
		var zone, off starlark.Value = starlark.None, starlark.None
		if b.zone != "" {
			zone = m.rt.Str(b.zone)
		}
		if b.located {
			off = starlark.MakeInt(b.off)
		}
		values = append(values, zone, off)
	}
	return m.structTime.New(values...)
}

// take converts the time tuple that function name is given: nine integers. In
// Python 2 any sequence will do, in Python 3 a tuple must hold them, and a
// struct_time brings its zone.
func (m *module) take(t *object.Thread, name string, v starlark.Value) (tm, error) {
	var b tm
	elems, err := m.nine(name, v)
	if err != nil {
		return b, err
	}
	if err := object.Positional(t, name, elems, nil, items,
		&b.year, &b.mon, &b.mday, &b.hour, &b.min, &b.sec, &b.wday, &b.yday, &b.isdst); err != nil {
		return b, err
	}
	if m.rt.Dialect == syntax.Python2 {
		return b, m.fullYear(&b)
	}
	if b.year < minYear {
		return b, object.OverflowError.Errorf("year out of range")
	}
	if s, ok := v.(*object.StructSeq); ok && s.StructType() == m.structTime {
		if zone := s.Field("tm_zone"); zone != starlark.None {
			if b.zone, ok = object.AsText(zone); !ok {
				return b, object.TypeError.Errorf("bad argument type for built-in operation")
			}
		}
		if off := s.Field("tm_gmtoff"); off != starlark.None {
			n, err := t.Int(off)
			if err != nil {
				return b, err
			}
			b.off = int(n)
		}
	}
	return b, nil
}

// nine returns the elements of a time tuple.
func (m *module) nine(name string, v starlark.Value) (starlark.Tuple, error) {
	if m.rt.Dialect != syntax.Python2 {
		elems, ok := object.AsTuple(v)
		if !ok {
			return nil, object.TypeError.Errorf("Tuple or struct_time argument required")
		}
		if len(elems) != items {
			return nil, object.TypeError.Errorf("%s(): illegal time tuple argument", name)
		}
		return elems, nil
	}
	switch v.(type) {
	case starlark.Tuple, *object.StructSeq, *object.List:
	default:
		typ := object.TypeName(v)
		if v == starlark.None {
			typ = "None"
		}
		return nil, object.TypeError.Errorf("argument must be 9-item sequence, not %s", typ)
	}
	elems, err := object.Elements(nil, v)
	if err == nil && len(elems) != items {
		err = object.TypeError.Errorf("argument must be sequence of length 9, not %d", len(elems))
	}
	return elems, err
}

// fullYear is what Python 2 does to years before 1900: those of two digits are
// near 2000, unless accept2dyear is false.
func (m *module) fullYear(b *tm) error {
	if b.year >= 1900 {
		return nil
	}
	accept, ok := object.AsInt(orNone(m.names.Get("accept2dyear")))
	switch {
	case !ok || accept.Sign() == 0:
		return object.ValueError.Errorf("year >= 1900 required")
	case 69 <= b.year && b.year <= 99:
		b.year += 1900
	case 0 <= b.year && b.year <= 68:
		b.year += 2000
	default:
		return object.ValueError.Errorf("year out of range")
	}
	return nil
}

func orNone(v starlark.Value) starlark.Value {
	if v == nil {
		return starlark.None
	}
	return v
}

// checked is take for asctime and strftime, which refuse fields out of range
// with a ValueError.
func (m *module) checked(t *object.Thread, name string, v starlark.Value) (tm, error) {
	b, err := m.take(t, name, v)
	if err != nil {
		return b, err
	}
	if what := b.fix(); what != "" {
		return b, object.ValueError.Errorf("%s", what)
	}
	return b, nil
}

// asctime is time.asctime([tuple]), "Sat Sep  5 07:04:05 2009".
func (m *module) asctime(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := atMostOne("asctime", args, kwargs); err != nil {
		return nil, err
	}
	b, err := m.checkedOrNow(t, "asctime", args)
	if err != nil {
		return nil, err
	}
	return m.rt.Str(b.ascii()), nil
}

// checkedOrNow is checked for an optional argument, which is now if left out.
func (m *module) checkedOrNow(t *object.Thread, name string, args starlark.Tuple) (tm, error) {
	if len(args) > 0 {
		return m.checked(t, name, args[0])
	}
	b, _ := broken(m.current().at(time.Now().Unix()))
	return b, nil
}

// mktime is time.mktime(tuple): the seconds since the Epoch, of a local time.
// It raises OverflowError where a time_t has no room.
func (m *module) mktime(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "time", "mktime", args, kwargs, &v); err != nil {
		return nil, err
	}
	b, err := m.take(t, "mktime", v)
	if err != nil {
		return nil, err
	}
	sec, ok := m.local().mktime(&b)
	if !ok {
		return nil, object.OverflowError.Errorf("mktime argument out of range")
	}
	return starlark.Float(sec), nil
}

// strftime is time.strftime(format[, tuple]), by the directives of glibc.
func (m *module) strftime(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var format string
	var v starlark.Value
	if err := object.Positional(t, "strftime", args, kwargs, 1, &format, &v); err != nil {
		return nil, err
	}
	size := utf8.RuneCountInString(format)
	if m.rt.Dialect == syntax.Python2 {
		if s, ok := args[0].(*object.Text); ok {
			if _, err := object.EncodeASCII(s); err != nil {
				return nil, err
			}
		}
		size = len(format)
	}
	if strings.IndexByte(format, 0) >= 0 {
		if m.rt.Dialect == syntax.Python2 {
			return nil, object.TypeError.Errorf("strftime() argument 1 must be string without null bytes, not %s", object.TypeName(args[0]))
		}
		return nil, object.ValueError.Errorf("embedded null character")
	}
	b, err := m.checkedOrNow(t, "strftime", args[1:])
	if err != nil {
		return nil, err
	}
	most := 1024 // CPython tries buffers up to 256 times the format
	for most < 256*size {
		most *= 2
	}
	return m.rt.Str(strftime(format, &b, m.local(), most)), nil
}

// reError is the error class of Python's regular expressions.
var reError = object.NewKind("re", "error", object.Exc, object.Exc)

// strptime is time.strptime(string[, format]): a struct_time. ValueError says
// what doesn't fit.
func (m *module) strptime(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	python2 := m.rt.Dialect == syntax.Python2
	const name = "_strptime_time()" // it is written in Python
	switch {
	case len(kwargs) > 0:
		return nil, object.TypeError.Errorf("strptime() takes no keyword arguments")
	case len(args) == 0:
		return nil, object.TypeError.By(name+" takes at least 1 argument (0 given)",
			name+" missing 1 required positional argument: 'data_string'")
	case len(args) > 2 && python2:
		return nil, object.TypeError.Errorf("%s takes at most 2 arguments (%d given)", name, len(args))
	case len(args) > 2:
		return nil, object.TypeError.Errorf("%s takes from 1 to 2 positional arguments but %d were given", name, len(args))
	}
	given := [2]starlark.Value{nil, m.rt.Str(composed['c'])}
	copy(given[:], args)
	var texts [2]string
	p := parser{python2: python2, bytes: m.rt.Dialect != syntax.Python3}
	for i, v := range given {
		var ok bool
		if texts[i], ok = object.AsText(v); !ok {
			return nil, object.TypeError.By("expected string or buffer",
				"strptime() argument "+starlark.MakeInt(i).String()+" must be str, not "+m.rt.Repr(m.rt.ClassOf(v)))
		}
		if _, unicode := v.(*object.Text); unicode {
			p.bytes = false
		}
	}
	names := m.info.names
	p.zones[0] = []string{"utc", "gmt", strings.ToLower(names[0])}
	if m.info.daylight {
		p.zones[1] = []string{strings.ToLower(names[1])}
		p.unclear = names[0] == names[1]
	}
	b, err := p.parse(texts[0], texts[1])
	var twice *duplicateError
	switch {
	case err == nil:
		return m.build(b), nil
	case errors.Is(err, errNoMatch):
		return nil, object.ValueError.Errorf("time data %s %v %s", m.rt.Repr(given[0]), err, m.rt.Repr(given[1]))
	case errors.As(err, &twice):
		return nil, reError.Errorf("%v", twice)
	}
	if _, ok := err.(formatError); ok {
		v, err := t.Call(object.ValueError.Class(m.rt.Dialect), m.rt.Str(err.Error()))
		if err != nil {
			return nil, err
		}
		e := v.(*object.Exception)
		e.Suppress = true
		return nil, object.Raise(e)
	}
	return nil, object.ValueError.Errorf("%s", err.Error())
}
