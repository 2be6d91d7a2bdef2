package builtins

import (
	"encoding/binary"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// Decoding and encoding piece by piece, as files and sockets need it.

// A Decoder turns bytes into text, piece by piece; a character may be cut.
type Decoder struct {
	codec   *codec
	errors  string
	order   order
	pending []byte // the beginning of a character
}

// NewDecoder returns a decoder for an encoding of pysock's own. It raises
// LookupError for others.
func NewDecoder(t *object.Thread, encoding, errors string) (*Decoder, error) {
	c, err := newCoding(t, encoding, errors, nil)
	if err != nil {
		return nil, err
	}
	return &Decoder{codec: c.codec, errors: errors}, nil
}

// Decode decodes the next piece; nothing follows a final one.
func (d *Decoder) Decode(t *object.Thread, b []byte, final bool) (string, error) {
	if len(d.pending) > 0 {
		b = append(d.pending, b...)
	}
	if d.codec.plain && object.IsASCII(string(b)) {
		d.pending = nil
		return string(b), nil
	}
	c := &coding{codec: d.codec, t: t, errors: d.errors, partial: !final, order: d.order}
	if c.partial && d.codec.atOnce {
		d.pending = append([]byte(nil), b...)
		return "", nil
	}
	s, err := c.decode(c, b)
	if err != nil {
		return "", err
	}
	d.order = c.order
	d.pending = append([]byte(nil), b[len(b)+c.used:]...)
	return s, nil
}

// Reset forgets all that went before.
func (d *Decoder) Reset() { d.order, d.pending = unordered, nil }

// mark is how many bytes the mark of the order takes, 0 where there is none.
func (d *Decoder) mark() int {
	switch d.codec {
	case codecs()["utf_16"]:
		return 2
	case codecs()["utf_32"]:
		return 4
	}
	return 0
}

// CheckMark raises UnicodeError where b, the next piece, begins a stream of UTF-16
// or UTF-32 without the mark of the order of its bytes.
func (d *Decoder) CheckMark(b []byte) error {
	n := d.mark()
	if n == 0 || d.order != unordered {
		return nil
	}
	b = append(d.pending[:len(d.pending):len(d.pending)], b...)
	if len(b) < n {
		return nil
	}
	zero := [2]byte{}
	switch le, be := [2]byte{0xff, 0xfe}, [2]byte{0xfe, 0xff}; {
	case [2]byte(b) == le && (n == 2 || [2]byte(b[2:]) == zero):
	case [2]byte(b[n-2:]) == be && (n == 2 || [2]byte(b) == zero):
	default:
		return object.BuiltinKind("UnicodeError").Errorf("UTF-%d stream does not start with BOM", 8*n)
	}
	return nil
}

// Flag returns the number of State as CPython's incremental decoders have it,
// which is 0 for the machine's own order.
func (d *Decoder) Flag() int {
	switch {
	case d.mark() > 0:
		return [...]int{unordered: 2, markedLittle: 0, markedBig: 1}[d.order]
	case d.codec == codecs()["utf_8_sig"] && d.order == unordered:
		return 1
	}
	return 0
}

// SetFlag is SetState for a number of Flag's.
func (d *Decoder) SetFlag(pending []byte, flag int) {
	d.SetState(pending, int(unordered))
	switch {
	case d.mark() > 0:
		if flag < 2 {
			d.order = [...]order{markedLittle, markedBig}[flag&1]
		}
	case flag == 0:
		d.order = markedLittle
	}
}

// State returns what is left of the last piece, and a number for the rest.
func (d *Decoder) State() ([]byte, int) { return d.pending, int(d.order) }

// SetState restores what State returned.
func (d *Decoder) SetState(pending []byte, flag int) {
	d.pending, d.order = append([]byte(nil), pending...), order(flag)
}

// Plain reports whether the decoder leaves ASCII as it is and is at the
// beginning of a character.
func (d *Decoder) Plain() bool { return d.codec.plain && len(d.pending) == 0 }

// An Encoder turns text into bytes, piece by piece: only the first one begins
// with a mark.
type Encoder struct {
	codec  *codec
	errors string
	// Begun is set once the mark has been written, or is not to be.
	Begun bool
}

// NewEncoder returns an encoder for an encoding of pysock's own.
func NewEncoder(t *object.Thread, encoding, errors string) (*Encoder, error) {
	c, err := newCoding(t, encoding, errors, nil)
	if err != nil {
		return nil, err
	}
	return &Encoder{codec: c.codec, errors: errors}, nil
}

// Encode encodes the next piece.
func (e *Encoder) Encode(t *object.Thread, text starlark.Value) ([]byte, error) {
	s, _ := object.AsText(text)
	if e.codec.plain && object.IsASCII(s) {
		return []byte(s), nil
	}
	k := e.codec
	if e.Begun && k.unmarked != nil {
		k = k.unmarked
	}
	e.Begun = true
	return k.encode(&coding{codec: k, t: t, errors: e.errors, whole: text}, s)
}

// Plain reports whether the encoder leaves ASCII as it is.
func (e *Encoder) Plain() bool { return e.codec.plain }

// Ordered reports whether it is UTF-16 or UTF-32 with a mark.
func (e *Encoder) Ordered() bool {
	return e.codec == codecs()["utf_16"] || e.codec == codecs()["utf_32"]
}

// Reset forgets that a mark has been written.
func (e *Encoder) Reset() { e.Begun = false }

// IsTextEncoding reports whether an encoding that pysock knows is one between
// text and bytes.
func IsTextEncoding(t *object.Thread, encoding string) (known, text bool) {
	c := findCodec(t.RT.Dialect, encoding)
	return c != nil, c != nil && c.recode == nil
}

var nativeOrder = binary.LittleEndian

// Recode is codecs.encode or codecs.decode for an encoding from bytes to bytes
// (or, rot13 in Python 3, text to text).
func Recode(t *object.Thread, encoding, errors string, v starlark.Value, encode bool) (starlark.Value, error) {
	c, err := newCoding(t, encoding, errors, nil)
	if err != nil {
		return nil, err
	}
	if c.textual && !py2(t) {
		s, ok := object.AsText(v)
		if !ok {
			return nil, object.TypeError.Errorf("a str is required, not '%s'", object.TypeName(v))
		}
		b, err := c.recode(c, []byte(s), encode)
		return object.String3(string(b)), err
	}
	b, err := recodable(t, c, v, encode)
	if err != nil {
		return nil, err
	}
	if py2(t) && !encode && c.decode != nil {
		s, err := c.decode(c, b)
		return t.RT.Unicode(s), err
	}
	out, err := c.rewrite(b, encode)
	if err != nil {
		return nil, err
	}
	return t.RT.Bytes(out), nil
}

// recodable takes bytes; hexadecimal digits may be text.
func recodable(t *object.Thread, c *coding, v starlark.Value, encode bool) ([]byte, error) {
	if s, ok := object.AsText(v); ok && !py2(t) && !encode && c.codec == codecs()["hex_codec"] {
		if !object.IsASCII(s) {
			return nil, object.ValueError.Errorf("string argument should contain only ASCII characters")
		}
		return []byte(s), nil
	}
	return t.Buffer("encode", 0, v)
}

// Direct reports whether the decoder leaves ASCII as it is.
func (d *Decoder) Direct() bool { return d.codec.plain }

// UTF8 reports whether it is UTF-8 that the decoder decodes.
func (d *Decoder) UTF8() bool { return d.codec == codecs()["utf_8"] }
