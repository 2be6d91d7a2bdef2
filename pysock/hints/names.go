package hints

import (
	"fmt"
	"net/netip"
	"strings"

	"example.com/pysock/pysock/syntax"
)

// names returns the mistakes with host names and addresses: getaddrinfo(3), and the
// forms that the library reference gives for addresses.
func names() []row {
	return []row{
		{name: "name not known", class: "gaierror", number: -2, say: unknownHost},
		{name: "name without address", class: "gaierror", number: -5, say: unknownHost},
		{name: "no name server", class: "gaierror", number: -3,
			say: is("no name server answered: is this machine on a network? Numeric addresses and localhost work without one")},
		{name: "service not known", class: "gaierror", number: -8, say: is("no service of that name is known; give the port as a number")},
		{name: "family of the name", class: "gaierror", number: -9, say: wrongFamily},
		{name: "family not supported", class: "gaierror", number: -6, say: wrongFamily},
		{name: "unknown service", class: "OSError", pattern: `service/proto not found`, say: is("the machine's list of services (/etc/services) doesn't have that name; use the port's number")},
		{name: "unknown service", class: "error", pattern: `service/proto not found`, say: is("the machine's list of services (/etc/services) doesn't have that name; use the port's number")},
		{name: "illegal IP address", class: "OSError", pattern: `illegal IP address string passed to inet_(aton|pton)`, say: notNumeric},
		{name: "illegal IP address", class: "error", pattern: `illegal IP address string passed to inet_(aton|pton)`, say: notNumeric},
		{name: "host and port as two arguments", class: "TypeError", pattern: `(?:\w+\.)*(\w+)\(\) takes exactly one argument \((\d) given\)`, say: twoArguments},
		{name: "no tuple", class: "TypeError", pattern: `.*AF_INET6? address must be tuple, not (\w+)`, say: noTuple},
		{name: "not a pair", class: "TypeError", pattern: `AF_INET address must be a pair \(host, port\)|getsockaddrarg\(\) takes exactly 2 arguments \(\d+ given\)`,
			say: is(`an IPv4 address is a pair: (host, port), ("localhost", 8080) for instance`)},
		{name: "not two to four", class: "TypeError", pattern: `AF_INET6 address must be a tuple \(host, port.*`,
			say: is(`an IPv6 address is (host, port) or (host, port, flowinfo, scope_id), ("::1", 8080) for instance`)},
		{name: "port as text", class: "TypeError", pattern: `'(?:str|bytes)' object cannot be interpreted as an integer|an integer is required(?: \(got type str\))?`, say: portText},
		{name: "host as number", class: "TypeError", pattern: `str, bytes or bytearray expected, not (\w+)|coercing to Unicode: need string or buffer, (\w+) found`, say: hostNumber},
		{name: "port out of range", class: "OverflowError", pattern: `.*port must be 0-65535\.?`,
			say: is("ports go from 0 to 65535, and 0 lets the system choose")},
		{name: "family of a path", class: "TypeError", pattern: `a bytes-like object is required, not 'tuple'|sendto\(\) argument 1 must be string or buffer, not tuple`, say: tupleForPath},
		{name: "family of a path", class: "TypeError", pattern: `argument must be string or read-only character buffer, not tuple`, say: tupleForPath},
		{name: "buffer size missing", class: "TypeError", pattern: `(recv|recvfrom)\(\) takes at least 1 argument \(0 given\)`,
			say: is("say how many bytes to take at most: $1(1024)")},
		{name: "backlog missing", class: "TypeError", pattern: `listen\(\) takes exactly one argument \(0 given\)`, say: is("Python 2 wants to know how many connections may wait: listen(5)")},
	}
}

// addressCalls are the methods that take an address.
var addressCalls = map[string]bool{"bind": true, "connect": true, "connect_ex": true, "sendto": true, "create_connection": true, "create_server": true}

// unknownHost looks for what is often written in place of a host.
func unknownHost(c *Case, _ []string) string {
	name := c.asked()
	_, rest, isURL := strings.Cut(name, "://")
	switch {
	case name == "":
		return "no such host is known: is the name spelled right, and is this machine on a network?"
	case isURL:
		if i := strings.IndexAny(rest, "/:"); i >= 0 {
			rest = rest[:i]
		}
		return fmt.Sprintf("that is a URL; a socket wants the host alone: %q", rest)
	case strings.Contains(name, "/"):
		return fmt.Sprintf("a host name has no path: %q", name[:strings.Index(name, "/")])
	case strings.Count(name, ":") == 1:
		h, p, _ := strings.Cut(name, ":")
		return fmt.Sprintf("host and port stand apart: (%q, %s)", h, p)
	case strings.TrimSpace(name) != name:
		return fmt.Sprintf("the name has blanks or line ends around it: use strip(), which gives %q", strings.TrimSpace(name))
	case numeric(name):
		return fmt.Sprintf("%s is no IPv4 address: that has four numbers from 0 to 255", name)
	case strings.Contains(name, ":"):
		if _, err := netip.ParseAddr(name); err == nil {
			return fmt.Sprintf("%s is an IPv6 address: the socket must be made with socket.AF_INET6", name)
		}
	}
	return fmt.Sprintf("no host is known by the name %s: is it spelled right, and is this machine on a network?", name)
}

