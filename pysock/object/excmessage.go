package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Message returns str(e). What the class's own __str__ raises is left with the
// thread: see Thread.Failed.
func (e *Exception) Message(d syntax.Dialect) string {
	if e.thrown != nil {
		return Str(d, e.thrown)
	}
	for _, name := range []string{"__str__", "__unicode__"} {
		if m := e.Special(name); m != nil {
			t := e.class.rt.Current()
			v, err := t.Call(m)
			if err != nil {
				t.Fail(err)
				return ""
			}
			s, ok := AsText(Unwrap(v))
			if !ok {
				t.Fail(TypeError.Errorf("__str__ returned non-string (type %s)", TypeName(v)))
			}
			return s
		}
	}
	return e.plainMessage(d)
}

// OnlyArg is the argument that is all of the message, or nil if it isn't.
func (e *Exception) OnlyArg() starlark.Value {
	l := e.class.layout
	if e.thrown != nil || l != nil && l.str != nil || len(e.Args) != 1 || e.Special("__str__") != nil || e.Special("__unicode__") != nil {
		return nil
	}
	return e.Args[0]
}

// plainMessage is BaseException.__str__ and those of the classes below it.
func (e *Exception) plainMessage(d syntax.Dialect) string {
	if l := e.class.layout; l != nil && l.str != nil {
		if s, ok := l.str(e, d); ok {
			return s
		}
	}
	switch len(e.Args) {
	case 0:
		return ""
	case 1:
		return Str(d, e.Args[0])
	}
	return Str(d, e.given())
}

// under reports whether k is, or derives from, the built-in of that name.
func (k *Kind) under(d syntax.Dialect, name string) bool {
	return k != nil && k.Class(d).IsSubclass(kinds[name].Class(d))
}

// unicodeInit takes the arguments of a UnicodeError: letters tell their types, as
// those of PyArg_ParseTuple.
func unicodeInit(format string) func(e *Exception, args starlark.Tuple) error {
	return func(e *Exception, args starlark.Tuple) error {
		names := []string{"encoding", "object", "start", "end", "reason"}
		names = names[len(names)-len(format):]
		if len(args) != len(format) {
			return TypeError.Errorf("function takes exactly %d arguments (%d given)", len(format), len(args))
		}
		py2 := e.class.py2
		for i, letter := range format {
			v := Unwrap(args[i])
			want := ""
			_, isText := AsText(v)
			_, isNative := v.(starlark.String)
			_, isBytes := AsBytes(v)
			_, isInt := AsInt(v)
			switch {
			case letter == 'n' && !isInt:
				if py2 {
					return TypeError.Errorf("an integer is required")
				}
				return TypeError.Errorf("'%s' object cannot be interpreted as an integer", TypeName(v))
			case letter == 'B' && py2 && !isNative:
				want = "str"
			case letter == 'B' && !py2 && !isBytes:
				return TypeError.Errorf("a bytes-like object is required, not '%s'", TypeName(v))
			case letter == 'O' && py2 && (!isText || isNative):
				want = "unicode"
			case letter == 'U' && py2 && !isNative, (letter == 'U' || letter == 'O') && !py2 && !isText:
				want = "str"
			}
			if want != "" {
				return TypeError.Errorf("argument %d must be %s, not %s", i+1, want, ArgName(v))
			}
			if letter == 'B' && !py2 {
				b, _ := AsBytes(v)
				v = starlark.Bytes(b)
			}
			e.set(names[i], v)
		}
		return nil
	}
}

// unicodeMessage is the text of a UnicodeError with its attributes.
func (e *Exception) unicodeMessage(d syntax.Dialect) (string, bool) {
	obj := e.slots["object"]
	if obj == nil {
		return "", d != syntax.Python2 || len(e.Args) == 0
	}
	from, err1 := starlark.AsInt32(orNoneValue(e.slots["start"]))
	to, err2 := starlark.AsInt32(orNoneValue(e.slots["end"]))
	if err1 != nil || err2 != nil {
		return "", false
	}
	reason := Str(d, orNoneValue(e.slots["reason"]))
	head, do := "'"+Str(d, orNoneValue(e.slots["encoding"]))+"' codec ", "encode"
	switch {
	case e.class.kind.under(d, "UnicodeDecodeError"):
		b, ok := AsBytes(obj)
		if s, isStr := obj.(starlark.String); isStr && !ok {
			b = []byte(s)
		}
		if to == from+1 && 0 <= from && from < len(b) {
			return sprintf("%scan't decode byte 0x%02x in position %d: %s", head, b[from], from, reason), true
		}
		return sprintf("%scan't decode bytes in position %d-%d: %s", head, from, to-1, reason), true
	case e.class.kind.under(d, "UnicodeTranslateError"):
		head, do = "", "translate"
	}
	s, _ := AsText(obj)
	if r := runeAt(s, from); to == from+1 && r >= 0 {
		return sprintf("%scan't %s character %s in position %d: %s", head, do, escapedChar(d, r), from, reason), true
	}
	return sprintf("%scan't %s characters in position %d-%d: %s", head, do, from, to-1, reason), true
}

func escapedChar(d syntax.Dialect, r rune) string {
	var s string
	switch {
	case r < 0x100:
		s = sprintf(`'\x%02x'`, r)
	case r < 0x10000:
		s = sprintf(`'\u%04x'`, r)
	default:
		s = sprintf(`'\U%08x'`, r)
	}
	if d == syntax.Python2 {
		return "u" + s
	}
	return s
}
