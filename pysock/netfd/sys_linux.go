package netfd

import (
	"unsafe"

	"example.com/pysock/pysock/posix"
	"golang.org/x/sys/unix"
)

func newBell() (bell, error) {
	fd, err := posix.OwnFD(unix.Eventfd(0, unix.EFD_NONBLOCK|unix.EFD_CLOEXEC))
	return bell{fd, fd}, err
}

// poll waits in poll(2) until d. Signals don't end it.
func poll(fds []PollFd, d Deadline) (int, error) {
	for {
		var ts unix.Timespec
		limit := &ts
		if left, ends := d.Left(); ends {
			ts = unix.NsecToTimespec(int64(left))
		} else {
			limit = nil
		}
		var first *PollFd
		if len(fds) > 0 {
			first = &fds[0]
		}
		var n uintptr
		var e unix.Errno
		if d == AtOnce {
			n, _, e = unix.RawSyscall6(unix.SYS_PPOLL, uintptr(unsafe.Pointer(first)), uintptr(len(fds)), uintptr(unsafe.Pointer(limit)), 0, 0, 0)
		} else {
			n, _, e = unix.Syscall6(unix.SYS_PPOLL, uintptr(unsafe.Pointer(first)), uintptr(len(fds)), uintptr(unsafe.Pointer(limit)), 0, 0, 0)
		}
		if e == 0 {
			return int(n), nil
		}
		if e != unix.EINTR {
			return 0, e
		}
	}
}

func sysSocket(family, typ, proto int) (int, error) {
	return unix.Socket(family, typ|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, proto)
}

func sysSocketpair(family, typ, proto int) ([2]int, error) {
	return unix.Socketpair(family, typ|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, proto)
}

func sysAccept(fd int, from *Addr) (int, unix.Errno) {
	from.n = addrSize
	n, _, e := unix.RawSyscall6(unix.SYS_ACCEPT4, uintptr(fd), uintptr(unsafe.Pointer(&from.b)), uintptr(unsafe.Pointer(&from.n)),
		unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, 0, 0)
	return int(n), e
}

// sysAcceptWaiting is sysAccept on a descriptor that may block.
func sysAcceptWaiting(fd int, from *Addr) (int, unix.Errno) {
	from.n = addrSize
	n, _, e := unix.Syscall6(unix.SYS_ACCEPT4, uintptr(fd), uintptr(unsafe.Pointer(&from.b)), uintptr(unsafe.Pointer(&from.n)),
		unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, 0, 0)
	return int(n), e
}
