package object

import (
	"errors"
	"sort"
	"strings"

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

	// ClassMethod marks a method that is bound to the class.
	ClassMethod bool
	// Generic marks __class_getitem__ of the built-in types: list[int].
	Generic bool
	// outer is the instance whose value of a built-in type Self is.
	outer *Instance
	py2   bool // of Python 2, as far as that is known
}

var (
	_ starlark.Callable = (*Func)(nil)
	_ starlark.HasAttrs = (*Func)(nil)
)

// Callable reports whether v can be called.
func Callable(v starlark.Value) bool {
	if _, ok := v.(Special); ok {
		switch v.(type) {
		case *Class, *Alias:
		default:
			if SpecialMethod(v, "__call__") != nil {
				return true
			}
			v = Unwrap(v)
			if _, none := v.(Special); none {
				return false
			}
		}
	}
	_, ok := v.(starlark.Callable)
	return ok
}

// A Def is one function of a module's table.
type Def struct {
	Name string
	F    func(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)
}

// instead returns what a script's own method raised while the words of an error
// were made, a __repr__ say, which takes the error's place. An error of Starlark's code
// knows where it happened: what has failed there is asked for where that is caught.
func (t *Thread) instead(err error) error {
	if errors.As(err, new(*starlark.EvalError)) {
		return err
	}
	if failed := t.Failed(); failed != nil {
		return failed
	}
	return err
}

// CallInternal calls the function.
func (f *Func) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	t := Of(th)
	v, err := f.call(t, args, kwargs)
	if err != nil && t.failed != nil {
		err = t.instead(err)
	}
	return v, err
}

func (f *Func) call(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if f.Method == nil {
		return f.Function(t, args, kwargs)
	}
	if f.Unbound == nil {
		return f.Method(t, f.Self, args, kwargs)
	}
	if len(args) == 0 {
		what := sprintf("descriptor '%s' of '%s' object needs an argument", f.FuncName, f.Unbound.ClassName)
		if f.slot() {
			return nil, TypeError.Errorf("%s", what)
		}
		return nil, TypeError.By(what, sprintf("unbound method %s.%s() needs an argument", f.Unbound.ClassName, f.FuncName))
	}
	if err := f.check(t, args[0]); err != nil {
		return nil, err
	}
	return starlark.Call(t.Star, f.bound(args[0]), args[1:], kwargs)
}

// check raises TypeError where self is no instance of the method's class.
func (f *Func) check(t *Thread, self starlark.Value) error {
	if got := t.RT.ClassOf(self); !f.takes(got) {
		return f.wrongSelf("requires a '%s' object but received a '%s'", got)
	}
	return nil
}

// takes reports whether instances of a class have the method.
func (f *Func) takes(c *Class) bool { return c.IsSubclass(f.Unbound) || len(f.Unbound.Bases) == 0 }

func (f *Func) get(_ *Thread, self starlark.Value, c *Class) (starlark.Value, error) {
	if f.ClassMethod && f.Unbound != nil {
		return &Func{FuncName: f.FuncName, Self: c, Method: f.Method, Doc: f.Doc, ClassMethod: true, Generic: f.Generic}, nil
	}
	if f.Unbound == nil || self == nil {
		return f, nil
	}
	if !f.takes(c) {
		return nil, f.wrongSelf("for '%s' objects doesn't apply to '%s' object", c)
	}
	return f.bound(self), nil
}

// keepsSelf reports whether the method is given an instance itself, and not the
// value that it has of a built-in type.
func (f *Func) keepsSelf() bool {
	return len(f.Unbound.Bases) == 0 || f.Unbound.Mixin || f.Unbound.File
}

