package pyos

import (
	"io"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// open is open(path, flags, mode=0o777, *, dir_fd=None) -> int. It raises
// OSError. Python 3's descriptor isn't inherited.
func (c call) open() (starlark.Value, error) {
	p, flags, mode, dir := c.path(), 0, 0o777, here
	if err := c.named(2, 3, 3, "path", p, "flags", &flags, "mode", &mode, "dir_fd", &dir); err != nil {
		return nil, err
	}
	if !c.py2() {
		flags |= unix.O_CLOEXEC
	}
	fd, err := netfd.Open(c.t.Waiter, int(dir), p.s, flags, uint32(mode))
	if err != nil {
		return nil, c.fail(err, p.v)
	}
	return integer(fd), nil
}

// blocking makes a system call that may wait without the interpreter's lock.
func (c call) blocking(f func() error) error {
	w := c.t.Waiter
	w.BeforeWait()
	err := retry(f)
	w.AfterWait()
	return err
}

// close is close(fd).
func (c call) close() (starlark.Value, error) {
	var fd int
	if err := c.named(1, 1, 1, "fd", &fd); err != nil {
		return nil, err
	}
	err := unix.Close(fd)
	if err == unix.EINTR { // it is closed all the same
		err = nil
	}
	return c.done(err)
}

// closerange is closerange(fd_low, fd_high).
func (c call) closerange() (starlark.Value, error) {
	var low, high int
	if err := c.plain(2, &low, &high); err != nil {
		return nil, err
	}
	for fd := max(low, 0); fd < high; fd++ {
		unix.Close(fd)
	}
	return starlark.None, nil
}

// waits reports whether reading or writing a descriptor may have to wait.
func waits(fd int) bool {
	var st unix.Stat_t
	if unix.Fstat(fd, &st) != nil || st.Mode&unix.S_IFMT == unix.S_IFREG || st.Mode&unix.S_IFMT == unix.S_IFDIR {
		return false
	}
	flags, err := netfd.Flags(fd)
	return err == nil && flags&unix.O_NONBLOCK == 0
}

// readFD and writeFD are read(2) and write(2), which may wait.
func (c call) readFD(fd int, p []byte) (n int, err error) {
	if waits(fd) {
		return netfd.Borrow(fd).Read(c.t.Waiter, netfd.Forever, p)
	}
	err = retry(func() (err error) { n, err = unix.Read(fd, p); return err })
	return n, err
}

func (c call) writeFD(fd int, p []byte) (n int, err error) {
	if c.rt.Flush != nil && (fd == 1 || fd == 2) {
		c.rt.Flush()
	}
	if waits(fd) {
		return netfd.Borrow(fd).Write(c.t.Waiter, netfd.Forever, p)
	}
	err = retry(func() (err error) { n, err = unix.Write(fd, p); return err })
	return n, err
}

// read is read(fd, n) -> bytes.
func (c call) read() (starlark.Value, error) {
	var fd int
	var size int64
	if err := c.plain(2, &fd, &size); err != nil {
		return nil, err
	}
	if size < 0 {
		return nil, c.fail(unix.EINVAL)
	}
	buf := make([]byte, min(size, 1<<24))
	n, err := c.readFD(fd, buf)
	if err != nil {
		return nil, c.fail(err)
	}
	return c.rt.Bytes(buf[:n]), nil
}

// readv is readv(fd, buffers) -> int, writev(fd, buffers) -> int.
func (c call) readv() (starlark.Value, error) {
	var fd int
	var list starlark.Value
	if err := c.plain(2, &fd, &list); err != nil {
		return nil, err
	}
	parts, err := c.buffers(list)
	if err != nil {
		return nil, err
	}
	size := 0
	for _, p := range parts {
		size += len(p)
	}
	all := make([]byte, size) // one read, which waits once
	n, err := c.readFD(fd, all)
	if err != nil {
		return nil, c.fail(err)
	}
	rest := all[:n]
	for _, p := range parts {
		rest = rest[copy(p, rest):]
	}
	return integer(n), nil
}

func (c call) buffers(list starlark.Value) ([][]byte, error) {
	elems, err := object.Elements(c.t, list)
	if err != nil {
		return nil, object.TypeError.Errorf("%s() arg 2 must be a sequence", c.name)
	}
	var parts [][]byte
	for _, e := range elems {
		b, err := c.t.Buffer(c.name, 1, e)
		if err != nil {
			return nil, err
		}
		parts = append(parts, b)
	}
	return parts, nil
}

// write is write(fd, data) -> int.
func (c call) write() (starlark.Value, error) {
	var fd int
	var data []byte
	if err := c.plain(2, &fd, &data); err != nil {
		return nil, err
	}
	n, err := c.writeFD(fd, data)
	if err != nil {
		return nil, c.fail(err)
	}
	return integer(n), nil
}

func (c call) writev() (starlark.Value, error) {
	var fd int
	var list starlark.Value
	if err := c.plain(2, &fd, &list); err != nil {
		return nil, err
	}
	parts, err := c.buffers(list)
	if err != nil {
		return nil, err
	}
	var all []byte
	for _, p := range parts {
		all = append(all, p...)
	}
	n, err := c.writeFD(fd, all)
	if err != nil {
		return nil, c.fail(err)
	}
	return integer(n), nil
}

// pread is pread(fd, n, offset) -> bytes, pwrite(fd, data, offset) -> int.
func (c call) pread() (starlark.Value, error) {
	var fd, size int
	var offset int64
	if err := c.plain(3, &fd, &size, &offset); err != nil {
		return nil, err
	}
	if size < 0 {
		return nil, c.fail(unix.EINVAL)
	}
	buf := make([]byte, size)
	n, err := unix.Pread(fd, buf, offset)
	if err != nil {
		return nil, c.fail(err)
	}
	return c.rt.Bytes(buf[:n]), nil
}

func (c call) pwrite() (starlark.Value, error) {
	var fd int
	var data []byte
	var offset int64
	if err := c.plain(3, &fd, &data, &offset); err != nil {
		return nil, err
	}
	n, err := unix.Pwrite(fd, data, offset)
	if err != nil {
		return nil, c.fail(err)
	}
	return integer(n), nil
}

// lseek is lseek(fd, position, how) -> int.
func (c call) lseek() (starlark.Value, error) {
	var fd, whence int
	var offset int64
	if err := c.plain(3, &fd, &offset, &whence); err != nil {
		return nil, err
	}
	n, err := unix.Seek(fd, offset, whence)
	if err != nil {
		return nil, c.fail(err)
	}
	return integer(n), nil
}

// ftruncate is ftruncate(fd, length).
func (c call) ftruncate() (starlark.Value, error) {
	var fd int
	var size int64
	if err := c.plain(2, &fd, &size); err != nil {
		return nil, err
	}
	return c.done(retry(func() error { return unix.Ftruncate(fd, size) }))
}

// fsync is fsync(fd), fdatasync(fd).
func (c call) fsync() (starlark.Value, error) {
	var fd descriptor
	if err := c.named(1, 1, 1, "fd", &fd); err != nil {
		return nil, err
	}
	return c.done(c.blocking(func() error { return unix.Fsync(int(fd)) }))
}

// isatty is isatty(fd) -> bool.
func (c call) isatty() (starlark.Value, error) {
	var fd int
	if err := c.plain(1, &fd); err != nil {
		return nil, err
	}
	return c.rt.Bool(isTerminal(fd)), nil
}

// dup is dup(fd) -> int, dup2(fd, fd2, inheritable=True) -> int.
func (c call) dup() (starlark.Value, error) {
	var fd int
	if err := c.plain(1, &fd); err != nil {
		return nil, err
	}
	how := unix.F_DUPFD_CLOEXEC
	if c.py2() {
		how = unix.F_DUPFD
	}
	n, err := unix.FcntlInt(uintptr(fd), how, 0)
	if err != nil {
		return nil, c.fail(err)
	}
	return integer(n), nil
}

func (c call) dup2() (starlark.Value, error) {
	var fd, fd2 int
	inheritable := true
	if err := c.named(2, 3, 2, "fd", &fd, "fd2", &fd2, "inheritable", &inheritable); err != nil {
		return nil, err
	}
	if fd < 0 || fd2 < 0 {
		return nil, c.fail(unix.EBADF)
	}
	if err := dup2(fd, fd2, inheritable); err != nil {
		return nil, c.fail(err)
	}
	if c.py2() {
		return starlark.None, nil
	}
	return integer(fd2), nil
}

// pipe is pipe() -> (int, int), the end to read from first.
func (c call) pipe() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	var fds [2]int
	if err := unix.Pipe(fds[:]); err != nil {
		return nil, c.fail(err)
	}
	if !c.py2() {
		unix.CloseOnExec(fds[0])
		unix.CloseOnExec(fds[1])
	}
	return starlark.Tuple{integer(fds[0]), integer(fds[1])}, nil
}

