package file

import (
	"bytes"
	"io"
	"slices"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// BufferSize is io.DEFAULT_BUFFER_SIZE.
const BufferSize = 8192

// A Buffered is a BufferedReader, BufferedWriter or BufferedRandom: bytes that
// were read and not yet taken, or written and not yet flushed, over a raw file.
// It never holds both.
type Buffered struct {
	value
	raw      raw // nil before __init__ and after detach
	detached bool
	reads    bool // it may be read: a reader or random
	writes   bool
	size     int
	in       []byte
	out      []byte
	lock     bufferLock
}

var (
	_ object.Attributed = (*Buffered)(nil)
	_ object.Reprer     = (*Buffered)(nil)
	_ object.Nexter     = (*Buffered)(nil)
	_ starlark.Iterable = (*Buffered)(nil)
	_ buffer            = (*Buffered)(nil)
)

// Referents visits the raw file.
func (b *Buffered) Referents(visit func(starlark.Value)) {
	if b.raw != nil {
		visit(b.raw.object())
	}
}

func newBuffered(rt *object.Runtime, c *object.Class) *Buffered {
	cs := ClassesOf(rt.Dialect)
	b := &Buffered{value: value{class: c, rt: rt}}
	b.self = b
	b.reads = c != cs.Writer
	b.writes = c != cs.Reader
	return b
}

// NewBuffered returns the buffer over a raw file for which the directions ask:
// a BufferedReader, BufferedWriter or BufferedRandom.
func NewBuffered(rt *object.Runtime, rawFile starlark.Value, reads, writes bool, size int) *Buffered {
	cs := ClassesOf(rt.Dialect)
	c := cs.Random
	if !writes {
		c = cs.Reader
	} else if !reads {
		c = cs.Writer
	}
	b := newBuffered(rt, c)
	b.raw, b.size = rawOf(rawFile), size
	b.keep(rt)
	return b
}

// init is BufferedReader(raw, buffer_size=8192) and its like.
func (b *Buffered) init(t *object.Thread, c call) error {
	var rawFile starlark.Value
	size := int64(BufferSize)
	name := b.class.ClassName
	dst := []any{"raw", &rawFile, "buffer_size", &size}
	var limit starlark.Value
	if py2(t) && name != "BufferedReader" {
		dst = append(dst, "max_buffer_size", &limit)
	}
	if err := object.Keywords(t, name, c.args, c.kwargs, 1, dst...); err != nil {
		return err
	}
	if err := warnLimit(t, limit); err != nil {
		return err
	}
	b.raw, b.detached = nil, false
	if err := checkCan(t, rawFile, b.reads, b.writes, b.reads && b.writes); err != nil {
		return err
	}
	switch {
	case size <= 0:
		return object.ValueError.Errorf("buffer size must be strictly positive")
	case size > builtins.MaxAlloc:
		return object.MemoryError.New()
	}
	b.raw, b.size, b.in, b.out = rawOf(rawFile), int(size), nil, nil
	b.keep(t.RT)
	return nil
}

// warnLimit warns of an argument of Python 2's, if it is given.
func warnLimit(t *object.Thread, limit starlark.Value) error {
	if limit == nil {
		return nil
	}
	return t.Warn(object.BuiltinKind("DeprecationWarning"), 1, "max_buffer_size is deprecated")
}

// checkCan asks a raw file what it can do.
func checkCan(t *object.Thread, f starlark.Value, reads, writes, seeks bool) error {
	for _, need := range []struct {
		is    bool
		name  string
		words string
	}{{seeks, "seekable", "File or stream is not seekable."}, {reads, "readable", "File or stream is not readable."}, {writes, "writable", "File or stream is not writable."}} {
		if !need.is {
			continue
		}
		ok, err := truthOf(t, f, need.name)
		if err != nil {
			return err
		}
		if !ok {
			return UnsupportedOperation.Errorf("%s", need.words)
		}
	}
	return nil
}

// ready checks that there is a raw file, and that it is open.
func (b *Buffered) ready(t *object.Thread, op string) error {
	if err := b.attached(); err != nil {
		return err
	}
	if op == "" {
		return nil
	}
	closed, err := b.under().closed(t)
	if err == nil && closed {
		err = object.ValueError.Errorf("%s closed file", op)
	}
	return err
}

func (b *Buffered) attached() error {
	switch {
	case b.raw != nil:
		return nil
	case b.detached:
		return object.ValueError.Errorf("raw stream has been detached")
	}
	return object.ValueError.Errorf("I/O operation on uninitialized object")
}

func (b *Buffered) object() starlark.Value { return b.me() }

// under is the raw file: by its methods, if a script has replaced some.
func (b *Buffered) under() raw {
	if f, ok := b.raw.(*FileIO); ok && f.replaced {
		return scriptRaw{f}
	}
	return b.raw
}

// readRaw reads once from the raw file, also if a signal handler ran meanwhile.
func (b *Buffered) readRaw(t *object.Thread, p []byte) (int, error) {
	for {
		n, err := b.under().readInto(t, p)
		if !interrupted(err) {
			return n, err
		}
	}
}

// writeRaw writes once.
func (b *Buffered) writeRaw(t *object.Thread, p []byte) (int, error) {
	for {
		n, err := b.under().write(t, p)
		if !interrupted(err) || n > 0 {
			return n, err
		}
	}
}

// interrupted tells whether a raw file says EINTR, as Python 2's do.
func interrupted(err error) bool {
	r, ok := err.(*object.Raised)
	return ok && r.Errno() == posix.EINTR
}

// fill reads once from the raw file; at its end it returns false.
func (b *Buffered) fill(t *object.Thread) (bool, error) {
	if err := b.flushOut(t); err != nil {
		return false, err
	}
	p := make([]byte, b.size)
	n, err := b.readRaw(t, p)
	if err != nil {
		return false, err
	}
	if len(b.in) == 0 {
		b.in = p[:n]
	} else {
		b.in = append(b.in, p[:n]...)
	}
	return n > 0, nil
}

func (b *Buffered) take(n int) []byte {
	p := b.in[:n:n]
	b.in = b.in[n:]
	return p
}

// readAhead is how many bytes read makes room for before they come: what is
// asked for may be far more than there is.
const readAhead = 1 << 20

// read reads n bytes, or fewer at the end; n < 0 means all. It fails with
// errWouldBlock if nothing is there yet.
func (b *Buffered) read(t *object.Thread, n int) ([]byte, error) {
	if err := b.enter(t); err != nil {
		return nil, err
	}
	defer b.lock.leave()
	if n >= 0 && n <= len(b.in) {
		return b.take(n), nil
	}
	if err := b.flushOut(t); err != nil {
		return nil, err
	}
	if n < 0 {
		return b.readRest(t)
	}
	got := append(make([]byte, 0, min(n, len(b.in)+readAhead)), b.in...)
	b.in = nil
	for len(got) < n {
		if need := n - len(got); need >= b.size { // past the buffer
			if cap(got)-len(got) < b.size {
				got = slices.Grow(got, min(need, max(len(got), b.size)))
			}
			p := got[len(got):min(n, cap(got))]
			k, err := b.readRaw(t, p)
			if err == errWouldBlock && len(got) > 0 {
				return got, nil
			}
			if err != nil {
				b.in = got
				return nil, err
			}
			if k == 0 {
				return got, nil
			}
			got = got[:len(got)+k]
			continue
		}
		more, err := b.fill(t)
		if err == errWouldBlock && len(got) > 0 {
			return got, nil
		}
		if err != nil {
			b.in = append(got, b.in...)
			return nil, err
		}
		if !more {
			return got, nil
		}
		got = append(got, b.take(min(n-len(got), len(b.in)))...)
	}
	return got, nil
}

// readRest reads to the end, by the raw file's own readall if it has one.
func (b *Buffered) readRest(t *object.Thread) ([]byte, error) {
	head := b.in
	b.in = nil
	var rest []byte
	var err error
	if s, ok := b.under().(scriptRaw); ok {
		rest, err = s.readAll(t)
	} else {
		hint := 0
		if f, ok := b.raw.(*FileIO); ok {
			hint = f.size
		}
		rest, err = readAll(t, b.raw, hint)
	}
	if err == errWouldBlock && len(head) > 0 {
		return head, nil
	}
	if err != nil {
		b.in = head
		return nil, err
	}
	if len(head) == 0 {
		return rest, nil
	}
	return append(head, rest...), nil
}

// readAll calls readall, or read until nothing comes.
func (r scriptRaw) readAll(t *object.Thread) ([]byte, error) {
	one := func(v starlark.Value, err error, op string) ([]byte, error) {
		if err != nil {
			return nil, err
		}
		if v == starlark.None {
			return nil, errWouldBlock
		}
		s, ok := bytesValue(t, v)
		if !ok {
			return nil, object.TypeError.By(sprintf("%s() should return bytes", op), sprintf("%s() should return bytes", op))
		}
		return []byte(s), nil
	}
	if m, err := t.RT.Attr(r.v, "readall"); err == nil && !py2(t) {
		v, err := t.Call(m)
		return one(v, err, "readall")
	}
	var got []byte
	for {
		v, err := callMethod(t, r.v, "read")
		p, err := one(v, err, "read")
		if err == errWouldBlock && len(got) > 0 || err == nil && len(p) == 0 {
			return got, nil
		}
		if err != nil {
			return nil, err
		}
		got = append(got, p...)
	}
}

// bytesValue returns the bytes of a byte string.
func bytesValue(t *object.Thread, v starlark.Value) (string, bool) {
	switch x := object.Unwrap(v).(type) {
	case starlark.Bytes:
		return string(x), true
	case starlark.String:
		return string(x), py2(t)
	}
	return "", false
}

// read1 returns what is buffered, up to n bytes, or what one read gives.
func (b *Buffered) read1(t *object.Thread, n int) ([]byte, error) {
	if err := b.enter(t); err != nil {
		return nil, err
	}
	defer b.lock.leave()
	if n < 0 {
		n = b.size
	}
	if n == 0 {
		return nil, nil
	}
	if len(b.in) == 0 {
		if err := b.flushOut(t); err != nil {
			return nil, err
		}
		p := make([]byte, min(n, builtins.MaxAlloc))
		k, err := b.readRaw(t, p)
		return p[:k], err
	}
	return b.take(min(n, len(b.in))), nil
}

// readOnce is what readinto1 reads: what is buffered, and what one read of the
// raw file adds to that if it goes past the buffer.
func (b *Buffered) readOnce(t *object.Thread, n int) ([]byte, error) {
	if err := b.enter(t); err != nil {
		return nil, err
	}
	defer b.lock.leave()
	if err := b.flushOut(t); err != nil {
		return nil, err
	}
	got := b.take(min(n, len(b.in)))
	rest := n - len(got)
	if rest == 0 || len(got) > 0 && rest <= b.size {
		return got, nil
	}
	if rest > b.size {
		p := make([]byte, n)
		copy(p, got)
		k, err := b.readRaw(t, p[len(got):])
		if err == errWouldBlock && len(got) > 0 {
			return got, nil
		}
		return p[:len(got)+k], err
	}
	if more, err := b.fill(t); !more || err != nil {
		return nil, err
	}
	return b.take(min(n, len(b.in))), nil
}

// readLine reads a line with its newline, at most limit bytes if that isn't
// negative.
func (b *Buffered) readLine(t *object.Thread, limit int) ([]byte, error) {
	if err := b.enter(t); err != nil {
		return nil, err
	}
	defer b.lock.leave()
	from := 0
	for {
		end := bytes.IndexByte(b.in[from:], '\n')
		switch {
		case end >= 0:
			end += from + 1
		case limit >= 0 && len(b.in) >= limit:
			end = limit
		default:
			from = len(b.in)
			more, err := b.fill(t)
			if err != nil && err != errWouldBlock {
				return nil, err
			}
			if more {
				continue
			}
			end = len(b.in)
		}
		if limit >= 0 {
			end = min(end, limit)
		}
		return b.take(end), nil
	}
}

// write takes bytes to be written, and returns how many; it raises
// BlockingIOError where the raw file doesn't take what the buffer can't hold.
func (b *Buffered) write(t *object.Thread, p string) (int, error) {
	if err := b.enter(t); err != nil {
		return 0, err
	}
	defer b.lock.leave()
	if err := b.ready(t, "write to"); err != nil { // who had the lock may have closed it
		return 0, err
	}
	if len(b.in) > 0 {
		if err := b.rewind(t); err != nil {
			return 0, err
		}
	}
	if f, ok := b.raw.(*FileIO); ok {
		b.entry.holds(f)
	}
	if len(b.out)+len(p) <= b.size {
		b.out = append(b.out, p...)
		return len(p), nil
	}
	err := b.flushOut(t)
	if err == errWouldBlock {
		n := min(b.size-len(b.out), len(p))
		b.out = append(b.out, p[:n]...)
		if n == len(p) {
			return n, nil
		}
		return 0, b.couldBlock(t, n)
	}
	if err != nil {
		return 0, err
	}
	written := 0
	for len(p)-written > b.size {
		n, err := b.writeRaw(t, []byte(p[written:]))
		if err == errWouldBlock {
			if rest := len(p) - written; rest > b.size {
				b.out = append(b.out, p[written:written+b.size]...)
				return 0, b.couldBlock(t, written+b.size)
			}
			break
		}
		if err != nil {
			return 0, err
		}
		written += n
	}
	b.out = append(b.out, p[written:]...)
	return len(p), nil
}

// couldBlock is the BlockingIOError of a write of which n bytes were taken. An
// object of a script's has no errno to tell.
func (b *Buffered) couldBlock(t *object.Thread, n int) error {
	errno := int(posix.EAGAIN)
	if _, ok := b.under().(scriptRaw); ok {
		errno = 0
	}
	kind := object.BlockingIOError
	if py2(t) {
		kind = BlockingIOError
	}
	return kind.New(starlark.MakeInt(errno), t.RT.Str("write could not complete without blocking"), starlark.MakeInt(n))
}

// flushOut writes out what is held back.
func (b *Buffered) flushOut(t *object.Thread) error {
	for len(b.out) > 0 {
		p := b.out
		b.out = nil // another thread may write while this one waits
		n, err := b.writeRaw(t, p)
		if n == len(p) && len(b.out) == 0 {
			b.out = p[:0]
			return err
		}
		b.out = append(p[n:], b.out...)
		if err != nil {
			return err
		}
	}
	return nil
}

// rewind gives back what was read and not taken.
func (b *Buffered) rewind(t *object.Thread) error {
	if len(b.in) == 0 {
		return nil
	}
	_, err := b.under().seek(t, -int64(len(b.in)), io.SeekCurrent)
	b.in = nil
	return err
}

// flush is flush(). A reader passes it on.
func (b *Buffered) flush(t *object.Thread) error {
	if !b.writes {
		if raw, ok := b.under().(scriptRaw); ok {
			_, err := callMethod(t, raw.v, "flush")
			return err
		}
		return nil
	}
	if err := b.enter(t); err != nil {
		return err
	}
	defer b.lock.leave()
	return b.settle(t)
}

// settle brings out what was written; a file that was read and will be written
// is put back where its reader is.
func (b *Buffered) settle(t *object.Thread) error {
	err := b.flushOut(t)
	if err == errWouldBlock {
		return b.couldBlock(t, 0)
	}
	if err == nil && b.reads {
		err = b.rewind(t)
	}
	return err
}

// peek returns what is buffered, or what one read gives.
func (b *Buffered) peek(t *object.Thread) (starlark.Value, error) {
	if err := b.enter(t); err != nil {
		return nil, err
	}
	defer b.lock.leave()
	if b.writes {
		if err := b.settle(t); err != nil {
			return nil, err
		}
	}
	if len(b.in) == 0 {
		if _, err := b.fill(t); err != nil && err != errWouldBlock {
			return nil, err
		}
	}
	return b.rt.Bytes(b.in), nil
}

// truncate is truncate(size=None): None is where the file stands.
func (b *Buffered) truncate(t *object.Thread, size starlark.Value) (starlark.Value, error) {
	if err := b.enter(t); err != nil {
		return nil, err
	}
	defer b.lock.leave()
	if err := b.settle(t); err != nil {
		return nil, err
	}
	if size == starlark.None {
		n, err := b.under().seek(t, 0, io.SeekCurrent)
		if err != nil {
			return nil, err
		}
		size = long(t.RT, n)
	}
	return callMethod(t, b.under().object(), "truncate", size)
}

func (b *Buffered) tell(t *object.Thread) (int64, error) {
	n, err := b.under().seek(t, 0, io.SeekCurrent)
	return n - int64(len(b.in)) + int64(len(b.out)), err
}

func (b *Buffered) seek(t *object.Thread, offset int64, whence int) (int64, error) {
	if err := b.enter(t); err != nil {
		return 0, err
	}
	defer b.lock.leave()
	if b.writes {
		if err := b.flushOut(t); err != nil {
			return 0, err
		}
	}
	if len(b.in) > 0 && whence != io.SeekEnd { // within what is buffered
		at, err := b.under().seek(t, 0, io.SeekCurrent)
		if err != nil {
			return 0, err
		}
		at -= int64(len(b.in))
		to := offset
		if whence == io.SeekCurrent {
			to += at
		}
		if to >= at && to <= at+int64(len(b.in)) {
			b.in = b.in[to-at:]
			return to, nil
		}
		offset, whence = to, io.SeekStart
	}
	n, err := b.under().seek(t, offset, whence)
	if err == nil {
		b.in = nil
	}
	return n, err
}

// close flushes and closes the raw file, also if flushing fails.
func (b *Buffered) close(t *object.Thread) error {
	if err := b.attached(); err != nil {
		return err
	}
	err := b.enter(t)
	if err != nil {
		return err
	}
	closed, err := b.under().closed(t)
	if err == nil && !closed {
		b.warn(t, b.self)
	}
	b.lock.leave()
	if closed || err != nil {
		return err
	}
	flushErr := b.flushSelf(t)
	if err := b.enter(t); err != nil {
		return err
	}
	defer b.lock.leave()
	err = b.under().close(t)
	if err == nil || flushErr == nil {
		b.in, b.out = nil, nil
	}
	return steps(t, flushErr, err)
}

// flushSelf calls flush, which a script may have replaced.
func (b *Buffered) flushSelf(t *object.Thread) error {
	if b.own() {
		_, err := callMethod(t, b.me(), "flush")
		return err
	}
	return b.flush(t)
}

// warn has the raw file warn if it is closed because nobody holds source.
func (b *Buffered) warn(t *object.Thread, source starlark.Value) {
	if b.finalizing {
		warnBelow(t, b.under().object(), source)
	}
}

func (b *Buffered) closed(t *object.Thread) (bool, error) {
	if err := b.attached(); err != nil {
		return false, err
	}
	return b.under().closed(t)
}

// Repr shows the raw file's name.
func (b *Buffered) Repr(d syntax.Dialect) string {
	if b.raw == nil {
		return sprintf("<%s>", b.typeName())
	}
	return b.named(d, func() (starlark.Value, error) { return b.rt.Attr(b.under().object(), "name") }, "")
}

// named is a repr with a name, if there is one, and more.
func (v *value) named(d syntax.Dialect, name func() (starlark.Value, error), more string) string {
	t := v.rt.Current()
	if v.shown {
		t.Fail(object.RuntimeError.Errorf("reentrant call inside %s.__repr__", v.typeName()))
		return ""
	}
	v.shown = true
	defer func() { v.shown = false }()
	x, err := name()
	if err != nil {
		if !object.Is(err, object.AttributeError, d) && !object.Is(err, object.ValueError, d) {
			t.Fail(err)
		}
		return sprintf("<%s%s>", v.typeName(), more)
	}
	return sprintf("<%s name=%s%s>", v.typeName(), object.Repr(d, x), more)
}

// NextValue returns the next line.
func (b *Buffered) NextValue(t *object.Thread) (starlark.Value, error) {
	if b.own() || !b.reads {
		return lineOf(t, b.me())
	}
	if err := b.ready(t, "readline of"); err != nil {
		return nil, err
	}
	p, err := b.readLine(t, -1)
	if err != nil || len(p) == 0 {
		return nil, err
	}
	return t.RT.Bytes(p), nil
}

// Iterate walks the lines.
func (b *Buffered) Iterate() starlark.Iterator { return linesOf(b, b.rt) }

// lines walks what a Nexter returns.
type lines struct {
	next object.Nexter
	rt   *object.Runtime
	err  error
}

// linesOf walks the lines of a file; it fails at once if that is closed.
func linesOf(f object.Nexter, rt *object.Runtime) starlark.Iterator {
	return &lines{next: f, rt: rt, err: checkOpen(rt.Current(), f)}
}

func (it *lines) Next(p *starlark.Value) bool {
	if it.err != nil {
		return false
	}
	v, err := it.next.NextValue(it.rt.Current())
	it.err = err
	if v == nil {
		return false
	}
	*p = v
	return true
}

func (it *lines) Err() error { return it.err }
func (it *lines) Done()      {}

// BlockingIOError is io.BlockingIOError of Python 2; Python 3's is a built-in.
var BlockingIOError = object.NewKind("__builtin__", "BlockingIOError", object.IOError, object.OSError)
