package file

import (
	"bytes"
	"io"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A CString is Python 2's cStringIO: a file of bytes in memory, one to read
// from (StringI) or one to write to as well (StringO).
type CString struct {
	value
	data      []byte
	pos       int
	input     bool
	shut      bool
	softspace starlark.Value
}

var (
	_ object.Attributed = (*CString)(nil)
	_ object.Nexter     = (*CString)(nil)
	_ starlark.Iterable = (*CString)(nil)
)

// NewCString is cStringIO.StringIO([s]).
func NewCString(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	cs := ClassesOf(t.RT.Dialect)
	s := &CString{value: value{class: cs.StringO, rt: t.RT}, softspace: starlark.MakeInt(0)}
	s.self = s
	var initial starlark.Value
	if err := object.Positional(t, "StringIO", args, kwargs, 0, &initial); err != nil {
		return nil, err
	}
	if initial == nil {
		return s, nil
	}
	s.class, s.input = cs.StringI, true
	if _, isText := object.AsText(initial); !isText {
		if _, isBytes := object.AsBytes(initial); !isBytes {
			return nil, object.TypeError.Errorf("expected read buffer, %s found", object.TypeName(initial))
		}
	}
	b, err := t.Buffer("StringIO", 0, initial)
	s.data = bytes.Clone(b)
	return s, err
}

func (s *CString) check() error {
	if s.shut {
		return object.ValueError.Errorf("I/O operation on closed file")
	}
	return nil
}

func (s *CString) take(n int) starlark.Value {
	rest := s.data[min(s.pos, len(s.data)):]
	if n >= 0 && n < len(rest) {
		rest = rest[:n]
	}
	s.pos += len(rest)
	return starlark.String(rest)
}

func (s *CString) line(limit int) starlark.Value {
	n := bytes.IndexByte(s.data[min(s.pos, len(s.data)):], '\n') + 1
	if n == 0 {
		n = -1
	}
	if limit >= 0 && (n < 0 || limit < n) {
		n = limit
	}
	return s.take(n)
}

func (s *CString) put(b []byte) {
	if gap := s.pos - len(s.data); gap > 0 {
		s.data = append(s.data, make([]byte, gap)...)
	}
	n := copy(s.data[s.pos:], b)
	s.data = append(s.data, b[n:]...)
	s.pos += len(b)
}

// NextValue returns the next line.
func (s *CString) NextValue(t *object.Thread) (starlark.Value, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	if v := s.line(-1); bool(v.Truth()) {
		return v, nil
	}
	return nil, nil
}

// Iterate walks the lines.
func (s *CString) Iterate() starlark.Iterator { return &lines{next: s, rt: s.rt} }

// SetField sets softspace, which is all that can be set.
func (s *CString) SetField(name string, v starlark.Value) error {
	if name == "softspace" && !s.input {
		s.softspace = v
		return nil
	}
	return s.value.SetField(name, v)
}

type cstringMethod = func(s *CString, t *object.Thread, c call) (starlark.Value, error)

// cstringDo is a method of an open file that takes at most one integer.
func cstringDo(name string, do func(s *CString, n int) starlark.Value) cstringMethod {
	return func(s *CString, t *object.Thread, c call) (starlark.Value, error) {
		n := -1
		if err := object.Positional(t, name, c.args, c.kwargs, 0, &n); err != nil {
			return nil, err
		}
		if err := s.check(); err != nil {
			return nil, err
		}
		return do(s, n), nil
	}
}

func cstringMethods() map[string]cstringMethod {
	return map[string]cstringMethod{
		"read":     cstringDo("read", (*CString).take),
		"readline": cstringDo("readline", (*CString).line),
		"readlines": cstringDo("readlines", func(s *CString, hint int) starlark.Value {
			var all []starlark.Value
			for total := 0; s.pos < len(s.data) && (hint <= 0 || total < hint); {
				v := s.line(-1)
				total += starlark.Len(v)
				all = append(all, v)
			}
			return object.NewList(all)
		}),
		"tell":   cstringDo("tell", func(s *CString, _ int) starlark.Value { return starlark.MakeInt(s.pos) }),
		"flush":  cstringDo("flush", func(s *CString, _ int) starlark.Value { return starlark.None }),
		"isatty": cstringDo("isatty", func(s *CString, _ int) starlark.Value { return s.rt.Bool(false) }),
		"reset": cstringDo("reset", func(s *CString, _ int) starlark.Value {
			s.pos = 0
			return starlark.None
		}),
		"truncate": cstringDo("truncate", func(s *CString, n int) starlark.Value {
			if n < 0 {
				n = s.pos
			}
			s.data = s.data[:min(n, len(s.data))]
			s.pos = min(n, len(s.data))
			return starlark.None
		}),
		"close": func(s *CString, t *object.Thread, c call) (starlark.Value, error) {
			s.shut, s.data = true, nil
			return starlark.None, nil
		},
		"__iter__": func(s *CString, t *object.Thread, c call) (starlark.Value, error) { return s, s.check() },
		"next": func(s *CString, t *object.Thread, c call) (starlark.Value, error) {
			v, err := s.NextValue(t)
			if v == nil && err == nil {
				err = object.StopIteration.New()
			}
			return v, err
		},
		"getvalue": func(s *CString, t *object.Thread, c call) (starlark.Value, error) {
			var position starlark.Value
			if err := object.Positional(t, "getval", c.args, c.kwargs, 0, &position); err != nil {
				return nil, err
			}
			if position != nil && bool(position.Truth()) {
				return starlark.String(s.data[:min(s.pos, len(s.data))]), s.check()
			}
			return starlark.String(s.data), s.check()
		},
		"seek": func(s *CString, t *object.Thread, c call) (starlark.Value, error) {
			pos, mode := 0, 0
			if err := object.Positional(t, "seek", c.args, c.kwargs, 1, &pos, &mode); err != nil {
				return nil, err
			}
			switch mode {
			case io.SeekCurrent:
				pos += s.pos
			case io.SeekEnd:
				pos += len(s.data)
			}
			s.pos = max(pos, 0)
			return starlark.None, s.check()
		},
	}
}

// cstringWriterMethods are those of a file that can be written to.
func cstringWriterMethods() map[string]cstringMethod {
	return map[string]cstringMethod{
		"write": func(s *CString, t *object.Thread, c call) (starlark.Value, error) {
			var b []byte
			if err := object.Positional(t, "write", c.args, c.kwargs, 1, &b); err != nil {
				return nil, err
			}
			if err := s.check(); err != nil {
				return nil, err
			}
			s.put(b)
			return starlark.None, nil
		},
		"writelines": func(s *CString, t *object.Thread, c call) (starlark.Value, error) {
			v, err := c.one(t, &s.value, "writelines")
			if err != nil {
				return nil, err
			}
			return starlark.None, each(t, v, func(line starlark.Value) error {
				b, err := t.Buffer("writelines", 0, line)
				if err == nil {
					err = s.check()
				}
				if err == nil {
					s.put(b)
				}
				return err
			})
		},
	}
}

func cstringGetters() map[string]func(s *CString) (starlark.Value, error) {
	return map[string]func(s *CString) (starlark.Value, error){
		"closed": func(s *CString) (starlark.Value, error) { return s.rt.Bool(s.shut), nil },
	}
}

func cstringWriterGetters() map[string]func(s *CString) (starlark.Value, error) {
	return map[string]func(s *CString) (starlark.Value, error){
		"softspace": func(s *CString) (starlark.Value, error) { return s.softspace, nil },
	}
}
