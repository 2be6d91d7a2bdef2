//go:build unix

package pysocket

import (
	"encoding/binary"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// setsockopt is sock.setsockopt(level, option, value): value is an int, or the
// bytes of a C structure. In Python 3 also (level, option, None, length).
// (setsockopt(2), socket(7), ip(7), tcp(7).)
func (s *Socket) setsockopt(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var level, option, size int
	var v starlark.Value
	if len(args) == 4 && args[2] == starlark.None && !s.m.py2() {
		if err := object.Positional(t, "setsockopt", args, kwargs, 4, &level, &option, &v, &size); err != nil {
			return nil, err
		}
		return starlark.None, s.m.fail(s.fd.SetOption(level, option, nil, size))
	}
	if err := object.Positional(t, "setsockopt", args, kwargs, 3, &level, &option, &v); err != nil {
		return nil, err
	}
	var p []byte
	if n, ok := object.AsInt(v); ok {
		if i, ok := n.Int64(); ok && i == int64(int32(i)) {
			p = native32(int(i))
		}
	}
	if p == nil {
		wrong := object.TypeError.By(
			"setsockopt() argument 3 must be string or read-only buffer, not "+object.ArgName(v),
			"a bytes-like object is required, not '"+object.TypeName(v)+"'")
		b, err := t.Buffer("setsockopt", 2, v)
		switch {
		case object.Is(err, object.TypeError, s.m.rt.Dialect):
			return nil, wrong
		case err != nil:
			return nil, err
		}
		p = b
	}
	return starlark.None, s.m.fail(s.fd.SetOption(level, option, p, len(p)))
}

// native32 is a C int.
func native32(n int) []byte { return binary.NativeEndian.AppendUint32(nil, uint32(n)) }

// getsockopt is sock.getsockopt(level, option[, buflen]): an int, or with
// buflen as many bytes of a C structure.
func (s *Socket) getsockopt(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var level, option, size int
	if err := object.Positional(t, "getsockopt", args, kwargs, 2, &level, &option, &size); err != nil {
		return nil, err
	}
	if size == 0 {
		var p [4]byte
		if _, err := s.fd.GetOption(level, option, p[:]); err != nil {
			return nil, s.m.fail(err)
		}
		return starlark.MakeInt(int(int32(binary.NativeEndian.Uint32(p[:])))), nil
	}
	if size < 0 || size > 1024 {
		return nil, s.m.message("getsockopt buflen out of range")
	}
	p := make([]byte, size)
	n, err := s.fd.GetOption(level, option, p)
	if err != nil {
		return nil, s.m.fail(err)
	}
	return s.m.rt.Bytes(p[:min(n, size)]), nil
}
