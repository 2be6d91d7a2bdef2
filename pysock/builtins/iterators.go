package builtins

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"slices"
)

// iter, next, and the functions that return iterators.

// newIterator returns an iterator of the type of that name.
func newIterator(t *object.Thread, typ string, src starlark.Iterator) *object.Iterator {
	return hinted(object.TypesOf(t.RT.Dialect).ByName[typ], src)
}

// hinted returns an iterator that knows how many values are left, if src does.
func hinted(c *object.Class, src starlark.Iterator) *object.Iterator {
	it := object.NewIterator(c, src)
	if l, ok := src.(interface{ Left() int }); ok {
		it.WithHint(l.Left)
	}
	return it
}

// iteratorType names the type of iterators over v.
func iteratorType(t *object.Thread, v starlark.Value) string {
	names := [2]string{"iterator", "iterator"}
	switch v := v.(type) {
	case *object.List:
		names = [2]string{"listiterator", "list_iterator"}
	case starlark.Tuple:
		names = [2]string{"tupleiterator", "tuple_iterator"}
	case *object.Dict, *MappingProxy:
		names = [2]string{"dictionary-keyiterator", "dict_keyiterator"}
	case *object.Set:
		names = [2]string{"setiterator", "set_iterator"}
	case starlark.String:
		names = [2]string{"iterator", "str_ascii_iterator"}
	case *object.Text:
		names = [2]string{"iterator", "str_iterator"}
	case starlark.Bytes:
		names = [2]string{"iterator", "bytes_iterator"}
	case *Memoryview:
		names = [2]string{"iterator", "memory_iterator"}
	case *Bytearray:
		names = [2]string{"bytearray_iterator", "bytearray_iterator"}
	case *Range:
		names = [2]string{"rangeiterator", "range_iterator"}
	case *BigRange:
		names = [2]string{"", "longrange_iterator"}
	case *View:
		names = [2]string{v.kind.iter2, v.kind.iter3}
		if v.ordered {
			names[1] = "odict_iterator"
		}
	}
	if py2(t) {
		return names[0]
	}
	return names[1]
}

// Iter is iter(v).
func Iter(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	if r, err := special(t, v, "__iter__"); err != nil || r != nil {
		if err == nil && !stepable(t, r) {
			from := "iter()"
			if isOld(v) {
				from = "__iter__"
			}
			err = object.TypeError.Errorf("%s returned non-iterator of type '%s'", from, object.TypeName(r))
		}
		return r, err
	}
	if n, ok := object.NextOf(object.Unwrap(v)); ok {
		if f, ok := n.(object.Typed); ok && f.Class().File { // which may be closed
			iter, err := t.RT.Attr(v, "__iter__")
			if err != nil {
				return nil, err
			}
			return t.Call(iter)
		}
		if _, plain := n.(*object.Instance); !plain {
			return n, nil
		}
	}
	if w, ok := object.Unwrap(v).(walkable); ok {
		return w.Walker(false), nil
	}
	x, err := object.Iterable(v)
	if err != nil {
		return nil, err
	}
	src := x.Iterate()
	if err := t.Failed(); err != nil {
		return nil, err
	}
	return iteratorOver(t, v, begin(v, src)), nil
}

// begin is what walks v, for what iterating over it gave: that knows its place,
// where a tuple's iterator doesn't.
func begin(v starlark.Value, src starlark.Iterator) starlark.Iterator {
	if tuple, ok := object.Unwrap(v).(starlark.Tuple); ok {
		if it, byItem := object.Stepped(src); it == nil && !byItem {
			return object.ByIndex(tuple)
		}
	}
	return src
}

// iteratorOver makes an iterator over v of what walks it.
func iteratorOver(t *object.Thread, v starlark.Value, src starlark.Iterator) *object.Iterator {
	of := v
	if _, byItem := object.Stepped(src); !byItem {
		of = object.Unwrap(v)
	}
	name := iteratorType(t, of)
	if _, derived := v.(*object.Instance); derived && name == "str_ascii_iterator" {
		name = "str_iterator" // only a str itself is known to be ASCII
	}
	return newIterator(t, name, src).Over(v)
}

