//go:build unix

package netfd

import (
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// The other side of the ping-pong is a process of its own: this test binary
// again.
func TestMain(m *testing.M) {
	if os.Getenv("NETFD_ECHO") != "" {
		echo()
		return
	}
	os.Exit(m.Run())
}

func echo() {
	fd, err := New(3)
	if err != nil {
		panic(err)
	}
	var w Waiter
	if os.Getenv("NETFD_ECHO") == "shared" {
		new(Waiter).Start()
		new(Waiter).Start()
	}
	var from Addr
	buf := make([]byte, 1<<16)
	for {
		n, err := fd.RecvFrom(&w, Forever, buf, 0, &from)
		if err != nil || n == 0 {
			return
		}
		fd.SendTo(&w, Forever, buf[:n], 0, &from)
	}
}

// BenchmarkUDPPingPong is one datagram to another process and back. Compare
// on one core: taskset -c 1 go test -bench UDP -cpu 1,2.
func BenchmarkUDPPingPong(b *testing.B) {
	for _, way := range []string{"slot", "shared"} {
		b.Run(way, func(b *testing.B) {
			if way == "shared" {
				shareAll(b)
			} else {
				slotAll(b)
			}
			server, to := socket(b, unix.SOCK_DGRAM)
			file := os.NewFile(uintptr(must(unix.Dup(server.Sysfd()))), "udp")
			defer file.Close()
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), "NETFD_ECHO="+way)
			cmd.ExtraFiles = []*os.File{file}
			if err := cmd.Start(); err != nil {
				b.Fatal(err)
			}
			client, _ := socket(b, unix.SOCK_DGRAM)
			pingPong(b, client, &to)
			var w Waiter
			client.SendTo(&w, Forever, nil, 0, &to)
			cmd.Wait()
		})
	}
}

func must(n int, err error) int {
	if err != nil {
		panic(err)
	}
	return n
}

func pingPong(b *testing.B, client *FD, to *Addr) {
	var w Waiter
	var from Addr
	buf := make([]byte, 256)
	end := After(time.Minute)
	b.ReportAllocs()
	for b.Loop() {
		client.SendTo(&w, Forever, buf[:5], 0, to)
		if n, err := client.RecvFrom(&w, end, buf, 0, &from); n != 5 || err != nil {
			b.Fatal(n, err)
		}
	}
}

// BenchmarkThreads is the ping-pong between two goroutines of one process,
// with waits in slots and in the shared poller.
func BenchmarkThreads(b *testing.B) {
	for _, way := range []string{"slot", "shared"} {
		b.Run(way, func(b *testing.B) {
			if way == "shared" {
				shareAll(b)
			} else {
				slotAll(b)
			}
			server, to := socket(b, unix.SOCK_DGRAM)
			done := make(chan struct{})
			go func() {
				defer close(done)
				var w Waiter
				var from Addr
				buf := make([]byte, 256)
				for {
					n, err := server.RecvFrom(&w, Forever, buf, 0, &from)
					if err != nil {
						return
					}
					server.SendTo(&w, Forever, buf[:n], 0, &from)
				}
			}()
			client, _ := socket(b, unix.SOCK_DGRAM)
			pingPong(b, client, &to)
			server.Close()
			<-done
		})
	}
}

// BenchmarkReady is a call that doesn't have to wait: the cost of all the
// machinery.
func BenchmarkReady(b *testing.B) {
	fd, to := socket(b, unix.SOCK_DGRAM)
	var w Waiter
	var from Addr
	buf := make([]byte, 256)
	for b.Loop() {
		fd.SendTo(&w, Forever, buf[:5], 0, &to)
		fd.RecvFrom(&w, Forever, buf, 0, &from)
	}
}

// BenchmarkConnect is TCP connect, accept, send, receive, close.
func BenchmarkConnect(b *testing.B) {
	l, to := listener(b)
	var w Waiter
	var from Addr
	buf := make([]byte, 256)
	for b.Loop() {
		c, err := Socket(unix.AF_INET, unix.SOCK_STREAM, 0)
		if err != nil {
			b.Fatal(err)
		}
		if err := c.Connect(&w, Forever, &to); err != nil {
			b.Fatal(err)
		}
		s, err := l.Accept(&w, Forever, &from)
		if err != nil {
			b.Fatal(err)
		}
		s.Send(&w, Forever, buf[:24], 0)
		s.Close()
		c.Recv(&w, Forever, buf, 0)
		c.Close()
	}
}

// BenchmarkManyThreads is a round of echoes to many goroutines that wait.
func BenchmarkManyThreads(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			shareAll(b)
			var out []*FD
			for range n {
				x, y := pair(b)
				out = append(out, y)
				go func() {
					var w Waiter
					buf := make([]byte, 10)
					for {
						k, err := x.Recv(&w, Forever, buf, 0)
						if err != nil || k == 0 {
							return
						}
						x.Send(&w, Forever, buf[:k], 0)
					}
				}()
			}
			var w Waiter
			buf := []byte("x")
			for b.Loop() {
				for _, y := range out {
					y.Send(&w, Forever, buf, 0)
				}
				for _, y := range out {
					y.Recv(&w, Forever, buf, 0)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/echo")
		})
	}
}
