package pysock

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"example.com/pysock/pysock/embedded"
	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/lib"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// importModule is @import(ns, "a.b", top): it imports a.b and returns a if top
// is true, else b.
func (r *Runtime) importModule(t *object.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	name, _ := object.AsText(args[1])
	ns := args[0].(*object.Namespace)
	if hook, err := r.importHook(ns); hook != nil || err != nil {
		if err != nil {
			return nil, err
		}
		m, err := r.hookedImport(t, hook, ns, name, starlark.None, 0)
		if err != nil || bool(args[2].Truth()) {
			return m, err
		}
		for _, part := range strings.Split(name, ".")[1:] {
			if m, err = r.rt.Attr(m, part); err != nil {
				return nil, err
			}
		}
		return m, nil
	}
	m, top, err := r.importHere(t, ns, name)
	if err != nil {
		return nil, err
	}
	if args[2].Truth() {
		return top, nil
	}
	return m, nil
}

// importHook returns what the script, or the exec around the code, has put in
// the place of the built-in __import__; nil if it is as it was. Our own modules
// don't ask it: what they are made of is no business of the script's.
func (r *Runtime) importHook(ns *object.Namespace) (starlark.Value, error) {
	f, err := ns.Builtin("__import__")
	if f == starlark.Value(r.importer) {
		return nil, nil
	}
	if m := ns.Globals().Module; m != nil && embedded.IsFile(fileOf(m)) {
		return nil, nil
	}
	if f == nil && err == nil {
		err = object.ImportError.Errorf("__import__ not found")
	}
	return f, err
}

// hookedImport calls a script's own __import__.
func (r *Runtime) hookedImport(t *object.Thread, hook starlark.Value, ns *object.Namespace, name string, from starlark.Value, level int) (starlark.Value, error) {
	args := []starlark.Value{r.rt.Str(name), ns.GlobalDict(), starlark.None, from}
	if r.rt.Dialect != syntax.Python2 || level > 0 {
		args = append(args, starlark.MakeInt(level))
	}
	return t.Call(hook, args...)
}

// importFrom is @importfrom(ns, module, level, names): it imports a module, and
// those of the names that are modules inside it. Level is the number of dots.
func (r *Runtime) importFrom(t *object.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	ns := args[0].(*object.Namespace)
	name, _ := object.AsText(args[1])
	level, _ := starlark.AsInt32(args[2])
	var m starlark.Value
	hook, err := r.importHook(ns)
	if err != nil {
		return nil, err
	}
	if hook != nil {
		return r.hookedImport(t, hook, ns, name, r.strs(args[3].(starlark.Tuple)), level)
	}
	if level > 0 {
		var full string
		if full, err = r.relative(packageOf(ns), name, level); err == nil {
			m, _, err = r.importAbsolute(t, full)
		}
	} else {
		m, _, err = r.importHere(t, ns, name)
	}
	if err != nil {
		return nil, err
	}
	return m, r.importNames(t, m, args[3].(starlark.Tuple))
}

// strs turns names, as lowered code has them, into a script's strings.
func (r *Runtime) strs(names starlark.Tuple) starlark.Tuple {
	out := make(starlark.Tuple, len(names))
	for i, n := range names {
		s, _ := object.AsText(n)
		out[i] = r.rt.Str(s)
	}
	return out
}

// importNames imports those of the names that are modules inside the package m.
func (r *Runtime) importNames(t *object.Thread, m starlark.Value, names starlark.Tuple) error {
	if mod, ok := m.(*object.Module); ok && mod.Get("__path__") != nil {
		if all := mod.Get("__all__"); len(names) == 1 && names[0] == starlark.String("*") && all != nil {
			if elems, err := object.Elements(t, all); err == nil {
				names = elems
			}
		}
		for _, n := range names {
			s, _ := object.AsText(n)
			if s == "*" || mod.Get(s) != nil {
				continue
			}
			if err := r.importInside(t, mod, s); err != nil {
				return err
			}
		}
	}
	return nil
}

// importInside imports a module inside a package, if there is one of that name.
func (r *Runtime) importInside(t *object.Thread, pkg *object.Module, name string) error {
	full := pkg.Name + "." + name
	if r.rt.Modules.GetString(full) != nil {
		return nil
	}
	m, err := r.load(t, full, name, pkg)
	switch {
	case err == errNoModule:
		return nil
	case err == nil:
		pkg.Set(name, m)
	}
	return err
}