// stepable reports whether next() takes v.
func stepable(t *object.Thread, v starlark.Value) bool {
	if x, ok := v.(*object.Instance); ok && x.Class().OldStyle {
		return true // its steps will tell
	}
	if _, ok := v.(object.Special); ok {
		name := "__next__"
		if py2(t) {
			name = "next"
		}
		if object.SpecialMethod(v, name) != nil {
			return true
		}
		v = object.Unwrap(v)
		if _, plain := v.(object.Special); plain {
			return false
		}
	}
	_, ok := object.NextOf(v)
	return ok
}

// A walkable value of a module makes its own iterators, reversed ones too.
type walkable interface {
	Walker(reverse bool) *object.Iterator
}

// builtinIter is iter(iterable) or iter(callable, sentinel).
func builtinIter(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "iter", args, kwargs, 1, 2); err != nil {
		return nil, err
	}
	if len(args) == 1 {
		return Iter(t, args[0])
	}
	if !object.Callable(args[0]) {
		return nil, object.TypeError.Errorf("iter(v, w): v must be callable")
	}
	typ := "callable_iterator"
	if py2(t) {
		typ = "callable-iterator"
	}
	var it *object.Iterator
	it = newIterator(t, typ, &generated{t: t, next: func(t *object.Thread) (starlark.Value, error) {
		v, err := t.Call(args[0])
		if err != nil || it.Hint() == 0 { // the function has come to its end itself
			return nil, err
		}
		same, err := object.Equal(v, args[1])
		if same || err != nil {
			return nil, err
		}
		return v, nil
	}, remake: func(t *object.Thread) (starlark.Tuple, error) {
		if it.Ended() {
			return iterOf(t, starlark.Tuple{}), nil
		}
		return iterOf(t, args[0], args[1]), nil
	}})
	return it, nil
}

// A generated iterator asks a function for its values; nil is the end.
type generated struct {
	t    *object.Thread
	next func(t *object.Thread) (starlark.Value, error)
	err  error
	// remake returns what makes another like it: (class or function,
	// arguments). A nil class stands for that of the iterator.
	remake func(t *object.Thread) (starlark.Tuple, error)
}

func (g *generated) Next(p *starlark.Value) bool {
	t := g.t
	if now := t.RT.Current(); now != nil {
		t = now // another thread may step it than the one that made it
	}
	var v starlark.Value
	if v, g.err = g.next(t); v == nil || g.err != nil {
		return false
	}
	*p = v
	return true
}

func (g *generated) Err() error { return g.err }
func (g *generated) Done()      {}

// Next is next(v), or nil, nil at the end.
func Next(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	if n, ok := object.NextOf(v); ok {
		return n.NextValue(t)
	}
	name := "__next__"
	if py2(t) {
		name = "next"
	}
	if m := object.SpecialMethod(v, name); m != nil {
		r, err := t.Call(m)
		if err != nil && isKind(t, err, object.StopIteration) {
			return nil, nil
		}
		return r, err
	}
	return nil, object.TypeError.By(
		sprintf("%s object is not an iterator", object.TypeName(v)),
		sprintf("'%s' object is not an iterator", object.TypeName(v)))
}

// builtinNext is next(iterator[, default]); it raises StopIteration.
func builtinNext(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "next", args, kwargs, 1, 2); err != nil {
		return nil, err
	}
	if _, ok := object.NextOf(args[0]); !ok && len(args) == 1 { // so that StopIteration keeps its value
		name := "__next__"
		if py2(t) {
			name = "next"
		}
		if m := object.SpecialMethod(args[0], name); m != nil {
			return t.Call(m)
		}
	}
	v, err := Next(t, args[0])
	ended := v == nil && err == nil || err != nil && isKind(t, err, object.StopIteration) // a generator that returned a value
	switch {
	case !ended:
		return v, err
	case len(args) == 2:
		return args[1], nil
	case err != nil:
		return nil, err
	}
	return nil, object.StopIteration.New()
}

// builtinAiter is aiter(async_iterable).
func builtinAiter(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg("", "aiter", args, kwargs); err != nil {
		return nil, err
	}
	return t.Aiter(args[0])
}

// builtinAnext is anext(async_iterator[, default]), to be awaited.
func builtinAnext(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "anext", args, kwargs, 1, 2); err != nil {
		return nil, err
	}
	if len(args) == 1 {
		return t.Anext(args[0], nil)
	}
	return t.Anext(args[0], args[1])
}

