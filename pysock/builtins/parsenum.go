package builtins

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// How int(), long(), float() and complex() read text.

// plainDigits replaces decimal digits of any script by those of ASCII, and
// white space around by nothing.
func plainDigits(s string) string {
	s = str3.trimRight(str3.trimLeft(s, str3.isSpace), str3.isSpace)
	if object.IsASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf {
			return r
		}
		for _, t := range unicode.Nd.R16 {
			if rune(t.Lo) <= r && r <= rune(t.Hi) {
				return '0' + (r-rune(t.Lo))%10
			}
		}
		for _, t := range unicode.Nd.R32 {
			if rune(t.Lo) <= r && r <= rune(t.Hi) {
				return '0' + (r-rune(t.Lo))%10
			}
		}
		return r
	}, s)
}

// numeral returns what int() and its like read of a Python 2 unicode: bytes, with
// the digits of all scripts as ASCII's, and white space as spaces. Characters beyond Latin-1 that are no
// digits raise UnicodeEncodeError.
func numeral(x *object.Text) (string, error) {
	if !x.IsUnicode() {
		return x.Value(), nil
	}
	runes := object.Runes(x.Value())
	var b []byte
	for i, r := range runes {
		r, ok := numeralByte(r)
		if !ok {
			end := i + 1
			for end < len(runes) {
				if _, ok := numeralByte(runes[end]); ok {
					break
				}
				end++
			}
			return "", object.UnicodeEncodeError.New(starlark.String("decimal"), x, starlark.MakeInt(i), starlark.MakeInt(end),
				starlark.String("invalid decimal Unicode string"))
		}
		b = append(b, r)
	}
	return string(b), nil
}

// numeralByte is what numeral has for a character, if there is something.
func numeralByte(r rune) (b byte, ok bool) {
	if uni2.isSpace(r) {
		r = ' '
	} else if r >= utf8.RuneSelf {
		r, _ = utf8.DecodeRuneInString(plainDigits(string(r)))
	}
	return byte(r), r != 0 && r <= 0xff
}

// parseInt reads an integer literal; base 0 takes the base from its prefix.
// suffix allows the L of Python 2's long().
func parseInt(s string, base int, is2, suffix bool) (starlark.Int, bool) {
	s = plainDigits(s)
	negative := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		negative = s[0] == '-'
		s = s[1:]
		if is2 {
			s = strings.TrimLeft(s, " \t\n\r\v\f")
		}
	}
	if suffix && s != "" && s[len(s)-1]|0x20 == 'l' && base < 22 {
		s = s[:len(s)-1]
	}
	prefixed := false
	if len(s) > 1 && s[0] == '0' {
		b := map[byte]int{'x': 16, 'o': 8, 'b': 2}[s[1]|0x20]
		if b != 0 && (base == 0 || base == b) {
			s, base, prefixed = s[2:], b, true
		}
	}
	if base == 0 {
		base = 10
		if len(s) > 1 && s[0] == '0' {
			if is2 {
				base = 8
			} else if strings.Trim(s, "0_") != "" {
				return starlark.Int{}, false
			}
		}
	}
	if !is2 && strings.IndexByte(s, '_') >= 0 {
		if prefixed {
			s = strings.TrimPrefix(s, "_")
		}
		if s == "" || s[0] == '_' || s[len(s)-1] == '_' || strings.Contains(s, "__") {
			return starlark.Int{}, false
		}
		s = strings.ReplaceAll(s, "_", "")
	}
	if s == "" {
		return starlark.Int{}, false
	}
	for i := 0; i < len(s); i++ {
		if digitValue(s[i]) >= base {
			return starlark.Int{}, false
		}
	}
	if len(s) <= 11 { // fits in any base
		n, err := strconv.ParseInt(s, base, 64)
		if err == nil {
			if negative {
				n = -n
			}
			return starlark.MakeInt64(n), true
		}
	}
	n, ok := new(big.Int).SetString(s, base)
	if !ok {
		return starlark.Int{}, false
	}
	if negative {
		n.Neg(n)
	}
	return starlark.MakeBigInt(n), true
}

// digitValue is 36 for what isn't a digit in any base.
func digitValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		return int(c|0x20-'a') + 10
	}
	return 36
}

// groupsDigits reports whether each underscore of a numeral lies between digits.
func groupsDigits(s string) bool {
	digit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	for i := 0; i < len(s); i++ {
		if s[i] == '_' && !(digit(i-1) && digit(i+1)) {
			return false
		}
	}
	return true
}

// parseFloat reads a float literal, "inf" or "nan". What is too large is inf.
func parseFloat(s string, is2 bool) (float64, bool) {
	s = plainDigits(s)
	rest := strings.TrimLeft(s, "+-")
	if len(s)-len(rest) > 1 {
		return 0, false
	}
	switch strings.ToLower(rest) {
	case "nan":
		if s[0] == '-' {
			return math.Copysign(math.NaN(), -1), true
		}
		return math.NaN(), true
	case "inf", "infinity":
		f, err := strconv.ParseFloat(s, 64)
		return f, err == nil
	}
	if !is2 && strings.IndexByte(s, '_') >= 0 {
		if !groupsDigits(s) {
			return 0, false
		}
		s = strings.ReplaceAll(s, "_", "")
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < '0' || c > '9') && strings.IndexByte("+-.eE", c) < 0 {
			return 0, false
		}
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil && err.(*strconv.NumError).Err == strconv.ErrRange {
		return f, true
	}
	return f, err == nil
}

// parseComplex reads a+bj, with or without parentheses around.
func parseComplex(s string, is2 bool) (complex128, bool) {
	s = plainDigits(s)
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = strings.TrimSpace(s[1 : len(s)-1])
	}
	part := func(s string, imaginary bool) (float64, bool) {
		if imaginary && (s == "" || s == "+") {
			return 1, true
		} else if imaginary && s == "-" {
			return -1, true
		}
		if s != strings.TrimSpace(s) {
			return 0, false
		}
		return parseFloat(s, is2)
	}
	if s == "" {
		return 0, false
	}
	if s[len(s)-1]|0x20 != 'j' {
		re, ok := part(s, false)
		return complex(re, 0), ok
	}
	s = s[:len(s)-1]
	i := len(s) - 1
	for i > 0 && !((s[i] == '+' || s[i] == '-') && s[i-1]|0x20 != 'e') {
		i--
	}
	re, ok := 0.0, true
	if i > 0 {
		re, ok = part(s[:i], false)
		s = s[i:]
	}
	im, ok2 := part(s, true)
	return complex(re, im), ok && ok2
}
