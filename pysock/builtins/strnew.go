package builtins

import (
	"bytes"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// The constructors of str, unicode, bytes and bytearray.

// newStr2 is Python 2's str(object=”).
func newStr2(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value = starlark.String("")
	if len(args) == 1 && len(kwargs) == 0 {
		v = args[0]
	} else if err := object.Keywords(t, "str", args, kwargs, 0, "object", &v); err != nil {
		return nil, err
	}
	return askedStr(t, v)
}

// askedStr is str(v), which may be of a derived class if that is what __str__ returned.
func askedStr(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	if _, ok := v.(object.Special); ok {
		r, err := ownStr(t, v)
		if err != nil || isDerivedStr(r) {
			return r, err
		}
		if r != nil {
			if r, err = checkStr(r); err != nil {
				return nil, err
			}
			v = r
		}
	}
	return Str(t, v)
}

// isDerivedStr reports whether v is of a class derived from str.
func isDerivedStr(v starlark.Value) bool {
	x, ok := v.(*object.Instance)
	if !ok {
		return false
	}
	_, ok = x.Base.(starlark.String)
	return ok
}

// newStr3 is Python 3's str(object=”) or str(object, encoding[, errors]).
func newStr3(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) == 1 && len(kwargs) == 0 {
		return askedStr(t, args[0])
	}
	var v starlark.Value
	encoding, errors, err := notGiven, notGiven, error(nil)
	if err = object.Keywords(t, "str", args, kwargs, 0, "object", &v,
		"encoding", codecArg("str", 2, "encoding", &encoding), "errors", codecArg("str", 3, "errors", &errors)); err != nil {
		return nil, err
	}
	switch {
	case v == nil:
		return starlark.String(""), nil
	case len(args)+len(kwargs) == 1:
		return askedStr(t, v)
	}
	if _, ok := object.AsText(v); ok {
		return nil, object.TypeError.Errorf("decoding str is not supported")
	}
	b, ok := object.AsBytes(v)
	if !ok {
		return nil, object.TypeError.Errorf("decoding to str: need a bytes-like object, %s found", object.TypeName(v))
	}
	s, err := decodeText(t, b, orDefault(encoding, "utf-8"), orDefault(errors, "strict"))
	if err != nil {
		return nil, err
	}
	return object.String3(s), nil
}

// newUnicode is Python 2's unicode(object=”) or unicode(string, encoding[, errors]).
func newUnicode(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	encoding, errors := notGiven, notGiven
	if err := object.Keywords(t, "unicode", args, kwargs, 0, "string", &v,
		"encoding", codecArg("unicode", 2, "encoding", &encoding), "errors", codecArg("unicode", 3, "errors", &errors)); err != nil {
		return nil, err
	}
	if v == nil {
		return object.NewText(""), nil
	}
	if encoding == notGiven && errors == notGiven {
		if r, err := special(t, v, "__unicode__"); err != nil {
			return nil, err
		} else if x, ok := r.(*object.Instance); ok && isUnicode(object.Unwrap(x)) {
			return x, nil
		} else if r != nil {
			s, err := textOf(t, r)
			if err != nil {
				return nil, err
			}
			return object.NewText(s), nil
		}
		s, err := Unicode(t, v)
		if err != nil {
			return nil, err
		}
		return object.NewText(s), nil
	}
	var b []byte
	given := v
	switch v := object.Unwrap(v).(type) {
	case *object.Text:
		return nil, object.TypeError.Errorf("decoding Unicode is not supported")
	case starlark.String:
		b = []byte(v)
	default:
		var ok bool
		if array, isArray := v.(*Bytearray); isArray {
			return nil, object.TypeError.Errorf("decoding %s is not supported", array.Type())
		}
		if b, ok = object.AsBytes(v); !ok {
			return nil, object.TypeError.Errorf("coercing to Unicode: need string or buffer, %s found", object.TypeName(given))
		}
	}
	if len(b) == 0 { // no codec is asked
		return object.NewText(""), nil
	}
	s, err := decodeText(t, b, orDefault(encoding, "ascii"), orDefault(errors, "strict"))
	if err != nil {
		return nil, err
	}
	return object.NewText(s), nil
}

// newBytes is Python 3's bytes(source[, encoding[, errors]]).
func newBytes(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) == 1 && len(kwargs) == 0 {
		if b, ok := args[0].(starlark.Bytes); ok {
			return b, nil
		}
		if v, err := askedBytes(t, args[0]); v != nil || err != nil {
			return v, err
		}
	}
	s, err := sourceOf(t, "bytes", args, kwargs)
	if err != nil {
		return nil, err
	}
	b, err := s.bytes(t, "bytes")
	if err != nil {
		return nil, err
	}
	return starlark.Bytes(b), nil
}

// newBytearray is bytearray(source[, encoding[, errors]]).
func newBytearray(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	s, err := sourceOf(t, "bytearray", args, kwargs)
	if err != nil {
		return nil, err
	}
	b, err := s.bytes(t, "bytearray")
	if err != nil {
		return nil, err
	}
	return NewBytearray(t.RT.Dialect, b), nil
}

