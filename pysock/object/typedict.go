package object

import (
	_ "embed"
	"strings"
	"sync"

	"go.starlark.net/starlark"
)

// What the dicts of the built-in types hold, in the order in which CPython shows
// it: that is of its making, but scripts print list(vars(int)). Each line is
// "type: name name ..."; names that a type here inherits are its own there.
// testdata/typedicts.py prints the lines.
var (
	//go:embed typedicts2.txt
	typeDicts2 string
	//go:embed typedicts3.txt
	typeDicts3 string
)

// typeDicts are the names in the dicts of the built-in types by the type's name, of
// Python 2 and Python 3.
var typeDicts = [...]func() map[string]string{
	sync.OnceValue(func() map[string]string { return parseTypeDicts(typeDicts2) }),
	sync.OnceValue(func() map[string]string { return parseTypeDicts(typeDicts3) }),
}

func parseTypeDicts(text string) map[string]string {
	m := make(map[string]string)
	for line := range strings.Lines(text) {
		if name, names, ok := strings.Cut(line, ":"); ok {
			m[name] = names
		}
	}
	return m
}

// Proxy is C.__dict__. That of a built-in class is a copy.
func (c *Class) Proxy() *MappingProxy {
	d := c.Dict
	if d == nil {
		d = c.dictOfBuiltin()
	}
	return NewMappingProxy(c.dialect(), d)
}

// dictOfBuiltin returns what a built-in class has, in CPython's order as far as that
// is known.
func (c *Class) dictOfBuiltin() *Dict {
	d := NewDict(len(c.own))
	switch c.Module {
	case "", "builtins", "__builtin__", "exceptions", "types":
		if names := typeDicts[dialectIndex(c.dialect())]()[c.ClassName]; names != "" {
			for _, name := range strings.Fields(names) {
				if v := c.asOwn(name); v != nil {
					d.SetString(name, v)
				}
			}
			return d
		}
	}
	c.each(func(name string, v starlark.Value) { d.SetString(name, v) })
	if c.py2 {
		d = d.inOrder(slotOrder2())
		d.order = slots2
	}
	return d
}

// asOwn returns what a class has under a name, or what it inherits as one of its own.
func (c *Class) asOwn(name string) starlark.Value {
	if v := c.has(name); v != nil {
		return v
	}
	switch v := c.Lookup(name).(type) {
	case *Func:
		if v.Unbound == nil {
			return v
		}
		own := *v
		own.Unbound = c
		return &own
	case *Getset:
		own := *v
		own.Of = c
		return &own
	default:
		return v
	}
}
