package object

import (
	"sort"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Func is a function or method written in Go.
type Func struct {
	FuncName string // as in a Def
	Module   string // of a function: "socket", "time"; "" for a built-in
	Doc      string

	// Function is called where Method is nil.
	Function func(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

	// Self is what a bound method is bound to; a method looked up on its class
	// has Unbound instead and takes self as its first argument.
	Self    starlark.Value
	Unbound *Class
	Method  Method
}

var (
	_ starlark.Callable = (*Func)(nil)
	_ starlark.HasAttrs = (*Func)(nil)
)

// A Def is one function of a module's table.
type Def struct {
	Name string
	F    func(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)
}

// CallInternal calls the function.
func (f *Func) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	t := Of(th)
	if f.Method == nil {
		return f.Function(t, args, kwargs)
	}
	if f.Unbound == nil {
		return f.Method(t, f.Self, args, kwargs)
	}
	if len(args) == 0 {
		return nil, TypeError.By(
			sprintf("descriptor '%s' of '%s' object needs an argument", f.FuncName, f.Unbound.ClassName),
			sprintf("unbound method %s.%s() needs an argument", f.Unbound.ClassName, f.FuncName))
	}
	if got := t.RT.ClassOf(args[0]); !got.IsSubclass(f.Unbound) {
		return nil, f.wrongSelf("requires a '%s' object but received a '%s'", got)
	}
	return starlark.Call(th, builtinMethod(args[0], f.Unbound, f.FuncName, f.Method), args[1:], kwargs)
}

// wrongSelf is the error of an unbound method for an object of a class that
// isn't below its own; words2 are Python 2's.
func (f *Func) wrongSelf(words2 string, got *Class) error {
	return TypeError.By(
		sprintf("descriptor '%s' "+words2, f.FuncName, f.Unbound.ClassName, got.TypeName()),
		sprintf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", f.FuncName, f.Unbound.ClassName, got.TypeName()))
}

// Name returns the function's name.
func (f *Func) Name() string { return f.FuncName }

// String returns the repr as Python 3 prints it.
func (f *Func) String() string { return Repr(syntax.Python3, f) }

// Type returns the name of the type.
func (f *Func) Type() string {
	if f.Unbound != nil {
		return "method_descriptor"
	}
	return "builtin_function_or_method"
}

// Freeze does nothing.
func (f *Func) Freeze() {}

// Truth returns true.
func (f *Func) Truth() starlark.Bool { return true }

// Hash returns a hash of the name.
func (f *Func) Hash() (uint32, error) { return starlark.String(f.FuncName).Hash() }

// Attr returns __name__ and its like.
func (f *Func) Attr(name string) (starlark.Value, error) {
	switch name {
	case "__name__", "__qualname__":
		return starlark.String(f.FuncName), nil
	case "__doc__":
		return docString(f.Doc), nil
	case "__self__":
		if f.Self != nil {
			return f.Self, nil
		}
	case "__module__":
		return docString(f.Module), nil
	}
	return nil, noAttribute(f.Type(), name)
}

// AttrNames lists the attributes.
func (f *Func) AttrNames() []string {
	return []string{"__doc__", "__module__", "__name__", "__qualname__", "__self__"}
}

func sortedKeys[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for n := range m {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}
