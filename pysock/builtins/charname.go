package builtins

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/runenames"
)

// Korean syllables are named by their letters. (The Unicode Standard, section
// 3.12, "Hangul Syllable Name Generation".)
const (
	firstSyllable = 0xac00
	syllables     = 19 * 21 * 28
)

var (
	leads  = [...]string{"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"}
	vowels = [...]string{"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"}
	tails  = [...]string{"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"}
)

// CharName returns the Unicode name of a character, or "".
func CharName(r rune) string {
	name := runenames.Name(r)
	switch {
	case unicode.Is(unicode.Unified_Ideograph, r):
		return fmt.Sprintf("CJK UNIFIED IDEOGRAPH-%X", r)
	case firstSyllable <= r && r < firstSyllable+syllables:
		i := int(r - firstSyllable)
		return "HANGUL SYLLABLE " + leads[i/(len(vowels)*len(tails))] + vowels[i/len(tails)%len(vowels)] + tails[i%len(tails)]
	}
	if strings.HasPrefix(name, "<") { // <control>, and the like
		return ""
	}
	return name
}

// charsByName is made when a name is first looked up.
var charsByName = sync.OnceValue(func() map[string]rune {
	m := make(map[string]rune, 1<<15)
	for r := range rune(unicode.MaxRune + 1) {
		if name := CharName(r); name != "" {
			m[name] = r
		}
	}
	return m
})

// CharByName returns the character of that name, in letters of any case.
func CharByName(name string) (rune, bool) {
	r, ok := charsByName()[strings.ToUpper(name)]
	return r, ok
}
