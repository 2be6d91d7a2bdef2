// Package pyrandom is the generator below Python's module random: _random.Random,
// whose numbers are CPython's for every seed. Module random itself is embedded
// Python.
package pyrandom

import (
	"crypto/rand"
	"encoding/binary"
	"math/big"
	"math/bits"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := object.NewModule(rt, "_random", "The Mersenne Twister.", nil)
	m.Set("Random", newClass(rt))
	return m
}

// A generator is _random.Random.
type generator struct {
	object.NoOwn
	twister
	class *object.Class
}

var (
	_ object.Typed      = (*generator)(nil)
	_ starlark.HasAttrs = (*generator)(nil)
)

func newClass(rt *object.Runtime) *object.Class {
	c := object.NewClass("_random", "Random", object.TypesOf(rt.Dialect).Object)
	c.Static = true
	c.Doc = "Random() -> a generator of random numbers with a state of its own"
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		g := &generator{class: c} // further arguments are for __init__ of a class below
		return g, g.reseed(t, "Random", args[:min(len(args), 1)], nil)
	}
	c.Methods = map[string]object.Method{
		"random": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if err := object.NoArgs("Random", "random", args, kwargs); err != nil {
				return nil, err
			}
			return starlark.Float(self.(*generator).float()), nil
		},
		"seed": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.None, self.(*generator).reseed(t, "seed", args, kwargs)
		},
		"getrandbits": getrandbits,
		"getstate":    getstate,
		"setstate":    setstate,
		"_below":      below,
	}
	if rt.Dialect == syntax.Python2 {
		c.Methods["jumpahead"] = jumpahead
	}
	return c
}

// reseed is seed(n=None): an integer gives its absolute value, another object
// its hash, None what the system has.
func (g *generator) reseed(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) error {
	v := starlark.Value(starlark.None)
	if err := object.Positional(t, name, args, kwargs, 0, &v); err != nil {
		return err
	}
	if v == starlark.None {
		var b [size * 4]byte
		rand.Read(b[:])
		key := make([]uint32, size)
		for i := range key {
			key[i] = binary.LittleEndian.Uint32(b[4*i:])
		}
		g.seed(key)
		return nil
	}
	n, ok := object.AsInt(v)
	if !ok {
		hash, err := t.RT.Attr(t.RT.Builtins, "hash")
		if err != nil {
			return err
		}
		h, err := t.Call(hash, v)
		if err != nil {
			return err
		}
		n, _ = object.AsInt(h)
		if i, ok := n.Int64(); ok {
			n = starlark.MakeUint64(uint64(i))
		}
	}
	g.seed(words(new(big.Int).Abs(n.BigInt())))
	return nil
}

// words returns the words of a number, the least first.
func words(n *big.Int) []uint32 {
	key := make([]uint32, max(1, (n.BitLen()+31)/32))
	b := n.FillBytes(make([]byte, 4*len(key)))
	for i := range key {
		key[i] = binary.BigEndian.Uint32(b[len(b)-4*i-4:])
	}
	return key
}

// bits returns a number of k random bits.
func (g *generator) bits(k int) starlark.Int {
	if k <= 32 {
		return starlark.MakeUint64(uint64(g.word()) >> (32 - k))
	}
	n := (k + 31) / 32
	b := make([]byte, 4*n)
	for i := range n {
		w := g.word()
		if i == n-1 && k%32 > 0 {
			w >>= 32 - k%32
		}
		binary.BigEndian.PutUint32(b[len(b)-4*i-4:], w)
	}
	return starlark.MakeBigInt(new(big.Int).SetBytes(b))
}

// getrandbits is getrandbits(k): an integer of k random bits.
func getrandbits(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var k int
	if t.RT.Dialect == syntax.Python2 {
		if err := object.Positional(t, "getrandbits", args, kwargs, 1, &k); err != nil {
			return nil, err
		}
		if k <= 0 {
			return nil, object.ValueError.Errorf("number of bits must be greater than zero")
		}
		return object.NewLong(self.(*generator).bits(k)), nil
	}
	if err := object.OneArg(t, "Random", "getrandbits", args, kwargs, &k); err != nil {
		return nil, err
	}
	switch {
	case k < 0:
		return nil, object.ValueError.Errorf("number of bits must be non-negative")
	case k == 0:
		return starlark.MakeInt(0), nil
	}
	return self.(*generator).bits(k), nil
}

