//go:build unix

package pysocket

import (
	"math"
	"sync"
	"unsafe"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// The methods here raise OSError for what the system reports (send(2),
// recv(2)), timeout when the socket's timeout passes, and OSError EAGAIN
// (BlockingIOError) on a non-blocking socket that would have to wait.

// dataArg converts what is to be sent: bytes-like; in Python 2 also unicode
// that is ASCII. It doesn't copy.
func dataArg(name string, dst *[]byte) object.ConverterFunc {
	return func(t *object.Thread, v starlark.Value) (err error) {
		switch v := v.(type) {
		case starlark.Bytes:
			*dst = readonly(string(v))
		case starlark.String:
			if t.RT.Dialect != syntax.Python3 {
				*dst = readonly(string(v)) // its strings are bytes
			} else {
				*dst, err = t.Buffer(name, 0, v)
			}
		default:
			*dst, err = t.Buffer(name, 0, v)
			if v == starlark.None && t.RT.Dialect == syntax.Python2 {
				err = object.TypeError.Errorf("%s() argument 1 must be string or buffer, not None", name)
			}
		}
		return err
	}
}

// What runs for each packet shouldn't allocate for its arguments: native and
// plainSize recognize the usual ones, and all others take the long way.

// native returns the bytes of a value of the dialect's own type for them.
func (s *Socket) native(v starlark.Value) ([]byte, bool) {
	switch v := v.(type) {
	case starlark.Bytes:
		return readonly(string(v)), true
	case starlark.String:
		return readonly(string(v)), s.m.rt.Dialect != syntax.Python3
	}
	return nil, false
}

// plainSize returns the buffer size that is the only argument.
func plainSize(args starlark.Tuple, kwargs []starlark.Tuple) (int, bool) {
	if len(args) != 1 || len(kwargs) > 0 {
		return 0, false
	}
	n, ok := args[0].(starlark.Int)
	if !ok {
		return 0, false
	}
	i, ok := n.Int64()
	return int(i), ok && i > 0 && i <= math.MaxInt32
}

// deadline returns until when a call with these flags may wait.
func (s *Socket) deadline(flags int) netfd.Deadline {
	if flags&neverWaits != 0 && s.timeout < 0 {
		return netfd.AtOnce
	}
	return s.until()
}

// send is sock.send(data[, flags]): how many bytes were sent, which may be
// fewer than there are unless the socket is blocking.
func (s *Socket) send(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) == 1 && len(kwargs) == 0 {
		if data, ok := s.native(args[0]); ok {
			return s.sendData(t, data, 0)
		}
	}
	var data []byte
	flags := 0
	if err := object.Positional(t, "send", args, kwargs, 1, dataArg("send", &data), &flags); err != nil {
		return nil, err
	}
	return s.sendData(t, data, flags)
}

func (s *Socket) sendData(t *object.Thread, data []byte, flags int) (starlark.Value, error) {
	n, err := s.sendSome(t, data, flags)
	if err != nil {
		return nil, s.m.fail(err)
	}
	return starlark.MakeInt(n), nil
}

// sendSome is send(2), which on a blocking stream goes on until all is sent.
func (s *Socket) sendSome(t *object.Thread, data []byte, flags int) (int, error) {
	d := s.deadline(flags)
	if d != netfd.Forever || s.typ != unix.SOCK_STREAM {
		return s.fd.Send(t.Waiter, d, data, flags)
	}
	n, err := s.fd.SendAll(t.Waiter, d, data, flags)
	if _, isErrno := err.(unix.Errno); isErrno && n > 0 { // the next call will tell
		err = nil
	}
	return n, err
}

// sendall is sock.sendall(data[, flags]): it sends all, within the timeout. If
// it fails nobody knows how much was sent.
func (s *Socket) sendall(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var data []byte
	flags := 0
	if err := object.Positional(t, "sendall", args, kwargs, 1, dataArg("sendall", &data), &flags); err != nil {
		return nil, err
	}
	return starlark.None, s.m.fail(s.sendWhole(t, data, flags))
}

// sendWhole sends all. A signal whose handler raised nothing doesn't end it, in
// Python 2 neither.
func (s *Socket) sendWhole(t *object.Thread, data []byte, flags int) error {
	d := s.deadline(flags)
	for {
		n, err := s.fd.SendAll(t.Waiter, d, data, flags)
		if err != unix.EINTR && err != netfd.ErrInterrupted {
			return err
		}
		data = data[n:]
	}
}

