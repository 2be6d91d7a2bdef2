//go:build unix

package netfd

import (
	"errors"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// patienceOfTests bounds everything that must not hang.
const patienceOfTests = 10 * time.Second

// soon fails the test if f doesn't return soon.
func soon(t testing.TB, what string, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() { defer close(done); f() }()
	select {
	case <-done:
	case <-time.After(patienceOfTests):
		buf := make([]byte, 1<<20)
		t.Fatalf("%s hangs\n%s", what, buf[:runtime.Stack(buf, true)])
	}
}

func openFDs(t testing.TB) int {
	t.Helper()
	list, err := os.ReadDir("/dev/fd")
	if err != nil {
		t.Skip(err)
	}
	return len(list)
}

// noLeak checks at the end of the test that it left no descriptor and no
// goroutine behind, but for those that netfd keeps.
func noLeak(t *testing.T) {
	t.Helper()
	if err := shared.open(); err != nil { // stays open
		t.Fatal(err)
	}
	if s, err := slots.make(); err != nil { // and so do some of these
		t.Fatal(err)
	} else {
		slots.put(s)
	}
	fds, routines := openFDs(t), runtime.NumGoroutine()
	t.Cleanup(func() {
		var f, r int
		for end := time.Now().Add(patienceOfTests); time.Now().Before(end); time.Sleep(time.Millisecond) {
			if f, r = openFDs(t), runtime.NumGoroutine(); f <= fds+slotLimit && r <= routines {
				return
			}
		}
		t.Errorf("left behind: %d descriptors, %d goroutines", f-fds, r-routines)
	})
}

func loopback() Addr { return Inet4([4]byte{127, 0, 0, 1}, 0) }

func socket(t testing.TB, typ int) (*FD, Addr) {
	t.Helper()
	fd, err := Socket(unix.AF_INET, typ, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { fd.Close() })
	a := loopback()
	if err := fd.Bind(&a); err != nil {
		t.Fatal(err)
	}
	if err := fd.Local(&a); err != nil {
		t.Fatal(err)
	}
	return fd, a
}

func listener(t testing.TB) (*FD, Addr) {
	t.Helper()
	fd, a := socket(t, unix.SOCK_STREAM)
	if err := fd.Listen(128); err != nil {
		t.Fatal(err)
	}
	return fd, a
}

func pair(t testing.TB) (a, b *FD) {
	t.Helper()
	a, b, err := Socketpair(unix.AF_UNIX, unix.SOCK_STREAM, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close(); b.Close() })
	return a, b
}

// shareAll makes the test's waits go to the shared poller, slotAll to slots.
func shareAll(t testing.TB) { limitThreads(t, 0) }
func slotAll(t testing.TB)  { limitThreads(t, 1<<30) }

func limitThreads(t testing.TB, n int32) {
	t.Helper()
	if err := shared.open(); err != nil {
		t.Fatal(err)
	}
	slots.more.Store(n - 1)
	t.Cleanup(func() { slots.more.Store(0) })
}

// bothWays runs a test with waits in slots, as on one processor too, and with
// waits in the shared poller.
func bothWays(t *testing.T, test func(t *testing.T)) {
	t.Run("one CPU", func(t *testing.T) {
		defer processors.Store(0)
		processors.Store(1)
		noLeak(t)
		slotAll(t)
		test(t)
	})
	t.Run("slot", func(t *testing.T) { noLeak(t); slotAll(t); test(t) })
	t.Run("shared", func(t *testing.T) { noLeak(t); shareAll(t); test(t) })
}

