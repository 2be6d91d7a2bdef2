package pypickle

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A pickler is a Pickler of a script, or one call of dumps.
type pickler struct {
	object.NoOwn
	writer
	value
	rt         *object.Runtime
	owner      *object.Instance // of a class that derives from Pickler
	py2        bool
	proto      int
	fast       bool
	fixImports bool
	buffers    starlark.Value // buffer_callback, or nil
	memo       memo
	base       int  // the first number of the memo
	kept       bool // see keepAlive

	givenID       starlark.Value // persistent_id, as a script has set it
	givenDispatch starlark.Value // dispatch_table, as a script has set it

	// Of one dump:
	persistentID starlark.Value
	override     starlark.Value // reducer_override
	dispatch     starlark.Value
	depth, limit int
	nested       int
	open         map[object.Identity]bool
}

func (p *pickler) errorf(format string, args ...any) error {
	return p.m.pickling.Errorf(format, args...)
}

// SetOwner tells of the instance whose Pickler this is.
func (p *pickler) SetOwner(x *object.Instance) { p.owner = x }

// self is what a script sees.
func (p *pickler) self() starlark.Value {
	if p.owner != nil {
		return p.owner
	}
	return p
}

// optional is an attribute that need not be there.
func optional(rt *object.Runtime, v starlark.Value, name string) (starlark.Value, error) {
	x, err := rt.Attr(v, name)
	if err != nil && object.Is(err, object.AttributeError, rt.Dialect) {
		return nil, nil
	}
	return x, err
}

// configure takes protocol, fix_imports and buffer_callback.
func (p *pickler) configure(t *object.Thread, protocol starlark.Value, fixImports bool, buffers starlark.Value) error {
	highest, usual := 5, 4
	if p.py2 {
		highest, usual = 2, 0
	}
	p.proto = usual
	if protocol != nil && protocol != starlark.None {
		n, err := t.Int(protocol)
		if err != nil {
			return err
		}
		switch {
		case n < 0:
			n = int64(highest)
		case n > int64(highest):
			return object.ValueError.Errorf("pickle protocol must be <= %d", highest)
		}
		p.proto = int(n)
	}
	p.fixImports = fixImports && !p.py2
	if buffers != nil && buffers != starlark.None {
		if p.proto < 5 {
			return object.ValueError.Errorf("buffer_callback needs protocol >= 5")
		}
		p.buffers = buffers
	}
	return nil
}

// dump writes v and hands it over to the file.
func (p *pickler) dump(t *object.Thread, v starlark.Value) error {
	p.persistentID, p.dispatch, p.override = p.givenID, p.givenDispatch, nil
	if p.owner != nil {
		for _, a := range []struct {
			name string
			dst  *starlark.Value
		}{{"persistent_id", &p.persistentID}, {"dispatch_table", &p.dispatch}, {"reducer_override", &p.override}} {
			x, err := optional(p.rt, p.owner, a.name)
			if err != nil {
				return err
			}
			*a.dst = x
		}
	}
	p.depth, p.limit, p.nested, p.open = 0, p.rt.RecursionLimit(), 0, nil
	p.frame, p.framing, p.out = -1, false, p.out[:0]
	if p.proto >= 2 {
		p.op(opProto, byte(p.proto))
		p.framing = p.proto >= 4
	}
	if err := p.save(v); err != nil {
		return err
	}
	p.op(opStop)
	p.commit()
	return p.flush(t)
}

func (m *module) newPickler(write starlark.Value) *pickler {
	return &pickler{writer: newWriter(write), value: value{m, m.pickler}, rt: m.rt, py2: m.py2}
}

// writeOf is the method write of a file.
func writeOf(t *object.Thread, file starlark.Value) (starlark.Value, error) {
	w, err := optional(t.RT, file, "write")
	if err == nil && w == nil {
		err = object.TypeError.By("argument must have 'write' attribute", "file must have a 'write' attribute")
	}
	return w, err
}

// picklerInit is Pickler(file, protocol=None, *, fix_imports=True,
// buffer_callback=None).
func picklerInit(t *object.Thread, p *pickler, args starlark.Tuple, kwargs []starlark.Tuple) error {
	var file, protocol, buffers starlark.Value
	fix := true
	var err error
	if p.py2 {
		err = object.Keywords(t, "Pickler", args, kwargs, 1, "file", &file, "protocol", &protocol)
	} else if err = object.TooManyPositional("Pickler", args, 2); err == nil {
		err = object.Keywords(t, "Pickler", args, kwargs, 1, "file", &file, "protocol", &protocol, "fix_imports", &fix, "buffer_callback", &buffers)
	}
	if err != nil {
		return err
	}
	if err := p.configure(t, protocol, fix, buffers); err != nil {
		return err
	}
	p.memo.clear()
	p.fast = false
	p.write, err = writeOf(t, file)
	return err
}

