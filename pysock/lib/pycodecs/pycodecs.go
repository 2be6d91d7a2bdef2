// Package pycodecs is Python's module _codecs, which module codecs (see package
// embedded) stands on. Package builtins has the encodings.
package pycodecs

import (
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// functions are the module's functions, but for those of single encodings.
var functions = []object.Def{
	{Name: "register", F: register},
	{Name: "unregister", F: unregister},
	{Name: "register_error", F: registerError},
	{Name: "lookup_error", F: lookupError},
	{Name: "_aliases", F: aliases},
	{Name: "_search", F: search},
	{Name: "_proper", F: proper},
	{Name: "_encode", F: encode},
	{Name: "_decode", F: decode},
	{Name: "_piece", F: piece},
	{Name: "_recode", F: recode},
	{Name: "charmap_encode", F: charmapEncode},
	{Name: "charmap_decode", F: charmapDecode},
	{Name: "charmap_build", F: charmapBuild},
}

// encodings are those that have functions of their own, such as utf_8_encode;
// stateful says that the decoder takes final.
var encodings = map[string]struct {
	name     string
	stateful bool
}{
	"utf_8": {"utf-8", true}, "utf_7": {"utf-7", true}, "ascii": {"ascii", false}, "latin_1": {"latin-1", false},
	"utf_16": {"utf-16", true}, "utf_16_le": {"utf-16-le", true}, "utf_16_be": {"utf-16-be", true},
	"utf_32": {"utf-32", true}, "utf_32_le": {"utf-32-le", true}, "utf_32_be": {"utf-32-be", true},
	"unicode_escape": {"unicode_escape", true}, "raw_unicode_escape": {"raw_unicode_escape", true},
}

// New makes the module for rt.
func New(rt *object.Runtime) *object.Module {
	m := object.NewModule(rt, "_codecs", "The encodings, and the registry of those that scripts bring.", functions)
	if rt.Dialect == syntax.Python2 {
		m.DelField("unregister")
	}
	def := func(name string, f func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)) {
		m.Set(name, &object.Func{FuncName: name, Module: "_codecs", Function: f})
	}
	for prefix, e := range encodings {
		def(prefix+"_encode", encoder(prefix+"_encode", e.name))
		def(prefix+"_decode", decoder(prefix+"_decode", e.name, e.stateful))
	}
	for _, n := range []string{"16", "32"} {
		def("utf_"+n+"_ex_decode", exDecoder("utf-"+n))
	}
	def("escape_encode", escape(true))
	def("escape_decode", escape(false))
	def("readbuffer_encode", readbuffer)
	def("encode", whole("encode", "encoder"))
	def("decode", whole("decode", "decoder"))
	return m
}

func register(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var f starlark.Value
	if err := object.OneArg(t, "_codecs", "register", args, kwargs, &f); err != nil {
		return nil, err
	}
	if _, ok := f.(starlark.Callable); !ok {
		return nil, object.TypeError.Errorf("argument must be callable")
	}
	builtins.RegisterSearch(t.RT, f)
	return starlark.None, nil
}

func unregister(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var f starlark.Value
	if err := object.OneArg(t, "_codecs", "unregister", args, kwargs, &f); err != nil {
		return nil, err
	}
	builtins.UnregisterSearch(t.RT, f)
	return starlark.None, nil
}

func registerError(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	var f starlark.Value
	if err := object.Positional(t, "register_error", args, kwargs, 2, &name, &f); err != nil {
		return nil, err
	}
	if _, ok := f.(starlark.Callable); !ok {
		return nil, object.TypeError.Errorf("handler must be callable")
	}
	builtins.RegisterError(t.RT, name, f)
	return starlark.None, nil
}

func lookupError(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	if err := object.OneArg(t, "_codecs", "lookup_error", args, kwargs, &name); err != nil {
		return nil, err
	}
	return builtins.LookupErrorHandler(t, name)
}

// search asks what scripts have registered; None if nobody knows.
func search(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	if err := object.OneArg(t, "codecs", "lookup", args, kwargs, &name); err != nil {
		return nil, err
	}
	v, err := builtins.SearchCodec(t, name)
	if v == nil && err == nil {
		v = starlark.None
	}
	return v, err
}

