//go:build unix

package netfd

import (
	"time"

	"golang.org/x/sys/unix"
)

// Every method here that takes a Waiter and a Deadline may wait. It fails with
// the errno of the system call (a unix.Errno), EBADF if the FD is or gets
// closed, EAGAIN if it would have to wait and the deadline is AtOnce,
// ErrTimeout, ErrInterrupted or what the Waiter's Interrupted returned.

// Socket opens a socket: socket(2).
func Socket(family, typ, proto int) (*FD, error) {
	n, err := sysSocket(family, typ, proto)
	if err != nil {
		return nil, err
	}
	return owned(&FD{sys: n}), nil
}

// Socketpair opens two connected sockets: socketpair(2).
func Socketpair(family, typ, proto int) (a, b *FD, err error) {
	p, err := sysSocketpair(family, typ, proto)
	if err != nil {
		return nil, nil, err
	}
	return owned(&FD{sys: p[0]}), owned(&FD{sys: p[1]}), nil
}

// Bind is bind(2).
func (fd *FD) Bind(a *Addr) error {
	return asError(fd.once(func(sysfd int) unix.Errno { return sysBind(sysfd, a) }))
}

// Listen is listen(2).
func (fd *FD) Listen(backlog int) error {
	return fd.Control(func(sysfd int) error { return unix.Listen(sysfd, backlog) })
}

// Shutdown is shutdown(2).
func (fd *FD) Shutdown(how int) error {
	return fd.Control(func(sysfd int) error { return unix.Shutdown(sysfd, how) })
}

// Local is getsockname(2).
func (fd *FD) Local(a *Addr) error {
	return asError(fd.once(func(sysfd int) unix.Errno { return sysLocal(sysfd, a) }))
}

// Peer is getpeername(2).
func (fd *FD) Peer(a *Addr) error {
	return asError(fd.once(func(sysfd int) unix.Errno { return sysPeer(sysfd, a) }))
}

// GetOption fills p with an option's value and returns its length:
// getsockopt(2).
func (fd *FD) GetOption(level, option int, p []byte) (n int, err error) {
	size := uint32(len(p))
	e := fd.once(func(sysfd int) unix.Errno { return sysGetOption(sysfd, level, option, p, &size) })
	return int(size), asError(e)
}

// SetOption sets an option: setsockopt(2). size is the length of p, or stands
// alone for the options that take a length without a value.
func (fd *FD) SetOption(level, option int, p []byte, size int) error {
	return asError(fd.once(func(sysfd int) unix.Errno { return sysSetOption(sysfd, level, option, p, size) }))
}

// Accept returns the next connection to a listening socket, and its peer's
// address in from.
func (fd *FD) Accept(w *Waiter, d Deadline, from *Addr) (*FD, error) {
	n := -1
	err := fd.do(w, Readable, d, func(sysfd int) (e unix.Errno) {
		if fd.lent.Load() { // another process may have taken it meanwhile
			n, e = sysAcceptWaiting(sysfd, from)
		} else {
			n, e = sysAccept(sysfd, from)
		}
		return e
	})
	if err != nil {
		return nil, err
	}
	return owned(&FD{sys: n}), nil
}

