//go:build unix

package netfd

import "encoding/binary"

// addrSize is the room for an address: that of a sockaddr_storage.
const addrSize = 128

// An Addr is a socket address in the form the kernel uses. The zero Addr is
// none at all. Two addresses can be compared with Equal, without decoding.
type Addr struct {
	n uint32
	b [addrSize]byte
}

// MakeAddr returns the address with family and the bytes after it in the
// kernel's structure: for AF_INET port, host and padding.
func MakeAddr(family int, data []byte) Addr {
	var a Addr
	a.n = uint32(famSize + copy(a.b[famSize:], data))
	putFamily(&a, family)
	return a
}

// Inet4 returns an address of AF_INET.
func Inet4(host [4]byte, port uint16) Addr {
	a := Addr{n: 16}
	putFamily(&a, afInet)
	binary.BigEndian.PutUint16(a.b[2:], port)
	copy(a.b[4:8], host[:])
	return a
}

// Inet6 returns an address of AF_INET6. flow is in host byte order.
func Inet6(host [16]byte, port uint16, flow, scope uint32) Addr {
	a := Addr{n: 28}
	putFamily(&a, afInet6)
	binary.BigEndian.PutUint16(a.b[2:], port)
	binary.BigEndian.PutUint32(a.b[4:], flow)
	copy(a.b[8:24], host[:])
	binary.NativeEndian.PutUint32(a.b[24:], scope)
	return a
}

// Family returns the address family, 0 (AF_UNSPEC) if there is no address.
func (a *Addr) Family() int {
	if a.n < famSize {
		return 0
	}
	return getFamily(a)
}

// Inet4 returns host and port of an AF_INET address.
func (a *Addr) Inet4() (host [4]byte, port uint16) {
	return [4]byte(a.b[4:8]), binary.BigEndian.Uint16(a.b[2:])
}

// Inet6 returns the parts of an AF_INET6 address, flow in host byte order.
func (a *Addr) Inet6() (host [16]byte, port uint16, flow, scope uint32) {
	return [16]byte(a.b[8:24]), binary.BigEndian.Uint16(a.b[2:]),
		binary.BigEndian.Uint32(a.b[4:]), binary.NativeEndian.Uint32(a.b[24:])
}

// Data returns the bytes after the family.
func (a *Addr) Data() []byte {
	if a.n < famSize {
		return nil
	}
	return a.b[famSize:min(a.n, addrSize)]
}

// Equal reports whether a and b are the same address.
func (a *Addr) Equal(b *Addr) bool {
	n := min(a.n, addrSize)
	return a.n == b.n && string(a.b[:n]) == string(b.b[:n])
}
