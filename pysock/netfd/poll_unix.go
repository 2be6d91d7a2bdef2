//go:build unix

package netfd

import (
	"runtime"
	"sync/atomic"
	"time"

	"golang.org/x/sys/unix"
)

// PollFd is one descriptor of a [Waiter.Poll], with the events asked for and
// those found.
type PollFd = unix.PollFd

// Events that a descriptor is waited for, as in poll(2).
const (
	Readable int16 = unix.POLLIN
	Writable int16 = unix.POLLOUT
)

// places are what a Waiter needs to wait in poll(2) and in the shared poller.
type places struct {
	fds   []PollFd // scratch of Poll
	polls patience // of Poll: nothing was ready
	want  int16    // events asked of the shared poller
	got   int16    // and those it found
	turns uint     // waits in a slot
	since Deadline // the last yield
	aside int      // how often stepAside has been of use since the last wait; below zero, how long it isn't tried
}

// processors is how many the process may use; 0 until somebody asks.
var processors atomic.Int32

// oneCPU reports whether a peer on this machine runs only while this thread
// doesn't, as far as the process knows.
func oneCPU() bool {
	n := processors.Load()
	if n == 0 {
		n = int32(runtime.NumCPU())
		processors.Store(n)
	}
	return n == 1
}

// asides is how often in a row a thread steps aside before it waits again;
// asideInVain is how often it waits after having stepped aside in vain.
const (
	asides      = 63
	asideInVain = 15
)

// stepAside lets others run, if the process is bound to one processor and this
// is its only thread, and reports whether it did: the peer may have answered
// meanwhile, and then there is nothing to wait for. On one core that makes a
// round trip by a third cheaper than poll(2) does, which goes to sleep, wakes
// Go's monitor and gives the processor's owner away.
func (w *Waiter) stepAside() bool {
	switch {
	case !oneCPU() || !w.Alone():
		return false
	case w.aside < 0:
		w.aside++
		return false
	case w.aside >= asides: // who waits flushes the output and looks for garbage
		w.aside = 0
		return false
	}
	w.aside++
	w.yield()
	sysYield()
	return true
}

// inVain tells that nothing had come while the thread stepped aside.
func (w *Waiter) inVain() { w.aside = -asideInVain }

// share readies the shared poller for a second thread.
func share() error {
	if err := shared.open(); err != nil {
		return err
	}
	slots.clear()
	return nil
}

// Alone reports whether the thread is the only one: it waits in poll(2).
func (w *Waiter) Alone() bool { return threads.Load() <= 1+slots.more.Load() }

// Wait waits until the descriptor sysfd has one of events, or an error or
// hang-up, and returns those it has. A regular file is always ready. The
// caller sees to it that sysfd isn't closed meanwhile; for an [FD] use its own
// Wait.
func (w *Waiter) Wait(sysfd int, events int16, d Deadline) (got int16, err error) {
	err = w.waiting(func() error {
		for {
			got, err = w.park(nil, sysfd, events, d)
			if err != nil || got != 0 {
				return err
			}
		}
	})
	return got, err
}

// Poll waits until one of fds has one of its events, sets each Revents, and
// returns how many are not zero, as poll(2) does. Descriptors below zero are
// passed over.
func (w *Waiter) Poll(fds []PollFd, d Deadline) (n int, err error) {
	if d == AtOnce || !w.polls.use() {
		// The runtime keeps its lock meanwhile, as for every call that is tried.
		n, err = poll(fds, AtOnce)
		if n > 0 || err != nil || d == AtOnce {
			return n, err
		}
		w.polls.Store(maxPatience)
	}
	err = w.waiting(func() error {
		s, err := slots.make()
		if err != nil {
			return err
		}
		defer slots.put(s)
		w.fds = append(append(w.fds[:0], fds...), s.fds[0])
		bell := &w.fds[len(fds)]
		for {
			if err := w.open(s); err != nil {
				return err
			}
			until := w.untilIdle(d)
			n, err = poll(w.fds, until)
			w.shut()
			if n == 0 && err == nil {
				w.idled(until, d)
			}
			if err != nil {
				return err
			}
			if bell.Revents != 0 {
				s.drain()
				n--
			}
			for i := range fds {
				fds[i].Revents = w.fds[i].Revents
			}
			switch {
			case n > 0:
				return nil
			case w.Clear():
				return ErrInterrupted
			case d.passed():
				return ErrTimeout
			}
		}
	})
	return max(n, 0), err
}

