package pysignal

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const forever = netfd.Forever

var never time.Time

// inherit takes the handlers that signals have when the script begins.
func (m *module) inherit() {
	for sig := 1; sig < nsig; sig++ {
		switch {
		case !valid(sig):
			m.handlers[sig] = starlark.None
		case sig == int(syscall.SIGINT) && !signal.Ignored(syscall.SIGINT):
			m.handlers[sig] = m.intr
			m.own.Or(bit(sig))
		case ignored(sig):
			m.handlers[sig] = starlark.MakeInt(sigIgn)
		default:
			m.handlers[sig] = starlark.MakeInt(sigDfl)
		}
	}
}

// ignored reports whether a signal has no effect when the script begins: it was
// so in the process that started it, or it is one of those that Python ignores.
func ignored(sig int) bool {
	return ignoredAtStart(sig) || signal.Ignored(syscall.Signal(sig))
}

// handled reports whether the script has a function for a signal.
func (m *module) handled(sig int) bool {
	_, isInt := m.handlers[sig].(starlark.Int)
	return !isInt && m.handlers[sig] != starlark.None
}

// blocked reports whether all threads block a signal.
func (m *module) blocked(sig int) bool {
	for _, t := range m.rt.Threads() {
		if t.Blocked&bit(sig) == 0 {
			return false
		}
	}
	return true
}

// ours reports whether a signal is to come to us: it is handled, or some thread
// blocks or awaits it.
func (m *module) ours(sig int) bool {
	if m.handled(sig) || m.awaited&bit(sig) != 0 {
		return true
	}
	for _, t := range m.rt.Threads() {
		if t.Blocked&bit(sig) != 0 {
			return true
		}
	}
	return false
}

// dispose makes the system do with a signal what the script wants.
func (m *module) dispose(sig int) {
	if m.ours(sig) {
		if m.own.Load()&bit(sig) == 0 || sig == int(syscall.SIGINT) {
			m.own.Or(bit(sig))
			m.catch(sig)
		}
		return
	}
	was := m.own.Load()&bit(sig) != 0
	m.own.And(^bit(sig))
	switch {
	case m.rt.OwnsProcess && m.handlers[sig] == starlark.MakeInt(sigIgn):
		signal.Ignore(syscall.Signal(sig))
	case m.rt.OwnsProcess:
		setDefault(sig)
	case was && m.incoming != nil:
		signal.Stop(m.incoming) // there is no way to stop one of them
		for s := 1; s < nsig; s++ {
			if m.own.Load()&bit(s) != 0 && s != int(syscall.SIGINT) {
				signal.Notify(m.incoming, syscall.Signal(s))
			}
		}
	}
}

// Die ends the process by a signal, whatever was to be done with it before.
func Die(sig int) {
	setDefault(sig)
	Kill(sig)
}

// catch has a signal sent to us.
func (m *module) catch(sig int) {
	if m.incoming == nil {
		m.incoming = make(chan os.Signal, 2*nsig)
		go m.receive(m.incoming)
	}
	switch {
	case m.rt.OwnsProcess:
		signal.Ignore(syscall.Signal(sig)) // Go's runtime forgets that it had handled it
	case sig == int(syscall.SIGINT): // it comes by Interrupt
		return
	}
	signal.Notify(m.incoming, syscall.Signal(sig))
}

// receive notes the signals that arrive.
func (m *module) receive(incoming <-chan os.Signal) {
	for s := range incoming {
		if sig, ok := s.(syscall.Signal); ok {
			m.arrived(int(sig))
		}
	}
}

// end undoes what the module has asked of the process. (It knows no handlers of a
// script's that has ended.)
func (m *module) end(*object.Thread) {
	m.stopTimers()
	m.wakeup.mu.Lock()
	m.wakeup.fd = 0
	m.wakeup.mu.Unlock()
	if m.incoming == nil {
		return
	}
	signal.Stop(m.incoming)
	close(m.incoming) // which ends receive
	m.incoming = nil
	if m.rt.OwnsProcess {
		for sig := 1; sig < nsig; sig++ {
			if m.own.Load()&bit(sig) != 0 && sig != int(syscall.SIGINT) {
				setDefault(sig)
			}
		}
	}
	m.own.Store(0)
}

