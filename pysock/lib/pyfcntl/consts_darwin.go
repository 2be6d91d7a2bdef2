package pyfcntl

import "golang.org/x/sys/unix"

// constants3 are those of Python 3 alone.
var constants3 = map[string]int64{
	"F_DUPFD_CLOEXEC": unix.F_DUPFD_CLOEXEC, "F_FULLFSYNC": unix.F_FULLFSYNC, "F_GETPATH": unix.F_GETPATH, "F_NOCACHE": unix.F_NOCACHE,
}
