package pysocket

import (
	"errors"
	"fmt"
	"time"

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
	var from netfd.Addr
	fd, err := s.fd.Accept(t.Waiter, until(s.timeout), &from)
	if err != nil {
		return nil, s.m.fail(err)
	}
	c := s.m.newSocket(s.m.class, fd, s.family, s.typ, s.protoc)
	return starlark.Tuple{c, c.addressValue(&from)}, nil
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
	return s.fd.Connect(t.Waiter, until(s.timeout), &a)
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
	dup, err := unix.FcntlInt(uintptr(sysfd), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, m.fail(err)
	}
	fd, err := netfd.New(dup)
	if err != nil {
		unix.Close(dup)
		return nil, m.fail(err)
	}
	return m.newSocket(m.class, fd, family, typ, proto), nil
}

// closefd is socket.close(fd): close(2) of a bare descriptor.
func (m *module) closefd(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	sysfd := 0
	if err := object.OneArg(t, "_socket", "close", args, kwargs, &sysfd); err != nil {
		return nil, err
	}
	return starlark.None, m.fail(unix.Close(sysfd))
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
	a, b, err := netfd.Socketpair(family, typ, proto)
	if err != nil {
		return nil, m.fail(err)
	}
	return starlark.Tuple{m.newSocket(m.class, a, family, typ, proto), m.newSocket(m.class, b, family, typ, proto)}, nil
}

// createConnection is socket.create_connection(address, timeout=the default,
// source_address=None, *, all_errors=False): a TCP connection to the first
// address of the host that answers. It raises the first address's error
// (Python 2: the last one's).
func (m *module) createConnection(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	names := []string{"address", "timeout", "source_address", "all_errors"}
	if m.py2() {
		names = names[:3]
	}
	a, err := m.pyArgs("create_connection", 0, args, kwargs, 1, 3, names...)
	if err != nil {
		return nil, err
	}
	address, ok := object.AsTuple(a[0])
	if !ok {
		if address, err = object.Elements(t, a[0]); err != nil {
			return nil, object.TypeError.By(
				fmt.Sprintf("'%s' object is not iterable", object.TypeName(a[0])),
				fmt.Sprintf("cannot unpack non-iterable %s object", object.TypeName(a[0])))
		}
	}
	if len(address) != 2 {
		return nil, unpackError(m, len(address), 2)
	}
	timeout := m.timeout
	if a[1] != nil {
		if err := m.timeoutArg(&timeout)(t, a[1]); err != nil {
			return nil, err
		}
	}
	answers, err := m.lookup(t, address[0], address[1], query{socktype: unix.SOCK_STREAM})
	if err != nil {
		return nil, err
	}
	var first error
	for _, r := range answers {
		s, err := m.dial(t, r, timeout, a[2])
		if err == nil {
			return s, nil
		}
		if !object.Is(err, object.OSError, m.rt.Dialect) && !object.Is(err, errorKind, m.rt.Dialect) {
			return nil, err
		}
		if first == nil || m.py2() {
			first = err
		}
	}
	if first == nil {
		first = m.message("getaddrinfo returns an empty list")
	}
	return nil, first
}

func unpackError(m *module, got, want int) error {
	if got > want {
		return object.ValueError.By("too many values to unpack", fmt.Sprintf("too many values to unpack (expected %d)", want))
	}
	return object.ValueError.By(fmt.Sprintf("need more than %d value%s to unpack", got, plural(got)),
		fmt.Sprintf("not enough values to unpack (expected %d, got %d)", want, got))
}

