package builtins

import (
	"errors"
	"math"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

type (
	oneOperand  = func(x starlark.Value) (starlark.Value, error)
	twoOperands = func(x, y starlark.Value) (starlark.Value, error)
)

// Operator returns the operator that lowering calls op, or nil if there is none
// of that name. A binary operator with an arg is bound to it as its second
// operand; others use arg as their comment says.
func Operator(rt *object.Runtime, op string, arg starlark.Value) *object.Operator {
	name := op
	if arg != nil {
		name += " " + rt.Repr(arg)
	}
	if f, ok := named[op]; ok {
		one, two := f(rt, text(arg))
		return &object.Operator{Name: name, One: one, Two: two}
	}
	if f, ok := unaries[op]; ok {
		return &object.Operator{Name: name, One: func(x starlark.Value) (starlark.Value, error) { return f(rt, x) }}
	}
	if f, ok := withArg[op]; ok {
		return &object.Operator{Name: name, One: func(x starlark.Value) (starlark.Value, error) { return f(rt, x, arg) }}
	}
	two := binaryOperator(rt, op)
	switch {
	case two == nil:
		return nil
	case arg == nil:
		return &object.Operator{Name: name, Two: two}
	}
	if one := boundComparison(op, arg, two); one != nil {
		return &object.Operator{Name: name, One: one}
	}
	if one := boundCount(op, arg, two); one != nil {
		return &object.Operator{Name: name, One: one}
	}
	return &object.Operator{Name: name, One: func(x starlark.Value) (starlark.Value, error) { return two(x, arg) }}
}

func text(v starlark.Value) string {
	if v == nil {
		return ""
	}
	s, _ := object.AsText(v)
	return s
}

var comparisons = map[string]syntax.CmpOp{
	"eq": syntax.Eq, "ne": syntax.NotEq, "lt": syntax.Lt, "le": syntax.LtE, "gt": syntax.Gt, "ge": syntax.GtE,
	"is": syntax.Is, "isnot": syntax.IsNot, "in": syntax.In, "notin": syntax.NotIn,
}

// binaryOperator returns the function of two operands, or nil.
func binaryOperator(rt *object.Runtime, op string) twoOperands {
	d := rt.Dialect
	if cmp, ok := comparisons[op]; ok {
		return func(x, y starlark.Value) (starlark.Value, error) {
			if a, ok := x.(starlark.Int); ok {
				if b, ok := y.(starlark.Int); ok && cmp <= syntax.GtE {
					if i, j, ok := small(a, b); ok {
						return object.Truthy(intHolds(cmp, i, j)), nil
					}
				}
			}
			if d == syntax.Python2 && cmp <= syntax.NotEq {
				if err := warnMixed(rt, cmp, x, y); err != nil {
					return nil, err
				}
			}
			return object.Compare(d, cmp, x, y)
		}
	}
	if a, ok := arithmetic[op]; ok {
		return func(x, y starlark.Value) (starlark.Value, error) { return a.f(rt.Current(), x, y) }
	}
	if tok, ok := tokens[op]; ok {
		return func(x, y starlark.Value) (starlark.Value, error) { return fit(rt.Current(), tok, x, y) }
	}
	if tok, ok := inplace[op]; ok {
		return func(x, y starlark.Value) (starlark.Value, error) { return augment(rt.Current(), tok, x, y) }
	}
	if plain := strings.TrimPrefix(op, "i"); plain != op {
		if a, ok := arithmetic[plain]; ok {
			return func(x, y starlark.Value) (starlark.Value, error) {
				if z, err := object.AugmentHook(x, plain, y); z != nil || err != nil {
					return z, err
				}
				if plain == "pow" && ownsPower(rt, x) {
					return nil, unsupported(rt.Current(), a.sign, x, y)
				}
				z, err := a.f(rt.Current(), x, y)
				return z, augmentedSign(plain, err)
			}
		}
	}
	if f, ok := binaries[op]; ok {
		return func(x, y starlark.Value) (starlark.Value, error) { return f(rt, x, y) }
	}
	return nil
}

// warnMixed warns where == or != are asked of a unicode and a str that can't be
// decoded, which are not equal.
func warnMixed(rt *object.Runtime, op syntax.CmpOp, x, y starlark.Value) error {
	if object.Mixed(x, y) == nil {
		return nil
	}
	word := "equal"
	if op == syntax.NotEq {
		word = "unequal"
	}
	return rt.Current().Warn(object.UnicodeWarning, 1,
		"Unicode %s comparison failed to convert both arguments to Unicode - interpreting them as being unequal", word)
}

// ownsPower reports whether **= of Python 2 asks __ipow__ alone, once a new-style class
// has it.
func ownsPower(rt *object.Runtime, x starlark.Value) bool {
	return rt.Dialect == syntax.Python2 && !rt.ClassOf(x).OldStyle && object.SpecialMethod(x, "__ipow__") != nil
}

// augmentedSign puts the sign of the augmented assignment into a TypeError.
func augmentedSign(op string, err error) error {
	var r *object.Raised
	if err == nil || !errors.As(err, &r) || r.Kind != object.TypeError {
		return err
	}
	from := "for " + arithmetic[op].sign + ":"
	to := "for " + strings.TrimSuffix(arithmetic[op].sign, " or pow()") + "=:"
	if msg := strings.TrimPrefix(r.Error(), "TypeError: "); strings.Contains(msg, from) {
		words3 := strings.Replace(msg, from, to, 1)
		if op == "pow" {
			return object.TypeError.By(msg, words3)
		}
		return object.TypeError.Errorf("%s", words3)
	}
	return err
}

func intHolds(op syntax.CmpOp, i, j int64) bool {
	switch op {
	case syntax.Eq:
		return i == j
	case syntax.NotEq:
		return i != j
	case syntax.Lt:
		return i < j
	case syntax.LtE:
		return i <= j
	case syntax.Gt:
		return i > j
	}
	return i >= j
}

// boundCount is x += arg, x + arg and their like for an int, which is what most
// loops count with; nil for others.
func boundCount(op string, arg starlark.Value, slow twoOperands) oneOperand {
	k, ok := arg.(starlark.Int)
	if op = strings.TrimPrefix(op, "i"); !ok || op != "add" && op != "sub" {
		return nil
	}
	step, ok := k.Int64()
	if !ok || step < -math.MaxInt32 || step > math.MaxInt32 {
		return nil
	}
	if op == "sub" {
		step = -step
	}
	return func(x starlark.Value) (starlark.Value, error) {
		if n, ok := x.(starlark.Int); ok {
			if i, ok := n.Int64(); ok && i > -1<<62 && i < 1<<62 {
				return starlark.MakeInt64(i + step), nil
			}
		}
		return slow(x, arg)
	}
}

// boundComparison is the short way for a comparison with a small integer or a
// string.
func boundComparison(op string, arg starlark.Value, slow twoOperands) oneOperand {
	cmp, ok := comparisons[op]
	if !ok || cmp > syntax.GtE {
		return nil
	}
	switch k := arg.(type) {
	case starlark.Int:
		j, ok := k.Int64()
		if !ok {
			return nil
		}
		return func(x starlark.Value) (starlark.Value, error) {
			if n, ok := x.(starlark.Int); ok {
				if i, ok := n.Int64(); ok {
					return object.Truthy(intHolds(cmp, i, j)), nil
				}
			}
			return slow(x, arg)
		}
	case starlark.String:
		if cmp > syntax.NotEq {
			return nil
		}
		return func(x starlark.Value) (starlark.Value, error) {
			if s, ok := x.(starlark.String); ok {
				return object.Truthy((s == k) == (cmp == syntax.Eq)), nil
			}
			return slow(x, arg)
		}
	}
	return nil
}

// named are the operators that are made for a name.
var named = map[string]func(rt *object.Runtime, name string) (oneOperand, twoOperands){
	// x // @attr:name is x.name.
	"attr": func(rt *object.Runtime, name string) (oneOperand, twoOperands) {
		cache := object.NewAttrCache(rt, name)
		return func(x starlark.Value) (starlark.Value, error) {
			if m, ok := x.(*object.Module); ok {
				if v := m.Dict.GetString(name); v != nil {
					return v, nil
				}
			}
			return cache.Get(x)
		}, nil
	},
	"gather": gather,
	"apply":  applier,
	// (x // @method:name)(x, ...) is x.name(...).
	"method": func(rt *object.Runtime, name string) (oneOperand, twoOperands) {
		return object.NewMethodCache(rt, name).Get, nil
	},
	// v // @setattr:name // x is x.name = v.
	"setattr": func(rt *object.Runtime, name string) (oneOperand, twoOperands) {
		cache := object.NewAttrCache(rt, name)
		return nil, func(v, x starlark.Value) (starlark.Value, error) {
			return starlark.None, cache.Set(x, v)
		}
	},
	"delattr": func(rt *object.Runtime, name string) (oneOperand, twoOperands) {
		return func(x starlark.Value) (starlark.Value, error) {
			return starlark.None, object.DelAttr(rt, x, name)
		}, nil
	},
	// m // @importname:x is what from m import x binds.
	"importname": func(rt *object.Runtime, name string) (oneOperand, twoOperands) {
		return func(m starlark.Value) (starlark.Value, error) { return importName(rt, m, name) }, nil
	},
	// ns // @setname:x // v binds a name of a namespace, and is v.
	"setname": func(rt *object.Runtime, name string) (oneOperand, twoOperands) {
		return nil, func(ns, v starlark.Value) (starlark.Value, error) {
			return v, ns.(starlark.HasSetField).SetField(name, v)
		}
	},
	// ns // @binds:x tells whether a class body's namespace holds x.
	"binds": func(rt *object.Runtime, name string) (oneOperand, twoOperands) {
		return func(ns starlark.Value) (starlark.Value, error) {
			is, err := ns.(*object.Namespace).Binds(name)
			return object.Truthy(is), err
		}, nil
	},
	// ns // @delname:x unbinds a name of a namespace.
	"delname": func(rt *object.Runtime, name string) (oneOperand, twoOperands) {
		return func(ns starlark.Value) (starlark.Value, error) {
			scope := ns.(*object.Namespace)
			last := rt.Finalizable(scope.Dict.GetString(name))
			err := scope.Unbind(name)
			if err == nil && last {
				rt.Current().CollectSoon()
			}
			return starlark.None, err
		}, nil
	},
}

// dictDisplay makes a dict of keys and values in turn, each at its place in a
// pair.
func dictDisplay(key, val int) func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
	return func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		kv := x.(starlark.Tuple)
		d := rt.NewDict(len(kv) / 2)
		for i := 0; i < len(kv); i += 2 {
			if err := d.SetKey(kv[i+key], kv[i+val]); err != nil {
				return nil, err
			}
		}
		return d, nil
	}
}

