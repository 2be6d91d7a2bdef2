package object

import (
	"math/bits"
	"sync/atomic"
	"syscall"
)

// signals are those that have arrived and whose handlers have not run yet.
type signals struct {
	pending atomic.Uint64 // bit n-1 for signal n
	handle  func(t *Thread, sig int) (ran bool, err error)
	raise   func(sig int) bool
	// restart tells of which signals a handler doesn't make calls fail with
	// EINTR, in Python 2.
	restart uint64
	handled int // how many handlers have run
}

// Signal notes that a signal has arrived: the main thread calls its handler
// before its next instructions, or in the midst of a wait. It may be called
// from any goroutine.
func (rt *Runtime) Signal(sig int) {
	rt.signals.pending.Or(1 << (sig - 1))
	rt.Main.Waiter.Interrupt()
}

// Interrupt does what Ctrl-C does: the main thread handles SIGINT, which raises
// KeyboardInterrupt in whatever it does or waits for unless the script has set
// another handler. It may be called from any goroutine.
func (rt *Runtime) Interrupt() { rt.Signal(int(syscall.SIGINT)) }

// HandleSignals sets what is called for each signal that arrived, in the main
// thread; it reports whether a handler of the script's ran. raise is what Raise
// calls. Module signal sets them.
func (rt *Runtime) HandleSignals(handle func(t *Thread, sig int) (ran bool, err error), raise func(sig int) bool) {
	rt.signals.handle, rt.signals.raise = handle, raise
}

// Raise sends the script a signal which it handles, and reports whether it does:
// if not, the system is to send it. The handler runs at the next Check.
func (rt *Runtime) Raise(sig int) bool {
	if rt.signals.raise != nil {
		return rt.signals.raise(sig)
	}
	if sig == int(syscall.SIGINT) {
		rt.Signal(sig)
		return true
	}
	return false
}

// RestartAfter sets whether calls that the signal interrupts go on after its
// handler, where they would fail with EINTR in Python 2.
func (rt *Runtime) RestartAfter(sig int, restart bool) {
	rt.signals.restart &^= 1 << (sig - 1)
	if restart {
		rt.signals.restart |= 1 << (sig - 1)
	}
}

// HandlesSignals reports whether the script has set handlers.
func (rt *Runtime) HandlesSignals() bool { return rt.signals.handle != nil }

// SignalsHandled returns how many signals have been handled so far.
func (rt *Runtime) SignalsHandled() int { return rt.signals.handled }

// Check runs the handlers of the signals that have arrived, if t is the main
// thread. An error is what one raised, such as KeyboardInterrupt.
func (t *Thread) Check() error {
	_, err := t.check()
	return err
}

// check is Check; interrupts tells that a call ends with EINTR in Python 2.
func (t *Thread) check() (interrupts bool, err error) {
	rt := t.RT
	s := &rt.signals
	rt.drain.looks.Add(1)
	if t.root != rt.Main {
		return false, nil
	}
	for {
		pending := s.pending.Load()
		if pending == 0 {
			return interrupts, nil
		}
		sig := bits.TrailingZeros64(pending) + 1
		s.pending.And(^(1 << (sig - 1)))
		if s.handle == nil {
			if sig == int(syscall.SIGINT) {
				return interrupts, KeyboardInterrupt.New()
			}
			continue
		}
		ran, err := s.handle(rt.current, sig)
		if err != nil {
			if _, raised := err.(*Raised); !raised { // Starlark's own: who waits knows only exceptions
				err = Raise(rt.current.Catch(err, rt.current.Star.CallStackDepth()))
			}
			return interrupts, err
		}
		if ran {
			s.handled++
			if s.restart&(1<<(sig-1)) == 0 {
				interrupts = true
			}
		}
	}
}
