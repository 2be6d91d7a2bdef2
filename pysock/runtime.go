package pysock

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/help"
	"example.com/pysock/pysock/lib"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Config says how a Runtime meets the world. The zero Config reads nothing,
// discards what is printed, and finds out the dialect of the script it runs.
type Config struct {
	Dialect  syntax.Dialect // Auto: as the script seems to be written
	Args     []string       // sys.argv; the script's name first
	Path     []string       // further folders to import from
	Stdin    io.Reader
	Stdout   io.Writer
	Stderr   io.Writer
	Warnings []string // sys.warnoptions: what -W says
	// EnvironWarnings are those that PYTHONWARNINGS says; they come first in
	// Python 3 and last in Python 2.
	EnvironWarnings []string
	// Encoding and Errors, if not "", are those of the standard streams: what
	// PYTHONIOENCODING says.
	Encoding, Errors string
	Unbuffered       bool // hold nothing back of what Stdout gets: -u
	// Flags are what sys.flags shows that isn't as usual. With safe_path the
	// folder of the script isn't on sys.path.
	Flags  map[string]int
	Colour bool // show exceptions in colour
	// OwnsProcess says that the process is there for the script: signals that
	// it doesn't handle do what they do to any process.
	OwnsProcess bool
	// Hints says that a line of advice is written under the tracebacks of usual
	// mistakes.
	Hints bool
	// Executable is sys.executable.
	Executable string
	// Screen, if not nil, tells of the terminal that Stdout leads to: how many
	// columns and lines it has, and whether it shows colours. It need not be
	// set where Stdout is the terminal's file.
	Screen func() (columns, lines int, colour bool)
	// Up, if not nil, is called once when the script first waits for
	// something, listens, or is bound to an address.
	Up func()

	// Typed, if not nil, is called when a line has been typed at the terminal that
	// Stdin is.
	Typed func()
}

// A Runtime is one Python interpreter. Its methods are for one goroutine at a
// time, but Interrupt may be called from any.
type Runtime struct {
	cfg     Config
	rt      *object.Runtime
	thread  *object.Thread
	main    *object.Namespace // of the module __main__
	mainMod *object.Module
	slots   map[string]*starlark.Value // what Starlark keeps of the variables of Python 2's __main__; see endMain
	bound   func() []string            // the names that the text of the main script binds

	analyzed *scope.Info // of the file that an error came from last
	stderr   io.Writer
	top      *starlark.Function         // the main script's code, once somebody has asked
	topVars  map[string]*starlark.Value // its variables
	left     []string                   // the names that it had bound when it failed, if nobody had
	script   string                     // the main script's file, as its folder's on sys.path names it
	folder   bool                       // the script is __main__.py of a folder that was named

	needs   map[string]starlark.Value // see need
	funcs   map[string]function
	enter   *object.MethodCache // of with statements
	exit    *object.MethodCache
	plain   map[string]starlark.Callable // built-ins that addRevealed replaced
	sources map[string]source
	made    []madeTree      // the last ones
	typed   []madeTree      // the statements of a session
	inspect bool            // a session follows in the script's namespace
	ahead   []byte          // what a session has read and not used
	warned  map[string]bool // what a session has been told of its source
	value   starlark.Value  // of the last expression compiled in eval mode
	killed  bool            // SIGINT is to end the process: see end
	ended   bool
	unfit   error // what of the Config scripts can't run with

	importer *object.Func // the built-in __import__
}