// getInheritable is get_inheritable(fd) -> bool, set_inheritable(fd, on).
func (c call) getInheritable() (starlark.Value, error) {
	var fd int
	if err := c.plain(1, &fd); err != nil {
		return nil, err
	}
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	if err != nil {
		return nil, c.fail(err)
	}
	return c.rt.Bool(flags&unix.FD_CLOEXEC == 0), nil
}

func (c call) setInheritable() (starlark.Value, error) {
	var fd, on int
	if err := c.plain(2, &fd, &on); err != nil {
		return nil, err
	}
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	if err == nil {
		flags |= unix.FD_CLOEXEC
		if on != 0 {
			flags &^= unix.FD_CLOEXEC
		}
		_, err = unix.FcntlInt(uintptr(fd), unix.F_SETFD, flags)
	}
	return c.done(err)
}

// getBlocking is get_blocking(fd) -> bool, set_blocking(fd, on).
func (c call) getBlocking() (starlark.Value, error) {
	var fd int
	if err := c.plain(1, &fd); err != nil {
		return nil, err
	}
	flags, err := netfd.Flags(fd)
	if err != nil {
		return nil, c.fail(err)
	}
	return c.rt.Bool(flags&unix.O_NONBLOCK == 0), nil
}

func (c call) setBlocking() (starlark.Value, error) {
	var fd int
	var on bool
	if err := c.plain(2, &fd, &on); err != nil {
		return nil, err
	}
	flags, err := netfd.Flags(fd)
	if err != nil {
		return nil, c.fail(err)
	}
	if flags &^= unix.O_NONBLOCK; !on {
		flags |= unix.O_NONBLOCK
	}
	return c.done(netfd.SetFlags(fd, flags))
}