// setPair puts a pair into a dict that a comprehension makes. It is false: see
// lower/comp.go.
func setPair(key, val int) func(_ *object.Runtime, d, pair starlark.Value) (starlark.Value, error) {
	return func(_ *object.Runtime, d, pair starlark.Value) (starlark.Value, error) {
		kv := pair.(starlark.Tuple)
		return object.False, d.(*object.Dict).SetKey(kv[key], kv[val])
	}
}

func importName(rt *object.Runtime, m starlark.Value, name string) (starlark.Value, error) {
	v, err := rt.Attr(m, name)
	if err == nil || !rt.Current().Is(err, object.AttributeError) {
		return v, err
	}
	from, where, path := object.TypeName(m), "unknown location", starlark.Value(starlark.None)
	if mod, ok := m.(*object.Module); ok {
		from = mod.Name
		if f, ok := object.AsText(mod.Get("__file__")); ok {
			where, path = f, rt.Str(f)
		}
		if sub := rt.Modules.GetString(from + "." + name); sub != nil {
			return sub, nil
		}
	}
	words3 := "cannot import name '" + name + "' from '" + from + "' (" + where + ")"
	if mod, ok := m.(*object.Module); ok && mod.Loading {
		words3 = "cannot import name '" + name + "' from partially initialized module '" + from + "' (most likely due to a circular import) (" + where + ")"
	}
	failed := object.ImportError.By("cannot import name "+name, words3)
	if rt.Dialect == syntax.Python2 {
		return nil, failed
	}
	return nil, failed.With("name", rt.Str(from)).With("path", path)
}

