package object

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"
	"unsafe"
	"weak"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/posix"
)

// Descriptors that a script drops.
//
// CPython closes a socket as soon as nobody refers to it, and the peer sees the
// end. Go's collector may come minutes later. So those who hold a descriptor
// are tracked here, and looked for (see search): in the midst of a wait that has
// lasted for idleDelay, and every so often by threads that are too busy to
// wait so long. Where the search finds all of them it has cost some
// microseconds; that is what a server pays that closes what it accepts. Where it
// misses one the collector is asked, which costs time in proportion to all that
// is alive:
//
//   - a thread that waits has nothing better to do: there may be a collection as
//     soon as the last one is over for idleShare times what that took;
//   - between threads that are busy collections get a twentieth of the time, or one
//     of them comes every busyDelay, if that is more, but never more than while all wait;
//   - what a collection leaves alive, though the search doesn't find it, is held by
//     Go code: the next collection on its account waits twice as long, and so on, up
//     to quietShare times what one takes;
//   - a search that was broken off, in a script with very much to search, is taken for
//     one that missed what is new.
//
// So with collections of 2 ms the peer of a server that waits sees the end in some 15
// ms, that of a busy one in some 30 ms. It takes longer than a tenth of a second
// where a collection takes 20 ms.
//
// The collector is asked also when there are no descriptors left, and
// when the script asks (gc.collect).
const (
	idleDelay    = 10 * time.Millisecond
	idleShare    = 4
	busyDelay    = 25 * time.Millisecond
	busyShare    = 20
	quietShare   = 200
	maxDoubts    = 10
	searchShare  = 50               // searches get that part of the time
	againDelay   = time.Millisecond // after finalizers, but not twice in a row
	releaseLimit = time.Second      // how long Collect waits for what died to be released
)

// A Resource is a tracked holder of a descriptor.
type Resource struct {
	set     *resources
	holder  weak.Pointer[byte]
	release func(t *Thread)
	what    any         // see Resources
	gone    atomic.Bool // released, or let go

	older, newer *Resource // in the list of those that are open

	stamp  uint         // of the last search that found it; guarded by the interpreter's lock
	doubts atomic.Int32 // collections that it outlived since a search found it last
}

// resources are those of a runtime.
type resources struct {
	mu        sync.Mutex
	newest    *Resource
	count     atomic.Int32
	releasing sync.Mutex
	watching  atomic.Bool // what comes after collections is called: see sentinel

	// Guarded by the interpreter's lock:
	searches uint
	searched time.Time     // when the last search was over
	took     time.Duration // how long it took

	collecting atomic.Bool
	armed      atomic.Bool // a look is on its way
	again      atomic.Bool // finalizers may have dropped something
	second     atomic.Bool // the last collection came at once after finalizers

	// Guarded by mu:
	cost    time.Duration // of the last collection
	last    time.Time     // its end
	looker  *time.Timer
	stopped bool
}

// Track has release called when nobody refers to x any more: in another
// goroutine, without the interpreter's lock and a thread; or at the end of the
// script by the main thread. release must not refer to x. what is for Resources.
// A finalizer of x itself (not of one who refers to x) would come after release.
func Track[T any](rt *Runtime, x *T, what any, release func(t *Thread)) *Resource {
	r := &Resource{set: &rt.resources, holder: weak.Make((*byte)(unsafe.Pointer(x))), what: what, release: release}
	s := r.set
	s.mu.Lock()
	if r.older = s.newest; r.older != nil {
		r.older.newer = r
	}
	s.newest = r
	s.count.Add(1)
	s.mu.Unlock()
	s.attend()
	return r
}

// A sentinel dies in the next collection. It tells that there was one, which costs a
// runtime with many sockets that come and go less than a cleanup for each of them.
type sentinel struct{ _ *resources }

// attend has what died released after each collection, while anything is open.
func (s *resources) attend() {
	if !s.watching.Load() && !s.watching.Swap(true) {
		runtime.AddCleanup(new(sentinel), (*resources).collected, s)
	}
}

// collected is called in a goroutine of Go's after a collection. The next one is
// attended to before this one's dead are looked for, so that none is missed.
func (s *resources) collected() {
	s.watching.Store(false)
	if s.count.Load() > 0 {
		s.attend()
		s.releaseDead()
	}
}

