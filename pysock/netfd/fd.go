//go:build unix

package netfd

import (
	"slices"
	"sync"
	"sync/atomic"

	"golang.org/x/sys/unix"
)

// An FD is a descriptor that many goroutines may use at once, each with a
// [Waiter] of its own, and that any of them may close.
type FD struct {
	sys      int
	borrowed bool        // may be in blocking mode: see Borrow
	nonblock atomic.Bool // see Nonblock
	lent     atomic.Bool // see Lend

	state   atomic.Int64 // the number of references, and closedBit
	waitful [2]patience

	mu     sync.Mutex
	keep   bool          // Detach: don't close sys
	unused chan struct{} // closed when the last reference of a closed FD is gone
	err    error         // of close(2)
	parked []*Waiter
}

// closedBit is set in the state of an FD that is closed. From then on there are
// no new references, and who gives the last one back closes the number.
const closedBit = 1 << 62

// patience is how many calls more are to wait first and try then.
type patience struct{ atomic.Int32 }

const maxPatience = 15

// use reports whether there is some, and uses it up.
func (p *patience) use() bool {
	n := p.Load()
	if n <= 0 {
		return false
	}
	p.Store(n - 1) // two threads may use up the same: no harm
	return true
}

// New returns an FD that owns the descriptor sysfd, which it makes
// non-blocking and close-on-exec.
func New(sysfd int) (*FD, error) {
	if err := unix.SetNonblock(sysfd, true); err != nil {
		return nil, err
	}
	if _, err := unix.FcntlInt(uintptr(sysfd), unix.F_SETFD, unix.FD_CLOEXEC); err != nil {
		return nil, err
	}
	return owned(&FD{sys: sysfd}), nil
}

// Closed returns an FD that is closed.
func Closed() *FD {
	fd := &FD{sys: -1}
	fd.state.Store(closedBit)
	return fd
}

// Borrow returns an FD for a descriptor that other processes share (standard
// input, a terminal) and whose blocking mode is theirs. Only Wait, Read and
// Write are for it; these wait until it is ready before they try.
func Borrow(sysfd int) *FD { return &FD{sys: sysfd, borrowed: true} }

// Sysfd returns the number of the descriptor, -1 once it is closed.
func (fd *FD) Sysfd() int {
	if fd.closed() {
		return -1
	}
	return fd.sys
}

func (fd *FD) closed() bool { return fd.state.Load()&closedBit != 0 }

