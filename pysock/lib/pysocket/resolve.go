//go:build unix

package pysocket

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"slices"
	"strconv"
	"strings"
)

// An eai is an error of getaddrinfo(3).
type eai int

// Errors of getaddrinfo, with glibc's numbers and words.
const (
	eaiBadFlags   eai = -1
	eaiNoName     eai = -2
	eaiAgain      eai = -3
	eaiFail       eai = -4
	eaiNoData     eai = -5
	eaiFamily     eai = -6
	eaiSockType   eai = -7
	eaiService    eai = -8
	eaiAddrFamily eai = -9
	eaiMemory     eai = -10
	eaiSystem     eai = -11
	eaiOverflow   eai = -12
)

var eaiWords = map[eai]string{
	eaiBadFlags:   "Bad value for ai_flags",
	eaiNoName:     "Name or service not known",
	eaiAgain:      "Temporary failure in name resolution",
	eaiFail:       "Non-recoverable failure in name resolution",
	eaiNoData:     "No address associated with hostname",
	eaiFamily:     "ai_family not supported",
	eaiSockType:   "ai_socktype not supported",
	eaiService:    "Servname not supported for ai_socktype",
	eaiAddrFamily: "Address family for hostname not supported",
	eaiMemory:     "Memory allocation failure",
	eaiSystem:     "System error",
	eaiOverflow:   "Result too large for supplied buffer",
}

// Error returns glibc's words: gai_strerror(3).
func (e eai) Error() string { return eaiWords[e] }

// Flags of getaddrinfo and getnameinfo, glibc's.
const (
	aiPassive     = 1
	aiCanonName   = 2
	aiNumericHost = 4
	aiV4Mapped    = 8
	aiAll         = 16
	aiAddrConfig  = 32
	aiNumericServ = 1024
	aiMask        = 0x7ff

	niNumericHost = 1
	niNumericServ = 2
	niNoFQDN      = 4
	niNameReqd    = 8
	niDgram       = 16
)

// A query is what getaddrinfo is asked. A nil name is C's null pointer.
type query struct {
	host, service                 *string
	family, socktype, proto, flag int
}

// An answer is one result of getaddrinfo.
type answer struct {
	family, socktype, proto int
	canon                   string
	addr                    netip.Addr
	port                    uint16
}

// transports are the kinds of sockets that getaddrinfo knows, in the order of
// its results.
var transports = []struct {
	socktype, proto int
	name            string
	usual           bool // among the results where none is asked for
	anyProto        bool // takes every protocol
	noService       bool
}{
	{1, 6, "tcp", true, false, false},
	{2, 17, "udp", true, false, false},
	{6, 33, "dccp", false, false, false},
	{2, 136, "udplite", false, false, false},
	{1, 132, "sctp", false, false, false},
	{5, 132, "sctp", false, false, false},
	{3, 0, "raw", true, true, true},
}

// A resolver answers queries: from the hosts file, then from the DNS.
type resolver struct {
	hosts func() []host
	dns   *net.Resolver
	// wait runs f, which asks the DNS, and waits for it.
	wait func(f func(ctx context.Context)) error
}

var systemResolver = resolver{
	hosts: func() []host { return readHosts(hostsFile) },
	dns:   &net.Resolver{PreferGo: true},
}

// getaddrinfo is getaddrinfo(3) as glibc has it. Its errors are eai.
func (r *resolver) getaddrinfo(q query) ([]answer, error) {
	switch {
	case q.host == nil && q.service == nil:
		return nil, eaiNoName
	case q.flag&^aiMask != 0, q.flag&aiCanonName != 0 && q.host == nil:
		return nil, eaiBadFlags
	case q.family != 0 && q.family != afInet && q.family != afInet6:
		return nil, eaiFamily
	}
	kinds, err := q.kinds()
	if err != nil {
		return nil, err
	}
	addrs, canon, err := r.addresses(q)
	if err != nil {
		return nil, err
	}
	var answers []answer
	for _, a := range addrs {
		for _, k := range kinds {
			k.addr, k.family = a, afInet
			if a.Is6() {
				k.family = afInet6
			}
			answers = append(answers, k)
		}
	}
	if q.flag&aiCanonName != 0 {
		answers[0].canon = canon
	}
	return answers, nil
}

// kinds returns an answer without address for each kind of socket that fits.
func (q *query) kinds() (kinds []answer, err error) {
	port, named := 0, false
	if q.service != nil {
		// As strtoul(3) reads it, into an int.
		digits := strings.TrimLeft(*q.service, " \t\n\v\f\r")
		n, err := strconv.ParseInt(digits, 10, 64)
		port, named = int(int32(n)), digits != "" && err != nil || int32(n) < 0
		if named && q.flag&aiNumericServ != 0 {
			return nil, eaiNoName
		}
	}
	asked := q.socktype != 0 || q.proto != 0
	for _, tp := range transports {
		switch {
		case !asked && !tp.usual,
			q.socktype != 0 && q.socktype != tp.socktype,
			q.proto != 0 && !tp.anyProto && q.proto != tp.proto:
			continue
		}
		k := answer{socktype: tp.socktype, proto: tp.proto, port: uint16(port)}
		if tp.anyProto {
			k.proto = q.proto
		}
		if q.service != nil {
			if tp.noService && asked {
				return nil, eaiService
			}
			if named {
				p, ok := serviceByName(*q.service, tp.name)
				if tp.noService || !ok {
					if asked {
						return nil, eaiService
					}
					continue
				}
				k.port = uint16(p)
			}
		}
		kinds = append(kinds, k)
		if asked {
			return kinds, nil
		}
	}
	if len(kinds) > 0 {
		return kinds, nil
	}
	if q.socktype != 0 {
		return nil, eaiSockType
	}
	return nil, eaiService
}

