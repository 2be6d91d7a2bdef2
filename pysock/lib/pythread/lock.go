package pythread

import (
	"fmt"
	"time"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A mutex is what a lock and an RLock are made of. Whoever releases it lets it
// go, for anybody to take, and wakes the first who waits; but one who has waited
// for long is given it.
//
// All of it is done under the interpreter's lock.
type mutex struct {
	held    bool
	given   bool // held, for the waiter that was woken last
	waking  bool // somebody was woken who has not come yet
	waiters object.Waiters
	holder  *object.Thread // who took it; anybody may release a lock
}

// patience is how long one waits before a lock is given, and not only free for
// others to take before.
const patience = 2 * time.Millisecond

// acquire takes the mutex, and reports whether it could until d. An error is
// what a signal handler raised.
func (x *mutex) acquire(t *object.Thread, d netfd.Deadline, self object.Blocker) (bool, error) {
	if !x.held {
		x.held, x.holder = true, t.Root()
		return true, nil
	}
	if d == netfd.AtOnce {
		return false, nil
	}
	var since time.Time
	first := time.Now()
	for {
		woken, err := t.WaitFor(&x.waiters, d, since, self)
		since = first
		switch {
		case woken && x.given:
			x.waking, x.given = false, false
			x.holder = t.Root()
			if err != nil {
				x.release()
				return false, err
			}
			return true, nil
		case woken:
			x.waking = false
			if err != nil {
				if !x.held {
					x.wake()
				}
				return false, err
			}
			if !x.held {
				x.held, x.holder = true, t.Root()
				return true, nil
			}
		default:
			return false, err
		}
	}
}

// release lets the mutex go.
func (x *mutex) release() {
	x.holder = nil
	if x.waiters.Empty() || x.waking {
		x.held = false
		return
	}
	if time.Since(x.waiters.Since()) > patience {
		x.given, x.waking = true, true
		x.waiters.Wake()
		return
	}
	x.held = false
	x.wake()
}

func (x *mutex) wake() {
	if !x.waking {
		x.waking = x.waiters.Wake()
	}
}

// A lock is a lock object: allocate_lock(), threading.Lock().
type lock struct {
	object.NoOwn
	mutex
	m *module
}

var (
	_ object.Typed        = (*lock)(nil)
	_ object.Blocker      = (*lock)(nil)
	_ object.WeakReferent = (*lock)(nil)
	_ starlark.HasAttrs   = (*lock)(nil)
)

func (m *module) newLockClass() *object.Class {
	c := object.NewClass(m.name, "lock", object.TypesOf(m.rt.Dialect).Object)
	c.Static = true
	c.Doc = "A lock that is locked or not; any thread may release it."
	c.Seal()
	c.Methods = map[string]object.Method{}
	for name, f := range map[string]object.Method{"acquire": lockAcquire, "release": lockRelease, "locked": lockLocked} {
		c.Methods[name] = f
		c.Methods[name+"_lock"] = f
	}
	c.Methods["__enter__"] = lockEnter
	c.Methods["__exit__"] = lockExit
	if m.rt.Dialect != syntax.Python2 {
		c.Methods["_at_fork_reinit"] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			self.(*lock).mutex = mutex{}
			return starlark.None, object.NoArgs("lock", "_at_fork_reinit", args, kwargs)
		}
	}
	return c
}

// allocateLock is allocate_lock() -> lock.
func (m *module) allocateLock(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return &lock{m: m}, object.NoArgs(m.name, "allocate_lock", args, kwargs)
}

// arguments takes those of acquire(blocking=True, timeout=-1), in Python 2
// acquire([blocking]), and returns how long it may wait.
func (m *module) arguments(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (netfd.Deadline, error) {
	if len(args) == 0 && len(kwargs) == 0 {
		return netfd.Forever, nil
	}
	w := wait{blocking: true}
	blocking := 1
	if m.rt.Dialect == syntax.Python2 {
		if len(args) > 1 && len(kwargs) == 0 {
			return 0, object.TypeError.Errorf("acquire() takes at most 1 argument (%d given)", len(args))
		}
		if err := object.Positional(t, "acquire", args, kwargs, 0, &blocking); err != nil {
			return 0, err
		}
	} else if err := object.Keywords(t, "acquire", args, kwargs, 0, "blocking", &blocking, "timeout", &w.timeout); err != nil {
		return 0, err
	}
	w.blocking = blocking != 0
	return m.deadline(t, w)
}

// lockAcquire is acquire(blocking=True, timeout=-1) -> bool.
func lockAcquire(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	l := self.(*lock)
	d, err := l.m.arguments(t, args, kwargs)
	if err != nil {
		return nil, err
	}
	ok, err := l.acquire(t, d, l)
	return l.m.rt.Bool(ok), err
}

// lockEnter is __enter__(): acquire().
func lockEnter(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	l := self.(*lock)
	_, err := l.acquire(t, netfd.Forever, l)
	return object.True, err
}

// lockRelease is release(). It raises RuntimeError, in Python 2 thread.error.
func lockRelease(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("lock", "release", args, kwargs); err != nil {
		return nil, err
	}
	return starlark.None, self.(*lock).let()
}

func (l *lock) let() error {
	if !l.held {
		return l.m.error.Errorf("release unlocked lock")
	}
	l.release()
	return nil
}

// lockExit is __exit__(*args): release().
func lockExit(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.None, self.(*lock).let()
}

// lockLocked is locked() -> bool.
func lockLocked(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return t.RT.Bool(self.(*lock).held), object.NoArgs("lock", "locked", args, kwargs)
}

// Holder returns the thread that has the lock.
func (l *lock) Holder() *object.Thread { return l.holder }

// Weak makes a weak reference.
func (l *lock) Weak() (key any, get func() starlark.Value) { return object.WeakPointer(l) }

// Attr returns a bound method.
func (l *lock) Attr(name string) (starlark.Value, error) { return object.BindAttr(l, name) }

// AttrNames lists the methods.
func (l *lock) AttrNames() []string { return l.m.lock.AttrNames() }

// Class returns the type.
func (l *lock) Class() *object.Class { return l.m.lock }

// String returns the repr.
func (l *lock) String() string {
	if l.m.rt.Dialect == syntax.Python2 {
		return fmt.Sprintf("<thread.lock object at 0x%x>", object.ID(l))
	}
	return fmt.Sprintf("<%s _thread.lock object at 0x%x>", state(l.held), object.ID(l))
}

func state(held bool) string {
	if held {
		return "locked"
	}
	return "unlocked"
}

func (l *lock) Type() string          { return l.m.lock.TypeName() }
func (l *lock) Freeze()               {}
func (l *lock) Truth() starlark.Bool  { return true }
func (l *lock) Hash() (uint32, error) { return uint32(object.ID(l) >> 4), nil }
