package object

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Reprer prints itself, by dialect.
type Reprer interface {
	Repr(d syntax.Dialect) string
}

// A Strer has a str() that isn't its repr().
type Strer interface {
	Str(d syntax.Dialect) string
}

// Str returns str(v) as UTF-8.
func Str(d syntax.Dialect, v starlark.Value) string {
	switch v := v.(type) {
	case starlark.String:
		return string(v)
	case *Text:
		return v.s
	case starlark.Bytes:
		return Repr(d, v)
	case starlark.Int:
		return v.String() // a Python 2 long has no L here
	case starlark.Float:
		if d == syntax.Python2 {
			return floatString2(float64(v))
		}
	case *Exception:
		return v.Message(d)
	case *Class:
		if v.hooks() {
			if s, ok := hookText(v, "__str__"); ok {
				return s
			}
		}
		if v.OldStyle {
			return v.QualifiedName()
		}
	case Strer:
		return v.Str(d)
	}
	return Repr(d, v)
}

// Repr returns repr(v) as UTF-8.
func Repr(d syntax.Dialect, v starlark.Value) string {
	p := printer{d: d}
	p.repr(v)
	return p.b.String()
}

// Repr is repr(v) for a script: what is being printed already, and asks a
// __repr__ that asks this, is found as it is.
func (rt *Runtime) Repr(v starlark.Value) string {
	p := printer{d: rt.Dialect, path: rt.Current().printing}
	p.repr(v)
	return p.b.String()
}

// CheckedRepr is repr(v) for a script; it raises RecursionError for what is
// nested too deep.
func (t *Thread) CheckedRepr(v starlark.Value) (string, error) {
	p := printer{d: t.RT.Dialect, path: t.printing}
	p.repr(v)
	if p.deep {
		return "", RecursionError.By("maximum recursion depth exceeded while getting the repr of a "+TypeName(v),
			"maximum recursion depth exceeded while getting the repr of an object")
	}
	return p.b.String(), nil
}

// maxReprDepth is how deep containers may be nested to be shown.
const maxReprDepth = 1000

// A Lister is shown as a list of what it holds, after a name: dict_keys([1, 2]).
type Lister interface {
	starlark.Value
	ReprList() (name string, elems []starlark.Value)
}

type printer struct {
	d    syntax.Dialect
	b    strings.Builder
	path []starlark.Value // the containers being printed, to find a cycle
	deep bool             // there were too many of them
}

func (p *printer) repr(v starlark.Value) {
	switch v := v.(type) {
	case nil:
		p.b.WriteString("<nil>")
	case starlark.NoneType:
		p.b.WriteString("None")
	case starlark.Bool:
		p.b.WriteString(Bool(v).String())
	case starlark.Int:
		p.b.WriteString(v.String())
		if p.d == syntax.Python2 {
			if _, ok := v.Int64(); !ok {
				p.b.WriteByte('L')
			}
		}
	case starlark.Float:
		p.b.WriteString(FloatRepr(float64(v)))
	case starlark.String:
		if p.d == syntax.Python3 {
			p.b.WriteString(QuoteText(string(v)))
		} else {
			p.b.WriteString(QuoteBytes(string(v)))
		}
	case *Text:
		if v.unicode {
			p.b.WriteByte('u')
			p.b.WriteString(quote(v.s, func(r rune) bool { return r < 0x7f }))
		} else {
			p.b.WriteString(QuoteText(v.s))
		}
	case starlark.Bytes:
		p.b.WriteByte('b')
		p.b.WriteString(QuoteBytes(string(v)))
	case starlark.Tuple:
		p.elems("(", ")", v, v)
	case *List:
		p.elems("[", "]", v, v.Elems)
	case *starlark.List:
		elems, _ := Elements(nil, v)
		p.elems("[", "]", v, elems)
	case *Dict:
		p.dict(v, v.Items())
	case *starlark.Dict:
		p.dict(v, v.Items())
	case *Set:
		p.set(v, v.Type(), !v.Frozen, v.Elems())
	case *starlark.Set:
		elems, _ := Elements(nil, v)
		p.set(v, "set", true, elems)
	case *Exception:
		p.exception(v)
	case *Class:
		p.class(v)
	case *starlark.Function:
		p.b.WriteString(sprintf("<function %s at 0x%x>", functionRepr(v), ID(v)))
	case *Func:
		p.fn(v)
	case Lister:
		if !p.enter(v) {
			p.b.WriteString("...")
			return
		}
		name, elems := v.ReprList()
		p.b.WriteString(name + "(")
		p.elems("[", "]", NewList(elems), elems)
		p.b.WriteString(")")
		p.leave()
	case *Instance:
		p.instance(v)
	case Reprer:
		p.b.WriteString(v.Repr(p.d))
	default:
		p.b.WriteString(v.String())
	}
}

