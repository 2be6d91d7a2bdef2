package pyre

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// The nodes of a parsed pattern. Those whose meaning depends on flags carry
// the flags in force where they stand.
type (
	node interface{}

	literal struct {
		r     rune
		flags int
	}
	anyChar struct{ flags int }
	// A set is [...] or one of \d \D \s \S \w \W.
	set struct {
		negated bool
		items   []item
		flags   int
	}
	// A position is ^ $ \A \Z \b or \B, named by that character.
	position struct {
		kind  byte
		flags int
	}
	group struct {
		number int // 0: it captures nothing
		sub    node
	}
	look struct {
		behind, negated bool
		sub             node
	}
	atomic    struct{ sub node }
	backref   struct{ number, flags int }
	condition struct {
		number  int
		yes, no node
	}
	repeat struct {
		sub      node
		min, max int // max -1: no limit
		mode     byte
	}
	sequence []node
	branch   []node
)

// An item is a part of a set: a range of characters, or a category such as d.
type item struct {
	from, to rune
	category byte
}

// The ways to repeat: as often as possible, as rarely as possible, as often as
// possible for good.
const (
	greedy     = 0
	lazy       = '?'
	possessive = '+'
)

// The flags of module re.
const (
	flagTemplate   = 1
	flagIgnoreCase = 2
	flagLocale     = 4
	flagMultiline  = 8
	flagDotAll     = 16
	flagUnicode    = 32
	flagVerbose    = 64
	flagDebug      = 128
	flagASCII      = 256
)

// flagLetters are the flags as (?...) names them.
var flagLetters = map[rune]int{
	'i': flagIgnoreCase, 'L': flagLocale, 'm': flagMultiline, 's': flagDotAll,
	'u': flagUnicode, 'x': flagVerbose, 'a': flagASCII, 't': flagTemplate,
}

// byASCII reports whether only ASCII characters are letters, digits and the
// like.
func byASCII(flags int) bool { return flags&flagUnicode == 0 || flags&flagASCII != 0 }

// typeFlags choose what \w, \d and \s mean; a group can't switch them off.
const typeFlags = flagASCII | flagLocale | flagUnicode

// A patternError is what is wrong with a pattern, and where.
type patternError struct {
	msg string
	at  int
}

func (e *patternError) Error() string { return e.msg }

// A tree is a parsed pattern.
type tree struct {
	root   node
	flags  int // with those that the pattern sets
	groups int // how many groups capture
	names  map[string]int
	order  []string
	parent []int // of each group, the group it stands in
}

type parser struct {
	src    []rune
	at     int
	flags  int // in force
	global int // set for the whole pattern
	bytes  bool
	py2    bool
	closed map[int]bool
	widths map[int][2]int // of the groups that are closed
	open   []int          // the groups around
	// forward are the references to groups that may come later.
	forward []struct{ number, at int }
	tree    *tree
}

// errRepetition is an OverflowError.
var errRepetition = &patternError{"the repetition number is too large", -1}

// errVerbose tells that the pattern begins with (?x), and must be read again.
var errVerbose = &patternError{"verbose", 0}

// parse reads a pattern.
func parse(src []rune, flags int, bytes, py2 bool) (t *tree, err error) {
	for {
		p := &parser{src: src, flags: flags, global: flags, bytes: bytes, py2: py2, closed: map[int]bool{}, widths: map[int][2]int{},
			tree: &tree{names: map[string]int{}, parent: []int{0}}}
		t, err := p.pattern()
		if err == errVerbose {
			flags |= flagVerbose
			continue
		}
		return t, err
	}
}

func (p *parser) pattern() (t *tree, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *patternError:
			err = r
		default:
			panic(r)
		}
	}()
	root := p.alternatives(true)
	if p.at < len(p.src) {
		p.fail("unbalanced parenthesis", p.at)
	}
	for _, r := range p.forward {
		if r.number > p.tree.groups {
			p.failf(r.at, "invalid group reference %d", r.number)
		}
	}
	p.tree.root, p.tree.flags = root, p.global
	return p.tree, nil
}

func (p *parser) fail(msg string, at int) { panic(&patternError{msg, at}) }

func (p *parser) failf(at int, format string, args ...any) { p.fail(fmt.Sprintf(format, args...), at) }

// peek returns the next character, or -1.
func (p *parser) peek() rune {
	if p.at < len(p.src) {
		return p.src[p.at]
	}
	return -1
}

func (p *parser) next() rune {
	c := p.peek()
	if c >= 0 {
		p.at++
	}
	return c
}

func (p *parser) accept(c rune) bool {
	if p.peek() == c {
		p.at++
		return true
	}
	return false
}

