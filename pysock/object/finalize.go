package object

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"
	"weak"

	"go.starlark.net/starlark"
)

// When __del__ is called, and when weak references die.
//
// CPython counts references; here Go's collector finds out what nobody holds,
// some time later. An instance whose class has __del__ gets a finalizer, which
// only puts it into a queue: the script's own thread calls __del__ when it
// next looks around, as it does every few hundred steps, or in the midst of a
// wait. What holds:
//
//   - del of a name that was bound to an instance with __del__ or to a generator
//     that is suspended, or while there are weak references, collects at once, and so do gc.collect() and looking
//     at what a weak reference refers to, as long as that
//     is neither often nor long: see collectBudget;
//   - at exit, __del__ is called for every instance that is left, the oldest
//     first, and then files are closed, the newest first: it stands on the older;
//   - an object that is dropped in another way (its function returns, the name
//     is bound to something else) is found by the collector's next run.
//
// A class without __del__ pays one look into the class when it is called.
//
// Files that take a script's own code to be closed die in the same way: see
// OnDeath.

// A script that lets things go gets so many collections that it didn't ask for,
// and more while they haven't taken longer than the budget: the number keeps
// short scripts the same on a busy machine.
const (
	freeCollections = 200
	collectBudget   = 500 * time.Millisecond
)

// finalizers are what is done for what dies in a runtime.
type finalizers struct {
	mu      sync.Mutex
	dead    []func(t *Thread)
	arrived int // how many finalizers have run
	wake    chan struct{}
	later   []func(t *Thread)
	pending atomic.Bool
	rouse   func() // interrupts the main thread's wait

	live  []mortal
	died  int // how many of live have died
	soon  int // collections that the script didn't ask for, and how long they took
	spent time.Duration

	// afterCollect calls the callbacks of weak references that died; collected
	// waits for what else the collector starts.
	afterCollect func(t *Thread)
	collected    func()
}

// A mortal is a value that is finalized.
type mortal interface {
	alive() bool
	isFile() bool
	// dieNow finalizes it, if it is alive: at exit.
	dieNow(t *Thread)
	// spare has it never finalized.
	spare()
}

// A mortalOf is one of type *T.
type mortalOf[T any] struct {
	w    weak.Pointer[T]
	die  func(t *Thread, x *T)
	file bool
}

func (m *mortalOf[T]) alive() bool  { return m.w.Value() != nil }
func (m *mortalOf[T]) isFile() bool { return m.file }

func (m *mortalOf[T]) dieNow(t *Thread) {
	if x := m.w.Value(); x != nil {
		runtime.SetFinalizer(x, nil)
		m.die(t, x)
	}
}

func (m *mortalOf[T]) spare() {
	if x := m.w.Value(); x != nil {
		runtime.SetFinalizer(x, nil)
	}
}

// finalizes reports whether instances of the class have __del__.
func (c *Class) finalizes() bool {
	if c.OldStyle {
		return c.Lookup("__del__") != nil
	}
	return c.special("__del__") != nil
}

// finalize has __del__ called when nobody holds x any more.
func (f *finalizers) finalize(x *Instance) {
	file := slices.ContainsFunc(x.class.MRO, func(c *Class) bool { return c.File })
	onDeath(f, x, file, func(t *Thread, x *Instance) { t.del(x) })
}

// OnDeath has a file closed by die, in a thread of rt's, when nobody holds it any
// more, or at exit. It is called once for a file.
func OnDeath[T any](rt *Runtime, x *T, die func(t *Thread, x *T)) {
	onDeath(&rt.finalizers, x, true, die)
}

func onDeath[T any](f *finalizers, x *T, file bool, die func(t *Thread, x *T)) {
	if f.wake == nil {
		f.wake = make(chan struct{}, 1)
	}
	f.live = append(f.live, &mortalOf[T]{weak.Make(x), die, file})
	runtime.SetFinalizer(x, func(x *T) {
		f.mu.Lock()
		f.dead = append(f.dead, func(t *Thread) { die(t, x) })
		f.arrived++
		f.mu.Unlock()
		f.call()
		select {
		case f.wake <- struct{}{}:
		default:
		}
	})
}

