package repl

import (
	"errors"
	"io"
	"os"
	"strings"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/syntax"
)

// Options say how a session is held.
type Options struct {
	Quiet   bool   // no banner
	Version string // what the banner says
	Startup bool   // run the user's startup file
}

// A Session is an interactive session: Python's, and the terminal that it is held
// at.
type Session struct {
	*pysock.Session
	Out      io.Writer // where commands write
	source   source
	history  *history
	terminal *terminal // nil if there is none
	called   string    // the command that runs
	jobs     jobs
	last     string // the statement that ran last
	ran      []ran  // the statements that raised nothing
}

// A ran is a statement that has run, and the dialect that it was in.
type ran struct {
	dialect syntax.Dialect
	stmt    string
}

// Hold makes a group's main script be followed by a session on the process's
// standard input.
func Hold(g *pysock.Group, main *pysock.Script, o Options) {
	t := newTerminal(os.Stdin, os.Stdout)
	if t != nil {
		g.Config.Stdout = stream{t.screen, os.Stdout}
		if pysock.IsTerminal(os.Stderr) {
			g.Config.Stderr = stream{t.screen, os.Stderr}
			g.Config.Colour = pysock.Terminal(os.Stderr)
		}
		g.Config.Typed = t.screen.typed
		g.Config.Screen = func() (columns, lines int, colour bool) {
			columns, lines = t.size()
			return columns, lines, pysock.Terminal(os.Stdout)
		}
	}
	main.Interact = func(s *pysock.Session) { hold(s, t, o) }
}

// hold holds a session until it is over.
func hold(p *pysock.Session, t *terminal, o Options) {
	s := &Session{Session: p, history: newHistory(""), terminal: t, Out: os.Stdout}
	if t == nil {
		s.source = &plain{session: p, split: s.split}
	} else {
		s.Out = t.screen
		e, err := t.editor(s, o)
		if err != nil {
			s.complain(err)
			return
		}
		defer e.engine.Close()
		s.source = e
	}
	if !o.Quiet {
		s.banner(o)
	}
	if o.Startup {
		s.startup()
	}
	s.loop()
}

// startup runs the file that the user has named for the beginning of sessions.
func (s *Session) startup() {
	for _, name := range []string{"PYSOCKSTARTUP", "PYTHONSTARTUP"} {
		if path := os.Getenv(name); path != "" {
			s.Startup(path)
			return
		}
	}
}

func (s *Session) loop() {
	for !s.Ended() {
		ps1, ps2 := s.Prompts()
		in, err := s.source.next(ps1, ps2)
		switch {
		case err == nil:
			s.run(in)
		case errors.Is(err, pysock.ErrInterrupted):
			if !s.Ended() {
				s.WriteError(s.interruption())
			}
		default:
			if s.terminal == nil {
				s.WriteError("\n")
			}
			s.End()
		}
	}
}

// interruption is what is shown after Ctrl-C at the prompt.
func (s *Session) interruption() string {
	if s.terminal == nil {
		return "\nKeyboardInterrupt\n"
	}
	return "KeyboardInterrupt\n"
}

// run runs what was given. Of a program that was pasted nothing more runs after an
// error; a session that was pasted may have meant to show one, and nothing is lost of what was
// typed.
func (s *Session) run(in input) {
	for i, stmt := range in.stmts {
		if i > 0 {
			ps1, ps2 := s.Prompts()
			s.source.show(ps1, ps2, stmt)
		}
		if isCommand(stmt) {
			s.runLine(stmt)
		} else if s.last = stmt; s.Run(stmt) {
			s.ran = append(s.ran, ran{s.Dialect(), stmt})
		} else if !in.goesOn {
			break
		}
		if s.Ended() {
			break
		}
	}
}

// split is Session.Split, to which commands are statements.
func (s *Session) split(src string, typed bool) (stmts []string, more bool) {
	if isCommand(src) {
		return []string{strings.TrimSpace(src)}, false
	}
	return s.Split(src, typed)
}

// help shows help on an expression.
func (s *Session) help(x string) {
	s.Do(func() error {
		page, err := s.About(x)
		io.WriteString(s.Out, page)
		return err
	})
}
