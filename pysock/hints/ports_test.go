package hints_test

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"example.com/pysock/pysock/hints"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
)

// holdPort is set in the environment of a test binary that is to listen on a port,
// which it prints, until its input ends.
const holdPort = "PYSOCK_TEST_HOLD"

func TestMain(m *testing.M) {
	if os.Getenv(holdPort) == "" {
		os.Exit(m.Run())
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(l.Addr().(*net.TCPAddr).Port)
	bufio.NewReader(os.Stdin).ReadString('\n')
}

// held starts a process that listens on a port, and returns the port and its pid.
func held(t *testing.T) (port string, pid int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), holdPort+"=1")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close(); cmd.Wait() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(line), cmd.Process.Pid
}

func wants(t *testing.T, got, pattern string) {
	t.Helper()
	if ok, err := regexp.MatchString(pattern, got); err != nil || !ok {
		t.Errorf("got  %q\nwant %q (%v)", got, pattern, err)
	}
}

// needsProc skips a test of what only /proc tells.
func needsProc(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("who holds a port is found out on Linux only")
	}
}

func TestAddressInUse(t *testing.T) {
	needsProc(t)
	port, pid := held(t)
	src := "import socket\ns = socket.socket()\ns.bind(('127.0.0.1', " + port + "))"
	for _, d := range []syntax.Dialect{syntax.Python2, syntax.Python3} {
		wants(t, advise(t, d, src), fmt.Sprintf(`^TCP port %s is taken by hints\.test.* \(pid %d\)`, port, pid))
	}
	create := "import socket\nsocket.create_server(('127.0.0.1', " + port + "))"
	wants(t, advise(t, syntax.Python3, create), fmt.Sprintf(`^TCP port %s is taken by hints\.test.* \(pid %d\)`, port, pid))
}

func TestAddressInUseHere(t *testing.T) {
	needsProc(t)
	src := `import socket
def f():
    with socket.socket(socket.AF_INET, socket.%s) as s:
        s.bind(("127.0.0.1", 0))
        %s
        with socket.socket(socket.AF_INET, socket.%[1]s) as q:
            q.bind(s.getsockname())
f()
`
	wants(t, advise(t, syntax.Python3, fmt.Sprintf(src, "SOCK_STREAM", "s.listen()")), `^TCP port \d+ is taken by another socket of this very program \(descriptor \d+, which listens\)`)
	wants(t, advise(t, syntax.Python3, fmt.Sprintf(src, "SOCK_STREAM", "pass")), `^TCP port \d+ is taken by another socket of this very program \(descriptor \d+\)`)
	wants(t, advise(t, syntax.Python3, fmt.Sprintf(src, "SOCK_DGRAM", "pass")), `^UDP port \d+ is taken by another socket of this very program \(descriptor \d+\)`)
}

func TestAddressInTimeWait(t *testing.T) {
	needsProc(t)
	src := `import socket
srv = socket.socket()
srv.bind(("127.0.0.1", 0))
srv.listen(1)
c = socket.create_connection(srv.getsockname())
d, _ = srv.accept()
address = srv.getsockname()
srv.close()
d.close()
c.recv(1)
c.close()
again = socket.socket()
again.bind(address)
`
	wants(t, advise(t, syntax.Python3, src), `^no program has TCP port \d+ any more: .* TIME_WAIT .*again\.setsockopt\(socket\.SOL_SOCKET, socket\.SO_REUSEADDR, 1\) before bind`)
}

func TestSocketFileInUse(t *testing.T) {
	src := "import socket\ns = socket.socket(socket.AF_UNIX)\ns.bind('/')"
	wants(t, advise(t, syntax.Python3, src), `^/ is there already, .*os\.unlink\("/"\) before bind`)
}

func TestUnknownHolder(t *testing.T) {
	c := &hints.Case{Classes: []string{"OSError"}, Number: int(posix.EADDRINUSE)}
	wants(t, hints.For(c), `^another socket has this address`)
}

func TestConnectionRefused(t *testing.T) {
	port, pid := held(t)
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody := free.Addr().(*net.TCPAddr).Port
	free.Close()
	src := fmt.Sprintf("import socket\ns = socket.socket()\ns.connect(('127.0.0.1', %d))", nobody)
	for _, d := range []syntax.Dialect{syntax.Python2, syntax.Python3} {
		wants(t, advise(t, d, src), fmt.Sprintf(`^nothing listens on port %d of 127\.0\.0\.1`, nobody))
	}
	if runtime.GOOS != "linux" {
		return
	}
	next := fmt.Sprintf("import socket\ns = socket.socket()\ns.connect(('127.0.0.1', %s - 1))", port)
	got := advise(t, syntax.Python3, next)
	if !strings.Contains(got, "refused") { // unless that one is used by chance
		wants(t, got, fmt.Sprintf(`what does listen nearby: .*%s \(hints\.test.*, pid %d\)`, port, pid))
	}
	other := "import socket\nl = socket.socket()\nl.bind(('127.0.0.2', 0))\nl.listen(1)\ns = socket.socket()\ns.connect(('127.0.0.1', l.getsockname()[1]))"
	wants(t, advise(t, syntax.Python3, other), `^port \d+ is listened on at 127\.0\.0\.2 only, not at 127\.0\.0\.1`)
}

func TestRefusedElsewhere(t *testing.T) {
	refused := func(op *hints.Operation) string {
		return hints.For(&hints.Case{Classes: []string{"ConnectionRefusedError", "OSError"}, Number: int(posix.ECONNREFUSED), Operation: op})
	}
	wants(t, refused(nil), `is the server running`)
	wants(t, refused(&hints.Operation{Name: "connect", Network: "tcp", Host: "192.0.2.1", Port: 80}), `^nothing listens on port 80 of 192\.0\.2\.1: is the server running.*more than 127\.0\.0\.1`)
	wants(t, refused(&hints.Operation{Name: "connect", Network: "unix", Path: "/tmp/s"}), `^the file /tmp/s is there, but no server`)
}

func TestDatagramRefused(t *testing.T) {
	src := "import socket\nu = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\nv = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n" +
		"v.bind(('127.0.0.1', 0))\nu.connect(v.getsockname())\nv.close()\nu.send(b'x')\nu.settimeout(10)\nu.recv(1)"
	for _, d := range []syntax.Dialect{syntax.Python2, syntax.Python3} {
		wants(t, advise(t, d, src), `^the last datagram came back: no program is bound on UDP port \d+ of 127\.0\.0\.1`)
	}
}
