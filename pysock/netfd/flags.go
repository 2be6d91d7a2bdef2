//go:build unix

package netfd

import (
	"sync"

	"golang.org/x/sys/unix"
)

// The blocking mode of a descriptor, as others see it.
//
// What an FD owns is non-blocking for the system, until it is lent. A script that asks for
// the descriptor's flags (F_GETFL), or sets them, means another thing: whether
// calls wait. So each FD remembers what the script would see, and those who work
// with bare numbers come here.

// owners are the FDs that own their descriptors, by number.
var owners struct {
	sync.Mutex
	fds []*FD
}

// owned enters an FD that owns its descriptor.
func owned(fd *FD) *FD {
	owners.Lock()
	if n := fd.sys + 1 - len(owners.fds); n > 0 {
		owners.fds = append(owners.fds, make([]*FD, n+16)...)
	}
	owners.fds[fd.sys] = fd
	owners.Unlock()
	return fd
}

// disown takes it out.
func disown(fd *FD) {
	owners.Lock()
	if owners.fds[fd.sys] == fd {
		owners.fds[fd.sys] = nil
	}
	owners.Unlock()
}

func ownerOf(sysfd int) *FD {
	owners.Lock()
	defer owners.Unlock()
	if sysfd < 0 || sysfd >= len(owners.fds) {
		return nil
	}
	return owners.fds[sysfd]
}

// Nonblock reports whether the script has made the descriptor non-blocking.
func (fd *FD) Nonblock() bool { return fd.nonblock.Load() }

// SetNonblock remembers it. It changes no call here: their deadlines do.
func (fd *FD) SetNonblock(on bool) {
	fd.nonblock.Store(on)
	if fd.lent.Load() {
		fd.show()
	}
}

// Lend tells that another process is about to share a descriptor. The blocking
// mode is one for both: it becomes, and follows from now on, what the script
// sees. Who waits here does so before he tries, and tries with MSG_DONTWAIT
// where a call knows that flag.
func Lend(sysfd int) {
	if fd := ownerOf(sysfd); fd != nil {
		fd.lent.Store(true)
		fd.show()
	}
}

// show gives the descriptor the mode that the script sees.
func (fd *FD) show() {
	_ = fd.Control(func(sysfd int) error { return unix.SetNonblock(sysfd, fd.Nonblock()) })
}

// atOnce is a flag for calls that are not to wait, even in the blocking mode of
// one that is lent.
func (fd *FD) atOnce() int {
	if fd.lent.Load() {
		return unix.MSG_DONTWAIT
	}
	return 0
}

// briefly has a call that knows no such flag made in non-blocking mode.
func (fd *FD) briefly(call func() unix.Errno) unix.Errno {
	if !fd.lent.Load() || fd.Nonblock() {
		return call()
	}
	_ = unix.SetNonblock(fd.sys, true)
	e := call()
	_ = unix.SetNonblock(fd.sys, fd.Nonblock())
	return e
}

// Flags returns the flags of a descriptor's file, with O_NONBLOCK as the script
// sees it: fcntl(2), F_GETFL.
func Flags(sysfd int) (int, error) {
	flags, err := unix.FcntlInt(uintptr(sysfd), unix.F_GETFL, 0)
	if fd := ownerOf(sysfd); fd != nil && !fd.Nonblock() {
		flags &^= unix.O_NONBLOCK
	}
	return flags, err
}

// SetFlags sets them: F_SETFL.
func SetFlags(sysfd, flags int) error {
	fd := ownerOf(sysfd)
	if fd != nil {
		fd.nonblock.Store(flags&unix.O_NONBLOCK != 0)
		if !fd.lent.Load() {
			flags |= unix.O_NONBLOCK
		}
	}
	_, err := unix.FcntlInt(uintptr(sysfd), unix.F_SETFL, flags)
	return err
}
