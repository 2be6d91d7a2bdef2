package object

import (
	"slices"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Which exception is being handled: what sys.exc_info returns, what a raise
// statement without an expression raises again, and what becomes the context of
// an exception.
//
// In Python 3 it is the one whose handler is running, innermost first. In Python 2
// an exception that a function has handled stays until that function returns,
// and then it is again what it was when the function was called. Nothing here
// is told of that return: what is kept with an exception is the frame that
// handled it, and it counts as long as that is still on the stack.

// A handled exception is one of Python 2's.
type handled struct {
	exc   *Exception // nil: sys.exc_clear() was called
	depth int        // of the frame on the stack
	fn    starlark.Value
	mark  starlark.Value // tells the call from other calls of fn; nil for a module
}

// HandledMark is the local variable of a function of Python 2 that handles
// exceptions; each call has a value of its own there.
const HandledMark = "#handled"

// FrameDepth returns the depth of the innermost frame that Python knows: parts of
// a function are functions for Starlark, and don't count.
func (t *Thread) FrameDepth() int {
	top := t.Star.CallStackDepth() - 1
	d := top
	for ; d > 0; d-- {
		if fn, ok := t.Star.DebugFrame(top - d).Callable().(*starlark.Function); ok {
			if _, own := visible(fn.Name()); own {
				break
			}
		}
	}
	return d
}

// frameKey returns what tells the call at that depth from all others; fn is nil if
// there is no function.
func (t *Thread) frameKey(depth int) (fn, mark starlark.Value) {
	n := t.Star.CallStackDepth()
	if depth < 0 || depth >= n {
		return nil, nil
	}
	fr := t.Star.DebugFrame(n - 1 - depth)
	f, ok := fr.Callable().(*starlark.Function)
	if !ok {
		return nil, nil
	}
	for i := range fr.NumLocals() {
		if b, v := fr.Local(i); b.Name == HandledMark {
			return f, v
		}
	}
	return f, nil
}

// lasting reports whether handled exceptions stay: in Python 2. Those of a
// generator do until it yields.
func (t *Thread) lasting() bool { return t.RT.Dialect == syntax.Python2 }

// latest drops what belongs to calls that have returned, and returns the latest
// handled exception of Python 2's, or nil.
func (t *Thread) latest() *handled {
	for n := len(t.handled); n > 0; n-- {
		h := &t.handled[n-1]
		if fn, mark := t.frameKey(h.depth); fn != nil && fn == h.fn && mark == h.mark {
			return h
		}
		t.handled = t.handled[:n-1]
	}
	return nil
}

// Handling returns the exception that is being handled, or nil.
func (t *Thread) Handling() *Exception {
	if t.lasting() {
		if h := t.latest(); h != nil {
			return h.exc
		}
	} else if n := len(t.handling); n > 0 {
		return t.handling[n-1]
	}
	if t.outer != nil { // whoever resumed the generator may handle one
		return t.outer.Handling()
	}
	return nil
}

// ClearHandling is Python 2's sys.exc_clear().
func (t *Thread) ClearHandling() {
	if h := t.latest(); h != nil {
		h.exc = nil
	}
}

// SaveHandling returns a function that forgets what was handled since: a class
// body, which runs as a part of a function, is a call of its own.
func (t *Thread) SaveHandling() (restore func()) {
	saved := slices.Clone(t.handled)
	return func() { t.handled = saved }
}

// Handle runs f, in which e is the exception that is being handled.
func (t *Thread) Handle(e *Exception, f func() (starlark.Value, error)) (starlark.Value, error) {
	e.Fresh = false
	if t.lasting() {
		t.keep(e)
		return f()
	}
	t.handling = append(t.handling, e)
	v, err := f()
	if err != nil {
		t.raisedWhile(err, e)
	}
	t.handling[len(t.handling)-1] = nil // else it would live on
	t.handling = t.handling[:len(t.handling)-1]
	return v, err
}

// A caught is the variable of a handler's exception: a Cell, or a name in a Namespace.
type caught struct {
	where starlark.Value
	name  string
}

func (c caught) unbind() error {
	switch v := c.where.(type) {
	case *Cell:
		v.V = nil
	case *Namespace:
		if v.Mapping == nil {
			v.Dict.DelString(c.name)
			return nil
		}
		if err := v.SetField(c.name, starlark.None); err != nil { // which the handler may have unbound
			return err
		}
		return v.Unbind(c.name)
	}
	return nil
}

// Forget has the running handler unbind the variable of its exception at its end.
func (t *Thread) Forget(where starlark.Value, name string) {
	t.caught = append(t.caught, caught{where, name})
}

// HandleBy calls a function, handlers of e among others: Handle, after which the
// variables are unbound that Forget was told of.
func (t *Thread) HandleBy(f starlark.Value, e *Exception, args ...starlark.Value) (starlark.Value, error) {
	n := len(t.caught)
	v, err := t.Handle(e, func() (starlark.Value, error) { return t.Call(f, args...) })
	for i := len(t.caught) - 1; i >= n; i-- {
		c := t.caught[i]
		t.caught[i], t.caught = caught{}, t.caught[:i]
		if bad := c.unbind(); bad != nil {
			v, err = nil, bad
		}
	}
	return v, err
}

// keep notes that the current function handles e.
func (t *Thread) keep(e *Exception) {
	depth := t.FrameDepth()
	fn, mark := t.frameKey(depth)
	if h := t.latest(); h != nil && h.depth == depth {
		h.exc = e
	} else {
		t.handled = append(t.handled, handled{e, depth, fn, mark})
	}
	if sys := t.RT.Sys; sys != nil && t.RT.Main == t {
		sys.Set("exc_type", e.class)
		sys.Set("exc_value", e.Thrown())
		sys.Set("exc_traceback", e.Traceback())
	}
}

// raisedWhile notes the context of an exception that a handler raised.
func (t *Thread) raisedWhile(err error, e *Exception) {
	r := t.raised(err)
	if r.Exc == nil {
		r.Exc = r.in(t.RT.Dialect)
	}
	if r.Exc != e && r.Exc.Context == nil && t.RT.Dialect != syntax.Python2 && !r.Bare {
		r.Exc.setContext(e)
	}
}

// Chain returns the second of two errors, which was raised while the first was
// being handled.
func (t *Thread) Chain(first, second error) error {
	t.raisedWhile(second, t.Exception(first))
	return second
}

// setContext records which exception was being handled. A chain that already
// leads back to e is cut there; one that is a circle by itself is left alone.
func (e *Exception) setContext(c *Exception) {
	if c == e {
		return
	}
	slow := c
	for x, n := c, 0; x.Context != nil; x, n = x.Context, n+1 {
		if x.Context == e {
			x.Context = nil
			break
		}
		if n%2 == 1 {
			if slow = slow.Context; slow == x.Context {
				break
			}
		}
	}
	e.Context = c
}

// SetContext records for an exception that a statement raises which one is
// being handled.
func (t *Thread) SetContext(e *Exception) {
	if top := t.Handling(); top != nil && t.RT.Dialect != syntax.Python2 {
		e.setContext(top)
	}
}
