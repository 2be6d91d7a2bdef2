// Package lib is the table of the Python modules that are written in Go. Each
// stands in a package of its own below this one, named py + the module's name.
package lib

import "example.com/pysock/pysock/object"

// A Constructor makes a module for one runtime, when it is first imported.
type Constructor func(rt *object.Runtime) *object.Module

// Modules are the modules by the name under which a script imports them.
var Modules = map[string]Constructor{}
