package builtins

import (
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// What a codec can't do: the error handlers, Python's own and those that a
// script registers (library reference, "Error Handlers").

// A fault is a part of a text or of bytes that a codec can't translate.
type fault struct {
	how      way
	encoding string
	runes    []rune // of text
	bytes    []byte // of what is decoded
	start    int
	end      int
	d        syntax.Dialect
}

type way int

const (
	encodes way = iota
	decodes
	translates
)

func (f *fault) bad() []rune { return f.runes[f.start:f.end] }

// An errorHandler returns what is to stand for a fault, text or bytes, and
// where to go on. It isn't ok where the fault is an error after all.
type errorHandler func(f *fault) (text string, b []byte, next int, ok bool)

// errorHandlers are the handlers by name; "strict" is never ok.
var errorHandlers = map[string]errorHandler{
	"strict":            func(f *fault) (string, []byte, int, bool) { return "", nil, 0, false },
	"ignore":            func(f *fault) (string, []byte, int, bool) { return "", nil, f.end, true },
	"replace":           replaceErrors,
	"backslashreplace":  backslashErrors,
	"xmlcharrefreplace": xmlErrors,
	"namereplace":       nameErrors,
	"surrogateescape":   escapeErrors,
	"surrogatepass":     passErrors,
}

// standardHandler returns the handler of that name that dialect d has, or nil.
func standardHandler(d syntax.Dialect, name string) errorHandler {
	if d == syntax.Python2 && (name == "namereplace" || strings.HasPrefix(name, "surrogate")) {
		return nil
	}
	return errorHandlers[name]
}

func replaceErrors(f *fault) (string, []byte, int, bool) {
	switch f.how {
	case encodes:
		return strings.Repeat("?", f.end-f.start), nil, f.end, true
	case translates:
		return strings.Repeat("\ufffd", f.end-f.start), nil, f.end, true
	}
	return "\ufffd", nil, f.end, true
}

func backslashErrors(f *fault) (string, []byte, int, bool) {
	var out []byte
	if f.how == decodes {
		for _, x := range f.bytes[f.start:f.end] {
			out = append(out, sprintf(`\x%02x`, x)...)
		}
	} else {
		for _, r := range f.bad() {
			out = append(out, escapeRune(r)...)
		}
	}
	return string(out), nil, f.end, true
}

func xmlErrors(f *fault) (string, []byte, int, bool) {
	var out []byte
	for _, r := range f.bad() {
		out = append(out, sprintf("&#%d;", r)...)
	}
	return string(out), nil, f.end, true
}

func nameErrors(f *fault) (string, []byte, int, bool) {
	var out []byte
	for _, r := range f.bad() {
		if name := CharName(r); name != "" {
			out = append(out, `\N{`+name+`}`...)
		} else {
			out = append(out, escapeRune(r)...)
		}
	}
	return string(out), nil, f.end, true
}

func escapeErrors(f *fault) (string, []byte, int, bool) {
	var out []byte
	if f.how == decodes {
		end := f.start
		for end < f.end && f.bytes[end] >= 0x80 && end-f.start < 4 {
			out = object.AppendRune(out, 0xdc00+rune(f.bytes[end]))
			end++
		}
		return string(out), nil, end, end > f.start
	}
	for _, r := range f.bad() {
		if r < 0xdc80 || r > 0xdcff {
			return "", nil, 0, false
		}
		out = append(out, byte(r))
	}
	return "", out, f.end, true
}

// passErrors is surrogatepass: surrogates as the encoding would write them were
// they characters.
func passErrors(f *fault) (string, []byte, int, bool) {
	size, big := unitOf(f.encoding)
	if size == 0 {
		return "", nil, 0, false
	}
	unit := make([]byte, size)
	put := func(r rune) []byte {
		if size == 1 {
			return object.AppendRune(nil, r)
		}
		for i := range unit {
			shift := 8 * i
			if big {
				shift = 8 * (size - 1 - i)
			}
			unit[i] = byte(r >> shift)
		}
		return unit
	}
	if f.how != decodes {
		var out []byte
		for _, r := range f.bad() {
			if !isSurrogate(r) {
				return "", nil, 0, false
			}
			out = append(out, put(r)...)
		}
		return "", out, f.end, true
	}
	rest := string(f.bytes[f.start:])
	if size == 1 {
		r, n := object.DecodeRune(rest)
		return rest[:n], nil, f.start + n, n == 3 && isSurrogate(r)
	}
	if len(rest) < size {
		return "", nil, 0, false
	}
	r := rune(0)
	for i := range size {
		shift := 8 * i
		if big {
			shift = 8 * (size - 1 - i)
		}
		r |= rune(rest[i]) << shift
	}
	return string(object.AppendRune(nil, r)), nil, f.start + size, isSurrogate(r)
}

// unitOf returns the size of the units of a UTF, 0 for other encodings.
func unitOf(encoding string) (size int, big bool) {
	switch name := strings.ReplaceAll(normalize(encoding), "_", ""); name {
	case "utf8", "cp65001", "utf8sig":
		return 1, false
	case "utf16", "utf16le":
		return 2, false
	case "utf16be":
		return 2, true
	case "utf32", "utf32le":
		return 4, false
	case "utf32be":
		return 4, true
	}
	return 0, false
}

// exception is the error of a fault.
func (f *fault) exception(whole starlark.Value, reason string) *object.Raised {
	args := []starlark.Value{starlark.String(f.encoding), whole, starlark.MakeInt(f.start), starlark.MakeInt(f.end), starlark.String(reason)}
	switch f.how {
	case decodes:
		return object.UnicodeDecodeError.New(args...)
	case translates:
		return object.UnicodeTranslateError.New(args[1:]...)
	}
	return object.UnicodeEncodeError.New(args...)
}

// handle asks the handler called name what is to stand for a fault.
func (f *fault) handle(t *object.Thread, name string, whole starlark.Value, reason string) (text string, b []byte, next int, err error) {
	if h := registryOf(t.RT).handler(name); h != nil {
		return f.ask(t, h, whole, reason)
	}
	h := standardHandler(f.d, name)
	if h == nil {
		return "", nil, 0, noHandler(name)
	}
	if f.how == decodes && (name == "xmlcharrefreplace" || name == "namereplace" || name == "backslashreplace" && f.d == syntax.Python2) {
		return "", nil, 0, object.TypeError.Errorf("don't know how to handle UnicodeDecodeError in error callback")
	}
	text, b, next, ok := h(f)
	if !ok {
		return "", nil, 0, f.exception(whole, reason)
	}
	return text, b, next, nil
}

func noHandler(name string) error {
	return object.LookupError.Errorf("unknown error handler name '%s'", name)
}

// ask calls the handler of a script.
func (f *fault) ask(t *object.Thread, handler, whole starlark.Value, reason string) (text string, b []byte, next int, err error) {
	exc := t.Exception(f.exception(whole, reason))
	res, err := t.Call(handler, exc)
	if err != nil {
		return "", nil, 0, err
	}
	wrong := object.TypeError.By("encoding error handler must return (unicode, int) tuple", "encoding error handler must return (str/bytes, int) tuple")
	n := len(f.runes)
	if f.how == decodes {
		wrong = object.TypeError.By("decoding error handler must return (unicode, int) tuple", "decoding error handler must return (str, int) tuple")
		n = len(f.bytes)
	} else if f.how == translates {
		wrong = object.TypeError.By("translating error handler must return (unicode, int) tuple", "translating error handler must return (str, int) tuple")
	}
	pair, ok := res.(starlark.Tuple)
	if !ok || len(pair) != 2 {
		return "", nil, 0, wrong
	}
	switch v := object.Unwrap(pair[0]).(type) {
	case *object.Text:
		text = v.Value()
	case starlark.String:
		if f.d == syntax.Python2 {
			return "", nil, 0, wrong
		}
		text = string(v)
	case starlark.Bytes:
		if f.how != encodes {
			return "", nil, 0, wrong
		}
		b = []byte(v)
	default:
		return "", nil, 0, wrong
	}
	at, err := index(t, pair[1])
	if err != nil {
		return "", nil, 0, wrong
	}
	pos, fits := at.Int64()
	if fits && pos < 0 {
		pos += int64(n)
	}
	if !fits || pos < 0 || pos > int64(n) {
		return "", nil, 0, object.IndexError.Errorf("position %s from error handler out of bounds", at)
	}
	return text, b, int(pos), nil
}

// LookupErrorHandler is codecs.lookup_error(name): the script's handler, or a
// function that does what the standard one does.
func LookupErrorHandler(t *object.Thread, name string) (starlark.Value, error) {
	r := registryOf(t.RT)
	if h := r.handler(name); h != nil {
		return h, nil
	}
	h := standardHandler(t.RT.Dialect, name)
	if h == nil {
		return nil, noHandler(name)
	}
	if f := r.standard[name]; f != nil {
		return f, nil
	}
	f := &object.Func{FuncName: strings.ReplaceAll(name, "replace", "replace") + "_errors", Function: func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var exc starlark.Value
		if err := object.OneArg(t, "", name+"_errors", args, kwargs, &exc); err != nil {
			return nil, err
		}
		return applyHandler(t, name, h, exc)
	}}
	r.standard[name] = f
	return f, nil
}

