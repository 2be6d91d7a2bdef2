package file

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// How a text file encodes and decodes: by an encoding of package builtins, or
// by the incremental encoder and decoder of one that a script has registered.

type encoder interface {
	encode(t *object.Thread, v starlark.Value) ([]byte, error)
	plain() bool            // ASCII stays as it is
	begun(t *object.Thread) // what follows isn't the beginning of a file
	reset(t *object.Thread) error
}

type decoder interface {
	decode(t *object.Thread, b []byte, final bool) (string, error)
	state(t *object.Thread) ([]byte, starlark.Int, error)
	setState(t *object.Thread, b []byte, flag starlark.Int) error
	reset(t *object.Thread) error
}

func newEncoder(t *object.Thread, encoding, errors string) (encoder, error) {
	if known, isText := builtins.IsTextEncoding(t, encoding); known && isText {
		e, err := builtins.NewEncoder(t, encoding, errors)
		return ownEncoder{e}, err
	}
	v, err := incremental(t, encoding, errors, "incrementalencoder")
	return scriptEncoder{v}, err
}

func newDecoder(t *object.Thread, encoding, errors string) (decoder, error) {
	if known, isText := builtins.IsTextEncoding(t, encoding); known && isText {
		d, err := builtins.NewDecoder(t, encoding, errors)
		return ownDecoder{d}, err
	}
	v, err := incremental(t, encoding, errors, "incrementaldecoder")
	return scriptDecoder{v}, err
}

// codecInfo is codecs.lookup(encoding), of a codec that isn't one of text or that
// a script has registered.
func codecInfo(t *object.Thread, encoding string) (starlark.Value, error) {
	info, err := builtins.SearchCodec(t, encoding)
	if info != nil || err != nil {
		return info, err
	}
	if known, _ := builtins.IsTextEncoding(t, encoding); !known {
		return nil, object.LookupError.Errorf("unknown encoding: %s", encoding)
	}
	codecs, err := t.RT.Import(t, "codecs")
	if err != nil {
		return nil, err
	}
	return callMethod(t, codecs, "lookup", t.RT.Str(encoding))
}

// incremental makes the coder that a codec has for a piece at a time.
func incremental(t *object.Thread, encoding, errors, name string) (starlark.Value, error) {
	info, err := codecInfo(t, encoding)
	if err != nil {
		return nil, err
	}
	make, err := t.RT.Attr(info, name)
	if err != nil {
		return nil, err
	}
	return t.Call(make, t.RT.Str(errors))
}

type ownEncoder struct{ *builtins.Encoder }

func (e ownEncoder) encode(t *object.Thread, v starlark.Value) ([]byte, error) { return e.Encode(t, v) }
func (e ownEncoder) plain() bool                                               { return e.Plain() }
func (e ownEncoder) begun(*object.Thread)                                      { e.Begun = true }
func (e ownEncoder) reset(*object.Thread) error                                { e.Reset(); return nil }

type ownDecoder struct{ *builtins.Decoder }

func (d ownDecoder) decode(t *object.Thread, b []byte, final bool) (string, error) {
	unmarked := d.CheckMark(b)
	s, err := d.Decode(t, b, final)
	if err == nil {
		err = unmarked
	}
	return s, err
}

func (d ownDecoder) state(*object.Thread) ([]byte, starlark.Int, error) {
	b, _ := d.State()
	return b, starlark.MakeInt(d.Flag()), nil
}

func (d ownDecoder) setState(t *object.Thread, b []byte, flag starlark.Int) error {
	n, _ := flag.Int64()
	d.SetFlag(b, int(n))
	return nil
}

func (d ownDecoder) reset(*object.Thread) error { d.Reset(); return nil }

type scriptEncoder struct{ v starlark.Value }

func (e scriptEncoder) plain() bool { return false }

func (e scriptEncoder) encode(t *object.Thread, v starlark.Value) ([]byte, error) {
	b, err := callMethod(t, e.v, "encode", v)
	if err != nil {
		return nil, err
	}
	s, ok := bytesValue(t, b)
	if !ok {
		return nil, object.TypeError.Errorf("encoder should return a bytes object, not '%s'", object.TypeName(b))
	}
	return []byte(s), nil
}

func (e scriptEncoder) begun(t *object.Thread) {
	callMethod(t, e.v, "setstate", starlark.MakeInt(0)) // what has no state needs none
}

