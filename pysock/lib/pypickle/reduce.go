package pypickle

import (
	"encoding/binary"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// What is written as a call that makes it again, or as a name.

// saveOther saves what has no opcode of its own.
func (p *pickler) saveOther(t *object.Thread, v starlark.Value) error {
	if p.override != nil {
		r, err := t.Call(p.override, v)
		if err != nil {
			return err
		}
		if r != object.NotImplemented {
			return p.saveReduced(r, v)
		}
	}
	ts := object.TypesOf(p.rt.Dialect)
	class := p.rt.ClassOf(v)
	switch x := v.(type) {
	case *object.Class:
		if class == ts.Type || class.ClassName == "classobj" {
			return p.saveType(x)
		}
	case *starlark.Function:
		return p.saveGlobal(t, v, nil)
	case *object.Instance:
		if x.Class().OldStyle {
			return p.saveOldInstance(t, x)
		}
	}
	reduce, err := p.reducer(class)
	if err != nil {
		return err
	}
	var r starlark.Value
	switch {
	case reduce != nil:
		r, err = t.Call(reduce, v)
	case class.IsSubclass(ts.Type):
		return p.saveGlobal(t, v, nil)
	case p.py2 && class == ts.Builtin:
		return p.saveGlobal(t, v, nil)
	default:
		r, err = builtins.ReduceEx(t, v, p.proto)
	}
	if err != nil {
		return err
	}
	return p.saveReduced(r, v)
}

// reducer is what the dispatch table has for a class: the pickler's own, or
// copyreg's.
func (p *pickler) reducer(class *object.Class) (starlark.Value, error) {
	if p.dispatch == nil {
		d, err := p.copyreg("dispatch_table")
		if err != nil {
			return nil, err
		}
		p.dispatch = d
	}
	if d, ok := p.dispatch.(*object.Dict); ok {
		return d.Lookup(class)
	}
	v, err := p.rt.GetItem(p.dispatch, class)
	if err != nil && object.Is(err, object.LookupError, p.rt.Dialect) {
		return nil, nil
	}
	return v, err
}

// copyreg is an attribute of module copyreg.
func (p *pickler) copyreg(name string) (starlark.Value, error) {
	if p.py2 {
		return p.global("copy_reg", name)
	}
	return p.global("copyreg", name)
}

// global is module.name.
func (p *pickler) global(module, name string) (starlark.Value, error) {
	m, err := p.rt.Import(p.rt.Current(), module)
	if err != nil {
		return nil, err
	}
	return p.rt.Attr(m, name)
}

// saveReduced saves v by what its __reduce__ returned.
func (p *pickler) saveReduced(r, v starlark.Value) error {
	switch x := object.Unwrap(r).(type) {
	case starlark.Tuple:
		return p.saveReduce(x, v)
	default:
		if name, ok := object.AsText(x); ok {
			return p.saveGlobal(p.rt.Current(), v, starlark.String(name))
		}
	}
	return p.errorf("__reduce__ must return a string or tuple")
}

// saveReduce saves the call r = (function, arguments[, state[, list items[,
// dict items[, state setter]]]]). v, if not nil, is what it makes.
func (p *pickler) saveReduce(r starlark.Tuple, v starlark.Value) error {
	if len(r) < 2 || len(r) > 6 {
		return p.errorf("tuple returned by __reduce__ must contain 2 through 6 elements")
	}
	t := p.rt.Current()
	part := func(i int) starlark.Value {
		if i >= len(r) || r[i] == starlark.None {
			return nil
		}
		return r[i]
	}
	fn, state, lists, dicts, setter := r[0], part(2), part(3), part(4), part(5)
	args, ok := object.Unwrap(r[1]).(starlark.Tuple)
	switch {
	case !object.Callable(fn):
		return p.errorf("first item of the tuple returned by __reduce__ must be callable")
	case !ok:
		return p.errorf("second item of the tuple returned by __reduce__ must be a tuple")
	case lists != nil && !builtins.IsIterator(t, lists):
		return p.errorf("fourth element of the tuple returned by __reduce__ must be an iterator, not %s", object.TypeName(lists))
	case dicts != nil && !builtins.IsIterator(t, dicts):
		return p.errorf("fifth element of the tuple returned by __reduce__ must be an iterator, not %s", object.TypeName(dicts))
	case setter != nil && !object.Callable(setter):
		return p.errorf("sixth element of the tuple returned by __reduce__ must be a function, not %s", object.TypeName(setter))
	}
	if err := p.saveCall(t, fn, r[1], args, v); err != nil {
		return err
	}
	if v != nil {
		if i, ok := p.memo.find(v); ok { // an argument has led back to it
			p.op(opPop)
			p.recall(i)
			return nil
		}
		if err := p.memoize(v); err != nil {
			return err
		}
	}
	if lists != nil {
		next, err := builtins.Pull(t, lists)
		if err == nil {
			err = p.appendBatches(func() (starlark.Value, error) { return next(t) })
		}
		if err != nil {
			return err
		}
	}
	if dicts != nil {
		next, err := builtins.Pull(t, dicts)
		if err == nil {
			err = p.setBatches(func() (starlark.Value, error) { return next(t) })
		}
		if err != nil {
			return err
		}
	}
	switch {
	case state == nil:
		return nil
	case setter == nil:
		if err := p.save(state); err != nil {
			return err
		}
		p.op(opBuild)
		return nil
	}
	for _, x := range []starlark.Value{setter, v, state} {
		if err := p.save(x); err != nil {
			return err
		}
	}
	p.op(opTuple2, opReduce, opPop)
	return nil
}

// saveCall saves fn(*args), which makes v. Protocol 2 has an opcode for calls of
// copyreg.__newobj__, and protocol 4 for those of copyreg.__newobj_ex__. given
// is args as it was, an instance of a class perhaps.
func (p *pickler) saveCall(t *object.Thread, fn, given starlark.Value, args starlark.Tuple, v starlark.Value) error {
	name := ""
	if p.proto >= 2 {
		name = functionName(p.rt, fn)
	}
	switch name {
	case "__newobj__":
		if len(args) < 1 {
			return p.errorf("__newobj__ arglist is empty")
		}
		if _, ok := args[0].(*object.Class); !ok {
			return p.errorf("args[0] from __newobj__ args is not a type")
		}
		if v != nil {
			if c, err := p.rt.Attr(v, "__class__"); err == nil && c != args[0] {
				return p.errorf("args[0] from __newobj__ args has the wrong class")
			}
		}
		if err := p.saveAll(args[0], args[1:]); err != nil {
			return err
		}
		p.op(opNewObj)
		return nil
	case "__newobj_ex__":
		if len(args) != 3 {
			return p.errorf("length of the NEWOBJ_EX argument tuple must be exactly 3, not %d", len(args))
		}
		more, isTuple := object.Unwrap(args[1]).(starlark.Tuple)
		kwargs, isDict := object.Unwrap(args[2]).(*object.Dict)
		if _, ok := args[0].(*object.Class); !ok {
			return p.errorf("first item from NEWOBJ_EX argument tuple must be a class, not %s", object.TypeName(args[0]))
		} else if !isTuple {
			return p.errorf("second item from NEWOBJ_EX argument tuple must be a tuple, not %s", object.TypeName(args[1]))
		} else if !isDict {
			return p.errorf("third item from NEWOBJ_EX argument tuple must be a dict, not %s", object.TypeName(args[2]))
		}
		if p.proto >= 4 {
			if err := p.saveAll(args...); err != nil {
				return err
			}
			p.op(opNewObjEx)
			return nil
		}
		partial, err := p.partialNew(t, args[0], more, kwargs)
		if err != nil {
			return err
		}
		fn, given = partial, starlark.Tuple{}
	}
	if err := p.saveAll(fn, given); err != nil {
		return err
	}
	p.op(opReduce)
	return nil
}

func (p *pickler) saveAll(values ...starlark.Value) error {
	for _, v := range values {
		if err := p.save(v); err != nil {
			return err
		}
	}
	return nil
}

// functionName is fn.__name__.
func functionName(rt *object.Runtime, fn starlark.Value) string {
	v, err := rt.Attr(fn, "__name__")
	if err != nil {
		return ""
	}
	s, _ := object.AsText(v)
	return s
}

// partialNew is functools.partial(cls.__new__, cls, *args, **kwargs), which is
// how protocols below 4 write arguments that have names.
func (p *pickler) partialNew(t *object.Thread, cls starlark.Value, args starlark.Tuple, kwargs *object.Dict) (starlark.Value, error) {
	partial, err := p.global("functools", "partial")
	if err != nil {
		return nil, err
	}
	n, err := p.rt.Attr(cls, "__new__")
	if err != nil {
		return nil, err
	}
	return starlark.Call(t.Star, partial, append(starlark.Tuple{n, cls}, args...), kwargs.Items())
}

// saveType saves a class; those of the singletons have no names, and are written
// as type(None) and so on.
func (p *pickler) saveType(c *object.Class) error {
	ts := object.TypesOf(p.rt.Dialect)
	singletons := map[*object.Class]starlark.Value{ts.None: starlark.None, ts.NotImplemented: object.NotImplemented, ts.Ellipsis: object.Ellipsis}
	if v, ok := singletons[c]; ok && !p.py2 {
		return p.saveReduce(starlark.Tuple{ts.Type, starlark.Tuple{v}}, c)
	}
	return p.saveGlobal(p.rt.Current(), c, nil)
}

// saveOldInstance saves an instance of a class that has no base, in Python 2.
func (p *pickler) saveOldInstance(t *object.Thread, x *object.Instance) error {
	var args []starlark.Value
	if m := object.SpecialMethod(x, "__getinitargs__"); m != nil {
		v, err := t.Call(m)
		if err != nil {
			return err
		}
		if args, err = object.Elements(t, v); err != nil {
			return err
		}
		p.keepAlive()
	}
	p.op(opMark)
	class := x.Class()
	if p.proto > 0 {
		if err := p.save(class); err != nil {
			return err
		}
	}
	if err := p.saveAll(args...); err != nil {
		return err
	}
	if p.proto > 0 {
		p.op(opObj)
	} else {
		module, err := p.moduleOf(t, class, class.ClassName)
		if err != nil {
			return err
		}
		p.text(opInst, module)
		p.out = append(append(p.out, class.ClassName...), '\n')
	}
	if err := p.memoize(x); err != nil {
		return err
	}
	var state starlark.Value = x.Dict
	if m := object.SpecialMethod(x, "__getstate__"); m != nil {
		var err error
		if state, err = t.Call(m); err != nil {
			return err
		}
		p.keepAlive()
	}
	if err := p.save(state); err != nil {
		return err
	}
	p.op(opBuild)
	return nil
}

// saveExtension writes the number that copyreg.add_extension gave to a name.
func (p *pickler) saveExtension(v starlark.Value, module, name string) (bool, error) {
	registry, err := p.copyreg("_extension_registry")
	if err != nil {
		return false, err
	}
	d, ok := registry.(*object.Dict)
	if !ok || d.Len() == 0 {
		return false, nil
	}
	code, err := d.Lookup(starlark.Tuple{p.rt.Str(module), p.rt.Str(name)})
	if code == nil || err != nil {
		return false, err
	}
	i, ok := code.(starlark.Int)
	if !ok {
		return true, p.errorf("Can't pickle %s: extension code %s isn't an integer", p.rt.Repr(v), p.rt.Repr(code))
	}
	n, ok := i.Int64()
	switch {
	case !ok || n <= 0 || n > 0x7fffffff:
		return true, p.errorf("Can't pickle %s: extension code %s is out of range", p.rt.Repr(v), i)
	case n <= 0xff:
		p.op(opExt1, byte(n))
	case n <= 0xffff:
		p.op(opExt2, byte(n), byte(n>>8))
	default:
		p.op(binary.LittleEndian.AppendUint32([]byte{opExt4}, uint32(n))...)
	}
	return true, nil
}
