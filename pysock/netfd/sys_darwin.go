package netfd

import (
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// newDescriptors runs open, and makes what it opened close-on-exec and
// non-blocking before another thread can fork.
func newDescriptors(open func() ([2]int, error)) ([2]int, error) {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	fds, err := open()
	if err != nil {
		return fds, err
	}
	for _, fd := range fds {
		unix.CloseOnExec(fd)
		if err := unix.SetNonblock(fd, true); err != nil {
			unix.Close(fds[0])
			unix.Close(fds[1])
			return fds, err
		}
	}
	return fds, nil
}

func newDescriptor(open func() (int, error)) (int, error) {
	fds, err := newDescriptors(func() ([2]int, error) {
		fd, err := open()
		return [2]int{fd, fd}, err
	})
	return fds[0], err
}

func newBell() (bell, error) {
	fds, err := newDescriptors(func() (p [2]int, err error) { return p, unix.Pipe(p[:]) })
	return bell{fds[0], fds[1]}, err
}

// poll waits in poll(2) until d. Signals don't end it.
func poll(fds []PollFd, d Deadline) (int, error) {
	for {
		ms := -1
		if left, ends := d.Left(); ends {
			ms = int(min((left+999_999)/1_000_000, 1<<31-1))
		}
		n, err := unix.Poll(fds, ms)
		if err != unix.EINTR {
			return n, err
		}
	}
}

func sysSocket(family, typ, proto int) (int, error) {
	return newDescriptor(func() (int, error) { return unix.Socket(family, typ, proto) })
}

func sysSocketpair(family, typ, proto int) ([2]int, error) {
	return newDescriptors(func() ([2]int, error) { return unix.Socketpair(family, typ, proto) })
}

func sysAccept(fd int, from *Addr) (int, unix.Errno) {
	from.n = addrSize
	var errno unix.Errno
	n, err := newDescriptor(func() (int, error) {
		n, _, e := unix.Syscall(unix.SYS_ACCEPT, uintptr(fd), uintptr(unsafe.Pointer(&from.b)), uintptr(unsafe.Pointer(&from.n)))
		if errno = e; e != 0 {
			return -1, e
		}
		return int(n), nil
	})
	if err != nil && errno == 0 {
		errno, _ = err.(unix.Errno)
	}
	return n, errno
}

// sysAcceptWaiting is sysAccept on a descriptor that may block.
func sysAcceptWaiting(fd int, from *Addr) (int, unix.Errno) { return sysAccept(fd, from) }
