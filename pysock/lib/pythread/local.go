package pythread

import (
	"weak"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// The class local stands in embedded Python; what it does with attributes is
// done here. Each thread has a dict of its own for each local that it has used:
// whenever an attribute is asked for, the dict of the thread that runs is put
// into the instance. All under the interpreter's lock.

// A local is what an instance of class local keeps in its slot.
type local struct {
	of     weak.Pointer[object.Instance]
	args   starlark.Tuple // of __init__, which each thread calls
	kwargs []starlark.Tuple
	dicts  map[*object.Thread]*object.Dict
}

func (l *local) String() string        { return "#local" }
func (l *local) Type() string          { return "#local" }
func (l *local) Freeze()               {}
func (l *local) Truth() starlark.Bool  { return true }
func (l *local) Hash() (uint32, error) { return uint32(object.ID(l) >> 4), nil }

// Referents visits what all threads keep there.
func (l *local) Referents(visit func(starlark.Value)) {
	for _, d := range l.dicts {
		visit(d)
	}
}

// localsKey is where a thread keeps the locals that it has used.
type localsKey struct{}

func (m *module) newLocalClass() *object.Class {
	c := object.NewClass(m.name, "_local_base", object.TypesOf(m.rt.Dialect).Object)
	c.Mixin = true
	c.Methods = map[string]object.Method{
		"__getattribute__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var name string
			if err := object.OneArg(t, "", "__getattribute__", args, kwargs, &name); err != nil {
				return nil, err
			}
			x, err := enterLocal(t, self)
			if err != nil {
				return nil, err
			}
			return x.Generic(name)
		},
		"__setattr__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var name string
			var v starlark.Value
			if err := object.Positional(t, "__setattr__", args, kwargs, 2, &name, &v); err != nil {
				return nil, err
			}
			return starlark.None, setLocal(t, self, name, v)
		},
		"__delattr__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var name string
			if err := object.OneArg(t, "", "__delattr__", args, kwargs, &name); err != nil {
				return nil, err
			}
			return starlark.None, setLocal(t, self, name, nil)
		},
	}
	return c
}

// setLocal sets an attribute, or deletes it where v is nil.
func setLocal(t *object.Thread, self starlark.Value, name string, v starlark.Value) error {
	x, err := enterLocal(t, self)
	if err != nil {
		return err
	}
	if name == "__dict__" {
		return object.AttributeError.Errorf("'%s' object attribute '__dict__' is read-only", object.TypeName(self))
	}
	return x.SetGeneric(name, v)
}

// localAttach is _local_attach(instance, args, kwargs): it makes a new instance
// one whose attributes belong to threads. args and kwargs are for __init__, which
// the thread that makes it calls by itself.
func (m *module) localAttach(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var self, params, named starlark.Value
	if err := object.Positional(t, "_local_attach", args, kwargs, 3, &self, &params, &named); err != nil {
		return nil, err
	}
	x, ok := self.(*object.Instance)
	if !ok {
		return nil, object.TypeError.Errorf("local() takes an instance")
	}
	l := &local{of: weak.Make(x), dicts: make(map[*object.Thread]*object.Dict)}
	l.args, _ = object.AsTuple(params)
	if d, ok := named.(*object.Dict); ok {
		l.kwargs = d.Items()
	}
	x.Attach(l)
	l.use(t, x)
	return starlark.None, nil
}

// use gives the instance the dict of the thread, and reports whether that is a
// new one.
func (l *local) use(t *object.Thread, x *object.Instance) (fresh bool) {
	root := t.Root()
	d := l.dicts[root]
	if d == nil {
		fresh = true
		d = t.RT.NewDict(0)
		l.dicts[root] = d
		used := t.Local(localsKey{}, func() any { return new([]weak.Pointer[local]) }).(*[]weak.Pointer[local])
		*used = append(*used, weak.Make(l))
	}
	x.Dict = d
	return fresh
}

// enterLocal returns the instance as the thread that runs sees it. The first
// time in a thread it calls __init__.
func enterLocal(t *object.Thread, self starlark.Value) (*object.Instance, error) {
	x, ok := self.(*object.Instance)
	if !ok {
		return nil, object.TypeError.Errorf("descriptor requires a 'local' object but received a '%s'", object.TypeName(self))
	}
	l, ok := x.Attached().(*local)
	if !ok || !l.use(t, x) {
		return x, nil
	}
	if init := x.Class().Lookup("__init__"); init != object.TypesOf(t.RT.Dialect).Object.Lookup("__init__") {
		bound, err := t.RT.Attr(x, "__init__")
		if err == nil {
			_, err = starlark.Call(t.Star, bound, l.args, l.kwargs)
		}
		if err != nil {
			delete(l.dicts, t.Root())
			return nil, err
		}
		l.use(t, x)
	}
	return x, nil
}

// dropLocals forgets what a thread that ends has stored in locals.
func dropLocals(t *object.Thread) {
	used, ok := t.Local(localsKey{}, nil).(*[]weak.Pointer[local])
	if !ok {
		return
	}
	for _, w := range *used {
		if l := w.Value(); l != nil {
			delete(l.dicts, t.Root())
			if x := l.of.Value(); x != nil {
				x.Dict = t.RT.NewDict(0)
			}
		}
	}
	t.DropLocal(localsKey{})
}
