package pypickle

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// The opcodes that fill containers, find names, call and set states.

func (u *unpickler) loadAppend(t *object.Thread) error {
	if err := u.need(2); err != nil {
		return err
	}
	at := len(u.stack) - 1
	elems := u.stack[at:]
	u.stack = u.stack[:at]
	return u.extend(t, u.stack[at-1], elems)
}

// over takes off what is above the mark, and returns it and what is below it.
func (u *unpickler) over() (v starlark.Value, elems []starlark.Value, err error) {
	if elems, err = u.popMark(); err == nil {
		v, err = u.top()
	}
	return v, elems, err
}

func (u *unpickler) loadAppends(t *object.Thread) error {
	v, elems, err := u.over()
	if err != nil || len(elems) == 0 {
		return err
	}
	return u.extend(t, v, elems)
}

// extend adds elements to a list, or to what has a method extend or append.
func (u *unpickler) extend(t *object.Thread, v starlark.Value, elems []starlark.Value) error {
	if l, ok := v.(*object.List); ok {
		l.Elems = append(l.Elems, elems...)
		return nil
	}
	elems = append([]starlark.Value(nil), elems...)
	m, err := optional(u.rt, v, "extend")
	if err != nil {
		return err
	}
	if m != nil && !u.value.m.py2 {
		_, err = t.Call(m, u.rt.List(elems))
		return err
	}
	return u.each(t, v, "append", elems)
}

// each calls a method of v for each element.
func (u *unpickler) each(t *object.Thread, v starlark.Value, method string, elems []starlark.Value) error {
	m, err := u.rt.Attr(v, method)
	if err != nil {
		return err
	}
	for _, e := range elems {
		if _, err := t.Call(m, e); err != nil {
			return err
		}
	}
	return nil
}

func (u *unpickler) loadSetItem(t *object.Thread) error {
	if err := u.need(3); err != nil {
		return err
	}
	at := len(u.stack) - 2
	elems := u.stack[at:]
	u.stack = u.stack[:at]
	return u.setItems(t, u.stack[at-1], elems)
}

func (u *unpickler) loadSetItems(t *object.Thread) error {
	v, elems, err := u.over()
	if err != nil || len(elems) == 0 {
		return err
	}
	if len(elems)%2 != 0 {
		return u.errorf("odd number of items for SETITEMS")
	}
	return u.setItems(t, v, elems)
}

func (u *unpickler) setItems(t *object.Thread, v starlark.Value, elems []starlark.Value) error {
	if d, ok := v.(*object.Dict); ok {
		for i := 0; i < len(elems); i += 2 {
			if err := d.SetKey(elems[i], elems[i+1]); err != nil {
				return err
			}
		}
		return nil
	}
	elems = append([]starlark.Value(nil), elems...)
	for i := 0; i < len(elems); i += 2 {
		if err := builtins.SetItem(t, v, elems[i], elems[i+1]); err != nil {
			return err
		}
	}
	return nil
}

func (u *unpickler) loadAddItems(t *object.Thread) error {
	v, elems, err := u.over()
	if err != nil || len(elems) == 0 {
		return err
	}
	if s, ok := object.Unwrap(v).(*object.Set); ok && !s.Frozen {
		for _, e := range elems {
			if err := s.Add(e); err != nil {
				return err
			}
		}
		return nil
	}
	return u.each(t, v, "add", append([]starlark.Value(nil), elems...))
}

func (u *unpickler) loadPersID(t *object.Thread) error {
	if u.persistentLoad == nil {
		return u.noPersistentLoad()
	}
	b, err := u.line()
	if err != nil {
		return err
	}
	if !u.value.m.py2 && !object.IsASCII(string(b)) {
		return u.errorf("persistent IDs in protocol 0 must be ASCII strings")
	}
	return u.persistent(t, u.rt.Str(string(b)))
}

func (u *unpickler) loadBinPersID(t *object.Thread) error {
	if u.persistentLoad == nil {
		return u.noPersistentLoad()
	}
	id, err := u.pop()
	if err != nil {
		return err
	}
	return u.persistent(t, id)
}

func (u *unpickler) persistent(t *object.Thread, id starlark.Value) error {
	v, err := t.Call(u.persistentLoad, id)
	if err == nil {
		u.push(v)
	}
	return err
}

func (u *unpickler) noPersistentLoad() error {
	return u.errorf("A load persistent id instruction was encountered,\nbut no persistent_load function was specified.")
}

// globalNames reads the two lines that name a global.
func (u *unpickler) globalNames(t *object.Thread) (module, name string, err error) {
	var names [2]string
	for i := range names {
		b, err := u.line()
		if err != nil {
			return "", "", err
		}
		if names[i] = string(b); u.value.m.py2 || object.IsASCII(names[i]) {
			continue
		}
		if names[i], err = builtins.Decode(t, b, "utf-8", "strict"); err != nil {
			return "", "", err
		}
	}
	return names[0], names[1], nil
}

