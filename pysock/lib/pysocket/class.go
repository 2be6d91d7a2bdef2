package pysocket

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// A Socket is Python's socket object.
type Socket struct {
	m                   *module
	class               *object.Class
	fd                  *netfd.FD
	family, typ, protoc int
	timeout             time.Duration // below zero: none
	closed              bool
	cleanup             runtime.Cleanup // closes fd when nobody refers to the socket

	// The last address that was turned into a value. Many datagrams in a row
	// come from one sender.
	mu        sync.Mutex
	lastAddr  netfd.Addr
	lastValue starlark.Value
}

var (
	_ object.Typed         = (*Socket)(nil)
	_ object.Reprer        = (*Socket)(nil)
	_ object.Hasher        = (*Socket)(nil)
	_ starlark.HasSetField = (*Socket)(nil)
)

// A method of sockets, before the receiver's type is checked.
type method func(s *Socket, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

// methods are the methods that both Pythons have.
var methods = map[string]method{
	"accept":        (*Socket).accept,
	"bind":          (*Socket).bind,
	"close":         (*Socket).close,
	"connect":       (*Socket).connect,
	"connect_ex":    (*Socket).connectEx,
	"dup":           (*Socket).dup,
	"fileno":        (*Socket).fileno,
	"getpeername":   (*Socket).getpeername,
	"getsockname":   (*Socket).getsockname,
	"getsockopt":    (*Socket).getsockopt,
	"gettimeout":    (*Socket).gettimeout,
	"listen":        (*Socket).listen,
	"recv":          (*Socket).recv,
	"recv_into":     (*Socket).recvInto,
	"recvfrom":      (*Socket).recvfrom,
	"__init__":      (*Socket).init,
	"recvfrom_into": (*Socket).recvfromInto,
	"send":          (*Socket).send,
	"sendall":       (*Socket).sendall,
	"sendto":        (*Socket).sendto,
	"setblocking":   (*Socket).setblocking,
	"setsockopt":    (*Socket).setsockopt,
	"settimeout":    (*Socket).settimeout,
	"shutdown":      (*Socket).shutdown,
}

// methods3 are those of Python 3 alone.
var methods3 = map[string]method{
	"__enter__":       (*Socket).enter,
	"__exit__":        (*Socket).exit,
	"detach":          (*Socket).detach,
	"get_inheritable": (*Socket).getInheritable,
	"getblocking":     (*Socket).getblocking,
	"set_inheritable": (*Socket).setInheritable,
}

// newClass makes the class of sockets.
func (m *module) newClass() *object.Class {
	name := "socket"
	if m.py2() {
		name = "_socketobject"
	}
	c := object.NewClass("socket", name, object.TypesOf(m.rt.Dialect).Object)
	c.Doc = "socket(family=AF_INET, type=SOCK_STREAM, proto=0): one end of a connection, or a mailbox."
	c.Methods = make(map[string]object.Method)
	add := func(table map[string]method) {
		for name, f := range table {
			c.Methods[name] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				s, ok := self.(*Socket)
				if !ok {
					return nil, object.TypeError.Errorf("descriptor '%s' requires a '_socket.socket' object but received a '%s'", name, object.TypeName(self))
				}
				// Or it could be collected, and closed, while it waits.
				defer runtime.KeepAlive(s)
				return f(s, t, args, kwargs)
			}
		}
	}
	add(methods)
	if !m.py2() {
		add(methods3)
	}
	c.New = m.construct
	return c
}

