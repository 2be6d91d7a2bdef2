package posix

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/sys/windows"
)

// A Timespec is a time since 1970.
type Timespec struct{ Sec, Nsec int64 }

// Nano is the time in nanoseconds.
func (t Timespec) Nano() int64 { return t.Sec*1e9 + t.Nsec }

// NsecToTimespec converts nanoseconds.
func NsecToTimespec(ns int64) Timespec {
	t := time.Unix(0, ns)
	return Timespec{t.Unix(), int64(t.Nanosecond())}
}

// A Stat is what is known of a file.
type Stat struct {
	Dev, Ino, Rdev        uint64
	Mode                  uint32
	Nlink, Uid, Gid       uint32
	Size, Blksize, Blocks int64
	Atim, Mtim, Ctim      Timespec
}

// What Stat.Mode holds, and flags of _open.
const (
	S_IFMT   = 0xf000
	S_IFDIR  = 0x4000
	S_IFREG  = 0x8000
	S_IFLNK  = 0xa000
	S_IFIFO  = 0x1000
	S_IFSOCK = 0xc000
	S_IFCHR  = 0x2000
	S_IFBLK  = 0x6000

	O_RDONLY   = 0
	O_WRONLY   = 1
	O_RDWR     = 2
	O_ACCMODE  = 3
	O_APPEND   = 0x8
	O_CREAT    = 0x100
	O_TRUNC    = 0x200
	O_EXCL     = 0x400
	O_CLOEXEC  = 0x80 // _O_NOINHERIT
	O_NONBLOCK = 0    // there is none

	AT_FDCWD            = -100
	AT_SYMLINK_NOFOLLOW = 0x100
	AT_SYMLINK_FOLLOW   = 0x400
	AT_EACCESS          = 0x200
)

// IsTerminal reports whether the descriptor is a console.
func IsTerminal(fd int) bool {
	f, err := lookUp(fd)
	var mode uint32
	return err == nil && windows.GetConsoleMode(windows.Handle(f.Fd()), &mode) == nil
}

// The calls by descriptor.

func Read(fd int, p []byte) (int, error) {
	f, err := lookUp(fd)
	if err != nil || len(p) == 0 {
		return 0, err
	}
	n, err := f.Read(p)
	// The end of a pipe whose writers are gone is an end.
	if err == io.EOF || errors.Is(err, windows.ERROR_BROKEN_PIPE) {
		return n, nil
	}
	return n, failed(err)
}

func Write(fd int, p []byte) (int, error) {
	f, err := lookUp(fd)
	if err != nil {
		return 0, err
	}
	n, err := f.Write(p)
	return n, failed(err)
}

func Seek(fd int, offset int64, whence int) (int64, error) {
	f, err := lookUp(fd)
	if err != nil {
		return 0, err
	}
	if kind, _ := windows.GetFileType(windows.Handle(f.Fd())); kind != windows.FILE_TYPE_DISK {
		return 0, ESPIPE
	}
	n, err := f.Seek(offset, whence)
	return n, failed(err)
}

func Ftruncate(fd int, size int64) error {
	return onFile(fd, func(f *os.File) error { return f.Truncate(size) })
}

func Fsync(fd int) error { return onFile(fd, (*os.File).Sync) }

func Fchmod(fd int, mode uint32) error {
	return onFile(fd, func(f *os.File) error { return f.Chmod(os.FileMode(mode & 0o777)) })
}

func Futimes(fd int, ts []Timespec) error {
	return onFile(fd, func(f *os.File) error {
		a, m := windows.NsecToFiletime(ts[0].Nano()), windows.NsecToFiletime(ts[1].Nano())
		return windows.SetFileTime(windows.Handle(f.Fd()), nil, &a, &m)
	})
}

func onFile(fd int, call func(f *os.File) error) error {
	f, err := lookUp(fd)
	if err != nil {
		return err
	}
	return failed(call(f))
}

// Pipe opens a pipe, the end to read from first.
func Pipe(p []int) error {
	r, w, err := os.Pipe()
	if err != nil {
		return failed(err)
	}
	p[0], p[1] = enter(r), enter(w)
	return nil
}

// CloseOnExec has nothing to do: no handle is inherited.
func CloseOnExec(int) {}