// sendto is sock.sendto(data[, flags], address): how many bytes were sent.
func (s *Socket) sendto(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) == 2 && len(kwargs) == 0 {
		if data, ok := s.native(args[0]); ok {
			return s.sendDataTo(t, data, 0, args[1])
		}
	}
	var data []byte
	var to starlark.Value
	flags := 0
	var err error
	switch {
	case len(args) == 2:
		err = object.Positional(t, "sendto", args, kwargs, 2, dataArg("sendto", &data), &to)
	case len(args) == 3:
		err = object.Positional(t, "sendto", args, kwargs, 3, dataArg("sendto", &data), &flags, &to)
	default:
		err = object.TypeError.Errorf("sendto() takes 2 or 3 arguments (%d given)", len(args))
	}
	if err != nil {
		return nil, err
	}
	return s.sendDataTo(t, data, flags, to)
}

func (s *Socket) sendDataTo(t *object.Thread, data []byte, flags int, to starlark.Value) (starlark.Value, error) {
	a, err := s.addressArg(t, "sendto", to)
	if err != nil {
		return nil, err
	}
	n, err := s.fd.SendTo(t.Waiter, s.deadline(flags), data, flags, &a)
	if err != nil {
		return nil, s.m.fail(err)
	}
	return starlark.MakeInt(n), nil
}

// buffers are used again and again to receive into: a Python string is made
// of what came, not of what would have had room.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, 4096); return &b }}

// borrow returns a buffer of n bytes.
func borrow(n int) *[]byte {
	p := buffers.Get().(*[]byte)
	if cap(*p) < n {
		*p = make([]byte, n)
	}
	*p = (*p)[:n]
	return p
}

// loan borrows a buffer of n bytes into buf whenever it is taken.
func loan(buf **[]byte, n int) netfd.Loan {
	return netfd.Loan{
		Take: func() []byte {
			*buf = borrow(n)
			return **buf
		},
		Back: func() { giveBack(*buf) },
	}
}

// take makes a byte string of the first n bytes of a borrowed buffer, and gives
// the buffer back; or, where it is large and well filled, makes it the string.
func (s *Socket) take(p *[]byte, n int) starlark.Value {
	if n < 4096 || n < len(*p)/2 {
		v := s.m.rt.Bytes((*p)[:n])
		giveBack(p)
		return v
	}
	text := unsafe.String(unsafe.SliceData(*p), n)
	if s.m.rt.Dialect == syntax.Python3 {
		return starlark.Bytes(text)
	}
	return starlark.String(text)
}

func giveBack(p *[]byte) {
	if cap(*p) <= 1<<20 {
		buffers.Put(p)
	}
}

// sizeArg converts the size of a buffer. Python 2's is a C int.
func (s *Socket) sizeArg(dst *int) object.ConverterFunc {
	return func(t *object.Thread, v starlark.Value) error {
		var n int64
		var err error
		if s.m.py2() {
			err = intArg(t, v, dst)
			n = int64(*dst)
		} else {
			n, err = t.Int(v)
			if object.Is(err, object.OverflowError, syntax.Python3) {
				err = object.OverflowError.Errorf("Python int too large to convert to C ssize_t")
			}
		}
		switch {
		case err != nil:
			return err
		case n > math.MaxInt32:
			return object.MemoryError.New()
		}
		*dst = int(n)
		return nil
	}
}

func negative(name string) error {
	return object.ValueError.Errorf("negative buffersize in %s", name)
}

// recv is sock.recv(bufsize[, flags]): up to bufsize bytes; none at the end of
// a stream.
func (s *Socket) recv(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if size, ok := plainSize(args, kwargs); ok {
		return s.recvBytes(t, size, 0)
	}
	size, flags := 0, 0
	if err := object.Positional(t, "recv", args, kwargs, 1, s.sizeArg(&size), &flags); err != nil {
		return nil, err
	}
	switch {
	case size < 0:
		return nil, negative("recv")
	case size == 0 && !s.m.py2():
		return s.m.rt.Bytes(nil), nil
	}
	return s.recvBytes(t, size, flags)
}

func (s *Socket) recvBytes(t *object.Thread, size, flags int) (starlark.Value, error) {
	if flags&unix.MSG_WAITALL != 0 { // it may fill the buffer in more than one call
		buf := borrow(size)
		n, err := s.receive(t, *buf, flags)
		if err != nil {
			giveBack(buf)
			return nil, s.m.fail(err)
		}
		return s.take(buf, n), nil
	}
	var buf *[]byte
	n, err := s.fd.RecvLent(t.Waiter, s.deadline(flags), loan(&buf, size), flags)
	s.noteEnd(n, err)
	if err != nil {
		return nil, s.m.fail(err)
	}
	return s.take(buf, n), nil
}

