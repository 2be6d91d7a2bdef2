//go:build unix

package pysocket

import "golang.org/x/sys/unix"

// The constants that are the same everywhere, or that the resolver here
// decides, of both Pythons.
var fixed = map[string]int64{
	"AI_ADDRCONFIG":          aiAddrConfig,
	"AI_ALL":                 aiAll,
	"AI_CANONNAME":           aiCanonName,
	"AI_NUMERICHOST":         aiNumericHost,
	"AI_NUMERICSERV":         aiNumericServ,
	"AI_PASSIVE":             aiPassive,
	"AI_V4MAPPED":            aiV4Mapped,
	"EAI_ADDRFAMILY":         int64(eaiAddrFamily),
	"EAI_AGAIN":              int64(eaiAgain),
	"EAI_BADFLAGS":           int64(eaiBadFlags),
	"EAI_FAIL":               int64(eaiFail),
	"EAI_FAMILY":             int64(eaiFamily),
	"EAI_MEMORY":             int64(eaiMemory),
	"EAI_NODATA":             int64(eaiNoData),
	"EAI_NONAME":             int64(eaiNoName),
	"EAI_OVERFLOW":           int64(eaiOverflow),
	"EAI_SERVICE":            int64(eaiService),
	"EAI_SOCKTYPE":           int64(eaiSockType),
	"EAI_SYSTEM":             int64(eaiSystem),
	"INADDR_ALLHOSTS_GROUP":  0xe0000001,
	"INADDR_ANY":             0x0,
	"INADDR_BROADCAST":       0xffffffff,
	"INADDR_LOOPBACK":        0x7f000001,
	"INADDR_MAX_LOCAL_GROUP": 0xe00000ff,
	"INADDR_NONE":            0xffffffff,
	"INADDR_UNSPEC_GROUP":    0xe0000000,
	"IPPORT_RESERVED":        1024,
	"IPPORT_USERRESERVED":    5000,
	"NI_DGRAM":               niDgram,
	"NI_MAXHOST":             1025,
	"NI_MAXSERV":             32,
	"NI_NAMEREQD":            niNameReqd,
	"NI_NOFQDN":              niNoFQDN,
	"NI_NUMERICHOST":         niNumericHost,
	"NI_NUMERICSERV":         niNumericServ,
}

// constants returns the module's constants by name.
func constants(py2 bool) map[string]int64 {
	all := make(map[string]int64, len(unixes)+len(unixes3)+len(system)+len(system3)+len(fixed))
	tables := []map[string]int64{fixed, unixes, system, extra}
	if py2 {
		all["EINTR"] = int64(unix.EINTR)
	} else {
		tables = append(tables, unixes3, system3, extra3)
	}
	for _, table := range tables {
		for name, n := range table {
			all[name] = n
		}
	}
	return all
}