// Collect runs Go's collector, and then what waited for something to die. It
// returns how many instances with __del__ did.
func (t *Thread) Collect() int {
	f := &t.RT.finalizers
	runtime.GC()
	t.RT.resources.settle()
	kept, n := f.live[:0], 0
	for _, m := range f.live {
		if !m.alive() {
			n++
		} else {
			kept = append(kept, m)
		}
	}
	clear(f.live[len(kept):])
	f.live = kept
	f.died += n
	late := time.NewTimer(time.Second)
	defer late.Stop()
	for waiting := true; waiting; {
		f.mu.Lock()
		waiting = f.arrived < f.died
		f.mu.Unlock()
		if waiting {
			select {
			case <-f.wake:
			case <-late.C:
				waiting = false
			}
		}
	}
	if f.collected != nil {
		f.collected()
	}
	t.finalizeDead()
	t.RT.suspended.closeDropped()
	if f.afterCollect != nil {
		f.afterCollect(t)
	}
	return n
}

// CollectSoon is Collect where a script didn't ask for it.
func (t *Thread) CollectSoon() {
	f := &t.RT.finalizers
	if f.soon++; f.soon <= freeCollections || f.spent < collectBudget {
		start := time.Now()
		t.Collect()
		f.spent += time.Since(start)
	}
}

// AfterCollect sets what is called after each collection that a script could
// notice.
func (rt *Runtime) AfterCollect(f func(t *Thread)) { rt.finalizers.afterCollect = f }

// Later has f called by the thread that runs next, soon. It may be called from
// any goroutine.
func (rt *Runtime) Later(f func(t *Thread)) {
	rt.finalizers.mu.Lock()
	rt.finalizers.later = append(rt.finalizers.later, f)
	rt.finalizers.mu.Unlock()
	rt.finalizers.call()
}

// call has the queues looked at: where the main thread waits, it does so in the
// midst of its wait.
func (f *finalizers) call() {
	if !f.pending.Swap(true) && f.rouse != nil {
		f.rouse()
	}
}

// Collected sets what is called after each collection, before what died is
// finalized. It has files closed.
func (rt *Runtime) Collected(f func()) { rt.finalizers.collected = f }

// finalizeDead finalizes what is in the queue, and calls what Later put off.
func (t *Thread) finalizeDead() {
	f := &t.RT.finalizers
	for f.pending.Swap(false) {
		f.mu.Lock()
		dead, later := f.dead, f.later
		f.dead, f.later = nil, nil
		f.mu.Unlock()
		for _, call := range later {
			call(t)
		}
		for _, die := range dead {
			die(t)
		}
		t.RT.Dropped() // they held something, perhaps
	}
}

// del calls x.__del__(); what it raises is told and forgotten.
func (t *Thread) del(x *Instance) {
	m := x.Special("__del__")
	if m == nil {
		return
	}
	if _, err := t.Call(m); err != nil && t.RT.Unraisable != nil {
		if b, ok := m.(*BoundMethod); ok && !x.class.py2 {
			m = b.Func
		}
		t.RT.Unraisable(Raise(t.Catch(err, t.Star.CallStackDepth())), m)
	}
}

// Finalizable reports whether somebody could notice that v dies: it is a
// generator that is suspended, or there are instances with __del__ or weak
// references, and v isn't a plain number or text.
func (rt *Runtime) Finalizable(v starlark.Value) bool {
	f := &rt.finalizers
	if g, ok := v.(*Generator); ok { // it has a finally clause to run, perhaps
		return g.started && !g.done
	}
	if len(f.live) == 0 && f.afterCollect == nil {
		return false
	}
	switch v.(type) {
	case *Instance, *List, *Dict, starlark.Tuple, *Set, *starlark.Function, *Class:
		return true
	}
	return false
}

// lastRounds is how often what finalizers have made is finalized.
const lastRounds = 10

// FinalizeAll finalizes all that is left: at exit.
func (rt *Runtime) FinalizeAll() {
	f := &rt.finalizers
	t := rt.Current()
	for range lastRounds {
		if len(f.live) == 0 && !f.pending.Load() {
			return
		}
		t.finalizeDead()
		live := f.live
		f.live = nil
		for _, m := range live {
			if !m.isFile() {
				m.dieNow(t)
			}
		}
		for _, m := range slices.Backward(live) {
			if m.isFile() {
				m.dieNow(t)
			}
		}
		t.finalizeDead()
	}
}

// oldestFirst turns round the order of what Later put off.
func (f *finalizers) oldestFirst() {
	f.mu.Lock()
	slices.Reverse(f.later)
	f.mu.Unlock()
}

// spareAll takes all that is left away from the collector: their finalizers would
// keep the runtime alive.
func (f *finalizers) spareAll() {
	for _, m := range f.live {
		m.spare()
	}
	f.live = nil
}
