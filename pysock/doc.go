// Package pysock is an interpreter for network programs written in Python 2,
// Python 3 or Starlark, on go.starlark.net.
//
//	r := pysock.New(pysock.Config{Stdout: os.Stdout, Stderr: os.Stderr})
//	defer r.Close()
//	status := r.Report(r.RunFile("server.py"))
//
// Report ends the script as CPython would, and gives back what the process kept
// for it: descriptors, goroutines, handlers of signals. What remains a script's
// own is a bare descriptor (os.open, os.pipe) that it didn't close.
//
// # The map of the house
//
//	syntax    source -> tree, for both Pythons. Knows nothing of the rest
//	scope     who binds which name, and where its value is kept
//	lower     Python tree -> Starlark tree
//	object    the values that Starlark lacks, and Python's rules for all values
//	builtins  operators, built-in functions, the methods of built-in types
//	netfd     file descriptors that wait. Knows nothing of Python
//	hints     a line of advice on usual mistakes
//	libm      functions of numbers, right to the last digit
//	lib       the Python modules that are written in Go
//	help      what help(x) tells: texts, and how they are found and shown
//
// On top of this package stand
//
//	complete  what Tab offers in a session
//	repl      the interactive session
//
// This package joins them:
//
//	runtime.go    a Runtime: one interpreter
//	compile.go    source -> starlark.Program, and what a program needs to run
//	functions.go  what lowered code calls
//	control.go    try, with, raise, yield
//	classes.go    class statements
//	explain.go    errors of Starlark's that the source tells more about
//	locate.go     from a position to the node that was being evaluated
//	suspects.go   warnings of what source hardly means
//	imports.go    the import system
//	eval.go       eval, exec and others that see their caller's variables
//	traceback.go  exceptions as they are printed
//	unraisable.go exceptions that nobody can catch
//	advice.go     what package hints is told of an exception
//	star.go       .star files
//	session.go    statements that are run one by one, as package repl does
//	statements.go where each of them ends
//	dialect.go    a session that goes on in another dialect; %run
//	starsession.go  .star sessions
//	colour.go     the colours of a session's exceptions
//	beside.go     scripts that run side by side: pysock --with
//	lowfds.go     the descriptors that scripts get
//
// From source to values:
//
//	bytes -> syntax.Parse -> lower.File (scope.Analyze) -> starlark.FileProgram
//	      -> Program.Init(thread, what the program needs)
//
// # Questions and answers
//
// Why is Python's semantics not simply Starlark's, with a few functions added?
// Because Starlark decides by itself what its operators mean for its own
// types: True + 1, 1 == True, "ab" < u"ab", x[True] and f.attribute can't be
// reached by any hook. What differs is therefore lowered to operators of our
// own (object.Operator), which cost less than calls.
//
// Why are list, dict, set and bool not Starlark's? Package object tells: dict
// keys that are equal in Python but not in Starlark, and lists that change
// while a loop walks over them.
//
// Why is the dialect found out by parsing, not by a file name or a header?
// Because the scripts of tutorials have neither. A file that both Pythons
// accept, and that gives no other sign, is Python 3.
//
// Why does a Python 2 script's SyntaxError have words of Python 3? Where Python 2
// says "invalid syntax" and no more, Python 3.11 often says what is wrong. What
// both tell is in each one's own words: see syntax/words2.go.
package pysock