// numeric reports whether text is made of digits and dots.
func numeric(s string) bool { return s != "" && strings.Trim(s, "0123456789.") == "" }

// asked returns the host that was looked up, "" if that isn't known.
func (c *Case) asked() string {
	if c.Operation != nil && c.Operation.Host != "" {
		return c.Operation.Host
	}
	call := c.call()
	if call == nil || len(call.Args) == 0 {
		return ""
	}
	arg := call.Args[0]
	if t, ok := arg.(*syntax.Tuple); ok && len(t.Elts) > 0 {
		arg = t.Elts[0]
	}
	if s, ok := arg.(*syntax.Str); ok {
		return s.Value
	}
	return ""
}

func wrongFamily(c *Case, _ []string) string {
	name := c.asked()
	if a, err := netip.ParseAddr(name); err == nil {
		if a.Is6() {
			return fmt.Sprintf("%s is an IPv6 address: the socket must be made with socket.AF_INET6", name)
		}
		return fmt.Sprintf("%s is an IPv4 address: the socket must be made with socket.AF_INET", name)
	}
	return "the host has no address of the socket's family; socket.create_connection tries both IPv6 and IPv4"
}

func notNumeric(c *Case, m []string) string {
	return "inet_" + m[1] + " takes a numeric address, such as \"127.0.0.1\"; socket.gethostbyname(name) finds that of a host"
}

// twoArguments is for s.bind("localhost", 8080).
func twoArguments(c *Case, m []string) string {
	if !addressCalls[m[1]] {
		return ""
	}
	call := c.call()
	if m[2] == "0" {
		return fmt.Sprintf("%s wants an address, a pair: %s.%s((host, port))", m[1], c.self(), m[1])
	}
	if call != nil && len(call.Args) == 2 {
		if h, p := c.Text(call.Args[0]), c.Text(call.Args[1]); h != "" && p != "" {
			return fmt.Sprintf("an address is one argument, a pair, in parentheses of its own: %s.%s((%s, %s))", c.self(), m[1], h, p)
		}
	}
	return fmt.Sprintf("an address is one argument, a pair, in parentheses of its own: %s.%s((host, port))", c.self(), m[1])
}

// noTuple is for s.connect("localhost:8080") and s.bind(8080).
func noTuple(c *Case, m []string) string {
	if c.method() == "sendto" {
		if call := c.call(); call != nil && len(call.Args) == 2 {
			if _, first := call.Args[0].(*syntax.Tuple); first {
				return sendtoOrder(c)
			}
		}
	}
	if m[1] == "list" {
		return "an address is a tuple, not a list: (host, port) in round parentheses, or tuple(address)"
	}
	call := c.call()
	if call != nil && len(call.Args) > 0 {
		switch x := call.Args[len(call.Args)-1].(type) {
		case *syntax.Str:
			h, p, ok := strings.Cut(x.Value, ":")
			switch {
			case strings.HasPrefix(x.Value, "/"):
				return "a path is the address of a socket.AF_UNIX socket; this one is of the Internet and wants (host, port)"
			case ok && numeric(p):
				return fmt.Sprintf("host and port stand apart, the port as a number: (%q, %s)", h, p)
			}
			return fmt.Sprintf("an address is a pair of host and port: (%q, 8080) for instance", x.Value)
		case *syntax.Int:
			return fmt.Sprintf("an address is a pair of host and port: (\"localhost\", %s), or (\"\", %s) to serve all that reach this machine", c.Text(x), c.Text(x))
		}
	}
	return "an address is a pair of host and port: (host, port)"
}

func sendtoOrder(c *Case) string {
	return fmt.Sprintf("the data comes first: %s.sendto(data, (host, port))", c.self())
}

// portText is for s.bind(("localhost", "8080")).
func portText(c *Case, _ []string) string {
	if !addressCalls[c.method()] {
		return ""
	}
	if call := c.call(); call != nil && len(call.Args) > 0 {
		if t, ok := call.Args[len(call.Args)-1].(*syntax.Tuple); ok && len(t.Elts) > 1 {
			p := t.Elts[1]
			if s, ok := p.(*syntax.Str); ok && numeric(s.Value) {
				return fmt.Sprintf("the port is a number, without quotes: %s", s.Value)
			}
			if text := c.Text(p); text != "" {
				return fmt.Sprintf("the port is a number: int(%s)", text)
			}
		}
	}
	return "the port is a number; make one of text with int(...)"
}

func hostNumber(c *Case, m []string) string {
	if !addressCalls[c.method()] {
		return ""
	}
	return "the host comes first, as text, then the port: (\"localhost\", 8080)"
}

// tupleForPath is for a (host, port) where a path or data belongs.
func tupleForPath(c *Case, _ []string) string {
	if c.method() == "sendto" && (c.Operation == nil || c.Operation.Network != "unix") {
		return sendtoOrder(c)
	}
	if c.Operation != nil && c.Operation.Network == "unix" {
		return "the address of an AF_UNIX socket is a path, such as \"/tmp/my.sock\"; (host, port) is for socket.AF_INET"
	}
	return ""
}
