// Package embedded holds the Python modules that are best written in Python.
// Their sources are part of the binary, and compiled when a script first
// imports them, in the dialect of that script.
//
// A file serves both dialects if it can: it is then written in what both
// accept, and asks sys.version_info where they differ. Where that would be
// contorted, name_2.py and name_3.py stand beside each other. A package is a
// folder with an __init__.py, or an __init___3.py if only one dialect has it.
//
// What few scripts use of a big module stands in a module of its own, which
// __parts__ names: {"_functools_dispatch": "singledispatch ..."}. It is
// imported when one of these names is asked for.
//
// What a module leaves out on purpose it names in __absent__, with the reason,
// which the AttributeError tells: {"fork": "..."}.
//
// Names of helpers begin with an underscore, __all__ lists the public ones:
// what a script sees is what CPython's module of that name shows.
package embedded

import (
	"embed"
	"path"
	"strings"

	"example.com/pysock/pysock/syntax"
)

//go:embed *.py */*.py */*/*.py
var files embed.FS

// A Module is the source of an embedded module.
type Module struct {
	Source  []byte
	Package bool // it may have modules inside
}

// Lookup returns the module that dialect d knows under a dotted name.
func Lookup(d syntax.Dialect, name string) (m Module, ok bool) {
	stem := strings.ReplaceAll(name, ".", "/")
	suffix := "_3.py"
	if d == syntax.Python2 {
		suffix = "_2.py"
	}
	for _, file := range []string{stem + ".py", stem + suffix, path.Join(stem, "__init__.py"), path.Join(stem, "__init__"+suffix)} {
		if src, err := files.ReadFile(file); err == nil {
			return Module{Source: src, Package: strings.HasPrefix(path.Base(file), "__init__")}, true
		}
	}
	return Module{}, false
}

// File is the name under which the code of an embedded module is compiled, as
// CPython names the modules inside it. Tracebacks leave out its frames, as they
// have none of the modules written in Go.
func File(name string) string { return prefix + name + ">" }

const prefix = "<frozen "

// IsFile reports whether code stands in an embedded module.
func IsFile(file string) bool { return strings.HasPrefix(file, prefix) }
