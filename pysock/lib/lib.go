// Package lib is the table of the Python modules that are written in Go. Each
// stands in a package of its own below this one, named py + the module's name.
package lib

import (
	"slices"

	"example.com/pysock/pysock/lib/pyabc"
	"example.com/pysock/pysock/lib/pyarray"
	"example.com/pysock/pysock/lib/pybinascii"
	"example.com/pysock/pysock/lib/pybisect"
	"example.com/pysock/pysock/lib/pycodecs"
	"example.com/pysock/pysock/lib/pycollections"
	"example.com/pysock/pysock/lib/pyerrno"
	"example.com/pysock/pysock/lib/pyfunctools"
	"example.com/pysock/pysock/lib/pygc"
	"example.com/pysock/pysock/lib/pyhashlib"
	"example.com/pysock/pysock/lib/pyheapq"
	"example.com/pysock/pysock/lib/pyio"
	"example.com/pysock/pysock/lib/pyitertools"
	"example.com/pysock/pysock/lib/pyjson"
	"example.com/pysock/pysock/lib/pymath"
	"example.com/pysock/pysock/lib/pyoperator"
	"example.com/pysock/pysock/lib/pypickle"
	"example.com/pysock/pysock/lib/pyrandom"
	"example.com/pysock/pysock/lib/pyre"
	"example.com/pysock/pysock/lib/pysignal"
	"example.com/pysock/pysock/lib/pystruct"
	"example.com/pysock/pysock/lib/pysys"
	"example.com/pysock/pysock/lib/pythread"
	"example.com/pysock/pysock/lib/pytime"
	"example.com/pysock/pysock/lib/pyweakref"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Constructor makes a module for one runtime, when it is first imported.
type Constructor func(rt *object.Runtime) *object.Module

// A module is what the tables know of one.
type module struct {
	New Constructor
	// Only is the dialect that has the module, Auto if all do.
	Only syntax.Dialect
	// Core modules are part of CPython's interpreter: no file on sys.path can
	// take their place.
	Core bool
	// Core2 modules are part of Python 2's alone.
	Core2 bool
}

// modules are the modules by the name under which a script imports them; those
// that stand on what only some platforms have are in platformModules.
var modules = map[string]module{
	"_abc":         {New: pyabc.New, Core: true},
	"_codecs":      {New: pycodecs.New, Core: true},
	"_collections": {New: pycollections.New, Core: true},
	"_functools":   {New: pyfunctools.New, Core: true},
	"_io":          {New: pyio.New, Core: true},
	"_bisect":      {New: pybisect.New},
	"_heapq":       {New: pyheapq.New},
	"_json":        {New: pyjson.New},
	"_hashlib":     {New: pyhashlib.New},
	"struct":       {New: pystruct.New},
	"_struct":      {New: pystruct.New},
	"array":        {New: pyarray.New},
	"binascii":     {New: pybinascii.New},
	"_operator":    {New: pyoperator.NewC, Only: syntax.Python3, Core: true},
	"cStringIO":    {New: pyio.NewCStringIO, Only: syntax.Python2, Core: true},
	"itertools":    {New: pyitertools.New, Core: true},
	"math":         {New: pymath.New, Core: true},
	"operator":     {New: pyoperator.New},
	"re":           {New: pyre.New},
	"sys":          {New: pysys.New, Core: true},
	"_random":      {New: pyrandom.New, Core: true},
	"_thread":      {New: pythread.New, Only: syntax.Python3, Core: true},
	"_queue":       {New: pythread.NewQueue},
	"_signal":      {New: pysignal.New, Only: syntax.Python3, Core: true},
	"signal":       {New: pysignal.NewEnums, Core2: true},
	"thread":       {New: pythread.New, Only: syntax.Python2, Core: true},
	"_weakref":     {New: pyweakref.New, Core: true},
	"errno":        {New: pyerrno.New, Core: true},
	"pickle":       {New: pypickle.New},
	"_pickle":      {New: pypickle.NewC, Only: syntax.Python3, Core: true},
	"cPickle":      {New: pypickle.NewC2, Only: syntax.Python2, Core: true},
	"gc":           {New: pygc.New, Core: true},
	"time":         {New: pytime.New, Core: true},
}

// IsCore reports whether in dialect d no file can take the place of a module.
func IsCore(d syntax.Dialect, name string) bool {
	return modules[name].Core || modules[name].Core2 && d == syntax.Python2 || platformModules[name].Core || name == "__future__"
}

// Lookup returns the constructor of a module, or nil if dialect d has none of
// that name.
func Lookup(d syntax.Dialect, name string) Constructor {
	m, ok := modules[name]
	if !ok {
		m, ok = platformModules[name]
	}
	if !ok || m.Only != syntax.Auto && m.Only != d && d != syntax.Starlark {
		return nil
	}
	return m.New
}

// Names returns the names of all modules that dialect d has.
func Names(d syntax.Dialect) []string {
	var names []string
	for _, table := range []map[string]module{modules, platformModules} {
		for name := range table {
			if Lookup(d, name) != nil {
				names = append(names, name)
			}
		}
	}
	return names
}

// Builtin returns sys.builtin_module_names: the modules that no file can replace.
func Builtin(rt *object.Runtime) starlark.Tuple {
	var names []string
	for _, name := range Names(rt.Dialect) {
		if IsCore(rt.Dialect, name) {
			names = append(names, name)
		}
	}
	names = append(names, rt.Builtins.Name)
	slices.Sort(names)
	tuple := make(starlark.Tuple, len(names))
	for i, name := range names {
		tuple[i] = rt.Str(name)
	}
	return tuple
}

// TakeProcess makes the process the script's: signals do what they do to any
// process.
func TakeProcess(rt *object.Runtime) {
	pysignal.Defaults()
	rt.KillSelf = pysignal.Kill
}

// Die ends the process by a signal.
func Die(sig int) { pysignal.Die(sig) }

// ReloadSys is what Python 2's reload(sys) does to the module.
func ReloadSys(sys *object.Module) { pysys.Reload(sys) }
