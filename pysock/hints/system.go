package hints

import (
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strings"
	"time"

	"example.com/pysock/pysock/posix"
)

// system returns the mistakes that a system call reports: see bind(2), connect(2),
// accept(2), send(2), recv(2), tcp(7), udp(7), unix(7).
func system() []row {
	return []row{
		{name: "address in use", number: errno(posix.EADDRINUSE), say: inUse},
		{name: "address of another machine", number: errno(posix.EADDRNOTAVAIL), say: notAvailable},
		{name: "privileged port", number: errno(posix.EACCES), say: notAllowed},
		{name: "raw socket without privilege", number: errno(posix.EPERM), say: notPermitted},
		{name: "connection refused", number: errno(posix.ECONNREFUSED), say: refused},
		{name: "accept without listen", number: errno(posix.EINVAL), say: invalid},
		{name: "connection needed", number: errno(posix.ENOTCONN), say: notConnected},
		{name: "connected already", number: errno(posix.EISCONN), say: connectedAlready},
		{name: "no destination", number: errno(posix.EDESTADDRREQ), say: noDestination},
		{name: "not for this kind of socket", number: errno(posix.EOPNOTSUPP), say: notSupported},
		{name: "broken pipe", number: errno(posix.EPIPE), say: brokenPipe},
		{name: "connection reset", number: errno(posix.ECONNRESET),
			say: is("the other end broke the connection off: it closed with data unread, or was killed; catch this as the end of the connection")},
		{name: "connection aborted", number: errno(posix.ECONNABORTED), say: is("the connection broke off on this machine's side; open a new one")},
		{name: "timed out", class: "timeout", pattern: "timed out", say: timedOut},
		{name: "timed out", class: "TimeoutError", pattern: "timed out", say: timedOut},
		{name: "connection timed out", number: errno(posix.ETIMEDOUT), say: noAnswer},
		{name: "network unreachable", number: errno(posix.ENETUNREACH), say: unreachable},
		{name: "host unreachable", number: errno(posix.EHOSTUNREACH), say: unreachable},
		{name: "closed socket", number: errno(posix.EBADF), say: closed},
		{name: "closed socket in select", class: "ValueError", pattern: `file descriptor cannot be a negative integer \(-1\)`,
			say: is("one of the sockets is closed: take a socket out of the list when you close it")},
		{name: "datagram too long", number: errno(posix.EMSGSIZE),
			say: is("a UDP datagram carries at most 65507 bytes over IPv4, and hardly more than 1400 arrive in one piece: send smaller parts, or use TCP")},
		{name: "not ready", class: "BlockingIOError", say: notReady},
		{name: "not ready", number: errno(posix.EAGAIN), class: "error", say: notReady},
		{name: "not ready", number: errno(posix.EINPROGRESS), say: notReady},
		{name: "family not supported", number: errno(posix.EAFNOSUPPORT), say: is("the address isn't of the socket's family, or this machine doesn't have that family (IPv6 may be off)")},
		{name: "type and protocol", number: errno(posix.EPROTONOSUPPORT),
			say: is("family, type and protocol don't fit together; leave the protocol out: socket.socket(socket.AF_INET, socket.SOCK_STREAM)")},
		{name: "too many open files", number: errno(posix.EMFILE),
			say: is("this process has as many descriptors open as it may: close() each connection when it is done, or use with")},
		{name: "unknown option", number: errno(posix.ENOPROTOOPT),
			say: is("the level and the option don't belong together: SOL_SOCKET goes with SO_..., IPPROTO_TCP with TCP_..., IPPROTO_IP with IP_...")},
		{name: "not a socket", number: errno(posix.ENOTSOCK), say: is("the descriptor is a file or a pipe, not a socket")},
		{name: "no socket file", number: errno(posix.ENOENT), say: noSocketFile},
	}
}

