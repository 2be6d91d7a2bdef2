package object

import (
	"maps"
	"slices"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Code is a code object: what f_code of a frame and compile() give.
type Code struct {
	Name, File string
	Line       int                // on which it begins
	Fn         *starlark.Function // whose code it is; nil if that isn't known
	Program    any                // what compile() made
	rt         *Runtime
	def        *Definition
	set        map[string]starlark.Value // by replace()
}

var (
	_ starlark.HasAttrs = (*Code)(nil)
	_ Comparer          = (*Code)(nil)
	_ Hasher            = (*Code)(nil)
)

// NewCode returns the code of a function, or of a module if fn is nil.
func NewCode(rt *Runtime, name, file string, fn *starlark.Function) *Code {
	c := &Code{Name: name, File: file, Line: 1, Fn: fn, rt: rt}
	if fn != nil && name != ModuleFrame {
		c.Line = int(fn.Position().Line)
	}
	return c
}

// definition is what the source tells of the code; it is empty for a module's.
func (c *Code) definition() *Definition {
	if c.def == nil {
		if c.Name != ModuleFrame {
			c.def = definition(c.Fn)
		}
		if c.def == nil {
			c.def = &Definition{Name: c.Name, Line: c.Line}
		}
	}
	return c.def
}

func (c *Code) flags() int {
	if c.set["co_flags"] != nil {
		n, _ := starlark.AsInt32(c.set["co_flags"])
		return n
	}
	py2 := c.rt.Dialect == syntax.Python2
	switch {
	case c.Name == ModuleFrame || c.Fn == nil:
		if py2 {
			return flagNoFree
		}
		return 0
	}
	return c.definition().flags(py2, c.rt.IterableCoroutine(c.Fn))
}

// IterableOf reports whether c is the code of f, changed as types.coroutine
// changes it.
func (c *Code) IterableOf(f *starlark.Function) bool {
	return c.Fn == f && c.flags()&flagIterable != 0
}

// codeGetters compute the attributes. What only a compiler to bytecode knows is
// empty.
var codeGetters map[string]func(c *Code) starlark.Value

// onlyCode3 are those that code objects of Python 2 don't have.
var onlyCode3 = map[string]bool{"co_qualname": true, "co_posonlyargcount": true, "co_kwonlyargcount": true, "co_linetable": true, "co_exceptiontable": true}

func init() {
	number := func(f func(c *Code) int) func(c *Code) starlark.Value {
		return func(c *Code) starlark.Value { return starlark.MakeInt(f(c)) }
	}
	names := func(f func(d *Definition) []string) func(c *Code) starlark.Value {
		return func(c *Code) starlark.Value {
			list := f(c.definition())
			t := make(starlark.Tuple, len(list))
			for i, n := range list {
				t[i] = c.rt.Str(n)
			}
			return t
		}
	}
	none := func(c *Code) starlark.Value { return c.rt.Bytes(nil) }
	codeGetters = map[string]func(c *Code) starlark.Value{
		"co_name":            func(c *Code) starlark.Value { return c.rt.Str(c.Name) },
		"co_qualname":        func(c *Code) starlark.Value { return c.rt.Str(c.definition().Name) },
		"co_filename":        func(c *Code) starlark.Value { return c.rt.Str(c.File) },
		"co_firstlineno":     number(func(c *Code) int { return c.definition().Line }),
		"co_argcount":        number(func(c *Code) int { return c.definition().Args }),
		"co_posonlyargcount": number(func(c *Code) int { return c.definition().PosOnly }),
		"co_kwonlyargcount":  number(func(c *Code) int { return c.definition().KwOnly }),
		"co_nlocals":         number(func(c *Code) int { return len(c.definition().Locals) }),
		"co_stacksize":       number(func(c *Code) int { return 1 }),
		"co_flags":           number((*Code).flags),
		"co_varnames":        names(func(d *Definition) []string { return d.Locals }),
		"co_names":           names(func(d *Definition) []string { return d.Names }),
		"co_freevars":        names(func(d *Definition) []string { return d.Free }),
		"co_cellvars":        names(func(d *Definition) []string { return d.Cells }),
		"co_consts": func(c *Code) starlark.Value {
			d := c.definition()
			first := d.Doc
			if first == nil {
				first = starlark.None
			}
			return append(starlark.Tuple{first}, d.Consts...)
		},
		"co_code": none, "co_lnotab": none, "co_linetable": none, "co_exceptiontable": none,
	}
}

// Attr returns co_name and the others.
func (c *Code) Attr(name string) (starlark.Value, error) {
	py2 := c.rt.Dialect == syntax.Python2
	if v := c.set[name]; v != nil {
		return v, nil
	}
	if get := codeGetters[name]; get != nil && !(py2 && onlyCode3[name]) {
		return get(c), nil
	}
	if name == "replace" && !py2 {
		return &Func{FuncName: name, Self: c, Method: codeReplace}, nil
	}
	return BindValue(c.rt.Dialect, c, name)
}

// codeReplace is code.replace(**attributes): a copy that shows other attributes.
func codeReplace(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := NoArgs("code", "replace", args, nil); err != nil {
		return nil, err
	}
	c := *self.(*Code)
	c.set = make(map[string]starlark.Value)
	for name, v := range self.(*Code).set {
		c.set[name] = v
	}
	for _, kv := range kwargs {
		name, _ := AsText(kv[0])
		if codeGetters[name] == nil {
			return nil, TypeError.Errorf("'%s' is an invalid keyword argument for replace()", name)
		}
		c.set[name] = kv[1]
	}
	return &c, nil
}

// AttrNames lists the attributes.
func (c *Code) AttrNames() []string {
	if c.rt.Dialect != syntax.Python2 {
		return append(slices.Sorted(maps.Keys(codeGetters)), "replace")
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(codeGetters)), func(name string) bool { return onlyCode3[name] })
}

// RichCompare says whether two are the code of the same function.
func (c *Code) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	d, ok := y.(*Code)
	if !ok || op != syntax.Eq && op != syntax.NotEq {
		return nil, nil
	}
	same := c == d || c.Program == nil && d.Program == nil && c.File == d.File && c.Line == d.Line && c.Name == d.Name
	return Truthy(same == (op == syntax.Eq)), nil
}

// PyHash returns a hash that fits RichCompare.
func (c *Code) PyHash() (uint64, error) {
	return StringHash(c.File+"\x00"+c.Name) + uint64(c.Line), nil
}

// String returns the repr.
func (c *Code) String() string {
	return sprintf("<code object %s at 0x%x, file \"%s\", line %d>", c.Name, ID(c), c.File, c.Line)
}

// Type returns "code".
func (c *Code) Type() string { return "code" }

// Freeze does nothing.
func (c *Code) Freeze() {}

// Truth returns true.
func (c *Code) Truth() starlark.Bool { return true }

// Hash returns a hash that fits RichCompare.
func (c *Code) Hash() (uint32, error) {
	h, _ := c.PyHash()
	return uint32(h), nil
}
