package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// The test binary is the command too, so that the tests can run it.
func TestMain(m *testing.M) {
	commands := map[string]func(){"pysock": main, "status": status}
	if commands[filepath.Base(os.Args[0])] == nil { // it is the test, which expects that nothing is set
		for _, v := range os.Environ() {
			if name, _, _ := strings.Cut(v, "="); strings.HasPrefix(name, "PYTHON") {
				os.Unsetenv(name)
			}
		}
	}
	testscript.Main(m, commands)
}

// status is a command for the scripts: status N COMMAND... succeeds if the
// command's exit status is N.
func status() {
	c := exec.Command(os.Args[2], os.Args[3:]...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	c.Run()
	if got := strconv.Itoa(c.ProcessState.ExitCode()); got != os.Args[1] {
		fmt.Fprintf(os.Stderr, "exit status %s, not %s\n", got, os.Args[1])
		os.Exit(1)
	}
}

// TestScripts runs the scripts in testdata/script. A script has the tutorial's
// programs at hand in $TUTORIAL.
func TestScripts(t *testing.T) {
	tutorial, err := filepath.Abs("../../scripts/tutorial")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:      "testdata/script",
		Deadline: time.Now().Add(2 * time.Minute),
		Setup: func(env *testscript.Env) error {
			env.Setenv("TUTORIAL", tutorial)
			env.Setenv("PYENV_VERSION", os.Getenv("PYENV_VERSION"))
			return nil
		},
		Condition: func(cond string) (bool, error) {
			version, ok := strings.CutPrefix(cond, "python")
			return ok && python(version) != "", nil
		},
	})
}

// python returns the path of a CPython of that version, or "".
func python(version string) string {
	path, err := exec.LookPath("python" + version)
	if err != nil {
		return ""
	}
	if exec.Command(path, "-c", "").Run() != nil {
		return ""
	}
	return path
}

// A process is a command under test whose output is read line by line.
type process struct {
	*exec.Cmd
	t      *testing.T
	out    *bufio.Reader
	stderr bytes.Buffer
}

func start(t *testing.T, args ...string) *process {
	t.Helper()
	p := &process{Cmd: exec.Command("pysock", args...), t: t}
	p.Stderr = &p.stderr
	in, err := p.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	p.out = bufio.NewReader(out)
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close(); p.Process.Kill(); p.Wait() })
	time.AfterFunc(time.Minute, func() { p.Process.Kill() })
	return p
}

// wants reads up to the text, which comes when the script has come that far.
func (p *process) wants(text string) {
	p.t.Helper()
	var got strings.Builder
	for !strings.HasSuffix(got.String(), text) {
		b, err := p.out.ReadByte()
		if err != nil {
			p.t.Fatalf("no %q but %q: %v\n%s", text, got.String(), err, p.stderr.String())
		}
		got.WriteByte(b)
	}
}

// TestInterrupt sends Ctrl-C's signal to scripts that wait. What a script has
// printed is there before it waits, so its output tells that it is going to.
func TestInterrupt(t *testing.T) {
	tests := []struct{ name, code string }{
		{"sleep", "import time\nprint('ready')\ntime.sleep(60)"},
		{"raw_input", "print('ready')\nraw_input()"},
		{"input", "print('ready')\ninput()"},
		{"stdin", "import sys\nprint('ready')\nsys.stdin.read()"},
		{"recvfrom", "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ns.bind(('127.0.0.1', 0))\nprint('ready')\ns.recvfrom(10)"},
		{"recv", "import socket\na, b = socket.socketpair()\nprint('ready')\na.recv(10)"},
		{"accept", "import socket\ns = socket.socket()\ns.bind(('127.0.0.1', 0))\ns.listen(1)\nprint('ready')\ns.accept()"},
		{"sendall", "import socket\na, b = socket.socketpair()\nprint('ready')\na.sendall(b'x' * 100000000)"},
		{"timeout", "import socket\na, b = socket.socketpair()\na.settimeout(60)\nprint('ready')\na.recv(10)"},
		{"loop", "import sys\nprint('ready')\nsys.stdout.flush()\nwhile True: pass"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := start(t, "-c", tt.code)
			p.wants("ready\n")
			p.Process.Signal(syscall.SIGINT)
			p.Wait()
			if got := p.ProcessState.ExitCode(); tt.name == "raw_input" {
				if got != 1 { // as Python 2 has it
					t.Errorf("exit status %d, want 1", got)
				}
			} else if w := p.ProcessState.Sys().(syscall.WaitStatus); !w.Signaled() || w.Signal() != syscall.SIGINT {
				t.Errorf("exit status %d, want an end by SIGINT", got)
			}
			if s := p.stderr.String(); !strings.HasSuffix(s, "KeyboardInterrupt\n") || !strings.Contains(s, "in <module>") {
				t.Errorf("standard error:\n%s", s)
			}
		})
	}
}

// TestOutputLost fills the device that a script prints to: what can't be
// written at its end is told, as CPython tells it.
func TestOutputLost(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer full.Close()
	const (
		lost2 = "close failed in file object destructor:\nsys.excepthook is missing\nlost sys.stderr\n"
		lost3 = "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\nOSError: [Errno 28] No space left on device\n"
	)
	tests := []struct {
		dialect, code string
		status        int
		stderr        string
	}{
		{"-2", "print(1)", 0, lost2},
		{"-3", "print(1)", 120, lost3},
		{"-2", "print(1); raise SystemExit(3)", 3, lost2},
		{"-3", "print(1); raise SystemExit(3)", 120, lost3},
		{"-2", "print(1); 1/0", 1, "ZeroDivisionError: integer division or modulo by zero\n" + lost2},
		{"-3", "print(1); 1/0", 120, "ZeroDivisionError: division by zero\n" + lost3},
	}
	for _, tt := range tests {
		cmd := exec.Command("pysock", tt.dialect, "-c", tt.code)
		var stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = full, &stderr
		cmd.Run()
		if got := cmd.ProcessState.ExitCode(); got != tt.status || !strings.HasSuffix(stderr.String(), tt.stderr) {
			t.Errorf("%s %q: status %d, want %d\n%s", tt.dialect, tt.code, got, tt.status, stderr.String())
		}
	}
}

// TestCarriageReturns reads lines that end as they do on the wire: they come as
// they are.
func TestCarriageReturns(t *testing.T) {
	for dialect, code := range map[string]string{
		"-2": "import sys; print(repr(sys.stdin.readline() + raw_input()))",
		"-3": "import sys; print(repr(sys.stdin.readline() + input()))",
	} {
		cmd := exec.Command("pysock", dialect, "-c", code)
		cmd.Stdin = strings.NewReader("a\r\nb\r\n")
		out, err := cmd.CombinedOutput()
		if want := `'a\r\nb\r'` + "\n"; err != nil || string(out) != want {
			t.Errorf("%s: %v, %s want %s", dialect, err, out, want)
		}
	}
}
