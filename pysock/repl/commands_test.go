package repl

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
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

func TestSockets(t *testing.T) {
	for _, d := range []syntax.Dialect{syntax.Python2, syntax.Python3} {
		holdSession(t, d, func(s *Session, out *shared) {
			s.runLine("%sockets")
			matches(t, out.take(), "no sockets are open\n")
			for _, stmt := range []string{
				"import socket", "srv = socket.socket()", "srv.bind(('127.0.0.1', 0))", "srv.listen(3)",
				"c = socket.create_connection(srv.getsockname())", "also = c", "conn, addr = srv.accept()", "_ = c.send(b'12345')", "_ = conn.recv(2)",
				"waiting = socket.create_connection(srv.getsockname())",
				"u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", "u.bind(('127.0.0.1', 0))", "_ = u.sendto(b'abc', u.getsockname())",
				"fresh = socket.socket(socket.AF_INET6) if socket.has_ipv6 else socket.socket()", "a, b = socket.socketpair()", "gone = socket.socket()", "gone.close()",
			} {
				s.Run(stmt + "\n")
			}
			s.runLine("%sockets")
			got := out.take()
			for _, want := range []string{
				`^ *FD  NAME +FAMILY +TYPE +LOCAL +REMOTE +STATE +IN +OUT +RECVQ +SENDQ\n`,
				`\n *\d+  srv +INET +STREAM +127\.0\.0\.1:\d+ +- +LISTEN +- +- +1 +0\n`,
				`\n *\d+  also,c +INET +STREAM +127\.0\.0\.1:\d+ +127\.0\.0\.1:\d+ +ESTABLISHED +0 +5 +0 +0\n`,
				`\n *\d+  conn +INET +STREAM +127\.0\.0\.1:\d+ +127\.0\.0\.1:\d+ +ESTABLISHED +5 +0 +3 +0\n`,
				`\n *\d+  u +INET +DGRAM +127\.0\.0\.1:\d+ +- +- +- +- +\d+ +0\n`,
				`\n *\d+  fresh +INET6? +STREAM +- +- +CLOSE +0 +0 +0 +0\n`,
				`\n *\d+  a +UNIX +STREAM +- +- +- +- +- +0 +0\n`,
			} {
				if runtime.GOOS == "linux" && !regexp.MustCompile(want).MatchString(got) {
					t.Errorf("no %s in\n%s", want, got)
				}
			}
			if strings.Contains(got, "gone") || strings.Count(got, "\n") != 9 {
				t.Errorf("as Python %v:\n%s", d, got)
			}
		})
	}
}

func TestTime(t *testing.T) {
	holdSession(t, syntax.Python3, func(s *Session, out *shared) {
		s.runLine("%time 6 * 7")
		matches(t, out.take(), `42\n[0-9.]+ (ns|us|ms|s), processor [0-9.]+ (ns|us|ms|s)\n`)
		s.runLine("%time import time; time.sleep(0.02)")
		matches(t, out.take(), `[2-9][0-9.]* ms, processor .*\n`)
		s.runLine("%time 1/0")
		matches(t, out.take(), `Traceback .*ZeroDivisionError: division by zero\n.*, processor .*\n`)
		s.runLine("%time")
		matches(t, out.take(), "usage: %time STATEMENT\n")
	})
}

func TestSpan(t *testing.T) {
	for d, want := range map[time.Duration]string{0: "0 ns", 999: "999 ns", 1500: "1.5 us", 12345678: "12.3 ms", 90 * time.Second: "90 s"} {
		if got := span(d); got != want {
			t.Errorf("%v: %s, not %s", d, got, want)
		}
	}
}

func TestSave(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a session.py")
	holdSession(t, syntax.Python3, func(s *Session, out *shared) {
		s.run(input{stmts: []string{"x = 1\n", "%jobs", "def f():\n    return x\n\n", "f()\n"}})
		s.run(input{stmts: []string{"1/0\n", "y = 2\n"}})
		out.take()
		s.runLine("%save '" + file + "'")
		matches(t, out.take(), "3 statements to .*a session.py\n")
		saved, _ := os.ReadFile(file)
		if want := "#!/usr/bin/env python3\nx = 1\ndef f():\n    return x\nf()\n"; string(saved) != want {
			t.Errorf("%q", saved)
		}
		s.runLine("%save '" + file + "'")
		matches(t, out.take(), ".*is there already; %save -f .* replaces it\n")
		s.runLine("%py2")
		s.run(input{stmts: []string{"print 'x'\n"}})
		out.take()
		s.runLine("%save -f '" + file + "'")
		matches(t, out.take(), "1 statement to .*a session.py\n3 statements in another dialect left out\n")
		saved, _ = os.ReadFile(file)
		if want := "#!/usr/bin/env python2\nprint 'x'\n"; string(saved) != want {
			t.Errorf("%q", saved)
		}
		s.runLine("%save /nowhere/x.py")
		matches(t, out.take(), `can't open file '/nowhere/x\.py': \[Errno 2\] No such file or directory\n`)
		s.runLine("%save")
		matches(t, out.take(), `usage: .*`)
	})
}

func TestLoad(t *testing.T) {
	file := program(t, "load.py", "def f():\n    return 1\n\n    # more\n\nprint(f())\n1/0\nprint('not')\n")
	holdSession(t, syntax.Python3, func(s *Session, out *shared) {
		s.runLine("%load " + file)
		matches(t, out.take(), `1\nTraceback .*ZeroDivisionError: division by zero\n`)
		s.runLine("%load /nowhere/x.py")
		matches(t, out.take(), `can't open file .*`)
		e := new(editor)
		s.source = e
		s.runLine("%load " + file)
		if e.preset != "def f():\n    return 1\n\n    # more\n\nprint(f())\n1/0\nprint('not')" {
			t.Errorf("%q", e.preset)
		}
	})
}

func TestEdit(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the editor is a shell script")
	}
	ed := program(t, "ed it", "#!/bin/sh\nsed \"s/$1/$2/\" \"$3\" >\"$3.new\" && mv \"$3.new\" \"$3\"\n")
	if err := os.Chmod(ed, 0o777); err != nil {
		t.Fatal(err)
	}
	t.Setenv("VISUAL", "")
	t.Setenv("EDITOR", "'"+ed+"' 6 7")
	file := program(t, "prog.py", "print(6)\n")
	holdSession(t, syntax.Python3, func(s *Session, out *shared) {
		s.run(input{stmts: []string{"print(6)\n"}})
		s.runLine("%edit")
		matches(t, out.take(), "6\n7\n")
		s.runLine("%edit") // changes nothing
		matches(t, out.take(), "")
		s.runLine("%edit " + file)
		matches(t, out.take(), "7\n")
		if h := s.history.entries(); len(h) != 1 || h[0] != "print(7)" {
			t.Errorf("%q", h)
		}
		t.Setenv("VISUAL", "/nowhere/editor")
		s.runLine("%edit")
		matches(t, out.take(), `can't start the editor /nowhere/editor: .*\n`)
		t.Setenv("VISUAL", "false")
		s.runLine("%edit")
		matches(t, out.take(), "the editor false has failed; nothing runs\n")
	})
}
