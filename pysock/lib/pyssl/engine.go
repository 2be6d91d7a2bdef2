//go:build unix

package pyssl

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"iter"
	"net"
	"slices"
	"time"

	"example.com/pysock/pysock/object"
)

// What ends a step of an engine without ending the connection, or ends it
// otherwise than TLS does.
var (
	errWantRead  error = wantRead{}
	errRagged          = errors.New("the peer ended the stream without a close_notify")
	errAbandoned       = errors.New("nobody will go on with this handshake")
)

// wantRead is a net.Error that is temporary: crypto/tls forgets such an error
// of a read at once, and all others never.
type wantRead struct{}

func (wantRead) Error() string   { return "more of the peer's records are needed" }
func (wantRead) Timeout() bool   { return true }
func (wantRead) Temporary() bool { return true }

var _ net.Error = wantRead{}

// Sizes and types of records (RFC 8446, sections 5.1 and 6).
const (
	recordHeader = 5
	alertRecord  = 21
	alertSize    = 2
)

// A remoteAlert is the peer's alert.
type remoteAlert byte

func (a remoteAlert) Error() string { return "alert of the peer" }

// A wire is what a tls.Conn takes for its network: two queues of bytes. It
// hands out one record at a time, and never a byte of the next.
type wire struct {
	in, out *bio
	header  [recordHeader]byte
	got     int // bytes of the header that were handed out
	left    int // bytes of the body that are to come

	pause func() bool // waits for more to come in; nil outside of a handshake
	alert byte        // takes the place of the next alert, if that is in the clear

	// An alert of the peer's that came in the clear. A TLS 1.3 client on OpenSSL
	// that refuses the server's certificate sends it so; crypto/tls expects it
	// encrypted by then.
	said byte
}

// want is how many bytes the record that is being read still needs: those of
// its header, then those of its body.
func (w *wire) want() int {
	if w.got < recordHeader {
		return recordHeader - w.got
	}
	return w.left
}

// size is that of the body, as the header has it.
func (w *wire) size() int { return int(w.header[3])<<8 | int(w.header[4]) }

// took notes bytes that were handed out.
func (w *wire) took(p []byte) {
	if w.got == recordHeader {
		w.left -= len(p)
		if w.left == 0 && w.pause != nil && w.header[0] == alertRecord && w.size() == alertSize {
			w.said = p[len(p)-1]
		}
	} else {
		w.got += copy(w.header[w.got:], p)
		w.left = w.size()
	}
	if w.got == recordHeader && w.left == 0 {
		w.got = 0
	}
}

// Read gives bytes of one record.
func (w *wire) Read(p []byte) (int, error) {
	for len(w.in.buf) == 0 {
		switch {
		case w.in.eof:
			return 0, errRagged
		case w.pause == nil:
			return 0, errWantRead
		case !w.pause():
			return 0, errAbandoned
		}
	}
	n := min(len(p), w.want())
	n = w.in.take(p[:n])
	w.took(p[:n])
	return n, nil
}

// Write queues bytes. It always succeeds.
func (w *wire) Write(p []byte) (int, error) {
	at := len(w.out.buf)
	w.out.buf = append(w.out.buf, p...)
	if w.alert != 0 && len(p) == recordHeader+alertSize && p[0] == alertRecord {
		w.out.buf[at+recordHeader+1] = w.alert
	}
	return len(p), nil
}

// The rest of net.Conn.

func (w *wire) Close() error                     { return nil }
func (w *wire) LocalAddr() net.Addr              { return wireAddr{} }
func (w *wire) RemoteAddr() net.Addr             { return wireAddr{} }
func (w *wire) SetDeadline(time.Time) error      { return nil }
func (w *wire) SetReadDeadline(time.Time) error  { return nil }
func (w *wire) SetWriteDeadline(time.Time) error { return nil }

// A wireAddr is a place holder under which crypto/tls files sessions.
type wireAddr struct{}

func (wireAddr) Network() string { return "wire" }
func (wireAddr) String() string  { return "wire" }

// An engine is a TLS connection that never waits: see the package comment. The
// interpreter's lock guards it.
type engine struct {
	*wire
	conn *tls.Conn

	// The handshake, while it is under way.
	step  func() (question, bool)
	stop  func()
	yield func(question) bool
	res   *object.Resource // nil in tests

	done bool
	err  error // how the handshake ended

	chain []*x509.Certificate // the peer's, from its own to a trusted one

	hello  *tls.ClientHelloInfo // what the client offered, on a server
	verify *verifier            // checks the client again, for OpenSSL's words
	ask    bool                 // whether to ask about it
	base   *tls.Config          // a server's
	answer *tls.Config          // what the callback chose instead
}

// A question is what a handshake stops for: more bytes, or the choice of a
// context by what the client's hello says.
type question int

const (
	questionBytes question = iota
	questionHello
)

// handshake goes on with the handshake until it ends (nil) or asks something.
func (e *engine) handshake() (asked bool, err error) {
	if e.done {
		return false, e.err
	}
	if e.step == nil {
		e.step, e.stop = iter.Pull(e.run)
	}
	q, more := e.step()
	switch {
	case !more:
		e.done = true
		if e.res != nil {
			e.res.Untrack()
		}
		return false, e.err
	case q == questionHello:
		return true, nil
	}
	return false, errWantRead
}

func (e *engine) run(yield func(question) bool) {
	e.yield = yield
	e.pause = func() bool { return yield(questionBytes) }
	e.err = e.conn.Handshake()
	var refused *tls.CertificateVerificationError
	switch {
	case e.err != nil && e.said != 0:
		e.err = remoteAlert(e.said)
	case errors.As(e.err, &refused) && e.verify != nil:
		if err := e.verify.check(refused.UnverifiedCertificates); err != nil {
			e.err = err
		}
	}
	e.pause, e.yield = nil, nil
}

// chooseConfig is tls.Config.GetConfigForClient.
func (e *engine) chooseConfig(hello *tls.ClientHelloInfo) (*tls.Config, error) {
	e.hello = hello
	if e.ask && !e.yield(questionHello) {
		return nil, errAbandoned
	}
	if e.alert != 0 {
		return nil, errRefused
	}
	conf := e.base
	if e.answer != nil {
		conf = e.answer
	}
	if len(conf.NextProtos) > 0 && !slices.ContainsFunc(hello.SupportedProtos, func(p string) bool { return slices.Contains(conf.NextProtos, p) }) {
		conf = conf.Clone() // crypto/tls would refuse the client, CPython goes on without
		conf.NextProtos = nil
		return conf, nil
	}
	return e.answer, nil
}

// errRefused ends a handshake that a callback has refused.
var errRefused = errors.New("the callback refused the name")

// ready reports whether the handshake has succeeded.
func (e *engine) ready() bool { return e.done && e.err == nil }

// read is Conn.Read. io.EOF is the peer's close_notify.
func (e *engine) read(p []byte) (int, error) {
	n, err := e.conn.Read(p)
	if n > 0 {
		err = nil
	}
	return n, err
}

// closeWrite queues a close_notify.
func (e *engine) closeWrite() error { return e.conn.CloseWrite() }

// drain reads until the peer's close_notify. Other data is an error, as it was
// sent after ours.
func (e *engine) drain() error {
	var p [1]byte
	n, err := e.conn.Read(p[:])
	switch {
	case n > 0:
		return errDataAfterClose
	case err == io.EOF:
		return nil
	}
	return err
}

var errDataAfterClose = errors.New("application data after close notify")

// abandon ends a handshake that nobody will go on with.
func (e *engine) abandon() {
	if e.stop != nil {
		e.stop()
	}
}
