package netfd

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// EpollWait takes the events of an epoll descriptor, waiting until there are
// some: epoll_wait(2).
func (fd *FD) EpollWait(w *Waiter, d Deadline, room []unix.EpollEvent) (n int, err error) {
	err = fd.do(w, Readable, d, func(sysfd int) unix.Errno {
		r, _, e := unix.RawSyscall6(unix.SYS_EPOLL_PWAIT, uintptr(sysfd), uintptr(unsafe.Pointer(&room[0])), uintptr(len(room)), 0, 0, 0)
		if e == 0 && r == 0 {
			return unix.EAGAIN
		}
		n = int(r)
		return e
	})
	return max(n, 0), err
}
