package builtins

import (
	"slices"

	"strconv"
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// What the patterns of a match statement ask of the subject: see lower/match.go.
// Each returns false, or the parts of the subject that were asked for, or true
// if there were none. (PEP 634; CPython's MATCH_CLASS and its like.)

func init() {
	named["matchseq"] = matchSequence
	named["matchmap"] = matchMapping
	named["matchclass"] = matchClass
}

func matched(parts starlark.Tuple) starlark.Value {
	if len(parts) == 0 {
		return object.True
	}
	return parts
}

// matchSequence is x // @matchseq:n,starred,iterate,i,j,...
func matchSequence(rt *object.Runtime, arg string) (oneOperand, twoOperands) {
	words := strings.Split(arg, ",")
	n, _ := strconv.Atoi(words[0])
	starred, _ := strconv.Atoi(words[1])
	iterate := words[2] == "true"
	wanted := make([]int, len(words)-3)
	for i, w := range words[3:] {
		wanted[i], _ = strconv.Atoi(w)
	}
	return func(x starlark.Value) (starlark.Value, error) {
		t := rt.Current()
		is, err := isCollection(t, x, "Sequence")
		if !is || err != nil {
			return object.False, err
		}
		whole := starred >= 0 && n == 1 // [*rest] fits all of them
		length := 0
		if !whole {
			if length, err = Len(t, x); err != nil {
				return nil, err
			}
		}
		if !whole && length != n && (starred < 0 || length < n-1) {
			return object.False, nil
		}
		if len(wanted) == 0 {
			return object.True, nil
		}
		var elems []starlark.Value
		if iterate {
			if elems, err = object.Elements(t, x); err != nil {
				return nil, err
			}
			if length = len(elems); starred < 0 && length != n || length < n-1 {
				return nil, unpackFault(n, starred, length)
			}
		}
		parts := make(starlark.Tuple, len(wanted))
		for i, k := range wanted {
			at := k
			if starred >= 0 && k > starred {
				at = length - (n - k)
			}
			switch {
			case k == starred:
				parts[i] = object.NewList(append([]starlark.Value(nil), elems[k:length-(n-1-k)]...))
			case iterate:
				parts[i] = elems[at]
			default:
				if parts[i], err = GetItem(rt, x, starlark.MakeInt(at)); err != nil {
					return nil, err
				}
			}
		}
		return parts, nil
	}, nil
}

// unpackFault is the error of a sequence that iterates over another number of
// elements than its length.
func unpackFault(n, starred, got int) error {
	switch {
	case starred >= 0:
		return object.ValueError.Errorf("not enough values to unpack (expected at least %d, got %d)", n-1, got)
	case got > n:
		return object.ValueError.Errorf("too many values to unpack (expected %d)", n)
	}
	return object.ValueError.Errorf("not enough values to unpack (expected %d, got %d)", n, got)
}

// isCollection reports whether a match statement takes x for what kind says, a
// Sequence or a Mapping: a value of a built-in type, or of a class that derives
// from, or was registered with, the class of that name in collections.abc. Of a
// class that is both, the first base that is one of them decides.
func isCollection(t *object.Thread, x starlark.Value, kind string) (bool, error) {
	ts := object.TypesOf(t.RT.Dialect)
	c := t.RT.ClassOf(x)
	for _, d := range []*object.Class{ts.Str, ts.Bytes, ts.Bytearray} {
		if c.IsSubclass(d) {
			return false, nil
		}
	}
	for _, k := range c.MRO {
		isSeq, err := collectionOf(t, k, "Sequence", ts.List, ts.Tuple, ts.Range, ts.ByName["memoryview"])
		if err != nil {
			return false, err
		}
		isMap, err := collectionOf(t, k, "Mapping", ts.Dict, ts.ByName["mappingproxy"])
		if err != nil {
			return false, err
		}
		if isSeq != isMap {
			return isSeq == (kind == "Sequence"), nil
		}
		if k == c && !isSeq {
			break
		}
	}
	return false, nil
}

// collectionOf reports whether c derives from one of the built-in types, or from the
// class of that name in collections.abc, if a script has imported that.
func collectionOf(t *object.Thread, c *object.Class, name string, builtin ...*object.Class) (bool, error) {
	for _, d := range builtin {
		if d != nil && c.IsSubclass(d) {
			return true, nil
		}
	}
	if name == "Sequence" && slices.ContainsFunc(c.MRO, func(k *object.Class) bool { return k.Sequence }) {
		return true, nil
	}
	for _, module := range []string{"collections.abc", "_collections_abc"} {
		if m, ok := t.RT.Modules.GetString(module).(*object.Module); ok {
			if abc, ok := m.Get(name).(*object.Class); ok {
				return IsSubclass(t, c, abc)
			}
		}
	}
	return false, nil
}

// matchMapping is x // @matchmap:[rest] // keys.
func matchMapping(rt *object.Runtime, arg string) (oneOperand, twoOperands) {
	return nil, func(x, keys starlark.Value) (starlark.Value, error) {
		t := rt.Current()
		is, err := isCollection(t, x, "Mapping")
		if !is || err != nil {
			return object.False, err
		}
		list := keys.(starlark.Tuple)
		if len(list) > 0 {
			if n, err := Len(t, x); err != nil || n < len(list) {
				return object.False, err
			}
		}
		parts, err := mappingValues(t, x, list)
		if parts == nil || err != nil {
			return object.False, err
		}
		if arg == "" {
			return matched(parts), nil
		}
		rest, err := starlark.Call(t.Star, object.TypesOf(rt.Dialect).Dict, starlark.Tuple{x}, nil)
		if err != nil {
			return nil, err
		}
		for _, k := range list {
			if err := rest.(*object.Dict).DelKey(k); err != nil {
				return nil, err
			}
		}
		return append(parts, rest), nil
	}
}

// mappingValues asks a mapping for keys by its method get, which doesn't make
// those that are missing; nil if one is.
func mappingValues(t *object.Thread, x starlark.Value, keys starlark.Tuple) (starlark.Tuple, error) {
	parts := make(starlark.Tuple, 0, len(keys)+1)
	if len(keys) == 0 {
		return parts, nil
	}
	get, err := t.RT.Attr(x, "get")
	if err != nil {
		return nil, err
	}
	missing := new(object.Dict)
	seen := new(object.Dict)
	for _, k := range keys {
		if v, err := seen.Lookup(k); err != nil {
			return nil, err
		} else if v != nil {
			return nil, object.ValueError.Errorf("mapping pattern checks duplicate key (%s)", t.RT.Repr(k))
		}
		if err := seen.SetKey(k, object.True); err != nil {
			return nil, err
		}
		v, err := t.Call(get, k, missing)
		if err != nil {
			return nil, err
		}
		if v == starlark.Value(missing) {
			return nil, nil
		}
		parts = append(parts, v)
	}
	return parts, nil
}

// matchesSelf are the types whose one positional pattern is for the subject
// itself.
func matchesSelf(ts *object.Types, c *object.Class) bool {
	for _, d := range []*object.Class{ts.Bool, ts.Bytearray, ts.Bytes, ts.Dict, ts.Float, ts.FrozenSet, ts.Int, ts.List, ts.Set, ts.Str, ts.Tuple} {
		if c.IsSubclass(d) {
			return true
		}
	}
	return false
}

// matchClass is x // @matchclass:n,name,... // class.
func matchClass(rt *object.Runtime, arg string) (oneOperand, twoOperands) {
	words := strings.Split(arg, ",")
	n, _ := strconv.Atoi(words[0])
	names := words[1:]
	return nil, func(x, class starlark.Value) (starlark.Value, error) {
		t := rt.Current()
		c, ok := class.(*object.Class)
		if !ok {
			return nil, object.TypeError.Errorf("called match pattern must be a type")
		}
		is, err := IsInstance(t, x, c)
		if !is || err != nil {
			return object.False, err
		}
		var parts starlark.Tuple
		attrs := names
		if n > 0 {
			positional, self, err := matchArgs(t, c, n)
			if err != nil {
				return nil, err
			}
			if self {
				parts = append(parts, x)
			}
			attrs = append(positional, names...)
		}
		for i, name := range attrs {
			for _, other := range attrs[:i] {
				if other == name {
					return nil, object.TypeError.Errorf("%s() got multiple sub-patterns for attribute %s", c.ClassName, rt.Repr(rt.Str(name)))
				}
			}
			v, err := rt.Attr(x, name)
			if err != nil {
				if rt.Current().Is(err, object.AttributeError) {
					return object.False, nil
				}
				return nil, err
			}
			parts = append(parts, v)
		}
		return matched(parts), nil
	}
}

// matchArgs returns the names of the attributes that n positional patterns are
// for, or says that the one is for the subject itself.
func matchArgs(t *object.Thread, c *object.Class, n int) (names []string, self bool, err error) {
	v, err := t.RT.Attr(c, "__match_args__")
	allowed := 0
	var args starlark.Tuple
	switch {
	case err != nil && !t.Is(err, object.AttributeError):
		return nil, false, err
	case err == nil:
		tuple, ok := v.(starlark.Tuple)
		if !ok {
			return nil, false, object.TypeError.Errorf("%s.__match_args__ must be a tuple (got %s)", c.ClassName, object.TypeName(v))
		}
		args, allowed = tuple, len(tuple)
	case matchesSelf(object.TypesOf(t.RT.Dialect), c):
		self, allowed = true, 1
	}
	if n > allowed {
		plural := "s"
		if allowed == 1 {
			plural = ""
		}
		return nil, false, object.TypeError.Errorf("%s() accepts %d positional sub-pattern%s (%d given)", c.ClassName, allowed, plural, n)
	}
	if self {
		return nil, true, nil
	}
	for _, v := range args[:n] {
		name, ok := object.AsText(v)
		if !ok {
			return nil, false, object.TypeError.Errorf("__match_args__ elements must be strings (got %s)", object.TypeName(v))
		}
		names = append(names, name)
	}
	return names, false, nil
}
