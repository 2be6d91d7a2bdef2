package netfd

import (
	"errors"
	"sync"
	"sync/atomic"
	"time"
)

var (
	// ErrTimeout ends a call whose deadline passed while it waited.
	ErrTimeout = errors.New("timed out")
	// ErrInterrupted ends a wait of a Waiter that was interrupted.
	ErrInterrupted = errors.New("interrupted")
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
	// until OnIdle is called in the midst of it, which returns the next Idle.
	Idle   time.Duration
	OnIdle func() time.Duration

	mu      sync.Mutex
	pending bool  // interrupted, and not yet told
	door    waker // where the wait under way can be knocked at

	started bool

	knock  chan struct{} // the door of waits that take no slot
	timer  *time.Timer   // for those
	places               // what the platform's waits need
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
		if err := share(); err != nil {
			threads.Add(-1)
			return err
		}
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
			switch err := w.doze(end); err {
			case nil: // somebody knocked
			case ErrTimeout:
				return nil
			default:
				return err
			}
		}
	})
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
