// Package object holds what Starlark's values lack: Python's bool, list, dict,
// set, text, classes, exceptions, modules and functions written in Go, and the
// rules that hold for all values: equality, order, hash, repr, errors.
//
// # Which Go type stands for which Python type
//
//	None, int, float, tuple    Starlark's own
//	bool                       Bool: Starlark's Bool isn't a number
//	str in Python 2, in .star  starlark.String: bytes
//	bytes in Python 3          starlark.Bytes
//	str in Python 3            starlark.String while all is ASCII, else *Text
//	unicode in Python 2        *Text, always
//	list, dict, set            *List, *Dict, *Set
//	function                   *starlark.Function, or *Func if written in Go
//	class, instance, exception *Class, *Instance, *Exception
//	generator, module          *Generator, *Module
//
// Why lists, dicts and sets are our own: Starlark compares values of different
// Go types as unequal without asking either of them, in dict look-ups too. So
// d[True] would miss d[1], and in Python 2 d['name'] would miss the unicode
// key that a JSON decoder made. Starlark also refuses to change a list while
// somebody iterates over it, which breaks the classic chat server. A Dict or
// List of ours answers to Starlark's own index, iteration and operator
// instructions, which ask a value's interfaces, so it costs no call.
//
// # Where Python's rules enter
//
// What Starlark's instructions would get wrong for Starlark's own values is
// done by an operator object: see Operator.
//
// # Errors
//
// Whatever fails returns a Go error. One made by a Kind (TypeError.Errorf, ...)
// becomes the exception of the runtime's dialect when somebody looks at it:
// see Kind and Runtime.Exception.
//
// # Frames and tracebacks
//
// A FrameObject is what sys._getframe gives (f_back, f_code, f_lineno, f_globals,
// f_locals), a Traceback what e.__traceback__ and sys.exc_info give (tb_frame,
// tb_lineno, tb_next); a Code is what both show by f_code. They are made when
// a script asks: while all is well an exception carries a list of Frames, and
// nobody looks for what stood in the source. Both know frames of modules in
// package embedded too, but a traceback leaves them out as the printed one does.
// tb.tb_marks, ours alone, is the ^^^^ that belongs under the source line.
//
// # A module written in Go
//
// It is a function from a Runtime to a Module, entered in the table of
// package lib. It declares its functions in a table of Defs, and they take
// their arguments by Positional, Keywords, NoArgs or OneArg, which raise what
// CPython raises for wrong ones. Whatever may block goes through the Thread's
// Waiter, then asks Thread.Check whether a signal handler wants to raise.
package object
