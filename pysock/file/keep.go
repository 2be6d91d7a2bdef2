package file

import (
	"maps"
	"runtime"
	"slices"
	"sync"
	"time"
	"weak"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"go.starlark.net/starlark"
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
// collected. What one of them holds back is brought out before somebody else
// opens the same file or asks for its size: see FlushSame.
//
// That is for files that are closed without a script's own code. What stands on
// an object of a script's is closed by the script's thread: object.OnDeath. So
// are the warnings told of what wasn't closed.

// A holder holds back what was written.
type holder interface {
	comparable
	keeper
	based
	starlark.Value
}

// A keeper is a holder as the registry uses it.
type keeper interface {
	// finish brings out what is held back, and with close lets the descriptor
	// go, where that takes no code of a script's. It reports false, and does
	// nothing, while a thread uses the file. It may be called from any goroutine.
	finish(close bool) bool
	// holdsBack tells whether there is something to bring out.
	holdsBack() bool
	// unclosed tells, before finish, whether there is a descriptor to let go.
	unclosed() bool
	// below is the file on which this one stands, or nil.
	below() starlark.Value
}

// kept is one holder, as the registry knows it.
type kept struct {
	value    func() keeper // nil if it was collected
	finished chan struct{} // closed when there is nothing more to wait for: see done
	once     sync.Once
	registry *registry
	birth    int
	held     bool   // in registry.held; guarded by the interpreter's lock
	id       fileID // its place there
}

// A fileID tells files on disks apart, whatever their names.
type fileID struct{ dev, ino uint64 }

func idOf(st *posix.Stat) fileID { return fileID{uint64(st.Dev), uint64(st.Ino)} }

// A registry knows the open files of a runtime.
type registry struct {
	mu    sync.Mutex
	files map[*kept]bool
	held  map[fileID]map[*kept]bool // those that may hold something back
	born  int

	asked int           // how often the collector was
	cost  time.Duration // of the last time
	last  time.Time     // its end
}

type registryKey struct{}

func registryOf(rt *object.Runtime) *registry {
	return rt.Local(registryKey{}, func() any {
		r := &registry{files: make(map[*kept]bool), held: make(map[fileID]map[*kept]bool)}
		rt.Collected(r.finishDead)
		rt.AtEnd(r.end)
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
	k := &kept{finished: make(chan struct{}), registry: r}
	f.base().entry = k
	k.value = func() keeper {
		if p := w.Value(); p != nil {
			return P(p)
		}
		return nil
	}
	r.mu.Lock()
	r.born++
	k.birth = r.born
	r.files[k] = true
	r.mu.Unlock()
	warns := rt.Dialect != dialect2 // a session may go on in another one
	runtime.SetFinalizer((*T)(f), func(x *T) {
		warn := warns && P(x).unclosed()
		if !P(x).finish(true) { // a thread uses what it stands on
			rt.Later(func(t *object.Thread) { finalize(t, P(x)) })
		} else if warn {
			rt.Later(func(t *object.Thread) { warnUnclosed(t, P(x)) })
		}
		r.mu.Lock()
		delete(r.files, k)
		r.drop(k)
		r.mu.Unlock()
		k.done()
	})
}

// done lets go who waits until the file, which was collected, is finished.
func (k *kept) done() { k.once.Do(func() { close(k.finished) }) }

// holds notes that the file may hold back something for f.
func (k *kept) holds(f *FileIO) {
	if k == nil || k.held || !f.disk {
		return
	}
	k.held = true
	r := k.registry
	r.mu.Lock()
	defer r.mu.Unlock()
	k.id = f.id
	if r.held[k.id] == nil {
		r.held[k.id] = make(map[*kept]bool)
	}
	r.held[k.id][k] = true
}

// drop takes k from those that hold something back.
func (r *registry) drop(k *kept) {
	delete(r.held[k.id], k)
	if len(r.held[k.id]) == 0 {
		delete(r.held, k.id)
	}
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

// holding returns the files that hold something back for a file on a disk. Those
// that were collected are done when it returns.
func (r *registry) holding(id fileID) (ks []*kept) {
	r.mu.Lock()
	for k := range r.held[id] {
		ks = append(ks, k)
	}
	r.mu.Unlock()
	n := 0
	for _, k := range ks {
		if f := k.value(); f == nil {
			<-k.finished
		} else if f.holdsBack() {
			ks[n] = k
			n++
		} else {
			k.held = false
			r.mu.Lock()
			r.drop(k)
			r.mu.Unlock()
		}
	}
	return ks[:n]
}

func flushEach(ks []*kept) {
	for _, k := range ks {
		if f := k.value(); f != nil {
			f.finish(false)
		} else {
			<-k.finished
		}
	}
}

// FlushAll brings out what all files of a runtime hold back. It is for the end
// of a script.
func FlushAll(rt *object.Runtime) { flushEach(registryOf(rt).all()) }

// end closes the files that the script has left open, those first that were
// opened first. The standard streams stay as they are.
func (r *registry) end(t *object.Thread) {
	type file interface {
		based
		starlark.Value
		keeper
	}
	covered := map[keeper]bool{} // what others stand on, which close it
	cover := func(v starlark.Value) keeper {
		k, ok := v.(keeper)
		if ok {
			covered[k] = true
		}
		return k
	}
	var left []file
	ks := r.all()
	slices.SortFunc(ks, func(a, b *kept) int { return a.birth - b.birth })
	for _, k := range ks {
		f, ok := k.value().(file)
		if !ok {
			<-k.finished
			continue
		}
		runtime.SetFinalizer(f, nil) // it would keep the runtime alive
		cover(f.below())
		left = append(left, f)
	}
	for _, f := range []starlark.Value{t.RT.Stdin, t.RT.Stdout, t.RT.Stderr} {
		for k := cover(f); k != nil; {
			k = cover(k.below())
		}
	}
	for _, f := range left {
		if !covered[f] {
			finalize(t, f)
			f.finish(true) // where a script's method doesn't
		}
	}
	for _, k := range ks { // no finalizer will say so
		k.done()
	}
}

// finishDead waits until files that nobody refers to are closed.
func (r *registry) finishDead() {
	for _, k := range r.all() {
		if k.value() == nil {
			<-k.finished
		}
	}
}

// FlushSame sees to it that what was written to a file of that path, by a file
// object that nobody refers to any more, is there. appends tells that the file
// is opened to be appended to, which shows nobody what is in it.
//
// Only the collector knows whether somebody refers to a file object: CPython
// wouldn't bring out what one holds back that is in use. But asking it costs
// milliseconds, and scripts do this in loops. So it is asked a few times, then
// only now and then; else what is held back is brought out in any case, which
// is what its owner may do whenever it likes.
func FlushSame(rt *object.Runtime, path string, appends bool) {
	r := registryOf(rt)
	r.mu.Lock()
	none := len(r.held) == 0
	r.mu.Unlock()
	var st posix.Stat
	if none || posix.Fstatat(posix.AT_FDCWD, path, &st, 0) != nil {
		return
	}
	r.bringOut(r.holding(idOf(&st)), appends)
}

// FlushDropped is FlushSame for all files at once. It is for when another program
// is about to start.
func FlushDropped(rt *object.Runtime) {
	r := registryOf(rt)
	r.mu.Lock()
	ids := slices.Collect(maps.Keys(r.held))
	r.mu.Unlock()
	var ks []*kept
	for _, id := range ids {
		ks = append(ks, r.holding(id)...)
	}
	r.bringOut(ks, false)
}

func (r *registry) bringOut(ks []*kept, appends bool) {
	if len(ks) > 0 && !appends && r.mayAsk() {
		start := time.Now()
		runtime.GC() // once will do: whoever holds something back brings it out first
		r.finishDead()
		r.last = time.Now()
		r.cost = r.last.Sub(start)
		r.asked++
		return
	}
	flushEach(ks)
}

const (
	freeAsking  = 16 // how often the collector may be asked, whatever it costs
	askingShare = 20 // then a twentieth of the time
)

// mayAsk tells whether the collector may be asked again.
func (r *registry) mayAsk() bool {
	return r.asked < freeAsking || time.Since(r.last) > askingShare*r.cost
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
	raw := bottom(source)
	if raw == nil {
		return
	}
	gone := raw.describe(t.RT.Dialect) // it may be closed by now
	name := gone
	if raw != source {
		name = t.RT.Repr(source)
	}
	t.WarnUnclosed("file "+name, gone)
}

// bottom is the raw file that others stand on, nil if it is none of ours.
func bottom(v starlark.Value) *FileIO {
	for {
		switch f := object.Unwrap(v).(type) {
		case *FileIO:
			return f
		case keeper:
			v = f.below()
		default:
			return nil
		}
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

func (f *FileIO) finish(shut bool) bool {
	if shut && f.dst == nil && f.src == nil {
		f.close(nil)
	}
	return true
}

func (f *FileIO) holdsBack() bool { return false }

func (f *FileIO) below() starlark.Value { return nil }

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

func (b *Buffered) finish(shut bool) bool {
	if !b.lock.try() {
		return false
	}
	defer b.lock.leave()
	b.bringOut(shut)
	return true
}

// bringOut is finish, of who has the lock.
func (b *Buffered) bringOut(shut bool) {
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

func (b *Buffered) below() starlark.Value {
	if b.raw == nil {
		return nil
	}
	return b.raw.object()
}

func (b *Buffered) holdsBack() bool { return b.writes && len(b.out) > 0 && b.pureRaw() != nil }

func (x *Text) finish(shut bool) bool {
	b, ok := x.buffer.(*Buffered)
	if !ok {
		return true
	}
	if !b.lock.try() {
		return false
	}
	defer b.lock.leave()
	if _, ok := b.raw.(goRaw); !ok && b.pureRaw() == nil {
		return true
	}
	b.out = append(b.out, x.pending...)
	x.pending = nil
	b.bringOut(shut)
	return true
}

func (x *Text) below() starlark.Value {
	if x.buffer == nil {
		return nil
	}
	return x.buffer.object()
}

func (x *Text) holdsBack() bool {
	b, ok := x.buffer.(*Buffered)
	return ok && (len(x.pending) > 0 && b.pureRaw() != nil || b.holdsBack())
}

func (x *Text) unclosed() bool {
	b, ok := x.buffer.(*Buffered)
	return ok && b.unclosed()
}