// alternatives reads a|b|c. whole tells that they are all of the pattern.
func (p *parser) alternatives(whole bool) node {
	list := branch{p.sequence(whole)}
	for p.accept('|') {
		list = append(list, p.sequence(false))
	}
	if len(list) == 1 {
		return list[0]
	}
	return list
}

// sequence reads what stands between two bars. first tells that the pattern
// begins here, for only there (?i) may stand.
func (p *parser) sequence(first bool) node {
	var seq sequence
	for {
		if p.flags&flagVerbose != 0 && p.skipSpace() {
			continue
		}
		at := p.at
		c := p.peek()
		if c < 0 || c == '|' || c == ')' {
			return seq
		}
		p.at++
		switch c {
		case '.':
			seq = append(seq, anyChar{p.flags})
		case '^', '$':
			seq = append(seq, position{byte(c), p.flags})
		case '[':
			seq = append(seq, p.set(at))
		case '\\':
			seq = append(seq, p.escape(at))
		case '(':
			if n := p.group(at, first && len(seq) == 0 || p.py2); n != nil {
				seq = append(seq, n)
			}
		case '*', '+', '?', '{':
			min, max, ok := p.quantifier(c, at)
			if !ok {
				seq = append(seq, literal{c, p.flags})
				continue
			}
			seq = p.repeat(seq, at, min, max)
		default:
			seq = append(seq, literal{c, p.flags})
		}
	}
}

// skipSpace skips a blank or a comment of a verbose pattern.
func (p *parser) skipSpace() bool {
	switch c := p.peek(); {
	case c == '#':
		for p.peek() >= 0 && p.next() != '\n' {
		}
		return true
	case c >= 0 && strings.ContainsRune(" \t\n\r\f\v", c):
		p.at++
		return true
	}
	return false
}

// maxRepeat is CPython's limit.
const maxRepeat = 4294967295

// quantifier reads the rest of * + ? or {m,n}; ok is false for a { that stands
// for itself.
func (p *parser) quantifier(c rune, at int) (min, max int, ok bool) {
	switch c {
	case '*':
		return 0, -1, true
	case '+':
		return 1, -1, true
	case '?':
		return 0, 1, true
	}
	if p.peek() == '}' {
		return 0, 0, false
	}
	start := p.at
	lo := p.digits()
	hi := lo
	comma := p.accept(',')
	if comma {
		hi = p.digits()
	}
	if !p.accept('}') {
		p.at = start
		return 0, 0, false
	}
	min, max = 0, -1
	if lo != "" {
		min = p.count(lo, start)
	}
	if hi != "" {
		max = p.count(hi, start)
		if max < min {
			p.fail("min repeat greater than max repeat", start)
		}
	}
	return min, max, true
}

func (p *parser) digits() string {
	start := p.at
	for c := p.peek(); c >= '0' && c <= '9'; c = p.peek() {
		p.at++
	}
	return string(p.src[start:p.at])
}

func (p *parser) count(s string, at int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n >= maxRepeat {
		panic(errRepetition)
	}
	return n
}

// repeat applies a quantifier to the last node.
func (p *parser) repeat(seq sequence, at, min, max int) sequence {
	if len(seq) == 0 {
		p.fail("nothing to repeat", at)
	}
	last := seq[len(seq)-1]
	switch last := last.(type) {
	case position:
		p.fail("nothing to repeat", at)
	case repeat:
		p.fail("multiple repeat", at)
	case group:
		if s, ok := last.sub.(sequence); ok && len(s) == 0 && last.number == 0 {
			p.fail("nothing to repeat", at)
		}
	}
	mode := byte(greedy)
	if p.accept('?') {
		mode = lazy
	} else if !p.py2 && p.accept('+') {
		mode = possessive
	}
	seq[len(seq)-1] = repeat{last, min, max, mode}
	return seq
}

// categories are the escapes that stand for a set.
const categories = "dDsSwW"

