package file

import (
	"io"
	"strings"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const dialect2 = syntax.Python2

// A FileIO is a descriptor, without a buffer. Reading and writing what isn't a
// file on a disk may wait.
type FileIO struct {
	value
	fd       *netfd.FD // nil if there is none, or it is closed
	disk     bool      // a file on a disk: nothing waits for it
	id       fileID    // of a file on a disk
	readable bool
	writable bool
	created  bool
	append   bool
	keep     bool // closefd=False
	shut     bool
	seeks    int8 // whether it can seek: 0 not known, 1, -1
	size     int  // a hint
	block    int  // what the file system reads at a time

	// Of the standard streams, which may be any reader or writer of Go.
	src     func(t *object.Thread, p []byte) (int, error)
	dst     io.Writer
	sysfd   int // its number, -1 for none
	onClose func()
}

var (
	_ object.Attributed = (*FileIO)(nil)
	_ object.Reprer     = (*FileIO)(nil)
	_ object.Nexter     = (*FileIO)(nil)
	_ starlark.Iterable = (*FileIO)(nil)
	_ raw               = (*FileIO)(nil)
)

// NewFileIO returns the FileIO of a descriptor that is open; mode is like
// open's. It closes it unless keep is set.
func NewFileIO(rt *object.Runtime, fd int, mode string, name starlark.Value, keep bool) *FileIO {
	f := newFileIO(rt, ClassesOf(rt.Dialect).FileIO)
	m, _ := parseMode(mode)
	f.readable, f.writable, f.append, f.created, f.keep = m.readable(), m.writable(), m.append, m.create, keep
	f.adopt(fd)
	f.attributes().SetString("name", name)
	return f
}

func newFileIO(rt *object.Runtime, c *object.Class) *FileIO {
	f := &FileIO{value: value{class: c, rt: rt}, shut: true, sysfd: -1}
	f.self = f
	return f
}

// adopt takes a descriptor.
func (f *FileIO) adopt(fd int) {
	var st posix.Stat
	f.fd, f.sysfd, f.shut = netfd.Borrow(fd), fd, false
	if posix.Fstat(fd, &st) == nil {
		f.disk = st.Mode&posix.S_IFMT == posix.S_IFREG
		f.id, f.size, f.block = idOf(&st), int(st.Size), int(st.Blksize)
	}
}

// fileioInit is FileIO(file, mode='r', closefd=True, opener=None). It raises
// OSError, and ValueError for a mode that isn't one. (Library reference, "Raw
// File I/O".)
func (f *FileIO) init(t *object.Thread, c call) error {
	var file starlark.Value
	mode, closefd := "r", true
	opener := starlark.Value(starlark.None)
	dst := []any{"file", &file, "mode", &mode, "closefd", &closefd, "opener", &opener}
	if py2(t) {
		dst = dst[:6]
	}
	if err := object.Keywords(t, "FileIO", c.args, c.kwargs, 1, dst...); err != nil {
		return err
	}
	if n, isInt := object.AsInt(file); isInt && n.Sign() < 0 {
		return object.ValueError.By("Negative filedescriptor", "negative file descriptor")
	}
	m, err := parseRawMode(t.RT.Dialect, mode)
	if err != nil {
		return err
	}
	return f.open(t, file, m, closefd, opener)
}

// open opens a file, or takes a descriptor.
func (f *FileIO) open(t *object.Thread, file starlark.Value, m mode, closefd bool, opener starlark.Value) error {
	if !f.shut {
		f.close(t)
	}
	f.readable, f.writable, f.append, f.created = m.readable(), m.writable(), m.append, m.create
	f.keep, f.seeks = !closefd, 0
	f.attributes().SetString("name", file)
	if n, isInt := object.AsInt(file); isInt {
		fd, _ := n.Int64()
		var st posix.Stat
		if err := posix.Fstat(int(fd), &st); err != nil {
			return object.OSErrno(object.OSError, posix.EBADF, nil)
		}
		if st.Mode&posix.S_IFMT == posix.S_IFDIR {
			return object.OSErrno(object.IOError, posix.EISDIR, file)
		}
		f.adopt(int(fd))
	} else {
		path, err := Path(t, file)
		if err != nil {
			return err
		}
		if !closefd {
			return object.ValueError.Errorf("Cannot use closefd=False with file name")
		}
		fd, err := openFile(t, path, m.flags(), opener, file)
		if err != nil {
			return err
		}
		var st posix.Stat
		if opener != starlark.None && posix.Fstat(fd, &st) != nil {
			return object.OSErrno(object.OSError, posix.EBADF, nil)
		}
		f.adopt(fd)
	}
	if m.append {
		posix.Seek(f.sysfd, 0, io.SeekEnd)
	}
	keepOpen(t.RT, f)
	return nil
}

// openFile is open(2) of a file that isn't a folder, or what opener returns.
func openFile(t *object.Thread, path string, flags int, opener, name starlark.Value) (int, error) {
	if opener != starlark.None {
		v, err := t.Call(opener, name, starlark.MakeInt(flags))
		if err != nil {
			return -1, err
		}
		if _, ok := object.AsInt(v); !ok {
			return -1, object.TypeError.Errorf("expected integer from opener")
		}
		n, err := t.Int(v)
		if err == nil && n < 0 {
			err = object.ValueError.Errorf("opener returned %d", n)
		}
		return int(n), err
	}
	FlushSame(t.RT, path, flags&posix.O_APPEND != 0 && flags&posix.O_ACCMODE == posix.O_WRONLY)
	var fd int
	err := t.RT.Opening(func() (err error) {
		fd, err = netfd.Open(t.Waiter, posix.AT_FDCWD, path, flags, 0o666)
		return err
	})
	if _, raised := err.(*object.Raised); raised { // while it waited
		return -1, err
	}
	if err != nil {
		return -1, object.OSFail(object.IOError, err, name)
	}
	var st posix.Stat
	if posix.Fstat(fd, &st) == nil && st.Mode&posix.S_IFMT == posix.S_IFDIR {
		posix.Close(fd)
		return -1, object.OSErrno(object.IOError, posix.EISDIR, name)
	}
	return fd, nil
}

// FSPath is os.fspath(v) but that it leaves to the caller what is no path: it
// returns str and bytes, what __fspath__ of another value says, and the value
// itself if it has none.
func FSPath(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	if isPath(v) || py2(t) {
		return v, nil
	}
	m := object.SpecialMethod(v, "__fspath__")
	if m == nil {
		return v, nil
	}
	p, err := t.Call(m)
	if err != nil {
		return nil, err
	}
	if isPath(p) {
		return p, nil
	}
	return nil, object.TypeError.Errorf("expected %s.__fspath__() to return str or bytes, not %s", object.TypeName(v), object.TypeName(p))
}

// isPath reports whether v is a str or bytes.
func isPath(v starlark.Value) bool {
	switch object.Unwrap(v).(type) {
	case starlark.String, *object.Text, starlark.Bytes:
		return true
	}
	return false
}

// Path returns the name of a file as the system takes it: of a str, bytes, or
// an object with __fspath__. It raises TypeError and ValueError.
func Path(t *object.Thread, v starlark.Value) (string, error) {
	v, err := FSPath(t, v)
	if err != nil {
		return "", err
	}
	var path string
	switch x := object.Unwrap(v).(type) {
	case starlark.String:
		path = string(x)
	case *object.Text:
		b, err := encodePath(t, x)
		if err != nil {
			return "", err
		}
		path = b
	case starlark.Bytes:
		path = string(x)
	default:
		return "", object.TypeError.By(
			sprintf("coercing to Unicode: need string or buffer, %s found", object.TypeName(v)),
			sprintf("expected str, bytes or os.PathLike object, not %s", object.ClassOf(syntax.Python3, v).ClassName))
	}
	if strings.IndexByte(path, 0) >= 0 {
		if py2(t) {
			return "", object.TypeError.Errorf("embedded NUL character")
		}
		return "", object.ValueError.Errorf("embedded null byte")
	}
	return path, nil
}

func (f *FileIO) object() starlark.Value { return f.me() }

// NextValue returns the next line, read a byte at a time.
func (f *FileIO) NextValue(t *object.Thread) (starlark.Value, error) { return lineOf(t, f) }

// Iterate walks the lines.
func (f *FileIO) Iterate() starlark.Iterator { return linesOf(f, f.rt) }

func (f *FileIO) check() error {
	if f.shut {
		return object.ValueError.Errorf("I/O operation on closed file")
	}
	return nil
}

// fail makes the exception of a failed system call.
func (f *FileIO) fail(err error) error {
	switch err.(type) {
	case nil:
		return nil
	case *object.Raised:
		return err
	}
	return object.OSFail(object.IOError, err, nil)
}

func (f *FileIO) readInto(t *object.Thread, p []byte) (n int, err error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	if !f.readable {
		return 0, unsupported("File not open for reading")
	}
	switch {
	case f.src != nil:
		n, err = f.src(t, p)
	case f.disk:
		n, err = f.now(func(fd int) (int, error) { return posix.Read(fd, p) })
	case f.nonblocking():
		n, err = f.now(func(fd int) (int, error) { return posix.Read(fd, p) })
		if err == posix.EAGAIN {
			return 0, errWouldBlock
		}
	default:
		n, err = f.fd.Read(t.Waiter, netfd.Forever, p)
	}
	return n, f.fail(err)
}

// now makes a system call that doesn't wait.
func (f *FileIO) now(call func(fd int) (int, error)) (n int, err error) {
	for {
		n, err = call(f.sysfd)
		if err != posix.EINTR {
			return max(n, 0), err
		}
	}
}

func (f *FileIO) nonblocking() bool {
	flags, err := netfd.Flags(f.sysfd)
	return err == nil && flags&posix.O_NONBLOCK != 0
}

// write writes some of p. t is nil where nothing may be waited for by the
// waiter of a thread.
func (f *FileIO) write(t *object.Thread, p []byte) (n int, err error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	if !f.writable {
		return 0, unsupported("File not open for writing")
	}
	switch {
	case f.dst != nil:
		n, err = f.dst.Write(p)
	case f.disk || t == nil:
		n, err = f.now(func(fd int) (int, error) { return posix.Write(fd, p) })
	case f.nonblocking():
		n, err = f.now(func(fd int) (int, error) { return posix.Write(fd, p) })
		if err == posix.EAGAIN {
			return 0, errWouldBlock
		}
	default:
		n, err = f.fd.Write(t.Waiter, netfd.Forever, p)
	}
	return n, f.fail(err)
}

func (f *FileIO) seek(t *object.Thread, offset int64, whence int) (int64, error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	n, err := posix.Seek(f.sysfd, offset, whence)
	if f.sysfd < 0 {
		err = posix.ESPIPE
	}
	return n, f.fail(err)
}

// seekable asks the system, once.
func (f *FileIO) seekable() bool {
	if f.seeks == 0 {
		f.seeks = 1
		if _, err := posix.Seek(f.sysfd, 0, io.SeekCurrent); err != nil || f.sysfd < 0 {
			f.seeks = -1
		}
	}
	return f.seeks > 0
}

// room is for how many bytes one read of n makes room: past readAhead, for no
// more than the file has.
func (f *FileIO) room(n int) int {
	var st posix.Stat
	if n > readAhead {
		f.now(func(fd int) (int, error) { return 0, posix.Fstat(fd, &st) }) // reading shows the error
	}
	return min(n, max(readAhead, int(st.Size)))
}

func (f *FileIO) truncate(t *object.Thread, size int64) error {
	if err := f.check(); err != nil {
		return err
	}
	if !f.writable {
		return unsupported("File not open for writing")
	}
	return f.fail(posix.Ftruncate(f.sysfd, size))
}

// close closes the descriptor; a read that waits for it ends. t may be nil.
func (f *FileIO) close(t *object.Thread) error {
	if f.shut {
		return nil
	}
	var flushErr error
	if f.own() && t != nil {
		_, flushErr = callMethod(t, f.me(), "flush")
	}
	if f.finalizing && t != nil {
		f.warn(t, f.me())
	}
	f.shut = true
	if f.onClose != nil {
		f.onClose()
	}
	if f.keep || f.fd == nil {
		return flushErr
	}
	return steps(t, flushErr, f.fail(f.fd.Close()))
}

func (f *FileIO) closed(*object.Thread) (bool, error) { return f.shut, nil }

// modeString is the attribute mode.
func (f *FileIO) modeString() string {
	switch {
	case f.created && f.readable:
		return "xb+"
	case f.created:
		return "xb"
	case f.append && f.readable:
		return "ab+"
	case f.append:
		return "ab"
	case f.readable && f.writable:
		return "rb+"
	case f.readable:
		return "rb"
	}
	return "wb"
}

// Repr shows the name and mode.
func (f *FileIO) Repr(d syntax.Dialect) string {
	if f.shut {
		return sprintf("<%s [closed]>", f.typeName())
	}
	return f.describe(d)
}

// describe is the repr of an open file.
func (f *FileIO) describe(d syntax.Dialect) string {
	closefd := ""
	if d != dialect2 {
		closefd = " closefd=" + map[bool]string{true: "True", false: "False"}[!f.keep]
	}
	more := sprintf(" mode='%s'%s", f.modeString(), closefd)
	if name := f.Own("name"); name == nil {
		return sprintf("<%s fd=%d%s>", f.typeName(), f.sysfd, more)
	}
	return f.named(d, func() (starlark.Value, error) { return f.Own("name"), nil }, more)
}

func fileIOMethods() map[string]func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) {
	return map[string]func(f *FileIO, t *object.Thread, c call) (starlark.Value, error){
		"__init__": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) { return starlark.None, f.init(t, c) },
		"read": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) {
			n, err := c.size(t, "read")
			if err != nil {
				return nil, err
			}
			if n < 0 {
				return f.readAll(t)
			}
			p := make([]byte, f.room(n))
			n, err = f.readInto(t, p)
			return f.result(p[:n], err)
		},
		"readall": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) {
			if err := c.none(&f.value, "readall"); err != nil {
				return nil, err
			}
			return f.readAll(t)
		},
		"readinto": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) {
			v, err := c.one(t, &f.value, "readinto")
			if err != nil {
				return nil, err
			}
			if err := f.check(); err != nil {
				return nil, err
			}
			if !f.readable {
				return nil, unsupported("File not open for reading")
			}
			p, err := target(t, "readinto", v)
			if err != nil {
				return nil, err
			}
			n, err := f.readInto(t, p)
			return count(t.RT, n, err)
		},
		"write": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) {
			v, err := c.one(t, &f.value, "write")
			if err != nil {
				return nil, err
			}
			if err := f.check(); err != nil {
				return nil, err
			}
			if !f.writable {
				return nil, unsupported("File not open for writing")
			}
			s, err := bytesOf(t, v)
			if err != nil {
				return nil, err
			}
			n, err := f.write(t, []byte(s))
			return count(t.RT, n, err)
		},
		"seek": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) {
			var offset starlark.Value
			whence := 0
			if err := object.Positional(t, "seek", c.args, c.kwargs, 1, &offset, &whence); err != nil {
				return nil, err
			}
			if err := f.check(); err != nil {
				return nil, err
			}
			if _, isFloat := offset.(starlark.Float); isFloat {
				return nil, object.TypeError.By("an integer is required", "'float' object cannot be interpreted as an integer")
			}
			n, err := t.Int(offset)
			if err != nil {
				return nil, err
			}
			n, err = f.seek(t, n, whence)
			return long(t.RT, n), err
		},
		"tell": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) {
			n, err := f.seek(t, 0, io.SeekCurrent)
			return long(t.RT, n), err
		},
		"truncate": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) {
			size := starlark.Value(starlark.None)
			if err := object.Positional(t, "truncate", c.args, c.kwargs, 0, &size); err != nil {
				return nil, err
			}
			if err := f.check(); err != nil {
				return nil, err
			}
			if !f.writable {
				return nil, unsupported("File not open for writing")
			}
			if size == starlark.None {
				n, err := f.seek(t, 0, io.SeekCurrent)
				if err != nil {
					return nil, err
				}
				size = long(t.RT, n)
			}
			n, err := t.Int(size)
			if err != nil {
				return nil, err
			}
			return size, f.truncate(t, n)
		},
		"_dealloc_warn": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) {
			source, err := c.one(t, &f.value, "_dealloc_warn")
			if err == nil {
				f.warn(t, source)
			}
			return starlark.None, err
		},
		"close": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) { return starlark.None, f.close(t) },
		"fileno": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) {
			if err := f.check(); err != nil {
				return nil, err
			}
			if f.sysfd < 0 {
				return nil, unsupported("fileno")
			}
			return starlark.MakeInt(f.sysfd), nil
		},
		"isatty": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) {
			return t.RT.Bool(f.terminal()), f.check()
		},
		"readable": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) {
			return t.RT.Bool(f.readable), f.check()
		},
		"writable": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) {
			return t.RT.Bool(f.writable), f.check()
		},
		"seekable": func(f *FileIO, t *object.Thread, c call) (starlark.Value, error) {
			return t.RT.Bool(f.seekable()), f.check()
		},
	}
}

