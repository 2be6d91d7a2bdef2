package pyfunctools

import (
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A partial is functools.partial(func, *args, **keywords): a call of func with
// further arguments to come.
type partial struct {
	owned
	rt   *object.Runtime
	fn   starlark.Value
	args starlark.Tuple
	kw   *object.Dict

	showing bool // its repr is being made
}

var (
	_ starlark.Callable = (*partial)(nil)
	_ starlark.HasAttrs = (*partial)(nil)
	_ object.Typed      = (*partial)(nil)
	_ object.Reprer     = (*partial)(nil)
)

func newPartialClass(rt *object.Runtime) *object.Class {
	c := object.NewClass("functools", "partial", object.TypesOf(rt.Dialect).Object)
	c.Static = true
	c.Doc = "partial(func, *args, **keywords) - a function with some of its arguments given"
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(args) == 0 {
			return nil, object.TypeError.Errorf("type 'partial' takes at least one argument")
		}
		if !builtins.IsCallable(args[0]) {
			return nil, object.TypeError.Errorf("the first argument must be callable")
		}
		p := &partial{owned: owned{class: c, Dict: *t.RT.NewDict(0)}, rt: t.RT, fn: args[0], args: args[1:len(args):len(args)], kw: t.RT.NewDict(0)}
		if inner, ok := object.Unwrap(p.fn).(*partial); ok && attributes(p.fn).Len() == 0 && t.RT.Dialect != syntax.Python2 {
			p.fn = inner.fn
			p.args = append(inner.args[:len(inner.args):len(inner.args)], p.args...)
			p.kw = inner.kw.Copy()
		}
		p.kw.Expect(len(kwargs))
		for _, kv := range kwargs {
			if err := p.kw.SetKey(t.RT.Keyword(kv[0]), kv[1]); err != nil {
				return nil, err
			}
		}
		return p, nil
	}
	member := func(name string, get func(p *partial) starlark.Value) *object.Getset {
		return &object.Getset{Name: name, Of: c, Member: true, Get: func(_ *object.Thread, self starlark.Value) (starlark.Value, error) {
			return get(self.(*partial)), nil
		}}
	}
	c.Attrs = map[string]starlark.Value{
		"func":     member("func", func(p *partial) starlark.Value { return p.fn }),
		"args":     member("args", func(p *partial) starlark.Value { return p.args }),
		"keywords": member("keywords", func(p *partial) starlark.Value { return p.kw }),
	}
	object.Subscript(c)
	c.Methods = map[string]object.Method{
		"__call__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return self.(*partial).call(t, args, kwargs)
		},
		"__reduce__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			p := object.Unwrap(self).(*partial)
			attrs := attributes(self)
			state := starlark.Tuple{p.fn, p.args, p.kw, attrs}
			if attrs.Len() == 0 {
				state[3] = starlark.None
			}
			return starlark.Tuple{t.RT.ClassOf(self), starlark.Tuple{p.fn}, state}, object.NoArgs("partial", "__reduce__", args, kwargs)
		},
		"__setstate__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var v starlark.Value
			if err := object.OneArg(t, "partial", "__setstate__", args, kwargs, &v); err != nil {
				return nil, err
			}
			return starlark.None, setState(t, self, v)
		},
	}
	builtins.Show3(rt.Dialect, c)
	return c
}

// setState takes (func, args, keywords, attributes or None).
func setState(t *object.Thread, self, v starlark.Value) error {
	invalid := object.TypeError.By("invalid partial state", "invalid partial state")
	state, ok := object.Unwrap(v).(starlark.Tuple)
	if !ok || len(state) != 4 || !builtins.IsCallable(state[0]) {
		return invalid
	}
	args, ok := object.Unwrap(state[1]).(starlark.Tuple)
	if !ok {
		return invalid
	}
	kw := t.RT.NewDict(0)
	if state[2] != starlark.None {
		d, ok := object.Unwrap(state[2]).(*object.Dict)
		if !ok {
			return invalid
		}
		if kw = d; state[2] != starlark.Value(d) {
			kw = d.Copy()
		}
	}
	attrs := t.RT.NewDict(0)
	if state[3] != starlark.None {
		if attrs, ok = object.Unwrap(state[3]).(*object.Dict); !ok {
			return invalid
		}
	}
	p := object.Unwrap(self).(*partial)
	p.fn, p.args, p.kw = state[0], args, kw
	*attributes(self) = *attrs.Copy()
	return nil
}

