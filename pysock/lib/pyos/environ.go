package pyos

import (
	"example.com/pysock/pysock/posix"
	"os"
	"strings"

	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// environ is the environment as it was when the module was made, a dict of
// bytes in Python 3. os.environ is made of it.
func (m *module) environ() *object.Dict {
	d := m.rt.NewDict(0)
	for _, kv := range os.Environ() {
		if k, v, ok := strings.Cut(kv, "="); ok {
			d.SetKey(m.rt.Bytes([]byte(k)), m.rt.Bytes([]byte(v)))
		}
	}
	return d
}

// variable takes the name or value of a variable.
func variable(fn string, i int, dst *string) object.Converter {
	return object.ConverterFunc(func(t *object.Thread, v starlark.Value) (err error) {
		if t.RT.Dialect == dialect2 {
			s, ok := object.AsText(v)
			if !ok {
				return object.TypeError.Errorf("%s() argument %d must be string, not %s", fn, i, object.ArgName(v))
			}
			if strings.Contains(s, "\x00") {
				return object.TypeError.Errorf("must be string without null bytes, not str")
			}
			*dst = s
			return nil
		}
		*dst, err = file.Path(t, v)
		return err
	})
}

// putenv is putenv(name, value).
func (c call) putenv() (starlark.Value, error) {
	var name, value string
	if err := c.plain(2, variable("putenv", 1, &name), variable("putenv", 2, &value)); err != nil {
		return nil, err
	}
	if strings.Contains(name, "=") || name == "" && c.py2() {
		return nil, object.ValueError.Errorf("illegal environment variable name")
	}
	return c.done(asErrno(os.Setenv(name, value)))
}

// unsetenv is unsetenv(name).
func (c call) unsetenv() (starlark.Value, error) {
	var name string
	if err := c.plain(1, variable("unsetenv", 1, &name)); err != nil {
		return nil, err
	}
	if name == "" || strings.Contains(name, "=") {
		return c.done(posix.EINVAL)
	}
	return c.done(asErrno(os.Unsetenv(name)))
}
