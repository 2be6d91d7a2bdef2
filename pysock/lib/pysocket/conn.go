//go:build unix

package pysocket

import (
	"errors"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// bind is sock.bind(address). OSError: EADDRINUSE, EADDRNOTAVAIL, EACCES, ...
// (bind(2)); OverflowError for a port that is none; gaierror for an unknown
// host.
func (s *Socket) bind(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "socket", "bind", args, kwargs, &v); err != nil {
		return nil, err
	}
	a, err := s.addressArg(t, "bind", v)
	if err != nil {
		return nil, err
	}
	if err := s.fd.Bind(&a); err != nil {
		return nil, s.m.fail(err)
	}
	if s.typ != unix.SOCK_STREAM && s.typ != unix.SOCK_SEQPACKET {
		s.m.rt.Started()
	}
	return starlark.None, nil
}

// listen is sock.listen([backlog]); Python 2 demands the backlog.
func (s *Socket) listen(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	backlog := min(int(constants(false)["SOMAXCONN"]), 128)
	var err error
	if s.m.py2() {
		err = object.OneArg(t, "socket", "listen", args, kwargs, &backlog)
	} else {
		err = object.Positional(t, "listen", args, kwargs, 0, &backlog)
	}
	if err != nil {
		return nil, err
	}
	if err := s.fd.Listen(max(backlog, 0)); err != nil {
		return nil, s.m.fail(err)
	}
	s.m.rt.Started()
	return starlark.None, nil
}

// accept is sock.accept(): a socket for the next connection, and the peer's
// address. The new socket has the default timeout.
func (s *Socket) accept(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if _, err := s.m.pyArgs("socket.accept", 1, args, kwargs, 0, 0); err != nil {
		return nil, err
	}
	return s.acceptAs(t, s.m.class)
}

// rawAccept2 is accept of Python 2's _socket.socket.
func (s *Socket) rawAccept2(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("socket", "accept", args, kwargs); err != nil {
		return nil, err
	}
	return s.acceptAs(t, s.m.raw)
}

func (s *Socket) acceptAs(t *object.Thread, class *object.Class) (starlark.Value, error) {
	var from netfd.Addr
	fd, err := s.acceptFD(t, &from)
	if err != nil {
		return nil, err
	}
	c := s.m.wrap(class, newCore(fd, s.family, s.typ, s.protoc, s.m.timeout))
	return starlark.Tuple{c, c.m.addressValue(&from)}, nil
}

func (s *Socket) acceptFD(t *object.Thread, from *netfd.Addr) (*netfd.FD, error) {
	d := s.until()
	fd, err := s.m.opening(func() (*netfd.FD, error) { return s.fd.Accept(t.Waiter, d, from) })
	return fd, s.m.fail(err)
}

// rawAccept is sock._accept(): the descriptor of the next connection, and the
// peer's address.
func (s *Socket) rawAccept(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("socket", "_accept", args, kwargs); err != nil {
		return nil, err
	}
	var from netfd.Addr
	fd, err := s.acceptFD(t, &from)
	if err != nil {
		return nil, err
	}
	n, err := fd.Detach()
	return starlark.Tuple{starlark.MakeInt(n), s.m.addressValue(&from)}, s.m.fail(err)
}

// connect is sock.connect(address). OSError: ECONNREFUSED, ETIMEDOUT,
// ENETUNREACH, ... (connect(2)); timeout; on a non-blocking socket EINPROGRESS.
func (s *Socket) connect(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	err := s.connectTo(t, "connect", args, kwargs)
	return starlark.None, s.m.fail(err)
}

// connectEx is sock.connect_ex(address): connect that returns the errno, 0 if
// all went well, EAGAIN for a timeout. Other errors are raised all the same.
func (s *Socket) connectEx(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	err := s.connectTo(t, "connect_ex", args, kwargs)
	var errno unix.Errno
	switch {
	case s.closed && s.m.py2():
		return nil, s.m.fail(unix.EBADF)
	case err == nil, errors.As(err, &errno):
	case err == netfd.ErrTimeout:
		errno = unix.EAGAIN
	default:
		return nil, err
	}
	return starlark.MakeInt(int(errno)), nil
}

func (s *Socket) connectTo(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) error {
	var v starlark.Value
	if err := object.OneArg(t, "socket", name, args, kwargs, &v); err != nil {
		return err
	}
	a, err := s.addressArg(t, name, v)
	if err != nil {
		return err
	}
	return s.fd.Connect(t.Waiter, s.until(), &a)
}

