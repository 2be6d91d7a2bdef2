package object

import (
	"io"
	"time"
	"unsafe"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Runtime is one interpreter: its dialect, its modules, its standard streams
// and its threads. Two of them in a process share nothing.
type Runtime struct {
	Dialect  syntax.Dialect
	Modules  *Dict   // sys.modules
	Builtins *Module // the namespace of the built-in functions
	Sys      *Module // module sys
	Main     *Thread

	// What module sys shows.
	Argv                  []string
	Path                  []string
	Executable            string
	Stdin, Stdout, Stderr File
	Flags                 map[string]int

	// Screen, if not nil, tells of the terminal that Stdout is: how many columns
	// and lines it has, 0 for none, and whether it shows colours.
	Screen func() (columns, lines int, colour bool)

	classes    uint64 // counts changes of classes that scripts made: see lookup.go
	classCount int

	// Import imports the module of that dotted name and returns it (for a.b,
	// the module b).
	Import func(t *Thread, name string) (starlark.Value, error)

	// GetItem is x[k] for any value.
	GetItem func(x, k starlark.Value) (starlark.Value, error)
	// Operate is x op y, for op as in BinaryHook.
	Operate func(op string, x, y starlark.Value) (starlark.Value, error)
	// Weakref returns the weak reference to a value that a script has made, or
	// None. Module weakref sets it.
	Weakref func(v starlark.Value) starlark.Value
	// Explain makes the exception of an error of Starlark's where its message
	// tells less than the source does; nil if it is not one of those.
	Explain func(msg string, stack starlark.CallStack) *Raised

	// Locate finds the source of the frames of a traceback: the line that
	// CPython gives for each and the node that was being evaluated. It leaves
	// out what is not the script's and adds the frames of comprehensions.
	Locate func([]Frame) []Frame
	// Globals returns the variables of the module whose code a file is.
	Globals func(file string) *Dict
	// Iter is iter(v), Next is next(v) or nil at the end.
	Iter, Next func(t *Thread, v starlark.Value) (starlark.Value, error)
	// Format writes an exception as an uncaught one is shown.
	Format func(w io.Writer, e *Exception)
	// Unhandled tells of an exception that ended a thread, which was started
	// to call fn.
	Unhandled func(e *Exception, fn starlark.Value)
	// Complain tells of an error that nobody can catch, after words that say
	// where it happened; v is what it happened in, or None.
	Complain func(words string, err error, v starlark.Value)
	// OwnsProcess says that the script is what the process runs: signals that it
	// doesn't handle do what they do to a process.
	OwnsProcess bool
	// KillSelf sends the process a signal, if it is there for the script.
	KillSelf func(sig int) error
	// Unraisable tells of an error that nobody can catch; it happened in v.
	Unraisable func(err error, v starlark.Value)
	// Unawaited tells that a coroutine was never awaited.
	Unawaited func(name string, co starlark.Value)
	// AsyncHooks are the hooks of async generators.
	AsyncHooks AsyncHooks

	// Advice returns what to write to a file object under the traceback of an
	// exception; nil if the user is given no advice. See Raised.About.
	Advice func(e *Exception, out starlark.Value) string

	// Deadlocked is called when every thread waits for another one without a
	// deadline; it reports whether it told of that.
	Deadlocked func() bool
	// AtExit is called at exit, in Python 3: module atexit sets it.
	AtExit starlark.Value
	// ThreadStarts is called when a thread is about to start.
	ThreadStarts func()

	// Flush brings out what the script has printed so far. It is called
	// before a thread waits, and at exit.
	Flush func()
	// Up is called, once, when the script first waits or is bound to an
	// address: whoever starts scripts in order may start the next.
	Up func()

	defaultEncoding string // Python 2's, "" for ASCII
	defaultUTF8     bool   // it is UTF-8

	// MaxStrDigits is how many digits an integer may have to be read or
	// written in base 10 (sys.set_int_max_str_digits); 0 for any number.
	MaxStrDigits int

	finalizers finalizers
	resources  resources

	recursion  int // the limit; 0 for the default
	suspended  coroutines
	lock       interlock // held by the thread that runs Starlark code
	current    *Thread   // the thread that holds it
	slice      time.Duration
	pace       pace
	threads    map[*Thread]struct{} // the roots
	idents     int64
	serial     int64
	freeIdents []int64 // of threads that have ended
	ending
	signals      signals
	stuck        int // how many threads wait for others without end
	toldDeadlock bool
	drain        drain
	functions    functionTable
	derived      map[*Class]*subclasses // of built-in classes
	local        map[any]any            // see Local
}

// Started reports that the script is up; see Up.
func (rt *Runtime) Started() {
	if rt.Up != nil {
		rt.Up()
		rt.Up = nil
	}
}

// RecursionLimit returns how deep calls may nest.
func (rt *Runtime) RecursionLimit() int {
	if rt.recursion == 0 {
		return 1000
	}
	return rt.recursion
}

// SetRecursionLimit sets how deep calls may nest.
func (rt *Runtime) SetRecursionLimit(n int) {
	rt.recursion = n
	if t := rt.current; t != nil {
		t.Star.SetMaxExecutionSteps(t.Star.ExecutionSteps()) // its slice may be too long now
	}
}

// SetTimeSlice sets how long a thread runs while others want to.
func (rt *Runtime) SetTimeSlice(d time.Duration) { rt.slice = max(d, 1) }

func (rt *Runtime) timeSlice() time.Duration {
	if rt.slice == 0 {
		return timeSlice
	}
	return rt.slice
}

// Str returns Python's native string for s: bytes in Python 2 and .star, text
// in Python 3.
func (rt *Runtime) Str(s string) starlark.Value { return NewStr(rt.Dialect, s) }

// Keyword returns the name of an argument as a script sees it. Starlark keeps
// names as strings of its own, whatever characters are in them.
func (rt *Runtime) Keyword(name starlark.Value) starlark.Value {
	if s, ok := name.(starlark.String); ok {
		return rt.Str(string(s))
	}
	return name
}

// Bytes returns a byte string: str in Python 2 and .star, bytes in Python 3.
func (rt *Runtime) Bytes(b []byte) starlark.Value {
	if rt.Dialect == syntax.Python3 {
		return starlark.Bytes(b)
	}
	return starlark.String(b)
}

// TakeBytes is Bytes for what nobody will write to any more: it doesn't copy.
func (rt *Runtime) TakeBytes(b []byte) starlark.Value {
	s := unsafe.String(unsafe.SliceData(b), len(b))
	if rt.Dialect == syntax.Python3 {
		return starlark.Bytes(s)
	}
	return starlark.String(s)
}

// Unicode returns text: unicode in Python 2, str in Python 3 and .star.
func (rt *Runtime) Unicode(s string) starlark.Value {
	if rt.Dialect == syntax.Python2 {
		return NewText(s)
	}
	return rt.Str(s)
}

// Bool returns the dialect's True or False.
func (rt *Runtime) Bool(b bool) starlark.Value {
	if rt.Dialect == syntax.Starlark {
		return starlark.Bool(b)
	}
	return Truthy(b)
}

// List returns the dialect's list; it keeps elems.
func (rt *Runtime) List(elems []starlark.Value) starlark.Value {
	if rt.Dialect == syntax.Starlark {
		return starlark.NewList(elems)
	}
	return NewList(elems)
}

func (rt *Runtime) locate(list []Frame) []Frame {
	if rt.Locate == nil {
		return list
	}
	return rt.Locate(list)
}

// SetDialect goes on in another dialect. What others have kept for this runtime by
// Local is forgotten, as it was made for the old one.
func (rt *Runtime) SetDialect(d syntax.Dialect) { rt.Dialect, rt.local = d, nil }

// Local returns what another package keeps for this runtime under a key of its
// own type; make makes it when it is first asked for.
func (rt *Runtime) Local(key any, make func() any) any {
	v, ok := rt.local[key]
	if !ok {
		v = make()
		if rt.local == nil {
			rt.local = map[any]any{}
		}
		rt.local[key] = v
	}
	return v
}
