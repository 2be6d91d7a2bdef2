package syntax

import (
	"bytes"
	"strings"
)

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
	// Str is set when the source is a str of Python 2's, whose characters are
	// those of Latin-1 unless it declares an encoding, or bytes of Python 3's, which
	// need not be UTF-8 where no token is concerned.
	Str bool
	// Warn, if not nil, is told of things that were read in a lenient way,
	// such as typographic quotes; at most once a kind and file.
	Warn func(at Pos, msg string)
	// CharName, if not nil, knows the characters that \N{...} escapes name,
	// beyond the few that this package knows itself.
	CharName func(name string) (rune, bool)
	// Charset, if not nil, knows the encodings that a file may declare, beyond
	// the few that this package knows itself; nil is for one that there isn't.
	Charset func(name string) *Charset
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
	Span // End may be the zero Pos, or have a column of 0 or -1 where CPython gives that for none
	Msg  string
	Line string // the source line at Start, without its newline; "" if there is none
	// Unended is set when Line ends an expression that was given without a
	// newline at its end, as then Python shows none.
	Unended bool
	// Bare is set when Line is shown without its newline all the same.
	Bare bool
	// Held, if not "", is shown instead of Line where the source is no file's: what
	// the tokenizer had before it.
	Held string
	// inField is set when Line is a field of an f-string, alone.
	inField bool
	// after is set when the error is of the strings before the token at Start, and
	// ended if that is the end of the line.
	after, ended bool
	// early is set when it counts as soon as it is found, on whichever way the grammar goes.
	early bool
	// parsed is set when the grammar had nothing against what it read.
	parsed bool
	// Incomplete is set when the source was fine as far as it went: more
	// input could complete it.
	Incomplete bool
	// Symbols is set when the grammar had nothing against it, but what a
	// function does with its names, or with return and yield.
	Symbols bool
	// Compiled is set when the compiler found it, later still. It doesn't have
	// the source any more, but for a file's.
	Compiled bool
	// Bytes is set where offset and end_offset count bytes: see bytewise.
	Bytes bool
	// scanned is set of what the tokenizer says.
	scanned bool
	// NoEnd is set where end_offset is None.
	NoEnd bool
	// Old is what Python 2 says, of an error in a source of its own.
	Old *Old
}

// Parse reads a source file. The error, if any, is an *Error; the first one is
// the only one.
//
// With Dialect Auto it also decides between Python 2 and Python 3, see Detect.
func Parse(path string, src []byte, opts Options) (*File, error) {
	if opts.Dialect != Auto {
		f, lax, err := parseAs(path, src, opts)
		if err != nil {
			return nil, err
		}
		opts.warn(lax)
		return f, nil
	}
	f, lax, _, _, err := detect(path, src, opts)
	if err != nil {
		return nil, err
	}
	opts.warn(lax)
	return f, nil
}

func (o *Options) warn(lax []laxity) {
	if o.Warn != nil {
		for _, l := range lax {
			o.Warn(l.at, l.msg)
		}
	}
}

// parseAs reads a file whose dialect is known.
func parseAs(path string, src []byte, opts Options) (*File, []laxity, *Error) {
	py2 := opts.Dialect == Python2
	text, enc, err := decode(path, src, py2, &opts)
	if err != nil {
		return nil, nil, err
	}
	s := newScanner(path, text, py2)
	s.single, s.open, s.charset = opts.Mode == SingleMode, opts.Mode != ExecMode, opts.Charset
	s.scan()
	p := &parser{
		s: s, src: text, toks: s.toks, py2: py2, enc: enc,
		initial: opts.Future, future: opts.Future, charName: opts.CharName, charset: opts.Charset,
	}
	p.latin = opts.Str && py2 && enc == charsets["latin-1"]
	p.lines = !opts.Text && !opts.Str && path != "<string>"
	p.seek(0)
	if py2 {
		p.unicodeLiterals()
	}
	f := &File{Path: path, Dialect: opts.Dialect}
	p.applyFuture()
	if err := p.parse(func() { p.file(f, opts.Mode) }); err != nil {
		if py2 {
			err.Old = p.old(opts.Mode)
		}
		err.Unended = opts.Mode != ExecMode && !err.inField && int(err.Start.Line) == 1+strings.Count(text, "\n")
		if err.Unended && err.ended {
			err.Start.Col, err.End.Col = err.End.Col-1, -1
		}
		if k := p.kind; err.Unended && err.Msg == "invalid syntax" && (k == tNewline || k == tEOF) {
			err.Start.Col, err.End.Col = 0, 0 // the end that it lacks is nowhere
			if text == "" {
				err.Span = Span{}
			}
		}
		err.Bytes = err.Bytes || !err.scanned && bytewise(src, opts)
		return nil, nil, err
	}
	if p.refused != nil {
		p.refused.Old = inTree(p.refused)
		return nil, nil, p.refused
	}
	f.Future = p.future
	p.warnings = append(s.suspects(), p.warnings...)
	if err := check(p, f, opts.Mode); err != nil {
		if py2 && !err.Symbols {
			err.Old = inTree(err)
		}
		err.Bytes = !py2
		return nil, nil, err
	}
	f.Warnings = p.warnings
	return f, s.lax, nil
}

// bytewise reports whether CPython 3's parser tells places in bytes: those of a source that
// doesn't declare its encoding. (The compiler always does, the tokenizer mostly doesn't.)
func bytewise(src []byte, opts Options) bool {
	return opts.Dialect != Python2 && !opts.Text && !bytes.HasPrefix(src, []byte("\ufeff")) && declaration(src) == ""
}

