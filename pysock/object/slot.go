package object

import (
	"slices"
	"strings"
	"sync"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// How CPython's types take the arguments of methods under special names. Most of
// these methods are wrappers of a slot of the type, which count in their own words;
// the others are methods like any, which take none or one.

// A signature is what a special method of a built-in type takes.
type signature struct {
	min, max int
	// unpacked and parsed tell that the wrapper takes its arguments as functions without
	// a name do: " expected 2 arguments, got 1", "function takes exactly 2 arguments (1 given)".
	unpacked, parsed bool
}

// signatures are those of all types that have a method in a slot.
var signatures = func() map[string]signature {
	m := make(map[string]signature)
	add := func(s signature, names ...string) {
		for _, name := range names {
			m["__"+name+"__"] = s
		}
	}
	add(signature{}, "len", "iter", "next", "repr", "str", "hash", "neg", "pos", "abs", "invert", "int", "float", "index",
		"bool", "nonzero", "long", "hex", "oct", "await", "aiter", "anext")
	add(signature{min: 1, max: 1}, "contains", "getitem", "delitem", "getattribute", "delattr", "delete", "cmp", "coerce",
		"eq", "ne", "lt", "le", "gt", "ge")
	for _, op := range []string{"add", "sub", "mul", "matmul", "div", "truediv", "floordiv", "mod", "divmod", "lshift", "rshift", "and", "or", "xor"} {
		add(signature{min: 1, max: 1}, op, "r"+op, "i"+op)
	}
	add(signature{min: 1, max: 2, unpacked: true}, "pow", "rpow", "get")
	add(signature{min: 2, max: 2, unpacked: true}, "setattr", "setitem", "set")
	add(signature{min: 2, max: 2, parsed: true}, "getslice", "delslice")
	add(signature{min: 3, max: 3, parsed: true}, "setslice")
	m["next"] = signature{}
	return m
}()

// plainSignatures are those of methods that no operator or built-in function of
// CPython's calls through a slot of the type.
var plainSignatures = map[string]int{
	"__reversed__": 0, "__sizeof__": 0, "__dir__": 0, "__getnewargs__": 0, "__trunc__": 0, "__floor__": 0, "__ceil__": 0,
	"__complex__": 0, "__bytes__": 0, "__length_hint__": 0, "__unicode__": 0, "__copy__": 0,
	"__format__": 1, "__getformat__": 1, "__getitem__": 1, "__contains__": 1, "__instancecheck__": 1, "__subclasscheck__": 1,
}

// repeats reports whether the type repeats by * as sequences do, which is another
// slot than that of numbers.
func (c *Class) repeats() bool {
	for _, k := range c.MRO {
		if k.Methods["__neg__"] != nil {
			return false
		}
	}
	return true
}

// counted is a method of the class under that name which raises TypeError for
// arguments that CPython's doesn't take.
func (c *Class) counted(name string, m Method) Method {
	if c.open {
		return m
	}
	if (&Func{FuncName: name, Unbound: c, Method: m}).slot() {
		return c.countedSlot(name, m)
	}
	n, ok := plainSignatures[name]
	switch {
	case !ok:
		return m
	case name == "__format__" && c.py2:
		return func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var spec starlark.Value
			if err := Positional(t, name, args, kwargs, 1, &spec); err != nil {
				return nil, err
			}
			return m(t, self, args, nil)
		}
	}
	return func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		switch {
		case len(args) == n && len(kwargs) == 0:
			return m(t, self, args, nil)
		case n == 0:
			return nil, NoArgs(c.ClassName, name, args, kwargs)
		}
		return nil, OneArg(t, c.ClassName, name, args, kwargs, new(starlark.Value))
	}
}

// countedSlot is counted for a method that CPython has in a slot.
func (c *Class) countedSlot(name string, m Method) Method {
	s, ok := signatures[name]
	if (name == "__mul__" || name == "__rmul__" || name == "__imul__") && c.repeats() {
		s.unpacked = true
	}
	anyNames := name == "__init__" || name == "__call__"
	if anyNames && !ok {
		return m
	}
	return func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(kwargs) > 0 && !anyNames {
			return nil, TypeError.By("wrapper "+name+" doesn't take keyword arguments", "wrapper "+name+"() takes no keyword arguments")
		}
		if ok && (len(args) < s.min || len(args) > s.max) {
			return nil, s.wrong(t, len(args))
		}
		if n := s.indexes(c, name); n > 0 {
			args = slices.Clone(args)
			for i := range n {
				if err := s.toIndex(t, &args[i]); err != nil {
					return nil, err
				}
			}
		}
		return m(t, self, args, kwargs)
	}
}

// indexes tells how many of the arguments become integers before the method has them.
func (s signature) indexes(c *Class, name string) int {
	switch {
	case s.parsed:
		return 2
	case c.ByIndex && (name == "__getitem__" || name == "__setitem__" || name == "__delitem__"), s.unpacked && s.max == 1:
		return 1
	}
	return 0
}

// toIndex makes an integer of an argument: one that fits a Py_ssize_t, or raises
// OverflowError.
func (s signature) toIndex(t *Thread, arg *starlark.Value) error {
	if s.parsed {
		n, err := t.Int(*arg)
		*arg = starlark.MakeInt64(n)
		return err
	}
	n, ok, err := AsIndex(*arg)
	switch _, fits := n.Int64(); {
	case err != nil:
		return err
	case !ok:
		return NotIndex(*arg)
	case !fits:
		return OverflowError.Errorf("cannot fit '%s' into an index-sized integer", TypeName(*arg))
	}
	*arg = n
	return nil
}

// wrong is the TypeError for a number of arguments.
func (s signature) wrong(t *Thread, got int) error {
	how, n := "", s.min
	switch {
	case s.parsed:
		return TypeError.Errorf("function takes exactly %d arguments (%d given)", n, got)
	case s.min == s.max:
	case got < s.min:
		how = "at least "
	default:
		how, n = "at most ", s.max
	}
	words := "argument"
	if n != 1 || t.RT.Dialect == syntax.Python2 {
		words += "s"
	}
	if s.unpacked {
		how = " expected " + how
	} else {
		how = "expected " + how
	}
	return TypeError.Errorf("%s%d %s, got %d", how, n, words, got)
}

// slotOrder2 are the names under which Python 2 puts the slots of a type into its
// dict, in that order, then its constructor. What else it has follows.
var slotOrder2 = sync.OnceValue(func() (names []string) {
	add := func(list string, reflected bool) {
		for _, name := range strings.Fields(list) {
			names = append(names, "__"+name+"__")
			if reflected {
				names = append(names, "__r"+name+"__")
			}
		}
	}
	add("getattribute setattr delattr cmp repr hash call str lt le eq ne gt ge iter", false)
	names = append(names, "next")
	add("get set delete init", false)
	add("add sub mul div mod divmod pow", true)
	add("neg pos abs nonzero invert", false)
	add("lshift rshift and xor or", true)
	add("coerce int long float oct hex iadd isub imul ior iand ixor", false)
	add("floordiv truediv", true)
	add("index len getitem setitem delitem getslice setslice delslice contains new", false)
	return names
})
