//go:build unix

package pysocket

import (
	"errors"
	"fmt"
	"runtime"
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// Python 3's makefile: buffers and text over a SocketIO.

// A SocketIO is a raw file over a socket, or over what stands for one.
type SocketIO struct {
	m        *module
	sock     starlark.Value // nil when closed
	direct   *Socket        // sock, if no script can have changed its methods
	mode     string
	reads    bool
	writes   bool
	timedOut bool
	dict     *object.Dict
}

var (
	_ file.Raw             = (*SocketIO)(nil)
	_ object.Attributed    = (*SocketIO)(nil)
	_ object.Reprer        = (*SocketIO)(nil)
	_ object.WeakReferent  = (*SocketIO)(nil)
	_ starlark.HasSetField = (*SocketIO)(nil)
)

// makefile is sock.makefile(mode='r', buffering=None, *, encoding=None,
// errors=None, newline=None): a file over the socket. It raises ValueError for
// a mode of other letters than r, w and b. (Library reference.)
func (s *Socket) makefile(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return s.m.fileOver(t, s, args, kwargs)
}

func (m *module) fileOver(t *object.Thread, s *Socket, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a, err := m.pyArgs("socket.makefile", 1, args, kwargs, 0, 2, "mode", "buffering", "encoding", "errors", "newline")
	if err != nil {
		return nil, err
	}
	mode := "r"
	if a[0] != nil {
		var ok bool
		if mode, ok = object.AsText(a[0]); !ok {
			return nil, object.TypeError.Errorf("'%s' object is not iterable", object.TypeName(a[0]))
		}
	}
	if strings.Trim(mode, "rwb") != "" {
		return nil, object.ValueError.Errorf("invalid mode %s (only r, w, b allowed)", m.rt.Repr(a[0]))
	}
	writes := strings.Contains(mode, "w")
	reads := strings.Contains(mode, "r") || !writes
	binary := strings.Contains(mode, "b")
	buffering := -1
	if a[1] != nil && a[1] != starlark.None {
		if err := intArg(t, a[1], &buffering); err != nil {
			return nil, err
		}
	}
	if buffering == 0 && !binary {
		return nil, object.ValueError.Errorf("unbuffered streams must be binary")
	}
	rawMode := ""
	if reads {
		rawMode = "r"
	}
	if writes {
		rawMode += "w"
	}
	raw := m.newSocketIO(s.self(), rawMode)
	s.mu.Lock()
	s.files++
	s.mu.Unlock()
	if buffering < 0 {
		buffering = file.BufferSize
	}
	if buffering == 0 {
		return raw, nil
	}
	cs := file.ClassesOf(m.rt.Dialect)
	var below starlark.Value
	if reads && writes {
		if below, err = t.Call(cs.Pair, raw, raw, starlark.MakeInt(buffering)); err != nil {
			return nil, err
		}
	} else {
		below = file.NewBuffered(m.rt, raw, reads, writes, buffering)
	}
	if binary {
		return below, nil
	}
	textArgs := []starlark.Tuple{}
	for i, name := range []string{"encoding", "errors", "newline"} {
		if a[2+i] != nil {
			textArgs = append(textArgs, starlark.Tuple{m.rt.Str(name), a[2+i]})
		}
	}
	text, err := starlark.Call(t.Star, cs.Text, starlark.Tuple{below}, textArgs)
	if err != nil {
		return nil, err
	}
	return text, object.SetAttr(m.rt, text, "mode", m.rt.Str(mode))
}

// newSocketIOClass makes the class SocketIO.
func (m *module) newSocketIOClass() *object.Class {
	c := object.NewClass("socket", "SocketIO", file.ClassesOf(m.rt.Dialect).RawIOBase)
	c.Doc = "Raw I/O over a socket."
	c.Methods = make(map[string]object.Method)
	for name, f := range map[string]func(r *SocketIO, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error){
		"readinto": (*SocketIO).readinto,
		"write":    (*SocketIO).write,
		"close": func(r *SocketIO, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.None, r.Close(t)
		},
		"fileno": (*SocketIO).fileno,
		"readable": func(r *SocketIO, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return m.rt.Bool(r.reads), r.check()
		},
		"writable": func(r *SocketIO, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return m.rt.Bool(r.writes), r.check()
		},
		"seekable": func(r *SocketIO, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return m.rt.Bool(false), r.check()
		},
	} {
		c.Methods[name] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			r, ok := object.Unwrap(self).(*SocketIO)
			if !ok {
				return nil, object.TypeError.Errorf("descriptor '%s' for 'socket.SocketIO' objects doesn't apply to a '%s' object", name, object.TypeName(self))
			}
			v, err := f(r, t, args, kwargs)
			runtime.KeepAlive(r)
			return v, err
		}
	}
	c.Getters = map[string]func(starlark.Value) (starlark.Value, error){
		"closed": func(self starlark.Value) (starlark.Value, error) {
			return m.rt.Bool(object.Unwrap(self).(*SocketIO).sock == nil), nil
		},
		"mode": func(self starlark.Value) (starlark.Value, error) {
			return m.rt.Str(object.Unwrap(self).(*SocketIO).mode), nil
		},
		"name": func(self starlark.Value) (starlark.Value, error) {
			r := object.Unwrap(self).(*SocketIO)
			if r.sock == nil {
				return starlark.MakeInt(-1), nil
			}
			return m.method(m.rt.Current(), r.sock, "fileno")
		},
	}
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		a, err := m.pyArgs("SocketIO.__init__", 1, args, kwargs, 2, 2, "sock", "mode")
		if err != nil {
			return nil, err
		}
		mode, _ := object.AsText(a[1])
		switch mode {
		case "r", "w", "rw", "rb", "wb", "rwb":
			return m.newSocketIO(a[0], mode), nil
		}
		return nil, object.ValueError.Errorf("invalid mode: %s", m.rt.Repr(a[1]))
	}
	return c
}

