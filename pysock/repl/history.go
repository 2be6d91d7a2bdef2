package repl

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

// historyLimit is how many statements are kept.
const historyLimit = 10000

// A history keeps the statements that were typed, in memory and in a file that
// lasts: a line each, in which \n stands for a new line and \\ for a backslash.
// Sessions side by side add to one file.
type history struct {
	path string // "" for none
	load func() // reads the file, once
	list []string
}

func newHistory(path string) *history {
	h := &history{path: path}
	h.load = sync.OnceFunc(h.read)
	return h
}

// historyPath is where the history is kept, "" if there is no place for it.
func historyPath() string {
	home, _ := os.UserHomeDir()
	var dir string
	switch runtime.GOOS {
	case "windows":
		dir = os.Getenv("LOCALAPPDATA")
	case "darwin":
		if home != "" {
			dir = filepath.Join(home, "Library", "Application Support")
		}
	}
	if d := os.Getenv("XDG_STATE_HOME"); filepath.IsAbs(d) {
		dir = d
	} else if dir == "" && home != "" {
		dir = filepath.Join(home, ".local", "state")
	}
	if dir == "" {
		return ""
	}
	return filepath.Join(dir, "pysock", "history")
}

// toLine is a statement as a line of the file.
func toLine(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, `\`, `\\`), "\n", `\n`)
}

// fromLine is the statement in a line of the file.
func fromLine(line string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(line, '\\')
		if i < 0 || i+1 == len(line) {
			return b.String() + line
		}
		b.WriteString(line[:i])
		if c := line[i+1]; c == 'n' {
			b.WriteByte('\n')
		} else {
			b.WriteByte(c)
		}
		line = line[i+2:]
	}
}

// read reads the file, and shortens it when it has become too long.
func (h *history) read() {
	if h.path == "" {
		return
	}
	src, err := os.ReadFile(h.path)
	if err != nil {
		return
	}
	lines := strings.Split(strings.TrimSuffix(string(src), "\n"), "\n")
	long := len(lines) > historyLimit+historyLimit/4
	if len(lines) > historyLimit {
		lines = lines[len(lines)-historyLimit:]
	}
	old := make([]string, 0, len(lines)+100)
	for _, line := range lines {
		if line != "" {
			old = append(old, fromLine(line))
		}
	}
	h.list = append(old, h.list...)
	if long {
		h.shorten(lines)
	}
}

// shorten writes the file anew.
func (h *history) shorten(lines []string) {
	f, err := os.CreateTemp(filepath.Dir(h.path), "history")
	if err != nil {
		return
	}
	_, err = f.WriteString(strings.Join(lines, "\n") + "\n")
	if f.Close() != nil || err != nil || os.Rename(f.Name(), h.path) != nil {
		os.Remove(f.Name())
	}
}

// add adds a statement, unless it is blank or the last one again.
func (h *history) add(s string) {
	h.load()
	s = strings.TrimRight(s, " \t\n")
	if strings.TrimSpace(s) == "" || len(h.list) > 0 && h.list[len(h.list)-1] == s {
		return
	}
	h.list = append(h.list, s)
	if h.path == "" {
		return
	}
	f, err := os.OpenFile(h.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if os.IsNotExist(err) {
		os.MkdirAll(filepath.Dir(h.path), 0o700)
		f, err = os.OpenFile(h.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	}
	if err != nil {
		return // it is kept in memory all the same
	}
	f.WriteString(toLine(s) + "\n")
	f.Close()
}

// entries returns the statements, the oldest first.
func (h *history) entries() []string {
	h.load()
	return h.list
}
