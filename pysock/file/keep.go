package file

import (
	"runtime"
	"sync"
	"weak"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// Files that a script never closes.
//
// CPython closes a file as soon as nobody refers to it, so scripts write
//
//	open(name, "w").write(s)
//	print open(name).read()
//
// Go's collector comes later. So files that may hold something back are known
// here, by weak pointers: they are flushed at exit, and closed when they are
// collected; and where a file is opened that one of them writes to, the
// collector is asked at once whether that one is still in use.
//
// That is for files that are closed without a script's own code. What stands on
// an object of a script's is closed by the script's thread: object.OnDeath. So
// are the warnings told of what wasn't closed.

// A holder holds back what was written.
type holder interface {
	comparable
	// finish brings out what is held back, and with close lets the descriptor
	// go, where that takes no code of a script's; nobody else uses the holder.
	finish(close bool)
	// writesTo returns the descriptor that it writes to in the end, or -1.
	writesTo() int
	// unclosed tells, before finish, whether there is a descriptor to let go.
	unclosed() bool
	based
	starlark.Value
}

// kept is one holder, as the registry knows it.
type kept struct {
	value    func() (flush func(), fd int, live bool) // of what the pointer points to
	finished chan struct{}
	fd       int
}

// A registry knows the open files of a runtime.
type registry struct {
	mu    sync.Mutex
	files map[*kept]bool
}

type registryKey struct{}

func registryOf(rt *object.Runtime) *registry {
	return rt.Local(registryKey{}, func() any {
		r := &registry{files: make(map[*kept]bool)}
		rt.Collected(func() { r.finishDead() })
		return r
	}).(*registry)
}

// keepOpen enters a file.
func keepOpen[T any, P interface {
	*T
	holder
}](rt *object.Runtime, f P) {
	r := registryOf(rt)
	if f.base().kept { // by another __init__
		return
	}
	f.base().kept = true
	w := weak.Make((*T)(f))
	k := &kept{finished: make(chan struct{}), fd: f.writesTo()}
	k.value = func() (func(), int, bool) {
		p := P(w.Value())
		if p == nil {
			return nil, -1, false
		}
		return func() { p.finish(false) }, p.writesTo(), true
	}
	r.mu.Lock()
	r.files[k] = true
	r.mu.Unlock()
	runtime.SetFinalizer((*T)(f), func(x *T) {
		warn := rt.Dialect != dialect2 && P(x).unclosed()
		P(x).finish(true)
		if warn {
			rt.Later(func(t *object.Thread) { warnUnclosed(t, P(x)) })
		}
		r.mu.Lock()
		delete(r.files, k)
		r.mu.Unlock()
		close(k.finished)
	})
}

func (r *registry) all() []*kept {
	r.mu.Lock()
	defer r.mu.Unlock()
	ks := make([]*kept, 0, len(r.files))
	for k := range r.files {
		ks = append(ks, k)
	}
	return ks
}

// FlushAll brings out what all files of a runtime hold back. It is for the end
// of a script.
func FlushAll(rt *object.Runtime) {
	for _, k := range registryOf(rt).all() {
		if flush, _, live := k.value(); live {
			flush()
		} else {
			<-k.finished
		}
	}
}

// finishDead waits until files that nobody refers to are closed. It reports
// whether there were any.
func (r *registry) finishDead() bool {
	found := false
	for _, k := range r.all() {
		if _, _, live := k.value(); !live {
			<-k.finished
			found = true
		}
	}
	return found
}

// collect has files closed that nobody refers to. It reports whether there were
// any.
func collect(rt *object.Runtime) bool {
	found := false
	runtime.GC()
	for range 2 { // a text file's buffer goes a round later
		found = registryOf(rt).finishDead() || found
		runtime.GC()
	}
	return found
}

// closeLater closes a file that stands on an object of a script's, when nobody
// holds it any more. An instance of a class that derives from the file's has its
// __del__ for that.
func closeLater[T any, P interface {
	*T
	based
	starlark.Value
}](rt *object.Runtime, x P) {
	if x.base().kept {
		return
	}
	x.base().kept = true
	object.OnDeath(rt, (*T)(x), func(t *object.Thread, x *T) {
		if P(x).base().of == nil {
			finalize(t, P(x))
		}
	})
}

// warnUnclosed tells whoever listens that a file wasn't closed (ResourceWarning).
func warnUnclosed(t *object.Thread, source starlark.Value) {
	warnings := t.RT.Modules.GetString("warnings")
	if warnings == nil || warnings == starlark.None {
		return // by default, nobody sees these
	}
	name := ""
	if f, ok := source.(*FileIO); ok {
		name = f.describe(t.RT.Dialect) // it may be closed by now
	} else {
		name = t.RT.Repr(source)
	}
	err := t.Failed()
	if err == nil {
		_, err = callMethod(t, warnings, "warn", t.RT.Str("unclosed file "+name),
			object.BuiltinKind("ResourceWarning").Class(t.RT.Dialect), starlark.MakeInt(1), source)
	}
	if err != nil && t.RT.Unraisable != nil {
		t.RT.Unraisable(object.Raise(t.Exception(err)), source)
	}
}

// warnBelow has a raw file warn that source, which stands on it, wasn't closed.
func warnBelow(t *object.Thread, raw, source starlark.Value) {
	if f, ok := raw.(*FileIO); ok {
		f.warn(t, source)
		return
	}
	callMethod(t, raw, "_dealloc_warn", source) // those that know how to
}

// FlushSame sees to it that what was written to a file of that path, by a file
// object that nobody refers to any more, is there.
func FlushSame(rt *object.Runtime, path string) {
	files := registryOf(rt).all()
	if len(files) == 0 {
		return
	}
	var want, have unix.Stat_t
	if unix.Stat(path, &want) != nil {
		return
	}
	for _, k := range files {
		_, fd, live := k.value()
		if !live {
			<-k.finished
			continue
		}
		if fd >= 0 && unix.Fstat(fd, &have) == nil && have.Ino == want.Ino && have.Dev == want.Dev {
			runtime.GC() // once will do: whoever holds something back brings it out first
			registryOf(rt).finishDead()
			return
		}
	}
}

func (f *FileIO) finish(shut bool) {
	if shut && f.dst == nil && f.src == nil {
		f.close(nil)
	}
}

func (f *FileIO) writesTo() int { return -1 }

func (f *FileIO) unclosed() bool { return !f.shut && !f.keep && f.dst == nil && f.src == nil }

// warn tells that source wasn't closed, if that leaves f open.
func (f *FileIO) warn(t *object.Thread, source starlark.Value) {
	if t.RT.Dialect != dialect2 && f.unclosed() {
		warnUnclosed(t, source)
	}
}

// pureRaw returns the FileIO that a buffer stands on, or nil.
func (b *Buffered) pureRaw() *FileIO {
	f, _ := b.raw.(*FileIO)
	if f == nil || f.shut {
		return nil
	}
	return f
}

// plain reports whether no script's code takes part in closing the file.
func (b *Buffered) plain() bool {
	_, script := b.raw.(scriptRaw)
	return !script
}

// keep sees to it that the file is closed in the end.
func (b *Buffered) keep(rt *object.Runtime) {
	if b.plain() {
		keepOpen(rt, b)
	} else {
		closeLater(rt, b)
	}
}

func (x *Text) keep(rt *object.Runtime) {
	if b, ok := x.buffer.(*Buffered); ok && b.plain() {
		keepOpen(rt, x)
	} else {
		closeLater(rt, x)
	}
}

func (b *Buffered) unclosed() bool {
	f := b.pureRaw()
	return f != nil && f.unclosed()
}

func (b *Buffered) finish(shut bool) {
	if r, ok := b.raw.(goRaw); ok && shut {
		r.Drop(b.out)
		b.out = nil
		return
	}
	f := b.pureRaw()
	if f == nil {
		return
	}
	for len(b.out) > 0 {
		n, err := f.write(nil, b.out)
		if err != nil {
			break
		}
		b.out = b.out[n:]
	}
	f.finish(shut)
}

func (b *Buffered) writesTo() int {
	if f := b.pureRaw(); f != nil && b.writes && len(b.out) > 0 {
		return f.sysfd
	}
	return -1
}

func (x *Text) finish(shut bool) {
	b, ok := x.buffer.(*Buffered)
	if !ok {
		return
	}
	if _, ok := b.raw.(goRaw); !ok && b.pureRaw() == nil {
		return
	}
	b.out = append(b.out, x.pending...)
	x.pending = nil
	b.finish(shut)
}

func (x *Text) unclosed() bool {
	b, ok := x.buffer.(*Buffered)
	return ok && b.unclosed()
}

func (x *Text) writesTo() int {
	b, ok := x.buffer.(*Buffered)
	if !ok {
		return -1
	}
	if f := b.pureRaw(); f != nil && len(x.pending) > 0 {
		return f.sysfd
	}
	return b.writesTo()
}
