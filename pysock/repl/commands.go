package repl

import (
	"fmt"
	"strings"
)

// A Command is a line that begins with %: something that is done to the session
// rather than in it.
type Command struct {
	Name string // without the %
	Args string // what it takes, as %help shows it: "FILE [ARGS]"
	Help string // one line
	// Complete says what its arguments are.
	Complete Kind
	// Run does it. An error is one for the user to read.
	Run func(s *Session, args string) error
}

// A Kind says what an argument is, for completion.
type Kind uint8

// The kinds of arguments.
const (
	Nothing  Kind = iota
	Files         // names of files
	Names         // expressions, as in a statement
	Jobs          // numbers of programs that run beside the session
	Commands      // names of commands
)

// commands are all commands, in the order in which %help lists them.
func commands() []Command {
	return []Command{
		{"help", "[COMMAND]", "list the commands, or tell of one", Commands, helpCommand},
		{"run", "FILE [ARGS]", "run a program in the session's namespace", Files, runCommand},
		{"bg", "FILE [ARGS]", "run a program beside the session, its lines marked", Files, bgCommand},
		{"jobs", "", "list the programs that run beside the session", Nothing, jobsCommand},
		{"stop", "[N]", "interrupt a program that runs beside the session", Jobs, stopCommand},
		{"sockets", "", "show the session's sockets: addresses, state, bytes, queues", Nothing, socketsCommand},
		{"time", "STATEMENT", "run a statement and tell how long that took", Names, timeCommand},
		{"py2", "", "go on in Python 2; the names stay", Nothing, dialectCommand},
		{"py3", "", "go on in Python 3; the names stay", Nothing, dialectCommand},
		{"star", "", "go on in Starlark; the names stay", Nothing, dialectCommand},
		{"history", "[N | WORDS]", "show the last N statements, or those with these words", Nothing, historyCommand},
		{"load", "FILE", "put a program on the prompt, to be changed and run", Files, loadCommand},
		{"edit", "[FILE]", "edit the last statement, or a program, in $EDITOR and run it", Files, editCommand},
		{"save", "[-f] FILE", "write the statements that raised nothing to a new file; -f replaces an old one", Files, saveCommand},
	}
}

// command returns the command of that name, or nil.
func command(name string) *Command {
	for _, c := range commands() {
		if c.Name == name {
			return &c
		}
	}
	return nil
}

// isCommand reports whether a line is one for a command: %name ..., ?x or x?.
func isCommand(line string) bool {
	line = strings.TrimSpace(line)
	if strings.ContainsRune(line, '\n') {
		return false
	}
	return strings.HasPrefix(line, "%") || asksHelp(line) != ""
}

// asksHelp returns the x of a line x? or ?x, or "". Python has no operator ?, but
// it may stand in a comment or a string.
func asksHelp(line string) string {
	x, after := strings.CutSuffix(line, "?")
	if !after {
		if x, after = strings.CutPrefix(line, "?"); !after {
			return ""
		}
	}
	x = strings.Trim(x, "? ")
	if x == "" || strings.ContainsAny(x, "#'\"\\") && !quoted(x) {
		return ""
	}
	return x
}

// quoted reports whether x is a simple string: "socket.bind".
func quoted(x string) bool {
	n := len(x)
	return n > 2 && (x[0] == '"' || x[0] == '\'') && x[n-1] == x[0] && !strings.ContainsAny(x[1:n-1], `'"\#`)
}

// errUsage is a command that was given the wrong arguments.
type errUsage struct{ c *Command }

func (e errUsage) Error() string {
	return strings.TrimRight("usage: %"+e.c.Name+" "+e.c.Args, " ")
}

// runLine does what a line for a command says.
func (s *Session) runLine(line string) {
	line = strings.TrimSpace(line)
	if x := asksHelp(line); x != "" && !strings.HasPrefix(line, "%") {
		s.help(x)
		return
	}
	name, args, _ := strings.Cut(strings.TrimPrefix(line, "%"), " ")
	c := command(name)
	if c == nil {
		s.complain(fmt.Errorf("no command %%%s; %%help lists them", name))
		return
	}
	s.called = c.Name
	if err := c.Run(s, strings.TrimSpace(args)); err != nil {
		s.complain(err)
	}
}

// complain shows an error of a command.
func (s *Session) complain(err error) { s.WriteError(err.Error() + "\n") }

// helpCommand is %help [COMMAND].
func helpCommand(s *Session, args string) error {
	if args != "" {
		c := command(strings.TrimPrefix(args, "%"))
		if c == nil {
			return fmt.Errorf("no command %%%s; %%help lists them", strings.TrimPrefix(args, "%"))
		}
		fmt.Fprintf(s.Out, "%%%s %s\n    %s\n", c.Name, c.Args, c.Help)
		return nil
	}
	widest := 0
	for _, c := range commands() {
		widest = max(widest, len(c.Name)+len(c.Args))
	}
	for _, c := range commands() {
		fmt.Fprintf(s.Out, "%%%-*s  %s\n", widest+1, c.Name+" "+c.Args, c.Help)
	}
	fmt.Fprintf(s.Out, "%-*s  %s\n", widest+2, "x?", "help on x, the same as help(x)")
	return nil
}
