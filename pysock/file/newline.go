package file

import (
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A newlines says what ends lines (library reference, io.TextIOWrapper's
// newline): None, ” or one of the three ends itself.
type newlines struct {
	universal bool   // all three end a line
	translate bool   // and are read as \n
	end       string // what ends a line, if not universal
	write     string // what \n is written as; "" for \n
}

// parseNewline reads the argument newline; none says that it is None.
func parseNewline(none bool, s string) (newlines, error) {
	switch {
	case none:
		return newlines{universal: true, translate: true, end: "\n"}, nil
	case s == "":
		return newlines{universal: true}, nil
	case s == "\n":
		return newlines{end: s}, nil
	case s == "\r" || s == "\r\n":
		return newlines{end: s, write: s}, nil
	}
	return newlines{}, object.ValueError.Errorf("illegal newline value: %s", s)
}

// find returns where the first line of s ends, or -1. The decoder sees to it
// that no \r\n is cut in two where both may end a line.
func (n newlines) find(s string) int {
	if n.universal && !n.translate {
		i := strings.IndexByte(s, '\n')
		if i < 0 {
			i = len(s) - 1
		}
		if j := strings.IndexByte(s[:i+1], '\r'); j >= 0 {
			if j+1 < len(s) && s[j+1] == '\n' {
				return j + 2
			}
			return j + 1
		}
		if i >= 0 && i < len(s) && s[i] == '\n' {
			return i + 1
		}
		return -1
	}
	if len(n.end) == 1 {
		if i := strings.IndexByte(s, n.end[0]); i >= 0 {
			return i + 1
		}
		return -1
	}
	if i := strings.Index(s, n.end); i >= 0 {
		return i + len(n.end)
	}
	return -1
}

// The kinds of newlines that were seen.
const (
	seenCR = 1 << iota
	seenLF
	seenCRLF
)

// A newlineDecoder translates newlines, or notes which there were.
type newlineDecoder struct {
	translate bool
	pendingCR bool
	seen      int
}

// decode takes the next piece of text.
func (d *newlineDecoder) decode(s string, final bool) string {
	if d.pendingCR && (s != "" || final) {
		s = "\r" + s
		d.pendingCR = false
	}
	if !final && strings.HasSuffix(s, "\r") {
		s = s[:len(s)-1]
		d.pendingCR = true
	}
	if strings.IndexByte(s, '\r') < 0 {
		if d.seen&seenLF == 0 && strings.IndexByte(s, '\n') >= 0 {
			d.seen |= seenLF
		}
		return s
	}
	crlf := strings.Count(s, "\r\n")
	if crlf > 0 {
		d.seen |= seenCRLF
	}
	if strings.Count(s, "\r") > crlf {
		d.seen |= seenCR
	}
	if strings.Count(s, "\n") > crlf {
		d.seen |= seenLF
	}
	if d.translate {
		s = strings.ReplaceAll(s, "\r\n", "\n")
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	return s
}

// kinds is the attribute newlines.
func (d *newlineDecoder) kinds(rt *object.Runtime) starlark.Value {
	var ks starlark.Tuple
	for i, s := range []string{"\r", "\n", "\r\n"} {
		if d.seen&(1<<i) != 0 {
			ks = append(ks, rt.Str(s))
		}
	}
	switch len(ks) {
	case 0:
		return starlark.None
	case 1:
		return rt.Unicode(string(ks[0].(starlark.String)))
	}
	return ks
}

// A NewlineDecoder is io.IncrementalNewlineDecoder: newlines of what another
// decoder decodes, or of text if there is none.
type NewlineDecoder struct {
	value
	newlineDecoder
	inner starlark.Value
}

func newlineDecoderMethods() map[string]func(d *NewlineDecoder, t *object.Thread, c call) (starlark.Value, error) {
	return map[string]func(d *NewlineDecoder, t *object.Thread, c call) (starlark.Value, error){
		"__init__": func(d *NewlineDecoder, t *object.Thread, c call) (starlark.Value, error) {
			var errors starlark.Value
			var translate starlark.Value
			if err := object.Keywords(t, "IncrementalNewlineDecoder", c.args, c.kwargs, 2, "decoder", &d.inner, "translate", &translate, "errors", &errors); err != nil {
				return nil, err
			}
			d.newlineDecoder = newlineDecoder{translate: bool(translate.Truth())}
			return starlark.None, t.Failed()
		},
		"decode": func(d *NewlineDecoder, t *object.Thread, c call) (starlark.Value, error) {
			var input starlark.Value
			final := false
			if err := object.Keywords(t, "decode", c.args, c.kwargs, 1, "input", &input, "final", &final); err != nil {
				return nil, err
			}
			if d.inner == nil {
				return nil, object.ValueError.Errorf("IncrementalNewlineDecoder.__init__() not called")
			}
			if d.inner != starlark.None {
				var err error
				if input, err = callMethod(t, d.inner, "decode", input, t.RT.Bool(final)); err != nil {
					return nil, err
				}
			}
			s, ok := text(t, input)
			if !ok {
				return nil, object.TypeError.Errorf("decoder should return a string result, not '%s'", object.TypeName(input))
			}
			return t.RT.Unicode(d.decode(s, final)), nil
		},
		"getstate": func(d *NewlineDecoder, t *object.Thread, c call) (starlark.Value, error) {
			buf, flag := t.RT.Bytes(nil), starlark.MakeInt(0)
			if d.inner != nil && d.inner != starlark.None {
				v, err := callMethod(t, d.inner, "getstate")
				if err != nil {
					return nil, err
				}
				if buf, flag, err = decoderState(v); err != nil {
					return nil, err
				}
			}
			flag = flag.Lsh(1)
			if d.pendingCR {
				flag = flag.Or(starlark.MakeInt(1))
			}
			return starlark.Tuple{buf, flag}, nil
		},
		"setstate": func(d *NewlineDecoder, t *object.Thread, c call) (starlark.Value, error) {
			v, err := c.one(t, &d.value, "setstate")
			if err != nil {
				return nil, err
			}
			buf, flag, err := decoderState(v)
			if err != nil {
				return nil, err
			}
			d.pendingCR = flag.And(starlark.MakeInt(1)).Sign() != 0
			if d.inner != nil && d.inner != starlark.None {
				return callMethod(t, d.inner, "setstate", starlark.Tuple{buf, flag.Rsh(1)})
			}
			return starlark.None, nil
		},
		"reset": func(d *NewlineDecoder, t *object.Thread, c call) (starlark.Value, error) {
			d.seen, d.pendingCR = 0, false
			if d.inner != nil && d.inner != starlark.None {
				return callMethod(t, d.inner, "reset")
			}
			return starlark.None, nil
		},
	}
}

// decoderState takes a decoder's state apart.
func decoderState(v starlark.Value) (buf starlark.Value, flag starlark.Int, err error) {
	pair, ok := v.(starlark.Tuple)
	if ok && len(pair) == 2 {
		if flag, ok = object.AsInt(pair[1]); ok {
			return pair[0], flag, nil
		}
	}
	if !ok && pair == nil {
		return nil, flag, object.TypeError.Errorf("state argument must be a tuple")
	}
	return nil, flag, object.TypeError.Errorf("illegal decoder state")
}

// text returns the text of a str, or in Python 2 of a unicode.
func text(t *object.Thread, v starlark.Value) (string, bool) {
	switch x := object.Unwrap(v).(type) {
	case *object.Text:
		return x.Value(), true
	case starlark.String:
		return string(x), !py2(t)
	}
	return "", false
}

func newlineDecoderGetters() map[string]func(d *NewlineDecoder) (starlark.Value, error) {
	return map[string]func(d *NewlineDecoder) (starlark.Value, error){
		"newlines": func(d *NewlineDecoder) (starlark.Value, error) { return d.kinds(d.rt), nil },
	}
}
