// Package pythread is Python's module _thread, which is called thread in Python
// 2: threads and what they wait for each other with. Module threading, in
// embedded Python, stands on it.
//
// A thread is a goroutine with a Starlark thread of its own; package object
// tells of the lock that lets one of them run at a time.
package pythread

import (
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"math"
	"time"
)

const doc = "Threads, and locks for them."

// A module is module _thread of one runtime.
type module struct {
	rt    *object.Runtime
	name  string // _thread or thread
	lock  *object.Class
	rlock *object.Class
	error *object.Kind // of locks
	count int          // how many threads run that this module started
	stack int          // what stack_size was told

	hookArgs *object.StructType
}

var error2 = object.NewKind("thread", "error", object.Exc, object.RuntimeError)

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := &module{rt: rt, name: "_thread", error: object.RuntimeError}
	py2 := rt.Dialect == syntax.Python2
	if py2 {
		m.name, m.error = "thread", error2
	}
	m.lock, m.rlock = m.newLockClass(), m.newRLockClass()
	defs := []object.Def{
		{Name: "start_new_thread", F: m.startNewThread},
		{Name: "start_new", F: m.startNewThread},
		{Name: "allocate_lock", F: m.allocateLock},
		{Name: "allocate", F: m.allocateLock},
		{Name: "exit", F: m.exit},
		{Name: "exit_thread", F: m.exit},
		{Name: "get_ident", F: m.getIdent},
		{Name: "_count", F: m.countThreads},
		{Name: "stack_size", F: m.stackSize},
		{Name: "interrupt_main", F: m.interruptMain},
		{Name: "_set_sentinel", F: m.setSentinel},
		{Name: "_local_attach", F: m.localAttach},
		{Name: "_main_ident", F: m.mainIdent},
		{Name: "_set_name", F: m.setName},
	}
	if !py2 {
		defs = append(defs, object.Def{Name: "get_native_id", F: m.getNativeID}, object.Def{Name: "_excepthook", F: m.excepthook}, object.Def{Name: "_unraisable", F: m.unraisable},
			object.Def{Name: "_set_atexit", F: m.setAtExit})
	}
	names := object.NewModule(rt, m.name, doc, defs)
	names.Set("LockType", m.lock)
	names.Set("error", m.error.Class(rt.Dialect))
	names.Set("_local_base", m.newLocalClass())
	names.Live = func(name string) starlark.Value {
		if name != "_local" {
			return nil
		}
		mod, err := rt.Import(rt.Current(), "_thread_common")
		if err != nil {
			return nil
		}
		v, _ := rt.Attr(mod, "local")
		return v
	}
	names.Set("RLock", m.rlock)
	names.Set("Condition", m.newConditionClass())
	names.Set("_EventBase", m.newEventBase())
	if !py2 {
		names.Set("TIMEOUT_MAX", starlark.Float(timeoutMax))
		m.addHookArgs(names)
		names.Set("_atexit", rt.List(nil)) // what module atexit was told
	}
	return names
}

// timeoutMax is TIMEOUT_MAX, the longest wait for a lock, in seconds.
const timeoutMax = math.MaxInt64 / 1_000_000_000

// A wait is how long acquire may take: its arguments.
type wait struct {
	blocking bool
	timeout  starlark.Value
}

// deadline returns the end of a wait. It raises ValueError and OverflowError.
func (m *module) deadline(t *object.Thread, w wait) (netfd.Deadline, error) {
	forever := w.timeout == nil
	var sec float64
	if !forever {
		switch v := w.timeout.(type) {
		case starlark.Float:
			sec = float64(v)
		default:
			n, err := t.Int(v)
			if err != nil {
				return 0, err
			}
			sec = float64(n)
		}
		if math.IsNaN(sec) {
			return 0, object.ValueError.Errorf("Invalid value NaN (not a number)")
		}
		if sec*1e9 >= 1<<63 || sec*1e9 < -1<<63 {
			return 0, object.OverflowError.Errorf("timestamp out of range for platform time_t")
		}
		forever = sec == -1
	}
	switch {
	case !w.blocking && !forever:
		return 0, object.ValueError.Errorf("can't specify a timeout for a non-blocking call")
	case !w.blocking:
		return netfd.AtOnce, nil
	case forever:
		return netfd.Forever, nil
	case sec < 0:
		return 0, object.ValueError.Errorf("timeout value must be positive")
	case sec > timeoutMax:
		return 0, object.OverflowError.Errorf("timeout value is too large")
	}
	return after(sec), nil
}

// after is the deadline in so many seconds.
func after(sec float64) netfd.Deadline {
	if sec <= 0 {
		return netfd.AtOnce
	}
	return netfd.After(time.Duration(min(math.Ceil(sec*1e9), math.MaxInt64/2)))
}
