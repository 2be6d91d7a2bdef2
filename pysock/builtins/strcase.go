package builtins

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// Methods about the case of letters, and tests of what characters are.
var caseMethods = map[string]strMethod{
	"upper":      mapper("upper", func(k *flavour, s string) string { return k.mapCase(s, strings.ToUpper, upperOf, unicode.ToUpper) }),
	"lower":      mapper("lower", lower),
	"capitalize": mapper("capitalize", func(k *flavour, s string) string { return k.words(s, false) }),
	"title":      mapper("title", func(k *flavour, s string) string { return k.words(s, true) }),
	"swapcase":   mapper("swapcase", swapcase),

	"isalpha": tester("isalpha", func(k *flavour, s string) bool { return k.all(s, k.isAlpha) }),
	"isdigit": tester("isdigit", func(k *flavour, s string) bool { return k.all(s, k.isDigit) }),
	"isalnum": tester("isalnum", func(k *flavour, s string) bool {
		return k.all(s, func(r rune) bool { return k.isAlpha(r) || k.isDigit(r) || k.text && unicode.IsNumber(r) })
	}),
	"isspace": tester("isspace", func(k *flavour, s string) bool { return k.all(s, k.isSpace) }),
	"islower": tester("islower", func(k *flavour, s string) bool { return k.cased(s, k.isLower, k.isUpper) }),
	"isupper": tester("isupper", func(k *flavour, s string) bool { return k.cased(s, k.isUpper, k.isLower) }),
	"istitle": tester("istitle", isTitled),
}

// asciiTest is Python 3's.
var asciiTest = map[string]strMethod{
	"isascii": tester("isascii", func(k *flavour, s string) bool { return object.IsASCII(s) }),
}

// textTests are there for text only.
var textTests = map[string]strMethod{
	"isdecimal": tester("isdecimal", func(k *flavour, s string) bool {
		return k.all(s, func(r rune) bool { return unicode.Is(unicode.Nd, r) })
	}),
	"isnumeric": tester("isnumeric", func(k *flavour, s string) bool { return k.all(s, isNumeric) }),
}

// textTests3 are Python 3's.
var textTests3 = map[string]strMethod{
	"casefold":     mapper("casefold", func(k *flavour, s string) string { return k.mapCase(s, strings.ToLower, foldOf, nil) }),
	"isidentifier": tester("isidentifier", func(k *flavour, s string) bool { return isIdentifier(s) }),
	"isprintable": tester("isprintable", func(k *flavour, s string) bool {
		return s == "" || k.all(s, object.IsPrintable)
	}),
}

// mapper makes a method without arguments that returns another string.
func mapper(name string, f func(k *flavour, s string) string) strMethod {
	return func(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs(k.name, name, args, kwargs); err != nil {
			return nil, err
		}
		return k.wrap(f(k, s)), nil
	}
}

// tester makes a method without arguments that returns a bool.
func tester(name string, f func(k *flavour, s string) bool) strMethod {
	return func(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs(k.name, name, args, kwargs); err != nil {
			return nil, err
		}
		return object.Truthy(f(k, s)), nil
	}
}

// mapCase maps ASCII by ascii, other text by full in Python 3 and letter by
// letter in Python 2. Bytes beyond ASCII stay.
func (k *flavour) mapCase(s string, ascii func(string) string, full func([]byte, rune) []byte, simple func(rune) rune) string {
	if object.IsASCII(s) {
		return ascii(s)
	}
	b := make([]byte, 0, len(s))
	for s != "" {
		r, n := k.next(s)
		switch {
		case !k.text && r >= utf8.RuneSelf:
			b = append(b, byte(r))
		case k.py2:
			b = appendMapped(b, r, simple)
		default:
			b = full(b, r)
		}
		s = s[n:]
	}
	return string(b)
}

// appendMapped leaves surrogates, which unicode's functions would spoil, alone.
func appendMapped(b []byte, r rune, simple func(rune) rune) []byte {
	if r < 0xd800 || r > 0xdfff {
		r = simple(r)
	}
	return object.AppendRune(b, r)
}

func lower(k *flavour, s string) string {
	if k == str3 && strings.Contains(s, "Σ") {
		return lowerSigma(s)
	}
	return k.mapCase(s, strings.ToLower, lowerOf, unicode.ToLower)
}

// lowerSigma writes a capital sigma at the end of a word as ς.
func lowerSigma(s string) string {
	rs := object.Runes(s)
	var b []byte
	letter := func(i, step int) bool {
		for i += step; i >= 0 && i < len(rs); i += step {
			if unicode.In(rs[i], unicode.Mn, unicode.Lm, unicode.Sk) || strings.ContainsRune("'.:·’\u00ad", rs[i]) {
				continue
			}
			return str3.isLower(rs[i]) || str3.isUpper(rs[i]) || unicode.IsTitle(rs[i])
		}
		return false
	}
	for i, r := range rs {
		if r == 'Σ' && letter(i, -1) && !letter(i, 1) {
			b = append(b, "ς"...)
			continue
		}
		b = lowerOf(b, r)
	}
	return string(b)
}

// words is title, or capitalize, which takes the whole for one word.
func (k *flavour) words(s string, each bool) string {
	b := make([]byte, 0, len(s))
	inWord := false
	var lowered string
	if !k.py2 && k.text && strings.Contains(s, "Σ") {
		lowered = lowerSigma(s)
	}
	for rest := s; rest != ""; {
		r, n := k.next(rest)
		switch {
		case !k.text && r >= utf8.RuneSelf:
			b = append(b, byte(r))
		case !inWord && k.py2:
			up := unicode.ToTitle
			if !each {
				up = unicode.ToUpper
			}
			b = appendMapped(b, r, up)
		case !inWord:
			b = titleOf(b, r)
		case r == 'Σ' && lowered != "" && strings.HasPrefix(lowered[min(len(b), len(lowered)):], "ς"):
			b = append(b, "ς"...)
		case k.py2:
			b = appendMapped(b, r, unicode.ToLower)
		default:
			b = lowerOf(b, r)
		}
		inWord = !each || k.isCased(r)
		rest = rest[n:]
	}
	return string(b)
}

