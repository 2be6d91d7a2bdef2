package pysock

import (
	"errors"
	"os"
	"strings"

	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/help"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Session runs statements one after the other in the namespace of __main__,
// as Python's interactive mode does. All its methods are for the goroutine that
// Interact runs in, which is the interpreter's main thread.
type Session struct {
	r      *Runtime
	future syntax.Future // the features that statements have asked for
	ended  bool
	exit   *object.Exception // the SystemExit that ended it; nil for the end of the input
	jobs   []*Job
	mux    *mux // of the jobs, once there are any
}

// sessionPath is what tracebacks call the statements of a session.
const sessionPath = "<stdin>"

// interact runs a script, if there is one, and then f in a session in the
// script's namespace. The result is the exit status.
func (r *Runtime) interact(main Script, f func(*Session)) int {
	r.inspect, r.warned = true, make(map[string]bool)
	s := &Session{r: r}
	if main.empty() {
		d := r.cfg.Dialect
		if d == syntax.Auto {
			d = syntax.Python3
		}
		r.start(d, "")
		r.main.Live, r.mainMod.Live, r.mainMod.Names = nil, nil, nil
	} else if err := main.run(r); err != nil {
		if r.rt.Stdout == nil { // it never came to run
			return r.Report(err)
		}
		r.rt.Acquire(r.thread)
		s.told(err)
		r.rt.Release()
	}
	r.rt.Acquire(r.thread)
	f(s)
	s.end(s.jobs...)
	r.rt.Release()
	if s.exit != nil {
		return r.Report(object.Raise(s.exit))
	}
	return r.Report(nil)
}

// Runtime returns the interpreter.
func (s *Session) Runtime() *object.Runtime { return s.r.rt }

// Main returns the module whose namespace statements run in.
func (s *Session) Main() *object.Module { return s.r.mainMod }

// Dialect returns the language of what is typed.
func (s *Session) Dialect() syntax.Dialect { return s.r.rt.Dialect }

// Run runs a statement and shows its value or the exception that it raised. It
// returns false if there was one.
func (s *Session) Run(src string) bool { return s.Do(func() error { return s.run(src) }) }

// Do does what may raise an exception, which it shows: then it returns false.
func (s *Session) Do(f func() error) bool {
	err := s.safely(f)
	if err != nil && !s.leaves(err) {
		s.told(err)
	}
	s.Flush()
	return err == nil
}

// safely calls f. A fault of ours is an exception: the session goes on.
func (s *Session) safely(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = object.SystemError.Errorf("this is a fault of pysock's: %v", p)
		}
	}()
	return f()
}

// End ends the session: no more is to be run.
func (s *Session) End() { s.ended = true }

// Ended reports whether the session is over.
func (s *Session) Ended() bool { return s.ended }

func (s *Session) run(src string) error {
	r := s.r
	if r.rt.Dialect == syntax.Starlark {
		return r.runStarStatement(src)
	}
	if !strings.HasSuffix(src, "\n") {
		src += "\n"
	}
	f, err := r.parse(sessionPath, []byte(src), syntax.Options{Dialect: r.rt.Dialect, Mode: syntax.SingleMode, Text: true, Future: s.future})
	if err != nil {
		return r.syntaxError(err)
	}
	p, err := r.compile(f, []byte(src), compileOptions{open: true, interactive: true})
	if err != nil {
		return r.syntaxError(err)
	}
	s.future = f.Future
	r.typed = append(r.typed, madeTree{path: p.name, tree: f, ns: r.main, lines: strings.Split(src, "\n")})
	if _, err = r.run(r.thread, p, r.main, nil); err == nil {
		s.adviseOnValue(f)
	}
	return err
}

// leaves reports whether err is SystemExit, which ends the session.
func (s *Session) leaves(err error) bool {
	if !object.Is(err, object.SystemExit, s.r.rt.Dialect) {
		return false
	}
	s.exit, s.ended = s.r.thread.Exception(err), true
	return true
}

// told shows an exception by sys.excepthook.
func (s *Session) told(err error) {
	r := s.r
	e := r.thread.Exception(err)
	r.closeLine()
	if exit := r.uncaught(e); exit != nil {
		s.exit, s.ended = exit, true
	}
}

