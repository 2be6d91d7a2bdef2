package object

import (
	"sync/atomic"
	"time"
)

// A script that is to be stopped is let come to rest first: until it waits,
// and nothing has arrived for it. To find out, it is woken from its wait
// without an interrupt pending. Being woken counts as one look and one wait;
// had there been something to do, more waits would have followed.
type drain struct {
	on    atomic.Bool
	waits atomic.Int64
	looks atomic.Int64
}

// Draining reports whether the script is being stopped.
func (rt *Runtime) Draining() bool { return rt.drain.on.Load() }

// looksNeeded is how often in a row a script must be found idle. One could be
// too few: the wake-up may come before the wait has looked at its descriptor.
const looksNeeded = 3

// AtRest wakes the main thread a few times and reports whether it went on
// waiting each time. It returns true at once when done is closed.
func (rt *Runtime) AtRest(done <-chan struct{}) bool {
	rt.drain.on.Store(true)
	for range looksNeeded {
		waits, looks := rt.drain.waits.Load(), rt.drain.looks.Load()
		rt.Main.Waiter.Interrupt()
		for n := 0; rt.drain.looks.Load() == looks || rt.drain.waits.Load() == waits; n++ {
			select {
			case <-done:
				return true
			case <-time.After(time.Millisecond):
			}
			if n == 50 {
				return false // it is busy
			}
		}
		if rt.drain.waits.Load() != waits+1 {
			return false
		}
	}
	return true
}
