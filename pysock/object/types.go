package object

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Types are the classes of a dialect's built-in types. Runtimes of one dialect
// share them: Python doesn't let a script change a built-in type either.
// Package builtins gives them their methods and constructors.
type Types struct {
	Object, Type, None, NotImplemented, Ellipsis *Class
	Bool, Int, Long, Float, Complex              *Class
	Str, Unicode, Bytes, Bytearray               *Class // Str is Bytes in Python 2, Unicode in Python 3
	List, Tuple, Dict, Set, FrozenSet            *Class
	Slice, Range, Function, Builtin, Method      *Class
	Module, Generator, Frame, Traceback, Code    *Class
	// Python 3's:
	Coroutine, AsyncGenerator, CoroutineWrapper *Class
	ASend, AThrow, ANext                        *Class // what their methods return

	Property, ClassMethod, StaticMethod, Super *Class

	ByName map[string]*Class
}

var (
	typesOnce [2]sync.Once
	types     [2]*Types
)

// TypesOf returns the types of dialect d (those of Python 3 for .star).
func TypesOf(d syntax.Dialect) *Types {
	i := dialectIndex(d)
	typesOnce[i].Do(func() { types[i] = newTypes(i == 0) })
	return types[i]
}

func newTypes(py2 bool) *Types {
	ts := &Types{ByName: make(map[string]*Class)}
	module := "builtins"
	if py2 {
		module = "__builtin__"
	}
	def := func(name string, bases ...*Class) *Class {
		if len(bases) == 0 && ts.Object != nil {
			bases = []*Class{ts.Object}
		}
		c := NewClass(module, name, bases...)
		ts.ByName[name] = c
		return c
	}
	ts.Object = def("object")
	ts.Object.py2 = py2
	ts.Object.Lazy = fillObject
	ts.Type = def("type")
	ts.Type.Lazy = fillType
	ts.None = def("NoneType")
	ts.NotImplemented = def("NotImplementedType")
	ts.Ellipsis = def("ellipsis")
	ts.Int = def("int")
	ts.Bool = def("bool", ts.Int)
	ts.Long = ts.Int
	ts.Float = def("float")
	ts.Complex = def("complex")
	if py2 {
		ts.Long = def("long")
		base := def("basestring")
		ts.Str = def("str", base)
		ts.Unicode = def("unicode", base)
		ts.Bytes = ts.Str
		ts.Range = def("xrange")
		ts.Method = def("instancemethod")
	} else {
		ts.Str = def("str")
		ts.Unicode = ts.Str
		ts.Bytes = def("bytes")
		ts.Range = def("range")
		ts.Method = def("method")
	}
	ts.Bytearray = def("bytearray")
	ts.List = def("list")
	ts.Tuple = def("tuple")
	ts.Dict = def("dict")
	ts.Set = def("set")
	ts.FrozenSet = def("frozenset")
	ts.Slice = def("slice")
	ts.Function = def("function")
	ts.Builtin = def("builtin_function_or_method")
	ts.Module = def("module")
	ts.Generator = def("generator")
	ts.Frame = def("frame")
	ts.Traceback = def("traceback")
	ts.Code = def("code")
	if !py2 {
		ts.Traceback.Methods = map[string]Method{"__dir__": tracebackDir}
		ts.Traceback.New = func(t *Thread, _ *Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return NewTraceback(t, args, kwargs)
		}
	}
	if !py2 {
		ts.Coroutine, ts.AsyncGenerator = def("coroutine"), def("async_generator")
		ts.CoroutineWrapper, ts.ANext = def("coroutine_wrapper"), def("anext_awaitable")
		ts.ASend, ts.AThrow = def("async_generator_asend"), def("async_generator_athrow")
	}
	ts.Function.New = newFunction
	if !py2 {
		def("cell").New = newCell
	}
	addGeneratorTypes(ts, py2)
	ts.Property, ts.Super = def("property"), def("super")
	ts.ClassMethod, ts.StaticMethod = def("classmethod"), def("staticmethod")
	if py2 {
		def("classobj")
		def("instance")
	}
	return ts
}

// ClassOf returns type(v).
func (rt *Runtime) ClassOf(v starlark.Value) *Class { return ClassOf(rt.Dialect, v) }

