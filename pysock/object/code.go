package object

import (
	"strings"

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

// Flags of a code object.
const (
	flagOptimized  = 0x1
	flagNewLocals  = 0x2
	flagVarargs    = 0x4
	flagVarkwargs  = 0x8
	flagNoFreeVars = 0x40
)

// params returns the names of the parameters as the script wrote them, and how
// many of them are positional, positional only, and keyword only.
func (c *Code) params() (names []string, args, posOnly, kwOnly int) {
	if c.Fn == nil || c.Name == ModuleFrame {
		return nil, 0, 0, 0
	}
	for i := range c.Fn.NumParams() {
		name, _ := c.Fn.Param(i)
		if bare, ok := strings.CutPrefix(name, "#"); ok {
			name = bare
			if !c.Fn.HasKwargs() || i < c.Fn.NumParams()-1 {
				posOnly++
			}
		}
		names = append(names, name)
	}
	args, kwOnly = c.Fn.NumParams(), c.Fn.NumKwonlyParams()
	args -= kwOnly
	if c.Fn.HasVarargs() {
		args--
	}
	if c.Fn.HasKwargs() {
		args--
	}
	return names, args, posOnly, kwOnly
}

func (c *Code) flags() int {
	if c.Name == ModuleFrame || c.Fn == nil {
		return flagNoFreeVars
	}
	n := flagOptimized | flagNewLocals
	if c.Fn.HasVarargs() {
		n |= flagVarargs
	}
	if c.Fn.HasKwargs() {
		n |= flagVarkwargs
	}
	return n
}

// Attr returns co_name and the others. What only a compiler to bytecode knows
// is empty.
func (c *Code) Attr(name string) (starlark.Value, error) {
	names, args, posOnly, kwOnly := c.params()
	py2 := c.rt.Dialect == syntax.Python2
	switch name {
	case "co_name":
		return c.rt.Str(c.Name), nil
	case "co_qualname":
		if !py2 {
			return c.rt.Str(c.Name), nil
		}
	case "co_filename":
		return c.rt.Str(c.File), nil
	case "co_firstlineno":
		return starlark.MakeInt(c.Line), nil
	case "co_argcount":
		return starlark.MakeInt(args), nil
	case "co_posonlyargcount":
		if !py2 {
			return starlark.MakeInt(posOnly), nil
		}
	case "co_kwonlyargcount":
		if !py2 {
			return starlark.MakeInt(kwOnly), nil
		}
	case "co_nlocals":
		return starlark.MakeInt(len(names)), nil
	case "co_flags":
		return starlark.MakeInt(c.flags()), nil
	case "co_varnames":
		t := make(starlark.Tuple, len(names))
		for i, n := range names {
			t[i] = c.rt.Str(n)
		}
		return t, nil
	case "co_consts", "co_names", "co_freevars", "co_cellvars":
		return starlark.Tuple{}, nil
	case "co_code", "co_lnotab":
		return c.rt.Bytes(nil), nil
	case "co_stacksize":
		return starlark.MakeInt(0), nil
	}
	return nil, noAttribute("code", name)
}

// AttrNames lists the attributes.
func (c *Code) AttrNames() []string {
	return strings.Fields("co_argcount co_cellvars co_code co_consts co_filename co_firstlineno co_flags co_freevars " +
		"co_lnotab co_name co_names co_nlocals co_stacksize co_varnames")
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
