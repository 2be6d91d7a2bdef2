package syntax

// Mode says what Parse expects to find.
type Mode uint8

// The modes, after those of Python's compile().
const (
	ExecMode   Mode = iota // a whole file: "exec"
	EvalMode               // one expression, surrounded by white space: "eval"
	SingleMode             // one interactive statement: "single"
)

// Options are what Parse can be told. The zero value reads a whole file in the
// dialect that it seems to be written in.
type Options struct {
	Dialect Dialect
	Mode    Mode
	Future  Future // features that are on from the start, as in exec'd code
	// Text is set when the source is text already (code typed or given to
	// exec as text): encoding declarations and byte-order marks are ignored.
	Text bool
	// Warn, if not nil, is told of things that were read in a lenient way,
	// such as typographic quotes; at most once a kind and file.
	Warn func(at Pos, msg string)
}

// ErrorKind says which of Python's exceptions an Error is.
type ErrorKind uint8

// The kinds of errors.
const (
	SyntaxError ErrorKind = iota
	IndentationError
	TabError
	ValueError // source code that contains null bytes, given as text
)

// Error is a source file's fault, as Python's SyntaxError tells it.
type Error struct {
	Kind ErrorKind
	Path string
	Span // End may be the zero Pos
	Msg  string
	Line string // the source line at Start, without its newline; "" if there is none
	// Incomplete is set when the source was fine as far as it went: more
	// input could complete it.
	Incomplete bool
}

// Error returns the message with its place.
func (e *Error) Error() string {
	return e.Path + ": " + e.Msg // the parser's author improves on this
}
