//go:build unix

package pysocket

import (
	"bytes"
	"io"
	"net"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const patience = 10 * time.Second

// soon fails the test if f doesn't return soon.
func soon(t *testing.T, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() { defer close(done); f() }()
	select {
	case <-done:
	case <-time.After(patience):
		t.Fatal("hangs")
	}
}

// each runs a test in both Pythons.
func each(t *testing.T, test func(t *testing.T, in *interpreter)) {
	for _, d := range dialects {
		t.Run(d.name, func(t *testing.T) { test(t, newInterpreter(t, d.Dialect)) })
	}
}

func (in *interpreter) must(t testing.TB, expr string) starlark.Value {
	t.Helper()
	v, err := in.eval(expr)
	if err != nil {
		t.Fatalf("%s: %v", expr, err)
	}
	return v
}

// Ctrl-C ends whatever waits.
func TestInterrupt(t *testing.T) {
	each(t, func(t *testing.T, in *interpreter) {
		in.env["l"] = in.must(t, "(lambda l: (l.settimeout(None), l)[1])(listener())")
		in.env["c"] = in.must(t, "connected()")
		in.env["u"] = in.must(t, "(lambda u: (u.bind(('127.0.0.1', 0)), u)[1])(udp())")
		for _, expr := range []string{
			"l.accept()", "u.recvfrom(10)", "u.recv(1)",
			"(c[0].settimeout(None), c[0].recv(1))", "(c[0].settimeout(1000), c[0].recv(1))",
			"c[0].sendall('x' * 50000000)",
		} {
			if in.rt.Dialect == syntax.Python3 {
				expr = strings.Replace(expr, "'x'", "b'x'", 1)
			}
			before := in.t.Waiter.BeforeWait
			in.t.Waiter.BeforeWait = func() {
				before()
				go in.rt.Interrupt()
			}
			if got := in.answer(expr); !strings.HasPrefix(got, "KeyboardInterrupt") {
				t.Errorf("%s: %s", expr, got)
			}
			in.t.Waiter.BeforeWait = before
			in.t.Check()
			in.t.Star.Uncancel()
		}
	})
}

// A socket that nobody holds is closed: its peer sees the end.
func TestCollected(t *testing.T) {
	each(t, func(t *testing.T, in *interpreter) {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		in.env["port"] = starlark.MakeInt(l.Addr().(*net.TCPAddr).Port)
		in.must(t, "(lambda s: s.connect(('127.0.0.1', port)))(tcp())")
		c, err := l.Accept()
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		c.SetReadDeadline(time.Now().Add(patience))
		stop := make(chan struct{})
		defer close(stop)
		go func() {
			for {
				select {
				case <-stop:
					return
				case <-time.After(time.Millisecond):
					runtime.GC()
				}
			}
		}()
		if _, err := c.Read(make([]byte, 1)); err != io.EOF {
			t.Error(err)
		}
	})
}

// A script is up when a client can reach it.
func TestUp(t *testing.T) {
	each(t, func(t *testing.T, in *interpreter) {
		up := false
		arm := func() { up = false; in.rt.Up = func() { up = true } }
		arm()
		in.env["s"] = in.must(t, "(lambda s: (s.bind(('127.0.0.1', 0)), s)[1])(tcp())")
		if up {
			t.Error("bound, but not listening")
		}
		in.must(t, "s.listen(1)")
		if !up {
			t.Error("listens, but isn't up")
		}
		arm()
		in.must(t, "(lambda s: s.bind(('127.0.0.1', 0)))(udp())")
		if !up {
			t.Error("a mailbox is open, but not up")
		}
	})
}

// A blocking send returns when all is sent, though the descriptor isn't
// blocking.
func TestBlockingSend(t *testing.T) {
	each(t, func(t *testing.T, in *interpreter) {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		const size = 20_000_000
		got := make(chan int64)
		go func() {
			c, err := l.Accept()
			if err != nil {
				return
			}
			defer c.Close()
			n, _ := io.Copy(io.Discard, c)
			got <- n
		}()
		in.env["port"] = starlark.MakeInt(l.Addr().(*net.TCPAddr).Port)
		in.env["data"] = in.rt.Bytes(bytes.Repeat([]byte("x"), size))
		soon(t, func() {
			v := in.must(t, "(lambda s: (s.connect(('127.0.0.1', port)), s.send(data), s.close())[1])(tcp())")
			if n, _ := starlark.AsInt32(v); n != size {
				t.Errorf("sent %v", v)
			}
			if n := <-got; n != size {
				t.Errorf("received %d", n)
			}
		})
	})
}

// A name that needs the DNS ends, with gaierror, whether there is one or not.
func TestUnknownHost(t *testing.T) {
	if testing.Short() {
		t.Skip("asks the DNS")
	}
	each(t, func(t *testing.T, in *interpreter) {
		got := in.answer("S.gethostbyname('nosuch.invalid')")
		if got != "gaierror: [Errno -2] Name or service not known" && got != "gaierror: [Errno -3] Temporary failure in name resolution" {
			t.Error(got)
		}
	})
}

func method1(b *testing.B, in *interpreter, expr string) func(args ...starlark.Value) starlark.Value {
	f := in.must(b, expr)
	return func(args ...starlark.Value) starlark.Value {
		v, err := starlark.Call(in.t.Star, f, args, nil)
		if err != nil {
			b.Fatal(err)
		}
		return v
	}
}

// The other side of the ping-pong is a process of its own: this test binary
// again.
func TestMain(m *testing.M) {
	if os.Getenv("PYSOCKET_ECHO") != "" {
		echo()
		return
	}
	os.Exit(m.Run())
}

func echo() {
	fd, err := netfd.New(3)
	if err != nil {
		panic(err)
	}
	var w netfd.Waiter
	var from netfd.Addr
	buf := make([]byte, 256)
	for {
		n, err := fd.RecvFrom(&w, netfd.Forever, buf, 0, &from)
		if err != nil || n == 0 {
			return
		}
		fd.SendTo(&w, netfd.Forever, buf[:n], 0, &from)
	}
}

// BenchmarkUDPPingPong is a datagram to another process and back.
func BenchmarkUDPPingPong(b *testing.B) {
	in := newInterpreter(b, syntax.Python3)
	conn, err := net.ListenUDP("udp4", &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		b.Fatal(err)
	}
	defer conn.Close()
	file, err := conn.File()
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	port := conn.LocalAddr().(*net.UDPAddr).Port
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "PYSOCKET_ECHO=1")
	cmd.ExtraFiles = []*os.File{file}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	defer cmd.Wait()
	defer in.eval("udp().sendto(b'', ('127.0.0.1', " + strconv.Itoa(port) + "))") // ends it
	in.env["s"] = in.must(b, "udp()")
	sendto, recvfrom := method1(b, in, "s.sendto"), method1(b, in, "s.recvfrom")
	data := starlark.Bytes("hello")
	to := starlark.Tuple{starlark.String("127.0.0.1"), starlark.MakeInt(port)}
	size := starlark.MakeInt(256)
	b.ReportAllocs()
	for b.Loop() {
		sendto(data, to)
		recvfrom(size)
	}
}