func (u *unpickler) loadGlobal(t *object.Thread) error {
	module, name, err := u.globalNames(t)
	if err != nil {
		return err
	}
	return u.pushGlobal(t, u.rt.Str(module), u.rt.Str(name))
}

func (u *unpickler) loadStackGlobal(t *object.Thread) error {
	name, err := u.pop()
	if err != nil {
		return err
	}
	module, err := u.pop()
	if err != nil {
		return err
	}
	for _, v := range []starlark.Value{module, name} {
		if _, ok := object.AsText(v); !ok || u.rt.ClassOf(v) != object.TypesOf(u.rt.Dialect).Str {
			return u.errorf("STACK_GLOBAL requires str")
		}
	}
	return u.pushGlobal(t, module, name)
}

func (u *unpickler) pushGlobal(t *object.Thread, module, name starlark.Value) error {
	v, err := u.global(t, module, name)
	if err == nil {
		u.push(v)
	}
	return err
}

// global is find_class(module, name).
func (u *unpickler) global(t *object.Thread, module, name starlark.Value) (starlark.Value, error) {
	if u.findClass != nil {
		return t.Call(u.findClass, module, name)
	}
	m, _ := object.AsText(module)
	n, _ := object.AsText(name)
	return u.find(t, m, n)
}

// extension returns the loader of a global by its number in copyreg.
func extension(size int) func(u *unpickler, t *object.Thread) error {
	return func(u *unpickler, t *object.Thread) error {
		x, err := u.uint(size)
		if err != nil {
			return err
		}
		code := int64(x)
		if size == 4 {
			code = int64(int32(x))
		}
		if code <= 0 {
			return u.errorf("EXT specifies code <= 0")
		}
		registry := func(name string) (*object.Dict, error) {
			module := "copyreg"
			if u.value.m.py2 {
				module = "copy_reg"
			}
			m, err := u.rt.Import(t, module)
			if err != nil {
				return nil, err
			}
			v, err := u.rt.Attr(m, name)
			if err != nil {
				return nil, err
			}
			d, ok := v.(*object.Dict)
			if !ok {
				return nil, object.RuntimeError.Errorf("copyreg.%s should be a dict, not %s", name, object.TypeName(v))
			}
			return d, nil
		}
		cache, err := registry("_extension_cache")
		if err != nil {
			return err
		}
		key := starlark.MakeInt64(code)
		v, err := cache.Lookup(key)
		if err != nil {
			return err
		}
		if v != nil {
			u.push(v)
			return nil
		}
		inverted, err := registry("_inverted_registry")
		if err != nil {
			return err
		}
		pair, err := inverted.Lookup(key)
		if err != nil {
			return err
		}
		if pair == nil {
			return object.ValueError.Errorf("unregistered extension code %d", code)
		}
		names, ok := pair.(starlark.Tuple)
		if !ok || len(names) != 2 {
			return object.ValueError.Errorf("_inverted_registry[%d] isn't a 2-tuple of strings", code)
		}
		if v, err = u.global(t, names[0], names[1]); err != nil {
			return err
		}
		u.push(v)
		return cache.SetKey(key, v)
	}
}

// call is fn(*args).
func (u *unpickler) call(t *object.Thread, fn starlark.Value, args []starlark.Value) (starlark.Value, error) {
	if !object.Callable(fn) {
		return nil, object.TypeError.Errorf("'%s' object is not callable", object.TypeName(fn))
	}
	return t.Call(fn, args...)
}

func (u *unpickler) loadReduce(t *object.Thread) error {
	if err := u.need(2); err != nil {
		return err
	}
	n := len(u.stack)
	fn, given := u.stack[n-2], u.stack[n-1]
	u.stack = u.stack[:n-2]
	args, ok := object.Unwrap(given).(starlark.Tuple)
	if !ok {
		return object.TypeError.Errorf("argument list must be a tuple")
	}
	v, err := u.call(t, fn, args)
	if err == nil {
		u.push(v)
	}
	return err
}

// instantiate makes an instance of a class as INST and OBJ do: without calling
// it where no arguments are known.
func (u *unpickler) instantiate(t *object.Thread, class starlark.Value, args []starlark.Value) error {
	var v starlark.Value
	var err error
	c, ok := class.(*object.Class)
	if ok && len(args) == 0 && c.Lookup("__getinitargs__") == nil {
		if c.OldStyle {
			v = object.NewOldInstance(c, nil)
		} else if !u.value.m.py2 {
			v, err = u.newObject(t, c, nil, nil)
		}
	}
	if v == nil && err == nil {
		v, err = u.call(t, class, append([]starlark.Value(nil), args...))
	}
	if err == nil {
		u.push(v)
	}
	return err
}

func (u *unpickler) loadInst(t *object.Thread) error {
	args, err := u.popMark()
	if err != nil {
		return err
	}
	module, name, err := u.globalNames(t)
	if err != nil {
		return err
	}
	class, err := u.global(t, u.rt.Str(module), u.rt.Str(name))
	if err != nil {
		return err
	}
	return u.instantiate(t, class, args)
}

