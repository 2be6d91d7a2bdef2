package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Async generators (PEP 525). What their bodies yield is marked, to tell it
// from what passes through them on its way from something they await to the
// event loop.

// yielded is a value of a yield expression of an async generator.
type yielded struct{ starlark.Value }

// asyncGeneratorMethods are the methods of async generators.
func asyncGeneratorMethods() map[string]Method {
	return map[string]Method{
		"__aiter__": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return self, nil
		},
		"__anext__": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return self.(*Generator).asend(t, starlark.None)
		},
		"asend": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var v starlark.Value
			if err := OneArg(t, "async_generator", "asend", args, kwargs, &v); err != nil {
				return nil, err
			}
			return self.(*Generator).asend(t, v)
		},
		"athrow": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return self.(*Generator).athrow(t, args, kwargs, false)
		},
		"aclose": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if err := NoArgs("async_generator", "aclose", args, kwargs); err != nil {
				return nil, err
			}
			return self.(*Generator).athrow(t, nil, nil, true)
		},
	}
}

// AsyncHooks are what sys.set_asyncgen_hooks sets; nil for none.
type AsyncHooks struct {
	FirstIter, Finalizer starlark.Value
}

// meet calls the hook for an async generator that is iterated for the first
// time.
func (g *Generator) meet(t *Thread) error {
	if g.met {
		return nil
	}
	g.met, g.hooks = true, t.RT.AsyncHooks
	if f := g.hooks.FirstIter; f != nil {
		_, err := t.Call(f, g)
		return err
	}
	return nil
}

// ended reports whether err is how an async generator that is at its end tells
// so.
func ended(err error, d syntax.Dialect) bool {
	return Is(err, StopAsyncIteration, d) || Is(err, GeneratorExit, d)
}

// unmark takes what resuming an async generator gave: a value that it yielded
// is the result of asend() or athrow(), and its end is StopAsyncIteration.
func (g *Generator) unmark(v starlark.Value, err error) (_, result starlark.Value, _ error) {
	if v == nil && err == nil {
		err = StopAsyncIteration.New()
	}
	if err != nil {
		g.asyncRunning = false
		if ended(err, g.rt.Dialect) {
			g.closed = true
		}
		return nil, nil, err
	}
	if y, ok := v.(yielded); ok {
		g.asyncRunning = false
		return nil, y.Value, nil
	}
	return v, nil, nil
}

// The states of an awaitable that an async generator made.
const (
	awaitNew = iota
	awaitRuns
	awaitDone
)

// asend returns the awaitable that resumes the generator with v.
func (g *Generator) asend(t *Thread, v starlark.Value) (starlark.Value, error) {
	if err := g.meet(t); err != nil {
		return nil, err
	}
	state := awaitNew
	run := func(t *Thread, o resumption) (starlark.Value, starlark.Value, error) {
		switch {
		case state == awaitDone:
			return nil, nil, RuntimeError.Errorf("cannot reuse already awaited __anext__()/asend()")
		case state == awaitNew && o.err == nil:
			if g.asyncRunning {
				return nil, nil, RuntimeError.Errorf("anext(): asynchronous generator is already running")
			}
			if o.sent == starlark.None {
				o.sent = v
			}
			state = awaitRuns
		}
		if o.err == nil {
			g.asyncRunning = true
		}
		y, result, err := g.unmark(g.resume(o))
		if y == nil {
			state = awaitDone
		}
		return y, result, err
	}
	end := func() error { state = awaitDone; return nil }
	return newStepper(TypesOf(t.RT.Dialect).ASend, t.RT, run, end), nil
}

// athrow returns the awaitable that throws an exception into the generator, or
// closes it.
func (g *Generator) athrow(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple, closing bool) (starlark.Value, error) {
	if len(args) == 0 && !closing {
		return nil, TypeError.Errorf("athrow expected at least 1 argument, got 0")
	}
	if err := g.meet(t); err != nil {
		return nil, err
	}
	name := "athrow()"
	if closing {
		name = "aclose()"
	}
	state := awaitNew
	// settle takes what resuming the generator gave.
	settle := func(v starlark.Value, err error) (starlark.Value, starlark.Value, error) {
		if !closing {
			v, result, err := g.unmark(v, err)
			if v == nil {
				state = awaitDone
			}
			return v, result, err
		}
		if _, ok := v.(yielded); ok {
			g.asyncRunning, state = false, awaitDone
			return nil, nil, RuntimeError.Errorf("async generator ignored GeneratorExit")
		}
		if v != nil {
			return v, nil, nil
		}
		g.asyncRunning, state = false, awaitDone
		if err == nil || ended(err, g.rt.Dialect) {
			return nil, starlark.None, nil
		}
		return nil, nil, err
	}
	run := func(t *Thread, o resumption) (starlark.Value, starlark.Value, error) {
		switch {
		case state == awaitDone:
			return nil, nil, RuntimeError.Errorf("cannot reuse already awaited aclose()/athrow()")
		case state == awaitRuns || o.err != nil:
			return settle(g.resume(o))
		case g.done:
			state = awaitDone
			return nil, starlark.None, nil
		case g.asyncRunning:
			state = awaitDone
			return nil, nil, RuntimeError.Errorf("%s: asynchronous generator is already running", name)
		case g.closed:
			state = awaitDone
			return nil, nil, StopAsyncIteration.New()
		case o.sent != starlark.None:
			return nil, nil, RuntimeError.Errorf("can't send non-None value to a just-started coroutine")
		}
		state = awaitRuns
		g.asyncRunning = true
		if closing {
			g.closed = true
			return settle(g.resume(resumption{err: GeneratorExit.New(), exit: true}))
		}
		o, err := t.throwing(args)
		if err != nil {
			g.asyncRunning = false
			return nil, nil, err
		}
		o.exit = true
		return settle(g.resume(o))
	}
	end := func() error { state = awaitDone; return nil }
	return newStepper(TypesOf(t.RT.Dialect).AThrow, t.RT, run, end), nil
}
