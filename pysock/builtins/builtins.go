// Package builtins holds what Python's built-in types and functions can do, in
// Python 2 and in Python 3.
//
// New makes the module that a runtime's scripts find all of it in. The methods
// of the types stand in tables, one file a type, and Install puts them into
// object.TypesOf. A method that both dialects have is written once; it asks the
// thread's runtime for the dialect where they differ.
//
//	flavour.go       the five string types, and what they share
//	str*.go          their methods
//	codec*.go        encode and decode
//	percent.go       the % operator of strings
//	format.go        format(), and strformat.go str.format
//	arith.go         // % ** divmod
//	protocol.go      what is asked of any value: str, repr, len, elements
//	iterators.go     iter, next, zip, map, filter, enumerate, reversed
package builtins

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// functions are in both dialects.
var functions = map[string]function{
	"abs":        builtinAbs,
	"all":        searching("all", false),
	"any":        searching("any", true),
	"bin":        based("bin", 2, "0b", "0b"),
	"callable":   builtinCallable,
	"chr":        builtinChr,
	"delattr":    builtinDelattr,
	"dir":        builtinDir,
	"divmod":     builtinDivmod,
	"format":     builtinFormat,
	"getattr":    builtinGetattr,
	"hasattr":    builtinHasattr,
	"hash":       builtinHash,
	"hex":        based("hex", 16, "0x", "0x"),
	"id":         builtinID,
	"isinstance": builtinIsinstance,
	"issubclass": builtinIssubclass,
	"iter":       builtinIter,
	"len":        builtinLen,
	"max":        extreme("max", syntax.Gt),
	"min":        extreme("min", syntax.Lt),
	"next":       builtinNext,
	"oct":        based("oct", 8, "0", "0o"),
	"ord":        builtinOrd,
	"pow":        builtinPow,
	"repr":       builtinRepr,
	"round":      builtinRound,
	"setattr":    builtinSetattr,
	"sorted":     builtinSorted,
	"sum":        builtinSum,
	"vars":       builtinVars,
}

var functions2 = map[string]function{
	"apply":  builtinApply,
	"cmp":    builtinCmp,
	"coerce": builtinCoerce,
	"filter": builtinFilter2,
	"intern": builtinIntern,
	"map":    builtinMap2,
	"range":  rangeList,
	"reduce": builtinReduce,
	"unichr": builtinUnichr,
	"zip":    builtinZip2,
}

var functions3 = map[string]function{
	"aiter": builtinAiter,
	"anext": builtinAnext,
	"ascii": builtinASCII,
}

// typeNames are the types that have a name in the module.
var typeNames = []string{
	"object", "type", "bool", "int", "float", "complex", "str", "bytearray", "list", "tuple", "dict", "set",
	"frozenset", "slice", "enumerate", "reversed", "memoryview", "property", "classmethod", "staticmethod", "super",
}

var typeNames2 = []string{"buffer", "long", "unicode", "basestring", "xrange"}

var typeNames3 = []string{"bytes", "range", "zip", "map", "filter"}

// New returns the module builtins, __builtin__ in Python 2, of rt's dialect.
func New(rt *object.Runtime) *object.Module {
	Install(rt.Dialect)
	rt.Operate = func(op string, x, y starlark.Value) (starlark.Value, error) { return operate(rt.Current(), op, x, y) }
	name, types, funcs := "builtins", typeNames3, functions3
	if rt.Dialect == syntax.Python2 {
		name, types, funcs = "__builtin__", typeNames2, functions2
	}
	m := object.NewModule(rt, name, "", nil)
	ts := object.TypesOf(rt.Dialect)
	for _, names := range [][]string{typeNames, types} {
		for _, n := range names {
			m.Set(n, ts.ByName[n])
		}
	}
	if rt.Dialect == syntax.Python2 {
		m.Set("bytes", ts.Str)
	}
	for _, table := range []map[string]function{functions, funcs} {
		for n, f := range table {
			m.Set(n, &object.Func{FuncName: n, Function: f})
		}
	}
	for n, c := range object.BuiltinClasses(rt.Dialect) {
		m.Set(n, c)
	}
	m.Set("None", starlark.None)
	m.Set("True", object.True)
	m.Set("False", object.False)
	m.Set("NotImplemented", object.NotImplemented)
	m.Set("Ellipsis", object.Ellipsis)
	m.Set("__debug__", object.True)
	return m
}
