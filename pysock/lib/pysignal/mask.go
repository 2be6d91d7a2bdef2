//go:build unix

package pysignal

import (
	"math/bits"
	"os"
	"time"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// How pthread_sigmask changes a mask.
const (
	sigBlock = iota
	sigUnblock
	sigSetmask
)

// A sigset is an argument that holds numbers of signals.
type sigset struct{ mask uint64 }

// Convert takes an iterable.
func (s *sigset) Convert(t *object.Thread, v starlark.Value) error {
	elems, err := object.Elements(t, v)
	if err != nil {
		return err
	}
	for _, e := range elems {
		n, err := t.Int(e)
		switch {
		case object.Is(err, object.OverflowError, t.RT.Dialect):
			n = -1
		case err != nil:
			return err
		}
		if n < 1 || n >= nsig {
			return object.ValueError.Errorf("signal number %d out of range [1; %d]", n, nsig-1)
		}
		s.mask |= bit(int(n))
	}
	return nil
}

// pthreadSigmask is pthread_sigmask(how, mask) -> the set of those blocked before.
// It raises OSError.
func (m *module) pthreadSigmask(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var how int
	var s sigset
	if err := object.Positional(t, "pthread_sigmask", args, kwargs, 2, &how, &s); err != nil {
		return nil, err
	}
	root := t.Root()
	old, mask := root.Blocked, s.mask&validMask()
	for _, never := range []unix.Signal{unix.SIGKILL, unix.SIGSTOP} {
		mask &^= bit(int(never))
	}
	switch how {
	case sigBlock:
		root.Blocked |= mask
	case sigUnblock:
		root.Blocked &^= mask
	case sigSetmask:
		root.Blocked = mask
	default:
		return nil, m.osError(unix.EINVAL)
	}
	m.arm()
	changed := old ^ root.Blocked
	for sig := 1; sig < nsig; sig++ {
		if changed&bit(sig) == 0 {
			continue
		}
		pending := m.masked&bit(sig) != 0 && !m.blocked(sig)
		if pending {
			m.masked &^= bit(sig)
		}
		m.dispose(sig)
		switch {
		case !pending:
		case m.handled(sig):
			m.rt.Signal(sig)
		case m.rt.OwnsProcess && m.handlers[sig] == starlark.MakeInt(sigDfl):
			Kill(sig)
		}
	}
	return set(old), t.Check()
}

// sigpending is sigpending() -> the set of those that arrived and are blocked.
func (m *module) sigpending(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs(m.name(), "sigpending", args, kwargs); err != nil {
		return nil, err
	}
	if err := t.Check(); err != nil {
		return nil, err
	}
	return set(m.masked & t.Root().Blocked), nil
}

// await waits until one of the signals arrives, and takes it; 0 if none does
// until d.
func (m *module) await(t *object.Thread, mask uint64, d netfd.Deadline) (sig int, own bool, err error) {
	m.arm()
	before := m.awaited
	m.awaited |= mask
	for sig := 1; sig < nsig; sig++ {
		if mask&bit(sig) != 0 && settable(sig) {
			m.dispose(sig)
		}
	}
	defer func() {
		m.awaited = before
		for sig := 1; sig < nsig; sig++ {
			if mask&bit(sig) != 0 && settable(sig) {
				m.dispose(sig)
			}
		}
	}()
	var since time.Time
	for {
		if err := t.Check(); err != nil {
			return 0, false, err
		}
		if got := m.masked & mask; got != 0 {
			sig = bits.TrailingZeros64(got) + 1
			own = m.sent&bit(sig) != 0
			m.masked &^= bit(sig)
			m.sent &^= bit(sig)
			return sig, own, nil
		}
		if d == netfd.AtOnce {
			return 0, false, nil
		}
		woken, err := t.WaitFor(&m.waiters, d, since, outside{"a signal"})
		if err != nil {
			return 0, false, err
		}
		if !woken {
			d = netfd.AtOnce
		}
	}
}

// sigwait is sigwait(sigset) -> the number of the one that arrived.
func (m *module) sigwait(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var s sigset
	if err := object.OneArg(t, m.name(), "sigwait", args, kwargs, &s); err != nil {
		return nil, err
	}
	sig, _, err := m.await(t, s.mask, netfd.Forever)
	return starlark.MakeInt(sig), err
}

// sigwaitinfo is sigwaitinfo(sigset) -> struct_siginfo.
func (m *module) sigwaitinfo(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var s sigset
	if err := object.OneArg(t, m.name(), "sigwaitinfo", args, kwargs, &s); err != nil {
		return nil, err
	}
	sig, own, err := m.await(t, s.mask, netfd.Forever)
	return m.info(sig, own), err
}

// sigtimedwait is sigtimedwait(sigset, timeout) -> struct_siginfo, None if no
// signal arrives in time.
func (m *module) sigtimedwait(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var s sigset
	var timeout starlark.Value
	if err := object.Positional(t, "sigtimedwait", args, kwargs, 2, &s, &timeout); err != nil {
		return nil, err
	}
	var sec float64
	if f, ok := timeout.(starlark.Float); ok {
		sec = float64(f)
	} else {
		n, err := t.Int(timeout)
		if err != nil {
			return nil, err
		}
		sec = float64(n)
	}
	if sec < 0 {
		return nil, object.ValueError.Errorf("timeout must be non-negative")
	}
	d := netfd.AtOnce
	if sec > 0 {
		d = netfd.After(time.Duration(min(sec*1e9, 1<<62)))
	}
	sig, own, err := m.await(t, s.mask, d)
	if sig == 0 {
		return starlark.None, err
	}
	return m.info(sig, own), err
}

// info is what is known of a signal.
func (m *module) info(sig int, own bool) starlark.Value {
	values := make([]starlark.Value, 7)
	for i := range values {
		values[i] = starlark.MakeInt(0)
	}
	values[0] = starlark.MakeInt(sig)
	if own {
		values[3], values[4] = starlark.MakeInt(os.Getpid()), starlark.MakeInt(os.Getuid())
	}
	return m.siginfo.New(values...)
}

// pthreadKill is pthread_kill(thread_id, signalnum). It raises OSError. The
// handler runs in the main thread, whichever thread is meant.
func (m *module) pthreadKill(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var ident int64
	var sig int
	if err := object.Positional(t, "pthread_kill", args, kwargs, 2, &ident, &sig); err != nil {
		return nil, err
	}
	known := false
	for _, x := range m.rt.Threads() {
		known = known || x.Ident() == ident
	}
	switch {
	case !known:
		return nil, object.OSErrno(object.OSError, unix.ESRCH, nil)
	case sig < 0 || sig >= nsig:
		return nil, m.osError(unix.EINVAL)
	case sig == 0:
		return starlark.None, nil
	}
	if q := m.pausedElsewhere[ident]; q != nil && m.handled(sig) {
		defer m.wakeAll(q)
	}
	return starlark.None, m.send(t, sig)
}
