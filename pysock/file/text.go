package file

import (
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A buffer is what a TextIOWrapper stands on.
type buffer interface {
	read(t *object.Thread, n int) ([]byte, error)
	read1(t *object.Thread, n int) ([]byte, error)
	write(t *object.Thread, p string) (int, error)
	flush(t *object.Thread) error
	seek(t *object.Thread, offset int64, whence int) (int64, error)
	tell(t *object.Thread) (int64, error)
	close(t *object.Thread) error
	closed(t *object.Thread) (bool, error)
	object() starlark.Value
}

// A Text is a TextIOWrapper: text, encoded into and decoded from a buffer.
//
// What is written waits in pending, encoded, until there is a chunk of it. What
// was read and not yet taken is decoded[used:].
type Text struct {
	value
	buffer       buffer // nil before __init__ and after detach
	detached     bool
	encoding     string
	errors       string
	lines        newlines
	lineBuffered bool
	through      bool // write_through
	hold         bool // stderr: shown as if written through
	seekable     bool
	telling      bool
	chunk        int

	enc     encoder
	pending []byte

	dec      decoder
	newline  *newlineDecoder // nil if lines end in one way
	decoded  string
	used     int
	snapshot *snapshot // of the decoder, before it decoded what is in decoded

	softspace bool
}

var (
	_ object.Attributed = (*Text)(nil)
	_ object.Reprer     = (*Text)(nil)
	_ object.Nexter     = (*Text)(nil)
	_ object.File       = (*Text)(nil)
	_ starlark.Iterable = (*Text)(nil)
)

// Referents visits the buffer.
func (x *Text) Referents(visit func(starlark.Value)) {
	if x.buffer != nil {
		visit(x.buffer.object())
	}
}

func newText(rt *object.Runtime, c *object.Class) *Text {
	x := &Text{value: value{class: c, rt: rt}, chunk: BufferSize}
	x.self = x
	return x
}

// TextOptions are open's.
type TextOptions struct {
	Encoding, Errors string // "" for UTF-8 and strict
	Newline          string // as Python's newline, "None" for none
	LineBuffered     bool
	WriteThrough     bool
}

// NewText returns the TextIOWrapper over a buffer.
func NewText(t *object.Thread, below starlark.Value, o TextOptions) (*Text, error) {
	x := newText(t.RT, ClassesOf(t.RT.Dialect).Text)
	nl, err := parseNewline(o.Newline == "None", o.Newline)
	if err != nil {
		return nil, err
	}
	x.lines = nl
	return x, x.setUp(t, below, o.Encoding, o.Errors, o.LineBuffered, o.WriteThrough)
}

// init is TextIOWrapper(buffer, encoding=None, errors=None, newline=None,
// line_buffering=False, write_through=False). It raises LookupError for an
// unknown encoding and ValueError for another newline.
func (x *Text) init(t *object.Thread, c call) error {
	var below starlark.Value
	none := starlark.Value(starlark.None)
	encoding, errors, newline := none, none, none
	lineBuffered, through := false, false
	dst := []any{"buffer", &below, "encoding", &encoding, "errors", &errors, "newline", &newline, "line_buffering", &lineBuffered, "write_through", &through}
	if py2(t) {
		dst = dst[:10]
	}
	if err := object.Keywords(t, "TextIOWrapper", c.args, c.kwargs, 1, dst...); err != nil {
		return err
	}
	x.buffer, x.detached = nil, false
	var texts [3]string
	for i, v := range []starlark.Value{encoding, errors, newline} {
		s, ok := object.AsText(v)
		if !ok && v != none {
			name := []string{"encoding", "errors", "newline"}[i]
			return object.TypeError.By(
				sprintf("TextIOWrapper() argument %d must be string or None, not %s", i+2, object.TypeName(v)),
				sprintf("TextIOWrapper() argument '%s' must be str or None, not %s", name, object.TypeName(v)))
		}
		if err := cString(t, s, true); err != nil {
			return err
		}
		texts[i] = s
	}
	nl, err := parseNewline(newline == none, texts[2])
	if err != nil {
		return err
	}
	x.lines = nl
	return x.setUp(t, below, texts[0], texts[1], lineBuffered, through)
}

func (x *Text) setUp(t *object.Thread, below starlark.Value, encoding, errors string, lineBuffered, through bool) error {
	if encoding == "" || encoding == "locale" && !py2(t) {
		encoding = defaultEncoding(t.RT)
	}
	if errors == "" {
		errors = "strict"
	}
	if err := checkEncoding(t, encoding); err != nil {
		return err
	}
	x.encoding, x.errors, x.lineBuffered, x.through = encoding, errors, lineBuffered, through
	x.enc, x.dec, x.newline, x.decoded, x.used, x.pending, x.snapshot = nil, nil, nil, "", 0, nil, nil
	reads, err := truthOf(t, below, "readable")
	if err != nil {
		return err
	}
	writes, err := truthOf(t, below, "writable")
	if err != nil {
		return err
	}
	if reads {
		if err := x.setDecoder(t); err != nil {
			return err
		}
	}
	if writes {
		if x.enc, err = newEncoder(t, encoding, errors); err != nil {
			return err
		}
	}
	if x.seekable, err = truthOf(t, below, "seekable"); err != nil {
		return err
	}
	x.telling = x.seekable
	x.buffer = bufferOf(below)
	if writes {
		if err := x.findBegin(t); err != nil {
			return err
		}
	}
	x.keep(t.RT)
	return nil
}

// findBegin tells the encoder whether the file is at its beginning, where a mark
// of the order of bytes belongs. CPython writes none into what can't seek.
func (x *Text) findBegin(t *object.Thread) error {
	if !x.seekable {
		if e, ok := x.enc.(ownEncoder); ok && e.Ordered() {
			x.enc.begun(t)
		}
		return nil
	}
	at, err := x.under().tell(t)
	if err == nil && at != 0 {
		x.enc.begun(t)
	}
	return err
}

func (x *Text) setDecoder(t *object.Thread) (err error) {
	x.dec, err = newDecoder(t, x.encoding, x.errors)
	x.newline = nil
	if x.lines.universal {
		x.newline = &newlineDecoder{translate: x.lines.translate}
	}
	return err
}

func defaultEncoding(rt *object.Runtime) string {
	if rt.Dialect == dialect2 {
		return "UTF-8"
	}
	return "UTF-8"
}

// checkEncoding raises LookupError for an encoding that isn't known, or isn't
// one of text.
func checkEncoding(t *object.Thread, encoding string) error {
	if known, isText := builtins.IsTextEncoding(t, encoding); known && (isText || py2(t)) {
		return nil
	}
	info, err := codecInfo(t, encoding)
	if err != nil {
		return err
	}
	if v, err := t.RT.Attr(info, "_is_text_encoding"); err == nil && !py2(t) && !bool(v.Truth()) {
		return object.LookupError.Errorf("'%s' is not a text encoding; use codecs.open() to handle arbitrary codecs", encoding)
	}
	return t.Failed()
}

func (x *Text) attached() error {
	switch {
	case x.buffer != nil:
		return nil
	case x.detached:
		return object.ValueError.Errorf("underlying buffer has been detached")
	}
	return object.ValueError.Errorf("I/O operation on uninitialized object")
}

// made checks that __init__ ran. What it set can be seen after detach too.
func (x *Text) made() error {
	if x.buffer == nil && !x.detached {
		return x.attached()
	}
	return nil
}

// ready checks that the file is open.
func (x *Text) ready(t *object.Thread) error {
	if err := x.attached(); err != nil {
		return err
	}
	closed, err := x.under().closed(t)
	if err == nil && closed {
		err = closedError()
	}
	return err
}

func (x *Text) flushed(t *object.Thread) error {
	if err := x.ready(t); err != nil {
		return err
	}
	return x.flush(t)
}

// Print writes text.
func (x *Text) Print(t *object.Thread, v starlark.Value) error {
	_, err := x.writeValue(t, v)
	return err
}

func (x *Text) writeValue(t *object.Thread, v starlark.Value) (int, error) {
	var s string
	n := 0
	switch y := v.(type) {
	case starlark.String:
		s, n = string(y), len(y)
		if py2(t) {
			return 0, object.TypeError.Errorf("write() argument 1 must be unicode, not str")
		}
	case *object.Text:
		s, n = y.Value(), y.Len()
	default:
		if u := object.Unwrap(v); u != v {
			return x.writeValue(t, u)
		}
		return 0, object.TypeError.By(
			sprintf("write() argument 1 must be unicode, not %s", object.TypeName(v)),
			sprintf("write() argument must be str, not %s", object.TypeName(v)))
	}
	if err := x.ready(t); err != nil {
		return 0, err
	}
	if x.enc == nil {
		return 0, unsupported("not writable")
	}
	flush := x.lineBuffered && strings.ContainsAny(s, "\n\r")
	if x.lines.write != "" && strings.IndexByte(s, '\n') >= 0 {
		s = strings.ReplaceAll(s, "\n", x.lines.write)
		v = t.RT.Unicode(s)
	}
	if _, ascii := v.(starlark.String); ascii && x.enc.plain() {
		if err := x.put(t, s); err != nil {
			return 0, err
		}
	} else {
		b, err := x.enc.encode(t, v)
		if err != nil {
			return 0, err
		}
		if err := x.put(t, string(b)); err != nil {
			return 0, err
		}
	}
	if len(x.pending) >= x.chunk || flush || x.through || x.hold {
		if err := x.flushPending(t); err != nil {
			return 0, err
		}
	}
	if flush || x.hold {
		if err := x.under().flush(t); err != nil {
			return 0, err
		}
	}
	if x.dec != nil {
		x.decoded, x.used, x.snapshot = "", 0, nil
		x.dec.reset(t)
	}
	return n, nil
}

// put appends to pending, which doesn't grow beyond a chunk.
func (x *Text) put(t *object.Thread, s string) error {
	if len(x.pending) > 0 && len(x.pending)+len(s) > x.chunk {
		if err := x.flushPending(t); err != nil {
			return err
		}
	}
	if b, ok := x.buffer.(*Buffered); ok && x.entry != nil && !x.entry.held {
		if f := b.pureRaw(); f != nil {
			x.entry.holds(f)
		}
	}
	x.pending = append(x.pending, s...)
	return nil
}

// flushPending hands to the buffer what was written.
func (x *Text) flushPending(t *object.Thread) error {
	if len(x.pending) == 0 {
		return nil
	}
	p := x.pending
	x.pending = nil
	_, err := x.under().write(t, string(p))
	if x.pending == nil {
		x.pending = p[:0]
	}
	return err
}

// flush brings out all that was written.
func (x *Text) flush(t *object.Thread) error {
	x.telling = x.seekable
	if err := x.flushPending(t); err != nil {
		return err
	}
	return x.under().flush(t)
}

// FlushAll brings out all that was written; a closed file has nothing.
func (x *Text) FlushAll(t *object.Thread) error {
	if x.buffer == nil {
		return nil
	}
	if closed, err := x.under().closed(t); closed || err != nil {
		return err
	}
	return x.flush(t)
}

func (x *Text) close(t *object.Thread) error {
	if err := x.attached(); err != nil {
		return err
	}
	if closed, err := x.under().closed(t); closed || err != nil {
		return err
	}
	if x.finalizing {
		warnBelow(t, x.under().object(), x.me())
	}
	var flushErr error
	if x.own() {
		_, flushErr = callMethod(t, x.me(), "flush")
	} else {
		flushErr = x.flush(t)
	}
	return steps(t, flushErr, x.under().close(t))
}

// under is the buffer: by its methods, if a script has replaced some.
func (x *Text) under() buffer {
	if b, ok := x.buffer.(based); ok && b.base().replaced {
		return scriptBuffer{x.buffer.object()}
	}
	return x.buffer
}

// Softspace is whether print owes a space.
func (x *Text) Softspace() *bool { return &x.softspace }

// Repr shows the name, mode and encoding.
func (x *Text) Repr(d syntax.Dialect) string {
	if err := x.made(); err != nil {
		x.rt.Current().Fail(err)
		return ""
	}
	more := sprintf(" encoding='%s'", x.encoding)
	if d != dialect2 {
		if mode, err := x.Attr("mode"); err == nil {
			more = " mode=" + object.Repr(d, mode) + more
		}
	}
	return x.named(d, func() (starlark.Value, error) { return x.Attr("name") }, more)
}

// reconfigure is reconfigure(*, encoding=None, errors=None, newline=None,
// line_buffering=None, write_through=None), of Python 3.
func (x *Text) reconfigure(t *object.Thread, c call) (starlark.Value, error) {
	none := starlark.Value(starlark.None)
	opts := map[string]starlark.Value{"encoding": none, "errors": none, "newline": nil, "line_buffering": none, "write_through": none}
	if len(c.args) > 0 {
		return nil, object.TypeError.Errorf("reconfigure() takes no positional arguments")
	}
	for _, kv := range c.kwargs {
		name, _ := object.AsText(kv[0])
		if _, ok := opts[name]; !ok {
			return nil, object.TypeError.Errorf("'%s' is an invalid keyword argument for reconfigure()", name)
		}
		opts[name] = kv[1]
	}
	if err := x.attached(); err != nil {
		return nil, err
	}
	recode := opts["encoding"] != none || opts["errors"] != none || opts["newline"] != nil
	if recode && x.dec != nil && (x.snapshot != nil || x.decoded != "") {
		return nil, unsupported("It is not possible to set the encoding or newline of stream after the first read")
	}
	nl := x.lines
	if v := opts["newline"]; v != nil {
		s, ok := object.AsText(v)
		if !ok && v != none {
			return nil, object.TypeError.Errorf("reconfigure() argument 'newline' must be str or None, not %s", object.TypeName(v))
		}
		err := cString(t, s, false)
		if err == nil {
			nl, err = parseNewline(v == none, s)
		}
		if err != nil {
			return nil, err
		}
	}
	lineBuffered, through := x.lineBuffered, x.through
	for _, option := range []struct {
		name string
		dst  *bool
	}{{"line_buffering", &lineBuffered}, {"write_through", &through}} {
		if v := opts[option.name]; v != none {
			n, err := t.Int(v)
			if err != nil {
				return nil, err
			}
			*option.dst = n != 0
		}
	}
	if err := x.flushed(t); err != nil {
		return nil, err
	}
	if recode {
		encoding, errors := x.encoding, x.errors
		if opts["encoding"] != none {
			errors = "strict"
		}
		for _, option := range []struct {
			name string
			dst  *string
		}{{"encoding", &encoding}, {"errors", &errors}} {
			v := opts[option.name]
			if v == none {
				continue
			}
			s, ok := object.AsText(v)
			if !ok {
				return nil, object.TypeError.Errorf("reconfigure() argument '%s' must be str or None, not %s", option.name, object.TypeName(v))
			}
			if err := cString(t, s, false); err != nil {
				return nil, err
			}
			if option.name == "encoding" {
				if s == "locale" {
					s = defaultEncoding(t.RT)
				}
				if err := checkEncoding(t, s); err != nil {
					return nil, err
				}
			}
			*option.dst = s
		}
		x.encoding, x.errors, x.lines = encoding, errors, nl
		var err error
		if x.dec != nil {
			if err = x.setDecoder(t); err != nil {
				return nil, err
			}
		}
		if x.enc != nil {
			if x.enc, err = newEncoder(t, x.encoding, x.errors); err != nil {
				return nil, err
			}
			if err := x.findBegin(t); err != nil {
				return nil, err
			}
		}
	}
	x.lineBuffered, x.through = lineBuffered, through
	return none, nil
}
