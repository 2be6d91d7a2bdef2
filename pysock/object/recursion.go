package object

import (
	"strings"

	"go.starlark.net/starlark"
)

// Python's recursion limit counts calls of Python code, and of classes. Starlark's
// stack has these, those of functions in Go, and those of the parts that lowering
// makes of a function: the body of a try statement is a call. It is therefore
// never the smaller of the two, and calls need to be counted only where it is
// higher than the limit.

const (
	// callSteps is how many of Starlark's steps a call of Python code takes at least.
	callSteps = 2
	// leastSteps is the shortest slice.
	leastSteps = 8
	// goCalls is how many calls of Go code there may be for one of Python's,
	// where what is written in Go recurses without running any Python code.
	goCalls = 4
)

// depth is how deep Starlark's stack is, through all generators.
func (t *Thread) depth() int { return t.below + t.nested + t.Star.CallStackDepth() }

// Depth is how deep calls are nested, as the recursion limit counts them.
func (t *Thread) Depth() int {
	if t.outer != nil && t.belowCalls < 0 {
		t.belowCalls = t.outer.Depth()
	}
	n := t.nested
	if t.outer != nil {
		n += t.belowCalls
	}
	for i := range t.Star.CallStackDepth() {
		switch f := t.Star.DebugFrame(i).Callable().(type) {
		case *starlark.Function:
			if name := f.Name(); name[0] != '#' || strings.HasPrefix(name, GeneratorBody) {
				n++
			}
		case *Class:
			n++
		}
	}
	return n
}

// room is how many calls may be nested more, or fewer than that; less than 0 is
// a RecursionError.
func (t *Thread) room() int {
	limit := t.RT.RecursionLimit()
	if n := limit - t.depth(); n*callSteps >= leastSteps {
		return n
	}
	return limit - t.Depth()
}

// Nested runs f one level deeper: Go code that recurses into a value, by no call of Python code's.
// where ends the words of the error.
func (t *Thread) Nested(where string, f func() error) error {
	t.nested++
	defer func() { t.nested-- }()
	if t.depth() > t.RT.RecursionLimit() && t.room() < 0 {
		return RecursionError.Errorf("maximum recursion depth exceeded%s", where)
	}
	return f()
}

// CheckDepth is RecursionError where calls are nested so deep that it must be Go
// code that recurses, or Python code beyond its limit.
func (t *Thread) CheckDepth() error {
	if limit := t.RT.RecursionLimit(); t.depth() > goCalls*limit+sliceSteps {
		return RecursionError.Errorf("maximum recursion depth exceeded")
	}
	return nil
}
