package netfd

import (
	"encoding/binary"

	"golang.org/x/sys/unix"
)

const (
	famSize = 2 // sa_family_t
	afInet  = unix.AF_INET
	afInet6 = unix.AF_INET6
)

func putFamily(a *Addr, family int) { binary.NativeEndian.PutUint16(a.b[:], uint16(family)) }
func getFamily(a *Addr) int         { return int(binary.NativeEndian.Uint16(a.b[:])) }