func (u *unpickler) loadObj(t *object.Thread) error {
	args, err := u.popMark()
	if err != nil {
		return err
	}
	if len(args) == 0 {
		return u.underflow()
	}
	return u.instantiate(t, args[0], args[1:])
}

func (u *unpickler) loadNewObj(t *object.Thread) error { return u.loadNew(t, "NEWOBJ", 2) }

func (u *unpickler) loadNewObjEx(t *object.Thread) error { return u.loadNew(t, "NEWOBJ_EX", 3) }

// loadNew is cls.__new__(cls, *args, **kwargs) of the n objects on top.
func (u *unpickler) loadNew(t *object.Thread, op string, n int) error {
	if err := u.need(n); err != nil {
		return err
	}
	at := len(u.stack) - n
	parts := append([]starlark.Value(nil), u.stack[at:]...)
	u.stack = u.stack[:at]
	class, ok := parts[0].(*object.Class)
	if !ok {
		return u.errorf("%s class argument must be a type, not %s", op, object.TypeName(parts[0]))
	}
	args, ok := object.Unwrap(parts[1]).(starlark.Tuple)
	if !ok {
		return u.errorf("%s args argument must be a tuple, not %s", op, object.TypeName(parts[1]))
	}
	var kwargs []starlark.Tuple
	if n == 3 {
		d, ok := object.Unwrap(parts[2]).(*object.Dict)
		if !ok {
			return u.errorf("%s kwargs argument must be a dict, not %s", op, object.TypeName(parts[2]))
		}
		kwargs = d.Items()
	}
	v, err := u.newObject(t, class, args, kwargs)
	if err == nil {
		u.push(v)
	}
	return err
}

// A plan is what one load has found out about a class.
type plan struct {
	new   starlark.Value // __new__
	plain bool           // an instance's state goes into its dict
}

func (u *unpickler) planOf(c *object.Class) (*plan, error) {
	if p := u.build[c]; p != nil {
		return p, nil
	}
	n, err := u.rt.Attr(c, "__new__")
	if err != nil {
		return nil, err
	}
	own := func(name string) bool { return c.Defines(name) && c.DefinedBy(name).User() }
	p := &plan{new: n, plain: !c.OldStyle && !c.Exception && c.HasDict() && c.Lookup("__setstate__") == nil && !own("__getattr__") && !own("__getattribute__")}
	if u.build == nil {
		u.build = make(map[*object.Class]*plan)
	}
	u.build[c] = p
	return p, nil
}

func (u *unpickler) newObject(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	p, err := u.planOf(c)
	if err != nil {
		return nil, err
	}
	return starlark.Call(t.Star, p.new, append(starlark.Tuple{c}, args...), kwargs)
}

// loadBuild gives an object its state: by __setstate__, or into its dict and
// its slots.
func (u *unpickler) loadBuild(t *object.Thread) error {
	if err := u.need(2); err != nil {
		return err
	}
	state, _ := u.pop()
	v, _ := u.top()
	if x, ok := v.(*object.Instance); ok && x.Base == nil {
		if p := u.build[x.Class()]; p != nil && p.plain && x.Dict.GetString("__setstate__") == nil {
			if d, ok := state.(*object.Dict); ok {
				return u.setDict(x.Dict, d)
			}
		}
	}
	set, err := optional(u.rt, v, "__setstate__")
	if err != nil {
		return err
	}
	if set != nil {
		_, err := t.Call(set, state)
		return err
	}
	var slots starlark.Value
	if pair, ok := object.Unwrap(state).(starlark.Tuple); ok && len(pair) == 2 {
		state, slots = pair[0], pair[1]
	}
	if state != starlark.None {
		from, ok := object.Unwrap(state).(*object.Dict)
		if !ok {
			return u.errorf("state is not a dictionary")
		}
		to, err := u.rt.Attr(v, "__dict__")
		if err != nil {
			return err
		}
		if d, ok := to.(*object.Dict); ok {
			err = u.setDict(d, from)
		} else {
			for _, kv := range from.Items() {
				if err = builtins.SetItem(t, to, kv[0], kv[1]); err != nil {
					break
				}
			}
		}
		if err != nil {
			return err
		}
	}
	if slots == nil || slots == starlark.None {
		return nil
	}
	from, ok := object.Unwrap(slots).(*object.Dict)
	if !ok {
		return u.errorf("slot state is not a dictionary")
	}
	for _, kv := range from.Items() {
		name, ok := object.AsText(kv[0])
		if !ok {
			return object.TypeError.Errorf("attribute name must be string, not '%s'", object.TypeName(kv[0]))
		}
		if err := object.SetAttr(u.rt, v, name, kv[1]); err != nil {
			return err
		}
	}
	return nil
}

// setDict puts attributes into an instance's dict, under names that are one
// object with all others of their spelling.
func (u *unpickler) setDict(to, from *object.Dict) error {
	var failed error
	from.Each(func(k, v starlark.Value) bool {
		if s, ok := k.(starlark.String); ok {
			k = starlark.String(syntax.Intern(string(s)))
		}
		failed = to.SetKey(k, v)
		return failed == nil
	})
	return failed
}
