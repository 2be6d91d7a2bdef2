package object

import (
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Raised is the one Go error that carries a Python exception. Go code makes one
// from a Kind, without knowing the dialect; Runtime.Exception turns it into the
// Exception that a script sees.
type Raised struct {
	Kind *Kind
	Exc  *Exception // set once the dialect is known

	msg  [2]string // by dialect, where args is nil
	args starlark.Tuple
	os   *osFault

	// Inner is the traceback that the exception had already when it was
	// raised (again). Bare is set where that was done by a raise statement
	// without an expression, which adds no line of its own.
	Inner []Frame
	Bare  bool
}

// Error returns the name of the class, and the message as far as it can be told
// without running code of the script: Starlark asks for it whenever an exception
// is raised.
func (r *Raised) Error() string {
	e := r.Exc
	if e == nil {
		e = r.in(syntax.Python3)
	}
	if n := len(e.Args); n > 0 {
		if s, ok := e.Args[n-1].(starlark.String); ok {
			return e.class.ClassName + ": " + string(s)
		}
	}
	return e.class.ClassName
}

// Raise makes err of an exception that exists already.
func Raise(e *Exception) *Raised {
	return &Raised{Kind: e.class.kind, Exc: e, Inner: e.Trace()}
}

// in returns the exception as dialect d has it.
func (r *Raised) in(d syntax.Dialect) *Exception {
	if r.Exc != nil {
		return r.Exc
	}
	if r.os != nil {
		return r.os.exception(d)
	}
	args := r.args
	if args == nil {
		if msg := r.msg[dialectIndex(d)]; msg != "" {
			args = starlark.Tuple{NewStr(d, msg)}
		}
	}
	return NewException(r.Kind.in(d).Class(d), args)
}

// Is reports whether the error is an exception of this kind or one below it.
func Is(err error, k *Kind, d syntax.Dialect) bool {
	r, _ := unwrap(err)
	return r != nil && r.in(d).class.IsSubclass(k.in(d).Class(d))
}

// Exception is an instance of an exception class.
type Exception struct {
	class *Class
	Args  starlark.Tuple
	// Fields are the attributes: those that the class fills from Args, and
	// those that a script sets.
	Fields   map[string]starlark.Value
	Cause    *Exception
	Context  *Exception
	Suppress bool // raise ... from None: don't print Context
	// The traceback: tb, if a script has seen or set it, else frames.
	frames []Frame
	tb     *Traceback
	rt     *Runtime // that raised it
}

var (
	_ starlark.HasAttrs    = (*Exception)(nil)
	_ starlark.HasSetField = (*Exception)(nil)
)

// NewException calls an exception class.
func NewException(c *Class, args starlark.Tuple) *Exception {
	e := &Exception{class: c, Args: args}
	if c.fields != nil {
		e.fill()
	}
	return e
}

// fill sets the attributes that a class derives from its arguments. EnvironmentError
// has none unless it is given two or three, and keeps only two in args.
func (e *Exception) fill() {
	e.Fields = make(map[string]starlark.Value, len(e.class.fields))
	env := len(e.class.fields) == 3 && e.class.fields[0] == "errno"
	for i, name := range e.class.fields {
		e.Fields[name] = starlark.None
		if i < len(e.Args) && (!env || len(e.Args) == 2 || len(e.Args) == 3) {
			e.Fields[name] = e.Args[i]
		}
	}
	if env && len(e.Args) == 3 {
		e.Args = e.Args[:2:2]
	}
	if e.class.fields[0] == "code" && len(e.Args) > 1 {
		e.Fields["code"] = e.Args
	}
}

// Get is e[k], which Python 2 has: an element of args.
func (e *Exception) Get(k starlark.Value) (starlark.Value, bool, error) {
	if get := e.Special("__getitem__"); get != nil {
		v, err := e.class.rt.Current().Call(get, k)
		return v, true, err
	}
	if !e.class.py2 {
		return nil, false, TypeError.Errorf("'%s' object is not subscriptable", e.class.ClassName)
	}
	return NewList(e.Args).Get(k)
}

// Class returns the exception's class.
func (e *Exception) Class() *Class { return e.class }

// String returns the repr, as Python 3 would print it.
func (e *Exception) String() string { return Repr(syntax.Python3, e) }

// Type returns the name of the class.
func (e *Exception) Type() string { return e.class.ClassName }

// Freeze does nothing: Python has no frozen values.
func (e *Exception) Freeze() {}

// Truth returns true.
func (e *Exception) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (e *Exception) Hash() (uint32, error) { return identity(e), nil }

// Attr returns args, message, an attribute of the class's own, or one that was set.
func (e *Exception) Attr(name string) (starlark.Value, error) {
	if name == "__dict__" {
		d := new(Dict)
		for k, v := range e.Fields {
			d.SetString(k, v)
		}
		return d, nil
	}
	if c := e.class; c.Dict != nil {
		if v := c.special(name); v != nil && isData(v) {
			return bindTo(c.rt.Current(), v, e, c)
		}
	}
	if v, ok := e.Fields[name]; ok {
		return v, nil
	}
	switch name {
	case "args":
		return e.Args, nil
	case "__cause__":
		return orNone(e.Cause), nil
	case "__context__":
		return orNone(e.Context), nil
	case "__suppress_context__":
		return Bool(e.Suppress), nil
	case "__traceback__":
		return e.Traceback(), nil
	}
	return e.class.bind(e, name)
}

func orNone(e *Exception) starlark.Value {
	if e == nil {
		return starlark.None
	}
	return e
}

// AttrNames lists the attributes that the instance itself holds.
func (e *Exception) AttrNames() []string {
	return append(sortedKeys(e.Fields), "args")
}

// SetField sets an attribute.
func (e *Exception) SetField(name string, v starlark.Value) error {
	if name == "__traceback__" && !e.class.py2 {
		return e.SetTraceback(v)
	}
	if name == "args" {
		elems, err := Elements(nil, v)
		if err != nil {
			return err
		}
		e.Args = elems
		return nil
	}
	if e.Fields == nil {
		e.Fields = make(map[string]starlark.Value)
	}
	e.Fields[name] = v
	return nil
}

// Special returns the bound method of that special name that the class defines.
func (e *Exception) Special(name string) starlark.Value { return specialOf(e, e.class, name) }

// exceptionMethods are the methods of BaseException.
var exceptionMethods map[string]Method

func init() {
	exceptionMethods = map[string]Method{
		"__init__": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			e := self.(*Exception)
			if len(kwargs) > 0 {
				return nil, TypeError.Errorf("%s() takes no keyword arguments", e.class.ClassName)
			}
			e.Args = args
			if e.class.fields != nil {
				e.fill()
			}
			return starlark.None, nil
		},
		"__str__": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return t.RT.Str(self.(*Exception).plainMessage(t.RT.Dialect)), nil
		},
		"__repr__": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			p := printer{d: t.RT.Dialect}
			p.plainException(self.(*Exception))
			return t.RT.Str(p.b.String()), nil
		},
		"with_traceback": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var tb starlark.Value
			if err := OneArg(t, "BaseException", "with_traceback", args, kwargs, &tb); err != nil {
				return nil, err
			}
			return self, self.(*Exception).SetTraceback(tb)
		},
	}
}