// proper returns the name under which Python knows an encoding of ours, and
// whether it is one of text; None if there is none of that name.
func proper(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	if err := object.OneArg(t, "codecs", "lookup", args, kwargs, &name); err != nil {
		return nil, err
	}
	if !object.IsASCII(name) { // no surrogate can be part of a name
		if _, err := builtins.Encode(t, t.RT.Unicode(name), "utf-8", "strict"); err != nil {
			return nil, err
		}
	}
	known := builtins.CodecName(t.RT.Dialect, name)
	if known == "" {
		return starlark.None, nil
	}
	_, isText := builtins.IsTextEncoding(t, name)
	return starlark.Tuple{t.RT.Str(known), t.RT.Bool(isText)}, nil
}

// textArg takes a text to be encoded. Python 2's str is decoded first.
func textArg(t *object.Thread, name string, v starlark.Value) (starlark.Value, error) {
	x := object.Unwrap(v)
	switch s := x.(type) {
	case *object.Text:
		return s, nil
	case starlark.String:
		if t.RT.Dialect != syntax.Python2 {
			return s, nil
		}
		d, err := builtins.Decode(t, []byte(s), "ascii", "strict")
		return t.RT.Unicode(d), err
	}
	return nil, object.TypeError.By(
		sprintf("%s() argument 1 must be unicode, not %s", name, object.TypeName(v)),
		sprintf("%s() argument 1 must be str, not %s", name, object.ArgName(v)))
}

// errorsArg takes a handler's name or None.
func errorsArg(dst *string) object.Converter {
	return object.ConverterFunc(func(t *object.Thread, v starlark.Value) error {
		if v == starlark.None {
			return nil
		}
		s, ok := object.AsText(v)
		if !ok {
			return object.TypeError.Errorf("errors must be str or None, not %s", object.TypeName(v))
		}
		*dst = s
		return nil
	})
}

func encoder(name, encoding string) func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		errors, order := "strict", 0
		if err := object.Positional(t, name, args, kwargs, 1, &v, errorsArg(&errors), &order); err != nil {
			return nil, err
		}
		switch order {
		case -1:
			return encodeAs(t, name, encoding+"-le", errors, v)
		case 1:
			return encodeAs(t, name, encoding+"-be", errors, v)
		}
		return encodeAs(t, name, encoding, errors, v)
	}
}

func encodeAs(t *object.Thread, name, encoding, errors string, v starlark.Value) (starlark.Value, error) {
	text, err := textArg(t, name, v)
	if err != nil {
		return nil, err
	}
	b, err := builtins.Encode(t, text, encoding, errors)
	return starlark.Tuple{t.RT.Bytes(b), starlark.MakeInt(starlark.Len(text))}, err
}

// encode is _encode(encoding, text, errors), without the length.
func encode(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var encoding string
	var v starlark.Value
	errors := "strict"
	if err := object.Positional(t, "encode", args, kwargs, 2, &encoding, &v, errorsArg(&errors)); err != nil {
		return nil, err
	}
	pair, err := encodeAs(t, "encode", encoding, errors, v)
	if err != nil {
		return nil, err
	}
	return pair.(starlark.Tuple)[0], nil
}

func decoder(name, encoding string, stateful bool) func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var b []byte
		errors, final := "strict", !stateful
		data := dataArg(name, &b)
		if err := object.Positional(t, name, args, kwargs, 1, data, errorsArg(&errors), &final); err != nil {
			return nil, err
		}
		d, err := builtins.NewDecoder(t, encoding, errors)
		if err != nil {
			return nil, err
		}
		s, err := d.Decode(t, b, final)
		left, _ := d.State()
		return starlark.Tuple{t.RT.Unicode(s), starlark.MakeInt(len(b) - len(left))}, err
	}
}

// dataArg takes bytes; some functions take text for its UTF-8.
func dataArg(name string, dst *[]byte) object.Converter {
	return object.ConverterFunc(func(t *object.Thread, v starlark.Value) (err error) {
		if s, ok := object.AsText(v); ok && (name == "unicode_escape_decode" || name == "raw_unicode_escape_decode" || name == "escape_decode") {
			*dst = []byte(s)
			return nil
		}
		*dst, err = t.Buffer(name, 0, v)
		return err
	})
}

// exDecoder is utf_16_ex_decode(data, errors, byteorder=0, final=False).
func exDecoder(encoding string) func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var b []byte
		errors, order, final := "strict", 0, false
		if err := object.Positional(t, encoding, args, kwargs, 1, &b, errorsArg(&errors), &order, &final); err != nil {
			return nil, err
		}
		d, err := builtins.NewDecoder(t, encoding, errors)
		if err != nil {
			return nil, err
		}
		flags := map[int]int{-1: 1, 1: 2}
		d.SetState(nil, flags[order])
		s, err := d.Decode(t, b, final)
		left, flag := d.State()
		return starlark.Tuple{t.RT.Unicode(s), starlark.MakeInt(len(b) - len(left)), starlark.MakeInt([]int{0, -1, 1}[flag])}, err
	}
}

