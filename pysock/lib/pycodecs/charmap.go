package pycodecs

import (
	"fmt"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

func sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// Encodings that a table of the script's tells.

// mapped looks a number up in a mapping, nil if it isn't there.
func mapped(t *object.Thread, mapping starlark.Value, n int) (starlark.Value, error) {
	v, err := t.RT.GetItem(mapping, starlark.MakeInt(n))
	if err != nil && object.Is(err, object.LookupError, t.RT.Dialect) {
		return nil, nil
	}
	if v == starlark.None {
		v = nil
	}
	return v, err
}

// charmapDecode is charmap_decode(data, errors='strict', mapping=None).
func charmapDecode(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var b []byte
	errors := "strict"
	mapping := starlark.Value(starlark.None)
	if err := object.Positional(t, "charmap_decode", args, kwargs, 1, &b, errorsArg(&errors), &mapping); err != nil {
		return nil, err
	}
	if mapping == starlark.None {
		s, err := builtins.Decode(t, b, "latin-1", errors)
		return starlark.Tuple{t.RT.Unicode(s), starlark.MakeInt(len(b))}, err
	}
	var table []rune
	text, isText := object.AsText(mapping)
	if isText {
		table = object.Runes(text)
	}
	s, err := builtins.DecodeCharmap(t, b, errors, func(x byte) (string, bool, error) {
		if isText {
			if int(x) >= len(table) || table[x] == 0xfffe {
				return "", false, nil
			}
			return string(object.AppendRune(nil, table[x])), true, nil
		}
		v, err := mapped(t, mapping, int(x))
		if v == nil || err != nil {
			return "", false, err
		}
		if n, ok := object.AsInt(v); ok {
			i, _ := n.Int64()
			if i < 0 || i > 0x10ffff {
				return "", false, object.TypeError.Errorf("character mapping must be in range(0x110000)")
			}
			return string(object.AppendRune(nil, rune(i))), i != 0xfffe, nil
		}
		s, ok := object.AsText(v)
		if !ok {
			return "", false, object.TypeError.By("character mapping must return integer, None or unicode", "character mapping must return integer, None or str")
		}
		return s, s != "\ufffe", nil
	})
	return starlark.Tuple{t.RT.Unicode(s), starlark.MakeInt(len(b))}, err
}

// charmapEncode is charmap_encode(str, errors='strict', mapping=None).
func charmapEncode(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	errors := "strict"
	mapping := starlark.Value(starlark.None)
	if err := object.Positional(t, "charmap_encode", args, kwargs, 1, &v, errorsArg(&errors), &mapping); err != nil {
		return nil, err
	}
	text, err := textArg(t, "charmap_encode", v)
	if err != nil {
		return nil, err
	}
	if mapping == starlark.None {
		return encodeAs(t, "charmap_encode", "latin-1", errors, text)
	}
	b, err := builtins.EncodeCharmap(t, text, errors, func(r rune) ([]byte, bool, error) {
		v, err := mapped(t, mapping, int(r))
		if v == nil || err != nil {
			return nil, false, err
		}
		if n, ok := object.AsInt(v); ok {
			i, _ := n.Int64()
			if i < 0 || i > 255 {
				return nil, false, object.TypeError.Errorf("character mapping must be in range(256)")
			}
			return []byte{byte(i)}, true, nil
		}
		if s, ok := v.(starlark.String); ok && t.RT.Dialect == syntax.Python2 {
			return []byte(s), true, nil
		}
		b, ok := object.AsBytes(v)
		if !ok {
			return nil, false, object.TypeError.By(
				"character mapping must return integer, None or str",
				sprintf("character mapping must return integer, bytes or None, not %s", object.TypeName(v)))
		}
		return b, true, nil
	})
	return starlark.Tuple{t.RT.Bytes(b), starlark.MakeInt(starlark.Len(text))}, err
}

// charmapBuild is charmap_build(table): the mapping from characters to bytes of
// a decoding table.
func charmapBuild(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var table string
	if err := object.OneArg(t, "_codecs", "charmap_build", args, kwargs, &table); err != nil {
		return nil, err
	}
	d := new(object.Dict)
	for i, r := range object.Runes(table) {
		if r != 0xfffe {
			if err := d.SetKey(starlark.MakeInt(int(r)), starlark.MakeInt(i)); err != nil {
				return nil, err
			}
		}
	}
	return d, nil
}
