package pytermios

import (
	"example.com/pysock/pysock/syntax"
	"golang.org/x/sys/unix"
)

const (
	dialect2 = syntax.Python2
	getAttr  = unix.TIOCGETA
	setAttr  = unix.TIOCSETA // those for when it is drained and flushed follow
	ccSize   = 20
)

func uintOf(n int) uint { return uint(n) }

func speeds(a *unix.Termios) (in, out uint64) { return a.Ispeed, a.Ospeed }

// setFlags sets the four words of flags and the speeds.
func setFlags(a *unix.Termios, n [6]int64) {
	a.Iflag, a.Oflag, a.Cflag, a.Lflag = uint64(n[0]), uint64(n[1]), uint64(n[2]), uint64(n[3])
	a.Ispeed, a.Ospeed = uint64(n[4]), uint64(n[5])
}

func sendBreak(fd, _ int) error { return unix.IoctlSetInt(fd, unix.TIOCSBRK, 0) }
func drain(fd int) error        { return unix.IoctlSetInt(fd, unix.TIOCDRAIN, 0) }

func flush(fd, queue int) error { return unix.IoctlSetPointerInt(fd, unix.TIOCFLUSH, queue) }

func flow(fd, action int) error {
	requests := map[int]uint{unix.TCOOFF: unix.TIOCSTOP, unix.TCOON: unix.TIOCSTART}
	if r, ok := requests[action]; ok {
		return unix.IoctlSetInt(fd, r, 0)
	}
	return unix.EINVAL
}
