package pyarray

import (
	"bytes"
	"encoding/binary"
	"maps"
	"unsafe"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

func newClass(rt *object.Runtime) *object.Class {
	ts := object.TypesOf(rt.Dialect)
	c := object.NewClass("array", "array", ts.Object)
	c.Sequence = true
	c.Static = true
	k := &kind{class: c}
	c.Doc = "array(typecode[, initializer]): a row of numbers of one type."
	c.Attrs = map[string]starlark.Value{"__new__": object.NewFor(c)}
	c.New = func(t *object.Thread, as *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(kwargs) > 0 && as == c { // else they are for __init__
			return nil, object.TypeError.By("array.array() does not take keyword arguments", "array.array() takes no keyword arguments")
		}
		return newArray(t, k, args)
	}
	c.Getters = map[string]func(starlark.Value) (starlark.Value, error){
		"itemsize": func(v starlark.Value) (starlark.Value, error) { return starlark.MakeInt(v.(*array).Size), nil },
		"typecode": func(v starlark.Value) (starlark.Value, error) {
			return starlark.String(string(v.(*array).Code)), nil
		},
	}
	c.Lazy = func(c *object.Class) {
		c.Methods = maps.Clone(methods)
		if rt.Dialect == syntax.Python2 {
			maps.Copy(c.Methods, methods2)
		} else {
			maps.Copy(c.Methods, methods3)
		}
		module, name := "array", "arrayiterator"
		if rt.Dialect == syntax.Python2 {
			module = ""
		}
		it := object.NewClass(module, name, ts.Object)
		it.Static = true
		it.Seal()
		walker := ts.ByName["reversed"]
		if rt.Dialect != syntax.Python2 {
			walker = ts.ByName["bytearray_iterator"]
		}
		walker.Lookup("__reduce__") // which makes the methods
		it.Methods = walker.Methods
		k.iter = it
		c.Methods["__iter__"] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return own(self).Walker(false), nil
		}
		for name, op := range map[string]syntax.CmpOp{
			"__eq__": syntax.Eq, "__ne__": syntax.NotEq, "__lt__": syntax.Lt,
			"__le__": syntax.LtE, "__gt__": syntax.Gt, "__ge__": syntax.GtE,
		} {
			c.Methods[name] = operator(name, func(a *array, y starlark.Value) (starlark.Value, error) { return a.RichCompare(op, y) })
		}
	}
	return c
}

// own returns the array that self is, or has.
func own(self starlark.Value) *array {
	a, _ := object.Unwrap(self).(*array)
	return a
}

// The makers of methods: without arguments, and with exactly one.
func none(name string, f func(t *object.Thread, a *array) (starlark.Value, error)) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := object.NoArgs("array", name, args, kwargs); err != nil {
			return nil, err
		}
		return f(t, own(self))
	}
}

func one(name string, f func(t *object.Thread, a *array, v starlark.Value) (starlark.Value, error)) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.OneArg(t, "array", name, args, kwargs, &v); err != nil {
			return nil, err
		}
		return f(t, own(self), v)
	}
}

func change(name string, f func(t *object.Thread, a *array, v starlark.Value) error) object.Method {
	return one(name, func(t *object.Thread, a *array, v starlark.Value) (starlark.Value, error) {
		return starlark.None, f(t, a, v)
	})
}

// operator is one for operators, whose nil stands for NotImplemented.
func operator(name string, f func(a *array, y starlark.Value) (starlark.Value, error)) object.Method {
	return one(name, func(t *object.Thread, a *array, y starlark.Value) (starlark.Value, error) {
		v, err := f(a, y)
		if v == nil && err == nil {
			v = object.NotImplemented
		}
		return v, err
	})
}

func notThere(name string) error {
	return object.ValueError.By("array."+name+"(x): x not in list", "array."+name+"(x): x not in array")
}

