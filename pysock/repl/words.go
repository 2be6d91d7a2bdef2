package repl

import (
	"os"
	"strings"
)

// split splits the arguments of a command as a shell does, though nothing is
// replaced: quotes keep blanks, as does a backslash outside of quotes.
func split(args string) []string {
	var words []string
	var word strings.Builder
	inWord := false
	quote := rune(0)
	escaped := false
	for _, c := range args {
		switch {
		case escaped:
			word.WriteRune(c)
			escaped = false
		case quote != 0 && c == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(c)
		case c == '\'' || c == '"':
			quote, inWord = c, true
		case c == '\\' && !keepsBackslash:
			escaped, inWord = true, true
		case c == ' ' || c == '\t' || c == '\n':
			if inWord {
				words = append(words, word.String())
				word.Reset()
				inWord = false
			}
		default:
			word.WriteRune(c)
			inWord = true
		}
	}
	if inWord {
		words = append(words, word.String())
	}
	return words
}

// keepsBackslash says that a backslash belongs to the names of files.
const keepsBackslash = os.PathSeparator == '\\'
