//go:build unix

package pysocket

import (
	"context"
	"encoding/binary"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"unsafe"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// addressArg turns a Python address of the socket's family into the kernel's.
// caller is the method's name.
func (s *Socket) addressArg(t *object.Thread, caller string, v starlark.Value) (a netfd.Addr, err error) {
	prefix := caller + "()"
	if s.m.py2() {
		prefix = "getsockaddrarg"
	}
	switch s.family {
	case unix.AF_INET:
		return s.m.inetArg(t, prefix, v)
	case unix.AF_INET6:
		return s.m.inet6Arg(t, prefix, v)
	case unix.AF_UNIX:
		return s.m.unixArg(t, v)
	case afNetlink:
		return s.m.netlinkArg(t, prefix, v)
	case afPacket:
		return s.m.packetArg(t, prefix, v)
	}
	return a, s.m.message(prefix + ": bad family")
}

// inetArg takes (host, port).
func (m *module) inetArg(t *object.Thread, prefix string, v starlark.Value) (a netfd.Addr, err error) {
	tuple, ok := object.AsTuple(v)
	switch {
	case !ok:
		return a, object.TypeError.Errorf("%s: AF_INET address must be tuple, not %s", prefix, object.TypeName(v))
	case len(tuple) != 2 && m.py2():
		return a, object.TypeError.Errorf("getsockaddrarg() takes exactly 2 arguments (%d given)", len(tuple))
	case len(tuple) != 2:
		return a, object.TypeError.Errorf("AF_INET address must be a pair (host, port)")
	}
	host, err := m.hostArg(t, tuple[0])
	if err != nil {
		return a, err
	}
	port, err := m.portArg(t, prefix, tuple[1])
	if err != nil {
		return a, err
	}
	ip, err := m.setip(t, host, afInet)
	if err != nil {
		return a, err
	}
	if port < 0 || port > 0xffff {
		return a, object.OverflowError.Errorf("%s: port must be 0-65535.", prefix)
	}
	return netfd.Inet4(ip.As4(), uint16(port)), nil
}

// inet6Arg takes (host, port[, flowinfo[, scope_id]]).
func (m *module) inet6Arg(t *object.Thread, prefix string, v starlark.Value) (a netfd.Addr, err error) {
	tuple, ok := object.AsTuple(v)
	if !ok {
		return a, object.TypeError.Errorf("%s: AF_INET6 address must be tuple, not %s", prefix, object.TypeName(v))
	}
	if n := len(tuple); n < 2 || n > 4 {
		if !m.py2() {
			return a, object.TypeError.Errorf("AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])")
		}
		how, want := "least", 2
		if n > 4 {
			how, want = "most", 4
		}
		return a, object.TypeError.Errorf("function takes at %s %d arguments (%d given)", how, want, n)
	}
	host, err := m.hostArg(t, tuple[0])
	if err != nil {
		return a, err
	}
	port, err := m.portArg(t, prefix, tuple[1])
	if err != nil {
		return a, err
	}
	var more [2]int64
	for i, x := range tuple[2:] {
		if more[i], err = t.Int(x); err != nil {
			return a, err
		}
	}
	ip, err := m.setip(t, host, afInet6)
	if err != nil {
		return a, err
	}
	if port < 0 || port > 0xffff {
		return a, object.OverflowError.Errorf("%s: port must be 0-65535.", prefix)
	}
	if more[0] < 0 || more[0] > 0xfffff {
		return a, object.OverflowError.Errorf("%s: flowinfo must be 0-1048575.", prefix)
	}
	scope := uint32(more[1])
	if scope == 0 {
		scope = zoneIndex(ip)
	}
	return netfd.Inet6(ip.As16(), uint16(port), uint32(more[0]), scope), nil
}

// portArg converts a port; its range is checked later, after the host.
func (m *module) portArg(t *object.Thread, prefix string, v starlark.Value) (int64, error) {
	port, err := t.Int(v)
	if err != nil && !m.py2() && object.Is(err, object.OverflowError, m.rt.Dialect) {
		err = object.OverflowError.Errorf("%s: port must be 0-65535.", prefix)
	}
	return port, err
}

// unixArg takes a path, as text or bytes. A leading NUL makes it a name in
// Linux's abstract namespace.
func (m *module) unixArg(t *object.Thread, v starlark.Value) (a netfd.Addr, err error) {
	var path []byte
	switch x := v.(type) {
	case *object.Text:
		if x.IsUnicode() {
			if path, err = object.EncodeASCII(x); err != nil {
				return a, err
			}
		} else {
			// As the system's names are in Python 3.
			if path, err = builtins.Encode(t, x, "utf-8", "surrogateescape"); err != nil {
				return a, err
			}
		}
	case starlark.String:
		path = []byte(x)
	default:
		b, ok := object.AsBytes(v)
		name := object.TypeName(v)
		if m.rt.Dialect == syntax.Python2 && name != "buffer" { // what else has bytes may change them
			ok = false
		}
		if !ok {
			what := "read-only character buffer"
			switch name {
			case "bytearray":
				what = "pinned buffer"
			case "NoneType":
				name = "None"
			}
			return a, object.TypeError.By(
				"argument must be string or "+what+", not "+name,
				"a bytes-like object is required, not '"+object.TypeName(v)+"'")
		}
		path = b
	}
	if len(path) == 0 || path[0] == 0 { // an empty one lets the system choose
		if len(path) > maxPath {
			return a, m.message("AF_UNIX path too long")
		}
		return netfd.MakeAddr(unix.AF_UNIX, path), nil
	}
	if len(path) >= maxPath {
		return a, m.message("AF_UNIX path too long")
	}
	return netfd.MakeAddr(unix.AF_UNIX, append(path[:len(path):len(path)], 0)), nil
}

// maxPath is the room for a path in a sockaddr_un.
const maxPath = len(unix.RawSockaddrUnix{}.Path)

// netlinkArg takes (pid, groups).
func (m *module) netlinkArg(t *object.Thread, prefix string, v starlark.Value) (a netfd.Addr, err error) {
	tuple, ok := object.AsTuple(v)
	switch {
	case !ok:
		return a, object.TypeError.Errorf("%s: AF_NETLINK address must be tuple, not %s", prefix, object.TypeName(v))
	case len(tuple) != 2:
		return a, object.TypeError.By(
			fmt.Sprintf("getsockaddrarg() takes exactly 2 arguments (%d given)", len(tuple)),
			"AF_NETLINK address must be a pair (pid, groups)")
	}
	data := make([]byte, 10) // padding, pid, groups
	for i, x := range tuple {
		n, err := t.Int(x)
		if err != nil {
			return a, err
		}
		binary.NativeEndian.PutUint32(data[2+4*i:], uint32(n))
	}
	return netfd.MakeAddr(afNetlink, data), nil
}

// hostArg converts a host name: text, which is encoded as IDNA says, or bytes.
func (m *module) hostArg(t *object.Thread, v starlark.Value) (string, error) {
	name, err := m.hostName(t, v, func() error {
		return object.TypeError.By(
			"coercing to Unicode: need string or buffer, "+object.TypeName(v)+" found",
			"str, bytes or bytearray expected, not "+object.TypeName(v))
	})
	if err == nil && strings.IndexByte(name, 0) >= 0 {
		err = object.TypeError.By(
			"getsockaddrarg() argument 1 must be encoded string without null bytes, not "+object.TypeName(v),
			"host name must not contain null character")
	}
	return name, err
}

// hostName converts a host name; wrong makes the error for a wrong type.
func (m *module) hostName(t *object.Thread, v starlark.Value, wrong func() error) (string, error) {
	switch v := v.(type) {
	case starlark.String:
		return string(v), nil
	case *object.Text:
		if object.IsASCII(v.Value()) {
			return v.Value(), nil
		}
		encode, err := m.rt.Attr(v, "encode")
		if err != nil {
			return "", err
		}
		b, err := t.Call(encode, m.rt.Str("idna"))
		if err != nil {
			return "", err
		}
		if s, ok := b.(starlark.String); ok {
			return string(s), nil
		}
		raw, _ := object.AsBytes(b)
		return string(raw), nil
	}
	if b, ok := object.AsBytes(v); ok && !m.py2() {
		return string(b), nil
	}
	return "", wrong()
}

// setip turns a host name into an address, with the two names that sockets
// know besides: "" is any address, "<broadcast>" the broadcast.
func (m *module) setip(t *object.Thread, name string, family int) (netip.Addr, error) {
	switch name {
	case "":
		switch family {
		case afInet:
			return any4, nil
		case afInet6:
			return any6, nil
		}
		return any4, m.message("wildcard resolved to multiple address")
	case "<broadcast>":
		if family == afInet6 {
			return any6, m.message("address family mismatched")
		}
		return broadcast, nil
	}
	if a, ok := parseNumeric(name); ok && (family == 0 || a.Is4() == (family == afInet)) {
		return a, nil
	}
	if m.py2() { // whose scanf passes over white space in front
		name = strings.TrimLeft(name, " \t\n\v\f\r")
	}
	addrs, _, err := m.resolver(t).addresses(query{host: &name, family: family})
	if err != nil {
		return any4, m.fail(err)
	}
	return addrs[0], nil
}

// resolver returns the system's resolver, which waits for the DNS as t waits
// for everything.
func (m *module) resolver(t *object.Thread) *resolver {
	r := systemResolver
	r.wait = func(f func(ctx context.Context)) error {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		done := make(chan struct{})
		go func() {
			defer close(done)
			f(ctx)
		}()
		err := t.Waiter.WaitChan(done, netfd.Forever)
		if err != nil {
			cancel()
			<-done
		}
		return err
	}
	return &r
}

// addressValue turns the kernel's address into Python's.
func (s *Socket) addressValue(a *netfd.Addr) starlark.Value {
	last := &s.from
	if last.value == nil || !a.Equal(&last.addr) {
		last.addr, last.value = *a, s.m.addressValue(a)
	}
	return last.value
}

// destination is addressArg for the receiver of a datagram, who often is the same
// as before.
func (s *Socket) destination(t *object.Thread, caller string, v starlark.Value) (netfd.Addr, error) {
	tuple, ok := v.(starlark.Tuple)
	if ok && s.from.is(tuple) && (s.family == afInet || s.family == afInet6) {
		return s.from.addr, nil
	}
	if ok && s.to.is(tuple) {
		return s.to.addr, nil
	}
	a, err := s.addressArg(t, caller, v)
	if err == nil && ok && s.family == afInet && plainHost(tuple[0]) {
		s.to = knownAddress{a, tuple}
	}
	return a, err
}

// is reports whether a tuple is the address: that one, not one that is equal.
func (k *knownAddress) is(tuple starlark.Tuple) bool {
	known, ok := k.value.(starlark.Tuple)
	return ok && len(known) == len(tuple) && unsafe.SliceData(known) == unsafe.SliceData(tuple)
}

// plainHost reports whether a host is written in numbers: names may come to mean
// another address.
func plainHost(v starlark.Value) bool {
	name, ok := v.(starlark.String)
	if ok {
		_, ok = parseNumeric(string(name))
	}
	return ok
}

func (m *module) addressValue(a *netfd.Addr) starlark.Value {
	switch a.Family() {
	case unix.AF_UNSPEC:
		return starlark.None
	case unix.AF_INET:
		host, port := a.Inet4()
		return starlark.Tuple{m.rt.Str(netip.AddrFrom4(host).String()), starlark.MakeInt(int(port))}
	case unix.AF_INET6:
		host, port, flow, scope := a.Inet6()
		text := inet6String(netip.AddrFrom16(host))
		if m.py2() { // which has it from getnameinfo(3)
			text = inet6Text(host, scope)
		}
		return starlark.Tuple{m.rt.Str(text), starlark.MakeInt(int(port)),
			starlark.MakeInt(int(flow)), starlark.MakeInt(int(scope))}
	case unix.AF_UNIX:
		path := a.Data()
		if len(path) > 0 && path[0] == 0 {
			return m.rt.Bytes(path)
		}
		if i := strings.IndexByte(string(path), 0); i >= 0 {
			path = path[:i]
		}
		return m.rt.Str(object.DecodeUTF8Escape(string(path)))
	case afNetlink:
		if d := a.Data(); len(d) >= 10 {
			return starlark.Tuple{
				starlark.MakeUint64(uint64(binary.NativeEndian.Uint32(d[2:]))),
				starlark.MakeUint64(uint64(binary.NativeEndian.Uint32(d[6:]))),
			}
		}
	case afPacket:
		if d := a.Data(); len(d) >= packetHeader {
			return m.packetValue(d)
		}
	}
	return starlark.Tuple{starlark.MakeInt(a.Family()), m.rt.Bytes(a.Data())}
}

// inet6Text writes an address as getnameinfo(3) does: with the zone if it is a
// link-local one.
func inet6Text(host [16]byte, scope uint32) string {
	ip := netip.AddrFrom16(host)
	text := inet6String(ip)
	if scope == 0 {
		return text
	}
	if ip.IsLinkLocalUnicast() || ip.IsLinkLocalMulticast() || ip.IsInterfaceLocalMulticast() {
		if i, err := net.InterfaceByIndex(int(scope)); err == nil {
			return text + "%" + i.Name
		}
	}
	return fmt.Sprintf("%s%%%d", text, scope)
}

// inet6String is inet_ntop(3), which unlike Go also writes the last four bytes
// of ::a.b.c.d as IPv4.
func inet6String(ip netip.Addr) string {
	b := ip.As16()
	if [12]byte(b[:12]) == [12]byte{} && (b[12] != 0 || b[13] != 0) {
		return "::" + netip.AddrFrom4([4]byte(b[12:])).String()
	}
	return ip.String()
}

// readonly returns the bytes of a string without copying them. Nobody may
// write to them.
func readonly(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }
