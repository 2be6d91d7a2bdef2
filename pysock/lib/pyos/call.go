package pyos

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A call is a call of one of the module's functions.
type call struct {
	*module
	t      *object.Thread
	name   string
	args   starlark.Tuple
	kwargs []starlark.Tuple
}

// def makes a function of the module.
func (m *module) def(name string, f func(c call) (starlark.Value, error)) object.Def {
	return object.Def{Name: name, F: func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return f(call{m, t, name, args, kwargs})
	}}
}

// py2 reports whether the dialect is Python 2.
func (m *module) py2() bool { return m.rt.Dialect == syntax.Python2 }

// none takes no arguments.
func (c call) none() error { return object.NoArgs("posix", c.name, c.args, c.kwargs) }

// named takes arguments that Python 3 takes by name as well, min of them
// required, positional of them by position too. Python 2 has the first in2, by
// position alone. dst holds names and destinations in turn.
func (c call) named(min, positional, in2 int, dst ...any) error {
	if c.py2() {
		var plain []any
		for i := 1; i < 2*in2; i += 2 {
			plain = append(plain, dst[i])
		}
		return object.Positional(c.t, c.name, c.args, c.kwargs, min, plain...)
	}
	if n := len(c.args); n > positional && positional < len(dst)/2 {
		how, s := "at most", "s"
		if min == positional {
			how = "exactly"
		}
		if positional == 1 {
			s = ""
		}
		return object.TypeError.Errorf("%s() takes %s %d positional argument%s (%d given)", c.name, how, positional, s, n)
	}
	return object.Keywords(c.t, c.name, c.args, c.kwargs, min, dst...)
}

// plain takes arguments by position alone.
func (c call) plain(min int, dst ...any) error {
	switch {
	case c.py2():
	case len(c.kwargs) > 0:
		return object.TypeError.Errorf("posix.%s() takes no keyword arguments", c.name)
	case min == 1 && len(dst) == 1:
		return object.OneArg(c.t, "posix", c.name, c.args, nil, dst[0])
	default:
		if err := builtins.Tupled(c.name, c.args, min, len(dst)); err != nil {
			return err
		}
	}
	return object.Positional(c.t, c.name, c.args, c.kwargs, min, dst...)
}

// fail is the exception for what a system call returned, nil for none; v are
// the names of the files.
func (c call) fail(err error, v ...starlark.Value) error {
	if err == nil {
		return nil
	}
	if _, ok := err.(*object.Raised); ok {
		return err
	}
	errno, ok := err.(posix.Errno)
	if !ok {
		return object.OSFail(object.OSError, err, nil)
	}
	switch {
	case len(v) == 1:
		return object.OSErrno(object.OSError, errno, v[0])
	case len(v) == 2:
		class := object.OSError.Class(c.rt.Dialect)
		if !c.py2() {
			class = object.OSErrorClass(int(errno))
		}
		e, err := c.t.Call(class, starlark.MakeInt(int(errno)), c.rt.Str(object.Strerror(errno)), v[0], starlark.None, v[1])
		if err != nil {
			return err
		}
		return object.Raise(e.(*object.Exception))
	}
	return object.OSErrno(object.OSError, errno, nil)
}

// done is None, or the exception for what a system call returned.
func (c call) done(err error, v ...starlark.Value) (starlark.Value, error) {
	return starlark.None, c.fail(err, v...)
}

// retry makes a system call again for as long as a signal interrupts it.
func retry(f func() error) error {
	for {
		if err := f(); err != posix.EINTR {
			return err
		}
	}
}

// A path is a file's name, as an argument.
type path struct {
	fn    string // the function, for its words
	arg   string // the argument, if it isn't "path"
	orFD  bool   // a descriptor will do
	orNil bool   // None will do: the current folder

	v     starlark.Value
	s     string
	fd    int // -1 for none
	bytes bool
}

func (c call) path() *path     { return &path{fn: c.name, fd: -1} }
func (c call) pathOrFD() *path { return &path{fn: c.name, fd: -1, orFD: true} }

// Convert takes str, bytes, an object with __fspath__; where the function has
// it, a descriptor. What a file object that nobody holds was to write to the file
// is there then.
func (p *path) Convert(t *object.Thread, v starlark.Value) error {
	err := p.convert(t, v)
	if err == nil && p.fd < 0 {
		file.FlushSame(t.RT, p.s, false)
	}
	return err
}