func (p *printer) class(c *Class) {
	if c.hooks() {
		if s, ok := hookText(c, "__repr__"); ok {
			p.b.WriteString(s)
			return
		}
	}
	p.b.WriteString(c.PlainRepr(p.d))
}

// PlainRepr is type.__repr__.
func (c *Class) PlainRepr(d syntax.Dialect) string {
	if c.OldStyle {
		return sprintf("<class %s at 0x%x>", c.QualifiedName(), ID(c))
	}
	word, name := "class", c.QualifiedName()
	if d == syntax.Python2 && (c.Dict == nil || c.Static) {
		if c.Exception && c.Module == "exceptions" || c.Static || c.Module == "__builtin__" {
			word = "type"
		}
		if c.Exception {
			name = c.Module + "." + c.ClassName
		}
	}
	return "<" + word + " '" + name + "'>"
}

func (p *printer) fn(f *Func) {
	switch word := f.Type(); {
	case word == "wrapper_descriptor":
		p.b.WriteString("<slot wrapper '" + f.FuncName + "' of '" + f.Unbound.ClassName + "' objects>")
	case f.Unbound != nil:
		p.b.WriteString("<method '" + f.FuncName + "' of '" + f.Unbound.ClassName + "' objects>")
	case f.Self == nil:
		p.b.WriteString("<built-in function " + f.FuncName + ">")
	case word == "method-wrapper":
		p.b.WriteString(sprintf("<method-wrapper '%s' of %s object at 0x%x>", f.FuncName, TypeName(f.self()), ID(f.self())))
	default:
		p.b.WriteString(sprintf("<built-in method %s of %s object at 0x%x>", f.FuncName, TypeName(f.self()), ID(f.self())))
	}
}

// enter reports whether v is already being printed; it is, inside itself, as "...".
func (p *printer) enter(v starlark.Value) bool {
	if len(p.path) > maxReprDepth {
		p.deep = true
		return false
	}
	for _, w := range p.path {
		if Identical(v, w) {
			return false
		}
	}
	p.path = append(p.path, v)
	return true
}

func (p *printer) leave() { p.path = p.path[:len(p.path)-1] }

// elems prints what is in v, which is nil where the caller has entered it.
func (p *printer) elems(open, close string, v starlark.Value, elems []starlark.Value) {
	guarded := v != nil && len(elems) > 0 && (open != "(" || p.d != syntax.Python2) // Python 2 leaves it to what is in the tuple
	if guarded && !p.enter(v) {
		p.b.WriteString(open + "..." + close)
		return
	}
	p.b.WriteString(open)
	for i, e := range elems {
		if i > 0 {
			p.b.WriteString(", ")
		}
		p.repr(e)
	}
	if len(elems) == 1 && open == "(" {
		p.b.WriteByte(',')
	}
	p.b.WriteString(close)
	if guarded {
		p.leave()
	}
}

func (p *printer) dict(v starlark.Value, items []starlark.Tuple) {
	if !p.enter(v) {
		p.b.WriteString("{...}")
		return
	}
	p.b.WriteByte('{')
	for i, kv := range items {
		if i > 0 {
			p.b.WriteString(", ")
		}
		p.repr(kv[0])
		p.b.WriteString(": ")
		p.repr(kv[1])
	}
	p.b.WriteByte('}')
	p.leave()
}

