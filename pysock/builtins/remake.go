package builtins

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// __reduce__ and __setstate__ of iterators, by which copy and pickle make
// another one at the same place. Python 3 has them.

// remakers are __reduce__ by the type of the iterator, setters __setstate__.
var (
	remakers = map[string]method{
		"list_iterator": reduceIndexed, "tuple_iterator": reduceIndexed, "iterator": reduceIndexed,
		"str_iterator": reduceIndexed, "str_ascii_iterator": reduceIndexed,
		"bytes_iterator": reduceIndexed, "bytearray_iterator": reduceIndexed,
		"range_iterator": reduceIndexed, "longrange_iterator": reduceIndexed,
		"list_reverseiterator": reduceReversed, "reversed": reduceReversed,
		"set_iterator": reduceRest, "dict_keyiterator": reduceRest, "dict_valueiterator": reduceRest, "dict_itemiterator": reduceRest,
		"dict_reversekeyiterator": reduceRest, "dict_reversevalueiterator": reduceRest, "dict_reverseitemiterator": reduceRest,
		"odict_iterator": reduceRest,
		"enumerate":      reduceEnumerate, "zip": reduceZip,
		"map": reduceGenerated, "filter": reduceGenerated, "callable_iterator": reduceGenerated,
	}
	setters = map[string]method{
		"list_iterator": seekIndexed, "tuple_iterator": seekIndexed, "iterator": seekIndexed,
		"str_iterator": seekIndexed, "str_ascii_iterator": seekIndexed,
		"bytes_iterator": seekIndexed, "bytearray_iterator": seekIndexed,
		"range_iterator": seekIndexed, "longrange_iterator": seekIndexed,
		"list_reverseiterator": seekReversed, "reversed": seekReversed,
		"zip": setStrict,
	}
)

// addRemakers gives the iterators of Python 3 these methods.
func addRemakers(ts *object.Types) {
	for name, reduce := range remakers {
		extend(ts.ByName[name], func(c *object.Class) {
			methods := joined(c.Methods, map[string]method{"__reduce__": reduce})
			if set := setters[name]; set != nil {
				methods["__setstate__"] = set
			}
			c.Methods = methods
		})
	}
}

// iterOf is (iter, args).
func iterOf(t *object.Thread, args ...starlark.Value) starlark.Tuple {
	return starlark.Tuple{t.RT.Builtins.Get("iter"), starlark.Tuple(args)}
}

// emptied is what an iterator that has come to its end walks.
func emptied(of starlark.Value) starlark.Value {
	switch of.(type) {
	case *object.List:
		return object.NewList(nil)
	case starlark.String, *object.Text:
		return starlark.String("")
	}
	return starlark.Tuple{}
}

// reduceIndexed is (iter, (sequence,), index).
func reduceIndexed(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	it := object.Unwrap(self).(*object.Iterator)
	if err := noArgs(it.Type(), "__reduce__", args, kwargs); err != nil {
		return nil, err
	}
	of := it.Of()
	if big, ok := it.Source().(*bigRangeIterator); ok && of != nil {
		return append(iterOf(t, of), big.i), nil
	}
	at, ok := it.Source().(object.Positioned)
	if !ok || of == nil {
		return nil, cannotPickle(t, self)
	}
	if r, ok := it.Source().(*rangeIterator); ok {
		return append(iterOf(t, r.whole(t)), starlark.MakeInt(r.Position())), nil
	}
	if it.Ended() {
		return iterOf(t, emptied(object.Unwrap(of))), nil
	}
	return append(iterOf(t, of), starlark.MakeInt(at.Position())), nil
}

// whole is the range that the iterator has begun with.
func (it *rangeIterator) whole(t *object.Thread) starlark.Value {
	start := it.at - it.Position()*it.step
	big := func(i int) starlark.Int { return starlark.MakeInt(i) }
	return makeRange(big(start), big(start).Add(big(it.n).Mul(big(it.step))), big(it.step))
}

// seekIndexed is __setstate__(index).
func seekIndexed(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	it := object.Unwrap(self).(*object.Iterator)
	var v starlark.Value
	if err := object.OneArg(t, it.Type(), "__setstate__", args, kwargs, &v); err != nil {
		return nil, err
	}
	n, ok := object.AsInt(v)
	if !ok {
		return nil, object.TypeError.Errorf("an integer is required")
	}
	zero := starlark.MakeInt(0)
	if n.Sign() < 0 {
		n = zero
	}
	if big, ok := it.Source().(*bigRangeIterator); ok {
		if n.Sub(big.r.n).Sign() > 0 {
			n = big.r.n
		}
		big.i = n
		return starlark.None, nil
	}
	i, ok := n.Int64()
	if !ok {
		return nil, object.OverflowError.Errorf("Python int too large to convert to C ssize_t")
	}
	if at, ok := it.Source().(object.Positioned); ok && !it.Ended() {
		at.Seek(int(i))
	}
	return starlark.None, nil
}

