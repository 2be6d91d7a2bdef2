//go:build unix

package pysocket

import (
	"fmt"
	"net"
	"net/netip"
	"os"
	"strconv"
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// gethostname is socket.gethostname(): the machine's own name.
func (m *module) gethostname(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("_socket", "gethostname", args, kwargs); err != nil {
		return nil, err
	}
	name, err := os.Hostname()
	if err != nil {
		return nil, m.fail(err)
	}
	return m.rt.Str(name), nil
}

// sethostname is socket.sethostname(name). OSError EPERM for most.
func (m *module) sethostname(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	if err := object.Positional(t, "sethostname", args, kwargs, 1, object.ConverterFunc(func(t *object.Thread, v starlark.Value) error {
		if b, ok := object.AsBytes(v); ok {
			name = string(b)
			return nil
		}
		return textArg("sethostname", 1, &name)(t, v)
	})); err != nil {
		return nil, err
	}
	return starlark.None, m.fail(setHostname(name))
}

// nameArg takes the single argument of gethostbyname and its like.
func (m *module) nameArg(t *object.Thread, function string, args starlark.Tuple, kwargs []starlark.Tuple) (name string, err error) {
	err = object.Positional(t, function, args, kwargs, 1, object.ConverterFunc(func(t *object.Thread, v starlark.Value) (err error) {
		prefix := function + "() argument 1 must be "
		if u, ok := v.(*object.Text); ok && m.py2() {
			b, err := object.EncodeASCII(u)
			name = string(b)
			return err
		}
		name, err = m.hostName(t, v, func() error {
			return object.TypeError.By(prefix+"string, not "+object.ArgName(v),
				prefix+"str, bytes or bytearray, not "+object.ArgName(v))
		})
		if err == nil && strings.IndexByte(name, 0) >= 0 {
			return object.TypeError.By(prefix+"string without null bytes, not "+object.TypeName(v),
				prefix+"encoded string without null bytes, not "+object.TypeName(v))
		}
		if _, isText := v.(starlark.String); err == nil && isText && !m.py2() {
			err = checkLabels(name)
		}
		return err
	}))
	return name, err
}

// checkLabels raises the UnicodeError of Python 3's IDNA codec for names that
// no host can have.
func checkLabels(name string) error {
	labels := strings.Split(name, ".")
	for i, label := range labels {
		words := ""
		switch {
		case label == "" && i < len(labels)-1:
			words = "label empty or too long"
		case len(label) > 63:
			words = "label too long"
		default:
			continue
		}
		if name != "" {
			return object.BuiltinKind("UnicodeError").Errorf("encoding with 'idna' codec failed (UnicodeError: %s)", words)
		}
	}
	return nil
}

// gethostbyname is socket.gethostbyname(host): an IPv4 address as text.
// gaierror if there is none.
func (m *module) gethostbyname(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	name, err := m.nameArg(t, "gethostbyname", args, kwargs)
	if err != nil {
		return nil, err
	}
	a, err := m.setip(t, name, afInet)
	if err != nil {
		return nil, err
	}
	return m.rt.Str(a.String()), nil
}

// gethostbynameEx is socket.gethostbyname_ex(host): (name, aliases, IPv4
// addresses).
func (m *module) gethostbynameEx(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	name, err := m.nameArg(t, "gethostbyname_ex", args, kwargs)
	if err != nil {
		return nil, err
	}
	switch name {
	case "":
		return nil, m.herror(3, "Unknown server error")
	case "<broadcast>":
		return nil, m.herror(1, "Unknown host")
	}
	e, err := m.resolver(t).byName(name)
	if err != nil {
		return nil, m.fail(err)
	}
	return m.hostValue(e), nil
}

func (m *module) hostValue(e hostEntry) starlark.Value {
	aliases := make([]starlark.Value, len(e.aliases))
	for i, a := range e.aliases {
		aliases[i] = m.rt.Str(a)
	}
	addrs := make([]starlark.Value, len(e.addrs))
	for i, a := range e.addrs {
		addrs[i] = m.rt.Str(addrText(a))
	}
	return starlark.Tuple{m.rt.Str(e.name), m.rt.List(aliases), m.rt.List(addrs)}
}

func addrText(a netip.Addr) string {
	if a.Is4() {
		return a.String()
	}
	return inet6String(a.WithZone(""))
}

// gethostbyaddr is socket.gethostbyaddr(host): (name, aliases, addresses) of
// the host with that address. herror if it has no name.
func (m *module) gethostbyaddr(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	name, err := m.nameArg(t, "gethostbyaddr", args, kwargs)
	if err != nil {
		return nil, err
	}
	e, err := m.byAddr(t, name)
	if err != nil {
		return nil, err
	}
	return m.hostValue(e), nil
}

func (m *module) byAddr(t *object.Thread, name string) (e hostEntry, err error) {
	a, err := m.setip(t, name, 0)
	if err != nil {
		return e, err
	}
	e, ok, err := m.resolver(t).byAddr(a)
	switch {
	case err == eaiAgain:
		err = m.herror(2, "Host name lookup failure")
	case err == nil && !ok:
		err = m.herror(1, "Unknown host")
	}
	return e, err
}

// getfqdn is socket.getfqdn(name=""): the first name of the host that has a
// dot; this machine's if name is empty.
func (m *module) getfqdn(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a, err := m.pyArgs("getfqdn", 0, args, kwargs, 0, 1, "name")
	if err != nil {
		return nil, err
	}
	name := ""
	if a[0] != nil {
		s, ok := object.AsText(a[0])
		if !ok {
			return nil, object.AttributeError.Errorf("'%s' object has no attribute 'strip'", object.TypeName(a[0]))
		}
		name = strings.TrimSpace(s)
	}
	if name == "" || name == "0.0.0.0" || name == "::" && !m.py2() {
		if name, err = os.Hostname(); err != nil {
			return nil, m.fail(err)
		}
	}
	e, err := m.byAddr(t, name)
	if err != nil {
		if object.Is(err, object.OSError, m.rt.Dialect) || object.Is(err, errorKind, m.rt.Dialect) {
			return m.rt.Str(name), nil
		}
		return nil, err
	}
	for _, n := range append([]string{e.name}, e.aliases...) {
		if strings.Contains(n, ".") {
			return m.rt.Str(n), nil
		}
	}
	return m.rt.Str(e.name), nil
}

// lookup is getaddrinfo for a host and a port that are Python values.
func (m *module) lookup(t *object.Thread, host, port starlark.Value, q query) ([]answer, error) {
	if host != starlark.None {
		name, err := m.hostName(t, host, func() error {
			return object.TypeError.Errorf("getaddrinfo() argument 1 must be string or None")
		})
		if err != nil {
			return nil, err
		}
		q.host = &name
	}
	if n, ok := object.AsInt(port); ok {
		if _, ok := n.Int64(); !ok {
			return nil, object.OverflowError.Errorf("Python int too large to convert to C long")
		}
		s := n.String()
		q.service = &s
	} else if s, ok := object.AsText(port); ok && !(m.py2() && isUnicode(port)) {
		if !m.py2() && isUnicode(port) { // lone surrogates have no UTF-8
			b, err := builtins.Encode(t, port, "utf-8", "strict")
			if err != nil {
				return nil, err
			}
			s = string(b)
		}
		q.service = &s
	} else if b, ok := object.AsBytes(port); ok {
		s := string(b)
		q.service = &s
	} else if port != starlark.None {
		if m.py2() {
			return nil, m.message("getaddrinfo() argument 2 must be integer or string")
		}
		return nil, m.message("Int or String expected")
	}
	answers, err := m.resolver(t).getaddrinfo(q)
	return answers, m.fail(err)
}

func isUnicode(v starlark.Value) bool {
	_, ok := v.(*object.Text)
	return ok
}

// getaddrinfo is socket.getaddrinfo(host, port, family=0, type=0, proto=0,
// flags=0): a list of (family, type, proto, canonname, sockaddr). gaierror
// with getaddrinfo(3)'s numbers.
func (m *module) getaddrinfo(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var host, port starlark.Value
	var q query
	dst := []*int{&q.family, &q.socktype, &q.proto, &q.flag}
	if m.py2() {
		if err := object.Positional(t, "getaddrinfo", args, kwargs, 2, &host, &port, dst[0], dst[1], dst[2], dst[3]); err != nil {
			return nil, err
		}
	} else {
		a, err := m.pyArgs("getaddrinfo", 0, args, kwargs, 2, 6, "host", "port", "family", "type", "proto", "flags")
		if err != nil {
			return nil, err
		}
		host, port = a[0], a[1]
		for i, v := range a[2:] {
			if err := intArg(t, v, dst[i]); err != nil {
				return nil, err
			}
		}
	}
	answers, err := m.lookup(t, host, port, q)
	if err != nil {
		return nil, err
	}
	list := make([]starlark.Value, len(answers))
	for i, r := range answers {
		a := r.sockaddr()
		list[i] = starlark.Tuple{
			m.family.Member(int64(r.family)), m.kind.Member(int64(r.socktype)), starlark.MakeInt(r.proto),
			m.rt.Str(r.canon), m.addressValue(&a),
		}
	}
	return m.rt.List(list), nil
}

// getnameinfo is socket.getnameinfo(sockaddr, flags): (host, service), names
// where there are some.
func (m *module) getnameinfo(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	flags := 0
	if err := object.Positional(t, "getnameinfo", args, kwargs, 2, &v, &flags); err != nil {
		return nil, err
	}
	tuple, ok := object.AsTuple(v)
	if !ok {
		return nil, object.TypeError.Errorf("getnameinfo() argument 1 must be a tuple")
	}
	illegal := object.TypeError.Errorf("getnameinfo(): illegal sockaddr argument")
	if n := len(tuple); n < 2 || n > 4 {
		if m.py2() {
			how, want := "least", 2
			if n > 4 {
				how, want = "most", 4
			}
			return nil, object.TypeError.Errorf("function takes at %s %d arguments (%d given)", how, want, n)
		}
		return nil, illegal
	}
	host, ok := object.AsText(tuple[0])
	if !ok {
		if m.py2() {
			return nil, object.TypeError.Errorf("argument 1 must be string, not %s", object.ArgName(tuple[0]))
		}
		return nil, illegal
	}
	var numbers [3]int64 // port, flow information, scope
	for i, x := range tuple[1:] {
		n, err := t.Int(x)
		if err != nil {
			return nil, err
		}
		numbers[i] = n
	}
	if numbers[1] < 0 || numbers[1] > 0xfffff {
		return nil, object.OverflowError.By("getsockaddrarg: flowinfo must be 0-1048575.", "getnameinfo(): flowinfo must be 0-1048575.")
	}
	port := strconv.FormatInt(numbers[0], 10)
	q := query{host: &host, service: &port, socktype: unix.SOCK_DGRAM}
	if !m.py2() {
		q.flag = aiNumericHost
	}
	r := m.resolver(t)
	answers, err := r.getaddrinfo(q)
	switch {
	case err != nil:
		return nil, m.fail(err)
	case len(answers) > 1:
		return nil, m.message("sockaddr resolved to multiple addresses")
	case answers[0].family == afInet && len(tuple) != 2:
		return nil, m.message("IPv4 sockaddr must be 2 tuple")
	}
	name, err := m.hostOf(r, answers[0].addr, uint32(numbers[2]), flags)
	if err != nil {
		return nil, m.fail(err)
	}
	return starlark.Tuple{m.rt.Str(name), m.rt.Str(serviceOf(int(answers[0].port), flags))}, nil
}

// hostOf is the host's part of getnameinfo(3).
func (m *module) hostOf(r *resolver, a netip.Addr, scope uint32, flags int) (string, error) {
	if flags&niNumericHost == 0 && !a.IsUnspecified() {
		e, ok, err := r.byAddr(a)
		switch {
		case err != nil:
			return "", err
		case ok && flags&niNoFQDN != 0:
			name, _, _ := strings.Cut(e.name, ".")
			return name, nil
		case ok:
			return e.name, nil
		}
	}
	if flags&niNameReqd != 0 {
		return "", eaiNoName
	}
	if a.Is4() {
		return a.String(), nil
	}
	return inet6Text(a.As16(), scope), nil
}

// serviceOf is the service's part of getnameinfo(3).
func serviceOf(port, flags int) string {
	proto := "tcp"
	if flags&niDgram != 0 {
		proto = "udp"
	}
	if name, ok := serviceByPort(port, proto); ok && flags&niNumericServ == 0 {
		return name
	}
	return strconv.Itoa(port)
}

// textArg converts a name without NULs.
func textArg(function string, index int, dst *string) object.ConverterFunc {
	return func(t *object.Thread, v starlark.Value) error {
		s, ok := object.AsText(v)
		prefix := fmt.Sprintf("%s() argument %d must be ", function, index)
		if !ok {
			return object.TypeError.By(prefix+"string, not "+object.ArgName(v), prefix+"str, not "+object.ArgName(v))
		}
		if strings.IndexByte(s, 0) >= 0 {
			if t.RT.Dialect == syntax.Python2 {
				return object.TypeError.Errorf("%sstring without null bytes, not %s", prefix, object.TypeName(v))
			}
			return object.ValueError.Errorf("embedded null character")
		}
		*dst = s
		return nil
	}
}

// getservbyname is socket.getservbyname(name[, proto]): the port of a service.
func (m *module) getservbyname(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name, proto string
	if err := object.Positional(t, "getservbyname", args, kwargs, 1,
		textArg("getservbyname", 1, &name), textArg("getservbyname", 2, &proto)); err != nil {
		return nil, err
	}
	port, ok := serviceByName(name, proto)
	if !ok {
		return nil, m.message("service/proto not found")
	}
	return starlark.MakeInt(port), nil
}

// getservbyport is socket.getservbyport(port[, proto]): the name of a service.
func (m *module) getservbyport(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var port int
	var proto string
	if err := object.Positional(t, "getservbyport", args, kwargs, 1, &port, textArg("getservbyport", 2, &proto)); err != nil {
		return nil, err
	}
	if port < 0 || port > 0xffff {
		return nil, object.OverflowError.Errorf("getservbyport: port must be 0-65535.")
	}
	name, ok := serviceByPort(port, proto)
	if !ok {
		return nil, m.message("port/proto not found")
	}
	return m.rt.Str(name), nil
}

// getprotobyname is socket.getprotobyname(name): the number of a protocol.
func (m *module) getprotobyname(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	if err := object.Positional(t, "getprotobyname", args, kwargs, 1, textArg("getprotobyname", 1, &name)); err != nil {
		return nil, err
	}
	n, ok := protocolByName(name)
	if !ok {
		return nil, m.message("protocol not found")
	}
	return starlark.MakeInt(n), nil
}

// ifNameindex is socket.if_nameindex(): a list of (index, name).
func (m *module) ifNameindex(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("_socket", "if_nameindex", args, kwargs); err != nil {
		return nil, err
	}
	all, err := net.Interfaces()
	if err != nil {
		return nil, m.fail(err)
	}
	var list []starlark.Value
	for _, i := range all {
		list = append(list, starlark.Tuple{starlark.MakeInt(i.Index), m.rt.Str(i.Name)})
	}
	return m.rt.List(list), nil
}

// ifNametoindex is socket.if_nametoindex(name).
func (m *module) ifNametoindex(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.Positional(t, "if_nametoindex", args, kwargs, 1, &v); err != nil {
		return nil, err
	}
	name, ok := object.AsText(v)
	if !ok {
		b, ok := object.AsBytes(v)
		if !ok {
			return nil, object.TypeError.Errorf("expected str, bytes or os.PathLike object, not %s", t.RT.ClassOf(v).ClassName)
		}
		name = string(b)
	}
	i, err := net.InterfaceByName(name)
	if err != nil {
		return nil, m.message("no interface with this name")
	}
	return starlark.MakeInt(i.Index), nil
}

// ifIndextoname is socket.if_indextoname(index).
func (m *module) ifIndextoname(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	index := 0
	var v starlark.Value
	if err := object.OneArg(t, "_socket", "if_indextoname", args, kwargs, &v); err != nil {
		return nil, err
	}
	if _, ok := object.AsInt(v); !ok {
		return nil, object.TypeError.Errorf("an integer is required")
	}
	if err := intArg(t, v, &index); err != nil {
		return nil, err
	}
	i, err := net.InterfaceByIndex(index)
	if err != nil {
		return nil, m.fail(unix.ENXIO)
	}
	return m.rt.Str(i.Name), nil
}