// ClassOf returns type(v) in dialect d.
func ClassOf(d syntax.Dialect, v starlark.Value) *Class {
	ts := TypesOf(d)
	switch v := v.(type) {
	case starlark.NoneType:
		return ts.None
	case Bool, starlark.Bool:
		return ts.Bool
	case starlark.Int:
		if d == syntax.Python2 {
			if _, ok := v.Int64(); !ok {
				return ts.Long
			}
		}
		return ts.Int
	case starlark.Float:
		return ts.Float
	case starlark.String:
		return ts.Str
	case *Text:
		return ts.Unicode
	case starlark.Bytes:
		return ts.Bytes
	case *List, *starlark.List:
		return ts.List
	case starlark.Tuple:
		return ts.Tuple
	case *Dict, *starlark.Dict:
		return ts.Dict
	case *Set:
		if v.Frozen {
			return ts.FrozenSet
		}
		return ts.Set
	case *starlark.Set:
		return ts.Set
	case *Slice:
		return ts.Slice
	case *starlark.Function:
		return ts.Function
	case *Func:
		return ts.named(v.Type())
	case *Class:
		return v.Metaclass(d)
	case *BoundMethod:
		return ts.Method
	case *Property:
		return ts.Property
	case *ClassMethod:
		return ts.ClassMethod
	case *StaticMethod:
		return ts.StaticMethod
	case *Super:
		return ts.Super
	case *Module:
		if v.class != nil {
			return v.class
		}
		return ts.Module
	case *Instance:
		return v.class
	case Typed:
		return v.Class()
	}
	return ts.named(v.Type())
}

// unlisted are the types of values that no script makes by name: they get a
// class when one is first asked for.
var unlisted struct {
	sync.Mutex
	classes [2]map[string]*Class
}

// named returns the type of that name.
func (ts *Types) named(name string) *Class {
	if c := ts.ByName[name]; c != nil {
		return c
	}
	unlisted.Lock()
	defer unlisted.Unlock()
	m := &unlisted.classes[dialectIndex(ts.Object.dialect())]
	if *m == nil {
		*m = make(map[string]*Class)
	}
	c := (*m)[name]
	if c == nil {
		c = ts.newClass(name)
		(*m)[name] = c
	}
	return c
}

// TypeName returns the name of a value's type as messages show it. Only
// unicode and long need the dialect, and a Text tells which it is.
func TypeName(v starlark.Value) string {
	switch v := v.(type) {
	case *Text:
		if v.unicode {
			return "unicode"
		}
		return "str"
	case starlark.String:
		return "str"
	case Typed:
		return v.Class().TypeName()
	}
	return v.Type()
}

// unaware reports whether the Attr method of a value doesn't know the dialect: it may even have what only
// Starlark has. Its class has all attributes.
func unaware(v starlark.Value) bool {
	switch v.(type) {
	case starlark.String, starlark.Bytes, *List, *Dict, *Set, *starlark.List, *starlark.Dict, *starlark.Set, *Text, *Slice:
		return true
	}
	return false
}

// Attr returns v.name by the rules of rt's dialect; it raises AttributeError.
func (rt *Runtime) Attr(v starlark.Value, name string) (starlark.Value, error) {
	switch v := v.(type) {
	case *Class:
		return v.Attr(name)
	case *starlark.Function:
		return rt.functionAttr(v, name)
	case *Func:
		if name == "__module__" && rt.Dialect == syntax.Python2 && v.Unbound == nil && v.Self == nil && v.Module == "" {
			return starlark.String("__builtin__"), nil
		}
		return v.Attr(name)
	case furnished:
		return rt.furnishedAttr(v, name)
	case starlark.HasAttrs:
		if unaware(v) {
			break
		}
		x, err := v.Attr(name)
		if x == nil && err == nil {
			err = noAttribute(TypeName(v), name)
		}
		return x, err
	}
	if s, ok := v.(*Slice); ok && (name == "start" || name == "stop" || name == "step") {
		return s.Attr(name)
	}
	return rt.ClassOf(v).bindIn(rt.Current(), v, name)
}

// typeAttr is Attr for Go code and .star files, by Python 3's rules.
func typeAttr(v starlark.Value, name string) (starlark.Value, error) {
	return ClassOf(syntax.Python3, v).bind(v, name)
}

func typeAttrNames(v starlark.Value) []string { return ClassOf(syntax.Python3, v).AttrNames() }

func sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// An AttrDeleter has attributes that del can remove.
type AttrDeleter interface{ DelField(name string) error }

// DelAttr is del v.name.
func DelAttr(rt *Runtime, v starlark.Value, name string) error {
	switch v := v.(type) {
	case AttrDeleter:
		return v.DelField(name)
	case *starlark.Function:
		return rt.delFunctionAttr(v, name)
	case furnished:
		return rt.setFurnished(v, name, nil)
	}
	return rt.setBuiltin(v, name, nil)
}

// SetAttr is v.name = x.
func SetAttr(rt *Runtime, v starlark.Value, name string, x starlark.Value) error {
	switch v := v.(type) {
	case starlark.HasSetField:
		return v.SetField(name, x)
	case *starlark.Function:
		return rt.setFunctionAttr(v, name, x)
	case furnished:
		return rt.setFurnished(v, name, x)
	}
	return rt.setBuiltin(v, name, x)
}

// setBuiltin sets an attribute of a value that has none of its own: x is nil to
// delete it.
func (rt *Runtime) setBuiltin(v starlark.Value, name string, x starlark.Value) error {
	if d := rt.ClassOf(v).Lookup(name); d != nil && isData(d) {
		return setThrough(rt.Current(), d, v, x)
	}
	return ReadOnly(rt.Dialect, v, name, x)
}

// An ItemDeleter has items that del can remove.
type ItemDeleter interface{ DelKey(k starlark.Value) error }

// DelItem is del v[k].
func DelItem(rt *Runtime, v, k starlark.Value) error {
	if x, ok := v.(ItemDeleter); ok {
		return x.DelKey(k)
	}
	return noItemDeletion(rt.ClassOf(v), v, k)
}

func noItemDeletion(c *Class, v, k starlark.Value) error {
	isIndex, err := c.asksIndex(k)
	if err != nil {
		return err
	}
	if isIndex {
		return TypeError.Errorf("'%s' object doesn't support item deletion", TypeName(v))
	}
	return TypeError.Errorf("'%s' object does not support item deletion", TypeName(v))
}

// NoItemAssignment is the error of v[k] = x for a v that can't.
func NoItemAssignment(rt *Runtime, v, k starlark.Value) error {
	if _, err := rt.ClassOf(v).asksIndex(k); err != nil {
		return err
	}
	return TypeError.Errorf("'%s' object does not support item assignment", TypeName(v))
}

// asksIndex reports whether a sequence would take k for an index. CPython makes an
// integer of it before it looks whether the type can do anything with that.
func (c *Class) asksIndex(k starlark.Value) (bool, error) {
	if !c.isSequence() {
		return false, nil
	}
	n, ok, err := AsIndex(k)
	if _, fits := n.Int64(); ok && err == nil && !fits {
		err = cannotFit(k)
	}
	return ok, err
}

func cannotFit(k starlark.Value) error {
	return IndexError.Errorf("cannot fit '%s' into an index-sized integer", TypeName(k))
}

// isSequence reports whether CPython's type has the slots of a sequence, be it
// only the one of len or of in.
func (c *Class) isSequence() bool {
	made := c.Dict != nil && !c.Static || !c.py2 && slices.Contains(heapModules, c.Module)
	return made || c.Lookup("__getitem__") != nil || c.Lookup("__contains__") != nil
}

// heapModules are those written in C whose types CPython 3 makes as it makes a
// script's classes.
var heapModules = []string{"re", "operator", "_struct", "functools", "_thread", "_random", "_hashlib", "_queue", "select"}

// BindValue looks a method or attribute of v up in its class of dialect d; it
// is for values that don't know their dialect.
func BindValue(d syntax.Dialect, v starlark.Value, name string) (starlark.Value, error) {
	return ClassOf(d, v).bind(v, name)
}

// Define adds a built-in type. It is for package builtins, before a script
// runs.
func (ts *Types) Define(name string) *Class {
	c := ts.newClass(name)
	ts.ByName[name] = c
	return c
}

// newClass makes a class of a name as messages show it, with its module unless
// that is the built-ins'.
func (ts *Types) newClass(name string) *Class {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		c := NewClass(name[:i], name[i+1:], ts.Object)
		c.Static = true
		return c
	}
	return NewClass(ts.Int.Module, name, ts.Object)
}
