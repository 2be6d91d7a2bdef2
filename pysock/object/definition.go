package object

import "go.starlark.net/starlark"

// UnitVar is the global of every compiled program that holds its Unit.
const UnitVar = "@unit"

// A Unit knows the source of a program's functions.
type Unit interface {
	// Definition returns what the source tells of a function, nil if nothing.
	Definition(fn *starlark.Function) *Definition
}

// A Definition is what the source tells of a function that its Starlark function
// doesn't: what code objects show.
type Definition struct {
	Name                  string // qualified
	Line                  int    // of the first decorator or of def
	Doc                   starlark.Value
	Params, Locals        []string // Locals begin with Params
	Args, PosOnly, KwOnly int      // Args includes PosOnly
	Vararg, Kwarg         bool
	Async, Yields, Nested bool
	Unoptimized           bool // Python 2: holds exec or import *
	Free, Cells, Names    []string
	Consts                []starlark.Value

	code *Code
}

// definition finds the definition of fn, nil if there is none.
func definition(fn *starlark.Function) *Definition {
	if fn == nil {
		return nil
	}
	u, ok := fn.Globals()[UnitVar].(Unit)
	if !ok {
		return nil
	}
	return u.Definition(fn)
}

// The flags of a code object (inspect's CO_ constants).
const (
	flagOptimized = 1 << iota
	flagNewLocals
	flagVarargs
	flagVarkwargs
	flagNested
	flagGenerator
	flagNoFree // Python 2
	flagCoroutine
	flagIterable
	flagAsyncGenerator
)

func (d *Definition) flags(py2, iterable bool) int {
	n := flagNewLocals
	set := func(is bool, flag int) {
		if is {
			n |= flag
		}
	}
	set(!d.Unoptimized, flagOptimized)
	set(d.Vararg, flagVarargs)
	set(d.Kwarg, flagVarkwargs)
	set(d.Nested, flagNested)
	set(d.Yields && !d.Async, flagGenerator)
	set(d.Async && !d.Yields, flagCoroutine)
	set(d.Async && d.Yields, flagAsyncGenerator)
	set(iterable, flagIterable)
	set(py2 && len(d.Free)+len(d.Cells) == 0, flagNoFree)
	return n
}
