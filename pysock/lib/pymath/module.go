// Package pymath is Python's module math.
//
// floats.go has the functions of C's <math.h>, ints.go those of whole numbers,
// sums.go those of several numbers.
package pymath

import (
	"math"

	"example.com/pysock/pysock/libm"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const doc = "The mathematical functions of the C standard, for real numbers."

type function = func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	py2 := rt.Dialect == syntax.Python2
	m := object.NewModule(rt, "math", doc, nil)
	add := func(name string, f function) {
		m.Set(name, &object.Func{FuncName: name, Module: "math", Function: f})
	}
	for name, f := range floats {
		add(name, of1(name, f))
	}
	for name, f := range pairs {
		add(name, of2(name, f))
	}
	for name, f := range others {
		add(name, f)
	}
	m.Set("pi", starlark.Float(math.Pi))
	m.Set("e", starlark.Float(math.E))
	if py2 {
		for name, f := range map[string]func(float64) float64{"floor": math.Floor, "ceil": math.Ceil} {
			add(name, of1(name, func(x float64) (float64, error) { return f(x), nil }))
		}
		for name, f := range floats2 {
			add(name, of1(name, f))
		}
		for name, f := range pairs2 {
			add(name, of2(name, f))
		}
		add("hypot", of2("hypot", func(x, y float64) (float64, error) { return ranged(libm.Hypot(x, y), x, y) }))
		return m
	}
	for name, f := range floats3 {
		add(name, of1(name, f))
	}
	for name, f := range pairs3 {
		add(name, of2(name, f))
	}
	for name, f := range others3 {
		add(name, f)
	}
	m.Set("tau", starlark.Float(2*math.Pi))
	m.Set("inf", starlark.Float(math.Inf(1)))
	m.Set("nan", starlark.Float(math.NaN()))
	return m
}

func domain() error     { return object.ValueError.Errorf("math domain error") }
func outOfRange() error { return object.OverflowError.Errorf("math range error") }

// checked is the result r of a function of args: where no argument is a NaN, a
// NaN is a domain error; where all are finite, an infinity is a range error.
func checked(r float64, args ...float64) (float64, error) {
	finite := true
	for _, x := range args {
		if math.IsNaN(x) {
			return r, nil
		}
		finite = finite && !math.IsInf(x, 0)
	}
	switch {
	case math.IsNaN(r):
		return 0, domain()
	case math.IsInf(r, 0) && finite:
		return 0, outOfRange()
	}
	return r, nil
}

// ranged is checked for functions that are defined everywhere.
func ranged(r float64, args ...float64) (float64, error) { return checked(r, args...) }

// number takes an argument as a float.
func number(t *object.Thread, v starlark.Value) (float64, error) { return t.Float(v) }

func of1(name string, f func(x float64) (float64, error)) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.OneArg(t, "math", name, args, kwargs, &v); err != nil {
			return nil, err
		}
		x, err := number(t, v)
		if err != nil {
			return nil, err
		}
		r, err := f(x)
		return starlark.Float(r), err
	}
}

func of2(name string, f func(x, y float64) (float64, error)) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		x, y, err := two(t, name, args, kwargs)
		if err != nil {
			return nil, err
		}
		r, err := f(x, y)
		return starlark.Float(r), err
	}
}
