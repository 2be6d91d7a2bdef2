package file

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A Pair is a BufferedRWPair: one raw file to read from, one to write to.
type Pair struct {
	value
	reader, writer *Buffered
}

var (
	_ object.Attributed = (*Pair)(nil)
	_ object.Nexter     = (*Pair)(nil)
	_ starlark.Iterable = (*Pair)(nil)
)

// Referents visits both files.
func (p *Pair) Referents(visit func(starlark.Value)) {
	for _, b := range []*Buffered{p.reader, p.writer} {
		if b != nil {
			visit(b)
		}
	}
}

func (p *Pair) init(t *object.Thread, c call) error {
	var r, w starlark.Value
	size := int64(BufferSize)
	dst := []any{&r, &w, &size}
	var limit starlark.Value
	if py2(t) {
		dst = append(dst, &limit)
	}
	if err := object.Positional(t, "BufferedRWPair", c.args, c.kwargs, 2, dst...); err != nil {
		return err
	}
	if err := warnLimit(t, limit); err != nil {
		return err
	}
	if err := checkCan(t, r, true, false, false); err != nil {
		return err
	}
	if err := checkCan(t, w, false, true, false); err != nil {
		return err
	}
	cs := ClassesOf(t.RT.Dialect)
	reader, writer := newBuffered(t.RT, cs.Reader), newBuffered(t.RT, cs.Writer)
	for b, v := range map[*Buffered]starlark.Value{reader: r, writer: w} {
		if err := b.init(t, call{args: starlark.Tuple{v, starlark.MakeInt64(size)}}); err != nil {
			return err
		}
	}
	p.reader, p.writer = reader, writer
	return nil
}

type pairMethod = func(p *Pair, t *object.Thread, c call) (starlark.Value, error)

// side calls a method of the reader or the writer.
func side(name string, of func(p *Pair) *Buffered) pairMethod {
	return func(p *Pair, t *object.Thread, c call) (starlark.Value, error) {
		if p.reader == nil {
			return nil, object.ValueError.Errorf("I/O operation on uninitialized object")
		}
		m, err := t.RT.Attr(of(p), name)
		if err != nil {
			return nil, err
		}
		return starlark.Call(t.Star, m, c.args, c.kwargs)
	}
}

// NextValue returns the next line.
func (p *Pair) NextValue(t *object.Thread) (starlark.Value, error) { return lineOf(t, p) }

// Iterate walks the lines.
func (p *Pair) Iterate() starlark.Iterator { return linesOf(p, p.rt) }

func (p *Pair) reading() *Buffered { return p.reader }
func (p *Pair) writing() *Buffered { return p.writer }

func pairMethods() map[string]pairMethod {
	ms := map[string]pairMethod{
		"__init__": func(p *Pair, t *object.Thread, c call) (starlark.Value, error) { return starlark.None, p.init(t, c) },
		"close": func(p *Pair, t *object.Thread, c call) (starlark.Value, error) {
			_, writerErr := side("close", (*Pair).writing)(p, t, c)
			_, err := side("close", (*Pair).reading)(p, t, c)
			return starlark.None, steps(t, writerErr, err)
		},
		"isatty": func(p *Pair, t *object.Thread, c call) (starlark.Value, error) {
			v, err := side("isatty", (*Pair).writing)(p, t, c)
			if err != nil || bool(v.Truth()) {
				return v, err
			}
			return side("isatty", (*Pair).reading)(p, t, c)
		},
	}
	for _, name := range []string{"read", "peek", "read1", "readinto", "readinto1", "readable"} {
		ms[name] = side(name, (*Pair).reading)
	}
	for _, name := range []string{"write", "flush", "writable"} {
		ms[name] = side(name, (*Pair).writing)
	}
	return ms
}

func pairGetters() map[string]func(p *Pair) (starlark.Value, error) {
	return map[string]func(p *Pair) (starlark.Value, error){
		"closed": func(p *Pair) (starlark.Value, error) {
			if p.writer == nil {
				return nil, object.RuntimeError.Errorf("the BufferedRWPair object is being garbage-collected")
			}
			closed, err := p.writer.closed(p.rt.Current())
			return p.rt.Bool(closed), err
		},
	}
}
