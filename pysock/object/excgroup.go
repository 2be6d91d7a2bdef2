package object

import (
	"slices"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Exception groups (PEP 654).

// BaseExceptionGroup and ExceptionGroup hold other exceptions.
var (
	BaseExceptionGroup = builtin("BaseExceptionGroup")
	ExceptionGroup     = builtin("ExceptionGroup").With(Exc)
)

// Members returns the exceptions in a group, nil if e is no group.
func (e *Exception) Members() []*Exception {
	t, ok := e.slots["exceptions"].(starlark.Tuple)
	if !ok || !e.class.kind.under(syntax.Python3, "BaseExceptionGroup") {
		return nil
	}
	list := make([]*Exception, len(t))
	for i, x := range t {
		list[i] = x.(*Exception)
	}
	return list
}

// NewGroup returns the group of exceptions that BaseExceptionGroup("", list)
// makes: an ExceptionGroup if all of them are Exceptions.
func NewGroup(list starlark.Value) *Exception {
	return NewException(BaseExceptionGroup.Class(syntax.Python3), starlark.Tuple{starlark.String(""), list})
}

// groupMake takes BaseExceptionGroup(message, exceptions).
func groupMake(e *Exception, args starlark.Tuple, kwargs []starlark.Tuple) error {
	const name = "BaseExceptionGroup.__new__()"
	c := e.class
	switch {
	case len(kwargs) > 0 && c.special("__init__") == nil:
		return TypeError.Errorf("%s() takes no keyword arguments", c.ClassName)
	case len(args) != 2:
		return TypeError.Errorf("%s takes exactly 2 arguments (%d given)", name, len(args))
	}
	if _, ok := AsText(Unwrap(args[0])); !ok {
		return TypeError.Errorf("%s argument 1 must be str, not %s", name, ArgName(args[0]))
	}
	if !isSequence(args[1]) {
		return TypeError.Errorf("second argument (exceptions) must be a sequence")
	}
	elems, err := Elements(c.thread(), args[1])
	if err != nil {
		return err
	}
	if len(elems) == 0 {
		return ValueError.Errorf("second argument (exceptions) must be a non-empty sequence")
	}
	base := false // holds others than Exceptions
	for i, v := range elems {
		x, ok := v.(*Exception)
		if !ok {
			return ValueError.Errorf("Item %d of second argument (exceptions) is not an exception", i)
		}
		base = base || !x.class.IsSubclass(Exc.Class(syntax.Python3))
	}
	switch group := ExceptionGroup.Class(syntax.Python3); {
	case c == BaseExceptionGroup.Class(syntax.Python3):
		if !base {
			e.class = group
		}
	case base && c == group:
		return TypeError.Errorf("Cannot nest BaseExceptions in an ExceptionGroup")
	case base && c.IsSubclass(Exc.Class(syntax.Python3)):
		return TypeError.Errorf("Cannot nest BaseExceptions in '%s'", c.ClassName)
	}
	e.set("message", args[0])
	e.set("exceptions", starlark.Tuple(slices.Clone(elems)))
	return nil
}

// isSequence reports whether v can be indexed by numbers.
func isSequence(v starlark.Value) bool {
	switch x := v.(type) {
	case *Instance:
		return x.Special("__getitem__") != nil || x.Base != nil && isSequence(x.Base)
	case *Dict, *Set:
		return false
	case starlark.Sequence:
		return true
	}
	return false
}

func groupStr(e *Exception, d syntax.Dialect) (string, bool) {
	n := len(e.Members())
	return sprintf("%s (%d sub-exception%s)", Str(d, orNoneValue(e.slots["message"])), n, plural(n)), true
}

// groupMethods returns the methods of BaseExceptionGroup.
func groupMethods() map[string]Method {
	return map[string]Method{"derive": groupDerive, "split": groupSplit, "subgroup": groupSubgroup}
}

// groupItem is BaseExceptionGroup[item].
func groupItem(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var k starlark.Value
	if err := OneArg(t, "BaseExceptionGroup", "__class_getitem__", args, kwargs, &k); err != nil {
		return nil, err
	}
	return NewAlias(self, k), nil
}

// groupDerive is g.derive(exceptions) -> group, with the same message. Classes
// override it.
func groupDerive(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var list starlark.Value
	if err := OneArg(t, "BaseExceptionGroup", "derive", args, kwargs, &list); err != nil {
		return nil, err
	}
	return t.Call(BaseExceptionGroup.Class(syntax.Python3), self.(*Exception).slots["message"], list)
}

// groupSplit is g.split(condition) -> (matching, rest), either of which may be
// None. The condition is a class, a tuple of classes or a function.
func groupSplit(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	match, rest, err := splitMethod(t, "split", self, args, kwargs)
	return starlark.Tuple{orNone(match), orNone(rest)}, err
}

// groupSubgroup is g.subgroup(condition) -> matching, or None.
func groupSubgroup(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	match, _, err := splitMethod(t, "subgroup", self, args, kwargs)
	return orNone(match), err
}

func splitMethod(t *Thread, name string, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (match, rest *Exception, err error) {
	if err := noKeywords("BaseExceptionGroup", name, kwargs); err != nil {
		return nil, nil, err
	}
	if len(args) != 1 {
		return nil, nil, TypeError.Errorf("%s expected 1 argument, got %d", name, len(args))
	}
	matches, ok := excMatcher(t, args[0])
	if !ok {
		return nil, nil, TypeError.Errorf("expected a function, exception type or tuple of exception types")
	}
	return t.Split(self.(*Exception), matches)
}

// excMatcher is the condition of split as a function.
func excMatcher(t *Thread, cond starlark.Value) (func(*Exception) (bool, error), bool) {
	classes := []starlark.Value{cond}
	switch c := cond.(type) {
	case *Class:
	case starlark.Tuple:
		classes = c
	case starlark.Callable:
		return func(e *Exception) (bool, error) {
			v, err := t.Call(c, e)
			if err != nil {
				return false, err
			}
			return bool(v.Truth()), t.Failed()
		}, true
	default:
		return nil, false
	}
	for _, c := range classes {
		if k, ok := c.(*Class); !ok || !k.Exception {
			return nil, false
		}
	}
	return func(e *Exception) (bool, error) {
		for _, c := range classes {
			if e.class.IsSubclass(c.(*Class)) {
				return true, nil
			}
		}
		return false, nil
	}, true
}

// Split divides an exception into the part that matches and the rest, either
// of which may be nil. Parts of a group are groups of the same shape.
func (t *Thread) Split(e *Exception, matches func(*Exception) (bool, error)) (match, rest *Exception, err error) {
	is, err := matches(e)
	switch {
	case err != nil:
		return nil, nil, err
	case is:
		return e, nil, nil
	}
	members := e.Members()
	if members == nil {
		return nil, e, nil
	}
	if t.splitting++; t.depth()+t.splitting > t.RT.RecursionLimit() {
		t.splitting--
		return nil, nil, RecursionError.Errorf("maximum recursion depth exceeded in exceptiongroup_split_recursive")
	}
	defer func() { t.splitting-- }()
	var in, out []*Exception
	for _, x := range members {
		m, r, err := t.Split(x, matches)
		if err != nil {
			return nil, nil, err
		}
		if m != nil {
			in = append(in, m)
		}
		if r != nil {
			out = append(out, r)
		}
	}
	if match, err = t.subset(e, in); err != nil {
		return nil, nil, err
	}
	rest, err = t.subset(e, out)
	return match, rest, err
}

// subset derives a group of some of e's exceptions that is like e in all else.
func (t *Thread) subset(e *Exception, list []*Exception) (*Exception, error) {
	if len(list) == 0 {
		return nil, nil
	}
	values := make([]starlark.Value, len(list))
	for i, x := range list {
		values[i] = x
	}
	derive, err := e.Attr("derive")
	if err != nil {
		return nil, err
	}
	v, err := t.Call(derive, NewList(values))
	if err != nil {
		return nil, err
	}
	g, ok := v.(*Exception)
	if !ok || g.slots["exceptions"] == nil {
		return nil, TypeError.Errorf("derive must return an instance of BaseExceptionGroup")
	}
	g.SetTraceback(e.Traceback())
	g.rt = e.rt
	g.Cause, g.Context, g.Suppress = e.Cause, e.Context, true // as when a cause is set, if it is None
	if e.dict != nil {
		if notes := e.dict.GetString("__notes__"); notes != nil && isSequence(notes) {
			elems, err := Elements(t, notes)
			if err != nil {
				return nil, err
			}
			g.Dict().SetString("__notes__", NewList(slices.Clone(elems)))
		}
	}
	return g, nil
}

// Leaves calls f for the exceptions in e that are no groups.
func (e *Exception) Leaves(f func(*Exception)) {
	members := e.Members()
	if members == nil {
		f(e)
	}
	for _, x := range members {
		x.Leaves(f)
	}
}

// IsPartOf reports whether e is what Split made of a group, or that itself: all
// but its exceptions is the same.
func (e *Exception) IsPartOf(whole *Exception) bool {
	if e.Cause != whole.Cause || e.Context != whole.Context || !sameNotes(e, whole) {
		return false
	}
	return e.Traceback() == whole.Traceback()
}

// sameNotes reports whether the notes of two exceptions are equal, as far as
// copying keeps them so.
func sameNotes(a, b *Exception) bool {
	list := func(e *Exception) []starlark.Value {
		if e.dict == nil {
			return nil
		}
		l, _ := e.dict.GetString("__notes__").(*List)
		if l == nil {
			return nil
		}
		return l.Elems
	}
	return slices.EqualFunc(list(a), list(b), Identical)
}
