// Package pyweakref is the part of Python's module weakref that needs Go's weak
// pointers; the rest is embedded Python.
//
// A weak reference dies when Go's collector finds that nobody holds what it
// refers to: see package object, finalize.go, for when that is. Looking at a
// reference collects first, within limits, so that what a script has let go
// is gone.
package pyweakref

import (
	"fmt"
	"weak"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A module is module _weakref of one runtime.
type module struct {
	rt    *object.Runtime
	class *object.Class
	refs  map[any]*target // by weak pointer
}

// A target is what weak references refer to.
type target struct {
	get   func() starlark.Value // nil once it is dead
	refs  []weak.Pointer[ref]
	plain weak.Pointer[ref] // the one without a callback, which is shared
}

// A ref is weakref.ref(object[, callback]).
type ref struct {
	m        *module
	to       *target
	callback starlark.Value                // or nil
	owner    weak.Pointer[object.Instance] // of a class that derives from ref
	owned    bool
	hash     uint64
	hashed   bool
}

const doc = "Weak references."

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := &module{rt: rt, refs: make(map[any]*target)}
	m.class = m.newClass()
	names := object.NewModule(rt, "_weakref", doc, []object.Def{
		{Name: "getweakrefcount", F: m.getweakrefcount},
		{Name: "getweakrefs", F: m.getweakrefs},
	})
	names.Set("ref", m.class)
	names.Set("ReferenceType", m.class)
	rt.AfterCollect(m.tell)
	return names
}

func (m *module) newClass() *object.Class {
	name := "ReferenceType"
	if m.rt.Dialect == syntax.Python2 {
		name = "weakref"
	}
	c := object.NewClass("weakref", name, object.TypesOf(m.rt.Dialect).Object)
	if m.rt.Dialect == syntax.Python2 {
		c.Module = "__builtin__"
	}
	c.Static = true
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return m.newRef(t, args, kwargs)
	}
	c.Attrs = map[string]starlark.Value{
		"__new__": object.NewFor(c),
		"__callback__": &object.Getset{Name: "__callback__", Of: c, Member: true, Get: func(_ *object.Thread, self starlark.Value) (starlark.Value, error) {
			r := self.(*ref)
			if r.callback == nil || r.to.get() == nil {
				return starlark.None, nil
			}
			return r.callback, nil
		}},
	}
	object.Subscript(c)
	c.Methods = map[string]object.Method{
		"__call__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.Call(t.Star, self, args, kwargs)
		},
		"__init__": func(t *object.Thread, _ starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			switch n := len(args); {
			case len(kwargs) > 0:
				return nil, object.TypeError.By("ref() does not take keyword arguments", "ref() takes no keyword arguments")
			case n < 1:
				return nil, object.TypeError.By("__init__ expected at least 1 arguments, got 0", "__init__ expected at least 1 argument, got 0")
			case n > 2:
				return nil, object.TypeError.Errorf("__init__ expected at most 2 arguments, got %d", n)
			}
			return starlark.None, nil
		},
	}
	return c
}

// weakly returns what WeakPointer does, for a value that can have weak references.
func (m *module) weakly(v starlark.Value) (key any, get func() starlark.Value, err error) {
	switch x := v.(type) {
	case object.WeakReferent:
		key, get = x.Weak()
	case *object.Instance:
		if x.Class().Weakly() {
			key, get = object.WeakPointer(x)
		}
	case *object.Class:
		key, get = object.WeakPointer(x)
	case *starlark.Function:
		key, get = object.WeakPointer(x)
	case *object.BoundMethod:
		key, get = object.WeakPointer(x)
	case *object.Alias:
		key, get = object.WeakPointer(x)
	case *object.Func:
		key, get = object.WeakPointer(x)
	case *object.Set:
		key, get = object.WeakPointer(x)
	case *object.Module:
		key, get = object.WeakPointer(x)
	case *object.Generator:
		key, get = object.WeakPointer(x)
	case *object.Exception:
		if x.Class().User() {
			key, get = object.WeakPointer(x)
		}
	}
	if get == nil {
		return nil, nil, object.TypeError.Errorf("cannot create weak reference to '%s' object", object.TypeName(v))
	}
	return key, get, nil
}

// newRef is ref(object[, callback]).
func (m *module) newRef(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	switch n := len(args); {
	case len(kwargs) > 0:
		return nil, object.TypeError.By("ref() does not take keyword arguments", "ref() takes no keyword arguments")
	case n < 1:
		return nil, object.TypeError.By("__new__ expected at least 1 arguments, got 0", "__new__ expected at least 1 argument, got 0")
	case n > 2:
		return nil, object.TypeError.Errorf("__new__ expected at most 2 arguments, got %d", n)
	}
	key, get, err := m.weakly(args[0])
	if err != nil {
		return nil, err
	}
	to := m.refs[key]
	if to == nil {
		to = &target{get: get}
		m.refs[key] = to
		m.rt.Watch(get)
	}
	r := &ref{m: m, to: to}
	if len(args) == 2 && args[1] != starlark.None {
		r.callback = args[1]
	} else if old := to.plain.Value(); old != nil && !old.owned {
		return old, nil
	} else {
		to.plain = weak.Make(r)
	}
	to.refs = append(to.refs, weak.Make(r))
	return r, nil
}

