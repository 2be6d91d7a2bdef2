package builtins

import (
	"math"
	"strings"
	"unicode/utf8"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Percent is format % args: the % operator of str and unicode, and of bytes
// and bytearray in Python 3. (Library reference, "printf-style String
// Formatting".) In Python 2 the result is unicode as soon as an argument is.
func Percent(t *object.Thread, format, args starlark.Value) (starlark.Value, error) {
	p := &percent{t: t, k: flavourOf(t.RT.Dialect, format), single: args}
	if tuple, ok := object.AsTuple(args); ok {
		p.tuple, p.single = tuple, nil
	} else {
		_, isRange := args.(*Range)
		_, isText := object.AsText(args)
		p.mapping = !isText && isMapping(args) && !(isRange && p.k.py2) && (p.k.text || p.k.py2 || !isBytes(args))
	}
	p.rest = raw(object.Unwrap(format))
	p.format = p.rest
	if err := p.run(); err != nil {
		return nil, err
	}
	if x, derived := format.(*object.Instance); derived && p.k == str3 && p.format != "" && !strings.Contains(p.format, "%") {
		return x, nil // what has no fields is the same as before
	}
	return p.k.wrap(string(p.out)), nil
}

// flavourOf returns the flavour of a string value.
func flavourOf(d syntax.Dialect, v starlark.Value) *flavour {
	is2 := d == syntax.Python2
	switch v := object.Unwrap(v).(type) {
	case starlark.String:
		if is2 {
			return str2
		}
		return str3
	case *object.Text:
		if v.IsUnicode() {
			return uni2
		}
		return str3
	case *Bytearray:
		if is2 {
			return array2
		}
		return array3
	}
	if is2 {
		return str2
	}
	return bytes3
}

func isBytes(v starlark.Value) bool {
	switch object.Unwrap(v).(type) {
	case starlark.Bytes, *Bytearray:
		return true
	}
	return false
}

// A percent is one use of the operator.
type percent struct {
	t      *object.Thread
	k      *flavour
	out    []byte
	format string
	rest   string // what of format isn't done
	start  int    // where the conversion at hand begins in format

	tuple   starlark.Tuple
	next    int
	single  starlark.Value // the argument that isn't a tuple
	used    bool           // single was taken
	mapping bool           // single can be looked into
	keyed   starlark.Value // what %(name) found
}

// A spec is one conversion: %[(key)][flags][width][.precision][hlL]char.
type spec struct {
	left, plus, space, alt, zero bool

	width, prec int // prec is -1 if not given
}

func (p *percent) run() error {
	for {
		i := strings.IndexByte(p.rest, '%')
		if i < 0 {
			p.out = append(p.out, p.rest...)
			break
		}
		p.out = append(p.out, p.rest[:i]...)
		p.start = len(p.format) - len(p.rest) + i
		p.rest = p.rest[i+1:]
		if err := p.conversion(); err != nil {
			return err
		}
		if len(p.out) > maxAlloc {
			return object.MemoryError.New()
		}
	}
	if p.tuple != nil && p.next < len(p.tuple) || p.single != nil && !p.used && !p.mapping {
		what := "string"
		if !p.k.text && !p.k.py2 {
			what = "bytes"
		}
		return object.TypeError.Errorf("not all arguments converted during %s formatting", what)
	}
	return nil
}

// arg takes the next argument.
func (p *percent) arg() (starlark.Value, error) {
	switch {
	case p.keyed != nil:
		v := p.keyed
		p.keyed = nil
		return v, nil
	case p.single != nil && !p.used:
		p.used = true
		return p.single, nil
	case p.next < len(p.tuple):
		p.next++
		return p.tuple[p.next-1], nil
	}
	return nil, object.TypeError.Errorf("not enough arguments for format string")
}

// conversion does what follows a %.
func (p *percent) conversion() error {
	s := spec{prec: -1}
	if strings.HasPrefix(p.rest, "%") {
		p.out = append(p.out, '%')
		p.rest = p.rest[1:]
		return nil
	}
	if strings.HasPrefix(p.rest, "(") {
		if err := p.key(); err != nil {
			return err
		}
	}
	for flag := true; flag && p.rest != ""; {
		switch p.rest[0] {
		case '-':
			s.left = true
		case '+':
			s.plus = true
		case ' ':
			s.space = true
		case '#':
			s.alt = true
		case '0':
			s.zero = true
		default:
			flag = false
			continue
		}
		p.rest = p.rest[1:]
	}
	var err error
	if s.width, err = p.number("width too big", "width too big", math.MaxInt64, "ssize_t"); err != nil {
		return err
	}
	if s.width < 0 {
		s.left, s.width = true, -s.width
	}
	if strings.HasPrefix(p.rest, ".") {
		p.rest = p.rest[1:]
		if s.prec, err = p.number("prec too big", "precision too big", math.MaxInt32, "int"); err != nil {
			return err
		}
		s.prec = max(s.prec, 0)
	}
	if p.rest != "" && strings.IndexByte("hlL", p.rest[0]) >= 0 {
		p.rest = p.rest[1:]
	}
	if p.rest == "" {
		return object.ValueError.Errorf("incomplete format")
	}
	c, n := p.k.next(p.rest)
	at := p.k.length(p.format[:len(p.format)-len(p.rest)])
	p.rest = p.rest[n:]
	if c == '%' && p.k.py2 {
		return p.pad(s, "", "", "%", ' ')
	}
	v, err := p.arg()
	if err != nil {
		return err
	}
	return p.convert(s, c, v, at)
}

// key reads (name) and looks it up.
func (p *percent) key() error {
	if !p.mapping {
		return object.TypeError.Errorf("format requires a mapping")
	}
	depth, i := 1, 1
	for ; i < len(p.rest); i++ {
		switch p.rest[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			break
		}
	}
	if depth > 0 {
		return object.ValueError.Errorf("incomplete format key")
	}
	name := p.rest[1:i]
	p.rest = p.rest[i+1:]
	key := p.k.wrap(name)
	if p.k == array3 {
		key = starlark.Bytes(name)
	}
	v, err := getItem(p.t, p.single, key)
	if err != nil {
		return err
	}
	p.keyed, p.used = v, true
	return nil
}

// number reads digits, or takes an argument for a *.
func (p *percent) number(tooBig2, tooBig3 string, limit int64, ctype string) (int, error) {
	if strings.HasPrefix(p.rest, "*") {
		p.rest = p.rest[1:]
		v, err := p.starred()
		if err != nil {
			return 0, err
		}
		n, ok := object.AsInt(v)
		if _, isLong := object.Unwrap(v).(object.Long); !ok || isLong {
			return 0, object.TypeError.Errorf("* wants int")
		}
		i, ok := n.Int64()
		if !ok || i > limit || i < -limit-1 {
			return 0, object.OverflowError.Errorf("Python int too large to convert to C %s", ctype)
		}
		return int(i), nil
	}
	var n int64
	for p.rest != "" && p.rest[0] >= '0' && p.rest[0] <= '9' {
		d := int64(p.rest[0] - '0')
		if n > (limit-d)/10 {
			return 0, object.ValueError.By(tooBig2, tooBig3)
		}
		n = n*10 + d
		p.rest = p.rest[1:]
	}
	return int(n), nil
}

// starred takes the argument for a *; a mapping has none.
func (p *percent) starred() (starlark.Value, error) {
	if p.keyed != nil {
		v := p.keyed
		p.keyed = nil
		return v, nil
	}
	return p.arg()
}

// pad writes sign, prefix and body, filled up to the width: with zeros between
// prefix and body, with spaces outside.
func (p *percent) pad(s spec, sign, prefix, body string, fill byte) error {
	n := s.width - len(sign) - len(prefix) - p.k.length(body)
	if n < 0 {
		n = 0
	}
	if n > maxAlloc-len(p.out) {
		return object.MemoryError.New()
	}
	filling := strings.Repeat(string(rune(fill)), n)
	switch {
	case s.left:
		p.out = append(append(append(append(p.out, sign...), prefix...), body...), strings.Repeat(" ", n)...)
	case fill == '0':
		p.out = append(append(append(append(p.out, sign...), prefix...), filling...), body...)
	default:
		p.out = append(append(append(append(p.out, filling...), sign...), prefix...), body...)
	}
	return nil
}

// convert writes v by conversion c.
func (p *percent) convert(s spec, c rune, v starlark.Value, at int) error {
	switch c {
	case 's', 'r', 'a', 'b':
		body, ok, err := p.text(c, v)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		if s.prec >= 0 {
			body = body[:p.k.at(body, s.prec)]
		}
		return p.pad(s, "", "", body, ' ')
	case 'c':
		body, err := p.char(v)
		if err != nil {
			return err
		}
		return p.pad(s, "", "", body, ' ')
	case 'd', 'i', 'u', 'x', 'X', 'o':
		return p.integer(s, byte(c), v)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		return p.float(s, byte(c), v)
	}
	shown, code := string(c), uint32(c)
	switch {
	case !p.k.text:
		shown = string([]byte{byte(c)})
		if p.k.py2 {
			code = uint32(int32(int8(c)))
		}
	case c < 31 || c > 126:
		shown = "?"
	}
	return object.ValueError.Errorf("unsupported format character '%s' (0x%x) at index %d", shown, code, at)
}

// text is %s, %r, %a and, in bytes, %b; ok is false if there is no such thing.
func (p *percent) text(c rune, v starlark.Value) (s string, ok bool, err error) {
	k := p.k
	var r starlark.Value
	switch {
	case !k.text && !k.py2: // bytes and bytearray of Python 3
		if c == 'a' || c == 'r' {
			s, err := ascii(p.t, v)
			return s, true, err
		}
		return p.bytes(v)
	case c == 'b', c == 'a' && k.py2:
		return "", false, nil
	case c == 'a':
		s, err := ascii(p.t, v)
		return s, true, err
	case c == 'r':
		r, err = Repr(p.t, v)
	case k == uni2:
		s, err := Unicode(p.t, v)
		return s, true, err
	case k == str3:
		r, err = Str(p.t, v)
	default: // str of Python 2
		if r = object.Unwrap(v); !isUnicode(r) {
			if r, err = anyStr(p.t, v); r == nil && err == nil {
				r, err = Str(p.t, v)
			}
		}
		if err == nil && isUnicode(r) {
			if err := p.promote(); err != nil {
				return "", true, err
			}
			s, err := Unicode(p.t, v)
			return s, true, err
		}
	}
	if err != nil {
		return "", true, err
	}
	s = raw(r)
	if k == uni2 {
		err = p.t.ImplicitDecode(s)
	}
	return s, true, err
}

// promote goes on in unicode. What is written so far, and the
// conversion and what follows it, has to be ASCII.
func (p *percent) promote() error {
	if err := p.t.ImplicitDecode(string(p.out)); err != nil {
		return err
	}
	if err := p.t.ImplicitDecode(p.format[p.start:]); err != nil {
		return err
	}
	p.k = uni2
	return nil
}

func (p *percent) bytes(v starlark.Value) (string, bool, error) {
	if b, ok := object.AsBytes(v); ok {
		return string(b), true, nil
	}
	r, err := special(p.t, v, "__bytes__")
	if b, ok := r.(starlark.Bytes); ok || err != nil {
		return string(b), true, err
	}
	return "", true, object.TypeError.Errorf("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", object.TypeName(v))
}

// char is %c.
func (p *percent) char(v starlark.Value) (string, error) {
	k := p.k
	if text, ok := object.Unwrap(v).(*object.Text); ok && k == str2 {
		if err := p.promote(); err != nil {
			return "", err
		}
		k, v = uni2, text
	}
	s, ok, err := k.get(v)
	if err != nil {
		return "", err
	}
	if _, isBytes := object.Unwrap(v).(object.BytesLike); isBytes && k.py2 {
		ok = false
	}
	if ok && k.length(s) == 1 {
		return s, nil
	}
	wanted := percentC(object.TypeError, "requires int or char")
	if !k.text && !k.py2 {
		wanted = percentC(object.TypeError, "requires an integer in range(256) or a single byte")
	}
	if ok {
		return "", wanted
	}
	var n starlark.Int
	if k == uni2 { // what can be an int is one, whatever else fails
		if object.NumberRank(v) != 1 {
			if v, err = toInt(p.t, "int", v); err != nil {
				return "", wanted
			}
		}
		if n, ok = object.AsInt(v); !ok {
			return "", wanted
		}
		if _, ok = n.Int64(); !ok {
			return "", wanted
		}
	} else if n, err = integer(p.t, v); err != nil {
		if k == str2 || !isKind(p.t, err, object.TypeError) {
			return "", err
		}
		return "", wanted
	}
	i, ok := n.Int64()
	switch {
	case k == str2 && !ok:
		return "", object.OverflowError.Errorf("Python int too large to convert to C long")
	case k == str2 && i < 0:
		return "", object.OverflowError.Errorf("unsigned byte integer is less than minimum")
	case k == str2 && i > 255:
		return "", object.OverflowError.Errorf("unsigned byte integer is greater than maximum")
	case !k.text && (!ok || i < 0 || i > 255):
		return "", percentC(object.OverflowError, "arg not in range(256)")
	case !ok || i < 0 || i > utf8.MaxRune:
		return "", object.OverflowError.By(
			"%c arg not in range(0x110000) (wide Python build)",
			"%c arg not in range(0x110000)")
	case !k.text:
		return string([]byte{byte(i)}), nil
	}
	return string(object.AppendRune(nil, rune(i))), nil
}

// integer is %d and its like.
func (p *percent) integer(s spec, c byte, v starlark.Value) error {
	n, err := p.intOf(c, v)
	if err != nil {
		return err
	}
	base, prefix := 10, ""
	switch c {
	case 'x', 'X':
		base = 16
		prefix = "0" + string(rune(c))
	case 'o':
		base = 8
		if prefix = "0o"; p.k.py2 {
			prefix = "0"
		}
	}
	digits := radix(n, base)
	if c == 'X' {
		digits = strings.ToUpper(digits)
	}
	negative := n.Sign() < 0
	if p.k.py2 {
		own, err := p.ownDigits(c, v)
		if err != nil {
			return err
		}
		if own != "" {
			digits, negative = strings.CutPrefix(own, "-")
			prefix, digits = digits[:len(prefix)], digits[len(prefix):]
			if c == 'o' && digits == "" {
				digits = prefix
			}
		}
	}
	if !s.alt {
		prefix = ""
	}
	if p.k.py2 && c == 'o' { // the prefix counts as a digit
		if prefix != "" && digits != "0" {
			digits = prefix + digits
		}
		prefix = ""
	}
	if _, isLong := object.Unwrap(v).(object.Long); p.k.py2 && !isLong && s.prec == 0 && n.Sign() == 0 && !(s.alt && c == 'o') {
		digits = "" // as C prints a zero of no digits
	}
	if n := s.prec - len(digits); n > 0 {
		if s.prec > math.MaxInt32-3 {
			return object.OverflowError.By("formatted integer is too long (precision too large?)", "precision too large")
		}
		if err := room(n, 1); err != nil {
			return err
		}
		digits = strings.Repeat("0", n) + digits
	}
	return p.pad(s, s.sign(negative), prefix, digits, s.fill())
}

// ownDigits returns what __str__, __oct__ or __hex__ gives, with sign and
// prefix, if v is of a subclass of long that defines it.
func (p *percent) ownDigits(c byte, v starlark.Value) (string, error) {
	if _, ok := object.Unwrap(v).(object.Long); !ok {
		return "", nil
	}
	name := "__str__"
	switch c {
	case 'i':
		c = 'd'
	case 'o':
		name = "__oct__"
	case 'x', 'X':
		name = "__hex__"
	}
	r, err := special(p.t, v, name)
	if r == nil || err != nil {
		return "", err
	}
	text, ok := object.AsText(r)
	if !ok {
		return "", object.TypeError.Errorf("expected string or Unicode object, %s found", object.TypeName(r))
	}
	text = strings.TrimSuffix(text, "L")
	digits := strings.TrimPrefix(text, "-")
	ok = digits != ""
	switch name {
	case "__oct__":
		ok = strings.HasPrefix(digits, "0")
	case "__hex__":
		ok = len(digits) > 2 && strings.EqualFold(digits[:2], "0x")
	}
	if !ok {
		return "", object.ValueError.Errorf("%%%c format: invalid result of %s (type=%s)", c, name, object.TypeName(v))
	}
	if c == 'X' {
		text = strings.ToUpper(text)
	}
	return text, nil
}

func (s *spec) sign(negative bool) string {
	switch {
	case negative:
		return "-"
	case s.plus:
		return "+"
	case s.space:
		return " "
	}
	return ""
}

func (s *spec) fill() byte {
	if s.zero {
		return '0'
	}
	return ' '
}

// intOf takes the argument of an integer conversion. A float is cut off, but
// by %x and %o in Python 2 only.
func (p *percent) intOf(c byte, v starlark.Value) (starlark.Int, error) {
	if n, ok := object.AsInt(v); ok {
		return n, nil
	}
	decimal := c == 'd' || c == 'i' || c == 'u'
	if f, ok := object.Unwrap(v).(starlark.Float); ok && (decimal || p.k.py2) && object.SpecialMethod(v, "__int__") == nil {
		n, err := truncate(float64(f))
		if err == nil || !p.k.py2 {
			return n, err
		}
	}
	names := []string{"__int__", "__index__"}
	ask := func(t *object.Thread, v starlark.Value, name string) (starlark.Value, error) {
		return special(t, v, name)
	}
	switch {
	case p.k.py2:
		names = nil
		if isNumber2(v) {
			names = []string{"int", "long"}
		}
		ask = func(t *object.Thread, v starlark.Value, name string) (starlark.Value, error) {
			return toInt(t, name, v)
		}
	case !decimal:
		names = names[1:]
	}
	for _, name := range names {
		r, err := ask(p.t, v, name)
		if err != nil && p.k.py2 && isKind(p.t, err, object.BuiltinKind("Exception")) {
			continue
		}
		if err != nil && isKind(p.t, err, object.TypeError) {
			break
		}
		if err != nil {
			return starlark.Int{}, err
		}
		if n, ok := object.AsInt(r); r != nil && ok {
			return n, nil
		}
	}
	shown, need := c, "a real number"
	if c == 'i' && (p.k.py2 || p.k == bytes3) {
		shown = 'd'
	}
	if !decimal {
		need = "an integer"
	}
	return starlark.Int{}, object.TypeError.By(
		sprintf("%%%c format: a number is required, not %s", shown, object.ClassOf(syntax.Python2, v).TypeName()),
		sprintf("%%%c format: %s is required, not %s", shown, need, object.TypeName(v)))
}

// isNumber2 tells whether Python 2 takes v for a number: __long__ alone doesn't
// make one, but in an old-style class.
func isNumber2(v starlark.Value) bool {
	x, ok := v.(*object.Instance)
	return ok && x.Class().OldStyle || object.SpecialMethod(v, "__int__") != nil || object.SpecialMethod(v, "__float__") != nil
}

// float is %f and its like.
func (p *percent) float(s spec, c byte, v starlark.Value) error {
	f, err := toFloat(p.t, v)
	if err != nil {
		switch _, isComplex := object.Unwrap(v).(Complex); {
		case p.k.py2 && p.k.text && isComplex:
			return object.TypeError.Errorf("can't convert complex to float")
		case p.k.py2 && p.k.text && object.OldMissing(v, "__float__") == nil && isKind(p.t, err, object.TypeError):
			return object.TypeError.Errorf("a float is required")
		case p.k.py2 && p.k.text:
			return err
		case p.k.py2 || !p.k.text && isKind(p.t, err, object.TypeError):
			return object.TypeError.Errorf("float argument required, not %s", object.ClassOf(p.t.RT.Dialect, v).TypeName())
		}
		return err
	}
	prec := s.prec
	if prec < 0 {
		prec = 6
	}
	if err := room(prec, 1); err != nil {
		return object.ValueError.By("prec too big", "precision too big")
	}
	digits := floatForm{conv: c, prec: prec, alt: s.alt, py2: py2(p.t)}.digits(f)
	return p.pad(s, s.sign(minus(f)), "", digits, s.fill())
}

// percentC is an error about %c.
func percentC(k *object.Kind, words string) error { return k.Errorf("%s", "%c "+words) }