// decode is _decode(encoding, data, errors), without the length.
func decode(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var encoding string
	var b []byte
	errors := "strict"
	if err := object.Positional(t, "decode", args, kwargs, 2, &encoding, &b, errorsArg(&errors)); err != nil {
		return nil, err
	}
	s, err := builtins.Decode(t, b, encoding, errors)
	return t.RT.Unicode(s), err
}

// piece is _piece(encoding, data, errors, final, flag): the text, what is left
// of the data, and the flag for the next piece.
func piece(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var encoding string
	var b []byte
	errors, final, flag := "strict", false, 0
	if err := object.Positional(t, "decode", args, kwargs, 5, &encoding, &b, errorsArg(&errors), &final, &flag); err != nil {
		return nil, err
	}
	d, err := builtins.NewDecoder(t, encoding, errors)
	if err != nil {
		return nil, err
	}
	d.SetState(nil, flag)
	unmarked := d.CheckMark(b)
	s, err := d.Decode(t, b, final)
	if err == nil {
		err = unmarked
	}
	left, flag := d.State()
	return starlark.Tuple{t.RT.Unicode(s), t.RT.Bytes(left), starlark.MakeInt(flag)}, err
}

// recode is _recode(encoding, data, errors, encode), for encodings between
// bytes.
func recode(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var encoding string
	var v starlark.Value
	errors, enc := "strict", true
	if err := object.Positional(t, "encode", args, kwargs, 4, &encoding, &v, errorsArg(&errors), &enc); err != nil {
		return nil, err
	}
	return builtins.Recode(t, encoding, errors, v, enc)
}

// escape is escape_encode(data, errors) and escape_decode.
func escape(encode bool) func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var b []byte
		errors := "strict"
		name := map[bool]string{true: "escape_encode", false: "escape_decode"}[encode]
		if err := object.Positional(t, name, args, kwargs, 1, dataArg(name, &b), errorsArg(&errors)); err != nil {
			return nil, err
		}
		out, err := builtins.EscapeBytes(t, b, errors, encode)
		return starlark.Tuple{t.RT.Bytes(out), starlark.MakeInt(len(b))}, err
	}
}

func readbuffer(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	errors := "strict"
	if err := object.Positional(t, "readbuffer_encode", args, kwargs, 1, &v, errorsArg(&errors)); err != nil {
		return nil, err
	}
	if s, ok := object.AsText(v); ok {
		return starlark.Tuple{t.RT.Bytes([]byte(s)), starlark.MakeInt(len(s))}, nil
	}
	b, err := t.Buffer("readbuffer_encode", 0, v)
	return starlark.Tuple{t.RT.Bytes(append([]byte(nil), b...)), starlark.MakeInt(len(b))}, err
}

// aliases returns the names under which encodings are known beside their own.
func aliases(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	d := t.RT.NewDict(0)
	for alias, name := range builtins.CodecAliases() {
		d.SetString(alias, t.RT.Str(name))
	}
	return d, nil
}

// whole makes codecs.encode and codecs.decode: (obj, encoding='utf-8',
// errors='strict').
func whole(name, who string) func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		encoding, errors := "utf-8", "strict"
		if t.RT.Dialect == syntax.Python2 {
			encoding = "ascii"
		}
		if err := object.Keywords(t, name, args, kwargs, 1, "obj", &v, "encoding", object.Named(name, "encoding", 2, &encoding), "errors", object.Named(name, "errors", 3, &errors)); err != nil {
			return nil, err
		}
		codecs, err := t.RT.Import(t, "codecs")
		if err != nil {
			return nil, err
		}
		lookup, err := t.RT.Attr(codecs, "lookup")
		if err != nil {
			return nil, err
		}
		info, err := t.Call(lookup, t.RT.Str(encoding))
		if err != nil {
			return nil, err
		}
		f, err := t.RT.Attr(info, name)
		if err != nil {
			return nil, err
		}
		r, err := t.Call(f, v, t.RT.Str(errors))
		if err != nil {
			return nil, builtins.CodecFailed(t, strings.TrimSuffix(name, "e")+"ing", encoding, err)
		}
		pair, ok := object.Unwrap(r).(starlark.Tuple)
		if !ok || len(pair) != 2 {
			return nil, object.TypeError.Errorf("%s must return a tuple (object, integer)", who)
		}
		return pair[0], nil
	}
}
