package builtins

import (
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// Methods that look for a part of a string, or replace it.
var findMethods = map[string]strMethod{
	"find":       finder("find", strings.Index, false),
	"rfind":      finder("rfind", strings.LastIndex, false),
	"index":      finder("index", strings.Index, true),
	"rindex":     finder("rindex", strings.LastIndex, true),
	"count":      strCount,
	"startswith": affix("startswith", strings.HasPrefix),
	"endswith":   affix("endswith", strings.HasSuffix),
	"replace":    strReplace,
}

// finder makes find(sub[, start[, end]]) -> int and its like; must raises
// ValueError where it isn't found.
func finder(name string, find func(s, sub string) int, must bool) strMethod {
	return func(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noKeywords(k.name, name, kwargs); err != nil {
			return nil, err
		}
		if len(args) < 1 || len(args) > 3 {
			shown := name
			if k.py2 && k != uni2 {
				shown = "find/rfind/index/rindex"
			}
			return nil, object.Positional(t, shown, args, nil, 1, nil, nil, nil)
		}
		i := -1
		part, lo, _, err := k.window(t, s, args)
		if err != nil {
			return nil, err
		}
		sub, err := k.sub(args[0])
		if err != nil {
			return nil, err
		}
		if lo >= 0 {
			i = find(part, sub)
		}
		if i >= 0 {
			return starlark.MakeInt(k.length(part[:i]) + lo), nil
		}
		if must {
			what := "substring not found"
			if !k.text && !k.py2 || k == array2 {
				what = "subsection not found"
			}
			return nil, object.ValueError.Errorf("%s", what)
		}
		return starlark.MakeInt(-1), nil
	}
}

// window returns the part of s that the optional second and third argument
// select, and the index of its first and last character; lo is -1 if there is
// no such part, not even an empty one.
func (k *flavour) window(t *object.Thread, s string, args starlark.Tuple) (part string, lo, hi int, err error) {
	if len(args) == 1 {
		return s, 0, -1, nil
	}
	n := k.length(s)
	lo, hi, err = sliceBounds(t, args, 1, n)
	if err != nil {
		return "", 0, 0, err
	}
	if lo > hi {
		return "", -1, -1, nil
	}
	if n == len(s) {
		return s[lo:hi], lo, hi, nil
	}
	from := k.at(s, lo)
	return s[from : from+k.at(s[from:], hi-lo)], lo, hi, nil
}

// strCount is count(sub[, start[, end]]) -> int.
func strCount(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := noKeywords(k.name, "count", kwargs); err != nil {
		return nil, err
	}
	if err := object.Positional(t, "count", args, nil, 1, ignore, ignore, ignore); err != nil {
		return nil, err
	}
	part, lo, _, err := k.window(t, s, args)
	if err != nil {
		return nil, err
	}
	sub, err := k.sub(args[0])
	switch {
	case err != nil:
		return nil, err
	case lo < 0:
		return starlark.MakeInt(0), nil
	case sub == "":
		return starlark.MakeInt(k.length(part) + 1), nil
	}
	return starlark.MakeInt(strings.Count(part, sub)), nil
}

// ignore is a destination for an argument that is looked at later.
var ignore = object.ConverterFunc(func(*object.Thread, starlark.Value) error { return nil })

// affix makes startswith(prefix[, start[, end]]) -> bool and endswith.
func affix(name string, has func(s, x string) bool) strMethod {
	return func(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noKeywords(k.name, name, kwargs); err != nil {
			return nil, err
		}
		if err := object.Positional(t, name, args, nil, 1, ignore, ignore, ignore); err != nil {
			return nil, err
		}
		part, lo, _, err := k.window(t, s, args)
		if err != nil {
			return nil, err
		}
		found := func(x string) bool {
			return lo >= 0 && has(part, x) || k == uni2 && x == "" // which is found anywhere
		}
		if tuple, ok := object.AsTuple(args[0]); ok {
			for _, e := range tuple {
				x, ok, err := k.get(e)
				if text, isText := object.Unwrap(e).(*object.Text); !ok && isText && k == str2 {
					x, ok, err = text.Value(), true, t.ImplicitDecode(s)
				}
				if err == nil && !ok {
					err = k.wrong(e)
					if k == str3 {
						err = object.TypeError.Errorf("tuple for %s must only contain str, not %s", name, object.TypeName(e))
					}
				}
				if err != nil {
					return nil, err
				}
				if found(x) {
					return object.True, nil
				}
			}
			return object.False, nil
		}
		x, ok, err := k.get(args[0])
		if !ok {
			what := k.name + " or a tuple of " + k.name
			switch {
			case k == array3:
				what = "bytes or a tuple of bytes"
			case k == str2 || k == uni2:
				what = "str, unicode, or tuple"
			case k == array2:
				return nil, k.wrong(args[0])
			}
			return nil, object.TypeError.Errorf("%s first arg must be %s, not %s", name, what, object.TypeName(args[0]))
		}
		return truth(found(x), err)
	}
}

// strReplace is replace(old, new[, count]).
func strReplace(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := clinic(k.name, "replace", args, kwargs, 2, 3); err != nil {
		return nil, err
	}
	n := -1
	number := func() (err error) {
		if len(args) == 3 {
			n, err = size(t, args[2])
		}
		return err
	}
	if k.py2 { // which looks at it first
		if err := number(); err != nil {
			return nil, err
		}
	}
	var part [2]string
	for i := range part {
		x, ok, err := k.get(args[i])
		if !ok {
			err = k.wrong(args[i])
			if k == str3 {
				err = object.TypeError.Errorf("replace() argument %d must be str, not %s", i+1, object.ArgName(args[i]))
			}
		}
		if err != nil {
			return nil, err
		}
		part[i] = x
	}
	if !k.py2 {
		if err := number(); err != nil {
			return nil, err
		}
	}
	old, sub := part[0], part[1]
	if grow := len(sub) - len(old); grow > 0 {
		if times := strings.Count(s, old); times > 0 && (n < 0 || n > maxAlloc/grow) {
			if err := room(times, grow); err != nil {
				return nil, err
			}
		}
	}
	if old == "" {
		if s == "" && n >= 0 && k.py2 { // nothing is put into it once a number is given
			return k.wrap(s), nil
		}
		return k.wrap(k.interleave(s, sub, n)), nil
	}
	return k.wrap(strings.Replace(s, old, sub, n)), nil
}

// interleave puts sub before each character and at the end, n times at most.
func (k *flavour) interleave(s, sub string, n int) string {
	var b strings.Builder
	for s != "" {
		if n != 0 {
			b.WriteString(sub)
			n--
		}
		_, size := k.next(s)
		b.WriteString(s[:size])
		s = s[size:]
	}
	if n != 0 {
		b.WriteString(sub)
	}
	return b.String()
}