// attributes are those that a script set: an instance of a derived class has
// them in its own dict.
func attributes(v starlark.Value) *object.Dict {
	if x, ok := v.(*object.Instance); ok {
		return x.Dict
	}
	return &v.(*partial).Dict
}

func (p *partial) call(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := t.CheckDepth(); err != nil { // it may call itself
		return nil, err
	}
	if len(kwargs) > 1 && t.RT.Dialect == syntax.Python2 {
		kwargs = t.LayKeywords(kwargs, len(kwargs))
	}
	all := args
	if len(p.args) > 0 {
		all = make(starlark.Tuple, 0, len(p.args)+len(args))
		all = append(append(all, p.args...), args...)
	}
	if p.kw.Len() > 0 {
		given := kwargs
		kwargs = make([]starlark.Tuple, 0, p.kw.Len()+len(given))
		named := true
		p.kw.Each(func(k, v starlark.Value) bool {
			var s string
			s, named = object.AsText(k)
			kwargs = append(kwargs, starlark.Tuple{starlark.String(s), v})
			return named
		})
		if !named {
			return nil, object.TypeError.By("keywords must be strings", "keywords must be strings")
		}
	next:
		for _, kv := range given {
			for _, had := range kwargs {
				if same, _ := object.Equal(had[0], kv[0]); same {
					had[1] = kv[1]
					continue next
				}
			}
			kwargs = append(kwargs, kv)
		}
	}
	return starlark.Call(t.Star, p.fn, all, kwargs)
}

// CallInternal calls the function with all arguments.
func (p *partial) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return p.call(object.Of(th), args, kwargs)
}

// Name is what a frame of the call would be called; it is hidden.
func (p *partial) Name() string { return "#partial" }

// Attr is p.name.
func (p *partial) Attr(name string) (starlark.Value, error) { return p.attr(p, name) }

// Hash returns a hash of the identity.
func (p *partial) Hash() (uint32, error) { return uint32(object.ID(p) >> 4), nil }

// String returns the repr as Python 3 prints it.
func (p *partial) String() string { return p.Repr(syntax.Python3) }

// Repr is functools.partial(func, args, name=value); Python 2 has none.
func (p *partial) Repr(d syntax.Dialect) string { return p.ReprAs("functools.partial", d) }

// ReprAs is the repr of an instance of a class that derives from partial.
func (p *partial) ReprAs(name string, d syntax.Dialect) string {
	if d == syntax.Python2 {
		return sprintf("<functools.partial object at 0x%x>", object.ID(p))
	}
	if p.showing {
		return "..."
	}
	p.showing = true
	defer func() { p.showing = false }()
	parts := []string{object.Repr(d, p.fn)}
	for _, v := range p.args {
		parts = append(parts, object.Repr(d, v))
	}
	p.kw.Each(func(k, v starlark.Value) bool {
		parts = append(parts, object.Str(d, k)+"="+object.Repr(d, v))
		return true
	})
	return name + "(" + strings.Join(parts, ", ") + ")"
}

// Weak returns what a weak reference holds.
func (p *partial) Weak() (key any, get func() starlark.Value) { return object.WeakPointer(p) }

// Referents visits the function and its arguments.
func (p *partial) Referents(visit func(starlark.Value)) {
	visit(p.fn)
	visit(p.args)
	visit(p.kw)
}