// A byteSource is what bytes and bytearray are made of.
type byteSource struct {
	v                starlark.Value // nil: nothing
	encoding, errors string
}

// sourceOf takes the arguments of bytes and bytearray.
func sourceOf(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (byteSource, error) {
	s := byteSource{encoding: notGiven, errors: notGiven}
	err := object.Keywords(t, name, args, kwargs, 0, "source", &s.v,
		"encoding", codecArg(name, 2, "encoding", &s.encoding), "errors", codecArg(name, 3, "errors", &s.errors))
	return s, err
}

// bytes returns the bytes for the type of that name; with an error, those before it.
func (s byteSource) bytes(t *object.Thread, name string) ([]byte, error) {
	v, encoding, errors := s.v, s.encoding, s.errors
	given := encoding != notGiven || errors != notGiven
	if v == nil {
		if given {
			return nil, object.TypeError.Errorf("encoding or errors without sequence argument")
		}
		return nil, nil
	}
	text := v
	if given || object.SpecialMethod(v, "__bytes__") == nil { // of a class that derives from str, too
		text = object.Unwrap(v)
	}
	switch x := text.(type) {
	case *object.Text:
		if encoding == notGiven {
			return nil, object.TypeError.By("unicode argument without an encoding", "string argument without an encoding")
		}
		return encodeText(t, x, encoding, orDefault(errors, "strict"))
	case starlark.String:
		if t.RT.Dialect == syntax.Python2 {
			var err error
			if encoding != notGiven { // it must be possible, that is all
				_, err = strEncode(t, str2, string(x), starlark.Tuple{starlark.String(encoding), starlark.String(orDefault(errors, "strict"))}, nil)
			}
			return []byte(x), err
		}
		if encoding == notGiven {
			return nil, object.TypeError.Errorf("string argument without an encoding")
		}
		return encodeText(t, x, encoding, orDefault(errors, "strict"))
	}
	if given {
		return nil, object.TypeError.By("encoding or errors without a string argument", "encoding without a string argument")
	}
	if name == "bytes" { // bytearray doesn't ask __bytes__
		if b, err := ownBytes(t, v); b != nil || err != nil {
			return b, err
		}
	}
	n, ok, err := object.AsIndex(v)
	if err != nil && !isKind(t, err, object.TypeError) {
		return nil, err
	}
	if ok {
		i, err := indexSized(n)
		switch {
		case err != nil:
			return nil, err
		case i < 0:
			return nil, object.ValueError.Errorf("negative count")
		}
		if err := room(i, 1); err != nil {
			return nil, err
		}
		return make([]byte, i), nil
	}
	if err := object.CheckBuffer(v, false); err != nil {
		return nil, err
	}
	return bytesOf(t, v, name)
}

// ownBytes is askedBytes as bytes.
func ownBytes(t *object.Thread, v starlark.Value) ([]byte, error) {
	r, err := askedBytes(t, v)
	if r == nil || err != nil {
		return nil, err
	}
	b, _ := object.AsBytes(r)
	return append([]byte{}, b...), nil
}

// askedBytes returns what __bytes__ of v does, which may be of a class derived from bytes; nil
// if there is none.
func askedBytes(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	r, err := special(t, v, "__bytes__")
	if err != nil {
		return nil, err
	}
	if r == nil {
		if b, ok := object.Unwrap(v).(starlark.Bytes); ok {
			return b, nil
		}
		return nil, nil
	}
	if _, ok := object.Unwrap(r).(starlark.Bytes); !ok {
		return nil, object.TypeError.Errorf("__bytes__ returned non-bytes (type %s)", object.TypeName(r))
	}
	return r, nil
}

// bytesOf returns the bytes of a bytes-like value or an iterable of numbers, as
// the type of that name is made of them.
func bytesOf(t *object.Thread, v starlark.Value, as string) ([]byte, error) {
	if b, ok := object.AsBytes(v); ok {
		return bytes.Clone(b), nil
	}
	if py2(t) {
		return (&Bytearray{d: t.RT.Dialect}).contents(t, v, "")
	}
	_, isText := object.AsText(v)
	it, err := iterate(t, v)
	if isText || err != nil && isKind(t, err, object.TypeError) {
		return nil, object.TypeError.Errorf("cannot convert '%s' object to %s", object.TypeName(v), as)
	}
	if err != nil {
		return nil, err
	}
	defer it.done()
	if as == "bytes" {
		if err := askLength(t, v); err != nil {
			return nil, err
		}
	}
	var b []byte
	for {
		e, err := it.next()
		if e == nil || err != nil {
			return b, err
		}
		n, err := index(t, e)
		if err != nil {
			return b, err
		}
		i, ok := n.Int64()
		if !ok || i < 0 || i > 255 {
			words := "bytes must be in range(0, 256)"
			if as == "bytearray" {
				words = "byte must be in range(0, 256)"
			}
			return b, object.ValueError.Errorf("%s", words)
		}
		b = append(b, byte(i))
	}
}
