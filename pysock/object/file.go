package object

import (
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A File is a Python file object: text or bytes, on a Stream.
//
// In Python 2 it is a file: str in, str out, unicode encoded on the way out.
// In Python 3 it is a TextIOWrapper over UTF-8, or, where Binary is set, the
// buffer below one.
type File struct {
	*Stream
	Name   string
	Mode   string
	Binary bool
	// Softspace is Python 2's: whether print owes a space.
	Softspace bool

	rt *Runtime
}

var (
	_ starlark.HasAttrs    = (*File)(nil)
	_ starlark.HasSetField = (*File)(nil)
	_ starlark.Iterable    = (*File)(nil)
	_ Nexter               = (*File)(nil)
)

// NewFile returns a file of rt's dialect on a stream.
func NewFile(rt *Runtime, s *Stream, name, mode string) *File {
	return &File{Stream: s, Name: name, Mode: mode, rt: rt}
}

// Print writes text or, in Python 2, a str.
func (f *File) Print(v starlark.Value) error {
	if f.done {
		return f.closedError()
	}
	if f.dst == nil {
		return f.unsupported("write", "not writable", "File not open for writing")
	}
	s, ok := AsText(v)
	if f.Binary {
		b, isBytes := AsBytes(v)
		if !isBytes {
			return TypeError.Errorf("a bytes-like object is required, not '%s'", TypeName(v))
		}
		return f.fail(f.Write(string(b)))
	}
	if !ok {
		return TypeError.By(
			sprintf("expected a character buffer object"),
			sprintf("write() argument must be str, not %s", TypeName(v)))
	}
	if t, ok := v.(*Text); ok {
		if f.rt.Dialect == syntax.Python2 && !f.Terminal {
			b, err := EncodeASCII(t)
			if err != nil {
				return err
			}
			s = string(b)
		} else if i := surrogate(s); i >= 0 {
			return UnicodeEncodeError.New(starlark.String("utf-8"), t,
				starlark.MakeInt(i), starlark.MakeInt(i+1), starlark.String("surrogates not allowed"))
		}
	}
	return f.fail(f.Write(s))
}

// surrogate returns the index of the first surrogate in s, or -1.
func surrogate(s string) int {
	if strings.IndexByte(s, 0xED) < 0 {
		return -1
	}
	for i, r := range Runes(s) {
		if r >= 0xD800 && r <= 0xDFFF {
			return i
		}
	}
	return -1
}

// FlushAll brings out what the file holds back.
func (f *File) FlushAll() error {
	if f.dst == nil {
		return nil
	}
	return f.fail(f.Flush())
}

func (f *File) fail(err error) error {
	if err == nil {
		return nil
	}
	return OSFail(IOError, err, nil)
}

func (f *File) closedError() error {
	return ValueError.By("I/O operation on closed file", "I/O operation on closed file.")
}

// unsupported is the error of an operation that the file's mode doesn't allow.
func (f *File) unsupported(op, msg3, msg2 string) error {
	return UnsupportedOperation.By(msg2, msg3)
}

// UnsupportedOperation is io.UnsupportedOperation; Python 2's files raise IOError.
var UnsupportedOperation = NewKind("io", "UnsupportedOperation", IOError, OSError)

// Text returns bytes that were read as the file's strings are.
func (f *File) Text(b []byte) starlark.Value {
	switch {
	case f.Binary:
		return f.rt.Bytes(b)
	case f.rt.Dialect == syntax.Python3:
		return String3(DecodeUTF8Escape(string(b)))
	}
	return starlark.String(b)
}

// DecodeUTF8Escape is UTF-8 decoding with the error handler surrogateescape:
// each byte that isn't part of a character becomes U+DC80 to U+DCFF.
func DecodeUTF8Escape(s string) string {
	if IsASCII(s) {
		return s
	}
	var out []byte
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		if n == 1 && s[i] >= 0x80 || r >= 0xD800 && r <= 0xDFFF {
			out = AppendRune(out, 0xDC00+rune(s[i]))
			i++
			continue
		}
		out = append(out, s[i:i+n]...)
		i += n
	}
	return string(out)
}

// DecodeArg returns a string that came from the operating system (an argument,
// a file name) as dialect d has it: bytes in Python 2; text in Python 3, with
// surrogates for what isn't UTF-8.
func DecodeArg(d syntax.Dialect, s string) string {
	if d == syntax.Python3 {
		return DecodeUTF8Escape(s)
	}
	return s
}