// simple are the escapes that stand for one character.
var simple = map[rune]rune{'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}

// escape reads what follows a backslash outside of a set.
func (p *parser) escape(at int) node {
	c := p.next()
	switch {
	case c < 0:
		p.fail("bad escape (end of pattern)", at)
	case strings.ContainsRune(categories, c):
		return set{items: []item{{category: byte(c)}}, flags: p.flags}
	case c == 'A' || c == 'Z' || c == 'b' || c == 'B':
		return position{byte(c), p.flags}
	case c == '0':
		return literal{p.octal(at, 2), p.flags}
	case c >= '1' && c <= '9':
		return p.reference(at, c)
	}
	return literal{p.character(at, c), p.flags}
}

// reference reads \1 to \99, or \123 in octal.
func (p *parser) reference(at int, c rune) node {
	octal := func(c rune) bool { return c >= '0' && c <= '7' }
	if d := p.peek(); d >= '0' && d <= '9' {
		if octal(c) && octal(d) && p.at+1 < len(p.src) && octal(p.src[p.at+1]) {
			p.at--
			return literal{p.octal(at, 3), p.flags}
		}
		p.at++
		c = (c-'0')*10 + d
	}
	n := int(c - '0')
	p.checkReference(n, at+1)
	return backref{n, p.flags}
}

func (p *parser) checkReference(n, at int) {
	if n > p.tree.groups {
		if p.py2 {
			p.fail("invalid group reference", at)
		}
		p.failf(at, "invalid group reference %d", n)
	}
	if !p.closed[n] {
		p.fail("cannot refer to an open group", at-1)
	}
}

func (p *parser) octal(at, max int) rune {
	v := rune(0)
	start := p.at
	for ; p.at < start+max && p.peek() >= '0' && p.peek() <= '7'; p.at++ {
		v = v*8 + p.src[p.at] - '0'
	}
	if v > 0o377 {
		p.failf(at, "octal escape value %s outside of range 0-0o377", string(p.src[at:p.at]))
	}
	return v
}

// character reads the rest of an escape that stands for one character.
func (p *parser) character(at int, c rune) rune {
	switch {
	case c == 'x':
		return p.hex(at, 2)
	case c == 'u' && !p.bytes && !p.py2:
		return p.hex(at, 4)
	case c == 'U' && !p.bytes && !p.py2:
		r := p.hex(at, 8)
		if r > unicode.MaxRune || r < 0 {
			p.failf(at, "bad escape %s", string(p.src[at:p.at]))
		}
		return r
	}
	if r, ok := simple[c]; ok {
		return r
	}
	if !p.py2 && c < 128 && (unicode.IsLetter(c) || c >= '0' && c <= '9') {
		p.failf(at, "bad escape \\%c", c)
	}
	return c
}

func (p *parser) hex(at, n int) rune {
	start := p.at
	for p.at < start+n && p.at < len(p.src) && strings.ContainsRune("0123456789abcdefABCDEF", p.src[p.at]) {
		p.at++
	}
	if p.at < start+n {
		if p.py2 {
			p.failf(at, "bogus escape: '%s'", strings.ReplaceAll(string(p.src[at:p.at]), `\`, `\\`))
		}
		p.failf(at, "incomplete escape %s", string(p.src[at:p.at]))
	}
	v, _ := strconv.ParseUint(string(p.src[start:p.at]), 16, 32)
	return rune(v)
}

// set reads [...].
func (p *parser) set(at int) node {
	s := set{flags: p.flags, negated: p.accept('^')}
	for first := true; ; first = false {
		from := p.at
		c := p.next()
		if c < 0 {
			p.unterminatedSet(at)
		}
		if c == ']' && !first {
			return s
		}
		lo := p.member(c, at, from)
		if p.peek() != '-' {
			s.items = append(s.items, lo)
			continue
		}
		p.at++
		c = p.next()
		if c < 0 {
			p.unterminatedSet(at)
		}
		if c == ']' {
			s.items = append(s.items, lo, item{from: '-', to: '-'})
			return s
		}
		hi := p.member(c, at, p.at-1)
		if lo.category != 0 || hi.category != 0 || hi.from < lo.from {
			if p.py2 {
				p.fail("bad character range", from)
			}
			p.failf(from, "bad character range %s", string(p.src[from:p.at]))
		}
		s.items = append(s.items, item{from: lo.from, to: hi.from})
	}
}

func (p *parser) unterminatedSet(at int) {
	if p.py2 {
		p.fail("unexpected end of regular expression", at)
	}
	p.fail("unterminated character set", at)
}

// member reads one character, or a category, of a set.
func (p *parser) member(c rune, setAt, at int) item {
	if c != '\\' {
		return item{from: c, to: c}
	}
	c = p.next()
	switch {
	case c < 0:
		p.unterminatedSet(setAt)
	case strings.ContainsRune(categories, c):
		return item{category: byte(c)}
	case c >= '0' && c <= '7':
		p.at--
		r := p.octal(at, 3)
		return item{from: r, to: r}
	}
	r := p.character(at, c)
	return item{from: r, to: r}
}

// group reads what begins with a parenthesis. first tells that nothing stands
// before it. Flags and comments give nil.
func (p *parser) group(at int, first bool) node {
	if !p.accept('?') {
		return p.capture(at, "", at)
	}
	c := p.next()
	switch c {
	case -1:
		p.unexpectedEnd()
	case 'P':
		return p.named(at)
	case ':':
		return group{sub: p.inside(at)}
	case '#':
		for {
			c := p.next()
			if c < 0 {
				p.either(at, "unbalanced parenthesis", "missing ), unterminated comment")
			}
			if c == ')' {
				return nil
			}
		}
	case '=', '!':
		return look{negated: c == '!', sub: p.inside(at)}
	case '<':
		c := p.next()
		if c < 0 {
			p.unexpectedEnd()
		}
		if c != '=' && c != '!' {
			p.either(at+1, "syntax error", "unknown extension ?<"+string(c))
		}
		sub := p.inside(at)
		switch lo, hi := p.width(sub); {
		case lo > maxRepeat:
			p.fail("looks too much behind", -1)
		case lo != hi:
			p.fail("look-behind requires fixed-width pattern", -1)
		}
		return look{behind: true, negated: c == '!', sub: sub}
	case '>':
		if !p.py2 {
			return atomic{p.inside(at)}
		}
	case '(':
		return p.condition(at)
	}
	if c == '-' || flagLetters[c] != 0 {
		return p.inlineFlags(at, c, first)
	}
	p.either(at+1, "unexpected end of pattern", "unknown extension ?"+string(c))
	return nil
}

// either fails with the message of the pattern's dialect.
func (p *parser) either(at int, msg2, msg3 string) {
	if p.py2 {
		p.fail(msg2, at)
	}
	p.fail(msg3, at)
}

func (p *parser) unexpectedEnd() { p.fail("unexpected end of pattern", p.at) }

// inside reads the rest of a group; at is where it began.
func (p *parser) inside(at int) node {
	flags := p.flags
	sub := p.alternatives(false)
	p.flags = flags
	if !p.accept(')') {
		p.either(at, "unbalanced parenthesis", "missing ), unterminated subpattern")
	}
	return sub
}

// capture reads the rest of a group that captures.
func (p *parser) capture(at int, name string, nameAt int) node {
	p.tree.groups++
	n := p.tree.groups
	parent := 0
	if len(p.open) > 0 {
		parent = p.open[len(p.open)-1]
	}
	p.tree.parent = append(p.tree.parent, parent)
	if name != "" {
		if old, ok := p.tree.names[name]; ok {
			p.failf(nameAt, "redefinition of group name '%s' as group %d; was group %d", name, n, old)
		}
		p.tree.names[name] = n
		p.tree.order = append(p.tree.order, name)
	}
	p.open = append(p.open, n)
	sub := p.inside(at)
	p.open = p.open[:len(p.open)-1]
	p.closed[n] = true
	lo, hi := p.width(sub)
	p.widths[n] = [2]int{lo, hi}
	return group{n, sub}
}

// named reads the rest of (?P<name>...) or (?P=name).
func (p *parser) named(at int) node {
	switch c := p.next(); c {
	case '<':
		start := p.at
		name := p.until('>', "group name")
		p.checkName(name, start)
		return p.capture(at, name, start)
	case '=':
		start := p.at
		name := p.until(')', "group name")
		p.checkName(name, start)
		n, ok := p.tree.names[name]
		if !ok {
			p.either(start, "unknown group name", "unknown group name '"+name+"'")
		}
		if !p.closed[n] {
			p.fail("cannot refer to an open group", start)
		}
		return backref{n, p.flags}
	case -1:
		p.unexpectedEnd()
	default:
		p.either(at+1, "unknown specifier: ?P"+string(c), "unknown extension ?P"+string(c))
	}
	return nil
}

// until reads up to a terminator, and past it.
func (p *parser) until(end rune, what string) string {
	start := p.at
	for p.peek() != end {
		if p.next() < 0 {
			if p.at == start {
				p.fail("missing "+what, start)
			}
			p.failf(start, "missing %c, unterminated name", end)
		}
	}
	name := string(p.src[start:p.at])
	p.at++
	if name == "" {
		p.fail("missing "+what, start)
	}
	return name
}

func (p *parser) checkName(name string, at int) {
	if !isIdentifier(name) {
		p.either(at, "bad character in group name", fmt.Sprintf("bad character in group name '%s'", name))
	}
}

func isIdentifier(s string) bool {
	for i, c := range s {
		if c != '_' && !unicode.IsLetter(c) && (i == 0 || !unicode.IsDigit(c)) {
			return false
		}
	}
	return s != ""
}

// condition reads the rest of (?(1)yes|no).
func (p *parser) condition(at int) node {
	start := p.at
	name := p.until(')', "group name")
	n, ok := p.tree.names[name]
	if !ok {
		v, err := strconv.Atoi(name)
		switch {
		case err != nil && isIdentifier(name):
			p.failf(start, "unknown group name '%s'", name)
		case err != nil || v < 0:
			p.failf(start, "bad character in group name '%s'", name)
		case v == 0:
			p.fail("bad group number", start)
		}
		n = v
		p.forward = append(p.forward, struct{ number, at int }{n, start})
	}
	flags := p.flags
	c := condition{number: n, yes: p.sequence(false)}
	if p.accept('|') {
		c.no = p.sequence(false)
		if p.peek() == '|' {
			p.fail("conditional backref with more than two branches", p.at)
		}
	}
	p.flags = flags
	if !p.accept(')') {
		p.either(at, "unbalanced parenthesis", "missing ), unterminated subpattern")
	}
	return c
}

// inlineFlags reads the rest of (?i) or (?i-s:...); c is its first letter.
func (p *parser) inlineFlags(at int, c rune, first bool) node {
	on, off := 0, 0
	for ; c != ')' && c != ':' && c != '-'; c = p.next() {
		f := flagLetters[c]
		switch {
		case f == 0 && c < 0:
			p.fail("missing -, : or )", p.at)
		case f == 0 && unicode.IsLetter(c):
			p.fail("unknown flag", p.at-1)
		case f == 0:
			p.fail("missing -, : or )", p.at-1)
		case p.bytes && f == flagUnicode && !p.py2:
			p.fail("bad inline flags: cannot use 'u' flag with a bytes pattern", p.at)
		case !p.bytes && f == flagLocale && !p.py2:
			p.fail("bad inline flags: cannot use 'L' flag with a str pattern", p.at)
		}
		on |= f
		if on&typeFlags&(on&typeFlags-1) != 0 && !p.py2 {
			p.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", p.at)
		}
	}
	if c == ')' {
		if !first {
			p.fail("global flags not at the start of the expression", at)
		}
		if on&flagVerbose != 0 && p.global&flagVerbose == 0 {
			panic(errVerbose)
		}
		p.global |= on
		p.flags |= on
		return nil
	}
	if c == '-' {
		c = p.next()
		for ; c != ':'; c = p.next() {
			f := flagLetters[c]
			switch {
			case c < 0 && off == 0:
				p.fail("missing flag", p.at)
			case f == 0 && c >= 0 && unicode.IsLetter(c):
				p.fail("unknown flag", p.at-1)
			case f == 0 && off == 0:
				p.fail("missing flag", p.at-1)
			case f == 0:
				p.fail("missing :", p.at-min(1, int(c)+1))
			case f&typeFlags != 0:
				p.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", p.at)
			}
			off |= f
		}
		if off == 0 {
			p.fail("missing flag", p.at-1)
		}
		if on&off != 0 {
			p.fail("bad inline flags: flag turned on and off", p.at-1)
		}
	}
	flags := p.flags
	if on&typeFlags != 0 {
		p.flags &^= typeFlags
	}
	p.flags = p.flags&^off | on
	sub := p.inside(at)
	p.flags = flags
	return group{sub: sub}
}

// unlimited is the width of what may be of any length.
const unlimited = 1 << 40

// width returns how many characters a node matches, at least and at most.
func (p *parser) width(n node) (lo, hi int) {
	switch n := n.(type) {
	case literal, anyChar, set:
		return 1, 1
	case group:
		return p.width(n.sub)
	case atomic:
		return p.width(n.sub)
	case backref:
		w := p.widths[n.number]
		return w[0], w[1]
	case condition:
		lo, hi = p.width(n.yes)
		l, h := 0, 0
		if n.no != nil {
			l, h = p.width(n.no)
		}
		return min(lo, l), max(hi, h)
	case repeat:
		lo, hi = p.width(n.sub)
		if n.max < 0 {
			return times(lo, n.min), unlimited
		}
		return times(lo, n.min), times(hi, n.max)
	case sequence:
		for _, x := range n {
			l, h := p.width(x)
			lo, hi = min(lo+l, unlimited), min(hi+h, unlimited)
		}
		return lo, hi
	case branch:
		lo = unlimited
		for _, x := range n {
			l, h := p.width(x)
			lo, hi = min(lo, l), max(hi, h)
		}
		return lo, hi
	}
	return 0, 0
}

// times is a width repeated.
func times(width, n int) int {
	if n > 0 && width > unlimited/n {
		return unlimited
	}
	return width * n
}
