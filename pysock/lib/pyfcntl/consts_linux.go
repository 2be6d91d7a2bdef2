package pyfcntl

import (
	"maps"

	"golang.org/x/sys/unix"
)

func init() {
	maps.Copy(constants, map[string]int64{
		"DN_ACCESS": 1, "DN_ATTRIB": 32, "DN_CREATE": 4, "DN_DELETE": 8,
		"DN_MODIFY": 2, "DN_MULTISHOT": 2147483648, "DN_RENAME": 16,
		"FASYNC": 0x2000, "F_EXLCK": unix.F_EXLCK, "F_GETLEASE": unix.F_GETLEASE, "F_GETLK64": unix.F_GETLK, "F_GETSIG": unix.F_GETSIG,
		"F_NOTIFY": unix.F_NOTIFY, "F_SETLEASE": unix.F_SETLEASE, "F_SETLK64": unix.F_SETLK, "F_SETLKW64": unix.F_SETLKW,
		"F_SETSIG": unix.F_SETSIG, "F_SHLCK": unix.F_SHLCK, "LOCK_MAND": 32, "LOCK_READ": 64, "LOCK_RW": 192, "LOCK_WRITE": 128,
	})
}

// constants3 are those of Python 3 alone.
var constants3 = map[string]int64{
	"F_ADD_SEALS": unix.F_ADD_SEALS, "F_DUPFD_CLOEXEC": unix.F_DUPFD_CLOEXEC, "F_GETPIPE_SZ": unix.F_GETPIPE_SZ,
	"F_GET_SEALS": unix.F_GET_SEALS, "F_OFD_GETLK": unix.F_OFD_GETLK, "F_OFD_SETLK": unix.F_OFD_SETLK,
	"F_OFD_SETLKW": unix.F_OFD_SETLKW, "F_SEAL_GROW": unix.F_SEAL_GROW, "F_SEAL_SEAL": unix.F_SEAL_SEAL,
	"F_SEAL_SHRINK": unix.F_SEAL_SHRINK, "F_SEAL_WRITE": unix.F_SEAL_WRITE, "F_SETPIPE_SZ": unix.F_SETPIPE_SZ,
}
