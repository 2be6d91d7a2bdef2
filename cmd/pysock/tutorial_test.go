package main

import (
	"bytes"
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The tutorial's programs, in each of their forms. Their ports are fixed, and a
// port on which a server has closed a connection can't be bound again for a
// minute, so the tests run copies with ports that are free.

// A form is one way in which the tutorial's programs are written.
type form struct{ dir, ext, python string }

var forms = []form{
	{".", ".py", "2.7"},
	{"python3", ".py", "3"},
	{"star", ".star", ""},
}

// script returns a copy of a program with another port.
func (f form) script(t *testing.T, name, port string) string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("../../scripts/tutorial", f.dir, name+f.ext))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), name+f.ext)
	src = regexp.MustCompile(`\b272\d\d\b`).ReplaceAll(src, []byte(port))
	if err := os.WriteFile(file, src, 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

// freePort returns a port that nobody uses now.
func freePort(t *testing.T, network string) string {
	t.Helper()
	var addr net.Addr
	if network == "udp" {
		c, err := net.ListenPacket("udp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		addr = c.LocalAddr()
	} else {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		addr = l.Addr()
	}
	_, port, _ := net.SplitHostPort(addr.String())
	return port
}

// command returns a command that is ended after a minute.
func command(t *testing.T, name string, args ...string) *exec.Cmd {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	return exec.CommandContext(ctx, name, args...)
}

const typed = "halo\nselamat pagi\n\n"

// TestTutorial runs server and client side by side in one process.
func TestTutorial(t *testing.T) {
	for _, f := range forms {
		t.Run(strings.TrimPrefix(f.dir, "."), func(t *testing.T) {
			port := freePort(t, "udp")
			c := command(t, "pysock", "--with", f.script(t, "udp_server", port), f.script(t, "udp_client", port))
			c.Stdin = strings.NewReader(typed)
			wants(t, c, `(?m)^udp_server \| Adress 127\.0\.0\.1 said halo$`, `(?m)^udp_server \| Adress 127\.0\.0\.1 said selamat pagi$`,
				`4 sent`, `12 sent`)
			port = freePort(t, "tcp")
			c = command(t, "pysock", "--with", f.script(t, "time_server", port), f.script(t, "time_client", port))
			wants(t, c, `(?m)^time_client \| Time is \w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$`,
				`(?m)^time_server \| Connection from \('127\.0\.0\.1', \d+\)$`)
		})
	}
}

// wants runs a command and looks for patterns in what it prints.
func wants(t *testing.T, c *exec.Cmd, patterns ...string) {
	t.Helper()
	out, err := c.CombinedOutput()
	if err != nil {
		t.Errorf("%v: %v", c.Args, err)
	}
	for _, p := range patterns {
		if !regexp.MustCompile(p).Match(out) {
			t.Errorf("%v: nothing like %s in\n%s", c.Args, p, out)
		}
	}
}

// TestTutorialPrintsTheSame compares what the programs print under pysock with
// what they print under CPython.
func TestTutorialPrintsTheSame(t *testing.T) {
	for _, f := range forms {
		py := python(f.python)
		if f.python == "" || py == "" {
			continue
		}
		script := filepath.Join("../../scripts/tutorial", f.dir, "functions.py")
		ours, err := command(t, "pysock", script).CombinedOutput()
		if err != nil {
			t.Errorf("%v\n%s", err, ours)
		}
		theirs, err := command(t, py, script).CombinedOutput()
		if err != nil {
			t.Errorf("%v\n%s", err, theirs)
		}
		if !bytes.Equal(ours, theirs) {
			t.Errorf("%s: pysock prints\n%s\nCPython prints\n%s", script, ours, theirs)
		}
	}
}

// TestInterop lets pysock's servers talk to CPython's clients, and the other
// way round. Both have to print, byte for byte, what two CPythons print.
func TestInterop(t *testing.T) {
	py := python("2.7")
	if py == "" {
		t.Skip("no python2.7")
	}
	type pair struct{ server, client string }
	for _, p := range []pair{{"pysock", py}, {py, "pysock"}, {"pysock", "pysock"}} {
		t.Run(filepath.Base(p.server)+" serves "+filepath.Base(p.client), func(t *testing.T) {
			port := freePort(t, "udp")
			server, client := converse(t, p.server, p.client, "udp", port, typed, "selamat pagi\n")
			if want := "Adress 127.0.0.1 said halo\nAdress 127.0.0.1 said selamat pagi\n"; server != want {
				t.Errorf("server printed %q, want %q", server, want)
			}
			if want := "msg to send: 4 sent\nmsg to send: 12 sent\nmsg to send: "; client != want {
				t.Errorf("client printed %q, want %q", client, want)
			}
			port = freePort(t, "tcp")
			server, client = converse(t, p.server, p.client, "time", port, "", ")\n")
			if ok, _ := regexp.MatchString(`^Connection from \('127\.0\.0\.1', \d+\)\n$`, server); !ok {
				t.Errorf("server printed %q", server)
			}
			if ok, _ := regexp.MatchString(`^Time is \w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}\n$`, client); !ok {
				t.Errorf("client printed %q", client)
			}
		})
	}
}

// converse runs a server until it has printed last, and a client beside it.
func converse(t *testing.T, serve, call, which, port, input, last string) (server, client string) {
	t.Helper()
	f := forms[0]
	unbuffered := func(name, script string) *exec.Cmd {
		if name == "pysock" {
			return command(t, name, script)
		}
		return command(t, name, "-u", script)
	}
	s := unbuffered(serve, f.script(t, which+"_server", port))
	out, err := s.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	defer s.Wait()
	defer s.Process.Kill()
	waitBound(t, which, port)
	c := unbuffered(call, f.script(t, which+"_client", port))
	c.Stdin = strings.NewReader(input)
	got, err := c.Output()
	if err != nil {
		t.Errorf("client: %v", err)
	}
	var printed strings.Builder
	buf := make([]byte, 1)
	for !strings.HasSuffix(printed.String(), last) {
		n, err := out.Read(buf)
		if err != nil {
			t.Fatalf("server printed %q: %v", printed.String(), err)
		}
		printed.Write(buf[:n])
	}
	return printed.String(), string(got)
}

// waitBound returns when the system lists the port as bound: a connection to
// find out would be one that the server sees.
func waitBound(t *testing.T, which, port string) {
	t.Helper()
	table := map[string]string{"udp": "/proc/net/udp", "time": "/proc/net/tcp"}[which]
	n, _ := strconv.Atoi(port)
	bound := regexp.MustCompile(`(?m)^ *\d+: 00000000:` + strings.ToUpper(strconv.FormatInt(int64(n)+0x10000, 16))[1:] + ` `)
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		list, err := os.ReadFile(table)
		if err != nil {
			t.Skip(err)
		}
		if bound.Match(list) {
			return
		}
	}
	t.Fatalf("port %s isn't bound", port)
}