// importStar is @importstar(ns, m): it binds the public names of m.
func (r *Runtime) importStar(t *object.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	ns := args[0].(starlark.HasSetField)
	m, ok := args[1].(*object.Module)
	if !ok {
		return starlark.None, nil
	}
	names := m.AttrNames()
	if all := m.Get("__all__"); all != nil {
		elems, err := object.Elements(t, all)
		if err != nil {
			return nil, err
		}
		names = nil
		for _, e := range elems {
			s, _ := object.AsText(e)
			names = append(names, s)
		}
	} else {
		public := names[:0]
		for _, n := range names {
			if !strings.HasPrefix(n, "_") {
				public = append(public, n)
			}
		}
		names = public
	}
	for _, n := range names {
		v, err := m.Attr(n)
		if err != nil {
			return nil, err
		}
		if err := ns.SetField(n, v); err != nil {
			return nil, err
		}
	}
	return starlark.None, nil
}

// relative returns the full name of a module that is named with dots from within
// the package pkg.
func (r *Runtime) relative(pkg, name string, level int) (string, error) {
	if pkg == "" {
		if r.rt.Dialect == syntax.Python2 {
			return "", object.ValueError.Errorf("Attempted relative import in non-package")
		}
		return "", object.ImportError.Errorf("attempted relative import with no known parent package")
	}
	parts := strings.Split(pkg, ".")
	if level-1 >= len(parts) {
		if r.rt.Dialect == syntax.Python2 {
			return "", object.ValueError.Errorf("Attempted relative import beyond toplevel package")
		}
		return "", object.ImportError.Errorf("attempted relative import beyond top-level package")
	}
	parts = parts[:len(parts)-(level-1)]
	if name != "" {
		parts = append(parts, name)
	}
	return strings.Join(parts, "."), nil
}

// packageOf returns the name of the package that the code in ns belongs to.
func packageOf(ns *object.Namespace) string {
	m := ns.Globals().Module
	if m == nil {
		return ""
	}
	if m.Name == "__main__" { // pysock -m a.b says that it is part of a
		pkg, _ := object.AsText(m.Get("__package__"))
		return pkg
	}
	if m.Get("__path__") != nil {
		return m.Name
	}
	if i := strings.LastIndexByte(m.Name, '.'); i >= 0 {
		return m.Name[:i]
	}
	return ""
}

// importHere imports a module as the code in ns names it. In Python 2 that may
// be a neighbour in its package.
func (r *Runtime) importHere(t *object.Thread, ns *object.Namespace, name string) (m, top starlark.Value, err error) {
	if pkg := packageOf(ns); r.rt.Dialect == syntax.Python2 && pkg != "" {
		m, top, err := r.importAbsolute(t, pkg+"."+name)
		if err == nil {
			first, _, _ := strings.Cut(name, ".")
			if v := r.rt.Modules.GetString(pkg + "." + first); v != nil {
				top = v
			}
			return m, top, nil
		}
		if !object.Is(err, object.ImportError, r.rt.Dialect) {
			return nil, nil, err
		}
	}
	return r.importAbsolute(t, name)
}

// importAbsolute imports a.b.c, the packages before it first. It returns the
// module and the first package.
func (r *Runtime) importAbsolute(t *object.Thread, name string) (m, top starlark.Value, err error) {
	if name == "" {
		return nil, nil, object.ValueError.By("Empty module name", "Empty module name")
	}
	var parent *object.Module
	full := ""
	for part := range strings.SplitSeq(name, ".") {
		if full != "" {
			full += "."
		}
		full += part
		m = r.rt.Modules.GetString(full)
		if m == starlark.None {
			return nil, nil, halted(full, name)
		}
		if m == nil {
			mod, err := r.load(t, full, part, parent)
			if err == errNoModule {
				err = noModule(full, name, parent)
			}
			if err != nil {
				return nil, nil, err
			}
			if parent != nil {
				parent.Set(part, mod)
			}
			m = mod
		}
		if top == nil {
			top = m
		}
		parent, _ = m.(*object.Module)
	}
	return m, top, nil
}

// halted is the error for a module that has None for its place in sys.modules.
func halted(full, wanted string) error {
	return object.ModuleNotFoundError.By(noModule2(full, wanted), "import of "+full+" halted; None in sys.modules").
		With("name", object.NewStr(syntax.Python3, full))
}

// noModule2 are Python 2's words for a module that can't be found, which name it
// together with what was wanted of it.
func noModule2(full, wanted string) string {
	return "No module named " + full[strings.LastIndexByte(full, '.')+1:] + wanted[len(full):]
}

// noModule is the error for a module that can't be found.
func noModule(full, wanted string, parent *object.Module) error {
	if why := lib.Refused(full); why != "" {
		return object.ImportError.Errorf("%s %s", full, why)
	}
	msg := "No module named '" + full + "'"
	if parent != nil && parent.Get("__path__") == nil {
		msg += "; '" + parent.Name + "' is not a package"
	}
	return object.ModuleNotFoundError.By(noModule2(full, wanted), msg).With("name", object.NewStr(syntax.Python3, full))
}

// errNoModule is what load returns if there is no such module.
var errNoModule = errors.New("no module")

