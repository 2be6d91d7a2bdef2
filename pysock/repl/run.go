package repl

import (
	"os"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/syntax"
)

// runCommand is %run FILE [ARGS].
func runCommand(s *Session, args string) error {
	words := split(args)
	if len(words) == 0 {
		return errUsage{command("run")}
	}
	src, err := os.ReadFile(words[0])
	if err != nil {
		return pysock.Unreadable(err)
	}
	s.RunFile(words[0], src, words)
	return nil
}

// dialectCommand is %py2, %py3 and %star.
func dialectCommand(s *Session, args string) error {
	if args != "" {
		return errUsage{command(s.called)}
	}
	s.SetDialect(map[string]syntax.Dialect{
		"py2": syntax.Python2, "py3": syntax.Python3, "star": syntax.Starlark,
	}[s.called])
	return nil
}
