//go:build unix

package pyssl

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net/netip"
	"slices"
	"strings"
	"time"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// A socket is what a connection needs of module socket's.
type socket interface {
	FD() *netfd.FD
	Timeout() time.Duration // below zero: none
}

// A conn is _ssl._SSLSocket: a TLS connection on a socket, or between two
// MemoryBIOs.
type conn struct {
	object.NoOwn
	m      *module
	class  *object.Class
	ctx    *context
	ctxVal starlark.Value // ctx as the script sees it
	owner  starlark.Value // the SSLSocket or SSLObject
	sock   socket         // nil between BIOs
	plain  starlark.Value // the socket as the script sees it
	server bool
	name   starlark.Value // of the server, or None

	*engine
	slot *sessionSlot

	readers, writers turn
	touched          bool   // the script has read something
	begun            int    // how much of a write that must be repeated is done
	rest             []byte // read and not yet asked for
	ended            bool   // the peer has sent its close_notify
	shut             bool   // we have sent ours
}

var _ object.Typed = (*conn)(nil)

func (c *conn) Class() *object.Class                     { return c.class }
func (c *conn) String() string                           { return plainRepr(c) }
func (c *conn) Type() string                             { return c.class.ClassName }
func (c *conn) Freeze()                                  {}
func (c *conn) Truth() starlark.Bool                     { return true }
func (c *conn) Hash() (uint32, error)                    { return uint32(object.ID(c)), nil }
func (c *conn) Attr(name string) (starlark.Value, error) { return object.BindAttr(c, name) }
func (c *conn) AttrNames() []string                      { return c.class.AttrNames() }

var errWantWrite = errors.New("the socket takes no more")

// wrapSocket is _wrap_socket(sock, server_side, server_hostname=None, *,
// owner=None, session=None, context=self). context is self as the script sees
// it, as an instance of a class of its own.
func (c *context) wrapSocket(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var sock, name, owner, session, self starlark.Value = nil, starlark.None, starlark.None, starlark.None, c
	var server bool
	err := object.Keywords(t, "_wrap_socket", args, kwargs, 2, "sock", &sock, "server_side", &server,
		"server_hostname", &name, "owner", &owner, "session", &session, "context", &self)
	if err != nil {
		return nil, err
	}
	s, ok := object.Unwrap(sock).(socket)
	if !ok {
		return nil, object.TypeError.Errorf("_wrap_socket() argument 'sock' must be _socket.socket, not %s", object.TypeName(sock))
	}
	n := &conn{sock: s, plain: sock, owner: owner, server: server, ctxVal: self}
	return n, c.begin(t, n, name, session, new(bio), new(bio))
}

// wrapBIO is _wrap_bio(incoming, outgoing, server_side, server_hostname=None,
// *, owner=None, session=None, context=self).
func (c *context) wrapBIO(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var in, out, name, owner, session, self starlark.Value = nil, nil, starlark.None, starlark.None, starlark.None, c
	var server bool
	err := object.Keywords(t, "_wrap_bio", args, kwargs, 3, "incoming", &in, "outgoing", &out, "server_side", &server,
		"server_hostname", &name, "owner", &owner, "session", &session, "context", &self)
	if err != nil {
		return nil, err
	}
	var ends [2]*bio
	for i, v := range []starlark.Value{in, out} {
		b, ok := object.Unwrap(v).(*bio)
		if !ok {
			return nil, object.TypeError.Errorf("_wrap_bio() argument %d must be _ssl.MemoryBIO, not %s", i+1, object.TypeName(v))
		}
		ends[i] = b
	}
	n := &conn{owner: owner, server: server, ctxVal: self}
	return n, c.begin(t, n, name, session, ends[0], ends[1])
}