// withArg are the operators of one operand that are made for an argument.
var withArg = map[string]func(rt *object.Runtime, x, arg starlark.Value) (starlark.Value, error){
	// x // @slice:(a:b:c) is x[a:b:c].
	"slice": func(rt *object.Runtime, x, arg starlark.Value) (starlark.Value, error) { return GetItem(rt, x, arg) },
	// x // @unpackex:(before, after) spreads x over before targets, a list, and
	// after targets.
	"unpackex": unpackExtended,
}

// unaries are the other operators of one operand.
var unaries = map[string]func(rt *object.Runtime, x starlark.Value) (starlark.Value, error){
	"not": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		return object.Truthy(!bool(x.Truth())), nil
	},
	"true": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) { return object.True, nil },
	"repr": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) { return rt.Str(rt.Repr(x)), nil },
	"fit": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		if n, ok := x.(starlark.Int); ok {
			return object.Fit(rt.Dialect, n), nil
		}
		return x, nil
	},

	// Displays: the operand is a tuple.
	"list": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		elems, err := fresh(x)
		return object.NewList(elems), err
	},
	"set": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		elems, err := fresh(x)
		if err != nil {
			return nil, err
		}
		return object.SetOf(rt.Dialect, elems, false)
	},
	// A display of constants: CPython 3 makes a frozenset of them in advance,
	// and another one of that when it has shared the constants, which shows in
	// the order.
	"constset": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		s, err := object.SetOf(rt.Dialect, x.(starlark.Tuple), true)
		if err != nil {
			return nil, err
		}
		if s, err = object.SetOf(rt.Dialect, s.Elems(), true); err != nil {
			return nil, err
		}
		return s.Copy(false), nil
	},
	"dict":  dictDisplay(0, 1),
	"dict2": dictDisplay(1, 0),
	// The element of a generator expression: see lower/comp.go.
	"yieldfalse": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		_, err := rt.Current().Yield(x)
		return object.False, err
	},

	// The elements of *x in a display.
	"spread": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		if _, err := object.Iterable(x); err != nil {
			return nil, notWalked(x, err, "Value after * must be an iterable, not %s")
		}
		return asTuple(rt, x)
	},
	// What a function is passed for **kwargs.
	"kwargs": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		in := x.(*starlark.Dict)
		d := rt.NewDict(0)
		for _, kv := range in.Items() {
			key := rt.Keyword(kv[0])
			if rt.Dialect == syntax.Python2 {
				key = keptKeyword(key)
			}
			if err := d.SetKey(key, kv[1]); err != nil {
				return nil, err
			}
		}
		return d, nil
	},

	// A value as it is, at a place of the source.
	"same": func(_ *object.Runtime, x starlark.Value) (starlark.Value, error) { return x, nil },

	// What an except clause of Python 2 binds its name to.
	"thrown": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		return x.(*object.Exception).Thrown(), nil
	},

	// Loops and unpacking.
	"iter": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		it, err := object.Iterable(x)
		if err != nil {
			return nil, err
		}
		return rt.Current().Guarded(it), nil
	},
	"iterunpack": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		it, err := object.Iterable(x)
		if err != nil {
			return nil, err
		}
		return rt.Current().Unpacking(it), nil
	},
	// Of the first iterable of a comprehension the scope around asks the iterator.
	"firstiter": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		it, err := object.Started(x)
		if err != nil {
			return nil, err
		}
		return rt.Current().Guarded(it), nil
	},
	"firstiterunpack": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		it, err := object.Started(x)
		if err != nil {
			return nil, err
		}
		return rt.Current().Unpacking(it), nil
	},
	"asynciter": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		it, err := rt.Current().AsyncIter(x)
		if err != nil {
			return nil, err
		}
		return rt.Current().Guarded(it), nil
	},
	"asynciterunpack": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		it, err := rt.Current().AsyncIter(x)
		if err != nil {
			return nil, err
		}
		return rt.Current().Unpacking(it), nil
	},
	"unpack": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		switch x := x.(type) {
		case starlark.Tuple, *object.List:
			return x, nil
		}
		it, err := rt.Current().Unpackable(x)
		if err != nil {
			return nil, err
		}
		return rt.Current().Guarded(it), nil
	},
	"unpackempty": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		elems, err := object.Elements(rt.Current(), x)
		if err == nil && len(elems) > 0 {
			err = object.ValueError.By("too many values to unpack", "too many values to unpack (expected 0)")
		}
		return starlark.None, err
	},

	// f-strings: the operand is the tuple of parts.
	"join": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		var b strings.Builder
		for _, p := range x.(starlark.Tuple) {
			s, _ := object.AsText(p)
			b.WriteString(s)
		}
		return rt.Str(b.String()), nil
	},

	"makeslice": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		t := x.(starlark.Tuple)
		return &object.Slice{Start: t[0], Stop: t[1], Step: t[2]}, nil
	},

	// Variables.
	"newcell": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		return object.NewCell(text(x)), nil
	},
	"cellview": func(_ *object.Runtime, x starlark.Value) (starlark.Value, error) {
		return object.NewClosureCell(x.(*object.Cell)), nil
	},
	// What super() is of: the class and the first argument of the method.
	"superclass": func(_ *object.Runtime, x starlark.Value) (starlark.Value, error) {
		return superOperand(x, "super(): empty __class__ cell")
	},
	"superself": func(_ *object.Runtime, x starlark.Value) (starlark.Value, error) {
		return superOperand(x, "super(): arg[0] deleted")
	},
	"superlost": func(*object.Runtime, starlark.Value) (starlark.Value, error) {
		return nil, object.RuntimeError.Errorf("super(): __class__ cell not found")
	},
	"letgo": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		rt.Current().ClearOperands()
		return x, nil
	},
	"settle": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		rt.Current().SettleStatement()
		return x, nil
	},
	"settlereturn": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		rt.Current().SettleReturn(x)
		return x, nil
	},
	"newlocals": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		return x.(*object.Namespace).Function(), nil
	},
	// ns // @notes is __annotations__ of a class or module, which its first
	// annotation makes.
	"notes": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		ns := x.(*object.Namespace)
		if ns.Mapping != nil {
			d, err := rt.GetItem(ns.Mapping, starlark.String("__annotations__"))
			if err == nil || !rt.Current().Is(err, object.KeyError) {
				return d, err
			}
		} else if d := ns.Dict.GetString("__annotations__"); d != nil {
			return d, nil
		}
		d := object.NewDict(0)
		return d, ns.SetField("__annotations__", d)
	},
	"unset": func(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
		c := x.(*object.Cell)
		last := rt.Finalizable(c.V)
		err := c.Unset()
		if err == nil && last {
			rt.Current().CollectSoon()
		}
		return starlark.None, err
	},
}