// bound binds a method of a built-in class. It works on the value that an
// instance has of that class; where it returns that, it is the instance that a
// script sees.
func (f *Func) bound(self starlark.Value) *Func {
	b := &Func{FuncName: f.FuncName, Self: self, Method: f.Method, Doc: f.Doc, py2: f.Unbound.py2}
	x, ok := self.(*Instance)
	if !ok || x.Base == nil || f.keepsSelf() {
		return b
	}
	switch f.FuncName {
	case "__reduce__", "__reduce_ex__", "__setstate__", "__format__", "__getattribute__", "__cmp__":
		return b // they ask for the class, the attributes or __str__ too
	}
	b.Self, b.outer = x.Base, x
	switch f.FuncName {
	case "copy", "union", "intersection", "difference", "symmetric_difference", "__or__", "__and__", "__sub__", "__xor__":
		b.Method = func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			v, err := f.Method(t, self, args, kwargs)
			if err != nil {
				return nil, err
			}
			return x.ofClass(v), nil
		}
	case "__getitem__":
		if d, ok := x.Base.(*Dict); ok {
			b.Method = func(_ *Thread, _ starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				if err := OneArg(nil, "dict", "__getitem__", args, kwargs, new(starlark.Value)); err != nil {
					return nil, err
				}
				v, _, err := x.dictItem(d, args[0])
				return v, err
			}
		}
	case "partition", "rpartition":
		whole := 0 // what stands for all of it where nothing is found
		if f.FuncName == "rpartition" {
			whole = 2
		}
		b.Method = func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			v, err := f.Method(t, self, args, kwargs)
			if parts, ok := v.(starlark.Tuple); ok && err == nil && len(parts) == 3 && !bool(parts[1].Truth()) && parts[whole].Type() == self.Type() {
				if _, mutable := self.(BytesLike); !mutable {
					parts[whole] = x
				}
			}
			return v, err
		}
	case "split", "rsplit":
		if text, ok := AsText(x.Base); ok && !f.Unbound.py2 { // it is returned as it is where the separator is longer
			b.Method = func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				v, err := f.Method(t, self, args, kwargs)
				if parts, ok := v.(*List); ok && err == nil && len(parts.Elems) == 1 && len(args) > 0 {
					if sep, ok := AsText(args[0]); ok && countRunes(sep) > countRunes(text) {
						parts.Elems[0] = x
					}
				}
				return v, err
			}
		}
	case "__mod__": // the same of what has no fields
		if text, ok := AsText(x.Base); ok && text != "" && !strings.Contains(text, "%") && !f.Unbound.py2 {
			b.Method = func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				v, err := f.Method(t, self, args, kwargs)
				if _, isText := AsText(v); err == nil && isText {
					v = x
				}
				return v, err
			}
		}
	case "format", "format_map":
		if !f.Unbound.py2 { // what has no fields is the same as before
			b.Method = func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				v, err := f.Method(t, self, args, kwargs)
				if s, ok := AsText(self); ok && err == nil && s != "" && !strings.ContainsAny(s, "{}") {
					v = x
				}
				return v, err
			}
		}
	case "__enter__", "__iter__", "__iadd__", "__imul__", "__ior__", "__iand__", "__isub__", "__ixor__":
		b.Method = func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			v, err := f.Method(t, self, args, kwargs)
			if err == nil && Identical(v, self) {
				v = x
			}
			return v, err
		}
	case "__repr__", "__str__":
		if n := namer(x.Base); n != nil && !(f.FuncName == "__str__" && f.Unbound.py2) {
			b.Method = func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				if _, err := f.Method(t, self, args, kwargs); err != nil {
					return nil, err
				}
				return t.RT.Str(n.ReprAs(x.class.ClassName, t.RT.Dialect)), nil
			}
		}
	}
	return b
}

// byTuple are the methods whose C functions take a tuple of arguments, and no
// keywords.
var byTuple = map[string]bool{
	"find": true, "rfind": true, "index": true, "rindex": true, "count": true, "startswith": true, "endswith": true,
	"union": true, "intersection": true, "difference": true, "update": true, "intersection_update": true, "difference_update": true,
}

// BoundWords is a TypeError about arguments in the words that Python 3 has where
// a method was bound before it was called, as for x.f(*args): they name the class of
// self and not, as for x.f(a), that of the method. What a slot says, object.__init__ say,
// has always the same words.
func BoundWords(rt *Runtime, callee starlark.Value, err error) error {
	var r *Raised
	f, isFunc := callee.(*Func)
	if !errors.As(err, &r) || !isFunc || r.Kind != TypeError || f.Self == nil || f.Method == nil || f.slot() || rt.Dialect == syntax.Python2 {
		return err
	}
	c := rt.ClassOf(f.self())
	for _, k := range c.MRO {
		rest, ok := aboutArguments(r, k, f.FuncName)
		switch {
		case !ok:
		case byTuple[f.FuncName] && !(k.ClassName == "list" || k.ClassName == "tuple" || k.ClassName == "range") && rest == "takes no keyword arguments":
			return TypeError.Errorf("%s() %s", f.FuncName, rest)
		case k != c:
			return TypeError.Errorf("%s.%s() %s", c.ClassName, f.FuncName, rest)
		}
	}
	return err
}

