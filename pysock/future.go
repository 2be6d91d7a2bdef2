package pysock

import (
	"fmt"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A feature is what a name of the module __future__ is bound to: when the
// feature came, when it became the rule, and the compiler's flag for it.
type feature struct {
	name                string
	optional, mandatory release
	flag                int           // Python 2's is 16 times less, but that of nested_scopes
	future              syntax.Future // what it changes here, or 0
}

// A release is a version as sys.version_info has it; the zero is None.
type release struct {
	major, minor int
	level        string
	serial       int
}

// features are the features of CPython 3.11 (library reference, "__future__"),
// in the order in which they came.
var features = []feature{
	{"nested_scopes", release{2, 1, "beta", 1}, release{2, 2, "alpha", 0}, 1 << 4, 0},
	{"generators", release{2, 2, "alpha", 1}, release{2, 3, "final", 0}, 0, 0},
	{"division", release{2, 2, "alpha", 2}, release{3, 0, "alpha", 0}, 1 << 17, syntax.FutureDivision},
	{"absolute_import", release{2, 5, "alpha", 1}, release{3, 0, "alpha", 0}, 1 << 18, syntax.FutureAbsoluteImport},
	{"with_statement", release{2, 5, "alpha", 1}, release{2, 6, "alpha", 0}, 1 << 19, 0},
	{"print_function", release{2, 6, "alpha", 2}, release{3, 0, "alpha", 0}, 1 << 20, syntax.FuturePrintFunction},
	{"unicode_literals", release{2, 6, "alpha", 2}, release{3, 0, "alpha", 0}, 1 << 21, syntax.FutureUnicodeLiterals},
	{"barry_as_FLUFL", release{3, 1, "alpha", 2}, release{4, 0, "alpha", 0}, 1 << 22, 0},
	{"generator_stop", release{3, 5, "beta", 1}, release{3, 7, "alpha", 0}, 1 << 23, 0},
	{"annotations", release{3, 7, "beta", 1}, release{}, 1 << 24, syntax.FutureAnnotations},
}

// flagIn is the compiler's flag in dialect d.
func (f feature) flagIn(d syntax.Dialect) int {
	if d == syntax.Python2 && f.flag > 1<<4 {
		return f.flag >> 4
	}
	return f.flag
}

// otherFlags are those that compile() knows beside those of the features: for
// a tree in the place of code, for the interactive interpreter, for type
// comments and await at top level.
const otherFlags = 0x200 | 0x400 | 0x1000 | 0x2000 | 0x4000

// futures returns the features that flags of compile() switch on; it raises
// ValueError.
func (r *Runtime) futures(flags int) (syntax.Future, error) {
	var on syntax.Future
	known := otherFlags
	for _, f := range features {
		flag := f.flagIn(r.rt.Dialect)
		known |= flag
		if flag != 0 && flags&flag == flag {
			on |= f.future
		}
	}
	if flags&^known != 0 {
		return 0, object.ValueError.Errorf("compile(): unrecognised flags")
	}
	return on, nil
}

// callersFuture returns the features of the code that calls a built-in function:
// what it has exec, eval and compile read is of its kind.
func (r *Runtime) callersFuture(t *object.Thread) syntax.Future {
	for d := range t.Star.CallStackDepth() {
		if fn, ok := t.Star.DebugFrame(d).Callable().(*starlark.Function); ok {
			if u, ok := fn.Globals()[object.UnitVar].(*unit); ok {
				return u.file.Future
			}
		}
	}
	return 0
}

// feature returns the value of a name that is imported from __future__.
func (r *Runtime) feature(name string) starlark.Value {
	for _, f := range features {
		if f.name == name {
			f.flag = f.flagIn(r.rt.Dialect)
			return f
		}
	}
	return starlark.None
}

// futureModule makes the module __future__. Python 2.7 doesn't know the last
// three.
func (r *Runtime) futureModule() *object.Module {
	m := object.NewModule(r.rt, "__future__", "", nil)
	var names []starlark.Value
	for _, f := range features {
		if r.rt.Dialect != syntax.Python2 || f.optional.major == 2 {
			f.flag = f.flagIn(r.rt.Dialect)
			m.Set(f.name, f)
			names = append(names, r.rt.Str(f.name))
		}
	}
	m.Set("all_feature_names", r.rt.List(names))
	return m
}

func (r release) value() starlark.Value {
	if r == (release{}) {
		return starlark.None
	}
	return starlark.Tuple{starlark.MakeInt(r.major), starlark.MakeInt(r.minor), starlark.MakeInt(0),
		starlark.String(r.level), starlark.MakeInt(r.serial)}
}

func (r release) String() string {
	if r == (release{}) {
		return "None"
	}
	return fmt.Sprintf("(%d, %d, 0, '%s', %d)", r.major, r.minor, r.level, r.serial)
}

var _ starlark.HasAttrs = feature{}

// Attr returns one of the feature's attributes.
func (f feature) Attr(name string) (starlark.Value, error) {
	get := func(r release) starlark.Value {
		return &object.Func{FuncName: name, Function: func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return r.value(), object.NoArgs("", name, args, kwargs)
		}}
	}
	switch name {
	case "optional":
		return f.optional.value(), nil
	case "mandatory":
		return f.mandatory.value(), nil
	case "compiler_flag":
		return starlark.MakeInt(f.flag), nil
	case "getOptionalRelease":
		return get(f.optional), nil
	case "getMandatoryRelease":
		return get(f.mandatory), nil
	}
	return nil, nil
}

// AttrNames returns the names of the feature's attributes.
func (f feature) AttrNames() []string {
	return []string{"compiler_flag", "getMandatoryRelease", "getOptionalRelease", "mandatory", "optional"}
}

func (f feature) String() string {
	return fmt.Sprintf("_Feature(%v, %v, %d)", f.optional, f.mandatory, f.flag)
}

// Type returns "_Feature".
func (f feature) Type() string { return "_Feature" }

// Freeze does nothing.
func (f feature) Freeze() {}

// Truth returns true.
func (f feature) Truth() starlark.Bool { return true }

// Hash is that of the flag.
func (f feature) Hash() (uint32, error) { return uint32(f.flag), nil }