// superOperand is what a cell holds that super() without arguments means.
func superOperand(x starlark.Value, unbound string) (starlark.Value, error) {
	if v := x.(*object.Cell).V; v != nil {
		return v, nil
	}
	return nil, object.RuntimeError.Errorf("%s", unbound)
}

// binaries are the other operators of two operands.
var binaries = map[string]func(rt *object.Runtime, x, y starlark.Value) (starlark.Value, error){
	"getitem": func(rt *object.Runtime, x, i starlark.Value) (starlark.Value, error) { return GetItem(rt, x, i) },
	"delitem": func(rt *object.Runtime, x, i starlark.Value) (starlark.Value, error) {
		return starlark.None, object.DelItem(rt, x, i)
	},
	// e // @excmatch // E is whether "except E" handles e.
	"excmatch": excMatch,
	// f // @annotate // (name, value, ...) sets f.__annotations__.
	"annotate": func(rt *object.Runtime, f, list starlark.Value) (starlark.Value, error) {
		d, err := dictDisplay(0, 1)(rt, list)
		if err != nil {
			return nil, err
		}
		return f, object.SetAttr(rt, f, "__annotations__", d)
	},
	// What set and dict comprehensions do with each element.
	"setadd": func(_ *object.Runtime, s, x starlark.Value) (starlark.Value, error) {
		return object.False, s.(*object.Set).Add(x)
	},
	// What set displays do from a starred element on.
	"addto": func(_ *object.Runtime, s, x starlark.Value) (starlark.Value, error) {
		return s, s.(*object.Set).Add(x)
	},
	"addall": func(rt *object.Runtime, s, x starlark.Value) (starlark.Value, error) {
		return s, each(rt.Current(), x, s.(*object.Set).Add)
	},
	"setpair":  setPair(0, 1),
	"setpair2": setPair(1, 0),
	"setcell": func(rt *object.Runtime, c, v starlark.Value) (starlark.Value, error) {
		c.(*object.Cell).V = v
		return v, nil
	},
	// d // @update // m adds what the mapping m holds to the dict d: {**m}.
	"update": func(rt *object.Runtime, d, m starlark.Value) (starlark.Value, error) {
		items, err := mappingItems(rt, m, nil)
		if rt.Current().Is(err, object.AttributeError) {
			err = object.TypeError.Errorf("'%s' object is not a mapping", object.TypeName(m))
		}
		if err != nil {
			return nil, err
		}
		for _, kv := range items {
			if err := d.(*object.Dict).SetKey(kv[0], kv[1]); err != nil {
				return nil, err
			}
		}
		return d, nil
	},
	// v // @field // spec formats v for an f-string; the others convert it first.
	"field": func(rt *object.Runtime, v, spec starlark.Value) (starlark.Value, error) { return field(rt, v, spec) },
	"fields": func(rt *object.Runtime, v, spec starlark.Value) (starlark.Value, error) {
		return field(rt, rt.Str(object.Str(rt.Dialect, v)), spec)
	},
	"fieldr": func(rt *object.Runtime, v, spec starlark.Value) (starlark.Value, error) {
		return field(rt, rt.Str(rt.Repr(v)), spec)
	},
	"fielda": func(rt *object.Runtime, v, spec starlark.Value) (starlark.Value, error) {
		return field(rt, rt.Str(object.ASCII(rt.Repr(v))), spec)
	},
}

