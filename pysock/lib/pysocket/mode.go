//go:build unix

package pysocket

import (
	"time"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// fileno is sock.fileno(): the descriptor; -1 (Python 2: EBADF) when closed.
func (s *Socket) fileno(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("socket", "fileno", args, kwargs); err != nil {
		return nil, err
	}
	n := s.Fileno()
	if n < 0 && s.m.py2() {
		return nil, s.m.fail(unix.EBADF)
	}
	return starlark.MakeInt(n), nil
}

// settimeout is sock.settimeout(seconds or None). ValueError if negative.
func (s *Socket) settimeout(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	d := s.timeout
	if err := object.OneArg(t, "socket", "settimeout", args, kwargs, s.m.timeoutArg(&d)); err != nil {
		return nil, err
	}
	return s.setMode(d)
}

func (s *Socket) setMode(timeout time.Duration) (starlark.Value, error) {
	err := s.fd.Control(func(sysfd int) error {
		_, err := unix.FcntlInt(uintptr(sysfd), unix.F_GETFD, 0)
		return err
	})
	if err != nil {
		return nil, s.m.fail(err)
	}
	s.timeout = timeout
	s.fd.SetNonblock(timeout >= 0)
	return starlark.None, nil
}

// gettimeout is sock.gettimeout(): seconds, or None.
func (s *Socket) gettimeout(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("socket", "gettimeout", args, kwargs); err != nil {
		return nil, err
	}
	if s.closed && s.m.py2() {
		return nil, s.m.fail(unix.EBADF)
	}
	return timeoutValue(s.timeout), nil
}

// setblocking is sock.setblocking(flag): settimeout(None) or settimeout(0).
func (s *Socket) setblocking(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var flag starlark.Value
	if err := object.OneArg(t, "socket", "setblocking", args, kwargs, &flag); err != nil {
		return nil, err
	}
	n := 0
	if f, ok := flag.(starlark.Float); ok && s.m.py2() {
		n = int(f) // cut off, as there is no prototype to say no
	} else if err := intArg(t, flag, &n); err != nil {
		return nil, err
	}
	if n != 0 {
		return s.setMode(-1)
	}
	return s.setMode(0)
}

// getblocking is sock.getblocking(): false for a timeout of 0.
func (s *Socket) getblocking(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("socket", "getblocking", args, kwargs); err != nil {
		return nil, err
	}
	return s.m.rt.Bool(s.timeout != 0), nil
}

// getInheritable is sock.get_inheritable().
func (s *Socket) getInheritable(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if _, err := s.m.pyArgs("socket.get_inheritable", 1, args, kwargs, 0, 0); err != nil {
		return nil, err
	}
	flags := 0
	err := s.fd.Control(func(sysfd int) (err error) {
		flags, err = unix.FcntlInt(uintptr(sysfd), unix.F_GETFD, 0)
		return err
	})
	return s.m.rt.Bool(flags&unix.FD_CLOEXEC == 0), s.m.fail(err)
}

// setInheritable is sock.set_inheritable(flag).
func (s *Socket) setInheritable(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a, err := s.m.pyArgs("socket.set_inheritable", 1, args, kwargs, 1, 1, "inheritable")
	if err != nil {
		return nil, err
	}
	flags := unix.FD_CLOEXEC
	if a[0].Truth() {
		flags = 0
	}
	err = s.fd.Control(func(sysfd int) error {
		_, err := unix.FcntlInt(uintptr(sysfd), unix.F_SETFD, flags)
		return err
	})
	return starlark.None, s.m.fail(err)
}
