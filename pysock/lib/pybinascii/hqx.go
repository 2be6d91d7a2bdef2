package pybinascii

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// BinHex 4.0, which Python 2 has: RFC 1741, appendix A.

const hqxAlphabet = "!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr"

// repeats marks a run: the byte before it stands as often as the byte after it.
const repeats = 0x90

var hqxBits = func() (table [256]int8) {
	for i := range table {
		table[i] = -1
	}
	for i, c := range hqxAlphabet {
		table[c] = int8(i)
	}
	return table
}()

// b2aHqx is b2a_hqx(data).
func b2aHqx(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var data []byte
	if err := object.Positional(t, "b2a_hqx", args, kwargs, 1, &data); err != nil {
		return nil, err
	}
	var out []byte
	bits, left := uint32(0), 0
	for _, c := range data {
		bits = bits<<8 | uint32(c)
		for left += 8; left >= 6; {
			left -= 6
			out = append(out, hqxAlphabet[bits>>left&63])
		}
	}
	if left > 0 {
		out = append(out, hqxAlphabet[bits<<(6-left)&63])
	}
	return starlark.String(out), nil
}

// a2bHqx is a2b_hqx(s) -> (data, done): done is true if the colon at the end
// was there.
func a2bHqx(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var data []byte
	if err := object.Positional(t, "a2b_hqx", args, kwargs, 1, &data); err != nil {
		return nil, err
	}
	var out []byte
	bits, left, done := uint32(0), 0, false
	for _, c := range data {
		if c == '\r' || c == '\n' {
			continue
		}
		if done = c == ':'; done {
			break
		}
		v := hqxBits[c]
		if v < 0 {
			return nil, wrong("Illegal char")
		}
		bits = bits<<6 | uint32(v)
		if left += 6; left >= 8 {
			left -= 8
			out = append(out, byte(bits>>left))
		}
	}
	if left > 0 && !done {
		return nil, incomplete.Errorf("String has incomplete number of bytes")
	}
	n := 0
	if done {
		n = 1
	}
	return starlark.Tuple{starlark.String(out), starlark.MakeInt(n)}, nil
}

// rlecodeHqx is rlecode_hqx(data): runs become shorter.
func rlecodeHqx(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var data []byte
	if err := object.Positional(t, "rlecode_hqx", args, kwargs, 1, &data); err != nil {
		return nil, err
	}
	var out []byte
	for i := 0; i < len(data); {
		c := data[i]
		if c == repeats {
			out = append(out, repeats, 0)
			i++
			continue
		}
		n := 1
		for i+n < len(data) && data[i+n] == c && n < 255 {
			n++
		}
		if n > 3 {
			out = append(out, c, repeats, byte(n))
			i += n
		} else {
			out = append(out, c)
			i++
		}
	}
	return starlark.String(out), nil
}

// rledecodeHqx is rledecode_hqx(data).
func rledecodeHqx(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var data []byte
	if err := object.Positional(t, "rledecode_hqx", args, kwargs, 1, &data); err != nil {
		return nil, err
	}
	var out []byte
	for i := 0; i < len(data); i++ {
		if data[i] != repeats {
			out = append(out, data[i])
			continue
		}
		if i++; i == len(data) {
			return nil, incomplete.New()
		}
		n := int(data[i])
		switch {
		case n == 0:
			out = append(out, repeats)
		case len(out) == 0:
			return nil, wrong("Orphaned RLE code at start")
		default:
			for range n - 1 {
				out = append(out, out[len(out)-1])
			}
		}
	}
	return starlark.String(out), nil
}
