//go:build unix

package pysocket

import (
	"time"

	"fmt"
	"runtime"
	"strings"
	"weak"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// A Socket is a socket object of either of the module's classes: _socket.socket,
// which CPython has in C, and socket.socket, which derives from it (Python 2:
// socket._socketobject, which has one).
type Socket struct {
	handle
	m      *module
	class  *object.Class
	shown  *object.Class                  // the class as reprs show it: a script's, perhaps
	owner  *weak.Pointer[object.Instance] // the instance whose value this is, or nil
	closed bool
}

var (
	_ object.Attributed    = (*Socket)(nil)
	_ object.Reprer        = (*Socket)(nil)
	_ object.Hasher        = (*Socket)(nil)
	_ object.WeakReferent  = (*Socket)(nil)
	_ object.Owned         = (*Socket)(nil)
	_ starlark.HasSetField = (*Socket)(nil)
)

// A method of sockets, before the receiver's type is checked.
type method func(s *Socket, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

// rawMethods are the methods of _socket.socket that both Pythons have.
var rawMethods = map[string]method{
	"bind":          (*Socket).bind,
	"close":         (*Socket).rawClose,
	"connect":       (*Socket).connect,
	"connect_ex":    (*Socket).connectEx,
	"fileno":        (*Socket).fileno,
	"getpeername":   (*Socket).getpeername,
	"getsockname":   (*Socket).getsockname,
	"getsockopt":    (*Socket).getsockopt,
	"gettimeout":    (*Socket).gettimeout,
	"listen":        (*Socket).listen,
	"recv":          (*Socket).recv,
	"recv_into":     (*Socket).recvInto,
	"recvfrom":      (*Socket).recvfrom,
	"recvfrom_into": (*Socket).recvfromInto,
	"send":          (*Socket).send,
	"sendall":       (*Socket).sendall,
	"sendto":        (*Socket).sendto,
	"setblocking":   (*Socket).setblocking,
	"setsockopt":    (*Socket).setsockopt,
	"settimeout":    (*Socket).settimeout,
	"shutdown":      (*Socket).shutdown,
}

// rawMethods3 are those of Python 3 alone.
var rawMethods3 = map[string]method{
	"__init__":     (*Socket).init,
	"_accept":      (*Socket).rawAccept,
	"detach":       (*Socket).rawDetach,
	"getblocking":  (*Socket).getblocking,
	"recvmsg":      (*Socket).recvmsg,
	"recvmsg_into": (*Socket).recvmsgInto,
	"sendmsg":      (*Socket).sendmsg,
}

// rawMethods2 are those of Python 2 alone.
var rawMethods2 = map[string]method{
	"accept":   (*Socket).rawAccept2,
	"dup":      (*Socket).rawDup,
	"makefile": (*Socket).rawMakefile,
}

// methods3 are what Python 3's socket.socket adds.
var methods3 = map[string]method{
	"__enter__":              (*Socket).enter,
	"__exit__":               (*Socket).exit,
	"__getstate__":           (*Socket).getstate,
	"__init__":               (*Socket).init,
	"_check_sendfile_params": (*Socket).checkSendfile,
	"_decref_socketios":      (*Socket).decref,
	"_real_close":            (*Socket).realClose,
	"_sendfile_use_send":     (*Socket).sendfileUseSend,
	"_sendfile_use_sendfile": (*Socket).sendfileUseSendfile,
	"accept":                 (*Socket).accept,
	"close":                  (*Socket).close,
	"detach":                 (*Socket).detach,
	"dup":                    (*Socket).dup,
	"get_inheritable":        (*Socket).getInheritable,
	"makefile":               (*Socket).makefile,
	"sendfile":               (*Socket).sendfile,
	"set_inheritable":        (*Socket).setInheritable,
}

// methods2 are what Python 2's socket._socketobject adds, or has otherwise.
var methods2 = map[string]method{
	"__init__": (*Socket).init,
	"accept":   (*Socket).accept,
	"close":    (*Socket).close,
	"dup":      (*Socket).dup,
	"makefile": (*Socket).makefile2,
}

// boundMethods makes methods of a table. self is named wherever it is passed
// so that it isn't collected, and its descriptor closed, while it waits.
func boundMethods(table map[string]method, into map[string]object.Method) {
	for name, f := range table {
		into[name] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			s, ok := self.(*Socket)
			if !ok {
				return nil, object.TypeError.Errorf("descriptor '%s' requires a '_socket.socket' object but received a '%s'", name, object.TypeName(self))
			}
			v, err := f(s, t, args, kwargs)
			if err != nil && s.m.rt.Advice != nil {
				s.remember(name, args, err)
			}
			runtime.KeepAlive(s)
			return v, err
		}
	}
}

// unlessClosed is a method of Python 2's socket that fails when that is closed,
// whatever the arguments.
func unlessClosed(f method) method {
	return func(s *Socket, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if s.closed {
			return nil, s.m.fail(unix.EBADF)
		}
		return f(s, t, args, kwargs)
	}
}

// newClasses makes the classes of sockets.
func (m *module) newClasses() {
	raw := object.NewClass("_socket", "socket", object.TypesOf(m.rt.Dialect).Object)
	raw.Static = true
	raw.Doc = "socket(family=AF_INET, type=SOCK_STREAM, proto=0): one end of a connection, or a mailbox."
	raw.Methods = make(map[string]object.Method)
	boundMethods(rawMethods, raw.Methods)
	if m.py2() {
		boundMethods(rawMethods2, raw.Methods)
	} else {
		boundMethods(rawMethods3, raw.Methods)
	}
	raw.Attrs = m.members(raw)
	raw.Attrs["__new__"] = object.NewFor(raw)
	raw.New = func(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return m.construct(t, raw, args, kwargs)
	}
	raw.Blank = func(t *object.Thread, c *object.Class) starlark.Value { return m.blank(raw) }

	c := object.NewClass("socket", "socket", raw)
	if m.py2() {
		c = object.NewClass("socket", "_socketobject", object.TypesOf(m.rt.Dialect).Object)
	}
	c.Doc = raw.Doc
	c.Methods = make(map[string]object.Method)
	if m.py2() {
		delegated := make(map[string]method)
		for name, f := range rawMethods {
			delegated[name] = unlessClosed(f)
		}
		boundMethods(delegated, c.Methods)
		boundMethods(methods2, c.Methods)
	} else {
		boundMethods(methods3, c.Methods)
	}
	c.Attrs = m.attributes(c)
	c.Attrs["__new__"] = object.NewFor(c)
	c.Attrs["__slots__"] = m.slots()
	c.New = func(t *object.Thread, of *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return m.construct(t, c, args, kwargs)
	}
	c.Blank = func(t *object.Thread, of *object.Class) starlark.Value { return m.blank(c) }
	c.Open(m.rt)
	m.raw, m.class = raw, c
}

// slots are the names in __slots__, which CPython's class has.
func (m *module) slots() starlark.Value {
	names := []string{"__weakref__", "_io_refs", "_closed"}
	if m.py2() {
		names = append([]string{"_sock", "__weakref__"}, delegates...)
	}
	var elems []starlark.Value
	for _, name := range names {
		elems = append(elems, m.rt.Str(name))
	}
	return m.rt.List(elems)
}

// getset makes an attribute that Go code computes, which set changes if it isn't
// nil.
func getset(c *object.Class, name string, get func(s *Socket) (starlark.Value, error), set func(s *Socket, v starlark.Value) error) *object.Getset {
	g := &object.Getset{Name: name, Of: c, Member: true}
	g.Get = func(_ *object.Thread, self starlark.Value) (starlark.Value, error) {
		s, ok := object.Unwrap(self).(*Socket)
		if !ok {
			return nil, nil
		}
		return get(s)
	}
	if set != nil {
		g.Set = func(_ *object.Thread, self, v starlark.Value) error {
			s, ok := object.Unwrap(self).(*Socket)
			if !ok || v == nil {
				return object.AttributeError.Errorf("%s", name)
			}
			return set(s, v)
		}
	}
	return g
}

// members are the attributes of _socket.socket: plain numbers.
func (m *module) members(c *object.Class) map[string]starlark.Value {
	attrs := make(map[string]starlark.Value)
	for name, get := range map[string]func(s *Socket) int{
		"family": func(s *Socket) int { return s.family },
		"type":   func(s *Socket) int { return s.typ },
		"proto":  func(s *Socket) int { return s.protoc },
	} {
		attrs[name] = getset(c, name, func(s *Socket) (starlark.Value, error) { return starlark.MakeInt(get(s)), nil }, nil)
	}
	timeout := getset(c, "timeout", func(s *Socket) (starlark.Value, error) { return timeoutValue(s.timeout), nil }, nil)
	timeout.Member = false
	attrs["timeout"] = timeout
	return attrs
}

// attributes are those of socket.socket.
func (m *module) attributes(c *object.Class) map[string]starlark.Value {
	attrs := make(map[string]starlark.Value)
	add := func(name string, get func(s *Socket) (starlark.Value, error), set func(s *Socket, v starlark.Value) error) {
		attrs[name] = getset(c, name, get, set)
	}
	fixed := func(name string) func(s *Socket, v starlark.Value) error {
		return func(s *Socket, v starlark.Value) error {
			return object.AttributeError.By("can't set attribute",
				fmt.Sprintf("property '%s' of '%s' object has no setter", name, s.class.ClassName))
		}
	}
	if !m.py2() {
		add("family", func(s *Socket) (starlark.Value, error) { return m.family.Member(int64(s.family)), nil }, fixed("family"))
		add("type", func(s *Socket) (starlark.Value, error) { return m.kind.Member(int64(s.typ)), nil }, fixed("type"))
		add("_closed", func(s *Socket) (starlark.Value, error) { return m.rt.Bool(s.closed), nil },
			func(s *Socket, v starlark.Value) error { s.setClosed(bool(v.Truth())); return nil })
		add("_io_refs", func(s *Socket) (starlark.Value, error) { return starlark.MakeInt(s.files), nil },
			func(s *Socket, v starlark.Value) error { return starlark.AsInt(v, &s.files) })
		return attrs
	}
	for name, get := range map[string]func(s *Socket) int{
		"family": func(s *Socket) int { return s.family },
		"type":   func(s *Socket) int { return s.typ },
		"proto":  func(s *Socket) int { return s.protoc },
	} {
		add(name, func(s *Socket) (starlark.Value, error) {
			if s.closed {
				return nil, m.fail(unix.EBADF)
			}
			return starlark.MakeInt(get(s)), nil
		}, fixed(name))
	}
	add("_sock", func(s *Socket) (starlark.Value, error) {
		if s.closed {
			return m.closedSocket(), nil
		}
		return m.wrap(m.raw, s.core.share()), nil
	}, nil)
	return attrs
}

// blank makes a socket that isn't open.
func (m *module) blank(c *object.Class) *Socket {
	return &Socket{m: m, class: c, shown: c, handle: handle{core: shutCore()}}
}

// wrap makes the socket that owns a reference to c.
func (m *module) wrap(class *object.Class, c *core) *Socket {
	s := &Socket{m: m, class: class, shown: class}
	s.own(c)
	return s
}

// own gives the socket a core.
func (s *Socket) own(c *core) { s.handle = s.hold(c) }

// unclosed warns of a socket that was dropped without having been closed. It is called
// in a goroutine of the collector's.
func (m *module) unclosed(class *object.Class, c *core) {
	if c.fd.Sysfd() < 0 {
		return
	}
	repr := c.repr(m, class, false)
	m.rt.Later(func(t *object.Thread) { t.WarnUnclosed(repr, repr) })
}

// construct is socket(family=AF_INET, type=SOCK_STREAM, proto=0, fileno=None)
// (Python 2: _sock instead of fileno). It raises OSError for what the system
// doesn't have. (Library reference; socket(2).)
func (m *module) construct(t *object.Thread, class *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	c, err := m.newCoreOf(t, class, args, kwargs)
	if err != nil {
		return nil, err
	}
	return m.wrap(class, c), nil
}

// newCoreOf opens what the arguments of a class say.
func (m *module) newCoreOf(t *object.Thread, class *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (*core, error) {
	a := make([]starlark.Value, 4)
	var err error
	switch {
	case class == m.raw && m.py2():
		err = object.Keywords(t, "socket", args, kwargs, 0, "family", &a[0], "type", &a[1], "proto", &a[2])
	case class == m.raw:
		err = object.Keywords(t, "socket", args, kwargs, 0, "family", &a[0], "type", &a[1], "proto", &a[2], "fileno", &a[3])
	case m.py2():
		a, err = m.pyArgs("socket.__init__", 1, args, kwargs, 0, 4, "family", "type", "proto", "_sock")
	default:
		a, err = m.pyArgs("socket.__init__", 1, args, kwargs, 0, 4, "family", "type", "proto", "fileno")
	}
	if err != nil {
		return nil, err
	}
	if m.py2() && a[3] != nil && a[3] != starlark.None {
		s, ok := object.Unwrap(a[3]).(*Socket)
		if !ok {
			return nil, object.AttributeError.Errorf("'%s' object has no attribute 'recv'", object.TypeName(a[3]))
		}
		return s.core.share(), nil
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
		return m.adopt(sysfd, family, typ, proto)
	}
	for i, dst := range []*int{&family, &typ, &proto} {
		if a[i] == nil || *dst == -1 && !m.py2() {
			*dst = []int{unix.AF_INET, unix.SOCK_STREAM, 0}[i]
		}
	}
	return m.open(family, typ, proto)
}

// open opens a socket: socket(2).
func (m *module) open(family, typ, proto int) (*core, error) {
	fd, err := m.opening(func() (*netfd.FD, error) { return netfd.Socket(family, typ, proto) })
	if err != nil {
		return nil, m.fail(err)
	}
	return newCore(fd, family, typ, proto, m.timeout), nil
}

// adopt makes a core of a descriptor that exists; what isn't given is asked of
// the system.
func (m *module) adopt(sysfd, family, typ, proto int) (*core, error) {
	if sysfd < 0 {
		return nil, object.ValueError.Errorf("negative file descriptor")
	}
	sa, err := unix.Getsockname(sysfd)
	switch {
	case err == unix.EBADF || err == unix.ENOTSOCK:
		return nil, m.fail(err)
	case family == -1 && err != nil && err != unix.EAFNOSUPPORT:
		return nil, m.fail(err)
	}
	if family == -1 {
		if family, err = socketFamily(sysfd, sa); err != nil {
			return nil, m.fail(err)
		}
	}
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
	return newCore(fd, family, typ, proto, m.timeout), nil
}

// init is sock.__init__(...), which classes that derive from socket call: the
// socket becomes the one that these arguments make.
func (s *Socket) init(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	c, err := s.m.newCoreOf(t, s.class, args, kwargs)
	if err != nil {
		return nil, err
	}
	_ = s.give() // an error would be one of a socket that nobody has seen
	s.own(c)
	s.closed = false
	return starlark.None, nil
}

// Fileno returns the number of the descriptor, -1 if the socket is closed. It
// is what select and its like wait for.
func (s *Socket) Fileno() int { return s.fd.Sysfd() }

// FD returns the descriptor.
func (s *Socket) FD() *netfd.FD { return s.fd }

// Timeout returns how long a call may wait, below zero for without end.
func (s *Socket) Timeout() time.Duration { return s.timeout }

// Class returns the socket's class.
func (s *Socket) Class() *object.Class { return s.class }

// Repr returns what each Python prints: in Python 3 with the descriptor and
// its addresses.
func (s *Socket) Repr(d syntax.Dialect) string {
	switch {
	case s.class == s.m.raw && d == syntax.Python2:
		return fmt.Sprintf("<socket object, fd=%d, family=%d, type=%d, protocol=%d>", s.Fileno(), s.family, s.typ, s.protoc)
	case s.class == s.m.raw:
		return fmt.Sprintf("<socket object, fd=%d, family=%d, type=%d, proto=%d>", s.Fileno(), s.family, s.typ, s.protoc)
	case d == syntax.Python2:
		return fmt.Sprintf("<%s object at 0x%x>", s.class.QualifiedName(), object.ID(s))
	}
	return s.core.repr(s.m, s.shown, s.closed)
}

// SetOwner tells of the instance whose value s is.
func (s *Socket) SetOwner(x *object.Instance) {
	w := weak.Make(x)
	s.owner, s.shown = &w, x.Class()
}

// self is the socket as scripts see it.
func (s *Socket) self() starlark.Value {
	if s.owner != nil {
		if x := s.owner.Value(); x != nil {
			return x
		}
	}
	return s
}

// overridden reports whether the class of a script's that s is an instance of
// defines one of these methods itself.
func (s *Socket) overridden(names ...string) bool {
	if s.owner == nil {
		return false
	}
	for _, name := range names {
		if _, ok := s.shown.Lookup(name).(*object.Func); !ok {
			return true
		}
	}
	return false
}

func (c *core) repr(m *module, class *object.Class, closed bool) string {
	var b strings.Builder
	mark := ""
	if closed {
		mark = " [closed]"
	}
	fmt.Fprintf(&b, "<%s%s fd=%d, family=%d, type=%d, proto=%d", class.QualifiedName(), mark, c.fd.Sysfd(), c.family, c.typ, c.protoc)
	if !closed {
		var a netfd.Addr
		if c.fd.Local(&a) == nil {
			if v := m.addressValue(&a); v.Truth() {
				fmt.Fprintf(&b, ", laddr=%s", object.Repr(m.rt.Dialect, v))
			}
		}
		if c.fd.Peer(&a) == nil {
			if v := m.addressValue(&a); v.Truth() {
				fmt.Fprintf(&b, ", raddr=%s", object.Repr(m.rt.Dialect, v))
			}
		}
	}
	b.WriteByte('>')
	return b.String()
}

// String returns the repr as Python 3 prints it.
func (s *Socket) String() string { return s.Repr(s.m.rt.Dialect) }

// Type returns the name of the class.
func (s *Socket) Type() string { return s.class.TypeName() }

// Freeze does nothing.
func (s *Socket) Freeze() {}

// Truth returns true.
func (s *Socket) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (s *Socket) Hash() (uint32, error) { return uint32(object.ID(s)), nil }

// PyHash returns a hash of the identity.
func (s *Socket) PyHash() (uint64, error) { return object.ID(s), nil }

// Weak lets scripts have weak references to the socket.
func (s *Socket) Weak() (any, func() starlark.Value) { return object.WeakPointer(s) }

// Own returns nil: a socket has no attributes but those of its class.
func (s *Socket) Own(string) starlark.Value { return nil }

// Attr returns an attribute or a method.
func (s *Socket) Attr(name string) (starlark.Value, error) { return object.BindAttr(s, name) }

// AttrNames lists the attributes.
func (s *Socket) AttrNames() []string { return s.class.AttrNames() }

// SetField sets what may be set of the attributes that the class has.
func (s *Socket) SetField(name string, v starlark.Value) error {
	switch d := s.class.Lookup(name).(type) {
	case nil:
		_, err := s.Attr(name)
		return err
	case *object.Getset:
		return object.SetThrough(s.m.rt.Current(), d, s, v)
	}
	return object.AttributeError.Errorf("'%s' object attribute '%s' is read-only", s.class.ClassName, name)
}

// closedSocket is what _sock of a closed socket is in Python 2.
func (m *module) closedSocket() *Socket { return m.blank(m.raw) }
