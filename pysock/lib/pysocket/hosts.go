//go:build unix

package pysocket

import (
	"net/netip"
	"os"
	"slices"
	"strings"
)

// A host is one line of the hosts file.
type host struct {
	addr  netip.Addr
	names []string // the canonical one, then aliases
}

// hostsFile is where hosts(5) are.
const hostsFile = "/etc/hosts"

// readHosts reads the hosts file, which need not exist.
func readHosts(file string) []host {
	text, _ := os.ReadFile(file)
	var hosts []host
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) < 2 {
			continue
		}
		if a, err := netip.ParseAddr(f[0]); err == nil {
			hosts = append(hosts, host{a.Unmap(), f[1:]})
		}
	}
	return hosts
}

// A hostEntry is what is known about a host: struct hostent.
type hostEntry struct {
	name    string
	aliases []string
	addrs   []netip.Addr
}

// hostByName gathers all lines that have name, as glibc does. ipv4 and ipv6
// say which addresses are wanted. Without any hosts there is still localhost.
func hostByName(hosts []host, name string, ipv4, ipv6 bool) (e hostEntry, ok bool) {
	for _, h := range hosts {
		if !slices.ContainsFunc(h.names, func(n string) bool { return strings.EqualFold(n, name) }) {
			continue
		}
		if h.addr.Is4() && !ipv4 || h.addr.Is6() && !ipv6 {
			continue
		}
		if e.name == "" {
			e.name = h.names[0]
		} else if h.names[0] != e.name {
			e.alias(h.names[0])
		}
		for _, a := range h.names[1:] {
			e.alias(a)
		}
		if !slices.Contains(e.addrs, h.addr) {
			e.addrs = append(e.addrs, h.addr)
		}
	}
	if len(hosts) == 0 && strings.EqualFold(name, "localhost") {
		e.name = "localhost"
		if ipv4 {
			e.addrs = append(e.addrs, loopback4)
		}
		if ipv6 {
			e.addrs = append(e.addrs, loopback6)
		}
	}
	return e, len(e.addrs) > 0
}

func (e *hostEntry) alias(name string) {
	if name != e.name && !slices.Contains(e.aliases, name) {
		e.aliases = append(e.aliases, name)
	}
}

// hostByAddr returns the first line that has the address.
func hostByAddr(hosts []host, a netip.Addr) (e hostEntry, ok bool) {
	for _, h := range hosts {
		if h.addr == a {
			return hostEntry{h.names[0], h.names[1:], []netip.Addr{a}}, true
		}
	}
	if len(hosts) == 0 && (a == loopback4 || a == loopback6) {
		return hostEntry{"localhost", nil, []netip.Addr{a}}, true
	}
	return e, false
}

var (
	loopback4 = netip.AddrFrom4([4]byte{127, 0, 0, 1})
	loopback6 = netip.IPv6Loopback()
	any4      = netip.IPv4Unspecified()
	any6      = netip.IPv6Unspecified()
	broadcast = netip.AddrFrom4([4]byte{255, 255, 255, 255})
)
