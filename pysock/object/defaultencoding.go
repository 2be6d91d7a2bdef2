package object

import (
	"unicode/utf8"

	"example.com/pysock/pysock/syntax"
)

// Python 2's default encoding, by which a str becomes a unicode, and a unicode a
// str, where a script doesn't say how. It is ASCII, and scripts that don't want
// to be bothered set it to UTF-8: reload(sys); sys.setdefaultencoding('utf-8').
// That goes for str(), unicode(), % and whatever is written or sent. The
// operators + and in, and the methods of strings, don't know the runtime and
// keep to ASCII; so they do where another encoding is set.

// DefaultEncoding is sys.getdefaultencoding().
func (rt *Runtime) DefaultEncoding() string {
	switch {
	case rt.Dialect != syntax.Python2:
		return "utf-8"
	case rt.defaultEncoding == "":
		return "ascii"
	}
	return rt.defaultEncoding
}

// SetDefaultEncoding is sys.setdefaultencoding(name), for an encoding that
// exists; utf8 says that it is UTF-8.
func (rt *Runtime) SetDefaultEncoding(name string, utf8 bool) {
	rt.defaultEncoding, rt.defaultUTF8 = name, utf8
}

// ImplicitDecode is the UnicodeDecodeError of a str that becomes a unicode, nil
// if it can: then its bytes are the text.
func (t *Thread) ImplicitDecode(s string) error {
	if IsASCII(s) || t.RT.defaultUTF8 && utf8.ValidString(s) {
		return nil
	}
	return decodeFailure(s)
}

// ImplicitEncode returns the bytes of a unicode that becomes a str, or the
// UnicodeEncodeError.
func (t *Thread) ImplicitEncode(x *Text) ([]byte, error) {
	if t.RT.defaultUTF8 {
		return []byte(x.s), nil
	}
	return EncodeASCII(x)
}