// About returns what help says of an expression, or of a name that isn't bound.
func (s *Session) About(x string) (string, error) {
	r := s.r
	v := starlark.Value(r.rt.Str(x))
	if value, err := s.value(x); err == nil {
		v = value
	} else if !object.Is(err, object.NameError, r.rt.Dialect) {
		return "", err
	}
	name, rest, dotted := strings.Cut(x, ".")
	if m, ok := r.mainMod.Get(name).(*object.Module); ok && dotted {
		x = m.Name + "." + rest
	}
	return help.About(r.thread, x, v)
}

// value returns the value of an expression.
func (s *Session) value(x string) (starlark.Value, error) {
	r := s.r
	if r.rt.Dialect == syntax.Starlark {
		return r.starValue(x)
	}
	c, err := r.code("eval", r.rt.Str(x), sessionPath, syntax.EvalMode, func() syntax.Future { return s.future }, nil)
	if err != nil {
		return nil, err
	}
	return r.runCode(r.thread, c, frame{r.main, r.main})
}

// Flush brings out what statements have printed.
func (s *Session) Flush() { s.r.closeLine() }

// Startup runs a file in the session's namespace before the first statement.
func (s *Session) Startup(path string) {
	src, err := os.ReadFile(path)
	if err != nil {
		s.r.writeError("Could not open PYTHONSTARTUP\n")
		s.told(object.OSFail(object.IOError, err, s.r.rt.Str(path)))
		return
	}
	if err := s.runFile(path, src); err != nil && !s.leaves(err) {
		s.told(err)
	}
	s.Flush()
}

// runFile runs a program in the session's namespace.
func (s *Session) runFile(path string, src []byte) error {
	r := s.r
	p, err := r.compileFile(path, src, r.rt.Dialect, compileOptions{open: true})
	if err != nil {
		return err
	}
	_, err = r.run(r.thread, p, r.main, nil)
	return err
}

// Prompts returns sys.ps1 and sys.ps2, which it sets if nobody has.
func (s *Session) Prompts() (ps1, ps2 string) {
	return s.prompt("ps1", ">>> "), s.prompt("ps2", "... ")
}

func (s *Session) prompt(name, usual string) string {
	sys := s.r.rt.Sys
	v := sys.Get(name)
	if v == nil {
		sys.Set(name, s.r.rt.Str(usual))
		return usual
	}
	text := object.Str(s.r.rt.Dialect, v)
	if s.r.thread.Failed() != nil {
		return ""
	}
	return text
}

// ErrInterrupted is what reading returns after Ctrl-C.
var ErrInterrupted = errors.New("interrupted")

// Reader returns a function that reads from a file which other processes may
// share, such as a terminal. While it waits, the session's other threads run and
// signals are handled; it may return ErrInterrupted.
func (s *Session) Reader(f *os.File) func(p []byte) (int, error) {
	read := file.Reader(f)
	return func(p []byte) (int, error) {
		for {
			n, err := read(s.r.thread, p)
			if err = s.interrupted(err); err != errHandled {
				return n, err
			}
		}
	}
}

// errHandled is a wait that a signal's handler has ended which the script set.
var errHandled = errors.New("handled")

// interrupted turns KeyboardInterrupt and SystemExit that a signal's handler has
// raised into ErrInterrupted. Other exceptions are shown, and the wait is to go on.
func (s *Session) interrupted(err error) error {
	var raised *object.Raised
	switch {
	case err == posix.EINTR:
		return errHandled
	case !errors.As(err, &raised):
		return err
	case s.leaves(err), object.Is(err, object.KeyboardInterrupt, s.r.rt.Dialect):
		return ErrInterrupted
	}
	s.told(err)
	return errHandled
}

// ReadLine reads a line from sys.stdin, where the statements of a session
// without a terminal come from. At the end it returns "".
func (s *Session) ReadLine() (string, error) {
	t := s.r.thread
	in, ok := s.r.rt.Sys.Get("stdin").(object.File)
	if !ok {
		in = s.r.rt.Stdin
	}
	for {
		line, err := in.Line(t, -1)
		if err = s.interrupted(err); err != errHandled {
			text, _ := object.AsText(line)
			return text, err
		}
	}
}

// WriteError writes to sys.stderr.
func (s *Session) WriteError(text string) { s.r.writeError(text) }