// releaseDead releases what nobody refers to any more, by one caller at a time: once it
// returns it has been released.
func (s *resources) releaseDead() {
	s.releasing.Lock()
	defer s.releasing.Unlock()
	for _, r := range s.all() {
		if !r.alive() {
			r.letGo(nil)
		}
	}
}

// all are those that are open, the newest first.
func (s *resources) all() []*Resource {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := make([]*Resource, 0, s.count.Load())
	for r := s.newest; r != nil; r = r.older {
		list = append(list, r)
	}
	return list
}

func (r *Resource) alive() bool { return r.holder.Value() != nil }

// letGo releases what is held, once.
func (r *Resource) letGo(t *Thread) {
	if r.gone.CompareAndSwap(false, true) {
		r.release(t)
		r.forget()
	}
}

// Resources returns what is held by somebody whom a script refers to, as far as it was
// noted, in no order.
func (rt *Runtime) Resources() []any {
	var list []any
	for _, r := range rt.resources.all() {
		if r.what != nil && r.alive() {
			list = append(list, r.what)
		}
	}
	return list
}

// Untrack tells that x has let its descriptor go by itself. Only one who holds
// x may call it.
func (r *Resource) Untrack() {
	r.gone.Store(true)
	r.forget()
}

// forget takes it from the list, once.
func (r *Resource) forget() {
	s := r.set
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case r.newer != nil:
		r.newer.older = r.older
	case s.newest == r:
		s.newest = r.older
	default:
		return
	}
	if r.older != nil {
		r.older.newer = r.newer
	}
	r.older, r.newer = nil, nil
	s.count.Add(-1)
}

// Dropped tells that a finalizer let go of something that holds descriptors: the
// next collection will find those.
func (rt *Runtime) Dropped() {
	if s := &rt.resources; s.count.Load() > 0 {
		s.again.Store(true)
		s.armed.Store(true)
		rt.arm(againDelay)
	}
}

// idle is called when a thread begins to wait, and holds the interpreter's lock
// still. A thread that is alone looks by itself when its wait has been long enough;
// a timer, which takes another thread of the system, is for those that wait in the
// shared poller. Where a collection is due at once, it returns on whose account.
func (rt *Runtime) idle(w *netfd.Waiter) []*Resource {
	s := &rt.resources
	w.Idle = 0
	if s.count.Load() == 0 || rt.Ending() {
		return nil
	}
	since := time.Since(s.searched)
	missed := rt.overdue(since)
	delay := idleDelay
	if s.again.Load() && !s.second.Load() {
		delay = againDelay
	}
	if delay = max(delay, searchShare*s.took-since); w.Alone() {
		w.Idle = delay
	} else {
		rt.watch(delay)
	}
	return missed
}

// watch has a look come after that time, or sooner, if anything is open.
func (rt *Runtime) watch(delay time.Duration) {
	if s := &rt.resources; s.count.Load() > 0 && !s.armed.Swap(true) {
		rt.arm(delay)
	}
}

// overdue searches where busy threads come by, and returns what it misses if a
// collection is due. The caller holds the interpreter's lock; the last search was
// so long ago.
func (rt *Runtime) overdue(since time.Duration) []*Resource {
	s := &rt.resources
	if since < busyDelay || since < searchShare*s.took || s.count.Load() == 0 || rt.Ending() {
		return nil
	}
	if missed, whole := rt.missing(); s.delay(missed, whole, true) == 0 {
		return missed
	}
	return nil
}

// look is called in the midst of a wait, without the interpreter's lock. It
// returns when to look again in the same wait, 0 for not.
func (rt *Runtime) look() time.Duration {
	s := &rt.resources
	if s.count.Load() == 0 || rt.Ending() { // at the end all is released in order
		return 0
	}
	if !rt.lock.try() {
		return idleDelay
	}
	missed, whole := rt.missing()
	rt.lock.unlock()
	delay := s.delay(missed, whole, false)
	switch {
	case len(missed) == 0:
		s.again.Store(false)
		return 0
	case delay > 0:
		return delay
	case !s.collect(missed):
		return idleDelay
	}
	// What is alive still may have been dropped all the same: a collection spares what
	// somebody asked for by its weak pointer meanwhile, and what a finalizer refers to.
	if missed = slices.DeleteFunc(missed, func(r *Resource) bool { return !r.alive() }); len(missed) == 0 {
		return 0
	}
	return max(idleDelay, s.delay(missed, whole, false))
}