// A finding is a module that was found but hasn't run: source, a module in Go,
// or a folder without an __init__.py.
type finding struct {
	file, dir string // dir is the folder of a package
	source    []byte // of a module that comes with pysock; else the file is read
	builtin   func() *object.Module
}

// load finds a module and runs it.
func (r *Runtime) load(t *object.Thread, full, last string, parent *object.Module) (*object.Module, error) {
	f, err := r.find(t, full, last, parent)
	switch {
	case err != nil:
		return nil, err
	case f.builtin != nil:
		m := f.builtin()
		r.rt.Modules.SetString(full, m)
		return m, nil
	case f.source != nil:
		return r.loadSource(t, full, f.file, f.dir, f.source)
	case f.file != "":
		return r.loadFile(t, full, f.file, f.dir)
	}
	m := object.NewModule(r.rt, full, "", nil)
	m.Set("__path__", r.rt.List([]starlark.Value{r.rt.Str(f.dir)}))
	r.rt.Modules.SetString(full, m)
	return m, nil
}

// find finds a module. As with CPython, those that are part of the interpreter
// come first, then the files on the path, then the library: a script's
// neighbour may be called queue.py. The script itself may too, and isn't meant
// by its own import of queue.
func (r *Runtime) find(t *object.Thread, full, last string, parent *object.Module) (finding, error) {
	isPackage := parent != nil && parent.Get("__path__") != nil
	if !isPackage && lib.IsCore(r.rt.Dialect, full) || parent != nil && embedded.IsFile(fileOf(parent)) {
		if f, err := r.findLibrary(full); err == nil {
			return f, nil
		}
	}
	if !isPackage && parent != nil {
		return r.findLibrary(full)
	}
	path, err := r.searchPath(t, parent)
	if err != nil {
		return finding{}, err
	}
	if r.rt.Dialect != syntax.Python2 && strings.ContainsRune(last, filepath.Separator) {
		path = nil // names of files are compared with it, not made of it
	}
	for _, dir := range path {
		if file := filepath.Join(dir, last, "__init__.py"); isFile(file) {
			return finding{file: file, dir: filepath.Join(dir, last)}, nil
		}
		if file := filepath.Join(dir, last+".py"); isFile(file) {
			if file == r.script && r.inLibrary(full) {
				continue
			}
			return finding{file: file}, nil
		}
	}
	if f, err := r.findLibrary(full); err == nil {
		return f, nil
	}
	for _, dir := range path {
		if pkg := filepath.Join(dir, last); r.rt.Dialect != syntax.Python2 && isDir(pkg) {
			return finding{dir: pkg}, nil
		}
	}
	return finding{}, errNoModule
}

// fileOf is the __file__ of a module.
func fileOf(m *object.Module) string {
	s, _ := object.AsText(m.Get("__file__"))
	return s
}

// inLibrary reports whether a module comes with pysock.
func (r *Runtime) inLibrary(name string) bool {
	if lib.Lookup(r.rt.Dialect, name) != nil {
		return true
	}
	_, ok := embedded.Lookup(r.rt.Dialect, name)
	return ok
}

// findLibrary finds a module that comes with pysock.
func (r *Runtime) findLibrary(full string) (finding, error) {
	switch full {
	case "__future__":
		return finding{builtin: r.futureModule}, nil
	case "_traceback":
		return finding{builtin: r.tracebackModule}, nil
	}
	if make := lib.Lookup(r.rt.Dialect, full); make != nil {
		return finding{builtin: func() *object.Module { return make(r.rt) }}, nil
	}
	m, ok := embedded.Lookup(r.rt.Dialect, full)
	if !ok || lib.Refused(full) != "" {
		return finding{}, errNoModule
	}
	f := finding{file: embedded.File(full), source: m.Source}
	if m.Package {
		f.dir = f.file
	}
	return f, nil
}

// takeParts makes an embedded module's __parts__, a dict of names by the module
// that holds them, what the module looks names up in that it lacks.
func takeParts(m *object.Module) {
	d, ok := m.Dict.GetString("__parts__").(*object.Dict)
	if !ok {
		return
	}
	m.Dict.DelString("__parts__")
	m.Parts = make(map[string]string)
	for _, kv := range d.Items() {
		part, _ := object.AsText(kv[0])
		names, _ := object.AsText(kv[1])
		for name := range strings.FieldsSeq(names) {
			m.Parts[name] = part
		}
	}
}

