package pythread

import (
	"os"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// startNewThread is start_new_thread(function, args[, kwargs]) -> ident.
func (m *module) startNewThread(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(kwargs) > 0 {
		return nil, object.TypeError.By("start_new_thread() takes no keyword arguments", "_thread.start_new_thread() takes no keyword arguments")
	}
	switch n := len(args); {
	case n < 2:
		return nil, object.TypeError.Errorf("start_new_thread expected at least 2 arguments, got %d", n)
	case n > 3:
		return nil, object.TypeError.Errorf("start_new_thread expected at most 3 arguments, got %d", n)
	}
	fn := args[0]
	if !builtins.IsCallable(fn) {
		return nil, object.TypeError.Errorf("first arg must be callable")
	}
	params, ok := object.AsTuple(args[1])
	if !ok {
		return nil, object.TypeError.Errorf("2nd arg must be a tuple")
	}
	var named []starlark.Tuple
	if len(args) == 3 {
		d, ok := object.Unwrap(args[2]).(*object.Dict)
		if !ok {
			return nil, object.TypeError.Errorf("optional 3rd arg must be a dictionary")
		}
		named = d.Items()
	}
	m.count++
	n, err := t.Start("", func(t *object.Thread) {
		m.run(t, fn, params, named)
		m.count--
		m.ended(t)
	})
	if err != nil {
		m.count--
		return nil, m.error.Errorf("can't start new thread")
	}
	return starlark.MakeInt64(n.Ident()), nil
}

// run calls what a thread was started for. What it raises is told; SystemExit
// ends the thread.
func (m *module) run(t *object.Thread, fn starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) {
	_, err := starlark.Call(t.Star, fn, args, kwargs)
	if err == nil {
		return
	}
	e := t.Exception(err)
	if e.Class().IsSubclass(object.SystemExit.Class(m.rt.Dialect)) {
		return
	}
	m.rt.Unhandled(e, fn)
}

// A sentinel is the lock that is released when a thread has ended, and the set
// of those for which the interpreter waits at exit, if it is one of them.
type sentinel struct {
	lock  *lock
	among *object.Set
}

// sentinelKey is where a thread keeps its sentinel.
type sentinelKey struct{}

// setSentinel is _set_sentinel(among=None) -> a lock that is held until the
// thread has ended. For so long it is in the set among.
func (m *module) setSentinel(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	among := starlark.Value(starlark.None)
	if err := object.Positional(t, "_set_sentinel", args, kwargs, 0, &among); err != nil {
		return nil, err
	}
	s := &sentinel{lock: &lock{m: m}}
	if among != starlark.None {
		set, ok := among.(*object.Set)
		if !ok {
			return nil, object.TypeError.Errorf("expected a set, got %s", object.TypeName(among))
		}
		if err := set.Add(s.lock); err != nil {
			return nil, err
		}
		s.among = set
	}
	s.lock.held, s.lock.holder = true, t.Root()
	t.DropLocal(sentinelKey{})
	t.Local(sentinelKey{}, func() any { return s })
	return s.lock, nil
}

// setAtExit is _set_atexit(function): the interpreter calls it at exit.
func (m *module) setAtExit(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.None, object.OneArg(t, m.name, "_set_atexit", args, kwargs, &m.rt.AtExit)
}

// mainIdent is _main_ident() -> the ident of the main thread.
func (m *module) mainIdent(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.MakeInt64(m.rt.Main.Ident()), object.NoArgs(m.name, "_main_ident", args, kwargs)
}

// setName is _set_name(name): what a deadlock is told by.
func (m *module) setName(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name starlark.Value
	if err := object.OneArg(t, m.name, "_set_name", args, kwargs, &name); err != nil {
		return nil, err
	}
	t.Root().Star.Name = object.Str(m.rt.Dialect, name)
	return starlark.None, nil
}

// ended is what happens at the end of a thread: what it stored in locals goes,
// and its sentinel is released.
func (m *module) ended(t *object.Thread) {
	dropLocals(t)
	s, ok := t.Local(sentinelKey{}, nil).(*sentinel)
	if !ok {
		return
	}
	if s.lock.held {
		s.lock.release()
	}
	if s.among != nil {
		s.among.Remove(s.lock)
	}
}

// exit is exit(): it raises SystemExit.
func (m *module) exit(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs(m.name, "exit", args, kwargs); err != nil {
		return nil, err
	}
	return nil, object.SystemExit.New()
}

// getIdent is get_ident() -> int.
func (m *module) getIdent(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.MakeInt64(t.Ident()), object.NoArgs(m.name, "get_ident", args, kwargs)
}

// getNativeID is get_native_id() -> int. Threads have none of the system's, but
// that of the main thread is the process's. The others are numbers of their
// own above those that the system gives.
func (m *module) getNativeID(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	id := int64(os.Getpid())
	if t.Root() != m.rt.Main {
		id = 1<<22 + t.Serial()
	}
	return starlark.MakeInt64(id), object.NoArgs(m.name, "get_native_id", args, kwargs)
}

// countThreads is _count() -> how many threads run that start_new_thread
// started.
func (m *module) countThreads(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.MakeInt(m.count), object.NoArgs(m.name, "_count", args, kwargs)
}

// minStack is the least size of a stack that CPython takes.
const minStack = 32768

// stackSize is stack_size([size]) -> the size before. Stacks grow as they need
// here, so the size means nothing.
func (m *module) stackSize(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	size, old := 0, m.stack
	if err := object.Positional(t, "stack_size", args, kwargs, 0, &size); err != nil {
		return nil, err
	}
	switch {
	case size < 0:
		return nil, object.ValueError.Errorf("size must be 0 or a positive value")
	case size > 0 && size < minStack:
		return nil, object.ValueError.Errorf("size not valid: %d bytes", size)
	}
	m.stack = size // without an argument too
	return starlark.MakeInt(old), nil
}

// interruptMain is interrupt_main(signum=SIGINT): the main thread handles the
// signal. It raises ValueError.
func (m *module) interruptMain(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	sig := 2
	if m.rt.Dialect == syntax.Python2 {
		if err := object.NoArgs(m.name, "interrupt_main", args, kwargs); err != nil {
			return nil, err
		}
	} else if err := object.Positional(t, "interrupt_main", args, kwargs, 0, &sig); err != nil {
		return nil, err
	}
	if sig < 1 || sig > 64 {
		return nil, object.ValueError.Errorf("signal number out of range")
	}
	m.rt.Signal(sig)
	return starlark.None, t.Check()
}