// Connect connects to a, or for a datagram socket fixes its peer. AtOnce, a
// connection that takes time gives EINPROGRESS and goes on by itself; when the
// socket is writable, SO_ERROR tells how it went.
func (fd *FD) Connect(w *Waiter, d Deadline, a *Addr) error {
	connect := func(sysfd int) unix.Errno {
		return fd.briefly(func() unix.Errno { return sysConnect(sysfd, a) })
	}
	e := fd.once(connect)
	if e == unix.EINPROGRESS && d == Forever {
		// On one machine all is said and done by now, and asking again, as has
		// to be done below anyhow, is cheaper than waiting.
		switch e = fd.once(connect); e {
		case 0, unix.EISCONN:
			fd.waitful[0].Store(1) // the peer has to run before it says something
			return nil
		case unix.EALREADY:
			e = unix.EINPROGRESS
		}
	}
	// A full backlog of an AF_UNIX listener gives EAGAIN, and nothing tells
	// when there is room.
	for pause := time.Millisecond; e == unix.EAGAIN && d == Forever; pause = min(2*pause, 20*time.Millisecond) {
		if err := w.Sleep(pause); err != nil {
			return err
		}
		e = fd.once(connect)
	}
	if e != unix.EINPROGRESS || d == AtOnce {
		return asError(e)
	}
	for {
		if _, err := fd.Wait(w, Writable, d); err != nil {
			return err
		}
		if d != Forever {
			return fd.pendingError()
		}
		// The socket doesn't know that it is connected until it is asked
		// again: only then does a further connect give EISCONN, as it does
		// after a connect that blocked.
		switch e := fd.once(connect); e {
		case unix.EISCONN:
			return nil
		case unix.EALREADY, unix.EINPROGRESS:
		default:
			return asError(e)
		}
	}
}

// pendingError takes the error that the socket keeps for us: SO_ERROR.
func (fd *FD) pendingError() error {
	var e int32
	err := fd.Control(func(sysfd int) error {
		n, err := unix.GetsockoptInt(sysfd, unix.SOL_SOCKET, unix.SO_ERROR)
		e = int32(n)
		return err
	})
	if err != nil {
		return err
	}
	return asError(unix.Errno(e))
}

// Recv reads what is there into p: recv(2). At the end of a stream it returns
// 0 and no error.
func (fd *FD) Recv(w *Waiter, d Deadline, p []byte, flags int) (n int, err error) {
	err = fd.do(w, recvEvents(flags), d, func(sysfd int) (e unix.Errno) {
		n, e = sysRecv(sysfd, p, flags|fd.atOnce())
		return e
	})
	return max(n, 0), err
}

// RecvLent is Recv into a buffer on loan, of which l tells afterwards.
func (fd *FD) RecvLent(w *Waiter, d Deadline, l *Loan, flags int) (n int, err error) {
	return fd.recvLent(w, recvEvents(flags), d, l, func(sysfd int, p []byte) (n int, e unix.Errno) {
		return sysRecv(sysfd, p, flags|fd.atOnce())
	})
}

// RecvFromLent is RecvFrom into a buffer on loan.
func (fd *FD) RecvFromLent(w *Waiter, d Deadline, l *Loan, flags int, from *Addr) (n int, err error) {
	return fd.recvLent(w, recvEvents(flags), d, l, func(sysfd int, p []byte) (n int, e unix.Errno) {
		return sysRecvFrom(sysfd, p, flags|fd.atOnce(), from)
	})
}

func (fd *FD) recvLent(w *Waiter, events int16, d Deadline, l *Loan, recv func(sysfd int, p []byte) (int, unix.Errno)) (n int, err error) {
	e, wait := fd.soon(w, events, d, func(sysfd int) (e unix.Errno) {
		p := l.Common
		if p == nil {
			p = l.take()
		}
		if n, e = recv(sysfd, p); e != 0 {
			l.Return()
		}
		return e
	})
	if !wait {
		return max(n, 0), asError(e)
	}
	err = fd.late(w, events, d, func(sysfd int) (e unix.Errno) {
		if n, e = recv(sysfd, l.take()); e != 0 {
			l.Return()
		}
		return e
	})
	return max(n, 0), err
}

// RecvFrom is Recv, and puts the sender's address into from: recvfrom(2).
func (fd *FD) RecvFrom(w *Waiter, d Deadline, p []byte, flags int, from *Addr) (n int, err error) {
	err = fd.do(w, recvEvents(flags), d, func(sysfd int) (e unix.Errno) {
		n, e = sysRecvFrom(sysfd, p, flags|fd.atOnce(), from)
		return e
	})
	return max(n, 0), err
}

// recvEvents is what a receiver waits for. Urgent data doesn't make a socket
// readable.
func recvEvents(flags int) int16 {
	if flags&unix.MSG_OOB != 0 {
		return unix.POLLPRI
	}
	return Readable
}

// Send sends what it can of p and returns how much that was: send(2).
func (fd *FD) Send(w *Waiter, d Deadline, p []byte, flags int) (n int, err error) {
	err = fd.do(w, Writable, d, func(sysfd int) (e unix.Errno) {
		n, e = sysSend(sysfd, p, flags|fd.atOnce())
		return e
	})
	return max(n, 0), err
}

// SendTo is Send to the address to: sendto(2).
func (fd *FD) SendTo(w *Waiter, d Deadline, p []byte, flags int, to *Addr) (n int, err error) {
	err = fd.do(w, Writable, d, func(sysfd int) (e unix.Errno) {
		n, e = sysSendTo(sysfd, p, flags|fd.atOnce(), to)
		return e
	})
	return max(n, 0), err
}

// streamPart is what a stream takes at a time: less than its buffer has room
// for, and than a processor's cache. On one processor the receiver runs in
// between, while the data is warm: 100 MB go 1.5 times as fast.
const streamPart = 512 << 10

// SendAll sends the whole of p into a stream, waiting as often as it takes until
// d. It returns how much was sent when it failed.
func (fd *FD) SendAll(w *Waiter, d Deadline, p []byte, flags int) (sent int, err error) {
	for {
		part := p[sent:]
		if len(part) > streamPart {
			part = part[:streamPart]
		}
		n, err := fd.Send(w, d, part, flags)
		sent += n
		if err != nil || sent >= len(p) {
			return sent, err
		}
		if n == len(part) {
			w.stepAside()
		}
	}
}

// Read is read(2). On a borrowed descriptor it waits until there is something
// to read before it tries.
func (fd *FD) Read(w *Waiter, d Deadline, p []byte) (n int, err error) {
	err = fd.do(w, Readable, d, func(sysfd int) (e unix.Errno) {
		if fd.borrowed {
			n, e = errnoOf(unix.Read(sysfd, p))
		} else {
			e = fd.briefly(func() (e unix.Errno) {
				n, e = sysRead(sysfd, p)
				return e
			})
		}
		return e
	})
	return max(n, 0), err
}

// Write is write(2): it may write less than p. On a borrowed descriptor it
// waits until there is room before it tries.
func (fd *FD) Write(w *Waiter, d Deadline, p []byte) (n int, err error) {
	if !fd.borrowed {
		err = fd.do(w, Writable, d, func(sysfd int) (e unix.Errno) {
			return fd.briefly(func() (e unix.Errno) {
				n, e = sysWrite(sysfd, p)
				return e
			})
		})
		return max(n, 0), err
	}
	atOnce := len(p)
	if atOnce > pipeBuf && fd.mayBlock() {
		atOnce = pipeBuf
	}
	for {
		part, k := p[n:min(n+atOnce, len(p))], 0
		err = fd.do(w, Writable, d, func(sysfd int) (e unix.Errno) {
			k, e = errnoOf(unix.Write(sysfd, part))
			return e
		})
		n += max(k, 0)
		if err == unix.EINTR && n > 0 { // as write(2) tells of it
			return n, nil
		}
		if err != nil || n == len(p) || atOnce == len(p) {
			return n, err
		}
	}
}

// pipeBuf is what a descriptor that is ready for writing takes without making
// the writer wait: pipe(7), PIPE_BUF.
const pipeBuf = 4096

// mayBlock tells whether a borrowed descriptor would keep a writer, whom then
// nothing could interrupt, until it has taken everything.
func (fd *FD) mayBlock() bool {
	var st unix.Stat_t
	if unix.Fstat(fd.sys, &st) != nil || st.Mode&unix.S_IFMT == unix.S_IFREG {
		return false
	}
	flags, err := unix.FcntlInt(uintptr(fd.sys), unix.F_GETFL, 0)
	return err == nil && flags&unix.O_NONBLOCK == 0
}

func errnoOf(n int, err error) (int, unix.Errno) {
	e, _ := err.(unix.Errno)
	return n, e
}
