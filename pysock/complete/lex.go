package complete

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word of source. The tokens of unfinished source serve to find out
// where the cursor is, so that less is told apart than a parser needs.
type token struct {
	kind       kind
	start, end int // in bytes
	depth      int // of the brackets around it; an opening one is outside itself
	partner    int // of a bracket: the token of the other one, -1 if there is none
	prefix     int // of a string: the length of what comes before its quotes
	quotes     int // of a string: 1 or 3
}

type kind uint8

const (
	name kind = iota
	number
	str
	operator
	newline // the end of a logical line
)

// What the end of the source may be inside of.
type inside uint8

const (
	inCode inside = iota
	inComment
	inString // the last token, which has no end
)

// operators of more than one character, the longest first.
var operators = []string{"**=", "//=", ">>=", "<<=", "...", ":=", "==", "!=", "<>", "<=", ">=", "->", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", "**", "//", ">>", "<<"}

// lex cuts source into tokens, and says what its end is inside of.
func lex(text string) (toks []token, at inside) {
	var open []int // the brackets that are open
	add := func(k kind, start, end int) *token {
		toks = append(toks, token{kind: k, start: start, end: end, depth: len(open), partner: -1})
		return &toks[len(toks)-1]
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n':
			if len(open) == 0 {
				add(newline, i, i+1)
			}
			i++
		case r == '\\' && strings.HasPrefix(text[i+1:], "\n"):
			i += 2
		case r == ' ' || r == '\t' || r == '\r' || r == '\f':
			i++
		case r == '#':
			end := strings.IndexByte(text[i:], '\n')
			if end < 0 {
				return toks, inComment
			}
			i += end
		case r == '"' || r == '\'' || prefixed(text[i:]) > 0:
			prefix := prefixed(text[i:])
			end, quotes, closed := stringEnd(text, i+prefix, strings.ContainsAny(text[i:i+prefix], "rR"))
			t := add(str, i, end)
			t.prefix, t.quotes = prefix, quotes
			if !closed {
				return toks, inString
			}
			i = end
		case r == '_' || unicode.IsLetter(r):
			end := i
			for end < len(text) {
				r, size := utf8.DecodeRuneInString(text[end:])
				if r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
					break
				}
				end += size
			}
			add(name, i, end)
			i = end
		case r >= '0' && r <= '9' || r == '.' && i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9' && !isOperandEnd(toks, i):
			end := i + 1
			for end < len(text) && (isWord(text[end]) || text[end] == '.' && !strings.ContainsAny(text[i:end], ".eE")) {
				end++
			}
			add(number, i, end)
			i = end
		default:
			n := size
			for _, op := range operators {
				if strings.HasPrefix(text[i:], op) {
					n = len(op)
					break
				}
			}
			switch r {
			case '(', '[', '{':
				add(operator, i, i+n)
				open = append(open, len(toks)-1)
			case ')', ']', '}':
				partner := -1
				if len(open) > 0 {
					partner, open = open[len(open)-1], open[:len(open)-1]
				}
				t := add(operator, i, i+n)
				t.partner = partner
				if partner >= 0 {
					toks[partner].partner = len(toks) - 1
				}
			default:
				add(operator, i, i+n)
			}
			i += n
		}
	}
	return toks, inCode
}

// isOperandEnd reports whether a name or bracket ends at i, so that a dot there is
// that of an attribute.
func isOperandEnd(toks []token, i int) bool {
	n := len(toks)
	return n > 0 && toks[n-1].end == i && toks[n-1].kind != operator
}

func isWord(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// prefixed returns the length of the prefix of a string that text begins with, 0 if
// it begins with none.
func prefixed(text string) int {
	for n := 1; n <= 2 && n < len(text); n++ {
		if !strings.ContainsRune("bBrRuUfF", rune(text[n-1])) {
			return 0
		}
		if text[n] == '"' || text[n] == '\'' {
			return n
		}
	}
	return 0
}

// stringEnd returns where the string ends whose quotes begin at i. One that isn't
// closed ends with the text, or, in simple quotes, with its line.
func stringEnd(text string, i int, raw bool) (end, quotes int, closed bool) {
	quote := text[i : i+1]
	if strings.HasPrefix(text[i:], quote+quote+quote) {
		quote = text[i : i+3]
	}
	for j := i + len(quote); j < len(text); {
		switch {
		case strings.HasPrefix(text[j:], quote):
			return j + len(quote), len(quote), true
		case text[j] == '\\' && j+1 < len(text):
			j += 2
		case text[j] == '\n' && len(quote) == 1:
			return j, 1, true // an error, which the parser will tell
		default:
			j++
		}
	}
	return len(text), len(quote), false
}