// waits are all the ways to wait without end.
var waits = map[string]func(t *testing.T, w *Waiter, d Deadline) error{
	"recv": func(t *testing.T, w *Waiter, d Deadline) error {
		a, _ := pair(t)
		_, err := a.Recv(w, d, make([]byte, 10), 0)
		return err
	},
	"recvfrom": func(t *testing.T, w *Waiter, d Deadline) error {
		fd, _ := socket(t, unix.SOCK_DGRAM)
		var from Addr
		_, err := fd.RecvFrom(w, d, make([]byte, 10), 0, &from)
		return err
	},
	"accept": func(t *testing.T, w *Waiter, d Deadline) error {
		fd, _ := listener(t)
		var from Addr
		_, err := fd.Accept(w, d, &from)
		return err
	},
	"connect": func(t *testing.T, w *Waiter, d Deadline) error {
		_, to := crowded(t)
		c, _ := socket(t, unix.SOCK_STREAM)
		return c.Connect(w, d, &to)
	},
	"send": func(t *testing.T, w *Waiter, d Deadline) error {
		a, _ := pair(t)
		_, err := a.SendAll(w, d, make([]byte, 1<<23), 0)
		return err
	},
	"wait": func(t *testing.T, w *Waiter, d Deadline) error {
		a, _ := pair(t)
		_, err := w.Wait(a.Sysfd(), Readable, d)
		return err
	},
	"poll": func(t *testing.T, w *Waiter, d Deadline) error {
		a, b := pair(t)
		fds := []PollFd{{Fd: int32(a.Sysfd()), Events: Readable}, {Fd: int32(b.Sysfd()), Events: Readable}}
		_, err := w.Poll(fds, d)
		return err
	},
	"channel": func(t *testing.T, w *Waiter, d Deadline) error {
		return w.WaitChan(make(chan struct{}), d)
	},
	"pipe": func(t *testing.T, w *Waiter, d Deadline) error {
		r, e, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		defer e.Close()
		_, err = Borrow(int(r.Fd())).Read(w, d, make([]byte, 10))
		return err
	},
}

// crowded returns a listener whose queue is full, so that connecting to it
// takes for ever.
func crowded(t testing.TB) (*FD, Addr) {
	t.Helper()
	fd, a := socket(t, unix.SOCK_STREAM)
	if err := fd.Listen(0); err != nil {
		t.Fatal(err)
	}
	for range 4 {
		c, err := Socket(unix.AF_INET, unix.SOCK_STREAM, 0)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Close() })
		if err := c.Connect(nil, AtOnce, &a); err != unix.EINPROGRESS && err != nil {
			t.Fatal(err)
		}
	}
	return fd, a
}

// waiting calls f when w waits for the first time.
func waiting(w *Waiter, f func()) {
	var once sync.Once
	w.BeforeWait = func() { once.Do(func() { go f() }) }
}

func TestInterruptEndsEachWait(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		for name, wait := range waits {
			t.Run(name, func(t *testing.T) {
				var w Waiter
				waiting(&w, w.Interrupt)
				soon(t, name, func() {
					if err := wait(t, &w, Forever); err != ErrInterrupted {
						t.Errorf("got %v", err)
					}
				})
			})
		}
		t.Run("sleep", func(t *testing.T) {
			var w Waiter
			waiting(&w, w.Interrupt)
			soon(t, "sleep", func() {
				if err := w.Sleep(time.Hour); err != ErrInterrupted {
					t.Errorf("got %v", err)
				}
			})
		})
	})
}

func TestOpenNamedPipe(t *testing.T) {
	noLeak(t)
	path := t.TempDir() + "/pipe"
	if err := unix.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	open := func(w *Waiter, flags int) (fd int, err error) {
		soon(t, "open", func() { fd, err = Open(w, unix.AT_FDCWD, path, flags, 0) })
		return fd, err
	}
	var w Waiter
	waiting(&w, w.Interrupt)
	if _, err := open(&w, unix.O_RDONLY); err != ErrInterrupted {
		t.Fatalf("got %v", err)
	}
	// Both ends: each waits for the other, and so does what was interrupted.
	var wg, met sync.WaitGroup
	met.Add(2)
	for _, flags := range []int{unix.O_RDONLY, unix.O_WRONLY} {
		wg.Go(func() {
			var w Waiter
			defer w.Close()
			fd, err := Open(&w, unix.AT_FDCWD, path, flags, 0)
			if err != nil {
				t.Error(err)
			}
			met.Done()
			met.Wait()
			unix.Close(fd)
		})
	}
	soon(t, "both", wg.Wait)
	w.Close()
}

