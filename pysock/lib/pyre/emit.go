package pyre

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// emitter writes a pattern in the engine's syntax, which is .NET's, so that it
// means what it means in Python: every flag, class and anchor is spelled out.
type emitter struct{ strings.Builder }

// emit returns the pattern in the engine's syntax.
func emit(t *tree) string {
	var e emitter
	e.node(t.root)
	return e.String()
}

func (e *emitter) node(n node) {
	switch n := n.(type) {
	case literal:
		if n.flags&flagIgnoreCase != 0 && len(variants(n.r, n.flags)) > 0 {
			e.set(set{items: []item{{from: n.r, to: n.r}}, flags: n.flags})
		} else {
			e.char(n.r)
		}
	case anyChar:
		if n.flags&flagDotAll != 0 {
			e.WriteString(`[\s\S]`)
		} else {
			e.WriteString(`[^\n]`)
		}
	case set:
		e.set(n)
	case position:
		e.position(n)
	case group:
		if n.number == 0 {
			e.wrap(n.sub)
			break
		}
		e.WriteByte('(')
		e.node(n.sub)
		e.WriteByte(')')
	case look:
		open := "(?"
		if n.behind {
			open += "<"
		}
		if n.negated {
			open += "!"
		} else {
			open += "="
		}
		e.WriteString(open)
		e.node(n.sub)
		e.WriteByte(')')
	case atomic:
		e.WriteString("(?>")
		e.node(n.sub)
		e.WriteByte(')')
	case backref:
		ref := `\k<` + strconv.Itoa(n.number) + `>`
		if n.flags&flagIgnoreCase != 0 {
			ref = "(?i:" + ref + ")"
		}
		e.WriteString(ref)
	case condition:
		e.WriteString("(?(" + strconv.Itoa(n.number) + ")")
		e.wrap(n.yes)
		e.WriteByte('|')
		if n.no != nil {
			e.wrap(n.no)
		}
		e.WriteByte(')')
	case repeat:
		e.repeat(n)
	case sequence:
		for _, x := range n {
			e.node(x)
		}
	case branch:
		e.WriteString("(?:")
		for i, x := range n {
			if i > 0 {
				e.WriteByte('|')
			}
			e.node(x)
		}
		e.WriteByte(')')
	}
}

func (e *emitter) wrap(n node) {
	e.WriteString("(?:")
	e.node(n)
	e.WriteByte(')')
}

func (e *emitter) repeat(n repeat) {
	if n.mode == possessive {
		e.WriteString("(?>")
		defer e.WriteByte(')')
	}
	e.wrap(n.sub)
	switch {
	case n.min == 0 && n.max < 0:
		e.WriteByte('*')
	case n.min == 1 && n.max < 0:
		e.WriteByte('+')
	case n.min == 0 && n.max == 1:
		e.WriteByte('?')
	case n.max < 0:
		e.WriteString("{" + strconv.Itoa(n.min) + ",}")
	default:
		e.WriteString("{" + strconv.Itoa(n.min) + "," + strconv.Itoa(n.max) + "}")
	}
	if n.mode == lazy {
		e.WriteByte('?')
	}
}

// char writes a character that stands for itself.
func (e *emitter) char(r rune) {
	switch {
	case r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_':
		e.WriteRune(r)
	case r < 0x10000:
		e.WriteString(`\u`)
		const hex = "0123456789abcdef"
		for shift := 12; shift >= 0; shift -= 4 {
			e.WriteByte(hex[r>>shift&15])
		}
	default:
		e.WriteRune(r)
	}
}

// words are the members of \d, \s and \w, without brackets.
type words struct{ d, s, w string }

var (
	ascii = words{`0-9`, `\u0009-\u000d\u0020`, `0-9A-Za-z_`}
	full  = words{`\p{Nd}`, `\u0009-\u000d\u001c-\u0020\u0085\u00a0\p{Z}`, `\p{L}\p{N}_`}
)