// reduceReversed is (reversed, (sequence,), index).
func reduceReversed(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	it := object.Unwrap(self).(*object.Iterator)
	if err := noArgs(it.Type(), "__reduce__", args, kwargs); err != nil {
		return nil, err
	}
	at, ok := it.Source().(object.Positioned)
	if !ok || it.Of() == nil {
		return nil, cannotPickle(t, self)
	}
	class := object.TypesOf(t.RT.Dialect).ByName["reversed"]
	_, list := it.Source().(*backwards)
	switch {
	case !it.Ended():
		if c := t.RT.ClassOf(self); c.IsSubclass(class) {
			class = c
		}
		return starlark.Tuple{class, starlark.Tuple{it.Of()}, starlark.MakeInt(at.Position())}, nil
	case list && it.Class().ClassName == "list_reverseiterator":
		return iterOf(t, object.NewList(nil)), nil
	}
	return starlark.Tuple{class, starlark.Tuple{starlark.Tuple{}}}, nil
}

// seekReversed is __setstate__(index).
func seekReversed(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	it := object.Unwrap(self).(*object.Iterator)
	var v starlark.Value
	if err := object.OneArg(t, it.Type(), "__setstate__", args, kwargs, &v); err != nil {
		return nil, err
	}
	if _, ok := object.AsInt(v); !ok {
		return nil, object.TypeError.Errorf("an integer is required")
	}
	i, err := size(t, v)
	if err != nil {
		return nil, err
	}
	at, ok := it.Source().(object.Positioned)
	if !ok || it.Ended() {
		return starlark.None, nil
	}
	n, err := Len(t, it.Of())
	if err != nil {
		return nil, err
	}
	at.Seek(max(-1, min(i, n-1)))
	return starlark.None, nil
}

// reduceRest is (iter, ([what is left],)).
func reduceRest(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	it := object.Unwrap(self).(*object.Iterator)
	if err := noArgs(it.Type(), "__reduce__", args, kwargs); err != nil {
		return nil, err
	}
	var rest []starlark.Value
	if src, ok := it.Source().(interface {
		Rest() ([]starlark.Value, error)
	}); ok && !it.Ended() {
		var err error
		if rest, err = src.Rest(); err != nil {
			return nil, err
		}
	}
	return iterOf(t, object.NewList(rest)), nil
}

func reduceEnumerate(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	e := object.Unwrap(self).(*object.Iterator).Source().(*enumerated)
	v := e.from.iterator()
	e.it = e.from.it
	return starlark.Tuple{t.RT.ClassOf(self), starlark.Tuple{v, e.n}}, noArgs("enumerate", "__reduce__", args, kwargs)
}

// remakeOf returns the remake of a class that is called with first, and then
// with iterators.
func remakeOf(its []*stepper, first ...starlark.Value) func(t *object.Thread) (starlark.Tuple, error) {
	return func(t *object.Thread) (starlark.Tuple, error) {
		args := append(starlark.Tuple{}, first...)
		for _, it := range its {
			args = append(args, it.iterator())
		}
		return starlark.Tuple{nil, args}, nil
	}
}

// reduceGenerated is (class, arguments).
func reduceGenerated(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	it := object.Unwrap(self).(*object.Iterator)
	g, ok := it.Source().(*generated)
	if !ok || g.remake == nil {
		return nil, cannotPickle(t, self)
	}
	return remade(t, self, g, noArgs(it.Type(), "__reduce__", args, kwargs))
}

func remade(t *object.Thread, self starlark.Value, g *generated, err error) (starlark.Tuple, error) {
	if err != nil {
		return nil, err
	}
	parts, err := g.remake(t)
	if err == nil && parts[0] == nil {
		parts[0] = t.RT.ClassOf(self)
	}
	return parts, err
}

// reduceZip is (zip, iterators[, True]); the state says that it is strict.
func reduceZip(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	z := object.Unwrap(self).(*object.Iterator).Source().(*zipped)
	parts, err := remade(t, self, &z.generated, noArgs("zip", "__reduce__", args, kwargs))
	if err == nil && z.strict {
		parts = append(parts, object.True)
	}
	return parts, err
}

// setStrict is zip.__setstate__(strict).
func setStrict(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	z := object.Unwrap(self).(*object.Iterator).Source().(*zipped)
	return starlark.None, object.OneArg(t, "zip", "__setstate__", args, kwargs, &z.strict)
}
