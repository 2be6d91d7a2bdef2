package pypickle

import (
	"bytes"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// prefetch is how much of a file is looked at in advance.
const prefetch = 128 * 1024

// A reader is where a pickle comes from: bytes, or a file that is read no
// further than the pickle goes.
type reader struct {
	m   *module
	in  []byte
	pos int
	// Of a file, its methods: read and readline, and the others if it has them.
	read, readline, peek, readinto starlark.Value
	// ahead is where in in begins what the file has shown but not given yet,
	// or -1.
	ahead int
}

// truncated is the error of a pickle that ends too early.
func (r *reader) truncated() error {
	if r.m.py2 {
		return object.EOFError.New()
	}
	return r.m.unpickling.Errorf("pickle data was truncated")
}

// next returns the n bytes that come next; they are good until the next call.
func (r *reader) next(n int) ([]byte, error) {
	if err := r.have(n); err != nil {
		return nil, err
	}
	b := r.in[r.pos : r.pos+n]
	r.pos += n
	return b, nil
}

// fill gets at least n bytes into in.
func (r *reader) fill(n int) error {
	if r.read == nil {
		return r.truncated()
	}
	t := r.m.rt.Current()
	if err := r.skip(t); err != nil {
		return err
	}
	r.in, r.pos = bytes.Clone(r.in[r.pos:]), 0
	if r.peek != nil && n < prefetch && len(r.in) == 0 {
		v, err := t.Call(r.peek, starlark.MakeInt(prefetch))
		switch {
		case err != nil && object.Is(err, object.NotImplementedError, r.m.rt.Dialect):
			r.peek = nil
		case err != nil:
			return err
		default:
			if r.in, err = t.Buffer("peek", 0, v); err != nil {
				return err
			}
			r.ahead = 0
			if len(r.in) >= n {
				return nil
			}
			r.in, r.ahead = nil, -1
		}
	}
	b, err := r.call(t, r.read, starlark.MakeInt(n-len(r.in)))
	if err != nil {
		return err
	}
	if r.in = append(r.in, b...); len(r.in) < n {
		return r.truncated()
	}
	return nil
}

// call calls a method that returns bytes.
func (r *reader) call(t *object.Thread, method starlark.Value, args ...starlark.Value) ([]byte, error) {
	v, err := t.Call(method, args...)
	if err != nil {
		return nil, err
	}
	b, ok := object.AsBytes(v)
	if s, isStr := object.Unwrap(v).(starlark.String); isStr && r.m.py2 {
		b, ok = []byte(s), true
	}
	if !ok {
		return nil, object.TypeError.Errorf("a bytes-like object is required, not '%s'", object.TypeName(v))
	}
	return b, nil
}

// skip takes from the file what has been used of what it has shown.
func (r *reader) skip(t *object.Thread) error {
	if r.ahead < 0 {
		return nil
	}
	used := r.pos - r.ahead
	r.in, r.pos, r.ahead = nil, 0, -1
	if used == 0 {
		return nil
	}
	_, err := t.Call(r.read, starlark.MakeInt(used))
	return err
}

// line returns the next line, without its end.
func (r *reader) line() ([]byte, error) {
	if i := bytes.IndexByte(r.in[r.pos:], '\n'); i >= 0 {
		b := r.in[r.pos : r.pos+i]
		r.pos += i + 1
		return b, nil
	}
	if r.readline == nil {
		return nil, r.truncated()
	}
	t := r.m.rt.Current()
	if err := r.skip(t); err != nil {
		return nil, err
	}
	head := bytes.Clone(r.in[r.pos:])
	b, err := r.call(t, r.readline)
	if err != nil {
		return nil, err
	}
	if len(b) == 0 || b[len(b)-1] != '\n' {
		return nil, r.truncated()
	}
	r.in, r.pos = nil, 0
	return append(head, b[:len(b)-1]...), nil
}

// have gets n bytes ahead of their use.
func (r *reader) have(n int) error {
	switch {
	case n <= len(r.in)-r.pos:
		return nil
	case n > maxSize-r.pos:
		return r.m.unpickling.Errorf("read would overflow (invalid bytecode)")
	}
	return r.fill(n)
}

// uint reads a number of size bytes, little endian.
func (r *reader) uint(size int) (uint64, error) {
	b, err := r.next(size)
	if err != nil {
		return 0, err
	}
	var u uint64
	for i, c := range b {
		u |= uint64(c) << (8 * i)
	}
	return u, nil
}
