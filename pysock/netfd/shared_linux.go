package netfd

import (
	"unsafe"

	"example.com/pysock/pysock/posix"
	"golang.org/x/sys/unix"
)

// event is what the kernel reports. epoll's event bits are poll's.
type event unix.EpollEvent

func (e *event) decode() (sysfd int, got int16) { return int(e.Fd), int16(e.Events) }

func newPoller() (int, error) {
	sys, err := posix.OwnFD(unix.EpollCreate1(unix.EPOLL_CLOEXEC))
	if err == nil {
		// So that package os hands it to Go's network poller.
		err = unix.SetNonblock(sys, true)
	}
	return sys, err
}

func armPoller(sys, sysfd int, want int16, known bool) error {
	e := unix.EpollEvent{Events: uint32(want) | unix.EPOLLONESHOT, Fd: int32(sysfd)}
	op, other, hint := unix.EPOLL_CTL_ADD, unix.EPOLL_CTL_MOD, unix.EEXIST
	if known {
		op, other, hint = other, op, unix.ENOENT
	}
	err := unix.EpollCtl(sys, op, sysfd, &e)
	if err == hint {
		err = unix.EpollCtl(sys, other, sysfd, &e)
	}
	return err
}

func disarmPoller(sys, sysfd int) {
	unix.EpollCtl(sys, unix.EPOLL_CTL_DEL, sysfd, nil)
}

// fetchEvents returns how many events it put into room, without waiting.
func fetchEvents(sys int, room []event) int {
	n, _, e := unix.RawSyscall6(unix.SYS_EPOLL_PWAIT, uintptr(sys), uintptr(unsafe.Pointer(&room[0])), uintptr(len(room)), 0, 0, 0)
	if e != 0 {
		return 0
	}
	return int(n)
}