// New returns a runtime. Its dialect is decided by the first script that it
// runs, if the Config leaves it open.
func New(cfg Config) *Runtime {
	r := &Runtime{cfg: cfg, sources: make(map[string]source)}
	r.stderr = cfg.Stderr
	if r.stderr == nil {
		r.stderr = io.Discard
	}
	rt := &object.Runtime{
		Argv:       cfg.Args,
		Executable: cfg.Executable,
		Up:         cfg.Up,
		Flags:      cfg.Flags,
	}
	rt.Flush = r.flush
	rt.Screen = r.cfg.screen
	rt.GetItem = func(x, k starlark.Value) (starlark.Value, error) { return builtins.GetItem(rt, x, k) }
	rt.Explain = r.explain
	rt.Locate = r.locate
	rt.Globals = func(file string) *object.Dict {
		if m := r.moduleOf(file); m != r.mainMod {
			return m.Dict
		}
		return r.main.GlobalDict()
	}
	rt.Format = r.printException
	if cfg.Hints {
		rt.Advice = r.advice
	}
	rt.ThreadStarts = func() { r.liveGlobals() }
	rt.OwnsProcess, rt.Complain = cfg.OwnsProcess, r.complain
	rt.Unhandled, rt.Deadlocked = r.unhandled, r.deadlocked
	rt.Unraisable, rt.Unawaited = r.unraisable, r.unawaited
	rt.Iter, rt.Next = builtins.Iter, builtins.Next
	rt.Import = func(t *object.Thread, name string) (starlark.Value, error) {
		m, _, err := r.importAbsolute(t, name)
		return m, err
	}
	r.rt = rt
	r.thread = object.NewThread(rt, "MainThread")
	return r
}

// start makes what depends on the dialect: the built-ins and module sys.
func (r *Runtime) start(d syntax.Dialect, dir string) {
	rt := r.rt
	rt.Dialect = d
	if rt.OwnsProcess {
		lib.TakeProcess(rt)
	}
	r.needs = make(map[string]starlark.Value)
	rt.Modules = new(object.Dict)
	rt.Builtins = builtins.New(rt)
	var ahead *[]byte
	if r.inspect {
		ahead = &r.ahead
	}
	rt.Stdin = file.Stdin(rt, r.cfg.Stdin, r.cfg.Typed, ahead)
	out := r.cfg.Stdout
	if out == nil {
		out = io.Discard
	}
	rt.Stdout = file.Stdout(rt, out)
	rt.Stderr = file.Stderr(rt, r.stderr)
	rt.Path = slices.Clone(r.cfg.Path)
	if r.cfg.Flags["safe_path"] == 0 {
		rt.Path = slices.Insert(rt.Path, 0, dir)
	}
	rt.Sys = lib.Lookup(d, "sys")(rt)
	rt.Modules.SetString("sys", rt.Sys)
	rt.Sys.Set("builtin_module_names", lib.Builtin(rt))
	hooks := map[string]function{"excepthook": r.excepthook, "displayhook": r.displayhook}
	if d != syntax.Python2 {
		hooks["unraisablehook"] = r.unraisableHook
	}
	for name, f := range hooks {
		hook := &object.Func{FuncName: name, Module: "sys", Function: f}
		rt.Sys.Set(name, hook)
		rt.Sys.Set("__"+name+"__", hook)
	}
	options := slices.Concat(r.cfg.EnvironWarnings, r.cfg.Warnings)
	if d == syntax.Python2 {
		options = slices.Concat(r.cfg.Warnings, r.cfg.EnvironWarnings)
	}
	var warnings []starlark.Value
	for _, w := range options {
		warnings = append(warnings, rt.Str(object.DecodeArg(d, w)))
	}
	rt.Sys.Set("warnoptions", rt.List(warnings))
	rt.Modules.SetString(rt.Builtins.Name, rt.Builtins)

	m := object.NewModule(rt, "__main__", "", nil)
	m.Set("__package__", starlark.None)
	if r.folder {
		m.Set("__package__", rt.Str(""))
	}
	if d != syntax.Python2 {
		m.Set("__loader__", starlark.None)
		m.Set("__spec__", starlark.None)
		m.Set("__annotations__", new(object.Dict))
	}
	m.Set("__builtins__", rt.Builtins)
	r.mainMod = m
	r.main = object.NewNamespace(rt, m.Dict, m)
	r.main.Live = r.live
	m.Live = r.live
	m.Names = r.liveNames
	rt.Modules.SetString("__main__", m)
	r.addRevealed()
	builtins.AddIO(rt)
	file.Add(rt)
	builtins.AddInteractive(rt)
	help.Add(rt)
	builtins.Arrange(rt)
	if r.cfg.Encoding != "" || r.cfg.Errors != "" {
		r.unfit = file.SetStdEncoding(rt, r.cfg.Encoding, r.cfg.Errors)
	}
	if r.cfg.Unbuffered {
		file.SetUnbuffered(rt)
	}
}

