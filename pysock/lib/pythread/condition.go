package pythread

import (
	"fmt"
	"math"
	"time"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A condition is a Condition of module threading: threads wait in it, having
// given up its lock, until others that have the lock notify them.
type condition struct {
	m       *module
	class   *object.Class
	lock    starlark.Value
	waiters object.Waiters
	dict    object.Dict
}

var (
	_ object.Typed         = (*condition)(nil)
	_ object.Blocker       = (*condition)(nil)
	_ object.WeakReferent  = (*condition)(nil)
	_ starlark.HasSetField = (*condition)(nil)
)

func (m *module) newConditionClass() *object.Class {
	py2 := m.rt.Dialect == syntax.Python2
	c := object.NewClass("threading", "Condition", object.TypesOf(m.rt.Dialect).Object)
	if py2 {
		c.ClassName = "_Condition"
	}
	c.Doc = "A place where threads that share a lock wait to be notified."
	c.Blank = func(t *object.Thread, _ *object.Class) starlark.Value {
		return &condition{m: m, class: c, lock: &rlock{m: m}}
	}
	c.New = func(t *object.Thread, k *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		x := c.Blank(t, k)
		_, err := conditionInit(t, x, args, kwargs)
		return x, err
	}
	c.Getters = map[string]func(starlark.Value) (starlark.Value, error){
		"_lock":   func(self starlark.Value) (starlark.Value, error) { return self.(*condition).lock, nil },
		"acquire": conditionOfLock("acquire"),
		"release": conditionOfLock("release"),

		"_release_save":    conditionOfLock("_release_save"),
		"_acquire_restore": conditionOfLock("_acquire_restore"),
	}
	if py2 {
		c.Getters["_Condition__lock"] = c.Getters["_lock"]
	}
	c.Methods = map[string]object.Method{
		"__init__":   conditionInit,
		"__enter__":  conditionEnter,
		"__exit__":   conditionExit,
		"wait":       conditionWait,
		"notify":     conditionNotify,
		"notify_all": conditionNotifyAll,
		"notifyAll":  conditionNotifyAll,
		"_is_owned": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			ok, err := self.(*condition).owned(t)
			return t.RT.Bool(ok), err
		},
	}
	if !py2 {
		c.Methods["wait_for"] = conditionWaitFor
		c.Methods["notifyAll"] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if err := deprecated(t, "notifyAll() is deprecated, use notify_all() instead"); err != nil {
				return nil, err
			}
			return conditionNotifyAll(t, self, args, kwargs)
		}
		c.Methods["_at_fork_reinit"] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			c := self.(*condition)
			c.waiters = object.Waiters{}
			_, err := t.CallMethod(c.lock, "_at_fork_reinit")
			return starlark.None, err
		}
	}
	return c
}

// deprecated is warnings.warn(message, DeprecationWarning).
func deprecated(t *object.Thread, message string) error {
	warnings, err := t.RT.Import(t, "warnings")
	if err == nil {
		_, err = t.CallMethod(warnings, "warn", t.RT.Str(message), t.RT.Builtins.Get("DeprecationWarning"))
	}
	return err
}

// conditionInit is Condition(lock=None): without a lock it makes an RLock.
func conditionInit(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	c := self.(*condition)
	lock := starlark.Value(starlark.None)
	var verbose starlark.Value
	dst := []any{"lock", &lock}
	if t.RT.Dialect == syntax.Python2 {
		dst = append(dst, "verbose", &verbose)
	}
	if err := object.Keywords(t, "__init__", args, kwargs, 0, dst...); err != nil {
		return nil, err
	}
	if lock != starlark.None {
		c.lock = lock
	}
	return starlark.None, nil
}

// conditionOfLock is a method of the lock.
func conditionOfLock(name string) func(self starlark.Value) (starlark.Value, error) {
	return func(self starlark.Value) (starlark.Value, error) {
		c := self.(*condition)
		return c.m.rt.Attr(c.lock, name)
	}
}

