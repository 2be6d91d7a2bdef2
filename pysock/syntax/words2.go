package syntax

import (
	"regexp"
	"sync"
)

// Python 2's words for what both Pythons say of a syntax error. Where it says no
// more than "invalid syntax", the words of Python 3 stay: they help.

// oldWords gives messages their form in Python 2; the first that matches counts.
var oldWords = sync.OnceValue(func() []wording {
	on := func(pattern, words string) wording {
		return wording{regexp.MustCompile("^(?:" + pattern + ")$"), words}
	}
	const hint = `(?: here\. Maybe you meant .*)?`
	return []wording{
		on(`cannot (assign to|delete) (?:dict literal|set display)`+hint, "can't $1 literal"),
		on(`cannot (assign to|delete) tuple`+hint, "can't $1 ()"),
		on(`cannot (assign to|delete) expression`+hint, "can't $1 operator"),
		on(`cannot (assign to|delete) (literal|function call|lambda|comparison|conditional expression|yield expression|`+
			`(?:list|set|dict) comprehension|generator expression)`+hint, "can't $1 $2"),
		on(`'(function call|yield expression|generator expression|list comprehension|lambda|comparison|conditional expression|literal)' `+
			`is an illegal expression for augmented assignment`, "can't assign to $1"),
		on(`'expression' is an illegal expression for augmented assignment`, "can't assign to operator"),
		on(`'None' is an illegal expression for augmented assignment`, "cannot assign to None"),
		on(`Generator expression must be parenthesized`, "Generator expression must be parenthesized if not sole argument"),
		on(`keyword argument repeated: .*`, "keyword argument repeated"),
		on(`expression cannot contain assignment, perhaps you meant "=="\?`, "keyword can't be an expression"),
		on(`positional argument follows keyword argument`, "non-keyword arg after keyword arg"),
	}
})

type wording struct {
	pattern *regexp.Regexp
	words   string
}

// inOldWords gives an error of a Python 2 file that language's own words.
func (e *Error) inOldWords() {
	for _, w := range oldWords() {
		if w.pattern.MatchString(e.Msg) {
			e.Msg = w.pattern.ReplaceAllString(e.Msg, w.words)
			return
		}
	}
}
