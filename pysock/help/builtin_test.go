package help_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/syntax"
)

// shown is what a script prints on a screen of that many columns.
func shown(t *testing.T, d syntax.Dialect, columns int, colour bool, script string) string {
	t.Helper()
	var out, errs bytes.Buffer
	r := pysock.New(pysock.Config{
		Dialect: d, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs,
		Screen: func() (int, int, bool) { return columns, 0, colour },
	})
	if status := r.Report(r.RunSource("script.py", []byte(script))); status != 0 || errs.Len() > 0 {
		t.Fatalf("status %d: %s", status, &errs)
	}
	return out.String()
}

const header = `
import socket, select, ssl, struct
def send_line(sock, line, end=b"\n"):
    """Send a line.

    It ends with end."""
class Chat(object):
    """A room full of sockets."""
    limit = 10
    def join(self, sock):
        "Let one in."
    @property
    def crowded(self):
        "Whether it is full."
class Quiet(socket.socket):
    pass
`

// TestHelp asks for all kinds of things, in both dialects.
func TestHelp(t *testing.T) {
	const mark = "---- next"
	tests := []struct {
		request string
		only    syntax.Dialect
		want    []string // what the page has, a line each at most
	}{
		{`"socket.bind"`, 0, []string{"socket.socket.bind  (method of socket.socket)", "    bind(address)", "EADDRINUSE", "Example", "bind(2)"}},
		{`"bind"`, 0, []string{"socket.socket.bind  (method of socket.socket)"}},
		{`" bind() "`, 0, []string{"socket.socket.bind  (method of socket.socket)"}},
		{`socket.socket.bind`, 0, []string{"socket.socket.bind  (method of socket.socket)"}},
		{`socket.socket().bind`, 0, []string{"socket.socket.bind  (method of socket.socket)"}},
		{`socket.socket()`, 0, []string{"socket.socket\n", "Methods and attributes", "accept() -> (socket, address)"}},
		{`Quiet().bind`, 0, []string{"bind(address)"}},
		{`socket`, 0, []string{"accept() returns a new socket", "Making sockets", "create_connection", "SO_REUSEADDR"}},
		{`"socket"`, 0, []string{"accept() returns a new socket"}},
		{`"SO_REUSEADDR"`, 0, []string{"socket.SO_REUSEADDR  (option)", "    = 2", "Level  SOL_SOCKET", "socket(7)"}},
		{`"so_reuseaddr"`, 0, []string{"Did you mean help(\"SO_REUSEADDR\")"}},
		{`"socket.bnd"`, 0, []string{"No help for 'socket.bnd'.", "help(\"socket.bind\")"}},
		{`"SO_*"`, 0, []string{"Options of every socket", "SO_LINGER"}},
		{`socket.AF_INET6`, syntax.Python3, []string{"socket.AF_INET6", "IPv6: addresses are"}},
		{`ssl.CERT_NONE`, syntax.Python3, []string{"ssl.CERT_NONE"}},
		{`socket.error`, syntax.Python2, []string{"socket.error", "gaierror"}},
		{`socket.error`, syntax.Python3, []string{"OSError", "errno"}},
		{`socket.timeout`, syntax.Python2, []string{"socket.timeout"}},
		{`ssl.SSLContext.load_cert_chain`, 0, []string{"ssl.SSLContext.load_cert_chain  (method of ssl.SSLContext)"}},
		{`ssl.create_default_context`, 0, []string{"ssl.create_default_context"}},
		{`ssl.create_default_context()`, 0, []string{"ssl.SSLContext", "wrap_socket"}},
		{`struct.Struct("!H").pack`, 0, []string{"struct.Struct.pack"}},
		{`struct.pack`, 0, []string{"struct.pack", "Also   struct.Struct.pack"}},
		{`select.epoll().register`, 0, []string{"select.epoll.register"}},
		{`"topics"`, 0, []string{"addresses", "byteorder", "Well-known", "Blocking"}},
		{`"addresses"`, 0, []string{"Addresses: who is called", "'127.0.0.1'"}},
		{`"UDP"`, 0, []string{"UDP: datagrams"}},
		{`"broadcast"`, 0, []string{"Broadcast and multicast"}},
		{`"ECONNREFUSED"`, 0, []string{"errno.ECONNREFUSED", "Nothing listens"}},
		{`"for"`, 0, []string{"for item in iterable: ..."}},
		{`"keywords"`, 0, []string{"Choosing and repeating", "while"}},
		{`"builtins"`, 0, []string{"Sequences and loops", "enumerate"}},
		{`"modules"`, 0, []string{"The network", "threading"}},
		{`len`, 0, []string{"len\n    len(s)\n"}},
		{`"".split`, 0, []string{"str.split  (method of str)", "split(sep=None, maxsplit=-1)"}},
		{`"print"`, 0, []string{"print"}},
		{`OSError`, 0, []string{"OSError", "strerror"}},
		{`send_line`, 0, []string{"send_line(sock, line, end=", "    Send a line.", "    It ends with end."}},
		{`Chat`, 0, []string{"class Chat", "A room full of sockets.", "join(", "Let one in.", "crowded", "limit"}},
		{`Chat()`, 0, []string{"A Chat: <", "class Chat"}},
		{`Chat().join`, 0, []string{"join", "Let one in."}},
		{`3`, 0, []string{"An int: 3", "found by the name"}},
		{`"time.sleep"`, 0, []string{"sleep(seconds)", "Ctrl-C"}},
		{`"time"`, 0, []string{"Clocks and waiting.", "strptime"}},
		{`None`, 0, []string{"NoneType"}},
		{`"textwrap"`, 0, []string{"module textwrap", "Paragraphs of a bounded width.", "dedent"}},
		{`"array"`, 0, []string{"module array"}},
		{`"textwrap.dedent"`, 0, []string{"dedent(text)"}},
		{`"os.path.join"`, 0, []string{"join"}},
		{`"nothing such"`, 0, []string{"No help for 'nothing such'."}},
		{`"é"`, syntax.Python3, []string{"No help for 'é'."}},
		{``, 0, []string{`help("topics")`, `help("socket.bind")`}},
	}
	for _, py := range dialects {
		var script strings.Builder
		script.WriteString("from __future__ import print_function\n" + header)
		for _, test := range tests {
			script.WriteString("print('" + mark + "')\n")
			if test.only == syntax.Auto || test.only == py.d {
				script.WriteString("help(" + test.request + ")\n")
			}
		}
		pages := strings.Split(shown(t, py.d, 0, false, script.String()), mark+"\n")[1:]
		for i, test := range tests {
			for _, want := range test.want {
				if !strings.Contains(pages[i], want) && (test.only == syntax.Auto || test.only == py.d) {
					t.Errorf("Python %s: help(%s) lacks %q:\n%s", py.name, test.request, want, pages[i])
				}
			}
		}
	}
}