// instance prints an instance. What its __repr__ prints in turn is in what is
// being printed here.
func (p *printer) instance(x *Instance) {
	t := x.rt.Current()
	outer := t.printing
	t.printing = p.path
	s, ok := hookText(x, "__repr__")
	t.printing = outer
	switch base := x.Base.(type) {
	case nil:
		if !ok {
			s = x.PlainRepr()
		}
	case *Set:
		if !ok {
			elems, err := base.Elems(), error(nil)
			if x.class.special("__iter__") != nil && (len(elems) > 0 || x.class.py2) {
				elems, err = Elements(t, x)
			}
			if err != nil {
				t.Fail(err)
			}
			p.set(base, x.class.ClassName, false, elems)
		}
	case *List, *Dict, starlark.Tuple, starlark.String, *Text, starlark.Bytes, starlark.Int, starlark.Float:
		if !ok {
			p.repr(base)
		}
	default:
		if n := namer(base); n != nil && !ok {
			s = n.ReprAs(x.class.ClassName, p.d)
		} else if !ok {
			s = Repr(p.d, base)
		}
		if !ok && isPlainRepr(p.d, base, s) {
			s = x.PlainRepr()
		}
	}
	p.b.WriteString(s)
}

// isPlainRepr reports whether s is what object.__repr__ says of v.
func isPlainRepr(d syntax.Dialect, v starlark.Value, s string) bool {
	return strings.HasPrefix(s, "<"+ClassOf(d, v).cName()+" object at 0x")
}

// set prints a set of a class of that name, which is set itself if plain.
func (p *printer) set(v starlark.Value, name string, plain bool, elems []starlark.Value) {
	switch {
	case len(elems) == 0 && p.d != syntax.Python2:
		p.b.WriteString(name + "()")
		return
	case !p.enter(v):
		p.b.WriteString(name + "(...)")
		return
	case plain && p.d != syntax.Python2:
		p.elems("{", "}", nil, elems)
	case p.d != syntax.Python2:
		p.elems(name+"({", "})", nil, elems)
	default:
		p.elems(name+"([", "])", nil, elems)
	}
	p.leave()
}

func (p *printer) exception(e *Exception) {
	if m := e.Special("__repr__"); m != nil {
		t := e.class.rt.Current()
		outer := t.printing
		t.printing = p.path
		v, err := t.Call(m)
		t.printing = outer
		if err != nil {
			t.Fail(err)
			return
		}
		s, _ := AsText(v)
		p.b.WriteString(s)
		return
	}
	p.plainException(e)
}

func (p *printer) plainException(e *Exception) {
	p.b.WriteString(e.class.ClassName)
	if p.d == syntax.Python2 || len(e.Args) != 1 {
		p.repr(e.given())
		return
	}
	p.b.WriteByte('(')
	p.repr(e.Args[0])
	p.b.WriteByte(')')
}

// FloatRepr returns the shortest text that reads back as f, in Python's form.
func FloatRepr(f float64) string {
	return floatString(strconv.FormatFloat(f, 'g', -1, 64), f, 16)
}

// floatString2 is Python 2's str of a float: 12 digits.
func floatString2(f float64) string {
	if KeepsZeros(f, 12) {
		return strconv.FormatFloat(f, 'e', 11, 64)
	}
	return floatString(strconv.FormatFloat(f, 'g', 12, 64), f, 12)
}

// KeepsZeros reports whether Python 2 keeps the zeros at the end of a float with so
// many digits in its general format: of a whole number below 1e15 that lies in the middle
// between two such, and is rounded to the one that ends with zero.
//
//	'%g' % 1000005.0        1.00000e+06
//	'%g' % 1000004.0        1e+06
func KeepsZeros(f float64, digits int) bool {
	f = math.Abs(f)
	if f >= 1e15 || f != math.Trunc(f) {
		return false
	}
	n := int64(f)
	unit := int64(1)
	for range len(strconv.FormatInt(n, 10)) - digits {
		unit *= 10
	}
	return n%unit*2 == unit && n/unit%10 == 0
}

