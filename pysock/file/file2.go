package file

import (
	"bytes"
	"io"
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A File2 is Python 2's file (library reference, "File Objects"). It stands on
// a Buffered, which serves both directions, as C's stdio did.
type File2 struct {
	value
	buf          *Buffered // nil before __init__
	raw          *FileIO
	name         starlark.Value
	mode         string
	encoding     string // of unicode that is written; "" for ASCII
	errors       string
	lineBuffered bool
	unbuffered   bool
	universal    bool // mode U
	skipLF       bool // a \r ended the last line; a \n after it belongs to it
	seen         newlineDecoder
	iterating    bool // next has read ahead
	softspace    bool
}

var (
	_ object.Attributed = (*File2)(nil)
	_ object.Reprer     = (*File2)(nil)
	_ object.Nexter     = (*File2)(nil)
	_ object.File       = (*File2)(nil)
	_ starlark.Iterable = (*File2)(nil)
)

func newFile2(rt *object.Runtime, c *object.Class) *File2 {
	f := &File2{value: value{class: c, rt: rt}, name: starlark.String("<uninitialized file>"), mode: "<uninitialized file>"}
	f.self = f
	return f
}

// NewFile2 returns a file on a descriptor, as os.fdopen and socket.makefile
// make them.
func NewFile2(rt *object.Runtime, raw *FileIO, name starlark.Value, mode string, size int) *File2 {
	f := newFile2(rt, ClassesOf(rt.Dialect).File)
	f.set(raw, name, mode)
	f.setBuffering(size)
	return f
}

func (f *File2) set(raw *FileIO, name starlark.Value, mode string) {
	b := newBuffered(f.rt, ClassesOf(f.rt.Dialect).Random)
	b.raw, b.size, b.reads, b.writes = raw, BufferSize, raw.readable, raw.writable
	f.raw, f.buf, f.name, f.mode = raw, b, name, mode
	f.universal = strings.Contains(mode, "U")
	keepOpen(f.rt, f)
	b.entry = f.entry
}

func (f *File2) setBuffering(n int) {
	switch {
	case n == 0:
		f.unbuffered = true
	case n == 1:
		f.lineBuffered = true
	case n > 1:
		f.buf.size = n
	}
}

// open2 is Python 2's open(name[, mode[, buffering]]).
func open2(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	f := newFile2(t.RT, ClassesOf(t.RT.Dialect).File)
	return f, f.init(t, call{args, kwargs})
}

func (f *File2) init(t *object.Thread, c call) error {
	var name starlark.Value
	mode, buffering := "r", -1
	if err := object.Keywords(t, "file", c.args, c.kwargs, 1, "name", &name, "mode", modeText("file", 2, &mode), "buffering", &buffering); err != nil {
		return err
	}
	if f.buf != nil {
		f.Close(t)
	}
	m, err := parseMode2(mode)
	if err != nil {
		return err
	}
	switch object.Unwrap(name).(type) {
	case starlark.String, *object.Text:
	default:
		return object.TypeError.Errorf("coercing to Unicode: need string or buffer, %s found", object.TypeName(name))
	}
	if s, _ := object.AsText(name); strings.IndexByte(s, 0) >= 0 {
		return object.TypeError.Errorf("file() argument 1 must be encoded string without null bytes, not %s", object.TypeName(name))
	}
	raw := newFileIO(t.RT, ClassesOf(t.RT.Dialect).FileIO)
	if err := raw.open(t, name, m, true, starlark.None); err != nil {
		return err
	}
	if m.append {
		posix.Seek(raw.sysfd, 0, io.SeekStart) // where tell says it is, as in C
	}
	f.set(raw, name, mode)
	f.setBuffering(buffering)
	return nil
}

// parseMode2 reads a mode as fopen(3) does, which ignores what it doesn't know.
func parseMode2(s string) (m mode, err error) {
	switch {
	case s == "":
		return m, object.ValueError.Errorf("empty mode string")
	case strings.IndexByte("rwaU", s[0]) < 0:
		return m, object.ValueError.Errorf("mode string must begin with one of 'r', 'w', 'a' or 'U', not '%s'", s)
	}
	m.universal = strings.Contains(s, "U")
	if m.universal && s[0] != 'r' && s[0] != 'U' {
		return m, object.ValueError.Errorf("universal newline mode can only be used with modes starting with 'r'")
	}
	m.read = s[0] == 'r' || s[0] == 'U'
	m.write, m.append = s[0] == 'w', s[0] == 'a'
	m.update = strings.Contains(s, "+")
	m.binary = strings.Contains(s, "b")
	return m, nil
}

func (f *File2) check() error {
	if f.buf == nil || f.raw.shut {
		return object.ValueError.Errorf("I/O operation on closed file")
	}
	return nil
}

// readable checks that the file is open for reading, and that next hasn't read
// ahead of who reads now.
func (f *File2) readable(mixed bool) error {
	if err := f.check(); err != nil {
		return err
	}
	if !f.raw.readable {
		return object.IOError.Errorf("File not open for reading")
	}
	if mixed && f.iterating && len(f.buf.in) > 0 {
		return object.ValueError.Errorf("Mixing iteration and read methods would lose data")
	}
	if mixed {
		f.iterating = false
	}
	return nil
}

// Print writes a str, or a unicode encoded.
func (f *File2) Print(t *object.Thread, v starlark.Value) error {
	if err := f.check(); err != nil {
		return err
	}
	if !f.raw.writable {
		return object.IOError.Errorf("File not open for writing")
	}
	var s string
	switch x := object.Unwrap(v).(type) {
	case starlark.String:
		s = string(x)
	case *object.Text:
		var b []byte
		var err error
		if f.encoding == "" {
			b, err = t.ImplicitEncode(x)
		} else {
			b, err = builtins.Encode(t, x, f.encoding, f.errors)
		}
		if err != nil {
			return err
		}
		s = string(b)
	default:
		b, ok := object.AsBytes(v)
		if !ok {
			if strings.Contains(f.mode, "b") {
				return object.TypeError.Errorf("must be string or buffer, not %s", object.TypeName(v))
			}
			return object.TypeError.Errorf("expected a string or other character buffer object")
		}
		s = string(b)
	}
	if end := strings.LastIndexByte(s, '\n') + 1; f.unbuffered || f.lineBuffered && end > 0 {
		if f.unbuffered {
			end = len(s)
		}
		_, err := f.buf.write(t, s[:end])
		if err == nil {
			err = f.buf.flushOut(t)
		}
		if s = s[end:]; s == "" || err != nil {
			return f.wrote(err)
		}
	}
	_, err := f.buf.write(t, s)
	return f.wrote(err)
}

// wrote is what became of writing. C's stdio tells of an error once, and forgets
// what it couldn't write.
func (f *File2) wrote(err error) error {
	if err != nil && err != errWouldBlock && object.Is(err, object.IOError, dialect2) {
		f.buf.out = nil
	}
	return f.fail(err)
}

func (f *File2) fail(err error) error {
	if err == errWouldBlock {
		return f.raw.fail(posix.EAGAIN)
	}
	return err
}

// FlushAll brings out what is held back.
func (f *File2) FlushAll(t *object.Thread) error {
	if f.buf == nil || f.raw.shut || !f.raw.writable {
		return nil
	}
	return f.fail(f.buf.flushOut(t))
}

// Softspace is whether print owes a space.
func (f *File2) Softspace() *bool { return &f.softspace }

// Close flushes and closes the file.
func (f *File2) Close(t *object.Thread) error {
	if f.buf == nil || f.raw.shut {
		return nil
	}
	err := f.FlushAll(t)
	if err2 := f.raw.close(t); err == nil {
		err = err2
	}
	f.buf.in, f.buf.out = nil, nil
	return err
}

// skip drops the \n after a \r that ended a line.
func (f *File2) skip(t *object.Thread) error {
	if !f.skipLF {
		return nil
	}
	if len(f.buf.in) == 0 {
		more, err := f.buf.fill(t)
		if err != nil {
			return err
		}
		if !more {
			f.skipLF = false
			f.seen.seen |= seenCR
			return nil
		}
	}
	f.skipLF = false
	if f.buf.in[0] == '\n' {
		f.buf.in = f.buf.in[1:]
		f.seen.seen |= seenCRLF
	} else {
		f.seen.seen |= seenCR
	}
	return nil
}

func (f *File2) line(t *object.Thread, limit int) ([]byte, error) {
	if !f.universal {
		b, err := f.buf.readLine(t, limit)
		return b, f.fail(err)
	}
	if err := f.skip(t); err != nil {
		return nil, f.fail(err)
	}
	from := 0
	for {
		end := bytes.IndexAny(f.buf.in[from:], "\r\n")
		if end >= 0 && (limit < 0 || from+end < limit) {
			end += from
			line := f.buf.take(end + 1)
			if line[end] == '\r' {
				f.skipLF = true
				line = append(bytes.Clone(line[:end]), '\n')
			} else {
				f.seen.seen |= seenLF
			}
			return line, nil
		}
		from = len(f.buf.in)
		if limit >= 0 && from >= limit {
			return f.buf.take(limit), nil
		}
		more, err := f.buf.fill(t)
		if err != nil {
			return nil, f.fail(err)
		}
		if !more {
			return f.buf.take(from), nil
		}
	}
}

// read reads n bytes, or to the end.
func (f *File2) read(t *object.Thread, n int) ([]byte, error) {
	if !f.universal {
		b, err := f.buf.read(t, n)
		return b, f.fail(err)
	}
	var out []byte
	for n < 0 || len(out) < n {
		if err := f.skip(t); err != nil {
			return nil, f.fail(err)
		}
		want := n
		if n >= 0 {
			want = n - len(out)
		}
		b, err := f.buf.read(t, want)
		if err != nil {
			return nil, f.fail(err)
		}
		if len(b) == 0 {
			break
		}
		cut := n >= 0 && b[len(b)-1] == '\r'
		if cut {
			b = b[:len(b)-1]
		}
		out = append(out, f.translate(b)...)
		if cut {
			out = append(out, '\n')
			f.skipLF = true
		}
	}
	return out, nil
}

func (f *File2) translate(b []byte) []byte {
	f.seen.translate = true
	return []byte(f.seen.decode(string(b), true))
}

// Line reads a line; at the end it is empty.
func (f *File2) Line(t *object.Thread, limit int) (starlark.Value, error) {
	if err := f.readable(true); err != nil {
		return nil, err
	}
	b, err := f.line(t, limit)
	return starlark.String(b), err
}

// All reads n bytes, or to the end.
func (f *File2) All(t *object.Thread, n int) (starlark.Value, error) {
	if err := f.readable(true); err != nil {
		return nil, err
	}
	b, err := f.read(t, n)
	return starlark.String(b), err
}

// NextValue returns the next line.
func (f *File2) NextValue(t *object.Thread) (starlark.Value, error) {
	if err := f.readable(false); err != nil {
		return nil, err
	}
	b, err := f.line(t, -1)
	if err == nil && f.skipLF && len(f.buf.in) > 0 {
		err = f.skip(t) // it reads ahead
	}
	f.iterating = err == nil && len(b) > 0
	if err != nil || len(b) == 0 {
		return nil, err
	}
	return starlark.String(b), nil
}

// Iterate walks the lines.
func (f *File2) Iterate() starlark.Iterator { return &lines{next: f, rt: f.rt} }

// Repr shows the name, the mode and where it is.
func (f *File2) Repr(d syntax.Dialect) string {
	state := "open"
	if f.check() != nil {
		state = "closed"
	}
	return sprintf("<%s file %s, mode '%s' at 0x%x>", state, object.Repr(d, f.name), f.mode, object.ID(f))
}

func (f *File2) finish(shut bool) bool { return f.buf == nil || f.buf.finish(shut) }

func (f *File2) unclosed() bool { return f.buf != nil && f.buf.unclosed() }

func (f *File2) below() starlark.Value {
	if f.raw == nil {
		return nil
	}
	return f.raw
}

func (f *File2) holdsBack() bool { return f.buf != nil && f.buf.holdsBack() }

// SetField sets softspace, which is all that can be set.
func (f *File2) SetField(name string, v starlark.Value) error {
	if name == "softspace" {
		n, err := f.rt.Current().Int(v)
		f.softspace = n != 0
		return err
	}
	return object.ReadOnly(syntax.Python2, f, name, v)
}

// DelField fails: softspace can't be deleted either.
func (f *File2) DelField(name string) error {
	if name == "softspace" {
		return object.TypeError.Errorf("can't delete softspace attribute")
	}
	return object.ReadOnly(syntax.Python2, f, name, nil)
}

func (f *File2) tell(t *object.Thread) (int64, error) {
	if f.skipLF && len(f.buf.in) > 0 {
		if err := f.skip(t); err != nil {
			return 0, err
		}
	}
	if f.raw.append && len(f.buf.out) > 0 { // it goes to the end
		if err := f.FlushAll(t); err != nil {
			return 0, err
		}
	}
	n, err := f.buf.tell(t)
	if f.iterating {
		n += int64(len(f.buf.in)) // next has read ahead
	}
	return n, err
}

// same2 returns the file itself.
func same2(f *File2, t *object.Thread, c call) (starlark.Value, error) { return f.me(), nil }

type file2Method = func(f *File2, t *object.Thread, c call) (starlark.Value, error)

// plain2 is a method without arguments, of an open file.
func plain2(name string, do file2Method) file2Method {
	return func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
		if err := c.none(&f.value, name); err != nil {
			return nil, err
		}
		if err := f.check(); err != nil {
			return nil, err
		}
		return do(f, t, c)
	}
}