// Line reads a line; at the end it is empty.
func (f *File) Line(t *Thread, limit int) (starlark.Value, error) {
	if err := f.readable(); err != nil {
		return nil, err
	}
	b, err := f.ReadLine(t, limit)
	if err != nil {
		return nil, f.readError(err)
	}
	return f.Text(b), nil
}

func (f *File) readable() error {
	if f.done {
		return f.closedError()
	}
	if f.src == nil {
		return f.unsupported("read", "not readable", "File not open for reading")
	}
	return nil
}

func (f *File) readError(err error) error {
	if r, ok := err.(*Raised); ok {
		return r
	}
	return OSFail(IOError, err, nil)
}

// All reads n bytes, or to the end.
func (f *File) All(t *Thread, n int) (starlark.Value, error) {
	if err := f.readable(); err != nil {
		return nil, err
	}
	b, err := f.Read(t, n)
	if err != nil {
		return nil, f.readError(err)
	}
	return f.Text(b), nil
}

// NextValue returns the next line.
func (f *File) NextValue(t *Thread) (starlark.Value, error) {
	v, err := f.Line(t, -1)
	if err != nil || !bool(v.Truth()) {
		return nil, err
	}
	return v, nil
}

// Iterate walks the lines.
func (f *File) Iterate() starlark.Iterator { return &fileIterator{f: f} }

type fileIterator struct {
	f   *File
	err error
}

func (it *fileIterator) Next(p *starlark.Value) bool {
	v, err := it.f.NextValue(it.f.rt.Current())
	it.err = err
	if v == nil {
		return false
	}
	*p = v
	return true
}

func (it *fileIterator) Err() error { return it.err }
func (it *fileIterator) Done()      {}

// Close flushes and marks the file closed. The standard streams' descriptors
// stay open.
func (f *File) Close() error {
	if f.done {
		return nil
	}
	err := f.FlushAll()
	f.done = true
	return err
}

// String returns the repr as Python 3 prints it.
func (f *File) String() string { return f.Repr(syntax.Python3) }

// Repr shows the name and mode.
func (f *File) Repr(d syntax.Dialect) string {
	switch {
	case d == syntax.Python2:
		state := "open"
		if f.done {
			state = "closed"
		}
		return sprintf("<%s file '%s', mode '%s' at 0x%x>", state, f.Name, f.Mode, ID(f))
	case f.Binary:
		return sprintf("<_io.%s name='%s'>", f.Class().ClassName, f.Name)
	}
	return sprintf("<_io.TextIOWrapper name='%s' mode='%s' encoding='utf-8'>", f.Name, f.Mode)
}

// Type returns the name of the type.
func (f *File) Type() string { return f.Class().ClassName }

// Class returns file, TextIOWrapper or a buffer's type.
func (f *File) Class() *Class {
	switch {
	case f.rt.Dialect == syntax.Python2:
		return fileClass2
	case f.Binary && f.src != nil:
		return readerClass
	case f.Binary:
		return writerClass
	}
	return textClass
}

var (
	fileClass2  = NewClass("__builtin__", "file")
	textClass   = NewClass("_io", "TextIOWrapper")
	readerClass = NewClass("_io", "BufferedReader")
	writerClass = NewClass("_io", "BufferedWriter")
)

func init() {
	for _, c := range []*Class{fileClass2, textClass, readerClass, writerClass} {
		c.Methods = fileMethods
	}
}

// Freeze does nothing.
func (f *File) Freeze() {}

// Truth returns true.
func (f *File) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (f *File) Hash() (uint32, error) { return identity(f), nil }

