// Package pyerrno is Python's module errno: the numbers of this platform's
// system errors by name, and errorcode, the names by number.
package pyerrno

import (
	"slices"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := object.NewModule(rt, "errno", "The numbers of system errors by name; errorcode has the names by number.", nil)
	codes := object.NewDict(limit)
	set := func(name string, e posix.Errno) {
		m.Set(name, starlark.MakeInt(int(e)))
		codes.SetKey(starlark.MakeInt(int(e)), rt.Str(name))
	}
	unknown := strings.Fields(foreign)
	if rt.Dialect == syntax.Python2 {
		unknown = append(unknown, strings.Fields(new2)...)
	}
	for e := posix.Errno(1); e < limit; e++ {
		if name := posix.Name(e); name != "" && !slices.Contains(unknown, name) {
			set(name, e)
		}
	}
	for _, a := range aliases {
		if m.Get(a.name) == nil {
			m.Set(a.name, starlark.MakeInt(int(a.errno)))
		}
		if a.shown {
			set(a.name, a.errno)
		}
	}
	m.Set("errorcode", codes)
	return m
}

// An alias is another name of a number; if shown, the one that errorcode has.
type alias struct {
	name  string
	errno posix.Errno
	shown bool
}
