//go:build unix

package pyssl

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"io"
	"runtime"
	"testing"
	"time"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
)

// newPair returns the two ends of a connection, which carry moves records
// between, n bytes at a time (0: all).
func newPair(t testing.TB, version uint16) (c, s *engine, carry func(n int)) {
	root := issue(t, nil, authority("root"))
	cert := issue(t, root, server("localhost"))
	pool := x509.NewCertPool()
	pool.AddCert(root.cert)
	toServer, toClient := new(bio), new(bio)
	c = &engine{wire: &wire{in: toClient, out: new(bio)}}
	s = &engine{wire: &wire{in: toServer, out: new(bio)}}
	c.conn = tls.Client(c.wire, &tls.Config{RootCAs: pool, ServerName: "localhost", MaxVersion: version})
	s.conn = tls.Server(s.wire, &tls.Config{Certificates: []tls.Certificate{{
		Certificate: [][]byte{cert.cert.Raw}, PrivateKey: cert.key,
	}}})
	move := func(from, to *bio, n int) {
		if n == 0 || n > len(from.buf) {
			n = len(from.buf)
		}
		to.buf = append(to.buf, from.buf[:n]...)
		from.drop(n)
	}
	return c, s, func(n int) {
		move(c.out, toServer, n)
		move(s.out, toClient, n)
	}
}

func shake(t testing.TB, c, s *engine, carry func()) {
	t.Helper()
	for range 100000 {
		_, cerr := c.handshake()
		carry()
		_, serr := s.handshake()
		if cerr == nil && serr == nil {
			return
		}
		for _, err := range []error{cerr, serr} {
			if err != nil && err != errWantRead {
				t.Fatal(err)
			}
		}
	}
	t.Fatal("no end")
}

// Records may come in parts of any size, in the handshake and after it.
func TestParts(t *testing.T) {
	for _, version := range []uint16{tls.VersionTLS12, tls.VersionTLS13} {
		for _, n := range []int{0, 1, 7, 1000} {
			c, s, carry := newPair(t, version)
			shake(t, c, s, func() { carry(n) })
			want := bytes.Repeat([]byte("0123456789"), 4000)
			if _, err := c.conn.Write(want); err != nil {
				t.Fatal(err)
			}
			var got []byte
			buf := make([]byte, maxPlain)
			for len(got) < len(want) {
				k, err := s.read(buf)
				got = append(got, buf[:k]...)
				if err == errWantRead {
					carry(n)
				} else if err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(got, want) {
				t.Error("other bytes came")
			}
			c.closeWrite()
			var err error
			for range 1000 {
				carry(n)
				if _, err = s.read(buf); err != errWantRead {
					break
				}
			}
			if err != io.EOF {
				t.Errorf("close_notify gave %v", err)
			}
		}
	}
}

// The wire never takes bytes of the next record.
func TestOneRecordAtATime(t *testing.T) {
	c, s, carry := newPair(t, tls.VersionTLS13)
	shake(t, c, s, func() { carry(0) })
	carry(0)
	c.conn.Write([]byte("one"))
	size := len(c.out.buf)
	c.conn.Write([]byte("two"))
	carry(0)
	if _, err := s.read(make([]byte, maxPlain)); err != nil {
		t.Fatal(err)
	}
	if left := len(s.in.buf); left != size {
		t.Errorf("%d bytes are left, not %d", left, size)
	}
}

// A handshake that nobody goes on with leaves no goroutine behind.
func TestAbandoned(t *testing.T) {
	before := runtime.NumGoroutine()
	for range 100 {
		c, s, carry := newPair(t, tls.VersionTLS13)
		c.handshake()
		carry(0)
		s.handshake()
		c.abandon()
		s.abandon()
		if _, err := c.conn.Write([]byte("x")); err == nil {
			t.Error("it works all the same")
		}
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

func BenchmarkHandshake(b *testing.B) {
	for b.Loop() {
		c, s, carry := newPair(b, tls.VersionTLS13)
		shake(b, c, s, func() { carry(0) })
	}
}

// FuzzDecode: whatever is in a certificate, reading it ends with an answer.
func FuzzDecode(f *testing.F) {
	f.Add(issue(f, nil, authority("root")).cert.Raw)
	f.Add([]byte{0x30, 0x80})
	f.Fuzz(func(t *testing.T, raw []byte) {
		rt := &object.Runtime{Dialect: syntax.Python3}
		decodeCert(rt, raw)
	})
}
