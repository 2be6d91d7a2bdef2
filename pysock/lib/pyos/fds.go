package pyos

import (
	"example.com/pysock/pysock/posix"
	"io"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// open is open(path, flags, mode=0o777, *, dir_fd=None) -> int. It raises
// OSError. Python 3's descriptor isn't inherited.
func (c call) open() (starlark.Value, error) {
	p, flags, mode, dir := c.path(), 0, 0o777, here
	if err := c.named(2, 3, 3, "path", p, "flags", &flags, "mode", &mode, "dir_fd", &dir); err != nil {
		return nil, err
	}
	if !c.py2() {
		flags |= posix.O_CLOEXEC
	}
	var fd int
	err := c.rt.Opening(func() (err error) {
		fd, err = netfd.Open(c.t.Waiter, int(dir), p.s, flags, uint32(mode))
		return err
	})
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
	err := posix.Close(fd)
	if err == posix.EINTR { // it is closed all the same
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
		posix.Close(fd)
	}
	return starlark.None, nil
}

// waits reports whether reading or writing a descriptor may have to wait.
func waits(fd int) bool {
	var st posix.Stat
	if posix.Fstat(fd, &st) != nil || st.Mode&posix.S_IFMT == posix.S_IFREG || st.Mode&posix.S_IFMT == posix.S_IFDIR {
		return false
	}
	flags, err := netfd.Flags(fd)
	return err == nil && flags&posix.O_NONBLOCK == 0
}

// readFD and writeFD are read(2) and write(2), which may wait.
func (c call) readFD(fd int, p []byte) (n int, err error) {
	if waits(fd) {
		return netfd.Borrow(fd).Read(c.t.Waiter, netfd.Forever, p)
	}
	err = retry(func() (err error) { n, err = posix.Read(fd, p); return err })
	return n, err
}

func (c call) writeFD(fd int, p []byte) (n int, err error) {
	if c.rt.Flush != nil && (fd == 1 || fd == 2) {
		c.rt.Flush()
	}
	if waits(fd) {
		return netfd.Borrow(fd).Write(c.t.Waiter, netfd.Forever, p)
	}
	err = retry(func() (err error) { n, err = posix.Write(fd, p); return err })
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
		return nil, c.fail(posix.EINVAL)
	}
	buf := make([]byte, min(size, 1<<24))
	n, err := c.readFD(fd, buf)
	if err != nil {
		return nil, c.fail(err)
	}
	return c.rt.Bytes(buf[:n]), nil
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

// lseek is lseek(fd, position, how) -> int.
func (c call) lseek() (starlark.Value, error) {
	var fd, whence int
	var offset int64
	if err := c.plain(3, &fd, &offset, &whence); err != nil {
		return nil, err
	}
	n, err := posix.Seek(fd, offset, whence)
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
	return c.done(retry(func() error { return posix.Ftruncate(fd, size) }))
}

// fsync is fsync(fd), fdatasync(fd).
func (c call) fsync() (starlark.Value, error) {
	var fd descriptor
	if err := c.named(1, 1, 1, "fd", &fd); err != nil {
		return nil, err
	}
	return c.done(c.blocking(func() error { return posix.Fsync(int(fd)) }))
}

// isatty is isatty(fd) -> bool.
func (c call) isatty() (starlark.Value, error) {
	var fd int
	if err := c.plain(1, &fd); err != nil {
		return nil, err
	}
	return c.rt.Bool(posix.IsTerminal(fd)), nil
}

// dup is dup(fd) -> int, dup2(fd, fd2, inheritable=True) -> int.
func (c call) dup() (starlark.Value, error) {
	var fd int
	if err := c.plain(1, &fd); err != nil {
		return nil, err
	}
	var n int
	err := c.rt.Opening(func() (err error) {
		n, err = posix.Dup(fd, c.py2())
		return err
	})
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
		return nil, c.fail(posix.EBADF)
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
	if err := c.rt.Opening(func() error { return posix.Pipe(fds[:]) }); err != nil {
		return nil, c.fail(err)
	}
	if !c.py2() {
		posix.CloseOnExec(fds[0])
		posix.CloseOnExec(fds[1])
	}
	return starlark.Tuple{integer(fds[0]), integer(fds[1])}, nil
}

// terminalSize is get_terminal_size(fd=1) -> terminal_size.
func (c call) terminalSize() (starlark.Value, error) {
	fd := 1
	if err := c.plain(0, &fd); err != nil {
		return nil, err
	}
	columns, lines, err := posix.TerminalSize(fd)
	if err != nil {
		return nil, c.fail(err)
	}
	return c.sizeResult.New(integer(columns), integer(lines)), nil
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
	var st posix.Stat
	if err := posix.Fstat(fd, &st); err != nil {
		return nil, c.fail(err)
	}
	if st.Mode&posix.S_IFMT == posix.S_IFDIR {
		return nil, object.OSErrno(object.IOError, posix.EISDIR, nil)
	}
	raw := file.NewFileIO(c.rt, fd, mode, c.rt.Str("<fdopen>"), false)
	if mode[0] == 'a' {
		posix.Seek(fd, 0, io.SeekEnd)
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
