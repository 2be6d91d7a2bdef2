package netfd

import (
	"sync"

	"example.com/pysock/pysock/posix"
)

// On Windows there are files, pipes and consoles, and no sockets yet. None of
// them can be waited for, so what may take long is done by a goroutine, and the
// thread waits for that.

// places are nothing here.
type places struct{}

func share() error { return nil }

// Alone reports whether the thread waits by itself; here it never does.
func (w *Waiter) Alone() bool { return false }

// doze waits once, until one of the errors.
func (w *Waiter) doze(d Deadline) error { return w.parkChan(nil, d) }

// An FD is a descriptor that many goroutines may use at once.
type FD struct {
	sys int

	mu      sync.Mutex
	closed  bool
	reading *reading // the read under way, if any
}

// A reading is a read whose result nobody has fetched yet.
type reading struct {
	done chan struct{} // closed when it is over
	data []byte
	err  error
}

// Borrow returns an FD for a descriptor.
func Borrow(sysfd int) *FD { return &FD{sys: sysfd} }

// Read is read(2). If the wait is interrupted the read itself goes on, and what
// it brings is for the next one.
func (fd *FD) Read(w *Waiter, _ Deadline, p []byte) (int, error) {
	for {
		fd.mu.Lock()
		if fd.closed {
			fd.mu.Unlock()
			return 0, posix.EBADF
		}
		r := fd.reading
		if r == nil {
			r = fd.begin(len(p))
		}
		fd.mu.Unlock()
		if err := w.WaitChan(r.done, Forever); err != nil {
			return 0, err
		}
		fd.mu.Lock()
		if fd.reading != r { // another thread has fetched it
			fd.mu.Unlock()
			continue
		}
		n := copy(p, r.data)
		r.data = r.data[n:]
		if len(r.data) == 0 {
			fd.reading = nil
		}
		fd.mu.Unlock()
		return n, r.err
	}
}

// begin starts a read; the caller holds mu.
func (fd *FD) begin(size int) *reading {
	r := &reading{done: make(chan struct{})}
	fd.reading = r
	go func() {
		buf := make([]byte, size)
		n, err := posix.Read(fd.sys, buf)
		r.data, r.err = buf[:max(n, 0)], err
		close(r.done)
	}()
	return r
}

// Write is write(2).
func (fd *FD) Write(w *Waiter, _ Deadline, p []byte) (int, error) {
	fd.mu.Lock()
	closed := fd.closed
	fd.mu.Unlock()
	if closed {
		return 0, posix.EBADF
	}
	w.before()
	defer w.after()
	return posix.Write(fd.sys, p)
}

// Close closes the descriptor. The read under way has it until it ends.
func (fd *FD) Close() error {
	fd.mu.Lock()
	defer fd.mu.Unlock()
	if fd.closed {
		return posix.EBADF
	}
	fd.closed = true
	if r := fd.reading; r != nil {
		select {
		case <-r.done:
		default:
			go func() {
				<-r.done
				posix.Close(fd.sys)
			}()
			return nil
		}
	}
	return posix.Close(fd.sys)
}

// Open is _open.
func Open(_ *Waiter, dir int, path string, flags int, mode uint32) (fd int, err error) {
	return posix.Openat(dir, path, flags, mode)
}

// Flags are those of a descriptor's file; none is non-blocking.
func Flags(int) (int, error) { return 0, nil }