// Dup returns a duplicate.
func Dup(fd int, _ bool) (int, error) {
	f, err := lookUp(fd)
	if err != nil {
		return -1, err
	}
	self := windows.CurrentProcess()
	var h windows.Handle
	if err := windows.DuplicateHandle(self, windows.Handle(f.Fd()), self, &h, 0, false, windows.DUPLICATE_SAME_ACCESS); err != nil {
		return -1, failed(err)
	}
	return enter(os.NewFile(uintptr(h), f.Name())), nil
}

// Fstat tells of what is open.
func Fstat(fd int, st *Stat) error {
	f, err := lookUp(fd)
	if err != nil {
		return err
	}
	switch kind, _ := windows.GetFileType(windows.Handle(f.Fd())); kind {
	case windows.FILE_TYPE_CHAR:
		*st = Stat{Mode: S_IFCHR, Nlink: 1}
		return nil
	case windows.FILE_TYPE_PIPE:
		*st = Stat{Mode: S_IFIFO, Nlink: 1}
		return nil
	}
	return st.fill(windows.Handle(f.Fd()), f.Name(), false)
}

// fill takes what the system knows of a file on a disk.
func (st *Stat) fill(h windows.Handle, name string, link bool) error {
	var info windows.ByHandleFileInformation
	if err := windows.GetFileInformationByHandle(h, &info); err != nil {
		return failed(err)
	}
	at := func(t windows.Filetime) Timespec { return NsecToTimespec(t.Nanoseconds()) }
	*st = Stat{
		Dev: uint64(info.VolumeSerialNumber), Ino: uint64(info.FileIndexHigh)<<32 | uint64(info.FileIndexLow),
		Nlink: info.NumberOfLinks, Size: int64(info.FileSizeHigh)<<32 | int64(info.FileSizeLow),
		Atim: at(info.LastAccessTime), Mtim: at(info.LastWriteTime), Ctim: at(info.CreationTime),
		Mode: S_IFREG | 0o666,
	}
	switch {
	case link:
		st.Mode = S_IFLNK | 0o777
	case info.FileAttributes&windows.FILE_ATTRIBUTE_DIRECTORY != 0:
		st.Mode = S_IFDIR | 0o777
	}
	if info.FileAttributes&windows.FILE_ATTRIBUTE_READONLY != 0 {
		st.Mode &^= 0o222
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".exe", ".bat", ".cmd", ".com":
		st.Mode |= 0o111
	}
	return nil
}

// The calls by name. There is no folder but the current one that a name could
// begin in.

func inHere(dirs ...int) error {
	for _, dir := range dirs {
		if dir != AT_FDCWD {
			return ENOTSUP
		}
	}
	return nil
}

// openFlags are Go's for those of _open.
var openFlags = [...]struct{ c, g int }{
	{O_WRONLY, os.O_WRONLY}, {O_RDWR, os.O_RDWR}, {O_APPEND, os.O_APPEND}, {O_CREAT, os.O_CREATE}, {O_TRUNC, os.O_TRUNC}, {O_EXCL, os.O_EXCL},
}

func Openat(dir int, name string, flags int, mode uint32) (int, error) {
	if err := inHere(dir); err != nil {
		return -1, err
	}
	how := 0
	for _, f := range openFlags {
		if flags&f.c != 0 {
			how |= f.g
		}
	}
	f, err := os.OpenFile(name, how, os.FileMode(mode&0o777))
	if err != nil {
		return -1, failed(err)
	}
	if fi, err := f.Stat(); err == nil && fi.IsDir() { // as the C library has it
		f.Close()
		return -1, EACCES
	}
	return enter(f), nil
}

func Fstatat(dir int, name string, st *Stat, flags int) error {
	if err := inHere(dir); err != nil {
		return err
	}
	path, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return EINVAL
	}
	link, attrs := false, uint32(windows.FILE_FLAG_BACKUP_SEMANTICS)
	if flags&AT_SYMLINK_NOFOLLOW != 0 {
		if fi, err := os.Lstat(name); err == nil && fi.Mode()&os.ModeSymlink != 0 {
			link = true
			attrs |= windows.FILE_FLAG_OPEN_REPARSE_POINT
		}
	}
	const share = windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE | windows.FILE_SHARE_DELETE
	h, err := windows.CreateFile(path, windows.FILE_READ_ATTRIBUTES, share, nil, windows.OPEN_EXISTING, attrs, 0)
	if err != nil {
		return failed(err)
	}
	defer windows.CloseHandle(h)
	return st.fill(h, name, link)
}

