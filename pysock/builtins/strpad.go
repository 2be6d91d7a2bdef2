package builtins

import (
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// Methods that make a string as wide as wanted.
var padMethods = map[string]strMethod{
	"center":     padder("center", func(pad, width int) int { return pad/2 + pad&width&1 }),
	"ljust":      padder("ljust", func(pad, width int) int { return 0 }),
	"rjust":      padder("rjust", func(pad, width int) int { return pad }),
	"zfill":      strZfill,
	"expandtabs": strExpandtabs,
}

// padder makes center(width[, fillchar]) and its like; left says how much of
// the padding goes before the string.
func padder(name string, left func(pad, width int) int) strMethod {
	return func(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := clinic(k.name, name, args, kwargs, 1, 2); err != nil {
			return nil, err
		}
		width, err := size(t, args[0])
		if err != nil {
			return nil, err
		}
		fill := " "
		if len(args) == 2 {
			if fill, err = k.fillChar(name, args[1]); err != nil {
				return nil, err
			}
		}
		pad := width - k.length(s)
		if pad <= 0 {
			return k.wrap(s), nil
		}
		if err := room(pad, len(fill)); err != nil {
			return nil, err
		}
		n := left(pad, width)
		return k.wrap(strings.Repeat(fill, n) + s + strings.Repeat(fill, pad-n)), nil
	}
}

func (k *flavour) fillChar(name string, v starlark.Value) (string, error) {
	fill, ok, err := k.get(v)
	switch _, isStr := object.Unwrap(v).(starlark.String); {
	case k == uni2 && err != nil:
		ok, err = false, nil
	case k == str2 || k == array2:
		ok = ok && isStr // no buffer
	}
	if err != nil {
		return "", err
	}
	if ok && k.length(fill) == 1 {
		return fill, nil
	}
	switch {
	case k.text && ok:
		return "", object.TypeError.Errorf("The fill character must be exactly one character long")
	case k == str3:
		return "", object.TypeError.Errorf("The fill character must be a unicode character, not %s", object.TypeName(v))
	case k == uni2:
		return "", object.TypeError.Errorf("The fill character cannot be converted to Unicode")
	case k.py2:
		return "", object.TypeError.Errorf("%s() argument 2 must be char, not %s", name, object.ArgName(v))
	}
	return "", object.TypeError.Errorf("%s() argument 2 must be a byte string of length 1, not %s", name, object.ArgName(v))
}

// strZfill is zfill(width): zeros after the sign.
func strZfill(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := exactlyOne(t, k.name, "zfill", args, kwargs); err != nil {
		return nil, err
	}
	width, err := size(t, args[0])
	if err != nil {
		return nil, err
	}
	pad := width - k.length(s)
	if pad <= 0 {
		return k.wrap(s), nil
	}
	if err := room(pad, 1); err != nil {
		return nil, err
	}
	sign := ""
	if s != "" && (s[0] == '+' || s[0] == '-') {
		sign, s = s[:1], s[1:]
	}
	return k.wrap(sign + strings.Repeat("0", pad) + s), nil
}

// strExpandtabs is expandtabs(tabsize=8).
func strExpandtabs(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	tab := 8
	if k.py2 {
		if err := clinic(k.name, "expandtabs", args, kwargs, 0, 1); err != nil {
			return nil, err
		}
		kwargs = nil
	}
	if err := object.Keywords(t, "expandtabs", args, kwargs, 0, "tabsize", cInt(&tab)); err != nil {
		return nil, err
	}
	if n := strings.Count(s, "\t"); n > 0 && tab > 0 {
		if err := room(n, tab); err != nil {
			return nil, err
		}
	}
	var b strings.Builder
	column := 0
	for s != "" {
		r, n := k.next(s)
		switch {
		case r == '\t':
			if tab > 0 {
				pad := tab - column%tab
				b.WriteString(strings.Repeat(" ", pad))
				column += pad
			}
		case r == '\n' || r == '\r':
			column = 0
			b.WriteString(s[:n])
		default:
			column++
			b.WriteString(s[:n])
		}
		s = s[n:]
	}
	return k.wrap(b.String()), nil
}