func field(rt *object.Runtime, v, spec starlark.Value) (starlark.Value, error) {
	s, _ := object.AsText(spec)
	if s == "" {
		switch v.(type) {
		case starlark.String, *object.Text:
			return v, nil
		}
	}
	out, err := Format(rt.Current(), v, s)
	if err != nil {
		return nil, err
	}
	return rt.Str(out), nil
}

// fresh returns the elements of a tuple that lowering made, to be kept, or
// those of a comprehension's list.
func fresh(x starlark.Value) ([]starlark.Value, error) {
	if t, ok := x.(starlark.Tuple); ok {
		return t, nil
	}
	return object.Elements(nil, x)
}

func asTuple(rt *object.Runtime, x starlark.Value) (starlark.Value, error) {
	if t, ok := x.(starlark.Tuple); ok {
		return t, nil
	}
	elems, err := elements(rt.Current(), x)
	return starlark.Tuple(elems), err
}

// notWalked is the error for x where it was to be iterated over, in the
// construct's own words: but for a class that has None for __iter__.
func notWalked(x starlark.Value, err error, words string) error {
	if object.Blocked(x, "__iter__") {
		return err
	}
	return object.TypeError.Errorf(words, object.TypeName(x))
}

func unpackExtended(rt *object.Runtime, x, arg starlark.Value) (starlark.Value, error) {
	n := arg.(starlark.Tuple)
	before, _ := starlark.AsInt32(n[0])
	after, _ := starlark.AsInt32(n[1])
	if _, err := object.Iterable(x); err != nil {
		return nil, notWalked(x, err, "cannot unpack non-iterable %s object")
	}
	elems, err := object.Elements(rt.Current(), x)
	if err != nil {
		return nil, err
	}
	if len(elems) < before+after {
		return nil, object.ValueError.Errorf("not enough values to unpack (expected at least %d, got %d)", before+after, len(elems))
	}
	rest := len(elems) - after
	out := append(starlark.Tuple{}, elems[:before]...)
	out = append(out, object.NewList(append([]starlark.Value{}, elems[before:rest]...)))
	return append(out, elems[rest:]...), nil
}