// takeAbsent makes an embedded module's __absent__, a dict of reasons by name,
// what the module says when asked for what it leaves out on purpose.
func takeAbsent(m *object.Module) {
	d, ok := m.Dict.GetString("__absent__").(*object.Dict)
	if !ok {
		return
	}
	m.Dict.DelString("__absent__")
	m.Absent = make(map[string]string)
	for _, kv := range d.Items() {
		name, _ := object.AsText(kv[0])
		m.Absent[name], _ = object.AsText(kv[1])
	}
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// searchPath is sys.path, or the __path__ of a package.
func (r *Runtime) searchPath(t *object.Thread, parent *object.Module) ([]string, error) {
	list := r.rt.Sys.Get("path")
	if parent != nil {
		list = parent.Get("__path__")
	}
	if list == nil {
		return nil, object.RuntimeError.Errorf("unable to get sys.path")
	}
	elems, err := object.Elements(t, list)
	if err != nil {
		return nil, object.RuntimeError.By("sys.path must be a list of directory names", "unable to get sys.path")
	}
	var path []string
	for _, e := range elems {
		if s, ok := object.AsText(e); ok {
			path = append(path, s)
		}
	}
	return path, nil
}

// loadFile runs a file as the module of that name; dir is its folder if it is a
// package. A module that fails is as if it had never been there.
func (r *Runtime) loadFile(t *object.Thread, full, file, dir string) (*object.Module, error) {
	src, err := r.readFile(file)
	if err != nil {
		return nil, object.OSFail(object.IOError, err, r.rt.Str(file))
	}
	return r.loadSource(t, full, file, dir, src)
}

// loadSource runs the text of a file as loadFile does.
func (r *Runtime) loadSource(t *object.Thread, full, file, dir string, src []byte) (*object.Module, error) {
	m, err := r.runSource(t, object.NewModule(r.rt, full, "", nil), full, file, dir, src)
	if err != nil {
		r.rt.Modules.DelString(full)
	}
	return m, err
}

// runSource runs the text of a file over the names of a module.
func (r *Runtime) runSource(t *object.Thread, m *object.Module, full, file, dir string, src []byte) (*object.Module, error) {
	p, err := r.compileModule(file, src)
	if err != nil {
		return nil, err
	}
	m.Set("__file__", r.rt.Str(file))
	if dir != "" {
		m.Set("__path__", r.rt.List([]starlark.Value{r.rt.Str(dir)}))
	}
	m.Set("__package__", r.rt.Str(packageName(full, dir)))
	if p.doc != nil {
		m.Set("__doc__", r.constant(p.doc))
	}
	m.Set("__builtins__", r.rt.Builtins)
	r.rt.Modules.SetString(full, m)
	m.Loading = true
	_, err = r.run(t, p, object.NewNamespace(r.rt, m.Dict, m), nil)
	m.Loading = false
	if err != nil {
		return nil, err
	}
	if embedded.IsFile(file) {
		takeParts(m)
		takeAbsent(m)
	}
	if v, ok := r.rt.Modules.GetString(full).(*object.Module); ok {
		return v, nil // the module may have put another in its place
	}
	return m, nil
}

func packageName(full, dir string) string {
	if dir != "" {
		return full
	}
	if i := strings.LastIndexByte(full, '.'); i >= 0 {
		return full[:i]
	}
	return ""
}

// A libraryFile is a module of the library in a dialect.
type libraryFile struct {
	dialect syntax.Dialect
	file    string
}

// library holds the programs of the library's modules that were imported in this process, by
// libraryFile: they are the same in all runtimes, but for their units.
var library sync.Map

// compileModule is compileFile for a module, which it does once for one of the library's.
func (r *Runtime) compileModule(file string, src []byte) (*program, error) {
	if !embedded.IsFile(file) {
		return r.compileFile(file, src, r.rt.Dialect, compileOptions{open: true})
	}
	key := libraryFile{r.rt.Dialect, file}
	if known, ok := library.Load(key); ok {
		p := *known.(*program)
		p.unit = newUnit(r, p.unit.file, p.unit.info)
		r.sources[file] = source{src: src, dialect: p.dialect}
		return &p, nil
	}
	p, err := r.compileFile(file, src, r.rt.Dialect, compileOptions{open: true})
	if err == nil {
		common := *p
		common.unit = newUnit(nil, p.unit.file, p.unit.info)
		library.Store(key, &common)
	}
	return p, err
}

// compileFile parses and compiles a file. The error is a Python exception.
func (r *Runtime) compileFile(path string, src []byte, d syntax.Dialect, opts compileOptions) (*program, error) {
	f, err := r.parse(path, src, syntax.Options{Dialect: d})
	if err != nil {
		return nil, r.syntaxError(err)
	}
	p, err := r.compile(f, src, opts)
	if err != nil {
		return nil, r.syntaxError(err)
	}
	r.sources[path] = source{src: src, dialect: f.Dialect}
	return p, nil
}

// readFile reads a file of source, which the script may just have written.
func (r *Runtime) readFile(path string) ([]byte, error) {
	file.FlushSame(r.rt, path, false)
	return os.ReadFile(path)
}