// A parser turns tokens into a tree, by recursive descent.
type parser struct {
	s    *scanner
	src  string
	toks []token
	i    int  // the current token
	kind kind // its kind
	py2  bool
	// diag is set in the second run, which looks for the cause of a failure.
	diag    bool
	far     int    // the last token at which something failed
	stuck   int    // far, at the end of the first run
	found   *Error // what the parser found, if it ended with an error; it may be nil
	refused *Error // the first error in the tree, in Python 2
	latin   bool   // the source is bytes of no known encoding
	lines   bool   // it is a file, which Python 2 reads line by line
	reached bool   // it got to the scanner's error, if only in a try
	// tried is the error, if it had words, by which the last try failed.
	tried *Error
	// depth is how deep the calls are nested.
	depth    int
	lineEnd  Pos // where the last line of simple statements ended
	enc      *Charset
	initial  Future
	future   Future
	charName func(string) (rune, bool)
	charset  func(string) *Charset
	stack    []Expr // expressions on their way into a list
	nodes    arena
	literals map[string]string
	warnings []Warning
	// searched holds the names at which legacy has been, known the starts of the expressions
	// that part has read.
	searched, known map[int]bool
	// partial is set where an operator may lack its operand: the expression ends before it.
	partial bool
}

// maxDepth bounds the nesting of expressions, and with it the depth of calls in
// the parser and whatever else walks the tree; maxChain bounds the length of
// a + b + c ..., whose tree is as deep as it is long.
const (
	maxDepth = 1500
	maxChain = 20000
)

func (p *parser) seek(i int) {
	p.far = max(p.far, p.i)
	p.i = i
	p.kind = p.toks[i].kind
}

func (p *parser) next() {
	p.i++
	p.kind = p.toks[p.i].kind
}

// peek returns the kind of the n-th token from here.
func (p *parser) peek(n int) kind {
	if p.i+n < len(p.toks) {
		return p.toks[p.i+n].kind
	}
	return tEOF
}

// got passes over the current token if it is a k.
func (p *parser) got(k kind) bool {
	if p.kind != k {
		return false
	}
	p.next()
	return true
}

// want passes over the current token, which must be a k.
func (p *parser) want(k kind) {
	if p.kind != k {
		p.fail()
	}
	p.next()
}

// text returns the source of the current token.
func (p *parser) text() string {
	t := &p.toks[p.i]
	return p.src[t.start:t.end]
}

// pos returns the start of the current token.
func (p *parser) pos() Pos {
	t := &p.toks[p.i]
	return Pos{t.line, t.start - p.s.lines[t.line-1] + 1}
}

// end returns the end of the token before.
func (p *parser) end() Pos {
	if p.i == 0 {
		return p.pos()
	}
	return p.endOf(&p.toks[p.i-1])
}

// span returns the place of the current token, as the base of an expression.
func (p *parser) span() expr { return expr{p.tokenSpan(p.i)} }

// from returns the place from start up to the current token.
func (p *parser) from(start Pos) expr { return expr{Span{start, p.end()}} }

func (p *parser) stmtFrom(start Pos) stmt { return stmt{Span{start, p.end()}} }

// enter counts a level of nesting; leave takes it back.
func (p *parser) enter() {
	if p.depth++; p.depth > maxDepth {
		p.raiseHere("parser stack overflow - expression is nested too deeply")
	}
}

func (p *parser) leave() { p.depth-- }

// name passes over a name and returns it.
func (p *parser) name() string {
	if p.kind != tName {
		p.fail()
	}
	s := p.ident()
	p.next()
	return s
}

// ident returns the name at the current token.
func (p *parser) ident() string {
	s := p.text()
	if !p.py2 {
		s = normalize(s)
	}
	return s
}

// take removes the expressions above mark from the stack and returns them.
func (p *parser) take(mark int) []Expr {
	if len(p.stack) == mark {
		return nil
	}
	xs := append(p.nodes.exprs(len(p.stack)-mark), p.stack[mark:]...)
	p.stack = p.stack[:mark]
	return xs
}

func (p *parser) push(x Expr) { p.stack = append(p.stack, x) }

// file reads what the mode asks for.
func (p *parser) file(f *File, mode Mode) {
	f.Start = Pos{1, 1}
	switch mode {
	case EvalMode:
		start := p.pos()
		x := p.listOf((*parser).expression)
		for p.got(tNewline) || p.got(tDedent) {
		}
		if p.kind != tEOF {
			p.fail()
		}
		f.Body = []Stmt{&ExprStmt{stmt: stmt{Span{start, x.Bounds().End}}, X: x}}
	case SingleMode:
		for p.got(tNewline) {
		}
		block := compound[p.kind] != nil
		if p.kind != tEOF {
			f.Body = p.statement(nil)
			if _, ok := f.Body[0].(*Match); ok {
				block = true
			}
		}
		if p.py2 {
			p.endSingle2(block)
			break
		}
		p.endSingle(block)
	default:
		for p.kind != tEOF {
			f.Body = p.statement(f.Body)
		}
	}
	f.End = p.pos()
}

// endSingle ends "single" input. After a compound statement must come a newline: the end of the
// file counts as one, unless it has just ended the statement's line. After a line nothing may
// come but comments; the rest isn't read.
func (p *parser) endSingle(block bool) {
	last := max(p.i-1, 0)
	switch {
	case !block && p.kind != tEOF:
		err := p.newError(SyntaxError, p.newlineSpan(last), "multiple statements found while compiling a single statement")
		err.parsed = true
		p.far = last
		panic(bailout{err})
	case block && (p.kind != tEOF || p.toks[last].kind == tNewline && int(p.toks[last].start) >= len(p.src)):
		p.fail()
	}
}