// screen is Config.Screen, or tells of the terminal that Stdout is.
func (cfg *Config) screen() (columns, lines int, colour bool) {
	if cfg.Screen != nil {
		return cfg.Screen()
	}
	f, ok := cfg.Stdout.(*os.File)
	if !ok || !posix.IsTerminal(posix.Descriptor(f)) {
		return 0, 0, false
	}
	columns, lines, _ = posix.TerminalSize(posix.Descriptor(f)) // 0 if it doesn't know
	term := os.Getenv("TERM")
	return columns, lines, os.Getenv("NO_COLOR") == "" && term != "dumb" && term != ""
}

// liveGlobals returns where Starlark keeps the main script's variables.
func (r *Runtime) liveGlobals() map[string]*starlark.Value {
	star := r.rt.Main.Star
	if depth := star.CallStackDepth(); depth > 0 {
		// Once it is set it stays: threads may outlive the main script's code.
		if top, _ := star.DebugFrame(depth - 1).Callable().(*starlark.Function); top != r.top {
			r.top, r.topVars = top, nil
		}
	}
	if r.top == nil {
		return nil
	}
	if r.topVars == nil {
		r.topVars = object.GlobalSlots(r.top)
		for name := range r.topVars {
			if strings.ContainsAny(name, "@#") {
				delete(r.topVars, name)
			}
		}
	}
	return r.topVars
}

func (r *Runtime) live(name string) starlark.Value {
	if v := r.liveGlobals()[name]; v != nil {
		return *v
	}
	return nil
}

// liveNames are their names, in the order in which the script's text binds them.
func (r *Runtime) liveNames() []string {
	if r.bound == nil {
		return nil
	}
	vars := r.liveGlobals()
	return r.boundIn(func(name string) bool { v := vars[name]; return v != nil && *v != nil })
}

// boundIn returns those of the names that the main script's text binds that has
// tells are bound.
func (r *Runtime) boundIn(has func(name string) bool) []string {
	var names []string
	for _, name := range r.bound() {
		if has(name) {
			names = append(names, name)
		}
	}
	return names
}

// flush brings out what the script has printed.
func (r *Runtime) flush() {
	if r.rt.Stdout != nil {
		r.rt.Stdout.FlushAll(r.rt.Current())
	}
}

// Interrupt does what Ctrl-C does to a script. It may be called from any
// goroutine.
func (r *Runtime) Interrupt() { r.rt.Interrupt() }

// RunFile runs the script in a file. The error, if any, is what ended it; see
// Report.
func (r *Runtime) RunFile(path string) error {
	main, err := mainFile(path)
	if err != nil {
		return err
	}
	src, err := os.ReadFile(main)
	if err != nil {
		return err
	}
	r.folder = main != path
	return r.RunSource(main, src)
}

// mainFile is the file to run for a path: a folder's program is its __main__.py.
func mainFile(path string) (string, error) {
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return path, nil // what is wrong with it, reading it tells
	}
	main := filepath.Join(path, "__main__.py")
	if _, err := os.Stat(main); err != nil {
		return "", errNoMain(path)
	}
	return main, nil
}

// errNoMain is a folder without a program.
type errNoMain string

func (e errNoMain) Error() string {
	return fmt.Sprintf("can't find '__main__' module in '%s'", string(e))
}

// RunSource runs a script; path names it in tracebacks, and its folder is where
// it imports from. "<string>" and "<stdin>" stand for a script without a file.
func (r *Runtime) RunSource(path string, src []byte) error {
	if strings.HasSuffix(path, ".star") && r.cfg.Dialect == syntax.Auto || r.cfg.Dialect == syntax.Starlark {
		return r.runStar(path, src)
	}
	f, err := r.parse(path, src, syntax.Options{Dialect: r.cfg.Dialect})
	d := r.cfg.Dialect
	if f != nil {
		d = f.Dialect
	}
	if d == syntax.Auto {
		d = syntax.Python3
	}
	path = shownPath(path, d, f, err)
	dir := ""
	named := !strings.HasPrefix(path, "<")
	if named {
		dir = scriptDir(path)
		r.script = filepath.Join(dir, filepath.Base(path))
	}
	r.start(d, dir)
	r.rt.Acquire(r.thread)
	defer r.rt.Release()
	if err != nil {
		return r.syntaxError(err)
	}
	if named {
		r.mainMod.Set("__file__", r.rt.Str(object.DecodeArg(d, path)))
		if d != syntax.Python2 {
			r.mainMod.Set("__cached__", starlark.None)
		}
		r.sources[path] = source{src: src, dialect: d, tree: f}
	}
	return r.runMain(f, src)
}

