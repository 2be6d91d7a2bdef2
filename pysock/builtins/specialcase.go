package builtins

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Go's unicode package maps one letter to one letter. These are the rest of
// Unicode's SpecialCasing.txt: letters whose upper case is longer, each followed
// by it.
const longUpper = "" +
	"ßSS ŉʼN ǰJ\u030c ΐΙ\u0308\u0301 ΰΥ\u0308\u0301 ևԵՒ ẖH\u0331 ẗT\u0308 " +
	"ẘW\u030a ẙY\u030a ẚAʾ ὐΥ\u0313 ὒΥ\u0313\u0300 ὔΥ\u0313\u0301 " +
	"ὖΥ\u0313\u0342 ᾀἈΙ ᾁἉΙ ᾂἊΙ ᾃἋΙ ᾄἌΙ ᾅἍΙ ᾆἎΙ ᾇἏΙ ᾈἈΙ ᾉἉΙ ᾊἊΙ ᾋἋΙ ᾌἌΙ ᾍἍΙ " +
	"ᾎἎΙ ᾏἏΙ ᾐἨΙ ᾑἩΙ ᾒἪΙ ᾓἫΙ ᾔἬΙ ᾕἭΙ ᾖἮΙ ᾗἯΙ ᾘἨΙ ᾙἩΙ ᾚἪΙ ᾛἫΙ ᾜἬΙ ᾝἭΙ ᾞἮΙ " +
	"ᾟἯΙ ᾠὨΙ ᾡὩΙ ᾢὪΙ ᾣὫΙ ᾤὬΙ ᾥὭΙ ᾦὮΙ ᾧὯΙ ᾨὨΙ ᾩὩΙ ᾪὪΙ ᾫὫΙ ᾬὬΙ ᾭὭΙ ᾮὮΙ ᾯὯΙ " +
	"ᾲᾺΙ ᾳΑΙ ᾴΆΙ ᾶΑ\u0342 ᾷΑ\u0342Ι ᾼΑΙ ῂῊΙ ῃΗΙ ῄΉΙ ῆΗ\u0342 ῇΗ\u0342Ι ῌΗΙ " +
	"ῒΙ\u0308\u0300 ΐΙ\u0308\u0301 ῖΙ\u0342 ῗΙ\u0308\u0342 ῢΥ\u0308\u0300 " +
	"ΰΥ\u0308\u0301 ῤΡ\u0313 ῦΥ\u0342 ῧΥ\u0308\u0342 ῲῺΙ ῳΩΙ ῴΏΙ ῶΩ\u0342 " +
	"ῷΩ\u0342Ι ῼΩΙ ﬀFF ﬁFI ﬂFL ﬃFFI ﬄFFL ﬅST ﬆST ﬓՄՆ ﬔՄԵ ﬕՄԻ ﬖՎՆ ﬗՄԽ"

// foldsByUpper are letters whose case folding is the lower case of their upper
// case, as it is for those in longUpper.
const foldsByUpper = "µſ\u0345ςϐϑϕϖϰϱϵᲀᲁᲂᲃᲄᲅᲆᲇᲈẛι"

var longUpperOf = sync.OnceValue(func() map[rune]string {
	m := make(map[rune]string)
	for _, f := range strings.Fields(longUpper) {
		r, n := utf8.DecodeRuneInString(f)
		m[r] = f[n:]
	}
	return m
})

// upperOf, titleOf, lowerOf and foldOf append a letter's other forms, as Python
// 3 has them.
func upperOf(b []byte, r rune) []byte {
	if s, ok := longUpperOf()[r]; ok {
		return append(b, s...)
	}
	return appendMapped(b, r, unicode.ToUpper)
}

func titleOf(b []byte, r rune) []byte {
	s, ok := longUpperOf()[r]
	if !ok || unicode.ToTitle(r) != r || unicode.IsTitle(r) {
		return appendMapped(b, r, unicode.ToTitle)
	}
	_, n := utf8.DecodeRuneInString(s)
	rest := strings.ReplaceAll(s[n:], "\u0399", "\u0345") // a iota after a vowel goes below it
	if r != 'ŉ' {
		rest = strings.ToLower(rest)
	}
	return append(append(b, s[:n]...), rest...)
}

func lowerOf(b []byte, r rune) []byte {
	if r == 'İ' {
		return append(b, "i\u0307"...)
	}
	return appendMapped(b, r, unicode.ToLower)
}

func foldOf(b []byte, r rune) []byte {
	switch {
	case r >= 0x13a0 && r <= 0x13f5: // Cherokee folds to its capitals
		return utf8.AppendRune(b, r)
	case r >= 0x13f8 && r <= 0x13fd || r >= 0xab70 && r <= 0xabbf:
		return utf8.AppendRune(b, unicode.ToUpper(r))
	case r == 'ẞ':
		return append(b, "ss"...)
	}
	if s, ok := longUpperOf()[r]; ok {
		for _, u := range s {
			b = utf8.AppendRune(b, unicode.ToLower(u))
		}
		return b
	}
	if strings.ContainsRune(foldsByUpper, r) {
		return utf8.AppendRune(b, unicode.ToLower(unicode.ToUpper(r)))
	}
	return lowerOf(b, r)
}