// terminalSize is get_terminal_size(fd=1) -> terminal_size.
func (c call) terminalSize() (starlark.Value, error) {
	fd := 1
	if err := c.plain(0, &fd); err != nil {
		return nil, err
	}
	w, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
	if err != nil {
		return nil, c.fail(err)
	}
	return c.sizeResult.New(integer(w.Col), integer(w.Row)), nil
}

// fdopen is Python 2's fdopen(fd, mode='r', bufsize=-1) -> file.
func (c call) fdopen() (starlark.Value, error) {
	var fd int
	mode, size := "r", -1
	if err := c.plain(1, &fd, &mode, &size); err != nil {
		return nil, err
	}
	if mode == "" || mode[0] != 'r' && mode[0] != 'w' && mode[0] != 'a' {
		return nil, object.ValueError.Errorf("invalid file mode '%s'", mode)
	}
	var st unix.Stat_t
	if err := unix.Fstat(fd, &st); err != nil {
		return nil, c.fail(err)
	}
	if st.Mode&unix.S_IFMT == unix.S_IFDIR {
		return nil, object.OSErrno(object.IOError, unix.EISDIR, nil)
	}
	raw := file.NewFileIO(c.rt, fd, mode, c.rt.Str("<fdopen>"), false)
	if mode[0] == 'a' {
		unix.Seek(fd, 0, io.SeekEnd)
	}
	return file.NewFile2(c.rt, raw, c.rt.Str("<fdopen>"), mode, size), nil
}

// urandom is urandom(size) -> bytes.
func (c call) urandom() (starlark.Value, error) {
	var v starlark.Value
	if err := c.plain(1, &v); err != nil {
		return nil, err
	}
	if !isIndex(v) {
		_, err := c.t.Int(v)
		return nil, err
	}
	n, err := builtins.Size(c.t, v)
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, object.ValueError.Errorf("negative argument not allowed")
	}
	return c.rt.Bytes(randomBytes(n)), nil
}
