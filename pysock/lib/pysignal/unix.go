//go:build unix

package pysignal

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// What Unix alone has: timers, masks, and functions that wait.

// NSIG is the number after the last signal.
const nsig = 65

type timers [3]timer

var (
	itimerError2 = object.NewKind("signal", "ItimerError", object.IOError, object.OSError)
	itimerError3 = object.NewKind("signal", "itimer_error", object.IOError, object.OSError)
)

// timerDefs are the functions of both dialects.
func (m *module) timerDefs() []object.Def {
	return []object.Def{
		{Name: "alarm", F: m.alarm},
		{Name: "setitimer", F: m.setItimer},
		{Name: "getitimer", F: m.getItimer},
		{Name: "pause", F: m.pause},
		{Name: "siginterrupt", F: m.siginterrupt},
	}
}

// maskDefs are Python 3's own.
func (m *module) maskDefs() []object.Def {
	return []object.Def{
		{Name: "pthread_kill", F: m.pthreadKill},
		{Name: "pthread_sigmask", F: m.pthreadSigmask},
		{Name: "sigpending", F: m.sigpending},
		{Name: "sigwait", F: m.sigwait},
		{Name: "sigwaitinfo", F: m.sigwaitinfo},
		{Name: "sigtimedwait", F: m.sigtimedwait},
	}
}

// addPlatform adds what isn't a function.
func (m *module) addPlatform(names *object.Module) {
	rt, py2 := m.rt, m.rt.Dialect == syntax.Python2
	m.timers[timerReal].signal, m.timers[timerVirtual].signal, m.timers[timerProf].signal = unix.SIGALRM, unix.SIGVTALRM, unix.SIGPROF
	for n, v := range map[string]int{"ITIMER_REAL": timerReal, "ITIMER_VIRTUAL": timerVirtual, "ITIMER_PROF": timerProf} {
		names.Set(n, starlark.MakeInt(v))
	}
	m.error = itimerError3
	if py2 {
		m.error = itimerError2
	}
	names.Set("ItimerError", m.error.Class(rt.Dialect))
	if !py2 {
		names.Set("SIG_BLOCK", starlark.MakeInt(sigBlock))
		names.Set("SIG_UNBLOCK", starlark.MakeInt(sigUnblock))
		names.Set("SIG_SETMASK", starlark.MakeInt(sigSetmask))
		m.siginfo = object.NewStructType(rt, object.StructSpec{
			Module: "signal", Name: "struct_siginfo",
			Fields: []string{"si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band"},
		})
		names.Set("struct_siginfo", m.siginfo.Class())
	}
}

// ignoredAtStart reports whether Python ignores a signal from the start.
func ignoredAtStart(sig int) bool { return sig == int(unix.SIGPIPE) || sig == int(unix.SIGXFSZ) }

// siginterrupt is siginterrupt(signalnum, flag): whether calls that the signal
// interrupts fail with EINTR after its handler. In Python 3 they never do.
func (m *module) siginterrupt(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var sig, flag int
	if m.rt.Dialect != syntax.Python2 && len(args) != 2 {
		return nil, object.TypeError.Errorf("siginterrupt expected 2 arguments, got %d", len(args))
	}
	if err := object.Positional(t, "siginterrupt", args, kwargs, 2, &sig, &flag); err != nil {
		return nil, err
	}
	if err := inRange(sig); err != nil {
		return nil, err
	}
	if !settable(sig) {
		return nil, m.osError(unix.EINVAL)
	}
	m.rt.RestartAfter(sig, flag == 0)
	return starlark.None, nil
}

// pause is pause(): it waits until a handler has run; in another thread than the
// main one, for a signal that is sent to that very thread.
func (m *module) pause(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs(m.name(), "pause", args, kwargs); err != nil {
		return nil, err
	}
	m.arm()
	q := &m.paused
	if t.Root() != m.rt.Main {
		q = new(object.Waiters)
		m.pausedElsewhere[t.Ident()] = q
		defer delete(m.pausedElsewhere, t.Ident())
	}
	_, err := t.WaitFor(q, forever, never, outside{"a signal"})
	return starlark.None, err
}
