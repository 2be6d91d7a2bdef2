package pysock

import (
	"os"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// errNotRunnable is a module that pysock -m can't run.
type errNotRunnable string

func (e errNotRunnable) Error() string { return string(e) }

// RunModule runs a module as the script: pysock -m name. Of a package it runs
// the module __main__. It imports from the current folder first.
func (r *Runtime) RunModule(name string) error {
	d := r.cfg.Dialect
	if d == syntax.Auto {
		d = syntax.Python3
	}
	dir := ""
	if d != syntax.Python2 {
		dir, _ = os.Getwd()
	}
	r.start(d, dir)
	r.rt.Acquire(r.thread)
	defer r.rt.Release()
	f, pkg, err := r.findMain(name)
	if err != nil {
		return err
	}
	src := f.source
	if src == nil {
		if src, err = r.readFile(f.file); err != nil {
			return err
		}
	}
	tree, err := r.parse(f.file, src, syntax.Options{Dialect: d})
	if err != nil {
		return r.syntaxError(err)
	}
	r.mainMod.Set("__file__", r.rt.Str(object.DecodeArg(d, f.file)))
	r.mainMod.Set("__package__", r.rt.Str(pkg))
	argv := []starlark.Value{r.rt.Str(object.DecodeArg(d, f.file))}
	for _, a := range r.rt.Argv[1:] {
		argv = append(argv, r.rt.Str(object.DecodeArg(d, a)))
	}
	r.rt.Sys.Set("argv", r.rt.List(argv))
	r.sources[f.file] = source{src: src, dialect: d, tree: tree}
	return r.runMain(tree, src)
}

// noPackage is the error of a module whose package can't be found. What fails
// inside of the package remains as it is.
func (r *Runtime) noPackage(err error, name, pkg string) error {
	e := r.thread.Exception(err)
	kind := object.ModuleNotFoundError
	if r.rt.Dialect == syntax.Python2 {
		kind = object.ImportError
	}
	if e.Class() != kind.Class(r.rt.Dialect) || len(e.Args) == 0 {
		return err
	}
	words, _ := object.AsText(e.Args[0])
	if r.rt.Dialect == syntax.Python2 {
		if missing, ok := strings.CutPrefix(words, "No module named "); !ok || !strings.Contains("."+pkg+".", "."+missing+".") {
			return err
		}
		return errNotRunnable(words)
	}
	if missing, _ := object.AsText(e.Slot("name")); !strings.HasPrefix(pkg+".", missing+".") {
		return err
	}
	return errNotRunnable("Error while finding module specification for '" + name + "' (ModuleNotFoundError: " + words + ")")
}

// findMain finds the source to run for a module, and the package it belongs to.
func (r *Runtime) findMain(name string) (f finding, pkg string, err error) {
	last := name
	var parent *object.Module
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		pkg, last = name[:i], name[i+1:]
		m, _, err := r.importAbsolute(r.thread, pkg)
		if err != nil {
			return f, "", r.noPackage(err, name, pkg)
		}
		parent, _ = m.(*object.Module)
	}
	f, err = r.find(r.thread, name, last, parent)
	switch {
	case err == errNoModule:
		return f, "", errNotRunnable("No module named " + name)
	case err != nil:
		return f, "", err
	case f.dir != "" && last != "__main__":
		f, pkg, err = r.findMain(name + ".__main__")
		if _, ok := err.(errNotRunnable); ok {
			err = errNotRunnable("No module named " + name + ".__main__; '" + name + "' is a package and cannot be directly executed")
		}
		return f, pkg, err
	case f.builtin != nil:
		return f, "", errNotRunnable("No code object available for " + name)
	}
	return f, pkg, nil
}
