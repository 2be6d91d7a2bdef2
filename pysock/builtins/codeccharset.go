package builtins

import (
	"strings"
	"sync"
	"unicode/utf8"

	"example.com/pysock/pysock/object"
)

// Encodings of one byte a character.

// charsetCodec is ascii or latin-1: the first limit code points.
func charsetCodec(name string, limit rune, reason string) *codec {
	return &codec{
		name: bothNames(name),
		encode: func(c *coding, text string) ([]byte, error) {
			return c.eachRune(text, reason, func(b []byte, r rune) ([]byte, bool) {
				if r >= limit {
					return b, false
				}
				return append(b, byte(r)), true
			})
		},
		decode: func(c *coding, b []byte) (string, error) {
			out := make([]byte, 0, len(b))
			for i, x := range b {
				if rune(x) < limit {
					out = utf8.AppendRune(out, rune(x))
					continue
				}
				s, err := c.undecodable(b, i, i+1, reason)
				if err != nil {
					return "", err
				}
				out = append(out, s...)
			}
			return string(out), nil
		},
	}
}

// charmapCodec is an encoding of the table charmaps.
func charmapCodec(name string) *codec {
	const reason = "character maps to <undefined>"
	high := sync.OnceValue(func() []rune { return object.Runes(charmaps[name]) })
	back := sync.OnceValue(func() map[rune]byte {
		m := make(map[rune]byte, 128)
		for i, r := range high() {
			if r != utf8.RuneError {
				m[r] = byte(i + 0x80)
			}
		}
		return m
	})
	proper := name
	if rest, ok := strings.CutPrefix(name, "iso8859_"); ok {
		proper = "iso8859-" + rest
	}
	return &codec{
		name:   [2]string{"charmap", "charmap"},
		proper: strings.ReplaceAll(proper, "_", "-"),
		encode: func(c *coding, text string) ([]byte, error) {
			m := back()
			return c.eachRune(text, reason, func(b []byte, r rune) ([]byte, bool) {
				if r < utf8.RuneSelf {
					return append(b, byte(r)), true
				}
				x, ok := m[r]
				if !ok {
					return b, false
				}
				return append(b, x), true
			})
		},
		decode: func(c *coding, b []byte) (string, error) {
			table := high()
			out := make([]byte, 0, len(b))
			for i, x := range b {
				if x < utf8.RuneSelf {
					out = append(out, x)
					continue
				}
				if r := table[x-0x80]; r != utf8.RuneError {
					out = utf8.AppendRune(out, r)
					continue
				}
				s, err := c.undecodable(b, i, i+1, reason)
				if err != nil {
					return "", err
				}
				out = append(out, s...)
			}
			return string(out), nil
		},
	}
}
