package object

import (
	"cmp"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"
	"weak"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/posix"
)

// Descriptors that a script drops.
//
// CPython closes a socket as soon as nobody refers to it, and the peer sees the
// end. Go's collector may come minutes later. So those who hold a descriptor
// are tracked here, and the collector is asked to look for them
//
//   - while a thread waits: idleDelay after it began to, if something is open that
//     scripts drop soon (a socket that is new, or whose stream came to its end),
//     else less often;
//   - when there are no descriptors left;
//   - when the script asks (gc.collect).
//
// A collection costs time in proportion to what is alive. How long the last one
// took says when the next one may come: it gets at most a twentieth of the time
// while something may have been dropped, else a two-hundredth. A server that
// closes what it accepts pays no more than the latter, even with ten thousand
// connections; one that has nothing open pays a look at a counter for each
// wait.
const (
	idleDelay    = 10 * time.Millisecond
	hotShare     = 20
	busyDelay    = 50 * time.Millisecond // where no wait is long
	quietDelay   = 100 * time.Millisecond
	quietShare   = 200
	againDelay   = time.Millisecond // after finalizers, but not twice in a row
	releaseLimit = time.Second      // how long Collect waits for cleanups to run
)

// What armed may be.
const (
	unarmed = iota
	armedQuiet
	armedHot
)

// A Resource is a tracked holder of a descriptor.
type Resource struct {
	set     *resources
	alive   func() bool
	release func(t *Thread)
	cleanup runtime.Cleanup
	done    chan struct{}
	epoch   uint // of the set when it was hot last
	birth   uint64
	gone    atomic.Bool // released, or let go
	what    any         // see Of
}

// resources are those of a runtime.
type resources struct {
	mu    sync.Mutex
	open  map[*Resource]struct{}
	count atomic.Int32
	born  uint64

	armed  atomic.Int32  // unarmed, or which look is on its way
	epoch  uint          // how many collections there were
	hot    atomic.Int32  // how many may be dropped soon: those of this epoch
	again  atomic.Bool   // finalizers may have dropped something
	second bool          // the last collection came at once after finalizers
	cost   time.Duration // of the last collection
	last   time.Time     // its end
	looker *time.Timer
}

// Track has release called when nobody refers to x any more: in another
// goroutine, without the interpreter's lock and a thread; or at the end of the
// script by the main thread. release must not refer to x.
func Track[T any](rt *Runtime, x *T, release func(t *Thread)) *Resource {
	w := weak.Make(x)
	r := &Resource{set: &rt.resources, release: release, done: make(chan struct{}), alive: func() bool { return w.Value() != nil }}
	s := r.set
	s.mu.Lock()
	if s.open == nil {
		s.open = make(map[*Resource]struct{})
	}
	s.open[r] = struct{}{}
	r.epoch = s.epoch
	s.born++
	r.birth = s.born
	s.hot.Add(1)
	s.count.Add(1)
	s.mu.Unlock()
	r.cleanup = runtime.AddCleanup(x, func(r *Resource) {
		r.letGo(nil)
		close(r.done)
	}, r)
	return r
}

// letGo releases what is held, once.
func (r *Resource) letGo(t *Thread) {
	if r.gone.CompareAndSwap(false, true) {
		r.release(t)
		r.forget()
	}
}

// Of notes what the resource holds, for Resources.
func (r *Resource) Of(what any) {
	r.set.mu.Lock()
	r.what = what
	r.set.mu.Unlock()
}

// Resources returns what is held by somebody whom a script refers to, as far as it was
// noted, in no order.
func (rt *Runtime) Resources() []any {
	s := &rt.resources
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []any
	for r := range s.open {
		if r.what != nil && r.alive() {
			list = append(list, r.what)
		}
	}
	return list
}

// Untrack tells that x has let its descriptor go by itself. Only one who holds
// x may call it.
func (r *Resource) Untrack() {
	r.cleanup.Stop()
	r.gone.Store(true)
	r.forget()
}

func (r *Resource) forget() {
	s := r.set
	s.mu.Lock()
	if _, ok := s.open[r]; ok {
		delete(s.open, r)
		s.count.Add(-1)
		if r.epoch == s.epoch {
			s.hot.Add(-1)
		}
	}
	s.mu.Unlock()
}

