package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Looking a name up along the MRO of a class that a script made costs a hash
// table for each class. So a class remembers what it found, until any class of
// the runtime changes: their dicts count that, see Dict.watch.

// A lookup is what a class has under a name, unbound; all of it is nil if
// there is nothing.
type lookup struct {
	v    starlark.Value
	in   *Class
	data bool // a data descriptor: it precedes what the instance has
	get  bool // it has a __get__ of its own, so that it does so in reading too
}

// memo is what a class remembers.
type memo struct {
	version  uint64 // of rt.classes, at which it was true
	lookups  map[string]*lookup
	specials map[string]starlark.Value
}

// remembered returns c's memo, empty if classes changed since it was filled.
func (c *Class) remembered() *memo {
	m := &c.memo
	if m.lookups == nil || m.version != c.rt.classes {
		*m = memo{version: c.rt.classes, lookups: make(map[string]*lookup), specials: make(map[string]starlark.Value)}
	}
	return m
}

// changed makes all classes forget. It is for changes that no dict shows.
func (c *Class) changed() {
	if c.rt != nil {
		c.rt.classes++
	}
}

// lookup looks a name up along the MRO of a class that a script made.
func (c *Class) lookup(name string) *lookup {
	c = c.made()
	m := c.remembered()
	l, ok := m.lookups[name]
	if !ok {
		l = new(lookup)
		l.v, l.in = c.walk(name)
		l.data = l.v != nil && isData(l.v)
		l.get = l.data && hasGet(l.v)
		m.lookups[name] = l
	}
	return l
}

// An AttrCache is what an operator x.name or x.name = v remembers of the
// instances that it has seen: whether its class lets it go straight to the
// instance's dict, and where in the dict the name stood (inline caching).
type AttrCache struct {
	rt      *Runtime
	name    string
	key     starlark.Value
	hash    uint64
	classes [4]attrSite // by the class's number
}

// An attrSite is what an AttrCache knows of a class.
type attrSite struct {
	class   *Class
	version uint64
	fn      *starlark.Function // what the class has, if that is a function
	call    starlark.Callable  // what x.name() calls with x: fn, or a method written in Go
	direct  bool               // nothing of the class comes before the instance's own
	at      int                // where the name stood in the dict of an instance
}

// NewAttrCache returns the cache of an operator for a name.
func NewAttrCache(rt *Runtime, name string) *AttrCache {
	name = syntax.Intern(name)
	return &AttrCache{rt: rt, name: name, key: String3(name), hash: StringHash(name)}
}

// site returns what is known of a class; fill finds it out.
func (a *AttrCache) site(c *Class, fill func(*attrSite)) *attrSite {
	s := &a.classes[c.number%len(a.classes)]
	if s.class != c || s.version != a.rt.classes {
		*s = attrSite{class: c, version: a.rt.classes}
		fill(s)
		s.version = a.rt.classes
	}
	return s
}

// Get is x.name.
func (a *AttrCache) Get(v starlark.Value) (starlark.Value, error) {
	x, ok := v.(*Instance)
	if !ok {
		w, err := a.rt.Attr(v, a.name)
		return w, a.rt.Blame(err, v, a.name)
	}
	s := a.site(x.class, a.fillGet)
	if s.direct {
		if own := x.Dict.getNear(&s.at, a.name, a.hash); own != nil {
			return own, nil
		}
		if s.fn != nil {
			return &BoundMethod{Self: x, Func: s.fn}, nil
		}
	}
	w, err := x.Attr(a.name)
	return w, a.rt.Blame(err, v, a.name)
}

func (a *AttrCache) fillGet(s *attrSite) {
	l := s.class.lookup(a.name)
	s.direct = !l.data && s.class.special("__getattribute__") == nil && !(s.class.OldStyle && (a.name == "__dict__" || a.name == "__class__"))
	s.call = nil
	if s.fn, _ = l.v.(*starlark.Function); s.fn != nil {
		s.call = s.fn
	} else if f, ok := l.v.(*Func); ok && f.Unbound != nil && !f.ClassMethod && f.takes(s.class) && (s.class.base == nil || f.keepsSelf()) {
		s.call = &builtinCall{a.rt, a.name, f.Method}
	}
}

// Set is x.name = v.
func (a *AttrCache) Set(x, v starlark.Value) error {
	i, ok := x.(*Instance)
	if !ok {
		return SetAttr(a.rt, x, a.name, v)
	}
	s := a.site(i.class, a.fillSet)
	if s.direct {
		i.Dict.setNear(&s.at, a.key, a.name, a.hash, v)
		return nil
	}
	return i.SetField(a.name, v)
}

func (a *AttrCache) fillSet(s *attrSite) {
	s.direct = !s.class.lookup(a.name).data && s.class.special("__setattr__") == nil && s.class.hasDict &&
		!(s.class.OldStyle && (a.name == "__dict__" || a.name == "__class__"))
}
