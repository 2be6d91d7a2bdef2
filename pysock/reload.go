package pysock

import (
	"strings"

	"example.com/pysock/pysock/lib"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// reload is Python 2's reload(module) -> module: it finds the module anew and
// runs it over the names that it has. It raises TypeError, ImportError and what
// the module raises, which stays imported all the same. (Library reference,
// "Built-in Functions".)
func (r *Runtime) reload(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "", "reload", args, kwargs, &v); err != nil {
		return nil, err
	}
	m, ok := object.Unwrap(v).(*object.Module)
	if !ok {
		return nil, object.TypeError.Errorf("reload() argument must be module")
	}
	full, ok := object.AsText(m.Get("__name__"))
	if !ok {
		return nil, object.SystemError.Errorf("nameless module")
	}
	if r.rt.Modules.GetString(full) != starlark.Value(m) {
		return nil, object.ImportError.Errorf("reload(): module %s not in sys.modules", full)
	}
	var parent *object.Module
	last := full
	if i := strings.LastIndexByte(full, '.'); i >= 0 {
		last = full[i+1:]
		if parent, ok = r.rt.Modules.GetString(full[:i]).(*object.Module); !ok {
			return nil, object.ImportError.Errorf("reload(): parent %s not in sys.modules", full[:i])
		}
	}
	if m == r.rt.Sys {
		lib.ReloadSys(m)
		return m, nil
	}
	f, err := r.find(t, full, last, parent)
	switch {
	case err == errNoModule:
		return nil, object.ImportError.Errorf("No module named %s", last)
	case err != nil:
		return nil, err
	case f.builtin != nil:
		m.Reset(f.builtin())
		return m, nil
	case f.source == nil:
		if f.source, err = r.readFile(f.file); err != nil {
			return nil, object.OSFail(object.IOError, err, r.rt.Str(f.file))
		}
	}
	return r.runSource(t, m, full, f.file, f.dir, f.source)
}