func (m *module) picklerClass() *object.Class {
	c := m.newClass("Pickler")
	c.Blank = func(t *object.Thread, _ *object.Class) starlark.Value { return m.newPickler(nil) }
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		p := m.newPickler(nil)
		return p, picklerInit(t, p, args, kwargs)
	}
	c.Methods = map[string]object.Method{
		"__init__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.None, picklerInit(t, self.(*pickler), args, kwargs)
		},
		"dump": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var v starlark.Value
			if err := object.OneArg(t, "Pickler", "dump", args, kwargs, &v); err != nil {
				return nil, err
			}
			p := self.(*pickler)
			if p.write == nil {
				return nil, p.errorf("Pickler.__init__() was not called by %s.__init__()", object.TypeName(p.self()))
			}
			return starlark.None, p.dump(t, v)
		},
		"clear_memo": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			p := self.(*pickler)
			p.memo.clear()
			p.kept, p.base = false, 0
			return starlark.None, object.NoArgs("Pickler", "clear_memo", args, kwargs)
		},
	}
	integer := func(name string, get func(p *pickler) int, set func(p *pickler, n int)) starlark.Value {
		return &object.Getset{Name: name, Of: c, Member: true,
			Get: func(_ *object.Thread, self starlark.Value) (starlark.Value, error) {
				return starlark.MakeInt(get(self.(*pickler))), nil
			},
			Set: func(t *object.Thread, self, v starlark.Value) error {
				if v == nil {
					return object.TypeError.Errorf("can't delete numeric/char attribute")
				}
				n, err := t.Int(v)
				if err == nil {
					set(self.(*pickler), int(n))
				}
				return err
			}}
	}
	c.Attrs = map[string]starlark.Value{
		"__new__": object.NewFor(c),
		"bin": integer("bin", func(p *pickler) int { return min(p.proto, 1) }, func(p *pickler, n int) {
			if n == 0 || p.proto == 0 {
				p.proto = min(n, 1)
			}
		}),
		"fast": integer("fast", func(p *pickler) int {
			if p.fast {
				return 1
			}
			return 0
		}, func(p *pickler, n int) { p.fast = n != 0 }),
		"dispatch_table": &object.Getset{Name: "dispatch_table", Of: c, Member: true,
			Get: func(_ *object.Thread, self starlark.Value) (starlark.Value, error) {
				return self.(*pickler).givenDispatch, nil
			},
			Set: func(_ *object.Thread, self, v starlark.Value) error {
				p := self.(*pickler)
				if v == nil && p.givenDispatch == nil {
					return object.AttributeError.Errorf("dispatch_table")
				}
				p.givenDispatch = v
				return nil
			}},
		"persistent_id": callback(c, "persistent_id", "persistent_id must be a callable taking one argument", func(v starlark.Value) *starlark.Value { return &v.(*pickler).givenID }),
		"memo": &object.Getset{Name: "memo", Of: c,
			Get: func(_ *object.Thread, self starlark.Value) (starlark.Value, error) {
				return &memoProxy{value{m, m.picklerMemo}, self}, nil
			},
			Set: func(t *object.Thread, self, v starlark.Value) error { return self.(*pickler).setMemo(v) }},
	}
	return c
}

// callback is an attribute that is a function of the script's, and is missing
// until it is set.
func callback(c *object.Class, name, wrong string, at func(v starlark.Value) *starlark.Value) starlark.Value {
	return &object.Getset{Name: name, Of: c,
		Get: func(_ *object.Thread, self starlark.Value) (starlark.Value, error) {
			if f := *at(self); f != nil {
				return f, nil
			}
			return nil, object.AttributeError.Errorf("%s", name)
		},
		Set: func(_ *object.Thread, self, v starlark.Value) error {
			switch {
			case v == nil:
				return object.TypeError.Errorf("attribute deletion is not supported")
			case !object.Callable(v):
				return object.TypeError.Errorf("%s", wrong)
			}
			*at(self) = v
			return nil
		}}
}

// dumpArgs takes what dump and dumps have in common, after n arguments more.
func (m *module) dumpArgs(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple, first ...any) (*pickler, error) {
	p := m.newPickler(nil)
	var protocol, buffers starlark.Value
	fix := true
	dst := append(first, "protocol", &protocol)
	if !m.py2 {
		if err := object.TooManyPositional(name, args, len(first)/2+1); err != nil {
			return nil, err
		}
		dst = append(dst, "fix_imports", &fix, "buffer_callback", &buffers)
	}
	if err := object.Keywords(t, name, args, kwargs, len(first)/2, dst...); err != nil {
		return nil, err
	}
	return p, p.configure(t, protocol, fix, buffers)
}

