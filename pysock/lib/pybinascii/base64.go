package pybinascii

import (
	"encoding/base64"
	"encoding/hex"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// b2aBase64 is b2a_base64(data, *, newline=True): one line.
func b2aBase64(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var data []byte
	newline := true
	if err := option(t, "b2a_base64", args, kwargs, &data, false, "newline", &newline); err != nil {
		return nil, err
	}
	out := base64.StdEncoding.AppendEncode(make([]byte, 0, len(data)/3*4+5), data)
	if newline {
		out = append(out, '\n')
	}
	return t.RT.Bytes(out), nil
}

// a2bBase64 is a2b_base64(data, *, strict_mode=False). What isn't in the
// alphabet is skipped, unless the mode is strict.
func a2bBase64(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var data []byte
	var strict bool
	if err := option(t, "a2b_base64", args, kwargs, &data, true, "strict_mode", &strict); err != nil {
		return nil, err
	}
	if n := len(data); n%4 == 0 { // the usual case: nothing to be skipped
		out := make([]byte, n/4*3)
		if n, err := base64.StdEncoding.Decode(out, data); err == nil && !newlines(data) {
			return t.RT.Bytes(out[:n]), nil
		}
	}
	decode := decode3
	if t.RT.Dialect == syntax.Python2 {
		decode = func(data []byte, strict bool) ([]byte, error) { return decode2(data) }
	}
	out, err := decode(data, strict)
	if err != nil {
		return nil, err
	}
	return t.RT.Bytes(out), nil
}

func newlines(data []byte) bool {
	for _, b := range data {
		if b == '\n' || b == '\r' {
			return true
		}
	}
	return false
}

// sixBits is the value of each letter of the alphabet, and -1 of others.
var sixBits = func() (table [256]int8) {
	for i := range table {
		table[i] = -1
	}
	for i, c := range "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/" {
		table[c] = int8(i)
	}
	return table
}()

// decode3 decodes by the rules of Python 3.
func decode3(data []byte, strict bool) ([]byte, error) {
	if strict && len(data) > 0 && data[0] == '=' {
		return nil, wrong("Leading padding not allowed")
	}
	var out []byte
	var bits uint32
	n, pads, padding := 0, 0, false
	for i, c := range data {
		if c == '=' {
			padding = true
			if n%4 >= 2 {
				if pads++; n%4+pads >= 4 {
					if strict && i+1 < len(data) {
						return nil, wrong("Excess data after padding")
					}
					return out, nil
				}
			}
			continue
		}
		v := sixBits[c]
		switch {
		case v < 0 && strict:
			return nil, wrong("Only base64 data is allowed")
		case v < 0:
			continue
		case strict && padding:
			return nil, wrong("Discontinuous padding not allowed")
		}
		pads = 0
		bits = bits<<6 | uint32(v)
		if n++; n%4 != 1 {
			out = append(out, byte(bits>>(2*(3-(n+3)%4))))
		}
	}
	switch n % 4 {
	case 0:
		return out, nil
	case 1:
		return nil, wrong("Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", n)
	}
	return nil, wrong("Incorrect padding")
}

// decode2 decodes by the rules of Python 2.
func decode2(data []byte) ([]byte, error) {
	var out []byte
	var bits uint32
	n, left := 0, 0
	for i, c := range data {
		if c == '=' {
			if n%4 < 2 || n%4 == 2 && !padded(data[i+1:]) {
				continue
			}
			left = 0
			break
		}
		v := sixBits[c]
		if v < 0 {
			continue
		}
		n++
		bits = bits<<6 | uint32(v)
		if left += 6; left >= 8 {
			left -= 8
			out = append(out, byte(bits>>left))
			bits &= 1<<left - 1
		}
	}
	if left != 0 {
		return nil, wrong("Incorrect padding")
	}
	return out, nil
}

// padded reports whether what counts next is another '='.
func padded(data []byte) bool {
	for _, c := range data {
		if c == '=' || sixBits[c] >= 0 {
			return c == '='
		}
	}
	return false
}

// b2aHex is hexlify(data[, sep[, bytes_per_sep=1]]); Python 2 has no separators.
func b2aHex(name string) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var data []byte
		if t.RT.Dialect == syntax.Python2 {
			if err := object.Positional(t, "b2a_hex", args, kwargs, 1, &data); err != nil {
				return nil, err
			}
			return t.RT.Bytes(hex.AppendEncode(nil, data)), nil
		}
		var sep, per starlark.Value
		if err := object.Keywords(t, name, args, kwargs, 1, "data", &data, "sep", &sep, "bytes_per_sep", &per); err != nil {
			return nil, err
		}
		if sep == nil {
			return t.RT.Bytes(hex.AppendEncode(nil, data)), nil
		}
		given := starlark.Tuple{sep}
		if per != nil {
			given = append(given, per)
		}
		text, err := builtins.Hex(t, data, given)
		if err != nil {
			return nil, err
		}
		s, _ := object.AsText(text)
		return starlark.Bytes(s), nil
	}
}

// a2bHex is unhexlify(hexstr).
func a2bHex(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var data []byte
	name := "unhexlify"
	if t.RT.Dialect == syntax.Python2 {
		name = "a2b_hex"
	}
	if err := one(t, name, args, kwargs, &data, true); err != nil {
		return nil, err
	}
	words := ""
	if len(data)%2 != 0 {
		words = "Odd-length string"
	}
	out, err := hex.AppendDecode(nil, data)
	if err != nil && words == "" {
		words = "Non-hexadecimal digit found"
	}
	switch {
	case words == "":
		return t.RT.Bytes(out), nil
	case t.RT.Dialect == syntax.Python2:
		return nil, object.TypeError.Errorf("%s", words)
	}
	return nil, wrong("%s", words)
}