// construct is socket(family=AF_INET, type=SOCK_STREAM, proto=0, fileno=None)
// (Python 2: _sock instead of fileno). It raises OSError for what the system
// doesn't have. (Library reference; socket(2).)
func (m *module) construct(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	last := "fileno"
	name := "socket.__init__"
	if m.py2() {
		last = "_sock"
	}
	a, err := m.pyArgs(name, 1, args, kwargs, 0, 4, "family", "type", "proto", last)
	if err != nil {
		return nil, err
	}
	if m.py2() && a[3] != nil && a[3] != starlark.None {
		s, ok := a[3].(*Socket)
		if !ok {
			return nil, object.AttributeError.Errorf("'%s' object has no attribute 'recv'", object.TypeName(a[3]))
		}
		return s, nil
	}
	family, typ, proto := -1, -1, -1
	for i, dst := range []*int{&family, &typ, &proto} {
		if err := intArg(t, a[i], dst); err != nil {
			return nil, err
		}
	}
	if a[3] != nil && a[3] != starlark.None {
		sysfd := 0
		if err := intArg(t, a[3], &sysfd); err != nil {
			return nil, err
		}
		return m.adopt(c, sysfd, family, typ, proto)
	}
	if m.py2() {
		for i, dst := range []*int{&family, &typ, &proto} {
			if a[i] == nil {
				*dst = []int{unix.AF_INET, unix.SOCK_STREAM, 0}[i]
			}
		}
	} else {
		for i, dst := range []*int{&family, &typ, &proto} {
			if *dst == -1 {
				*dst = []int{unix.AF_INET, unix.SOCK_STREAM, 0}[i]
			}
		}
	}
	fd, err := netfd.Socket(family, typ, proto)
	if err != nil {
		return nil, m.fail(err)
	}
	return m.newSocket(c, fd, family, typ, proto), nil
}

// adopt makes a socket of a descriptor that exists; what isn't given is asked
// of the system.
func (m *module) adopt(c *object.Class, sysfd, family, typ, proto int) (starlark.Value, error) {
	if sysfd < 0 {
		return nil, object.ValueError.Errorf("negative file descriptor")
	}
	if family == -1 {
		sa, err := unix.Getsockname(sysfd)
		if err != nil && err != unix.EAFNOSUPPORT {
			return nil, m.fail(err)
		}
		if family, err = socketFamily(sysfd, sa); err != nil {
			return nil, m.fail(err)
		}
	}
	var err error
	if typ == -1 {
		if typ, err = unix.GetsockoptInt(sysfd, unix.SOL_SOCKET, unix.SO_TYPE); err != nil {
			return nil, m.fail(err)
		}
	}
	if proto == -1 {
		proto = socketProtocol(sysfd)
	}
	fd, err := netfd.New(sysfd)
	if err != nil {
		return nil, m.fail(err)
	}
	return m.newSocket(c, fd, family, typ, proto), nil
}

// newSocket wraps a descriptor. The socket has the default timeout, or is
// non-blocking if its type says so.
func (m *module) newSocket(c *object.Class, fd *netfd.FD, family, typ, proto int) *Socket {
	s := &Socket{m: m, class: c, fd: fd, family: family, typ: typ &^ typeFlags, protoc: proto, timeout: m.timeout}
	if typ&nonblockFlag != 0 {
		s.timeout = 0
	}
	s.own(fd)
	return s
}

// own makes fd the socket's descriptor, to be closed when the socket is
// collected.
func (s *Socket) own(fd *netfd.FD) {
	s.fd = fd
	s.cleanup = runtime.AddCleanup(s, func(fd *netfd.FD) { fd.Close() }, fd)
}

// init is sock.__init__(...), which classes that derive from socket call: the
// socket becomes the one that these arguments make.
func (s *Socket) init(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	v, err := s.m.construct(t, s.class, args, kwargs)
	if err != nil {
		return nil, err
	}
	n := v.(*Socket)
	n.cleanup.Stop()
	s.cleanup.Stop()
	s.fd.Close() // an error would be one of a socket that nobody has seen
	s.own(n.fd)
	s.family, s.typ, s.protoc, s.timeout, s.closed = n.family, n.typ, n.protoc, n.timeout, false
	return starlark.None, nil
}

// Fileno returns the number of the descriptor, -1 if the socket is closed. It
// is what select and its like wait for.
func (s *Socket) Fileno() int { return s.fd.Sysfd() }

// FD returns the descriptor.
func (s *Socket) FD() *netfd.FD { return s.fd }

// Class returns the socket's class.
func (s *Socket) Class() *object.Class { return s.class }

