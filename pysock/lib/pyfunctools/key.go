package pyfunctools

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A key is what the function that cmp_to_key returns makes of a value: it
// compares as the comparison function says.
type key struct {
	owned
	rt  *object.Runtime
	cmp starlark.Value
	obj starlark.Value // nil in the function itself
}

var (
	_ starlark.Callable = (*key)(nil)
	_ object.Comparer   = (*key)(nil)
	_ object.Typed      = (*key)(nil)
)

// cmpToKey is cmp_to_key(mycmp).
func cmpToKey(rt *object.Runtime) *object.Func {
	c := object.NewClass("functools", "K", object.TypesOf(rt.Dialect).Object)
	if rt.Dialect != syntax.Python2 {
		c.ClassName, c.Static = "KeyWrapper", true
		c.Seal()
	}
	c.Attrs = map[string]starlark.Value{"__hash__": starlark.None}
	c.Getters = map[string]func(starlark.Value) (starlark.Value, error){
		"obj": func(self starlark.Value) (starlark.Value, error) {
			if v := self.(*key).obj; v != nil {
				return v, nil
			}
			return nil, object.AttributeError.By("obj", "object")
		},
	}
	return &object.Func{FuncName: "cmp_to_key", Module: "functools", Function: func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var fn starlark.Value
		if t.RT.Dialect == syntax.Python2 {
			a, err := object.PythonArgs(t.RT.Dialect, "cmp_to_key", 0, args, kwargs, 1, 1, "mycmp")
			if err != nil {
				return nil, err
			}
			fn = a[0]
		} else if err := object.Keywords(t, "cmp_to_key", args, kwargs, 1, "mycmp", &fn); err != nil {
			return nil, err
		}
		return &key{owned: owned{class: c}, rt: t.RT, cmp: fn}, nil
	}}
}

// CallInternal makes the key of a value: K(obj).
func (k *key) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.Keywords(object.Of(th), "K", args, kwargs, 1, "obj", &v); err != nil {
		return nil, err
	}
	return &key{owned: owned{class: k.class}, rt: k.rt, cmp: k.cmp, obj: v}, nil
}

// Name is what a frame of the call would be called; it is hidden.
func (k *key) Name() string { return "#key" }

// RichCompare asks the comparison function.
func (k *key) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	o, ok := y.(*key)
	if !ok || o.class != k.class {
		return nil, object.TypeError.Errorf("other argument must be K instance")
	}
	if k.obj == nil || o.obj == nil {
		return nil, object.AttributeError.Errorf("object")
	}
	t := k.rt.Current()
	v, err := t.Call(k.cmp, k.obj, o.obj)
	if err != nil {
		return nil, err
	}
	return object.Compare(t.RT.Dialect, op, v, starlark.MakeInt(0))
}

// Attr is obj, or what the class has.
func (k *key) Attr(name string) (starlark.Value, error) { return k.attr(k, name) }

// Hash fails: keys are for sorting.
func (k *key) Hash() (uint32, error) {
	return 0, object.TypeError.By("hash not implemented", "unhashable type: 'functools.KeyWrapper'")
}

// String returns the repr.
func (k *key) String() string {
	return sprintf("<%s object at 0x%x>", k.class.QualifiedName(), object.ID(k))
}
