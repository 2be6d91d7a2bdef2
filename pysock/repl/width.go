package repl

import (
	"unicode"

	"golang.org/x/text/width"
)

// columns is how many columns of a terminal a character takes: none for marks that
// combine with the one before, two for East Asian wide ones and emoji (UAX #11).
func columns(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r >= 0x1160 && r <= 0x11ff: // Hangul vowels and finals join a syllable
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// tabStop is how far apart the positions are that tabs lead to.
const tabStop = 8

// shown appends how a character of source is shown, at a column after the prompt,
// and returns its width.
func shown(b []rune, r rune, column int) ([]rune, int) {
	switch {
	case r == '\t':
		n := tabStop - column%tabStop
		for range n {
			b = append(b, ' ')
		}
		return b, n
	case r < ' ':
		return append(b, '^', r+'@'), 2
	case r == 0x7f:
		return append(b, '^', '?'), 2
	case r >= 0x80 && r < 0xa0:
		return append(b, '?'), 1
	}
	return append(b, r), columns(r)
}

// textWidth is how wide text is that may hold sequences for colours.
func textWidth(s string) int {
	c := cursor{}
	c.write([]byte(s), 1<<30)
	return c.column
}