func (m *module) newSocketIO(sock starlark.Value, mode string) *SocketIO {
	if !strings.HasSuffix(mode, "b") {
		mode += "b"
	}
	r := &SocketIO{m: m, sock: sock, mode: mode, reads: strings.Contains(mode, "r"), writes: strings.Contains(mode, "w")}
	if s, ok := object.Unwrap(sock).(*Socket); ok && s.class == m.class && !s.overridden("recv_into", "send", "_decref_socketios") {
		r.direct = s
	}
	return r
}

func (r *SocketIO) check() error {
	if r.sock == nil {
		return object.ValueError.Errorf("I/O operation on closed socket.")
	}
	return nil
}

// ReadInto is readinto for a buffer. After a timeout nobody knows what was
// lost, so nothing can be read any more.
func (r *SocketIO) ReadInto(t *object.Thread, p []byte) (n int, err error) {
	switch {
	case r.sock == nil:
		return 0, object.ValueError.Errorf("I/O operation on closed file.")
	case !r.reads:
		return 0, object.UnsupportedOperation.Errorf("File or stream is not readable.")
	case r.timedOut:
		return 0, object.OSError.Errorf("cannot read from timed out object")
	}
	if s := r.direct; s != nil {
		n, err = s.receive(t, p, 0)
		runtime.KeepAlive(s)
		err = s.m.fail(err)
	} else {
		b := builtins.NewBytearray(r.m.rt.Dialect, make([]byte, len(p)))
		n, err = r.number(r.m.method(t, r.sock, "recv_into", builtins.NewMemoryview(r.m.rt.Dialect, b, b)))
		if err == nil {
			copy(p, b.B[:min(n, len(b.B))])
		}
	}
	if err != nil && object.Is(err, object.TimeoutError, syntax.Python3) {
		r.timedOut = true
	}
	return n, r.blocked(t, err)
}

// number is what a method returned that returns how many bytes.
func (r *SocketIO) number(v starlark.Value, err error) (int, error) {
	if err != nil {
		return 0, err
	}
	n := 0
	if err := intArg(r.m.rt.Current(), v, &n); err != nil {
		return 0, err
	}
	if n < 0 {
		return 0, object.IOError.Errorf("raw method returned invalid length %d", n)
	}
	return n, nil
}

// blocked turns EAGAIN into what a raw file answers.
func (r *SocketIO) blocked(t *object.Thread, err error) error {
	if err == nil {
		return nil
	}
	var raised *object.Raised
	if errors.As(err, &raised) && raised.Errno() == unix.EAGAIN {
		return file.ErrWouldBlock
	}
	if object.Is(err, object.OSError, syntax.Python3) {
		v, aerr := r.m.rt.Attr(t.Exception(err), "errno")
		n := 0
		if aerr == nil && starlark.AsInt(v, &n) == nil && (unix.Errno(n) == unix.EAGAIN || unix.Errno(n) == unix.EWOULDBLOCK) {
			return file.ErrWouldBlock
		}
	}
	return err
}

// Write is write for a buffer.
func (r *SocketIO) Write(t *object.Thread, p []byte) (n int, err error) {
	switch {
	case r.sock == nil:
		return 0, object.ValueError.Errorf("I/O operation on closed file.")
	case !r.writes:
		return 0, object.UnsupportedOperation.Errorf("File or stream is not writable.")
	}
	if s := r.direct; s != nil {
		n, err = s.sendSome(t, p, 0)
		runtime.KeepAlive(s)
		err = s.m.fail(err)
	} else {
		n, err = r.number(r.m.method(t, r.sock, "send", r.m.rt.Bytes(p)))
	}
	return n, r.blocked(t, err)
}

