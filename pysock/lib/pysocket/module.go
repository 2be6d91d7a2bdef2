//go:build unix

// Package pysocket is Python's module socket, of Python 2.7 and of Python 3.11.
//
// # Theory of operation
//
// A Socket is a core, which is a [netfd.FD] and what Python remembers of it:
// family, type, protocol and timeout. The descriptor is never blocking for the operating
// system. Python's three modes are the deadline that each call hands to netfd:
// a timeout of None is netfd.Forever, 0 is netfd.AtOnce, others are counted
// from the start of the call. Two things that the kernel does for a blocking
// descriptor are done here: send on a stream goes on until all is sent, and so
// does recv with MSG_WAITALL.
//
// Names are resolved without the C library: numbers and the hosts file here
// (resolve.go, hosts.go), the rest by Go's DNS resolver, with the answers,
// numbers and words that glibc's getaddrinfo gives. Services and protocols
// come from the files in /etc, or from tables (services.go).
//
// The files: core.go has what is closed, close.go when; conn.go bind to shutdown,
// transfer.go send and recv, message.go sendmsg and recvmsg, sendfile.go sendfile,
// makefile.go the files of Python 3, fileobject.go those of Python 2, mode.go timeouts,
// options.go the socket options, address.go Python's addresses, connect.go the
// functions on top of others, names.go those about hosts, convert.go those about
// numbers. module.go and class.go are the tables of names.
//
// Some functions are written in C in CPython and some in Python, and their
// TypeErrors differ. The former take their arguments by package object's
// functions, the latter by pyArgs.
//
// A Socket that a script drops is closed by the garbage collector.
//
// # What differs from CPython
//
//   - A descriptor taken over from elsewhere (fromfd, fileno=) is made
//     non-blocking, which other processes that share it can see.
//   - A timed-out sendall of Python 2 counts the timeout from the start of the
//     call, as Python 3 does, and not anew for each part.
//   - Timeouts are whole nanoseconds and end at 292 years; Python 2 keeps any
//     float.
//   - An IPv4 address for an AF_INET6 socket is a gaierror in Python 2 too,
//     which takes its bytes for those of some IPv6 address.
//   - The DNS is asked by Go's resolver: it reads resolv.conf and hosts, but no
//     other source that nsswitch.conf may name.
//   - Addresses of families but AF_INET, AF_INET6, AF_UNIX, AF_NETLINK and
//     AF_PACKET are (family, bytes) where they come from the system, and can't be given.
package pysocket

