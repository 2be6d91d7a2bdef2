package builtins

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A flavour is one of the five types whose values are strings of characters
// or bytes. Their methods are written once, on Go strings: the bytes, or the
// text in UTF-8, and ask the flavour where they differ.
type flavour struct {
	name string
	py2  bool
	text bool // characters are code points; else they are bytes
	wrap func(s string) starlark.Value
}

var (
	str2   = &flavour{name: "str", py2: true, wrap: func(s string) starlark.Value { return starlark.String(s) }}
	uni2   = &flavour{name: "unicode", py2: true, text: true, wrap: func(s string) starlark.Value { return object.NewText(s) }}
	str3   = &flavour{name: "str", text: true, wrap: object.String3}
	bytes3 = &flavour{name: "bytes", wrap: func(s string) starlark.Value { return starlark.Bytes(s) }}
	array2 = &flavour{name: "bytearray", py2: true, wrap: func(s string) starlark.Value { return NewBytearray(syntax.Python2, []byte(s)) }}
	array3 = &flavour{name: "bytearray", wrap: func(s string) starlark.Value { return NewBytearray(syntax.Python3, []byte(s)) }}
)

// A strMethod is a method of a flavour; s is self.
type strMethod func(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

// raw returns the bytes or the UTF-8 of a string value.
func raw(v starlark.Value) string {
	switch v := v.(type) {
	case starlark.String:
		return string(v)
	case *object.Text:
		return v.Value()
	}
	b, _ := object.AsBytes(v)
	return string(b)
}

// methods binds the methods of the tables to the flavour. In Python 2 a str
// whose method is given a unicode becomes one first.
func (k *flavour) methods(tables ...map[string]strMethod) map[string]method {
	ms := make(map[string]method, 80)
	for _, table := range tables {
		for name, f := range table {
			ms[name] = k.bind(name, f)
		}
	}
	return ms
}

func (k *flavour) bind(name string, f strMethod) method {
	plain := func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return f(t, k, raw(self), args, kwargs)
	}
	n := promoting[name]
	if k != str2 || n == 0 {
		return plain
	}
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if !promotes(args[:min(n, len(args))]) {
			return plain(t, self, args, kwargs)
		}
		s := raw(self)
		if err := t.ImplicitDecode(s); err != nil { // but wrong numbers of arguments and indices come first
			some := args
			if name == "replace" {
				some = slices.Clone(args)
				for i := range some[:min(n, len(args))] {
					some[i] = object.NewText("")
				}
			}
			if _, wrong := f(t, uni2, "", some, kwargs); wrong != nil && !isKind(t, wrong, object.ValueError) {
				err = wrong
			}
			return nil, err
		}
		return f(t, uni2, s, args, kwargs)
	}
}

// promoting are the methods of Python 2's str that become those of unicode when one of
// so many of their first arguments is one.
var promoting = map[string]int{
	"find": 1, "rfind": 1, "index": 1, "rindex": 1, "count": 1, "startswith": 1, "endswith": 1, "split": 1, "rsplit": 1,
	"strip": 1, "lstrip": 1, "rstrip": 1, "partition": 1, "rpartition": 1, "translate": 1, "replace": 2,
}

// promotes reports whether there is a unicode among the arguments, and nothing before it
// that isn't a string.
func promotes(args starlark.Tuple) bool {
	for _, a := range args {
		if _, ok := object.Unwrap(a).(*object.Text); ok {
			return true
		}
		if _, ok, _ := str2.get(a); !ok {
			return false
		}
	}
	return false
}

// asciiOnly fails as Python 2's implicit decoding does.
func asciiOnly(s string) error {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return object.UnicodeDecodeError.New(starlark.String("ascii"), starlark.String(s),
				starlark.MakeInt(i), starlark.MakeInt(i+1), starlark.String("ordinal not in range(128)"))
		}
	}
	return nil
}