// arm has a look come after that time.
func (rt *Runtime) arm(delay time.Duration) {
	s := &rt.resources
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.stopped:
	case s.looker != nil:
		s.looker.Reset(delay)
	default:
		s.looker = time.AfterFunc(delay, func() {
			s.armed.Store(false) // who begins to wait now may have dropped something since
			if delay := rt.look(); delay > 0 {
				rt.watch(delay)
			}
		})
	}
}

// missing returns the resources that a search doesn't find, and whether it came to its
// end. The caller holds the interpreter's lock.
func (rt *Runtime) missing() (missed []*Resource, whole bool) {
	s := &rt.resources
	begin := time.Now()
	s.searches++
	f := search{rt: rt, begin: begin, stamp: s.searches, left: int(s.count.Load())}
	whole = f.run()
	if f.left > 0 {
		for _, r := range s.all() {
			if r.stamp != s.searches {
				missed = append(missed, r)
			}
		}
	}
	s.searched = time.Now()
	s.took = s.searched.Sub(begin)
	return missed, whole
}

// delay is how long it is to the next collection on account of what a search has
// missed; less than 0 if there is to be none.
func (s *resources) delay(missed []*Resource, whole, busy bool) time.Duration {
	if len(missed) == 0 {
		return -1
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	again := s.again.Load()
	if again && !s.second.Load() {
		return 0
	}
	doubts := missed[0].doubts.Load()
	if again {
		doubts = 0
	}
	for _, r := range missed {
		doubts = min(doubts, r.doubts.Load())
	}
	gap := idleShare * s.cost
	switch {
	case !whole && doubts > 0:
		gap = quietShare * s.cost
	case !whole:
		gap = busyShare * s.cost
	case busy:
		gap = max(gap, min(busyShare*s.cost, busyDelay))
	}
	if doubts > 0 {
		gap = min(max(gap, idleDelay)<<min(doubts, maxDoubts), max(gap, quietShare*s.cost))
	}
	return max(0, gap-time.Since(s.last))
}

// collect has the collector find what was dropped. It is called with or without the
// interpreter's lock, once a search has missed something. It reports false where
// somebody else is at it.
func (s *resources) collect(missed []*Resource) bool {
	if !s.collecting.CompareAndSwap(false, true) {
		return false
	}
	defer s.collecting.Store(false)
	s.second.Store(s.again.Swap(false))
	start, used := time.Now(), posix.ProcessorTime()
	runtime.GC()
	used = posix.ProcessorTime() - used
	for _, r := range missed {
		if r.alive() {
			r.doubts.Add(1)
		}
	}
	s.mu.Lock()
	s.last = time.Now()
	// Neither what others in the process did meanwhile counts, nor how long the
	// machine let it wait.
	s.cost = min(s.last.Sub(start), used)
	s.mu.Unlock()
	return true
}

// settle waits until what the last collection found dead is released.
func (s *resources) settle() {
	if s.count.Load() == 0 {
		return
	}
	done := make(chan struct{})
	go func() {
		s.releaseDead()
		close(done)
	}()
	late := time.NewTimer(releaseLimit)
	defer late.Stop()
	select {
	case <-done:
	case <-late.C:
	}
}

// releaseAll releases all at the end, the newest first: it may stand on an older
// one.
func (s *resources) releaseAll(t *Thread) {
	for _, r := range s.all() {
		r.letGo(t)
	}
}

// stop ends the looks.
func (s *resources) stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stopped = true
	if s.looker != nil {
		s.looker.Stop()
	}
}

// openTries is how often the collector is asked for descriptors: what refers to one may
// have a finalizer, which goes first.
const openTries = 3

// Opening runs open, and again where it failed for want of descriptors, once those are
// closed that nobody refers to any more. It doesn't ask how many those were: a
// collection that came by itself may have closed them a moment before.
func (rt *Runtime) Opening(open func() error) error {
	err := open()
	for range openTries {
		if err != posix.EMFILE && err != posix.ENFILE {
			break
		}
		runtime.GC()
		rt.resources.settle()
		if files := rt.finalizers.collected; files != nil {
			files()
		}
		err = open()
	}
	return err
}
