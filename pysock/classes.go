package pysock

import (
	"errors"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// classStatement is @__build_class__(name, bases, body, ns, **keywords): what a
// class statement evaluates to. (Language reference, "Customizing class creation".)
func (r *Runtime) classStatement(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	s := &classMaker{t: t, name: args[0], bases: args[1].(starlark.Tuple), body: args[2], outer: args[3].(*object.Namespace)}
	for _, kv := range kwargs {
		if name, _ := object.AsText(kv[0]); name == "metaclass" {
			s.meta = kv[1]
		} else {
			s.keywords = append(s.keywords, kv)
		}
	}
	if r.rt.Dialect == syntax.Python2 {
		return s.make2()
	}
	return s.make3()
}

// A classMaker makes a class of what a class statement says.
type classMaker struct {
	t        *object.Thread
	name     starlark.Value
	bases    starlark.Tuple
	meta     starlark.Value // nil: not known yet
	keywords []starlark.Tuple
	body     starlark.Value
	outer    *object.Namespace // of the module
}

// run runs the body with its names in a mapping.
func (s *classMaker) run(names starlark.Value) error {
	ns := s.outer.Inner(new(object.Dict))
	if d, ok := names.(*object.Dict); ok {
		ns.Dict = d
	} else {
		ns.Mapping = names
	}
	defer s.t.SaveHandling()()
	_, err := s.t.Call(s.body, ns)
	return err
}

func (s *classMaker) call(names starlark.Value) (starlark.Value, error) {
	if _, ok := s.meta.(starlark.Callable); !ok && s.t.RT.Dialect == syntax.Python2 {
		return nil, object.TypeError.Errorf("Error when calling the metaclass bases\n    '%s' object is not callable", object.TypeName(s.meta))
	}
	class, err := starlark.Call(s.t.Star, s.meta, starlark.Tuple{s.name, s.bases, names}, s.keywords)
	var r *object.Raised
	if s.t.RT.Dialect == syntax.Python2 && errors.As(err, &r) {
		if said := r.Reworded(object.TypeError, "Error when calling the metaclass bases\n    %s"); said != r {
			err = said
		}
	}
	return class, err
}

// make2 is Python 2's way: the metaclass is __metaclass__ of the class, the
// class of the first base, or __metaclass__ of the module.
func (s *classMaker) make2() (starlark.Value, error) {
	names := s.t.RT.NewDict(0)
	if err := s.run(names); err != nil {
		return nil, err
	}
	s.meta = names.GetString("__metaclass__")
	switch {
	case s.meta != nil:
	case len(s.bases) > 0:
		b := s.bases[0]
		if c, err := s.t.RT.Attr(b, "__class__"); err == nil {
			s.meta = c
		} else {
			s.meta = s.t.RT.ClassOf(b)
		}
	default:
		if m, err := s.outer.Attr("__metaclass__"); err == nil {
			s.meta = m
		} else {
			s.meta = object.TypesOf(syntax.Python2).ByName["classobj"]
		}
	}
	return s.call(names)
}

// make3 is Python 3's way.
func (s *classMaker) make3() (starlark.Value, error) {
	given := s.bases
	if err := s.resolve(); err != nil {
		return nil, err
	}
	if err := s.findMeta(); err != nil {
		return nil, err
	}
	names, err := s.prepare()
	if err != nil {
		return nil, err
	}
	if err := s.run(names); err != nil {
		return nil, err
	}
	if len(given) != len(s.bases) || len(given) > 0 && &given[0] != &s.bases[0] {
		if err := names.(starlark.HasSetKey).SetKey(starlark.String("__orig_bases__"), given); err != nil {
			return nil, err
		}
	}
	var cell *object.ClosureCell
	if v, err := s.t.RT.GetItem(names, starlark.String("__classcell__")); err == nil {
		cell, _ = v.(*object.ClosureCell)
	}
	class, err := s.call(names)
	if c, ok := class.(*object.Class); ok && err == nil && cell != nil {
		name, _ := object.AsText(s.name)
		switch v := cell.Contents(); {
		case v == nil:
			return nil, object.RuntimeError.Errorf("__class__ not set defining '%s' as %s. Was __classcell__ propagated to type.__new__?", name, s.t.RT.Repr(c))
		case v != starlark.Value(c):
			return nil, object.TypeError.Errorf("__class__ set to %s defining '%s' as %s", s.t.RT.Repr(v), name, s.t.RT.Repr(c))
		}
	}
	return class, err
}

// resolve replaces bases that aren't classes by what their __mro_entries__
// returns.
func (s *classMaker) resolve() error {
	var out starlark.Tuple
	changed := false
	for _, b := range s.bases {
		if _, ok := b.(*object.Class); !ok {
			m, err := s.t.RT.Attr(b, "__mro_entries__")
			if err == nil {
				v, err := s.t.Call(m, s.bases)
				if err != nil {
					return err
				}
				more, ok := v.(starlark.Tuple)
				if !ok {
					return object.TypeError.Errorf("__mro_entries__ must return a tuple")
				}
				out, changed = append(out, more...), true
				continue
			} else if !s.t.Is(err, object.AttributeError) {
				return err
			}
		}
		out = append(out, b)
	}
	if changed {
		s.bases = out
	}
	return nil
}

// findMeta finds the metaclass: the most derived one of those of the bases and
// the one given.
func (s *classMaker) findMeta() error {
	if s.meta == nil {
		s.meta = object.TypesOf(syntax.Python3).Type
		if len(s.bases) > 0 {
			s.meta = s.t.RT.ClassOf(s.bases[0])
		}
	}
	winner, ok := s.meta.(*object.Class)
	if !ok {
		return nil // any callable will do
	}
	for _, b := range s.bases {
		c := s.t.RT.ClassOf(b)
		if winner.IsSubclass(c) {
			continue
		}
		if !c.IsSubclass(winner) {
			return object.TypeError.Errorf("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
		winner = c
	}
	s.meta = winner
	return nil
}

// prepare is the metaclass's __prepare__.
func (s *classMaker) prepare() (starlark.Value, error) {
	if s.meta == starlark.Value(object.TypesOf(syntax.Python3).Type) {
		return new(object.Dict), nil
	}
	m, err := s.t.RT.Attr(s.meta, "__prepare__")
	if err != nil {
		if s.t.Is(err, object.AttributeError) {
			return new(object.Dict), nil
		}
		return nil, err
	}
	names, err := starlark.Call(s.t.Star, m, starlark.Tuple{s.name, s.bases}, s.keywords)
	if err != nil {
		return nil, err
	}
	_, isMapping := names.(starlark.HasSetKey)
	if x, ok := names.(*object.Instance); ok {
		isMapping = x.Base != nil || x.Special("__getitem__") != nil
	}
	if _, isList := names.(*object.List); !isMapping || isList {
		who := "<metaclass>"
		if c, ok := s.meta.(*object.Class); ok {
			who = c.ClassName
		}
		return nil, object.TypeError.Errorf("%s.__prepare__() must return a mapping, not %s", who, object.TypeName(names))
	}
	return names, nil
}
