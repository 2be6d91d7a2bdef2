package pyre

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A template is the replacement that sub and expand are given: text, and
// groups to be put in.
type template struct {
	parts []part
	plain bool // it is text only
}

// A part is text, or a group if that is at least 0.
type part struct {
	text  []rune
	group int
}

// hasText reports whether it is more than groups.
func (tm *template) hasText() bool {
	return slices.ContainsFunc(tm.parts, func(p part) bool { return p.group < 0 })
}

// template parses a replacement.
func (p *pattern) template(t *object.Thread, v starlark.Value) (*template, error) {
	if _, text := object.AsText(v); !text {
		if _, bytes := object.AsBytes(v); !bytes {
			return nil, p.noTemplate(t, v)
		}
	}
	s, err := p.subject(t, v)
	if err != nil {
		return nil, err
	}
	tp := &templateParser{p: p, src: s.runes, value: v}
	if err := tp.parse(); err != nil {
		return nil, err
	}
	return &template{parts: tp.parts, plain: tp.plain()}, nil
}

// noTemplate is the error for what is neither text nor a function: CPython keeps the
// templates that it has read, then reads this one.
func (p *pattern) noTemplate(t *object.Thread, v starlark.Value) error {
	if _, err := object.Hash(v); err != nil {
		return err
	}
	if p.m.py3() {
		return object.TypeError.Errorf("decoding to str: need a bytes-like object, %s found", object.TypeName(v))
	}
	if _, err := builtins.Len(t, v); err != nil {
		return err
	}
	return object.TypeError.Errorf("expected string or buffer")
}

// expand appends what the template makes of a match.
func (tm *template) expand(out []rune, m *match) ([]rune, error) {
	for _, part := range tm.parts {
		if part.group < 0 {
			out = append(out, part.text...)
			continue
		}
		span := m.spans[part.group]
		if span[0] < 0 {
			if !m.p.m.py3() {
				return nil, m.p.m.fail("unmatched group", m.p.source, -1)
			}
			continue
		}
		out = append(out, m.s.runes[span[0]:span[1]]...)
	}
	return out, nil
}

type templateParser struct {
	p     *pattern
	value starlark.Value
	src   []rune
	at    int
	parts []part
	text  []rune
}

func (tp *templateParser) plain() bool {
	return len(tp.parts) == 0 || len(tp.parts) == 1 && tp.parts[0].group < 0
}

func (tp *templateParser) flush() {
	if len(tp.text) > 0 {
		tp.parts = append(tp.parts, part{tp.text, -1})
		tp.text = nil
	}
}

func (tp *templateParser) add(group int) {
	tp.flush()
	tp.parts = append(tp.parts, part{nil, group})
}

func (tp *templateParser) fail(at int, format string, args ...any) error {
	return tp.p.m.fail(fmt.Sprintf(format, args...), tp.value, at)
}

func (tp *templateParser) parse() error {
	for tp.at < len(tp.src) {
		c := tp.src[tp.at]
		tp.at++
		if c != '\\' {
			tp.text = append(tp.text, c)
			continue
		}
		if err := tp.escape(); err != nil {
			return err
		}
	}
	tp.flush()
	return nil
}

func (tp *templateParser) digit(max rune) bool {
	return tp.at < len(tp.src) && tp.src[tp.at] >= '0' && tp.src[tp.at] <= max
}

// escape reads what follows a backslash.
func (tp *templateParser) escape() error {
	start := tp.at - 1
	if tp.at == len(tp.src) {
		return tp.fail(start, "bad escape (end of pattern)")
	}
	c := tp.src[tp.at]
	tp.at++
	switch {
	case c == 'g':
		return tp.named()
	case c == '0':
		for n := 0; n < 2 && tp.digit('7'); n++ {
			tp.at++
		}
		v, _ := strconv.ParseUint(string(tp.src[start+1:tp.at]), 8, 32)
		tp.text = append(tp.text, rune(v&0xff))
	case c >= '1' && c <= '9':
		return tp.reference(start, c)
	default:
		if r, ok := simple[c]; ok {
			tp.text = append(tp.text, r)
			break
		}
		if tp.p.m.py3() && c < 128 && unicode.IsLetter(c) {
			return tp.fail(start, "bad escape \\%c", c)
		}
		tp.text = append(tp.text, '\\', c)
	}
	return nil
}

