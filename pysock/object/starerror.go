package object

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Exception turns any error that running Starlark code returned into the
// Python exception of t's dialect, with its traceback from the outermost frame
// on. It is the one place where Starlark's words become Python's.
func (t *Thread) Exception(err error) *Exception { return t.Catch(err, 0) }

// Catch is Exception for whoever handles it: the traceback begins at the frame
// of that depth.
func (t *Thread) Catch(err error, depth int) *Exception {
	d := t.RT.Dialect
	r := t.raised(err)
	if r.Exc == nil {
		r.Exc = r.in(d)
	}
	e := r.Exc
	if _, eval := unwrap(err); eval != nil && len(eval.CallStack) >= depth {
		outer := framesOf(eval, depth)
		r.mark(outer)
		if limit := t.RT.RecursionLimit(); r.Kind == RecursionError && len(outer) > limit {
			outer = outer[:limit] // it is noticed late: see slice
		}
		if r.Bare && len(outer) > 0 {
			outer = outer[:len(outer)-1]
		}
		e.setTrail(t.RT, r.Inner.after(outer))
	} else if eval == nil && !r.Inner.empty() {
		e.setTrail(t.RT, r.Inner)
	}
	if top := t.Handling(); e.Context == nil && top != nil && d != syntax.Python2 && !r.Bare {
		e.setContext(top)
	}
	return e
}

// framesOf are the frames of an error's call stack, from that depth on. A
// function that doesn't take its arguments has none.
func framesOf(eval *starlark.EvalError, depth int) []Frame {
	stack := eval.CallStack
	if notEntered(eval.Msg) {
		stack.Pop()
	}
	return frames(stack[min(depth, len(stack)):])
}

// Again returns the error that carries e on, which Catch made of err: what
// Starlark or a hook failed with can be told from err only once.
// Where the exception has been raised again since, as by a raise statement in a finally
// clause, it goes on with the traceback that it has by now. Since is what Traced returned
// before.
func (t *Thread) Again(e *Exception, err error, since uint) error {
	if r, _ := unwrap(err); r != nil && (e.traced == since || t.RT.Dialect == syntax.Python2) {
		return err
	}
	r := Raise(e)
	r.Bare = true
	return r
}

// unwrap returns the exception that an error carries, and the error with which
// Starlark went through frames, nil if there is none.
func unwrap(err error) (*Raised, *starlark.EvalError) {
	var r *Raised
	eval, ok := err.(*starlark.EvalError) // nearly always, and errors.As takes its time
	if ok {
		err = eval.Unwrap()
	} else if errors.As(err, &eval) {
		err = eval.Unwrap()
	}
	if r, ok = err.(*Raised); !ok {
		errors.As(err, &r)
	}
	return r, eval
}

// notEntered reports whether Starlark says that a function can't take its
// arguments. The function is on the stack by then; in Python it is not.
func notEntered(msg string) bool {
	rest, ok := strings.CutPrefix(msg, "function ")
	if !ok {
		return false
	}
	_, rest, _ = strings.Cut(rest, " ")
	verb, _, _ := strings.Cut(rest, " ")
	return verb == "accepts" || verb == "missing" || verb == "got"
}

// A settled error is one of Starlark's and the exception that it stands for:
// whoever asks again, after a handler that didn't take it or a finally that gave
// it a context, is told of the same one.
type settled struct {
	eval *starlark.EvalError
	as   *Raised
}

// raised finds the exception that an error of Starlark's stands for.
func (t *Thread) raised(err error) *Raised {
	r, eval := unwrap(err)
	if r != nil {
		return r
	}
	if eval != nil && eval == t.settled.eval {
		return t.settled.as
	}
	r = t.translated(err, eval)
	t.settled = settled{eval, r}
	return r
}

// Is reports whether an error, be it one of Starlark's own, is an exception of this
// kind or one below it.
func (t *Thread) Is(err error, k *Kind) bool {
	return err != nil && t.raised(err).in(t.RT.Dialect).class.IsSubclass(k.in(t.RT.Dialect).Class(t.RT.Dialect))
}

// translated makes the exception that an error of Starlark's stands for.
func (t *Thread) translated(err error, eval *starlark.EvalError) *Raised {
	var e posix.Errno
	if errors.As(err, &e) { // of a wait
		return OSErrno(IOError, e, nil)
	}
	msg := err.Error()
	if eval != nil {
		msg = eval.Msg
	}
	cancelled := strings.HasPrefix(msg, "Starlark computation cancelled: ")
	if failed := t.takeFailed(); failed != nil {
		if !cancelled { // what Starlark says came of it: too few values to unpack, for instance
			failed.asked = nothing
		}
		return failed
	}
	if cancelled {
		t.Star.Uncancel() // Fail's error was taken by somebody else
		return SystemError.Errorf("%s", msg)
	}
	if eval != nil && t.RT.Explain != nil {
		if r := t.RT.Explain(msg, eval.CallStack); r != nil {
			return r
		}
	}
	for _, f := range faults() {
		if m := f.pattern.FindStringSubmatch(msg); m != nil {
			return f.raise(m[1:])
		}
	}
	if t.RT.Dialect == syntax.Starlark {
		return Exc.Errorf("%s", msg) // of one of Starlark's own built-ins
	}
	return SystemError.Errorf("%s", msg)
}

