package object

import (
	"slices"
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// An Enumeration is one of Python 3's enums over the constants of a module
// written in Go: socket.AddressFamily, signal.Signals. Its class is one that
// module enum makes, as CPython's IntEnum._convert_ does.
//
// Compiling enum takes several times as long as the start of the interpreter,
// and most scripts only hand the constants on. So the members are there first,
// as instances of a draft class; the class is made when somebody asks for it,
// or for anything that an int doesn't do by itself, and adopts the members.
type Enumeration struct {
	rt           *Runtime
	module, name string
	kind         string // of module enum: IntEnum or IntFlag
	constants    []constant
	members      map[int64]*Instance
	draft, class *Class
}

// A constant is a name and its value.
type constant struct {
	name  string
	value int64
}

// NewEnumeration returns an enumeration of all these constants.
func NewEnumeration(rt *Runtime, kind, module, name string, constants map[string]int64) *Enumeration {
	e := &Enumeration{rt: rt, kind: kind, module: module, name: name, members: make(map[int64]*Instance, len(constants))}
	for n, v := range constants {
		e.constants = append(e.constants, constant{n, v})
	}
	slices.SortFunc(e.constants, func(a, b constant) int {
		if a.value != b.value {
			return int(min(1, max(-1, a.value-b.value)))
		}
		return strings.Compare(a.name, b.name)
	})
	e.draft = NewClass(module, name, TypesOf(syntax.Python3).Int)
	e.draft.rt, e.draft.draft = rt, e
	nothing := new(Dict) // until the class has made attributes
	for _, c := range e.constants {
		if e.members[c.value] == nil {
			e.members[c.value] = &Instance{class: e.draft, rt: rt, Dict: nothing, Base: starlark.MakeInt64(c.value)}
		}
	}
	return e
}

// Export binds the members in a module, and the class as a name that waits.
func (e *Enumeration) Export(m *Module) {
	for _, c := range e.constants {
		m.Set(c.name, e.members[c.value])
	}
	if m.Late == nil {
		m.Late = make(map[string]func() (starlark.Value, error))
	}
	m.Late[e.name] = func() (starlark.Value, error) {
		c, err := e.Class()
		return c, err
	}
}

// Member returns the member of that value, or the plain int if there is none,
// as for an address family that Python doesn't know.
func (e *Enumeration) Member(n int64) starlark.Value {
	if e != nil && e.members[n] != nil {
		return e.members[n]
	}
	return starlark.MakeInt64(n)
}

// Class returns the class. Several threads may be making it; the first one's
// serves them all.
func (e *Enumeration) Class() (*Class, error) {
	if e.class != nil {
		return e.class, nil
	}
	t := e.rt.Current()
	if e.rt.Import == nil {
		return nil, ImportError.Errorf("No module named 'enum'")
	}
	enum, err := e.rt.Import(t, "enum")
	if err != nil {
		return nil, err
	}
	kind, err := e.rt.Attr(enum, e.kind)
	if err != nil {
		return nil, err
	}
	keep, err := e.rt.Attr(enum, "KEEP")
	if err != nil {
		return nil, err
	}
	pairs := make([]starlark.Value, len(e.constants))
	for i, c := range e.constants {
		pairs[i] = starlark.Tuple{e.rt.Str(c.name), starlark.MakeInt64(c.value)}
	}
	v, err := starlark.Call(t.Star, kind, starlark.Tuple{e.rt.Str(e.name), e.rt.List(pairs)}, []starlark.Tuple{
		{starlark.String("module"), e.rt.Str(e.module)}, {starlark.String("boundary"), keep},
	})
	if err != nil {
		return nil, err
	}
	if e.class == nil {
		v.(*Class).Dict.SetString("__doc__", starlark.String("An enumeration."))
		if err := e.adopt(v.(*Class)); err != nil {
			return nil, err
		}
	}
	return e.class, nil
}

// adopt puts the members that scripts have already into the place of those that
// the class was made with.
func (e *Enumeration) adopt(c *Class) error {
	named, _ := c.Dict.GetString("_member_map_").(*Dict)
	valued, _ := c.Dict.GetString("_value2member_map_").(*Dict)
	if named == nil || valued == nil {
		return SystemError.Errorf("module enum made no enumeration of %s", e.name)
	}
	for _, k := range e.constants {
		fresh, ok := named.GetString(k.name).(*Instance)
		old := e.members[k.value]
		if ok && fresh != old {
			old.Dict, old.slots = fresh.Dict, fresh.slots
		}
		named.SetString(k.name, old)
		c.Dict.SetString(k.name, old)
		if err := valued.SetKey(starlark.MakeInt64(k.value), old); err != nil {
			return err
		}
	}
	for _, old := range e.members {
		old.class = c
	}
	e.class = c
	c.changed()
	return nil
}

// made returns the class that takes a draft's place. If it can't be made, the
// running thread is told why, and the draft serves.
func (c *Class) made() *Class {
	if c.draft == nil || c.rt.Import == nil {
		return c
	}
	made, err := c.draft.Class()
	if err != nil {
		c.rt.Current().Fail(err)
	}
	if made == nil {
		return c
	}
	return made
}

// plainInt reports whether a special method of the class to be is int's own:
// the class has it before Enum, and neither IntEnum nor IntFlag redefines it.
func (e *Enumeration) plainInt(name string) bool {
	switch name {
	case "__call__", "__getitem__", "__getattr__", "__getattribute__":
		return true
	case "__repr__", "__str__", "__format__", "__reduce_ex__", "__new__", "__class__", "__doc__", "__dir__", "__init__":
		return false
	case "__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__":
		return e.kind != "IntFlag"
	}
	return TypesOf(syntax.Python3).Int.has(name) != nil
}
