package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Generator is what a script holds of a coroutine: a generator, a coroutine
// of an async def, or an async generator.
type Generator struct {
	*coroutine
}

var (
	_ starlark.Iterable    = (*Generator)(nil)
	_ starlark.HasAttrs    = (*Generator)(nil)
	_ starlark.HasSetField = (*Generator)(nil)
	_ Nexter               = (*Generator)(nil)
	_ resumable            = (*Generator)(nil)
)

// GeneratorExpression is the name of all generator expressions. What their
// bodies return means nothing.
const GeneratorExpression = "<genexpr>"

// NewGenerator returns the generator that calling fn makes: its body is called
// with args when the first value is asked for.
func NewGenerator(t *Thread, name string, fn *starlark.Function, body starlark.Value, args starlark.Tuple) *Generator {
	return newCoroutine(t, plainGenerator, name, fn, body, args)
}

// Guard notes that the body yields inside try or with: that somebody may notice when
// it is closed.
func (g *Generator) Guard() { g.guarded = true }

// NewCoroutine is NewGenerator for an async def.
func NewCoroutine(t *Thread, name string, fn *starlark.Function, body starlark.Value, args starlark.Tuple) *Generator {
	g := newCoroutine(t, nativeCoroutine, name, fn, body, args)
	t.RT.suspended.add(g.coroutine)
	watch(g)
	return g
}

// NewAsyncGenerator is NewGenerator for an async def that yields.
func NewAsyncGenerator(t *Thread, name string, fn *starlark.Function, body starlark.Value, args starlark.Tuple) *Generator {
	return newCoroutine(t, asyncGenerator, name, fn, body, args)
}

func newCoroutine(t *Thread, f flavour, name string, fn *starlark.Function, body starlark.Value, args starlark.Tuple) *Generator {
	co := &coroutine{flavour: f, name: name, fn: fn, body: body, args: args, rt: t.RT, born: t.Star.Steps}
	if fn != nil {
		co.names = t.RT.generatorNames(fn)
	}
	return &Generator{co}
}

// resume is that of the coroutine, which is watched from the first time on.
func (g *Generator) resume(o resumption) (starlark.Value, error) {
	if !g.started && g.flavour != nativeCoroutine {
		watch(g)
	}
	return g.coroutine.resume(o)
}

// advance is resume with the result at the end.
func (g *Generator) advance(_ *Thread, o resumption) (v, result starlark.Value, err error) {
	v, err = g.resume(o)
	if v != nil || err != nil {
		return v, nil, err
	}
	if result = g.result; result == nil {
		result = starlark.None
	}
	g.result = nil
	return nil, result, nil
}

// NextOf returns v as a Nexter, if next() takes it: it doesn't take a coroutine.
func NextOf(v starlark.Value) (Nexter, bool) {
	if g, ok := v.(*Generator); ok && g.flavour != plainGenerator {
		return nil, false
	}
	n, ok := v.(Nexter)
	return n, ok
}

// NextValue resumes the generator. One that returned a value ends with a
// StopIteration that carries it.
func (g *Generator) NextValue(t *Thread) (starlark.Value, error) {
	v, result, err := g.advance(t, send(starlark.None))
	if result != nil && result != starlark.None {
		err = StopIteration.New(result)
	}
	return v, err
}

// Iterate resumes the generator for each element.
func (g *Generator) Iterate() starlark.Iterator { return &generatorIterator{g: g} }

// An ownedGenerator is one that nobody can hold but the loop over it: it is
// closed when the loop is left.
type ownedGenerator struct{ *Generator }

func (g ownedGenerator) Iterate() starlark.Iterator {
	return &generatorIterator{g: g.Generator, owned: true}
}

type generatorIterator struct {
	g     *Generator
	owned bool
	err   error
}

func (it *generatorIterator) Next(p *starlark.Value) bool {
	v, err := it.g.resume(send(starlark.None))
	if err != nil && it.g.rt.Dialect == syntax.Python2 && Is(err, StopIteration, syntax.Python2) {
		err = nil // raised by the body: it ends it as well
	}
	it.err = err
	if v == nil {
		return false
	}
	*p = v
	return true
}

func (it *generatorIterator) Err() error { return it.err }

func (it *generatorIterator) Done() {
	if it.owned && !it.g.running {
		it.g.abandon()
	}
	it.g, it.owned = nil, false // see walked
}

// Class returns the type of generators, coroutines or async generators.
func (g *Generator) Class() *Class {
	ts := TypesOf(g.rt.Dialect)
	return [...]*Class{ts.Generator, ts.Coroutine, ts.AsyncGenerator}[g.flavour]
}

// String returns the repr.
func (g *Generator) String() string { return g.Repr(g.rt.Dialect) }

// Repr names the function.
func (g *Generator) Repr(d syntax.Dialect) string {
	name := "__qualname__"
	if d == syntax.Python2 {
		name = "__name__"
	}
	return sprintf("<%s object %s at 0x%x>", g.Type(), Str(d, g.named(name)), ID(g))
}

// Type returns "generator", "coroutine" or "async_generator".
func (g *Generator) Type() string { return g.Class().ClassName }

// Freeze does nothing.
func (g *Generator) Freeze() {}

// Truth returns true.
func (g *Generator) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (g *Generator) Hash() (uint32, error) { return identity(g), nil }

// Attr returns a name or a bound method.
func (g *Generator) Attr(name string) (starlark.Value, error) {
	if name == "__name__" || name == "__qualname__" && g.rt.Dialect != syntax.Python2 {
		return g.named(name), nil
	}
	return BindAttr(g, name)
}

