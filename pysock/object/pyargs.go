package object

import (
	"slices"
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// PythonArgs binds arguments as a function written in Python does, for those that
// CPython has so: their TypeErrors have other words than those of functions written in
// C. names are the parameters, the first min of which are required; parameters from
// keyword on can't be given by position. A method's self counts, with extra as 1.
// Missing ones are nil.
func PythonArgs(d syntax.Dialect, name string, extra int, args starlark.Tuple, kwargs []starlark.Tuple, min, keyword int, names ...string) ([]starlark.Value, error) {
	if len(names) == 0 && len(args) == 0 && len(kwargs) == 0 {
		return nil, nil
	}
	if len(names) == 0 && extra == 0 && d == syntax.Python2 {
		return nil, TypeError.Errorf("%s() takes no arguments (%d given)", name, len(args)+len(kwargs))
	}
	short := name[strings.LastIndexByte(name, '.')+1:]
	called := name
	if d == syntax.Python2 {
		called = short
	}
	if len(args) > keyword {
		return nil, wrongNumber(d, called, extra, len(args), len(kwargs), min, keyword)
	}
	out := make([]starlark.Value, len(names))
	copy(out, args)
	for _, kv := range kwargs {
		key, _ := AsText(kv[0])
		i := slices.Index(names, key)
		if i < 0 {
			return nil, TypeError.Errorf("%s() got an unexpected keyword argument '%s'", called, key)
		}
		if out[i] != nil {
			return nil, TypeError.By(
				sprintf("%s() got multiple values for keyword argument '%s'", called, key),
				sprintf("%s() got multiple values for argument '%s'", called, key))
		}
		out[i] = kv[1]
	}
	var missing []string
	for i := range min {
		if out[i] == nil {
			missing = append(missing, "'"+names[i]+"'")
		}
	}
	if len(missing) > 0 {
		if d == syntax.Python2 {
			return nil, wrongNumber(d, called, extra, len(args), len(kwargs), min, keyword)
		}
		list := strings.Join(missing, " and ")
		if n := len(missing); n > 2 {
			list = strings.Join(missing[:n-1], ", ") + ", and " + missing[n-1]
		}
		return nil, TypeError.Errorf("%s() missing %d required positional argument%s: %s", called, len(missing), plural(len(missing)), list)
	}
	return out, nil
}

// wrongNumber is the TypeError for a wrong number of arguments.
func wrongNumber(d syntax.Dialect, called string, extra, given, named, min, max int) error {
	lo, hi, n := min+extra, max+extra, given+extra
	if d == syntax.Python2 {
		how, want := "exactly", hi
		switch {
		case lo == hi:
		case n > hi:
			how = "at most"
		default:
			how, want = "at least", lo
		}
		return TypeError.Errorf("%s() takes %s %d argument%s (%d given)", called, how, want, plural(want), n+named)
	}
	verb := "were"
	if n == 1 {
		verb = "was"
	}
	if lo == hi {
		return TypeError.Errorf("%s() takes %d positional argument%s but %d %s given", called, hi, plural(hi), n, verb)
	}
	return TypeError.Errorf("%s() takes from %d to %d positional arguments but %d %s given", called, lo, hi, n, verb)
}