// applyHandler calls a standard handler on an exception.
func applyHandler(t *object.Thread, name string, h errorHandler, exc starlark.Value) (starlark.Value, error) {
	e, ok := exc.(*object.Exception)
	if name == "strict" {
		if ok {
			return nil, object.Raise(e)
		}
		return nil, object.TypeError.Errorf("codec must pass exception instance")
	}
	d := t.RT.Dialect
	f := &fault{d: d}
	known := ok
	if ok {
		switch c := e.Class(); {
		case c.IsSubclass(object.UnicodeEncodeError.Class(d)):
			f.how = encodes
		case c.IsSubclass(object.UnicodeDecodeError.Class(d)):
			f.how = decodes
			known = name != "xmlcharrefreplace" && name != "namereplace"
		case c.IsSubclass(object.UnicodeTranslateError.Class(d)):
			f.how = translates
			known = name == "ignore" || name == "replace" || name == "backslashreplace"
		default:
			known = false
		}
	}
	if !known {
		return nil, object.TypeError.Errorf("don't know how to handle %s in error callback", object.TypeName(exc))
	}
	whole := e.Slot("object")
	if s, isText := object.AsText(whole); isText && f.how != decodes {
		f.runes = object.Runes(s)
	} else {
		f.bytes = []byte(raw(object.Unwrap(whole)))
	}
	f.encoding, _ = object.AsText(e.Slot("encoding"))
	n := max(len(f.runes), len(f.bytes))
	number := func(field string) int {
		i, _ := object.AsInt(e.Slot(field))
		j, _ := i.Int64()
		return int(min(max(j, 0), int64(n)))
	}
	f.start, f.end = number("start"), number("end")
	if f.start == n && n > 0 && f.end >= n {
		f.start = n - 1
	}
	f.end = max(f.end, f.start)
	text, b, next, ok := h(f)
	if !ok {
		return nil, object.Raise(e)
	}
	if b != nil {
		return starlark.Tuple{t.RT.Bytes(b), starlark.MakeInt(next)}, nil
	}
	return starlark.Tuple{t.RT.Unicode(text), starlark.MakeInt(next)}, nil
}
