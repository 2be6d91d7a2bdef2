package builtins

import (
	"maps"
	"sync"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

var installed [2]sync.Once

func init() { object.CompleteTypes = Install }

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
		addDescriptors(ts)
		addClassHooks(ts)
		addReducers(ts, reducers)
		if i != 0 {
			addReducers(ts, reducers3)
			addRemakers(ts)
		}
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

// alternative makes a class method that is another constructor: what f makes
// becomes an instance of the class that it is called on.
func alternative(c *object.Class, name string, f function) map[string]starlark.Value {
	return map[string]starlark.Value{name: classMethod(c, name, func(t *object.Thread, k *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		v, err := f(t, args, kwargs)
		if err != nil || k == c {
			return v, object.ClassMethodWords(c, k, name, err)
		}
		d, ok := v.(*object.Dict)
		if !ok {
			return t.Call(k, v)
		}
		x, err := t.Call(k)
		if err != nil {
			return nil, err
		}
		to, ok := x.(starlark.HasSetKey)
		if !ok {
			return nil, object.TypeError.Errorf("'%s' object does not support item assignment", object.TypeName(x))
		}
		for _, kv := range d.Items() {
			if err := to.SetKey(kv[0], kv[1]); err != nil {
				return nil, err
			}
		}
		return x, nil
	})}
}

// tables are the tables that the methods of a type come from.
type tables = []map[string]method

// give sets the methods of a type, when they are first asked for.
func give(c *object.Class, methods func() tables) {
	extend(c, func(c *object.Class) {
		for _, table := range methods() {
			maps.Copy(c.Methods, table)
		}
	})
}

// shared are the types that are alike in both dialects.
func shared(ts *object.Types) {
	ts.Object.New, ts.Type.New = newObject, newType
	ts.Int.New, ts.Bool.New, ts.Float.New, ts.Complex.New = newInt, newBool, newFloat, newComplex
	ts.List.New, ts.Tuple.New, ts.Dict.New, ts.Bytearray.New = newList, newTuple, newDict, newBytearray
	ts.Set.New, ts.FrozenSet.New, ts.Slice.New, ts.Range.New = newSet, newFrozenset, newSlice, newRangeObject
	ts.Int.Getters, ts.Float.Getters, ts.Complex.Getters, ts.Slice.Getters = intGetters, floatGetters, complexGetters, sliceGetters
	ts.Slice.Attrs = map[string]starlark.Value{"__hash__": starlark.None}
	ts.Method.New, ts.Module.New = newMethod, newModule
	ts.List.Blank = func(*object.Thread, *object.Class) starlark.Value { return object.NewList(nil) }
	ts.Dict.Blank = func(t *object.Thread, _ *object.Class) starlark.Value { return t.RT.NewDict(0) }
	ts.Set.Blank = func(t *object.Thread, _ *object.Class) starlark.Value {
		s, _ := object.SetOf(t.RT.Dialect, nil, false)
		return s
	}
	ts.Bytearray.Blank = func(t *object.Thread, _ *object.Class) starlark.Value { return NewBytearray(t.RT.Dialect, nil) }
	ts.Float.Attrs = joined(alternative(ts.Float, "fromhex", floatFromhex), alternative(ts.Float, "__getformat__", floatGetformat))
	ts.Dict.Attrs = alternative(ts.Dict, "fromkeys", dictFromkeys)
	give(ts.Tuple, func() tables {
		all := tables{tupleMethods, sizedDunders(), iterDunder(), getDunder(), sequenceDunders()}
		if ts.Str == ts.Bytes { // Python 2
			all = append(all, sliceDunders(false))
		}
		return all
	})
	cmp := func(c *object.Class) map[string]method {
		if ts.Str == ts.Bytes {
			return threeWayDunder(c)
		}
		return nil
	}
	give(ts.FrozenSet, func() tables {
		return tables{frozensetMethods, sizedDunders(), iterDunder(), setOperatorDunders(), cmp(ts.FrozenSet)}
	})
	give(ts.Set, func() tables {
		return tables{frozensetMethods, setMethods, sizedDunders(), iterDunder(), setOperatorDunders(),
			inplaceDunders("ior", "iand", "isub", "ixor"), cmp(ts.Set)}
	})
	give(ts.Slice, func() tables { return tables{sliceMethods, cmp(ts.Slice)} })
}

// iterators defines the types of iterators, with the method that steps them.
func iterators(ts *object.Types, next string, names ...string) {
	step := map[string]method{"__iter__": iteratorMethods["__iter__"], next: nextMethod}
	hinting := joined(step, iteratorMethods)
	for _, name := range names {
		c := ts.Define(name)
		switch name {
		case "enumerate", "callable-iterator", "callable_iterator", "zip", "map", "filter", "odict_iterator":
			c.Methods = maps.Clone(step) // they can't know how many values are left
		default:
			c.Methods = hinting
		}
	}
}

func python2(ts *object.Types) {
	ts.ByName["instance"].New, ts.ByName["classobj"].New = newInstanceobj, newClassobj
	give(ts.Define("dictproxy"), func() tables { return tables{proxyMethods(true)} })
	strings := []map[string]strMethod{findMethods, splitMethods, padMethods, caseMethods, codecMethods, formatMethods}
	give(ts.Str, func() tables {
		return tables{str2.methods(append(strings, translateBytes)...), sizedDunders(), getDunder(), sequenceDunders(), moduloDunder(),
			reflectedModulo(), sliceDunders(false)}
	})
	give(ts.Unicode, func() tables {
		return tables{uni2.methods(append(strings, translateText, textTests)...), sizedDunders(), getDunder(), sequenceDunders(), moduloDunder(),
			reflectedModulo(), sliceDunders(false)}
	})
	give(ts.Bytearray, func() tables {
		return tables{array2.methods(findMethods, splitMethods, padMethods, caseMethods, decodeMethod, translateBytes),
			bytearrayMethods, sizedDunders(), iterDunder(), itemDunders(), sequenceDunders(), inplaceDunders("iadd", "imul")}
	})
	for _, c := range []*object.Class{ts.Int, ts.Long} {
		give(c, func() tables {
			return tables{intMethods, numberDunders(true), realDunders(), integerDunders(),
				coercionDunders(), basedDunders(), threeWayDunder(c)}
		})
	}
	give(ts.Float, func() tables { return tables{floatMethods, numberDunders(true), realDunders(), coercionDunders()} })
	give(ts.Complex, func() tables { return tables{complexMethods, numberDunders(true), complexDunders2()} })
	give(ts.List, func() tables {
		return tables{listMethods, sizedDunders(), iterDunder(), itemDunders(), sequenceDunders(), reversedDunder(ts),
			inplaceDunders("iadd", "imul"), sliceDunders(true)}
	})
	give(ts.Dict, func() tables {
		return tables{dictMethods, dictMethods2, sizedDunders(), iterDunder(), itemDunders(), threeWayDunder(ts.Dict)}
	})
	ts.Range.ByIndex = true
	give(ts.Range, func() tables { return tables{sizedDunders(), iterDunder(), getDunder(), reversedDunder(ts)} })
	ts.Str.New, ts.Unicode.New, ts.Long.New = newStr2, newUnicode, newLong
	ts.Long.Getters = intGetters
	ts.Bytearray.Attrs = alternative(ts.Bytearray, "fromhex", bytearrayFromhex)
	ts.Str.Bases[0].New = func(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return nil, object.TypeError.Errorf("The %s type cannot be instantiated", c.ClassName)
	}
	for _, kind := range []*viewKind{viewKeys, viewValues, viewItems} {
		give(ts.Define(kind.name), func() tables {
			all := tables{sizedDunders(), iterDunder()}
			if kind != viewValues {
				all = append(all, viewOperatorDunders(), comparisonDunders())
			}
			return all
		})
	}
	memory := ts.Define("memoryview")
	memory.New, memory.Getters = newMemoryview, memoryviewGetters
	give(memory, func() tables { return tables{memoryviewMethods, sizedDunders(), itemDunders(), comparisonDunders()} })
	buffer := ts.Define("buffer")
	buffer.New = newBuffer
	give(buffer, func() tables {
		return tables{sizedDunders(), itemDunders(), sequenceDunders(), sliceDunders(true), threeWayDunder(buffer),
			dunder0("__str__", Str), hashDunder()}
	})
	iterators(ts, "next", "listiterator", "tupleiterator", "iterator", "rangeiterator", "setiterator", "bytearray_iterator",
		"dictionary-keyiterator", "dictionary-valueiterator", "dictionary-itemiterator",
		"listreverseiterator", "callable-iterator", "enumerate", "reversed")
	ts.ByName["enumerate"].New = newEnumerate
	ts.ByName["reversed"].New = newReversed
}

func python3(ts *object.Types) {
	strings := []map[string]strMethod{findMethods, splitMethods, padMethods, caseMethods, affixMethods3, asciiTest}
	bytes := append(strings, decodeMethod, translateBytes, bytesMethods3)
	give(ts.Str, func() tables {
		return tables{str3.methods(append(strings, encodeMethod, formatMethods, formatMapMethods, translateText, textTests, textTests3)...),
			sizedDunders(), iterDunder(), getDunder(), sequenceDunders(), moduloDunder(), reflectedModulo()}
	})
	give(ts.Bytes, func() tables {
		return tables{bytes3.methods(bytes...), sizedDunders(), iterDunder(), getDunder(), sequenceDunders(), moduloDunder(),
			reflectedModulo(), identityDunder("__bytes__")}
	})
	give(ts.Bytearray, func() tables {
		return tables{array3.methods(bytes...), bytearrayMethods, bytearrayMethods3,
			sizedDunders(), iterDunder(), itemDunders(), sequenceDunders(), moduloDunder(),
			reflectedModulo(), inplaceDunders("iadd", "imul")}
	})
	give(ts.Int, func() tables {
		return tables{intMethods, intMethods3, numberDunders(false), realDunders(), integerDunders(), roundingDunders()}
	})
	give(ts.Float, func() tables { return tables{floatMethods, numberDunders(false), realDunders(), roundingDunders()} })
	give(ts.Complex, func() tables { return tables{complexMethods, numberDunders(false), identityDunder("__complex__")} })
	give(ts.List, func() tables {
		return tables{listMethods, listMethods3, sizedDunders(), iterDunder(), itemDunders(), sequenceDunders(), reversedDunder(ts),
			inplaceDunders("iadd", "imul")}
	})
	give(ts.Dict, func() tables {
		return tables{dictMethods, dictMethods3, sizedDunders(), iterDunder(), itemDunders(), reversedDunder(ts), dictOperatorDunders()}
	})
	give(ts.Range, func() tables {
		return tables{rangeMethods, sizedDunders(), iterDunder(), getDunder(), reversedDunder(ts), truthDunder()}
	})
	give(ts.None, func() tables { return tables{truthDunder()} })
	give(ts.NotImplemented, func() tables { return tables{truthDunder()} })
	ts.Range.Getters = rangeGetters
	ts.Slice.Attrs = map[string]starlark.Value{"__hash__": starlark.None}
	ts.Str.New, ts.Bytes.New = newStr3, newBytes
	ts.Int.Attrs = alternative(ts.Int, "from_bytes", intFromBytes)
	ts.Str.Attrs = static(ts.Str, "maketrans", strMaketrans)
	ts.Bytes.Attrs = joined(alternative(ts.Bytes, "fromhex", bytesFromhex), static(ts.Bytes, "maketrans", bytesMaketrans("bytes")))
	ts.Bytearray.Attrs = joined(alternative(ts.Bytearray, "fromhex", bytearrayFromhex), static(ts.Bytearray, "maketrans", bytesMaketrans("bytearray")))
	for _, kind := range []*viewKind{viewKeys, viewValues, viewItems} {
		c := ts.Define(kind.name)
		c.Getters = viewGetters
		if kind != viewValues {
			c.Attrs = map[string]starlark.Value{"__hash__": starlark.None}
		}
		give(c, func() tables {
			all := tables{sizedDunders(), iterDunder(), reversedDunder(ts)}
			if kind != viewValues {
				all = append(all, viewSetMethods, viewOperatorDunders(), comparisonDunders())
			}
			return all
		})
		ts.ByName["o"+kind.name] = object.NewClass(c.Module, "o"+kind.name, c)
	}
	memory := ts.Define("memoryview")
	memory.New = newMemoryview
	memory.Getters = joined(memoryviewGetters, memoryviewGetters3)
	give(memory, func() tables {
		return tables{memoryviewMethods, memoryviewMethods3, sizedDunders(), iterDunder(), itemDunders()}
	})
	alias := ts.Define("types.GenericAlias")
	alias.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := tupled("", "GenericAlias", args, kwargs, 2, 2); err != nil {
			return nil, err
		}
		return object.NewAlias(args[0], args[1]), nil
	}
	proxy := ts.Define("mappingproxy")
	proxy.New = newMappingproxy
	newSingleton(ts.None, "NoneType", starlark.None)
	newSingleton(ts.Ellipsis, "EllipsisType", object.Ellipsis)
	newSingleton(ts.NotImplemented, "NotImplementedType", object.NotImplemented)
	give(proxy, func() tables { return tables{proxyMethods(false)} })
	iterators(ts, "__next__", "list_iterator", "tuple_iterator", "iterator", "range_iterator", "longrange_iterator", "set_iterator", "bytearray_iterator", "memory_iterator",
		"dict_keyiterator", "dict_valueiterator", "dict_itemiterator",
		"dict_reversekeyiterator", "dict_reversevalueiterator", "dict_reverseitemiterator", "odict_iterator",
		"str_iterator", "str_ascii_iterator", "bytes_iterator", "list_reverseiterator", "callable_iterator",
		"enumerate", "reversed", "zip", "map", "filter")
	ts.ByName["enumerate"].New, ts.ByName["reversed"].New = newEnumerate, newReversed
	ts.ByName["zip"].New, ts.ByName["map"].New, ts.ByName["filter"].New = newZip, newMap, newFilter
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

// newSingleton lets a script call the class of a value that is its only one.
func newSingleton(c *object.Class, name string, v starlark.Value) {
	c.New = func(_ *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(args)+len(kwargs) > 0 {
			return nil, object.TypeError.Errorf("%s takes no arguments", name)
		}
		return v, nil
	}
}