var methods = map[string]object.Method{
	"append": change("append", func(t *object.Thread, a *array, v starlark.Value) error { return a.add(t, v) }),
	"extend": change("extend", func(t *object.Thread, a *array, v starlark.Value) error {
		if other, ok := object.Unwrap(v).(*array); ok && other.Code != a.Code {
			return object.TypeError.Errorf("can only extend with array of same kind")
		}
		return a.extend(t, v)
	}),
	"fromlist": change("fromlist", func(t *object.Thread, a *array, v starlark.Value) error {
		list, ok := object.Unwrap(v).(*object.List)
		if !ok {
			return object.TypeError.Errorf("arg must be list")
		}
		before := len(a.mem.B)
		for _, e := range list.Elems {
			if err := a.add(t, e); err != nil {
				a.mem.B = a.mem.B[:before]
				return err
			}
		}
		return nil
	}),
	"count": one("count", func(t *object.Thread, a *array, v starlark.Value) (starlark.Value, error) {
		n := 0
		for i := 0; i < a.Len(); i++ {
			same, err := builtins.Same(t, a.load(i), v)
			if err != nil {
				return nil, err
			}
			if same {
				n++
			}
		}
		return starlark.MakeInt(n), nil
	}),
	"remove": change("remove", func(t *object.Thread, a *array, v starlark.Value) error {
		i, err := a.find(t, v, 0, a.Len())
		if err != nil {
			return err
		}
		if i < 0 {
			return notThere("remove")
		}
		return a.remove(i)
	}),
	"index":  index,
	"insert": insert,
	"pop":    pop,
	"reverse": none("reverse", func(t *object.Thread, a *array) (starlark.Value, error) {
		out := make([]byte, 0, len(a.mem.B))
		for i := a.Len() - 1; i >= 0; i-- {
			out = append(out, a.mem.B[i*a.Size:(i+1)*a.Size]...)
		}
		copy(a.mem.B, out)
		return starlark.None, nil
	}),
	"byteswap": none("byteswap", func(t *object.Thread, a *array) (starlark.Value, error) {
		for i := range a.Len() {
			b := a.mem.B[i*a.Size : (i+1)*a.Size]
			for j, k := 0, len(b)-1; j < k; j, k = j+1, k-1 {
				b[j], b[k] = b[k], b[j]
			}
		}
		return starlark.None, nil
	}),
	"buffer_info": none("buffer_info", func(t *object.Thread, a *array) (starlark.Value, error) {
		at := uint64(uintptr(unsafe.Pointer(unsafe.SliceData(a.mem.B))))
		return starlark.Tuple{starlark.MakeUint64(at), starlark.MakeInt(a.Len())}, nil
	}),
	"tolist": none("tolist", func(t *object.Thread, a *array) (starlark.Value, error) { return object.NewList(a.items()), nil }),
	"tounicode": none("tounicode", func(t *object.Thread, a *array) (starlark.Value, error) {
		if a.Code != 'u' {
			return nil, object.ValueError.By("tounicode() may only be called on type 'u' arrays", "tounicode() may only be called on unicode type arrays")
		}
		return a.text(), nil
	}),
	"fromunicode": change("fromunicode", func(t *object.Thread, a *array, v starlark.Value) error {
		s, ok := object.AsText(v)
		if !ok {
			return object.TypeError.By("fromunicode() argument 1 must be unicode, not "+object.TypeName(v), "fromunicode() argument must be str, not "+object.TypeName(v))
		}
		if a.Code != 'u' {
			return object.ValueError.By("fromunicode() may only be called on type 'u' arrays", "fromunicode() may only be called on unicode type arrays")
		}
		return a.addText(s)
	}),
	"tofile":   tofile("tofile"),
	"fromfile": fromfile("fromfile"),
	"__copy__": none("__copy__", func(t *object.Thread, a *array) (starlark.Value, error) { return a.like(bytes.Clone(a.mem.B)), nil }),
	"__deepcopy__": one("__deepcopy__", func(t *object.Thread, a *array, _ starlark.Value) (starlark.Value, error) {
		return a.like(bytes.Clone(a.mem.B)), nil
	}),
	"__len__": none("__len__", func(t *object.Thread, a *array) (starlark.Value, error) { return starlark.MakeInt(a.Len()), nil }),
	"__repr__": none("__repr__", func(t *object.Thread, a *array) (starlark.Value, error) {
		return t.RT.Str(a.Repr(t.RT.Dialect)), nil
	}),
	"__getitem__": one("__getitem__", func(t *object.Thread, a *array, k starlark.Value) (starlark.Value, error) {
		v, _, err := a.Get(k)
		return v, err
	}),
	"__setitem__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var k, v starlark.Value
		if err := object.Positional(t, "__setitem__", args, kwargs, 2, &k, &v); err != nil {
			return nil, err
		}
		return starlark.None, own(self).SetKey(k, v)
	},
	"__delitem__": change("__delitem__", func(t *object.Thread, a *array, k starlark.Value) error { return a.DelKey(k) }),
	"__contains__": operator("__contains__", func(a *array, y starlark.Value) (starlark.Value, error) {
		in, err := a.Has(y)
		return object.Truthy(in), err
	}),
	"__add__": operator("__add__", func(a *array, y starlark.Value) (starlark.Value, error) {
		return a.Binary(starsyntax.PLUS, y, starlark.Left)
	}),
	"__mul__": operator("__mul__", func(a *array, y starlark.Value) (starlark.Value, error) {
		return a.Binary(starsyntax.STAR, y, starlark.Left)
	}),
	"__rmul__": operator("__rmul__", func(a *array, y starlark.Value) (starlark.Value, error) {
		return a.Binary(starsyntax.STAR, y, starlark.Left)
	}),
	"__iadd__": operator("__iadd__", func(a *array, y starlark.Value) (starlark.Value, error) { return a.Augment(starsyntax.PLUS, y) }),
	"__imul__": operator("__imul__", func(a *array, y starlark.Value) (starlark.Value, error) { return a.Augment(starsyntax.STAR, y) }),
}

