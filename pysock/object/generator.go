package object

import (
	"errors"
	"iter"
	"runtime"
	"sync"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Generator runs a function that yields, as a coroutine with a Starlark
// thread of its own.
type Generator struct {
	*coroutine
}

// A coroutine is the part of a generator that its body keeps alive.
type coroutine struct {
	name   string
	rt     *Runtime
	thread *Thread // on which the body runs
	next   func() (starlark.Value, bool)
	stop   func()

	yield   func(starlark.Value) bool // inside the body
	sent    starlark.Value            // what the yield expression is going to be
	thrown  error                     // or to raise
	err     error                     // what ended the body
	result  starlark.Value            // what it returned
	running bool
	started bool
	done    bool
}

var (
	_ starlark.Iterable = (*Generator)(nil)
	_ starlark.HasAttrs = (*Generator)(nil)
	_ Nexter            = (*Generator)(nil)
)

// GeneratorExpression is the name of all generator expressions. What their
// bodies return means nothing.
const GeneratorExpression = "<genexpr>"

// NewGenerator returns the generator that calling a generator function makes:
// its body is called with args when the first value is asked for.
func NewGenerator(t *Thread, name string, body starlark.Value, args starlark.Tuple) *Generator {
	co := &coroutine{name: name, rt: t.RT, sent: starlark.None}
	co.thread = &Thread{Star: &starlark.Thread{Name: name}, RT: t.RT, gen: co}
	co.thread.Star.SetLocal(threadKey, co.thread)
	co.thread.Star.OnMaxSteps = func(*starlark.Thread) { co.thread.slice() }
	co.thread.Star.SetMaxExecutionSteps(sliceSteps)
	co.next, co.stop = iter.Pull(func(yield func(starlark.Value) bool) {
		co.yield = yield
		if co.thrown != nil { // closed before it began
			co.err, co.thrown = co.thrown, nil
			return
		}
		v, err := starlark.Call(co.thread.Star, body, args, nil)
		if err != nil {
			co.err = co.thread.detach(err)
			return
		}
		if name != GeneratorExpression {
			co.result = v
		}
	})
	g := &Generator{co}
	runtime.AddCleanup(g, func(co *coroutine) { co.rt.abandoned.add(co) }, co)
	t.RT.abandoned.close()
	return g
}

// detach returns an error of this thread as one that goes on in another: the
// frames so far become its inner traceback.
func (t *Thread) detach(err error) error { return t.detachAbove(err, 0) }

// detachAbove is detach for the frames above that depth.
func (t *Thread) detachAbove(err error, depth int) error {
	r := t.raised(err)
	if r.Exc == nil {
		r.Exc = r.in(t.RT.Dialect)
	}
	inner := r.Inner
	var eval *starlark.EvalError
	if errors.As(err, &eval) {
		own := frames(eval.CallStack[min(depth, len(eval.CallStack)):])
		if depth == 0 && len(own) > 0 && t.gen != nil {
			own[0].Name = t.gen.name
		}
		if r.Bare && len(own) > 0 && len(inner) > 0 {
			own = own[:len(own)-1]
		}
		inner = append(own, inner...)
	}
	return &Raised{Kind: r.Kind, Exc: r.Exc, Inner: inner}
}

// abandoned are generators that nobody can resume any more. Their bodies are
// ended, as GeneratorExit would, when the next generator is made.
type abandoned struct {
	mu   sync.Mutex
	list []*coroutine
}

func (a *abandoned) add(co *coroutine) {
	a.mu.Lock()
	a.list = append(a.list, co)
	a.mu.Unlock()
}

func (a *abandoned) close() {
	a.mu.Lock()
	list := a.list
	a.list = nil
	a.mu.Unlock()
	for _, co := range list {
		if co.started && !co.done {
			co.resume(co.rt.current, starlark.None, GeneratorExit.New())
		} else {
			co.stop()
		}
	}
}

// GeneratorExit ends a generator that is closed.
var GeneratorExit = builtin("GeneratorExit")

// resume runs the body to its next yield. The value is nil at the end.
func (co *coroutine) resume(t *Thread, sent starlark.Value, thrown error) (starlark.Value, error) {
	switch {
	case co.running:
		return nil, ValueError.Errorf("generator already executing")
	case co.done:
		return nil, thrown
	case !co.started && sent != starlark.None:
		return nil, TypeError.Errorf("can't send non-None value to a just-started generator")
	}
	rt := co.rt
	outer := rt.current
	co.thread.Waiter = outer.Waiter
	co.thread.outer = outer
	co.thread.below = outer.depth()
	if co.thread.below > rt.RecursionLimit() {
		return nil, RecursionError.Errorf("maximum recursion depth exceeded")
	}
	co.sent, co.thrown = sent, thrown
	co.running, co.started = true, true
	rt.enter(co.thread)
	v, ok := co.next()
	rt.enter(outer)
	co.running = false
	if ok {
		return v, nil
	}
	co.done = true
	err := co.err
	co.err = nil
	if err != nil && Is(err, StopIteration, rt.Dialect) && rt.Dialect != syntax.Python2 {
		var r *Raised
		errors.As(err, &r)
		e := NewException(RuntimeError.Class(rt.Dialect), starlark.Tuple{rt.Str("generator raised StopIteration")})
		e.Cause, e.Context, e.Suppress = r.Exc, r.Exc, true
		return nil, Raise(e)
	}
	return nil, err
}

// Yield hands a value to whoever resumed the generator that t runs, and returns
// what that one sends, or raises what it throws.
func (t *Thread) Yield(v starlark.Value) (starlark.Value, error) {
	co := t.gen
	if co == nil {
		return nil, SystemError.Errorf("yield outside a generator")
	}
	if !co.yield(v) {
		return nil, GeneratorExit.New()
	}
	if err := co.thrown; err != nil {
		co.thrown = nil
		return nil, err
	}
	return co.sent, nil
}

// YieldFrom yields what an iterable gives; of a generator it passes on what is
// sent and thrown, and returns what it returned.
func (t *Thread) YieldFrom(v starlark.Value) (starlark.Value, error) {
	g, ok := v.(*Generator)
	if !ok {
		it, err := Iterable(v)
		if err != nil {
			return nil, err
		}
		i := it.Iterate()
		defer i.Done()
		var e starlark.Value
		for i.Next(&e) {
			if _, err := t.Yield(e); err != nil {
				return nil, err
			}
		}
		if f, ok := i.(failing); ok && f.Err() != nil {
			return nil, f.Err()
		}
		return starlark.None, nil
	}
	sent, thrown := starlark.Value(starlark.None), error(nil)
	for {
		e, err := g.resume(t, sent, thrown)
		if err != nil {
			return nil, err
		}
		if e == nil {
			if g.result == nil {
				return starlark.None, nil
			}
			return g.result, nil
		}
		sent, thrown = t.Yield(e)
		if thrown != nil {
			sent = starlark.None
		}
	}
}

// NextValue resumes the generator. One that returned a value ends with a
// StopIteration that carries it.
func (g *Generator) NextValue(t *Thread) (starlark.Value, error) {
	v, err := g.resume(t, starlark.None, nil)
	if v == nil && err == nil && g.result != nil && g.result != starlark.None {
		return g.step(t, starlark.None, nil)
	}
	return v, err
}

// Iterate resumes the generator for each element.
func (g *Generator) Iterate() starlark.Iterator { return &generatorIterator{g: g} }

type generatorIterator struct {
	g   *Generator
	err error
}

func (it *generatorIterator) Next(p *starlark.Value) bool {
	v, err := it.g.resume(it.g.rt.current, starlark.None, nil)
	it.err = err
	if v == nil {
		return false
	}
	*p = v
	return true
}

func (it *generatorIterator) Err() error { return it.err }
func (it *generatorIterator) Done()      {}

// Class returns the type of generators.
func (g *Generator) Class() *Class { return TypesOf(g.rt.Dialect).Generator }

// String returns the repr.
func (g *Generator) String() string { return g.Repr(g.rt.Dialect) }

// Repr names the function.
func (g *Generator) Repr(syntax.Dialect) string {
	return sprintf("<generator object %s at 0x%x>", g.name, ID(g))
}

// Type returns "generator".
func (g *Generator) Type() string { return "generator" }

// Freeze does nothing.
func (g *Generator) Freeze() {}

// Truth returns true.
func (g *Generator) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (g *Generator) Hash() (uint32, error) { return identity(g), nil }

// Attr returns a bound method.
func (g *Generator) Attr(name string) (starlark.Value, error) {
	switch name {
	case "__name__", "__qualname__":
		return g.rt.Str(g.name), nil
	case "gi_running":
		return g.rt.Bool(g.running), nil
	}
	return BindAttr(g, name)
}

// AttrNames lists the attributes.
func (g *Generator) AttrNames() []string { return append(g.Class().AttrNames(), "gi_running") }

// GeneratorMethods are the methods of generators.
var GeneratorMethods = map[string]Method{
	"__iter__": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return self, nil
	},
	"__next__": generatorNext,
	"next":     generatorNext,
	"send": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := OneArg(t, "generator", "send", args, kwargs, &v); err != nil {
			return nil, err
		}
		return self.(*Generator).step(t, v, nil)
	},
	"throw": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var typ, val, tb starlark.Value
		if err := Positional(t, "throw", args, kwargs, 1, &typ, &val, &tb); err != nil {
			return nil, err
		}
		if c, ok := typ.(*Class); ok {
			args := starlark.Tuple{}
			if val != nil && val != starlark.None {
				args = starlark.Tuple{val}
			}
			v, err := starlark.Call(t.Star, c, args, nil)
			if err != nil {
				return nil, err
			}
			typ = v
		}
		e, ok := typ.(*Exception)
		if !ok {
			return nil, TypeError.Errorf("exceptions must be classes or instances deriving from BaseException, not %s", TypeName(typ))
		}
		return self.(*Generator).step(t, starlark.None, Raise(e))
	},
	"close": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return starlark.None, self.(*Generator).Close(t)
	},
}

func generatorNext(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := NoArgs("generator", "next", args, kwargs); err != nil {
		return nil, err
	}
	return self.(*Generator).step(t, starlark.None, nil)
}

// step is resume with StopIteration at the end.
func (g *Generator) step(t *Thread, sent starlark.Value, thrown error) (starlark.Value, error) {
	v, err := g.resume(t, sent, thrown)
	if v == nil && err == nil {
		if r := g.result; r != nil && r != starlark.None {
			g.result = nil
			return nil, StopIteration.New(r)
		}
		return nil, StopIteration.New()
	}
	return v, err
}

// Close raises GeneratorExit where the generator stands.
func (g *Generator) Close(t *Thread) error {
	if g.done {
		return nil
	}
	if !g.started {
		g.done = true
		g.stop()
		return nil
	}
	v, err := g.resume(t, starlark.None, GeneratorExit.New())
	switch {
	case v != nil:
		return RuntimeError.Errorf("generator ignored GeneratorExit")
	case err != nil && (Is(err, GeneratorExit, g.rt.Dialect) || Is(err, StopIteration, g.rt.Dialect)):
		return nil
	}
	return err
}
