package builtins

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/hex"
	"io"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
)

// Python 2's encodings that make a str of a str: 'abc'.encode('hex').

// BinasciiError is binascii.Error; zlibError is zlib.error.
var (
	BinasciiError = object.NewKind("binascii", "Error", object.Exc, object.ValueError)
	zlibError     = object.NewKind("zlib", "error", object.Exc, object.Exc)
)

func recodeHex(c *coding, b []byte, encode bool) ([]byte, error) {
	if encode {
		return hex.AppendEncode(nil, b), nil
	}
	wrong := BinasciiError
	if c.t.RT.Dialect == syntax.Python2 {
		wrong = object.TypeError
	}
	if len(b)%2 != 0 {
		return nil, wrong.Errorf("Odd-length string")
	}
	out, err := hex.AppendDecode(nil, b)
	if err != nil {
		return nil, wrong.Errorf("Non-hexadecimal digit found")
	}
	return out, nil
}

// recodeBase64 writes lines of 76 characters, and skips what isn't in the
// alphabet when it reads.
func recodeBase64(c *coding, b []byte, encode bool) ([]byte, error) {
	var out []byte
	if encode {
		const line = 57
		for len(b) > 0 {
			n := min(line, len(b))
			out = append(base64.StdEncoding.AppendEncode(out, b[:n]), '\n')
			b = b[n:]
		}
		return out, nil
	}
	var kept []byte
	pad := 0
	for _, x := range b {
		switch {
		case x == '=':
			if len(kept)%4 >= 2 {
				pad++
			}
		case x == '+' || x == '/' || x >= '0' && x <= '9' || x >= 'A' && x <= 'Z' || x >= 'a' && x <= 'z':
			kept = append(kept, x)
		}
		if pad > 0 && (len(kept)+pad)%4 == 0 {
			break
		}
	}
	if len(kept)%4 == 1 || (len(kept)+pad)%4 != 0 {
		return nil, BinasciiError.Errorf("Incorrect padding")
	}
	out, err := base64.RawStdEncoding.AppendDecode(nil, kept)
	if err != nil {
		return nil, BinasciiError.Errorf("Incorrect padding")
	}
	return out, nil
}

func recodeZlib(c *coding, b []byte, encode bool) ([]byte, error) {
	if encode {
		var out bytes.Buffer
		w := zlib.NewWriter(&out)
		w.Write(b) // into memory: can't fail
		w.Close()
		return out.Bytes(), nil
	}
	r, err := zlib.NewReader(bytes.NewReader(b))
	if err == nil {
		var out []byte
		if out, err = io.ReadAll(io.LimitReader(r, maxAlloc)); err == nil {
			return out, nil
		}
	}
	switch err {
	case io.ErrUnexpectedEOF, io.EOF:
		return nil, zlibError.Errorf("Error -5 while decompressing data: incomplete or truncated stream")
	case zlib.ErrHeader:
		return nil, zlibError.Errorf("Error -3 while decompressing data: incorrect header check")
	case zlib.ErrChecksum:
		return nil, zlibError.Errorf("Error -3 while decompressing data: incorrect data check")
	}
	return nil, zlibError.Errorf("Error -3 while decompressing data: invalid data")
}

func recodeQuopri(c *coding, b []byte, encode bool) ([]byte, error) {
	var out []byte
	const digits = "0123456789ABCDEF"
	if encode {
		column := 0
		put := func(s ...byte) {
			if column+len(s) > 75 {
				out = append(out, "=\n"...)
				column = 0
			}
			out = append(out, s...)
			column += len(s)
		}
		for i, x := range b {
			switch {
			case x == '\n':
				out = append(out, x)
				column = 0
			case (x == ' ' || x == '\t') && (i+1 == len(b) || b[i+1] == '\n'), x == '=', x > '~', x < ' ' && x != '\t', x == ' ' || x == '\t':
				put('=', digits[x>>4], digits[x&15])
			default:
				put(x)
			}
		}
		return out, nil
	}
	for i := 0; i < len(b); i++ {
		if b[i] == '=' && i+1 < len(b) {
			if b[i+1] == '\n' {
				i++
				continue
			}
			if i+2 < len(b) {
				if b[i+1] == '\r' && b[i+2] == '\n' {
					i += 2
					continue
				}
				if x, err := hex.DecodeString(string(b[i+1 : i+3])); err == nil {
					out = append(out, x[0])
					i += 2
					continue
				}
			}
		}
		out = append(out, b[i])
	}
	return out, nil
}

// decodeRot13 gives unicode.
func decodeRot13(c *coding, b []byte) (string, error) {
	b, err := recodeRot13(c, b, false)
	if err != nil {
		return "", err
	}
	return latin1.decode(c, b)
}

// encodeRot13 is of text, as Python 2 has it.
func encodeRot13(c *coding, text string) ([]byte, error) {
	c.label = "charmap"
	b, err := latin1.encode(c, text)
	if err != nil {
		return nil, err
	}
	return recodeRot13(c, b, true)
}

// latin1 is what Python 2's rot13 makes text of.
var latin1 = charsetCodec("charmap", 0x100, unmapped)

func recodeRot13(c *coding, b []byte, _ bool) ([]byte, error) {
	out := bytes.Clone(b)
	for i, x := range out {
		switch {
		case x >= 'a' && x <= 'z':
			out[i] = 'a' + (x-'a'+13)%26
		case x >= 'A' && x <= 'Z':
			out[i] = 'A' + (x-'A'+13)%26
		}
	}
	return out, nil
}

// recodeUU writes a uuencoded file named <data>, or reads the first one.
func recodeUU(c *coding, b []byte, encode bool) ([]byte, error) {
	if encode {
		out := []byte("begin 666 <data>\n")
		for len(b) > 0 {
			n := min(45, len(b))
			out = append(out, byte(' '+n))
			for i := 0; i < n; i += 3 {
				var x [3]byte
				copy(x[:], b[i:n])
				for _, d := range [4]byte{x[0] >> 2, x[0]&3<<4 | x[1]>>4, x[1]&15<<2 | x[2]>>6, x[2] & 63} {
					out = append(out, ' '+d)
				}
			}
			out = append(out, '\n')
			b = b[n:]
		}
		return append(out, " \nend\n"...), nil
	}
	_, rest, found := bytes.Cut(append([]byte("\n"), b...), []byte("\nbegin"))
	if !found {
		return nil, object.ValueError.Errorf(`Missing "begin" line in input data`)
	}
	var out []byte
	for i, line := range bytes.Split(rest, []byte("\n")) {
		switch {
		case i == 0:
			continue
		case string(line) == "end":
			return out, nil
		case len(line) == 0 || line[0] == ' ' || line[0] == '`':
			continue
		}
		n := int(line[0]-' ') & 63
		var got []byte
		for at := 1; len(got) < n; at += 4 {
			var d [4]byte
			for k := range d {
				if at+k < len(line) {
					d[k] = (line[at+k] - ' ') & 63
				}
			}
			got = append(got, d[0]<<2|d[1]>>4, d[1]<<4|d[2]>>2, d[2]<<6|d[3])
		}
		out = append(out, got[:n]...)
	}
	return nil, object.ValueError.Errorf("Truncated input data")
}

var errUndefined = object.BuiltinKind("UnicodeError").Errorf("undefined encoding")

func encodeUndefined(*coding, string) ([]byte, error) { return nil, errUndefined }
func decodeUndefined(*coding, []byte) (string, error) { return "", errUndefined }
