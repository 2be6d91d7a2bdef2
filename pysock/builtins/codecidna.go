package builtins

import (
	"bytes"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/pysock/pysock/object"
)

// Host names beyond ASCII: punycode (RFC 3492), and idna, which is punycode a
// label (RFC 3490). Nameprep is done by case folding only.

// The parameters of RFC 3492, section 5.
const (
	punyBase    = 36
	punyTMin    = 1
	punyTMax    = 26
	punySkew    = 38
	punyDamp    = 700
	punyBias    = 72
	punyInitial = 0x80
)

func punyAdapt(delta, points int, first bool) int {
	if first {
		delta /= punyDamp
	} else {
		delta /= 2
	}
	delta += delta / points
	k := 0
	for delta > (punyBase-punyTMin)*punyTMax/2 {
		delta /= punyBase - punyTMin
		k += punyBase
	}
	return k + (punyBase-punyTMin+1)*delta/(delta+punySkew)
}

func punyThreshold(k, bias int) int { return max(punyTMin, min(punyTMax, k-bias)) }

const punyDigits = "abcdefghijklmnopqrstuvwxyz0123456789"

func punyEncode(text string) string {
	rs := object.Runes(text)
	var out []byte
	for _, r := range rs {
		if r < punyInitial {
			out = append(out, byte(r))
		}
	}
	basic := len(out)
	done := basic
	if basic > 0 {
		out = append(out, '-')
	}
	n, delta, bias := rune(punyInitial), 0, punyBias
	for done < len(rs) {
		next := rune(math.MaxInt32)
		for _, r := range rs {
			if r >= n && r < next {
				next = r
			}
		}
		delta += int(next-n) * (done + 1)
		n = next
		for _, r := range rs {
			if r < n {
				delta++
			}
			if r != n {
				continue
			}
			q := delta
			for k := punyBase; ; k += punyBase {
				t := punyThreshold(k, bias)
				if q < t {
					break
				}
				out = append(out, punyDigits[t+(q-t)%(punyBase-t)])
				q = (q - t) / (punyBase - t)
			}
			out = append(out, punyDigits[q])
			bias = punyAdapt(delta, done+1, done == basic)
			delta = 0
			done++
		}
		delta++
		n++
	}
	return string(out)
}

func punyDecode(s string) (string, bool) {
	var rs []rune
	if i := strings.LastIndexByte(s, '-'); i >= 0 {
		rs = []rune(s[:i])
		s = s[i+1:]
	}
	n, i, bias := punyInitial, 0, punyBias
	for s != "" {
		start, w := i, 1
		for k := punyBase; ; k += punyBase {
			if s == "" {
				return "", false
			}
			digit := strings.IndexByte(punyDigits, s[0]|0x20)
			if s[0] >= '0' && s[0] <= '9' {
				digit = int(s[0]-'0') + 26
			}
			s = s[1:]
			if digit < 0 || digit > (math.MaxInt32-i)/w {
				return "", false
			}
			i += digit * w
			t := punyThreshold(k, bias)
			if digit < t {
				break
			}
			if w *= punyBase - t; w > math.MaxInt32 {
				return "", false
			}
		}
		bias = punyAdapt(i-start, len(rs)+1, start == 0)
		n += i / (len(rs) + 1)
		i %= len(rs) + 1
		if n > utf8.MaxRune {
			return "", false
		}
		rs = append(rs[:i], append([]rune{rune(n)}, rs[i:]...)...)
		i++
	}
	return string(rs), true
}

func encodePunycode(c *coding, text string) ([]byte, error) { return []byte(punyEncode(text)), nil }

func decodePunycode(c *coding, b []byte) (string, error) {
	if c.errors != "strict" && c.errors != "replace" && c.errors != "ignore" {
		return "", unicodeError.Errorf("Unsupported error handling %s", c.errors)
	}
	literal := b // Python 2 looks at the part before the last hyphen
	if py2(c.t) {
		literal = b[:max(bytes.LastIndexByte(b, '-'), 0)]
	}
	if err := c.onlyASCII(literal); err != nil {
		return "", err
	}
	s, ok := punyDecode(string(b))
	if !ok {
		return "", unicodeError.Errorf("incomplete punicode string")
	}
	return s, nil
}

// onlyASCII refuses other bytes as the codec of ASCII does.
func (c *coding) onlyASCII(b []byte) error {
	i := bytes.IndexFunc(b, func(r rune) bool { return r >= utf8.RuneSelf })
	if i < 0 {
		return nil
	}
	c.label, c.errors = "ascii", "strict"
	_, _, err := c.undecodable(b, i, i+1, "ordinal not in range(128)")
	return err
}

var unicodeError = object.BuiltinKind("UnicodeError")

// idnaDots separate labels.
func idnaDots(r rune) bool { return r == '.' || r == 0x3002 || r == 0xff0e || r == 0xff61 }

func encodeIDNA(c *coding, text string) ([]byte, error) {
	if c.errors != "strict" {
		return nil, unicodeError.Errorf("unsupported error handling %s", c.errors)
	}
	if text == "" {
		return nil, nil
	}
	var labels []string
	rest := text
	for {
		i := strings.IndexFunc(rest, idnaDots)
		if i < 0 {
			break
		}
		_, n := utf8.DecodeRuneInString(rest[i:])
		labels = append(labels, rest[:i])
		rest = rest[i+n:]
	}
	if rest != "" || len(labels) == 0 {
		labels = append(labels, rest)
	}
	var out []string
	for i, label := range labels {
		s := label
		if !object.IsASCII(s) {
			var b []byte
			for _, r := range object.Runes(s) {
				if isSurrogate(r) || unicode.Is(unicode.Co, r) {
					return nil, unicodeError.Errorf("Invalid character %s", c.t.RT.Repr(c.t.RT.Unicode(string(object.AppendRune(nil, r)))))
				}
				b = foldOf(b, r)
			}
			if s = string(b); !object.IsASCII(s) {
				s = "xn--" + punyEncode(s)
			}
		}
		if s == "" || len(s) > 63 {
			words := "label empty or too long"
			if i == len(labels)-1 && object.IsASCII(text) {
				words = "label too long"
			}
			return nil, unicodeError.Errorf("%s", words)
		}
		out = append(out, s)
	}
	s := strings.Join(out, ".")
	if rest == "" {
		s += "."
	}
	return []byte(s), nil
}

func decodeIDNA(c *coding, b []byte) (string, error) {
	if c.errors != "strict" {
		return "", unicodeError.Errorf("Unsupported error handling %s", c.errors)
	}
	if err := c.onlyASCII(b); err != nil {
		return "", err
	}
	labels := strings.Split(string(b), ".")
	for i, label := range labels {
		rest, ok := strings.CutPrefix(strings.ToLower(label), "xn--")
		if !ok {
			continue
		}
		s, ok := punyDecode(rest)
		if !ok {
			return "", unicodeError.Errorf("incomplete punicode string")
		}
		labels[i] = s
	}
	return strings.Join(labels, "."), nil
}
