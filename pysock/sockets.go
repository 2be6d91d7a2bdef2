package pysock

import (
	"slices"

	"example.com/pysock/pysock/lib"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
)

// A Socket is one that a session has open.
type Socket struct {
	netfd.SocketInfo
	Names []string // the variables of __main__ that hold it
}

// Sockets returns the sockets that the session has open, in the order of their
// descriptors.
func (s *Session) Sockets() []Socket {
	names := make(map[int][]string)
	for _, kv := range s.r.mainMod.Dict.Items() {
		name, ok := object.AsText(kv[0])
		if x, isFile := object.Unwrap(kv[1]).(interface{ Fileno() int }); ok && isFile {
			names[x.Fileno()] = append(names[x.Fileno()], name)
		}
	}
	var list []Socket
	for _, info := range lib.Sockets(s.r.rt) {
		held := names[info.Descriptor]
		slices.Sort(held)
		list = append(list, Socket{info, held})
	}
	return list
}
