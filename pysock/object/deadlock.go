package object

import "go.starlark.net/starlark"

// When every thread waits for another one without a deadline, nothing will
// happen any more but by Ctrl-C. That is told once.

// A Blocker is what a thread waits for.
type Blocker interface {
	starlark.Value
	// Holder returns the thread that has it, or nil.
	Holder() *Thread
}

// stick notes that t, a root, waits for other threads without a deadline.
func (t *Thread) stick() {
	rt := t.RT
	if !t.stuck {
		t.stuck = true
		rt.stuck++
	}
	rt.checkStuck()
}

func (rt *Runtime) checkStuck() {
	if rt.stuck == len(rt.threads) && rt.stuck > 0 && rt.Deadlocked != nil && !rt.toldDeadlock {
		rt.toldDeadlock = rt.Deadlocked()
	}
}

// unstick notes that t, a root, runs or will run.
func (t *Thread) unstick() {
	if t.stuck {
		t.stuck = false
		t.RT.stuck--
	}
}

// WaitsFor returns what a thread waits for, nil if it doesn't wait for another
// thread.
func (t *Thread) WaitsFor() Blocker { return t.root.waitsFor }