// inUse tells who holds the port.
func inUse(c *Case, _ []string) string {
	op := c.Operation
	switch {
	case op == nil || op.Port == 0 && op.Path == "" && op.Network != "tcp":
		return "another socket has this address; stop the program that holds it, or use another port"
	case op.Network == "unix":
		return fmt.Sprintf("%s is there already, perhaps from an earlier run: os.unlink(%q) before bind, if no server uses it", op.Path, op.Path)
	}
	port := op.Port
	if op.Name == "listen" {
		port = int(op.Local.Port())
	}
	s := fmt.Sprintf("%s port %d", strings.ToUpper(op.Network), port)
	held := holdersOf(op.Network, port)
	switch {
	case op.Own != "":
		return s + " is taken by another socket of this very program (" + op.Own + "): close that one first, or use another port"
	case !held.known:
		return s + " is taken; stop the program that holds it, or use another port" + reuse(c)
	case len(held.by) > 0:
		return s + " is taken by " + strings.Join(held.by, " and ") + "; stop that, or use another port"
	case held.listening:
		return s + " is taken by a program of another user; use another port"
	case held.waiting > 0:
		return fmt.Sprintf("no program has %s any more: connections of the last one rest in TIME_WAIT for up to a minute. %s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1) before bind takes it all the same", s, c.self())
	}
	return s + " was taken and is free by now; try again" + reuse(c)
}

func reuse(c *Case) string {
	return fmt.Sprintf("; if that was the last run of this one, %s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1) before bind helps", c.self())
}

// notAvailable tells which addresses can be bound to.
func notAvailable(c *Case, _ []string) string {
	op := c.Operation
	if op == nil {
		return ""
	}
	if op.Name != "bind" {
		if op.Port == 0 {
			return "port 0 means \"any free one\" to bind; to connect, name the port that the server listens on"
		}
		return "no port of this machine is free to connect from; close connections that are done"
	}
	own := ownAddresses(op.IPv6)
	if len(own) > 3 {
		own = own[:3]
	}
	return fmt.Sprintf("%s is no address of this machine, and a server binds to its own: \"\" for all of them, or one of %s", op.Host, strings.Join(own, ", "))
}

// ownAddresses are this machine's, loopback first.
func ownAddresses(ipv6 bool) []string {
	list, err := net.InterfaceAddrs()
	if err != nil {
		return nil
	}
	var own []string
	for _, a := range list {
		p, err := netip.ParsePrefix(a.String())
		if err != nil || p.Addr().Is6() != ipv6 || p.Addr().IsLinkLocalUnicast() {
			continue
		}
		own = append(own, p.Addr().String())
	}
	slices.SortStableFunc(own, func(a, b string) int { return loopbackFirst(b) - loopbackFirst(a) })
	return own
}

func loopbackFirst(s string) int {
	if a, err := netip.ParseAddr(s); err == nil && a.IsLoopback() {
		return 1
	}
	return 0
}

func notAllowed(c *Case, _ []string) string {
	op := c.Operation
	switch {
	case op == nil:
		return ""
	case op.Name == "bind" && op.Network == "unix":
		return fmt.Sprintf("a socket file can't be made at %s: its folder doesn't let this user write", op.Path)
	case op.Name == "bind" && op.Port > 0 && op.Port < firstFreePort():
		return fmt.Sprintf("ports below %d are for root alone; use one from there up, such as %d", firstFreePort(), op.Port%1000+8000)
	case op.Network == "unix":
		return fmt.Sprintf("%s may not be written to by this user, which connecting needs", op.Path)
	case op.Network == "udp" && op.Name != "bind":
		return fmt.Sprintf("to send to a broadcast address, first %s.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)", c.self())
	}
	return "a firewall of this machine, or its settings, forbid that"
}

func notPermitted(c *Case, _ []string) string {
	switch {
	case c.method() == "socket":
		return "raw and packet sockets are for root (or CAP_NET_RAW); TCP and UDP sockets, SOCK_STREAM and SOCK_DGRAM, are for all"
	case c.Operation != nil && (c.Operation.Name == "sendto" || c.Operation.Name == "send" || c.Operation.Name == "connect"):
		return "a firewall of this machine forbids that"
	}
	return ""
}

