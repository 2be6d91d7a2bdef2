//go:build unix

package pysocket

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"golang.org/x/sys/unix"
)

// Open describes the sockets that an interpreter has open, in the order of their
// descriptors.
func Open(rt *object.Runtime) []netfd.SocketInfo {
	seen := make(map[*core]bool)
	var list []netfd.SocketInfo
	for _, what := range rt.Resources() {
		c, ok := what.(*core)
		if !ok || seen[c] || c.fd.Sysfd() < 0 {
			continue
		}
		seen[c] = true
		list = append(list, c.info())
	}
	slices.SortFunc(list, func(a, b netfd.SocketInfo) int { return cmp.Compare(a.Descriptor, b.Descriptor) })
	return list
}

func (c *core) info() netfd.SocketInfo {
	i := netfd.SocketInfo{
		Descriptor: c.fd.Sysfd(), Traffic: c.fd.Traffic(),
		Family: constantNamed("AF_", c.family), Type: constantNamed("SOCK_", c.typ),
	}
	var a netfd.Addr
	if c.fd.Local(&a) == nil {
		i.Local = shown(&a)
	}
	a = netfd.Addr{}
	if c.fd.Peer(&a) == nil {
		i.Remote = shown(&a)
	}
	return i
}

// constantNamed returns the name of a constant of the module's with a prefix.
func constantNamed(prefix string, n int) string {
	var names []string
	for name, v := range constants(false) {
		if v == int64(n) && strings.HasPrefix(name, prefix) && !strings.Contains(name, "CLOEXEC") {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return fmt.Sprint(n)
	}
	return slices.Min(names)
}

// shown is an address as host:port, or a path; "" if it isn't set.
func shown(a *netfd.Addr) string {
	switch a.Family() {
	case unix.AF_INET, unix.AF_INET6:
		if p := addrPort(a); p.Port() != 0 || !p.Addr().IsUnspecified() {
			return p.String()
		}
	case unix.AF_UNIX:
		path := string(a.Data())
		if strings.HasPrefix(path, "\x00") {
			return "@" + strings.TrimRight(path[1:], "\x00")
		}
		path, _, _ = strings.Cut(path, "\x00")
		return path
	}
	return ""
}
