package file

import (
	"bytes"
	"io"
	"runtime"
	"slices"
	"weak"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A BytesIO is a file of bytes in memory.
type BytesIO struct {
	value
	data    *builtins.Bytearray // so that getbuffer can show it
	pos     int64
	shut    bool
	exports []weak.Pointer[builtins.Memoryview]
}

var (
	_ object.Attributed = (*BytesIO)(nil)
	_ object.Nexter     = (*BytesIO)(nil)
	_ starlark.Iterable = (*BytesIO)(nil)
	_ buffer            = (*BytesIO)(nil)
)

func newBytesIO(rt *object.Runtime, c *object.Class) *BytesIO {
	b := &BytesIO{value: value{class: c, rt: rt}, data: builtins.NewBytearray(rt.Dialect, nil)}
	b.self = b
	return b
}

func (b *BytesIO) init(t *object.Thread, c call) error {
	initial := starlark.Value(starlark.None)
	if err := object.Keywords(t, "BytesIO", c.args, c.kwargs, 0, "initial_bytes", &initial); err != nil {
		return err
	}
	if err := b.canResize(); err != nil {
		return err
	}
	b.data.B, b.pos, b.shut = nil, 0, false
	if initial == starlark.None {
		return nil
	}
	s, err := bytesOf(t, initial)
	b.data.B = []byte(s)
	return err
}

func (b *BytesIO) object() starlark.Value { return b }

func (b *BytesIO) check() error {
	if b.shut {
		return closedError()
	}
	return nil
}

// canResize fails while somebody holds a buffer of the bytes.
func (b *BytesIO) canResize() error {
	if len(b.exports) > 0 && b.exported() {
		runtime.GC() // some may be held by nobody
		if b.exported() {
			return object.BufferError.Errorf("Existing exports of data: object cannot be re-sized")
		}
	}
	return nil
}

func (b *BytesIO) exported() bool {
	b.exports = slices.DeleteFunc(b.exports, func(p weak.Pointer[builtins.Memoryview]) bool {
		m := p.Value()
		return m == nil || m.Released()
	})
	return len(b.exports) > 0
}

// rest is what is left to be read.
func (b *BytesIO) rest() []byte { return b.data.B[min(b.pos, int64(len(b.data.B))):] }

func (b *BytesIO) read(t *object.Thread, n int) ([]byte, error) {
	if err := b.check(); err != nil {
		return nil, err
	}
	p := b.rest()
	if n >= 0 && n < len(p) {
		p = p[:n]
	}
	b.pos += int64(len(p))
	return p, nil
}

func (b *BytesIO) read1(t *object.Thread, n int) ([]byte, error) { return b.read(t, n) }

func (b *BytesIO) readLine(limit int) []byte {
	p := b.rest()
	if i := bytes.IndexByte(p, '\n'); i >= 0 {
		p = p[:i+1]
	}
	if limit >= 0 && limit < len(p) {
		p = p[:limit]
	}
	b.pos += int64(len(p))
	return p
}

func (b *BytesIO) write(t *object.Thread, p string) (int, error) {
	if err := b.check(); err != nil {
		return 0, err
	}
	if err := b.canResize(); err != nil {
		return 0, err
	}
	if p == "" {
		return 0, nil
	}
	if b.pos+int64(len(p)) > builtins.MaxAlloc {
		return 0, object.MemoryError.New()
	}
	d := b.data.B
	if gap := b.pos - int64(len(d)); gap > 0 {
		d = append(d, make([]byte, gap)...)
	}
	n := copy(d[b.pos:], p)
	b.data.B = append(d, p[n:]...)
	b.pos += int64(len(p))
	return len(p), nil
}

func (b *BytesIO) flush(*object.Thread) error         { return b.check() }
func (b *BytesIO) tell(*object.Thread) (int64, error) { return b.pos, b.check() }

func (b *BytesIO) seek(t *object.Thread, offset int64, whence int) (int64, error) {
	if err := b.check(); err != nil {
		return 0, err
	}
	switch whence {
	case io.SeekStart:
		if offset < 0 {
			return 0, object.ValueError.Errorf("negative seek value %d", offset)
		}
	case io.SeekCurrent:
		offset += b.pos
	case io.SeekEnd:
		offset += int64(len(b.data.B))
	default:
		return 0, object.ValueError.Errorf("invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	b.pos = max(offset, 0)
	return b.pos, nil
}

func (b *BytesIO) close(*object.Thread) error {
	if err := b.canResize(); err != nil {
		return err
	}
	b.shut = true
	b.data.B = nil
	return nil
}

func (b *BytesIO) closed(*object.Thread) (bool, error) { return b.shut, nil }

// NextValue returns the next line.
func (b *BytesIO) NextValue(t *object.Thread) (starlark.Value, error) {
	if err := b.check(); err != nil {
		return nil, err
	}
	p := b.readLine(-1)
	if len(p) == 0 {
		return nil, nil
	}
	return t.RT.Bytes(p), nil
}

// Iterate walks the lines.
func (b *BytesIO) Iterate() starlark.Iterator { return &lines{next: b, rt: b.rt} }

type bytesMethod = func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error)

func always(v bool) bytesMethod {
	return func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) { return t.RT.Bool(v), b.check() }
}

func bytesRead(name string) bytesMethod {
	return func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) {
		n, err := c.size(t, name)
		if err != nil {
			return nil, err
		}
		p, err := b.read(t, n)
		return t.RT.Bytes(p), err
	}
}

