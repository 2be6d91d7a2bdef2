package builtins

import (
	"strconv"
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// str.format: fields in braces. (Library reference, "Format String Syntax".)
var formatMethods = map[string]strMethod{"format": strFormat}

var formatMapMethods = map[string]strMethod{"format_map": strFormatMap}

// A fields is one use of str.format.
type fields struct {
	t       *object.Thread
	k       *flavour
	args    starlark.Tuple
	kwargs  []starlark.Tuple
	mapping starlark.Value // of format_map, instead of both
	auto    int            // the next number of a field without one
	numbers string         // how fields are numbered so far: "", "automatic", "manual"
}

// strFormat is format(*args, **kwargs).
func strFormat(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	f := &fields{t: t, k: k, args: args, kwargs: kwargs}
	out, err := f.expand(s, 2)
	if err != nil {
		return nil, err
	}
	return k.wrap(out), nil
}

// strFormatMap is format_map(mapping).
func strFormatMap(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg(k.name, "format_map", args, kwargs); err != nil {
		return nil, err
	}
	f := &fields{t: t, k: k, mapping: args[0]}
	out, err := f.expand(s, 2)
	if err != nil {
		return nil, err
	}
	return k.wrap(out), nil
}

// expand replaces the fields in s; depth says how deep they may still nest.
func (f *fields) expand(s string, depth int) (string, error) {
	if depth == 0 {
		return "", object.ValueError.Errorf("Max string recursion exceeded")
	}
	var b strings.Builder
	for s != "" {
		i := strings.IndexAny(s, "{}")
		if i < 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(s[:i])
		brace := s[i]
		s = s[i+1:]
		if s != "" && s[0] == brace {
			b.WriteByte(brace)
			s = s[1:]
			continue
		}
		if brace == '}' {
			return "", object.ValueError.Errorf("Single '}' encountered in format string")
		}
		if s == "" {
			return "", object.ValueError.Errorf("Single '{' encountered in format string")
		}
		field, rest, err := f.cut(s)
		if err != nil {
			return "", err
		}
		s = rest
		text, err := f.field(field, depth)
		if err != nil {
			return "", err
		}
		b.WriteString(text)
		if b.Len() > maxAlloc {
			return "", object.MemoryError.New()
		}
	}
	return b.String(), nil
}

// A replacement is a field taken apart: name!conversion:spec.
type replacement struct {
	name       string
	conversion rune
	spec       string
	nested     bool // spec has fields of its own
}

// cut takes the field off the beginning of s, where its brace stood.
func (f *fields) cut(s string) (r replacement, rest string, err error) {
	is2 := f.k.py2
	if is2 { // the whole field first, then its parts
		depth, end := 1, -1
		for i := 0; i < len(s); i++ {
			switch s[i] {
			case '{':
				depth++
				r.nested = true
			case '}':
				depth--
			}
			if depth == 0 {
				end = i
				break
			}
		}
		if end < 0 {
			if strings.Trim(s, "{}") == s && !strings.ContainsAny(s, ":!{") {
				return r, "", object.ValueError.Errorf("expected '}' before end of string")
			}
			return r, "", object.ValueError.Errorf("unmatched '{' in format")
		}
		field := s[:end]
		rest = s[end+1:]
		i := strings.IndexAny(field, ":!")
		if i < 0 {
			r.name = field
			return r, rest, nil
		}
		r.name = field[:i]
		if field[i] == '!' {
			after := field[i+1:]
			if after == "" {
				return r, "", object.ValueError.Errorf("end of format while looking for conversion specifier")
			}
			c, n := f.k.next(after)
			r.conversion = c
			if after = after[n:]; after == "" {
				return r, rest, nil
			}
			if after[0] != ':' {
				return r, "", object.ValueError.Errorf("expected ':' after format specifier")
			}
			r.spec = after[1:]
			return r, rest, nil
		}
		r.spec = field[i+1:]
		return r, rest, nil
	}
	// the name ends at : ! or }, but not inside of brackets
	i, bracket := 0, false
	for ; i < len(s); i++ {
		c := s[i]
		if c == '{' {
			return r, "", object.ValueError.Errorf("unexpected '{' in field name")
		}
		if c == '[' {
			bracket = true
		} else if c == ']' {
			bracket = false
		} else if !bracket && (c == '}' || c == ':' || c == '!') {
			break
		}
	}
	if i == len(s) {
		return r, "", object.ValueError.Errorf("expected '}' before end of string")
	}
	r.name = s[:i]
	c := s[i]
	s = s[i+1:]
	if c == '!' {
		if s == "" {
			return r, "", object.ValueError.Errorf("end of string while looking for conversion specifier")
		}
		conv, n := f.k.next(s)
		r.conversion = conv
		s = s[n:]
		if s == "" {
			return r, "", object.ValueError.Errorf("unmatched '{' in format spec")
		}
		switch s[0] {
		case '}':
			return r, s[1:], nil
		case ':':
		default:
			return r, "", object.ValueError.Errorf("expected ':' after conversion specifier")
		}
		s = s[1:]
	} else if c == '}' {
		return r, s, nil
	}
	depth := 1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			r.nested = true
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			r.spec = s[:i]
			return r, s[i+1:], nil
		}
	}
	return r, "", object.ValueError.Errorf("unmatched '{' in format spec")
}

