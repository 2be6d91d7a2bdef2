package pyfunctools

import (
	"container/list"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A cache is a function wrapped by lru_cache: its results by its arguments.
// Where maxsize is None it holds all of them, where it is 0 none; else used has
// them in the order of their last use. A hit changes only that order, not the
// dict: the __eq__ of an argument may call the function again while the dict is
// looking.
type cache struct {
	owned
	rt           *object.Runtime
	fn           starlark.Value
	info         starlark.Value // makes what cache_info returns
	maxsize      int            // -1 for no limit
	typed        bool
	hits, misses int
	results      object.Dict // of *result
	used         list.List   // of *result, the least recently used first
}

// A result is what a cached function returned. Scripts don't see it.
type result struct {
	starlark.NoneType
	key   starlark.Value
	hash  uint64
	value starlark.Value
	at    *list.Element
}

var (
	_ starlark.Callable = (*cache)(nil)
	_ starlark.HasAttrs = (*cache)(nil)
	_ object.Special    = (*cache)(nil)
)

// newCacheClass is the type _lru_cache_wrapper(function, maxsize, typed,
// cache_info).
func newCacheClass(rt *object.Runtime) *object.Class {
	c := object.NewClass("functools", "_lru_cache_wrapper", object.TypesOf(rt.Dialect).Object)
	c.Static = true
	c.Seal()
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		w := &cache{owned: owned{class: c}, rt: t.RT, maxsize: -1}
		var maxsize starlark.Value
		err := object.Keywords(t, "_lru_cache_wrapper", args, kwargs, 4,
			"user_function", &w.fn, "maxsize", &maxsize, "typed", &w.typed, "cache_info_type", &w.info)
		if err != nil {
			return nil, err
		}
		if !builtins.IsCallable(w.fn) {
			return nil, object.TypeError.Errorf("the first argument must be callable")
		}
		if maxsize != starlark.None {
			n, err := builtins.Size(t, maxsize)
			if err != nil {
				return nil, object.TypeError.Errorf("maxsize should be integer or None")
			}
			w.maxsize = max(n, 0)
		}
		return w, nil
	}
	c.Methods = map[string]object.Method{
		"cache_info":  cacheInfo,
		"cache_clear": cacheClear,
		"__get__":     cacheGet,
		"__call__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return self.(*cache).call(t, args, kwargs)
		},
		"__copy__":     cacheItself,
		"__deepcopy__": cacheItself,
		"__reduce__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return object.Unwrap(self).(*cache).Attr("__qualname__")
		},
	}
	return c
}

// cacheInfo is cache_info() -> CacheInfo(hits, misses, maxsize, currsize).
func cacheInfo(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("_lru_cache_wrapper", "cache_info", args, kwargs); err != nil {
		return nil, err
	}
	w := self.(*cache)
	size := starlark.Value(starlark.None)
	if w.maxsize >= 0 {
		size = starlark.MakeInt(w.maxsize)
	}
	return t.Call(w.info, starlark.MakeInt(w.hits), starlark.MakeInt(w.misses), size, starlark.MakeInt(w.results.Len()))
}

// cacheClear is cache_clear().
func cacheClear(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("_lru_cache_wrapper", "cache_clear", args, kwargs); err != nil {
		return nil, err
	}
	w := self.(*cache)
	w.hits, w.misses = 0, 0
	w.results.Clear()
	w.used.Init()
	return starlark.None, nil
}

// cacheGet binds the function to an instance.
func cacheGet(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	obj, class := starlark.Value(starlark.None), starlark.Value(starlark.None)
	if err := object.Positional(t, "__get__", args, kwargs, 1, &obj, &class); err != nil {
		return nil, err
	}
	if obj == starlark.None {
		return self, nil
	}
	return &object.BoundMethod{Self: obj, Func: self}, nil
}

func cacheItself(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return self, nil
}

// mark stands between the positional arguments and the named ones in a key.
var mark = starlark.NewBuiltin("#mark", nil)

// key returns what the results of a call are found by.
func (w *cache) key(args starlark.Tuple, kwargs []starlark.Tuple) starlark.Value {
	if len(args) == 1 && len(kwargs) == 0 && !w.typed {
		switch v := args[0].(type) {
		case starlark.Int, starlark.String:
			return v
		}
	}
	k := make(starlark.Tuple, len(args), 2*len(args)+4*len(kwargs)+1)
	copy(k, args)
	if len(kwargs) > 0 {
		k = append(k, mark)
		for _, kv := range kwargs {
			k = append(k, w.rt.Keyword(kv[0]), kv[1])
		}
	}
	if w.typed {
		for _, v := range args {
			k = append(k, w.rt.ClassOf(v))
		}
		for _, kv := range kwargs {
			k = append(k, w.rt.ClassOf(kv[1]))
		}
	}
	return k
}

func (w *cache) call(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if w.maxsize == 0 {
		w.misses++
		return starlark.Call(t.Star, w.fn, args, kwargs)
	}
	k := w.key(args, kwargs)
	had, hash, err := w.results.LookupHashed(k)
	if err != nil {
		return nil, err
	}
	if r, ok := had.(*result); ok {
		w.hits++
		if r.at != nil {
			w.used.MoveToBack(r.at)
		}
		return r.value, nil
	}
	w.misses++
	v, err := starlark.Call(t.Star, w.fn, args, kwargs)
	if err != nil {
		return nil, err
	}
	r := &result{key: k, hash: hash, value: v}
	if kept, err := w.results.PutHashed(hash, k, r); err != nil || kept != r {
		return v, err // the call may have made the same call
	}
	if w.maxsize < 0 {
		return v, nil
	}
	r.at = w.used.PushBack(r)
	if w.results.Len() > w.maxsize {
		old := w.used.Remove(w.used.Front()).(*result)
		old.at = nil
		_, err = w.results.DeleteHashed(old.hash, old.key)
	}
	return v, err
}

// Weak returns what a weak reference to the function needs.
func (w *cache) Weak() (key any, get func() starlark.Value) { return object.WeakPointer(w) }

// CallInternal calls the function, or remembers what it returned.
func (w *cache) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return w.call(object.Of(th), args, kwargs)
}

// Name is what a frame of the call would be called; it is hidden.
func (w *cache) Name() string { return "#cache" }

// Attr is w.name.
func (w *cache) Attr(name string) (starlark.Value, error) { return w.attr(w, name) }

// Special tells that the value binds as a method and can be called.
func (w *cache) Special(name string) starlark.Value {
	if name != "__get__" && name != "__call__" {
		return nil
	}
	return &object.Func{FuncName: name, Self: w, Method: w.class.Methods[name]}
}

// Hash returns a hash of the identity.
func (w *cache) Hash() (uint32, error) { return uint32(object.ID(w) >> 4), nil }

// String returns the repr.
func (w *cache) String() string {
	return sprintf("<functools._lru_cache_wrapper object at 0x%x>", object.ID(w))
}
