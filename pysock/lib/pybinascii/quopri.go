package pybinascii

import (
	"bytes"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// Quoted-printable: RFC 1521, section 5.1; header is the Q encoding of RFC 1522.

// a2bQP is a2b_qp(data, header=False).
func a2bQP(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var data []byte
	var header bool
	if err := object.Keywords(t, "a2b_qp", args, kwargs, 1, "data", ascii(&data), "header", &header); err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(data))
	for i := 0; i < len(data); i++ {
		c := data[i]
		switch {
		case c == '=' && i+1 >= len(data):
		case c == '=' && (data[i+1] == '\n' || data[i+1] == '\r'): // a soft line break
			for i++; i < len(data) && data[i] != '\n'; i++ {
			}
		case c == '=' && data[i+1] == '=': // broken encoders
			out = append(out, '=')
			i++
		case c == '=' && i+2 < len(data) && hexDigit(data[i+1]) >= 0 && hexDigit(data[i+2]) >= 0:
			out = append(out, byte(hexDigit(data[i+1])<<4|hexDigit(data[i+2])))
			i += 2
		case c == '_' && header:
			out = append(out, ' ')
		default:
			out = append(out, c)
		}
	}
	return t.RT.Bytes(out), nil
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// b2aQP is b2a_qp(data, quotetabs=False, istext=True, header=False).
func b2aQP(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	const width = 76
	var data []byte
	var quoteTabs, header bool
	isText := true
	if err := object.Keywords(t, "b2a_qp", args, kwargs, 1,
		"data", &data, "quotetabs", &quoteTabs, "istext", &isText, "header", &header); err != nil {
		return nil, err
	}
	crlf := false // as the first line ends, so do all
	if i := bytes.IndexByte(data, '\n'); i > 0 && data[i-1] == '\r' {
		crlf = true
	}
	var out []byte
	column := 0
	newline := func() {
		if crlf {
			out = append(out, '\r')
		}
		out = append(out, '\n')
		column = 0
	}
	at := func(i int) byte {
		if i < len(data) {
			return data[i]
		}
		return '\n'
	}
	quote := func(c byte) { out = append(out, '=', "0123456789ABCDEF"[c>>4], "0123456789ABCDEF"[c&15]) }
	for i := 0; i < len(data); i++ {
		c := data[i]
		last := i+1 == len(data)
		needs := c > 126 || c == '=' || header && c == '_' ||
			c == '.' && column == 0 && (last || at(i+1) == '\n' || at(i+1) == '\r' || at(i+1) == 0) ||
			!isText && (c == '\r' || c == '\n') ||
			(c == '\t' || c == ' ') && last ||
			c < 33 && c != '\r' && c != '\n' && c != '\t' && c != ' ' ||
			c < 33 && c != '\r' && c != '\n' && (quoteTabs || !quoteTabs && c != '\t' && c != ' ')
		switch {
		case needs:
			if column+3 >= width {
				out = append(out, '=')
				newline()
			}
			quote(c)
			column += 3
		case isText && (c == '\n' || c == '\r' && at(i+1) == '\n' && !last):
			if n := len(out); n > 0 && (out[n-1] == ' ' || out[n-1] == '\t') { // space at the end of a line
				c := out[n-1]
				out = out[:n-1]
				quote(c)
			}
			newline()
			if c == '\r' {
				i++
			}
		default:
			if !last && at(i+1) != '\n' && column+1 >= width {
				out = append(out, '=')
				newline()
			}
			column++
			if header && c == ' ' {
				c = '_'
			}
			out = append(out, c)
		}
	}
	return t.RT.Bytes(out), nil
}
