//go:build unix

package posix

import (
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// Stat and Timespec are stat(2)'s structures.
type (
	Stat     = unix.Stat_t
	Timespec = unix.Timespec
)

// What Stat.Mode holds, and flags of open(2).
const (
	S_IFMT   = unix.S_IFMT
	S_IFDIR  = unix.S_IFDIR
	S_IFREG  = unix.S_IFREG
	S_IFLNK  = unix.S_IFLNK
	S_IFIFO  = unix.S_IFIFO
	S_IFSOCK = unix.S_IFSOCK
	S_IFCHR  = unix.S_IFCHR
	S_IFBLK  = unix.S_IFBLK

	O_RDONLY   = unix.O_RDONLY
	O_WRONLY   = unix.O_WRONLY
	O_RDWR     = unix.O_RDWR
	O_ACCMODE  = unix.O_ACCMODE
	O_APPEND   = unix.O_APPEND
	O_CREAT    = unix.O_CREAT
	O_EXCL     = unix.O_EXCL
	O_TRUNC    = unix.O_TRUNC
	O_NONBLOCK = unix.O_NONBLOCK
	O_CLOEXEC  = unix.O_CLOEXEC

	AT_FDCWD            = unix.AT_FDCWD
	AT_SYMLINK_NOFOLLOW = unix.AT_SYMLINK_NOFOLLOW
	AT_SYMLINK_FOLLOW   = unix.AT_SYMLINK_FOLLOW
	AT_EACCESS          = unix.AT_EACCESS
)

// Descriptor returns the number of a file of Go's.
func Descriptor(f *os.File) int { return int(f.Fd()) }

// IsTerminal is isatty(3).
func IsTerminal(fd int) bool {
	_, err := unix.IoctlGetTermios(fd, getTermios)
	return err == nil
}

// NsecToTimespec converts nanoseconds.
func NsecToTimespec(ns int64) Timespec { return unix.NsecToTimespec(ns) }

// The calls by descriptor.

func Close(fd int) error                           { return unix.Close(fd) }
func Read(fd int, p []byte) (int, error)           { return unix.Read(fd, p) }
func Write(fd int, p []byte) (int, error)          { return unix.Write(fd, p) }
func Ftruncate(fd int, size int64) error           { return unix.Ftruncate(fd, size) }
func Fsync(fd int) error                           { return unix.Fsync(fd) }
func Fstat(fd int, st *Stat) error                 { return unix.Fstat(fd, st) }
func Fchmod(fd int, mode uint32) error             { return unix.Fchmod(fd, mode) }
func Pipe(p []int) error                           { return unix.Pipe(p) }
func CloseOnExec(fd int)                           { unix.CloseOnExec(fd) }
func Seek(fd int, n int64, how int) (int64, error) { return unix.Seek(fd, n, how) }

// Dup returns a duplicate that children of the process inherit, or don't.
func Dup(fd int, inherited bool) (int, error) {
	how := unix.F_DUPFD_CLOEXEC
	if inherited {
		how = unix.F_DUPFD
	}
	return unix.FcntlInt(uintptr(fd), how, 0)
}

// Futimes sets when a file was last read and changed.
func Futimes(fd int, ts []Timespec) error {
	return unix.Futimes(fd, []unix.Timeval{unix.NsecToTimeval(ts[0].Nano()), unix.NsecToTimeval(ts[1].Nano())})
}

// The calls by name, which begins in the folder dir.

func Openat(dir int, name string, flags int, mode uint32) (int, error) {
	return unix.Openat(dir, name, flags, mode)
}
func Fstatat(dir int, name string, st *Stat, flags int) error {
	return unix.Fstatat(dir, name, st, flags)
}
func Unlinkat(dir int, name string) error                 { return unix.Unlinkat(dir, name, 0) }
func Rmdirat(dir int, name string) error                  { return unix.Unlinkat(dir, name, unix.AT_REMOVEDIR) }
func Mkdirat(dir int, name string, mode uint32) error     { return unix.Mkdirat(dir, name, mode) }
func Symlinkat(target string, dir int, name string) error { return unix.Symlinkat(target, dir, name) }
func Truncate(name string, size int64) error              { return unix.Truncate(name, size) }
func Chdir(name string) error                             { return unix.Chdir(name) }
func Getwd() (string, error)                              { return unix.Getwd() }
func Renameat(dir int, from string, dir2 int, to string) error {
	return unix.Renameat(dir, from, dir2, to)
}
func Linkat(dir int, from string, dir2 int, to string, flags int) error {
	return unix.Linkat(dir, from, dir2, to, flags)
}
func Fchmodat(dir int, name string, mode uint32) error { return unix.Fchmodat(dir, name, mode, 0) }
func Faccessat(dir int, name string, mode uint32, flags int) error {
	return unix.Faccessat(dir, name, mode, flags)
}
func UtimesNanoAt(dir int, name string, ts []Timespec, flags int) error {
	return unix.UtimesNanoAt(dir, name, ts, flags)
}

// Readlinkat returns what a link points to.
func Readlinkat(dir int, name string) (string, error) {
	buf := make([]byte, unix.PathMax)
	n, err := unix.Readlinkat(dir, name, buf)
	if err != nil {
		return "", err
	}
	return string(buf[:n]), nil
}

// ProcessorTime is how long the process has kept processors busy.
func ProcessorTime() time.Duration {
	var u unix.Rusage
	_ = unix.Getrusage(unix.RUSAGE_SELF, &u) // it can't fail
	return time.Duration(unix.TimevalToNsec(u.Utime) + unix.TimevalToNsec(u.Stime))
}

// Fchdir is fchdir(2).
func Fchdir(fd int) error { return unix.Fchdir(fd) }

// OpenFolder returns a file to read an open folder with, from its beginning.
func OpenFolder(fd int) (*os.File, error) {
	n, err := Dup(fd, false)
	if err != nil {
		return nil, err
	}
	unix.Seek(n, 0, 0)
	return os.NewFile(uintptr(n), "."), nil
}

// TerminalSize returns the columns and lines of a terminal.
func TerminalSize(fd int) (columns, lines int, err error) {
	w, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
	if err != nil {
		return 0, 0, err
	}
	return int(w.Col), int(w.Row), nil
}
