// Package complete tells what could stand where the cursor is: the Tab key of
// interactive sessions.
//
// Nothing of a script's is run to find that out. Attributes are those that objects
// and their classes hold (object.Runtime.StaticNames), not what __dir__, __getattr__
// or a property would say; an expression such as servers["main"].sock is followed
// through names, attributes and items of plain lists and dicts alone. Of a call only
// the class is known that it makes an instance of. A module that isn't imported yet
// isn't imported: what a file binds is read from its source, and modules that come
// with pysock are looked into in an interpreter apart.
//
// # The parts
//
//	complete.go    what is asked for, from the tokens before the cursor
//	lex.go         source before the cursor -> tokens; none of it need be right
//	bound.go       the names that the unfinished source itself binds
//	eval.go        what is known of an expression
//	words.go       keywords of the dialects
//	modules.go     names after import and from
//	files.go       names of files
//	keys.go        keys of dicts
//	arguments.go   keyword arguments
package complete

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
)

// A Completer completes the source of a session, whose names are a module's.
type Completer struct {
	rt   *object.Runtime
	main *object.Module
}

// New returns a completer for the names of main.
func New(rt *object.Runtime, main *object.Module) *Completer { return &Completer{rt, main} }

// Complete returns what could stand in the place of the last length characters
// before pos, in order. source is the whole statement as far as it is typed.
func (c *Completer) Complete(source []rune, pos int) (candidates []string, length int) {
	text, rest := string(source[:pos]), string(source[pos:])
	candidates, bytes := c.complete(text, rest)
	return candidates, utf8.RuneCountInString(text[len(text)-bytes:])
}

// A place is where the cursor is.
type place struct {
	c     *Completer
	text  string
	rest  string  // after the cursor
	toks  []token // before the word
	word  string  // that is being typed, perhaps ""
	first int     // the index of the token that the statement begins with
}

// complete is Complete in bytes.
func (c *Completer) complete(text, rest string) (candidates []string, length int) {
	toks, open := lex(text)
	if open == inComment {
		return nil, 0
	}
	p := &place{c: c, text: text, rest: rest, toks: toks}
	if open == inString {
		return p.inString()
	}
	if n := len(toks); n > 0 && toks[n-1].end == len(text) {
		switch toks[n-1].kind {
		case name:
			p.word, p.toks = p.str(n-1), toks[:n-1]
		case number, str:
			return nil, 0
		}
	}
	p.first = p.statement()
	found := p.candidates()
	if found == nil {
		return nil, 0
	}
	return found, len(p.word)
}

// str returns the source of a token.
func (p *place) str(i int) string { return p.text[p.toks[i].start:p.toks[i].end] }

// is reports whether a token has that source; i may be out of range.
func (p *place) is(i int, s ...string) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].kind != str && slices.Contains(s, p.str(i))
}

// statement returns the index of the first token of the statement that the cursor
// is in. After the colon of "if x:" another statement begins.
func (p *place) statement() int {
	for i := len(p.toks) - 1; i >= 0; i-- {
		if p.toks[i].depth > 0 {
			continue
		}
		if p.toks[i].kind == newline || p.is(i, ";") || p.is(i, ":") {
			return i + 1
		}
	}
	return 0
}

func (p *place) candidates() []string {
	last := len(p.toks) - 1
	switch {
	case p.is(p.first, "import") && p.toks[p.first].kind == name:
		return p.moduleNames(p.importStart())
	case p.is(p.first, "from") && p.toks[p.first].kind == name:
		return p.fromNames()
	case p.is(last, "."):
		return p.attributes(last)
	case p.is(last, "def", "class", "as"):
		return nil // a new name
	}
	if keys := p.bareKeys(); keys != nil {
		return keys
	}
	if p.afterOperand() {
		return p.matching(wordsOf(infix, p.dialect()))
	}
	return append(p.arguments(), p.names()...)
}

func (p *place) dialect() syntax.Dialect { return p.c.rt.Dialect }

// matching returns those of the names that continue the word, sorted; those that
// begin with an underscore only if the word does.
func (p *place) matching(names []string) []string {
	found := []string{}
	for _, n := range names {
		if strings.HasPrefix(n, p.word) && (!strings.HasPrefix(n, "_") || strings.HasPrefix(p.word, "_")) {
			found = append(found, n)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// names are all that a name could be.
func (p *place) names() []string {
	c := p.c
	all := wordsOf(keywords, p.dialect())
	all = append(all, c.main.AttrNames()...)
	all = append(all, c.builtins()...)
	for n := range p.bound() {
		all = append(all, n)
	}
	return p.matching(all)
}

// afterOperand reports whether what stands before the word can only be followed by
// an operator, such as "in" or "and".
func (p *place) afterOperand() bool {
	i := len(p.toks) - 1
	if i < 0 || p.first > i {
		return false
	}
	switch t := p.toks[i]; {
	case t.kind == number, t.kind == str:
		return true
	case t.kind == name:
		word := p.str(i)
		if i == p.first && slices.Contains([]string{"print", "exec", "match", "case", "type"}, word) {
			return false
		}
		return !isKeyword(p.dialect(), word) || word == "None" || word == "True" || word == "False"
	}
	return p.is(i, ")", "]", "}")
}

// attributes completes the attributes of the expression that ends before a dot.
func (p *place) attributes(dot int) []string {
	start := p.operandStart(dot - 1)
	if start < 0 {
		return nil
	}
	t := p.eval(p.text[p.toks[start].start:p.toks[dot].start])
	if names := p.c.attributesOf(t); names != nil {
		return p.matching(names)
	}
	return nil
}

// operandStart returns the index of the first token of the operand that ends with
// the token i, such as a.b[0](x), or -1 if there is none.
func (p *place) operandStart(i int) int {
	for i >= 0 {
		switch t := p.toks[i]; {
		case t.kind == name:
			if isKeyword(p.dialect(), p.str(i)) && !slices.Contains([]string{"None", "True", "False", "print"}, p.str(i)) {
				return -1
			}
			if !p.is(i-1, ".") {
				return i
			}
			i -= 2
		case t.kind == str:
			for i > 0 && p.toks[i-1].kind == str {
				i--
			}
			return i
		case p.is(i, ")", "]", "}"):
			if i = t.partner; i < 0 {
				return -1
			}
			before := i - 1
			if before >= 0 && (p.toks[before].kind == str || p.is(before, ")", "]") ||
				p.toks[before].kind == name && !isKeyword(p.dialect(), p.str(before))) && !p.is(i, "{") {
				i = before // it is called or subscripted
				continue
			}
			return i
		default:
			return -1
		}
	}
	return -1
}
