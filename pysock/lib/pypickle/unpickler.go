package pypickle

import (
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// An unpickler is an Unpickler of a script, or one call of loads.
type unpickler struct {
	object.NoOwn
	reader
	value
	rt       *object.Runtime
	owner    *object.Instance // of a class that derives from Unpickler
	encoding string
	errors   string
	fix      bool
	buffers  starlark.Value // an iterator of them, or nil

	givenLoad starlark.Value // persistent_load, as a script has set it

	memo  unmemo
	stack []starlark.Value
	marks []int
	proto int

	// Of one load:
	persistentLoad starlark.Value
	findClass      starlark.Value // that of a script, or nil
	build          map[*object.Class]*plan
}

// An unmemo holds the objects that a pickle has numbered: those with small
// numbers by index, as a pickle may tell any number.
type unmemo struct {
	low  []starlark.Value
	high map[uint64]starlark.Value
	n    int
}

// slack is how far beyond the last object an index may be.
const slack = 1024

func (m *unmemo) put(i uint64, v starlark.Value) {
	switch {
	case i < uint64(len(m.low)):
		if m.low[i] == nil {
			m.n++
		}
		m.low[i] = v
	case i < uint64(len(m.low)+slack):
		for uint64(len(m.low)) < i {
			m.low = append(m.low, nil)
		}
		m.low = append(m.low, v)
		m.n++
	default:
		if m.high == nil {
			m.high = make(map[uint64]starlark.Value)
		}
		if m.high[i] == nil {
			m.n++
		}
		m.high[i] = v
	}
}

func (m *unmemo) get(i uint64) starlark.Value {
	if i < uint64(len(m.low)) && m.low[i] != nil {
		return m.low[i]
	}
	return m.high[i]
}

func (m *unmemo) clear() { *m = unmemo{} }

func (m *unmemo) each(f func(i uint64, v starlark.Value)) {
	for i, v := range m.low {
		if v != nil {
			f(uint64(i), v)
		}
	}
	for i, v := range m.high {
		f(i, v)
	}
}

// SetOwner tells of the instance whose Unpickler this is.
func (u *unpickler) SetOwner(x *object.Instance) { u.owner = x }

func (u *unpickler) self() starlark.Value {
	if u.owner != nil {
		return u.owner
	}
	return u
}

func (u *unpickler) errorf(format string, args ...any) error {
	return u.value.m.unpickling.Errorf(format, args...)
}

func (m *module) newUnpickler() *unpickler {
	return &unpickler{reader: reader{m: m, ahead: -1}, value: value{m, m.unpickler}, rt: m.rt, encoding: "ASCII", errors: "strict", fix: !m.py2}
}

// setFile takes the methods of a file.
func (u *unpickler) setFile(t *object.Thread, file starlark.Value) error {
	for _, x := range []struct {
		name string
		dst  *starlark.Value
	}{{"read", &u.read}, {"readline", &u.readline}, {"peek", &u.peek}, {"readinto", &u.readinto}} {
		v, err := optional(t.RT, file, x.name)
		if err != nil {
			return err
		}
		*x.dst = v
	}
	if u.read == nil || u.readline == nil {
		return object.TypeError.By("argument must have 'read' and 'readline' attributes", "file must have 'read' and 'readline' attributes")
	}
	return nil
}

// loadArgs takes the arguments of Unpickler, load and loads.
func (u *unpickler) loadArgs(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple, first ...any) error {
	var buffers starlark.Value
	dst := first
	if !u.value.m.py2 {
		if err := object.TooManyPositional(name, args, 1); err != nil {
			return err
		}
		dst = append(dst, "fix_imports", &u.fix, "encoding", &u.encoding, "errors", &u.errors, "buffers", &buffers)
	}
	if err := object.Keywords(t, name, args, kwargs, 1, dst...); err != nil {
		return err
	}
	u.buffers = nil
	if buffers != nil && buffers != starlark.None {
		it, err := t.RT.Iter(t, buffers)
		if err != nil {
			return err
		}
		u.buffers = it
	}
	return nil
}

// unpicklerInit is Unpickler(file, *, fix_imports=True, encoding="ASCII",
// errors="strict", buffers=()).
func unpicklerInit(t *object.Thread, u *unpickler, args starlark.Tuple, kwargs []starlark.Tuple) error {
	var file starlark.Value
	if err := u.loadArgs(t, "Unpickler", args, kwargs, "file", &file); err != nil {
		return err
	}
	u.memo.clear()
	u.reader = reader{m: u.reader.m, ahead: -1}
	return u.setFile(t, file)
}

// pickleLoad is load(file, *, fix_imports=True, encoding="ASCII",
// errors="strict", buffers=()).
func (m *module) pickleLoad(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var file starlark.Value
	u := m.newUnpickler()
	if err := u.loadArgs(t, "load", args, kwargs, "file", &file); err != nil {
		return nil, err
	}
	if err := u.setFile(t, file); err != nil {
		return nil, err
	}
	return u.load(t)
}

// pickleLoads is loads(data, /, *, fix_imports=True, encoding="ASCII",
// errors="strict", buffers=()).
func (m *module) pickleLoads(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var data starlark.Value
	u := m.newUnpickler()
	if len(args) == 0 && !m.py2 {
		return nil, object.TypeError.Errorf("loads() takes exactly 1 positional argument (0 given)")
	}
	if err := u.loadArgs(t, "loads", args, kwargs, "", &data); err != nil {
		return nil, err
	}
	b, err := t.Buffer("loads", 0, data)
	if err != nil {
		return nil, err
	}
	u.in = b
	if _, fixed := object.Unwrap(data).(object.BytesLike); fixed {
		u.in = append([]byte(nil), b...) // code that runs on the way may change it
	}
	return u.load(t)
}

func (m *module) unpicklerClass() *object.Class {
	c := m.newClass("Unpickler")
	c.Blank = func(t *object.Thread, _ *object.Class) starlark.Value { return m.newUnpickler() }
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		u := m.newUnpickler()
		return u, unpicklerInit(t, u, args, kwargs)
	}
	c.Methods = map[string]object.Method{
		"__init__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.None, unpicklerInit(t, self.(*unpickler), args, kwargs)
		},
		"load": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			u := self.(*unpickler)
			if err := object.NoArgs("Unpickler", "load", args, kwargs); err != nil {
				return nil, err
			}
			if u.read == nil {
				return nil, u.errorf("Unpickler.__init__() was not called by %s.__init__()", object.TypeName(u.self()))
			}
			return u.load(t)
		},
		"find_class": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var module, name string
			if err := object.Positional(t, "find_class", args, kwargs, 2, &module, &name); err != nil {
				return nil, err
			}
			return self.(*unpickler).find(t, module, name)
		},
	}
	c.Attrs = map[string]starlark.Value{
		"__new__":         object.NewFor(c),
		"persistent_load": callback(c, "persistent_load", "persistent_load must be a callable taking one argument", func(v starlark.Value) *starlark.Value { return &v.(*unpickler).givenLoad }),
		"memo": &object.Getset{Name: "memo", Of: c,
			Get: func(_ *object.Thread, self starlark.Value) (starlark.Value, error) {
				return &memoProxy{value{m, m.unpicklerMemo}, self}, nil
			},
			Set: func(t *object.Thread, self, v starlark.Value) error { return self.(*unpickler).setMemo(v) }},
	}
	return c
}

