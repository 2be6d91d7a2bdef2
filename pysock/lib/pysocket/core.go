//go:build unix

package pysocket

import (
	"sync"
	"time"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A core is what the system knows of a socket, and its timeout. In Python 2
// several objects may share one: the socket, what dup made of it, and files.
// The descriptor is closed when the last of them is closed or dropped.
type core struct {
	fd                  *netfd.FD
	family, typ, protoc int
	timeout             time.Duration // below zero: none

	mu      sync.Mutex
	refs    int
	files   int  // Python 3: how many files makefile made that are open
	closing bool // Python 3: closed, but for the files

	// The last addresses that were turned into a value, and from one. Many
	// datagrams in a row come from one sender and go to one receiver. Like all
	// that is a script's, they are guarded by the interpreter's lock.
	from, to knownAddress
}

// A knownAddress is an address in both forms.
type knownAddress struct {
	addr  netfd.Addr
	value starlark.Value
}

// newCore returns a core with one reference.
func newCore(fd *netfd.FD, family, typ, proto int, timeout time.Duration) *core {
	if typ > 0 { // fromfd takes anything in Python 2
		if typ&nonblockFlag != 0 {
			timeout = 0
		}
		typ &^= typeFlags
	}
	fd.SetNonblock(timeout >= 0)
	return &core{fd: fd, family: family, typ: typ, protoc: proto, timeout: timeout, refs: 1}
}

// until returns the deadline of a call that begins now. A script may have made the
// descriptor non-blocking behind the socket's back.
func (c *core) until() netfd.Deadline {
	if c.timeout < 0 && c.fd.Nonblock() {
		return netfd.AtOnce
	}
	return until(c.timeout)
}

// shutCore is the core of a socket that was never opened.
func shutCore() *core { return &core{fd: netfd.Closed(), family: -1, typ: -1, protoc: -1, timeout: -1} }

// share takes another reference.
func (c *core) share() *core {
	c.mu.Lock()
	c.refs++
	c.mu.Unlock()
	return c
}

// drop gives a reference back.
func (c *core) drop() error {
	c.mu.Lock()
	c.refs--
	last := c.refs <= 0
	c.mu.Unlock()
	if !last {
		return nil
	}
	return c.fd.Close()
}

// A handle is an object's reference to a core, which it gives back when it is
// closed or collected, whichever comes first.
type handle struct {
	*core
	res *object.Resource
}

// hold makes the socket, where the handle lies, the owner of a reference to c. Python 3
// warns where nobody closes the socket, before the reference is dropped.
func (s *Socket) hold(c *core) handle {
	m, class := s.m, s.shown
	return handle{c, object.Track(m.rt, s, c, func(*object.Thread) {
		if !m.py2() {
			m.unclosed(class, c)
		}
		c.drop()
	})}
}

// Resource is what Track returned, nil once the reference was given back.
func (h *handle) Resource() *object.Resource { return h.res }

// give gives the reference back.
func (h *handle) give() error {
	if h.res == nil {
		return nil
	}
	h.res.Untrack()
	h.res = nil
	return h.core.drop()
}

// opening runs open again if it failed for want of descriptors and dropping
// what nobody uses gave some.
func (m *module) opening(open func() (*netfd.FD, error)) (*netfd.FD, error) {
	var fd *netfd.FD
	err := m.rt.Opening(func() (err error) {
		fd, err = open()
		return err
	})
	return fd, err
}
