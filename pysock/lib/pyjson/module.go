// Package pyjson is the fast part of Python's module json: the scanner and the
// encoder, as module _json. The rest is embedded Python. (RFC 8259; library
// reference, "json - JSON encoder and decoder".)
package pyjson

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	return object.NewModule(rt, "_json", "json speedups", []object.Def{
		{Name: "scan", F: scan},
		{Name: "scanstring", F: scanstring},
		{Name: "encode", F: encode},
		{Name: "encode_basestring", F: basestring("encode_basestring", false)},
		{Name: "encode_basestring_ascii", F: basestring("encode_basestring_ascii", true)},
	})
}

func py2(t *object.Thread) bool { return t.RT.Dialect == syntax.Python2 }

// basestring makes encode_basestring(s) and encode_basestring_ascii(s): s as a
// JSON string.
func basestring(name string, ascii bool) func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.OneArg(t, "_json", name, args, kwargs, &v); err != nil {
			return nil, err
		}
		s, unicode, err := textOf(t, v, ascii)
		if err != nil {
			return nil, err
		}
		out := string(quote(nil, s, ascii))
		if unicode && !ascii {
			return t.RT.Unicode(out), nil
		}
		return t.RT.Str(out), nil
	}
}

// textOf returns the text of a str; in Python 2 a str is UTF-8, which is checked
// if the text is to be known.
func textOf(t *object.Thread, v starlark.Value, check bool) (s string, unicode bool, err error) {
	s, ok := object.AsText(v)
	if !ok {
		return "", false, object.TypeError.By("first argument must be a string, not "+object.TypeName(v), "first argument must be a string, not "+object.TypeName(v))
	}
	_, unicode = object.Unwrap(v).(*object.Text)
	if py2(t) && !unicode && check && !object.IsASCII(s) {
		u, err := decode2(t, v)
		if err != nil {
			return "", false, err
		}
		s, _ = object.AsText(u)
		unicode = true
	}
	return s, unicode, nil
}

// decode2 is v.decode('utf8') of a str of Python 2.
func decode2(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	f, err := t.RT.Attr(v, "decode")
	if err != nil {
		return nil, err
	}
	return t.Call(f, starlark.String("utf8"))
}