// aboutArguments is what a TypeError says of the arguments of a class's method, where
// its words begin with the names of the two.
func aboutArguments(r *Raised, c *Class, name string) (rest string, ok bool) {
	return strings.CutPrefix(r.Error(), "TypeError: "+c.ClassName+"."+name+"() ")
}

// ClassMethodWords is a TypeError about the arguments of the class method of a built-in
// type in the words for the class that it was called on, which is the one that it's bound to.
func ClassMethodWords(of, on *Class, name string, err error) error {
	var r *Raised
	if of == on || !errors.As(err, &r) || r.Kind != TypeError {
		return err
	}
	if rest, ok := aboutArguments(r, of, name); ok {
		return TypeError.Errorf("%s.%s() %s", on.ClassName, name, rest)
	}
	return err
}

// plainMethods are the methods under special names that aren't in plainSignatures
// and that no operator or built-in function of CPython's calls through a slot of the
// type either: their descriptors are those of ordinary methods.
var plainMethods = map[string]bool{
	"__reduce__": true, "__reduce_ex__": true, "__init_subclass__": true, "__subclasshook__": true,
	"__getnewargs_ex__": true, "__getstate__": true, "__setstate__": true, "__round__": true, "__class_getitem__": true,
	"__subclasses__": true, "__prepare__": true, "__enter__": true, "__exit__": true, "__new__": true, "__mro_entries__": true,
	"__deepcopy__": true, "__missing__": true, "__set_name__": true, "__setformat__": true, "__isabstractmethod__": true,
}

// slot reports whether CPython has the method as a wrapper of a type's slot.
func (f *Func) slot() bool {
	name := f.FuncName
	if f.ClassMethod || f.Function != nil {
		return false
	}
	if len(name) < 5 || name[:2] != "__" || name[len(name)-2:] != "__" || plainMethods[name] {
		return name == "next" && (f.py2 || f.Unbound != nil && f.Unbound.py2)
	}
	on := ""
	if f.Unbound != nil {
		on = f.Unbound.ClassName
	} else if f.Self != nil {
		on = TypeName(f.Self)
	}
	switch name {
	case "__getitem__":
		return on != "list" && on != "dict"
	case "__contains__":
		return on != "dict" && on != "set" && on != "frozenset"
	}
	_, plain := plainSignatures[name]
	return !plain
}

// wrongSelf is the error of an unbound method for an object of a class that
// isn't below its own; words2 are Python 2's.
func (f *Func) wrongSelf(words2 string, got *Class) error {
	if f.slot() {
		return TypeError.Errorf("descriptor '%s' requires a '%s' object but received a '%s'", f.FuncName, f.Unbound.cName(), got.TypeName())
	}
	return TypeError.By(
		sprintf("descriptor '%s' "+words2, f.FuncName, f.Unbound.ClassName, got.TypeName()),
		sprintf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", f.FuncName, f.Unbound.TypeName(), got.TypeName()))
}

// Name returns the function's name.
func (f *Func) Name() string { return f.FuncName }

// String returns the repr as Python 3 prints it.
func (f *Func) String() string { return Repr(syntax.Python3, f) }

// Type returns the name of the type.
func (f *Func) Type() string {
	switch {
	case f.Unbound != nil && f.ClassMethod:
		return "classmethod_descriptor"
	case f.Unbound != nil && f.slot():
		return "wrapper_descriptor"
	case f.Unbound != nil:
		return "method_descriptor"
	case f.Method != nil && f.slot():
		return "method-wrapper"
	}
	return "builtin_function_or_method"
}

// Freeze does nothing.
func (f *Func) Freeze() {}

// Truth returns true.
func (f *Func) Truth() starlark.Bool { return true }

// Hash returns a hash of the name.
func (f *Func) Hash() (uint32, error) { return starlark.String(f.FuncName).Hash() }

// PyHash agrees with RichCompare.
func (f *Func) PyHash() (uint64, error) {
	if f.Method == nil || f.Self == nil {
		return mix(ID(f)), nil
	}
	if f.py2 {
		h, err := Hash(f.self())
		return StringHash(f.FuncName) ^ h, err
	}
	return StringHash(f.FuncName) ^ mix(ID(f.self())), nil
}

// RichCompare compares what is bound to what.
func (f *Func) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	o, ok := y.(*Func)
	if !ok || op != syntax.Eq && op != syntax.NotEq {
		return nil, nil
	}
	same := f == o
	var err error
	if !same && f.Method != nil && o.Method != nil && f.Self != nil && o.Self != nil && f.FuncName == o.FuncName {
		same = Identical(f.self(), o.self())
		if !same && f.slot() && f.py2 {
			same, err = Equal(f.self(), o.self())
		}
	}
	return Truthy(same == (op == syntax.Eq)), err
}

