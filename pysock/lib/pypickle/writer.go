package pypickle

import (
	"encoding/binary"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// From protocol 4 on a pickle is cut into frames, each of which tells its
// length, so that what reads it can fetch one at a time. A frame ends where an
// object begins, once it has frameTarget bytes; bytes and texts of that size
// stand outside of frames.
const (
	frameHeader = 9
	frameMin    = 4 // what is shorter needs no frame
	frameTarget = 64 * 1024
)

// A writer is where a pickle is put together.
type writer struct {
	out     []byte
	framing bool
	frame   int            // where the open frame starts in out, or -1
	write   starlark.Value // the file's method, or nil
}

func newWriter(write starlark.Value) writer { return writer{frame: -1, write: write} }

// open begins a frame unless one is open.
func (w *writer) open() {
	if w.framing && w.frame < 0 {
		w.frame = len(w.out)
		w.out = append(w.out, make([]byte, frameHeader)...)
	}
}

func (w *writer) op(b ...byte) {
	w.open()
	w.out = append(w.out, b...)
}

// long writes an opcode and a number of four bytes.
func (w *writer) long(op byte, n int) {
	w.open()
	w.out = binary.LittleEndian.AppendUint32(append(w.out, op), uint32(n))
}

func (w *writer) text(op byte, s string) {
	w.open()
	w.out = append(append(append(w.out, op), s...), '\n')
}

// commit ends the open frame.
func (w *writer) commit() {
	if w.frame < 0 {
		return
	}
	head := w.out[w.frame:]
	if n := len(head) - frameHeader; n >= frameMin {
		head[0] = opFrame
		binary.LittleEndian.PutUint64(head[1:], uint64(n))
	} else {
		copy(head, head[frameHeader:])
		w.out = w.out[:len(w.out)-frameHeader]
	}
	w.frame = -1
}

// boundary is called before each object.
func (w *writer) boundary(t *object.Thread) error {
	if w.frame < 0 || len(w.out)-w.frame-frameHeader < frameTarget {
		return nil
	}
	w.commit()
	return w.flush(t)
}

// flush hands over to the file what there is.
func (w *writer) flush(t *object.Thread) error {
	if w.write == nil {
		return nil
	}
	b := t.RT.Bytes(w.out)
	w.out = w.out[:0]
	_, err := t.Call(w.write, b)
	return err
}

// data writes a header and the bytes or the text after it; v, if not nil, is
// the value that holds them, for the file to write.
func (w *writer) data(t *object.Thread, h header, s string, v starlark.Value) error {
	if len(s) < frameTarget {
		w.open()
		w.out = append(h.appendTo(w.out), s...)
		return nil
	}
	w.commit()
	w.out = h.appendTo(w.out)
	if w.write == nil {
		w.out = append(w.out, s...)
		return nil
	}
	if err := w.flush(t); err != nil {
		return err
	}
	if v == nil {
		v = t.RT.Bytes([]byte(s))
	}
	_, err := t.Call(w.write, v)
	return err
}

// A header is an opcode and the length of what follows, in so many bytes. One
// without an opcode isn't there in this protocol.
type header struct {
	op    byte
	width uint8
	n     uint64
}

func (h header) appendTo(b []byte) []byte {
	b = append(b, h.op)
	for i := range h.width {
		b = append(b, byte(h.n>>(8*i)))
	}
	return b
}

// sized returns the header of what is n bytes long, as short as can be with
// these opcodes.
func sized(n int, op1, op4, op8 byte) header {
	switch {
	case n <= 0xff && op1 != 0:
		return header{op1, 1, uint64(n)}
	case uint64(n) <= 0xffffffff && op4 != 0:
		return header{op4, 4, uint64(n)}
	}
	return header{op8, 8, uint64(n)}
}
