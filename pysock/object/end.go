package object

import (
	"sync/atomic"
	"time"
)

// How a runtime ends.
//
// What a script left is dealt with in the order of CPython's: its threads run no
// further (StopThreads), its objects are finalized, its generators closed, and
// then what the process keeps for it is given back: descriptors, handlers of
// signals, timers (Close). A process that runs many scripts, one after the
// other, is then as it was before, but for threads that something of the
// system's holds up: WaitThreads waits for those.

// ending is what a runtime needs for its end.
type ending struct {
	closing atomic.Bool
	running atomic.Int32  // goroutines of threads
	gone    chan struct{} // receives when there are none
	atEnd   []func(t *Thread)
}

// AtEnd has f called when the runtime ends: it gives back what the process keeps
// for the runtime beside its memory. It may run code of the script's.
func (rt *Runtime) AtEnd(f func(t *Thread)) { rt.atEnd = append(rt.atEnd, f) }

// StopThreads ends the threads that are left, but for the main one: they run no
// further. It is for the main thread to call.
func (rt *Runtime) StopThreads() {
	rt.gone = make(chan struct{}, 1)
	rt.closing.Store(true)
	for t := range rt.threads {
		if t != rt.Main {
			t.Waiter.Interrupt()
		}
	}
}

// Ending reports whether the script's threads run no further.
func (rt *Runtime) Ending() bool { return rt.closing.Load() }

// Close gives back what the process keeps for the runtime. It is for the main
// thread to call, at the very end.
func (rt *Runtime) Close() {
	t := rt.Main
	for _, f := range rt.atEnd {
		f(t)
	}
	t.finalizeDead()
	rt.resources.releaseAll(t)
	rt.finalizers.oldestFirst()
	t.finalizeDead() // which warns of what wasn't closed
	rt.resources.stop()
	rt.CloseGenerators()
	rt.finalizers.spareAll()
	t.Waiter.Close()
}

// oneLess notes that a thread's goroutine has ended.
func (rt *Runtime) oneLess() {
	if rt.running.Add(-1) == 0 && rt.closing.Load() {
		select {
		case rt.gone <- struct{}{}:
		default:
		}
	}
}

// WaitThreads waits until no thread but the main one is left, and reports whether
// it is so. The caller doesn't have the interpreter's lock, and has called
// StopThreads.
func (rt *Runtime) WaitThreads(limit time.Duration) bool {
	late := time.NewTimer(limit)
	defer late.Stop()
	for rt.running.Load() > 0 {
		select {
		case <-rt.gone:
		case <-late.C:
			return false
		}
	}
	return true
}