// arrived notes a signal; it runs in any goroutine.
func (m *module) arrived(sig int) {
	m.wakeup.write(sig)
	m.rt.Signal(sig)
}

// raise sends a signal to the script itself, and reports whether that was
// possible without the system.
func (m *module) raise(sig int) bool {
	if sig < 1 || sig >= nsig || !settable(sig) {
		return false
	}
	if !m.ours(sig) {
		return false
	}
	m.sent |= bit(sig)
	m.arrived(sig)
	return true
}

// handle calls the handler of a signal that has arrived; it runs in the main
// thread.
func (m *module) handle(t *object.Thread, sig int) (ran bool, err error) {
	if err := m.wakeup.complain(m, t); err != nil {
		return false, err
	}
	if m.awaited&bit(sig) != 0 || m.blocked(sig) {
		m.masked |= bit(sig)
		m.wakeAll(&m.waiters)
		return false, nil
	}
	m.sent &^= bit(sig)
	h := m.handlers[sig]
	if h == m.intr {
		m.wakeAll(&m.paused)
		return true, object.KeyboardInterrupt.New()
	}
	if !m.handled(sig) {
		return false, nil
	}
	var frame starlark.Value = starlark.None
	if f := t.FrameObject(); f != nil {
		frame = f
	}
	_, err = t.Call(h, starlark.MakeInt(sig), frame)
	m.wakeAll(&m.paused)
	return true, err
}

func (m *module) wakeAll(q *object.Waiters) {
	for q.Wake() {
	}
}

// A wakeup is the descriptor to which the numbers of signals are written as
// they arrive.
type wakeup struct {
	mu    sync.Mutex
	fd    int // 0: none; else one more than the descriptor
	warn  bool
	fault posix.Errno // that is to be told
}

func (w *wakeup) write(sig int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.fd == 0 {
		return
	}
	for {
		_, err := posix.Write(w.fd-1, []byte{byte(sig)})
		if err == posix.EINTR {
			continue
		}
		if e, ok := err.(posix.Errno); ok && (w.warn || e != posix.EAGAIN) {
			w.fault = e
		}
		return
	}
}

// complain tells that a number couldn't be written.
func (w *wakeup) complain(m *module, t *object.Thread) error {
	w.mu.Lock()
	e := w.fault
	w.fault = 0
	w.mu.Unlock()
	if e != 0 && m.rt.Dialect != syntax.Python2 && m.rt.Complain != nil {
		m.rt.Complain("Exception ignored when trying to write to the signal wakeup fd", object.OSErrno(object.OSError, e, nil), starlark.None)
	}
	return nil
}

// setWakeupFd is set_wakeup_fd(fd, *, warn_on_full_buffer=True) -> the one
// before, -1 if there was none. It raises ValueError where fd is in blocking
// mode, and OSError (in Python 2 ValueError).
func (m *module) setWakeupFd(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var fd int
	warn := true
	py2 := m.rt.Dialect == syntax.Python2
	if py2 {
		if err := object.Positional(t, "set_wakeup_fd", args, kwargs, 1, &fd); err != nil {
			return nil, err
		}
	} else {
		if len(args) > 1 {
			return nil, object.TypeError.Errorf("set_wakeup_fd() takes at most 1 positional argument (%d given)", len(args))
		}
		if err := object.Keywords(t, "set_wakeup_fd", args, kwargs, 1, "", &fd, "warn_on_full_buffer", &warn); err != nil {
			return nil, err
		}
	}
	if t.Root() != m.rt.Main {
		return nil, object.ValueError.By("set_wakeup_fd only works in main thread", "set_wakeup_fd only works in main thread of the main interpreter")
	}
	if fd != -1 {
		flags, err := netfd.Flags(fd)
		switch {
		case err != nil && py2:
			return nil, object.ValueError.Errorf("invalid fd")
		case err != nil:
			return nil, object.OSFail(object.OSError, err, nil)
		case posix.O_NONBLOCK != 0 && flags&posix.O_NONBLOCK == 0 && !py2:
			return nil, object.ValueError.Errorf("the fd %d must be in non-blocking mode", fd)
		}
	}
	m.arm()
	w := &m.wakeup
	w.mu.Lock()
	defer w.mu.Unlock()
	old := w.fd - 1
	w.fd, w.warn = fd+1, warn
	return starlark.MakeInt(old), nil
}
