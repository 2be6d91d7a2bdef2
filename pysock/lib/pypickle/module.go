// Package pypickle is Python's module pickle, with _pickle and cPickle, which
// are the same one here: protocols 0 to 5, and 0 to 2 in Python 2.
//
// What it writes is what CPython's _pickle writes, opcode by opcode, memo
// numbers and frames included; in Python 2 what its module pickle writes.
// Sets are the exception, as far as the order in which they are walked differs.
// (PEP 307, 3154, 574; the comments of pickletools.py.)
//
//	opcode.go    the opcodes
//	pickler.go   Pickler, dump, dumps
//	save.go      objects -> opcodes: containers
//	atoms.go     ... numbers, bytes, texts
//	reduce.go    ... calls
//	global.go    ... names
//	memo.go      ... what is there already
//	writer.go    the bytes, in frames
//	unpickler.go Unpickler, load, loads
//	load.go      opcodes -> objects
//	build.go     ... calls, names, states
//	reader.go    the bytes
//	buffer.go    PickleBuffer
package pypickle

import (
	"fmt"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const doc = "Objects as bytes, and back again."

// A module is what the modules of one runtime have in common.
type module struct {
	rt                           *object.Runtime
	py2                          bool
	pickler, unpickler, buffer   *object.Class
	picklerMemo, unpicklerMemo   *object.Class
	pickle, pickling, unpickling *object.Kind
	functionModules              map[string]starlark.Value
	common                       []*object.Func // dump, dumps, load, loads
}

var (
	error3      = object.NewKind("_pickle", "PickleError", nil, object.Exc)
	pickling3   = object.NewKind("_pickle", "PicklingError", nil, error3)
	unpickling3 = object.NewKind("_pickle", "UnpicklingError", nil, error3)

	error2        = object.NewKind("pickle", "PickleError", object.Exc, nil)
	pickling2     = object.NewKind("pickle", "PicklingError", error2, nil)
	unpickling2   = object.NewKind("pickle", "UnpicklingError", error2, nil)
	unpickleable2 = object.NewKind("cPickle", "UnpickleableError", pickling2, nil)
	badGet2       = object.NewKind("cPickle", "BadPickleGet", unpickling2, nil)
)

type moduleKey struct{}

func of(rt *object.Runtime) *module {
	return rt.Local(moduleKey{}, func() any {
		m := &module{rt: rt, py2: rt.Dialect == syntax.Python2, pickle: error3, pickling: pickling3, unpickling: unpickling3}
		if m.py2 {
			m.pickle, m.pickling, m.unpickling = error2, pickling2, unpickling2
		}
		where := "_pickle"
		if m.py2 {
			where = "pickle"
		}
		for _, d := range []object.Def{
			{Name: "dump", F: m.pickleDump},
			{Name: "dumps", F: m.pickleDumps},
			{Name: "load", F: m.pickleLoad},
			{Name: "loads", F: m.pickleLoads},
		} {
			m.common = append(m.common, &object.Func{FuncName: d.Name, Module: where, Function: d.F})
		}
		m.pickler, m.unpickler = m.picklerClass(), m.unpicklerClass()
		m.picklerMemo = m.memoClass("PicklerMemoProxy",
			func(v starlark.Value) { v.(*pickler).memo.clear() },
			func(v starlark.Value) starlark.Value { return v.(*pickler).memoDict() })
		m.unpicklerMemo = m.memoClass("UnpicklerMemoProxy",
			func(v starlark.Value) { v.(*unpickler).memo.clear() },
			func(v starlark.Value) starlark.Value { return v.(*unpickler).memoDict() })
		if !m.py2 {
			m.buffer = m.bufferClass()
		}
		return m
	}).(*module)
}

// newClass returns a class of the module.
func (m *module) newClass(name string) *object.Class {
	module := "_pickle"
	if m.py2 {
		module = "pickle"
	}
	c := object.NewClass(module, name, object.TypesOf(m.rt.Dialect).Object)
	c.Static = true
	return c
}

// fill gives a module what all of them have.
func (m *module) fill(names *object.Module) *object.Module {
	d := m.rt.Dialect
	for _, f := range m.common {
		names.Set(f.FuncName, f)
	}
	names.Set("PickleError", m.pickle.Class(d))
	names.Set("PicklingError", m.pickling.Class(d))
	names.Set("UnpicklingError", m.unpickling.Class(d))
	names.Set("Pickler", m.pickler)
	names.Set("Unpickler", m.unpickler)
	if m.buffer != nil {
		names.Set("PickleBuffer", m.buffer)
	}
	return names
}

// NewC returns module _pickle.
func NewC(rt *object.Runtime) *object.Module {
	m := of(rt)
	return m.fill(object.NewModule(rt, "_pickle", doc, nil))
}

// NewC2 returns Python 2's module cPickle.
func NewC2(rt *object.Runtime) *object.Module {
	m := of(rt)
	names := m.fill(object.NewModule(rt, "cPickle", doc, nil))
	names.Set("UnpickleableError", unpickleable2.Class(rt.Dialect))
	names.Set("BadPickleGet", badGet2.Class(rt.Dialect))
	names.Set("HIGHEST_PROTOCOL", starlark.MakeInt(2))
	names.Set("format_version", rt.Str("2.0"))
	names.Set("compatible_formats", m.formats())
	names.Set("__version__", rt.Str("1.71"))
	return names
}

// formats are the versions that are understood, those of the protocols among
// them.
func (m *module) formats() starlark.Value {
	list := []string{"1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"}
	if m.py2 {
		list = list[:5]
	}
	elems := make([]starlark.Value, len(list))
	for i, s := range list {
		elems[i] = m.rt.Str(s)
	}
	return m.rt.List(elems)
}

// New returns module pickle.
func New(rt *object.Runtime) *object.Module {
	m := of(rt)
	names := m.fill(object.NewModule(rt, "pickle", doc, []object.Def{
		{Name: "encode_long", F: encodeLongArg},
		{Name: "decode_long", F: decodeLongArg},
		{Name: "whichmodule", F: m.whichmodule},
	}))
	all := []string{"PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads"}
	protocols, version := 5, "4.0"
	if m.py2 {
		protocols, version = 2, "2.0"
		names.Set("BooleanType", object.TypesOf(rt.Dialect).Bool)
	} else {
		names.Set("DEFAULT_PROTOCOL", starlark.MakeInt(4))
		names.Set("bytes_types", starlark.Tuple{object.TypesOf(rt.Dialect).Bytes, object.TypesOf(rt.Dialect).Bytearray})
		// What other modules know as the implementation in Python is this one.
		names.Set("_Pickler", m.pickler)
		names.Set("_Unpickler", m.unpickler)
		for _, f := range m.common {
			names.Set("_"+f.FuncName, f)
		}
		all = append(all, "PickleBuffer")
	}
	names.Set("HIGHEST_PROTOCOL", starlark.MakeInt(protocols))
	names.Set("format_version", rt.Str(version))
	names.Set("compatible_formats", m.formats())
	for i := range protocols + 1 {
		for _, o := range opcodeNames[i] {
			names.Set(o.name, rt.Bytes([]byte{o.code}))
			all = append(all, o.name)
		}
	}
	names.Set("TRUE", rt.Bytes([]byte("I01\n")))
	names.Set("FALSE", rt.Bytes([]byte("I00\n")))
	elems := make([]starlark.Value, len(all))
	for i, s := range all {
		elems[i] = rt.Str(s)
	}
	names.Set("__all__", rt.List(elems))
	return names
}

// encodeLongArg is encode_long(x): the bytes of an int in two's complement.
func encodeLongArg(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "pickle", "encode_long", args, kwargs, &v); err != nil {
		return nil, err
	}
	n, ok, err := object.AsIndex(v)
	if err == nil && !ok {
		err = object.TypeError.Errorf("an integer is required, not %s", object.TypeName(v))
	}
	if err != nil {
		return nil, err
	}
	return t.RT.Bytes(encodeLong(n.BigInt())), nil
}

// decodeLongArg is decode_long(data), its inverse.
func decodeLongArg(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var b []byte
	if err := object.OneArg(t, "pickle", "decode_long", args, kwargs, &b); err != nil {
		return nil, err
	}
	n := decodeLong(b)
	if t.RT.Dialect == syntax.Python2 {
		return object.NewLong(n), nil
	}
	return n, nil
}

// whichmodule is whichmodule(obj, name): where a global is found.
func (m *module) whichmodule(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	var name string
	if err := object.Positional(t, "whichmodule", args, kwargs, 2, &v, &name); err != nil {
		return nil, err
	}
	s, err := m.newPickler(nil).moduleOf(t, v, name)
	return t.RT.Str(s), err
}

// A value is what the module's objects have in common.
type value struct {
	m     *module
	class *object.Class
}

func (v *value) Class() *object.Class { return v.class }
func (v *value) Type() string         { return v.class.TypeName() }
func (v *value) Freeze()              {}
func (v *value) Truth() starlark.Bool { return true }
func (v *value) AttrNames() []string  { return v.class.AttrNames() }

func (v *value) repr(self starlark.Value) string {
	return fmt.Sprintf("<%s object at 0x%x>", v.class.QualifiedName(), object.ID(self))
}