func conditionEnter(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	c := self.(*condition)
	switch l := c.lock.(type) {
	case *rlock:
		_, err := l.take(t, netfd.Forever)
		return object.True, err
	case *lock:
		_, err := l.acquire(t, netfd.Forever, l)
		return object.True, err
	}
	return t.CallMethod(c.lock, "__enter__")
}

func conditionExit(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	c := self.(*condition)
	switch l := c.lock.(type) {
	case *rlock:
		return starlark.None, l.let(t)
	case *lock:
		return starlark.None, l.let()
	}
	return t.CallMethod(c.lock, "__exit__", args...)
}

// owned reports whether the thread has the lock; of a lock that doesn't know
// its thread, whether anybody has it.
func (c *condition) owned(t *object.Thread) (bool, error) {
	switch l := c.lock.(type) {
	case *rlock:
		return l.owned(t), nil
	case *lock:
		return l.held, nil
	}
	if f, err := c.m.rt.Attr(c.lock, "_is_owned"); err == nil {
		v, err := t.Call(f)
		return err == nil && bool(v.Truth()), err
	}
	v, err := t.CallMethod(c.lock, "acquire", c.m.rt.Bool(false))
	if err != nil || !v.Truth() {
		return err == nil, err
	}
	_, err = t.CallMethod(c.lock, "release")
	return false, err
}

// away gives the lock up, and returns how it is taken back.
func (c *condition) away(t *object.Thread) (back func() error, err error) {
	switch l := c.lock.(type) {
	case *rlock:
		n := l.count
		l.count = 0
		l.release()
		return func() error { return l.restore(t, n) }, nil
	case *lock:
		l.release()
		return func() error {
			var first error
			for {
				ok, err := l.acquire(t, netfd.Forever, l)
				if first == nil {
					first = err
				}
				if ok {
					return first
				}
			}
		}, nil
	}
	release, take := "_release_save", "_acquire_restore"
	_, err = c.m.rt.Attr(c.lock, release)
	plain := err != nil
	if plain {
		release, take = "release", "acquire"
	}
	saved, err := t.CallMethod(c.lock, release)
	if err != nil {
		return nil, err
	}
	args := []starlark.Value{saved}
	if plain {
		args = nil
	}
	return func() error {
		_, err := t.CallMethod(c.lock, take, args...)
		return err
	}, nil
}

// wait waits to be notified, and returns false if the deadline passed before.
func (c *condition) wait(t *object.Thread, d netfd.Deadline) (bool, error) {
	if ok, err := c.owned(t); err != nil || !ok {
		if err == nil {
			err = object.RuntimeError.Errorf("cannot wait on un-acquired lock")
		}
		return false, err
	}
	if d == netfd.AtOnce {
		d = netfd.After(0) // the others may run
	}
	back, err := c.away(t)
	if err != nil {
		return false, err
	}
	woken, err := t.WaitFor(&c.waiters, d, time.Time{}, c)
	if woken && err != nil {
		c.waiters.Wake() // it was meant for somebody who can use it
	}
	if again := back(); err == nil {
		err = again
	}
	return woken, err
}

// A timeout is the optional number of seconds after which a wait ends.
type timeout struct{ d netfd.Deadline }

// Convert takes None, or a number.
func (x *timeout) Convert(t *object.Thread, v starlark.Value) error {
	if v == starlark.None {
		x.d = netfd.Forever
		return nil
	}
	sec, err := t.Float(v)
	if err != nil {
		return err
	}
	if math.IsNaN(sec) {
		return object.ValueError.Errorf("Invalid value NaN (not a number)")
	}
	if sec > timeoutMax {
		return object.OverflowError.Errorf("timeout value is too large")
	}
	x.d = after(sec)
	return nil
}

