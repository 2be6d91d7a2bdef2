package pycollections

import (
	"maps"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// newDequeKind returns the class collections.deque, and those of its iterators.
func newDequeKind(rt *object.Runtime) *kind {
	ts := object.TypesOf(rt.Dialect)
	c := object.NewClass("collections", "deque", ts.Object)
	c.Sequence = true
	c.Static, c.ByIndex = true, true
	c.Doc = "deque([iterable[, maxlen]]) - a list that is fast at both ends"
	object.Subscript(c)
	k := &kind{class: c}
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		d := &deque{kind: k, rt: t.RT, maxlen: -1}
		return d, d.init(t, args, kwargs)
	}
	c.Blank = func(t *object.Thread, _ *object.Class) starlark.Value { return &deque{kind: k, rt: t.RT, maxlen: -1} }
	c.Getters = map[string]func(starlark.Value) (starlark.Value, error){
		"maxlen": func(self starlark.Value) (starlark.Value, error) {
			if n := self.(*deque).maxlen; n >= 0 {
				return starlark.MakeInt(n), nil
			}
			return starlark.None, nil
		},
	}
	c.Lazy = func(c *object.Class) {
		c.Methods = maps.Clone(dequeMethods)
		if rt.Dialect != syntax.Python2 {
			maps.Copy(c.Methods, dequeMethods3)
		}
		k.addIterators(rt)
		addComparisons(c)
	}
	return k
}

// init fills the deque anew.
func (d *deque) init(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) error {
	var iterable starlark.Value
	maxlen := starlark.Value(starlark.None)
	if err := object.Keywords(t, "deque", args, kwargs, 0, "iterable", &iterable, "maxlen", &maxlen); err != nil {
		return err
	}
	limit := -1
	if maxlen != starlark.None {
		_, isFloat := object.Unwrap(maxlen).(starlark.Float)
		if _, isInt := object.AsInt(maxlen); !isInt && t.RT.Dialect != syntax.Python2 {
			return object.TypeError.Errorf("an integer is required")
		} else if !isInt && !isFloat {
			i, err := builtins.Integer(t, maxlen)
			if err != nil {
				return err
			}
			maxlen = i
		}
		n, err := builtins.Length(t, maxlen)
		if err != nil {
			return err
		}
		if n < 0 {
			return object.ValueError.Errorf("maxlen must be non-negative")
		}
		limit = n
	}
	d.maxlen = limit
	d.clear()
	if iterable == nil {
		return nil
	}
	return d.extend(t, iterable, d.push)
}

// method0 makes a method without arguments, method1 one with exactly one.
func method0(name string, f func(t *object.Thread, d *deque) (starlark.Value, error)) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := object.NoArgs("deque", name, args, kwargs); err != nil {
			return nil, err
		}
		return f(t, self.(*deque))
	}
}

func method1(name string, f func(t *object.Thread, d *deque, v starlark.Value) error) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.OneArg(t, "deque", name, args, kwargs, &v); err != nil {
			return nil, err
		}
		return starlark.None, f(t, self.(*deque), v)
	}
}

var dequeMethods = map[string]object.Method{
	"__init__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return starlark.None, self.(*deque).init(t, args, kwargs)
	},
	"append":     method1("append", func(t *object.Thread, d *deque, v starlark.Value) error { d.push(v); return nil }),
	"appendleft": method1("appendleft", func(t *object.Thread, d *deque, v starlark.Value) error { d.pushLeft(v); return nil }),
	"extend":     method1("extend", func(t *object.Thread, d *deque, v starlark.Value) error { return d.extend(t, v, d.push) }),
	"extendleft": method1("extendleft", func(t *object.Thread, d *deque, v starlark.Value) error { return d.extend(t, v, d.pushLeft) }),
	"remove": method1("remove", func(t *object.Thread, d *deque, v starlark.Value) error {
		i, err := d.find(t, v, 0, d.n, "remove()")
		if err != nil {
			return err
		}
		if i < 0 {
			return object.ValueError.By("deque.remove(x): x not in deque", t.RT.Repr(v)+" is not in deque")
		}
		d.changes++
		d.ring.remove(i)
		return nil
	}),
	"pop": method0("pop", func(t *object.Thread, d *deque) (starlark.Value, error) {
		if d.n == 0 {
			return nil, object.IndexError.Errorf("pop from an empty deque")
		}
		d.changes++
		return d.popBack(), nil
	}),
	"popleft": method0("popleft", func(t *object.Thread, d *deque) (starlark.Value, error) {
		if d.n == 0 {
			return nil, object.IndexError.Errorf("pop from an empty deque")
		}
		d.changes++
		return d.popFront(), nil
	}),
	"clear": method0("clear", func(t *object.Thread, d *deque) (starlark.Value, error) { d.clear(); return starlark.None, nil }),
	"reverse": method0("reverse", func(t *object.Thread, d *deque) (starlark.Value, error) {
		for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
			p, q := d.at(i), d.at(j)
			*p, *q = *q, *p
		}
		return starlark.None, nil
	}),
	"rotate": dequeRotate,
	"count": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.OneArg(t, "deque", "count", args, kwargs, &v); err != nil {
			return nil, err
		}
		d, n, before := self.(*deque), 0, self.(*deque).changes
		for i := 0; i < d.n; i++ {
			same, err := builtins.Same(t, *d.at(i), v)
			if err != nil {
				return nil, err
			}
			if d.changes != before {
				return nil, object.RuntimeError.Errorf("deque mutated during iteration")
			}
			if same {
				n++
			}
		}
		return starlark.MakeInt(n), nil
	},
	"__len__": method0("__len__", func(t *object.Thread, d *deque) (starlark.Value, error) { return starlark.MakeInt(d.n), nil }),
	"__copy__": method0("__copy__", func(t *object.Thread, d *deque) (starlark.Value, error) {
		return d.copy(d.slice()), nil
	}),
	"__reduce__": dequeReduce,
	"__repr__": method0("__repr__", func(t *object.Thread, d *deque) (starlark.Value, error) {
		return t.RT.Str(d.Repr(t.RT.Dialect)), t.Failed()
	}),
	"__getitem__": func(_ *object.Thread, self starlark.Value, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
		v, _, err := self.(*deque).Get(args[0])
		return v, err
	},
	"__setitem__": func(_ *object.Thread, self starlark.Value, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
		return starlark.None, self.(*deque).SetKey(args[0], args[1])
	},
	"__delitem__": method1("__delitem__", func(t *object.Thread, d *deque, k starlark.Value) error { return d.DelKey(k) }),
	"__iadd__":    dequeOperator("__iadd__", func(d *deque, y starlark.Value) (starlark.Value, error) { return d.Augment(starsyntax.PLUS, y) }),
}

