package pybinascii

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// b2aUU is b2a_uu(data, *, backtick=False): a line of uuencode, of at most 45
// bytes.
func b2aUU(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var data []byte
	var backtick bool
	if err := option(t, "b2a_uu", args, kwargs, &data, false, "backtick", &backtick); err != nil {
		return nil, err
	}
	if len(data) > 45 {
		return nil, wrong("At most 45 bytes at once")
	}
	letter := func(v byte) byte {
		if v == 0 && backtick {
			return '`'
		}
		return v + ' '
	}
	out := []byte{letter(byte(len(data)))}
	for i := 0; i < len(data); i += 3 {
		var b [3]byte
		copy(b[:], data[i:])
		bits := uint32(b[0])<<16 | uint32(b[1])<<8 | uint32(b[2])
		for shift := 18; shift >= 0; shift -= 6 {
			out = append(out, letter(byte(bits>>shift)&63))
		}
	}
	return t.RT.Bytes(append(out, '\n')), nil
}

// a2bUU is a2b_uu(data): it decodes a line. Spaces that are missing at its end
// count as zeros.
func a2bUU(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var data []byte
	if err := one(t, "a2b_uu", args, kwargs, &data, true); err != nil {
		return nil, err
	}
	length := byte(0)
	if len(data) > 0 {
		length, data = data[0], data[1:]
	}
	n := int(length-' ') & 63
	out := make([]byte, 0, n)
	bits, left := uint32(0), 0
	for len(out) < n {
		c := byte(' ')
		if len(data) > 0 {
			c, data = data[0], data[1:]
		}
		switch {
		case c == '\n' || c == '\r':
			data = nil
			c = ' '
		case c < ' ' || c > ' '+64:
			return nil, wrong("Illegal char")
		}
		bits = bits<<6 | uint32(c-' ')&63
		if left += 6; left >= 8 {
			left -= 8
			out = append(out, byte(bits>>left))
		}
	}
	for _, c := range data {
		if c != ' ' && c != '`' && c != '\n' && c != '\r' { // it may be padding
			return nil, wrong("Trailing garbage")
		}
	}
	return t.RT.Bytes(out), nil
}
