//go:build unix

package pyos

import (
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// Terminals, and the groups of processes that they are for.

// ctermid is ctermid() -> str.
func (c call) ctermid() (starlark.Value, error) { return c.rt.Str("/dev/tty"), c.none() }

// ttyname is ttyname(fd) -> str.
func (c call) ttyname() (starlark.Value, error) {
	var fd int
	if err := c.plain(1, &fd); err != nil {
		return nil, err
	}
	name, err := terminalName(fd)
	if err != nil {
		return nil, c.fail(err)
	}
	return c.text(c.t, name)
}

// openpty is openpty() -> (int, int): the master's descriptor and the slave's.
func (c call) openpty() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	flags := unix.O_RDWR | unix.O_NOCTTY
	if !c.py2() {
		flags |= unix.O_CLOEXEC
	}
	master, err := unix.Open("/dev/ptmx", flags, 0)
	if err != nil {
		return nil, c.fail(err)
	}
	name, err := unlockTerminal(master)
	slave := -1
	if err == nil {
		slave, err = unix.Open(name, flags, 0)
	}
	if err != nil {
		unix.Close(master)
		return nil, c.fail(err)
	}
	return starlark.Tuple{integer(master), integer(slave)}, nil
}

// tcgetpgrp is tcgetpgrp(fd) -> int: the group in the foreground.
func (c call) tcgetpgrp() (starlark.Value, error) {
	var fd int
	if err := c.plain(1, &fd); err != nil {
		return nil, err
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPGRP)
	if err != nil {
		return nil, c.fail(err)
	}
	return integer(n), nil
}

// tcsetpgrp is tcsetpgrp(fd, pgid).
func (c call) tcsetpgrp() (starlark.Value, error) {
	var fd, group int
	if err := c.plain(2, &fd, &group); err != nil {
		return nil, err
	}
	return c.done(unix.IoctlSetPointerInt(fd, unix.TIOCSPGRP, group))
}
