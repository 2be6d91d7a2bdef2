package repl

import (
	"os"

	"golang.org/x/term"
)

// rawMode is the mode in which a terminal hands over each key as it is pressed.
type rawMode struct {
	in    *os.File
	state *term.State
}

// enter begins it.
func (m *rawMode) enter() {
	if m.state != nil {
		return
	}
	fd := int(m.in.Fd())
	state, err := term.MakeRaw(fd)
	if err != nil {
		return
	}
	m.state = state
	adjust(fd)
}

// leave ends it.
func (m *rawMode) leave() {
	if m.state == nil {
		return
	}
	term.Restore(int(m.in.Fd()), m.state)
	m.state = nil
}
