package builtins

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// SourceCharset returns the encoding of that name as one that source files can
// be in, or nil: it must leave ASCII as it is.
func SourceCharset(rt *object.Runtime, name string) *syntax.Charset {
	c := findCodec(rt.Dialect, name)
	if c == nil || !c.plain || c.decode == nil {
		return nil
	}
	use := func() *coding {
		t := rt.Current()
		if t == nil {
			t = &object.Thread{Star: new(starlark.Thread), RT: rt}
		}
		return &coding{codec: c, t: t, errors: "strict"}
	}
	return &syntax.Charset{
		Name: CodecName(rt.Dialect, name),
		Decode: func(src []byte) (string, int, string) {
			u := use()
			text, err := c.decode(u, src)
			if err == nil {
				return text, -1, ""
			}
			// The dialect may not be known yet, and with it how the exception
			// would put it.
			args := u.t.Exception(err).Args
			start, _ := starlark.AsInt32(args[2])
			end, _ := starlark.AsInt32(args[3])
			reason, _ := object.AsText(args[4])
			what := sprintf("bytes in position %d-%d", start, end-1)
			if end == start+1 {
				what = sprintf("byte 0x%02x in position %d", src[start], start)
			}
			return "", start, sprintf("'%s' codec can't decode %s: %s", u.message(), what, reason)
		},
		Encode: func(text string) string {
			b, err := c.encode(use(), text)
			if err != nil {
				return text // it can't be: text was decoded
			}
			return string(b)
		},
	}
}