func TestDeadlineEndsEachWait(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		for name, wait := range waits {
			t.Run(name, func(t *testing.T) {
				var w Waiter
				soon(t, name, func() {
					start := time.Now()
					if err := wait(t, &w, After(20*time.Millisecond)); err != ErrTimeout {
						t.Errorf("got %v", err)
					}
					if took := time.Since(start); took < 20*time.Millisecond {
						t.Errorf("ended after %v", took)
					}
				})
			})
		}
	})
}

func TestAtOnceNeverWaits(t *testing.T) {
	for name, wait := range waits {
		if name == "wait" || name == "poll" || name == "channel" || name == "pipe" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			w := Waiter{BeforeWait: func() { t.Error("waits") }}
			err := wait(t, &w, AtOnce)
			if want := map[bool]error{true: unix.EINPROGRESS, false: unix.EAGAIN}[name == "connect"]; err != want {
				t.Errorf("got %v, want %v", err, want)
			}
		})
	}
}

func TestCloseEndsWaits(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		const n = 20
		fd, addr := socket(t, unix.SOCK_DGRAM)
		var ready, done sync.WaitGroup
		ready.Add(n)
		done.Add(n)
		for range n {
			go func() {
				defer done.Done()
				var w Waiter
				var once sync.Once
				w.BeforeWait = func() { once.Do(ready.Done) }
				if _, err := fd.Recv(&w, Forever, make([]byte, 10), 0); err != unix.EBADF {
					t.Errorf("got %v", err)
				}
			}()
		}
		soon(t, "getting ready", ready.Wait)
		soon(t, "close", func() {
			if err := fd.Close(); err != nil {
				t.Error(err)
			}
			// The port is free as soon as Close has returned.
			again, err := Socket(unix.AF_INET, unix.SOCK_DGRAM, 0)
			if err != nil {
				t.Fatal(err)
			}
			if err := again.Bind(&addr); err != nil {
				t.Error(err)
			}
			again.Close()
		})
		soon(t, "the waits", done.Wait)
		if err := fd.Close(); err != unix.EBADF {
			t.Errorf("second close: %v", err)
		}
	})
}

// A waiter must never touch a number that was closed and used again.
func TestReusedNumber(t *testing.T) {
	noLeak(t)
	for range 200 {
		a, b := pair(t)
		var w Waiter
		closed := make(chan struct{})
		waiting(&w, func() { a.Close(); b.Close(); close(closed) })
		if _, err := a.Recv(&w, Forever, make([]byte, 10), 0); err != unix.EBADF {
			t.Fatal(err)
		}
		<-closed
		c, d := pair(t)
		if _, err := d.Send(&w, Forever, []byte("x"), 0); err != nil {
			t.Fatal(err)
		}
		if _, err := a.Recv(&w, AtOnce, make([]byte, 10), 0); err != unix.EBADF {
			t.Fatal(err)
		}
		c.Close()
		d.Close()
	}
}

func TestInterruptBeforeWaitIsKept(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		for name, wait := range waits {
			var w Waiter
			w.Interrupt()
			soon(t, name, func() {
				if err := wait(t, &w, Forever); err != ErrInterrupted {
					t.Errorf("%s: got %v", name, err)
				}
			})
			if w.Clear() {
				t.Errorf("%s: told twice", name)
			}
		}
	})
}

func TestInterruptedResumesWithTheTimeLeft(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		var w Waiter
		told := 0
		w.Interrupted = func() error { told++; return nil }
		stop := make(chan struct{})
		go func() {
			for {
				select {
				case <-stop:
					return
				case <-time.After(time.Millisecond):
					w.Interrupt()
				}
			}
		}()
		start := time.Now()
		soon(t, "sleep", func() {
			if err := w.Sleep(100 * time.Millisecond); err != nil {
				t.Error(err)
			}
		})
		close(stop)
		if took := time.Since(start); took < 100*time.Millisecond || told == 0 {
			t.Errorf("slept %v, interrupted %d times", took, told)
		}
		w.Clear()
		mine := errors.New("mine")
		w.Interrupted = func() error { return mine }
		w.Interrupt()
		if err := w.Sleep(time.Hour); err != mine {
			t.Error(err)
		}
	})
}

