package pyjson

import (
	"math"
	"strconv"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// An encoder writes one document.
type encoder struct {
	t       *object.Thread
	out     []byte
	unicode bool // there was a unicode of Python 2, so that all becomes one
	room    int
	fast    bool            // as the encoder in C of Python 2 does it, which writes the key True as "True"
	onWay   map[uint64]bool // the containers around, nil if they aren't checked

	fallback                            starlark.Value // default()
	indent                              string
	indents                             bool
	itemSep, keySep                     string
	ascii, sortKeys, skipKeys, allowNaN bool
}

// encode is encode(obj, default, ensure_ascii, check_circular, indent,
// key_separator, item_separator, sort_keys, skipkeys, allow_nan, whole) -> str.
// indent is None, or a str.
func encode(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	e := &encoder{t: t, room: t.RT.RecursionLimit() - t.Depth()}
	var obj, indent starlark.Value
	var circular bool
	var whole bool // not in pieces
	if err := object.Positional(t, "encode", args, kwargs, 11, &obj, &e.fallback, &e.ascii, &circular, &indent,
		&e.keySep, &e.itemSep, &e.sortKeys, &e.skipKeys, &e.allowNaN, &whole); err != nil {
		return nil, err
	}
	if indent != starlark.None {
		e.indents = true
		e.indent, _ = object.AsText(indent)
	}
	e.fast = py2(t) && whole && !e.indents && !e.sortKeys
	if circular {
		e.onWay = make(map[uint64]bool)
	}
	if err := e.value(obj, 0); err != nil {
		return nil, err
	}
	if e.unicode && !e.ascii {
		return t.RT.Unicode(string(e.out)), nil
	}
	return t.RT.Str(string(e.out)), nil
}

// value writes any value.
func (e *encoder) value(v starlark.Value, level int) error {
	switch x := object.Unwrap(v).(type) {
	case starlark.NoneType:
		e.out = append(e.out, "null"...)
		return nil
	case object.Bool:
		e.out = strconv.AppendBool(e.out, bool(x))
		return nil
	case starlark.String, *object.Text:
		return e.text(x)
	case starlark.Float:
		s, err := e.float(float64(x))
		e.out = append(e.out, s...)
		return err
	case *object.List:
		return e.nested(v, func() error { return e.array(v, func() []starlark.Value { return x.Elems }, level+1) })
	case starlark.Tuple:
		return e.nested(v, func() error { return e.array(v, func() []starlark.Value { return x }, level+1) })
	case *object.StructSeq:
		return e.nested(v, func() error { return e.array(v, func() []starlark.Value { return x.Tuple() }, level+1) })
	case *object.Dict:
		return e.nested(v, func() error { return e.object(v, x, level+1) })
	default:
		if n, ok := object.AsInt(x); ok {
			e.out = append(e.out, n.String()...)
			return nil
		}
	}
	return e.nested(v, func() error {
		w, err := e.t.Call(e.fallback, v)
		if err != nil {
			return err
		}
		return e.value(w, level)
	})
}

// nested runs f for a value that holds others.
func (e *encoder) nested(v starlark.Value, f func() error) error {
	if e.room--; e.room < 0 {
		return object.RecursionError.Errorf("maximum recursion depth exceeded while encoding a JSON object")
	}
	defer func() { e.room++ }()
	if e.onWay != nil {
		id := object.ID(v)
		if _, isTuple := v.(starlark.Tuple); !isTuple {
			if e.onWay[uint64(id)] {
				return object.ValueError.Errorf("Circular reference detected")
			}
			e.onWay[uint64(id)] = true
			defer delete(e.onWay, uint64(id))
		}
	}
	return f()
}

func (e *encoder) newline(level int) {
	if !e.indents {
		return
	}
	e.out = append(e.out, '\n')
	for range level {
		e.out = append(e.out, e.indent...)
	}
}

// array writes a sequence; default() may change it meanwhile.
func (e *encoder) array(v starlark.Value, elems func() []starlark.Value, level int) error {
	if x, ok := v.(*object.Instance); ok && object.SpecialMethod(x, "__iter__") != nil {
		list, err := object.Elements(e.t, v)
		if err != nil {
			return err
		}
		elems = func() []starlark.Value { return list }
	}
	if len(elems()) == 0 {
		e.out = append(e.out, "[]"...)
		return nil
	}
	e.out = append(e.out, '[')
	for i := 0; i < len(elems()); i++ {
		if i > 0 {
			e.out = append(e.out, e.itemSep...)
		}
		e.newline(level)
		if err := e.value(elems()[i], level); err != nil {
			return err
		}
	}
	e.newline(level - 1)
	e.out = append(e.out, ']')
	return nil
}

func (e *encoder) object(v starlark.Value, d *object.Dict, level int) error {
	items, err := e.items(v, d)
	if err != nil {
		return err
	}
	if len(items) == 0 {
		e.out = append(e.out, "{}"...)
		return nil
	}
	e.out = append(e.out, '{')
	first := true
	for _, item := range items {
		pair, ok := object.Unwrap(item).(starlark.Tuple)
		if !ok || len(pair) != 2 {
			return object.ValueError.Errorf("items must return 2-tuples")
		}
		key, ok, err := e.key(pair[0])
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if !first {
			e.out = append(e.out, e.itemSep...)
		}
		first = false
		e.newline(level)
		if err := e.text(key); err != nil {
			return err
		}
		e.out = append(e.out, e.keySep...)
		if err := e.value(pair[1], level); err != nil {
			return err
		}
	}
	e.newline(level - 1)
	e.out = append(e.out, '}')
	return nil
}

// items returns the entries, as the class of the dict gives them.
func (e *encoder) items(v starlark.Value, d *object.Dict) ([]starlark.Value, error) {
	var items []starlark.Value
	if _, plain := v.(*object.Dict); plain {
		for _, kv := range d.Items() {
			items = append(items, kv)
		}
	} else {
		f, err := e.t.RT.Attr(v, "items")
		if err != nil {
			return nil, err
		}
		list, err := e.t.Call(f)
		if err != nil {
			return nil, err
		}
		if items, err = object.Elements(e.t, list); err != nil {
			return nil, err
		}
	}
	if !e.sortKeys || len(items) < 2 {
		return items, nil
	}
	sorted, err := e.t.RT.Attr(e.t.RT.Builtins, "sorted")
	if err != nil {
		return nil, err
	}
	list, err := e.t.Call(sorted, object.NewList(items))
	if err != nil {
		return nil, err
	}
	return object.Elements(e.t, list)
}

// key returns the name of an entry; ok is false for one to be skipped.
func (e *encoder) key(k starlark.Value) (name starlark.Value, ok bool, err error) {
	switch x := object.Unwrap(k).(type) {
	case starlark.String, *object.Text:
		return x, true, nil
	case starlark.NoneType:
		return starlark.String("null"), true, nil
	case object.Bool:
		if e.fast {
			return starlark.String(object.Repr(e.t.RT.Dialect, x)), true, nil
		}
		return starlark.String(strconv.FormatBool(bool(x))), true, nil
	case starlark.Float:
		s, err := e.float(float64(x))
		return starlark.String(s), true, err
	default:
		if n, isInt := object.AsInt(x); isInt {
			return starlark.String(n.String()), true, nil
		}
	}
	if e.skipKeys {
		return nil, false, nil
	}
	return nil, false, object.TypeError.By("keys must be a string",
		"keys must be str, int, float, bool or None, not "+object.TypeName(k))
}

func (e *encoder) float(f float64) (string, error) {
	s := ""
	switch {
	case math.IsNaN(f):
		s = "NaN"
	case math.IsInf(f, 1):
		s = "Infinity"
	case math.IsInf(f, -1):
		s = "-Infinity"
	default:
		return object.Repr(e.t.RT.Dialect, starlark.Float(f)), nil
	}
	if !e.allowNaN {
		return "", object.ValueError.Errorf("Out of range float values are not JSON compliant")
	}
	return s, nil
}

func (e *encoder) text(v starlark.Value) error {
	s, unicode, err := textOf(e.t, v, e.ascii)
	if err != nil {
		return err
	}
	e.unicode = e.unicode || unicode
	e.out = quote(e.out, s, e.ascii)
	return nil
}

// quote appends s as a JSON string.
func quote(out []byte, s string, ascii bool) []byte {
	const hex = "0123456789abcdef"
	escape := func(r rune) {
		out = append(out, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
	}
	out = append(out, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && (c < 0x7f || !ascii) {
			i++
			continue
		}
		out = append(out, s[from:i]...)
		n := 1
		switch c {
		case '"', '\\':
			out = append(out, '\\', c)
		case '\n':
			out = append(out, `\n`...)
		case '\r':
			out = append(out, `\r`...)
		case '\t':
			out = append(out, `\t`...)
		case '\f':
			out = append(out, `\f`...)
		case '\b':
			out = append(out, `\b`...)
		default:
			var r rune
			r, n = object.DecodeRune(s[i:])
			if r >= 0x10000 {
				r -= 0x10000
				escape(0xD800 + r>>10)
				r = 0xDC00 + r&0x3FF
			}
			escape(r)
		}
		i += n
		from = i
	}
	return append(append(out, s[from:]...), '"')
}
