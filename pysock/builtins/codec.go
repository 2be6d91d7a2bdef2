package builtins

import (
	"bytes"
	"cmp"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A codec is one text encoding. A coding is one use of it, with its error
// handler; what a codec can't do it hands to unencodable or undecodable.
type codec struct {
	name   [2]string // in messages: Python 2's, Python 3's
	proper string    // as codecs.lookup names it, where that isn't Python 3's name
	encode func(c *coding, text string) ([]byte, error)
	decode func(c *coding, b []byte) (string, error)
	// plain says that ASCII is left as it is; atOnce that pieces can't be
	// decoded; textual that recode takes text in Python 3. unmarked is the codec
	// for all but the first piece of a text.
	plain, atOnce, textual bool
	unmarked               *codec
	// recode, of a codec that makes bytes of bytes, is for Python 2 only.
	recode func(c *coding, b []byte, encode bool) ([]byte, error)
	// strict says that recode knows no error handler but strict; narrow that
	// it takes no unicode of Python 2.
	strict, narrow bool
	// unit, if any, is how many bytes there are to a unit of the encoding: what a
	// handler gives must be a multiple of it.
	unit int
}

type coding struct {
	*codec
	t      *object.Thread
	errors string
	whole  starlark.Value // the text or bytes, for the exception
	label  string         // the name in messages, where it isn't the codec's

	// Of a decoder that is fed piece by piece: whether more may follow, how
	// much of the piece it has taken if not all, and what it has found out
	// about the order of bytes.
	partial bool
	used    int
	order   order
}

// stop leaves the bytes from i on, the beginning of a character, for later.
func (c *coding) stop(b []byte, i int) { c.used = i - len(b) }

// Encode is text.encode(encoding, errors); text is a str of Python 3 or a
// unicode of Python 2. What a codec raises is given back as it is.
func Encode(t *object.Thread, text starlark.Value, encoding, errors string) ([]byte, error) {
	return encode(t, text, encoding, errors, func(err error) error { return err })
}

// encodeText is Encode for a script: an error names the codec that it comes from.
func encodeText(t *object.Thread, text starlark.Value, encoding, errors string) ([]byte, error) {
	return encode(t, text, encoding, errors, codecFailed(t, "encoding", encoding))
}

func encode(t *object.Thread, text starlark.Value, encoding, errors string, failed func(error) error) ([]byte, error) {
	s, _ := object.AsText(text)
	if object.IsASCII(s) && plainASCII[encoding] {
		return []byte(s), nil
	}
	c, err := newCoding(t, encoding, errors, text)
	if err != nil {
		info, err2 := SearchCodec(t, encoding)
		if info == nil || err2 != nil {
			return nil, cmp.Or(err2, err)
		}
		return encodeBy(t, info, encoding, text, errors, failed)
	}
	if c.recode != nil && (c.encode == nil || !py2(t)) {
		if !py2(t) {
			return nil, notText(encoding, "encode")
		}
		if c.narrow {
			return nil, object.TypeError.Errorf("escape_encode() argument 1 must be string, not unicode")
		}
		if err := c.checkStrict(); err != nil {
			return nil, err
		}
		b := []byte(s)
		if text, ok := text.(*object.Text); ok {
			if b, err = t.ImplicitEncode(text); err != nil {
				return nil, err
			}
		}
		return c.recode(c, b, true)
	}
	b, err := c.encode(c, s)
	return b, failed(err)
}

// Decode is b.decode(encoding, errors), as UTF-8 (see object.Text). What a codec
// raises is given back as it is.
func Decode(t *object.Thread, b []byte, encoding, errors string) (string, error) {
	return decode(t, b, encoding, errors, func(err error) error { return err })
}

// decodeText is Decode for a script: an error names the codec that it comes from.
func decodeText(t *object.Thread, b []byte, encoding, errors string) (string, error) {
	return decode(t, b, encoding, errors, codecFailed(t, "decoding", encoding))
}

func decode(t *object.Thread, b []byte, encoding, errors string, failed func(error) error) (string, error) {
	if plainASCII[encoding] && object.IsASCII(string(b)) {
		return string(b), nil
	}
	if len(b) == 0 && !py2(t) {
		return "", nil // whatever the encoding
	}
	c, err := newCoding(t, encoding, errors, nil)
	if err != nil {
		info, err2 := SearchCodec(t, encoding)
		if info == nil || err2 != nil {
			return "", cmp.Or(err2, err)
		}
		return decodeBy(t, info, encoding, b, errors, failed)
	}
	if c.decode == nil || c.recode != nil && !py2(t) {
		return "", notText(encoding, "decode")
	}
	s, err := c.decode(c, b)
	return s, failed(err)
}

// noCodec are the encodings that str and bytes of Python 3 know by themselves.
var noCodec = map[string]bool{
	"utf_8": true, "utf8": true, "utf_16": true, "utf16": true, "utf_32": true, "utf32": true, "ascii": true, "us_ascii": true,
	"latin1": true, "latin_1": true, "iso_8859_1": true, "iso8859_1": true,
}

// codecFailed returns what has an error of Python 3 name the codec that it comes from.
func codecFailed(t *object.Thread, doing, encoding string) func(err error) error {
	return func(err error) error {
		if err == nil || py2(t) || noCodec[normalize(encoding)] {
			return err
		}
		return t.Restate(err, sprintf("%s with '%s' codec failed", doing, encoding))
	}
}

// CodecFailed is the error of codecs.encode or codecs.decode, which name the
// codec whatever it is.
func CodecFailed(t *object.Thread, doing, encoding string, err error) error {
	if err == nil || py2(t) {
		return err
	}
	return t.Restate(err, sprintf("%s with '%s' codec failed", doing, encoding))
}

// checkStrict refuses error handlers as the encodings do that have none.
func (c *coding) checkStrict() error {
	if c.strict && c.errors != "strict" {
		return object.AssertionError.New()
	}
	return nil
}

// rewrite makes bytes of bytes.
func (c *coding) rewrite(b []byte, encode bool) ([]byte, error) {
	if err := c.checkStrict(); err != nil {
		return nil, err
	}
	return c.recode(c, b, encode)
}

// plainASCII are the usual names of encodings that leave ASCII as it is.
var plainASCII = map[string]bool{"utf-8": true, "utf8": true, "ascii": true, "latin-1": true, "latin1": true, "UTF-8": true, "iso-8859-1": true}

func notText(encoding, how string) error {
	return object.LookupError.Errorf("'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs", encoding, how)
}

func newCoding(t *object.Thread, encoding, errors string, whole starlark.Value) (*coding, error) {
	c := findCodec(t.RT.Dialect, encoding)
	if c == nil {
		return nil, object.LookupError.Errorf("unknown encoding: %s", encoding)
	}
	return &coding{codec: c, t: t, errors: errors, whole: whole}, nil
}

// findCodec returns the codec of that name, or nil. Python 3 doesn't have
// string_escape.
func findCodec(d syntax.Dialect, name string) *codec {
	key := normalize(name)
	if alias, ok := codecAliases()[key]; ok {
		key = alias
	}
	if d != syntax.Python2 && key == "string_escape" {
		return nil
	}
	return codecs()[key]
}

// CodecName returns the name under which Python knows an encoding, or "".
func CodecName(d syntax.Dialect, name string) string {
	c := findCodec(d, name)
	if c == nil {
		return ""
	}
	switch {
	case c.proper != "":
		return c.proper
	case c.name[1] == "latin-1":
		return "iso8859-1"
	}
	return c.name[1]
}

// CodecAliases gives the other names of encodings, in order.
func CodecAliases() iter.Seq2[string, string] {
	return func(yield func(alias, name string) bool) {
		for _, alias := range slices.Sorted(maps.Keys(codecAliases())) {
			if !yield(alias, codecAliases()[alias]) {
				return
			}
		}
	}
}

// normalize is what Python does to the name of an encoding.
func normalize(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' || r == '.' {
			return '_'
		}
		return r
	}, strings.ToLower(name))
}