// pickleDump is dump(obj, file, protocol=None, *, fix_imports=True,
// buffer_callback=None).
func (m *module) pickleDump(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v, file starlark.Value
	p, err := m.dumpArgs(t, "dump", args, kwargs, "obj", &v, "file", &file)
	if err != nil {
		return nil, err
	}
	if p.write, err = writeOf(t, file); err != nil {
		return nil, err
	}
	return starlark.None, p.dump(t, v)
}

// pickleDumps is dumps(obj, protocol=None, *, fix_imports=True,
// buffer_callback=None).
func (m *module) pickleDumps(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	p, err := m.dumpArgs(t, "dumps", args, kwargs, "obj", &v)
	if err != nil {
		return nil, err
	}
	if err := p.dump(t, v); err != nil {
		return nil, err
	}
	return t.RT.Bytes(p.out), nil
}

// saveBuffer saves a PickleBuffer, in the stream or beside it.
func (p *pickler) saveBuffer(t *object.Thread, b *buffer) error {
	if p.proto < 5 {
		return p.errorf("PickleBuffer can only be pickled with protocol >= 5")
	}
	bytes, writable, err := b.bytes()
	if err != nil {
		return err
	}
	if p.buffers != nil {
		v, err := t.Call(p.buffers, b)
		if err != nil {
			return err
		}
		inBand, err := builtins.IsTrue(t, v)
		if err != nil {
			return err
		}
		if !inBand {
			p.op(opNextBuffer)
			if !writable {
				p.op(opReadonlyBuffer)
			}
			return nil
		}
	}
	if writable {
		return p.bytearrayData(string(bytes), b)
	}
	return p.bytesData(string(bytes), b, nil)
}

// A memoProxy is the attribute memo of a Pickler or an Unpickler.
type memoProxy struct {
	value
	of starlark.Value
}

var _ object.Typed = (*memoProxy)(nil)

// String returns the repr.
func (x *memoProxy) String() string { return x.repr(x) }

// Hash returns a hash of the identity.
func (x *memoProxy) Hash() (uint32, error) { return uint32(object.ID(x) >> 4), nil }

// Attr is x.name.
func (x *memoProxy) Attr(name string) (starlark.Value, error) { return object.BindAttr(x, name) }

// memoClass makes the class of proxies; copy returns a memo as a dict.
func (m *module) memoClass(name string, clear func(v starlark.Value), copy func(v starlark.Value) starlark.Value) *object.Class {
	c := m.newClass(name)
	c.Methods = map[string]object.Method{
		"clear": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			clear(self.(*memoProxy).of)
			return starlark.None, object.NoArgs(name, "clear", args, kwargs)
		},
		"copy": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return copy(self.(*memoProxy).of), object.NoArgs(name, "copy", args, kwargs)
		},
		"__reduce__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.Tuple{object.TypesOf(t.RT.Dialect).Dict, starlark.Tuple{copy(self.(*memoProxy).of)}}, nil
		},
	}
	return c
}

// memoDict is the memo as {id: (number, object)}.
func (p *pickler) memoDict() starlark.Value {
	d := p.rt.NewDict(len(p.memo.list))
	for _, x := range p.memo.list {
		d.SetKey(starlark.MakeUint64(object.ID(x.v)), starlark.Tuple{starlark.MakeInt(x.n), x.v})
	}
	return d
}

// setMemo is pickler.memo = v: the memo of another pickler, or a dict.
func (p *pickler) setMemo(v starlark.Value) error {
	if x, ok := v.(*memoProxy); ok {
		if q, ok := x.of.(*pickler); ok {
			p.memo = q.memo.copy()
			return nil
		}
	}
	d, ok := object.Unwrap(v).(*object.Dict)
	if v == nil {
		return object.TypeError.Errorf("attribute deletion is not supported")
	} else if !ok {
		return object.TypeError.Errorf("'memo' attribute must be a PicklerMemoProxy object or dict, not %s", object.TypeName(v))
	}
	var fresh memo
	for _, kv := range d.Items() {
		pair, ok := kv[1].(starlark.Tuple)
		if !ok || len(pair) != 2 {
			return object.TypeError.Errorf("'memo' values must be 2-item tuples")
		}
		i, err := p.rt.Current().Int(pair[0])
		if err != nil {
			return err
		}
		fresh.put(pair[1], int(i))
	}
	p.memo = fresh
	return nil
}

var (
	_ object.Typed = (*pickler)(nil)
	_ object.Owned = (*pickler)(nil)
)

// String returns the repr.
func (p *pickler) String() string { return p.repr(p) }

// Hash returns a hash of the identity.
func (p *pickler) Hash() (uint32, error) { return uint32(object.ID(p) >> 4), nil }

// Attr is p.name.
func (p *pickler) Attr(name string) (starlark.Value, error) { return object.BindAttr(p, name) }