// BenchmarkSelf is a datagram to oneself: no wait, only the calls.
func BenchmarkSelf(b *testing.B) {
	in := newInterpreter(b, syntax.Python3)
	in.env["s"] = in.must(b, "(lambda s: (s.bind(('127.0.0.1', 0)), s)[1])(udp())")
	sendto, recvfrom := method1(b, in, "s.sendto"), method1(b, in, "s.recvfrom")
	to := in.must(b, "s.getsockname()")
	data, size := starlark.Bytes("hello"), starlark.MakeInt(256)
	b.ReportAllocs()
	for b.Loop() {
		sendto(data, to)
		recvfrom(size)
	}
}

// BenchmarkConnect is connect, accept, send, recv and two closes.
func BenchmarkConnect(b *testing.B) {
	in := newInterpreter(b, syntax.Python3)
	in.env["l"] = in.must(b, "listener()")
	to := in.must(b, "l.getsockname()")
	socket, accept := method1(b, in, "S.socket"), method1(b, in, "l.accept")
	call := func(s starlark.Value, name string, args ...starlark.Value) {
		f, err := s.(*Socket).Attr(name)
		if err == nil {
			_, err = starlark.Call(in.t.Star, f, args, nil)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	data, size := starlark.Bytes("Mon Nov 23 03:55:50 2026"), starlark.MakeInt(1024)
	for b.Loop() {
		c := socket()
		call(c, "connect", to)
		s := accept().(starlark.Tuple)[0]
		call(s, "send", data)
		call(s, "close")
		call(c, "recv", size)
		call(c, "close")
	}
}