var iteratorMethods = map[string]method{
	"__iter__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return self, nil
	},
	"__length_hint__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return starlark.MakeInt(max(self.(*object.Iterator).Hint(), 0)), nil
	},
}

// nextMethod is __next__, or next in Python 2.
func nextMethod(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	v, err := Next(t, self)
	if v == nil && err == nil {
		err = object.StopIteration.New()
	}
	return v, err
}

// newEnumerate is enumerate(iterable, start=0).
func newEnumerate(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v, start starlark.Value
	name := "iterable"
	if py2(t) {
		name = "sequence"
	} else if n := len(args) + len(kwargs); n == 0 || len(args) == 0 && n > 2 {
		return nil, object.TypeError.Errorf("enumerate() missing required argument 'iterable'")
	} else if len(args) == 0 { // an unknown name comes first
		for _, kv := range kwargs {
			if s, _ := object.AsText(kv[0]); s != "iterable" && s != "start" {
				return nil, object.TypeError.Errorf("'%s' is an invalid keyword argument for enumerate()", s)
			}
		}
	}
	if err := object.Keywords(t, "enumerate", args, kwargs, 1, name, &v, "start", &start); err != nil {
		return nil, err
	}
	n := starlark.MakeInt(0)
	if start != nil {
		var err error
		if n, err = index(t, start); err != nil {
			return nil, err
		}
	}
	it, err := iterate(t, v)
	if err != nil {
		return nil, err
	}
	one := starlark.MakeInt(1)
	return object.NewIterator(c, &enumerated{it: it.it, n: n, one: one, from: it}), nil
}

type enumerated struct {
	it     starlark.Iterator
	n, one starlark.Int
	from   *stepper
}

func (e *enumerated) Next(p *starlark.Value) bool {
	var v starlark.Value
	if !e.it.Next(&v) {
		return false
	}
	*p = starlark.Tuple{e.n, v}
	e.n = e.n.Add(e.one)
	return true
}

func (e *enumerated) Err() error {
	if f, ok := e.it.(interface{ Err() error }); ok {
		return f.Err()
	}
	return nil
}

func (e *enumerated) Done() { e.it.Done() }

// newReversed is reversed(sequence).
func newReversed(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := constructorArgs(t, "reversed", args, kwargs, 1, 1); err != nil {
		return nil, err
	}
	v := args[0]
	if p, ok := v.(*object.MappingProxy); ok && !py2(t) {
		v = p.Of
	}
	if object.Blocked(v, "__reversed__") {
		return nil, object.TypeError.Errorf("'%s' object is not reversible", object.TypeName(v))
	}
	if r, err := special(t, v, "__reversed__"); err != nil || r != nil {
		return r, err
	}
	is2 := py2(t)
	if x, ok := v.(*object.Instance); ok && x.Base != nil {
		switch x.Base.(type) {
		case *object.List, *object.Dict: // they have a __reversed__, whatever __getitem__ is
			v = x.Base
		default:
			if x.Special("__getitem__") == nil && x.Special("__len__") == nil {
				v = x.Base
			}
		}
	}
	if w, ok := v.(walkable); ok {
		return w.Walker(true), nil
	}
	switch x := v.(type) {
	case *object.List:
		typ := "list_reverseiterator"
		if is2 {
			typ = "listreverseiterator"
		}
		return newIterator(t, typ, &backwards{at: func(i int) starlark.Value {
			if i >= len(x.Elems) {
				return nil
			}
			return x.Elems[i]
		}, i: len(x.Elems)}).Over(v), nil
	case *Range:
		typ := "range_iterator"
		if is2 {
			typ = "rangeiterator"
		}
		return newIterator(t, typ, &rangeIterator{at: x.start + (x.n-1)*x.step, step: -x.step, left: x.n, n: x.n}).Over(x), nil
	case *BigRange:
		return newIterator(t, "longrange_iterator", x.backwards().Iterate()).Over(x.backwards()), nil
	case *object.Dict:
		if !is2 {
			return newIterator(t, viewKeys.back3, x.Walk(viewKeys.pick, true)), nil
		}
	case *View:
		if x.ordered {
			return newIterator(t, "odict_iterator", orderedWalk(x.dict, x.kind, true)), nil
		}
		if !is2 {
			return newIterator(t, x.kind.back3, x.dict.Walk(x.kind.pick, true)), nil
		}
	case *object.Set, *MappingProxy:
	case starlark.String, *object.Text, starlark.Bytes, starlark.Tuple, *Bytearray, *Memoryview, *Buffer, *object.StructSeq:
		elems, err := elements(t, v)
		if err != nil {
			return nil, err
		}
		return hinted(c, &backwards{at: func(i int) starlark.Value { return elems[i] }, i: len(elems)}).Over(v), nil
	case object.Special:
		base := object.Unwrap(v)
		_, isSequence := base.(starlark.Indexable)
		if _, isArray := base.(*Bytearray); isArray {
			isSequence = true
		}
		_, isException := v.(*object.Exception)
		if isException && is2 || isSequence || object.SpecialMethod(v, "__getitem__") != nil {
			n, err := Len(t, v)
			if err != nil {
				return nil, err
			}
			g := &generatedBack{i: n}
			g.t, g.next = t, func(t *object.Thread) (starlark.Value, error) {
				if g.i == 0 {
					return nil, nil
				}
				g.i--
				return getItem(t, v, starlark.MakeInt(g.i))
			}
			return object.NewIterator(c, g).Over(v), nil
		}
	}
	return nil, object.TypeError.By("argument to reversed() must be a sequence",
		sprintf("'%s' object is not reversible", object.TypeName(args[0])))
}

