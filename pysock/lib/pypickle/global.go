package pypickle

import (
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Functions, classes and other things that are written as where to find them.

// saveGlobal saves the name of v: name, or else its own.
func (p *pickler) saveGlobal(t *object.Thread, v, name starlark.Value) error {
	if name == nil {
		var err error
		for _, attr := range []string{"__qualname__", "__name__"} {
			if p.py2 && attr == "__qualname__" {
				continue
			}
			if name, err = p.rt.Attr(v, attr); err == nil || !object.Is(err, object.AttributeError, p.rt.Dialect) {
				break
			}
		}
		if err != nil {
			return err
		}
	}
	global, ok := object.AsText(object.Unwrap(name))
	if !ok {
		return object.TypeError.Errorf("__qualname__ must be str, not %s", object.TypeName(name))
	}
	path := []string{global}
	if !p.py2 {
		var err error
		if path, err = dottedPath(nil, nil, global); err != nil {
			return err
		}
	}
	module, err := p.moduleOf(t, v, global)
	if err != nil {
		return err
	}
	m, err := p.rt.Import(t, module)
	if err != nil {
		if p.py2 {
			return p.errorf("Can't pickle %s: it's not found as %s.%s", p.rt.Repr(v), module, global)
		}
		if !object.Is(err, object.Exc, p.rt.Dialect) {
			return err
		}
		return p.errorf("Can't pickle %s: import of module %s failed", p.rt.Repr(v), p.rt.Repr(p.rt.Str(module)))
	}
	found, parent, err := deepAttribute(p.rt, m, path)
	if err != nil {
		if p.py2 {
			return p.errorf("Can't pickle %s: it's not found as %s.%s", p.rt.Repr(v), module, global)
		}
		return p.errorf("Can't pickle %s: attribute lookup %s on %s failed", p.rt.Repr(v), global, module)
	}
	if !sameGlobal(found, v) {
		return p.errorf("Can't pickle %s: it's not the same object as %s.%s", p.rt.Repr(v), module, global)
	}
	if p.proto >= 2 {
		if done, err := p.saveExtension(v, module, global); done || err != nil {
			return err
		}
	}
	last := path[len(path)-1]
	switch {
	case p.proto >= 4:
		if parent == m {
			global = last
		}
		where := p.name(module)
		if _, ok := v.(*object.Func); ok {
			where = p.m.functionModule(module)
		}
		if err := p.saveAll(where, p.name(global)); err != nil {
			return err
		}
		p.op(opStackGlobal)
	case parent != m:
		getattr := p.rt.Builtins.Get("getattr")
		if err := p.saveReduce(starlark.Tuple{getattr, starlark.Tuple{parent, p.name(last)}}, nil); err != nil {
			return err
		}
	default:
		if err := p.writeGlobal(module, last); err != nil {
			return err
		}
	}
	return p.memoize(v)
}

// sameGlobal reports whether what was found is what is to be saved. A method
// of a class or a module that Go code provides is made anew at each look-up.
func sameGlobal(found, v starlark.Value) bool {
	if object.Identical(found, v) {
		return true
	}
	f, ok1 := found.(*object.Func)
	g, ok2 := v.(*object.Func)
	if !ok1 || !ok2 {
		return false
	}
	same, err := object.Equal(f, g)
	return same && err == nil
}

// writeGlobal writes GLOBAL; fix_imports gives it Python 2's names.
func (p *pickler) writeGlobal(module, name string) error {
	if p.fixImports && p.proto < 3 {
		var err error
		if module, name, err = renamed(p.rt, "REVERSE_", module, name); err != nil {
			return err
		}
	}
	if p.proto < 3 && !p.py2 {
		for _, x := range []struct{ what, s string }{{"module", module}, {"global", name}} {
			if !object.IsASCII(x.s) {
				return p.errorf("can't pickle %s identifier '%s' using pickle protocol %d", x.what, x.s, p.proto)
			}
		}
	}
	p.text(opGlobal, module)
	p.out = append(append(p.out, name...), '\n')
	return nil
}

// name is a name as an object; equal ones are one object.
func (p *pickler) name(s string) starlark.Value { return p.rt.Str(syntax.Intern(s)) }

// functionModule is the name of the module of a function written in C as an
// object. In CPython it is another one than classes have for theirs, so a
// pickle of both says it twice.
func (m *module) functionModule(name string) starlark.Value {
	v := m.functionModules[name]
	if v == nil {
		if m.functionModules == nil {
			m.functionModules = make(map[string]starlark.Value)
		}
		v = m.rt.Str(strings.Clone(name))
		m.functionModules[name] = v
	}
	return v
}

// dottedPath splits a qualified name. v, if not nil, is what it is looked up on.
func dottedPath(rt *object.Runtime, v starlark.Value, name string) ([]string, error) {
	path := strings.Split(name, ".")
	for _, part := range path {
		if part == "<locals>" {
			quoted := object.Repr(syntax.Python3, object.String3(name))
			if v == nil {
				return nil, object.AttributeError.Errorf("Can't pickle local object %s", quoted)
			}
			return nil, object.AttributeError.Errorf("Can't get local attribute %s on %s", quoted, rt.Repr(v))
		}
	}
	return path, nil
}

// deepAttribute is v.a.b.c, and what c was found on.
func deepAttribute(rt *object.Runtime, v starlark.Value, path []string) (found, parent starlark.Value, err error) {
	for _, name := range path {
		parent = v
		if v, err = rt.Attr(v, name); err != nil {
			return nil, nil, err
		}
	}
	return v, parent, nil
}

// moduleOf names the module of v: what its __module__ says, or the first of
// sys.modules in which it stands under that name.
func (p *pickler) moduleOf(t *object.Thread, v starlark.Value, global string) (string, error) {
	m, err := p.rt.Attr(v, "__module__")
	if err != nil && !object.Is(err, object.AttributeError, p.rt.Dialect) {
		return "", err
	}
	if err == nil && m != starlark.None {
		s, ok := object.AsText(m)
		if !ok {
			return "", object.TypeError.Errorf("__module__ must be str, not %s", object.TypeName(m))
		}
		return s, nil
	}
	path := []string{global}
	if !p.py2 {
		path = strings.Split(global, ".")
	}
	for _, kv := range p.rt.Modules.Items() {
		name, ok := object.AsText(kv[0])
		m, isModule := kv[1].(*object.Module)
		if !ok || !isModule || name == "__main__" {
			continue
		}
		if found := m.Own(path[0]); found == nil {
			continue
		}
		if found, _, err := deepAttribute(p.rt, m, path); err == nil && sameGlobal(found, v) {
			return name, nil
		}
	}
	return "__main__", nil
}

// renamed looks a global up in the tables of _compat_pickle: what was called
// differently in Python 2.
func renamed(rt *object.Runtime, direction, module, name string) (string, string, error) {
	tables, err := rt.Import(rt.Current(), "_compat_pickle")
	if err != nil {
		return "", "", err
	}
	table := func(name string, key starlark.Value) (starlark.Value, error) {
		d, err := rt.Attr(tables, direction+name)
		if err != nil {
			return nil, err
		}
		m, ok := d.(*object.Dict)
		if !ok {
			return nil, object.RuntimeError.Errorf("_compat_pickle.%s%s should be a dict", direction, name)
		}
		return m.Lookup(key)
	}
	v, err := table("NAME_MAPPING", starlark.Tuple{rt.Str(module), rt.Str(name)})
	if err != nil {
		return "", "", err
	}
	if v != nil {
		if pair, ok := v.(starlark.Tuple); ok && len(pair) == 2 {
			m, ok1 := object.AsText(pair[0])
			n, ok2 := object.AsText(pair[1])
			if ok1 && ok2 {
				return m, n, nil
			}
		}
		return "", "", object.RuntimeError.Errorf("_compat_pickle.%sNAME_MAPPING values should be pairs of str, not %s", direction, rt.Repr(v))
	}
	if v, err = table("IMPORT_MAPPING", rt.Str(module)); err != nil || v == nil {
		return module, name, err
	}
	m, ok := object.AsText(v)
	if !ok {
		return "", "", object.RuntimeError.Errorf("_compat_pickle.%sIMPORT_MAPPING values should be strings, not %s", direction, object.TypeName(v))
	}
	return m, name, nil
}