// Each message and each interrupt is seen exactly once, whatever the timing.
func TestNoLostWakeup(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		const n = 5000
		a, b := pair(t)
		var w Waiter
		var told atomic.Int64
		allowed := make(chan struct{}, 1)
		w.Interrupted = func() error {
			told.Add(1)
			allowed <- struct{}{}
			return nil
		}
		go func() {
			var w Waiter
			for range n {
				b.Send(&w, Forever, []byte("x"), 0)
				if told.Load()%3 == 0 {
					runtime.Gosched()
				}
			}
			b.Shutdown(unix.SHUT_WR)
		}()
		go func() {
			for range n / 10 {
				w.Interrupt()
				<-allowed
			}
			w.Interrupt()
		}()
		got := 0
		soon(t, "receiving", func() {
			buf := make([]byte, 1)
			for {
				k, err := a.Recv(&w, Forever, buf, 0)
				if err != nil {
					t.Error(err)
				}
				if k == 0 {
					break
				}
				got += k
			}
			for told.Load() < n/10+1 {
				w.Sleep(time.Hour / n)
				if told.Load() == n/10+1 {
					break
				}
			}
		})
		if got != n {
			t.Errorf("got %d of %d", got, n)
		}
	})
}

func TestManyWaiters(t *testing.T) {
	noLeak(t)
	shareAll(t)
	const n = 500
	var done sync.WaitGroup
	ready := make(chan int, n)
	out := make([]*FD, n)
	for i := range n {
		a, b := pair(t)
		out[i] = b
		done.Add(1)
		go func() {
			defer done.Done()
			var w Waiter
			var once sync.Once
			w.BeforeWait = func() { once.Do(func() { ready <- i }) }
			buf := make([]byte, 10)
			for want := range 20 {
				k, err := a.Recv(&w, After(patienceOfTests), buf, 0)
				if err != nil || k != 1 || buf[0] != byte(want) {
					t.Errorf("got %d %v %v", k, buf[:1], err)
					return
				}
				a.Send(&w, Forever, buf[:1], 0)
			}
		}()
	}
	for range n {
		<-ready
	}
	threads := func() int {
		list, err := os.ReadDir("/proc/self/task")
		if err != nil {
			t.Skip(err)
		}
		return len(list)
	}()
	if threads > 50 {
		t.Errorf("%d threads for %d waits", threads, n)
	}
	var w Waiter
	buf := make([]byte, 1)
	for round := range 20 {
		for _, b := range out {
			b.Send(&w, Forever, []byte{byte(round)}, 0)
		}
		for _, b := range out {
			if _, err := b.Recv(&w, After(patienceOfTests), buf, 0); err != nil {
				t.Fatal(err)
			}
		}
	}
	soon(t, "the end", done.Wait)
}

func TestReadersAndWritersOfOneDescriptor(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		a, b := pair(t)
		const size = 4 << 20
		var done sync.WaitGroup
		for _, x := range []*FD{a, b} {
			done.Add(2)
			go func() {
				defer done.Done()
				var w Waiter
				if n, err := x.SendAll(&w, After(patienceOfTests), make([]byte, size), 0); n != size || err != nil {
					t.Error(n, err)
				}
			}()
			go func() {
				defer done.Done()
				var w Waiter
				buf := make([]byte, 10000)
				for got := 0; got < size; {
					n, err := x.Recv(&w, After(patienceOfTests), buf, 0)
					if err != nil {
						t.Error(err)
						return
					}
					got += n
				}
			}()
		}
		soon(t, "exchange", done.Wait)
	})
}