// one2 takes the argument of a method of an open file.
func (f *File2) one2(c call) (starlark.Value, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	if len(c.args) != 1 || len(c.kwargs) > 0 {
		return nil, object.TypeError.Errorf("function takes exactly 1 argument (%d given)", len(c.args)+len(c.kwargs))
	}
	return c.args[0], nil
}

func file2Methods() map[string]file2Method {
	return map[string]file2Method{
		"__init__": func(f *File2, t *object.Thread, c call) (starlark.Value, error) { return starlark.None, f.init(t, c) },
		"close": func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			if err := c.none(&f.value, "close"); err != nil {
				return nil, err
			}
			return starlark.None, f.Close(t)
		},
		"flush": plain2("flush", func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			return starlark.None, f.wrote(f.FlushAll(t))
		}),
		"fileno": plain2("fileno", func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			return starlark.MakeInt(f.raw.sysfd), nil
		}),
		"isatty": plain2("isatty", func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			return t.RT.Bool(f.raw.terminal()), nil
		}),
		"write": func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			v, err := f.one2(c)
			if err != nil {
				return nil, err
			}
			f.softspace = false
			return starlark.None, f.Print(t, v)
		},
		"writelines": func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			v, err := c.one(t, &f.value, "writelines")
			if err != nil {
				return nil, err
			}
			if err := f.check(); err != nil {
				return nil, err
			}
			if _, err := object.Iterable(v); err != nil {
				return nil, object.TypeError.Errorf("writelines() requires an iterable argument")
			}
			return starlark.None, each(t, v, func(line starlark.Value) error {
				if _, isText := object.AsText(line); !isText {
					if _, isBytes := object.AsBytes(line); !isBytes {
						return object.TypeError.Errorf("writelines() argument must be a sequence of strings")
					}
				}
				return f.Print(t, line)
			})
		},
		"read": func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			n := -1
			if err := object.Positional(t, "read", c.args, c.kwargs, 0, &n); err != nil {
				return nil, err
			}
			return f.All(t, n)
		},
		"readline": func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			n := -1
			if err := object.Positional(t, "readline", c.args, c.kwargs, 0, &n); err != nil {
				return nil, err
			}
			return f.Line(t, n)
		},
		"readlines": func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			hint := 0
			if err := object.Positional(t, "readlines", c.args, c.kwargs, 0, &hint); err != nil {
				return nil, err
			}
			if err := f.readable(true); err != nil {
				return nil, err
			}
			hint = (hint + BufferSize - 1) / BufferSize * BufferSize // it reads by the chunk
			var all []starlark.Value
			for total := 0; hint <= 0 || total < hint; {
				b, err := f.line(t, -1)
				if err != nil {
					return nil, err
				}
				if len(b) == 0 {
					break
				}
				total += len(b)
				all = append(all, starlark.String(b))
			}
			return object.NewList(all), nil
		},
		"readinto": func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			v, err := f.one2(c)
			if err != nil {
				return nil, err
			}
			if err := f.readable(true); err != nil {
				return nil, err
			}
			dst, err := target(t, "readinto", v)
			if err != nil {
				return nil, err
			}
			b, err := f.read(t, len(dst))
			return starlark.MakeInt(copy(dst, b)), err
		},
		"next": func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			if len(c.args) > 0 {
				return nil, object.TypeError.Errorf("expected 0 arguments, got %d", len(c.args))
			}
			v, err := f.NextValue(t)
			if err == nil && v == nil {
				err = object.StopIteration.New()
			}
			return v, err
		},
		"xreadlines": plain2("xreadlines", same2),
		"__iter__":   plain2("__iter__", same2),
		"__enter__":  plain2("__enter__", same2),
		"__exit__": func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			return callMethod(t, f.me(), "close")
		},
		"tell": plain2("tell", func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			n, err := f.tell(t)
			return starlark.MakeInt64(n), err
		}),
		"seek": func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			if err := f.check(); err != nil {
				return nil, err
			}
			var offset starlark.Value
			whence := 0
			if err := object.Positional(t, "seek", c.args, c.kwargs, 1, &offset, &whence); err != nil {
				return nil, err
			}
			if x, isFloat := offset.(starlark.Float); isFloat {
				offset = starlark.MakeInt64(int64(x))
			} else if object.SpecialMethod(offset, "__index__") == nil {
				if _, isInt := object.AsInt(offset); !isInt {
					return nil, object.TypeError.Errorf("'%s' object cannot be interpreted as an index", object.TypeName(offset))
				}
			}
			n, err := t.Int(offset)
			if err != nil {
				return nil, err
			}
			f.iterating, f.skipLF = false, false
			_, err = f.buf.seek(t, n, whence)
			return starlark.None, err
		},
		"truncate": func(f *File2, t *object.Thread, c call) (starlark.Value, error) {
			size := starlark.Value(starlark.None)
			if len(c.args) > 1 {
				return nil, object.TypeError.Errorf("truncate expected at most 1 arguments, got %d", len(c.args))
			}
			if err := object.Positional(t, "truncate", c.args, c.kwargs, 0, &size); err != nil {
				return nil, err
			}
			if err := f.check(); err != nil {
				return nil, err
			}
			if !f.raw.writable {
				return nil, object.IOError.Errorf("File not open for writing")
			}
			at, err := f.buf.tell(t)
			if err != nil {
				return nil, err
			}
			n := at
			if size != starlark.None {
				if n, err = t.Int(size); err != nil {
					return nil, err
				}
			}
			if err := f.FlushAll(t); err != nil {
				return nil, err
			}
			if err := f.raw.truncate(t, n); err != nil {
				return nil, err
			}
			_, err = f.buf.seek(t, at, io.SeekStart)
			return starlark.None, err
		},
	}
}

func file2Getters() map[string]func(f *File2) (starlark.Value, error) {
	return map[string]func(f *File2) (starlark.Value, error){
		"closed": func(f *File2) (starlark.Value, error) { return f.rt.Bool(f.check() != nil), nil },
		"name":   func(f *File2) (starlark.Value, error) { return f.name, nil },
		"mode":   func(f *File2) (starlark.Value, error) { return starlark.String(f.mode), nil },
		"softspace": func(f *File2) (starlark.Value, error) {
			if f.softspace {
				return starlark.MakeInt(1), nil
			}
			return starlark.MakeInt(0), nil
		},
		"encoding": func(f *File2) (starlark.Value, error) { return orNone(f.encoding), nil },
		"errors":   func(f *File2) (starlark.Value, error) { return orNone(f.errors), nil },
		"newlines": func(f *File2) (starlark.Value, error) {
			if !f.universal {
				return starlark.None, nil
			}
			v := f.seen.kinds(f.rt)
			if s, ok := v.(*object.Text); ok {
				return starlark.String(s.Value()), nil
			}
			return v, nil
		},
	}
}

func orNone(s string) starlark.Value {
	if s == "" {
		return starlark.None
	}
	return starlark.String(s)
}
