package netfd

import "golang.org/x/sys/unix"

const (
	famSize = 2 // sa_len and sa_family_t, a byte each
	afInet  = unix.AF_INET
	afInet6 = unix.AF_INET6
)

func putFamily(a *Addr, family int) { a.b[0], a.b[1] = byte(a.n), byte(family) }
func getFamily(a *Addr) int         { return int(a.b[1]) }