// backwards walks an indexed sequence from its end.
type backwards struct {
	at func(i int) starlark.Value // nil where there is nothing any more
	i  int
}

func (b *backwards) Next(p *starlark.Value) bool {
	if b.i == 0 {
		return false
	}
	b.i--
	*p = b.at(b.i)
	return *p != nil
}

func (b *backwards) Left() int     { return b.i }
func (b *backwards) Done()         {}
func (b *backwards) Position() int { return b.i - 1 }
func (b *backwards) Seek(i int)    { b.i = i + 1 }

// generatedBack walks by __getitem__ from the end.
type generatedBack struct {
	generated
	i int
}

func (g *generatedBack) Position() int { return g.i - 1 }
func (g *generatedBack) Seek(i int)    { g.i = i + 1 }

// steppers starts to iterate over each argument; noIter makes the error for one
// that isn't iterable, or whose __iter__ raised err.
func steppers(t *object.Thread, args starlark.Tuple, noIter func(i int, err error) error) ([]*stepper, error) {
	its := make([]*stepper, len(args))
	for i, a := range args {
		if !isIterable(a) && noIter != nil {
			return nil, noIter(i, nil)
		}
		var err error
		if its[i], err = iterate(t, a); err != nil {
			if noIter != nil {
				err = noIter(i, err)
			}
			return nil, err
		}
	}
	return its, nil
}

// newZip is Python 3's zip(*iterables, strict=False); builtinZip2 is Python 2's
// zip(...) -> list.
func newZip(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var strict bool
	if err := object.Keywords(t, "zip", nil, kwargs, 0, "strict", &strict); err != nil {
		return nil, err
	}
	its, err := steppers(t, args, nil)
	if err != nil {
		return nil, err
	}
	return object.NewIterator(c, &zipped{its: its, strict: strict, generated: generated{t: t, remake: remakeOf(its)}}), nil
}

// zipped is the source of a zip.
type zipped struct {
	generated
	its    []*stepper
	strict bool
}

func (z *zipped) Next(p *starlark.Value) bool {
	var v starlark.Value
	if v, z.err = zipStep(z.its, z.strict); v == nil {
		return false
	}
	*p = v
	return true
}

// zipStep takes one value of each; nil if one is at its end.
func zipStep(its []*stepper, strict bool) (starlark.Value, error) {
	if len(its) == 0 {
		return nil, nil
	}
	tuple := make(starlark.Tuple, len(its))
	for i, it := range its {
		v, err := it.next()
		if err != nil {
			return nil, err
		}
		if v == nil {
			if !strict {
				return nil, nil
			}
			return nil, zipUneven(its, i)
		}
		tuple[i] = v
	}
	return tuple, nil
}

