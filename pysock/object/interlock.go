package object

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// The interpreter's lock. Whoever gives it up while others stand in line hands
// it to the first of them, so that nobody starves. A thread that wants nothing
// else than to run gives it up when somebody has stood in line and the thread
// has had it for a slice of time.
//
// A thread that waits for another one (for a lock, say) is woken by being put
// into the line: the other one has the lock at that moment, and running before
// it is given up would only mean to stop at once again. So a hand-over between
// two threads takes one switch and not two.
type interlock struct {
	mu          sync.Mutex
	held        bool
	first, last *Thread // the line
	waiting     atomic.Int32
	taken       time.Time // when it was, if others were waiting
}

// A standing is a thread's relation to the line.
type standing uint8

const (
	away    standing = iota // it runs, or waits for something of the outside
	parked                  // it waits for another thread
	inLine                  // it waits for the lock
	granted                 // it has been handed the lock and may not know yet
)

// timeSlice is how long a thread runs while others stand in line, unless the script
// sets another time.
const timeSlice = time.Millisecond

// push puts t into the line.
func (l *interlock) push(t *Thread) {
	t.standing = inLine
	if l.last != nil {
		l.last.behind = t
	} else {
		l.first = t
	}
	l.last = t
	l.waiting.Add(1)
}

// lock takes the lock for t, which may have been put into the line while it
// waited.
func (l *interlock) lock(t *Thread) {
	l.mu.Lock()
	switch {
	case t.standing == granted:
		t.standing = away
		l.mu.Unlock()
		select { // unless it has taken it already
		case <-t.turn:
		default:
		}
		return
	case t.standing == inLine:
	case !l.held:
		l.held, t.standing = true, away
		l.taken = time.Time{}
		l.mu.Unlock()
		return
	default:
		l.push(t)
	}
	l.mu.Unlock()
	<-t.turn
	l.mu.Lock()
	t.standing = away
	l.mu.Unlock()
}

// try takes the lock for one who is no thread, if nobody has it.
func (l *interlock) try() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.held {
		return false
	}
	l.held, l.taken = true, time.Time{}
	return true
}

// unlock gives the lock up, to the first in line.
func (l *interlock) unlock() {
	l.mu.Lock()
	l.pass()
	l.mu.Unlock()
}

func (l *interlock) pass() {
	t := l.first
	if t == nil {
		l.held = false
		return
	}
	if l.first = t.behind; l.first == nil {
		l.last = nil
	}
	t.behind = nil
	l.waiting.Add(-1)
	l.taken = time.Time{}
	t.standing = granted
	t.turn <- struct{}{}
}

// park gives the lock up for a thread that waits to be called.
func (l *interlock) park(t *Thread) {
	l.mu.Lock()
	t.standing = parked
	l.pass()
	l.mu.Unlock()
}

// call puts t into the line if it is parked. The caller holds the lock.
func (l *interlock) call(t *Thread) {
	l.mu.Lock()
	if t.standing == parked {
		l.push(t)
	}
	l.mu.Unlock()
}

// due reports whether the thread that runs has run for a slice of time while
// others stood in line.
func (l *interlock) due(slice time.Duration) bool {
	if l.waiting.Load() == 0 {
		return false
	}
	now := time.Now()
	if l.taken.IsZero() {
		l.taken = now
		return slice <= 0
	}
	return now.Sub(l.taken) >= slice
}

// Acquire takes the interpreter's lock for t; every thread holds it while it
// runs Starlark code or touches values.
func (rt *Runtime) Acquire(t *Thread) {
	root := t.root
	rt.lock.lock(root)
	if rt.closing.Load() && root != rt.Main {
		rt.lock.unlock()
		runtime.Goexit()
	}
	rt.enter(t)
}

// enter makes t the thread that runs, which holds the lock already.
func (rt *Runtime) enter(t *Thread) {
	rt.current = t
	rt.pace.waited = true
}

// Release gives the lock up.
func (rt *Runtime) Release() {
	rt.current = nil
	rt.lock.unlock()
}

// GiveWay lets the others run that stand in line.
func (t *Thread) GiveWay() {
	rt := t.RT
	if rt.lock.waiting.Load() > 0 {
		rt.Release()
		rt.Acquire(t)
	}
}

// Current returns the thread that runs now. Hooks that Starlark calls without
// a thread (operators, hashing, truth) use it.
func (rt *Runtime) Current() *Thread { return rt.current }