func bytesIOMethods() map[string]bytesMethod {
	return map[string]bytesMethod{
		"__init__": func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) { return starlark.None, b.init(t, c) },
		"__iter__": func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) { return b.me(), nil },
		"close":    func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) { return starlark.None, b.close(t) },
		"flush":    func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) { return starlark.None, b.check() },
		"isatty":   always(false),
		"readable": always(true),
		"writable": always(true),
		"seekable": always(true),
		"read":     bytesRead("read"),
		"read1":    bytesRead("read1"),
		"readline": func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) {
			n, err := c.size(t, "readline")
			if err != nil {
				return nil, err
			}
			if err := b.check(); err != nil {
				return nil, err
			}
			return t.RT.Bytes(b.readLine(n)), nil
		},
		"readinto": func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) {
			v, err := c.one(t, &b.value, "readinto")
			if err != nil {
				return nil, err
			}
			if err := b.check(); err != nil {
				return nil, err
			}
			dst, err := target(t, "readinto", v)
			if err != nil {
				return nil, err
			}
			n := copy(dst, b.rest())
			b.pos += int64(n)
			return long(t.RT, int64(n)), nil
		},
		"write": func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) {
			v, err := c.one(t, &b.value, "write")
			if err != nil {
				return nil, err
			}
			if err := b.check(); err != nil {
				return nil, err
			}
			s, err := bytesOf(t, v)
			if err != nil {
				return nil, err
			}
			n, err := b.write(t, s)
			return long(t.RT, int64(n)), err
		},
		"getvalue": func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) {
			if err := c.none(&b.value, "getvalue"); err != nil {
				return nil, err
			}
			return t.RT.Bytes(b.data.B), b.check()
		},
		"tell": func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) {
			return long(t.RT, b.pos), b.check()
		},
		"seek": func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) {
			var offset int64
			whence := 0
			if err := object.Positional(t, "seek", c.args, c.kwargs, 1, &offset, &whence); err != nil {
				return nil, err
			}
			n, err := b.seek(t, offset, whence)
			return long(t.RT, n), err
		},
		"truncate": func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) {
			size := starlark.Value(starlark.None)
			if err := object.Positional(t, "truncate", c.args, c.kwargs, 0, &size); err != nil {
				return nil, err
			}
			if err := b.check(); err != nil {
				return nil, err
			}
			if err := b.canResize(); err != nil {
				return nil, err
			}
			n := b.pos
			if size != starlark.None {
				var err error
				if n, err = t.Int(size); err != nil {
					return nil, err
				}
			}
			if n < 0 {
				return nil, object.ValueError.Errorf("negative size value %d", n)
			}
			if n < int64(len(b.data.B)) {
				b.data.B = b.data.B[:n:n]
			}
			return long(t.RT, n), nil
		},
		"__getstate__": func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) {
			d := starlark.Value(starlark.None)
			if b.dict != nil {
				d = b.dict.Copy()
			}
			return starlark.Tuple{t.RT.Bytes(b.data.B), long(t.RT, b.pos), d}, b.check()
		},
		"__setstate__": func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) {
			v, err := c.one(t, &b.value, "__setstate__")
			if err != nil {
				return nil, err
			}
			if err := b.check(); err != nil {
				return nil, err
			}
			state, ok := v.(starlark.Tuple)
			if !ok || len(state) < 3 {
				return nil, object.TypeError.Errorf("%s.__setstate__ argument should be 3-tuple, got %s", b.class.QualifiedName(), object.TypeName(v))
			}
			if err := b.init(t, call{args: state[:1]}); err != nil {
				return nil, err
			}
			n, err := t.Int(state[1])
			if err != nil {
				return nil, object.TypeError.Errorf("second item of state must be an integer, not %s", object.TypeName(state[1]))
			}
			if n < 0 {
				return nil, object.ValueError.Errorf("position value cannot be negative")
			}
			b.pos = n
			if d, ok := state[2].(*object.Dict); ok {
				b.dict = d.Copy()
			} else if state[2] != starlark.None {
				return nil, object.TypeError.Errorf("third item of state should be a dict, got a %s", object.TypeName(state[2]))
			}
			return starlark.None, nil
		},
	}
}

func bytesIOMethods3() map[string]bytesMethod {
	return map[string]bytesMethod{
		"getbuffer": func(b *BytesIO, t *object.Thread, c call) (starlark.Value, error) {
			if err := b.check(); err != nil {
				return nil, err
			}
			m := builtins.NewMemoryview(t.RT.Dialect, b.data, b)
			b.exports = append(b.exports, weak.Make(m))
			return m, nil
		},
	}
}

func bytesIOGetters() map[string]func(b *BytesIO) (starlark.Value, error) {
	return map[string]func(b *BytesIO) (starlark.Value, error){
		"closed": func(b *BytesIO) (starlark.Value, error) { return b.rt.Bool(b.shut), nil },
	}
}
