package object

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"
	"weak"

	"example.com/pysock/pysock/syntax"
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
//   - what a script drops is finalized at the end of the statement that does so,
//     or before its function returns, in files that define something to be
//     finalized, as long as there isn't much to look for: see settle.go;
//   - del of a name that was bound to an instance with __del__ or to a generator
//     that is suspended, or while there are weak references, collects at once, and
//     so does looking at what a weak reference refers to, as long as that is
//     neither often nor long: see collectBudget; gc.collect() does so always;
//   - what refers to itself lives until gc.collect(), or with __del__ until exit;
//     what hangs on it and isn't part of the circle may die before;
//   - at exit, __del__ is called for every instance that is left, the oldest
//     first, and then files are closed, the newest first: it stands on the older;
//   - an object that is dropped otherwise is found by the collector's next run.
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
	dead    []death
	arrived int // how many finalizers have run
	wake    chan struct{}
	later   []func(t *Thread)
	pending atomic.Bool
	rouse   func() // interrupts the main thread's wait

	live  []mortal
	born  int // how many have been in live
	died  int // how many of live have died
	soon  int // collections that the script didn't ask for, and how long they took
	spent time.Duration

	watched  []*watched
	settling settling

	// afterCollect calls the callbacks of weak references that died; collected
	// waits for what else the collector starts.
	afterCollect func(t *Thread)
	collected    func()
}

// A death is what is done for the one that was born as the nth.
type death struct {
	n   int
	of  *doubts
	die func(t *Thread)
}

// A mortal is a value that is finalized.
type mortal interface {
	wanted
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
	doubts
}

func (m *mortalOf[T]) alive() bool  { return m.w.Value() != nil }
func (m *mortalOf[T]) isFile() bool { return m.file }

func (m *mortalOf[T]) value() starlark.Value {
	if x := m.w.Value(); x != nil {
		v, _ := any(x).(starlark.Value)
		return v
	}
	return nil
}

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
	m := &mortalOf[T]{w: weak.Make(x), die: die, file: file}
	f.live = append(f.live, m)
	f.born++
	n, of := f.born, &m.doubts
	runtime.SetFinalizer(x, func(x *T) {
		f.mu.Lock()
		f.dead = append(f.dead, death{n, of, func(t *Thread) { die(t, x) }})
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
	f.pending.Store(true) // the finalizer that has filled the queue last may be about to say so
	t.finalizeDead()
	t.RT.suspended.closeDropped()
	if f.afterCollect != nil {
		f.afterCollect(t)
	}
	return n
}

// CollectAll is what a script asks for, gc.collect(): Collect, where what refers to itself
// dies, too, but for what has __del__. It returns how much died.
func (t *Thread) CollectAll() int {
	f := &t.RT.finalizers
	n := len(f.settling.pinned)
	f.settling.pinned = nil
	n += t.Collect()
	return n + t.Collect() // what a generator held that was closed
}

// CollectSoon is Collect where a script didn't ask for it.
func (t *Thread) CollectSoon() {
	f := &t.RT.finalizers
	if f.soon++; f.soon <= freeCollections || f.spent < collectBudget {
		start := time.Now()
		t.RT.lost(nil) // which keeps what refers to itself
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
		inOrder(dead)
		for _, d := range dead {
			d.die(t)
		}
		t.RT.Dropped() // they held something, perhaps
	}
}

// inOrder sorts deaths: the oldest first, but those that were in the same list or tuple
// from its end.
func inOrder(dead []death) {
	slices.SortFunc(dead, func(a, b death) int { return a.n - b.n })
	places := make(map[uintptr][]int)
	for i, d := range dead {
		if d.of.in != 0 {
			places[d.of.in] = append(places[d.of.in], i)
		}
	}
	for _, at := range places {
		var group []death
		for _, i := range at {
			group = append(group, dead[i])
		}
		slices.SortFunc(group, func(a, b death) int { return b.of.at - a.of.at })
		for k, i := range at {
			dead[i] = group[k]
		}
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
		searched := f.settling.visits + freeVisits // no more than that, however much is left
		for _, m := range live {
			switch {
			case m.isFile():
			case rt.Dialect == syntax.Python2 && f.settling.visits < searched && rt.circular(m.value()):
				m.spare() // CPython's is garbage for ever
			default:
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