func swapcase(k *flavour, s string) string {
	b := make([]byte, 0, len(s))
	for s != "" {
		r, n := k.next(s)
		switch {
		case !k.text && r >= utf8.RuneSelf:
			b = append(b, byte(r))
		case k.isUpper(r) && k.py2:
			b = appendMapped(b, r, unicode.ToLower)
		case k.isUpper(r):
			b = lowerOf(b, r)
		case k.isLower(r) && k.py2:
			b = appendMapped(b, r, unicode.ToUpper)
		case k.isLower(r):
			b = upperOf(b, r)
		default:
			b = append(b, s[:n]...)
		}
		s = s[n:]
	}
	return string(b)
}

func (k *flavour) all(s string, is func(rune) bool) bool {
	for rest := s; rest != ""; {
		r, n := k.next(rest)
		if !is(r) {
			return false
		}
		rest = rest[n:]
	}
	return s != ""
}

// cased reports whether there is a letter that is in and none that is out.
func (k *flavour) cased(s string, in, out func(rune) bool) bool {
	found := false
	for s != "" {
		r, n := k.next(s)
		if out(r) || k.text && unicode.IsTitle(r) {
			return false
		}
		found = found || in(r)
		s = s[n:]
	}
	return found
}

func isTitled(k *flavour, s string) bool {
	inWord, found := false, false
	for s != "" {
		r, n := k.next(s)
		switch {
		case k.isUpper(r) || k.text && unicode.IsTitle(r):
			if inWord {
				return false
			}
			inWord, found = true, true
		case k.isLower(r):
			if !inWord {
				return false
			}
		default:
			inWord = false
		}
		s = s[n:]
	}
	return found
}

func (k *flavour) isAlpha(r rune) bool {
	if !k.text && r >= utf8.RuneSelf {
		return false
	}
	return unicode.IsLetter(r)
}

func (k *flavour) isLower(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z'
	}
	return k.text && (unicode.IsLower(r) || unicode.Is(unicode.Other_Lowercase, r))
}

func (k *flavour) isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return k.text && (unicode.IsUpper(r) || unicode.Is(unicode.Other_Uppercase, r))
}

func (k *flavour) isCased(r rune) bool {
	return k.isLower(r) || k.isUpper(r) || k.text && unicode.IsTitle(r)
}

func (k *flavour) isDigit(r rune) bool {
	if r < utf8.RuneSelf || !k.text {
		return '0' <= r && r <= '9'
	}
	return unicode.Is(unicode.Nd, r) || isOtherDigit(r)
}

// otherDigits are the ranges of characters that are digits, but not decimal
// ones: superscripts, subscripts, circled and the like.
var otherDigits = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0xb2, Hi: 0xb3, Stride: 1}, {Lo: 0xb9, Hi: 0xb9, Stride: 1}, {Lo: 0x1369, Hi: 0x1371, Stride: 1},
		{Lo: 0x19da, Hi: 0x19da, Stride: 1}, {Lo: 0x2070, Hi: 0x2070, Stride: 1}, {Lo: 0x2074, Hi: 0x2079, Stride: 1},
		{Lo: 0x2080, Hi: 0x2089, Stride: 1}, {Lo: 0x2460, Hi: 0x2468, Stride: 1}, {Lo: 0x2474, Hi: 0x247c, Stride: 1},
		{Lo: 0x2488, Hi: 0x2490, Stride: 1}, {Lo: 0x24ea, Hi: 0x24ea, Stride: 1}, {Lo: 0x24f5, Hi: 0x24fd, Stride: 1},
		{Lo: 0x24ff, Hi: 0x24ff, Stride: 1}, {Lo: 0x2776, Hi: 0x277e, Stride: 1}, {Lo: 0x2780, Hi: 0x2788, Stride: 1},
		{Lo: 0x278a, Hi: 0x2792, Stride: 1},
	},
	R32: []unicode.Range32{
		{Lo: 0x10a40, Hi: 0x10a43, Stride: 1}, {Lo: 0x10e60, Hi: 0x10e68, Stride: 1},
		{Lo: 0x11052, Hi: 0x1105a, Stride: 1}, {Lo: 0x1f100, Hi: 0x1f10a, Stride: 1},
	},
}

func isOtherDigit(r rune) bool { return unicode.Is(otherDigits, r) }

// isNumeric: numbers, and the ideographs that stand for numbers.
func isNumeric(r rune) bool {
	return unicode.IsNumber(r) || strings.ContainsRune("㐅㒃㠪㭍一七万三九二五亖亿什仟仨伍佰億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拾捌柒漆玖百肆萬貮貳贰阡陆陌陸零\uf96b\uf973\uf978\uf9b2\uf9d1\uf9d3\uf9fd𠀁𠁤𠃢𠄡𠤪𠦃𠦌𠦜𠫪𠫽𠬙𢎐𢦘𣬛𦉭\U0002f890", r)
}

func isIdentifier(s string) bool {
	for i, r := range s {
		start := r == '_' || unicode.IsLetter(r) || unicode.In(r, unicode.Nl, unicode.Other_ID_Start)
		if !start && (i == 0 || !unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)) {
			return false
		}
	}
	return s != "" && utf8.ValidString(s)
}
