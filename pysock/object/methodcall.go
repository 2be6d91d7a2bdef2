package object

import "go.starlark.net/starlark"

// x.name(a) makes a bound method, calls it once, and throws it away. Where x is
// a plain variable, lowering writes (x // @method:name)(x, a) instead, and the
// operator returns what can be called with x itself as the first argument: for
// most calls that is a function that exists already.

// A MethodCache is what an operator @method:name remembers of the values that
// it has seen.
type MethodCache struct {
	attr    *AttrCache
	builtin [4]builtinSite
	last    int
}

// A builtinSite is a method of one built-in type.
type builtinSite struct {
	class *Class
	edits uint // of the class
	call  *builtinCall
}

// NewMethodCache returns the cache of an operator for a name.
func NewMethodCache(rt *Runtime, name string) *MethodCache {
	return &MethodCache{attr: NewAttrCache(rt, name)}
}

// Name returns the name.
func (c *MethodCache) Name() string { return c.attr.name }

// Get returns a callable f such that f(x, ...) does x.name(...).
func (c *MethodCache) Get(v starlark.Value) (starlark.Value, error) {
	a := c.attr
	switch x := v.(type) {
	case *Instance:
		if s := a.site(x.class, a.fillGet); s.direct && s.call != nil && x.Dict.getNear(&s.at, a.name, a.hash) == nil {
			return s.call, nil
		}
	case *List, *Dict, *Set, *Text, starlark.String, starlark.Bytes:
		if call := c.method(a.rt.ClassOf(v)); call != nil {
			return call, nil
		}
	case Attributed:
		if x.Own(a.name) == nil {
			if call := c.method(x.Class()); call != nil {
				return call, nil
			}
		}
	}
	f, err := a.Get(v)
	if call, ok := f.(starlark.Callable); ok {
		return &selfless{call}, nil
	}
	return f, err
}

// An Attributed value of a built-in type has attributes of its own beside what
// its class has, and nothing else.
type Attributed interface {
	Typed
	// Own returns its own attribute of that name, or nil.
	Own(name string) starlark.Value
}

// NoOwn is embedded by an Attributed value that has no attributes of its own.
type NoOwn struct{}

// Own returns nil.
func (NoOwn) Own(string) starlark.Value { return nil }

// method returns the method of a built-in class, or nil if it has none.
func (c *MethodCache) method(class *Class) *builtinCall {
	for i := range c.builtin {
		if s := &c.builtin[i]; s.class == class && s.edits == class.edits {
			return s.call
		}
	}
	f, ok := class.Lookup(c.attr.name).(*Func)
	if !ok || f.Unbound == nil || f.ClassMethod {
		return nil
	}
	call := &builtinCall{c.attr.rt, c.attr.name, f.Method}
	c.builtin[c.last%len(c.builtin)] = builtinSite{class, class.edits, call}
	c.last++
	return call
}

// Special is the method that the type of v has, as Get returns it; nil if there
// is none. What v itself has under the name doesn't count.
func (c *MethodCache) Special(v starlark.Value) (starlark.Value, error) {
	rt := c.attr.rt
	class := rt.ClassOf(v)
	f := class.Lookup(c.attr.name)
	switch {
	case class.OldStyle:
		return c.Get(v)
	case f == nil:
		return nil, nil
	case class.Dict == nil:
		return c.Get(v)
	}
	if f, ok := f.(*starlark.Function); ok {
		return f, nil
	}
	m, err := bindTo(rt.Current(), f, v, class)
	if call, ok := m.(starlark.Callable); ok {
		return &selfless{call}, nil
	}
	return m, err
}

// A builtinCall is a method of a built-in type that takes self as its first
// argument.
type builtinCall struct {
	rt     *Runtime
	name   string
	method Method
}

// CallInternal calls the method. The thread that runs is found sooner than by Of.
func (c *builtinCall) CallInternal(_ *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	v, err := c.method(c.rt.current, args[0], args[1:], kwargs)
	if t := c.rt.current; err != nil && t.failed != nil {
		err = t.instead(err)
	}
	return v, err
}

func (c *builtinCall) Name() string          { return c.name }
func (c *builtinCall) String() string        { return "<call of " + c.name + ">" }
func (c *builtinCall) Type() string          { return "call" }
func (c *builtinCall) Freeze()               {}
func (c *builtinCall) Truth() starlark.Bool  { return true }
func (c *builtinCall) Hash() (uint32, error) { return identity(c), nil }

// A selfless callable is what an attribute happened to be: it doesn't want the
// value that it was looked up on.
type selfless struct{ f starlark.Callable }

// CallInternal calls it with all but the first argument.
func (s *selfless) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if f, ok := s.f.(*Func); ok { // it pushes no frame that anyone would miss
		return f.CallInternal(th, args[1:], kwargs)
	}
	return starlark.Call(th, s.f, args[1:], kwargs)
}

func (s *selfless) Name() string          { return s.f.Name() }
func (s *selfless) String() string        { return s.f.String() }
func (s *selfless) Type() string          { return s.f.Type() }
func (s *selfless) Freeze()               {}
func (s *selfless) Truth() starlark.Bool  { return true }
func (s *selfless) Hash() (uint32, error) { return identity(s), nil }
