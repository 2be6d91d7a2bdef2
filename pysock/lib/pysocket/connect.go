//go:build unix

package pysocket

import (
	"errors"
	"fmt"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// The functions that CPython has in Python, on top of the module's others.
// Scripts replace those, to send all connections through a proxy or to see to
// it that only IPv4 is used: so they are looked up in the module each time.

// call calls a function or class of the module by its name.
func (m *module) call(t *object.Thread, name string, args ...starlark.Value) (starlark.Value, error) {
	f := m.names.Get(name)
	if f == nil {
		return nil, object.NameError.By(fmt.Sprintf("global name '%s' is not defined", name), fmt.Sprintf("name '%s' is not defined", name))
	}
	return t.Call(f, args...)
}

// method calls a method of a socket, or of what stands for one.
func (m *module) method(t *object.Thread, sock starlark.Value, name string, args ...starlark.Value) (starlark.Value, error) {
	f, err := m.rt.Attr(sock, name)
	if err != nil {
		return nil, err
	}
	return t.Call(f, args...)
}

// isError reports whether err is an OSError (Python 2: socket.error).
func (m *module) isError(err error) bool {
	if m.py2() {
		return object.Is(err, errorKind, m.rt.Dialect)
	}
	return object.Is(err, object.OSError, m.rt.Dialect)
}

// unpack returns the n items of an iterable.
func (m *module) unpack(t *object.Thread, v starlark.Value, n int) ([]starlark.Value, error) {
	items, ok := object.AsTuple(v)
	if !ok {
		var err error
		if items, err = object.Elements(t, v); err != nil {
			if !object.Is(err, object.TypeError, m.rt.Dialect) {
				return nil, err
			}
			return nil, object.TypeError.By(
				fmt.Sprintf("'%s' object is not iterable", object.TypeName(v)),
				fmt.Sprintf("cannot unpack non-iterable %s object", object.TypeName(v)))
		}
	}
	switch got := len(items); {
	case got > n:
		return nil, object.ValueError.By("too many values to unpack", fmt.Sprintf("too many values to unpack (expected %d)", n))
	case got < n:
		return nil, object.ValueError.By(fmt.Sprintf("need more than %d value%s to unpack", got, plural(got)),
			fmt.Sprintf("not enough values to unpack (expected %d, got %d)", n, got))
	}
	return items, nil
}

// createConnection is socket.create_connection(address, timeout=the default,
// source_address=None, *, all_errors=False): a TCP connection to the first
// address of the host that answers. It raises the first address's error
// (Python 2: the last one's), or with all_errors an ExceptionGroup of all.
func (m *module) createConnection(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	names := []string{"address", "timeout", "source_address", "all_errors"}
	if m.py2() {
		names = names[:3]
	}
	a, err := m.pyArgs("create_connection", 0, args, kwargs, 1, 3, names...)
	if err != nil {
		return nil, err
	}
	timeout, source := a[1], a[2]
	address, err := m.unpack(t, a[0], 2)
	if err != nil {
		return nil, err
	}
	list, err := m.call(t, "getaddrinfo", address[0], address[1], starlark.MakeInt(0), m.kind.Member(unix.SOCK_STREAM))
	if err != nil {
		return nil, err
	}
	answers, err := object.Elements(t, list)
	if err != nil {
		return nil, err
	}
	var failed []error
	for _, answer := range answers {
		r, err := m.unpack(t, answer, 5)
		if err != nil {
			return nil, err
		}
		sock, err := m.dial(t, r, timeout, source)
		if err == nil {
			return sock, nil
		}
		if !m.isError(err) {
			return nil, err
		}
		failed = append(failed, err)
	}
	switch {
	case len(failed) == 0:
		return nil, m.message("getaddrinfo returns an empty list")
	case len(names) == 4 && isTrue(a[3]):
		var list []starlark.Value
		for _, err := range failed {
			list = append(list, t.Exception(err))
		}
		group := m.rt.Builtins.Get("ExceptionGroup")
		e, err := t.Call(group, m.rt.Str("create_connection failed"), m.rt.List(list))
		if err != nil {
			return nil, err
		}
		return nil, object.Raise(e.(*object.Exception))
	case m.py2():
		return nil, failed[len(failed)-1]
	}
	return nil, failed[0]
}

// dial opens a socket for one of getaddrinfo's answers and connects it.
func (m *module) dial(t *object.Thread, r []starlark.Value, timeout, source starlark.Value) (starlark.Value, error) {
	sock, err := m.call(t, "socket", r[0], r[1], r[2])
	if err != nil {
		return nil, err
	}
	err = func() error {
		if timeout != nil && timeout != m.names.Get("_GLOBAL_DEFAULT_TIMEOUT") {
			if _, err := m.method(t, sock, "settimeout", timeout); err != nil {
				return err
			}
		}
		if source != nil && source.Truth() {
			if _, err := m.method(t, sock, "bind", source); err != nil {
				return err
			}
		}
		_, err := m.method(t, sock, "connect", r[4])
		return err
	}()
	if err != nil && m.isError(err) {
		if _, err := m.method(t, sock, "close"); err != nil {
			return nil, err
		}
	}
	return sock, err
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
	family := afInet
	if err := intArg(t, a[1], &family); err != nil {
		return nil, err
	}
	backlog, reuse, dual := a[2], isTrue(a[3]), isTrue(a[4])
	if dual {
		can, err := m.call(t, "has_dualstack_ipv6")
		switch {
		case err != nil:
			return nil, err
		case !bool(can.Truth()):
			return nil, object.ValueError.Errorf("dualstack_ipv6 not supported on this platform")
		case family != afInet6:
			return nil, object.ValueError.Errorf("dualstack_ipv6 requires AF_INET6 family")
		}
	}
	sock, err := m.call(t, "socket", m.family.Member(int64(family)), m.kind.Member(unix.SOCK_STREAM))
	if err != nil {
		return nil, err
	}
	set := func(level, option, value int) error {
		_, err := m.method(t, sock, "setsockopt", starlark.MakeInt(level), starlark.MakeInt(option), starlark.MakeInt(value))
		return err
	}
	err = func() error {
		if err := set(unix.SOL_SOCKET, unix.SO_REUSEADDR, 1); err != nil && !m.isError(err) {
			return err
		}
		if reuse {
			if err := set(unix.SOL_SOCKET, unix.SO_REUSEPORT, 1); err != nil {
				return err
			}
		}
		if family == afInet6 {
			only := 1
			if dual {
				only = 0
			}
			if err := set(unix.IPPROTO_IPV6, unix.IPV6_V6ONLY, only); err != nil && (dual || !m.isError(err)) {
				return err
			}
		}
		if _, err := m.method(t, sock, "bind", a[0]); err != nil {
			return m.whileBinding(t, err, a[0])
		}
		if backlog == nil || backlog == starlark.None {
			_, err = m.method(t, sock, "listen")
		} else {
			_, err = m.method(t, sock, "listen", backlog)
		}
		return err
	}()
	if err != nil {
		if m.isError(err) {
			if _, err := m.method(t, sock, "close"); err != nil {
				return nil, err
			}
		}
		return nil, err
	}
	return sock, nil
}

// whileBinding adds the address to an error of bind.
func (m *module) whileBinding(t *object.Thread, err error, address starlark.Value) error {
	if !m.isError(err) {
		return err
	}
	var errno unix.Errno
	var r *object.Raised
	e := t.Exception(err)
	if errors.As(err, &r) {
		errno = r.Errno()
	}
	if errno == 0 {
		if v, err := m.rt.Attr(e, "errno"); err == nil {
			n := 0
			if starlark.AsInt(v, &n) == nil {
				errno = unix.Errno(n)
			}
		}
	}
	if errno == 0 {
		return err
	}
	words := fmt.Sprintf("%s (while attempting to bind on address %s)", object.Strerror(errno), m.rt.Repr(address))
	named := object.NewException(object.OSErrorClass(int(errno)), starlark.Tuple{starlark.MakeInt(int(errno)), m.rt.Str(words)})
	named.SetAbout(e.About())
	return object.Raise(named)
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

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}