// message is the codec's name in an exception.
func (c *coding) message() string {
	switch {
	case c.label != "":
		return c.label
	case py2(c.t):
		return c.name[0]
	}
	return c.name[1]
}

// unencodable handles the characters from start to end of text, which the codec
// can't encode. What it returns is either text to encode instead, or bytes, and
// where to go on.
func (c *coding) unencodable(text []rune, start, end int, reason string) (instead string, b []byte, next int, err error) {
	f := &fault{how: encodes, encoding: c.message(), runes: text, start: start, end: end, d: c.t.RT.Dialect}
	return f.handle(c.t, c.errors, c.whole, reason)
}

func escapeRune(r rune) string {
	switch {
	case r < 0x100:
		return sprintf(`\x%02x`, r)
	case r < 0x10000:
		return sprintf(`\u%04x`, r)
	}
	return sprintf(`\U%08x`, r)
}

// undecodable handles the bytes from start to end of b, and returns the text
// that stands for them, and where to go on.
func (c *coding) undecodable(b []byte, start, end int, reason string) (string, int, error) {
	if c.whole == nil {
		c.whole = c.t.RT.Bytes(bytes.Clone(b))
	}
	f := &fault{how: decodes, encoding: c.message(), bytes: b, start: start, end: end, d: c.t.RT.Dialect}
	text, _, next, err := f.handle(c.t, c.errors, c.whole, reason)
	return text, next, err
}

