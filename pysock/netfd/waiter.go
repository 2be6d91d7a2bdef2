package netfd

import (
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sys/unix"
)

var (
	// ErrTimeout ends a call whose deadline passed while it waited.
	ErrTimeout = errors.New("timed out")
	// ErrInterrupted ends a wait of a Waiter that was interrupted.
	ErrInterrupted = errors.New("interrupted")
)

// PollFd is one descriptor of a [Waiter.Poll], with the events asked for and
// those found.
type PollFd = unix.PollFd

// Events that a descriptor is waited for, as in poll(2).
const (
	Readable int16 = unix.POLLIN
	Writable int16 = unix.POLLOUT
)

// A Waiter is one thread's ability to wait. Only Interrupt may be called from
// other goroutines. The zero Waiter is ready to use; set the hooks before the
// first wait, and Close it when the thread ends.
type Waiter struct {
	// BeforeWait is called when a call is about to wait, AfterWait when that
	// wait is over. Neither is called for a call that need not wait, except
	// that one which expects to wait, because those before it did, calls them
	// without having tried.
	BeforeWait, AfterWait func()

	// Interrupted is called, after AfterWait, when an Interrupt has ended a
	// wait. If it returns nil the call goes on waiting for the time that is
	// left, otherwise it ends with that error (after a signal handler ran:
	// Python's PEP 475). A nil Interrupted stands for one that returns
	// ErrInterrupted.
	Interrupted func() error

	// Idle, if BeforeWait has set it, is how long a wait in poll(2) may take
	// until OnIdle is called, once, in the midst of it.
	Idle   time.Duration
	OnIdle func()

	mu      sync.Mutex
	pending bool  // interrupted, and not yet told
	door    waker // where the wait under way can be knocked at

	started bool

	knock chan struct{} // the door of waits that take no slot
	timer *time.Timer   // for those
	want  int16         // events asked of the shared poller
	got   int16         // and those it found
	fds   []PollFd      // scratch of Poll
	turns uint          // waits in a slot
	since Deadline      // the last yield
}

// threads counts the Waiters between Start and Close.
var threads atomic.Int32

// Start tells that the thread has begun; its first wait does so if nobody else
// has. As long as there is only one thread, it waits in poll(2); from the
// second on, all go to the shared poller. It fails if that can't be opened.
func (w *Waiter) Start() error {
	if w.started {
		return nil
	}
	if threads.Add(1) == 2 {
		if err := shared.open(); err != nil {
			threads.Add(-1)
			return err
		}
		slots.clear()
	}
	w.started = true
	return nil
}

// Close tells that the thread has ended. The Waiter may be started again.
func (w *Waiter) Close() {
	if w.started {
		w.started = false
		threads.Add(-1)
	}
}

// A waker ends the wait of the one who listens to it, or his next one.
type waker interface{ wake() }

// A door made of a channel.
type knocker chan struct{}

func (k knocker) wake() {
	select {
	case k <- struct{}{}:
	default: // knocked already
	}
}

// Interrupt ends the wait under way, or the next one if there is none, with
// ErrInterrupted. It may be called from any goroutine, at any time.
func (w *Waiter) Interrupt() {
	w.mu.Lock()
	w.pending = true
	if w.door != nil {
		w.door.wake()
	}
	w.mu.Unlock()
}

// Clear forgets an Interrupt that no wait has seen yet, and reports whether
// there was one.
func (w *Waiter) Clear() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	p := w.pending
	w.pending = false
	return p
}

// nudge makes the wait under way, if any, look again.
func (w *Waiter) nudge() {
	w.mu.Lock()
	if w.door != nil {
		w.door.wake()
	}
	w.mu.Unlock()
}

// open makes the waiter reachable through door. It fails if an interrupt is
// pending.
func (w *Waiter) open(door waker) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.pending {
		w.pending = false
		return ErrInterrupted
	}
	w.door = door
	return nil
}

// shut ends what open began. Nobody knocks at the door after it.
func (w *Waiter) shut() {
	w.mu.Lock()
	w.door = nil
	w.mu.Unlock()
}