// GeneratorBody is what the name of the function that is a generator's body
// begins with.
const GeneratorBody = "#gen "

// A fault is a kind of error that Starlark itself makes.
type fault struct {
	pattern *regexp.Regexp
	raise   func(m []string) *Raised
}

// on makes a fault of one exception; $1, $2, ... are the submatches, with
// Starlark's names of types replaced by Python's in those marked by a T.
func on(pattern string, k *Kind, msg2, msg3 string) fault {
	return fault{regexp.MustCompile("^" + pattern + "$"), func(m []string) *Raised {
		return k.By(fill(syntax.Python2, msg2, m), fill(syntax.Python3, msg3, m))
	}}
}

func fill(d syntax.Dialect, msg string, m []string) string {
	for i, s := range m {
		n := string(rune('1' + i))
		msg = strings.ReplaceAll(msg, "$T"+n, pythonName(d, s))
		msg = strings.ReplaceAll(msg, "$"+n, s)
	}
	return msg
}

// pythonName is the Python name of a type that Starlark names.
func pythonName(d syntax.Dialect, typ string) string {
	switch typ {
	case "string":
		return "str"
	case "text":
		if d == syntax.Python2 {
			return "unicode"
		}
		return "str"
	}
	return typ
}

// faults returns the table, to be tried in order. It is made when the first
// error needs it.
var faults = sync.OnceValue(func() []fault {
	return []fault{
		on(`local variable (.*) referenced before assignment`, UnboundLocalError,
			"local variable '$1' referenced before assignment",
			"cannot access local variable '$1' where it is not associated with a value"),
		{regexp.MustCompile(`^global variable (.*) referenced before assignment$`), func(m []string) *Raised {
			return NameError.Errorf("name '%s' is not defined", m[0]).With("name", NewStr(syntax.Python3, m[0]))
		}},
		{regexp.MustCompile(OperandPattern), func(m []string) *Raised {
			return OperandFault(m[0], m[1], m[2], m[3], m[4])
		}},
		on(`unknown unary op: (\S+) (\S+)`, TypeError,
			"bad operand type for unary $1: '$T2'", "bad operand type for unary $1: '$T2'"),
		on(`(?:index -?\d+ out of range: empty (?:string|text)|(?:string|text) index -?\d+ out of range.*)`, IndexError,
			"string index out of range", "string index out of range"),
		on(`(?:index -?\d+ out of range: empty (\S+)|(\S+) index -?\d+ out of range.*)`, IndexError,
			"$1$2 index out of range", "$1$2 index out of range"),
		on(`string index: got (\S+), want int`, TypeError,
			"string indices must be integers, not $T1", "string indices must be integers, not '$T1'"),
		on(`(\S+) index: got (\S+), want int`, TypeError,
			"$T1 indices must be integers, not $T2", "$T1 indices must be integers or slices, not $T2"),
		on(`unhandled index operation (set|frozenset|dict_\w+)\[(?:int|long|bool)\]`, TypeError,
			"'$T1' object does not support indexing", "'$T1' object is not subscriptable"),
		on(`unhandled index operation (.*)\[(.*)\]`, TypeError,
			"'$T1' object has no attribute '__getitem__'", "'$T1' object is not subscriptable"),
		on(`(\S+) value does not support item assignment`, TypeError,
			"'$T1' object does not support item assignment", "'$T1' object does not support item assignment"),
		on(`invalid call of non-function \((.*)\)`, TypeError,
			"'$T1' object is not callable", "'$T1' object is not callable"),
		on(`(\S+) value is not iterable`, TypeError,
			"'$T1' object is not iterable", "'$T1' object is not iterable"),
		on(`got (\S+) in sequence assignment`, TypeError,
			"'$T1' object is not iterable", "cannot unpack non-iterable $T1 object"),
		on(`too many values to unpack \(got (-?\d+), want (\d+)\)`, ValueError,
			"too many values to unpack", "too many values to unpack (expected $2)"),
		on(`too few values to unpack \(got 1, want (\d+)\)`, ValueError,
			"need more than 1 value to unpack", "not enough values to unpack (expected $1, got 1)"),
		on(`too few values to unpack \(got (\d+), want (\d+)\)`, ValueError,
			"need more than $1 values to unpack", "not enough values to unpack (expected $2, got $1)"),
		on(`function (\S+?)#? (accepts|missing|got) (.*)`, TypeError, "$1() $2 $3", "$1() $2 $3"), // see Explain
		on(`can't assign to \.(.*) field of (\S+)`, AttributeError,
			"'$T2' object has no attribute '$1'", "'$T2' object has no attribute '$1'"),
		on(`(\S+) has no \.(\S+) field or method.*`, AttributeError,
			"'$T1' object has no attribute '$2'", "'$T1' object has no attribute '$2'"),
		on(`Starlark stack overflow|comparison exceeded maximum recursion depth`, RecursionError,
			"maximum recursion depth exceeded", "maximum recursion depth exceeded"),
		{regexp.MustCompile(`^repeat count (-?\d+) too large$`), func(m []string) *Raised {
			if _, err := strconv.ParseInt(m[0], 10, 64); err != nil {
				return OverflowError.By("cannot fit 'long' into an index-sized integer", "cannot fit 'int' into an index-sized integer")
			}
			return MemoryError.New()
		}},
		on(`excessive repeat .*`, MemoryError, "", ""),
		on(`int too large to convert to float`, OverflowError,
			"long int too large to convert to float", "int too large to convert to float"),
		on(`(.* by zero)`, ZeroDivisionError, "$1", "$1"),
		on(`key "(.*)" not in dict`, KeyError, "$1", "$1"),
		on(`key (.*) not in dict`, KeyError, "$1", "$1"),
		on(`unhashable(?: type)?: (\S+)`, TypeError, "unhashable type: '$T1'", "unhashable type: '$T1'"),
	}
})