// memoDict is the memo as {number: object}.
func (u *unpickler) memoDict() starlark.Value {
	d := u.rt.NewDict(u.memo.n)
	u.memo.each(func(i uint64, v starlark.Value) { d.SetKey(starlark.MakeUint64(i), v) })
	return d
}

// setMemo is unpickler.memo = v: the memo of another unpickler, or a dict.
func (u *unpickler) setMemo(v starlark.Value) error {
	var fresh unmemo
	if x, ok := v.(*memoProxy); ok {
		if other, ok := x.of.(*unpickler); ok {
			other.memo.each(fresh.put)
			u.memo = fresh
			return nil
		}
	}
	d, ok := object.Unwrap(v).(*object.Dict)
	if v == nil {
		return object.TypeError.Errorf("attribute deletion is not supported")
	} else if !ok {
		return object.TypeError.Errorf("'memo' attribute must be an UnpicklerMemoProxy object or dict, not %s", object.TypeName(v))
	}
	for _, kv := range d.Items() {
		n, ok := kv[0].(starlark.Int)
		if !ok {
			return object.TypeError.Errorf("memo key must be integers")
		}
		i, ok := n.Uint64()
		if !ok {
			return object.ValueError.Errorf("memo key must be positive integers.")
		}
		fresh.put(i, kv[1])
	}
	u.memo = fresh
	return nil
}

// load reads one pickle.
func (u *unpickler) load(t *object.Thread) (starlark.Value, error) {
	u.persistentLoad, u.findClass = u.givenLoad, nil
	if u.owner != nil {
		var err error
		if u.persistentLoad, err = optional(u.rt, u.owner, "persistent_load"); err != nil {
			return nil, err
		}
		f, err := u.rt.Attr(u.owner, "find_class")
		if err != nil {
			return nil, err
		}
		if own, ok := f.(*object.Func); !ok || own.Self != starlark.Value(u) {
			u.findClass = f
		}
	}
	u.stack, u.marks, u.proto = u.stack[:0], u.marks[:0], 0
	v, err := u.run(t)
	u.stack, u.marks, u.build = nil, nil, nil
	if u.read != nil && u.ahead >= 0 {
		if err2 := u.skip(t); err == nil {
			err = err2
		}
	}
	if err != nil {
		return nil, err
	}
	return v, nil
}

var (
	_ object.Typed = (*unpickler)(nil)
	_ object.Owned = (*unpickler)(nil)
)

// String returns the repr.
func (u *unpickler) String() string { return u.repr(u) }

// Hash returns a hash of the identity.
func (u *unpickler) Hash() (uint32, error) { return uint32(object.ID(u) >> 4), nil }

// Attr is u.name.
func (u *unpickler) Attr(name string) (starlark.Value, error) { return object.BindAttr(u, name) }

// find is find_class(module, name): a global of a module that is imported.
func (u *unpickler) find(t *object.Thread, module, name string) (starlark.Value, error) {
	if u.fix && u.proto < 3 {
		var err error
		if module, name, err = renamed(u.rt, "", module, name); err != nil {
			return nil, err
		}
	}
	m, err := u.rt.Import(t, module)
	if err != nil {
		return nil, err
	}
	if u.value.m.py2 {
		return u.rt.Attr(m, name)
	}
	path := []string{name}
	if u.proto >= 4 {
		if strings.Contains(name, "<locals>") {
			if _, err := dottedPath(u.rt, m, name); err != nil {
				return nil, err
			}
		}
		path = strings.Split(name, ".")
	}
	v, _, err := deepAttribute(u.rt, m, path)
	if err != nil && object.Is(err, object.AttributeError, u.rt.Dialect) {
		return nil, object.AttributeError.Errorf("Can't get attribute %s on %s", u.rt.Repr(u.rt.Str(name)), u.rt.Repr(m))
	}
	return v, err
}