// self is what a script sees as __self__.
func (f *Func) self() starlark.Value {
	if f.outer != nil {
		return f.outer
	}
	return f.Self
}

// Attr returns __name__ and its like.
func (f *Func) Attr(name string) (starlark.Value, error) {
	switch name {
	case "__name__":
		return starlark.String(f.FuncName), nil
	case "__qualname__":
		return starlark.String(f.qualname()), nil
	case "__doc__":
		return f.doc(), nil
	case "__self__":
		switch {
		case f.Self != nil:
			return f.self(), nil
		case f.Unbound == nil:
			return starlark.None, nil
		}
	case "__objclass__":
		if f.Unbound != nil {
			return f.Unbound, nil
		}
		if f.Type() == "method-wrapper" {
			if f.py2 {
				return ClassOf(syntax.Python2, f.Self), nil
			}
			return ClassOf(syntax.Python3, f.Self), nil
		}
	case "__module__":
		if f.Unbound == nil && f.Self == nil {
			if f.Module == "" {
				return starlark.String("builtins"), nil
			}
			return docString(f.Module), nil
		}
		if f.Method == nil || f.Self != nil && !f.slot() {
			return starlark.None, nil
		}
	case "__text_signature__":
		return starlark.None, nil
	}
	return ClassOf(syntax.Python3, f).bind(f, name)
}

// doc is __doc__.
func (f *Func) doc() starlark.Value {
	doc := f.ownDoc()
	if doc == starlark.None && strings.HasPrefix(f.FuncName, "__") && (f.Unbound != nil || f.Self != nil) {
		return starlark.String("Special method " + f.qualname() + ".")
	}
	return doc
}

// ownDoc is what is told of the function itself.
func (f *Func) ownDoc() starlark.Value {
	if f.Doc != "" || Documentation == nil {
		return docString(f.Doc)
	}
	d := syntax.Python3
	if f.py2 {
		d = syntax.Python2
	}
	switch c, isClass := f.Self.(*Class); {
	case f.Unbound != nil:
		return f.Unbound.docOf(f.FuncName)
	case isClass:
		return c.docOf(f.FuncName)
	case f.Self != nil:
		return ClassOf(d, f.Self).docOf(f.FuncName)
	}
	return docString(Documentation(d, f.Module, f.FuncName))
}

// nameInModule is the name of a function, with that of its module if it isn't built in;
// a method has none.
func (f *Func) nameInModule() (name string, ok bool) {
	switch {
	case f.Function == nil || f.Self != nil || f.Unbound != nil:
		return "", false
	case f.Module == "":
		return f.FuncName, true
	}
	return f.Module + "." + f.FuncName, true
}

// qualname is the name with that of the class.
func (f *Func) qualname() string {
	switch {
	case f.Unbound != nil:
		return f.Unbound.ClassName + "." + f.FuncName
	case f.Self == nil:
		return f.FuncName
	}
	if c, ok := f.Self.(*Class); ok {
		return c.ClassName + "." + f.FuncName
	}
	return TypeName(f.self()) + "." + f.FuncName
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
