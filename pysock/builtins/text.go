package builtins

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Built-in functions that make text of something, and Python 2's oddities.

// builtinRepr is repr(object).
func builtinRepr(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg("", "repr", args, kwargs); err != nil {
		return nil, err
	}
	return askedRepr(t, args[0])
}

// builtinASCII is ascii(object): repr with all but ASCII escaped.
func builtinASCII(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg("", "ascii", args, kwargs); err != nil {
		return nil, err
	}
	s, err := ascii(t, args[0])
	return starlark.String(s), err
}

func ascii(t *object.Thread, v starlark.Value) (string, error) {
	r, err := Repr(t, v)
	if err != nil {
		return "", err
	}
	return object.ASCII(raw(r)), nil
}

// builtinCmp is Python 2's cmp(x, y): -1, 0 or 1.
func builtinCmp(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "cmp", args, kwargs, 2, 2); err != nil {
		return nil, err
	}
	c, err := object.Cmp(args[0], args[1])
	if err != nil {
		return nil, err
	}
	return starlark.MakeInt(c), t.Failed()
}

// builtinIntern is Python 2's intern(string).
func builtinIntern(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.Positional(t, "intern", args, kwargs, 1, ignore); err != nil {
		return nil, err
	}
	s, ok := args[0].(starlark.String)
	if _, derived := object.Unwrap(args[0]).(starlark.String); derived && !ok {
		return nil, object.TypeError.Errorf("can't intern subclass of string")
	}
	if !ok {
		return nil, object.TypeError.Errorf("intern() argument 1 must be string, not %s", object.ArgName(args[0]))
	}
	return starlark.String(syntax.Intern(string(s))), nil
}

// builtinApply is Python 2's apply(function[, args[, kwargs]]).
func builtinApply(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (v starlark.Value, err error) {
	if err = tupled("", "apply", args, kwargs, 1, 3); err != nil {
		return nil, err
	}
	inv := &invocation{rt: t.RT, fn: args[0]}
	if len(args) > 1 {
		if tuple, ok := object.Unwrap(args[1]).(starlark.Tuple); ok {
			inv.args = tuple
		} else if !IsSequence(args[1]) {
			return nil, object.TypeError.Errorf("apply() arg 2 expected sequence, found %s", object.TypeName(args[1]))
		} else if inv.args, err = elements(t, args[1]); err != nil {
			return nil, err
		}
	}
	if len(args) > 2 {
		d, ok := object.Unwrap(args[2]).(*object.Dict)
		if !ok {
			return nil, object.TypeError.Errorf("apply() arg 3 expected dictionary, found %s", object.TypeName(args[2]))
		}
		if err = inv.mapping(d); err != nil {
			return nil, err
		}
	}
	if v, err = inv.call(); err == nil && len(args) > 1 {
		object.KeepWhole(v, args[1])
	}
	return v, err
}
