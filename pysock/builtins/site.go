package builtins

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// AddInteractive adds what Python's module site adds to the built-ins: exit
// and quit.
func AddInteractive(rt *object.Runtime) {
	for _, name := range []string{"exit", "quit"} {
		rt.Builtins.Set(name, quitter(name))
	}
}

// A quitter is exit or quit: called, it raises SystemExit; shown, it says how
// to use it.
type quitter string

var _ starlark.Callable = quitter("")

// CallInternal is exit([code]).
func (q quitter) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	code := starlark.Value(starlark.None)
	if err := object.Keywords(object.Of(th), "__call__", args, kwargs, 0, "code", &code); err != nil {
		return nil, err
	}
	return nil, object.SystemExit.New(code)
}

// Name returns "exit" or "quit".
func (q quitter) Name() string { return string(q) }

// Repr tells how to leave.
func (q quitter) Repr(syntax.Dialect) string {
	return "Use " + string(q) + "() or Ctrl-D (i.e. EOF) to exit"
}

func (q quitter) String() string        { return q.Repr(syntax.Python3) }
func (q quitter) Type() string          { return "Quitter" }
func (q quitter) Freeze()               {}
func (q quitter) Truth() starlark.Bool  { return true }
func (q quitter) Hash() (uint32, error) { return starlark.String(q).Hash() }
