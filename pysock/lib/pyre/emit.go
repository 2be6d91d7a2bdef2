package pyre

import (
	"strconv"
	"strings"
)

// emitter writes a pattern in the engine's syntax, which is .NET's, so that it
// means what it means in Python: every flag, class and anchor is spelled out.
type emitter struct {
	strings.Builder
	// folds is set if all of the pattern ignores case by the engine's rules:
	// then it is said once, around the whole.
	folds bool
}

// emit returns the pattern in the engine's syntax.
func emit(t *tree) string {
	e := &emitter{folds: t.flags&flagIgnoreCase != 0 && !byASCII(t.flags)}
	if e.folds {
		e.WriteString("(?i:")
	}
	e.node(t.root)
	if e.folds {
		e.WriteByte(')')
	}
	return e.String()
}

func (e *emitter) node(n node) {
	switch n := n.(type) {
	case literal:
		e.fold(n.flags, func() {
			if c := swapCase(n.r); c != n.r && n.flags&flagIgnoreCase != 0 && byASCII(n.flags) {
				e.set(set{items: []item{{from: n.r, to: n.r}}, flags: n.flags})
				return
			}
			e.char(n.r)
		})
	case anyChar:
		if n.flags&flagDotAll != 0 {
			e.WriteString(`[\s\S]`)
		} else {
			e.WriteString(`[^\n]`)
		}
	case set:
		e.fold(n.flags, func() { e.set(n) })
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
		e.fold(n.flags, func() { e.WriteString(`\k<` + strconv.Itoa(n.number) + `>`) })
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

// fold writes what ignores case if the flags say so.
func (e *emitter) fold(flags int, write func()) {
	if flags&flagIgnoreCase == 0 || byASCII(flags) || e.folds {
		if e.folds && flags&flagIgnoreCase == 0 {
			e.WriteString("(?-i:")
			defer e.WriteByte(')')
		}
		write()
		return
	}
	e.WriteString("(?i:")
	write()
	e.WriteByte(')')
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
			if s.flags&flagIgnoreCase != 0 && byASCII(s.flags) {
				in.WriteString(otherCase(it))
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

// swapCase turns the case of an ASCII letter.
func swapCase(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
		return r ^ 0x20
	}
	return r
}

// otherCase writes the other case of the ASCII letters in a range.
func otherCase(it item) string {
	out := ""
	for _, letters := range []struct{ from, to rune }{{'a', 'z'}, {'A', 'Z'}} {
		if from, to := max(it.from, letters.from), min(it.to, letters.to); from <= to {
			out += span(swapCase(from), swapCase(to))
		}
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
	default:
		e.WriteString(`(?:(?<=` + w + `)(?=` + w + `)|(?<!` + w + `)(?!` + w + `))`)
	}
}
