package builtins

import (
	"maps"
	"sync"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

type constructor = func(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

var installed [2]sync.Once

// Install gives the types of dialect d their methods and constructors, once
// per process.
func Install(d syntax.Dialect) {
	i := 1
	if d == syntax.Python2 {
		i = 0
	}
	installed[i].Do(func() {
		ts := object.TypesOf(d)
		shared(ts)
		if i == 0 {
			python2(ts)
		} else {
			python3(ts)
		}
		addDunders(ts, i == 0)
	})
}

// joined is one table of several.
func joined[V any](tables ...map[string]V) map[string]V {
	n := 0
	for _, t := range tables {
		n += len(t)
	}
	all := make(map[string]V, n)
	for _, t := range tables {
		maps.Copy(all, t)
	}
	return all
}

// static makes an attribute of a class that is a function without self.
func static(c *object.Class, name string, f function) map[string]starlark.Value {
	return map[string]starlark.Value{name: &object.Func{FuncName: name, Self: c, Function: f}}
}

// shared are the types that are alike in both dialects.
func shared(ts *object.Types) {
	ts.Object.New = newObject
	ts.Type.New = newType
	ts.Int.New = newInt
	ts.Bool.New = newBool
	ts.Float.New = newFloat
	ts.Complex.New = newComplex
	ts.Bytearray.New = newBytearray
	ts.List.New = newList
	ts.Tuple.New = newTuple
	ts.Dict.New = newDict
	ts.Set.New = newSet
	ts.FrozenSet.New = newFrozenset
	ts.Slice.New = newSlice
	ts.Range.New = newRangeObject

	ts.Int.Getters = intGetters
	ts.Float.Getters, ts.Float.Methods = floatGetters, floatMethods
	ts.Float.Attrs = static(ts.Float, "fromhex", floatFromhex)
	ts.Complex.Getters, ts.Complex.Methods = complexGetters, complexMethods
	ts.Tuple.Methods = tupleMethods
	ts.Dict.Attrs = static(ts.Dict, "fromkeys", dictFromkeys)
	ts.FrozenSet.Methods = frozensetMethods
	ts.Set.Methods = joined(frozensetMethods, setMethods)
	ts.Slice.Methods, ts.Slice.Getters = sliceMethods, sliceGetters
}

// iterators defines the types of iterators, with the method that steps them.
func iterators(ts *object.Types, next string, names ...string) {
	methods := joined(iteratorMethods, map[string]method{next: nextMethod})
	for _, name := range names {
		ts.Define(name).Methods = methods
	}
}

func python2(ts *object.Types) {
	both := []map[string]strMethod{findMethods, splitMethods, padMethods, caseMethods}
	ts.Int.Methods = intMethods
	ts.Long.Methods, ts.Long.Getters, ts.Long.New = intMethods, intGetters, newLong
	ts.Str.New, ts.Unicode.New = newStr2, newUnicode
	ts.Str.Methods = str2.methods(append(both, codecMethods, formatMethods, translateBytes)...)
	ts.Unicode.Methods = uni2.methods(append(both, codecMethods, formatMethods, translateText, textTests)...)
	for _, c := range []*object.Class{ts.Str, ts.Unicode} {
		delete(c.Methods, "isascii")
	}
	ts.Bytearray.Methods = joined(array2.methods(append(both, map[string]strMethod{"decode": strDecode}, translateBytes)...), bytearrayMethods)
	delete(ts.Bytearray.Methods, "isascii")
	ts.Bytearray.Attrs = static(ts.Bytearray, "fromhex", bytearrayFromhex)
	ts.List.Methods = listMethods
	ts.Dict.Methods = joined(dictMethods, dictMethods2)
	base := ts.Str.Bases[0]
	base.New = func(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return nil, object.TypeError.Errorf("The %s type cannot be instantiated", c.ClassName)
	}
	for _, kind := range []*viewKind{viewKeys, viewValues, viewItems} {
		ts.Define(kind.name)
	}
	memory := ts.Define("memoryview")
	memory.New, memory.Methods, memory.Getters = newMemoryview, memoryviewMethods, memoryviewGetters
	iterators(ts, "next", "listiterator", "tupleiterator", "iterator", "rangeiterator", "setiterator", "bytearray_iterator",
		"dictionary-keyiterator", "dictionary-valueiterator", "dictionary-itemiterator",
		"listreverseiterator", "callable-iterator", "generator", "enumerate", "reversed")
	ts.ByName["enumerate"].New = newEnumerate
	ts.ByName["reversed"].New = newReversed
}

func python3(ts *object.Types) {
	both := []map[string]strMethod{findMethods, splitMethods, padMethods, caseMethods, affixMethods3}
	ts.Int.Methods = joined(intMethods, intMethods3)
	ts.Int.Attrs = static(ts.Int, "from_bytes", intFromBytes)
	ts.Str.New = newStr3
	ts.Str.Methods = str3.methods(append(both, map[string]strMethod{"encode": strEncode}, formatMethods, formatMapMethods,
		translateText, textTests, textTests3)...)
	ts.Str.Attrs = static(ts.Str, "maketrans", strMaketrans)
	inBytes := append(both, map[string]strMethod{"decode": strDecode}, translateBytes, bytesMethods3)
	ts.Bytes.New = newBytes
	ts.Bytes.Methods = bytes3.methods(inBytes...)
	ts.Bytes.Attrs = joined(static(ts.Bytes, "fromhex", bytesFromhex), static(ts.Bytes, "maketrans", bytesMaketrans))
	ts.Bytearray.Methods = joined(array3.methods(inBytes...), bytearrayMethods, bytearrayMethods3)
	ts.Bytearray.Attrs = joined(static(ts.Bytearray, "fromhex", bytearrayFromhex), static(ts.Bytearray, "maketrans", bytesMaketrans))
	ts.List.Methods = joined(listMethods, listMethods3)
	ts.Dict.Methods = joined(dictMethods, dictMethods3)
	ts.Range.Methods, ts.Range.Getters = rangeMethods, rangeGetters
	for _, kind := range []*viewKind{viewKeys, viewValues, viewItems} {
		c := ts.Define(kind.name)
		c.Getters = viewGetters
		if kind != viewValues {
			c.Methods = viewSetMethods
		}
	}
	memory := ts.Define("memoryview")
	memory.New = newMemoryview
	memory.Methods = joined(memoryviewMethods, memoryviewMethods3)
	memory.Getters = joined(memoryviewGetters, memoryviewGetters3)
	ts.Define("mappingproxy")
	iterators(ts, "__next__", "list_iterator", "tuple_iterator", "iterator", "range_iterator", "set_iterator", "bytearray_iterator",
		"dict_keyiterator", "dict_valueiterator", "dict_itemiterator",
		"dict_reversekeyiterator", "dict_reversevalueiterator", "dict_reverseitemiterator",
		"str_iterator", "str_ascii_iterator", "bytes_iterator", "list_reverseiterator", "callable_iterator",
		"generator", "enumerate", "reversed", "zip", "map", "filter")
	for name, f := range map[string]constructor{
		"enumerate": newEnumerate, "reversed": newReversed, "zip": newZip, "map": newMap, "filter": newFilter,
	} {
		ts.ByName[name].New = f
	}
}

// bytesFromhex is bytes.fromhex(string); it raises ValueError.
func bytesFromhex(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	b, err := fromhex(t, "bytes", args, kwargs)
	if err != nil {
		return nil, err
	}
	return starlark.Bytes(b), nil
}

func bytearrayFromhex(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	b, err := fromhex(t, "bytearray", args, kwargs)
	if err != nil {
		return nil, err
	}
	return NewBytearray(t.RT.Dialect, b), nil
}
