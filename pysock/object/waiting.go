package object

import (
	"time"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/posix"
)

// Waiters are the threads that wait for another one to wake them, in the order
// in which they came. All that is done with them is done under the
// interpreter's lock.
type Waiters struct{ first, last *waiting }

// A waiting is one thread's wait.
type waiting struct {
	t            *Thread // root
	since        time.Time
	woken        bool
	before, next *waiting
}

// Empty reports whether nobody waits.
func (q *Waiters) Empty() bool { return q.first == nil }

// Len returns how many wait.
func (q *Waiters) Len() int {
	n := 0
	for w := q.first; w != nil; w = w.next {
		n++
	}
	return n
}

// Since returns when the first of them came.
func (q *Waiters) Since() time.Time { return q.first.since }

// Wake wakes the first one, and reports whether there was one. It runs when the
// caller has given up the interpreter's lock.
func (q *Waiters) Wake() bool {
	w := q.first
	if w == nil {
		return false
	}
	q.remove(w)
	w.woken = true
	w.t.unstick()
	w.t.RT.lock.call(w.t)
	return true
}

func (q *Waiters) pushBack(w *waiting) {
	w.before, w.next = q.last, nil
	if q.last != nil {
		q.last.next = w
	} else {
		q.first = w
	}
	q.last = w
}

func (q *Waiters) pushFront(w *waiting) {
	w.before, w.next = nil, q.first
	if q.first != nil {
		q.first.before = w
	} else {
		q.last = w
	}
	q.first = w
}

func (q *Waiters) remove(w *waiting) {
	if w.before != nil {
		w.before.next = w.next
	} else {
		q.first = w.next
	}
	if w.next != nil {
		w.next.before = w.before
	} else {
		q.last = w.before
	}
}

// WaitFor waits among q until somebody wakes the thread, and returns true; or
// until the deadline, and returns false. An error is what a signal handler
// raised: if it comes with true, the wake-up has come too, and is for the
// caller to hand on. what is told of a deadlock: what the thread waits for.
//
// A thread that comes back because it was woken in vain gives the time at which
// it came first, and is put before the others; otherwise since is zero.
func (t *Thread) WaitFor(q *Waiters, d netfd.Deadline, since time.Time, what Blocker) (bool, error) {
	root := t.root
	w := &waiting{t: root, since: since}
	if since.IsZero() {
		w.since = time.Now()
		q.pushBack(w)
	} else {
		q.pushFront(w)
	}
	done := func() bool {
		if w.woken {
			return true
		}
		root.parking, root.waitsFor = true, what
		if d == netfd.Forever {
			root.stick()
		}
		return false
	}
	for {
		err := root.Waiter.Park(root.turn, done, d)
		if err == posix.EINTR { // a handler ran
			continue
		}
		root.waitsFor = nil
		if !w.woken {
			q.remove(w)
		}
		if err == netfd.ErrTimeout {
			err = nil
		}
		return w.woken, err
	}
}
