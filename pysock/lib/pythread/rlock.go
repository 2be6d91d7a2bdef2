package pythread

import (
	"fmt"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// An rlock is an RLock: a lock that its holder may acquire again.
type rlock struct {
	object.NoOwn
	mutex
	m     *module
	count int
}

var (
	_ object.Typed        = (*rlock)(nil)
	_ object.Blocker      = (*rlock)(nil)
	_ object.WeakReferent = (*rlock)(nil)
	_ starlark.HasAttrs   = (*rlock)(nil)
)

func (m *module) newRLockClass() *object.Class {
	c := object.NewClass(m.name, "RLock", object.TypesOf(m.rt.Dialect).Object)
	if m.rt.Dialect == syntax.Python2 {
		c.Module, c.ClassName = "threading", "_RLock"
	} else {
		c.Static = true
	}
	c.Doc = "A lock that the thread which has it may acquire again."
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return &rlock{m: m}, nil
	}
	c.Methods = map[string]object.Method{
		"acquire":          rlockAcquire,
		"release":          rlockRelease,
		"__enter__":        rlockEnter,
		"__exit__":         rlockExit,
		"_is_owned":        rlockIsOwned,
		"_release_save":    rlockReleaseSave,
		"_acquire_restore": rlockAcquireRestore,
	}
	if m.rt.Dialect != syntax.Python2 {
		c.Methods["_at_fork_reinit"] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			l := self.(*rlock)
			l.mutex, l.count = mutex{}, 0
			return starlark.None, object.NoArgs("RLock", "_at_fork_reinit", args, kwargs)
		}
		c.Methods["_recursion_count"] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			l, n := self.(*rlock), 0
			if l.owned(t) {
				n = l.count
			}
			return starlark.MakeInt(n), object.NoArgs("RLock", "_recursion_count", args, kwargs)
		}
	}
	return c
}

// owned reports whether t has the lock.
func (l *rlock) owned(t *object.Thread) bool { return l.count > 0 && l.holder == t.Root() }

// take is acquire.
func (l *rlock) take(t *object.Thread, d netfd.Deadline) (bool, error) {
	if l.owned(t) {
		l.count++
		return true, nil
	}
	ok, err := l.acquire(t, d, l)
	if ok {
		l.count = 1
	}
	return ok, err
}

// let is release.
func (l *rlock) let(t *object.Thread) error {
	if !l.owned(t) {
		return errNotOwned()
	}
	if l.count--; l.count == 0 {
		l.release()
	}
	return nil
}

func errNotOwned() error { return object.RuntimeError.Errorf("cannot release un-acquired lock") }

// rlockAcquire is acquire(blocking=True, timeout=-1) -> bool.
func rlockAcquire(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	l := self.(*rlock)
	if l.m.rt.Dialect == syntax.Python2 && len(kwargs) == 1 && len(args) == 0 { // a Python function there
		if name, _ := object.AsText(kwargs[0][0]); name == "blocking" {
			args, kwargs = starlark.Tuple{kwargs[0][1]}, nil
		}
	}
	d, err := l.m.arguments(t, args, kwargs)
	if err != nil {
		return nil, err
	}
	again := l.owned(t)
	ok, err := l.take(t, d)
	if again && l.m.rt.Dialect == syntax.Python2 {
		return starlark.MakeInt(1), err
	}
	return l.m.rt.Bool(ok), err
}

// rlockEnter is __enter__(): acquire().
func rlockEnter(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	_, err := self.(*rlock).take(t, netfd.Forever)
	return object.True, err
}

// rlockRelease is release(). It raises RuntimeError if another thread has the
// lock, or none.
func rlockRelease(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("RLock", "release", args, kwargs); err != nil {
		return nil, err
	}
	return starlark.None, self.(*rlock).let(t)
}

// rlockExit is __exit__(*args): release().
func rlockExit(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.None, self.(*rlock).let(t)
}

// rlockIsOwned is _is_owned() -> bool.
func rlockIsOwned(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return t.RT.Bool(self.(*rlock).owned(t)), object.NoArgs("RLock", "_is_owned", args, kwargs)
}

// rlockReleaseSave is _release_save() -> what _acquire_restore takes.
func rlockReleaseSave(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	l := self.(*rlock)
	if l.count == 0 {
		return nil, errNotOwned()
	}
	n, owner := l.count, l.holder
	l.count = 0
	l.release()
	return starlark.Tuple{starlark.MakeInt(n), starlark.MakeInt64(owner.Ident())}, object.NoArgs("RLock", "_release_save", args, kwargs)
}

// rlockAcquireRestore is _acquire_restore(saved).
func rlockAcquireRestore(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var state starlark.Value
	if err := object.OneArg(t, "RLock", "_acquire_restore", args, kwargs, &state); err != nil {
		return nil, err
	}
	saved, ok := object.Unwrap(state).(starlark.Tuple)
	if !ok || len(saved) != 2 {
		return nil, object.TypeError.Errorf("_acquire_restore() argument 1 must be sequence of length 2")
	}
	n, err := t.Int(saved[0])
	if err != nil {
		return nil, err
	}
	return starlark.None, self.(*rlock).restore(t, int(n))
}

// restore acquires the lock n times. What a signal handler raises comes after.
func (l *rlock) restore(t *object.Thread, n int) error {
	var first error
	for {
		ok, err := l.acquire(t, netfd.Forever, l)
		if first == nil {
			first = err
		}
		if ok {
			l.count = n
			return first
		}
	}
}

// Holder returns the thread that has the lock.
func (l *rlock) Holder() *object.Thread { return l.holder }

// Weak makes a weak reference.
func (l *rlock) Weak() (key any, get func() starlark.Value) { return object.WeakPointer(l) }

// Attr returns a bound method.
func (l *rlock) Attr(name string) (starlark.Value, error) { return object.BindAttr(l, name) }

// AttrNames lists the methods.
func (l *rlock) AttrNames() []string { return l.m.rlock.AttrNames() }

// Class returns the type.
func (l *rlock) Class() *object.Class { return l.m.rlock }

// String returns the repr.
func (l *rlock) String() string {
	if l.m.rt.Dialect == syntax.Python2 {
		owner := "None"
		if l.count > 0 {
			owner = "'" + l.holder.Star.Name + "'"
		}
		return fmt.Sprintf("<_RLock owner=%s count=%d>", owner, l.count)
	}
	var owner int64
	if l.count > 0 {
		owner = l.holder.Ident()
	}
	return fmt.Sprintf("<%s _thread.RLock object owner=%d count=%d at 0x%x>", state(l.count > 0), owner, l.count, object.ID(l))
}

func (l *rlock) Type() string          { return l.m.rlock.TypeName() }
func (l *rlock) Freeze()               {}
func (l *rlock) Truth() starlark.Bool  { return true }
func (l *rlock) Hash() (uint32, error) { return uint32(object.ID(l) >> 4), nil }