func (e *Exception) runtime() *Runtime     { return e.class.rt }
func (e *Exception) value() starlark.Value { return nil }

// NewFor returns __new__ of a built-in class: it makes an instance of a class
// that derives from it, which __init__ hasn't seen.
func NewFor(c *Class) *Func {
	return &Func{FuncName: "__new__", Self: c, Function: func(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		name := c.ClassName + ".__new__"
		if len(args) == 0 {
			return nil, TypeError.Errorf("%s(): not enough arguments", name)
		}
		k, ok := args[0].(*Class)
		switch {
		case !ok || k.OldStyle:
			return nil, TypeError.Errorf("%s(X): X is not a type object (%s)", name, TypeName(args[0]))
		case !k.IsSubclass(c):
			return nil, TypeError.Errorf("%s(%s): %s is not a subtype of %s", name, k.ClassName, k.ClassName, c.ClassName)
		}
		if safe := k.staticBase(); safe != c && safe.New != nil && !k.Exception {
			return nil, TypeError.Errorf("%s(%s) is not safe, use %s.__new__()", name, k.ClassName, safe.ClassName)
		}
		if k.Dict == nil {
			for _, b := range k.MRO {
				if b.New != nil {
					return b.New(t, k, args[1:], kwargs)
				}
			}
			return starlark.Call(t.Star, k, args[1:], kwargs)
		}
		return k.allocate(t, args[1:], kwargs)
	}}
}

