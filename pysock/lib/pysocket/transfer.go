//go:build unix

package pysocket

import (
	"math"

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
// plainInts recognize the usual ones, and all others take the long way.

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

// plainInts returns a size above zero and flags, if args are plain numbers that
// say so and there are no other arguments.
func plainInts(args starlark.Tuple, kwargs []starlark.Tuple) (size, flags int, ok bool) {
	if len(kwargs) > 0 || len(args) == 0 || len(args) > 2 {
		return 0, 0, false
	}
	size, ok = plainInt(args[0])
	if ok && len(args) > 1 {
		flags, ok = plainInt(args[1])
	}
	return size, flags, ok && size > 0
}

// plainInt returns an int that is a C int and not below zero.
func plainInt(v starlark.Value) (int, bool) {
	n, ok := v.(starlark.Int)
	if !ok {
		return 0, false
	}
	i, ok := n.Int64()
	return int(i), ok && i >= 0 && i <= math.MaxInt32
}

// plainData returns what is to be sent, and flags, if args are of the usual types.
func (s *Socket) plainData(args starlark.Tuple, kwargs []starlark.Tuple) (data []byte, flags int, ok bool) {
	if len(kwargs) > 0 || len(args) == 0 || len(args) > 2 {
		return nil, 0, false
	}
	data, ok = s.native(args[0])
	if ok && len(args) > 1 {
		flags, ok = plainInt(args[1])
	}
	return data, flags, ok
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
	if data, flags, ok := s.plainData(args, kwargs); ok {
		return s.sendData(t, data, flags)
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
	if data, flags, ok := s.plainData(args, kwargs); ok {
		return starlark.None, s.m.fail(s.sendWhole(t, data, flags))
	}
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
	send := s.fd.SendAll
	if s.typ != unix.SOCK_STREAM { // a message, all of it or nothing
		send = s.fd.Send
	}
	for {
		n, err := send(t.Waiter, d, data, flags)
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
	a, err := s.destination(t, "sendto", to)
	if err != nil {
		return nil, err
	}
	n, err := s.fd.SendTo(t.Waiter, s.deadline(flags), data, flags, &a)
	if err != nil {
		return nil, s.m.fail(err)
	}
	return starlark.MakeInt(n), nil
}

// roomSize is how large the module's own buffer is.
const roomSize = 16 << 10

// loan is a buffer of n bytes to receive into: a Python string is made of what
// came, not of what would have had room.
func (m *module) loan(n int) netfd.Loan {
	l := netfd.Loan{Size: n}
	if n <= roomSize {
		if m.room == nil {
			m.room = make([]byte, roomSize)
		}
		l.Common = m.room[:n]
	}
	return l
}

// take makes a byte string of the first n bytes of a buffer on loan, and gives
// the buffer back; or, where it is large and well filled, makes it the string.
func (m *module) take(l *netfd.Loan, n int) starlark.Value {
	if n < 4096 || n < l.Size/2 || n > l.Size || l.Size <= roomSize {
		v := m.rt.Bytes(received(l.Buffer(), n))
		l.Return()
		return v
	}
	return m.rt.TakeBytes(l.Keep()[:n])
}

// received returns the n bytes that were received into p. With MSG_TRUNC it may be
// told of more than there was room for: nobody knows the rest.
func received(p []byte, n int) []byte {
	if n > len(p) {
		return append(p[:len(p):len(p)], make([]byte, n-len(p))...)
	}
	return p[:n]
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
	if size, flags, ok := plainInts(args, kwargs); ok {
		return s.recvBytes(t, size, flags)
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
	l := s.m.loan(size)
	if flags&unix.MSG_WAITALL != 0 { // it may fill the buffer in more than one call
		l.Take()
		n, err := s.receive(t, l.Buffer(), flags)
		if err != nil {
			l.Return()
			return nil, s.m.fail(err)
		}
		return s.m.take(&l, n), nil
	}
	n, err := s.fd.RecvLent(t.Waiter, s.deadline(flags), &l, flags)
	if err != nil {
		return nil, s.m.fail(err)
	}
	return s.m.take(&l, n), nil
}

// receive is recv(2), which on a blocking stream with MSG_WAITALL waits for
// all of p.
func (s *Socket) receive(t *object.Thread, p []byte, flags int) (int, error) {
	d := s.deadline(flags)
	n, err := s.fd.Recv(t.Waiter, d, p, flags)
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
	if size, flags, ok := plainInts(args, kwargs); ok {
		return s.recvBytesFrom(t, size, flags)
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
	l := s.m.loan(size)
	var from netfd.Addr
	n, err := s.fd.RecvFromLent(t.Waiter, s.deadline(flags), &l, flags, &from)
	if err != nil {
		return nil, s.m.fail(err)
	}
	return starlark.Tuple{s.m.take(&l, n), s.addressValue(&from)}, nil
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
	if len(args) == 1 && len(kwargs) == 0 {
		if p, ok := builtins.WritableBytes(args[0]); ok {
			return p, 0, nil
		}
	}
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