// shownPath is how a main script's path shows in __file__ and in tracebacks,
// those of the tree or error that parsing it has given too: absolute in Python 3.
func shownPath(path string, d syntax.Dialect, f *syntax.File, err error) string {
	if d == syntax.Python2 || strings.HasPrefix(path, "<") || filepath.IsAbs(path) {
		return path
	}
	wd, wdErr := os.Getwd()
	if wdErr != nil {
		return path
	}
	path = strings.TrimSuffix(wd, "/") + "/" + path // not cleaned, as in CPython
	if f != nil {
		f.Path = path
	}
	var e *syntax.Error
	if errors.As(err, &e) {
		e.Msg = strings.Replace(e.Msg, "in file "+e.Path+" on", "in file "+path+" on", 1)
		e.Path = path
	}
	return path
}

// runMain runs a script as the module __main__.
func (r *Runtime) runMain(f *syntax.File, src []byte) error {
	p, err := r.compile(f, src, compileOptions{open: r.inspect})
	if err != nil {
		return r.syntaxError(err)
	}
	if p.open {
		r.main.Live, r.mainMod.Live, r.mainMod.Names = nil, nil, nil
	}
	r.bound = p.unit.info.Module.FirstBound
	if r.tree(f.Path) == nil {
		r.keepMade(p.name, f)
	}
	if p.doc != nil {
		r.mainMod.Set("__doc__", r.constant(p.doc))
	}
	if r.unfit != nil {
		return r.unfit
	}
	if r.cfg.Warnings != nil || r.cfg.EnvironWarnings != nil {
		if _, _, err := r.importAbsolute(r.thread, "warnings"); err != nil {
			return err
		}
	}
	vars, err := r.run(r.thread, p, r.main, nil)
	if err != nil && r.top == nil {
		r.left = r.boundIn(vars.Has)
	}
	if r.rt.Dialect == syntax.Python2 && r.rt.Suspended() {
		r.keepSlots(f.Path, vars)
	}
	return err
}

// keepSlots has endMain find the variables vars of the main script, by one of its
// functions.
func (r *Runtime) keepSlots(path string, vars starlark.StringDict) {
	for _, v := range vars {
		if f, ok := v.(*starlark.Function); ok && f.Position().Filename() == path {
			r.slots = object.GlobalSlots(f)
			return
		}
	}
}

// endMain is what Python 2 does first to the variables of the main module.
func (r *Runtime) endMain() {
	if r.rt.Dialect == syntax.Python2 && r.rt.Suspended() {
		r.rt.EndMain(r.mainMod, r.slots)
	}
}

// scriptDir is the folder that a script imports from first.
func scriptDir(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	dir := filepath.Dir(path)
	if abs, err := filepath.Abs(dir); err == nil {
		return abs
	}
	return dir
}

// Check compiles a script without running it.
func (r *Runtime) Check(path string) error {
	src, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if strings.HasSuffix(path, ".star") && r.cfg.Dialect == syntax.Auto || r.cfg.Dialect == syntax.Starlark {
		return r.checkStar(path, src)
	}
	f, err := r.parse(path, src, syntax.Options{Dialect: r.cfg.Dialect})
	d := syntax.Python3
	if f != nil {
		d = f.Dialect
	}
	r.start(d, "")
	r.rt.Acquire(r.thread)
	defer r.rt.Release()
	if err == nil {
		_, err = r.compile(f, src, compileOptions{})
	}
	if err != nil {
		return r.syntaxError(err)
	}
	return nil
}

// The exit statuses of a script that doesn't choose one itself.
const (
	statusFailed      = 1
	statusNoFile      = 2
	statusOutputLost  = 120
	statusInterrupted = 130
)

