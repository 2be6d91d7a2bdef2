package file

import (
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A StringIO is a file of text in memory, which counts in characters.
//
// As long as it is only appended to, what is written stays in pieces.
type StringIO struct {
	value
	made    bool // __init__ ran
	shut    bool
	runes   []rune
	tail    strings.Builder // written at the end of runes
	tailLen int
	pos     int64
	lines   newlines
	newline *newlineDecoder
}

var (
	_ object.Attributed = (*StringIO)(nil)
	_ object.Nexter     = (*StringIO)(nil)
	_ starlark.Iterable = (*StringIO)(nil)
)

func newStringIO(rt *object.Runtime, c *object.Class) *StringIO {
	s := &StringIO{value: value{class: c, rt: rt}}
	s.self = s
	return s
}

// init is StringIO(initial_value=”, newline='\n').
func (s *StringIO) init(t *object.Thread, c call) error {
	initial := starlark.Value(starlark.None)
	nl := starlark.Value(starlark.String("\n"))
	if err := object.Keywords(t, "StringIO", c.args, c.kwargs, 0, "initial_value", &initial, "newline", &nl); err != nil {
		return err
	}
	end, ok := object.AsText(nl)
	if !ok && nl != starlark.None {
		return object.TypeError.Errorf("newline must be str or None, not %s", object.TypeName(nl))
	}
	lines, err := parseNewline(nl == starlark.None, end)
	if err != nil {
		return err
	}
	first, ok := text(t, initial)
	if !ok && initial != starlark.None {
		return object.TypeError.By(
			sprintf("initial_value must be unicode or None, not %s", object.TypeName(initial)),
			sprintf("initial_value must be str or None, not %s", object.TypeName(initial)))
	}
	s.made, s.shut, s.lines, s.pos, s.runes, s.newline = true, false, lines, 0, nil, nil
	s.tail.Reset()
	s.tailLen = 0
	if lines.universal {
		s.newline = &newlineDecoder{translate: lines.translate}
	}
	err = s.put(first)
	s.pos = 0
	return err
}

func (s *StringIO) check() error {
	switch {
	case !s.made:
		return object.ValueError.Errorf("I/O operation on uninitialized object")
	case s.shut:
		return object.ValueError.Errorf("I/O operation on closed file")
	}
	return nil
}

// settle moves what was appended to the other characters.
func (s *StringIO) settle() {
	if s.tailLen > 0 {
		s.runes = append(s.runes, object.Runes(s.tail.String())...)
		s.tail.Reset()
		s.tailLen = 0
	}
}

// put writes text at the position.
func (s *StringIO) put(text string) error {
	if s.newline != nil {
		text = s.newline.decode(text, true)
	}
	if s.lines.write != "" {
		text = strings.ReplaceAll(text, "\n", s.lines.write)
	}
	if text == "" {
		return nil
	}
	n := runeCount(text)
	if s.pos+int64(n) > builtins.MaxAlloc/4 {
		return object.MemoryError.New()
	}
	if s.pos == int64(len(s.runes)+s.tailLen) {
		s.tail.WriteString(text)
		s.tailLen += n
		s.pos += int64(n)
		return nil
	}
	s.settle()
	if gap := s.pos - int64(len(s.runes)); gap > 0 {
		s.runes = append(s.runes, make([]rune, gap)...)
	}
	rs := object.Runes(text)
	k := copy(s.runes[s.pos:], rs)
	s.runes = append(s.runes, rs[k:]...)
	s.pos += int64(n)
	return nil
}

func stringOf(rs []rune) string {
	b := make([]byte, 0, len(rs))
	for _, r := range rs {
		b = object.AppendRune(b, r)
	}
	return string(b)
}

// take reads up to n characters, all if it is negative.
func (s *StringIO) take(n int) string {
	s.settle()
	rest := s.runes[min(s.pos, int64(len(s.runes))):]
	if n >= 0 && n < len(rest) {
		rest = rest[:n]
	}
	s.pos += int64(len(rest))
	return stringOf(rest)
}

func (s *StringIO) readLine(limit int) string {
	s.settle()
	rest := s.runes[min(s.pos, int64(len(s.runes))):]
	end := len(rest)
	for i, r := range rest {
		if s.lines.universal && !s.lines.translate && r == '\r' {
			end = i + 1
			if end < len(rest) && rest[end] == '\n' {
				end++
			}
			break
		}
		last := "\n"
		if s.lines.end != "" {
			last = s.lines.end
		}
		if r == rune(last[len(last)-1]) && (len(last) == 1 || i > 0 && rest[i-1] == '\r') {
			end = i + 1
			break
		}
	}
	if limit >= 0 {
		end = min(end, limit)
	}
	s.pos += int64(end)
	return stringOf(rest[:end])
}

// NextValue returns the next line.
func (s *StringIO) NextValue(t *object.Thread) (starlark.Value, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	line := s.readLine(-1)
	if line == "" {
		return nil, nil
	}
	return t.RT.Unicode(line), nil
}

// Iterate walks the lines.
func (s *StringIO) Iterate() starlark.Iterator { return linesOf(s, s.rt) }

type stringMethod = func(s *StringIO, t *object.Thread, c call) (starlark.Value, error)

func stringAlways(v bool) stringMethod {
	return func(s *StringIO, t *object.Thread, c call) (starlark.Value, error) { return t.RT.Bool(v), s.check() }
}

func stringRead(name string, read func(s *StringIO, n int) string) stringMethod {
	return func(s *StringIO, t *object.Thread, c call) (starlark.Value, error) {
		n, err := c.size(t, name)
		if err != nil {
			return nil, err
		}
		if err := s.check(); err != nil {
			return nil, err
		}
		return t.RT.Unicode(read(s, n)), nil
	}
}

func stringIOMethods() map[string]stringMethod {
	return map[string]stringMethod{
		"__init__": func(s *StringIO, t *object.Thread, c call) (starlark.Value, error) {
			return starlark.None, s.init(t, c)
		},
		"close": func(s *StringIO, t *object.Thread, c call) (starlark.Value, error) {
			s.shut = true
			return starlark.None, nil
		},
		"flush":    func(s *StringIO, t *object.Thread, c call) (starlark.Value, error) { return starlark.None, s.check() },
		"isatty":   stringAlways(false),
		"readable": stringAlways(true),
		"writable": stringAlways(true),
		"seekable": stringAlways(true),
		"read":     stringRead("read", (*StringIO).take),
		"readline": stringRead("readline", (*StringIO).readLine),
		"write": func(s *StringIO, t *object.Thread, c call) (starlark.Value, error) {
			v, err := c.one(t, &s.value, "write")
			if err != nil {
				return nil, err
			}
			str, ok := text(t, v)
			if !ok {
				return nil, object.TypeError.By(
					sprintf("unicode argument expected, got '%s'", object.TypeName(v)),
					sprintf("string argument expected, got '%s'", object.TypeName(v)))
			}
			if err := s.check(); err != nil {
				return nil, err
			}
			return long(t.RT, int64(runeCount(str))), s.put(str)
		},
		"getvalue": func(s *StringIO, t *object.Thread, c call) (starlark.Value, error) {
			if err := s.check(); err != nil {
				return nil, err
			}
			if len(s.runes) == 0 {
				return t.RT.Unicode(s.tail.String()), nil
			}
			s.settle()
			return t.RT.Unicode(stringOf(s.runes)), nil
		},
		"tell": func(s *StringIO, t *object.Thread, c call) (starlark.Value, error) {
			return long(t.RT, s.pos), s.check()
		},
		"seek": func(s *StringIO, t *object.Thread, c call) (starlark.Value, error) {
			var target starlark.Value
			whence := 0
			if err := object.Positional(t, "seek", c.args, c.kwargs, 1, &target, &whence); err != nil {
				return nil, err
			}
			if err := s.check(); err != nil {
				return nil, err
			}
			n, err := t.Int(target)
			switch {
			case err != nil:
				return nil, err
			case whence < 0 || whence > 2:
				return nil, object.ValueError.By(
					sprintf("Invalid whence (%d, should be 0, 1 or 2)", whence), sprintf("Invalid whence (%d, should be 0, 1 or 2)", whence))
			case whence == 0 && n < 0:
				return nil, object.ValueError.Errorf("Negative seek position %d", n)
			case whence > 0 && n != 0:
				return nil, object.IOError.By("Can't do nonzero cur-relative seeks", "Can't do nonzero cur-relative seeks")
			case whence == 1:
				n = s.pos
			case whence == 2:
				n = int64(len(s.runes) + s.tailLen)
			}
			s.pos = n
			return long(t.RT, n), nil
		},
		"truncate": func(s *StringIO, t *object.Thread, c call) (starlark.Value, error) {
			size := starlark.Value(starlark.None)
			if err := object.Positional(t, "truncate", c.args, c.kwargs, 0, &size); err != nil {
				return nil, err
			}
			if err := s.check(); err != nil {
				return nil, err
			}
			n := s.pos
			if size != starlark.None {
				var err error
				if n, err = t.Int(size); err != nil {
					return nil, err
				}
			}
			if n < 0 {
				return nil, object.ValueError.Errorf("Negative size value %d", n)
			}
			s.settle()
			if n < int64(len(s.runes)) {
				s.runes = s.runes[:n:n]
			}
			return long(t.RT, n), nil
		},
		"__getstate__": func(s *StringIO, t *object.Thread, c call) (starlark.Value, error) {
			if err := s.check(); err != nil {
				return nil, err
			}
			s.settle()
			nl := starlark.Value(starlark.None)
			if !s.lines.translate {
				nl = t.RT.Unicode(s.lines.end)
			}
			d := starlark.Value(starlark.None)
			if s.dict != nil {
				d = s.dict.Copy()
			}
			return starlark.Tuple{t.RT.Unicode(stringOf(s.runes)), nl, long(t.RT, s.pos), d}, nil
		},
		"__setstate__": func(s *StringIO, t *object.Thread, c call) (starlark.Value, error) {
			v, err := c.one(t, &s.value, "__setstate__")
			if err != nil {
				return nil, err
			}
			if s.shut {
				return nil, s.check()
			}
			state, ok := v.(starlark.Tuple)
			if !ok || len(state) < 4 {
				return nil, object.TypeError.Errorf("%s.__setstate__ argument should be 4-tuple, got %s", s.class.QualifiedName(), object.TypeName(v))
			}
			if err := s.init(t, call{args: starlark.Tuple{t.RT.Unicode(""), state[1]}}); err != nil {
				return nil, err
			}
			str, ok := text(t, state[0])
			if !ok {
				return nil, object.TypeError.Errorf("initial_value must be str or None, not %s", object.TypeName(state[0]))
			}
			if s.pos, err = t.Int(state[2]); err != nil {
				return nil, object.TypeError.Errorf("third item of state must be an integer, got %s", object.TypeName(state[2]))
			}
			if s.pos < 0 {
				return nil, object.ValueError.Errorf("position value cannot be negative")
			}
			s.runes = object.Runes(str)
			if d, ok := state[3].(*object.Dict); ok {
				s.dict = d.Copy()
			} else if state[3] != starlark.None {
				return nil, object.TypeError.Errorf("fourth item of state should be a dict, got a %s", object.TypeName(state[3]))
			}
			return starlark.None, nil
		},
	}
}

func stringIOGetters() map[string]func(s *StringIO) (starlark.Value, error) {
	return map[string]func(s *StringIO) (starlark.Value, error){
		"closed":         func(s *StringIO) (starlark.Value, error) { return s.rt.Bool(s.shut), nil },
		"line_buffering": func(s *StringIO) (starlark.Value, error) { return s.rt.Bool(false), s.check() },
		"encoding":       func(s *StringIO) (starlark.Value, error) { return starlark.None, s.check() },
		"errors":         func(s *StringIO) (starlark.Value, error) { return starlark.None, s.check() },
		"newlines": func(s *StringIO) (starlark.Value, error) {
			if err := s.check(); err != nil {
				return nil, err
			}
			if s.newline == nil {
				return starlark.None, nil
			}
			return s.newline.kinds(s.rt), nil
		},
	}
}