func Unlinkat(dir int, name string) error {
	return onName(dir, name, func(path *uint16) error {
		attrs, err := windows.GetFileAttributes(path)
		if err == nil && attrs&windows.FILE_ATTRIBUTE_DIRECTORY != 0 && attrs&windows.FILE_ATTRIBUTE_REPARSE_POINT != 0 {
			return windows.RemoveDirectory(path) // a link to a folder
		}
		return windows.DeleteFile(path)
	})
}

func Rmdirat(dir int, name string) error { return onName(dir, name, windows.RemoveDirectory) }

func Mkdirat(dir int, name string, _ uint32) error {
	return onName(dir, name, func(path *uint16) error { return windows.CreateDirectory(path, nil) })
}

func onName(dir int, name string, call func(path *uint16) error) error {
	if err := inHere(dir); err != nil {
		return err
	}
	path, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return EINVAL
	}
	return failed(call(path))
}

func Symlinkat(target string, dir int, name string) error {
	return first(inHere(dir), func() error { return os.Symlink(target, name) })
}

func Truncate(name string, size int64) error { return failed(os.Truncate(name, size)) }
func Chdir(name string) error                { return failed(os.Chdir(name)) }

func Getwd() (string, error) {
	dir, err := os.Getwd()
	return dir, failed(err)
}

func Renameat(dir int, from string, dir2 int, to string) error {
	return first(inHere(dir, dir2), func() error { return os.Rename(from, to) })
}

func Linkat(dir int, from string, dir2 int, to string, _ int) error {
	return first(inHere(dir, dir2), func() error { return os.Link(from, to) })
}

func Fchmodat(dir int, name string, mode uint32) error {
	return first(inHere(dir), func() error { return os.Chmod(name, os.FileMode(mode&0o777)) })
}

// Faccessat tells whether a file is there, and where it is asked for whether it
// may be written.
func Faccessat(dir int, name string, mode uint32, _ int) error {
	var st Stat
	if err := Fstatat(dir, name, &st, 0); err != nil {
		return err
	}
	if mode&2 != 0 && st.Mode&S_IFMT != S_IFDIR && st.Mode&0o222 == 0 {
		return EACCES
	}
	return nil
}

func UtimesNanoAt(dir int, name string, ts []Timespec, _ int) error {
	return first(inHere(dir), func() error {
		return os.Chtimes(name, time.Unix(0, ts[0].Nano()), time.Unix(0, ts[1].Nano()))
	})
}

func first(err error, call func() error) error {
	if err != nil {
		return err
	}
	return failed(call())
}

// Readlinkat returns what a link points to.
func Readlinkat(dir int, name string) (string, error) {
	if err := inHere(dir); err != nil {
		return "", err
	}
	to, err := os.Readlink(name)
	return to, failed(err)
}

// ProcessorTime is how long the process has kept processors busy.
func ProcessorTime() time.Duration {
	var created, ended, kernel, user windows.Filetime
	if windows.GetProcessTimes(windows.CurrentProcess(), &created, &ended, &kernel, &user) != nil {
		return 0
	}
	return ticks(kernel) + ticks(user)
}

// ticks is a duration in units of 100 ns.
func ticks(t windows.Filetime) time.Duration {
	return time.Duration(int64(t.HighDateTime)<<32|int64(t.LowDateTime)) * 100
}

// Fchdir and OpenFolder fail: a folder has no descriptor.
func Fchdir(int) error                 { return ENOTSUP }
func OpenFolder(int) (*os.File, error) { return nil, ENOTSUP }

// TerminalSize returns the columns and lines of a console.
func TerminalSize(fd int) (columns, lines int, err error) {
	f, err := lookUp(fd)
	if err != nil {
		return 0, 0, err
	}
	var info windows.ConsoleScreenBufferInfo
	if err := windows.GetConsoleScreenBufferInfo(windows.Handle(f.Fd()), &info); err != nil {
		return 0, 0, failed(err)
	}
	return int(info.Window.Right-info.Window.Left) + 1, int(info.Window.Bottom-info.Window.Top) + 1, nil
}

// Terminate ends a process, with an exit status.
func Terminate(pid, status int) error {
	h, err := windows.OpenProcess(windows.PROCESS_TERMINATE, false, uint32(pid))
	if err != nil {
		return failed(err)
	}
	defer windows.CloseHandle(h)
	return failed(windows.TerminateProcess(h, uint32(status)))
}
