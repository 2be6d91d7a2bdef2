package builtins

import (
	"strings"
	"unicode/utf16"

	"example.com/pysock/pysock/object"
)

// UTF-7 (RFC 2152): what isn't ASCII stands as UTF-16 in base64, between + and
// what ends it.

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// direct7 reports whether a character stands for itself.
func direct7(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' ||
		r > 0 && r < 0x80 && strings.ContainsRune("'(),-./:? \t\n\r!\"#$%&*;<=>@[]^_`{|}", r)
}

func encodeUTF7(c *coding, text string) ([]byte, error) {
	var out []byte
	bits, n := uint32(0), 0 // not yet written
	shifted := false
	for _, r := range object.Runes(text) {
		if direct7(r) {
			if shifted {
				if n > 0 {
					out = append(out, base64Digits[bits<<(6-n)&0x3f])
				}
				if r == '-' || strings.ContainsRune(base64Digits, r) {
					out = append(out, '-')
				}
				bits, n, shifted = 0, 0, false
			}
			out = append(out, byte(r))
			continue
		}
		if !shifted {
			if r == '+' {
				out = append(out, "+-"...)
				continue
			}
			out = append(out, '+')
			shifted = true
		}
		units := []rune{r}
		if r >= 0x10000 {
			hi, lo := utf16.EncodeRune(r)
			units = []rune{hi, lo}
		}
		for _, u := range units {
			bits, n = bits<<16|uint32(u), n+16
			for n >= 6 {
				n -= 6
				out = append(out, base64Digits[bits>>n&0x3f])
			}
		}
	}
	if shifted {
		if n > 0 {
			out = append(out, base64Digits[bits<<(6-n)&0x3f])
		}
		out = append(out, '-')
	}
	return out, nil
}

func decodeUTF7(c *coding, b []byte) (string, error) {
	var out []byte
	for i := 0; i < len(b); {
		reason, end := "", i+1
		switch {
		case b[i] >= 0x80:
			reason = "unexpected special character"
		case b[i] != '+':
			out = append(out, b[i])
		default:
			var s []byte
			s, end, reason = c.shifted7(b, i)
			if reason == stop7 {
				c.stop(b, i)
				return string(out), nil
			}
			out = append(out, s...)
		}
		if reason == "" {
			i = end
			continue
		}
		s, next, err := c.undecodable(b, i, end, reason)
		if err != nil {
			return "", err
		}
		out = append(out, s...)
		i = next
	}
	return string(out), nil
}

// stop7 is no fault: the sequence goes on in the next piece.
const stop7 = "goes on"

// shifted7 decodes the sequence that begins with the + at b[start].
func (c *coding) shifted7(b []byte, start int) (s []byte, end int, reason string) {
	i := start + 1
	if i < len(b) && b[i] == '-' {
		return []byte("+"), i + 1, ""
	}
	bits, n := uint32(0), 0
	high := rune(0) // a surrogate that waits for its other half
	flush := func() {
		if high != 0 {
			s = object.AppendRune(s, high)
			high = 0
		}
	}
	for ; i < len(b); i++ {
		digit := strings.IndexByte(base64Digits, b[i])
		if digit < 0 {
			break
		}
		bits, n = bits<<6|uint32(digit), n+6
		if n < 16 {
			continue
		}
		n -= 16
		u := rune(bits >> n & 0xffff)
		bits &= 1<<n - 1
		if high != 0 && u >= 0xdc00 && u <= 0xdfff {
			s = object.AppendRune(s, utf16.DecodeRune(high, u))
			high = 0
			continue
		}
		flush()
		if u >= 0xd800 && u <= 0xdbff {
			high = u
		} else {
			s = object.AppendRune(s, u)
		}
	}
	if i == len(b) {
		if c.partial {
			return nil, i, stop7
		}
		if n >= 6 || bits != 0 || high != 0 || i == start+1 {
			return s, i, "unterminated shift sequence"
		}
		return s, i, ""
	}
	switch {
	case i == start+1:
		return nil, i + 1, "ill-formed sequence"
	case n >= 6:
		return s, i + 1, "partial character in base64 sequence"
	case bits != 0:
		return s, i + 1, "non-zero padding bits in base64 sequence"
	}
	flush()
	if b[i] == '-' {
		i++
	}
	return s, i, ""
}
