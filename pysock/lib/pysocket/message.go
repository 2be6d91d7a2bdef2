//go:build unix

package pysocket

import (
	"encoding/binary"

	"unsafe"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// Messages with ancillary data: sendmsg(2), recvmsg(2), cmsg(3).

// maxControl is the largest ancillary data that the kernel's structure can tell
// of: a C int, less the header of one item.
const maxControl = 1<<31 - 1

// cmsgLen is CMSG_LEN and cmsgSpace CMSG_SPACE, for a length that fits.
func cmsgLen(n int) int   { return unix.CmsgLen(n) }
func cmsgSpace(n int) int { return unix.CmsgSpace(n) }

// controlSize is socket.CMSG_LEN(length) and socket.CMSG_SPACE(length): the
// length of an item of ancillary data with its header, without and with padding
// behind it.
// CMSG_SPACE is refused where padding before and behind wouldn't fit.
func (m *module) controlSize(name string, size func(n int) int, room int) func(*object.Thread, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.Positional(t, name, args, kwargs, 1, &v); err != nil {
			return nil, err
		}
		n, err := ssize(t, v)
		switch {
		case err != nil:
			return nil, err
		case n < 0 || int(n) > maxControl-size(room):
			return nil, object.OverflowError.Errorf("%s() argument out of range", name)
		}
		return starlark.MakeInt(size(int(n))), nil
	}
}

// ssize converts to a C ssize_t.
func ssize(t *object.Thread, v starlark.Value) (int64, error) {
	n, err := t.Int(v)
	if t.Is(err, object.OverflowError) {
		err = object.OverflowError.Errorf("Python int too large to convert to C ssize_t")
	}
	return n, err
}

// A received message: what recvmsg and recvmsg_into have in common.
func (s *Socket) receiveMessage(t *object.Thread, name string, parts [][]byte, room int64, flags int) (n int, rest starlark.Tuple, err error) {
	if room < 0 || room > maxControl {
		return 0, nil, object.ValueError.Errorf("invalid ancillary data buffer length")
	}
	var from netfd.Addr
	msg := netfd.Message{Parts: parts, Control: make([]byte, room), Addr: &from}
	if n, err = s.fd.RecvMsg(t.Waiter, s.deadline(flags), &msg, flags); err != nil {
		return 0, nil, s.m.fail(err)
	}
	var items []starlark.Value
	for at := msg.Control; len(at) >= cmsgLen(0); {
		h := (*unix.Cmsghdr)(unsafe.Pointer(&at[0]))
		size := int(h.Len)
		if size < cmsgLen(0) {
			break
		}
		end := min(size, len(at))
		items = append(items, starlark.Tuple{
			starlark.MakeInt(int(h.Level)), starlark.MakeInt(int(h.Type)), s.m.rt.Bytes(at[cmsgLen(0):end]),
		})
		if next := cmsgSpace(size - cmsgLen(0)); next < len(at) {
			at = at[next:]
		} else {
			break
		}
	}
	return n, starlark.Tuple{s.m.rt.List(items), starlark.MakeInt(msg.Flags), s.addressValue(&from)}, nil
}

// recvmsg is sock.recvmsg(bufsize[, ancbufsize[, flags]]): (data, ancdata,
// msg_flags, address).
func (s *Socket) recvmsg(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var size, room int64
	flags := 0
	if err := object.Positional(t, "recvmsg", args, kwargs, 1, ssizeArg(&size), ssizeArg(&room), &flags); err != nil {
		return nil, err
	}
	switch {
	case size < 0:
		return nil, object.ValueError.Errorf("negative buffer size in recvmsg()")
	case size > maxControl:
		return nil, object.MemoryError.New()
	}
	l := s.m.loan(int(size))
	l.Take()
	n, rest, err := s.receiveMessage(t, "recvmsg", [][]byte{l.Buffer()}, room, flags)
	if err != nil {
		l.Return()
		return nil, err
	}
	return append(starlark.Tuple{s.m.take(&l, n)}, rest...), nil
}

// recvmsgInto is sock.recvmsg_into(buffers[, ancbufsize[, flags]]): (nbytes,
// ancdata, msg_flags, address).
func (s *Socket) recvmsgInto(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var list starlark.Value
	var room int64
	flags := 0
	if err := object.Positional(t, "recvmsg_into", args, kwargs, 1, &list, ssizeArg(&room), &flags); err != nil {
		return nil, err
	}
	wrong := object.TypeError.Errorf("recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers")
	items, err := object.Elements(t, list)
	if object.Is(err, object.TypeError, s.m.rt.Dialect) {
		err = object.TypeError.Errorf("recvmsg_into() argument 1 must be an iterable")
	}
	if err != nil {
		return nil, err
	}
	parts := make([][]byte, len(items))
	for i, v := range items {
		p, ok := builtins.WritableBytes(v)
		if !ok {
			return nil, wrong
		}
		parts[i] = p
	}
	n, rest, err := s.receiveMessage(t, "recvmsg_into", parts, room, flags)
	if err != nil {
		return nil, err
	}
	return append(starlark.Tuple{starlark.MakeInt(n)}, rest...), nil
}

func ssizeArg(dst *int64) object.ConverterFunc {
	return func(t *object.Thread, v starlark.Value) (err error) {
		*dst, err = ssize(t, v)
		return err
	}
}