// shutdown is sock.shutdown(how): SHUT_RD, SHUT_WR or SHUT_RDWR.
func (s *Socket) shutdown(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	how := 0
	if err := object.OneArg(t, "socket", "shutdown", args, kwargs, &how); err != nil {
		return nil, err
	}
	return starlark.None, s.m.fail(s.fd.Shutdown(how))
}

// getsockname is sock.getsockname(): the socket's own address.
func (s *Socket) getsockname(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("socket", "getsockname", args, kwargs); err != nil {
		return nil, err
	}
	var a netfd.Addr
	if err := s.fd.Local(&a); err != nil {
		return nil, s.m.fail(err)
	}
	return s.addressValue(&a), nil
}

// getpeername is sock.getpeername(): the address of the other end. OSError
// ENOTCONN if there is none.
func (s *Socket) getpeername(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("socket", "getpeername", args, kwargs); err != nil {
		return nil, err
	}
	var a netfd.Addr
	if err := s.fd.Peer(&a); err != nil {
		return nil, s.m.fail(err)
	}
	return s.addressValue(&a), nil
}

// fromfd is socket.fromfd(fd, family, type, proto=0): a socket on a duplicate
// of the descriptor.
func (m *module) fromfd(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var sysfd, family, typ, proto int
	dst := []*int{&sysfd, &family, &typ, &proto}
	if m.py2() {
		if err := object.Positional(t, "fromfd", args, kwargs, 3, &sysfd, &family, &typ, &proto); err != nil {
			return nil, err
		}
	} else {
		a, err := m.pyArgs("fromfd", 0, args, kwargs, 3, 4, "fd", "family", "type", "proto")
		if err != nil {
			return nil, err
		}
		for i, v := range a {
			if err := intArg(t, v, dst[i]); err != nil {
				return nil, err
			}
		}
	}
	dup, err := m.dupOf(sysfd)
	if err != nil {
		return nil, m.fail(err)
	}
	if !m.py2() {
		c, err := m.adopt(dup, family, typ, proto)
		if err != nil {
			unix.Close(dup)
			return nil, err
		}
		return m.wrap(m.class, c), nil
	}
	fd, err := netfd.New(dup)
	if err != nil {
		unix.Close(dup)
		return nil, m.fail(err)
	}
	return m.wrap(m.raw, newCore(fd, family, typ, proto, m.timeout)), nil
}

// closefd is socket.close(fd): close(2) of a bare descriptor.
func (m *module) closefd(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	sysfd := 0
	if err := object.OneArg(t, "_socket", "close", args, kwargs, &sysfd); err != nil {
		return nil, err
	}
	return starlark.None, m.fail(unix.Close(sysfd))
}

// dupfd is socket.dup(fd): a duplicate of a descriptor, close-on-exec.
func (m *module) dupfd(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	sysfd := 0
	if err := object.OneArg(t, "_socket", "dup", args, kwargs, &sysfd); err != nil {
		return nil, err
	}
	n, err := m.dupOf(sysfd)
	return starlark.MakeInt(n), m.fail(err)
}

func (m *module) dupOf(sysfd int) (dup int, err error) {
	err = m.rt.Opening(func() (err error) {
		dup, err = unix.FcntlInt(uintptr(sysfd), unix.F_DUPFD_CLOEXEC, 0)
		return err
	})
	return dup, err
}

// socketpair is socket.socketpair([family[, type[, proto]]]): two connected
// sockets, of AF_UNIX if nothing is said.
func (m *module) socketpair(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	family, typ, proto := unix.AF_UNIX, unix.SOCK_STREAM, 0
	dst := []*int{&family, &typ, &proto}
	if m.py2() {
		if err := object.Positional(t, "socketpair", args, kwargs, 0, &family, &typ, &proto); err != nil {
			return nil, err
		}
	} else {
		a, err := m.pyArgs("socketpair", 0, args, kwargs, 0, 3, "family", "type", "proto")
		if err != nil {
			return nil, err
		}
		for i, v := range a {
			if v == starlark.None && i == 0 {
				continue
			}
			if err := intArg(t, v, dst[i]); err != nil {
				return nil, err
			}
		}
	}
	var a, b *netfd.FD
	err := m.rt.Opening(func() (err error) {
		a, b, err = netfd.Socketpair(family, typ, proto)
		return err
	})
	if err != nil {
		return nil, m.fail(err)
	}
	class := m.class
	if m.py2() {
		class = m.raw
	}
	wrap := func(fd *netfd.FD) *Socket { return m.wrap(class, newCore(fd, family, typ, proto, m.timeout)) }
	return starlark.Tuple{wrap(a), wrap(b)}, nil
}
