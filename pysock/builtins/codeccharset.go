package builtins

import (
	"strings"
	"sync"
	"unicode/utf8"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// Encodings of one byte a character.

// charsetCodec is ascii or latin-1: the first limit code points.
func charsetCodec(name string, limit rune, reason string) *codec {
	return &codec{
		name:  bothNames(name),
		plain: true,
		encode: func(c *coding, text string) ([]byte, error) {
			return c.eachRune(text, reason, func(b []byte, r rune) ([]byte, bool) {
				if r >= limit {
					return b, false
				}
				return append(b, byte(r)), true
			})
		},
		decode: func(c *coding, b []byte) (string, error) {
			return c.eachCharacter(b, 0, func(b []byte) (rune, int, string, bool) {
				if r := rune(b[0]); r < limit {
					return r, 1, "", false
				}
				return 0, 1, reason, false
			})
		},
	}
}

// charmapCodec is an encoding of the table charmaps: of all 256 bytes, or of
// those from 0x80 on where the others are ASCII.
func charmapCodec(name string) *codec {
	const reason = "character maps to <undefined>"
	high := sync.OnceValue(func() []rune { return object.Runes(charmaps()[name]) })
	back := sync.OnceValue(func() map[rune]byte {
		m := make(map[rune]byte, 128)
		table := high()
		for i, r := range table {
			if r != utf8.RuneError {
				m[r] = byte(i + 256 - len(table))
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
		plain:  charmaps()[name][0] >= utf8.RuneSelf,
		encode: func(c *coding, text string) ([]byte, error) {
			m := back()
			plain := len(high()) < 256
			return c.eachRune(text, reason, func(b []byte, r rune) ([]byte, bool) {
				if plain && r < utf8.RuneSelf {
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
			skip := 256 - len(table)
			return c.eachCharacter(b, 0, func(b []byte) (rune, int, string, bool) {
				r := rune(b[0])
				if int(r) >= skip {
					r = table[int(r)-skip]
				}
				if r == utf8.RuneError {
					return 0, 1, reason, false
				}
				return r, 1, "", false
			})
		},
	}
}

const unmapped = "character maps to <undefined>"

var scriptCharmap = &codec{name: bothNames("charmap")}

// DecodeCharmap decodes by a mapping of a script's, which isn't ok for a byte
// that stands for nothing.
func DecodeCharmap(t *object.Thread, b []byte, errors string, char func(x byte) (s string, ok bool, err error)) (string, error) {
	c := &coding{codec: scriptCharmap, t: t, errors: errors}
	var out []byte
	for i := 0; i < len(b); {
		s, ok, err := char(b[i])
		next := i + 1
		if !ok && err == nil {
			s, next, err = c.undecodable(b, i, i+1, unmapped)
		}
		if err != nil {
			return "", err
		}
		out = append(out, s...)
		i = next
	}
	return string(out), nil
}

// EncodeCharmap encodes by a mapping of a script's.
func EncodeCharmap(t *object.Thread, text starlark.Value, errors string, bytesOf func(r rune) (b []byte, ok bool, err error)) ([]byte, error) {
	s, _ := object.AsText(text)
	c := &coding{codec: scriptCharmap, t: t, errors: errors, whole: text}
	var failed error
	out, err := c.eachRune(s, unmapped, func(b []byte, r rune) ([]byte, bool) {
		x, ok, err := bytesOf(r)
		if err != nil && failed == nil {
			failed = err
		}
		return append(b, x...), ok || failed != nil
	})
	if failed != nil {
		return nil, failed
	}
	return out, err
}
