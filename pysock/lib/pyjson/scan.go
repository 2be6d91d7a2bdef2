package pyjson

import (
	"strconv"
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A scanner reads one document.
type scanner struct {
	t    *object.Thread
	doc  starlark.Value
	s    string
	wide bool // positions in s aren't those that a script knows
	// decode takes the parts of strings, in Python 2's str; nil where s is text
	decode func(part string) (string, error)
	keys   map[string]starlark.Value
	room   int // how deep it may still go

	strict                           bool
	objectHook, pairsHook            starlark.Value
	parseFloat, parseInt, parseConst starlark.Value
	fail                             starlark.Value
	words                            *words
	plainInt, plainFloat             bool
}

// words are what the dialects call what is missing.
type words struct{ name, colon, comma string }

var (
	words2 = &words{"Expecting property name", "Expecting : delimiter", "Expecting , delimiter"}
	words3 = &words{"Expecting property name enclosed in double quotes", "Expecting ':' delimiter", "Expecting ',' delimiter"}
)

// stop is the error of a place where no value begins: StopIteration, as of
// scan_once.
type stop struct{ at int }

func (s *stop) Error() string { return "no value" }

// newScanner takes a document and the place where to begin.
func newScanner(t *object.Thread, doc starlark.Value, idx int, fail, encoding starlark.Value) (*scanner, int, error) {
	p := &scanner{t: t, doc: doc, fail: fail, keys: make(map[string]starlark.Value), words: words3}
	if py2(t) {
		p.words = words2
	}
	s, unicode, err := textOf(t, doc, false)
	if err != nil {
		return nil, 0, err
	}
	if py2(t) && !unicode {
		p.decode = decoder(t, encoding)
	}
	p.s, p.wide = s, unicode && !object.IsASCII(s)
	if idx < 0 {
		return nil, 0, object.ValueError.Errorf("idx cannot be negative")
	}
	at := idx
	if p.wide {
		for at = 0; idx > 0 && at < len(s); idx-- {
			_, n := object.DecodeRune(s[at:])
			at += n
		}
		at += idx
	}
	p.room = t.RT.RecursionLimit() - t.Depth()
	return p, at, nil
}

// decoder returns what decodes a str of Python 2 from an encoding (None: UTF-8).
func decoder(t *object.Thread, encoding starlark.Value) func(part string) (string, error) {
	if encoding == starlark.None {
		encoding = starlark.String("utf8")
	}
	name, _ := object.AsText(encoding)
	ascii := name == "utf8" || name == "utf-8"
	return func(part string) (string, error) {
		if ascii && object.IsASCII(part) {
			return part, nil
		}
		f, err := t.RT.Attr(starlark.String(part), "decode")
		if err != nil {
			return "", err
		}
		u, err := t.Call(f, encoding)
		if err != nil {
			return "", err
		}
		text, _ := object.AsText(u)
		return text, nil
	}
}

// shown is a position as a script counts it.
func (p *scanner) shown(at int) int {
	if !p.wide {
		return at
	}
	n := 0
	for i := 0; i < at && i < len(p.s); {
		_, size := object.DecodeRune(p.s[i:])
		if i += size; i <= at {
			n++
		}
	}
	return n
}

// wrong raises what fail(msg, doc, pos) raises: JSONDecodeError, or ValueError
// in Python 2.
func (p *scanner) wrong(msg string, at int) error {
	_, err := p.t.Call(p.fail, p.t.RT.Str(msg), p.doc, starlark.MakeInt(p.shown(at)))
	if err == nil {
		err = object.ValueError.Errorf("%s", msg)
	}
	return err
}

// scan is scan(context, fail, doc, idx) -> (value, end). The context is a
// JSONDecoder. It raises StopIteration(pos) where no value begins.
func scan(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var context, fail, doc starlark.Value
	var idx int
	if err := object.Positional(t, "scan_once", args, kwargs, 4, &context, &fail, &doc, &idx); err != nil {
		return nil, err
	}
	encoding := starlark.Value(starlark.None)
	var err error
	if py2(t) {
		if encoding, err = t.RT.Attr(context, "encoding"); err != nil {
			return nil, err
		}
	}
	p, at, err := newScanner(t, doc, idx, fail, encoding)
	if err != nil {
		return nil, err
	}
	for name, dst := range map[string]*starlark.Value{
		"object_hook": &p.objectHook, "object_pairs_hook": &p.pairsHook,
		"parse_float": &p.parseFloat, "parse_int": &p.parseInt, "parse_constant": &p.parseConst,
	} {
		if *dst, err = t.RT.Attr(context, name); err != nil {
			return nil, err
		}
	}
	strict, err := t.RT.Attr(context, "strict")
	if err != nil {
		return nil, err
	}
	ts := object.TypesOf(t.RT.Dialect)
	p.strict = bool(strict.Truth())
	p.plainInt = p.parseInt == ts.Int
	p.plainFloat = p.parseFloat == ts.Float
	v, end, err := p.value(at)
	if err != nil {
		if s, ok := err.(*stop); ok {
			err = object.StopIteration.New(starlark.MakeInt(p.shown(s.at)))
		}
		return nil, err
	}
	return starlark.Tuple{v, starlark.MakeInt(p.shown(end))}, nil
}

func (p *scanner) space(i int) int {
	for i < len(p.s) && (p.s[i] == ' ' || p.s[i] == '\n' || p.s[i] == '\t' || p.s[i] == '\r') {
		i++
	}
	return i
}

// value reads the value at i.
func (p *scanner) value(i int) (starlark.Value, int, error) {
	if i >= len(p.s) {
		return nil, 0, &stop{i}
	}
	switch p.s[i] {
	case '"':
		s, end, err := p.text(i + 1)
		if err != nil {
			return nil, 0, err
		}
		return p.t.RT.Unicode(s), end, nil
	case '{', '[':
		if p.room--; p.room < 0 {
			kind := "object"
			if p.s[i] == '[' {
				kind = "array"
			}
			return nil, 0, object.RecursionError.Errorf("maximum recursion depth exceeded while decoding a JSON %s from a unicode string", kind)
		}
		defer func() { p.room++ }()
		if p.s[i] == '{' {
			return p.object(i + 1)
		}
		return p.array(i + 1)
	}
	rest := p.s[i:]
	switch {
	case strings.HasPrefix(rest, "null"):
		return starlark.None, i + 4, nil
	case strings.HasPrefix(rest, "true"):
		return object.Truthy(true), i + 4, nil
	case strings.HasPrefix(rest, "false"):
		return object.Truthy(false), i + 5, nil
	}
	for _, name := range [...]string{"NaN", "Infinity", "-Infinity"} {
		if strings.HasPrefix(rest, name) {
			v, err := p.t.Call(p.parseConst, p.t.RT.Str(name))
			return v, i + len(name), err
		}
	}
	return p.number(i)
}

// number reads -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?.
func (p *scanner) number(i int) (starlark.Value, int, error) {
	digits := func(j int) int {
		for j < len(p.s) && p.s[j] >= '0' && p.s[j] <= '9' {
			j++
		}
		return j
	}
	j := i
	if p.s[j] == '-' {
		j++
	}
	end := digits(j)
	if end == j {
		return nil, 0, &stop{i}
	}
	if p.s[j] == '0' {
		end = j + 1
	}
	isInt := true
	if end < len(p.s) && p.s[end] == '.' {
		if k := digits(end + 1); k > end+1 {
			end, isInt = k, false
		}
	}
	if end < len(p.s) && p.s[end]|0x20 == 'e' {
		k := end + 1
		if k < len(p.s) && (p.s[k] == '+' || p.s[k] == '-') {
			k++
		}
		if l := digits(k); l > k {
			end, isInt = l, false
		}
	}
	text := p.s[i:end]
	if isInt && p.plainInt && len(text) < 19 {
		n, _ := strconv.ParseInt(text, 10, 64)
		return starlark.MakeInt64(n), end, nil
	}
	if !isInt && p.plainFloat {
		f, _ := strconv.ParseFloat(text, 64) // too large is infinite
		return starlark.Float(f), end, nil
	}
	parse := p.parseFloat
	if isInt {
		parse = p.parseInt
	}
	v, err := p.t.Call(parse, p.t.RT.Str(text))
	return v, end, err
}

// array reads what follows [.
func (p *scanner) array(i int) (starlark.Value, int, error) {
	elems := []starlark.Value{}
	i = p.space(i)
	if i < len(p.s) && p.s[i] == ']' {
		return object.NewList(elems), i + 1, nil
	}
	for {
		if err := p.cut(i); err != nil {
			return nil, 0, err
		}
		v, end, err := p.value(i)
		if err != nil {
			return nil, 0, p.missing(err)
		}
		elems = append(elems, v)
		i = p.space(end)
		if err := p.cut(i); err != nil {
			return nil, 0, err
		}
		if i < len(p.s) && p.s[i] == ']' {
			return object.NewList(elems), i + 1, nil
		}
		if i >= len(p.s) || p.s[i] != ',' {
			return nil, 0, p.wrong(p.words.comma, i)
		}
		i = p.space(i + 1)
	}
}

// missing turns the place where no value begins into an error, which Python 2
// leaves to the caller.
func (p *scanner) missing(err error) error {
	if s, ok := err.(*stop); ok && !py2(p.t) {
		return p.wrong("Expecting value", s.at)
	}
	return err
}

// cut is Python 2's error of an array or object that ends with the document, or nil.
func (p *scanner) cut(i int) error {
	if py2(p.t) && i >= len(p.s) {
		return p.wrong("Expecting object", max(len(p.s)-1, 0))
	}
	return nil
}

// object reads what follows {.
func (p *scanner) object(i int) (starlark.Value, int, error) {
	var pairs []starlark.Value
	var d *object.Dict
	if p.pairsHook == starlark.None {
		d = p.t.RT.NewDict(0)
	}
	i = p.space(i)
	for first := true; ; first = false {
		if err := p.cut(i); err != nil {
			return nil, 0, err
		}
		if first && i < len(p.s) && p.s[i] == '}' {
			i++
			break
		}
		if i >= len(p.s) || p.s[i] != '"' {
			return nil, 0, p.wrong(p.words.name, i)
		}
		s, end, err := p.text(i + 1)
		if err != nil {
			return nil, 0, err
		}
		key, ok := p.keys[s]
		if !ok {
			key = p.t.RT.Unicode(s)
			p.keys[s] = key
		}
		i = p.space(end)
		if i >= len(p.s) || p.s[i] != ':' {
			return nil, 0, p.wrong(p.words.colon, i)
		}
		v, end, err := p.value(p.space(i + 1))
		if err != nil {
			return nil, 0, p.missing(err)
		}
		if d == nil {
			pairs = append(pairs, starlark.Tuple{key, v})
		} else if err := d.SetKey(key, v); err != nil {
			return nil, 0, err
		}
		i = p.space(end)
		if err := p.cut(i); err != nil {
			return nil, 0, err
		}
		if i < len(p.s) && p.s[i] == '}' {
			i++
			break
		}
		if i >= len(p.s) || p.s[i] != ',' {
			return nil, 0, p.wrong(p.words.comma, i)
		}
		i = p.space(i + 1)
	}
	switch {
	case d == nil:
		v, err := p.t.Call(p.pairsHook, object.NewList(pairs))
		return v, i, err
	case p.objectHook != starlark.None:
		v, err := p.t.Call(p.objectHook, d)
		return v, i, err
	}
	return d, i, nil
}

// text reads what follows ".
func (p *scanner) text(begin int) (string, int, error) {
	var out []byte
	i := begin
	for from := i; ; {
		for i < len(p.s) && p.s[i] != '"' && p.s[i] != '\\' && (p.s[i] >= ' ' || !p.strict) {
			i++
		}
		if i >= len(p.s) {
			return "", 0, p.wrong("Unterminated string starting at", begin-1)
		}
		if p.s[i] != '"' && p.s[i] != '\\' {
			return "", 0, p.wrong("Invalid control character at", i)
		}
		part := p.s[from:i]
		if p.decode != nil && part != "" {
			var err error
			if part, err = p.decode(part); err != nil {
				return "", 0, err
			}
		}
		if p.s[i] == '"' {
			if out == nil {
				return part, i + 1, nil
			}
			return string(append(out, part...)), i + 1, nil
		}
		out = append(out, part...)
		if i+1 >= len(p.s) {
			return "", 0, p.wrong("Unterminated string starting at", begin-1)
		}
		if c := p.s[i+1]; c != 'u' {
			at := strings.IndexByte(`"\/bfnrt`, c)
			if at < 0 {
				return "", 0, p.wrong("Invalid \\escape", i)
			}
			out = append(out, "\"\\/\b\f\n\r\t"[at])
			i += 2
			from = i
			continue
		}
		r, ok := p.hex(i + 2)
		if !ok {
			return "", 0, p.wrong("Invalid \\uXXXX escape", i+1)
		}
		i += 6
		if r >= 0xD800 && r < 0xDC00 && strings.HasPrefix(p.s[i:], `\u`) {
			if low, ok := p.hex(i + 2); ok && low >= 0xDC00 && low < 0xE000 {
				r = 0x10000 + (r-0xD800)<<10 + (low - 0xDC00)
				i += 6
			}
		}
		out = object.AppendRune(out, r)
		from = i
	}
}

// hex reads four digits.
func (p *scanner) hex(i int) (rune, bool) {
	if i+4 > len(p.s) {
		return 0, false
	}
	var r rune
	for _, c := range []byte(p.s[i : i+4]) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

// scanstring is scanstring(fail, s, end, strict=True, encoding=None) -> (text, end);
// end is the place after the first quote.
func scanstring(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var fail, doc starlark.Value
	var begin int
	strict, encoding := true, starlark.Value(starlark.None)
	if err := object.Positional(t, "scanstring", args, kwargs, 3, &fail, &doc, &begin, &strict, &encoding); err != nil {
		return nil, err
	}
	p, at, err := newScanner(t, doc, max(begin, 0), fail, encoding)
	if err != nil {
		return nil, err
	}
	if begin < 0 || at > len(p.s) || at == len(p.s) && py2(t) {
		return nil, object.ValueError.Errorf("end is out of bounds")
	}
	p.strict = strict
	s, end, err := p.text(at)
	if err != nil {
		return nil, err
	}
	return starlark.Tuple{t.RT.Unicode(s), starlark.MakeInt(p.shown(end))}, nil
}