// channel returns the waiter's own door.
func (w *Waiter) channel() chan struct{} {
	if w.knock == nil {
		w.knock = make(chan struct{}, 1)
	}
	return w.knock
}

// alarm returns a channel that receives when d passes; nil if it never does.
// The caller stops w.timer.
func (w *Waiter) alarm(d Deadline) <-chan time.Time {
	left, ends := d.Left()
	if !ends {
		return nil
	}
	if w.timer == nil {
		w.timer = time.NewTimer(left)
	} else {
		w.timer.Reset(left)
	}
	return w.timer.C
}

func (w *Waiter) before() {
	if w.BeforeWait != nil {
		w.BeforeWait()
	}
}

func (w *Waiter) after() {
	if w.AfterWait != nil {
		w.AfterWait()
	}
}

// waiting runs wait between the hooks, again and again, until it ends
// otherwise than by an interrupt that Interrupted lets pass.
func (w *Waiter) waiting(wait func() error) error {
	if err := w.Start(); err != nil {
		return err
	}
	for {
		w.before()
		err := wait()
		w.after()
		if err != ErrInterrupted || w.Interrupted == nil {
			return err
		}
		if err := w.Interrupted(); err != nil {
			return err
		}
	}
}

// Sleep waits for d and returns nil, or ends earlier with ErrInterrupted.
func (w *Waiter) Sleep(d time.Duration) error {
	end := After(d)
	return w.waiting(func() error {
		for {
			switch _, err := w.park(nil, -1, 0, end); err {
			case nil: // somebody knocked
			case ErrTimeout:
				return nil
			default:
				return err
			}
		}
	})
}

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

// WaitChan waits until ch can be received from (or is closed).
func (w *Waiter) WaitChan(ch <-chan struct{}, d Deadline) error {
	select {
	case <-ch:
		return nil
	default:
	}
	return w.waiting(func() error { return w.parkChan(ch, d) })
}

// Park waits until done reports true, which it is asked between the hooks,
// before each wait. Whoever makes it true sends to ch.
func (w *Waiter) Park(ch <-chan struct{}, done func() bool, d Deadline) error {
	if err := w.Start(); err != nil {
		return err
	}
	for !done() {
		w.before()
		err := w.parkChan(ch, d)
		w.after()
		if err == ErrInterrupted && w.Interrupted != nil {
			err = w.Interrupted()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// parkChan waits once, until ch can be received from or one of the errors.
func (w *Waiter) parkChan(ch <-chan struct{}, d Deadline) error {
	knock := w.channel()
	for {
		if err := w.open(knocker(knock)); err != nil {
			return err
		}
		alarm := w.alarm(d)
		err := errKnock
		select {
		case <-ch:
			err = nil
		case <-alarm:
			err = ErrTimeout
		case <-knock:
		}
		if alarm != nil {
			w.timer.Stop()
		}
		w.shut()
		if err != errKnock {
			return err
		}
		if w.Clear() {
			return ErrInterrupted
		}
	}
}

var errKnock = errors.New("somebody knocked")

// Poll waits until one of fds has one of its events, sets each Revents, and
// returns how many are not zero, as poll(2) does. Descriptors below zero are
// passed over.
func (w *Waiter) Poll(fds []PollFd, d Deadline) (n int, err error) {
	if d == AtOnce {
		return poll(fds, d)
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

// Alone reports whether the thread is the only one: it waits in poll(2).
func (w *Waiter) Alone() bool { return threads.Load() <= slots.threads }

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
		w.Idle = 0
		w.OnIdle()
	}
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
	if sysfd >= 0 {
		switch err := shared.add(w, sysfd, events); err {
		case nil:
			defer func() { got = shared.remove(w, sysfd) }()
		case unix.EPERM: // a regular file
			return events, nil
		case unix.EBADF: // what poll(2) says of one
			return unix.POLLNVAL, nil
		default:
			return 0, err
		}
	}
	alarm := w.alarm(d)
	select {
	case <-knock:
	case <-alarm:
	}
	if alarm != nil {
		w.timer.Stop()
	}
	return 0, nil
}