// MayDrop tells that the script may drop r soon.
func (r *Resource) MayDrop() {
	s := r.set
	s.mu.Lock()
	if _, open := s.open[r]; open && r.epoch != s.epoch {
		r.epoch = s.epoch
		s.hot.Add(1)
	}
	s.mu.Unlock()
}

// Dropped tells that a finalizer let go of something that holds descriptors: the
// next collection will find those.
func (rt *Runtime) Dropped() {
	s := &rt.resources
	s.again.Store(true)
	s.armed.Store(armedHot)
	s.arm(againDelay)
}

// idle is called when a thread begins to wait. One that is alone looks by itself
// when its wait has been long enough, or when it never is; a timer, which takes
// another thread of the system, is for those that wait in the shared poller.
func (s *resources) idle(w *netfd.Waiter) {
	w.Idle = 0
	if s.count.Load() == 0 {
		return
	}
	hot := s.hot.Load() > 0 || s.again.Load()
	if w.Alone() {
		delay := s.delay(hot)
		if hot && delay <= idleDelay && s.sinceLast() > busyDelay {
			s.look()
		} else {
			w.Idle = delay
		}
		return
	}
	want := int32(armedQuiet)
	if hot {
		want = armedHot
	}
	was := s.armed.Load()
	if was >= want || !s.armed.CompareAndSwap(was, want) {
		return
	}
	s.arm(s.delay(hot))
}

// delay is how long a wait has to be until a collection may come.
func (s *resources) delay(hot bool) time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	since := time.Since(s.last)
	if s.again.Load() && !s.second {
		return againDelay
	}
	if hot {
		return max(idleDelay, hotShare*s.cost-since)
	}
	return max(quietDelay, quietShare*s.cost-since)
}

func (s *resources) sinceLast() time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	return time.Since(s.last)
}

func (s *resources) arm(delay time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.looker == nil {
		s.looker = time.AfterFunc(delay, s.look)
	} else {
		s.looker.Reset(delay)
	}
}

// look has the collector find what was dropped. It is called without the
// interpreter's lock.
func (s *resources) look() {
	s.mu.Lock()
	s.epoch++
	s.hot.Store(0)
	s.second = s.again.Swap(false)
	s.armed.Store(unarmed) // who begins to wait now may have dropped something since
	s.mu.Unlock()
	start, used := time.Now(), posix.ProcessorTime()
	runtime.GC()
	used = posix.ProcessorTime() - used
	s.mu.Lock()
	s.last = time.Now()
	// Neither what others in the process did meanwhile counts, nor how long the
	// machine let it wait.
	s.cost = min(s.last.Sub(start), used)
	s.mu.Unlock()
}

// settle waits until what the last collection found dead is released.
func (s *resources) settle() {
	s.mu.Lock()
	var dead []*Resource
	for r := range s.open {
		if !r.alive() {
			dead = append(dead, r)
		}
	}
	s.mu.Unlock()
	late := time.NewTimer(releaseLimit)
	defer late.Stop()
	for _, r := range dead {
		select {
		case <-r.done:
		case <-late.C:
			return
		}
	}
}

// releaseAll releases all at the end, the newest first: it may stand on an older
// one.
func (s *resources) releaseAll(t *Thread) {
	s.mu.Lock()
	all := slices.SortedFunc(maps.Keys(s.open), func(a, b *Resource) int { return cmp.Compare(b.birth, a.birth) })
	s.mu.Unlock()
	for _, r := range all {
		r.cleanup.Stop()
		r.letGo(t)
	}
}

// stop ends the looks.
func (s *resources) stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.looker != nil {
		s.looker.Stop()
	}
}

// ReleaseUnused has descriptors closed that nobody refers to any more, and
// reports whether there were any. It is for one who got EMFILE.
func (rt *Runtime) ReleaseUnused() bool {
	open := func() int {
		n := int(rt.resources.count.Load())
		if files := rt.finalizers.collected; files != nil {
			n += files()
		}
		return n
	}
	before := open()
	if before == 0 {
		return false
	}
	for range 3 { // what refers to it may have a finalizer, which goes first
		runtime.GC()
		rt.resources.settle()
		if open() < before {
			return true
		}
	}
	return false
}

// Opening runs open, and once more where it failed for want of descriptors and
// there were some that nobody uses.
func (rt *Runtime) Opening(open func() error) error {
	err := open()
	if (err == posix.EMFILE || err == posix.ENFILE) && rt.ReleaseUnused() {
		err = open()
	}
	return err
}
