//go:build unix

package repl

import (
	"net"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The sessions of a tutorial about module socket, in Python 2. Its quotes became
// typographic in print. What depends on the machine is a pattern.
var tutorial = []struct{ typed, answer string }{
	{"import socket", ``},
	{"sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", ``},
	{"type (sock)", `<class 'socket\._socketobject'>`},
	{"sock", `<socket\._socketobject object at 0x[0-9a-f]+>`},
	{"socket.gethostname()", `'.+'`},
	{"socket.gethostbyname('localhost')", `'127\.0\.0\.1'`},
	{"socket.gethostbyname_ex('127.0.0.1')", `\('127\.0\.0\.1', \[\], \['127\.0\.0\.1'\]\)`},
	{"socket.gethostbyname_ex(“localhost”)", `(.*typographic.*\n)?\('localhost', \[.*\], \['127\.0\.0\.1'.*\]\)`},
	{"socket.gethostbyaddr('127.0.0.1')", `\('.+', \[.*\], \['127\.0\.0\.1'\]\)`},
	{"socket.getservbyname(“http”, “tcp”)", `80`},
	{"socket.getprotobyname('icmp')", `1`},
	{"socket.inet_aton(‘127.0.0.1’)", `'\\x7f\\x00\\x00\\x01'`},
	{"socket.getfqdn()", `'.+'`},
}

func TestTutorial(t *testing.T) {
	for _, width := range []int{80, 40} {
		p := start(t, width, 24, "-2")
		for _, c := range tutorial {
			if strings.Contains(c.typed, "gethostbyaddr") {
				if names, err := net.LookupAddr("127.0.0.1"); err != nil || len(names) == 0 {
					continue
				}
			}
			if strings.Contains(c.typed, "getservbyname") || strings.Contains(c.typed, "getprotobyname") {
				if _, err := os.Stat("/etc/services"); err != nil {
					continue
				}
			}
			p.key(ctrl('l'))
			p.see(">>> |\n")
			p.key(c.typed + "\r")
			screen := p.until("the next prompt", func(s string) bool {
				return strings.HasSuffix(s, "\n>>> |\n") && !slices.Contains(strings.Split(s, "\n")[1:2], ">>> |") || c.answer == "" && strings.HasSuffix(s, "\n>>> |\n")
			})
			typed := 0 // the lines that it takes
			for _, line := range strings.Split(c.typed, "\r") {
				typed += (4 + len([]rune(line)) + width - 1) / width
			}
			lines := strings.Split(strings.TrimSuffix(screen, "\n"), "\n")
			sep := "\n"
			if width < 80 {
				sep = ""
			}
			answer := strings.Join(lines[typed:len(lines)-1], sep)
			if !regexp.MustCompile("^" + strings.ReplaceAll(c.answer, `\n`, sep) + "$").MatchString(answer) {
				t.Errorf("%d columns: %s answers\n%s\nwhich doesn't match %s", width, c.typed, answer, c.answer)
			}
		}
	}
}
