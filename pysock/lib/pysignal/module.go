// Package pysignal is Python's module signal, and _signal, over which Python 3's
// signal stands: see enums.go.
//
// # How signals arrive
//
// A signal that the script handles comes through Go's os/signal to a goroutine,
// which notes it (Runtime.Signal) and knocks at the main thread's wait. The main
// thread calls the handler before its next instructions, or in the midst of its
// wait, which goes on afterwards for the time that is left; in Python 2 it fails
// with EINTR.
//
// What a script sends to itself, by kill, raise_signal or a timer, takes no way
// around through the system if the script handles it.
//
// In the command, signals that the script doesn't handle do what they do to any
// process: for most Go's runtime would do something else, see disposition.
//
// # Masks
//
// Go has no threads that a signal could be blocked for, so masks are kept here:
// a signal that all threads block waits in a set of this module until one of
// them unblocks it or waits for it. A child doesn't inherit a mask. Who sent a
// signal isn't known, but for the script itself.
package pysignal

import (
	"os"
	"slices"
	"sync/atomic"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// What a handler can be beside a function: SIG_DFL and SIG_IGN.
const (
	sigDfl = 0
	sigIgn = 1
)

// A module is the module of one runtime.
type module struct {
	rt       *object.Runtime
	handlers [nsig]starlark.Value // None: not Python's
	intr     *object.Func         // default_int_handler
	error    *object.Kind         // ItimerError
	siginfo  *object.StructType

	incoming chan os.Signal
	wakeup   wakeup
	timers   timers

	// Of masks, under the interpreter's lock:
	masked  uint64 // arrived, and blocked by all threads
	awaited uint64 // by sigwait
	sent    uint64 // of those that arrived, those the script sent itself
	waiters object.Waiters
	paused  object.Waiters // the main thread's pause
	// pausedElsewhere are those of other threads, by ident.
	pausedElsewhere map[int64]*object.Waiters

	own atomic.Uint64 // signals that come to us: handled, blocked or awaited
}

const doc = "Signals, timers that send them, and their handlers."

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	return rt.Local(moduleKey{}, func() any { return newModule(rt) }).(*object.Module)
}

type moduleKey struct{}

func newModule(rt *object.Runtime) *object.Module {
	py2 := rt.Dialect == syntax.Python2
	m := &module{rt: rt, pausedElsewhere: map[int64]*object.Waiters{}}
	defs := []object.Def{
		{Name: "signal", F: m.setSignal},
		{Name: "getsignal", F: m.getSignal},
		{Name: "default_int_handler", F: m.defaultIntHandler},
		{Name: "set_wakeup_fd", F: m.setWakeupFd},
	}
	defs = append(defs, m.timerDefs()...)
	if !py2 {
		defs = append(defs, []object.Def{
			{Name: "raise_signal", F: m.raiseSignal},
			{Name: "strsignal", F: m.strsignal},
			{Name: "valid_signals", F: m.validSignals},
		}...)
		defs = slices.Concat(defs, m.maskDefs(), systemDefs)
	}
	names := object.NewModule(rt, m.name(), doc, defs)
	m.intr, _ = names.Get("default_int_handler").(*object.Func)
	for n, v := range signalNumbers {
		if py2 && only3[n] {
			continue
		}
		names.Set(n, starlark.MakeInt(v))
	}
	for n, v := range map[string]int{
		"SIG_DFL": sigDfl, "SIG_IGN": sigIgn, "NSIG": nsig,
	} {
		names.Set(n, starlark.MakeInt(v))
	}
	m.addPlatform(names)
	m.inherit()
	rt.AtEnd(m.end)
	return names
}

// only3 are the names that Python 2 doesn't have.
var only3 = map[string]bool{"SIGSTKFLT": true}