// Close closes the file. The socket closes when it and all files of it are.
func (r *SocketIO) Close(t *object.Thread) error {
	sock := r.sock
	if sock == nil {
		return nil
	}
	r.sock = nil
	if s := r.direct; s != nil {
		r.direct = nil
		return s.fileClosed(t)
	}
	_, err := r.m.method(t, sock, "_decref_socketios")
	return err
}

// Referents visits the socket.
func (r *SocketIO) Referents(visit func(starlark.Value)) { visit(r.sock) }

// Drop ends a file that nobody refers to any more. It is called without the
// interpreter's lock: p is what a buffer holds back.
func (r *SocketIO) Drop(p []byte) {
	s := r.direct
	if s == nil || r.sock == nil {
		return
	}
	if len(p) > 0 {
		_, _ = s.fd.SendAll(new(netfd.Waiter), netfd.AtOnce, p, 0)
	}
	r.sock, r.direct = nil, nil
	if s.oneFileLess() && !s.overridden("_real_close") {
		_ = s.end()
	}
	s.m.rt.Dropped()
}

// Closed reports whether Close was called.
func (r *SocketIO) Closed() bool { return r.sock == nil }

// readinto is f.readinto(b): how many bytes were put into b, None if it would
// have to wait.
func (r *SocketIO) readinto(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a, err := r.m.pyArgs("SocketIO.readinto", 1, args, kwargs, 1, 1, "b")
	if err != nil {
		return nil, err
	}
	p, ok := builtins.WritableBytes(a[0])
	if !ok && r.sock != nil && r.reads {
		return nil, object.TypeError.Errorf("recv_into() argument 1 must be read-write bytes-like object, not %s", object.TypeName(a[0]))
	}
	return r.count(r.ReadInto(t, p))
}

func (r *SocketIO) count(n int, err error) (starlark.Value, error) {
	if err == file.ErrWouldBlock {
		return starlark.None, nil
	}
	return starlark.MakeInt(n), err
}

// write is f.write(b): how many bytes were sent, None if it would have to wait.
func (r *SocketIO) write(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a, err := r.m.pyArgs("SocketIO.write", 1, args, kwargs, 1, 1, "b")
	if err != nil {
		return nil, err
	}
	p, err := t.Buffer("send", 0, a[0])
	if err != nil {
		return nil, err
	}
	return r.count(r.Write(t, p))
}

func (r *SocketIO) fileno(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if r.sock == nil {
		return nil, object.ValueError.Errorf("I/O operation on closed file.")
	}
	return r.m.method(t, r.sock, "fileno")
}

// Class returns SocketIO.
func (r *SocketIO) Class() *object.Class { return r.m.socketIO }

// Type returns "SocketIO".
func (r *SocketIO) Type() string { return "SocketIO" }

// Repr returns <socket.SocketIO object at 0x...>.
func (r *SocketIO) Repr(syntax.Dialect) string {
	return fmt.Sprintf("<socket.SocketIO object at 0x%x>", object.ID(r))
}

// String returns the repr.
func (r *SocketIO) String() string { return r.Repr(syntax.Python3) }

// Freeze does nothing.
func (r *SocketIO) Freeze() {}

// Truth returns true.
func (r *SocketIO) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (r *SocketIO) Hash() (uint32, error) { return uint32(object.ID(r)), nil }

// PyHash returns a hash of the identity.
func (r *SocketIO) PyHash() (uint64, error) { return object.ID(r), nil }

// Weak lets scripts have weak references to the file.
func (r *SocketIO) Weak() (any, func() starlark.Value) { return object.WeakPointer(r) }

// Own returns an attribute that a script has set.
func (r *SocketIO) Own(name string) starlark.Value {
	if r.dict == nil {
		return nil
	}
	return r.dict.GetString(name)
}

// Attr returns an attribute or a method.
func (r *SocketIO) Attr(name string) (starlark.Value, error) {
	if v := r.Own(name); v != nil {
		return v, nil
	}
	return object.BindAttr(r, name)
}

// AttrNames lists the attributes.
func (r *SocketIO) AttrNames() []string { return r.m.socketIO.AttrNames() }

// SetField sets an attribute.
func (r *SocketIO) SetField(name string, v starlark.Value) error {
	if r.m.socketIO.HasGetter(name) {
		return object.AttributeError.Errorf("property '%s' of 'SocketIO' object has no setter", name)
	}
	if r.dict == nil {
		r.dict = new(object.Dict)
	}
	r.dict.SetString(name, v)
	return nil
}
