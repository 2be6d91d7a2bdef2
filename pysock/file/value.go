package file

import (
	"fmt"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

func sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }

func py2(t *object.Thread) bool { return t.RT.Dialect == syntax.Python2 }

// A value is what all file objects share: a class, and attributes of their own.
type value struct {
	self  object.Typed
	class *object.Class
	rt    *object.Runtime
	dict  *object.Dict

	// kept is set once it is seen to that the file is closed in the end.
	kept bool
	// entry is how it is known among files that may hold something back.
	entry *kept
	// finalizing is set while the file is closed because nobody holds it.
	finalizing bool
	// shown is set while the repr is made, which may contain the object itself.
	shown bool
	// replaced is set when the script has put something in the place of a method.
	replaced bool

	// The instance of a class that derives from this one, while its methods
	// run: the others that these call may be the script's own. It isn't kept,
	// for what refers to its owner is never finalized.
	owner *object.Instance
	depth int
	of    *object.Class // the class of the instance
}

// SetOwner tells of the instance of a class that derives from this one.
func (v *value) SetOwner(x *object.Instance) { v.of = x.Class() }

// typeName is how a repr begins.
func (v *value) typeName() string {
	if v.of != nil {
		return v.of.QualifiedName()
	}
	return v.class.QualifiedName()
}

func (v *value) base() *value { return v }

// enter has methods go by the instance on which one of them was called.
func (v *value) enter(x *object.Instance) {
	v.owner = x
	v.depth++
}

func (v *value) leave() {
	if v.depth--; v.depth == 0 {
		v.owner = nil
	}
}

// me is the object as the script knows it.
func (v *value) me() starlark.Value {
	if v.owner != nil {
		return v.owner
	}
	return v.self
}

// own reports whether a script's own methods may stand in the place of ours.
func (v *value) own() bool { return v.owner != nil || v.replaced }

// Class returns the object's class.
func (v *value) Class() *object.Class { return v.class }

// Type returns the name of the class.
func (v *value) Type() string { return v.class.TypeName() }

// String returns the repr.
func (v *value) String() string { return v.rt.Repr(v.self) }

// Repr returns <_io.Name object at 0x...>.
func (v *value) Repr(syntax.Dialect) string {
	return sprintf("<%s object at 0x%x>", v.typeName(), object.ID(v.self))
}

// Freeze does nothing.
func (v *value) Freeze() {}

// Truth returns true.
func (v *value) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (v *value) Hash() (uint32, error) { return uint32(object.ID(v.self)), nil }

// PyHash returns a hash of the identity.
func (v *value) PyHash() (uint64, error) { return object.ID(v.self) >> 4, nil }

// Attr returns an attribute or a bound method.
func (v *value) Attr(name string) (starlark.Value, error) {
	if x := v.Own(name); x != nil {
		return x, nil
	}
	if name == "__dict__" {
		v.replaced = true
		return v.attributes(), nil
	}
	return object.BindAttr(v.self, name)
}

// Own returns an attribute that was set.
func (v *value) Own(name string) starlark.Value {
	if v.dict == nil {
		return nil
	}
	return v.dict.GetString(name)
}

func (v *value) attributes() *object.Dict {
	if v.dict == nil {
		v.dict = new(object.Dict)
	}
	return v.dict
}

// AttrNames lists the attributes.
func (v *value) AttrNames() []string {
	names := v.class.AttrNames()
	if v.dict != nil {
		for _, k := range v.dict.Keys() {
			s, _ := object.AsText(k)
			names = append(names, s)
		}
	}
	return names
}

// SetField sets an attribute that isn't computed.
func (v *value) SetField(name string, x starlark.Value) error {
	if name == "_finalizing" {
		v.finalizing = bool(x.Truth())
		return v.rt.Current().Failed()
	}
	if v.class.HasGetter(name) {
		return object.AttributeError.By(
			sprintf("attribute '%s' of '%s' objects is not writable", name, v.class.QualifiedName()),
			sprintf("attribute '%s' of '%s' objects is not writable", name, v.class.QualifiedName()))
	}
	v.replaced = v.replaced || v.class.Defines(name)
	v.attributes().SetString(name, x)
	return nil
}

// DelField deletes an attribute that was set.
func (v *value) DelField(name string) error {
	if v.dict != nil && v.dict.DelString(name) {
		return nil
	}
	if v.class.HasGetter(name) {
		return v.SetField(name, nil)
	}
	return object.AttributeError.By(name, sprintf("'%s' object has no attribute '%s'", v.class.QualifiedName(), name))
}

// Weak is what a weak reference to the object holds.
func (f *FileIO) Weak() (any, func() starlark.Value)   { return object.WeakPointer(f) }
func (b *Buffered) Weak() (any, func() starlark.Value) { return object.WeakPointer(b) }
func (p *Pair) Weak() (any, func() starlark.Value)     { return object.WeakPointer(p) }
func (x *Text) Weak() (any, func() starlark.Value)     { return object.WeakPointer(x) }
func (b *BytesIO) Weak() (any, func() starlark.Value)  { return object.WeakPointer(b) }
func (s *StringIO) Weak() (any, func() starlark.Value) { return object.WeakPointer(s) }
func (f *File2) Weak() (any, func() starlark.Value)    { return object.WeakPointer(f) }

// A call is the arguments of a method.
type call struct {
	args   starlark.Tuple
	kwargs []starlark.Tuple
}

// A based is a file object.
type based interface{ base() *value }