func (f *FileIO) terminal() bool {
	return f.sysfd >= 0 && posix.IsTerminal(f.sysfd)
}

// blockSize is the size of a buffer for the file.
func (f *FileIO) blockSize() int {
	if f.block > 1 {
		return f.block
	}
	return BufferSize
}

func (f *FileIO) readAll(t *object.Thread) (starlark.Value, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	return f.result(readAll(t, f, f.size))
}

// result is the value of bytes that were read, None where none were there.
func (f *FileIO) result(p []byte, err error) (starlark.Value, error) {
	if err == errWouldBlock {
		return starlark.None, nil
	}
	return f.rt.Bytes(p), err
}

// count is the value of a number of bytes, None where it would block.
func count(rt *object.Runtime, n int, err error) (starlark.Value, error) {
	if err == errWouldBlock {
		return starlark.None, nil
	}
	return long(rt, int64(n)), err
}

func fileIOGetters() map[string]func(f *FileIO) (starlark.Value, error) {
	return map[string]func(f *FileIO) (starlark.Value, error){
		"closed":   func(f *FileIO) (starlark.Value, error) { return f.rt.Bool(f.shut), nil },
		"closefd":  func(f *FileIO) (starlark.Value, error) { return f.rt.Bool(!f.keep), nil },
		"_blksize": func(f *FileIO) (starlark.Value, error) { return starlark.MakeInt(f.blockSize()), nil },
		"mode":     func(f *FileIO) (starlark.Value, error) { return f.rt.Str(f.modeString()), nil },
	}
}
