package complete

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/embedded"
	"example.com/pysock/pysock/lib"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// importStart returns the index of the first token of the dotted name that is
// being typed in "import a, b.c".
func (p *place) importStart() int {
	i := len(p.toks)
	for i > p.first+1 && !p.is(i-1, ",") {
		i--
	}
	return i
}

// moduleNames completes the dotted name that begins with the token start.
func (p *place) moduleNames(start int) []string {
	dotted := ""
	for i := start; i < len(p.toks); i++ {
		switch {
		case p.is(i, "."):
			dotted += "."
		case p.toks[i].kind == name && (i == start || p.is(i-1, ".")):
			dotted += p.str(i)
		default:
			return nil
		}
	}
	pkg, isInside := strings.CutSuffix(dotted, ".")
	if dotted != "" && !isInside {
		return p.matching([]string{"as"})
	}
	return p.matching(p.c.modules(pkg))
}

// fromNames completes "from a.b import c, d".
func (p *place) fromNames() []string {
	at := -1
	for i := p.first + 1; i < len(p.toks); i++ {
		if p.is(i, "import") && !p.is(i-1, ".") {
			at = i
		}
	}
	if at < 0 {
		last := len(p.toks) - 1
		if last > p.first && !p.is(last, ".", "...") {
			return p.matching([]string{"import"})
		}
		if p.is(p.first+1, ".", "...") {
			return nil // a session is in no package
		}
		return p.moduleNames(p.first + 1)
	}
	last := len(p.toks) - 1
	switch {
	case p.is(last, "as"):
		return nil
	case p.toks[last].kind == name && last > at:
		return p.matching([]string{"as"})
	}
	module := ""
	for i := p.first + 1; i < at; i++ {
		module += p.str(i)
	}
	return p.matching(append(p.c.namesInside(module), p.c.modules(module)...))
}

// modules returns the last parts of the names of modules in a package; those of
// modules in none if it is "".
func (c *Completer) modules(pkg string) []string {
	d := c.rt.Dialect
	seen := make(map[string]bool)
	add := func(full string) {
		if pkg != "" {
			var ok bool
			if full, ok = strings.CutPrefix(full, pkg+"."); !ok {
				return
			}
		}
		if full, _, _ = strings.Cut(full, "."); full != "" {
			seen[full] = true
		}
	}
	for _, n := range embedded.Names(d) {
		if !strings.HasPrefix(n, "_") { // parts of others, which CPython doesn't have
			add(n)
		}
	}
	for _, n := range lib.Names(d) {
		add(n)
	}
	for _, k := range c.rt.Modules.Keys() {
		if n, ok := object.AsText(k); ok && n != "__main__" {
			add(n)
		}
	}
	for _, dir := range c.folders(pkg) {
		for _, n := range filesOf(dir) {
			seen[n] = true
		}
	}
	var names []string
	for n := range seen {
		names = append(names, n)
	}
	return names
}

// folders returns where the modules of a package are looked for.
func (c *Completer) folders(pkg string) []string {
	dirs := texts(c.rt.Sys.Get("path"))
	if pkg == "" {
		return dirs
	}
	var inside []string
	for _, dir := range dirs {
		dir = filepath.Join(dir, filepath.FromSlash(strings.ReplaceAll(pkg, ".", "/")))
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			inside = append(inside, dir)
		}
	}
	return inside
}

// texts are the strings in a plain list.
func texts(v starlark.Value) []string {
	list, ok := v.(*object.List)
	if !ok {
		return nil
	}
	var out []string
	for _, e := range list.Elems {
		if s, ok := object.AsText(e); ok {
			out = append(out, s)
		}
	}
	return out
}

// filesOf returns the names of the modules in a folder.
func filesOf(dir string) []string {
	if dir == "" {
		dir = "."
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		n := e.Name()
		if e.IsDir() {
			if _, err := os.Stat(filepath.Join(dir, n, "__init__.py")); err != nil {
				continue
			}
		} else if filepath.Ext(n) != ".py" {
			continue
		}
		if n = strings.TrimSuffix(n, ".py"); isName(n) && n != "__init__" {
			names = append(names, n)
		}
	}
	return names
}

func isName(s string) bool {
	toks, at := lex(s)
	return at == inCode && len(toks) == 1 && toks[0].kind == name
}

// moduleNamed is what is known of a module that the source imports.
func (c *Completer) moduleNamed(name string) known {
	if m := c.rt.Modules.GetString(name); m != nil && m != starlark.None {
		return known{value: m}
	}
	return known{module: name}
}

// namesInside returns the names that a module has, without importing it.
func (c *Completer) namesInside(module string) []string {
	if m := c.rt.Modules.GetString(module); m != nil && m != starlark.None {
		return c.rt.StaticNames(m)
	}
	parent, last := "", module
	if i := strings.LastIndexByte(module, '.'); i >= 0 {
		parent, last = module[:i], module[i+1:]
	}
	if !lib.IsCore(c.rt.Dialect, module) {
		for _, dir := range c.folders(parent) {
			for _, file := range []string{filepath.Join(dir, last+".py"), filepath.Join(dir, last, "__init__.py")} {
				if src, err := os.ReadFile(file); err == nil {
					return boundIn(c.rt.Dialect, src)
				}
			}
		}
	}
	if slices.Contains(embedded.Names(c.rt.Dialect), module) || slices.Contains(lib.Names(c.rt.Dialect), module) || module == "__future__" {
		return ownNames(c.rt.Dialect, module)
	}
	return nil
}

// boundIn returns the names that source binds at its top level.
func boundIn(d syntax.Dialect, src []byte) []string {
	f, err := syntax.Parse("", src, syntax.Options{Dialect: d})
	if err != nil {
		return nil
	}
	info, err := scope.Analyze(f, scope.Options{})
	if err != nil {
		return nil
	}
	return info.Of(f).Bound()
}

// looked keeps what ownNames has found out.
var looked sync.Map

// ownNames returns the names in a module that comes with pysock. It is imported in an
// interpreter of its own, which sees no files.
func ownNames(d syntax.Dialect, module string) []string {
	if d == syntax.Starlark {
		d = syntax.Python3
	}
	type key struct {
		d      syntax.Dialect
		module string
	}
	if names, ok := looked.Load(key{d, module}); ok {
		return names.([]string)
	}
	var out bytes.Buffer
	r := pysock.New(pysock.Config{Dialect: d, Stdout: &out})
	src := "import sys\nsys.path[:] = []\nimport " + module + "\nsys.stdout.write('\\n'.join(dir(sys.modules['" + module + "'])))\n"
	if r.Report(r.RunSource("<string>", []byte(src))) != 0 {
		return nil
	}
	names := strings.Split(out.String(), "\n")
	looked.Store(key{d, module}, names)
	return names
}

// starModules are the modules that .star files find by their names.
func (c *Completer) starModules() []string {
	return slices.DeleteFunc(lib.Names(syntax.Starlark), func(n string) bool { return strings.HasPrefix(n, "_") })
}

func (c *Completer) isStarModule(name string) bool {
	return slices.Contains(lib.Names(syntax.Starlark), name)
}