// methodOf makes a method of a Go type: f is called with self as that type.
func methodOf[T starlark.Value](name string, f func(x T, t *object.Thread, c call) (starlark.Value, error)) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		x, ok := object.Unwrap(self).(T)
		if !ok {
			return nil, object.TypeError.Errorf("descriptor '%s' doesn't apply to a '%s' object", name, object.TypeName(self))
		}
		if inst, ok := self.(*object.Instance); ok {
			if b, ok := any(x).(based); ok {
				b.base().enter(inst)
				defer b.base().leave()
			}
		}
		return f(x, t, call{args, kwargs})
	}
}

// methodsOf makes the methods of a table.
func methodsOf[T starlark.Value](table map[string]func(x T, t *object.Thread, c call) (starlark.Value, error)) map[string]object.Method {
	ms := make(map[string]object.Method, len(table))
	for name, f := range table {
		ms[name] = methodOf(name, f)
	}
	return ms
}

// gettersOf makes the computed attributes of a table.
func gettersOf[T starlark.Value](table map[string]func(x T) (starlark.Value, error)) map[string]func(starlark.Value) (starlark.Value, error) {
	gs := make(map[string]func(starlark.Value) (starlark.Value, error), len(table))
	for name, f := range table {
		gs[name] = func(self starlark.Value) (starlark.Value, error) {
			x, ok := object.Unwrap(self).(T)
			if !ok { // its class derives from T, whose __init__ has failed
				return nil, object.ValueError.Errorf("I/O operation on uninitialized object")
			}
			return f(x)
		}
	}
	return gs
}

// none checks that there are no arguments.
func (c call) none(x *value, name string) error {
	return object.NoArgs(x.class.ClassName, name, c.args, c.kwargs)
}

// size takes the optional size of read and its like; None and nothing are -1.
func (c call) size(t *object.Thread, name string) (int, error) {
	if len(c.args) == 0 && len(c.kwargs) == 0 {
		return -1, nil
	}
	v := starlark.Value(starlark.None)
	if err := object.Positional(t, name, c.args, c.kwargs, 0, &v); err != nil {
		return 0, err
	}
	return sizeOf(t, v)
}

func sizeOf(t *object.Thread, v starlark.Value) (int, error) {
	if v == starlark.None {
		return -1, nil
	}
	n, err := t.Int(v)
	if err != nil && t.Is(err, object.TypeError) {
		return 0, object.TypeError.By(
			sprintf("integer argument expected, got '%s'", object.TypeName(v)),
			sprintf("argument should be integer or None, not '%s'", object.TypeName(v)))
	}
	if err != nil && t.Is(err, object.OverflowError) {
		return 0, object.OverflowError.By("cannot fit 'long' into an index-sized integer", "cannot fit 'int' into an index-sized integer")
	}
	return int(max(n, -1)), err
}

// one takes exactly one argument.
func (c call) one(t *object.Thread, x *value, name string) (v starlark.Value, err error) {
	if len(c.args) == 1 && len(c.kwargs) == 0 {
		return c.args[0], nil
	}
	err = object.OneArg(t, x.class.ClassName, name, c.args, c.kwargs, &v)
	return v, err
}

// bytesOf returns the bytes of a bytes-like value. In Python 2 io's classes take
// no unicode.
func bytesOf(t *object.Thread, v starlark.Value) (string, error) {
	switch x := v.(type) {
	case starlark.Bytes:
		return string(x), nil
	case starlark.String:
		if py2(t) {
			return string(x), nil
		}
	case *object.Text:
		if py2(t) {
			return "", object.TypeError.Errorf("'unicode' does not have the buffer interface")
		}
	}
	b, err := t.Buffer("write", 0, v)
	return string(b), err
}

// target returns the bytes of a value that readinto fills.
func target(t *object.Thread, name string, v starlark.Value) ([]byte, error) {
	if b, ok := builtins.WritableBytes(v); ok {
		return b, nil
	}
	return nil, object.TypeError.By(
		sprintf("%s() argument 1 must be read-write buffer, not %s", name, object.TypeName(v)),
		sprintf("%s() argument must be read-write bytes-like object, not %s", name, object.TypeName(v)))
}

// callMethod calls x.name(args...).
func callMethod(t *object.Thread, x starlark.Value, name string, args ...starlark.Value) (starlark.Value, error) {
	m, err := t.RT.Attr(x, name)
	if err != nil {
		return nil, err
	}
	return t.Call(m, args...)
}

// steps joins the errors of two steps that were both taken: the second counts,
// and was raised while the first was being handled.
func steps(t *object.Thread, first, second error) error {
	if first != nil && second != nil {
		return t.Chain(first, second)
	}
	if second == nil {
		return first
	}
	return second
}

// truthOf asks x.name() for a truth value.
func truthOf(t *object.Thread, x starlark.Value, name string) (bool, error) {
	v, err := callMethod(t, x, name)
	if err != nil {
		return false, err
	}
	return bool(v.Truth()), t.Failed()
}

// number is what a method returned, as an integer.
func number(t *object.Thread, v starlark.Value) (int64, error) {
	n, err := t.Int(v)
	return n, err
}

func unsupported(words string) error { return UnsupportedOperation.Errorf("%s", words) }

// UnsupportedOperation is io.UnsupportedOperation.
var UnsupportedOperation = object.UnsupportedOperation

func closedError() error { return object.ValueError.Errorf("I/O operation on closed file.") }

// long is a position in a file: a long in Python 2.
func long(rt *object.Runtime, n int64) starlark.Value {
	if rt.Dialect == syntax.Python2 {
		return object.NewLong(starlark.MakeInt64(n))
	}
	return starlark.MakeInt64(n)
}

// ssize is an argument that is a Py_ssize_t.
func ssize(dst *int) object.ConverterFunc {
	return func(t *object.Thread, v starlark.Value) (err error) {
		*dst, err = builtins.Size(t, v)
		return err
	}
}
