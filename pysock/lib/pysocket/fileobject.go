//go:build unix

package pysocket

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"

	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// A fileObject is Python 2's socket._fileobject, which makefile makes: a file
// with buffers over a socket, or over what stands for one.
type fileObject struct {
	m    *module
	sock starlark.Value // nil when closed
	mode string
	size int // bufsize
	in   []byte
	*outlet
	res  *object.Resource
	dict *object.Dict
}

// An outlet is what is left to do for a fileObject that nobody holds any more.
type outlet struct {
	direct *Socket // its socket, if it is a real one
	shut   bool    // close is to close that
	out    []byte
}

var (
	_ object.Attributed    = (*fileObject)(nil)
	_ object.Reprer        = (*fileObject)(nil)
	_ object.Nexter        = (*fileObject)(nil)
	_ object.WeakReferent  = (*fileObject)(nil)
	_ starlark.Iterable    = (*fileObject)(nil)
	_ starlark.HasSetField = (*fileObject)(nil)
)

// fileBuffer is _fileobject.default_bufsize.
const fileBuffer = 8192

// makefile2 is sock.makefile([mode[, bufsize]]): a file over the same socket,
// which stays open until both are closed.
func (s *Socket) makefile2(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a, err := s.m.pyArgs("makefile", 1, args, kwargs, 0, 2, "mode", "bufsize")
	if err != nil {
		return nil, err
	}
	below := s.m.closedSocket()
	if !s.closed {
		below = s.m.wrap(s.m.raw, s.core.share())
	}
	if a[0] == nil {
		a[0] = s.m.rt.Str("r")
	}
	return s.m.newFileObject(t, below, a[0], a[1], nil)
}

// rawMakefile is makefile([mode[, buffersize]]) of Python 2's _socket.socket: a
// file of the built-in type, on a descriptor of its own. Mode and size are as
// for open(). It raises socket.error, EINVAL for another mode.
func (s *Socket) rawMakefile(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	mode, size := "r", -1
	if err := object.Positional(t, "makefile", args, kwargs, 0, textArg("makefile", 1, &mode), &size); err != nil {
		return nil, err
	}
	sysfd := 0
	_, err := s.m.opening(func() (_ *netfd.FD, err error) {
		sysfd, err = posix.Dup(s.fd.Sysfd(), true)
		return nil, err
	})
	if err == nil && !strings.ContainsAny(mode[:min(1, len(mode))], "rwa") {
		posix.Close(sysfd)
		err = unix.EINVAL
	}
	if err != nil {
		return nil, s.m.fail(err)
	}
	name := s.m.rt.Str("<socket>")
	return file.NewFile2(s.m.rt, file.NewFileIO(s.m.rt, sysfd, mode, name, false), name, mode, size), nil
}

// newFileObject is _fileobject(sock, mode='rb', bufsize=-1, close=False).
func (m *module) newFileObject(t *object.Thread, sock, mode, size, shut starlark.Value) (*fileObject, error) {
	f := &fileObject{m: m, sock: sock, mode: "rb", size: -1, outlet: &outlet{shut: isTrue(shut)}}
	f.direct, _ = sock.(*Socket)
	if mode != nil {
		f.mode, _ = object.AsText(mode)
	}
	if err := intArg(t, size, &f.size); err != nil {
		return nil, err
	}
	if f.size < 0 {
		f.size = fileBuffer
	}
	if f.direct != nil {
		f.res = object.Track(m.rt, f, nil, f.drop)
	}
	return f, nil
}

// Resource is what Track returned, nil without one.
func (f *fileObject) Resource() *object.Resource { return f.res }

// Referents visits the socket.
func (f *fileObject) Referents(visit func(starlark.Value)) { visit(f.sock) }

type fileMethod func(f *fileObject, t *object.Thread, a []starlark.Value) (starlark.Value, error)

// fileMethods are the methods with the names of their parameters, all optional
// but the first min.
var fileMethods = map[string]struct {
	min    int
	params []string
	f      fileMethod
}{
	"close": {0, nil, func(f *fileObject, t *object.Thread, _ []starlark.Value) (starlark.Value, error) {
		return starlark.None, f.close(t)
	}},
	"flush": {0, nil, func(f *fileObject, t *object.Thread, _ []starlark.Value) (starlark.Value, error) {
		return starlark.None, f.flush(t)
	}},
	"fileno":     {0, nil, (*fileObject).fileno},
	"write":      {1, []string{"data"}, (*fileObject).write},
	"writelines": {1, []string{"list"}, (*fileObject).writelines},
	"read":       {0, []string{"size"}, (*fileObject).read},
	"readline":   {0, []string{"size"}, (*fileObject).readline},
	"readlines":  {0, []string{"sizehint"}, (*fileObject).readlines},
	"next":       {0, nil, (*fileObject).next},
	"__iter__":   {0, nil, func(f *fileObject, t *object.Thread, _ []starlark.Value) (starlark.Value, error) { return f, nil }},
}