// Repr returns what each Python prints: in Python 3 with the descriptor and
// its addresses.
func (s *Socket) Repr(d syntax.Dialect) string {
	if d == syntax.Python2 {
		return fmt.Sprintf("<%s object at 0x%x>", s.class.QualifiedName(), object.ID(s))
	}
	var b strings.Builder
	closed := ""
	if s.closed {
		closed = " [closed]"
	}
	fmt.Fprintf(&b, "<%s%s fd=%d, family=%d, type=%d, proto=%d", s.class.QualifiedName(), closed, s.Fileno(), s.family, s.typ, s.protoc)
	if !s.closed {
		var a netfd.Addr
		if s.fd.Local(&a) == nil {
			if v := s.addressValue(&a); v.Truth() {
				fmt.Fprintf(&b, ", laddr=%s", object.Repr(d, v))
			}
		}
		if s.fd.Peer(&a) == nil {
			if v := s.addressValue(&a); v.Truth() {
				fmt.Fprintf(&b, ", raddr=%s", object.Repr(d, v))
			}
		}
	}
	b.WriteByte('>')
	return b.String()
}

// String returns the repr as Python 3 prints it.
func (s *Socket) String() string { return s.Repr(s.m.rt.Dialect) }

// Type returns the name of the class.
func (s *Socket) Type() string { return s.class.ClassName }

// Freeze does nothing.
func (s *Socket) Freeze() {}

// Truth returns true.
func (s *Socket) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (s *Socket) Hash() (uint32, error) { return uint32(object.ID(s)), nil }

// PyHash returns a hash of the identity.
func (s *Socket) PyHash() (uint64, error) { return object.ID(s), nil }

// Attr returns family, type, proto, timeout, or a method.
func (s *Socket) Attr(name string) (starlark.Value, error) {
	if s.m.py2() {
		switch name {
		case "family", "type", "proto":
			if s.closed {
				return nil, s.m.fail(unix.EBADF)
			}
		case "_sock":
			return s, nil
		}
	} else {
		switch name {
		case "timeout":
			return timeoutValue(s.timeout), nil
		case "_closed":
			return s.m.rt.Bool(s.closed), nil
		}
	}
	switch name {
	case "family":
		return s.m.family.member(int64(s.family)), nil
	case "type":
		return s.m.kind.member(int64(s.typ)), nil
	case "proto":
		return starlark.MakeInt(s.protoc), nil
	}
	return object.BindAttr(s, name)
}

// AttrNames lists the attributes.
func (s *Socket) AttrNames() []string {
	names := append(s.class.AttrNames(), "family", "type", "proto")
	if s.m.py2() {
		return append(names, "_sock")
	}
	return append(names, "timeout", "_closed")
}

// SetField raises AttributeError: sockets have slots only.
func (s *Socket) SetField(name string, v starlark.Value) error {
	switch name {
	case "family", "type", "proto", "timeout":
		return object.AttributeError.By("can't set attribute",
			fmt.Sprintf("property '%s' of 'socket' object has no setter", name))
	}
	if _, err := s.Attr(name); err != nil {
		return err
	}
	return object.AttributeError.Errorf("'%s' object attribute '%s' is read-only", s.class.ClassName, name)
}

// close is sock.close(). Whoever waits on the socket gets OSError EBADF.
func (s *Socket) close(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if _, err := s.m.pyArgs("socket.close", 1, args, kwargs, 0, 0); err != nil {
		return nil, err
	}
	return starlark.None, s.shut()
}

func (s *Socket) shut() error {
	if s.closed {
		return nil
	}
	s.closed = true
	err := s.fd.Close()
	if s.m.py2() || err == unix.ECONNRESET {
		err = nil
	}
	return s.m.fail(err)
}

func (s *Socket) enter(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return s, nil
}

func (s *Socket) exit(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.None, s.shut()
}

// detach is sock.detach(): the descriptor, which the socket gives up.
func (s *Socket) detach(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if _, err := s.m.pyArgs("socket.detach", 1, args, kwargs, 0, 0); err != nil {
		return nil, err
	}
	s.closed = true
	n, err := s.fd.Detach()
	if err != nil {
		n = -1
	}
	return starlark.MakeInt(n), nil
}

// dup is sock.dup(): a socket of the same kind on a duplicate of the
// descriptor.
func (s *Socket) dup(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if _, err := s.m.pyArgs("socket.dup", 1, args, kwargs, 0, 0); err != nil {
		return nil, err
	}
	fd, err := s.fd.Dup()
	if err != nil {
		return nil, s.m.fail(err)
	}
	d := s.m.newSocket(s.class, fd, s.family, s.typ, s.protoc)
	d.timeout = s.timeout
	return d, nil
}

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
	if s.Fileno() < 0 {
		return nil, s.m.fail(unix.EBADF)
	}
	s.timeout = timeout
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
