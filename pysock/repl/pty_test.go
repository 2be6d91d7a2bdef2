//go:build unix

package repl

import (
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/syntax"
	"github.com/creack/pty"
)

// childKey is in the environment of a test binary that is to be a session.
const childKey = "PYSOCK_TEST_SESSION"

func TestMain(m *testing.M) {
	if args, ok := os.LookupEnv(childKey); ok {
		os.Exit(child(strings.Fields(args)))
	}
	os.Exit(m.Run())
}

// child is what cmd/pysock does for an interactive session.
func child(args []string) int {
	g := &pysock.Group{Config: pysock.Config{
		Args: []string{""}, OwnsProcess: true, Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
	}}
	var main pysock.Script
	var o Options
	for _, a := range args {
		switch a {
		case "-2":
			g.Config.Dialect = syntax.Python2
		case "-q":
			o.Quiet = true
		case "-startup":
			o.Startup = true
		default:
			main.Path = a
			g.Config.Args = []string{a}
		}
	}
	o.Version = "1.0"
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	go func() {
		for range interrupts {
			g.Interrupt()
		}
	}()
	Hold(g, &main, o)
	return g.Run(main)
}

// A typist is a person at a terminal, with a session.
type typist struct {
	t    testing.TB
	vt   *vt
	pty  *os.File
	cmd  *exec.Cmd
	done chan error
	home string
}

// patience is how long the typist waits for something to appear.
const patience = 20 * time.Second

// sit starts a session on a terminal of that size. args are those of child; env are
// further variables.
func sit(t testing.TB, width, height int, args string, env ...string) *typist {
	t.Helper()
	p := &typist{t: t, vt: newVT(width, height), done: make(chan error, 1), home: t.TempDir()}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p.cmd = exec.Command(exe)
	p.cmd.Env = append([]string{
		"TERM=xterm", "PATH=" + os.Getenv("PATH"), "HOME=" + p.home, "XDG_STATE_HOME=" + filepath.Join(p.home, "state"),
		childKey + "=" + args,
	}, env...)
	p.cmd.Dir = p.home
	p.pty, err = pty.StartWithSize(p.cmd, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)})
	if err != nil {
		t.Skip("no pseudo-terminal: ", err)
	}
	go func() {
		buf := make([]byte, 4096)
		for {
			n, err := p.pty.Read(buf)
			p.vt.Write(buf[:n])
			if err != nil {
				p.done <- p.cmd.Wait()
				return
			}
		}
	}()
	t.Cleanup(func() {
		p.cmd.Process.Kill()
		p.pty.Close()
		if unknown := p.vt.unknown; len(unknown) > 0 {
			t.Errorf("sequences that no terminal need know: %v", unknown)
		}
	})
	return p
}

// start is sit without a banner.
func start(t testing.TB, width, height int, args string, env ...string) *typist {
	t.Helper()
	p := sit(t, width, height, strings.TrimSpace("-q "+args), env...)
	p.until("a prompt", func(s string) bool { return strings.HasSuffix(s, ">>> |\n") })
	return p
}

// key types keys, one after the other without waiting. What is typed while a statement runs the
// terminal shows itself, before the prompt does: to type after one, wait for the prompt.
func (p *typist) key(keys string) {
	p.t.Helper()
	if _, err := p.pty.WriteString(keys); err != nil {
		p.t.Fatal(err)
	}
}

// paste pastes as a terminal does that knows bracketed paste.
func (p *typist) paste(text string) {
	p.t.Helper()
	p.key("\x1b[200~" + strings.ReplaceAll(text, "\n", "\r") + "\x1b[201~")
}

// until waits until the screen is as it is to be.
func (p *typist) until(what string, ok func(screen string) bool) string {
	p.t.Helper()
	s, found := p.ask(patience, ok)
	if !found {
		p.t.Fatalf("waiting for %s; the screen is:\n%s", what, s)
	}
	return s
}

// ask waits until the screen is as it is to be, or for that long.
func (p *typist) ask(patience time.Duration, ok func(screen string) bool) (string, bool) {
	deadline := time.After(patience)
	for {
		p.vt.mu.Lock()
		s, changed := p.vt.show(), p.vt.changed
		p.vt.mu.Unlock()
		if ok(s) {
			return s, true
		}
		select {
		case <-changed:
		case <-deadline:
			return s, false
		}
	}
}

// see waits until the screen shows just that; a bar is the cursor.
func (p *typist) see(screen string) {
	p.t.Helper()
	screen = strings.TrimPrefix(screen, "\n")
	p.until(fmt.Sprintf("the screen\n%s", screen), func(s string) bool { return s == screen })
}

// seeEnd waits until the screen ends with that.
func (p *typist) seeEnd(end string) {
	p.t.Helper()
	end = strings.TrimPrefix(end, "\n")
	p.until(fmt.Sprintf("the end\n%s", end), func(s string) bool { return strings.HasSuffix(s, end) })
}

// leaves waits until the session has ended, and checks its exit status.
func (p *typist) leaves(status int) {
	p.t.Helper()
	select {
	case <-p.done:
		if got := p.cmd.ProcessState.ExitCode(); got != status {
			p.t.Errorf("the exit status is %d, not %d; the screen is:\n%s", got, status, p.vt.text())
		}
	case <-time.After(patience):
		p.t.Fatalf("the session goes on; the screen is:\n%s", p.vt.text())
	}
}

// resize changes the size of the terminal.
func (p *typist) resize(width, height int) {
	p.t.Helper()
	p.vt.resize(width, height)
	if err := pty.Setsize(p.pty, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)}); err != nil {
		p.t.Fatal(err)
	}
}
