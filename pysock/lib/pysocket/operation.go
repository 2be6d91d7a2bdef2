//go:build unix

package pysocket

import (
	"errors"
	"net/netip"

	"example.com/pysock/pysock/hints"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// addressed are the methods whose last argument is an address.
var addressed = map[string]bool{"bind": true, "connect": true, "connect_ex": true, "sendto": true}

// named are the parts of an address as a script writes it.
func named(v starlark.Value) (host string, port int, path string) {
	if path, ok := object.AsText(v); ok {
		return "", 0, path
	}
	if t, ok := object.AsTuple(v); ok && len(t) > 1 {
		host, _ = object.AsText(t[0])
		if n, ok := object.AsInt(t[1]); ok {
			p, _ := n.Int64()
			port = int(p)
		}
	}
	return host, port, ""
}

// remember tells the exception of a method that failed what the socket was then:
// a with statement may have closed it when somebody asks.
func (s *Socket) remember(name string, args starlark.Tuple, err error) {
	var r *object.Raised
	if !errors.As(err, &r) || r.Errno() == unix.EAGAIN || r.Errno() == unix.EINPROGRESS { // no mistakes, and many
		return
	}
	op := &hints.Operation{Name: name, Network: s.network(), IPv6: s.family == afInet6, Timeout: s.timeout, Closed: s.closed || s.fd.Sysfd() < 0}
	if addressed[name] && len(args) > 0 {
		op.Host, op.Port, op.Path = named(args[len(args)-1])
	}
	if r.Errno() == unix.EADDRINUSE {
		op.Own = hints.OwnSocket(op.Network, op.Port)
	}
	if !op.Closed {
		accepts := make([]byte, 4)
		if n, err := s.fd.GetOption(unix.SOL_SOCKET, unix.SO_ACCEPTCONN, accepts); err == nil && n == 4 {
			op.Listening = accepts[0]|accepts[1]|accepts[2]|accepts[3] != 0
		}
		var a netfd.Addr
		if s.fd.Local(&a) == nil {
			op.Local = addrPort(&a)
		}
		if s.fd.Peer(&a) == nil {
			op.Peer = addrPort(&a)
		}
	}
	r.About(op)
}

// network is what Go calls the socket's kind, "" for seldom ones.
func (c *core) network() string {
	switch {
	case c.family == unix.AF_UNIX:
		return "unix"
	case c.family != afInet && c.family != afInet6:
	case c.typ == unix.SOCK_STREAM:
		return "tcp"
	case c.typ == unix.SOCK_DGRAM:
		return "udp"
	}
	return ""
}

// addrPort is the address of AF_INET or AF_INET6; the zero AddrPort for others.
func addrPort(a *netfd.Addr) netip.AddrPort {
	switch a.Family() {
	case unix.AF_INET:
		host, port := a.Inet4()
		return netip.AddrPortFrom(netip.AddrFrom4(host), port)
	case unix.AF_INET6:
		host, port, _, _ := a.Inet6()
		return netip.AddrPortFrom(netip.AddrFrom16(host), port)
	}
	return netip.AddrPort{}
}
