//go:build unix

package netfd

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// A Message is what sendmsg(2) sends and recvmsg(2) receives: data in parts,
// ancillary data, and an address.
type Message struct {
	Parts   [][]byte
	Control []byte // for RecvMsg room, which becomes what was received
	Addr    *Addr  // the receiver, or nil; for RecvMsg room for the sender's
	Flags   int    // of what was received: MSG_TRUNC, MSG_CTRUNC, ...
}

// header fills in the kernel's structure. It refers to m and iov.
func (m *Message) header(h *unix.Msghdr, iov []unix.Iovec) {
	for i, p := range m.Parts {
		if len(p) > 0 {
			iov[i].Base = &p[0]
		}
		iov[i].SetLen(len(p))
	}
	if len(iov) > 0 {
		h.Iov = &iov[0]
		h.SetIovlen(len(iov))
	}
	if len(m.Control) > 0 {
		h.Control = &m.Control[0]
		h.SetControllen(len(m.Control))
	}
	if m.Addr != nil {
		h.Name = &m.Addr.b[0]
		h.Namelen = m.Addr.n
	}
}

// RecvMsg receives into m and returns how many bytes of data: recvmsg(2).
func (fd *FD) RecvMsg(w *Waiter, d Deadline, m *Message, flags int) (n int, err error) {
	iov := make([]unix.Iovec, len(m.Parts))
	var h unix.Msghdr
	err = fd.do(w, recvEvents(flags), d, func(sysfd int) (e unix.Errno) {
		h = unix.Msghdr{}
		if m.Addr != nil {
			m.Addr.n = addrSize
		}
		m.header(&h, iov)
		n, e = sysRecvMsg(sysfd, &h, flags|fd.atOnce())
		return e
	})
	if err != nil {
		return 0, err
	}
	if m.Addr != nil {
		m.Addr.n = h.Namelen
	}
	m.Control = m.Control[:min(int(h.Controllen), len(m.Control))]
	m.Flags = int(h.Flags)
	runtime.KeepAlive(m)
	return n, nil
}

// SendMsg sends what it can of m and returns how many bytes of data that was:
// sendmsg(2).
func (fd *FD) SendMsg(w *Waiter, d Deadline, m *Message, flags int) (n int, err error) {
	iov := make([]unix.Iovec, len(m.Parts))
	err = fd.do(w, Writable, d, func(sysfd int) (e unix.Errno) {
		var h unix.Msghdr
		m.header(&h, iov)
		n, e = sysSendMsg(sysfd, &h, flags|fd.atOnce())
		return e
	})
	runtime.KeepAlive(m)
	return max(n, 0), err
}

// SendFile sends up to count bytes of the file in, which has to be one that can
// be mapped, from offset on, which it moves: sendfile(2). It returns 0 at the
// end of the file.
func (fd *FD) SendFile(w *Waiter, d Deadline, in int, offset *int64, count int) (n int, err error) {
	err = fd.do(w, Writable, d, func(sysfd int) (e unix.Errno) {
		return fd.briefly(func() (e unix.Errno) {
			n, e = errnoOf(unix.Sendfile(sysfd, in, offset, count))
			return e
		})
	})
	return max(n, 0), err
}