func TestSignalsDontEndWaits(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		stop := make(chan struct{})
		var storm sync.WaitGroup
		storm.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					unix.Kill(os.Getpid(), unix.SIGURG) // Go's own, harmless
					time.Sleep(100 * time.Microsecond)
				}
			}
		})
		for name, wait := range waits {
			var w Waiter
			if err := wait(t, &w, After(50*time.Millisecond)); err != ErrTimeout {
				t.Errorf("%s: %v", name, err)
			}
		}
		close(stop)
		storm.Wait()
	})
}

// A knock that came late must not make a borrowed descriptor, which may block,
// be read before there is something to read.
func TestLateKnock(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		s, err := slots.make()
		if err != nil {
			t.Fatal(err)
		}
		s.wake()
		slots.put(s)
		var w Waiter
		w.channel() <- struct{}{}
		soon(t, "read", func() {
			if err := waits["pipe"](t, &w, After(20*time.Millisecond)); err != ErrTimeout {
				t.Error(err)
			}
		})
	})
}

func TestHooksOnlyAroundWaits(t *testing.T) {
	a, b := pair(t)
	depth, calls := 0, 0
	w := Waiter{
		BeforeWait: func() { depth++; calls++ },
		AfterWait:  func() { depth-- },
	}
	if _, err := b.Send(&w, Forever, []byte("x"), 0); err != nil || calls != 0 {
		t.Error(err, calls)
	}
	if _, err := a.Recv(&w, Forever, make([]byte, 1), 0); err != nil || calls != 0 {
		t.Error(err, calls)
	}
	if _, err := a.Recv(&w, After(0), make([]byte, 1), 0); err != ErrTimeout || calls != 1 || depth != 0 {
		t.Error(err, calls, depth)
	}
}

func TestConnect(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		var w Waiter
		l, to := listener(t)
		c, _ := socket(t, unix.SOCK_STREAM)
		if err := c.Connect(&w, Forever, &to); err != nil {
			t.Fatal(err)
		}
		var from, local, peer Addr
		s, err := l.Accept(&w, Forever, &from)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		c.Local(&local)
		s.Peer(&peer)
		if !from.Equal(&local) || !peer.Equal(&from) {
			t.Error("addresses differ")
		}
		if err := c.Connect(&w, Forever, &to); err != unix.EISCONN {
			t.Error(err)
		}
		timed, _ := socket(t, unix.SOCK_STREAM)
		if err := timed.Connect(&w, After(patienceOfTests), &to); err != nil {
			t.Fatal(err)
		}
		l.Close()
		for _, d := range []Deadline{Forever, After(patienceOfTests)} {
			c, _ := socket(t, unix.SOCK_STREAM)
			if err := c.Connect(&w, d, &to); err != unix.ECONNREFUSED {
				t.Error(err)
			}
		}
	})
}

func TestConnectToFullUnixQueue(t *testing.T) {
	noLeak(t)
	name := MakeAddr(unix.AF_UNIX, append([]byte(t.TempDir()+"/s"), 0))
	l, err := Socket(unix.AF_UNIX, unix.SOCK_STREAM, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if err := l.Bind(&name); err != nil {
		t.Fatal(err)
	}
	l.Listen(0)
	var w Waiter
	connect := func(d Deadline) error {
		c, err := Socket(unix.AF_UNIX, unix.SOCK_STREAM, 0)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Close() })
		return c.Connect(&w, d, &name)
	}
	for connect(AtOnce) == nil {
	}
	waiting(&w, func() {
		var w Waiter
		var from Addr
		for range 3 {
			if s, err := l.Accept(&w, After(patienceOfTests), &from); err == nil {
				s.Close()
			}
		}
	})
	soon(t, "connect", func() {
		if err := connect(Forever); err != nil {
			t.Error(err)
		}
	})
}

func TestDetach(t *testing.T) {
	a, b := pair(t)
	n, err := a.Detach()
	if err != nil {
		t.Fatal(err)
	}
	if a.Sysfd() != -1 || a.Close() != unix.EBADF {
		t.Error("still open")
	}
	again, err := New(n)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	var w Waiter
	if _, err := b.Send(&w, Forever, []byte("x"), 0); err != nil {
		t.Error(err)
	}
	if _, err := again.Recv(&w, Forever, make([]byte, 1), 0); err != nil {
		t.Error(err)
	}
}

