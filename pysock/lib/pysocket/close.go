//go:build unix

package pysocket

import (
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// How sockets end. Python 3 closes the descriptor when the socket and all files
// made of it are closed; Python 2 when nothing refers to it any more, closed
// sockets not counted.

// close is sock.close(). Whoever waits on the socket gets OSError EBADF.
func (s *Socket) close(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if _, err := s.m.pyArgs("socket.close", 1, args, kwargs, 0, 0); err != nil {
		return nil, err
	}
	return starlark.None, s.shut(t)
}

// shut is close. A class of a script's may have a _real_close of its own.
func (s *Socket) shut(t *object.Thread) error {
	if s.m.py2() {
		_ = s.give()
		s.core, s.closed = shutCore(), true
		return nil
	}
	if s.setClosed(true) > 0 {
		return nil
	}
	return s.finish(t)
}

// setClosed marks the socket, and returns how many files keep it open.
func (s *Socket) setClosed(closed bool) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed, s.closing = closed, closed
	return s.files
}

// finish is end, or the _real_close of a script's class.
func (s *Socket) finish(t *object.Thread) error {
	if s.overridden("_real_close") {
		_, err := s.m.method(t, s.self(), "_real_close")
		return err
	}
	return s.end()
}

// end closes the descriptor.
func (s *Socket) end() error {
	err := s.give()
	if err == unix.ECONNRESET {
		err = nil
	}
	return s.m.fail(err)
}

// rawClose is close of _socket.socket.
func (s *Socket) rawClose(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("socket", "close", args, kwargs); err != nil {
		return nil, err
	}
	if s.m.py2() { // the real socket: whoever else shares it loses it too
		_ = s.core.fd.Close()
		return starlark.None, nil
	}
	return starlark.None, s.end()
}

// realClose is sock._real_close().
func (s *Socket) realClose(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.None, s.end()
}

// decref is sock._decref_socketios(), which a file calls that was made by
// makefile and is closed.
func (s *Socket) decref(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.None, s.fileClosed(t)
}

func (s *Socket) fileClosed(t *object.Thread) error {
	if s.oneFileLess() {
		return s.finish(t)
	}
	return nil
}

// oneFileLess reports whether that was what kept the socket open.
func (s *Socket) oneFileLess() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.files > 0 {
		s.files--
	}
	return s.closing && s.files == 0
}

func (s *Socket) enter(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return s, nil
}

func (s *Socket) exit(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if s.closed {
		return starlark.None, nil
	}
	return starlark.None, s.shut(t)
}

// getstate raises TypeError: a socket can't be pickled.
func (s *Socket) getstate(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return nil, object.TypeError.Errorf("cannot pickle '%s' object", s.shown.ClassName)
}

// detach is sock.detach(): the descriptor, which the socket gives up.
func (s *Socket) detach(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if _, err := s.m.pyArgs("socket.detach", 1, args, kwargs, 0, 0); err != nil {
		return nil, err
	}
	s.setClosed(true)
	return s.letGo()
}

// rawDetach is detach of _socket.socket.
func (s *Socket) rawDetach(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("socket", "detach", args, kwargs); err != nil {
		return nil, err
	}
	return s.letGo()
}

func (s *Socket) letGo() (starlark.Value, error) {
	n, err := s.fd.Detach()
	if err != nil {
		n = -1
	}
	_ = s.give() // there is nothing to close
	return starlark.MakeInt(n), nil
}

// dup is sock.dup(): a socket of the same kind on a duplicate of the
// descriptor; in Python 2, another object for the same socket.
func (s *Socket) dup(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if _, err := s.m.pyArgs("socket.dup", 1, args, kwargs, 0, 0); err != nil {
		return nil, err
	}
	if s.m.py2() {
		if s.closed {
			return s.m.blankClosed(), nil
		}
		return s.m.wrap(s.m.class, s.core.share()), nil
	}
	return s.duplicate(s.class)
}

// rawDup is dup of Python 2's _socket.socket.
func (s *Socket) rawDup(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("socket", "dup", args, kwargs); err != nil {
		return nil, err
	}
	return s.duplicate(s.m.raw)
}

func (s *Socket) duplicate(class *object.Class) (starlark.Value, error) {
	fd, err := s.m.opening(func() (*netfd.FD, error) { return s.fd.Dup() })
	if err != nil {
		return nil, s.m.fail(err)
	}
	return s.m.wrap(class, newCore(fd, s.family, s.typ, s.protoc, s.timeout)), nil
}

// blankClosed is a Python 2 socket that is closed.
func (m *module) blankClosed() *Socket {
	s := m.blank(m.class)
	s.closed = true
	return s
}