var dequeMethods3 = map[string]object.Method{
	"copy": method0("copy", func(t *object.Thread, d *deque) (starlark.Value, error) {
		return d.copy(d.slice()), nil
	}),
	"index":  dequeIndex,
	"insert": dequeInsert,
	"__add__": dequeOperator("__add__", func(d *deque, y starlark.Value) (starlark.Value, error) {
		return d.Binary(starsyntax.PLUS, y, starlark.Left)
	}),
	"__mul__": dequeOperator("__mul__", func(d *deque, y starlark.Value) (starlark.Value, error) {
		return d.Binary(starsyntax.STAR, y, starlark.Left)
	}),
	"__rmul__": dequeOperator("__rmul__", func(d *deque, y starlark.Value) (starlark.Value, error) {
		return d.Binary(starsyntax.STAR, y, starlark.Left)
	}),
	"__imul__": dequeOperator("__imul__", func(d *deque, y starlark.Value) (starlark.Value, error) { return d.Augment(starsyntax.STAR, y) }),
	"__contains__": dequeOperator("__contains__", func(d *deque, y starlark.Value) (starlark.Value, error) {
		in, err := d.Has(y)
		return object.Truthy(in), err
	}),
}

// dequeOperator makes a method of one argument with a result; nil stands for
// NotImplemented.
func dequeOperator(name string, f func(d *deque, y starlark.Value) (starlark.Value, error)) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var y starlark.Value
		if err := object.OneArg(t, "deque", name, args, kwargs, &y); err != nil {
			return nil, err
		}
		v, err := f(self.(*deque), y)
		if v == nil && err == nil {
			v = object.NotImplemented
		}
		return v, err
	}
}

// dequeRotate is rotate(n=1).
func dequeRotate(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	k := starlark.Value(starlark.MakeInt(1))
	if len(args) > 1 || len(kwargs) > 0 {
		if t.RT.Dialect == syntax.Python2 || len(kwargs) > 0 {
			return nil, object.Positional(t, "rotate", args, kwargs, 0, &k)
		}
		return nil, builtins.Tupled("deque.rotate", args, 0, 1)
	}
	if len(args) == 1 {
		k = args[0]
	}
	n, err := builtins.Size(t, k)
	if err == nil {
		d := self.(*deque)
		d.changes++
		d.rotate(n)
	}
	return starlark.None, err
}

// bounds takes the optional start and stop of index().
func (d *deque) bounds(t *object.Thread, args starlark.Tuple) (lo, hi int, err error) {
	lo, hi = 0, d.n
	for i, p := range []*int{&lo, &hi} {
		if i >= len(args) {
			break
		}
		n, err := builtins.Index(t, args[i])
		if err != nil {
			return 0, 0, object.TypeError.Errorf("slice indices must be integers or have an __index__ method")
		}
		k, ok := n.Int64()
		switch {
		case !ok && n.Sign() < 0:
			k = 0
		case !ok:
			k = int64(d.n)
		case k < 0:
			k = max(k+int64(d.n), 0)
		}
		*p = int(min(k, int64(d.n)))
	}
	return lo, hi, nil
}

