package object

import (
	"reflect"
	"strings"
	"unsafe"

	"go.starlark.net/starlark"
)

// How Python 2 ends its main module: name after name becomes None, in the order
// of the dict, those with one leading underscore before the others. What only
// the name held ends there: a generator that is suspended runs its finally clauses
// while some of the module's names are there no more.
//
//	def g():
//	    try: yield
//	    finally: tell()     'NoneType' object is not callable, as a rule
//	x = g(); next(x)

// EndMain does that to a main module where generators are suspended: for all else
// it makes no difference that is worth the time. slots are the variables that
// Starlark keeps of it.
func (rt *Runtime) EndMain(m *Module, slots map[string]*starlark.Value) {
	value := func(name string) starlark.Value {
		if slot := slots[name]; slot != nil && *slot != nil {
			return *slot
		}
		return m.Dict.GetString(name)
	}
	var names []string
	vars := m.Variables()
	for name, slot := range slots {
		if *slot != nil && vars.GetString(name) == nil && !strings.ContainsAny(name, "@#") {
			vars.SetString(name, *slot)
		}
	}
	each := func(private bool) {
		vars.Each(func(k, v starlark.Value) bool {
			name, ok := AsText(k)
			single := strings.HasPrefix(name, "_") && !strings.HasPrefix(name, "__")
			if ok && single == private && name != "__builtins__" {
				names = append(names, name)
			}
			return true
		})
	}
	each(true)
	each(false)
	last := make(map[*coroutine]int) // the name that each is ended with
	for co := rt.suspended.first; co != nil; co = co.after {
		last[co] = -1 // some frame of a traceback has it, and that is dropped first
	}
	for i, name := range names {
		holds(value(name), 0, func(g *Generator) { last[g.coroutine] = i })
	}
	rt.endSuspended(func(co *coroutine) bool { return last[co] < 0 })
	for i, name := range names {
		if m.Dict.GetString(name) != nil {
			m.Set(name, starlark.None)
		}
		if slot := slots[name]; slot != nil {
			*slot = starlark.None
		}
		rt.endSuspended(func(co *coroutine) bool { return last[co] == i })
	}
}

// endSuspended ends those of the suspended generators that ended picks.
func (rt *Runtime) endSuspended(ended func(co *coroutine) bool) {
	var list []*coroutine
	for co := rt.suspended.first; co != nil; co = co.after {
		if !co.running && ended(co) {
			list = append(list, co)
		}
	}
	for _, co := range list {
		rt.suspended.remove(co)
		co.abandon()
	}
}

// holds calls found for the generators that a value holds, near its surface.
func holds(v starlark.Value, depth int, found func(*Generator)) {
	const deep = 3
	if depth > deep {
		return
	}
	all := func(elems []starlark.Value) {
		for _, e := range elems {
			holds(e, depth+1, found)
		}
	}
	switch v := v.(type) {
	case *Generator:
		found(v)
	case *List:
		all(v.Elems)
	case starlark.Tuple:
		all(v)
	case *Dict:
		all(v.Values())
	case *Instance:
		all(v.Dict.Values())
	}
}

// Suspended reports whether generators wait to be resumed.
func (rt *Runtime) Suspended() bool { return rt.suspended.first != nil }

// GlobalSlots are the variables that Starlark keeps for the module that f is of.
func GlobalSlots(f *starlark.Function) map[string]*starlark.Value {
	globals := (*moduleParts)(unsafe.Pointer(partsOf(f).module)).globals
	slots := make(map[string]*starlark.Value)
	bindings := reflect.ValueOf(f).Elem().FieldByName("funcode").Elem().FieldByName("Prog").Elem().FieldByName("Globals")
	for i := range min(bindings.Len(), len(globals)) {
		slots[bindings.Index(i).FieldByName("Name").String()] = &globals[i]
	}
	return slots
}
