package builtins

import (
	"math"
	"strings"
	"unicode/utf8"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Formatter is a value with a format of its own: a date.
type Formatter interface {
	Format(t *object.Thread, spec string) (string, error)
}

// Format is format(v, spec), as UTF-8 (in Python 2, bytes as they are). The
// specification is that of the library reference, "Format Specification
// Mini-Language". It raises ValueError for one that v doesn't take, and in
// Python 3 TypeError where v takes none at all.
func Format(t *object.Thread, v starlark.Value, spec string) (string, error) {
	return formatAs(t, v, spec, false)
}

// formatAs is Format for a specification that may be unicode, Python 2's.
func formatAs(t *object.Thread, v starlark.Value, spec string, unicode bool) (string, error) {
	r, err := formatSpecial(t, v, spec)
	if err != nil {
		return "", err
	}
	if r == nil {
		return formatPlain(t, v, spec, unicode)
	}
	s, _ := object.AsText(r)
	switch x := object.Unwrap(r).(type) {
	case *object.Text:
		if py2(t) && !unicode {
			_, err = t.ImplicitEncode(x)
		}
	case starlark.String:
		if py2(t) && unicode {
			err = t.ImplicitDecode(s)
		}
	}
	return s, err
}

// formatSpecial is the string that __format__ of a script's class returns; nil if there is
// no such method.
func formatSpecial(t *object.Thread, v starlark.Value, spec string) (starlark.Value, error) {
	m := object.SpecialMethod(v, "__format__")
	if m == nil {
		return nil, nil
	}
	r, err := t.Call(m, t.RT.Str(spec))
	if _, ok := object.AsText(r); err == nil && !ok {
		err = object.TypeError.By(
			sprintf("%s.__format__ must return string or unicode, not %s", object.TypeName(v), object.TypeName(r)),
			sprintf("__format__ must return a str, not %s", object.TypeName(r)))
	}
	if err != nil {
		return nil, err
	}
	return r, nil
}

// formatPlain is formatAs without asking a __format__ of a script's.
func formatPlain(t *object.Thread, v starlark.Value, spec string, unicode bool) (string, error) {
	if f, ok := v.(Formatter); ok {
		return f.Format(t, spec)
	}
	if spec == "" {
		if x, ok := v.(*object.Text); ok {
			return x.Value(), nil
		}
		if _, ok := v.(object.Special); ok && (unicode || isUnicode(object.Unwrap(v))) {
			return Unicode(t, v)
		}
		r, err := Str(t, v)
		return raw(r), err
	}
	switch x := object.Unwrap(v).(type) {
	case starlark.String, *object.Text:
		f, err := newFormat(t, v, spec)
		if err != nil {
			return "", err
		}
		return f.text(raw(x))
	case starlark.Float:
		f, err := newFormat(t, v, spec)
		if err != nil {
			return "", err
		}
		return f.float(float64(x))
	case Complex:
		f, err := newFormat(t, v, spec)
		if err != nil {
			return "", err
		}
		return f.complex(complex128(x))
	}
	if n, ok := object.AsInt(v); ok {
		f, err := newFormat(t, v, spec)
		if err != nil {
			return "", err
		}
		return f.int(n)
	}
	if !py2(t) {
		return "", object.TypeError.Errorf("unsupported format string passed to %s.__format__", object.TypeName(v))
	}
	r, err := Str(t, v)
	if err == nil {
		err = deprecatedFormat(t)
	}
	if err != nil {
		return "", err
	}
	return Format(t, r, spec)
}

// deprecatedFormat warns of a specification for what only object's __format__
// takes. (Python 2)
func deprecatedFormat(t *object.Thread) error {
	return t.Warn(object.PendingDeprecationWarning, 1, "object.__format__ with a non-empty format string is deprecated")
}

// rawType is added to a type that is a byte of Python 2's which isn't text.
const rawType = utf8.MaxRune &^ 0xff << 1

// A format is a specification taken apart:
// [[fill]align][sign][z][#][0][width][grouping][.precision][type]
type format struct {
	t     *object.Thread
	v     starlark.Value
	bytes bool // the value is a Python 2 str: it is counted in bytes

	fill  string
	align byte // < > = ^, or 0
	sign  byte // + - or space, or 0
	z     bool
	alt   bool
	zero  bool // 0 before the width
	width int
	group byte // , or _, or 0
	prec  int  // -1 if not given
	typ   rune // 0 if not given
}

func newFormat(t *object.Thread, v starlark.Value, spec string) (*format, error) {
	_, isStr := v.(starlark.String)
	f := &format{t: t, v: v, fill: " ", prec: -1, bytes: isStr && py2(t)}
	s := spec
	isAlign := func(s string) bool { return s != "" && strings.IndexByte("<>=^", s[0]) >= 0 }
	if s != "" {
		if _, n := object.DecodeRune(s); isAlign(s[n:]) {
			f.fill, f.align = s[:n], s[n]
			s = s[n+1:]
		} else if isAlign(s) {
			f.align, s = s[0], s[1:]
		}
	}
	given := f.fill != " " || f.align != 0
	if s != "" && strings.IndexByte("+- ", s[0]) >= 0 {
		f.sign, s = s[0], s[1:]
	}
	if !py2(t) && strings.HasPrefix(s, "z") {
		f.z, s = true, s[1:]
	}
	if strings.HasPrefix(s, "#") {
		f.alt, s = true, s[1:]
	}
	if strings.HasPrefix(s, "0") {
		if f.zero = true; f.fill == " " || !given {
			if f.align == 0 || f.fill == " " {
				f.fill = "0"
			}
		}
		if f.align == 0 && (py2(t) || !isText(v)) {
			f.align = '='
		}
		s = s[1:]
	}
	var err error
	if s, err = decimal(s, &f.width); err != nil {
		return nil, err
	}
	for s != "" && (s[0] == ',' || s[0] == '_' && !py2(t)) {
		if f.group != 0 && s[0] != f.group {
			if py2(t) {
				break
			}
			return nil, object.ValueError.Errorf("Cannot specify both ',' and '_'.")
		}
		if f.group != 0 {
			break
		}
		f.group, s = s[0], s[1:]
	}
	if strings.HasPrefix(s, ".") {
		n := len(s) - 1
		f.prec = 0
		if s, err = decimal(s[1:], &f.prec); err != nil {
			return nil, err
		}
		if len(s) == n {
			return nil, object.ValueError.Errorf("Format specifier missing precision")
		}
	}
	if s != "" {
		r, n := object.DecodeRune(s)
		if n < len(s) {
			return nil, object.ValueError.By("Invalid conversion specification",
				sprintf("Invalid format specifier '%s' for object of type '%s'", spec, object.TypeName(v)))
		}
		if f.typ = r; r == utf8.RuneError && n == 1 || r == 0 && !isReal(v) {
			f.typ = rawType + rune(s[0])
		}
	}
	if f.group != 0 && !strings.ContainsRune("\x00defg%EFG", f.typ) && !(f.group == '_' && strings.ContainsRune("boxX", f.typ)) {
		if f.typ > 32 && f.typ < 128 {
			return nil, object.ValueError.Errorf("Cannot specify '%c' with '%c'.", f.group, f.typ)
		}
		return nil, object.ValueError.Errorf("Cannot specify '%c' with '\\x%x'.", f.group, f.typ)
	}
	return f, nil
}

// isReal reports whether a type that is NUL counts as none for v.
func isReal(v starlark.Value) bool { return object.NumberRank(v) > 2 }

func isText(v starlark.Value) bool {
	_, ok := object.AsText(v)
	return ok
}

// decimal reads digits into dst, which stays as it is if there are none.
func decimal(s string, dst *int) (string, error) {
	n := 0
	for s != "" && s[0] >= '0' && s[0] <= '9' {
		if n > (math.MaxInt-9)/10 {
			return "", object.ValueError.Errorf("Too many decimal digits in format string")
		}
		n = n*10 + int(s[0]-'0')
		*dst = n
		s = s[1:]
	}
	return s, nil
}

// unknown is the error for a type that the value doesn't have.
func (f *format) unknown() error {
	name := object.ClassOf(f.t.RT.Dialect, f.v).ClassName
	_, isText := object.Unwrap(f.v).(*object.Text)
	bytes := py2(f.t) && !isText
	code := sprintf("\\x%x", f.typ)
	switch {
	case f.typ == rawType && !bytes:
		code = `\x0`
	case f.typ >= rawType:
		code = string([]byte{byte(f.typ)})
	case f.typ < 128 && (bytes || f.typ > 32):
		code = string(f.typ)
	}
	return object.ValueError.Errorf("Unknown format code '%s' for object of type '%s'", code, name)
}

// text formats a string.
func (f *format) text(s string) (string, error) {
	const where = "not allowed in string format specifier"
	switch {
	case f.typ != 0 && f.typ != 's':
		return "", f.unknown()
	case f.group != 0:
		return "", object.ValueError.Errorf("Cannot specify '%c' with 's'.", f.group)
	case f.sign == ' ' && !py2(f.t):
		return "", object.ValueError.Errorf("Space %s", where)
	case f.sign != 0:
		return "", object.ValueError.Errorf("Sign %s", where)
	case f.z:
		return "", object.ValueError.Errorf("Negative zero coercion (z) %s", where)
	case f.alt:
		return "", object.ValueError.Errorf("Alternate form (#) %s", where)
	case f.align == '=':
		return "", object.ValueError.Errorf("'=' alignment %s", where)
	}
	k := str3
	if f.bytes {
		k = str2
	}
	if f.prec >= 0 {
		s = s[:k.at(s, f.prec)]
	}
	return f.pad("", "", s, k.length(s), '<')
}

// pad fills a number or text up to the width.
func (f *format) pad(sign, prefix, body string, n int, align byte) (string, error) {
	if f.align != 0 {
		align = f.align
	}
	pad := max(f.width-len(sign)-len(prefix)-n, 0)
	if err := room(pad, len(f.fill)); err != nil {
		return "", err
	}
	left := 0
	switch align {
	case '>':
		left = pad
	case '^':
		left = pad / 2
	case '=':
		return sign + prefix + strings.Repeat(f.fill, pad) + body, nil
	}
	return strings.Repeat(f.fill, left) + sign + prefix + body + strings.Repeat(f.fill, pad-left), nil
}

// number formats digits with an optional fraction after them; every is the
// size of a group.
func (f *format) number(sign, prefix, digits, rest string, every int) (string, error) {
	if f.group != 0 && digits != "" {
		min := 0
		if f.fill == "0" && f.align == '=' {
			min = f.width - len(sign) - len(prefix) - len(rest)
			if err := room(min, 1); err != nil {
				return "", err
			}
		}
		digits = grouped(digits, f.group, every, min)
	}
	body := digits + rest
	return f.pad(sign, prefix, body, len(body), '>')
}

// grouped puts sep between groups of digits, adding zeros in front until there
// are min characters.
func grouped(digits string, sep byte, every, min int) string {
	var b []byte // from the right
	for i := 0; ; i++ {
		if i >= len(digits) && len(b) >= min {
			break
		}
		if i > 0 && i%every == 0 {
			b = append(b, sep)
		}
		if i < len(digits) {
			b = append(b, digits[len(digits)-1-i])
		} else {
			b = append(b, '0')
		}
	}
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}

// signOf is the sign that is written.
func (f *format) signOf(negative bool) string {
	switch {
	case negative:
		return "-"
	case f.sign == '+' || f.sign == ' ':
		return string(rune(f.sign))
	}
	return ""
}

// int formats an int or bool.
func (f *format) int(n starlark.Int) (string, error) {
	base, every, prefix := 10, 4, ""
	switch f.typ {
	case 0, 'd', 'n':
		every = 3
	case 'b':
		base, prefix = 2, "0b"
	case 'o':
		base, prefix = 8, "0o"
	case 'x', 'X':
		base, prefix = 16, "0"+string(f.typ)
	case 'c':
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		x, err := f.t.Float(n)
		if err != nil {
			return "", err
		}
		return f.float(x)
	default:
		return "", f.unknown()
	}
	const where = "not allowed in integer format specifier"
	if f.prec >= 0 {
		return "", object.ValueError.Errorf("Precision %s", where)
	}
	if f.z {
		return "", object.ValueError.Errorf("Negative zero coercion (z) %s", where)
	}
	if f.typ == 'c' {
		return f.char(n)
	}
	digits := radix(n, base)
	if f.typ == 'X' {
		digits = strings.ToUpper(digits)
	}
	if !f.alt {
		prefix = ""
	}
	return f.number(f.signOf(n.Sign() < 0), prefix, digits, "", every)
}

func (f *format) char(n starlark.Int) (string, error) {
	if f.sign != 0 {
		return "", object.ValueError.Errorf("Sign not allowed with integer format specifier 'c'")
	}
	if f.alt && !py2(f.t) {
		return "", object.ValueError.Errorf("Alternate form (#) not allowed with integer format specifier 'c'")
	}
	i, ok := n.Int64()
	if py2(f.t) {
		if !ok || i < 0 || i > 255 {
			return "", percentC(object.OverflowError, "arg not in range(0x100)")
		}
		return f.pad("", "", string([]byte{byte(i)}), 1, '>')
	}
	if !ok {
		return "", object.OverflowError.Errorf("Python int too large to convert to C long")
	}
	if i < 0 || i > utf8.MaxRune {
		return "", percentC(object.OverflowError, "arg not in range(0x110000)")
	}
	return f.pad("", "", string(object.AppendRune(nil, rune(i))), 1, '>')
}

// float formats a float.
func (f *format) float(x float64) (string, error) {
	if f.alt && py2(f.t) && strings.ContainsRune("\x00eEfFgGn%", f.typ) {
		return "", object.ValueError.Errorf("Alternate form (#) not allowed in float format specifier")
	}
	neg, body, err := f.floatBody(x)
	if err != nil {
		return "", err
	}
	digits, rest := splitDigits(body)
	return f.number(f.signOf(neg), "", digits, rest, 3)
}

// splitDigits cuts a float before its point or exponent. What isn't a number
// has no digits.
func splitDigits(s string) (digits, rest string) {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return s[:i], s[i:]
}

// floatBody writes |x| by type and precision.
func (f *format) floatBody(x float64) (neg bool, body string, err error) {
	form := floatForm{conv: byte(f.typ), prec: f.prec, alt: f.alt, py2: py2(f.t)}
	if form.prec < 0 {
		form.prec = 6
	}
	suffix := ""
	switch f.typ {
	case 0:
		form.conv, form.dot0 = 'r', true
		if f.prec >= 0 {
			form.conv = 'g'
		} else if form.py2 {
			form.conv, form.prec = 'g', 12
		}
	case 'n':
		form.conv = 'g'
	case '%':
		form.conv, suffix = 'f', "%"
		x *= 100
	case 'e', 'E', 'f', 'F', 'g', 'G':
	default:
		return false, "", f.unknown()
	}
	if f.prec > math.MaxInt32 || room(f.prec, 1) != nil {
		return false, "", object.ValueError.Errorf("precision too big")
	}
	body = form.digits(x)
	neg = minus(x)
	if f.z && neg && strings.Trim(body, "0.eE+-") == "" {
		neg = false
	}
	return neg, body + suffix, nil
}

// complex formats both parts in the same way, with parentheses around them if
// there is no type.
func (f *format) complex(c complex128) (string, error) {
	switch {
	case !strings.ContainsRune("\x00eEfFgGn", f.typ):
		return "", f.unknown()
	case f.alt && py2(f.t):
		return "", object.ValueError.Errorf("Alternate form (#) not allowed in complex format specifier")
	case f.fill == "0":
		return "", object.ValueError.Errorf("Zero padding is not allowed in complex format specifier")
	case f.align == '=':
		return "", object.ValueError.Errorf("'=' alignment flag is not allowed in complex format specifier")
	}
	part := *f
	plain := f.typ == 0
	if plain {
		part.typ = 'g'
		if f.prec < 0 {
			part.typ, part.prec = 'r', 12
		}
	}
	write := func(x float64) (neg bool, s string, err error) {
		if part.typ == 'r' {
			form := floatForm{conv: 'r', alt: f.alt, py2: py2(f.t)}
			if form.py2 {
				form.conv, form.prec = 'g', 12
			}
			neg, s = minus(x), form.digits(x)
		} else {
			neg, s, err = part.floatBody(x)
		}
		if digits, rest := splitDigits(s); f.group != 0 && digits != "" {
			s = grouped(digits, f.group, 3, 0) + rest
		}
		return
	}
	neg, re, err := write(real(c))
	if err != nil {
		return "", err
	}
	imNeg, im, err := write(imag(c))
	if err != nil {
		return "", err
	}
	sign := "+"
	if imNeg {
		sign = "-"
	}
	re = f.signOf(neg) + re
	s := re + sign + im + "j"
	if plain {
		if real(c) == 0 && !minus(real(c)) {
			s = f.signOf(imNeg) + im + "j"
		} else {
			s = "(" + s + ")"
		}
	}
	return f.pad("", "", s, len(s), '>')
}

// formatArgs takes (value[, spec]) for format(), and returns the spec.
func builtinFormat(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := formatArity(t, args, kwargs); err != nil {
		return nil, err
	}
	var spec starlark.Value = starlark.String("")
	if len(args) == 2 {
		spec = args[1]
	}
	if text, ok := object.AsText(spec); ok && py2(t) { // what __format__ returns is unicode where it says so
		if _, isText := spec.(*object.Text); !isText {
			if r, err := formatSpecial(t, args[0], text); r != nil || err != nil {
				return r, err
			}
		}
	}
	return formatted(t, args[0], spec, formatAs)
}

// formatted is what one of the two functions above makes of v, as a string of
// the type that it is to have.
func formatted(t *object.Thread, v, format starlark.Value, by func(*object.Thread, starlark.Value, string, bool) (string, error)) (starlark.Value, error) {
	spec, ok := object.AsText(format)
	if !ok {
		return nil, object.TypeError.By(
			"format expects arg 2 to be string or unicode, not "+object.TypeName(format),
			"format() argument 2 must be str, not "+object.ArgName(format))
	}
	text, unicode := format.(*object.Text)
	if _, ok := object.AsText(v); !ok && unicode && py2(t) {
		if _, err := object.EncodeASCII(text); err != nil {
			return nil, err
		}
	}
	s, err := by(t, v, spec, unicode)
	unicode = unicode || isUnicode(object.Unwrap(v))
	if err != nil {
		return nil, err
	}
	if unicode && t.RT.Dialect == syntax.Python2 {
		return object.NewText(s), nil
	}
	return t.RT.Str(s), nil
}

func formatArity(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) error {
	if py2(t) {
		return object.Positional(t, "format", args, kwargs, 1, ignore, ignore)
	}
	return clinic("", "format", args, kwargs, 1, 2)
}
