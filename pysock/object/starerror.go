package object

import (
	"errors"
	"regexp"
	"strings"
	"sync"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Exception turns any error that running Starlark code returned into the
// Python exception of t's dialect, with its traceback. It is the one place
// where Starlark's words become Python's.
func (t *Thread) Exception(err error) *Exception {
	d := t.RT.Dialect
	r := t.raised(err)
	if r.Exc == nil {
		r.Exc = r.in(d)
	}
	if r.Exc.Frames == nil {
		var eval *starlark.EvalError
		if errors.As(err, &eval) {
			r.Exc.Frames = frames(eval.CallStack)
		}
	}
	return r.Exc
}

func (t *Thread) raised(err error) *Raised {
	var r *Raised
	if errors.As(err, &r) {
		return r
	}
	msg := err.Error()
	var eval *starlark.EvalError
	if errors.As(err, &eval) {
		msg = eval.Msg
	}
	if reason, ok := strings.CutPrefix(msg, "Starlark computation cancelled: "); ok {
		t.Star.Uncancel()
		if failed := t.Failed(); reason == cancelFailed && failed != nil {
			return t.raised(failed)
		}
		t.Check()
		return KeyboardInterrupt.New()
	}
	for _, f := range faults() {
		if m := f.pattern.FindStringSubmatch(msg); m != nil {
			return f.raise(m[1:])
		}
	}
	return SystemError.Errorf("%s", msg)
}

// frames returns the lines of a traceback. Functions written in Go have no
// line, and neither have those that lowering made: their names begin with #.
func frames(stack starlark.CallStack) []Frame {
	var out []Frame
	for _, f := range stack {
		if f.Pos.Line == 0 {
			continue
		}
		name := f.Name
		switch {
		case name == "<toplevel>":
			name = "<module>"
		case name == "lambda":
			name = "<lambda>"
		case strings.HasPrefix(name, "#"):
			continue
		}
		out = append(out, Frame{f.Pos.Filename(), int(f.Pos.Line), int(f.Pos.Col), name})
	}
	return out
}

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
		on(`global variable (.*) referenced before assignment`, NameError,
			"name '$1' is not defined", "name '$1' is not defined"),
		{regexp.MustCompile(`^unknown binary op: (\S+) (\S+) (\S+)$`), func(m []string) *Raised {
			return TypeError.By(binaryFault(syntax.Python2, m), binaryFault(syntax.Python3, m))
		}},
		on(`unknown unary op: (\S+) (\S+)`, TypeError,
			"bad operand type for unary $1: '$T2'", "bad operand type for unary $1: '$T2'"),
		on(`(?:index -?\d+ out of range: empty string|string index -?\d+ out of range.*)`, IndexError,
			"string index out of range", "string index out of range"),
		on(`(?:index -?\d+ out of range: empty (\S+)|(\S+) index -?\d+ out of range.*)`, IndexError,
			"$1$2 index out of range", "$1$2 index out of range"),
		on(`string index: got (\S+), want int`, TypeError,
			"string indices must be integers, not $T1", "string indices must be integers, not '$T1'"),
		on(`(\S+) index: got (\S+), want int`, TypeError,
			"$T1 indices must be integers, not $T2", "$T1 indices must be integers or slices, not $T2"),
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
		on(`function (\S+) got an unexpected keyword argument (.*)`, TypeError,
			"$1() got an unexpected keyword argument '$2'", "$1() got an unexpected keyword argument '$2'"),
		on(`function (\S+) got multiple values for parameter (.*)`, TypeError,
			"$1() got multiple values for keyword argument '$2'", "$1() got multiple values for argument '$2'"),
		on(`function (\S+) accepts no arguments \((\d+) given\)`, TypeError,
			"$1() takes no arguments ($2 given)", "$1() takes 0 positional arguments but $2 were given"),
		on(`function (\S+) accepts 1 positional argument \((\d+) given\)`, TypeError,
			"$1() takes exactly 1 argument ($2 given)", "$1() takes 1 positional argument but $2 were given"),
		on(`function (\S+) accepts (\d+) positional arguments \((\d+) given\)`, TypeError,
			"$1() takes exactly $2 arguments ($3 given)", "$1() takes $2 positional arguments but $3 were given"),
		on(`function (\S+) accepts at most (\d+) positional arguments? \((\d+) given\)`, TypeError,
			"$1() takes at most $2 arguments ($3 given)", "$1() takes at most $2 positional arguments but $3 were given"),
		{regexp.MustCompile(`^function (\S+) missing (\d+) arguments? \((.*)\)$`), func(m []string) *Raised {
			return TypeError.Errorf("%s() missing %s required positional argument%s: %s", m[0], m[1], plural(len(strings.Split(m[2], ", "))), quotedNames(m[2]))
		}},
		on(`argument after \*\* must be a mapping, not (\S+)`, TypeError,
			"argument after ** must be a mapping, not $T1", "argument after ** must be a mapping, not $T1"),
		on(`argument after \* must be iterable, not (\S+)`, TypeError,
			"argument after * must be a sequence, not $T1", "argument after * must be an iterable, not $T1"),
		on(`keywords must be strings, not .*`, TypeError, "keywords must be strings", "keywords must be strings"),
		on(`can't assign to \.(.*) field of (\S+)`, AttributeError,
			"'$T2' object has no attribute '$1'", "'$T2' object has no attribute '$1'"),
		on(`(\S+) has no \.(\S+) field or method.*`, AttributeError,
			"'$T1' object has no attribute '$2'", "'$T1' object has no attribute '$2'"),
		on(`Starlark stack overflow|comparison exceeded maximum recursion depth`, RecursionError,
			"maximum recursion depth exceeded", "maximum recursion depth exceeded"),
		on(`excessive repeat .*|repeat count .*`, MemoryError, "", ""),
		on(`int too large to convert to float`, OverflowError,
			"long int too large to convert to float", "int too large to convert to float"),
		on(`unhashable(?: type)?: (\S+)`, TypeError, "unhashable type: '$T1'", "unhashable type: '$T1'"),
	}
})

// binaryFault is the message for operands that an operator doesn't take.
func binaryFault(d syntax.Dialect, m []string) string {
	x, op, y := pythonName(d, m[0]), m[1], pythonName(d, m[2])
	if op == "+" || op == "+=" {
		switch {
		case d == syntax.Python2 && x == "str":
			return sprintf("cannot concatenate 'str' and '%s' objects", y)
		case x == "str" || x == "list" || x == "tuple":
			return sprintf("can only concatenate %s (not \"%s\") to %s", x, y, x)
		case x == "bytes":
			return sprintf("can't concat %s to bytes", y)
		}
	}
	if op == "*" || op == "*=" {
		sequence := func(s string) bool { return s == "str" || s == "list" || s == "tuple" || s == "bytes" }
		switch {
		case sequence(x):
			return sprintf("can't multiply sequence by non-int of type '%s'", y)
		case sequence(y):
			return sprintf("can't multiply sequence by non-int of type '%s'", x)
		}
	}
	return sprintf("unsupported operand type(s) for %s: '%s' and '%s'", op, x, y)
}

// quotedNames turns "a, b, c" into 'a', 'b', and 'c'.
func quotedNames(list string) string {
	names := strings.Split(list, ", ")
	for i := range names {
		names[i] = "'" + names[i] + "'"
	}
	switch n := len(names); n {
	case 1:
		return names[0]
	case 2:
		return names[0] + " and " + names[1]
	default:
		return strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
}
