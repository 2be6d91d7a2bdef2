package object

import (
	"cmp"
	"maps"
	"slices"
	"time"
	"weak"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Thread is a Python thread: a Starlark thread and what it takes to wait.
type Thread struct {
	Star   *starlark.Thread
	RT     *Runtime
	Waiter *netfd.Waiter

	gen   *coroutine // the generator whose body this runs, or nil
	outer *Thread    // who resumed that
	root  *Thread    // the Python thread: itself, or whose generator it runs

	laid weak.Pointer[starlark.Tuple] // the first of those that LayKeywords has returned last

	// Blocked are the signals that a root blocks: bit n-1 for signal n.
	Blocked uint64

	// Of a root:
	ident    int64
	serial   int64
	turn     chan struct{} // receives when the interpreter's lock is handed over
	standing standing      // guarded by the lock's mu, like behind
	behind   *Thread       // who is next in line
	parking  bool          // the next wait is for another thread
	waitsFor Blocker
	stuck    bool
	locals   map[any]any // see Local

	below      int // the depth of the stacks of those who resumed the generator
	nested     int // how many Nested are on the stack
	belowCalls int // how many calls of Python's those are, less than 0 if they weren't counted

	printing []starlark.Value // the containers whose repr is being made

	coercing  int          // see coerced
	splitting int          // how deep Split is in groups of exceptions
	failed    *Raised      // see Fail
	settled   settled      // the last error that came of that
	note      keywordNote  // of the last call that couldn't be made
	lacking   lacking      // the last special method that wasn't there
	handled   []handled    // Python 2's, see handling.go
	handling  []*Exception // those whose handlers are running, outermost first
	caught    []caught     // the names of those, where Starlark doesn't unbind them itself
}

// threadKey is where a starlark.Thread keeps its Thread.
const threadKey = "pysock.thread"

// cancelFailed is the reason for which Starlark code is cancelled, which can't be
// made to stop in any other way. Exception turns it into what it stands for.
const cancelFailed = "#failed"

// NewThread returns the main thread of rt.
func NewThread(rt *Runtime, name string) *Thread {
	t := newThread(rt, name)
	rt.Main, rt.finalizers.rouse = t, t.Waiter.Interrupt
	return t
}

func newThread(rt *Runtime, name string) *Thread {
	t := &Thread{Star: &starlark.Thread{Name: name}, RT: rt, turn: make(chan struct{}, 1)}
	t.root = t
	rt.serial++
	t.serial = rt.serial
	if n := len(rt.freeIdents); n > 0 { // as the system's are used again
		t.ident, rt.freeIdents = rt.freeIdents[n-1], rt.freeIdents[:n-1]
	} else {
		rt.idents++
		t.ident = firstIdent + rt.idents*identStep
	}
	t.Star.SetLocal(threadKey, t)
	var current *Thread // t, or the thread of a generator that it runs
	t.Star.OnMaxSteps = func(*starlark.Thread) { t.slice() }
	t.Star.SetMaxExecutionSteps(sliceSteps)
	t.Waiter = &netfd.Waiter{
		OnIdle: rt.look,
		BeforeWait: func() {
			rt.drain.waits.Add(1)
			current = rt.current
			if t.parking {
				t.parking, t.Waiter.Idle = false, 0
				rt.watch(idleDelay)
				rt.current = nil
				rt.lock.park(t)
				return
			}
			if rt.Flush != nil {
				rt.Flush()
			}
			rt.Started()
			missed := rt.idle(t.Waiter)
			rt.Release()
			if missed != nil {
				rt.resources.collect(missed)
			}
		},
		AfterWait: func() {
			rt.Acquire(current)
			t.unstick()
		},
		Interrupted: func() error {
			if rt.finalizers.pending.Load() {
				rt.current.finalizeDead()
			}
			interrupts, err := t.check()
			if err == nil && interrupts && rt.Dialect == syntax.Python2 {
				return posix.EINTR
			}
			return err
		},
	}
	if rt.threads == nil {
		rt.threads = make(map[*Thread]struct{})
	}
	rt.threads[t] = struct{}{}
	return t
}

// The identities of threads look like those that scripts know, which are
// addresses.
const (
	firstIdent = 0x7f0000000000
	identStep  = 0x1000
)

// Start starts a thread that runs f; the thread of the caller is t.
func (t *Thread) Start(name string, f func(t *Thread)) (*Thread, error) {
	rt := t.RT
	if err := t.Waiter.Start(); err != nil {
		return nil, err
	}
	n := newThread(rt, name)
	n.Blocked = t.root.Blocked
	if err := n.Waiter.Start(); err != nil {
		delete(rt.threads, n)
		return nil, err
	}
	if rt.ThreadStarts != nil {
		rt.ThreadStarts()
	}
	rt.running.Add(1)
	go func() {
		defer rt.oneLess()
		defer n.Waiter.Close()
		growStack()
		rt.Acquire(n) // and doesn't return once the runtime is closed
		f(n)
		n.unstick()
		delete(rt.threads, n)
		rt.freeIdents = append(rt.freeIdents, n.ident)
		rt.watch(idleDelay)
		rt.checkStuck()
		rt.Release()
	}()
	return n, nil
}

// growStack makes the goroutine's stack as large as Python code needs at least.
// It grows while it is empty: growing by halves in the midst of calls, Go would
// copy and adjust each frame several times, a quarter of the cost of a thread.
//
//go:noinline
func growStack() {
	var frame [stackBytes]byte
	touch(&frame)
}

//go:noinline
func touch(*[stackBytes]byte) {}

// stackBytes is a little below the size of a stack, which is a power of two.
const stackBytes = 12 << 10

// Stack returns where the thread stands, the outermost frame first.
func (t *Thread) Stack() []Frame { return frames(t.Star.CallStack()) }

// Root returns the Python thread that t belongs to: t itself, or whose
// generator it runs.
func (t *Thread) Root() *Thread { return t.root }

// Ident returns the number that tells a Python thread from the others.
func (t *Thread) Ident() int64 { return t.root.ident }

// Serial returns which of the runtime's threads it is, from 1.
func (t *Thread) Serial() int64 { return t.root.serial }

// Threads returns the Python threads that have begun and not ended.
func (rt *Runtime) Threads() []*Thread {
	return slices.SortedFunc(maps.Keys(rt.threads), func(a, b *Thread) int { return cmp.Compare(a.ident, b.ident) })
}

// Local returns what another package keeps for this Python thread under a key
// of its own type; make makes it when it is first asked for.
func (t *Thread) Local(key any, make func() any) any {
	root := t.root
	v, ok := root.locals[key]
	if !ok && make != nil {
		v = make()
		if root.locals == nil {
			root.locals = map[any]any{}
		}
		root.locals[key] = v
	}
	return v
}

// DropLocal forgets what Local keeps.
func (t *Thread) DropLocal(key any) { delete(t.root.locals, key) }

// sliceSteps is after how many of Starlark's steps a thread looks around, at the
// most.
const sliceSteps = 1000

// longSlice is how long the steps between two looks may take before there are
// fewer of them: one step may search a list of a million.
const longSlice = 5 * time.Millisecond

// A pace is how many steps there are to a look around.
type pace struct {
	steps  int
	since  time.Time // when the last look was
	waited bool      // time has passed without steps since
}

// next returns the steps to the next look.
func (p *pace) next() int {
	now := time.Now()
	took := now.Sub(p.since)
	switch {
	case p.steps == 0:
		p.steps = sliceSteps
	case !p.waited && took > longSlice:
		p.steps = max(p.steps/4, leastSteps)
	case took < longSlice/4:
		p.steps = min(p.steps*2, sliceSteps)
	}
	p.since, p.waited = now, false
	return p.steps
}

// slice is what a thread does every so many steps, and more often where calls come
// near to the recursion limit.
func (t *Thread) slice() {
	steps, room := t.RT.pace.next(), t.room()
	if room*callSteps < steps {
		// Counting a deep stack has its price, too.
		steps = min(max(room*callSteps, leastSteps, t.depth()/leastSteps), steps)
	}
	t.Star.SetMaxExecutionSteps(t.Star.ExecutionSteps() + uint64(steps))
	if room < 0 {
		t.Fail(RecursionError.Errorf("maximum recursion depth exceeded"))
		return
	}
	if t.RT.finalizers.pending.Load() {
		t.finalizeDead()
	}
	rt := t.RT
	if t.root == rt.Main && rt.signals.pending.Load() != 0 {
		if err := t.Check(); err != nil {
			t.Fail(err)
			return
		}
	}
	if missed := rt.overdue(rt.pace.since.Sub(rt.resources.searched)); missed != nil {
		rt.resources.collect(missed)
	}
	if rt.lock.due(rt.timeSlice()) {
		t.GiveWay()
	}
}

// Of returns the Python thread that a Starlark thread belongs to.
func Of(th *starlark.Thread) *Thread {
	t, _ := th.Local(threadKey).(*Thread)
	return t
}

// Fail makes the Starlark code that t runs fail with err at its next step. It
// is for hooks that have no error to return: truth, iteration.
func (t *Thread) Fail(err error) { t.failAsked(nothing, err) }

// failAsked is Fail where Starlark code asks a value for something.
func (t *Thread) failAsked(what Asked, err error) {
	if t.failed == nil {
		r := t.detachAbove(err, t.Star.CallStackDepth())
		r.asked = what
		t.failed = r
		t.Star.Cancel(cancelFailed)
	}
}

// Failed takes the error that Fail left behind, if there is one. Go code that
// iterates or asks for truth looks at it afterwards.
func (t *Thread) Failed() error {
	if r := t.takeFailed(); r != nil {
		r.asked = nothing // Go code asked
		return r
	}
	return nil
}

func (t *Thread) takeFailed() *Raised {
	r := t.failed
	if r != nil {
		t.failed = nil
		t.Star.Uncancel()
	}
	return r
}

// Call calls a Python function from Go. Go code that recurses without running
// any Starlark code, such as a __repr__ that is object.__str__, ends here.
func (t *Thread) Call(fn starlark.Value, args ...starlark.Value) (starlark.Value, error) {
	if err := t.CheckDepth(); err != nil {
		return nil, err
	}
	if _, ok := fn.(starlark.Callable); !ok {
		return nil, TypeError.Errorf("'%s' object is not callable", TypeName(fn))
	}
	v, err := starlark.Call(t.Star, fn, args, nil)
	if err != nil && t.failed != nil {
		t.raised(err) // takes the failure, which would end what has called this, too
	}
	return v, err
}

// CallMethod calls a method of a value.
func (t *Thread) CallMethod(v starlark.Value, name string, args ...starlark.Value) (starlark.Value, error) {
	f, err := t.RT.Attr(v, name)
	if err != nil {
		return nil, err
	}
	return t.Call(f, args...)
}
