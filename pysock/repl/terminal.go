package repl

import (
	"os"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/complete"
	"golang.org/x/term"
)

// A Terminal is where a session is held, if it is one that can do more than print.
type Terminal struct {
	in, out *os.File
	screen  *screen
	raw     rawMode
}

// NewTerminal returns the terminal that two files are, or nil.
func NewTerminal(in, out *os.File) *Terminal {
	if !pysock.IsTerminal(in) || !pysock.IsTerminal(out) || os.Getenv("TERM") == "dumb" {
		return nil
	}
	t := &Terminal{in: in, out: out, raw: rawMode{in: in}}
	t.screen = newScreen(out, t.size)
	return t
}

// Writer returns a writer for one of the program's output streams. What is written
// to it doesn't get in the way of what is being edited.
func (t *Terminal) Writer(f *os.File) stream { return stream{t.screen, f} }

// Typed is to be called when a line was typed to the program.
func (t *Terminal) Typed() { t.screen.typed() }

// size returns the columns and lines of the terminal.
func (t *Terminal) size() (columns, lines int) {
	columns, lines, err := term.GetSize(int(t.out.Fd()))
	if err != nil || columns <= 0 || lines <= 0 {
		return 80, 24
	}
	return columns, lines
}

// editor returns an editor on the terminal.
func (t *Terminal) editor(s *Session, o Options) (*editor, error) {
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
