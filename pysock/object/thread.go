package object

import (
	"example.com/pysock/pysock/netfd"
	"go.starlark.net/starlark"
)

// A Thread is a Python thread: a Starlark thread and what it takes to wait.
type Thread struct {
	Star   *starlark.Thread
	RT     *Runtime
	Waiter *netfd.Waiter

	gen   *coroutine // the generator whose body this runs, or nil
	outer *Thread    // who resumed that

	below int // the depth of the stacks of those who resumed the generator

	printing []starlark.Value // the containers whose repr is being made

	splitting int          // how deep Split is in groups of exceptions
	failed    error        // see Fail
	settled   settled      // the last error that came of that
	handled   []handled    // Python 2's, see handling.go
	handling  []*Exception // those whose handlers are running, outermost first
}

// threadKey is where a starlark.Thread keeps its Thread.
const threadKey = "pysock.thread"

// The reasons for which Starlark code is cancelled: it can't be made to stop
// in any other way. Exception turns them into what they stand for.
const (
	cancelInterrupt = "#interrupt"
	cancelFailed    = "#failed"
)

// NewThread returns a thread of rt, which becomes the main thread if it is the
// first.
func NewThread(rt *Runtime, name string) *Thread {
	t := &Thread{Star: &starlark.Thread{Name: name}, RT: rt}
	t.Star.SetLocal(threadKey, t)
	var current *Thread // t, or the thread of a generator that it runs
	t.Star.OnMaxSteps = func(*starlark.Thread) { t.slice() }
	t.Star.SetMaxExecutionSteps(sliceSteps)
	t.Waiter = &netfd.Waiter{
		BeforeWait: func() {
			if rt.Flush != nil {
				rt.Flush()
			}
			rt.Started()
			rt.resources.idle()
			rt.drain.waits.Add(1)
			current = rt.current
			rt.Release()
		},
		AfterWait:   func() { rt.Acquire(current) },
		Interrupted: t.Check,
	}
	if rt.Main == nil {
		rt.Main = t
	}
	return t
}

// sliceSteps is after how many of Starlark's steps a thread looks around. A call
// takes several, so that recursion gets no more than a few hundred calls
// further than its limit.
const sliceSteps = 1000

// slice is what a thread does every sliceSteps.
func (t *Thread) slice() {
	t.Star.SetMaxExecutionSteps(t.Star.ExecutionSteps() + sliceSteps)
	if t.depth() > t.RT.RecursionLimit() {
		t.Fail(RecursionError.Errorf("maximum recursion depth exceeded"))
		return
	}
	if t.RT.finalizers.pending.Load() {
		t.finalizeDead()
	}
}

// Depth is how deep calls are nested, through all generators, with those that
// lowering adds.
func (t *Thread) Depth() int { return t.depth() }

// depth is Depth.
func (t *Thread) depth() int { return t.below + t.Star.CallStackDepth() }

// Of returns the Python thread that a Starlark thread belongs to.
func Of(th *starlark.Thread) *Thread {
	t, _ := th.Local(threadKey).(*Thread)
	return t
}

// Check runs what signals have asked for since the last call. An error is what
// a handler raised, such as KeyboardInterrupt. A wait of the thread's Waiter
// that is interrupted calls it, and waits on for the time that is left if it
// returns nil (PEP 475).
func (t *Thread) Check() error {
	rt := t.RT
	rt.drain.looks.Add(1)
	if t == rt.Main && rt.interrupted.CompareAndSwap(true, false) {
		t.Star.Uncancel()
		return KeyboardInterrupt.New()
	}
	return nil
}

// Fail makes the Starlark code that t runs fail with err at its next step. It
// is for hooks that have no error to return: truth, iteration.
func (t *Thread) Fail(err error) {
	if t.failed == nil {
		t.failed = t.detachAbove(err, t.Star.CallStackDepth())
		t.Star.Cancel(cancelFailed)
	}
}

// Failed takes the error that Fail left behind, if there is one. Go code that
// iterates or asks for truth looks at it afterwards.
func (t *Thread) Failed() error {
	err := t.failed
	if err != nil {
		t.failed = nil
		t.Star.Uncancel()
	}
	return err
}

// Call calls a Python function from Go. Go code that recurses without running
// any Starlark code, such as a __repr__ that is object.__str__, ends here.
func (t *Thread) Call(fn starlark.Value, args ...starlark.Value) (starlark.Value, error) {
	if t.depth() > t.RT.RecursionLimit()+sliceSteps {
		return nil, RecursionError.Errorf("maximum recursion depth exceeded")
	}
	return starlark.Call(t.Star, fn, args, nil)
}