// GetItem is x[i].
func GetItem(rt *object.Runtime, x, i starlark.Value) (starlark.Value, error) {
	switch x := x.(type) { // what scripts index most comes first
	case *object.List:
		if n, ok := i.(starlark.Int); ok {
			if k, ok := n.Int64(); ok && 0 <= k && k < int64(len(x.Elems)) {
				return x.Elems[k], nil
			}
		}
		v, _, err := x.Get(i)
		return v, err
	case starlark.Tuple:
		return sequenceItem(x, i)
	case starlark.Mapping:
		v, found, err := x.Get(i)
		if err == nil && !found {
			err = object.KeyError.New(i)
		}
		return v, err
	case starlark.Indexable:
		return sequenceItem(x, i)
	}
	words2 := "'%s' object has no attribute '__getitem__'"
	if n, ok, _ := object.AsIndex(i); ok && containsOnly(x) {
		if _, fits := n.Int64(); !fits && rt.Dialect == syntax.Python2 {
			return nil, object.IndexError.Errorf("cannot fit '%s' into an index-sized integer", object.TypeName(i))
		}
		words2 = "'%s' object does not support indexing"
	}
	return nil, object.TypeError.By(
		sprintf(words2, object.TypeName(x)),
		sprintf("'%s' object is not subscriptable", object.TypeName(x)))
}