// Attr returns an attribute or a bound method.
func (f *File) Attr(name string) (starlark.Value, error) {
	switch name {
	case "name":
		return f.rt.Str(f.Name), nil
	case "mode":
		return f.rt.Str(f.Mode), nil
	case "closed":
		return f.rt.Bool(f.done), nil
	case "softspace":
		return starlark.MakeInt(map[bool]int{true: 1}[f.Softspace]), nil
	case "encoding":
		if f.rt.Dialect == syntax.Python2 && !f.Terminal {
			return starlark.None, nil
		}
		if f.rt.Dialect == syntax.Python2 {
			return starlark.String("UTF-8"), nil
		}
		return starlark.String("utf-8"), nil
	case "errors":
		if f.rt.Dialect != syntax.Python2 {
			return starlark.String("strict"), nil
		}
		return starlark.None, nil
	case "newlines":
		return starlark.None, nil
	case "line_buffering":
		return f.rt.Bool(f.LineBuffered), nil
	case "buffer":
		if f.rt.Dialect != syntax.Python2 && !f.Binary {
			mode := "wb"
			if f.src != nil {
				mode = "rb"
			}
			return &File{Stream: f.Stream, Name: f.Name, Mode: mode, Binary: true, rt: f.rt}, nil
		}
	}
	return BindAttr(f, name)
}

// AttrNames lists the attributes.
func (f *File) AttrNames() []string {
	return append(f.Class().AttrNames(), "buffer", "closed", "encoding", "errors", "mode", "name", "newlines")
}

// SetField sets softspace, which is all that can be set.
func (f *File) SetField(name string, v starlark.Value) error {
	if name == "softspace" && f.rt.Dialect == syntax.Python2 {
		f.Softspace = bool(v.Truth())
		return nil
	}
	if _, err := f.Attr(name); err != nil {
		return err
	}
	return AttributeError.By("readonly attribute", sprintf("attribute '%s' of '_io.TextIOWrapper' objects is not writable", name))
}

// fileMethods are the methods of a file (library reference, "File Objects" in
// Python 2, "io" in Python 3).
var fileMethods = map[string]Method{
	"write":      fileWrite,
	"writelines": fileWritelines,
	"flush": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		f := self.(*File)
		if f.done {
			return nil, f.closedError()
		}
		return starlark.None, f.FlushAll()
	},
	"read":      fileRead,
	"readline":  fileReadline,
	"readlines": fileReadlines,
	"close": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return starlark.None, self.(*File).Close()
	},
	"fileno": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		f := self.(*File)
		if f.Fd < 0 {
			return nil, f.unsupported("fileno", "fileno", "fileno")
		}
		return starlark.MakeInt(f.Fd), nil
	},
	"isatty": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return t.RT.Bool(self.(*File).Terminal), nil
	},
	"readable": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return t.RT.Bool(self.(*File).src != nil), nil
	},
	"writable": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return t.RT.Bool(self.(*File).dst != nil), nil
	},
	"__enter__": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return self, nil
	},
	"__exit__": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return starlark.None, self.(*File).Close()
	},
}

func fileWrite(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := OneArg(t, self.(*File).Class().ClassName, "write", args, kwargs, &v); err != nil {
		return nil, err
	}
	f := self.(*File)
	if err := f.Print(v); err != nil {
		return nil, err
	}
	f.Softspace = false
	if t.RT.Dialect == syntax.Python2 {
		return starlark.None, nil
	}
	return starlark.MakeInt(starlark.Len(v)), nil
}

func fileWritelines(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := OneArg(t, self.(*File).Class().ClassName, "writelines", args, kwargs, &v); err != nil {
		return nil, err
	}
	elems, err := Elements(t, v)
	if err != nil {
		return nil, err
	}
	for _, e := range elems {
		if err := self.(*File).Print(e); err != nil {
			return nil, err
		}
	}
	return starlark.None, nil
}

// sizeArg takes the optional size of read, readline and readlines.
func sizeArg(t *Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (int, error) {
	size := starlark.Value(starlark.None)
	if err := Positional(t, name, args, kwargs, 0, &size); err != nil {
		return 0, err
	}
	if size == starlark.None {
		return -1, nil
	}
	n, err := t.Int(size)
	return int(n), err
}

func fileRead(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	n, err := sizeArg(t, "read", args, kwargs)
	if err != nil {
		return nil, err
	}
	return self.(*File).All(t, n)
}

func fileReadline(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	n, err := sizeArg(t, "readline", args, kwargs)
	if err != nil {
		return nil, err
	}
	return self.(*File).Line(t, n)
}

func fileReadlines(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	hint, err := sizeArg(t, "readlines", args, kwargs)
	if err != nil {
		return nil, err
	}
	var lines []starlark.Value
	for total := 0; hint <= 0 || total < hint; {
		v, err := self.(*File).NextValue(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			break
		}
		total += starlark.Len(v)
		lines = append(lines, v)
	}
	return NewList(lines), nil
}
