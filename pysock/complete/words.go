package complete

import (
	"slices"
	"strings"

	"example.com/pysock/pysock/syntax"
)

// Words by dialect.
type words struct{ both, py2, py3, star string }

// keywords can begin a statement or an expression, or go on one.
var keywords = words{
	both: "and as assert break class continue def del elif else except finally for from global if import in is lambda not or pass raise return try while with yield",
	py2:  "exec print",
	py3:  "False None True async await match case nonlocal",
	star: "and break continue def elif else for if in lambda load not or pass return while",
}

// infix are those that go on an expression.
var infix = words{both: "and as else for if import in is not or from", star: "and else for if in not or"}

// wordsOf returns the words of a dialect.
func wordsOf(w words, d syntax.Dialect) []string {
	switch d {
	case syntax.Python2:
		return strings.Fields(w.both + " " + w.py2)
	case syntax.Starlark:
		return strings.Fields(w.star)
	}
	return strings.Fields(w.both + " " + w.py3)
}

// isKeyword reports whether a word can't be a name. Those that can are match, case
// and, in Python 3, print.
func isKeyword(d syntax.Dialect, word string) bool {
	return word != "match" && word != "case" && slices.Contains(wordsOf(keywords, d), word)
}