// containsOnly reports whether x has in, as a sequence has, but no items.
func containsOnly(x starlark.Value) bool {
	switch x.(type) {
	case *object.Set, *View:
		return true
	}
	return false
}

func sequenceItem(x starlark.Indexable, i starlark.Value) (starlark.Value, error) {
	if s, ok := i.(*object.Slice); ok {
		start, stop, step, n, err := s.Indices(x.Len())
		if err != nil {
			return nil, err
		}
		if sl, ok := x.(starlark.Sliceable); ok {
			if n == 0 {
				stop = start
				if start > x.Len() || start < 0 {
					start, stop = 0, 0
				}
			}
			if step > 0 && stop < start {
				stop = start
			} else if step < 0 && stop > start {
				stop = start
			}
			return sl.Slice(start, stop, step), nil
		}
	}
	name := object.TypeName(x)
	var err error
	switch x := x.(type) {
	case starlark.String, *object.Text:
		name = "string"
		var ok bool
		if i, ok, err = asked(i); err != nil {
			return nil, err
		}
		if !ok {
			words2 := sprintf("string indices must be integers, not %s", object.TypeName(i))
			if u, ok := x.(*object.Text); ok && u.IsUnicode() {
				words2 = "string indices must be integers"
			}
			return nil, object.TypeError.By(words2, sprintf("string indices must be integers, not '%s'", object.TypeName(i)))
		}
	case starlark.Bytes:
		name = "byte"
		var ok bool
		if i, ok, err = asked(i); err != nil {
			return nil, err
		}
		if ok {
			k, err := object.Index("byte", i, x.Len(), "index out of range")
			if err != nil {
				return nil, err
			}
			return starlark.MakeInt(int(raw(x)[k])), nil
		}
	}
	k, err := object.Index(name, i, x.Len(), name+" index out of range")
	if err != nil {
		return nil, err
	}
	return x.Index(k), nil
}

// asked is an index, or what its __index__ says; it isn't ok if it has none.
func asked(i starlark.Value) (starlark.Value, bool, error) {
	if _, plain := object.AsInt(i); plain {
		return i, true, nil
	}
	n, ok, err := object.AsIndex(i)
	if ok {
		return n, true, nil
	}
	return i, false, err
}

// excMatch reports whether an exception is of a class, or of one in a tuple.
func excMatch(rt *object.Runtime, e, class starlark.Value) (starlark.Value, error) {
	switch c := class.(type) {
	case *object.Class:
		raised := e.(*object.Exception).Class()
		switch {
		case rt.Dialect == syntax.Python2 && (c.Exception || c.OldStyle): // it asks __subclasscheck__, too
			is, err := IsSubclass(rt.Current(), raised, c)
			if err != nil { // nobody is to be told of two exceptions at once
				t := rt.Current()
				rt.Unraisable(object.Raise(t.Catch(err, t.Star.CallStackDepth())), raised)
			}
			return object.Truthy(is && err == nil), nil
		case rt.Dialect == syntax.Python2:
			return object.False, nil
		case c.Exception:
			return object.Truthy(raised.IsSubclass(c)), nil
		}
	case starlark.Tuple:
		found := object.False
		for _, x := range c {
			if _, nested := x.(starlark.Tuple); nested && rt.Dialect != syntax.Python2 {
				return nil, notCatchable()
			}
			v, err := excMatch(rt, e, x)
			switch {
			case err != nil:
				return nil, err
			case bool(v.Truth()):
				found = object.True // what comes after is looked at too
			}
		}
		return found, nil
	default:
		if rt.Dialect == syntax.Python2 {
			return object.False, nil
		}
	}
	return nil, notCatchable()
}

func notCatchable() error {
	return object.TypeError.Errorf("catching classes that do not inherit from BaseException is not allowed")
}