// begin sets up the engine of a new connection.
func (c *context) begin(t *object.Thread, n *conn, name, session starlark.Value, in, out *bio) error {
	n.m, n.class, n.ctx, n.name = c.m, c.m.connClass, c, name
	host := ""
	if name != starlark.None {
		var ok bool
		if host, ok = object.AsText(name); !ok {
			b, isBytes := object.AsBytes(name)
			if !isBytes {
				return object.TypeError.Errorf("server_hostname must be a string, not %s", object.TypeName(name))
			}
			host = string(b)
		}
		switch {
		case host == "" || host[0] == '.':
			return object.ValueError.Errorf("server_hostname cannot be an empty string or start with a leading dot.")
		case strings.IndexByte(host, 0) >= 0:
			return object.TypeError.Errorf("embedded null character")
		}
	}
	if c.protocol == protocolClient && n.server {
		return c.m.plainErrorNumber(sslErrorSSL, "Cannot create a server socket with a PROTOCOL_TLS_CLIENT context")
	}
	if c.protocol == protocolServer && !n.server {
		return c.m.plainErrorNumber(sslErrorSSL, "Cannot create a client socket with a PROTOCOL_TLS_SERVER context")
	}
	e := &engine{wire: &wire{in: in, out: out}}
	conf, err := c.config(e, n.server, host)
	if err != nil {
		return err
	}
	n.engine = e
	if n.server {
		e.ask = c.sni != starlark.None
		e.base = conf
		conf.GetConfigForClient = e.chooseConfig
		e.conn = tls.Server(e.wire, conf)
		c.counts.accept++
	} else {
		n.slot = &sessionSlot{}
		conf.ClientSessionCache = n.slot
		e.conn = tls.Client(e.wire, conf)
		c.counts.connect++
	}
	if session != starlark.None {
		if err := n.setSession(t, session); err != nil {
			return err
		}
	}
	// A handshake that nobody goes on with is a goroutine that would stay.
	e.res = object.Track(c.m.rt, n, nil, func(*object.Thread) { e.abandon() })
	return nil
}

// Resource is what Track returned, nil before that.
func (c *conn) Resource() *object.Resource {
	if c.engine == nil {
		return nil
	}
	return c.res
}

// Referents visits the sockets below and above it.
func (c *conn) Referents(visit func(starlark.Value)) {
	visit(c.owner)
	visit(c.plain)
}

// deadline is until when a call that begins now may wait.
func (c *conn) deadline() netfd.Deadline {
	if c.sock == nil {
		return netfd.AtOnce
	}
	switch d := c.sock.Timeout(); {
	case d < 0:
		return netfd.Forever
	case d == 0:
		return netfd.AtOnce
	default:
		return netfd.After(d)
	}
}

