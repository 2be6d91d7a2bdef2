package hints_test

import (
	"bytes"
	"testing"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/syntax"
)

// TestSession gives advice on what is typed, in the words of a session.
func TestSession(t *testing.T) {
	for _, x := range []struct {
		d          syntax.Dialect
		stmt, want string
	}{
		{syntax.Python3, "print 'x'", `(?s).*\nhint: print is a function in Python 3: print\(\.\.\.\); %py2 switches this session to Python 2\n$`},
		{syntax.Python2, "import queue", `(?s).*\nhint: Python 2 calls it Queue: import Queue; %py3 switches this session to Python 3\n$`},
		{syntax.Python3, "s.bind('localhost', 80)", `(?s).*\nhint: .*: s\.bind\(\('localhost', 80\)\)\n$`},
		{syntax.Python3, "s.close", `^<.*>\nhint: close is a function; it is called with parentheses: s\.close\(\.\.\.\)\n$`},
		{syntax.Python2, "socket.gethostname", `^<.*>\nhint: gethostname is a function; .*: socket\.gethostname\(\.\.\.\)\n$`},
		{syntax.Python3, "len", `^<[^\n]*>\n$`},
		{syntax.Python3, "s.family", `^[^\n]*\n$`},
		{syntax.Python3, "s.close()", `^$`},
		{syntax.Python3, "socket.socket", `^<[^\n]*>\n$`},
	} {
		var out bytes.Buffer
		g := &pysock.Group{Config: pysock.Config{Dialect: x.d, Stdout: &out, Stderr: &out, Hints: true}}
		g.Run(pysock.Script{Interact: func(s *pysock.Session) {
			s.Run("import socket; s = socket.socket()\n")
			s.Run(x.stmt + "\n")
		}})
		wants(t, out.String(), x.want)
	}
}
