package repl

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/syntax"
)

// shared is a buffer that several goroutines write to.
type shared struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *shared) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *shared) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// take returns what was written since the last time.
func (s *shared) take() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	text := s.b.String()
	s.b.Reset()
	return text
}

// holdSession calls f in a session without a terminal. All output goes to out.
func holdSession(t *testing.T, d syntax.Dialect, f func(s *Session, out *shared)) (left string) {
	t.Helper()
	out := new(shared)
	g := &pysock.Group{Config: pysock.Config{Dialect: d, Stdout: out, Stderr: out}}
	g.Run(pysock.Script{Interact: func(p *pysock.Session) {
		s := &Session{Session: p, history: newHistory(""), Out: out}
		s.source = &plain{session: p, split: s.split}
		f(s, out)
	}})
	return out.take()
}

// until waits for output of a program that runs beside the session.
func until(t *testing.T, s *Session, out *shared, pattern string) {
	t.Helper()
	re := regexp.MustCompile("^(?s:" + pattern + ")$")
	for end := time.Now().Add(20 * time.Second); !re.MatchString(out.text()); {
		if time.Now().After(end) {
			t.Fatalf("got %q, want %q", out.text(), pattern)
		}
		s.Run("import time; time.sleep(0.001)\n")
	}
}

// program writes a program to a file of the test's.
func program(t *testing.T, name, src string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(src), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func matches(t *testing.T, got, pattern string) {
	t.Helper()
	if !regexp.MustCompile("^(?s:" + pattern + ")$").MatchString(got) {
		t.Errorf("got  %q\nwant %q", got, pattern)
	}
}

func TestWords(t *testing.T) {
	for args, want := range map[string]string{
		"": "[]", "a b": "[a|b]", " a  'b c' ": "[a|b c]", `a\ b "c'd"e`: "[a b|c'de]", `x ""`: "[x|]",
	} {
		if got := "[" + strings.Join(split(args), "|") + "]"; got != want {
			t.Errorf("%q: %s, not %s", args, got, want)
		}
	}
}

const echoServer = `import socket, sys
s = socket.socket()
s.bind(("127.0.0.1", 0))
s.listen(5)
with open(sys.argv[1], "w") as f: f.write(str(s.getsockname()[1]))
print("ready " + " ".join(sys.argv[2:]))
while True:
    conn, addr = s.accept()
    data = conn.recv(100)
    print(data.decode())
    conn.sendall(data)
    conn.close()
`

func TestJobs(t *testing.T) {
	server := program(t, "server.py", echoServer)
	portFile := filepath.Join(t.TempDir(), "the port")
	for _, d := range []syntax.Dialect{syntax.Python2, syntax.Python3} {
		left := holdSession(t, d, func(s *Session, out *shared) {
			s.runLine("%jobs")
			matches(t, out.take(), "")
			s.runLine("%stop")
			matches(t, out.take(), "no program runs beside the session\n")
			s.runLine(fmt.Sprintf("%%bg %s '%s' one two", server, portFile))
			until(t, s, out, `.*server \| ready one two\n.*`)
			matches(t, out.take(), `.*\[1\] [^\n]*server\.py [^\n]*the port one two\n.*`)
			s.runLine("%jobs")
			matches(t, out.take(), `\[1\] running 0:00:0\d +.*server\.py .*\n`)
			s.Run("import socket\n")
			s.Run(fmt.Sprintf("c = socket.create_connection(('127.0.0.1', int(open(%q).read())))\n", portFile))
			s.Run("c.sendall(b'halo')\n")
			s.Run("_ = c.recv(10)\n")
			until(t, s, out, `server \| halo\n`)
			out.take()
			s.runLine("%stop 7")
			matches(t, out.take(), "no program 7 runs beside the session; %jobs lists them\n")
			s.runLine("%stop 1")
			matches(t, out.take(), `\[1\] stopped +.*server\.py .*\n`)
			s.runLine("%jobs")
			matches(t, out.take(), "")
		})
		matches(t, left, "")
	}
}

func TestJobsThatEnd(t *testing.T) {
	fails := program(t, "fails.py", "import sys\nprint('x')\nsys.exit(3)\n")
	waits := program(t, "waits.py", "import threading\nprint('waiting')\nthreading.Event().wait(100)\n")
	left := holdSession(t, syntax.Python3, func(s *Session, out *shared) {
		s.runLine("%bg " + fails)
		for s.jobs.list[0].Running() {
			s.Run("import time; time.sleep(0.001)\n")
		}
		s.runLine("%bg " + waits)
		s.runLine("%bg " + waits)
		s.runLine("%stop")
		s.runLine("%jobs")
		got := out.take()
		for _, want := range []string{"fails | x\n", "fails | ended with status 3\n", "usage: %stop [N]\n", "[1] ended with status 3    " + fails, "[2] running", "[3] running"} {
			if !strings.Contains(got, want) {
				t.Errorf("no %q in %q", want, got)
			}
		}
		s.runLine("%bg")
		s.runLine("%bg /nowhere/x.py")
		matches(t, out.take(), `usage: %bg FILE \[ARGS\]\ncan't open file '/nowhere/x\.py': \[Errno 2\] No such file or directory\n`)
	})
	matches(t, left, `(waits \| waiting\n)*`) // they are ended with the session, in silence
}

func TestCompleteCommands(t *testing.T) {
	t.Chdir(filepath.Dir(program(t, "server.py", "")))
	waits := program(t, "waits.py", "import threading\nthreading.Event().wait(100)\n")
	holdSession(t, syntax.Python3, func(s *Session, out *shared) {
		c := lineCompleter{s, nil}
		s.runLine("%bg " + waits)
		for text, want := range map[string]string{
			"%hi": "history 2", "%py": "py2 py3 2", "%run ser": "server.py 3", "%bg ": "server.py 0", "%run server.py ser": "server.py 3",
			"%help his": "history 3", "%stop ": "1 0", "%nothing x": " 0", "%jobs x": " 0",
		} {
			found, length := c.Complete([]rune(text), len([]rune(text)))
			if got := fmt.Sprint(strings.Join(found, " "), " ", length); got != want {
				t.Errorf("%q: %q, not %q", text, got, want)
			}
		}
	})
}
