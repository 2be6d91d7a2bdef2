package pyre

import (
	"fmt"
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"github.com/dlclark/regexp2"
	"go.starlark.net/starlark"
)

// A pattern is a compiled regular expression.
type pattern struct {
	object.NoOwn
	m      *module
	source starlark.Value
	bytes  bool // it matches bytes, not text
	flags  int  // as Pattern.flags shows them
	tree   *tree
	dotnet string
	// compiled holds the engine's programs, made when they are first needed.
	compiled map[mode]*regexp2.Regexp
}

// A mode is where a match must begin and end. The engine knows nothing but
// searching, so each mode is a program of its own.
type mode struct {
	here    bool // it must begin where the search begins (\G)
	whole   bool // it must end at the end
	advance bool // it mustn't be empty where the search begins
}

// program returns the engine's program for a mode.
func (p *pattern) program(m mode) (*regexp2.Regexp, error) {
	if re := p.compiled[m]; re != nil {
		return re, nil
	}
	s := p.dotnet
	if m != (mode{}) {
		s = "(?:" + s + ")"
	}
	if m.here {
		s = `\G` + s
	}
	if m.whole {
		s += `\z`
	}
	if m.advance {
		s += `(?!\G)`
	}
	re, err := regexp2.Compile(s, regexp2.None)
	if err != nil {
		return nil, object.OverflowError.Errorf("regular expression code size limit exceeded")
	}
	p.compiled[m] = re
	return re, nil
}

// A subject is what a pattern is matched against, as characters.
type subject struct {
	value starlark.Value
	bytes bool
	text  string // of a text, or the bytes
	runes []rune
}

// remember is from what length on a subject's characters are kept for the next
// call: who walks over a text calls match again and again with it.
const remember = 256

// subject takes an argument that is to be matched.
func (p *pattern) subject(t *object.Thread, v starlark.Value) (*subject, error) {
	s := &subject{value: v}
	if text, ok := object.AsText(v); ok && !(p.m.py3() && isBytes(v)) {
		s.text = text
	} else {
		b, err := t.Buffer("", 0, v)
		if _, isView := object.Unwrap(v).(*builtins.Memoryview); err != nil || isView && !p.m.py3() {
			return nil, object.TypeError.By("expected string or buffer", "expected string or bytes-like object, got '"+object.TypeName(v)+"'")
		}
		s.text, s.bytes = string(b), true
	}
	if p.m.py3() && s.bytes != p.bytes {
		if p.bytes {
			return nil, object.TypeError.Errorf("cannot use a bytes pattern on a string-like object")
		}
		return nil, object.TypeError.Errorf("cannot use a string pattern on a bytes-like object")
	}
	if !p.m.py3() {
		s.bytes = !isUnicode(object.Unwrap(v))
	}
	if last := p.m.last; last != nil && last.text == s.text && last.bytes == s.bytes {
		s.runes = last.runes
		return s, nil
	}
	s.runes = characters(s.text, s.bytes)
	if len(s.text) >= remember {
		p.m.last = s
	}
	return s, nil
}

func isBytes(v starlark.Value) bool {
	_, ok := v.(starlark.Bytes)
	return ok
}

// characters splits text into code points, or bytes.
func characters(s string, bytes bool) []rune {
	if !bytes {
		return object.Runes(s)
	}
	runes := make([]rune, len(s))
	for i := range len(s) {
		runes[i] = rune(s[i])
	}
	return runes
}

// slice returns characters i to j as a value of the subject's type.
func (m *module) slice(s *subject, i, j int) starlark.Value {
	if s.bytes {
		if m.py3() {
			return starlark.Bytes(s.text[i:j])
		}
		if _, ok := s.value.(starlark.String); !ok { // a bytearray's is one too
			if v, err := m.rt.GetItem(s.value, &object.Slice{Start: starlark.MakeInt(i), Stop: starlark.MakeInt(j), Step: starlark.None}); err == nil {
				return v
			}
		}
		return starlark.String(s.text[i:j])
	}
	var out string
	if len(s.runes) == len(s.text) { // ASCII
		out = s.text[i:j]
	} else {
		b := make([]byte, 0, j-i)
		for _, r := range s.runes[i:j] {
			b = object.AppendRune(b, r)
		}
		out = string(b)
	}
	return m.likeText(s.value, out)
}

// likeText is text of the type of v.
func (m *module) likeText(v starlark.Value, s string) starlark.Value {
	if !m.py3() && isUnicode(object.Unwrap(v)) {
		return object.NewText(s)
	}
	return m.rt.Str(s)
}

// find matches s from pos on, and before end. The result is nil if there is
// no match.
func (p *pattern) find(s *subject, pos, end int, how mode) (*match, error) {
	re, err := p.program(how)
	if err != nil {
		return nil, err
	}
	found, err := re.FindRunesMatchStartingAt(s.runes[:end], pos)
	if err != nil {
		return nil, object.RuntimeError.Errorf("internal error in regular expression engine")
	}
	if found == nil {
		return nil, nil
	}
	m := &match{p: p, s: s, pos: pos, end: end, spans: make([][2]int, p.tree.groups+1)}
	for i := range m.spans {
		m.spans[i] = [2]int{-1, -1}
		if g := found.GroupByNumber(i); g != nil && len(g.Captures) > 0 {
			m.spans[i] = [2]int{g.Index, g.Index + g.Length}
		}
	}
	return m, nil
}

