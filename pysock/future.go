package pysock

import (
	"fmt"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A feature is what a name of the module __future__ is bound to: when the
// feature came, when it became the rule, and the compiler's flag for it.
type feature struct {
	optional, mandatory string
	flag                int
}

// features are the features of CPython 3.11 (library reference, "__future__").
var features = map[string]feature{
	"nested_scopes":    {"(2, 1, 0, 'beta', 1)", "(2, 2, 0, 'alpha', 0)", 16},
	"generators":       {"(2, 2, 0, 'alpha', 1)", "(2, 3, 0, 'final', 0)", 0},
	"division":         {"(2, 2, 0, 'alpha', 2)", "(3, 0, 0, 'alpha', 0)", 131072},
	"absolute_import":  {"(2, 5, 0, 'alpha', 1)", "(3, 0, 0, 'alpha', 0)", 262144},
	"with_statement":   {"(2, 5, 0, 'alpha', 1)", "(2, 6, 0, 'alpha', 0)", 524288},
	"print_function":   {"(2, 6, 0, 'alpha', 2)", "(3, 0, 0, 'alpha', 0)", 1048576},
	"unicode_literals": {"(2, 6, 0, 'alpha', 2)", "(3, 0, 0, 'alpha', 0)", 2097152},
	"barry_as_FLUFL":   {"(3, 1, 0, 'alpha', 2)", "(4, 0, 0, 'alpha', 0)", 4194304},
	"generator_stop":   {"(3, 5, 0, 'beta', 1)", "(3, 7, 0, 'alpha', 0)", 8388608},
	"annotations":      {"(3, 7, 0, 'beta', 1)", "None", 16777216},
}

// feature returns the value of a name that is imported from __future__.
func (r *Runtime) feature(name string) starlark.Value { return features[name] }

// futureModule makes the module __future__. Python 2.7 doesn't know the last
// three.
func (r *Runtime) futureModule() *object.Module {
	m := object.NewModule(r.rt, "__future__", "", nil)
	for name, f := range features {
		if r.rt.Dialect != syntax.Python2 || f.optional[1] == '2' {
			m.Set(name, f)
		}
	}
	return m
}

func (f feature) String() string {
	return fmt.Sprintf("_Feature(%s, %s, %d)", f.optional, f.mandatory, f.flag)
}

// Type returns "_Feature".
func (f feature) Type() string { return "_Feature" }

// Freeze does nothing.
func (f feature) Freeze() {}

// Truth returns true.
func (f feature) Truth() starlark.Bool { return true }

// Hash fails: nobody keys a dict by features.
func (f feature) Hash() (uint32, error) { return 0, object.Unhashable("_Feature") }
