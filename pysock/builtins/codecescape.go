package builtins

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"example.com/pysock/pysock/object"
)

// The encodings that write text as a literal of Python would be written.

func encodeUnicodeEscape(c *coding, text string) ([]byte, error) {
	var out []byte
	for _, r := range object.Runes(text) {
		switch {
		case r == '\\':
			out = append(out, `\\`...)
		case r == '\t':
			out = append(out, `\t`...)
		case r == '\n':
			out = append(out, `\n`...)
		case r == '\r':
			out = append(out, `\r`...)
		case r >= ' ' && r < 0x7f:
			out = append(out, byte(r))
		default:
			out = append(out, escapeRune(r)...)
		}
	}
	return out, nil
}

func encodeRawEscape(c *coding, text string) ([]byte, error) {
	var out []byte
	for _, r := range object.Runes(text) {
		if r < 0x100 {
			out = append(out, byte(r))
		} else {
			out = append(out, escapeRune(r)...)
		}
	}
	return out, nil
}

// hexEscape reads the digits of \x, \u and \U; b begins after that letter.
func hexEscape(b []byte, n int) (r rune, digits int, ok bool) {
	for digits < n && digits < len(b) && strings.IndexByte("0123456789abcdefABCDEF", b[digits]) >= 0 {
		digits++
	}
	if digits < n {
		return 0, digits, false
	}
	u, _ := strconv.ParseUint(string(b[:n]), 16, 32)
	return rune(u), n, u <= utf8.MaxRune
}

func decodeRawEscape(c *coding, b []byte) (string, error) {
	var out []byte
	for i := 0; i < len(b); i++ {
		slashes := 0
		for i+slashes < len(b) && b[i+slashes] == '\\' {
			slashes++
		}
		if next := i + slashes; slashes%2 == 1 && next < len(b) && (b[next] == 'u' || b[next] == 'U') {
			out = append(out, b[i:next-1]...)
			s, end, err := c.escaped(b, next-1, "rawunicodeescape")
			if err != nil {
				return "", err
			}
			out = append(out, s...)
			i = end - 1
			continue
		}
		if slashes > 0 {
			out = append(out, b[i:i+slashes]...)
			i += slashes - 1
			continue
		}
		out = utf8.AppendRune(out, rune(b[i]))
	}
	return string(out), nil
}

// escaped decodes the \x, \u or \U at b[i].
func (c *coding) escaped(b []byte, i int, label string) (text string, end int, err error) {
	kind := b[i+1]
	n := map[byte]int{'x': 2, 'u': 4, 'U': 8}[kind]
	r, digits, ok := hexEscape(b[i+2:], n)
	if ok {
		return string(object.AppendRune(nil, r)), i + 2 + n, nil
	}
	c.label = label
	reason := sprintf("truncated \\%c%s escape", kind, strings.Repeat("X", n))
	if digits == n {
		reason = "illegal Unicode character"
	}
	end = i + 2 + digits
	if c.partial && end == len(b) && digits < n {
		c.stop(b, i)
		return "", len(b), nil
	}
	return c.undecodable(b, i, end, reason)
}

// simpleEscapes are those of one letter.
var simpleEscapes = map[byte]byte{
	'n': '\n', 't': '\t', 'r': '\r', '\\': '\\', '\'': '\'', '"': '"', 'a': '\a', 'b': '\b', 'f': '\f', 'v': '\v',
}

// octal reads up to three octal digits.
func octal(b []byte) (r rune, n int) {
	for n < 3 && n < len(b) && b[n] >= '0' && b[n] <= '7' {
		r = r*8 + rune(b[n]-'0')
		n++
	}
	return
}

func decodeUnicodeEscape(c *coding, b []byte) (string, error) {
	var out []byte
	for i := 0; i < len(b); {
		if b[i] != '\\' {
			out = utf8.AppendRune(out, rune(b[i]))
			i++
			continue
		}
		if i+1 == len(b) {
			if c.partial {
				c.stop(b, i)
				return string(out), nil
			}
			s, next, err := c.undecodable(b, i, i+1, `\ at end of string`)
			if err != nil {
				return "", err
			}
			out = append(out, s...)
			i = next
			continue
		}
		switch x := b[i+1]; {
		case x == '\n':
			i += 2
		case simpleEscapes[x] != 0:
			out = append(out, simpleEscapes[x])
			i += 2
		case x >= '0' && x <= '7':
			r, n := octal(b[i+1:])
			out = utf8.AppendRune(out, r)
			i += 1 + n
		case x == 'x' || x == 'u' || x == 'U':
			s, end, err := c.escaped(b, i, "")
			if err != nil {
				return "", err
			}
			out = append(out, s...)
			i = end
		case x == 'N':
			end := i + 2
			for end < len(b) && b[end-1] != '}' {
				end++
			}
			if c.partial && b[end-1] != '}' {
				c.stop(b, i)
				return string(out), nil
			}
			if r, ok := CharByName(string(b[min(i+3, end):max(end-1, min(i+3, end))])); ok && b[end-1] == '}' {
				out = append(out, string(r)...)
				i = end
				continue
			}
			s, next, err := c.undecodable(b, i, end, "unknown Unicode character name")
			if err != nil {
				return "", err
			}
			out = append(out, s...)
			i = next
		default:
			out = append(out, '\\')
			i++
		}
	}
	return string(out), nil
}

// recodeStringEscape is Python 2's string_escape: bytes as in a literal.
func recodeStringEscape(c *coding, b []byte, encode bool) ([]byte, error) {
	if encode {
		q := object.QuoteBytes("'\"" + string(b)) // with both quotes inside, ' is escaped
		return []byte(q[len(`'\'"`) : len(q)-1]), nil
	}
	var out []byte
	for i := 0; i < len(b); {
		if b[i] != '\\' {
			out = append(out, b[i])
			i++
			continue
		}
		if i+1 == len(b) {
			return nil, object.ValueError.Errorf("Trailing \\ in string")
		}
		switch x := b[i+1]; {
		case x == '\n':
			i += 2
		case simpleEscapes[x] != 0:
			out = append(out, simpleEscapes[x])
			i += 2
		case x >= '0' && x <= '7':
			r, n := octal(b[i+1:])
			out = append(out, byte(r))
			i += 1 + n
		case x == 'x':
			r, _, ok := hexEscape(b[i+2:], 2)
			if !ok {
				return nil, object.ValueError.By("invalid \\x escape", sprintf("invalid \\x escape at position %d", i))
			}
			out = append(out, byte(r))
			i += 4
		default:
			out = append(out, '\\')
			i++
		}
	}
	return out, nil
}

// EscapeBytes is string_escape in either direction, of bytes.
func EscapeBytes(t *object.Thread, b []byte, errors string, encode bool) ([]byte, error) {
	return recodeStringEscape(&coding{codec: codecs()["string_escape"], t: t, errors: errors}, b, encode)
}