// each calls f for every match from pos on, until f returns an error. Matches
// don't overlap. An empty match may follow another match in Python 3 only.
func (p *pattern) each(s *subject, pos, end int, f func(*match) (more bool, err error)) error {
	w := walk{p: p, s: s, pos: pos, end: end, start: pos}
	for {
		m, err := w.next(mode{})
		if m == nil || err != nil {
			return err
		}
		if more, err := f(m); !more || err != nil {
			return err
		}
	}
}

// A walk goes from match to match.
type walk struct {
	p               *pattern
	s               *subject
	start, pos, end int
	last            *match
}

// next returns the next match, or nil.
func (w *walk) next(how mode) (*match, error) {
	if w.last != nil && w.last.spans[0][0] == w.last.spans[0][1] {
		if w.p.m.py3() {
			how.advance = true
		} else {
			w.pos++
		}
	}
	if w.pos > w.end {
		return nil, nil
	}
	m, err := w.p.find(w.s, w.pos, w.end, how)
	if m == nil || err != nil {
		w.pos = w.end + 1
		return nil, err
	}
	m.pos = w.start
	w.last, w.pos = m, m.spans[0][1]
	return m, nil
}

// Class returns the type of patterns.
func (p *pattern) Class() *object.Class { return p.m.patternClass }

// String returns the repr.
func (p *pattern) String() string { return p.Repr(p.m.rt.Dialect) }

// flagNames are the flags by which a repr tells them.
var flagNames = []struct {
	flag int
	name string
}{
	{flagTemplate, "re.TEMPLATE"}, {flagIgnoreCase, "re.IGNORECASE"}, {flagLocale, "re.LOCALE"},
	{flagMultiline, "re.MULTILINE"}, {flagDotAll, "re.DOTALL"}, {flagUnicode, "re.UNICODE"},
	{flagVerbose, "re.VERBOSE"}, {flagDebug, "re.DEBUG"}, {flagASCII, "re.ASCII"},
}

// maxRepr is how much of a pattern its repr shows.
const maxRepr = 200

// Repr is re.compile('...', re.FLAG|re.FLAG).
func (p *pattern) Repr(d syntax.Dialect) string {
	if d == syntax.Python2 {
		return fmt.Sprintf("<_sre.SRE_Pattern object at 0x%x>", object.ID(p))
	}
	flags := p.flags
	if !p.bytes && flags&(flagASCII|flagLocale|flagUnicode) == flagUnicode {
		flags &^= flagUnicode
	}
	var names []string
	for _, f := range flagNames {
		if flags&f.flag != 0 {
			names = append(names, f.name)
		}
	}
	source := object.Repr(d, p.source)
	if r := []rune(source); len(r) > maxRepr {
		source = string(r[:maxRepr])
	}
	if len(names) == 0 {
		return "re.compile(" + source + ")"
	}
	return "re.compile(" + source + ", " + strings.Join(names, "|") + ")"
}

// Type returns the name of the type.
func (p *pattern) Type() string { return p.Class().TypeName() }

// Freeze does nothing.
func (p *pattern) Freeze() {}

// Truth returns true.
func (p *pattern) Truth() starlark.Bool { return true }

// Hash returns a hash of the pattern's text.
func (p *pattern) Hash() (uint32, error) { return p.source.Hash() }

// PyHash agrees with RichCompare.
func (p *pattern) PyHash() (uint64, error) { return object.Hash(p.source) }

// RichCompare compares text and flags.
func (p *pattern) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	o, ok := y.(*pattern)
	if !ok || op != syntax.Eq && op != syntax.NotEq {
		return nil, nil
	}
	same, err := object.Equal(p.source, o.source)
	if err != nil {
		return nil, err
	}
	same = same && p.flags == o.flags && p.bytes == o.bytes
	return object.Truthy(same == (op == syntax.Eq)), nil
}

// Attr returns an attribute or a bound method.
func (p *pattern) Attr(name string) (starlark.Value, error) {
	switch name {
	case "pattern":
		return p.source, nil
	case "flags":
		return starlark.MakeInt(p.flags), nil
	case "groups":
		return starlark.MakeInt(p.tree.groups), nil
	case "groupindex":
		return p.groupIndex(p.m.rt), nil
	}
	return object.BindAttr(p, name)
}

// groupIndex maps the names of groups to their numbers.
func (p *pattern) groupIndex(rt *object.Runtime) *object.Dict {
	d := rt.NewDict(0)
	for _, n := range p.tree.order {
		d.SetString(n, starlark.MakeInt(p.tree.names[n]))
	}
	return d
}

// AttrNames lists the attributes.
func (p *pattern) AttrNames() []string {
	return append(p.Class().AttrNames(), "flags", "groupindex", "groups", "pattern")
}