// staticBase is the built-in class whose __new__ makes instances of c.
func (c *Class) staticBase() *Class {
	for _, k := range c.MRO {
		if k.Dict == nil && (k.New != nil || k.Exception || len(k.Bases) == 0) {
			return k
		}
	}
	return c
}

// Message returns str(e).
func (e *Exception) Message(d syntax.Dialect) string {
	for _, name := range []string{"__str__", "__unicode__"} {
		if m := e.Special(name); m != nil {
			t := e.class.rt.Current()
			v, err := t.Call(m)
			if err != nil {
				t.Fail(err)
				return ""
			}
			s, _ := AsText(v)
			return s
		}
	}
	return e.plainMessage(d)
}

// plainMessage is BaseException.__str__ and those of the classes below it.
func (e *Exception) plainMessage(d syntax.Dialect) string {
	k := e.class.kind
	switch {
	case k.under(d, "OSError", "EnvironmentError"):
		if e.Fields["errno"] != starlark.None && e.Fields["errno"] != nil {
			s := "[Errno " + Str(d, e.Fields["errno"]) + "] " + Str(d, e.Fields["strerror"])
			if f := e.Fields["filename"]; f != nil && f != starlark.None {
				s += ": " + Repr(d, f)
			}
			return s
		}
	case k.under(d, "KeyError", "KeyError"):
		if len(e.Args) == 1 {
			return Repr(d, e.Args[0])
		}
	case k.under(d, "UnicodeError", "UnicodeError"):
		if s, ok := e.unicodeMessage(d); ok {
			return s
		}
	case k.under(d, "SyntaxError", "SyntaxError"):
		if len(e.Args) == 2 {
			return e.syntaxMessage(d)
		}
	}
	switch len(e.Args) {
	case 0:
		return ""
	case 1:
		return Str(d, e.Args[0])
	}
	return Repr(d, e.Args)
}

// under reports whether k is, or derives from, the built-in of that name (the
// first in Python 3, the second in Python 2).
func (k *Kind) under(d syntax.Dialect, name3, name2 string) bool {
	name := name3
	if d == syntax.Python2 {
		name = name2
	}
	return k != nil && k.Class(d).IsSubclass(kinds[name].Class(d))
}

// unicodeMessage is the text of UnicodeEncodeError and UnicodeDecodeError.
func (e *Exception) unicodeMessage(d syntax.Dialect) (string, bool) {
	obj, start, end := e.Fields["object"], e.Fields["start"], e.Fields["end"]
	if obj == nil || start == nil || end == nil || obj == starlark.None {
		return "", false
	}
	from, err1 := starlark.AsInt32(start)
	to, err2 := starlark.AsInt32(end)
	if err1 != nil || err2 != nil {
		return "", false
	}
	codec, reason := Str(d, e.Fields["encoding"]), Str(d, e.Fields["reason"])
	if e.class.ClassName == "UnicodeDecodeError" {
		b, ok := AsBytes(obj)
		if s, isStr := obj.(starlark.String); isStr && !ok {
			b = []byte(s)
		}
		if to == from+1 && from < len(b) {
			return sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s", codec, b[from], from, reason), true
		}
		return sprintf("'%s' codec can't decode bytes in position %d-%d: %s", codec, from, to-1, reason), true
	}
	s, _ := AsText(obj)
	if r := runeAt(s, from); to == from+1 && r >= 0 {
		return sprintf("'%s' codec can't encode character %s in position %d: %s", codec, escapedChar(d, r), from, reason), true
	}
	return sprintf("'%s' codec can't encode characters in position %d-%d: %s", codec, from, to-1, reason), true
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

// syntaxMessage is the text of SyntaxError, whose second argument is
// (filename, line, column, text, ...).
func (e *Exception) syntaxMessage(d syntax.Dialect) string {
	msg := Str(d, e.Args[0])
	if t, ok := e.Args[1].(starlark.Tuple); ok && len(t) >= 2 {
		file := Str(d, t[0])
		if i := strings.LastIndexByte(file, '/'); i >= 0 {
			file = file[i+1:]
		}
		return sprintf("%s (%s, line %s)", msg, file, Str(d, t[1]))
	}
	return msg
}
