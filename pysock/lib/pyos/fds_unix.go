//go:build unix

package pyos

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// readv is readv(fd, buffers) -> int, writev(fd, buffers) -> int.
func (c call) readv() (starlark.Value, error) {
	var fd int
	var list starlark.Value
	if err := c.plain(2, &fd, &list); err != nil {
		return nil, err
	}
	parts, err := c.intoBuffers(list)
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

// buffers are the parts to write from.
func (c call) buffers(list starlark.Value) ([][]byte, error) { return c.parts(list, false) }

// intoBuffers are the parts to read into.
func (c call) intoBuffers(list starlark.Value) ([][]byte, error) { return c.parts(list, true) }

func (c call) parts(list starlark.Value, into bool) ([][]byte, error) {
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
		if _, ok := builtins.WritableBytes(e); into && !ok {
			return nil, object.BufferError.Errorf("Object is not writable.")
		}
		parts = append(parts, b)
	}
	return parts, nil
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
