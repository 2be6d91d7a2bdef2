//go:build unix

package posix

import (
	"os"

	"golang.org/x/sys/unix"
)

// A script's first descriptor is 3, as under CPython: tutorials show such numbers,
// and scripts lower the limit of descriptors. So what Go and this module open for
// themselves stands above leastOwnFD, if the limit allows.
const leastOwnFD = 64

// OwnFD moves a descriptor that isn't the script's up, unless err tells that there
// is none.
func OwnFD(fd int, err error) (int, error) {
	if err != nil || fd >= leastOwnFD {
		return fd, err
	}
	moved, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, leastOwnFD)
	if err != nil {
		return fd, nil
	}
	unix.Close(fd)
	return moved, nil
}

// KeepLowFDs makes Go's network poller open its descriptors now, while the low ones
// are taken.
func KeepLowFDs() {
	first, err := unix.Open(os.DevNull, unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return
	}
	taken := []int{first}
	for last := first; last < leastOwnFD-1; taken = append(taken, last) {
		if last, err = unix.FcntlInt(uintptr(first), unix.F_DUPFD_CLOEXEC, last+1); err != nil {
			break
		}
	}
	const room = 8 // for what follows, where the limit is low
	if err != nil && len(taken) > room {
		for _, fd := range taken[len(taken)-room:] {
			unix.Close(fd)
		}
		taken = taken[:len(taken)-room]
	}
	if r, w, err := os.Pipe(); err == nil {
		r.Close()
		w.Close()
	}
	for _, fd := range taken {
		unix.Close(fd)
	}
}