// refused tells that nothing listens there, and what does.
func refused(c *Case, _ []string) string {
	op := c.Operation
	switch {
	case op == nil:
		return "nothing listens on that port of that host: is the server running, and is it this port?"
	case op.Network == "unix":
		return fmt.Sprintf("the file %s is there, but no server listens on it any more; start the server (it must unlink the file first)", op.Path)
	case op.Network == "udp":
		where := "there"
		if op.Peer.IsValid() {
			where = fmt.Sprintf("on UDP port %d of %s", op.Peer.Port(), op.Peer.Addr())
		}
		return "the last datagram came back: no program is bound " + where
	}
	s := fmt.Sprintf("nothing listens on port %d of %s", op.Port, host(op.Host))
	if op.Host == "0.0.0.0" || op.Host == "" {
		s += ", which here means this machine itself"
	}
	if !here(op.Host) {
		return s + ": is the server running, is it this port, and does it listen on more than 127.0.0.1?"
	}
	elsewhere, near := listenersNear(op.Host, op.Port)
	switch {
	case elsewhere != "":
		return fmt.Sprintf("port %d is listened on at %s only, not at %s", op.Port, elsewhere, op.Host)
	case len(near) > 0:
		return s + "; what does listen nearby: " + strings.Join(near, ", ")
	}
	return s + ": start the server first, or look at which port it listens"
}

// here reports whether a host is this machine, as far as that is told without
// asking a name server.
func here(host string) bool {
	if host == "" || host == "localhost" {
		return true
	}
	a, err := netip.ParseAddr(host)
	if err != nil {
		return false
	}
	return a.IsLoopback() || a.IsUnspecified() || slices.Contains(ownAddresses(a.Is6()), a.String())
}

func invalid(c *Case, _ []string) string {
	op := c.Operation
	if op == nil {
		return ""
	}
	switch op.Name {
	case "accept", "_accept":
		if !op.Listening {
			order := fmt.Sprintf("%s.listen(5)", c.self())
			if op.Local.Port() == 0 {
				order = fmt.Sprintf("%s.bind((host, port)) and %s", c.self(), order)
			}
			return "accept needs a socket that listens: " + order + " come first"
		}
	case "bind":
		if op.Local.Port() != 0 {
			return fmt.Sprintf("the socket has an address already, %s: bind once, or make a new socket", op.Local)
		}
	case "connect":
		if op.Listening {
			return "this socket listens; make a second one to connect"
		}
	case "listen":
		if op.Peer.IsValid() {
			return "this socket is connected; make a second one to listen"
		}
	}
	return ""
}

// notConnected tells what has to come before send and recv.
func notConnected(c *Case, _ []string) string {
	op := c.Operation
	switch {
	case op == nil:
		return ""
	case op.Listening:
		return fmt.Sprintf("%s only listens; the connection is what accept returns: conn, addr = %s.accept(), then conn.%s(...)", c.self(), c.self(), op.Name)
	case op.Network == "udp":
		return fmt.Sprintf("a UDP socket has no other end until connect: use sendto(data, (host, port)) and recvfrom, or %s.connect((host, port)) first", c.self())
	case op.Local.Port() == 0:
		return fmt.Sprintf("the socket isn't connected: %s.connect((host, port)) comes before %s", c.self(), op.Name)
	}
	return "the connection has ended, or was never made: the other end may have closed it"
}

func connectedAlready(c *Case, _ []string) string {
	op := c.Operation
	switch {
	case op == nil:
		return ""
	case op.Name == "sendto":
		return fmt.Sprintf("a connected socket sends to its other end: %s.send(data)", c.self())
	case op.Listening:
		return "this socket listens; make a second one to connect"
	case op.Peer.IsValid():
		return fmt.Sprintf("the socket is connected to %s already; a TCP socket connects once, make a new one for each connection", op.Peer)
	}
	return "the socket is connected already; make a new one for each connection"
}

func noDestination(c *Case, _ []string) string {
	return fmt.Sprintf("a UDP socket must be told where to: %s.sendto(data, (host, port)), or %s.connect((host, port)) once before send", c.self(), c.self())
}