// zipUneven is the error of zip(strict=True) where iterable i ended.
func zipUneven(its []*stepper, i int) error {
	others := func(n int) string {
		if n == 1 {
			return " 1"
		}
		return sprintf("s 1-%d", n)
	}
	if i > 0 {
		return object.ValueError.Errorf("zip() argument %d is shorter than argument%s", i+1, others(i))
	}
	for j := 1; j < len(its); j++ {
		v, err := its[j].next()
		if err != nil {
			return err
		}
		if v != nil {
			return object.ValueError.Errorf("zip() argument %d is longer than argument%s", j+1, others(j))
		}
	}
	return nil
}

func builtinZip2(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := noKeywords("", "zip", kwargs); err != nil {
		return nil, err
	}
	for _, a := range args {
		if err := askLength(t, a); err != nil {
			return nil, err
		}
	}
	its, err := steppers(t, args, func(i int, err error) error {
		if err != nil && !isKind(t, err, object.TypeError) {
			return err
		}
		return object.TypeError.Errorf("zip argument #%d must support iteration", i+1)
	})
	if err != nil {
		return nil, err
	}
	var rows []starlark.Value
	for {
		row, err := zipStep(its, false)
		if err != nil {
			return nil, err
		}
		if row == nil {
			return object.NewList(rows), nil
		}
		rows = append(rows, row)
	}
}

// newMap is Python 3's map(func, *iterables); builtinMap2 is Python 2's, which
// returns a list, fills up with None, and takes None for a function.
func newMap(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := noKeywords("", "map", kwargs); err != nil {
		return nil, err
	}
	if len(args) < 2 {
		return nil, object.TypeError.Errorf("map() must have at least two arguments.")
	}
	its, err := steppers(t, args[1:], nil)
	if err != nil {
		return nil, err
	}
	fn := args[0]
	return object.NewIterator(c, &generated{t: t, next: func(t *object.Thread) (starlark.Value, error) {
		row := make(starlark.Tuple, len(its))
		for i, it := range its {
			v, err := it.next()
			if v == nil || err != nil {
				return nil, err
			}
			row[i] = v
		}
		return callKw(t, fn, row, nil)
	}, remake: remakeOf(its, fn)}), nil
}

func builtinMap2(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := noKeywords("", "map", kwargs); err != nil {
		return nil, err
	}
	if len(args) < 2 {
		return nil, object.TypeError.Errorf("map() requires at least two args")
	}
	if args[0] == starlark.None && len(args) == 2 {
		elems, err := elements(t, args[1])
		return object.NewList(slices.Clone(elems)), err
	}
	its := make([]*stepper, len(args)-1)
	for i, a := range args[1:] {
		var err error
		if its[i], err = iterate(t, a); err != nil {
			return nil, object.TypeError.Errorf("argument %d to map() must support iteration", i+2)
		}
		_ = askLength(t, a) // whatever it raises, CPython goes on
	}
	var out []starlark.Value
	for {
		row := make(starlark.Tuple, len(its))
		left := 0
		for i, it := range its {
			v, err := it.next()
			if err != nil {
				return nil, err
			}
			row[i] = starlark.None
			if v != nil {
				row[i] = v
				left++
			}
		}
		if left == 0 {
			return object.NewList(out), nil
		}
		var v starlark.Value = row
		if args[0] != starlark.None {
			var err error
			if v, err = callKw(t, args[0], row, nil); err != nil {
				return nil, err
			}
		} else if len(row) == 1 {
			v = row[0]
		}
		out = append(out, v)
	}
}

// chosen applies the function of filter.
func chosen(t *object.Thread, fn, v starlark.Value) (bool, error) {
	if fn == starlark.None {
		return isTrue(t, v)
	}
	r, err := t.Call(fn, v)
	if err != nil {
		return false, err
	}
	return isTrue(t, r)
}

// newFilter is Python 3's filter(function or None, iterable).
func newFilter(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "filter", args, kwargs, 2, 2); err != nil {
		return nil, err
	}
	it, err := iterate(t, args[1])
	if err != nil {
		return nil, err
	}
	fn := args[0]
	return object.NewIterator(c, &generated{t: t, next: func(t *object.Thread) (starlark.Value, error) {
		for {
			v, err := it.next()
			if v == nil || err != nil {
				return nil, err
			}
			in, err := chosen(t, fn, v)
			if err != nil {
				return nil, err
			}
			if in {
				return v, nil
			}
		}
	}, remake: remakeOf([]*stepper{it}, fn)}), nil
}