func (e scriptEncoder) reset(t *object.Thread) error {
	_, err := callMethod(t, e.v, "reset")
	return err
}

type scriptDecoder struct{ v starlark.Value }

func (d scriptDecoder) decode(t *object.Thread, b []byte, final bool) (string, error) {
	v, err := callMethod(t, d.v, "decode", t.RT.Bytes(b), t.RT.Bool(final))
	if err != nil {
		return "", err
	}
	s, ok := text(t, v)
	if !ok {
		return "", object.TypeError.Errorf("decoder should return a string result, not '%s'", object.TypeName(v))
	}
	return s, nil
}

func (d scriptDecoder) state(t *object.Thread) ([]byte, starlark.Int, error) {
	v, err := callMethod(t, d.v, "getstate")
	if err != nil {
		return nil, starlark.Int{}, err
	}
	buf, flag, err := decoderState(v)
	if err != nil {
		return nil, flag, err
	}
	s, ok := bytesValue(t, buf)
	if !ok {
		err = object.TypeError.Errorf("illegal decoder state: the first item should be a bytes object, not '%s'", object.TypeName(buf))
	}
	return []byte(s), flag, err
}

func (d scriptDecoder) setState(t *object.Thread, b []byte, flag starlark.Int) error {
	_, err := callMethod(t, d.v, "setstate", starlark.Tuple{t.RT.Bytes(b), flag})
	return err
}

func (d scriptDecoder) reset(t *object.Thread) error {
	_, err := callMethod(t, d.v, "reset")
	return err
}

// bufferOf returns what a text file does with the value below it.
func bufferOf(v starlark.Value) buffer {
	if b, ok := v.(buffer); ok {
		return b
	}
	return scriptBuffer{v}
}

// A scriptBuffer is an object with the methods of a BufferedIOBase.
type scriptBuffer struct{ v starlark.Value }

func (b scriptBuffer) object() starlark.Value { return b.v }

func (b scriptBuffer) bytes(t *object.Thread, name string, args ...starlark.Value) ([]byte, error) {
	v, err := callMethod(t, b.v, name, args...)
	if err != nil {
		return nil, err
	}
	if s, ok := bytesValue(t, v); ok {
		return []byte(s), nil
	}
	if x, ok := object.Unwrap(v).(*object.Text); ok && py2(t) && name == "read" && len(args) == 0 {
		return object.EncodeASCII(x) // the one that isn't checked
	}
	if p, ok := object.AsBytes(v); ok {
		return p, nil
	}
	return nil, object.TypeError.By(
		sprintf("underlying %s() should have returned a bytes object, not '%s'", name, object.TypeName(v)),
		sprintf("underlying %s() should have returned a bytes-like object, not '%s'", name, object.TypeName(v)))
}

func (b scriptBuffer) read(t *object.Thread, n int) ([]byte, error) {
	if n < 0 {
		return b.bytes(t, "read")
	}
	return b.bytes(t, "read", starlark.MakeInt(n))
}

func (b scriptBuffer) read1(t *object.Thread, n int) ([]byte, error) {
	if _, err := t.RT.Attr(b.v, "read1"); err != nil {
		return b.bytes(t, "read", starlark.MakeInt(n))
	}
	return b.bytes(t, "read1", starlark.MakeInt(n))
}

func (b scriptBuffer) write(t *object.Thread, p string) (int, error) {
	_, err := callMethod(t, b.v, "write", t.RT.Bytes([]byte(p)))
	return len(p), err
}

func (b scriptBuffer) flush(t *object.Thread) error {
	_, err := callMethod(t, b.v, "flush")
	return err
}

func (b scriptBuffer) seek(t *object.Thread, offset int64, whence int) (int64, error) {
	args := []starlark.Value{starlark.MakeInt64(offset)}
	if whence != 0 {
		args = append(args, starlark.MakeInt(whence))
	}
	v, err := callMethod(t, b.v, "seek", args...)
	if err != nil {
		return 0, err
	}
	return number(t, v)
}

func (b scriptBuffer) tell(t *object.Thread) (int64, error) {
	v, err := callMethod(t, b.v, "tell")
	if err != nil {
		return 0, err
	}
	return number(t, v)
}

func (b scriptBuffer) close(t *object.Thread) error {
	_, err := callMethod(t, b.v, "close")
	return err
}

func (b scriptBuffer) closed(t *object.Thread) (bool, error) {
	return scriptRaw(b).closed(t)
}
