package file

import (
	"io"
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// tell returns where the next character is. Bytes were read ahead, so it
// decodes them again from the last snapshot, up to that character.
func (x *Text) tell(t *object.Thread) (starlark.Value, error) {
	if err := x.ready(t); err != nil {
		return nil, err
	}
	if !x.seekable {
		return nil, unsupported("underlying stream is not seekable")
	}
	if !x.telling {
		return nil, object.IOError.Errorf("telling position disabled by next() call")
	}
	if err := x.flush(t); err != nil {
		return nil, err
	}
	at, err := x.under().tell(t)
	if err != nil {
		return nil, err
	}
	if x.dec == nil || x.snapshot == nil {
		return long(t.RT, at), nil
	}
	snap := x.snapshot
	c := cookie{start: at - int64(len(snap.next)), flag: snap.flag}
	if x.used == 0 {
		return c.value(t.RT), nil
	}
	if taken := x.decoded[:x.used]; snap.flag.Sign() == 0 && x.asIs(taken) && strings.HasPrefix(string(snap.next), taken) {
		return long(t.RT, c.start+int64(x.used)), nil
	}
	pending, flag, err := x.decoderState(t)
	if err != nil {
		return nil, err
	}
	seen := 0
	if x.newline != nil {
		seen = x.newline.seen
	}
	err = x.locate(t, &c, snap, int64(runeCount(x.decoded[:x.used])))
	if err2 := x.setDecoderState(t, pending, flag); err == nil {
		err = err2
	}
	if x.newline != nil {
		x.newline.seen = seen
	}
	if err != nil {
		return nil, err
	}
	return c.value(t.RT), nil
}

// asIs reports whether the encoding writes a text as the text's own UTF-8.
func (x *Text) asIs(s string) bool {
	d, ok := x.dec.(ownDecoder)
	return ok && d.Direct() && (d.UTF8() || object.IsASCII(s))
}

// locate finds the bytes that make the next skip characters.
func (x *Text) locate(t *object.Thread, c *cookie, snap *snapshot, skip int64) error {
	if err := x.setDecoderState(t, nil, snap.flag); err != nil {
		return err
	}
	fed, chars := int64(0), int64(0)
	for i := range snap.next {
		fed++
		s, err := x.decode(t, snap.next[i:i+1], false)
		if err != nil {
			return err
		}
		chars += int64(runeCount(s))
		pending, flag, err := x.decoderState(t)
		if err != nil {
			return err
		}
		if len(pending) == 0 && chars <= skip { // one may begin here
			c.start += fed
			c.flag = flag
			skip -= chars
			fed, chars = 0, 0
		}
		if chars >= skip {
			c.feed, c.skip = fed, skip
			return nil
		}
	}
	s, err := x.decode(t, nil, true)
	if err != nil {
		return err
	}
	if chars += int64(runeCount(s)); chars < skip {
		return object.IOError.Errorf("can't reconstruct logical file position")
	}
	c.feed, c.skip, c.eof = fed, skip, true
	return nil
}

// seek goes to where a cookie says, to the beginning, or to the end.
func (x *Text) seek(t *object.Thread, target starlark.Value, whence int) (starlark.Value, error) {
	if err := x.ready(t); err != nil {
		return nil, err
	}
	if !x.seekable {
		return nil, unsupported("underlying stream is not seekable")
	}
	n, ok := object.AsInt(target)
	if !ok {
		if _, err := t.Int(target); err != nil {
			return nil, err
		}
	}
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		if n.Sign() != 0 {
			return nil, x.cant("can't do nonzero cur-relative seeks")
		}
		at, err := x.tell(t)
		if err != nil {
			return nil, err
		}
		n, _ = object.AsInt(at)
	case io.SeekEnd:
		if n.Sign() != 0 {
			return nil, x.cant("can't do nonzero end-relative seeks")
		}
		if err := x.flush(t); err != nil {
			return nil, err
		}
		x.decoded, x.used, x.snapshot = "", 0, nil
		if x.dec != nil {
			if err := x.resetDecoder(t); err != nil {
				return nil, err
			}
		}
		at, err := x.under().seek(t, 0, io.SeekEnd)
		if err == nil && x.enc != nil {
			err = x.beginAt(t, at)
		}
		return long(t.RT, at), err
	default:
		return nil, object.ValueError.Errorf("invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	if n.Sign() < 0 {
		return nil, object.ValueError.Errorf("negative seek position %s", t.RT.Repr(target))
	}
	if err := x.flush(t); err != nil {
		return nil, err
	}
	c := parseCookie(n)
	if _, err := x.under().seek(t, c.start, io.SeekStart); err != nil {
		return nil, err
	}
	x.decoded, x.used, x.snapshot = "", 0, nil
	if x.dec != nil {
		if err := x.restore(t, c, n.Sign() == 0); err != nil {
			return nil, err
		}
	}
	if x.enc != nil {
		if err := x.beginAt(t, int64(min(n.Sign(), 1))); err != nil {
			return nil, err
		}
	}
	return target, nil
}

// cant is the error of a seek that text files don't do.
func (x *Text) cant(words string) error {
	if x.rt.Dialect == dialect2 {
		return object.IOError.Errorf("%s", words)
	}
	return unsupported(words)
}

// beginAt tells the encoder whether it is at the beginning of the file.
func (x *Text) beginAt(t *object.Thread, at int64) error {
	if at == 0 {
		return x.enc.reset(t)
	}
	x.enc.begun(t)
	return nil
}

// restore brings the decoder to where a cookie says.
func (x *Text) restore(t *object.Thread, c cookie, begin bool) error {
	if begin {
		if err := x.resetDecoder(t); err != nil {
			return err
		}
		return nil
	}
	if err := x.setDecoderState(t, nil, c.flag); err != nil {
		return err
	}
	x.snapshot = &snapshot{flag: c.flag}
	if c.skip == 0 {
		return nil
	}
	p, err := x.under().read(t, int(c.feed))
	if err != nil {
		return err
	}
	s, err := x.decode(t, p, c.eof)
	if err != nil {
		return err
	}
	x.decoded = s
	x.snapshot.next = p
	if int64(runeCount(s)) < c.skip {
		return object.IOError.Errorf("can't restore logical file position")
	}
	x.used = runeOffset(s, int(c.skip))
	return nil
}
