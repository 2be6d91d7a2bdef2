package builtins

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// What Python 3's OrderedDict has of its own beside a dict's: its views, and one
// type for all its iterators.

// OrderedViews gives a class that derives from dict the methods of OrderedDict
// that return views and iterators.
func OrderedViews(t *object.Thread, c *object.Class) {
	dict := object.TypesOf(t.RT.Dialect).Dict
	define := func(name string, result func(t *object.Thread, d *object.Dict) starlark.Value) {
		c.Dict.SetString(name, &object.Func{FuncName: name, Unbound: dict,
			Method: func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				if err := noArgs("OrderedDict", name, args, kwargs); err != nil {
					return nil, err
				}
				return result(t, self.(*object.Dict)), nil
			}})
	}
	for name, kind := range map[string]*viewKind{"keys": viewKeys, "values": viewValues, "items": viewItems} {
		define(name, func(t *object.Thread, d *object.Dict) starlark.Value {
			return &View{dict: d, kind: kind, d: t.RT.Dialect, ordered: true}
		})
	}
	for name, reverse := range map[string]bool{"__iter__": false, "__reversed__": true} {
		define(name, func(t *object.Thread, d *object.Dict) starlark.Value {
			return newIterator(t, "odict_iterator", orderedWalk(d, viewKeys, reverse))
		})
	}
}

func orderedWalk(d *object.Dict, kind *viewKind, reverse bool) *orderedIterator {
	return &orderedIterator{DictIterator: d.Walk(kind.pick, reverse), dict: d, size: d.Len(), version: d.Version()}
}

// An orderedIterator walks an OrderedDict, none of whose keys may come, go or move
// meanwhile.
type orderedIterator struct {
	*object.DictIterator
	dict    *object.Dict
	size    int
	version uint32
	err     error
}

// Next stores the next key, value or item.
func (it *orderedIterator) Next(p *starlark.Value) bool {
	if it.dict.Version() != it.version && it.err == nil {
		it.err = object.RuntimeError.Errorf("OrderedDict mutated during iteration")
		if it.dict.Len() == 0 && it.size > 0 {
			it.err = object.RuntimeError.Errorf("OrderedDict changed size during iteration")
		}
	}
	return it.err == nil && it.DictIterator.Next(p)
}

// Err tells of a change during the walk.
func (it *orderedIterator) Err() error { return it.err }