// below is _below(n), ours alone: the first of getrandbits(n.bit_length()) that
// is below n, which is how CPython chooses without bias.
func below(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "Random", "_below", args, kwargs, &v); err != nil {
		return nil, err
	}
	n, ok := object.AsInt(v)
	if !ok || n.Sign() <= 0 {
		return nil, object.ValueError.Errorf("the limit must be positive")
	}
	g := self.(*generator)
	if i, ok := n.Uint64(); ok && i < 1<<32 {
		shift := 32 - bits.Len64(i)
		for {
			if w := uint64(g.word()) >> shift; w < i {
				return starlark.MakeUint64(w), nil
			}
		}
	}
	k := n.BigInt().BitLen()
	for {
		w := g.bits(k)
		if w.Sub(n).Sign() < 0 {
			return w, nil
		}
	}
}

// getstate is getstate(): the 624 words and the position.
func getstate(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	g := self.(*generator)
	state := make(starlark.Tuple, size+1)
	number := func(n uint64) starlark.Value {
		if t.RT.Dialect == syntax.Python2 {
			return object.NewLong(starlark.MakeUint64(n))
		}
		return starlark.MakeUint64(n)
	}
	for i, w := range g.state {
		state[i] = number(uint64(w))
	}
	state[size] = number(uint64(g.next))
	return state, object.NoArgs("Random", "getstate", args, kwargs)
}

// setstate is setstate(state).
func setstate(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "Random", "setstate", args, kwargs, &v); err != nil {
		return nil, err
	}
	state, ok := object.Unwrap(v).(starlark.Tuple)
	if !ok {
		return nil, object.TypeError.Errorf("state vector must be a tuple")
	}
	if len(state) != size+1 {
		return nil, object.ValueError.Errorf("state vector is the wrong size")
	}
	var fresh twister
	for i := range size {
		n, ok := object.AsInt(state[i])
		w, fits := n.Uint64()
		switch {
		case !ok:
			return nil, object.TypeError.By("an integer is required", "an integer is required")
		case n.Sign() < 0 && t.RT.Dialect != syntax.Python2:
			return nil, object.OverflowError.Errorf("can't convert negative value to unsigned int")
		case !fits && n.Sign() >= 0 && t.RT.Dialect != syntax.Python2:
			return nil, object.OverflowError.Errorf("Python int too large to convert to C unsigned long")
		case n.Sign() < 0:
			return nil, object.OverflowError.Errorf("can't convert negative value to unsigned long")
		}
		fresh.state[i] = uint32(w)
	}
	next, err := t.Int(state[size])
	if err != nil {
		return nil, err
	}
	if next < 0 || next > size {
		return nil, object.ValueError.Errorf("invalid state")
	}
	fresh.next = int(next)
	self.(*generator).twister = fresh
	return starlark.None, nil
}

// jumpahead is Python 2's jumpahead(n).
func jumpahead(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "Random", "jumpahead", args, kwargs, &v); err != nil {
		return nil, err
	}
	n, ok := object.AsInt(v)
	if !ok {
		return nil, object.TypeError.Errorf("jumpahead requires an integer, not '%s'", object.TypeName(v))
	}
	self.(*generator).jump(new(big.Int).Abs(n.BigInt()))
	return starlark.None, nil
}

// Class returns _random.Random.
func (g *generator) Class() *object.Class { return g.class }

// Attr returns a bound method.
func (g *generator) Attr(name string) (starlark.Value, error) { return object.BindAttr(g, name) }

// AttrNames lists the methods.
func (g *generator) AttrNames() []string { return g.class.AttrNames() }

func (g *generator) String() string        { return "<_random.Random object>" }
func (g *generator) Type() string          { return "_random.Random" }
func (g *generator) Freeze()               {}
func (g *generator) Truth() starlark.Bool  { return true }
func (g *generator) Hash() (uint32, error) { return uint32(object.ID(g) >> 4), nil }