// newFileObjectClass makes the class _fileobject.
func (m *module) newFileObjectClass() *object.Class {
	c := object.NewClass("socket", "_fileobject", object.TypesOf(m.rt.Dialect).Object)
	c.Doc = "A file over a socket."
	c.Methods = make(map[string]object.Method)
	for name, d := range fileMethods {
		c.Methods[name] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			f, ok := object.Unwrap(self).(*fileObject)
			if !ok {
				return nil, object.TypeError.Errorf("descriptor '%s' requires a 'socket._fileobject' object but received a '%s'", name, object.TypeName(self))
			}
			a, err := m.pyArgs(name, 1, args, kwargs, d.min, len(d.params), d.params...)
			if err != nil {
				return nil, err
			}
			v, err := d.f(f, t, a)
			runtime.KeepAlive(f.sock)
			return v, err
		}
	}
	c.Getters = map[string]func(starlark.Value) (starlark.Value, error){
		"closed": func(self starlark.Value) (starlark.Value, error) {
			return m.rt.Bool(object.Unwrap(self).(*fileObject).sock == nil), nil
		},
	}
	c.Attrs = map[string]starlark.Value{
		"name":            m.rt.Str("<socket>"),
		"default_bufsize": starlark.MakeInt(fileBuffer),
	}
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		a, err := m.pyArgs("__init__", 1, args, kwargs, 1, 4, "sock", "mode", "bufsize", "close")
		if err != nil {
			return nil, err
		}
		return m.newFileObject(t, a[0], a[1], a[2], a[3])
	}
	return c
}

// recv receives up to n bytes; it goes on after a signal.
func (f *fileObject) recv(t *object.Thread, n int) ([]byte, error) {
	for {
		var data []byte
		var err error
		switch {
		case f.sock == nil:
			return nil, object.AttributeError.Errorf("'NoneType' object has no attribute 'recv'")
		case f.direct != nil:
			data = make([]byte, n)
			n, err := f.direct.receive(t, data, 0)
			return data[:n], f.m.fail(err)
		default:
			var v starlark.Value
			if v, err = f.m.method(t, f.sock, "recv", starlark.MakeInt(n)); err == nil {
				return t.Buffer("write", 0, v)
			}
		}
		if !f.interrupted(t, err) {
			return nil, err
		}
	}
}

// interrupted reports whether err is socket.error EINTR.
func (f *fileObject) interrupted(t *object.Thread, err error) bool {
	if !object.Is(err, errorKind, syntax.Python2) {
		return false
	}
	args, aerr := f.m.rt.Attr(t.Exception(err), "args")
	list, ok := object.AsTuple(args)
	if aerr != nil || !ok || len(list) == 0 {
		return false
	}
	n := 0
	return starlark.AsInt(list[0], &n) == nil && unix.Errno(n) == unix.EINTR
}

// fill receives more, and reports whether there was some.
func (f *fileObject) fill(t *object.Thread, n int) (bool, error) {
	data, err := f.recv(t, n)
	f.in = append(f.in, data...)
	return len(data) > 0, err
}

// take gives out the first n bytes that were received.
func (f *fileObject) take(n int) starlark.Value {
	n = min(n, len(f.in))
	v := starlark.String(f.in[:n])
	if f.in = f.in[n:]; len(f.in) == 0 {
		f.in = nil
	}
	return v
}

// chunk is how much is received at a time for lines: one byte where there is no
// buffer, since what is left is nobody's then.
func (f *fileObject) chunk() int {
	switch f.size {
	case 0:
		return 1
	case 1:
		return fileBuffer
	}
	return f.size
}

func sizeOf(t *object.Thread, a []starlark.Value) (int, error) {
	if a[0] == nil {
		return -1, nil
	}
	n, err := t.Int(a[0])
	return int(max(n, -1)), err
}

// read is f.read(size=-1).
func (f *fileObject) read(t *object.Thread, a []starlark.Value) (starlark.Value, error) {
	size, err := sizeOf(t, a)
	if err != nil {
		return nil, err
	}
	for size < 0 || len(f.in) < size {
		want := max(f.chunk(), fileBuffer)
		if size >= 0 {
			want = size - len(f.in)
		}
		more, err := f.fill(t, want)
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
	}
	if size < 0 {
		size = len(f.in)
	}
	return f.take(size), nil
}