// sendmsg is sock.sendmsg(buffers[, ancdata[, flags[, address]]]): how many
// bytes of data were sent.
func (s *Socket) sendmsg(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var list, anc, to starlark.Value
	flags := 0
	if err := object.Positional(t, "sendmsg", args, kwargs, 1, &list, &anc, &flags, &to); err != nil {
		return nil, err
	}
	var msg netfd.Message
	if to != nil && to != starlark.None {
		a, err := s.addressArg(t, "sendmsg", to)
		if err != nil {
			return nil, err
		}
		msg.Addr = &a
	}
	items, err := elements(t, list, "sendmsg() argument 1 must be an iterable")
	if err != nil {
		return nil, err
	}
	for _, v := range items {
		var p []byte
		if err := dataArg("sendmsg", &p)(t, v); err != nil {
			return nil, err
		}
		msg.Parts = append(msg.Parts, p)
	}
	if anc != nil {
		if msg.Control, err = s.controlArg(t, anc); err != nil {
			return nil, err
		}
	}
	n, err := s.fd.SendMsg(t.Waiter, s.deadline(flags), &msg, flags)
	if err != nil {
		return nil, s.m.fail(err)
	}
	return starlark.MakeInt(n), nil
}

// elements lists what an iterable gives; words are those of the TypeError for
// something else.
func elements(t *object.Thread, v starlark.Value, words string) ([]starlark.Value, error) {
	items, err := object.Elements(t, v)
	if err != nil && object.SpecialMethod(v, "__iter__") == nil && t.Is(err, object.TypeError) {
		err = object.TypeError.Errorf("%s", words)
	}
	return items, err
}

// controlArg makes ancillary data of (level, type, data) items.
func (s *Socket) controlArg(t *object.Thread, v starlark.Value) ([]byte, error) {
	const what = "[sendmsg() ancillary data items]() argument must be "
	list, err := elements(t, v, "sendmsg() argument 2 must be an iterable")
	if err != nil {
		return nil, err
	}
	var control []byte
	for _, v := range list {
		if _, isText := object.AsText(v); isText {
			return nil, object.TypeError.Errorf("%s3-item sequence, not %s", what, object.TypeName(v))
		}
		item, err := object.Elements(t, v)
		switch {
		case err != nil && t.Is(err, object.TypeError):
			return nil, object.TypeError.Errorf("%s3-item sequence, not %s", what, object.TypeName(v))
		case err != nil:
			return nil, err
		case len(item) != 3:
			return nil, object.TypeError.Errorf("%ssequence of length 3, not %d", what, len(item))
		}
		level, kind := 0, 0
		for i, dst := range []*int{&level, &kind} {
			if err := intArg(t, item[i], dst); err != nil {
				return nil, err
			}
		}
		data, err := t.Buffer("sendmsg", 2, item[2])
		if err != nil {
			return nil, err
		}
		if len(data) > maxControl-cmsgLen(0)-8 {
			return nil, s.m.message("ancillary data item too large")
		}
		start := len(control)
		control = append(control, make([]byte, cmsgSpace(len(data)))...)
		h := (*unix.Cmsghdr)(unsafe.Pointer(&control[start]))
		h.Level, h.Type = int32(level), int32(kind)
		h.SetLen(cmsgLen(len(data)))
		copy(control[start+cmsgLen(0):], data)
	}
	return control, nil
}

// sendFDs is socket.send_fds(sock, buffers, fds, flags=0, address=None): it
// sends descriptors with the data (unix(7), SCM_RIGHTS).
func (m *module) sendFDs(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a, err := m.pyArgs("send_fds", 0, args, kwargs, 3, 5, "sock", "buffers", "fds", "flags", "address")
	if err != nil {
		return nil, err
	}
	fds, err := object.Elements(t, a[2])
	if err != nil {
		return nil, err
	}
	var packed []byte
	for _, v := range fds {
		n := 0
		if err := intArg(t, v, &n); err != nil {
			return nil, err
		}
		packed = binary.NativeEndian.AppendUint32(packed, uint32(n))
	}
	item := starlark.Tuple{starlark.MakeInt(unix.SOL_SOCKET), starlark.MakeInt(unix.SCM_RIGHTS), m.rt.Bytes(packed)}
	return m.method(t, a[0], "sendmsg", a[1], m.rt.List([]starlark.Value{item}))
}

// recvFDs is socket.recv_fds(sock, bufsize, maxfds, flags=0): (data,
// descriptors, msg_flags, address).
func (m *module) recvFDs(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a, err := m.pyArgs("recv_fds", 0, args, kwargs, 3, 4, "sock", "bufsize", "maxfds", "flags")
	if err != nil {
		return nil, err
	}
	most := 0
	if err := intArg(t, a[2], &most); err != nil {
		return nil, err
	}
	if most < 0 || most > 1<<20 {
		return nil, object.OverflowError.Errorf("CMSG_LEN() argument out of range")
	}
	v, err := m.method(t, a[0], "recvmsg", a[1], starlark.MakeInt(cmsgLen(4*most)))
	if err != nil {
		return nil, err
	}
	r, err := m.unpack(t, v, 4)
	if err != nil {
		return nil, err
	}
	items, err := object.Elements(t, r[1])
	if err != nil {
		return nil, err
	}
	var fds []starlark.Value
	for _, v := range items {
		item, err := m.unpack(t, v, 3)
		if err != nil {
			return nil, err
		}
		level, kind := 0, 0
		if starlark.AsInt(item[0], &level) != nil || starlark.AsInt(item[1], &kind) != nil || level != unix.SOL_SOCKET || kind != unix.SCM_RIGHTS {
			continue
		}
		data, ok := object.AsBytes(item[2])
		if !ok {
			return nil, object.TypeError.Errorf("a bytes-like object is required, not '%s'", object.TypeName(item[2]))
		}
		for ; len(data) >= 4; data = data[4:] {
			fds = append(fds, starlark.MakeInt(int(int32(binary.NativeEndian.Uint32(data)))))
		}
	}
	return starlark.Tuple{r[0], m.rt.List(fds), r[2], r[3]}, nil
}
