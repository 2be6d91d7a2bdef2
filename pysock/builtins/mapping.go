package builtins

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// What CPython takes for a mapping, by the slots of its type.

// isItemsOnly reports whether a built-in value has items without being a mapping in
// any way: no slices, or only methods that are told of it.
func isItemsOnly(v starlark.Value) bool {
	return v.Type() == "collections.deque" || v.Type() == "_sre.SRE_Match"
}

// IsMapping reports whether a value has items by key as far as CPython looks: those of
// anything with __getitem__, of sequences only in Python 3, and there only of those
// that can be sliced.
func IsMapping(d syntax.Dialect, v starlark.Value) bool {
	if isItemsOnly(v) {
		return false
	}
	switch v := v.(type) {
	case *object.Exception:
		return object.SpecialMethod(v, "__getitem__") != nil
	case *object.Instance:
		if d != syntax.Python2 || v.Class().OldStyle {
			return object.SpecialMethod(v, "__getitem__") != nil || v.Base != nil && IsMapping(d, v.Base)
		}
		switch v.Base.(type) {
		case *object.List, starlark.Tuple, starlark.String, *object.Text:
			return false // what can be sliced is no mapping
		case nil:
		default:
			if IsMapping(d, v.Base) {
				return true
			}
		}
		return object.SpecialMethod(v, "__getitem__") != nil && object.SpecialMethod(v, "__getslice__") == nil
	case *object.Class:
		return v.Meta != nil && v.Meta.Lookup("__getitem__") != nil
	case starlark.Indexable, *object.List, *Range:
		return d != syntax.Python2
	case starlark.Mapping:
		return d != syntax.Python2 || v.Type() != "array.array" // one of Python 2 has slices of its own
	}
	return false
}

// isMapping reports whether %(name)s may look into v: whether it has indices
// and isn't a string or tuple.
func isMapping(v starlark.Value) bool {
	if isItemsOnly(v) {
		return false
	}
	switch v.(type) {
	case starlark.String, *object.Text, starlark.Tuple:
		return false
	case *object.Class, *object.Exception:
	case *object.Instance:
		base := object.Unwrap(v)
		return object.OldMissing(v, "") != nil || object.SpecialMethod(v, "__getitem__") != nil ||
			!object.Identical(base, v) && isMapping(base)
	case starlark.Mapping, starlark.Indexable:
		return true
	}
	return object.SpecialMethod(v, "__getitem__") != nil
}
