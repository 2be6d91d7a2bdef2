//go:build unix

package pysocket

import (
	"encoding/binary"
	"net"
	"strings"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// What stands after the family in a sockaddr_ll, packet(7): protocol in network
// order, interface, type of hardware, packet type, length of the address, and
// room for its eight bytes.
const (
	packetHeader = 10
	packetRoom   = 8
)

// packetArg takes (interface, protocol[, packet type[, hardware type[, address]]]).
// It raises OSError for an interface that isn't there.
func (m *module) packetArg(t *object.Thread, prefix string, v starlark.Value) (a netfd.Addr, err error) {
	const elements = "AF_PACKET address must be a tuple of two to five elements"
	tuple, ok := object.AsTuple(v)
	if !ok {
		return a, object.TypeError.Errorf("%s: AF_PACKET address must be tuple, not %s", prefix, object.TypeName(v))
	}
	switch n := len(tuple); {
	case n >= 2 && n <= 5:
	case !m.py2():
		return a, object.TypeError.Errorf(elements)
	case n < 2:
		return a, object.TypeError.Errorf("function takes at least 2 arguments (%d given)", n)
	default:
		return a, object.TypeError.Errorf("function takes at most 5 arguments (%d given)", n)
	}
	name, ok := object.AsText(tuple[0])
	switch {
	case !ok:
		return a, object.TypeError.By("argument 1 must be string, not "+object.ArgName(tuple[0]), elements)
	case strings.IndexByte(name, 0) >= 0 && m.py2():
		return a, object.TypeError.Errorf("argument 1 must be string without null bytes, not %s", object.TypeName(tuple[0]))
	case strings.IndexByte(name, 0) >= 0:
		return a, object.ValueError.Errorf("embedded null character")
	}
	var numbers [3]int // protocol, packet type, hardware type
	var address []byte
	for i, x := range tuple[1:] {
		if i == len(numbers) {
			if address, err = t.Buffer("", 4, x); err != nil && m.py2() {
				err = object.TypeError.Errorf("argument 5 must be string or read-only buffer, not %s", object.ArgName(x))
			}
		} else {
			err = intArg(t, x, &numbers[i])
		}
		if err != nil {
			if !m.py2() && object.Is(err, object.OverflowError, m.rt.Dialect) {
				err = object.OverflowError.Errorf("%s: address argument out of range", prefix)
			}
			return a, err
		}
	}
	protocol := numbers[0]
	i, err := net.InterfaceByName(name)
	switch {
	case err != nil:
		return a, m.fail(unix.ENODEV)
	case len(address) > packetRoom:
		return a, object.ValueError.Errorf("Hardware address must be 8 bytes or less")
	case protocol < 0 || protocol > 0xffff:
		return a, object.OverflowError.By(prefix+": protoNumber must be 0-65535.", prefix+": proto must be 0-65535.")
	}
	d := make([]byte, packetHeader+packetRoom)
	binary.BigEndian.PutUint16(d, uint16(protocol))
	binary.NativeEndian.PutUint32(d[2:], uint32(i.Index))
	binary.NativeEndian.PutUint16(d[6:], uint16(numbers[2]))
	d[8] = byte(numbers[1])
	d[9] = byte(copy(d[packetHeader:], address))
	return netfd.MakeAddr(afPacket, d), nil
}

// packetValue is the Python address for what stands after the family in a
// sockaddr_ll.
func (m *module) packetValue(d []byte) starlark.Value {
	name := "" // as for a socket that listens to all interfaces
	if i, err := net.InterfaceByIndex(int(int32(binary.NativeEndian.Uint32(d[2:])))); err == nil {
		name = i.Name
	}
	return starlark.Tuple{
		m.rt.Str(name),
		starlark.MakeInt(int(binary.BigEndian.Uint16(d))),
		starlark.MakeInt(int(d[8])),
		starlark.MakeInt(int(binary.NativeEndian.Uint16(d[6:]))),
		m.rt.Bytes(d[packetHeader:min(packetHeader+int(d[9]), len(d))]),
	}
}
