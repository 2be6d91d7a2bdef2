package repl

import (
	"os"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/complete"
	"golang.org/x/term"
)

// A terminal is where a session is held, if it is one that can do more than print.
type terminal struct {
	in, out *os.File
	screen  *screen
	raw     rawMode
}

// newTerminal returns the terminal that two files are, or nil.
func newTerminal(in, out *os.File) *terminal {
	if !pysock.IsTerminal(in) || !pysock.IsTerminal(out) || os.Getenv("TERM") == "dumb" {
		return nil
	}
	t := &terminal{in: in, out: out, raw: rawMode{in: in}}
	t.screen = newScreen(out, t.size)
	return t
}

// size returns the columns and lines of the terminal.
func (t *terminal) size() (columns, lines int) {
	columns, lines, err := term.GetSize(int(t.out.Fd()))
	if err != nil || columns <= 0 || lines <= 0 {
		return 80, 24
	}
	return columns, lines
}

// editor returns an editor on the terminal.
func (t *terminal) editor(s *Session, o Options) (*editor, error) {
	eng, err := newEngine()
	if err != nil {
		return nil, err
	}
	s.history = newHistory(historyPath())
	onResize(t.screen.resized)
	e := &editor{screen: t.screen, raw: t.raw, history: s.history, split: s.split}
	e.engine = eng
	e.keys.read = s.Reader(t.in)
	e.complete = lineCompleter{s, complete.New(s.Runtime(), s.Main())}
	return e, nil
}
