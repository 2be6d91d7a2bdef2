package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A File is a file object as print, input and the standard streams need it: a
// text file of module io, or Python 2's file. Package file has them.
type File interface {
	starlark.Value
	// Print writes a string.
	Print(t *Thread, v starlark.Value) error
	// FlushAll brings out what the file holds back. A closed file has nothing.
	FlushAll(t *Thread) error
	// Line reads a line with its newline, at most limit characters if that
	// isn't negative; at the end it is empty.
	Line(t *Thread, limit int) (starlark.Value, error)
	// All reads n characters, or to the end if n is negative.
	All(t *Thread, n int) (starlark.Value, error)
	// Softspace is Python 2's: whether print owes a space.
	Softspace() *bool
}

// UnsupportedOperation is io.UnsupportedOperation.
var UnsupportedOperation = NewKind("io", "UnsupportedOperation", IOError, OSError).With(ValueError)

// DecodeUTF8Escape is UTF-8 decoding with the error handler surrogateescape:
// each byte that isn't part of a character becomes U+DC80 to U+DCFF.
func DecodeUTF8Escape(s string) string {
	if IsASCII(s) {
		return s
	}
	var out []byte
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		if n == 1 && s[i] >= 0x80 || r >= 0xD800 && r <= 0xDFFF {
			out = AppendRune(out, 0xDC00+rune(s[i]))
			i++
			continue
		}
		out = append(out, s[i:i+n]...)
		i += n
	}
	return string(out)
}

// DecodeArg returns a string that came from the operating system (an argument,
// a file name) as dialect d has it: bytes in Python 2; text in Python 3, with
// surrogates for what isn't UTF-8.
func DecodeArg(d syntax.Dialect, s string) string {
	if d == syntax.Python3 {
		return DecodeUTF8Escape(s)
	}
	return s
}