// noteEnd tells that a stream has come to its end: scripts drop the socket soon.
func (s *Socket) noteEnd(n int, err error) {
	if n == 0 && err == nil && s.typ == unix.SOCK_STREAM && s.res != nil {
		s.res.MayDrop()
	}
}

// receive is recv(2), which on a blocking stream with MSG_WAITALL waits for
// all of p.
func (s *Socket) receive(t *object.Thread, p []byte, flags int) (int, error) {
	d := s.deadline(flags)
	n, err := s.fd.Recv(t.Waiter, d, p, flags)
	s.noteEnd(n, err)
	if d == netfd.Forever && s.typ == unix.SOCK_STREAM && flags&(unix.MSG_WAITALL|unix.MSG_PEEK) == unix.MSG_WAITALL {
		for err == nil && n > 0 && n < len(p) {
			var more int
			if more, err = s.fd.Recv(t.Waiter, d, p[n:], flags); more == 0 && err == nil {
				break
			}
			n += more
		}
		if _, isErrno := err.(unix.Errno); isErrno && n > 0 {
			err = nil
		}
	}
	return n, err
}

// recvfrom is sock.recvfrom(bufsize[, flags]): the bytes and the sender's
// address. What a datagram has beyond bufsize is lost.
func (s *Socket) recvfrom(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if size, ok := plainSize(args, kwargs); ok {
		return s.recvBytesFrom(t, size, 0)
	}
	size, flags := 0, 0
	if err := object.Positional(t, "recvfrom", args, kwargs, 1, s.sizeArg(&size), &flags); err != nil {
		return nil, err
	}
	if size < 0 {
		return nil, negative("recvfrom")
	}
	return s.recvBytesFrom(t, size, flags)
}

func (s *Socket) recvBytesFrom(t *object.Thread, size, flags int) (starlark.Value, error) {
	var buf *[]byte
	var from netfd.Addr
	n, err := s.fd.RecvFromLent(t.Waiter, s.deadline(flags), loan(&buf, size), flags, &from)
	if err != nil {
		return nil, s.m.fail(err)
	}
	return starlark.Tuple{s.take(buf, n), s.addressValue(&from)}, nil
}

// recvInto is sock.recv_into(buffer[, nbytes[, flags]]): how many bytes were
// put into the buffer.
func (s *Socket) recvInto(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	p, flags, err := s.intoArgs(t, "recv_into", "buffer too small for requested bytes", args, kwargs)
	if err != nil {
		return nil, err
	}
	n, err := s.receive(t, p, flags)
	if err != nil {
		return nil, s.m.fail(err)
	}
	return starlark.MakeInt(n), nil
}

// recvfromInto is sock.recvfrom_into(buffer[, nbytes[, flags]]): how many
// bytes, and the sender's address.
func (s *Socket) recvfromInto(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	p, flags, err := s.intoArgs(t, "recvfrom_into", "nbytes is greater than the length of the buffer", args, kwargs)
	if err != nil {
		return nil, err
	}
	var from netfd.Addr
	n, err := s.fd.RecvFrom(t.Waiter, s.deadline(flags), p, flags, &from)
	if err != nil {
		return nil, s.m.fail(err)
	}
	return starlark.Tuple{starlark.MakeInt(n), s.addressValue(&from)}, nil
}

// intoArgs takes (buffer, nbytes=0, flags=0) and returns the part to fill.
func (s *Socket) intoArgs(t *object.Thread, name, short string, args starlark.Tuple, kwargs []starlark.Tuple) (p []byte, flags int, err error) {
	size := 0
	into := object.ConverterFunc(func(t *object.Thread, v starlark.Value) error {
		b, ok := builtins.WritableBytes(v)
		if !ok {
			return object.TypeError.By(
				name+"() argument 1 must be read-write buffer, not "+object.TypeName(v),
				name+"() argument 1 must be read-write bytes-like object, not "+object.TypeName(v))
		}
		p = b
		return nil
	})
	err = object.Keywords(t, name, args, kwargs, 1, "buffer", into, "nbytes", s.sizeArg(&size), "flags", &flags)
	switch {
	case err != nil:
		return nil, 0, err
	case size < 0:
		return nil, 0, negative(name)
	case size > len(p):
		return nil, 0, object.ValueError.Errorf("%s", short)
	case size > 0:
		p = p[:size]
	}
	return p, flags, nil
}
