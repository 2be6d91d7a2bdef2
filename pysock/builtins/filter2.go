package builtins

import (
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// builtinFilter2 is Python 2's filter(function or None, sequence) -> list, tuple or string.
func builtinFilter2(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "filter", args, kwargs, 2, 2); err != nil {
		return nil, err
	}
	f, v := args[0], args[1]
	switch base := object.Unwrap(v).(type) {
	case starlark.Tuple:
		items, err := filterItems(t, f, v, base, nil)
		return starlark.Tuple(items), err
	case starlark.String, *object.Text:
		if v == base && f == starlark.None {
			return v, nil
		}
		k := flavourOf(syntax.Python2, base)
		items, err := filterItems(t, f, v, base, k)
		if err != nil {
			return nil, err
		}
		var out strings.Builder
		for _, e := range items {
			out.WriteString(raw(object.Unwrap(e)))
		}
		return k.wrap(out.String()), nil
	}
	it, err := iterate(t, v)
	if err != nil {
		return nil, err
	}
	defer it.done()
	if err := askLength(t, v); err != nil {
		return nil, err
	}
	out, err := filterNext(t, f, it.next, nil)
	if err != nil {
		return nil, err
	}
	return object.NewList(out), nil
}

// filterNext returns those values of next, which ends with nil, that f chooses; nil is all.
// k is the type of string that they must be, if it isn't nil.
func filterNext(t *object.Thread, f starlark.Value, next func() (starlark.Value, error), k *flavour) ([]starlark.Value, error) {
	out := []starlark.Value{}
	for {
		v, err := next()
		if v == nil || err != nil {
			return out, err
		}
		in := f == nil
		if !in {
			if in, err = chosen(t, f, v); err != nil {
				return nil, err
			}
		}
		if in {
			err = k.isItem(v)
		}
		if err != nil {
			return nil, err
		}
		if in {
			out = append(out, v)
		}
	}
}

// isItem is the error where an item of a string of this type isn't one itself; k is nil for a tuple.
func (k *flavour) isItem(v starlark.Value) error {
	if _, isText := object.AsText(v); k == nil || isText && flavourOf(syntax.Python2, v) == k {
		return nil
	}
	return object.TypeError.Errorf("can't filter %[1]s to %[1]s: __getitem__ returned different type", k.name)
}

// filterItems returns the items of v that f chooses. It asks v for them by index, as a derived class may have
// other ones than its base has; of a string, which k tells, they must be strings, and None takes all.
func filterItems(t *object.Thread, f, v, base starlark.Value, k *flavour) ([]starlark.Value, error) {
	it, err := iterate(t, base)
	if err != nil {
		return nil, err
	}
	defer it.done()
	get := object.SpecialMethod(v, "__getitem__")
	if k != nil && f == starlark.None {
		f = nil
	}
	at := -1
	return filterNext(t, f, func() (starlark.Value, error) {
		item, err := it.next()
		if at++; item == nil || err != nil || get == nil {
			return item, err
		}
		return t.Call(get, starlark.MakeInt(at))
	}, k)
}
