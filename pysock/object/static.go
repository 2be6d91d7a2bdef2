package object

import (
	"slices"

	"go.starlark.net/starlark"
)

// What values have, looked at without running anything of a script's: neither
// descriptors nor __getattr__, __dir__ or __class__ are asked. It is for those who
// look on while somebody types. (Library reference, inspect.getattr_static.)

// StaticNames returns the names of the attributes that v itself or its class
// holds, in no order.
func (rt *Runtime) StaticNames(v starlark.Value) []string {
	seen := make(map[string]bool)
	add := func(name string, _ starlark.Value) { seen[name] = true }
	switch x := v.(type) {
	case *Module:
		for _, n := range x.AttrNames() {
			seen[n] = true
		}
		if x.class == nil { // all that modules have from their class is special
			return sortedKeys(seen)
		}
	case *Class:
		for _, k := range x.lineage() {
			k.each(add)
		}
		return sortedKeys(seen)
	case *Instance:
		eachName(x.Dict, add)
	case *Exception:
		eachName(x.dict, add)
	case *starlark.Function:
		if a := rt.functions.get(x); a != nil {
			eachName(a.dict, add)
		}
		for name := range functionGetters {
			seen[name] = true
		}
	}
	for _, k := range rt.staticClass(v).lineage() {
		k.each(add)
	}
	return sortedKeys(seen)
}

// StaticAttr returns what v itself or its class holds under a name, nil if that is
// nothing or would have to be computed. Bound says that it is a function of v's
// class, which is given v as its first argument.
func (rt *Runtime) StaticAttr(v starlark.Value, name string) (attr starlark.Value, bound bool) {
	var own starlark.Value
	switch x := v.(type) {
	case *Module:
		if x.class != nil {
			return nil, false
		}
		return x.Get(name), false
	case *Class:
		w, _ := staticFind(x.lineage(), name)
		return undecorated(w, true)
	case *Instance:
		if x.Dict != nil {
			own = x.Dict.GetString(name)
		}
	case *Exception:
		if x.dict != nil {
			own = x.dict.GetString(name)
		}
	}
	w, found := staticFind(rt.staticClass(v).lineage(), name)
	if found && own != nil && !isPlain(w) {
		return nil, false // it may be a data descriptor
	}
	if own != nil {
		return own, false
	}
	return undecorated(w, false)
}

// StaticAttr returns what instances of c get of their class under a name: see
// Runtime.StaticAttr.
func (c *Class) StaticAttr(name string) (attr starlark.Value, bound bool) {
	v, _ := staticFind(c.lineage(), name)
	return undecorated(v, false)
}

// staticClass is type(v), whatever v's own __class__ says.
func (rt *Runtime) staticClass(v starlark.Value) *Class {
	if x, ok := v.(*Instance); ok {
		return x.class
	}
	return rt.ClassOf(v)
}

// lineage is the MRO; that of an old-style class has the bases depth-first.
func (c *Class) lineage() []*Class {
	if !c.OldStyle {
		return c.MRO
	}
	list := []*Class{c}
	for _, b := range c.Bases {
		list = append(list, b.lineage()...)
	}
	return list
}

func staticFind(classes []*Class, name string) (v starlark.Value, found bool) {
	for _, k := range classes {
		if v := k.has(name); v != nil {
			return v, true
		}
	}
	return nil, false
}

// isPlain reports whether a value is certainly no data descriptor.
func isPlain(v starlark.Value) bool {
	switch v.(type) {
	case dataDescriptor, *Instance, *Class:
		return false
	}
	return true
}

// undecorated returns what looking up v, which a class has, gives, as far as that
// runs nothing; onClass says that it is looked up on the class itself.
func undecorated(v starlark.Value, onClass bool) (attr starlark.Value, bound bool) {
	switch d := v.(type) {
	case *starlark.Function, *Func:
		return v, !onClass
	case *StaticMethod:
		return d.F, false
	case *ClassMethod:
		return d.F, true
	case *Instance:
		if d.class.special("__get__") != nil {
			return nil, false
		}
		return v, false
	case descriptor:
		return nil, false
	}
	return v, false
}

func eachName(d *Dict, f func(name string, v starlark.Value)) {
	if d == nil {
		return
	}
	d.Each(func(k, v starlark.Value) bool {
		if name, ok := AsText(k); ok {
			f(name, v)
		}
		return true
	})
}

// Parameters returns the names by which a script's function takes arguments, in
// order; "" stands for one that is taken by position alone.
func Parameters(f *starlark.Function) []string {
	d := definition(f)
	if d == nil {
		return nil
	}
	names := slices.Clone(d.Params[:min(len(d.Params), d.Args+d.KwOnly)])
	for i := range min(d.PosOnly, len(names)) {
		names[i] = ""
	}
	return names
}