func notSupported(c *Case, _ []string) string {
	op := c.Operation
	switch {
	case op == nil:
		return ""
	case op.Network == "udp" && (op.Name == "listen" || op.Name == "accept" || op.Name == "_accept"):
		return "a UDP socket has no connections to listen for or accept: after bind, data, addr = " + c.self() + ".recvfrom(2048)"
	case op.Listening:
		return notConnected(c, nil)
	}
	return "this kind of socket can't do that"
}

func brokenPipe(c *Case, _ []string) string {
	op := c.Operation
	switch {
	case op == nil:
		return "whoever read what this program writes has ended"
	case op.Listening:
		return notConnected(c, nil)
	case op.Network == "tcp" && op.Local.Port() == 0:
		return fmt.Sprintf("the socket isn't connected: %s.connect((host, port)) comes before %s", c.self(), op.Name)
	}
	return "the other end has closed the connection, so nothing more can be sent: stop sending when recv returns no bytes, and catch this error"
}

// timedOut is for the socket's own timeout.
func timedOut(c *Case, _ []string) string {
	op := c.Operation
	if op == nil {
		return "nothing came within the timeout; settimeout(None) waits without end"
	}
	within := "within the timeout"
	if op.Timeout > 0 {
		within = "within " + seconds(op.Timeout)
	}
	switch op.Name {
	case "accept", "_accept":
		return fmt.Sprintf("nobody connected %s; %s.settimeout(None) waits without end", within, c.self())
	case "connect":
		return fmt.Sprintf("no answer from port %d of %s %s: is the address right, and no firewall in between?", op.Port, host(op.Host), within)
	case "send", "sendall", "sendto", "sendmsg", "sendfile":
		return fmt.Sprintf("the other end took no more data %s: it doesn't read what it is sent", within)
	}
	return fmt.Sprintf("the other end sent nothing %s: is it waiting for a message, or for the end of one? %s.settimeout(None) waits without end", within, c.self())
}

func seconds(d time.Duration) string {
	s := fmt.Sprintf("%g s", d.Seconds())
	return s
}

// noAnswer is for the system's own timeout.
func noAnswer(c *Case, _ []string) string {
	op := c.Operation
	if op != nil && op.Name == "connect" {
		return fmt.Sprintf("no answer from %s: it is down, the address is wrong, or a firewall drops what is sent to port %d", host(op.Host), op.Port)
	}
	return "the other end doesn't answer any more: it is down, or the network to it is"
}

func unreachable(c *Case, _ []string) string {
	op := c.Operation
	if op == nil {
		return "this machine has no way to that network: is it connected?"
	}
	to := op.Host
	if to == "" && op.Peer.IsValid() {
		to = op.Peer.Addr().String()
	}
	if op.IPv6 {
		return fmt.Sprintf("this machine has no way to %s over IPv6; try the host's IPv4 address, or socket.create_connection, which tries all", host(to))
	}
	return fmt.Sprintf("this machine has no way to %s: is it on a network, and is the address right?", host(to))
}

func closed(c *Case, _ []string) string {
	op := c.Operation
	switch {
	case op != nil && op.Closed:
		return fmt.Sprintf("%s is closed: close it after its last use, or make a new socket (a closed one can't be opened again)", c.self())
	case op != nil:
		return "another thread has closed the socket while this call waited"
	}
	return "the descriptor is closed, or never was one"
}

func notReady(c *Case, _ []string) string {
	if c.method() == "connect" {
		return "the connection is being made: a socket with timeout 0 doesn't wait. select.select([], [s], []) tells when it is there, or s.setblocking(True)"
	}
	return "nothing is there yet, and a socket with timeout 0 doesn't wait: ask select.select first, or settimeout(seconds)"
}

func noSocketFile(c *Case, _ []string) string {
	op := c.Operation
	if op == nil || op.Network != "unix" {
		return ""
	}
	if op.Name == "bind" {
		return fmt.Sprintf("the folder of %s isn't there", op.Path)
	}
	return fmt.Sprintf("there is no socket file %s: start the server first, or look at the path", op.Path)
}
