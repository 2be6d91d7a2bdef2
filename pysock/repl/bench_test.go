//go:build unix

package repl

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/creack/pty"
)

// buildPysock builds pysock itself.
func buildPysock(b *testing.B) string {
	exe := filepath.Join(b.TempDir(), "pysock")
	if out, err := exec.Command("go", "build", "-o", exe, "example.com/pysock/cmd/pysock").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return exe
}

// longHistory writes a history of 10,000 statements below home, and returns home.
func longHistory(b *testing.B) string {
	home := b.TempDir()
	var file bytes.Buffer
	for i := range historyLimit {
		fmt.Fprintf(&file, "def function_%d(x):\\n    return x + %d\n", i, i)
	}
	dir := filepath.Join(home, ".local", "state", "pysock")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "history"), file.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	return home
}

// open starts a command on a terminal, and returns a function that waits until what
// it has written since the last call holds some text.
func open(b *testing.B, home, exe string, args ...string) (*exec.Cmd, *os.File, func(string)) {
	cmd := exec.Command(exe, args...)
	cmd.Env = []string{"TERM=xterm", "PATH=" + os.Getenv("PATH"), "HOME=" + home}
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		b.Skip("no pseudo-terminal: ", err)
	}
	buf := make([]byte, 64<<10)
	var seen []byte
	return cmd, tty, func(text string) {
		for !bytes.Contains(seen, []byte(text)) {
			tty.SetReadDeadline(time.Now().Add(patience))
			n, err := tty.Read(buf)
			if err != nil {
				b.Fatalf("%v; wanted %q after %q", err, text, seen)
			}
			seen = append(seen, buf[:n]...)
		}
		seen = nil
	}
}

// BenchmarkStart measures the time from the command until its prompt, beside
// CPython's.
func BenchmarkStart(b *testing.B) {
	commands := []struct{ name, exe string }{{"pysock", buildPysock(b)}}
	for _, version := range []string{"3.13.0", "3.11.7"} {
		cmd := exec.Command("python3", "-c", "import sys; print(sys.executable)")
		cmd.Env = append(os.Environ(), "PYENV_VERSION="+version)
		if out, err := cmd.Output(); err == nil {
			commands = append(commands, struct{ name, exe string }{"python" + version, string(bytes.TrimSpace(out))})
		}
	}
	home := longHistory(b)
	for _, c := range commands {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				cmd, tty, see := open(b, home, c.exe)
				see(">>> ")
				b.StopTimer()
				cmd.Process.Kill()
				cmd.Wait()
				tty.Close()
				b.StartTimer()
			}
		})
	}
}

// BenchmarkKeystroke measures the time from a key until it is on the screen, with
// a long history: at the end of a line, in the midst of a long one, and going back
// in the history and searching it.
func BenchmarkKeystroke(b *testing.B) {
	exe, home := buildPysock(b), longHistory(b)
	for _, c := range []struct{ name, before, key, echo, after string }{
		{"end", "", "x", "x", "\x7f"},
		{"middle", "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890\x1b[H", "x", "x", "\x7f"},
		{"history", "", "\x1b[A", "return", "\x1b[B"},
		{"search", "", "\x12function_5", "5': ", "\a"}, // eleven keys
	} {
		b.Run(c.name, func(b *testing.B) {
			cmd, tty, see := open(b, home, exe)
			see(">>> ")
			tty.WriteString(c.before + c.key + "\x0c")
			see("\x1b[2J")
			for b.Loop() {
				b.StopTimer()
				tty.WriteString(c.after + "\x0c")
				see("\x1b[2J")
				b.StartTimer()
				tty.WriteString(c.key)
				see(c.echo)
			}
			cmd.Process.Kill()
			cmd.Wait()
			tty.Close()
		})
	}
}
