package pyoperator

import (
	"fmt"
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A getter is an itemgetter, attrgetter or methodcaller: a function of one
// value that was made of arguments.
type getter struct {
	class  *object.Class
	rt     *object.Runtime
	args   starlark.Tuple
	kwargs []starlark.Tuple
	get    func(t *object.Thread, v starlark.Value) (starlark.Value, error)
}

var (
	_ starlark.Callable = (*getter)(nil)
	_ starlark.HasAttrs = (*getter)(nil)
	_ object.Typed      = (*getter)(nil)
	_ object.Reprer     = (*getter)(nil)
)

// A maker makes the function of a getter.
type maker func(rt *object.Runtime, g *getter) error

func addGetters(rt *object.Runtime, m *object.Module) {
	for name, f := range map[string]maker{"itemgetter": itemGetter, "attrgetter": attrGetter, "methodcaller": methodCaller} {
		c := object.NewClass("operator", name, object.TypesOf(rt.Dialect).Object)
		c.Static = true
		c.Seal()
		c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			g := &getter{class: c, rt: t.RT, args: args, kwargs: kwargs}
			if name != "methodcaller" {
				if len(kwargs) > 0 {
					return nil, object.TypeError.By(name+"() does not take keyword arguments", name+"() takes no keyword arguments")
				}
				if len(args) == 0 {
					return nil, builtins.Tupled(name, args, 1, 1)
				}
			}
			return g, f(t.RT, g)
		}
		c.Methods = map[string]object.Method{
			"__call__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				return self.(*getter).call(t, args, kwargs)
			},
			"__reduce__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				return object.Unwrap(self).(*getter).reduce(t, t.RT.ClassOf(self))
			},
		}
		builtins.Show3(rt.Dialect, c)
		m.Set(name, c)
	}
}

// each makes a function that applies a getter for each argument: the result is
// a tuple unless there is only one.
func each(gets []func(t *object.Thread, v starlark.Value) (starlark.Value, error)) func(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	if len(gets) == 1 {
		return gets[0]
	}
	return func(t *object.Thread, v starlark.Value) (starlark.Value, error) {
		out := make(starlark.Tuple, len(gets))
		for i, get := range gets {
			var err error
			if out[i], err = get(t, v); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
}

// itemGetter is itemgetter(item, *items).
func itemGetter(rt *object.Runtime, g *getter) error {
	var gets []func(t *object.Thread, v starlark.Value) (starlark.Value, error)
	for _, k := range g.args {
		gets = append(gets, func(t *object.Thread, v starlark.Value) (starlark.Value, error) {
			return builtins.GetItem(t.RT, v, k)
		})
	}
	g.get = each(gets)
	return nil
}

// attrGetter is attrgetter(attr, *attrs), where an attr may have dots.
func attrGetter(rt *object.Runtime, g *getter) error {
	var gets []func(t *object.Thread, v starlark.Value) (starlark.Value, error)
	for _, a := range g.args {
		path, ok := object.AsText(a)
		if !ok && rt.Dialect != syntax.Python2 {
			return object.TypeError.Errorf("attribute name must be a string")
		}
		names := strings.Split(path, ".")
		gets = append(gets, func(t *object.Thread, v starlark.Value) (starlark.Value, error) {
			if !ok {
				return nil, object.TypeError.Errorf("attribute name must be a string")
			}
			var err error
			for _, name := range names {
				if v, err = t.RT.Attr(v, name); err != nil {
					return nil, err
				}
			}
			return v, nil
		})
	}
	g.get = each(gets)
	return nil
}

// methodCaller is methodcaller(name, *args, **kwargs).
func methodCaller(rt *object.Runtime, g *getter) error {
	if len(g.args) == 0 {
		return object.TypeError.Errorf("methodcaller needs at least one argument, the method name")
	}
	name, ok := object.AsText(g.args[0])
	if !ok && rt.Dialect != syntax.Python2 {
		return object.TypeError.Errorf("method name must be a string")
	}
	g.get = func(t *object.Thread, v starlark.Value) (starlark.Value, error) {
		if !ok {
			return nil, object.TypeError.Errorf("attribute name must be a string")
		}
		f, err := t.RT.Attr(v, name)
		if err != nil {
			return nil, err
		}
		return starlark.Call(t.Star, f, g.args[1:], g.kwargs)
	}
	return nil
}

func (g *getter) call(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(kwargs) > 0 {
		return nil, object.TypeError.By(g.class.ClassName+"() does not take keyword arguments", g.class.ClassName+"() takes no keyword arguments")
	}
	if len(args) != 1 {
		return nil, builtins.Tupled(g.class.ClassName, args, 1, 1)
	}
	return g.get(t, args[0])
}

// reduce is __reduce__, in Python 3.
func (g *getter) reduce(t *object.Thread, c *object.Class) (starlark.Value, error) {
	if t.RT.Dialect == syntax.Python2 {
		return nil, object.TypeError.Errorf("can't pickle %s objects", g.class.ClassName)
	}
	if len(g.kwargs) == 0 {
		return starlark.Tuple{c, g.args}, nil
	}
	functools, err := t.RT.Import(t, "functools")
	if err != nil {
		return nil, err
	}
	partial, err := t.RT.Attr(functools, "partial")
	if err != nil {
		return nil, err
	}
	class, err := starlark.Call(t.Star, partial, starlark.Tuple{c, g.args[0]}, g.kwargs)
	return starlark.Tuple{class, g.args[1:]}, err
}

// CallInternal applies the getter.
func (g *getter) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return g.call(object.Of(th), args, kwargs)
}

// Name is what a frame of the call would be called; it is hidden.
func (g *getter) Name() string { return "#getter" }

// Class returns operator.itemgetter and its like.
func (g *getter) Class() *object.Class { return g.class }

// Attr is what the class has.
func (g *getter) Attr(name string) (starlark.Value, error) { return object.BindAttr(g, name) }

// AttrNames lists the methods.
func (g *getter) AttrNames() []string { return g.class.AttrNames() }

// String returns the repr as Python 3 prints it.
func (g *getter) String() string { return g.Repr(syntax.Python3) }

// Repr is operator.itemgetter(1); Python 2 has none.
func (g *getter) Repr(d syntax.Dialect) string {
	if d == syntax.Python2 {
		return fmt.Sprintf("<operator.%s object at 0x%x>", g.class.ClassName, object.ID(g))
	}
	var parts []string
	for _, v := range g.args {
		parts = append(parts, object.Repr(d, v))
	}
	for _, kv := range g.kwargs {
		parts = append(parts, object.Str(d, kv[0])+"="+object.Repr(d, kv[1]))
	}
	return "operator." + g.class.ClassName + "(" + strings.Join(parts, ", ") + ")"
}

func (g *getter) Type() string          { return g.class.TypeName() }
func (g *getter) Freeze()               {}
func (g *getter) Truth() starlark.Bool  { return true }
func (g *getter) Hash() (uint32, error) { return uint32(object.ID(g) >> 4), nil }