import (
	"math"
	"strings"
	"time"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A module is module socket of one runtime.
type module struct {
	rt        *object.Runtime
	names     *object.Module      // module socket
	raw       *object.Class       // _socket.socket
	class     *object.Class       // socket.socket; Python 2: socket._socketobject
	socketIO  *object.Class       // nil in Python 2
	fileClass *object.Class       // Python 2's _fileobject
	family    *object.Enumeration // nil in Python 2
	kind      *object.Enumeration // socket types
	timeout   time.Duration       // the default one, below zero for none
	room      []byte              // see loan
}

func (m *module) py2() bool { return m.rt.Dialect == syntax.Python2 }

const doc = `Sockets: the network as the operating system offers it.

socket(family, type, proto) opens one. An address is a tuple (host, port) for
AF_INET, (host, port, flowinfo, scope_id) for AF_INET6, a path for AF_UNIX.`

// defs are the functions that CPython has in C.
func (m *module) defs() []object.Def {
	defs := []object.Def{
		{Name: "socketpair", F: m.socketpair},
		{Name: "setdefaulttimeout", F: m.setdefaulttimeout},
		{Name: "getdefaulttimeout", F: m.getdefaulttimeout},

		{Name: "gethostname", F: m.gethostname},
		{Name: "gethostbyname", F: m.gethostbyname},
		{Name: "gethostbyname_ex", F: m.gethostbynameEx},
		{Name: "gethostbyaddr", F: m.gethostbyaddr},
		{Name: "getaddrinfo", F: m.getaddrinfo},
		{Name: "getnameinfo", F: m.getnameinfo},
		{Name: "getservbyname", F: m.getservbyname},
		{Name: "getservbyport", F: m.getservbyport},
		{Name: "getprotobyname", F: m.getprotobyname},

		{Name: "htons", F: m.swap16("htons")},
		{Name: "ntohs", F: m.swap16("ntohs")},
		{Name: "htonl", F: m.swap32("htonl")},
		{Name: "ntohl", F: m.swap32("ntohl")},
		{Name: "inet_aton", F: m.inetAton},
		{Name: "inet_ntoa", F: m.inetNtoa},
		{Name: "inet_pton", F: m.inetPton},
		{Name: "inet_ntop", F: m.inetNtop},
	}
	if m.py2() {
		return append(defs, object.Def{Name: "fromfd", F: m.fromfd})
	}
	return append(defs,
		object.Def{Name: "close", F: m.closefd},
		object.Def{Name: "dup", F: m.dupfd},
		object.Def{Name: "if_nameindex", F: m.ifNameindex},
		object.Def{Name: "if_nametoindex", F: m.ifNametoindex},
		object.Def{Name: "if_indextoname", F: m.ifIndextoname},
		object.Def{Name: "sethostname", F: m.sethostname},
		object.Def{Name: "CMSG_LEN", F: m.controlSize("CMSG_LEN", cmsgLen, 0)},
		object.Def{Name: "CMSG_SPACE", F: m.controlSize("CMSG_SPACE", cmsgSpace, 1)},
	)
}

type moduleKey struct{}

// of returns what both modules, _socket and socket, share.
func of(rt *object.Runtime) *module {
	return rt.Local(moduleKey{}, func() any {
		m := &module{rt: rt, timeout: -1}
		m.newClasses()
		if m.py2() {
			m.fileClass = m.newFileObjectClass()
		} else {
			m.socketIO = m.newSocketIOClass()
		}
		return m
	}).(*module)
}

// NewRaw returns module _socket: what CPython has in C.
func NewRaw(rt *object.Runtime) *object.Module {
	m := of(rt)
	names := object.NewModule(rt, "_socket", doc, m.defs())
	for name, n := range constants(m.py2()) {
		names.Set(name, starlark.MakeInt64(n))
	}
	m.setClasses(names)
	names.Set("socket", m.raw)
	names.Set("SocketType", m.raw)
	return names
}

func (m *module) setClasses(names *object.Module) {
	for name, c := range errorClasses(m.rt.Dialect) {
		names.Set(name, c)
	}
	names.Set("has_ipv6", m.rt.Bool(true))
}

// New returns module socket.
func New(rt *object.Runtime) *object.Module {
	m := of(rt)
	names := object.NewModule(rt, "socket", doc, append(m.defs(),
		object.Def{Name: "create_connection", F: m.createConnection},
		object.Def{Name: "getfqdn", F: m.getfqdn},
	))
	m.names = names
	m.setConstants(names)
	m.setClasses(names)
	names.Set("socket", m.class)
	names.Set("_GLOBAL_DEFAULT_TIMEOUT", defaultTimeout{})
	if m.py2() {
		names.Set("SocketType", m.class)
		names.Set("_socketobject", m.class)
		names.Set("_realsocket", m.raw)
		names.Set("_fileobject", m.fileClass)
		var delegated starlark.Tuple
		for _, name := range delegates {
			delegated = append(delegated, m.rt.Str(name))
		}
		names.Set("_delegate_methods", delegated)
	} else {
		names.Set("SocketType", m.raw)
		names.Set("SocketIO", m.socketIO)
		names.Set("_LOCALHOST", rt.Str("127.0.0.1"))
		names.Set("_LOCALHOST_V6", rt.Str("::1"))
		names.Set("_GiveupOnSendfile", giveUpKind.Class(rt.Dialect))
		for _, d := range []object.Def{
			{Name: "create_server", F: m.createServer},
			{Name: "fromfd", F: m.fromfd},
			{Name: "has_dualstack_ipv6", F: m.hasDualstack},
			{Name: "send_fds", F: m.sendFDs},
			{Name: "recv_fds", F: m.recvFDs},
		} {
			names.Set(d.Name, &object.Func{FuncName: d.Name, Module: "socket", Function: d.F})
		}
	}
	var all []starlark.Value
	for _, name := range names.AttrNames() {
		if !strings.HasPrefix(name, "_") {
			all = append(all, rt.Str(name))
		}
	}
	names.Set("__all__", rt.List(all))
	names.Parts = map[string]string{"_socket": "_socket", "errno": "errno", "os": "os", "sys": "sys"}
	if !m.py2() {
		names.Parts["io"], names.Parts["selectors"] = "io", "selectors"
	} else {
		for _, name := range []string{
			"ssl", "sslerror", "RAND_add", "RAND_status", "SSL_ERROR_EOF", "SSL_ERROR_INVALID_ERROR_CODE", "SSL_ERROR_SSL",
			"SSL_ERROR_SYSCALL", "SSL_ERROR_WANT_CONNECT", "SSL_ERROR_WANT_READ", "SSL_ERROR_WANT_WRITE",
			"SSL_ERROR_WANT_X509_LOOKUP", "SSL_ERROR_ZERO_RETURN",
		} {
			names.Parts[name] = "_socket_ssl"
		}
	}
	names.Absent = map[string]string{"fromshare": "it is Windows's", "ioctl": "it is Windows's"}
	return names
}

// A defaultTimeout is the value _GLOBAL_DEFAULT_TIMEOUT, an object of its own.
type defaultTimeout struct{}

func (defaultTimeout) String() string        { return "<object object>" }
func (defaultTimeout) Type() string          { return "object" }
func (defaultTimeout) Freeze()               {}
func (defaultTimeout) Truth() starlark.Bool  { return true }
func (defaultTimeout) Hash() (uint32, error) { return 1, nil }

// delegates are the methods that Python 2's sockets have from _socket's.
var delegates = []string{"recv", "recvfrom", "recv_into", "recvfrom_into", "send", "sendto"}

// setConstants binds the constants: ints, and in Python 3 enums where it has
// them. In .star files all are ints, which Starlark's own == compares.
func (m *module) setConstants(names *object.Module) {
	all := constants(m.py2())
	for name, n := range all {
		names.Set(name, starlark.MakeInt64(n))
	}
	if m.rt.Dialect != syntax.Python3 {
		return
	}
	enumeration := func(kind, name, prefix string) *object.Enumeration {
		members := make(map[string]int64)
		for c, n := range all {
			if strings.HasPrefix(c, prefix) && strings.ToUpper(c) == c { // not AF_DECnet
				members[c] = n
			}
		}
		e := object.NewEnumeration(m.rt, kind, "socket", name, members)
		e.Export(names)
		return e
	}
	m.family = enumeration("IntEnum", "AddressFamily", "AF_")
	m.kind = enumeration("IntEnum", "SocketKind", "SOCK_")
	enumeration("IntFlag", "MsgFlag", "MSG_")
	enumeration("IntFlag", "AddressInfo", "AI_")
}

// setdefaulttimeout is socket.setdefaulttimeout(timeout): the timeout that new
// sockets get. ValueError if it is negative.
func (m *module) setdefaulttimeout(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	d := m.timeout
	err := object.OneArg(t, "_socket", "setdefaulttimeout", args, kwargs, m.timeoutArg(&d))
	if err != nil {
		return nil, err
	}
	m.timeout = d
	return starlark.None, nil
}

// getdefaulttimeout is socket.getdefaulttimeout(): seconds, or None.
func (m *module) getdefaulttimeout(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("_socket", "getdefaulttimeout", args, kwargs); err != nil {
		return nil, err
	}
	return timeoutValue(m.timeout), nil
}

// timeoutArg converts None or seconds. Python 3 rounds up to a nanosecond, so
// that a short timeout isn't taken for 0, which is another mode.
func (m *module) timeoutArg(dst *time.Duration) object.ConverterFunc {
	return func(t *object.Thread, v starlark.Value) error {
		if v == starlark.None {
			*dst = -1
			return nil
		}
		if _, isFloat := v.(starlark.Float); !isFloat && !m.py2() {
			if n, ok := object.AsInt(v); ok && n.Sign() > 0 {
				if _, fits := n.Int64(); !fits {
					return object.OverflowError.Errorf("timestamp too large to convert to C _PyTime_t")
				}
			}
			if _, err := t.Int(v); err != nil {
				return err
			}
		}
		f, err := t.Float(v)
		if err != nil {
			return err
		}
		switch ns := math.Ceil(f * 1e9); {
		case f < 0:
			return object.ValueError.Errorf("Timeout value out of range")
		case m.py2() && !(ns < math.MaxInt64):
			*dst = math.MaxInt64
		case math.IsNaN(f):
			return object.ValueError.Errorf("Invalid value NaN (not a number)")
		case ns >= math.MaxInt64:
			return object.OverflowError.Errorf("timestamp out of range for platform time_t")
		default:
			*dst = time.Duration(ns)
		}
		return nil
	}
}

func timeoutValue(d time.Duration) starlark.Value {
	if d < 0 {
		return starlark.None
	}
	return starlark.Float(d.Seconds())
}

// until returns the deadline of a call that begins now.
func until(timeout time.Duration) netfd.Deadline {
	switch {
	case timeout < 0:
		return netfd.Forever
	case timeout == 0:
		return netfd.AtOnce
	}
	return netfd.After(timeout)
}
