package lib

import (
	"example.com/pysock/pysock/lib/pyos"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
)

// platformModules are those that Windows has.
var platformModules = map[string]module{
	"nt":    {New: pyos.New, Core: true},
	"posix": {New: pyos.New, Core: true}, // for our own modules, which call it so everywhere
}

// refused are the modules that aren't there on Windows, and why.
var refused = map[string]string{
	"socket": noSockets, "_socket": noSockets, "ssl": noSockets, "_ssl": noSockets,
	"select": noSockets, "selectors": noSockets, "subprocess": noProcesses,
	"fcntl": unixOnly, "termios": unixOnly, "tty": unixOnly, "pty": unixOnly, "pwd": unixOnly, "grp": unixOnly, "resource": unixOnly,
}

const (
	noSockets   = "isn't there on Windows yet: sockets, and waiting for them, need Linux or macOS so far"
	noProcesses = "isn't there on Windows yet: starting programs needs Linux or macOS so far"
	unixOnly    = "isn't there on Windows, which has nothing of the kind"
)

// Sockets describes the sockets that the scripts of an interpreter have open.
func Sockets(rt *object.Runtime) []netfd.SocketInfo { return nil }

// Refused tells why this platform doesn't have a module, "" if that isn't known.
func Refused(name string) string { return refused[name] }
