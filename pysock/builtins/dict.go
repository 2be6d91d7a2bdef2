package builtins

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// dict.

var dictMethods = map[string]method{
	"get":        dictGet,
	"pop":        dictPop,
	"popitem":    dictPopitem,
	"setdefault": dictSetdefault,
	"update":     dictUpdate,
	"clear": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("dict", "clear", args, kwargs); err != nil {
			return nil, err
		}
		self.(*object.Dict).Clear()
		return starlark.None, nil
	},
	"copy": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("dict", "copy", args, kwargs); err != nil {
			return nil, err
		}
		return self.(*object.Dict).Copy(), nil
	},
}

// dictMethods3 are Python 3's, dictMethods2 are Python 2's.
var dictMethods3 = map[string]method{
	"keys":   dictView("keys", viewKeys),
	"values": dictView("values", viewValues),
	"items":  dictView("items", viewItems),
}

var dictMethods2 = map[string]method{
	"keys":       dictList("keys", viewKeys),
	"values":     dictList("values", viewValues),
	"items":      dictList("items", viewItems),
	"iterkeys":   dictIter("iterkeys", viewKeys),
	"itervalues": dictIter("itervalues", viewValues),
	"iteritems":  dictIter("iteritems", viewItems),
	"viewkeys":   dictView("viewkeys", viewKeys),
	"viewvalues": dictView("viewvalues", viewValues),
	"viewitems":  dictView("viewitems", viewItems),
	"has_key": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("dict", "has_key", args, kwargs); err != nil {
			return nil, err
		}
		v, err := self.(*object.Dict).Lookup(args[0])
		return truth(v != nil, err)
	},
}

// dictGet is dict.get(key, default=None).
func dictGet(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("dict", "get", args, kwargs, 1, 2); err != nil {
		return nil, err
	}
	v, err := self.(*object.Dict).Lookup(args[0])
	switch {
	case v != nil || err != nil:
		return v, err
	case len(args) == 2:
		return args[1], nil
	}
	return starlark.None, nil
}

// dictPop is dict.pop(key[, default]); it raises KeyError.
func dictPop(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("dict", "pop", args, kwargs, 1, 2); err != nil {
		return nil, err
	}
	d := self.(*object.Dict)
	if d.Len() > 0 { // else the key isn't looked at
		if v, err := d.Delete(args[0]); v != nil || err != nil {
			return v, err
		}
	}
	if len(args) == 2 {
		return args[1], nil
	}
	return nil, object.KeyError.New(args[0])
}

// dictPopitem is dict.popitem() -> (key, value), the newest, or in
// Python 2 the first; it raises KeyError.
func dictPopitem(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := noArgs("dict", "popitem", args, kwargs); err != nil {
		return nil, err
	}
	d := self.(*object.Dict)
	k, v := d.Last()
	if py2(t) {
		k, v = d.First()
	}
	if k == nil {
		return nil, object.KeyError.Errorf("popitem(): dictionary is empty")
	}
	if _, err := d.Delete(k); err != nil {
		return nil, err
	}
	return starlark.Tuple{k, v}, nil
}

// dictSetdefault is dict.setdefault(key, default=None).
func dictSetdefault(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("dict", "setdefault", args, kwargs, 1, 2); err != nil {
		return nil, err
	}
	var v starlark.Value = starlark.None
	if len(args) == 2 {
		v = args[1]
	}
	return self.(*object.Dict).SetDefault(args[0], v)
}

// dictUpdate is dict.update([other], **kwargs).
func dictUpdate(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if py2(t) {
		kwargs = t.LayKeywords(kwargs, len(kwargs))
	}
	return none(merge(t, "update", self.(*object.Dict), args, kwargs))
}

// merge takes the arguments of dict() and update(): a mapping, or pairs.
func merge(t *object.Thread, name string, d *object.Dict, args starlark.Tuple, kwargs []starlark.Tuple) error {
	if err := tupled("", name, args, nil, 0, 1); err != nil {
		return err
	}
	if len(args) == 1 {
		if err := mergeFrom(t, d, args[0]); err != nil {
			return err
		}
	}
	d.Expect(len(kwargs))
	for _, kv := range kwargs {
		if err := d.SetKey(t.RT.Keyword(kv[0]), kv[1]); err != nil {
			return err
		}
	}
	return nil
}

// keysOf calls keys(), a method of v; Python 3 gathers what it gives at once.
func keysOf(t *object.Thread, v, keys starlark.Value) (starlark.Value, error) {
	if err := callable2(t, keys); err != nil {
		return nil, err
	}
	list, err := t.Call(keys)
	if err != nil || py2(t) {
		return list, err
	}
	elems, err := fast(t, list, func(_ int, err error) error {
		if err != nil && !isKind(t, err, object.TypeError) {
			return err
		}
		return object.TypeError.Errorf("%s.keys() returned a non-iterable (type %s)", object.TypeName(v), object.TypeName(list))
	})
	return starlark.Tuple(elems), err
}

func mergeFrom(t *object.Thread, d *object.Dict, v starlark.Value) error {
	from, ok := v.(*object.Dict)
	if x, isInstance := v.(*object.Instance); isInstance && (py2(t) || object.SpecialMethod(v, "__iter__") == nil) {
		from, ok = x.Base.(*object.Dict) // whose keys and __getitem__ may be others
	}
	if ok {
		if from == d {
			return nil
		}
		var err error
		n := from.Len()
		from = from.Lying()
		d.Expect(n)
		from.Each(func(k, v starlark.Value) bool {
			if err = d.SetKey(k, v); err == nil && from.Len() != n && !py2(t) {
				err = object.RuntimeError.Errorf("dict mutated during update")
			}
			return err == nil
		})
		return err
	}
	keys, err := attribute(t, v, "keys")
	if err != nil && !py2(t) {
		return err
	}
	if keys != nil {
		list, err := keysOf(t, v, keys)
		if err != nil {
			return err
		}
		return each(t, list, func(k starlark.Value) error {
			x, err := getItem(t, v, k)
			if err != nil {
				return err
			}
			return d.SetKey(k, x)
		})
	}
	i := 0
	return each(t, v, func(e starlark.Value) error {
		pair, err := fast(t, e, func(_ int, err error) error {
			if err != nil && !isKind(t, err, object.TypeError) {
				return err
			}
			return object.TypeError.Errorf("cannot convert dictionary update sequence element #%d to a sequence", i)
		})
		if err != nil {
			return err
		}
		if len(pair) != 2 {
			return object.ValueError.Errorf("dictionary update sequence element #%d has length %d; 2 is required", i, len(pair))
		}
		i++
		return d.SetKey(pair[0], pair[1])
	})
}

// newDict is dict(), dict(mapping), dict(iterable), each with **kwargs.
func newDict(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	d := t.RT.NewDict(0)
	if err := merge(t, "dict", d, args, kwargs); err != nil {
		return nil, err
	}
	return d, nil
}

// dictFromkeys is dict.fromkeys(iterable, value=None).
func dictFromkeys(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("dict", "fromkeys", args, kwargs, 1, 2); err != nil {
		return nil, err
	}
	var v starlark.Value = starlark.None
	if len(args) == 2 {
		v = args[1]
	}
	d := t.RT.NewDict(0)
	var err error
	switch keys := args[0].(type) {
	case *object.Dict:
		err = d.FromKeys(keys, v)
	case *object.Set:
		err = d.FromSet(keys, v)
	default:
		err = each(t, keys, func(k starlark.Value) error { return d.SetKey(k, v) })
	}
	if err != nil {
		return nil, err
	}
	return d, nil
}