// flush sends what is queued. Who calls it has the writers' turn.
func (c *conn) flush(t *object.Thread, d netfd.Deadline) error {
	if c.sock == nil {
		return nil
	}
	for len(c.out.buf) > 0 {
		n, err := c.sock.FD().Send(t.Waiter, d, c.out.buf, 0)
		c.out.drop(n)
		if err == unix.EAGAIN {
			return errWantWrite
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// fill receives what the record that is being read lacks. Who calls it has the
// readers' turn.
func (c *conn) fill(t *object.Thread, d netfd.Deadline) error {
	want := c.want()
	c.in.buf = slices.Grow(c.in.buf, want)
	buf := c.in.buf[len(c.in.buf) : len(c.in.buf)+want]
	n, err := c.sock.FD().Recv(t.Waiter, d, buf, 0)
	switch {
	case err == unix.EAGAIN:
		return errWantRead
	case err != nil:
		return err
	case n == 0:
		c.in.eof = true
	}
	c.in.buf = c.in.buf[:len(c.in.buf)+n]
	return nil
}

// pump makes step until it doesn't need more of the peer's records.
func (c *conn) pump(t *object.Thread, d netfd.Deadline, step func() error) error {
	for {
		err := step()
		if c.sock == nil {
			return err
		}
		if len(c.out.buf) > 0 {
			if e := c.flush(t, d); e != nil && (err == nil || err == errWantRead) {
				return e
			}
		}
		if err != errWantRead {
			return err
		}
		if err := c.fill(t, d); err != nil {
			return err
		}
	}
}

// handshakeNow makes the handshake, or goes on with it. Who calls it has both
// turns.
func (c *conn) handshakeNow(t *object.Thread, d netfd.Deadline) error {
	if c.ready() {
		return nil
	}
	var asked error // what the callback raised
	ending := false // a server has yet to send its last, tickets
	err := c.pump(t, d, func() error {
		for {
			question, err := c.handshake()
			if !question {
				ending = err == nil && c.server
				return err
			}
			if err := c.chooseContext(t); err != nil {
				asked = err
			}
		}
	})
	if asked != nil && err != nil {
		return asked
	}
	if ending && (err == unix.EPIPE || err == unix.ECONNRESET) && c.conn.ConnectionState().Version == tls.VersionTLS13 {
		c.out.buf = nil // the client has gone, but may have written before
		err = nil
	}
	if err != nil && err != errWantRead && err != errWantWrite && c.done && c.sock != nil {
		c.flush(t, netfd.AtOnce) // the alert
	}
	if err == nil {
		if c.server {
			c.ctx.counts.acceptGood++
		} else {
			c.ctx.counts.connectGood++
		}
		if c.conn.ConnectionState().DidResume {
			c.ctx.counts.hits++
		}
	}
	return err
}

// bothTurns takes the turns of readers and writers.
func (c *conn) bothTurns(t *object.Thread, d netfd.Deadline) (give func(), err error) {
	if err := c.readers.take(t, d); err != nil {
		return nil, err
	}
	if err := c.writers.take(t, d); err != nil {
		c.readers.give()
		return nil, err
	}
	return func() { c.writers.give(); c.readers.give() }, nil
}

// settle makes the handshake if a read or write comes before it.
func (c *conn) settle(t *object.Thread, d netfd.Deadline) error {
	if c.ready() {
		return nil
	}
	give, err := c.bothTurns(t, d)
	if err == nil {
		err = c.handshakeNow(t, d)
		give()
	}
	return err
}

// busy is the error for a turn that can't be waited for.
func busy(err, want error) error {
	if err == unix.EAGAIN {
		return want
	}
	return err
}

// doHandshake is do_handshake().
func (c *conn) doHandshake(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("_ssl._SSLSocket", "do_handshake", args, kwargs); err != nil {
		return nil, err
	}
	return starlark.None, c.m.fail(opHandshake, busy(c.settle(t, c.deadline()), errWantRead))
}

// maxPlain is the most that a record holds.
const maxPlain = 1 << 14

// readInto reads up to len(p) bytes; none at the peer's close_notify.
func (c *conn) readInto(t *object.Thread, p []byte) (int, error) {
	d := c.deadline()
	if err := c.settle(t, d); err != nil {
		return 0, busy(err, errWantRead)
	}
	if err := c.readers.take(t, d); err != nil {
		return 0, busy(err, errWantRead)
	}
	defer c.readers.give()
	c.touched = true
	if len(c.rest) > 0 {
		n := copy(p, c.rest)
		if c.rest = c.rest[n:]; len(c.rest) == 0 {
			c.rest = nil
		}
		return n, nil
	}
	if c.ended || len(p) == 0 {
		return 0, nil
	}
	room := p
	if len(p) < maxPlain {
		room = make([]byte, maxPlain)
	}
	n := 0
	for {
		var err error
		n, err = c.read(room)
		if err == io.EOF {
			c.ended = true
			return 0, nil
		}
		if c.sock != nil && len(c.out.buf) > 0 && !c.writers.busy { // an answer to the peer, or an alert
			c.writers.busy = true
			c.flush(t, netfd.AtOnce)
			c.writers.give()
		}
		if err == nil {
			break
		}
		if err != errWantRead || c.sock == nil {
			return 0, err
		}
		if err := c.fill(t, d); err != nil {
			return 0, err
		}
	}
	if len(p) < maxPlain {
		c.rest = room[min(len(p), n):n]
		n = copy(p, room[:n])
		if len(c.rest) == 0 {
			c.rest = nil
		}
	}
	return n, nil
}

// pyRead is read(size=1024[, buffer]): bytes, or how many went into the buffer.
func (c *conn) pyRead(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	size := 1024
	var buffer starlark.Value
	if err := object.Positional(t, "read", args, kwargs, 0, &size, &buffer); err != nil {
		return nil, err
	}
	if buffer == nil || buffer == starlark.None {
		if size < 0 {
			return nil, object.ValueError.Errorf("size should not be negative")
		}
		p := make([]byte, min(size, maxPlain))
		n, err := c.readInto(t, p)
		if err != nil {
			return nil, c.m.fail(opRead, err)
		}
		return c.m.rt.Bytes(p[:n]), nil
	}
	b, ok := buffer.(object.BytesLike)
	if !ok {
		if b, ok = object.Unwrap(buffer).(object.BytesLike); !ok {
			return nil, object.TypeError.Errorf("read() argument 2 must be read-write bytes-like object, not %s", object.TypeName(buffer))
		}
	}
	p := b.Bytes()
	if size > 0 && size < len(p) {
		p = p[:size]
	}
	n, err := c.readInto(t, p)
	if err != nil {
		return nil, c.m.fail(opRead, err)
	}
	return starlark.MakeInt(n), nil
}

// writeChunk is how much is encrypted before it is sent.
const writeChunk = 4 * maxPlain

// writeAll sends data. A write that would block is to be repeated with the
// same data, of which begun bytes are done by then, as SSL_write(3) says.
func (c *conn) writeAll(t *object.Thread, data []byte) (int, error) {
	d := c.deadline()
	if err := c.settle(t, d); err != nil {
		return 0, busy(err, errWantRead)
	}
	if err := c.writers.take(t, d); err != nil {
		return 0, busy(err, errWantWrite)
	}
	defer c.writers.give()
	if c.shut {
		return 0, errProtocolShutdown
	}
	if len(data) < c.begun {
		return 0, errBadWriteRetry
	}
	for {
		if err := c.flush(t, d); err != nil {
			return 0, err
		}
		if c.begun == len(data) {
			c.begun = 0
			return len(data), nil
		}
		part := data[c.begun:min(c.begun+writeChunk, len(data))]
		if _, err := c.conn.Write(part); err != nil {
			return 0, err
		}
		c.begun += len(part)
	}
}

var (
	errProtocolShutdown = errors.New("protocol is shutdown")
	errBadWriteRetry    = errors.New("bad write retry")
)

// pyWrite is write(data) -> how many bytes.
func (c *conn) pyWrite(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var data []byte
	if err := object.OneArg(t, "_ssl._SSLSocket", "write", args, kwargs, &data); err != nil {
		return nil, err
	}
	n, err := c.writeAll(t, data)
	if err != nil {
		return nil, c.m.fail(opWrite, err)
	}
	return starlark.MakeInt(n), nil
}

// pyPending is pending() -> how many bytes can be read without waiting.
func (c *conn) pyPending(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.MakeInt(len(c.rest)), object.NoArgs("_ssl._SSLSocket", "pending", args, kwargs)
}

// pyShutdown is shutdown(): close_notify there and back. It returns the socket.
func (c *conn) pyShutdown(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("_ssl._SSLSocket", "shutdown", args, kwargs); err != nil {
		return nil, err
	}
	if !c.ready() {
		if c.m.py2() {
			return nil, c.m.raise("SSLError", sslErrorSSL, "[SSL] shutdown while in init"+c.m.at(opShutdown), "SSL", "")
		}
		return nil, c.m.libraryError(opShutdown, "SSL", "SHUTDOWN_WHILE_IN_INIT", "")
	}
	d := c.deadline()
	give, err := c.bothTurns(t, d)
	if err != nil {
		return nil, c.m.fail(opShutdown, busy(err, errWantRead))
	}
	defer give()
	if !c.shut {
		c.closeWrite()
		c.shut = true
	}
	err = c.flush(t, d)
	if err == nil && !c.ended {
		if len(c.rest) > 0 {
			err = errDataAfterClose
		} else {
			err = c.pump(t, d, c.drain)
		}
	}
	if err != nil {
		return nil, c.m.fail(opShutdown, err)
	}
	c.ended = true
	if c.plain == nil {
		return starlark.None, nil
	}
	return c.plain, nil
}

// letGo is _let_go(): the socket will be closed without a close_notify. What a
// TLS 1.3 server sends after the handshake (tickets) is read if the script
// never did, or closing would reset the connection, and what the script wrote
// last might never be read.
func (c *conn) letGo(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if c.server || c.touched || c.sock == nil || !c.ready() || c.readers.busy || c.conn.ConnectionState().Version < tls.VersionTLS13 {
		return starlark.None, nil
	}
	c.readers.busy = true
	defer c.readers.give()
	for {
		n, err := c.read(make([]byte, maxPlain))
		if n > 0 || err != errWantRead || c.fill(t, netfd.AtOnce) != nil {
			return starlark.None, nil
		}
	}
}

// chooseContext asks the script's callback which context to serve a name with.
func (c *conn) chooseContext(t *object.Thread) error {
	name := starlark.Value(starlark.None)
	if s := c.hello.ServerName; s != "" {
		name = c.m.rt.Str(s)
	}
	before := c.ctx
	r, err := t.Call(c.ctx.sni, c.owner, name, c.ctxVal)
	switch {
	case err != nil:
		c.alert = alertHandshakeFailure
		if c.m.rt.Unraisable != nil {
			c.m.rt.Unraisable(err, c.ctx.sni)
		}
		return nil
	case r != starlark.None:
		n, err := t.Int(r)
		if err != nil {
			c.alert = alertInternalError
			if c.m.rt.Unraisable != nil {
				c.m.rt.Unraisable(err, r)
			}
			return nil
		}
		c.alert = byte(n)
	case c.ctx != before:
		conf, err := c.ctx.config(c.engine, true, "")
		if err != nil {
			c.alert = alertInternalError
			return err
		}
		c.answer = conf
	}
	return nil
}

// isAddress reports whether a host is given by its number.
func isAddress(host string) bool {
	_, err := netip.ParseAddr(host)
	return err == nil
}

// peer is the peer's certificate, or nil.
func (c *conn) peer() *x509.Certificate {
	if list := c.conn.ConnectionState().PeerCertificates; len(list) > 0 {
		return list[0]
	}
	return nil
}
