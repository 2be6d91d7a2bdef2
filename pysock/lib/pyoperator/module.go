// Package pyoperator is Python's module operator: the operators as functions.
//
// What an operator does, package builtins knows; here are the names and the
// words of each. itemgetter, attrgetter and methodcaller are in getters.go.
package pyoperator

import (
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const doc = "The operators as functions."

type (
	unary    = func(t *object.Thread, x starlark.Value) (starlark.Value, error)
	function = func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)
)

// binaries are the functions of two operands by the operator they apply; where
// the name differs, it follows the operator.
const binaries = "add sub mul truediv floordiv mod pow lshift rshift and:and_ or:or_ xor " +
	"lt le eq ne ge gt is:is_ isnot:is_not " +
	"iadd isub imul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor getitem"

const (
	binaries2 = " div idiv"
	binaries3 = " matmul imatmul"
)

// contents is the key under which a runtime keeps what the modules have in
// common.
type contents struct{}

// New returns the module operator.
func New(rt *object.Runtime) *object.Module { return named(rt, "operator") }

// NewC returns Python 3's module _operator, whose functions are those of
// operator.
func NewC(rt *object.Runtime) *object.Module { return named(rt, "_operator") }

func named(rt *object.Runtime, name string) *object.Module {
	m := object.NewModule(rt, name, doc, nil)
	for _, kv := range rt.Local(contents{}, func() any { return fill(rt) }).(*object.Module).Dict.Items() {
		if name, _ := object.AsText(kv[0]); m.Get(name) == nil {
			m.Set(name, kv[1])
		}
	}
	return m
}

// fill makes a module of all that there is.
func fill(rt *object.Runtime) *object.Module {
	py2 := rt.Dialect == syntax.Python2
	m := object.EmptyModule(rt)
	names := binaries + binaries3
	if py2 {
		names = binaries + binaries2
	}
	for pair := range strings.FieldsSeq(names) {
		op, name, renamed := strings.Cut(pair, ":")
		if !renamed {
			name = op
		}
		define(m, py2, name, binary(py2, name, builtins.Binary(rt, op)))
	}
	for name, f := range unaries(rt) {
		define(m, py2, name, one(name, f))
	}
	for name, f := range functions(py2) {
		define(m, py2, name, f)
	}
	if !py2 {
		m.Set("_abs", m.Get("abs"))
	}
	addGetters(rt, m)
	return m
}

// define adds a function, and its twin with underscores around the name.
func define(m *object.Module, py2 bool, name string, f function) {
	v := &object.Func{FuncName: name, Module: "_operator", Function: f}
	if py2 {
		v.Module = "operator"
	}
	m.Set(name, v)
	switch name {
	case "is_", "is_not", "truth", "countOf", "indexOf", "length_hint", "isCallable", "isMappingType",
		"isNumberType", "isSequenceType", "sequenceIncludes":
		return
	}
	m.Set("__"+strings.TrimSuffix(name, "_")+"__", v)
}

// plainNames are the functions whose errors have their own names in Python 2, which
// for the others is that of the C function.
var plainNames = map[string]bool{"is_": true, "is_not": true, "countOf": true, "indexOf": true, "sequenceIncludes": true, "pow": true, "ipow": true}

// exactly checks for exactly n positional arguments.
func exactly(py2 bool, name string, n int, args starlark.Tuple, kwargs []starlark.Tuple) error {
	if len(kwargs) > 0 {
		return object.TypeError.By(name+"() takes no keyword arguments", "_operator."+name+"() takes no keyword arguments")
	}
	if py2 && !plainNames[name] {
		name = "op_" + name
	}
	return builtins.Tupled(name, args, n, n)
}

func binary(py2 bool, name string, f func(x, y starlark.Value) (starlark.Value, error)) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(args) != 2 || len(kwargs) > 0 {
			return nil, exactly(py2, name, 2, args, kwargs)
		}
		return f(args[0], args[1])
	}
}

func one(name string, f unary) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var x starlark.Value
		if err := object.OneArg(t, "_operator", name, args, kwargs, &x); err != nil {
			return nil, err
		}
		return f(t, x)
	}
}