// conditionWait is wait(timeout=None) -> whether it was notified; Python 2 returns
// None. It raises RuntimeError if the thread doesn't have the lock.
func conditionWait(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	d := timeout{netfd.Forever}
	dst := []any{"timeout", &d}
	var balancing bool
	if t.RT.Dialect == syntax.Python2 {
		dst = append(dst, "balancing", &balancing)
	}
	if err := object.Keywords(t, "wait", args, kwargs, 0, dst...); err != nil {
		return nil, err
	}
	ok, err := self.(*condition).wait(t, d.d)
	if err != nil || t.RT.Dialect == syntax.Python2 {
		return starlark.None, err
	}
	return t.RT.Bool(ok), nil
}

// conditionWaitFor is wait_for(predicate, timeout=None) -> the last value of
// predicate().
func conditionWaitFor(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var predicate starlark.Value
	d := timeout{netfd.Forever}
	if err := object.Keywords(t, "wait_for", args, kwargs, 1, "predicate", &predicate, "timeout", &d); err != nil {
		return nil, err
	}
	c := self.(*condition)
	for {
		v, err := t.Call(predicate)
		if err != nil {
			return nil, err
		}
		ok, err := builtins.IsTrue(t, v)
		if err != nil || ok {
			return v, err
		}
		if left, ends := d.d.Left(); ends && left == 0 {
			return v, nil
		}
		if _, err := c.wait(t, d.d); err != nil {
			return nil, err
		}
	}
}

// notify wakes n of those that wait, all if n is below zero.
func (c *condition) notify(t *object.Thread, n int) error {
	if ok, err := c.owned(t); err != nil || !ok {
		if err == nil {
			err = object.RuntimeError.Errorf("cannot notify on un-acquired lock")
		}
		return err
	}
	for ; n != 0 && c.waiters.Wake(); n-- {
	}
	return nil
}

// conditionNotify is notify(n=1). It raises RuntimeError if the thread doesn't
// have the lock.
func conditionNotify(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	n := 1
	if err := object.Keywords(t, "notify", args, kwargs, 0, "n", &n); err != nil {
		return nil, err
	}
	return starlark.None, self.(*condition).notify(t, max(n, 0))
}

// conditionNotifyAll is notify_all().
func conditionNotifyAll(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("Condition", "notify_all", args, kwargs); err != nil {
		return nil, err
	}
	return starlark.None, self.(*condition).notify(t, -1)
}

// Holder returns nil: no thread has it.
func (c *condition) Holder() *object.Thread { return nil }

// Weak makes a weak reference.
func (c *condition) Weak() (key any, get func() starlark.Value) { return object.WeakPointer(c) }

// Own returns what a script has set.
func (c *condition) Own(name string) starlark.Value { return c.dict.GetString(name) }

// Attr returns what a script has set, or a bound method.
func (c *condition) Attr(name string) (starlark.Value, error) {
	if v := c.dict.GetString(name); v != nil {
		return v, nil
	}
	if name == "__dict__" {
		return &c.dict, nil
	}
	return object.BindAttr(c, name)
}

// SetField sets an attribute.
func (c *condition) SetField(name string, v starlark.Value) error {
	if name == "_lock" {
		c.lock = v
		return nil
	}
	c.dict.SetString(name, v)
	return nil
}

// AttrNames lists the attributes.
func (c *condition) AttrNames() []string {
	names := c.class.AttrNames()
	for _, k := range c.dict.Keys() {
		if s, ok := object.AsText(k); ok {
			names = append(names, s)
		}
	}
	return names
}

// Class returns the type.
func (c *condition) Class() *object.Class { return c.class }

// String returns the repr.
func (c *condition) String() string {
	return fmt.Sprintf("<Condition(%s, %d)>", c.m.rt.Repr(c.lock), c.waiters.Len())
}

func (c *condition) Type() string          { return c.class.TypeName() }
func (c *condition) Freeze()               {}
func (c *condition) Truth() starlark.Bool  { return true }
func (c *condition) Hash() (uint32, error) { return uint32(object.ID(c) >> 4), nil }
