package pytermios

import (
	"example.com/pysock/pysock/syntax"
	"golang.org/x/sys/unix"
)

const (
	dialect2 = syntax.Python2
	getAttr  = unix.TCGETS
	setAttr  = unix.TCSETS // those for when it is drained and flushed follow
	ccSize   = 32          // NCCS of the C library, where the kernel has 19
)

func uintOf(n int) uint { return uint(n) }

// speeds are the codes of the line's speeds: both stand in the flags.
func speeds(a *unix.Termios) (in, out uint64) {
	code := uint64(a.Cflag & unix.CBAUD)
	return code, code
}

// setFlags sets the four words of flags and the speeds.
func setFlags(a *unix.Termios, n [6]int64) {
	a.Iflag, a.Oflag, a.Lflag = uint32(n[0]), uint32(n[1]), uint32(n[3])
	a.Cflag = uint32(n[2])&^unix.CBAUD | uint32(n[5])&unix.CBAUD
}

func sendBreak(fd, duration int) error { return unix.IoctlSetInt(fd, unix.TCSBRKP, duration) }
func flush(fd, queue int) error        { return unix.IoctlSetInt(fd, unix.TCFLSH, queue) }
func flow(fd, action int) error        { return unix.IoctlSetInt(fd, unix.TCXONC, action) }
func drain(fd int) error               { return unix.IoctlSetInt(fd, unix.TCSBRK, 1) }
