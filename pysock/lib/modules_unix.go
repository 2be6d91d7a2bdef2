//go:build unix

package lib

import (
	"example.com/pysock/pysock/lib/pyfcntl"
	"example.com/pysock/pysock/lib/pyos"
	"example.com/pysock/pysock/lib/pypwd"
	"example.com/pysock/pysock/lib/pyresource"
	"example.com/pysock/pysock/lib/pyselect"
	"example.com/pysock/pysock/lib/pysocket"
	"example.com/pysock/pysock/lib/pyssl"
	"example.com/pysock/pysock/lib/pytermios"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
)

// platformModules are those that stand on Unix.
var platformModules = map[string]module{
	"fcntl":    {New: pyfcntl.New, Core: true},
	"select":   {New: pyselect.New, Core: true},
	"_socket":  {New: pysocket.NewRaw, Core: true},
	"socket":   {New: pysocket.New},
	"_ssl":     {New: pyssl.New},
	"pwd":      {New: pypwd.New, Core: true},
	"grp":      {New: pypwd.NewGroup},
	"resource": {New: pyresource.New},
	"termios":  {New: pytermios.New},
	"posix":    {New: pyos.New, Core: true},
}

// Sockets describes the sockets that the scripts of an interpreter have open.
func Sockets(rt *object.Runtime) []netfd.SocketInfo { return pysocket.Open(rt) }

// Refused tells why this platform doesn't have a module, "" if that isn't known.
func Refused(string) string { return "" }
