package hints

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// Who holds a port, from proc(5): /proc/net/tcp and its like list the sockets of
// this network namespace with their inodes, /proc/PID/fd the inodes of a process.

// A listed socket is a line of such a list.
type listed struct {
	local netip.AddrPort
	state int
	inode string
}

// The states of TCP, as the kernel numbers them.
const stateListen = 10

// list reads the sockets of a network, "tcp" or "udp".
func list(network string) (sockets []listed, ok bool) {
	for _, suffix := range []string{"", "6"} {
		data, err := os.ReadFile("/proc/net/" + network + suffix)
		if err != nil {
			continue
		}
		ok = true
		lines := bufio.NewScanner(bytes.NewReader(data))
		lines.Scan() // the headings
		for lines.Scan() {
			if s, ok := parseListed(lines.Text()); ok {
				sockets = append(sockets, s)
			}
		}
	}
	return sockets, ok
}

// parseListed reads a line: its number, the local and the remote address, the
// state, and as the tenth field the inode.
func parseListed(line string) (s listed, ok bool) {
	f := strings.Fields(line)
	if len(f) < 10 {
		return s, false
	}
	host, port, _ := strings.Cut(f[1], ":")
	raw, err := hex.DecodeString(host)
	if err != nil {
		return s, false
	}
	for i := 0; i+4 <= len(raw); i += 4 { // each word is in the machine's own order
		if littleEndian {
			slices.Reverse(raw[i : i+4])
		}
	}
	addr, ok := netip.AddrFromSlice(raw)
	p, err := strconv.ParseUint(port, 16, 16)
	state, err2 := strconv.ParseUint(f[3], 16, 8)
	if !ok || err != nil || err2 != nil {
		return s, false
	}
	return listed{netip.AddrPortFrom(addr, uint16(p)), int(state), f[9]}, true
}

// holdersOf tells who holds a port.
func holdersOf(network string, port int) holding {
	sockets, ok := list(network)
	if !ok {
		return holding{}
	}
	h := holding{known: true}
	var inodes []string
	for _, s := range sockets {
		switch {
		case int(s.local.Port()) != port:
		case s.inode == "0":
			h.waiting++
		default:
			h.listening = true
			inodes = append(inodes, s.inode)
		}
	}
	if len(inodes) > 0 {
		h.by = commands(inodes)
	}
	return h
}

// OwnSocket describes the socket of this process that has a port, "" if none does.
// It may be one that no list has, because it is bound but doesn't listen.
func OwnSocket(network string, port int) string {
	kind := map[string]int{"tcp": unix.SOCK_STREAM, "udp": unix.SOCK_DGRAM}[network]
	dir, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return ""
	}
	for _, entry := range dir {
		fd, err := strconv.Atoi(entry.Name())
		if err != nil {
			continue
		}
		if typ, err := unix.GetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_TYPE); err != nil || typ != kind {
			continue
		}
		addr, err := unix.Getsockname(fd)
		if err != nil {
			continue
		}
		bound := 0
		switch a := addr.(type) {
		case *unix.SockaddrInet4:
			bound = a.Port
		case *unix.SockaddrInet6:
			bound = a.Port
		}
		if bound != port {
			continue
		}
		if on, err := unix.GetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_ACCEPTCONN); err == nil && on != 0 {
			return fmt.Sprintf("descriptor %d, which listens", fd)
		}
		return fmt.Sprintf("descriptor %d", fd)
	}
	return ""
}

// commands names the processes that have one of the inodes, as far as this user
// may see them.
func commands(inodes []string) []string {
	wanted := make(map[string]bool)
	for _, n := range inodes {
		wanted["socket:["+n+"]"] = true
	}
	processes, err := filepath.Glob("/proc/[0-9]*")
	if err != nil {
		return nil
	}
	var names []string
	for _, p := range processes {
		dir, err := os.ReadDir(p + "/fd")
		if err != nil {
			continue
		}
		for _, entry := range dir {
			if link, err := os.Readlink(p + "/fd/" + entry.Name()); err == nil && wanted[link] {
				names = append(names, command(p)+" (pid "+filepath.Base(p)+")")
				break
			}
		}
	}
	return names
}

// command is the command line of a process, shortened.
func command(process string) string {
	line, _ := os.ReadFile(process + "/cmdline")
	words := strings.Split(strings.TrimRight(string(line), "\x00"), "\x00")
	words[0] = filepath.Base(words[0])
	s := strings.Join(words, " ")
	if s == "" || s == "." {
		comm, _ := os.ReadFile(process + "/comm")
		s = strings.TrimSpace(string(comm))
	}
	s = strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f {
			return '?'
		}
		return c
	}, s)
	if r := []rune(s); len(r) > 40 {
		s = string(r[:37]) + "..."
	}
	return s
}

// nearest is how many listeners are told of.
const nearest = 3

// listenersNear finds out at which other address of this machine a TCP port is
// listened on, or else the ports next to it that a host's are, with who listens.
func listenersNear(host string, port int) (elsewhere string, near []string) {
	sockets, _ := list("tcp")
	to, err := netip.ParseAddr(host)
	if err != nil || to.IsUnspecified() {
		to = netip.AddrFrom4([4]byte{127, 0, 0, 1})
	}
	reached := make(map[int]string) // port -> inode
	for _, s := range sockets {
		if s.state != stateListen {
			continue
		}
		a := s.local.Addr()
		switch {
		case a.Unmap() == to.Unmap() || a.IsUnspecified() && (a.Is6() || to.Is4()):
			reached[int(s.local.Port())] = s.inode
		case int(s.local.Port()) == port:
			elsewhere = a.String()
		}
	}
	if elsewhere != "" {
		return elsewhere, nil
	}
	var ports []int
	for p := range reached {
		ports = append(ports, p)
	}
	slices.SortFunc(ports, func(a, b int) int { return max(a-port, port-a) - max(b-port, port-b) })
	for _, p := range ports[:min(nearest, len(ports))] {
		s := strconv.Itoa(p)
		if by := commands([]string{reached[p]}); len(by) > 0 {
			s += " (" + strings.TrimSuffix(by[0], ")") + ")"
			s = strings.Replace(s, " (pid ", ", pid ", 1)
		}
		near = append(near, s)
	}
	return "", near
}

// firstFreePort is the first port that is not for root alone (ip(7),
// ip_unprivileged_port_start).
func firstFreePort() int {
	data, err := os.ReadFile("/proc/sys/net/ipv4/ip_unprivileged_port_start")
	if err != nil {
		return 1024
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil {
		return 1024
	}
	return n
}

// littleEndian is the byte order of this machine.
var littleEndian = func() bool {
	var b [2]byte
	binary.NativeEndian.PutUint16(b[:], 1)
	return b[0] == 1
}()