var methods2 = map[string]object.Method{
	"fromstring": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.Positional(t, "fromstring", args, kwargs, 1, &v); err != nil {
			return nil, err
		}
		if object.Identical(v, self) {
			return nil, object.ValueError.Errorf("array.fromstring(x): x cannot be self")
		}
		b, err := t.Buffer("fromstring", 0, v)
		if err != nil {
			return nil, err
		}
		return starlark.None, own(self).addBytes(b)
	},
	"tostring": none("tostring", tobytes),
	"read":     fromfile("read"),
	"write":    tofile("write"),
	"__reduce__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := object.NoArgs("array", "__reduce__", args, kwargs); err != nil {
			return nil, err
		}
		return reduced(t, self, false)
	},
}

var methods3 = map[string]object.Method{
	"frombytes": change("frombytes", func(t *object.Thread, a *array, v starlark.Value) error {
		b, err := t.Buffer("frombytes", 0, v)
		if err != nil {
			return err
		}
		return a.addBytes(bytes.Clone(b))
	}),
	"tobytes": none("tobytes", tobytes),
	"__reduce_ex__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var protocol int64
		if err := object.OneArg(t, "array", "__reduce_ex__", args, kwargs, &protocol); err != nil {
			return nil, err
		}
		return reduced(t, self, protocol >= 3)
	},
}

func tobytes(t *object.Thread, a *array) (starlark.Value, error) {
	return t.RT.Bytes(bytes.Clone(a.mem.B)), nil
}

// reduced is what pickle saves. The machine's bytes, with what they mean, from
// protocol 3 on; before, a list.
func reduced(t *object.Thread, self starlark.Value, raw bool) (starlark.Value, error) {
	a, code := own(self), t.RT.Str(string(own(self).Code))
	class, attrs := starlark.Value(t.RT.ClassOf(self)), starlark.Value(starlark.None)
	if x, ok := self.(*object.Instance); ok && x.Dict != nil {
		attrs = x.Dict
	}
	if raw {
		m, err := t.RT.Import(t, "array")
		if err != nil {
			return nil, err
		}
		make, err := t.RT.Attr(m, "_array_reconstructor")
		if err != nil {
			return nil, err
		}
		state := starlark.Tuple{class, code, starlark.MakeInt(machineFormat(a.Scalar)), starlark.Bytes(a.mem.B)}
		return starlark.Tuple{make, state, attrs}, nil
	}
	return starlark.Tuple{class, starlark.Tuple{code, object.NewList(a.items())}, attrs}, nil
}