// reference reads \1 to \99, or \123 in octal.
func (tp *templateParser) reference(start int, c rune) error {
	n := int(c - '0')
	if tp.digit('9') {
		d := tp.src[tp.at]
		tp.at++
		if c <= '7' && d <= '7' && tp.digit('7') {
			v, _ := strconv.ParseUint(string(tp.src[start+1:tp.at+1]), 8, 32)
			tp.at++
			if v > 0o377 {
				if tp.p.m.py3() {
					return tp.fail(start, "octal escape value %s outside of range 0-0o377", string(tp.src[start:tp.at]))
				}
				v &= 0xff
			}
			tp.text = append(tp.text, rune(v))
			return nil
		}
		n = n*10 + int(d-'0')
	}
	return tp.group(n, start+1)
}

func (tp *templateParser) group(n, at int) error {
	if n > tp.p.tree.groups {
		if !tp.p.m.py3() {
			return tp.fail(at, "invalid group reference")
		}
		return tp.fail(at, "invalid group reference %d", n)
	}
	tp.add(n)
	return nil
}

// named reads the rest of \g<name>.
func (tp *templateParser) named() error {
	if tp.at == len(tp.src) || tp.src[tp.at] != '<' {
		return tp.either(tp.at, "missing group name", "missing <")
	}
	tp.at++
	start := tp.at
	end := start
	for end < len(tp.src) && tp.src[end] != '>' {
		end++
	}
	name := string(tp.src[start:end])
	switch {
	case end == len(tp.src) && name == "":
		return tp.either(start, "unterminated group name", "missing group name")
	case end == len(tp.src):
		return tp.either(start, "unterminated group name", "missing >, unterminated name")
	case name == "":
		return tp.fail(start, "missing group name")
	}
	tp.at = end + 1
	if isIdentifier(name) {
		n, ok := tp.p.tree.names[name]
		if !ok {
			return object.IndexError.By("unknown group name: '"+name+"'", "unknown group name '"+name+"'")
		}
		tp.add(n)
		return nil
	}
	n, err := strconv.Atoi(strings.Trim(name, " _+"))
	switch {
	case err == nil && n < 0 && !tp.p.m.py3():
		return tp.fail(start, "negative group number")
	case err != nil || n < 0:
		return tp.either(start, "bad character in group name", "bad character in group name '"+name+"'")
	}
	return tp.group(n, start)
}

func (tp *templateParser) either(at int, msg2, msg3 string) error {
	if tp.p.m.py3() {
		return tp.fail(at, "%s", msg3)
	}
	return tp.fail(at, "%s", msg2)
}

// assemble makes a value of s's type of characters.
func (m *module) assemble(s *subject, runes []rune) starlark.Value {
	var b []byte
	for _, r := range runes {
		if s.bytes {
			b = append(b, byte(r))
		} else {
			b = object.AppendRune(b, r)
		}
	}
	if s.bytes {
		if m.py3() {
			return starlark.Bytes(b)
		}
		if _, ok := s.value.(*builtins.Bytearray); ok {
			return builtins.NewBytearray(syntax.Python2, b)
		}
		return starlark.String(b)
	}
	return m.likeText(s.value, string(b))
}

// replace is sub and subn: it returns the new text and how many matches were
// replaced.
func (p *pattern) replace(t *object.Thread, repl, v starlark.Value, count int) (starlark.Value, int, error) {
	var tmpl *template
	odd := p.otherKind(repl)
	if !object.Callable(repl) && !odd {
		var err error
		if tmpl, err = p.template(t, repl); err != nil {
			return nil, 0, err
		}
	}
	s, err := p.subject(t, v)
	if err != nil {
		return nil, 0, err
	}
	var out []rune
	n, at, parts := 0, 0, 0
	mix := mixture{unicode: !s.bytes}
	err = p.each(s, 0, len(s.runes), func(m *match) (bool, error) {
		from, to := m.spans[0][0], m.spans[0][1]
		if !p.m.py3() && from == to && from == at && n > 0 {
			return true, nil
		}
		out = append(out, s.runes[at:from]...)
		mix.add(s.runes[at:from], !s.bytes)
		if at < from {
			parts++
		}
		at = to
		n++
		parts++
		if tmpl != nil {
			if isUnicode(repl) && s.isBytearray() {
				return false, s.unjoinable(repl, parts-1)
			}
			mix.unicode = mix.unicode || isUnicode(repl)
			if out, err = tmpl.expand(out, m); err != nil {
				return false, err
			}
			return n != count, nil
		}
		r := repl
		if !odd {
			if r, err = t.Call(repl, m); err != nil {
				return false, err
			}
		}
		if r != starlark.None {
			text, err := p.joined(t, s, r, parts-1)
			if err != nil {
				return false, err
			}
			out = append(out, text...)
			mix.add(text, isUnicode(r))
		}
		return n != count, nil
	})
	if err != nil {
		return nil, 0, err
	}
	if n == 0 && isExact(v) {
		return v, 0, nil
	}
	mix.add(s.runes[at:], !s.bytes)
	out = append(out, s.runes[at:]...)
	if s.bytes && mix.unicode && !p.m.py3() {
		s = &subject{value: object.NewText("")}
	}
	if !p.m.py3() {
		if err := mix.check(); err != nil {
			return nil, 0, err
		}
	}
	return p.m.assemble(s, out), n, nil
}