// tell calls the callbacks of references whose targets have died: the newest
// first, as CPython does.
func (m *module) tell(t *object.Thread) {
	for key, to := range m.refs {
		if to.get() != nil {
			continue
		}
		delete(m.refs, key)
		for i := len(to.refs) - 1; i >= 0; i-- {
			r := to.refs[i].Value()
			if r == nil || r.callback == nil {
				continue
			}
			if _, err := t.Call(r.callback, r.seen()); err != nil && m.rt.Unraisable != nil {
				m.rt.Unraisable(object.Raise(t.Catch(err, t.Star.CallStackDepth())), r.callback)
			}
		}
	}
}

// living returns the references to a value.
func (m *module) living(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) ([]starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "_weakref", name, args, kwargs, &v); err != nil {
		return nil, err
	}
	key, _, err := m.weakly(v)
	to := m.refs[key]
	if err != nil || to == nil {
		return nil, nil
	}
	v = nil
	t.CollectSoon()
	var out []starlark.Value
	for _, w := range to.refs {
		if r := w.Value(); r != nil {
			out = append(out, r.seen())
		}
	}
	return out, nil
}

// getweakrefcount is getweakrefcount(object) -> int.
func (m *module) getweakrefcount(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	refs, err := m.living(t, "getweakrefcount", args, kwargs)
	return starlark.MakeInt(len(refs)), err
}

// getweakrefs is getweakrefs(object) -> list.
func (m *module) getweakrefs(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	refs, err := m.living(t, "getweakrefs", args, kwargs)
	return object.NewList(refs), err
}

var (
	_ starlark.Callable = (*ref)(nil)
	_ object.Typed      = (*ref)(nil)
	_ object.Comparer   = (*ref)(nil)
	_ object.Hasher     = (*ref)(nil)
)

// CallInternal returns what is referred to, or None.
func (r *ref) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if n := len(args); n > 0 {
		return nil, object.TypeError.By(fmt.Sprintf("__call__() takes at most 0 arguments (%d given)", n), fmt.Sprintf("weakref expected 0 arguments, got %d", n))
	} else if len(kwargs) > 0 {
		return nil, object.TypeError.By("__call__() takes at most 0 arguments (1 given)", "weakref() takes no keyword arguments")
	}
	object.Of(th).CollectSoon()
	if v := r.to.get(); v != nil {
		return v, nil
	}
	return starlark.None, nil
}

// SetOwner remembers the instance of a class that derives from ref.
func (r *ref) SetOwner(x *object.Instance) { r.owner, r.owned = weak.Make(x), true }

// seen is the reference as a script sees it.
func (r *ref) seen() starlark.Value {
	if x := r.owner.Value(); x != nil {
		return x
	}
	return r
}

// Name is what a frame of a call would be called.
func (r *ref) Name() string { return "ref" }

// Class returns weakref.ref.
func (r *ref) Class() *object.Class { return r.m.class }

// RichCompare compares what is referred to while both live, else identities.
func (r *ref) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	o, ok := object.Unwrap(y).(*ref)
	if !ok || op != syntax.Eq && op != syntax.NotEq {
		return nil, nil
	}
	a, b := r.to.get(), o.to.get()
	if a == nil || b == nil {
		return object.Truthy((r == o) == (op == syntax.Eq)), nil
	}
	return object.Compare(r.m.rt.Dialect, op, a, b)
}

// PyHash is the hash of what is referred to, which is remembered.
func (r *ref) PyHash() (uint64, error) {
	if !r.hashed {
		v := r.to.get()
		if v == nil {
			return 0, object.TypeError.Errorf("weak object has gone away")
		}
		h, err := object.Hash(v)
		if err != nil {
			return 0, err
		}
		r.hash, r.hashed = h, true
	}
	return r.hash, nil
}

// Attr returns an attribute.
func (r *ref) Attr(name string) (starlark.Value, error) {
	return object.BindValue(r.m.rt.Dialect, r, name)
}

// AttrNames lists the attributes.
func (r *ref) AttrNames() []string { return r.m.class.AttrNames() }

func (r *ref) String() string {
	v := r.to.get()
	if v == nil {
		return fmt.Sprintf("<weakref at 0x%x; dead>", object.ID(r))
	}
	name := ""
	_, made := v.(*object.Instance)
	if n, err := r.m.rt.Attr(v, "__name__"); err == nil && (!made || r.m.rt.Dialect == syntax.Python2 || r.m.rt.ClassOf(v).Lookup("__name__") != nil) {
		if s, ok := object.AsText(n); ok {
			name = " (" + s + ")"
		}
	}
	return fmt.Sprintf("<weakref at 0x%x; to '%s' at 0x%x%s>", object.ID(r), object.TypeName(v), object.ID(v), name)
}

// Type returns the name of the type.
func (r *ref) Type() string { return r.m.class.QualifiedName() }

// Freeze does nothing.
func (r *ref) Freeze() {}

// Truth returns true.
func (r *ref) Truth() starlark.Bool { return true }

// Hash is PyHash.
func (r *ref) Hash() (uint32, error) {
	h, err := r.PyHash()
	return uint32(h), err
}
