// Package pybinascii is Python's module binascii: bytes as text, in the ways of
// base64, hex, uuencode, quoted-printable and (Python 2) BinHex, and two checksums.
package pybinascii

import (
	"hash/crc32"
	"math/big"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const doc = "Conversion between binary data and ASCII"

var incomplete = object.NewKind("binascii", "Incomplete", object.Exc, object.Exc)

type function = func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	defs := []object.Def{
		{Name: "a2b_base64", F: a2bBase64}, {Name: "b2a_base64", F: b2aBase64},
		{Name: "a2b_hex", F: a2bHex}, {Name: "unhexlify", F: a2bHex},
		{Name: "b2a_hex", F: b2aHex("b2a_hex")}, {Name: "hexlify", F: b2aHex("hexlify")},
		{Name: "a2b_uu", F: a2bUU}, {Name: "b2a_uu", F: b2aUU},
		{Name: "a2b_qp", F: a2bQP}, {Name: "b2a_qp", F: b2aQP},
		{Name: "crc32", F: crc32Of}, {Name: "crc_hqx", F: crcHqx},
	}
	if rt.Dialect == syntax.Python2 {
		defs = append(defs, []object.Def{
			{Name: "a2b_hqx", F: a2bHqx}, {Name: "b2a_hqx", F: b2aHqx},
			{Name: "rlecode_hqx", F: rlecodeHqx}, {Name: "rledecode_hqx", F: rledecodeHqx},
		}...)
	}
	m := object.NewModule(rt, "binascii", doc, defs)
	m.Set("Error", builtins.BinasciiError.Class(rt.Dialect))
	m.Set("Incomplete", incomplete.Class(rt.Dialect))
	return m
}

func wrong(format string, args ...any) error { return builtins.BinasciiError.Errorf(format, args...) }

// ascii takes what the functions a2b_* take: bytes-like, or a str of ASCII.
func ascii(dst *[]byte) object.ConverterFunc {
	return func(t *object.Thread, v starlark.Value) error {
		if s, ok := object.AsText(v); ok {
			if t.RT.Dialect != syntax.Python2 {
				if !object.IsASCII(s) {
					return object.ValueError.Errorf("string argument should contain only ASCII characters")
				}
				*dst = []byte(s)
				return nil
			}
		} else if _, ok := object.AsBytes(v); !ok && t.RT.Dialect != syntax.Python2 {
			return object.TypeError.Errorf("argument should be bytes, buffer or ASCII string, not '%s'", object.TypeName(v))
		}
		b, err := t.Buffer("", 0, v)
		*dst = b
		return err
	}
}

// one takes the single argument of a function.
func one(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple, dst *[]byte, text bool) error {
	if t.RT.Dialect == syntax.Python2 {
		return object.Positional(t, name, args, kwargs, 1, dst)
	}
	if text {
		return object.OneArg(t, "binascii", name, args, kwargs, ascii(dst))
	}
	return object.OneArg(t, "binascii", name, args, kwargs, dst)
}

// option takes an argument and one that is given by name alone, in Python 3.
func option(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple, dst *[]byte, text bool, key string, flag *bool) error {
	if t.RT.Dialect == syntax.Python2 {
		return object.Positional(t, name, args, kwargs, 1, dst)
	}
	if len(args) != 1 {
		return object.TypeError.Errorf("%s() takes exactly 1 positional argument (%d given)", name, len(args))
	}
	data := any(dst)
	if text {
		data = ascii(dst)
	}
	return object.Keywords(t, name, args, kwargs, 1, "", data, key, flag)
}

// checksum takes data and the value to go on from, of which 32 bits count.
func checksum(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple, min int) ([]byte, uint32, error) {
	var data []byte
	start := starlark.Value(starlark.MakeInt(0))
	err := error(nil)
	if t.RT.Dialect == syntax.Python2 || len(kwargs) > 0 {
		err = object.Positional(t, name, args, kwargs, min, &data, &start)
	} else if err = builtins.Tupled(name, args, min, 2); err == nil {
		err = object.Positional(t, name, args, kwargs, min, &data, &start)
	}
	if err != nil {
		return nil, 0, err
	}
	n, ok, err := object.AsIndex(start)
	if err != nil {
		return nil, 0, err
	}
	if !ok {
		_, err := t.Int(start)
		return nil, 0, err
	}
	low := new(big.Int).And(n.BigInt(), big.NewInt(1<<32-1))
	return data, uint32(low.Uint64()), nil
}

// crc32Of is crc32(data, crc=0): the CRC of zip files. It is signed in Python 2.
func crc32Of(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	data, crc, err := checksum(t, "crc32", args, kwargs, 1)
	if err != nil {
		return nil, err
	}
	crc = crc32.Update(crc, crc32.IEEETable, data)
	if t.RT.Dialect == syntax.Python2 {
		return starlark.MakeInt(int(int32(crc))), nil
	}
	return starlark.MakeUint64(uint64(crc)), nil
}

// crcHqx is crc_hqx(data, crc): the CRC of BinHex, x**16 + x**12 + x**5 + 1.
func crcHqx(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	data, start, err := checksum(t, "crc_hqx", args, kwargs, 2)
	if err != nil {
		return nil, err
	}
	crc := uint16(start)
	for _, b := range data {
		crc ^= uint16(b) << 8
		for range 8 {
			carry := crc >> 15
			crc = crc<<1 ^ -carry&0x1021
		}
	}
	return starlark.MakeInt(int(crc)), nil
}