// eachRune encodes text with put, which appends what stands for a character
// or returns false; a run of characters that it refuses is handled as one.
func (c *coding) eachRune(text, reason string, put func(b []byte, r rune) ([]byte, bool)) ([]byte, error) {
	return c.eachRun(text, reason, math.MaxInt, put)
}

// oneByOne is eachRune of a codec that handles each character by itself.
func (c *coding) oneByOne(text, reason string, put func(b []byte, r rune) ([]byte, bool)) ([]byte, error) {
	return c.eachRun(text, reason, 1, put)
}

func (c *coding) eachRun(text, reason string, longest int, put func(b []byte, r rune) ([]byte, bool)) ([]byte, error) {
	rs := object.Runes(text)
	out := make([]byte, 0, len(rs))
	ok := true
	for i := 0; i < len(rs); i++ {
		if out, ok = put(out, rs[i]); ok {
			continue
		}
		end := i + 1
		for end < len(rs) && end-i < longest {
			if _, ok := put(nil, rs[end]); ok {
				break
			}
			end++
		}
		instead, b, next, err := c.unencodable(rs, i, end, reason)
		if err != nil {
			return nil, err
		}
		if len(b)%max(c.unit, 1) != 0 {
			c.errors = "strict"
			_, _, _, err := c.unencodable(rs, i, end, reason)
			return nil, err
		}
		out = append(out, b...)
		for _, r := range object.Runes(instead) {
			if out, ok = put(out, r); !ok {
				c.errors = "strict"
				_, _, _, err := c.unencodable(rs, i, end, reason)
				return nil, err
			}
		}
		i = next - 1
	}
	return out, nil
}

// Methods encode and decode.
var codecMethods = map[string]strMethod{
	"encode": strEncode,
	"decode": strDecode,
}

var (
	encodeMethod = map[string]strMethod{"encode": strEncode}
	decodeMethod = map[string]strMethod{"decode": strDecode}
)

