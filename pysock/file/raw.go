package file

import (
	"errors"
	"io"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// errWouldBlock is what a raw file in non-blocking mode answers; its methods
// return None then.
var errWouldBlock = errors.New("would block")

// A raw is what a buffer stands on.
type raw interface {
	readInto(t *object.Thread, p []byte) (int, error)
	write(t *object.Thread, p []byte) (int, error)
	seek(t *object.Thread, offset int64, whence int) (int64, error)
	truncate(t *object.Thread, size int64) error
	close(t *object.Thread) error
	closed(t *object.Thread) (bool, error)
	object() starlark.Value
}

// A Raw is a raw file that another package brings: a socket's. A buffer calls it
// directly.
type Raw interface {
	starlark.Value
	// ReadInto reads what is there, or waits for something; 0 is the end. It
	// fails with ErrWouldBlock where it may not wait.
	ReadInto(t *object.Thread, p []byte) (int, error)
	// Write writes some of p, or fails with ErrWouldBlock.
	Write(t *object.Thread, p []byte) (int, error)
	Close(t *object.Thread) error
	Closed() bool
	// Drop ends a file that nobody refers to; p is what its buffer holds back. It is
	// called without the interpreter's lock.
	Drop(p []byte)
}

// ErrWouldBlock is what a Raw in non-blocking mode answers.
var ErrWouldBlock = errWouldBlock

// A goRaw is what a buffer does with a Raw.
type goRaw struct{ Raw }

func (r goRaw) object() starlark.Value                           { return r.Raw }
func (r goRaw) readInto(t *object.Thread, p []byte) (int, error) { return r.ReadInto(t, p) }
func (r goRaw) write(t *object.Thread, p []byte) (int, error)    { return r.Write(t, p) }
func (r goRaw) close(t *object.Thread) error                     { return r.Close(t) }
func (r goRaw) closed(t *object.Thread) (bool, error)            { return r.Closed(), nil }
func (r goRaw) truncate(t *object.Thread, size int64) error      { return unsupported("truncate") }
func (r goRaw) seek(*object.Thread, int64, int) (int64, error)   { return 0, unsupported("seek") }

// rawOf returns what a buffer does with the value below it.
func rawOf(v starlark.Value) raw {
	switch r := v.(type) {
	case raw:
		return r
	case Raw:
		return goRaw{r}
	}
	return scriptRaw{v}
}

// readAll reads to the end. Where nothing is there yet, it fails with
// errWouldBlock if it has read nothing.
func readAll(t *object.Thread, r raw, hint int) ([]byte, error) {
	buf := make([]byte, 0, max(hint+1, BufferSize))
	for {
		if len(buf) == cap(buf) {
			bigger := make([]byte, len(buf), 2*cap(buf))
			copy(bigger, buf)
			buf = bigger
		}
		n, err := r.readInto(t, buf[len(buf):cap(buf)])
		if err == errWouldBlock && len(buf) > 0 {
			return buf, nil
		}
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return buf, nil
		}
		buf = buf[:len(buf)+n]
	}
}

// A scriptRaw is an object with the methods of a RawIOBase.
type scriptRaw struct{ v starlark.Value }

func (r scriptRaw) object() starlark.Value { return r.v }

func (r scriptRaw) readInto(t *object.Thread, p []byte) (int, error) {
	b := builtins.NewBytearray(t.RT.Dialect, make([]byte, len(p)))
	view := builtins.NewMemoryview(t.RT.Dialect, b, b)
	res, err := callMethod(t, r.v, "readinto", view)
	if err != nil {
		return 0, err
	}
	if res == starlark.None {
		return 0, errWouldBlock
	}
	n, err := number(t, res)
	if err != nil {
		if py2(t) {
			n, err = -1, nil
		}
	}
	if err != nil {
		e := t.Exception(object.OSError.Errorf("raw readinto() failed"))
		if err := e.SetField("__cause__", t.Exception(err)); err != nil {
			return 0, err
		}
		return 0, object.Raise(e)
	}
	if n < 0 || n > int64(len(p)) {
		return 0, object.IOError.By(
			sprintf("raw readinto() returned invalid length %d (should have been between 0 and %d)", n, len(p)),
			sprintf("raw readinto() returned invalid length %d (should have been between 0 and %d)", n, len(p)))
	}
	copy(p, b.B[:min(int(n), len(b.B))])
	return int(n), nil
}

func (r scriptRaw) write(t *object.Thread, p []byte) (int, error) {
	b := builtins.NewBytearray(t.RT.Dialect, append([]byte(nil), p...))
	res, err := callMethod(t, r.v, "write", builtins.NewMemoryview(t.RT.Dialect, b, nil))
	if err != nil {
		return 0, err
	}
	if res == starlark.None {
		return 0, errWouldBlock
	}
	n, err := number(t, res)
	if err != nil {
		n = -1 // CPython doesn't say what else it was
	}
	if n < 0 || n > int64(len(p)) {
		return 0, object.IOError.Errorf("raw write() returned invalid length %d (should have been between 0 and %d)", n, len(p))
	}
	return int(n), nil
}

func (r scriptRaw) seek(t *object.Thread, offset int64, whence int) (int64, error) {
	var res starlark.Value
	var err error
	if whence == io.SeekCurrent && offset == 0 {
		res, err = callMethod(t, r.v, "tell")
	} else {
		res, err = callMethod(t, r.v, "seek", starlark.MakeInt64(offset), starlark.MakeInt(whence))
	}
	if err != nil {
		return 0, err
	}
	n, err := number(t, res)
	if err == nil && n < 0 {
		return 0, object.IOError.Errorf("Raw stream returned invalid position %d", n)
	}
	return n, err
}

func (r scriptRaw) truncate(t *object.Thread, size int64) error {
	_, err := callMethod(t, r.v, "truncate", starlark.MakeInt64(size))
	return err
}

func (r scriptRaw) close(t *object.Thread) error {
	_, err := callMethod(t, r.v, "close")
	return err
}

func (r scriptRaw) closed(t *object.Thread) (bool, error) {
	v, err := t.RT.Attr(r.v, "closed")
	if err != nil {
		return false, err
	}
	return bool(v.Truth()), t.Failed()
}