// machineFormat is CPython's number of how items stand in memory: 2 for each
// size of signed and unsigned numbers, the even ones little-endian.
func machineFormat(s builtins.Scalar) int {
	big := 0
	if order.Uint16([]byte{0, 1}) == 1 {
		big = 1
	}
	switch {
	case s.Code == 'u':
		return 20 + big
	case s.Kind == builtins.Floating:
		return map[int]int{4: 14, 8: 16}[s.Size] + big
	}
	n := map[int]int{1: 0, 2: 2, 4: 6, 8: 10}[s.Size]
	if s.Size == 1 {
		if s.Kind == builtins.Signed {
			n = 1
		}
		return n
	}
	if s.Kind == builtins.Signed {
		n += 2
	}
	return n + big
}

// A foreign is the type of items that another machine has saved.
type foreign struct{ builtins.Scalar }

// decode returns what array() makes the same items of: the bytes, if they stand
// as here, else a list or a str.
func (s foreign) decode(t *object.Thread, data []byte, format int) (starlark.Value, error) {
	if format == machineFormat(s.Scalar) {
		return starlark.Bytes(data), nil
	}
	order := binary.ByteOrder(binary.LittleEndian)
	if format%2 == 1 {
		order = binary.BigEndian
	}
	var item builtins.Scalar
	switch {
	case format >= 18:
		size := map[int]int{18: 2, 19: 2, 20: 4, 21: 4}[format]
		if len(data)%size != 0 {
			return nil, object.ValueError.Errorf("string length not a multiple of item size")
		}
		codec := map[int]string{18: "utf-16-le", 19: "utf-16-be", 20: "utf-32-le", 21: "utf-32-be"}[format]
		decode, err := t.RT.Attr(starlark.Bytes(data), "decode")
		if err != nil {
			return nil, err
		}
		return t.Call(decode, starlark.String(codec))
	case format >= 14:
		item = builtins.Scalar{Size: 4 + (format-14)/2*4, Kind: builtins.Floating}
	case format < 2:
		item = builtins.Scalar{Size: 1, Kind: [2]builtins.ScalarKind{builtins.Unsigned, builtins.Signed}[format]}
	default:
		item = builtins.Scalar{Size: 2 << ((format - 2) / 4), Kind: [2]builtins.ScalarKind{builtins.Unsigned, builtins.Signed}[(format-2)/2%2]}
	}
	if len(data)%item.Size != 0 {
		return nil, object.ValueError.Errorf("string length not a multiple of item size")
	}
	list := make([]starlark.Value, 0, len(data)/item.Size)
	for i := 0; i < len(data); i += item.Size {
		list = append(list, item.Load(order, data[i:]))
	}
	return object.NewList(list), nil
}

// reconstruct is _array_reconstructor(class, typecode, format, bytes).
func reconstruct(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var class, items starlark.Value
	var code string
	var format int
	if err := object.Positional(t, "_array_reconstructor", args, kwargs, 4, &class, &code, &format, &items); err != nil {
		return nil, err
	}
	c, ok := class.(*object.Class)
	if !ok {
		return nil, object.TypeError.Errorf("first argument must be a type object, not %s", object.TypeName(class))
	}
	b, ok := object.Unwrap(items).(starlark.Bytes)
	if !ok {
		return nil, object.TypeError.Errorf("fourth argument should be bytes, not %s", object.TypeName(items))
	}
	if len(code) != 1 {
		return nil, object.TypeError.Errorf("_array_reconstructor() argument 2 must be a unicode character, not str")
	}
	scalar, ok := scalarOf(t.RT.Dialect, code[0])
	if !ok {
		return nil, object.ValueError.Errorf("second argument must be a valid type code")
	}
	s := foreign{scalar}
	if format < 0 || format > 21 {
		return nil, object.ValueError.Errorf("third argument must be a valid machine format code.")
	}
	data, err := s.decode(t, []byte(b), format)
	if err != nil {
		return nil, err
	}
	return t.Call(c, t.RT.Str(code), data)
}

// index is index(v[, start[, stop]]); it raises ValueError.
func index(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a := own(self)
	lo, hi := 0, a.Len()
	if t.RT.Dialect == syntax.Python2 {
		var v starlark.Value
		if err := object.OneArg(t, "array", "index", args, kwargs, &v); err != nil {
			return nil, err
		}
	} else {
		if err := builtins.Tupled("index", args, 1, 3); err != nil {
			return nil, err
		}
		for i, dst := range []*int{&lo, &hi} {
			if len(args) <= i+1 {
				break
			}
			n, err := builtins.Size(t, args[i+1])
			if err != nil {
				return nil, err
			}
			if n < 0 {
				n = max(n+a.Len(), 0)
			}
			*dst = n
		}
	}
	i, err := a.find(t, args[0], lo, hi)
	if err == nil && i < 0 {
		err = notThere("index")
	}
	return starlark.MakeInt(i), err
}