// generatorNames are the names that a generator takes from a function to which a
// script has given some, nil if it hasn't: those of the function at that time,
// Python 2's that of the function's code.
func (rt *Runtime) generatorNames(fn *starlark.Function) map[string]starlark.Value {
	a := rt.functions.get(fn)
	if a == nil || len(a.special) == 0 {
		return nil
	}
	names := make(map[string]starlark.Value)
	if rt.Dialect == syntax.Python2 {
		if code, ok := a.special["__code__"].(*Code); ok {
			names["__name__"] = rt.Str(code.Name)
		}
		return names
	}
	for _, name := range [...]string{"__name__", "__qualname__"} {
		if v := a.special[name]; v != nil {
			names[name] = v
		}
	}
	return names
}

// named is __name__ or __qualname__: what a script has set, or that of the
// function's definition.
func (g *Generator) named(name string) starlark.Value {
	if v := g.names[name]; v != nil {
		return v
	}
	if fn, ok := g.body.(*starlark.Function); ok && name == "__qualname__" {
		if d := definition(fn); d != nil {
			return g.rt.Str(d.Name)
		}
	}
	return g.rt.Str(g.name)
}

// SetField sets a name.
func (g *Generator) SetField(name string, v starlark.Value) error {
	if name != "__name__" && name != "__qualname__" || g.rt.Dialect == syntax.Python2 {
		return ReadOnly(g.rt.Dialect, g, name, v)
	}
	if _, ok := AsText(v); !ok {
		return TypeError.Errorf("%s must be set to a string object", name)
	}
	if g.names == nil {
		g.names = make(map[string]starlark.Value)
	}
	g.names[name] = v
	return nil
}

// DelField says that a name can't be deleted.
func (g *Generator) DelField(name string) error { return g.SetField(name, nil) }

// AttrNames lists the attributes.
func (g *Generator) AttrNames() []string { return append(g.Class().AttrNames(), "__name__") }

// generatorGetters are the attributes that tell how a coroutine stands; their
// names begin with gi_, cr_ or ag_.
func generatorGetters(prefix, from string, py2 bool) map[string]func(self starlark.Value) (starlark.Value, error) {
	on := func(f func(g *Generator) starlark.Value) func(self starlark.Value) (starlark.Value, error) {
		return func(self starlark.Value) (starlark.Value, error) { return f(self.(*Generator)), nil }
	}
	all := map[string]func(self starlark.Value) (starlark.Value, error){
		prefix + "running": on(func(g *Generator) starlark.Value {
			if py2 {
				return starlark.MakeInt(map[bool]int{true: 1}[g.running])
			}
			return Truthy(g.running || g.flavour == asyncGenerator && g.asyncRunning)
		}),
		prefix + "frame": on(func(g *Generator) starlark.Value {
			if g.done {
				return starlark.None
			}
			return g.frame()
		}),
		prefix + "code": on(func(g *Generator) starlark.Value { return g.code() }),
	}
	if py2 {
		return all
	}
	all[prefix+from] = on(func(g *Generator) starlark.Value {
		if g.from == nil || g.running {
			return starlark.None
		}
		return g.from
	})
	switch prefix {
	case "gi_", "cr_":
		all[prefix+"suspended"] = on(func(g *Generator) starlark.Value { return Truthy(g.started && !g.running && !g.done) })
	}
	if prefix == "cr_" {
		all["cr_origin"] = on(func(g *Generator) starlark.Value { return starlark.None })
	}
	return all
}

// code is the code object of the function.
func (co *coroutine) code() starlark.Value {
	fn := co.fn
	if fn == nil {
		fn = co.body.(*starlark.Function)
	}
	return co.rt.functionCode(fn, co.name)
}

// frame is where the body stands.
func (co *coroutine) frame() *FrameObject {
	if co.thread == nil {
		pos := co.body.(*starlark.Function).Position()
		return &FrameObject{rt: co.rt, fn: co.fn, at: Frame{File: pos.Filename(), Line: int(pos.Line), Name: co.name}}
	}
	f := co.thread.FrameObject()
	for f.back != nil && f.back.thread == co.thread {
		f = f.back
	}
	return f
}

// addGeneratorTypes gives the types of generators their methods.
func addGeneratorTypes(ts *Types, py2 bool) {
	self := func(_ *Thread, self starlark.Value, _ starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
		return self, nil
	}
	ts.Generator.Methods = map[string]Method{"__iter__": self, "send": methodSend, "throw": methodThrow, "close": methodClose}
	ts.Generator.Getters = generatorGetters("gi_", "yieldfrom", py2)
	if py2 {
		ts.Generator.Methods["next"] = methodNext
		return
	}
	ts.Generator.Methods["__next__"] = methodNext
	ts.Coroutine.Methods = map[string]Method{"__await__": coroutineAwait, "send": methodSend, "throw": methodThrow, "close": methodClose}
	ts.Coroutine.Getters = generatorGetters("cr_", "await", py2)
	ts.AsyncGenerator.Methods = asyncGeneratorMethods()
	ts.AsyncGenerator.Getters = generatorGetters("ag_", "await", py2)
	for _, c := range []*Class{ts.ASend, ts.AThrow, ts.ANext, ts.CoroutineWrapper} {
		c.Methods = map[string]Method{
			"__iter__": self, "__await__": self, "__next__": methodNext,
			"send": methodSend, "throw": methodThrow, "close": methodClose,
		}
	}
}