// classes are the words of the flags in force.
func classes(flags int) words {
	if byASCII(flags) {
		return ascii
	}
	return full
}

// set writes a set of characters. One that holds a negated category among
// other things is an alternation.
func (e *emitter) set(s set) {
	c := classes(s.flags)
	var in strings.Builder
	var not []string
	for _, it := range s.items {
		switch it.category {
		case 'd':
			in.WriteString(c.d)
		case 's':
			in.WriteString(c.s)
		case 'w':
			in.WriteString(c.w)
		case 'D':
			not = append(not, c.d)
		case 'S':
			not = append(not, c.s)
		case 'W':
			not = append(not, c.w)
		default:
			in.WriteString(span(it.from, it.to))
			if s.flags&flagIgnoreCase != 0 {
				in.WriteString(otherCases(it, s.flags))
			}
		}
	}
	switch {
	case len(not) == 0 && s.negated:
		e.WriteString("[^" + in.String() + "]")
	case len(not) == 0:
		e.WriteString("[" + in.String() + "]")
	case len(not) == 1 && in.Len() == 0 && !s.negated:
		e.WriteString("[^" + not[0] + "]")
	case len(not) == 1 && in.Len() == 0:
		e.WriteString("[" + not[0] + "]")
	default:
		var list []string
		if in.Len() > 0 {
			list = append(list, "["+in.String()+"]")
		}
		for _, n := range not {
			list = append(list, "[^"+n+"]")
		}
		any := "(?:" + strings.Join(list, "|") + ")"
		if s.negated {
			any = "(?!" + any + `)[\s\S]`
		}
		e.WriteString("(?:" + any + ")")
	}
}

// span writes a range of characters of a set.
func span(from, to rune) string {
	var e emitter
	e.char(from)
	if to != from {
		e.WriteByte('-')
		e.char(to)
	}
	return e.String()
}

// dotless are the letters that are one i by lower(), but not by Unicode's simple
// folding.
var dotless = []rune{'i', 'I', '\u0130', '\u0131'}

// variants returns the characters that are r but for their case.
func variants(r rune, flags int) []rune {
	if byASCII(flags) {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return []rune{r ^ 0x20}
		}
		return nil
	}
	if slices.Contains(dotless, r) {
		return dotless
	}
	var list []rune
	for v := unicode.SimpleFold(r); v != r; v = unicode.SimpleFold(v) {
		list = append(list, v)
	}
	return list
}

// otherCases writes the variants of the characters in a range that aren't in
// it themselves.
func otherCases(it item, flags int) string {
	out := ""
	add := func(from, to rune) {
		for r := max(from, it.from); r <= min(to, it.to); r++ {
			for _, v := range variants(r, flags) {
				if v < it.from || v > it.to {
					out += span(v, v)
				}
			}
		}
	}
	for _, cased := range unicode.CaseRanges {
		add(rune(cased.Lo), rune(cased.Hi))
	}
	return out
}

func (e *emitter) position(p position) {
	w := "[" + classes(p.flags).w + "]"
	switch kind := p.kind; {
	case kind == '^' && p.flags&flagMultiline != 0:
		e.WriteString(`(?:\A|(?<=\n))`)
	case kind == '^' || kind == 'A':
		e.WriteString(`\A`)
	case kind == '$' && p.flags&flagMultiline != 0:
		e.WriteString(`(?=\n|\z)`)
	case kind == '$':
		e.WriteString(`(?=\n?\z)`)
	case kind == 'Z':
		e.WriteString(`\z`)
	case kind == 'b':
		e.WriteString(`(?:(?<=` + w + `)(?!` + w + `)|(?<!` + w + `)(?=` + w + `))`)
	default: // nothing is no place in a word, and none between two either
		e.WriteString(`(?!\A\z)(?:(?<=` + w + `)(?=` + w + `)|(?<!` + w + `)(?!` + w + `))`)
	}
}