// otherKind reports whether a template of Python 3 is bytes where the pattern is text,
// or text where that is bytes. That is noticed once there is something to replace.
func (p *pattern) otherKind(repl starlark.Value) bool {
	if !p.m.py3() || object.Callable(repl) {
		return false
	}
	if _, text := object.AsText(repl); text && !isBytes(repl) {
		return p.bytes
	}
	_, bytes := object.AsBytes(repl)
	return bytes && !p.bytes
}

// A mixture is what a new text is put together of. In Python 2 it is unicode if
// one part is, and then a str has to be ASCII.
type mixture struct {
	unicode bool
	bad     []rune // the first part that is a str and isn't ASCII
}

func (m *mixture) add(part []rune, unicode bool) {
	m.unicode = m.unicode || unicode
	if m.bad == nil && !unicode && slices.ContainsFunc(part, func(r rune) bool { return r > 127 }) {
		m.bad = part
	}
}

func (m *mixture) check() error {
	if !m.unicode || m.bad == nil {
		return nil
	}
	b := make([]byte, len(m.bad))
	for i, r := range m.bad {
		b[i] = byte(r)
	}
	return object.Mixed(starlark.String(b), object.NewText(""))
}

func isUnicode(v starlark.Value) bool {
	x, ok := v.(*object.Text)
	return ok && x.IsUnicode()
}

// isExact reports whether a subject that nothing was replaced in is returned
// as it is.
func isExact(v starlark.Value) bool {
	switch v.(type) {
	case starlark.String, starlark.Bytes, *object.Text:
		return true
	}
	return false
}

// isBytearray reports whether s is Python 2's bytearray, which joins bytes only.
func (s *subject) isBytearray() bool {
	_, ok := s.value.(*builtins.Bytearray)
	return ok
}

// unjoinable is the error of the i-th part, which a bytearray doesn't join.
func (s *subject) unjoinable(v starlark.Value, i int) error {
	return object.TypeError.Errorf("can only join an iterable of bytes (item %d has type '%s')", i, object.TypeName(v))
}

// joined takes what a replacement function returned, the i-th part of the new text.
func (p *pattern) joined(t *object.Thread, s *subject, v starlark.Value, i int) ([]rune, error) {
	if s.isBytearray() && !p.m.py3() {
		switch v := v.(type) {
		case starlark.String:
			return characters(string(v), true), nil
		case *builtins.Bytearray:
			b, err := t.Buffer("", 0, v)
			return characters(string(b), true), err
		}
		return nil, s.unjoinable(v, i)
	}
	text, ok := object.AsText(v)
	_, isB := v.(starlark.Bytes)
	if p.m.py3() && isB != s.bytes || !ok && !isB {
		want := "str"
		if s.bytes && p.m.py3() {
			want = "bytes"
			return nil, object.TypeError.Errorf("sequence item %d: expected a bytes-like object, %s found", i, object.TypeName(v))
		}
		return nil, object.TypeError.By(
			fmt.Sprintf("sequence item %d: expected string, %s found", i, object.TypeName(v)),
			fmt.Sprintf("sequence item %d: expected %s instance, %s found", i, want, object.TypeName(v)))
	}
	if isB {
		b, err := t.Buffer("", 0, v)
		return characters(string(b), true), err
	}
	return characters(text, s.bytes && !isUnicode(v)), nil
}
