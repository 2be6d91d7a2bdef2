package object

import (
	"errors"
	"iter"
	"runtime"
	"sync/atomic"
	"weak"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A flavour says what calling a function that can be suspended makes.
type flavour uint8

const (
	plainGenerator  flavour = iota // def with yield
	nativeCoroutine                // async def
	asyncGenerator                 // async def with yield
)

// flavourWords are what messages call each flavour.
var flavourWords = [...]string{"generator", "coroutine", "async generator"}

// A coroutine is the body of a generator, coroutine or async generator, with a
// Starlark thread of its own. It knows nothing of the Generator that a script
// holds, so that one which nobody holds any more can be collected.
type coroutine struct {
	flavour flavour
	name    string             // of what was called
	fn      *starlark.Function // what was called; nil for a generator expression
	body    starlark.Value
	args    starlark.Tuple
	rt      *Runtime
	born    uint64 // see fresh

	thread *Thread // on which the body runs
	next   func() (starlark.Value, bool)
	stop   func()
	yield  func(starlark.Value) bool // inside the body

	order   resumption     // by which it was resumed last
	from    starlark.Value // what it delegates to: yield from, await
	err     error          // what ended the body
	result  starlark.Value // what it returned
	running bool
	killed  bool   // see kill
	claim   *claim // see watch
	started bool
	done    bool

	names map[string]starlark.Value // that a script has given it

	// Of an async generator: whether one of its awaitables is at work, whether
	// it has ended, and the hooks that it met.
	asyncRunning, closed, met bool
	hooks                     AsyncHooks

	guarded bool // it yields inside try or with
	doubts

	before, after *coroutine              // in Runtime.suspended
	holder        weak.Pointer[Generator] // of one that is watched
}

// A resumption resumes a coroutine: its yield expression has the value that is
// sent, or raises err.
type resumption struct {
	sent starlark.Value
	err  error
	// args are those that throw() was called with: it is passed on with the
	// same ones.
	args starlark.Tuple
	// exit is set where GeneratorExit doesn't close what the coroutine delegates
	// to, but is thrown into it.
	exit bool
}

// send is the order that sends v.
func send(v starlark.Value) resumption { return resumption{sent: v} }

// start begins to run the body, up to where it is resumed for the first time.
func (co *coroutine) start() {
	co.started = true
	t := &Thread{Star: &starlark.Thread{Name: co.name}, RT: co.rt, gen: co}
	co.thread = t
	t.Star.SetLocal(threadKey, t)
	t.Star.OnMaxSteps = func(*starlark.Thread) { t.slice() }
	t.Star.SetMaxExecutionSteps(sliceSteps)
	body, args := co.body, co.args
	co.args = nil
	co.next, co.stop = iter.Pull(func(yield func(starlark.Value) bool) {
		co.yield = yield
		v, err := starlark.Call(t.Star, body, args, nil)
		if err != nil {
			co.err = t.detach(err)
			return
		}
		if co.name != GeneratorExpression {
			co.result = v
		}
	})
}

// resume runs the body to its next yield. The value is nil at the end, where
// co.result is what it returned.
func (co *coroutine) resume(o resumption) (starlark.Value, error) {
	what := flavourWords[co.flavour]
	switch {
	case co.running:
		return nil, ValueError.Errorf("%s already executing", what)
	case co.done && co.flavour == nativeCoroutine:
		return nil, RuntimeError.Errorf("cannot reuse already awaited coroutine")
	case co.done:
		co.result = nil
		return nil, o.err
	case !co.started && o.err != nil:
		co.finish()
		return nil, co.notEntered(o.err)
	case !co.started && o.sent != starlark.None:
		return nil, TypeError.Errorf("can't send non-None value to a just-started %s", what)
	}
	rt := co.rt
	outer := rt.current
	below := outer.depth()
	if below > rt.RecursionLimit() && outer.room() < 0 {
		return nil, RecursionError.Errorf("maximum recursion depth exceeded")
	}
	if !co.started {
		co.start()
		rt.suspended.add(co)
	}
	t := co.thread
	t.Waiter, t.root, t.outer, t.below, t.belowCalls = outer.Waiter, outer.root, outer, below, -1
	co.order = o
	co.running = true
	rt.enter(t)
	v, ok := co.next()
	rt.enter(outer)
	co.running = false
	t.outer, t.handled = nil, nil
	if ok {
		return v, nil
	}
	co.finish()
	err := co.err
	co.err = nil
	return nil, co.escaped(err)
}

// notEntered is an error thrown into a body that hasn't begun: it shows where the
// function is defined.
func (co *coroutine) notEntered(err error) error {
	r := co.rt.current.raised(err)
	at := co.frame().at
	if c, ok := co.code().(*Code); ok {
		at.Line = c.definition().Line
	}
	at.Located = true
	return &Raised{Kind: r.Kind, Exc: r.Exc, Inner: r.Inner.after([]Frame{at})}
}

// finish notes that the body is at its end, or will never begin, and lets go
// of what it held.
func (co *coroutine) finish() {
	co.done = true
	co.args, co.from, co.order = nil, nil, resumption{}
	co.thread, co.next, co.stop, co.yield = nil, nil, nil, nil
	if co.claim != nil {
		co.claim.co.Store(nil)
	}
	co.rt.suspended.remove(co)
}

// escaped is the error for one that ended the body. A StopIteration would look
// like the end to whoever resumed it. (PEP 479)
func (co *coroutine) escaped(err error) error {
	if err == nil || co.rt.Dialect == syntax.Python2 {
		return err
	}
	name := "StopIteration"
	if !Is(err, StopIteration, co.rt.Dialect) {
		name = "StopAsyncIteration"
		if co.flavour != asyncGenerator || !Is(err, StopAsyncIteration, co.rt.Dialect) {
			return err
		}
	}
	var r *Raised
	errors.As(err, &r)
	if top := co.rt.current.Handling(); top != nil && r.Exc.Context == nil && !r.Bare { // in whoever resumed it
		r.Exc.setContext(top)
	}
	e := NewException(RuntimeError.Class(co.rt.Dialect), starlark.Tuple{co.rt.Str(sprintf("%s raised %s", flavourWords[co.flavour], name))})
	e.Cause, e.Context, e.Suppress = r.Exc, r.Exc, true
	if !r.Inner.empty() {
		r.Exc.setTrail(co.rt, r.Inner)
	}
	return Raise(e)
}

// suspend hands v to whoever resumed the coroutine, and returns the order by
// which it is resumed.
func (co *coroutine) suspend(v starlark.Value) resumption {
	if !co.yield(v) {
		return resumption{err: GeneratorExit.New()}
	}
	if co.killed {
		runtime.Goexit()
	}
	return co.order
}

// kill ends a body that refuses to end: it runs no further.
func (co *coroutine) kill() {
	done := make(chan struct{})
	go func() { // which Goexit ends, too
		defer close(done)
		co.killed = true
		co.next()
	}()
	<-done
	co.finish()
}

// close raises GeneratorExit where the body stands.
func (co *coroutine) close() error {
	switch {
	case co.running:
		return ValueError.Errorf("%s already executing", flavourWords[co.flavour])
	case co.done:
		return nil
	case !co.started:
		co.finish()
		return nil
	}
	v, err := co.resume(resumption{err: GeneratorExit.New()})
	switch {
	case v != nil:
		return RuntimeError.Errorf("%s ignored GeneratorExit", flavourWords[co.flavour])
	case err != nil && (Is(err, GeneratorExit, co.rt.Dialect) || Is(err, StopIteration, co.rt.Dialect)):
		return nil
	}
	return err
}

// abandon closes a coroutine that nobody can resume any more.
func (co *coroutine) abandon() {
	if !co.started && co.flavour == nativeCoroutine && !co.done {
		co.finish()
		if co.rt.Unawaited != nil {
			g := &Generator{co}
			name, _ := AsText(g.named("__qualname__"))
			co.rt.Unawaited(name, g)
		}
		return
	}
	if co.running {
		return
	}
	if err := co.close(); err != nil && co.rt.Unraisable != nil {
		if t := co.rt.current; t != nil && co.rt.Dialect != syntax.Python2 {
			err = t.here(err)
		}
		co.rt.Unraisable(err, &Generator{co})
	}
	if co.started && !co.done {
		co.kill()
	}
}

// freshSteps is how many of Starlark's instructions lie between the making of a
// generator and the operator that prepares the loop over it in "for x in f()":
// return, push the operator, apply it.
const freshSteps = 3

// fresh reports whether nobody can hold the generator but a loop that is
// prepared now: there was no time to store it.
func (co *coroutine) fresh() bool {
	t := co.rt.current
	return !co.started && !co.done && t != nil && t.Star.Steps-co.born <= freshSteps
}

// A coroutines is the list of those that are suspended, oldest first.
type coroutines struct{ first, last *coroutine }

func (l *coroutines) add(co *coroutine) {
	if co.before != nil || l.first == co {
		return
	}
	co.before = l.last
	if l.last != nil {
		l.last.after = co
	} else {
		l.first = co
	}
	l.last = co
}

func (l *coroutines) remove(co *coroutine) {
	if co.before == nil && l.first != co {
		return
	}
	if co.before != nil {
		co.before.after = co.after
	} else {
		l.first = co.after
	}
	if co.after != nil {
		co.after.before = co.before
	} else {
		l.last = co.before
	}
	co.before, co.after = nil, nil
}

// closeDropped ends those that the collector has found nobody to hold.
func (l *coroutines) closeDropped() {
	var dropped []*coroutine
	for co := l.first; co != nil; co = co.after {
		if !co.running && co.holder.Value() == nil {
			dropped = append(dropped, co)
		}
	}
	for _, co := range dropped {
		co.abandon()
	}
}

// CloseGenerators ends the generators that wait to be resumed, as CPython does
// at exit.
func (rt *Runtime) CloseGenerators() {
	for co := rt.suspended.first; co != nil; co = rt.suspended.first {
		rt.suspended.remove(co)
		switch {
		case !co.running:
			co.abandon()
		case rt.closing.Load(): // by a thread that runs no further
			co.finish()
		}
	}
}

// value is the generator of one that can be resumed, nil if nobody holds it.
func (co *coroutine) value() starlark.Value {
	if g := co.holder.Value(); g != nil && !co.done {
		return g
	}
	return nil
}

// A claim is what the collector has of a coroutine, until that has ended: more
// would keep its runtime alive for as long as there is the generator.
type claim struct{ co atomic.Pointer[coroutine] }

// watch has the coroutine ended when its generator is collected.
func watch(g *Generator) {
	g.holder = weak.Make(g)
	c := new(claim)
	c.co.Store(g.coroutine)
	g.claim = c
	runtime.AddCleanup(g, func(c *claim) {
		if co := c.co.Load(); co != nil {
			co.rt.Later(func(*Thread) { co.abandon() })
		}
	}, c)
}

// here is an error that came up where the thread's innermost call stands now,
// or that came there from further in.
func (t *Thread) here(err error) error {
	r := t.raised(err)
	if r.Exc == nil {
		r.Exc = r.in(t.RT.Dialect)
	}
	all := frames(t.Star.CallStack())
	return &Raised{Kind: r.Kind, Exc: r.Exc, Inner: r.Inner.after(all[max(len(all)-1, 0):])}
}

// detach returns an error of this thread as one that goes on in another: the
// frames so far become its inner traceback.
func (t *Thread) detach(err error) error { return t.detachAbove(err, 0) }

// detachAbove is detach for the frames above that depth.
func (t *Thread) detachAbove(err error, depth int) *Raised {
	r := t.raised(err)
	if r.Exc == nil {
		r.Exc = r.in(t.RT.Dialect)
	}
	inner := r.Inner
	var eval *starlark.EvalError
	if errors.As(err, &eval) {
		own := framesOf(eval, depth)
		r.mark(own)
		if depth == 0 && len(own) > 0 && t.gen != nil {
			own[0].Name = t.gen.name
		}
		if r.Bare && len(own) > 0 {
			own = own[:len(own)-1]
		}
		inner = inner.after(own)
	}
	return &Raised{Kind: r.Kind, Exc: r.Exc, Inner: inner}
}