// addresses resolves the host.
func (r *resolver) addresses(q query) (addrs []netip.Addr, canon string, err error) {
	ipv4, ipv6 := q.family != afInet6, q.family != afInet
	if q.host == nil {
		local4, local6 := loopback4, loopback6
		if q.flag&aiPassive != 0 {
			local4, local6 = any4, any6
		}
		if ipv6 && q.flag&aiPassive == 0 {
			addrs = append(addrs, local6)
		}
		if ipv4 {
			addrs = append(addrs, local4)
		}
		if ipv6 && q.flag&aiPassive != 0 {
			addrs = append(addrs, local6)
		}
		return addrs, "", nil
	}
	name := *q.host
	if a, ok := parseNumeric(name); ok {
		switch {
		case a.Is4() && !ipv4:
			if q.flag&aiV4Mapped == 0 {
				return nil, "", eaiAddrFamily
			}
			a = netip.AddrFrom16(a.As16())
		case a.Is6() && !ipv6:
			if !a.Is4In6() {
				return nil, "", eaiAddrFamily
			}
			a = a.Unmap()
		}
		return []netip.Addr{a}, name, nil
	}
	if q.flag&aiNumericHost != 0 || name == "" || strings.ContainsAny(name, ":% \t\n\r") {
		return nil, "", eaiNoName
	}
	if e, ok := hostByName(r.hosts(), name, ipv4, ipv6); ok {
		return e.addrs, e.name, nil
	}
	network := "ip"
	if !ipv6 {
		network = "ip4"
	} else if !ipv4 {
		network = "ip6"
	}
	stop := r.wait(func(ctx context.Context) { addrs, err = r.dns.LookupNetIP(ctx, network, name) })
	if stop != nil {
		return nil, "", stop
	}
	for i, a := range addrs {
		addrs[i] = a.Unmap()
	}
	addrs = slices.DeleteFunc(addrs, func(a netip.Addr) bool { return a.Is4() && !ipv4 || a.Is6() && !ipv6 })
	switch {
	case err != nil:
		return nil, "", dnsError(err)
	case len(addrs) == 0:
		return nil, "", eaiNoData
	}
	return addrs, strings.TrimSuffix(name, "."), nil
}

// dnsError is the eai for an error of Go's resolver.
func dnsError(err error) error {
	var dns *net.DNSError
	if errors.As(err, &dns) && !dns.IsNotFound && (dns.IsTimeout || dns.IsTemporary) {
		return eaiAgain
	}
	return eaiNoName
}

// parseNumeric reads an address that is no name: every form of inet_aton, and
// IPv6 with a zone.
func parseNumeric(s string) (a netip.Addr, ok bool) {
	if s == "" || s[0] > '9' && !strings.Contains(s, ":") {
		return a, false
	}
	if a, err := netip.ParseAddr(s); err == nil && a.Is4() {
		return a, true
	}
	if ip, ok := parseInet(s); ok && !strings.ContainsAny(s, " \t\n\v\f\r") {
		return netip.AddrFrom4(ip), true
	}
	if !strings.Contains(s, ":") {
		return a, false
	}
	a, err := netip.ParseAddr(s)
	if err != nil || !a.Is6() {
		return a, false
	}
	if z := a.Zone(); z != "" {
		if _, err := strconv.ParseUint(z, 10, 32); err != nil {
			// Only link-local addresses have zones with names.
			if !a.IsLinkLocalUnicast() && !a.IsLinkLocalMulticast() {
				return a, false
			}
			if _, err := net.InterfaceByName(z); err != nil {
				return a, false
			}
		}
	}
	return a, true
}

// zoneIndex returns the number of an address's zone, 0 if it has none.
func zoneIndex(a netip.Addr) uint32 {
	if a.Zone() == "" {
		return 0
	}
	if n, err := strconv.ParseUint(a.Zone(), 10, 32); err == nil {
		return uint32(n)
	}
	if i, err := net.InterfaceByName(a.Zone()); err == nil {
		return uint32(i.Index)
	}
	return 0
}

// byName gathers names, aliases and addresses of a host: gethostbyname(3).
func (r *resolver) byName(name string) (hostEntry, error) {
	if e, ok := hostByName(r.hosts(), name, true, false); ok {
		return e, nil
	}
	addrs, canon, err := r.addresses(query{host: &name, family: afInet})
	return hostEntry{name: canon, addrs: addrs}, err
}

// byAddr is gethostbyaddr(3).
func (r *resolver) byAddr(a netip.Addr) (e hostEntry, ok bool, err error) {
	if e, ok := hostByAddr(r.hosts(), a); ok {
		return e, true, nil
	}
	var names []string
	stop := r.wait(func(ctx context.Context) { names, err = r.dns.LookupAddr(ctx, a.WithZone("").String()) })
	if stop == nil && err != nil && dnsError(err) == eaiAgain {
		return e, false, eaiAgain
	}
	if stop != nil || err != nil || len(names) == 0 {
		return e, false, stop
	}
	for i := range names {
		names[i] = strings.TrimSuffix(names[i], ".")
	}
	return hostEntry{names[0], names[1:], []netip.Addr{a}}, true, nil
}
