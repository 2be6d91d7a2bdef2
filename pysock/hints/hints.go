// Package hints gives one line of advice on the usual mistakes of network
// programs, to be printed under a traceback.
//
// It knows nothing of the interpreter: whoever asks describes what happened as a
// Case. The mistakes are rows of tables, one a file: system calls (system.go),
// names and addresses (names.go), values (values.go), the two Pythons
// (pythons.go), syntax (source.go). A row says by what an exception is known and
// what is to be done; the first row that has something to say is taken. What the
// system tells of its sockets, for instance who holds a port, is asked for only then
// (ports.go).
//
// An advice is true wherever it can be shown, or says "perhaps" in other words.
// It names what to write, in the user's own terms where the source is at hand.
package hints

import (
	"fmt"
	"net/netip"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
)

// A Case is an exception that somebody is told of, and what is known around it.
// All but Classes and Message may be missing.
type Case struct {
	Dialect syntax.Dialect
	Session bool // typed at a prompt, not read from a file

	// Classes are the names of the exception's class and of those it derives
	// from, without their modules.
	Classes []string
	Number  int    // errno, or that of a gaierror
	Message string // str(e), without the number

	// Operation is the socket's call that failed.
	Operation *Operation
	// Node is what was being evaluated; Around are the nodes that it lies in,
	// from the file inwards.
	Node   syntax.Node
	Around []syntax.Node
	// Text returns the source of a node, "" where it isn't known.
	Text func(syntax.Node) string
	// Line is the source line that a SyntaxError is about. Fuller is what Python 3 says of one where
	// Python 2 says less.
	Line, Fuller string
	// Has reports whether the interpreter has a module; File is where a module
	// was imported from.
	Has  func(module string) bool
	File func(module string) string
}

// An Operation is a call on a socket that failed, and the socket as it was then.
type Operation struct {
	Name    string // of the method
	Network string // "tcp", "udp", "unix", or "" for any other
	IPv6    bool

	// The address that the call was given: host and port, or path.
	Host string
	Port int
	Path string

	Closed, Listening bool
	Local, Peer       netip.AddrPort
	Timeout           time.Duration // below zero: none
	Own               string        // the socket of this process that has the address, described
}

// A row is one mistake. All that it gives must hold; class and pattern may be
// missing.
type row struct {
	name    string // of the mistake, for tests
	dialect syntax.Dialect
	class   string // the exception's class or one that it derives from, in either Python
	number  int    // errno
	pattern string // a regular expression for all of the message
	say     func(c *Case, m []string) string
}

// tables are asked in this order. They are made when the first advice is wanted.
var tables = sync.OnceValue(func() [][]row { return [][]row{system(), names(), values(), pythons(), source()} })

// For returns the advice on a case, "" if there is none.
func For(c *Case) string {
	if c.Text == nil {
		c.Text = func(syntax.Node) string { return "" }
	}
	if c.Has == nil {
		c.Has = func(string) bool { return false }
	}
	if c.File == nil {
		c.File = func(string) string { return "" }
	}
	for _, t := range tables() {
		for i := range t {
			if s := t[i].advice(c); s != "" {
				return s
			}
		}
	}
	return ""
}

func (r *row) advice(c *Case) string {
	if r.dialect != syntax.Auto && r.dialect != c.Dialect || r.number != 0 && r.number != c.Number ||
		r.class != "" && !slices.Contains(c.Classes, r.class) {
		return ""
	}
	m := []string{c.Message}
	if r.pattern != "" {
		re, err := regexp.Compile("^(?s:" + r.pattern + ")$")
		if err != nil {
			return ""
		}
		if m = re.FindStringSubmatch(c.Message); m == nil {
			return ""
		}
	}
	return r.say(c, m)
}

// is makes an advice of fixed words; $1 stands for a submatch of the pattern.
func is(words string) func(c *Case, m []string) string {
	return func(_ *Case, m []string) string {
		s := words
		for i := len(m) - 1; i > 0; i-- {
			s = strings.ReplaceAll(s, fmt.Sprintf("$%d", i), m[i])
		}
		return s
	}
}

// errno makes a number of one of the system's.
func errno(e posix.Errno) int { return int(e) }

// method returns the name of the socket's method that failed: what the socket
// tells, or else what the source calls.
func (c *Case) method() string {
	if c.Operation != nil {
		return c.Operation.Name
	}
	_, name := c.called()
	return name
}

// call returns the call that failed, or nil.
func (c *Case) call() *syntax.Call {
	if call, ok := c.Node.(*syntax.Call); ok {
		return call
	}
	return nil
}

// called returns the source of what a method was called on, "" for a plain
// function, and the method's or function's name.
func (c *Case) called() (on, name string) {
	call := c.call()
	if call == nil {
		return "", ""
	}
	switch f := call.Func.(type) {
	case *syntax.Attribute:
		return c.Text(f.X), f.Name
	case *syntax.Name:
		return "", f.Id
	}
	return "", ""
}

// self is how the user calls the socket.
func (c *Case) self() string {
	if on, _ := c.called(); on != "" && len(on) <= 20 {
		return on
	}
	return "s"
}

func (c *Case) py2() bool { return c.Dialect == syntax.Python2 }

// host is the host of an address for display.
func host(s string) string {
	if s == "" {
		return "this machine"
	}
	return s
}
