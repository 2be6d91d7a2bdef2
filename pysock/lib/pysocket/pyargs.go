//go:build unix

package pysocket

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// pyArgs is object.PythonArgs in the module's dialect.
func (m *module) pyArgs(name string, extra int, args starlark.Tuple, kwargs []starlark.Tuple, min, keyword int, names ...string) ([]starlark.Value, error) {
	return object.PythonArgs(m.rt.Dialect, name, extra, args, kwargs, min, keyword, names...)
}

// intArg converts an argument to a C int; none leaves dst as it is.
func intArg(t *object.Thread, v starlark.Value, dst *int) error {
	if v == nil {
		return nil
	}
	n, err := t.Int(v)
	if err != nil {
		return err
	}
	if n != int64(int32(n)) {
		if t.RT.Dialect == syntax.Python2 {
			if n > 0 {
				return object.OverflowError.Errorf("signed integer is greater than maximum")
			}
			return object.OverflowError.Errorf("signed integer is less than minimum")
		}
		return object.OverflowError.Errorf("Python int too large to convert to C int")
	}
	*dst = int(n)
	return nil
}