// TestNarrow asks for pages on a narrow screen: paragraphs are broken there.
func TestNarrow(t *testing.T) {
	for _, request := range []string{`"socket.bind"`, `"SO_REUSEADDR"`, `"topics"`, ``, `"SO_*"`} {
		got := shown(t, syntax.Python3, 40, false, "help("+request+")\n")
		for _, line := range strings.Split(got, "\n") {
			if n := utf8.RuneCountInString(line); n > 40 && !strings.Contains(line, ">>>") && !strings.Contains(line, "... ") && strings.Contains(strings.TrimSpace(line), " ") {
				t.Errorf("help(%s): %d columns: %q", request, n, line)
			}
		}
	}
}

// TestColour asks for a page in colours.
func TestColour(t *testing.T) {
	plain := shown(t, syntax.Python3, 79, false, `help("socket.bind")`)
	coloured := shown(t, syntax.Python3, 79, true, `help("socket.bind")`)
	for _, code := range []string{"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[36m"} {
		if strings.Contains(plain, code) || !strings.Contains(coloured, code) {
			t.Errorf("%q is where it shouldn't be, or isn't where it should", code)
		}
		coloured = strings.ReplaceAll(coloured, code, "")
	}
	if coloured != plain {
		t.Errorf("colours change the text:\n%s", coloured)
	}
}

// TestDoc asks for __doc__ of what is written in Go.
func TestDoc(t *testing.T) {
	for _, py := range dialects {
		got := shown(t, py.d, 0, false, `
from __future__ import print_function
import socket, ssl
for x in (socket.socket.bind, socket.socket().bind, socket.htons, ssl.SSLContext.load_cert_chain, len, "".split, socket.gaierror):
    print(x.__doc__.split("\n")[0])
print(socket.socket.type.__doc__.split()[0])
print(socket.socket.bind.__doc__ == socket.socket().bind.__doc__)
class Own(socket.socket):
    def bind(self, address): pass
print(Own.bind.__doc__, Own.__doc__)
`)
		want := `bind(address)
bind(address)
htons(x) -> int
load_cert_chain(certfile, keyfile=None, password=None)
len(s)
split(sep=None, maxsplit=-1)
gaierror(errno, strerror)
The
True
None None
`
		if got != want {
			t.Errorf("Python %s:\n%s", py.name, got)
		}
	}
}

// TestTyping answers help() on a terminal, and the pages that are taller than it.
func TestTyping(t *testing.T) {
	for _, py := range dialects {
		var out, errs bytes.Buffer
		r := pysock.New(pysock.Config{
			Dialect: py.d, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs,
			Screen: func() (int, int, bool) { return 79, 10, false },
		})
		status := r.Report(r.RunSource("script.py", []byte(`
from __future__ import print_function
import sys
class Keyboard(object):
    def __init__(self, *lines): self.lines = list(lines)
    def isatty(self): return True
    def readline(self): return self.lines.pop(0) + "\n" if self.lines else ""
sys.stdin = Keyboard("ntohl", "", "help('nothing such')", "quit")
help()
print("left", sys.stdin.lines)
sys.stdin = Keyboard("", "q")
help("addresses")
print("left", sys.stdin.lines)
sys.stdin = Keyboard("topics")
help()
sys.stdin = Keyboard()
help("addresses")
`)))
		if status != 0 || errs.Len() > 0 {
			t.Fatalf("status %d: %s", status, &errs)
		}
		got := out.String()
		for _, want := range []string{
			"A name, or q to leave.", "help> ", "socket.ntohl\n", "No help for 'nothing such'.", "left []",
			"-- more: Enter, or q -- ", "AF_INET6", "First steps",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("Python %s: lacks %q:\n%s", py.name, want, got)
			}
		}
		if strings.Contains(got, "create_connection(address)") {
			t.Errorf("Python %s: goes on after q", py.name)
		}
	}
}