// dequeIndex is index(value[, start[, stop]]); it raises ValueError.
func dequeIndex(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v, start, stop starlark.Value
	if err := object.Positional(t, "index", args, kwargs, 1, &v, &start, &stop); err != nil {
		return nil, err
	}
	d := self.(*deque)
	lo, hi, err := d.bounds(t, args[1:])
	if err != nil {
		return nil, err
	}
	i, err := d.find(t, v, lo, hi, "")
	if err == nil && i < 0 {
		err = object.ValueError.Errorf("%s is not in deque", t.RT.Repr(v))
	}
	return starlark.MakeInt(i), err
}

// dequeInsert is insert(index, value); it raises IndexError where the deque is
// full.
func dequeInsert(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var at, v starlark.Value
	if err := object.Positional(t, "insert", args, kwargs, 2, &at, &v); err != nil {
		return nil, err
	}
	d := self.(*deque)
	i, err := builtins.Size(t, at)
	if err != nil {
		return nil, err
	}
	if d.n == d.maxlen {
		return nil, object.IndexError.Errorf("deque already at its maximum size")
	}
	if i < 0 {
		i = max(i+d.n, 0)
	}
	d.changes++
	d.insert(min(i, d.n), v)
	return starlark.None, nil
}

// dequeReduce is __reduce__, by which deques are copied.
func dequeReduce(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	d, class := object.Unwrap(self).(*deque), t.RT.ClassOf(self)
	attrs, err := builtins.State(t, self)
	if err != nil {
		return nil, err
	}
	if t.RT.Dialect == syntax.Python2 {
		state := starlark.Tuple{object.NewList(d.slice())}
		if d.maxlen >= 0 {
			state = append(state, starlark.MakeInt(d.maxlen))
		}
		out := starlark.Tuple{class, state}
		if attrs != starlark.None {
			out = append(out, attrs)
		}
		return out, object.NoArgs("deque", "__reduce__", args, kwargs)
	}
	state := starlark.Tuple{}
	if d.maxlen >= 0 {
		state = starlark.Tuple{starlark.Tuple{}, starlark.MakeInt(d.maxlen)}
	}
	it, err := builtins.Iter(t, self)
	if err != nil {
		return nil, err
	}
	return starlark.Tuple{class, state, attrs, it}, object.NoArgs("deque", "__reduce__", args, kwargs)
}

// addIterators adds __iter__ and __reversed__, and the types of what they
// return.
func (k *kind) addIterators(rt *object.Runtime) {
	ts := object.TypesOf(rt.Dialect)
	for i, name := range []string{"__iter__", "__reversed__"} {
		module, typ := "_collections", [2]string{"_deque_iterator", "_deque_reverse_iterator"}[i]
		if rt.Dialect == syntax.Python2 {
			module, typ = "", typ[1:]
		}
		it := object.NewClass(module, typ, ts.Object)
		it.Static = true
		it.Seal()
		it.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return k.newWalker(t, it, i == 1, args, kwargs)
		}
		it.Methods = maps.Clone(ts.ByName["reversed"].Methods)
		if rt.Dialect != syntax.Python2 {
			delete(it.Methods, "__setstate__")
			it.Methods["__reduce__"] = reduceWalker
		}
		k.iterators[i] = it
		k.class.Methods[name] = method0(name, func(t *object.Thread, d *deque) (starlark.Value, error) {
			return d.Walker(i == 1), nil
		})
	}
}

// newWalker is the constructor of the iterators: (deque[, how many to leave out]).
func (k *kind) newWalker(t *object.Thread, c *object.Class, reverse bool, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	n := 0
	if err := object.Positional(t, c.ClassName, args, kwargs, 1, &v, &n); err != nil {
		return nil, err
	}
	d, ok := object.Unwrap(v).(*deque)
	if !ok {
		return nil, object.TypeError.Errorf("%s() argument 1 must be collections.deque, not %s", c.ClassName, object.TypeName(v))
	}
	it := d.Walker(reverse)
	for range min(n, d.n) {
		if v, err := it.NextValue(t); v == nil || err != nil {
			return it, err
		}
	}
	return it, nil
}

// reduceWalker is __reduce__() -> (class, (deque, how many are taken)).
func reduceWalker(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	it := self.(*object.Iterator)
	w := it.Source().(*walker)
	return starlark.Tuple{it.Class(), starlark.Tuple{w.d, starlark.MakeInt(w.i)}}, object.NoArgs(it.Class().ClassName, "__reduce__", args, kwargs)
}

// addComparisons adds __eq__ and its like.
func addComparisons(c *object.Class) {
	for name, op := range map[string]syntax.CmpOp{
		"__eq__": syntax.Eq, "__ne__": syntax.NotEq, "__lt__": syntax.Lt,
		"__le__": syntax.LtE, "__gt__": syntax.Gt, "__ge__": syntax.GtE,
	} {
		c.Methods[name] = dequeOperator(name, func(d *deque, y starlark.Value) (starlark.Value, error) { return d.RichCompare(op, y) })
	}
}
