package pythread

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// An event is an instance of class Event of module threading at a call. Its
// attributes are those that it has in CPython too: a flag, and a condition in
// which threads wait for it.
type event struct {
	t          *object.Thread
	x          *object.Instance
	cond, flag string // the attributes' names
}

func eventOf(t *object.Thread, self starlark.Value) event {
	x, _ := self.(*object.Instance)
	if t.RT.Dialect == syntax.Python2 {
		return event{t, x, "_Event__cond", "_Event__flag"}
	}
	return event{t, x, "_cond", "_flag"}
}

// newEventBase returns the base of class Event.
func (m *module) newEventBase() *object.Class {
	c := object.NewClass("threading", "_EventBase", object.TypesOf(m.rt.Dialect).Object)
	c.Mixin = true
	c.Methods = map[string]object.Method{
		"is_set": eventIsSet, "set": eventSet, "clear": eventClear, "wait": eventWait,
	}
	return c
}

func (e event) guard() (*guard, error) {
	v, err := e.t.RT.Attr(e.x, e.cond)
	c, _ := v.(*condition)
	return &guard{e.t, v, c}, err
}

// put sets the flag under the lock, and wakes those who wait for it if asked to.
func (e event) put(set, wake bool) (starlark.Value, error) {
	g, err := e.guard()
	if err != nil {
		return nil, err
	}
	return g.within(func() (starlark.Value, error) {
		err := e.x.SetField(e.flag, e.t.RT.Bool(set))
		if err == nil && wake {
			err = g.notifyAll()
		}
		return starlark.None, err
	})
}

// eventIsSet is is_set() -> bool.
func eventIsSet(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("Event", "is_set", args, kwargs); err != nil {
		return nil, err
	}
	e := eventOf(t, self)
	return t.RT.Attr(e.x, e.flag)
}

// eventSet is set(): it wakes all who wait.
func eventSet(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("Event", "set", args, kwargs); err != nil {
		return nil, err
	}
	return eventOf(t, self).put(true, true)
}

// eventClear is clear().
func eventClear(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("Event", "clear", args, kwargs); err != nil {
		return nil, err
	}
	return eventOf(t, self).put(false, false)
}

// eventWait is wait(timeout=None) -> whether the flag is set. In Python 3, who was
// woken returns True though the flag may have been cleared since.
func eventWait(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	limit := starlark.Value(starlark.None)
	if len(args)+len(kwargs) > 0 {
		if err := object.Keywords(t, "wait", args, kwargs, 0, "timeout", &limit); err != nil {
			return nil, err
		}
	}
	e := eventOf(t, self)
	g, err := e.guard()
	if err != nil {
		return nil, err
	}
	return g.within(func() (starlark.Value, error) {
		flag, err := t.RT.Attr(e.x, e.flag)
		if err != nil {
			return nil, err
		}
		if set, err := builtins.IsTrue(t, flag); err != nil || set {
			return flag, err
		}
		woken, err := g.waitFor(limit)
		if err != nil || t.RT.Dialect != syntax.Python2 {
			return woken, err
		}
		return t.RT.Attr(e.x, e.flag)
	})
}