// floatString brings the digits of Go's %g into Python's form: an exponent has
// a sign and two digits and is used below 1e-4 and from 10**limit on, and a
// whole number ends in ".0".
func floatString(digits string, f float64, limit int) string {
	switch {
	case math.IsNaN(f):
		return "nan"
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	case f == 0:
		if math.Signbit(f) {
			return "-0.0"
		}
		return "0.0"
	}
	exp := 0
	if i := strings.IndexByte(digits, 'e'); i >= 0 {
		exp, _ = strconv.Atoi(digits[i+1:])
	} else {
		dot := strings.IndexByte(digits, '.')
		whole := strings.TrimPrefix(digits, "-")
		if dot >= 0 {
			whole = strings.TrimPrefix(digits[:dot], "-")
		}
		exp = len(whole) - 1
		if whole == "0" {
			frac := digits[dot+1:]
			exp = -(len(frac) - len(strings.TrimLeft(frac, "0")) + 1)
		}
	}
	prec := -1
	if limit < 16 {
		prec = limit - 1
	}
	most := limit
	if limit < 16 {
		most-- // Python 2's str leaves room for the ".0"
	}
	if exp < -4 || exp >= most {
		s := strconv.FormatFloat(f, 'e', prec, 64)
		i := strings.IndexByte(s, 'e')
		return trimZeros(s[:i]) + s[i:]
	}
	if prec >= 0 {
		prec = max(prec-exp, 0)
	}
	s := strconv.FormatFloat(f, 'f', prec, 64)
	if strings.IndexByte(s, '.') >= 0 {
		s = trimZeros(s)
	}
	if strings.IndexByte(s, '.') < 0 {
		s += ".0"
	}
	return s
}

func trimZeros(s string) string {
	if strings.IndexByte(s, '.') < 0 {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// QuoteBytes quotes bytes as Python does: single quotes unless there are only
// single quotes inside, and \x for what isn't printable ASCII.
func QuoteBytes(s string) string {
	var b strings.Builder
	q := quoteFor(s)
	b.WriteByte(q)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == q || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == '\t':
			b.WriteString(`\t`)
		case c < ' ' || c >= 0x7f:
			const hex = "0123456789abcdef"
			b.WriteString(`\x`)
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte(q)
	return b.String()
}

// QuoteText quotes text as Python 3 does: what is printable stays as it is.
func QuoteText(s string) string { return quote(s, printable) }

// QuoteASCII is ascii(s): all that isn't ASCII is escaped.
func QuoteASCII(s string) string { return quote(s, func(r rune) bool { return r < 0x7f }) }

func quoteFor(s string) byte {
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		return '"'
	}
	return '\''
}

func quote(s string, plain func(rune) bool) string {
	var b strings.Builder
	q := quoteFor(s)
	b.WriteByte(q)
	for s != "" {
		r, n := decode(s)
		switch {
		case r == rune(q) || r == '\\':
			b.WriteByte('\\')
			b.WriteByte(byte(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f:
			b.WriteString(sprintf(`\x%02x`, r))
		case r < utf8.RuneSelf || plain(r):
			b.WriteString(s[:n])
		case r < 0x100:
			b.WriteString(sprintf(`\x%02x`, r))
		case r < 0x10000:
			b.WriteString(sprintf(`\u%04x`, r))
		default:
			b.WriteString(sprintf(`\U%08x`, r))
		}
		s = s[n:]
	}
	b.WriteByte(q)
	return b.String()
}

// printable is str.isprintable for one code point.
func printable(r rune) bool {
	if r == ' ' {
		return true
	}
	return !unicode.In(r, unicode.C, unicode.Z) && isAssigned(r)
}

func isAssigned(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S)
}

// IsPrintable is str.isprintable for one code point.
func IsPrintable(r rune) bool { return printable(r) }

// ASCII escapes what isn't ASCII in a repr, as ascii() does.
func ASCII(s string) string {
	if IsASCII(s) {
		return s
	}
	var b strings.Builder
	for _, r := range Runes(s) {
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		case r < 0x100:
			b.WriteString(sprintf(`\x%02x`, r))
		case r < 0x10000:
			b.WriteString(sprintf(`\u%04x`, r))
		default:
			b.WriteString(sprintf(`\U%08x`, r))
		}
	}
	return b.String()
}