// doze waits once, until somebody knocked or one of the errors.
func (w *Waiter) doze(d Deadline) error {
	_, err := w.park(nil, -1, 0, d)
	return err
}

// park waits once: until sysfd has one of events (and returns those found), or
// somebody knocked (nil and no events), or one of the errors. Without a
// descriptor (-1) it waits for a knock or the deadline. If fd is given, its
// closing is a knock, and sysfd is held open while parked.
func (w *Waiter) park(fd *FD, sysfd int, events int16, d Deadline) (got int16, err error) {
	s, err := slots.get()
	switch {
	case err != nil:
		return 0, err
	case s == nil:
		got, err = w.parkShared(fd, sysfd, events, d)
	default:
		until := w.untilIdle(d)
		got, err = w.parkSlot(s, fd, sysfd, events, until)
		slots.put(s)
		if got == 0 && err == nil {
			w.idled(until, d)
		}
	}
	switch {
	case got != 0 || err != nil:
		return got, err
	case w.Clear():
		return 0, ErrInterrupted
	case d.passed():
		return 0, ErrTimeout
	}
	return 0, nil
}

func (w *Waiter) parkSlot(s *slot, fd *FD, sysfd int, events int16, d Deadline) (int16, error) {
	w.yield()
	if err := w.open(s); err != nil {
		return 0, err
	}
	defer w.shut()
	if fd != nil {
		if !fd.enter(w) {
			return 0, unix.EBADF
		}
		defer fd.leave(w)
	}
	s.fds[1] = PollFd{Fd: int32(sysfd), Events: events} // poll passes over -1
	if _, err := poll(s.fds[:], d); err != nil {
		return 0, err
	}
	if s.fds[0].Revents != 0 {
		s.drain()
	}
	return s.fds[1].Revents, nil
}

func (w *Waiter) parkShared(fd *FD, sysfd int, events int16, d Deadline) (got int16, err error) {
	knock := w.channel()
	if err := w.open(knocker(knock)); err != nil {
		return 0, err
	}
	defer w.shut()
	if fd != nil {
		if !fd.enter(w) {
			return 0, unix.EBADF
		}
		defer fd.leave(w)
	}
	late := false
	if sysfd >= 0 {
		switch e := shared.add(w, sysfd, events); e {
		case nil:
			defer func() {
				if got = shared.remove(w, sysfd); got == 0 && late {
					got, err = ready(sysfd, events)
				}
			}()
		case unix.EPERM: // a regular file
			return events, nil
		case unix.EBADF: // what poll(2) says of one
			return unix.POLLNVAL, nil
		default:
			return 0, e
		}
	}
	alarm := w.alarm(d)
	select {
	case <-knock:
	case <-alarm:
		late = true
	}
	if alarm != nil {
		w.timer.Stop()
	}
	return 0, nil
}

// ready asks what holds now: on a busy machine the shared wait may not have come
// to tell by the end of a short time, where poll(2) would have.
func ready(sysfd int, events int16) (int16, error) {
	fds := [...]PollFd{{Fd: int32(sysfd), Events: events}}
	_, err := poll(fds[:], AtOnce)
	return fds[0].Revents, err
}

// yield goes through Go's scheduler every few milliseconds, as a goroutine that
// only makes system calls never does. For the scheduler's monitor it would
// else be one that hogs its processor: it would take that away in the midst of
// a system call, a hundred times a second, and be up looking for more of its
// kind every 20 us in between. On one core that costs a third of the speed.
func (w *Waiter) yield() {
	if w.turns++; w.turns%16 != 0 {
		return
	}
	if t := now(); t-w.since > Deadline(5*time.Millisecond) {
		w.since = t
		runtime.Gosched()
	}
}

// untilIdle is d, or when OnIdle is due, if that is before d.
func (w *Waiter) untilIdle(d Deadline) Deadline {
	if w.Idle <= 0 || d == AtOnce {
		return d
	}
	return min(d, After(w.Idle))
}

// idled calls OnIdle if it was due at until, which passed before d.
func (w *Waiter) idled(until, d Deadline) {
	if until < d && until.passed() {
		w.Idle = w.OnIdle()
	}
}