// line reads a line, of at most size bytes if that isn't negative.
func (f *fileObject) line(t *object.Thread, size int) (starlark.Value, error) {
	for seen := 0; ; {
		if i := bytes.IndexByte(f.in[seen:], '\n'); i >= 0 {
			n := seen + i + 1
			if size >= 0 {
				n = min(n, size)
			}
			return f.take(n), nil
		}
		if size >= 0 && len(f.in) >= size {
			return f.take(size), nil
		}
		seen = len(f.in)
		more, err := f.fill(t, f.chunk())
		if err != nil {
			return nil, err
		}
		if !more {
			return f.take(len(f.in)), nil
		}
	}
}

// readline is f.readline(size=-1).
func (f *fileObject) readline(t *object.Thread, a []starlark.Value) (starlark.Value, error) {
	size, err := sizeOf(t, a)
	if err != nil {
		return nil, err
	}
	return f.line(t, size)
}

// readlines is f.readlines(sizehint=0).
func (f *fileObject) readlines(t *object.Thread, a []starlark.Value) (starlark.Value, error) {
	hint, err := sizeOf(t, a)
	if err != nil {
		return nil, err
	}
	var list []starlark.Value
	for total := 0; ; {
		line, err := f.line(t, -1)
		if err != nil {
			return nil, err
		}
		n := len(line.(starlark.String))
		if n == 0 {
			break
		}
		list = append(list, line)
		if total += n; hint > 0 && total >= hint {
			break
		}
	}
	return f.m.rt.List(list), nil
}

func (f *fileObject) next(t *object.Thread, _ []starlark.Value) (starlark.Value, error) {
	v, err := f.NextValue(t)
	if v == nil && err == nil {
		err = object.StopIteration.New()
	}
	return v, err
}

// NextValue returns the next line, nil at the end.
func (f *fileObject) NextValue(t *object.Thread) (starlark.Value, error) {
	line, err := f.line(t, -1)
	if err != nil || len(line.(starlark.String)) == 0 {
		return nil, err
	}
	return line, nil
}

// write is f.write(data); what isn't a str is made one.
func (f *fileObject) write(t *object.Thread, a []starlark.Value) (starlark.Value, error) {
	data, err := f.text(t, a[0])
	if err != nil || len(data) == 0 {
		return starlark.None, err
	}
	f.out = append(f.out, data...)
	if f.size == 0 || f.size == 1 && bytes.IndexByte(data, '\n') >= 0 || f.size > 1 && len(f.out) >= f.size {
		return starlark.None, f.flush(t)
	}
	return starlark.None, nil
}

// text is str(v).
func (f *fileObject) text(t *object.Thread, v starlark.Value) ([]byte, error) {
	switch v := v.(type) {
	case starlark.String:
		return []byte(v), nil
	case *object.Text:
		return object.EncodeASCII(v)
	}
	s, err := t.Call(object.TypesOf(syntax.Python2).Str, v)
	if err != nil {
		return nil, err
	}
	b, _ := s.(starlark.String)
	return []byte(b), nil
}

// writelines is f.writelines(list).
func (f *fileObject) writelines(t *object.Thread, a []starlark.Value) (starlark.Value, error) {
	list, err := object.Elements(t, a[0])
	if err != nil {
		return nil, err
	}
	for _, v := range list {
		data, err := f.text(t, v)
		if err != nil {
			return nil, err
		}
		f.out = append(f.out, data...)
	}
	if f.size <= 1 || len(f.out) >= f.size {
		return starlark.None, f.flush(t)
	}
	return starlark.None, nil
}

// flush sends what was written. What can't be sent stays.
func (f *fileObject) flush(t *object.Thread) error {
	for len(f.out) > 0 {
		if f.sock == nil {
			return object.AttributeError.Errorf("'NoneType' object has no attribute 'sendall'")
		}
		n := min(len(f.out), max(f.chunk(), fileBuffer))
		var err error
		if f.direct != nil {
			err = f.m.fail(f.direct.sendWhole(t, f.out[:n], 0))
		} else {
			_, err = f.m.method(t, f.sock, "sendall", starlark.String(f.out[:n]))
		}
		if err != nil {
			return err
		}
		f.out = f.out[n:]
	}
	f.out = nil
	return nil
}

func (f *fileObject) close(t *object.Thread) (err error) {
	if f.sock == nil {
		return nil
	}
	err = f.flush(t)
	if f.res != nil {
		f.res.Untrack()
		f.res = nil
	}
	sock := f.sock
	f.sock, f.direct = nil, nil
	if s, ok := sock.(*Socket); ok && !f.shut {
		_ = s.give()
	} else if f.shut {
		if _, cerr := f.m.method(t, sock, "close"); cerr != nil && err == nil {
			err = cerr
		}
	}
	return err
}