// Report brings out all output, writes the traceback of what ended a script,
// and returns the exit status that CPython would have. A shell sees status 130 of
// one that SIGINT ended. err is what RunFile or
// RunSource returned.
func (r *Runtime) Report(err error) int {
	if err != nil && r.rt.Stdout == nil { // it never came to run
		fmt.Fprintf(r.stderr, "pysock: %s\n", cannotOpen(err))
		if _, ok := err.(errNoMain); ok {
			return statusFailed
		}
		return statusNoFile
	}
	if r.rt.Stdout == nil {
		return 0
	}
	if err, ok := err.(errNotRunnable); ok {
		fmt.Fprintf(r.stderr, "pysock: %s\n", err)
		return r.finish(statusFailed)
	}
	r.rt.Acquire(r.thread) // printing may call the script's own methods
	defer r.rt.Release()
	if err == nil {
		return r.finish(0)
	}
	e := r.thread.Exception(err)
	c, d := e.Class(), r.rt.Dialect
	if c.IsSubclass(object.SystemExit.Class(d)) {
		return r.finish(r.exitStatus(e))
	}
	r.closeLine()
	if exit := r.uncaught(e); exit != nil {
		return r.finish(r.exitStatus(exit))
	}
	if d != syntax.Python2 && c == object.KeyboardInterrupt.Class(d) { // not a subclass
		r.killed = r.rt.OwnsProcess
		r.finish(0)
		return statusInterrupted
	}
	return r.finish(statusFailed)
}

// Unreadable is an error of a file that a user named, in words for that user.
func Unreadable(err error) error { return errors.New(cannotOpen(err)) }

// cannotOpen is the message for a script that can't be read.
func cannotOpen(err error) string {
	var p *os.PathError
	if errors.As(err, &p) {
		r := object.OSFail(object.IOError, p.Err, nil)
		return fmt.Sprintf("can't open file '%s': [Errno %d] %s", p.Path, int(r.Errno()), object.Strerror(r.Errno()))
	}
	return err.Error()
}

// finish ends the output of a script that ends with a status.
func (r *Runtime) finish(status int) int {
	if r.ended {
		return status
	}
	r.ended = true
	r.shutThreads()
	r.atExit()
	r.rt.StopThreads()
	r.rt.FinalizeAll()
	r.endMain()
	r.rt.CloseGenerators()
	r.rt.Close()
	return r.outputLost(r.closeLine(), status)
}

// Close waits until nothing is left of the runtime but memory: no goroutine and
// no descriptor. Report, or Close if nobody has called it, has ended all that
// the script left; but a thread that was held up by the system may take its
// time. After a while Close gives up, and reports false.
func (r *Runtime) Close() bool {
	if r.rt.Stdout == nil { // it never came to run
		return true
	}
	if !r.ended {
		r.Report(nil)
	}
	return r.rt.WaitThreads(closeTime)
}

// closeTime is how long Close waits for threads.
const closeTime = 2 * time.Second

// closeLine brings out what the script has printed. In Python 2, a line that
// print left open is closed.
func (r *Runtime) closeLine() error {
	out := r.rt.Stdout
	if out == nil {
		return nil
	}
	if owed := out.Softspace(); *owed && r.rt.Dialect == syntax.Python2 {
		*owed = false
		out.Print(r.thread, starlark.String("\n"))
	}
	file.FlushAll(r.rt)
	return out.FlushAll(r.thread)
}

// outputLost says that the last of the output couldn't be written, if err isn't
// nil, and returns the exit status. Python 2 leaves the status as it was.
func (r *Runtime) outputLost(err error, status int) int {
	switch {
	case err == nil:
		return status
	case r.rt.Dialect == syntax.Python2:
		fmt.Fprint(r.stderr, "close failed in file object destructor:\nsys.excepthook is missing\nlost sys.stderr\n")
		return status
	}
	fmt.Fprintf(r.stderr, "Exception ignored in: %s\n", r.rt.Stdout)
	r.printException(r.stderr, r.thread.Exception(err))
	return statusOutputLost
}

// exitStatus is the status that SystemExit carries. A status that is no number
// is a message.
func (r *Runtime) exitStatus(e *object.Exception) int {
	code := e.Slot("code")
	if code == nil || code == starlark.None {
		return 0
	}
	if n, ok := object.AsInt(code); ok {
		i, fits := n.Int64()
		if !fits {
			i = -1 // as C has it
		}
		return int(i & 0xff)
	}
	r.flush()
	r.writeExit(code)
	return statusFailed
}