// setSignal is signal(signalnum, handler) -> the handler before. Only the main
// thread may call it: ValueError. It raises OSError, in Python 2 RuntimeError.
func (m *module) setSignal(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var sig int
	var handler starlark.Value
	if err := object.Positional(t, "signal", args, kwargs, 2, &sig, &handler); err != nil {
		return nil, err
	}
	if t.Root() != m.rt.Main {
		return nil, object.ValueError.By("signal only works in main thread", "signal only works in main thread of the main interpreter")
	}
	if err := inRange(sig); err != nil {
		return nil, err
	}
	n, isInt := object.AsInt(handler)
	how, _ := n.Int64()
	if !object.Callable(handler) {
		if !isInt || how != sigDfl && how != sigIgn {
			return nil, object.TypeError.Errorf("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
		}
		handler = starlark.MakeInt64(how)
	}
	if err := t.Check(); err != nil {
		return nil, err
	}
	if !settable(sig) {
		return nil, m.osError(posix.EINVAL)
	}
	old := m.handlers[sig]
	m.handlers[sig] = handler
	m.arm()
	m.rt.RestartAfter(sig, false)
	m.dispose(sig)
	return old, nil
}

// osError is OSError, in Python 2 RuntimeError.
func (m *module) osError(e posix.Errno) error {
	if m.rt.Dialect == syntax.Python2 {
		return object.RuntimeError.New(starlark.MakeInt(int(e)), m.rt.Str(object.Strerror(e)))
	}
	return object.OSErrno(object.OSError, e, nil)
}

func inRange(sig int) error {
	if sig < 1 || sig >= nsig {
		return object.ValueError.Errorf("signal number out of range")
	}
	return nil
}

// getSignal is getsignal(signalnum) -> its handler, None if nobody knows.
func (m *module) getSignal(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var sig int
	if err := object.OneArg(t, m.name(), "getsignal", args, kwargs, &sig); err != nil {
		return nil, err
	}
	if err := inRange(sig); err != nil {
		return nil, err
	}
	return m.handlers[sig], nil
}

func (m *module) name() string {
	if m.rt.Dialect == syntax.Python2 {
		return "signal"
	}
	return "_signal"
}

// defaultIntHandler is default_int_handler(signalnum, frame): it raises
// KeyboardInterrupt.
func (m *module) defaultIntHandler(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if m.rt.Dialect != syntax.Python2 {
		if len(args) != 2 || len(kwargs) > 0 {
			return nil, object.TypeError.Errorf("default_int_handler expected 2 arguments, got %d", len(args))
		}
		var sig int
		if err := object.Positional(t, "default_int_handler", args, kwargs, 2, &sig, new(starlark.Value)); err != nil {
			return nil, err
		}
	}
	return nil, object.KeyboardInterrupt.New()
}

// arm makes the module handle what arrives, from the first time on that a script
// uses it for more than to look around.
func (m *module) arm() {
	m.rt.HandleSignals(m.handle, m.raise)
}

// strsignal is strsignal(signalnum) -> what the signal is called, or None.
func (m *module) strsignal(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var sig int
	if err := object.OneArg(t, m.name(), "strsignal", args, kwargs, &sig); err != nil {
		return nil, err
	}
	if err := inRange(sig); err != nil {
		return nil, err
	}
	if words := signalWords(sig); words != "" {
		return m.rt.Str(words), nil
	}
	return starlark.None, nil
}

// validSignals is valid_signals() -> the set of the numbers of signals.
func (m *module) validSignals(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return set(validMask()), object.NoArgs(m.name(), "valid_signals", args, kwargs)
}

func validMask() uint64 {
	var all uint64
	for sig := 1; sig < nsig; sig++ {
		if valid(sig) {
			all |= bit(sig)
		}
	}
	return all
}

func bit(sig int) uint64 { return 1 << (sig - 1) }

// set is the Python set of the signals of a mask.
func set(mask uint64) starlark.Value {
	var elems []starlark.Value
	for sig := 1; sig < nsig; sig++ {
		if mask&bit(sig) != 0 {
			elems = append(elems, starlark.MakeInt(sig))
		}
	}
	s, _ := object.NewSet(elems, false) // ints can be hashed
	return s
}

// raiseSignal is raise_signal(signalnum).
func (m *module) raiseSignal(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var sig int
	if err := object.OneArg(t, m.name(), "raise_signal", args, kwargs, &sig); err != nil {
		return nil, err
	}
	if sig < 0 || sig >= nsig {
		return nil, m.osError(posix.EINVAL)
	}
	return starlark.None, m.send(t, sig)
}

// send sends the process a signal, and runs its handler if the main thread does
// it.
func (m *module) send(t *object.Thread, sig int) error {
	m.arm()
	if !m.raise(sig) {
		if err := Kill(sig); err != nil {
			return object.OSFail(object.OSError, err, nil)
		}
	}
	return t.Check()
}

// An outside is what a thread waits for that isn't another thread's to give.
type outside struct{ what string }

func (o outside) String() string         { return o.what }
func (o outside) Type() string           { return "#outside" }
func (o outside) Freeze()                {}
func (o outside) Truth() starlark.Bool   { return true }
func (o outside) Hash() (uint32, error)  { return 0, nil }
func (o outside) Holder() *object.Thread { return nil }
