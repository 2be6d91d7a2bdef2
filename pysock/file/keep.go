package file

import (
	"runtime"
	"sync"
	"weak"

	"example.com/pysock/pysock/object"
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

// A holder holds back what was written.
type holder interface {
	comparable
	// finish brings out what is held back, and with close lets the descriptor
	// go, where that takes no code of a script's; nobody else uses the holder.
	finish(close bool)
	// writesTo returns the descriptor that it writes to in the end, or -1.
	writesTo() int
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
	return rt.Local(registryKey{}, func() any { return &registry{files: make(map[*kept]bool)} }).(*registry)
}

// keepOpen enters a file.
func keepOpen[T any, P interface {
	*T
	holder
}](rt *object.Runtime, f P) {
	r := registryOf(rt)
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
	runtime.SetFinalizer((*T)(f), nil) // it may have been entered before, by another __init__
	runtime.SetFinalizer((*T)(f), func(x *T) {
		P(x).finish(true)
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

// collect has files closed that nobody refers to. It reports whether there were
// any.
func collect(rt *object.Runtime) bool {
	found := false
	runtime.GC()
	for range 2 { // a text file's buffer goes a round later
		for _, k := range registryOf(rt).all() {
			if _, _, live := k.value(); !live {
				<-k.finished
				found = true
			}
		}
		runtime.GC()
	}
	return found
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
			collect(rt)
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

// pureRaw returns the FileIO that a buffer stands on, or nil.
func (b *Buffered) pureRaw() *FileIO {
	f, _ := b.raw.(*FileIO)
	if f == nil || f.shut {
		return nil
	}
	return f
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