// OperandPattern is what Starlark says of operands that an operator doesn't take,
// or operandError: the types, and those that messages show if they are others.
const OperandPattern = `^unknown binary op: (\S+) (\S+) (\S+)(?: of (\S+) and (\S+))?$`

// OperandFault is the error for an operator that doesn't take operands of two
// types, as Starlark names them; shownX and shownY are the names of their classes
// if those derive from the types.
func OperandFault(x, op, y, shownX, shownY string) *Raised {
	words := func(d syntax.Dialect) string {
		x, y, shownX, shownY := pythonName(d, x), pythonName(d, y), shownX, shownY
		if shownX == "" {
			shownX, shownY = x, y
		}
		return binaryFault(d, x, op, y, shownX, shownY)
	}
	return TypeError.By(words(syntax.Python2), words(syntax.Python3))
}

// operandError is what Starlark would say of operands whose classes derive from
// those of x and y.
func operandError(left starlark.Value, op string, right, x, y starlark.Value) error {
	return fmt.Errorf("unknown binary op: %s %s %s of %s and %s", x.Type(), op, y.Type(), TypeName(left), TypeName(right))
}

// hasSlots reports whether CPython's type of that name has slots of a sequence,
// be it only for len: then *= doesn't look at its right operand's.
func hasSlots(typ string) bool {
	switch typ {
	case "int", "long", "float", "complex", "bool", "NoneType", "ellipsis", "NotImplementedType", "slice", "type", "classobj",
		"function", "builtin_function_or_method", "method", "instancemethod", "module", "generator", "coroutine":
		return false
	}
	return !strings.HasSuffix(typ, "iterator")
}

// binaryFault is the message for operands of types x and y that an operator
// doesn't take; shownX and shownY are the names of their classes.
func binaryFault(d syntax.Dialect, x, op, y, shownX, shownY string) string {
	if op == "+" || op == "+=" {
		switch {
		case d == syntax.Python2 && x == "str":
			return sprintf("cannot concatenate 'str' and '%s' objects", shownY)
		case x == "unicode" && y == "bytearray":
			return "decoding bytearray is not supported"
		case x == "unicode":
			return sprintf("coercing to Unicode: need string or buffer, %s found", shownY)
		case x == "str" || x == "list" || x == "tuple":
			return sprintf("can only concatenate %s (not \"%s\") to %s", x, shownY, x)
		case x == "bytearray" && op == "+" && d == syntax.Python2:
			return sprintf("can't concat %s to %s", shownX, shownY)
		case x == "bytes" || x == "bytearray":
			return sprintf("can't concat %s to %s", shownY, shownX)
		}
	}
	if op == "*" || op == "*=" {
		sequence := func(s string) bool {
			return s == "str" || s == "unicode" || s == "list" || s == "tuple" || s == "bytes" || s == "bytearray" || s == "buffer"
		}
		switch {
		case sequence(x):
			return sprintf("can't multiply sequence by non-int of type '%s'", shownY)
		case sequence(y) && (op == "*" || !hasSlots(x) && shownX == x):
			return sprintf("can't multiply sequence by non-int of type '%s'", shownX)
		}
	}
	return sprintf("unsupported operand type(s) for %s: '%s' and '%s'", op, shownX, shownY)
}