// drop sends what was written and lets the socket go. Without a thread it doesn't
// wait: what the peer doesn't take at once is sent behind its back.
func (o *outlet) drop(t *object.Thread) {
	s := o.direct
	if s == nil {
		return
	}
	sent := 0
	if len(o.out) > 0 {
		sent, _ = s.fd.SendAll(new(netfd.Waiter), netfd.AtOnce, o.out, 0)
	}
	rest := o.out[sent:]
	if len(rest) == 0 || s.until() == netfd.AtOnce {
		o.letGo()
		return
	}
	if t != nil {
		_, _ = s.fd.SendAll(t.Waiter, s.until(), rest, 0)
		o.letGo()
		return
	}
	go func() {
		w := new(netfd.Waiter)
		defer w.Close()
		_, _ = s.fd.SendAll(w, s.until(), rest, 0)
		o.letGo()
	}()
}

func (o *outlet) letGo() {
	if !o.shut {
		_ = o.direct.give()
	}
	o.direct.m.rt.Dropped()
}

func (f *fileObject) fileno(t *object.Thread, _ []starlark.Value) (starlark.Value, error) {
	if f.sock == nil {
		return nil, object.AttributeError.Errorf("'NoneType' object has no attribute 'fileno'")
	}
	return f.m.method(t, f.sock, "fileno")
}

// Class returns _fileobject.
func (f *fileObject) Class() *object.Class { return f.m.fileClass }

// Type returns "_fileobject".
func (f *fileObject) Type() string { return "_fileobject" }

// Repr returns <socket._fileobject object at 0x...>.
func (f *fileObject) Repr(syntax.Dialect) string {
	return fmt.Sprintf("<socket._fileobject object at 0x%x>", object.ID(f))
}

// String returns the repr.
func (f *fileObject) String() string { return f.Repr(syntax.Python2) }

// Freeze does nothing.
func (f *fileObject) Freeze() {}

// Truth returns true.
func (f *fileObject) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (f *fileObject) Hash() (uint32, error) { return uint32(object.ID(f)), nil }

// PyHash returns a hash of the identity.
func (f *fileObject) PyHash() (uint64, error) { return object.ID(f), nil }

// Weak lets scripts have weak references to the file.
func (f *fileObject) Weak() (any, func() starlark.Value) { return object.WeakPointer(f) }

// Own returns an attribute of the file's own.
func (f *fileObject) Own(name string) starlark.Value {
	if f.dict != nil {
		if v := f.dict.GetString(name); v != nil {
			return v
		}
	}
	switch name {
	case "mode":
		return starlark.String(f.mode)
	case "bufsize", "_wbufsize":
		return starlark.MakeInt(f.size)
	case "_rbufsize":
		return starlark.MakeInt(f.chunk())
	case "softspace":
		return f.m.rt.Bool(false)
	case "_sock":
		if f.sock == nil {
			return starlark.None
		}
		return f.sock
	}
	return nil
}

// Attr returns an attribute or a method.
func (f *fileObject) Attr(name string) (starlark.Value, error) {
	if v := f.Own(name); v != nil {
		return v, nil
	}
	return object.BindAttr(f, name)
}

// AttrNames lists the attributes.
func (f *fileObject) AttrNames() []string {
	return append(f.m.fileClass.AttrNames(), "mode", "bufsize", "softspace", "_sock")
}

// SetField sets an attribute.
func (f *fileObject) SetField(name string, v starlark.Value) error {
	if f.m.fileClass.HasGetter(name) {
		return object.AttributeError.Errorf("can't set attribute")
	}
	if name == "_sock" {
		f.direct, _ = v.(*Socket)
		if f.sock = v; v == starlark.None {
			f.sock = nil
		}
		return nil
	}
	if f.dict == nil {
		f.dict = new(object.Dict)
	}
	f.dict.SetString(name, v)
	return nil
}

// Iterate gives the lines, for Go code.
func (f *fileObject) Iterate() starlark.Iterator { return &fileLines{f: f} }

type fileLines struct {
	f   *fileObject
	err error
}

func (l *fileLines) Next(p *starlark.Value) bool {
	v, err := l.f.NextValue(l.f.m.rt.Current())
	if l.err = err; v == nil || err != nil {
		return false
	}
	*p = v
	return true
}

func (l *fileLines) Done() {}

// Err returns what ended the lines.
func (l *fileLines) Err() error { return l.err }