func TestWaitForOddThings(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		var w Waiter
		f, err := os.Open("/etc/hosts")
		if err != nil {
			t.Skip(err)
		}
		defer f.Close()
		if got, err := w.Wait(int(f.Fd()), Readable, Forever); err != nil || got&Readable == 0 {
			t.Error("file:", got, err)
		}
		a, b := pair(t)
		b.Close()
		if got, err := w.Wait(a.Sysfd(), Readable, Forever); err != nil || got&unix.POLLHUP == 0 {
			t.Error("hang-up:", got, err)
		}
		n := a.Sysfd()
		a.Close()
		if got, err := w.Wait(n, Readable, Forever); err != nil || got != unix.POLLNVAL {
			t.Error("closed:", got, err)
		}
	})
}

func TestPoll(t *testing.T) {
	noLeak(t)
	var w Waiter
	a, b := pair(t)
	b.Send(&w, Forever, []byte("x"), 0)
	fds := []PollFd{
		{Fd: int32(a.Sysfd()), Events: Readable},
		{Fd: -1, Events: Readable},
		{Fd: int32(b.Sysfd()), Events: Readable | Writable},
	}
	for _, d := range []Deadline{Forever, AtOnce, After(0)} {
		if n, err := w.Poll(fds, d); n != 2 || err != nil || fds[0].Revents != Readable || fds[1].Revents != 0 || fds[2].Revents != Writable {
			t.Error(n, err, fds)
		}
	}
	if n, err := w.Poll(nil, After(time.Millisecond)); n != 0 || err != ErrTimeout {
		t.Error(n, err)
	}
}

// A wait that began when it was the only one moves over when a second thread
// begins.
func TestSecondThreadEmptiesSlots(t *testing.T) {
	noLeak(t)
	before := threads.Swap(0)
	defer func() { threads.Add(before) }()
	first, second := new(Waiter), new(Waiter)
	defer first.Close()
	defer second.Close()
	a, b := pair(t)
	done := make(chan struct{})
	waiting(first, func() {
		defer close(done)
		if err := second.Start(); err != nil {
			t.Error(err)
			return
		}
		for end := time.Now().Add(patienceOfTests); time.Now().Before(end); time.Sleep(time.Millisecond) {
			slots.mu.Lock()
			empty := len(slots.free) == len(slots.all)
			slots.mu.Unlock()
			if empty {
				b.Send(second, Forever, []byte("x"), 0)
				return
			}
		}
		t.Error("still in its slot")
		first.Interrupt()
	})
	soon(t, "recv", func() {
		if _, err := a.Recv(first, Forever, make([]byte, 1), 0); err != nil {
			t.Error(err)
		}
		<-done
	})
}

func TestAddr(t *testing.T) {
	a := Inet6([16]byte{15: 1}, 80, 7, 3)
	host, port, flow, scope := a.Inet6()
	if a.Family() != unix.AF_INET6 || host != [16]byte{15: 1} || port != 80 || flow != 7 || scope != 3 {
		t.Error(a)
	}
	b := Inet4([4]byte{1, 2, 3, 4}, 81)
	if h, p := b.Inet4(); h != [4]byte{1, 2, 3, 4} || p != 81 || b.Family() != unix.AF_INET || a.Equal(&b) {
		t.Error(b)
	}
	if none := new(Addr); none.Family() != 0 || none.Data() != nil {
		t.Error(none)
	}
}

func TestNoAllocations(t *testing.T) {
	a, to := socket(t, unix.SOCK_DGRAM)
	var w Waiter
	buf := make([]byte, 100)
	var from Addr
	if n := testing.AllocsPerRun(100, func() {
		a.SendTo(&w, Forever, buf[:5], 0, &to)
		a.RecvFrom(&w, After(time.Second), buf, 0, &from)
		a.RecvFrom(&w, After(time.Microsecond), buf, 0, &from)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
