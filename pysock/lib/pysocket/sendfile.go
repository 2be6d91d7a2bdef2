//go:build unix

package pysocket

import (
	"strings"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// Python 3's sendfile: by sendfile(2) where the file is one on a disk, else by
// reading and sending.

// A fileSend is the arguments of sendfile.
type fileSend struct {
	file   starlark.Value
	offset int64
	count  int64 // -1 for all
}

// sendfileArgs takes (file, offset=0, count=None) and checks it as
// _check_sendfile_params does.
func (s *Socket) sendfileArgs(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (*fileSend, error) {
	a, err := s.m.pyArgs("socket."+name, 1, args, kwargs, 1, 3, "file", "offset", "count")
	if err != nil {
		return nil, err
	}
	f := &fileSend{file: a[0], count: -1}
	if mode, err := s.m.rt.Attr(f.file, "mode"); err == nil {
		if text, ok := object.AsText(mode); ok && !strings.Contains(text, "b") {
			return nil, object.ValueError.Errorf("file should be opened in binary mode")
		}
	}
	if s.typ&unix.SOCK_STREAM == 0 {
		return nil, object.ValueError.Errorf("only SOCK_STREAM type sockets are supported")
	}
	if a[1] != nil {
		if f.offset, err = t.Int(a[1]); err != nil {
			return nil, err
		}
	}
	if a[2] != nil && a[2] != starlark.None {
		if _, ok := object.AsInt(a[2]); !ok {
			return nil, object.TypeError.Errorf("count must be a positive integer (got %s)", s.m.rt.Repr(a[2]))
		}
		if f.count, err = t.Int(a[2]); err != nil {
			return nil, err
		}
		if f.count <= 0 {
			return nil, object.ValueError.Errorf("count must be a positive integer (got %s)", s.m.rt.Repr(a[2]))
		}
	}
	return f, nil
}

// checkSendfile is sock._check_sendfile_params(file, offset, count).
func (s *Socket) checkSendfile(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	_, err := s.sendfileArgs(t, "_check_sendfile_params", args, kwargs)
	return starlark.None, err
}

// sendfile is sock.sendfile(file, offset=0, count=None): how many bytes were
// sent, until the file's end or count. The file's position is moved behind
// them. ValueError for a file that isn't binary and for a socket that isn't
// blocking. (Library reference; sendfile(2).)
func (s *Socket) sendfile(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	v, err := s.sendfileUseSendfile(t, args, kwargs)
	if object.Is(err, giveUpKind, syntax.Python3) {
		return s.sendfileUseSend(t, args, kwargs)
	}
	return v, err
}

// giveUpKind is what _sendfile_use_sendfile raises when sendfile(2) can't do it.
var giveUpKind = object.NewKind("socket", "_GiveupOnSendfile", object.Exc, object.Exc)

// sendfileUseSendfile is sock._sendfile_use_sendfile(file, offset=0,
// count=None).
func (s *Socket) sendfileUseSendfile(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	f, err := s.sendfileArgs(t, "_sendfile_use_sendfile", args, kwargs)
	if err != nil {
		return nil, err
	}
	v, err := s.m.method(t, f.file, "fileno")
	if err != nil {
		return nil, giveUpKind.New(t.Exception(err))
	}
	in := 0
	if err := intArg(t, v, &in); err != nil {
		return nil, err
	}
	var st unix.Stat_t
	if err := unix.Fstat(in, &st); err != nil {
		return nil, giveUpKind.New(t.Exception(s.m.fail(err)))
	}
	if st.Size == 0 {
		return starlark.MakeInt(0), nil
	}
	if s.timeout == 0 {
		return nil, object.ValueError.Errorf("non-blocking sockets are not supported")
	}
	offset, sent := f.offset, int64(0)
	seek := func() {
		if sent > 0 && hasAttr(s.m.rt, f.file, "seek") {
			_, _ = s.m.method(t, f.file, "seek", starlark.MakeInt64(offset))
		}
	}
	block := int64(1 << 30)
	for f.count < 0 || sent < f.count {
		want := block
		if f.count >= 0 {
			want = min(want, f.count-sent)
		}
		n, err := s.fd.SendFile(t.Waiter, s.until(), in, &offset, int(want))
		switch {
		case err != nil && sent == 0 && err != netfd.ErrTimeout && isErrno(err):
			return nil, giveUpKind.New(t.Exception(s.m.fail(err)))
		case err != nil:
			seek()
			return nil, s.m.fail(err)
		}
		if n == 0 {
			break
		}
		sent += int64(n)
	}
	seek()
	return starlark.MakeInt64(sent), nil
}

func isErrno(err error) bool {
	_, ok := err.(unix.Errno)
	return ok
}

func hasAttr(rt *object.Runtime, v starlark.Value, name string) bool {
	_, err := rt.Attr(v, name)
	return err == nil
}

// sendfileUseSend is sock._sendfile_use_send(file, offset=0, count=None).
func (s *Socket) sendfileUseSend(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	f, err := s.sendfileArgs(t, "_sendfile_use_send", args, kwargs)
	if err != nil {
		return nil, err
	}
	if s.timeout == 0 {
		return nil, object.ValueError.Errorf("non-blocking sockets are not supported")
	}
	seeks := hasAttr(s.m.rt, f.file, "seek")
	if f.offset != 0 {
		if _, err := s.m.method(t, f.file, "seek", starlark.MakeInt64(f.offset)); err != nil {
			return nil, err
		}
	}
	sent := int64(0)
	err = func() error {
		for f.count < 0 || sent < f.count {
			want := int64(8192)
			if f.count >= 0 {
				want = min(want, f.count-sent)
			}
			v, err := s.m.method(t, f.file, "read", starlark.MakeInt64(want))
			if err != nil {
				return err
			}
			data, err := t.Buffer("send", 0, v)
			if err != nil || len(data) == 0 {
				return err
			}
			for len(data) > 0 {
				n, err := s.sendSome(t, data, 0)
				if err != nil {
					return s.m.fail(err)
				}
				sent += int64(n)
				data = data[n:]
			}
		}
		return nil
	}()
	if sent > 0 && seeks {
		if _, err := s.m.method(t, f.file, "seek", starlark.MakeInt64(f.offset+sent)); err != nil {
			return nil, err
		}
	}
	if err != nil {
		return nil, err
	}
	return starlark.MakeInt64(sent), nil
}