func (p *path) convert(t *object.Thread, v starlark.Value) error {
	p.v = v
	if t.RT.Dialect == syntax.Python2 {
		var err error
		_, isText := object.Unwrap(v).(*object.Text)
		p.bytes = !isText
		p.s, err = file.Path(t, v)
		if err != nil && object.Is(err, object.TypeError, syntax.Python2) && (isText || object.TypeName(v) == "str") {
			return object.TypeError.Errorf("%s() argument 1 must be encoded string without null bytes, not %s", p.fn, object.TypeName(v))
		}
		return err
	}
	if v == starlark.None && p.orNil {
		p.s = "."
		return nil
	}
	v, err := file.FSPath(t, v)
	if err != nil {
		return err
	}
	switch object.Unwrap(v).(type) {
	case starlark.String, *object.Text:
		p.v = v
	case starlark.Bytes:
		p.v, p.bytes = v, true
	default:
		if p.orFD && isIndex(v) {
			n, err := t.Int(v)
			p.fd = int(n)
			return err
		}
		arg := p.arg
		if arg == "" {
			arg = "path"
		}
		want := "string, bytes"
		switch {
		case p.orFD && p.orNil:
			want += ", os.PathLike, integer or None"
		case p.orFD:
			want += ", os.PathLike or integer"
		case p.orNil:
			want += ", os.PathLike or None"
		default:
			want += " or os.PathLike"
		}
		return object.TypeError.Errorf("%s: %s should be %s, not %s", p.fn, arg, want, object.TypeName(v))
	}
	p.s, err = file.Path(t, v)
	if err != nil && object.Is(err, object.ValueError, syntax.Python3) && p.s == "" {
		if arg := p.arg; arg != "" {
			return object.ValueError.Errorf("%s: embedded null character in %s", p.fn, arg)
		}
	}
	return err
}

// A folder is a dir_fd argument.
type folder int

func (d *folder) Convert(t *object.Thread, v starlark.Value) error {
	if v == starlark.None {
		return nil
	}
	if !isIndex(v) {
		return object.TypeError.Errorf("argument should be integer or None, not %s", object.TypeName(v))
	}
	n, err := t.Int(v)
	*d = folder(n)
	return err
}

// here is the folder where none is given.
const here = folder(posix.AT_FDCWD)

// check raises ValueError where a descriptor comes with what is for names only.
func (c call) check(p *path, dir folder, follow bool) error {
	switch {
	case p.fd < 0:
	case dir != here:
		return object.ValueError.Errorf("%s: can't specify dir_fd without matching path", c.name)
	case !follow:
		return object.ValueError.Errorf("%s: cannot use fd and follow_symlinks together", c.name)
	}
	return nil
}

// A descriptor is a number, or an object with fileno().
type descriptor int

func (d *descriptor) Convert(t *object.Thread, v starlark.Value) error {
	if !isIndex(v) {
		fileno, err := t.RT.Attr(v, "fileno")
		if err != nil {
			return object.TypeError.Errorf("argument must be an int, or have a fileno() method.")
		}
		if v, err = t.Call(fileno); err != nil {
			return err
		}
		if _, ok := object.AsInt(v); !ok {
			return object.TypeError.Errorf("fileno() returned a non-integer")
		}
	}
	n, err := t.Int(v)
	if err == nil && n < 0 {
		err = object.ValueError.Errorf("file descriptor cannot be a negative integer (%d)", n)
	}
	*d = descriptor(n)
	return err
}

// text is a name of the system's in the dialect's own string.
func (m *module) text(t *object.Thread, s string) (starlark.Value, error) {
	if m.py2() {
		return m.rt.Str(s), nil
	}
	if object.IsASCII(s) {
		return m.rt.Str(s), nil
	}
	d, err := builtins.Decode(t, []byte(s), "utf-8", "surrogateescape")
	if err != nil {
		return nil, err
	}
	return m.rt.Str(d), nil
}

// like is a name of the system's, as bytes if p is, else as text. Python 2
// leaves as bytes what it can't decode.
func (c call) like(p *path, s string) (starlark.Value, error) {
	switch {
	case c.py2() && !p.bytes:
		d, err := builtins.Decode(c.t, []byte(s), "utf-8", "strict")
		if err != nil {
			return c.rt.Str(s), nil
		}
		return c.rt.Unicode(d), nil
	case p.bytes:
		return c.rt.Bytes([]byte(s)), nil
	}
	return c.text(c.t, s)
}

func integer[T ~int | ~int32 | ~int64 | ~uint16](n T) starlark.Value {
	return starlark.MakeInt64(int64(n))
}

// isIndex reports whether v is an integer, or has __index__.
func isIndex(v starlark.Value) bool {
	if _, ok := object.AsInt(v); ok {
		return true
	}
	return object.SpecialMethod(v, "__index__") != nil
}

// flush brings out what another program may look at: what was printed, and what
// files hold back that nobody holds.
func (c call) flush() {
	if c.rt.Flush != nil {
		c.rt.Flush()
	}
	file.FlushDropped(c.rt)
}