// incref keeps the number open until decref. It fails if the FD is closed.
func (fd *FD) incref() bool {
	for {
		n := fd.state.Load()
		if n&closedBit != 0 {
			return false
		}
		if fd.state.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

func (fd *FD) decref() {
	if fd.state.Add(-1) == closedBit {
		fd.release()
	}
}

// enter is incref for a waiter, whom closing the FD nudges until it leaves.
func (fd *FD) enter(w *Waiter) bool {
	fd.mu.Lock()
	defer fd.mu.Unlock()
	if !fd.incref() {
		return false
	}
	fd.parked = append(fd.parked, w)
	return true
}

func (fd *FD) leave(w *Waiter) {
	fd.mu.Lock()
	i := slices.Index(fd.parked, w)
	fd.parked = slices.Delete(fd.parked, i, i+1)
	fd.mu.Unlock()
	fd.decref()
}

// release closes the number, which nobody uses any more.
func (fd *FD) release() {
	if !fd.borrowed {
		disown(fd)
	}
	if !fd.keep {
		fd.err = unix.Close(fd.sys)
		if fd.err == unix.EINTR { // it is closed all the same
			fd.err = nil
		}
	}
	if fd.unused != nil {
		close(fd.unused)
	}
}

// shut marks the FD closed, ends all waits on it with EBADF, and returns when
// nobody uses the number any more.
func (fd *FD) shut(keep bool) error {
	fd.mu.Lock()
	if fd.closed() {
		fd.mu.Unlock()
		return unix.EBADF
	}
	fd.keep = keep
	if fd.state.CompareAndSwap(0, closedBit) { // as nearly always
		fd.mu.Unlock()
		fd.release()
		return fd.err
	}
	fd.unused = make(chan struct{})
	last := fd.state.Or(closedBit) == 0
	parked := slices.Clone(fd.parked)
	fd.mu.Unlock()
	for _, w := range parked {
		w.nudge()
	}
	if last {
		fd.release()
	} else if fd.borrowed {
		return nil // a read(2) may hold it for long
	}
	<-fd.unused
	return fd.err
}

// Close closes the descriptor and ends all waits on it with EBADF. A second
// Close fails with EBADF.
func (fd *FD) Close() error { return fd.shut(false) }

// Detach is Close without closing: the number, still open and non-blocking, is
// the caller's now.
func (fd *FD) Detach() (sysfd int, err error) {
	if err := fd.shut(true); err != nil {
		return -1, err
	}
	return fd.sys, nil
}

// Dup returns an FD for a duplicate of the descriptor.
func (fd *FD) Dup() (*FD, error) {
	n := -1
	err := fd.Control(func(sysfd int) (err error) {
		n, err = unix.FcntlInt(uintptr(sysfd), unix.F_DUPFD_CLOEXEC, 0)
		return err
	})
	if err != nil {
		return nil, err
	}
	if fd.borrowed {
		return Borrow(n), nil
	}
	d := owned(&FD{sys: n})
	d.lent.Store(fd.lent.Load())
	d.nonblock.Store(fd.Nonblock())
	return d, nil
}

// Control calls f with the number of the descriptor, which stays open
// meanwhile. f must not wait.
func (fd *FD) Control(f func(sysfd int) error) error {
	if !fd.incref() {
		return unix.EBADF
	}
	defer fd.decref()
	return f(fd.sys)
}

// Wait waits until the descriptor has one of events, or an error or hang-up,
// and returns those it has.
func (fd *FD) Wait(w *Waiter, events int16, d Deadline) (got int16, err error) {
	err = w.waiting(func() error {
		for {
			got, err = w.park(fd, fd.sys, events, d)
			if err != nil || got != 0 {
				return err
			}
		}
	})
	return got, err
}

// do is what all input and output passes: it tries the system call, and waits
// for one of events between tries for as long as it says EAGAIN and d allows.
func (fd *FD) do(w *Waiter, events int16, d Deadline, try func(sysfd int) unix.Errno) error {
	if e, wait := fd.soon(w, events, d, try); !wait {
		return asError(e)
	}
	return fd.late(w, events, d, try)
}

// soon is the part of do before the wait, with the runtime's lock held. It
// reports whether there is one to come.
func (fd *FD) soon(w *Waiter, events int16, d Deadline, try func(sysfd int) unix.Errno) (e unix.Errno, wait bool) {
	side := &fd.waitful[0]
	if events&Writable != 0 {
		side = &fd.waitful[1]
	}
	if d == AtOnce || !fd.expectsWait(side) {
		e := fd.once(try)
		switch {
		case d == AtOnce:
			return e, false
		case early(e, d):
			return unix.EAGAIN, true
		case e != unix.EAGAIN:
			return e, false
		}
		side.Store(maxPatience)
	}
	if !fd.borrowed && !fd.lent.Load() && w.stepAside() {
		if e := fd.once(try); e != unix.EAGAIN && !early(e, d) {
			return e, false
		}
		w.inVain()
	}
	return unix.EAGAIN, true
}

// early reports whether a call that has a time limit failed before one would
// have failed that waits first, as Python's do: a listening socket is neither
// readable nor writable, so they time out. The kernel tells these errors again.
func early(e unix.Errno, d Deadline) bool {
	return (e == unix.ENOTCONN || e == unix.EPIPE) && d != Forever && d != AtOnce
}

// late is the wait and what is tried after it.
func (fd *FD) late(w *Waiter, events int16, d Deadline, try func(sysfd int) unix.Errno) error {
	return w.waiting(func() error {
		for {
			got, err := w.park(fd, fd.sys, events, d)
			if err != nil {
				return err
			}
			if got == 0 { // only a knock: a borrowed descriptor would block
				continue
			}
			if e := fd.once(try); e != unix.EAGAIN {
				return asError(e)
			}
		}
	})
}

// expectsWait tells whether to wait before the first try, and uses up some of
// the patience. A descriptor that is borrowed or lent may block: it is never
// tried first.
func (fd *FD) expectsWait(side *patience) bool {
	return fd.borrowed || fd.lent.Load() || side.use()
}

func (fd *FD) once(try func(sysfd int) unix.Errno) unix.Errno {
	for {
		if !fd.incref() {
			return unix.EBADF
		}
		e := try(fd.sys)
		fd.decref()
		if e != unix.EINTR {
			return e
		}
	}
}

func asError(e unix.Errno) error {
	if e == 0 {
		return nil
	}
	return e
}
