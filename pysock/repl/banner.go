package repl

import (
	"fmt"

	"example.com/pysock/pysock/syntax"
)

// banner says what this is, and how to get help.
func (s *Session) banner(o Options) {
	language := map[syntax.Dialect]string{
		syntax.Python2: "Python 2.7", syntax.Python3: "Python 3.11", syntax.Starlark: "Starlark",
	}[s.Dialect()]
	s.WriteError(fmt.Sprintf("pysock %s: %s with its sockets, to try things out\n", o.Version, language))
	s.WriteError("help() leads on, x? tells of x, %help lists commands; Ctrl-D leaves\n")
}