// dial opens a socket and connects it.
func (m *module) dial(t *object.Thread, r answer, timeout time.Duration, source starlark.Value) (*Socket, error) {
	fd, err := netfd.Socket(r.family, r.socktype, r.proto)
	if err != nil {
		return nil, m.fail(err)
	}
	s := m.newSocket(m.class, fd, r.family, r.socktype, r.proto)
	s.timeout = timeout
	err = func() error {
		if source != nil && source != starlark.None {
			a, err := s.addressArg(t, "bind", source)
			if err != nil {
				return err
			}
			if err := fd.Bind(&a); err != nil {
				return err
			}
		}
		a := r.sockaddr()
		return fd.Connect(t.Waiter, until(timeout), &a)
	}()
	if err != nil {
		s.shut()
		return nil, m.fail(err)
	}
	return s, nil
}

// sockaddr returns the answer's address as the kernel takes it.
func (r *answer) sockaddr() netfd.Addr {
	if r.family == afInet {
		return netfd.Inet4(r.addr.As4(), r.port)
	}
	return netfd.Inet6(r.addr.As16(), r.port, 0, zoneIndex(r.addr))
}

// createServer is socket.create_server(address, *, family=AF_INET,
// backlog=None, reuse_port=False, dualstack_ipv6=False): a listening TCP
// socket whose port may be in use by old connections.
func (m *module) createServer(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a, err := m.pyArgs("create_server", 0, args, kwargs, 1, 1, "address", "family", "backlog", "reuse_port", "dualstack_ipv6")
	if err != nil {
		return nil, err
	}
	family, backlog := afInet, 128
	if err := intArg(t, a[1], &family); err != nil {
		return nil, err
	}
	if a[2] != starlark.None {
		if err := intArg(t, a[2], &backlog); err != nil {
			return nil, err
		}
	}
	reuse, dual := isTrue(a[3]), isTrue(a[4])
	if dual && family != afInet6 {
		return nil, object.ValueError.Errorf("dualstack_ipv6 requires AF_INET6 family")
	}
	fd, err := netfd.Socket(family, unix.SOCK_STREAM, 0)
	if err != nil {
		return nil, m.fail(err)
	}
	s := m.newSocket(m.class, fd, family, unix.SOCK_STREAM, 0)
	err = func() error {
		fd.SetOption(unix.SOL_SOCKET, unix.SO_REUSEADDR, native32(1), 4)
		if reuse {
			if err := fd.SetOption(unix.SOL_SOCKET, unix.SO_REUSEPORT, native32(1), 4); err != nil {
				return err
			}
		}
		if family == afInet6 {
			only := 1
			if dual {
				only = 0
			}
			fd.SetOption(unix.IPPROTO_IPV6, unix.IPV6_V6ONLY, native32(only), 4)
		}
		sa, err := s.addressArg(t, "bind", a[0])
		if err != nil {
			return err
		}
		if err := fd.Bind(&sa); err != nil {
			var errno unix.Errno
			if errors.As(err, &errno) {
				words := fmt.Sprintf("%s (while attempting to bind on address %s)", object.Strerror(errno), m.rt.Repr(a[0]))
				return object.Raise(object.NewException(object.OSErrorClass(int(errno)),
					starlark.Tuple{starlark.MakeInt(int(errno)), m.rt.Str(words)}))
			}
			return err
		}
		return fd.Listen(max(backlog, 0))
	}()
	if err != nil {
		s.shut()
		return nil, m.fail(err)
	}
	m.rt.Started()
	return s, nil
}

func isTrue(v starlark.Value) bool { return v != nil && bool(v.Truth()) }

// hasDualstack is socket.has_dualstack_ipv6(): whether one socket can serve
// IPv4 and IPv6.
func (m *module) hasDualstack(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if _, err := m.pyArgs("has_dualstack_ipv6", 0, args, kwargs, 0, 0); err != nil {
		return nil, err
	}
	fd, err := netfd.Socket(afInet6, unix.SOCK_STREAM, 0)
	if err != nil {
		return m.rt.Bool(false), nil
	}
	defer fd.Close()
	err = fd.SetOption(unix.IPPROTO_IPV6, unix.IPV6_V6ONLY, native32(0), 4)
	return m.rt.Bool(err == nil), nil
}
