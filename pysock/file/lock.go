package file

import (
	"sync"
	"sync/atomic"

	"example.com/pysock/pysock/object"
)

// A bufferLock has one thread at a time use a buffer, also while that waits for
// the file below. Who has to wait gives up the interpreter's lock, and isn't
// interrupted, as in CPython.
//
// A TextIOWrapper has no lock of its own.
type bufferLock struct {
	mu     sync.Mutex
	holder atomic.Pointer[object.Thread] // root; nil while nobody's thread has it
}

// enter takes b's lock. It raises RuntimeError where the thread has it already:
// in a signal handler, or a method of a script's on which b stands.
func (b *Buffered) enter(t *object.Thread) error {
	l := &b.lock
	if !l.mu.TryLock() {
		if l.holder.Load() == t.Root() {
			return object.RuntimeError.Errorf("reentrant call inside %s", t.RT.Repr(b.me()))
		}
		l.wait(t)
	}
	l.holder.Store(t.Root())
	return nil
}

func (l *bufferLock) wait(t *object.Thread) {
	back := false
	defer func() {
		if !back { // the interpreter ends, and with it the thread
			l.mu.Unlock()
		}
	}()
	t.RT.Release()
	l.mu.Lock()
	t.RT.Acquire(t)
	back = true
}

// try takes the lock without a thread, unless somebody has it.
func (l *bufferLock) try() bool { return l.mu.TryLock() }

func (l *bufferLock) leave() {
	l.holder.Store(nil)
	l.mu.Unlock()
}
