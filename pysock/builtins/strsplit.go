package builtins

import (
	"slices"
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// Methods that take a string apart or put one together.
var splitMethods = map[string]strMethod{
	"split":      strSplit,
	"rsplit":     strRsplit,
	"splitlines": strSplitlines,
	"partition":  strPartition,
	"rpartition": strRpartition,
	"join":       strJoin,
	"strip":      stripper("strip", true, true),
	"lstrip":     stripper("lstrip", true, false),
	"rstrip":     stripper("rstrip", false, true),
}

// splitArgs takes (sep=None, maxsplit=-1), by name too in Python 3. Without a
// separator, white space separates.
func (k *flavour) splitArgs(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (sep string, white bool, n int, err error) {
	var sepArg, nArg starlark.Value = starlark.None, nil
	switch {
	case k.py2:
		if err = clinic(k.name, name, args, kwargs, 0, 2); err != nil {
			return
		}
		if len(args) > 0 {
			sepArg = args[0]
		}
		if len(args) > 1 {
			nArg = args[1]
		}
	case len(kwargs) == 0 && len(args) <= 1: // the usual case
		if len(args) == 1 {
			sepArg = args[0]
		}
	default:
		if err = object.Keywords(t, name, args, kwargs, 0, "sep", &sepArg, "maxsplit", &nArg); err != nil {
			return
		}
	}
	n = -1
	if nArg != nil {
		if n, err = size(t, nArg); err != nil {
			return
		}
	}
	if sepArg == starlark.None {
		return "", true, n, nil
	}
	sep, ok, err := k.get(sepArg)
	switch {
	case err != nil:
	case !ok && k == str3:
		err = object.TypeError.Errorf("must be str or None, not %s", object.TypeName(sepArg))
	case !ok:
		err = k.wrong(sepArg)
	case sep == "":
		err = object.ValueError.Errorf("empty separator")
	}
	return sep, false, n, err
}

// strSplit is split(sep=None, maxsplit=-1) -> list.
func strSplit(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	sep, white, n, err := k.splitArgs(t, "split", args, kwargs)
	if err != nil {
		return nil, err
	}
	if n >= 0 {
		n++ // Go counts the parts
	}
	if !white {
		return k.list(strings.SplitN(s, sep, n)), nil
	}
	if n < 0 && (!k.text || object.IsASCII(s)) {
		return k.fields(s), nil
	}
	var parts []string
	for {
		s = k.trimLeft(s, k.isSpace)
		if s == "" {
			return k.list(parts), nil
		}
		if n > 0 && len(parts) == n-1 {
			return k.list(append(parts, s)), nil
		}
		end := len(s)
		for i := 0; i < len(s); {
			r, size := k.next(s[i:])
			if k.isSpace(r) {
				end = i
				break
			}
			i += size
		}
		parts = append(parts, s[:end])
		s = s[end:]
	}
}

// fields splits ASCII or bytes at white space.
func (k *flavour) fields(s string) starlark.Value {
	var elems []starlark.Value
	start := -1
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch space := c <= ' ' && k.isSpace(rune(c)); {
		case space && start >= 0:
			elems = append(elems, k.wrap(s[start:i]))
			start = -1
		case !space && start < 0:
			start = i
		}
	}
	if start >= 0 {
		elems = append(elems, k.wrap(s[start:]))
	}
	return object.NewList(elems)
}

// strRsplit is rsplit(sep=None, maxsplit=-1) -> list: split from the right.
func strRsplit(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	sep, white, n, err := k.splitArgs(t, "rsplit", args, kwargs)
	if err != nil {
		return nil, err
	}
	if n < 0 && len(sep) == 1 {
		return k.list(strings.Split(s, sep)), nil
	}
	var parts []string // from the right
	for {
		if white {
			if s = k.trimRight(s, k.isSpace); s == "" {
				break
			}
		}
		start, rest := 0, 0
		if len(parts) != n {
			if !white {
				if i := strings.LastIndex(s, sep); i >= 0 {
					start, rest = i+len(sep), i
				}
			} else {
				for i := len(s); i > 0; {
					r, size := k.last(s[:i])
					if k.isSpace(r) {
						start, rest = i, i
						break
					}
					i -= size
				}
			}
		}
		parts = append(parts, s[start:])
		if start == 0 {
			break
		}
		s = s[:rest]
	}
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return k.list(parts), nil
}

// strSplitlines is splitlines(keepends=False) -> list.
func strSplitlines(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var keep bool
	var err error
	if k.py2 {
		if err = clinic(k.name, "splitlines", args, kwargs, 0, 1); err == nil && len(args) == 1 {
			var n int64
			n, err = t.Int(args[0])
			keep = n != 0
		}
	} else {
		var n int
		err = object.Keywords(t, "splitlines", args, kwargs, 0, "keepends", cInt(&n))
		keep = n != 0
	}
	if err != nil {
		return nil, err
	}
	var lines []string
	for s != "" {
		end, size := len(s), 0
		for i := 0; i < len(s); {
			r, n := k.next(s[i:])
			if k.endsLine(r) {
				end, size = i, n
				if r == '\r' && i+1 < len(s) && s[i+1] == '\n' {
					size = 2
				}
				break
			}
			i += n
		}
		if keep {
			lines = append(lines, s[:end+size])
		} else {
			lines = append(lines, s[:end])
		}
		s = s[end+size:]
	}
	return k.list(lines), nil
}

func (k *flavour) endsLine(r rune) bool {
	if r == '\n' || r == '\r' {
		return true
	}
	return k.text && (r == '\v' || r == '\f' || r >= 0x1c && r <= 0x1e || r == 0x85 || r == 0x2028 || r == 0x2029)
}

// separator takes the argument of partition.
func (k *flavour) separator(name string, args starlark.Tuple, kwargs []starlark.Tuple) (string, error) {
	if err := oneArg(k.name, name, args, kwargs); err != nil {
		return "", err
	}
	sep, ok, err := k.get(args[0])
	switch {
	case !ok && k == array2:
		err = object.TypeError.Errorf("'%s' does not have the buffer interface", object.TypeName(args[0]))
	case !ok:
		err = k.wrong(args[0])
	}
	if err == nil && sep == "" {
		err = object.ValueError.Errorf("empty separator")
	}
	return sep, err
}

// triple is what partition found: sep is its argument, which is itself what stands
// in the middle, but for a bytearray's.
func (k *flavour) triple(a, b, c string, sep starlark.Value) starlark.Value {
	middle := k.wrap(b)
	_, isText := object.Unwrap(sep).(*object.Text)
	if b != "" && k != array2 && k != array3 && (k != uni2 || isText) {
		middle = sep
	}
	return starlark.Tuple{k.wrap(a), middle, k.wrap(c)}
}

// strPartition is partition(sep) -> (head, sep, tail).
func strPartition(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	sep, err := k.separator("partition", args, kwargs)
	if err != nil {
		return nil, err
	}
	if i := strings.Index(s, sep); i >= 0 {
		return k.triple(s[:i], sep, s[i+len(sep):], args[0]), nil
	}
	return k.triple(s, "", "", nil), nil
}

// strRpartition is rpartition(sep) -> (head, sep, tail).
func strRpartition(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	sep, err := k.separator("rpartition", args, kwargs)
	if err != nil {
		return nil, err
	}
	if i := strings.LastIndex(s, sep); i >= 0 {
		return k.triple(s[:i], sep, s[i+len(sep):], args[0]), nil
	}
	return k.triple("", "", s, nil), nil
}

// unwrapped returns the elements with instances of classes that derive from a
// string replaced by their strings.
func unwrapped(elems []starlark.Value) []starlark.Value {
	for i, e := range elems {
		if _, ok := e.(*object.Instance); ok {
			out := append([]starlark.Value(nil), elems...)
			for j := i; j < len(out); j++ {
				out[j] = object.Unwrap(out[j])
			}
			return out
		}
	}
	return elems
}

// strJoin is join(iterable). Python 2's str becomes unicode if an element is.
func strJoin(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg(k.name, "join", args, kwargs); err != nil {
		return nil, err
	}
	elems, err := fast(t, args[0], func(_ int, err error) error {
		if err != nil && !isKind(t, err, object.TypeError) {
			return err
		}
		return object.TypeError.Errorf("can only join an iterable")
	})
	if err != nil {
		return nil, err
	}
	given := elems // instances of classes that derive from str among them
	elems = unwrapped(elems)
	if k == str2 { // the first that is no str decides
		i := slices.IndexFunc(elems, func(e starlark.Value) bool { _, ok := e.(starlark.String); return !ok })
		if i >= 0 && isUnicode(elems[i]) {
			if len(elems) > 1 {
				if err := t.ImplicitDecode(s); err != nil {
					return nil, err
				}
			}
			k = uni2
		}
	}
	n := len(s) * max(len(elems)-1, 0)
	for i, e := range elems {
		x, ok, err := k.get(e)
		if err != nil {
			return nil, err
		}
		if _, isText := object.AsText(e); !ok || !isText && (k == str2 || k == uni2) { // no buffers
			want := "a bytes-like object, "
			switch {
			case k == str3:
				want = "str instance, "
			case k == str2:
				want = "string, "
			case k == uni2:
				want = "string or Unicode, "
			case k == array2:
				return nil, object.TypeError.Errorf("can only join an iterable of bytes (item %d has type '%s')", i, object.TypeName(given[i]))
			}
			return nil, object.TypeError.Errorf("sequence item %d: expected %s%s found", i, want, object.TypeName(given[i]))
		}
		if n += len(x); n > maxAlloc {
			return nil, object.MemoryError.New()
		}
	}
	var b strings.Builder
	b.Grow(n)
	for i, e := range elems {
		if i > 0 {
			b.WriteString(s)
		}
		b.WriteString(raw(e))
	}
	return k.wrap(b.String()), nil
}

// stripper makes strip([chars]) and its like.
func stripper(name string, left, right bool) strMethod {
	return func(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := clinic(k.name, name, args, kwargs, 0, 1); err != nil {
			return nil, err
		}
		in := k.isSpace
		if len(args) == 1 && args[0] != starlark.None {
			chars, ok, err := k.get(args[0])
			if err != nil {
				return nil, err
			}
			if _, isBytes := object.Unwrap(args[0]).(object.BytesLike); isBytes && k == str2 {
				ok = false
			}
			if !ok {
				want := "str"
				switch k {
				case str2:
					want = "str or unicode"
				case uni2:
					want = "unicode or str"
				case str3:
				default:
					return nil, k.wrong(args[0])
				}
				if k.py2 {
					return nil, object.TypeError.Errorf("%s arg must be None, %s", name, want)
				}
				return nil, object.TypeError.Errorf("%s arg must be None or %s", name, want)
			}
			in = func(r rune) bool {
				if !k.text {
					return strings.IndexByte(chars, byte(r)) >= 0
				}
				return strings.Contains(chars, string(object.AppendRune(nil, r)))
			}
		}
		if left {
			s = k.trimLeft(s, in)
		}
		if right {
			s = k.trimRight(s, in)
		}
		return k.wrap(s), nil
	}
}

func (k *flavour) trimLeft(s string, in func(rune) bool) string {
	for s != "" {
		r, n := k.next(s)
		if !in(r) {
			break
		}
		s = s[n:]
	}
	return s
}

func (k *flavour) trimRight(s string, in func(rune) bool) string {
	for s != "" {
		r, n := k.last(s)
		if !in(r) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}