// get returns the characters of an argument that has to be a string of this
// kind; ok is false if it isn't one.
func (k *flavour) get(v starlark.Value) (s string, ok bool, err error) {
	switch k {
	case str3:
		s, ok = object.AsText(v)
		return s, ok, nil
	case uni2:
		switch v := object.Unwrap(v).(type) {
		case *object.Text:
			return v.Value(), true, nil
		case starlark.String:
			return string(v), true, asciiOnly(string(v))
		case *Bytearray, *Memoryview:
			return "", false, nil
		}
	case str2, array2:
		switch v := object.Unwrap(v).(type) {
		case starlark.String:
			return string(v), true, nil
		case *Memoryview:
			if k == str2 {
				return "", false, nil
			}
		}
		if k == str2 && v.Type() == "array.array" { // its buffer isn't one of characters
			return "", false, nil
		}
	}
	b, ok := object.AsBytes(v)
	return string(b), ok, nil
}

// arg is get with the TypeError of most methods.
func (k *flavour) arg(v starlark.Value) (string, error) {
	s, ok, err := k.get(v)
	if !ok {
		return "", k.wrong(v)
	}
	return s, err
}

func (k *flavour) wrong(v starlark.Value) error {
	name := object.TypeName(v)
	switch k {
	case str3:
		return object.TypeError.Errorf("must be str, not %s", name)
	case uni2:
		if _, ok := object.Unwrap(v).(*Bytearray); ok {
			return object.TypeError.Errorf("decoding bytearray is not supported")
		}
		return object.TypeError.Errorf("coercing to Unicode: need string or buffer, %s found", name)
	case str2:
		return object.TypeError.Errorf("expected a string or other character buffer object")
	case array2:
		return object.TypeError.Errorf("Type %s doesn't support the buffer API", name)
	}
	return object.TypeError.Errorf("a bytes-like object is required, not '%s'", name)
}

// sub returns what find and its like look for: in bytes it may be a number.
func (k *flavour) sub(v starlark.Value) (string, error) {
	if k == bytes3 || k == array3 {
		if n, ok := object.AsInt(v); ok {
			c, err := byteOf(n)
			return string([]byte{c}), err
		}
		if s, ok, _ := k.get(v); ok {
			return s, nil
		}
		if object.HasSpecial(v, "__index__") {
			n, err := index(nil, v)
			if err != nil && object.Is(err, object.OverflowError, syntax.Python3) {
				err = object.ValueError.Errorf("byte must be in range(0, 256)")
			}
			if err != nil {
				return "", err
			}
			c, err := byteOf(n)
			return string([]byte{c}), err
		}
		return "", object.TypeError.Errorf("argument should be integer or bytes-like object, not '%s'", object.TypeName(v))
	}
	return k.arg(v)
}

func byteOf(n starlark.Int) (byte, error) {
	i, ok := n.Int64()
	if !ok || i < 0 || i > 255 {
		return 0, object.ValueError.Errorf("byte must be in range(0, 256)")
	}
	return byte(i), nil
}

// length counts characters.
func (k *flavour) length(s string) int {
	if !k.text {
		return len(s)
	}
	return runeCount(s)
}

// at returns the offset of character i of s.
func (k *flavour) at(s string, i int) int {
	if !k.text {
		return min(i, len(s))
	}
	at := 0
	for ; i > 0 && at < len(s); i-- {
		_, n := object.DecodeRune(s[at:])
		at += n
	}
	return at
}

func runeCount(s string) int {
	if object.IsASCII(s) {
		return len(s)
	}
	n := 0
	for s != "" {
		_, size := object.DecodeRune(s)
		s = s[size:]
		n++
	}
	return n
}

// list returns a list of strings of this kind.
func (k *flavour) list(parts []string) starlark.Value {
	elems := make([]starlark.Value, len(parts))
	for i, p := range parts {
		elems[i] = k.wrap(p)
	}
	return object.NewList(elems)
}

// isSpace tells what strip and split take for white space.
func (k *flavour) isSpace(r rune) bool {
	switch {
	case r == ' ' || r >= '\t' && r <= '\r':
		return true
	case !k.text || r < 0x1c:
		return false
	}
	return r <= 0x1f || r == 0x85 || r == 0xa0 || r >= 0x1680 && strings.ContainsRune(
		"\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000", r)
}

// next returns the first character of s and its size.
func (k *flavour) next(s string) (rune, int) {
	if !k.text || s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return object.DecodeRune(s)
}

// last returns the last character of s and its size.
func (k *flavour) last(s string) (rune, int) {
	c := s[len(s)-1]
	if !k.text || c < utf8.RuneSelf {
		return rune(c), 1
	}
	i := len(s) - 1
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	r, _ := object.DecodeRune(s[i:])
	return r, len(s) - i
}