// codecArgs takes (encoding=default, errors='strict').
func codecArgs(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (encoding, errors string, err error) {
	encoding, errors = "utf-8", "strict"
	if py2(t) {
		encoding = "ascii"
	}
	if len(args) == 0 && len(kwargs) == 0 {
		return
	}
	err = object.Keywords(t, name, args, kwargs, 0,
		"encoding", codecArg(name, 1, "encoding", &encoding),
		"errors", codecArg(name, 2, "errors", &errors))
	return
}

// notGiven is an encoding or a way with errors that the script didn't name: what it
// names has no null character.
const notGiven = "\x00"

func orDefault(given, standard string) string {
	if given == notGiven {
		return standard
	}
	return given
}

func codecArg(fn string, pos int, name string, dst *string) object.Converter {
	return object.ConverterFunc(func(t *object.Thread, v starlark.Value) error {
		if x, isText := object.Unwrap(v).(*object.Text); isText && py2(t) {
			if _, err := t.ImplicitEncode(x); err != nil {
				return err
			}
		}
		var s string
		if err := object.Named(fn, name, pos, &s).Convert(t, v); err != nil {
			return err
		}
		if strings.IndexByte(s, 0) >= 0 {
			if py2(t) {
				return object.TypeError.Errorf("%s() argument %d must be string without null bytes, not %s", fn, pos, object.TypeName(v))
			}
			return object.ValueError.Errorf("embedded null character")
		}
		*dst = s
		return nil
	})
}

// usualCoding reports whether the encoding asked for leaves ASCII as it is.
func usualCoding(args starlark.Tuple, kwargs []starlark.Tuple) bool {
	if len(kwargs) > 0 || len(args) > 1 {
		return false
	}
	if len(args) == 0 {
		return true
	}
	name, ok := args[0].(starlark.String)
	return ok && plainASCII[string(name)]
}

// strEncode is encode(encoding, errors). Python 2's str is decoded first.
func strEncode(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if usualCoding(args, kwargs) && object.IsASCII(s) {
		if k.py2 {
			return starlark.String(s), nil
		}
		return starlark.Bytes(s), nil
	}
	encoding, errors, err := codecArgs(t, "encode", args, kwargs)
	if err != nil {
		return nil, err
	}
	v := k.wrap(s)
	if k == str2 {
		c, err := newCoding(t, encoding, errors, nil)
		if err == nil && c.recode != nil && c.encode == nil {
			b, err := c.rewrite([]byte(s), true)
			return starlark.String(b), err
		}
		if err != nil {
			if info, err2 := SearchCodec(t, encoding); info == nil || err2 != nil {
				return nil, cmp.Or(err2, err)
			}
		}
		if err := t.ImplicitDecode(s); err != nil {
			return nil, err
		}
		v = object.NewText(s)
	}
	b, err := encodeText(t, v, encoding, errors)
	if err != nil {
		return nil, err
	}
	return t.RT.Bytes(b), nil
}

// knownCodec is the LookupError for an encoding that nobody knows.
func knownCodec(t *object.Thread, encoding, errors string) error {
	_, err := newCoding(t, encoding, errors, nil)
	if err == nil {
		return nil
	}
	info, err2 := SearchCodec(t, encoding)
	if info == nil || err2 != nil {
		return cmp.Or(err2, err)
	}
	return nil
}

// strDecode is decode(encoding, errors). Python 2's unicode is encoded first.
func strDecode(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if usualCoding(args, kwargs) && object.IsASCII(s) {
		return t.RT.Unicode(s), nil
	}
	encoding, errors, err := codecArgs(t, "decode", args, kwargs)
	if err != nil {
		return nil, err
	}
	b := []byte(s)
	if k == uni2 {
		if err := knownCodec(t, encoding, errors); err != nil {
			return nil, err
		}
		if b, err = t.ImplicitEncode(object.NewText(s)); err != nil {
			return nil, err
		}
	}
	if py2(t) {
		if c, err := newCoding(t, encoding, errors, nil); err == nil && c.recode != nil && c.decode == nil {
			b, err := c.rewrite(b, false)
			if err != nil {
				return nil, err
			}
			return starlark.String(b), nil
		}
	}
	text, err := decodeText(t, b, encoding, errors)
	if err != nil {
		return nil, err
	}
	return t.RT.Unicode(text), nil
}