// field expands one field.
func (f *fields) field(r replacement, depth int) (string, error) {
	v, err := f.lookup(r.name)
	if err != nil {
		return "", err
	}
	switch r.conversion {
	case 0:
	case 'r':
		v, err = Repr(f.t, v)
	case 's':
		if f.k == uni2 {
			var s string
			s, err = Unicode(f.t, v)
			v = object.NewText(s)
		} else {
			v, err = Str(f.t, v)
		}
	case 'a':
		if f.k.py2 {
			return "", unknownConversion(r.conversion)
		}
		var s string
		s, err = ascii(f.t, v)
		v = starlark.String(s)
	default:
		return "", unknownConversion(r.conversion)
	}
	if err != nil {
		return "", err
	}
	spec := r.spec
	if r.nested {
		if spec, err = f.expand(spec, depth-1); err != nil {
			return "", err
		}
	}
	s, err := formatAs(f.t, v, spec, f.k == uni2)
	if err != nil {
		return "", err
	}
	switch object.Unwrap(v).(type) {
	case *object.Text:
		if f.k == str2 {
			_, err = f.t.ImplicitEncode(object.NewText(s))
		}
	default:
		if f.k == uni2 {
			if _, isClass := v.(object.Special); !isClass {
				err = f.t.ImplicitDecode(s)
			}
		}
	}
	return s, err
}

func unknownConversion(r rune) error {
	if r > 32 && r < 127 {
		return object.ValueError.Errorf("Unknown conversion specifier %c", r)
	}
	return object.ValueError.Errorf("Unknown conversion specifier \\x%x", r)
}

// lookup finds the value of a field by its name: first, then .attr and [index].
func (f *fields) lookup(name string) (starlark.Value, error) {
	i := strings.IndexAny(name, ".[")
	if i < 0 {
		i = len(name)
	}
	v, err := f.first(name[:i])
	if err != nil {
		return nil, err
	}
	for rest := name[i:]; rest != ""; {
		var part string
		if rest[0] == '.' {
			rest = rest[1:]
			end := strings.IndexAny(rest, ".[")
			if end < 0 {
				end = len(rest)
			}
			part, rest = rest[:end], rest[end:]
			if part == "" {
				return nil, object.ValueError.Errorf("Empty attribute in format string")
			}
			if v, err = f.t.RT.Attr(v, part); err != nil {
				return nil, err
			}
			continue
		}
		if rest[0] != '[' {
			return nil, object.ValueError.Errorf("Only '.' or '[' may follow ']' in format field specifier")
		}
		end := strings.IndexByte(rest, ']')
		if end < 0 {
			return nil, object.ValueError.Errorf("Missing ']' in format string")
		}
		part, rest = rest[1:end], rest[end+1:]
		if part == "" {
			return nil, object.ValueError.Errorf("Empty attribute in format string")
		}
		key := f.k.wrap(part)
		if n, ok, err := fieldNumber(part); err != nil {
			return nil, err
		} else if ok {
			key = starlark.MakeInt(n)
			if f.k.py2 && !IsSequence(v) {
				key = object.NewLong(starlark.MakeInt(n))
			}
		}
		if v, err = getItem(f.t, v, key); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// fieldNumber reads a name that is all digits.
func fieldNumber(s string) (n int, ok bool, err error) {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false, nil
		}
	}
	if s == "" {
		return 0, false, nil
	}
	n, e := strconv.Atoi(s)
	if e != nil {
		return 0, false, object.ValueError.Errorf("Too many decimal digits in format string")
	}
	return n, true, nil
}

// first finds the argument that a field begins with.
func (f *fields) first(name string) (starlark.Value, error) {
	n, isNumber, err := fieldNumber(name)
	if err != nil {
		return nil, err
	}
	if name == "" || isNumber {
		how := "manual"
		if name == "" {
			how = "automatic"
		}
		if f.numbers != "" && f.numbers != how {
			numbered := map[string]string{"manual": "manual field specification", "automatic": "automatic field numbering"}
			return nil, object.ValueError.Errorf("cannot switch from %s to %s", numbered[f.numbers], numbered[how])
		}
		f.numbers = how
		if name == "" {
			n = f.auto
			f.auto++
		}
		if f.mapping != nil {
			return nil, object.ValueError.Errorf("Format string contains positional fields")
		}
		if n >= len(f.args) {
			return nil, object.IndexError.By("tuple index out of range",
				sprintf("Replacement index %d out of range for positional args tuple", n))
		}
		return f.args[n], nil
	}
	if f.mapping != nil {
		return getItem(f.t, f.mapping, f.k.wrap(name))
	}
	for _, kv := range f.kwargs {
		if s, _ := object.AsText(kv[0]); s == name {
			return kv[1], nil
		}
	}
	return nil, object.KeyError.New(f.k.wrap(name))
}