// insert is insert(i, v).
func insert(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if t.RT.Dialect == syntax.Python2 || len(kwargs) > 0 {
		var x, y starlark.Value
		if err := object.Positional(t, "insert", args, kwargs, 2, &x, &y); err != nil {
			return nil, err
		}
	} else if err := builtins.Tupled("insert", args, 2, 2); err != nil {
		return nil, err
	}
	a := own(self)
	i, err := builtins.Size(t, args[0])
	if err != nil {
		return nil, err
	}
	var item [8]byte
	if err := a.store(t, item[:a.Size], args[1]); err != nil {
		return nil, err
	}
	if i < 0 {
		i = max(i+a.Len(), 0)
	}
	if err := a.canResize(); err != nil {
		return nil, err
	}
	at := min(i, a.Len()) * a.Size
	a.mem.B = append(a.mem.B, item[:a.Size]...)
	copy(a.mem.B[at+a.Size:], a.mem.B[at:])
	copy(a.mem.B[at:], item[:a.Size])
	return starlark.None, nil
}

// pop is pop(i=-1); it raises IndexError.
func pop(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a := own(self)
	k := starlark.Value(starlark.MakeInt(-1))
	if err := object.Positional(t, "pop", args, kwargs, 0, &k); err != nil {
		return nil, err
	}
	i, err := builtins.Size(t, k)
	if err != nil {
		return nil, err
	}
	if a.Len() == 0 {
		return nil, object.IndexError.Errorf("pop from empty array")
	}
	if i < 0 {
		i += a.Len()
	}
	if i < 0 || i >= a.Len() {
		return nil, object.IndexError.Errorf("pop index out of range")
	}
	v := a.load(i)
	return v, a.remove(i)
}

// tofile is tofile(f): it writes all items by f.write.
func tofile(name string) object.Method {
	return change(name, func(t *object.Thread, a *array, f starlark.Value) error {
		if err := realFile(t, f); err != nil {
			return err
		}
		write, err := t.RT.Attr(f, "write")
		if err == nil {
			_, err = t.Call(write, t.RT.Bytes(bytes.Clone(a.mem.B)))
		}
		return err
	})
}

// realFile refuses what isn't a file in Python 2.
func realFile(t *object.Thread, f starlark.Value) error {
	if t.RT.Dialect == syntax.Python2 && object.TypeName(object.Unwrap(f)) != "file" {
		return object.TypeError.Errorf("arg must be open file")
	}
	return nil
}

// fromfile is fromfile(f, n): n items that f.read gives. It raises EOFError if
// there are fewer, which are kept.
func fromfile(name string) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		a := own(self)
		var f starlark.Value
		var n int64
		if err := object.Positional(t, name, args, kwargs, 2, &f, &n); err != nil {
			return nil, err
		}
		if err := realFile(t, f); err != nil {
			return nil, err
		}
		if n < 0 {
			return nil, object.ValueError.Errorf("negative count")
		}
		if n > builtins.MaxAlloc/int64(a.Size) {
			return nil, object.MemoryError.New()
		}
		read, err := t.RT.Attr(f, "read")
		if err != nil {
			return nil, err
		}
		want := int(n) * a.Size
		v, err := t.Call(read, starlark.MakeInt(want))
		if err != nil {
			return nil, err
		}
		b, ok := object.AsBytes(v)
		if s, isStr := object.Unwrap(v).(starlark.String); isStr && t.RT.Dialect == syntax.Python2 {
			b, ok = []byte(s), true
		}
		if !ok {
			return nil, object.TypeError.Errorf("read() didn't return bytes")
		}
		short := len(b) != want
		if err := a.addBytes(b); err != nil {
			if !short {
				return nil, err
			}
			a.addBytes(b[:len(b)/a.Size*a.Size])
		}
		if short {
			return nil, object.EOFError.By("not enough items in file", "read() didn't return enough bytes")
		}
		return starlark.None, nil
	}
}
