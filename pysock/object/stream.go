package object

import (
	"bytes"
	"io"
	"os"

	"example.com/pysock/pysock/netfd"
	"golang.org/x/sys/unix"
)

// A Stream is the buffered middle of a file: bytes in, bytes out. Several File
// values may stand on one, as sys.stdout and sys.stdout.buffer do.
type Stream struct {
	Fd       int // the descriptor's number, -1 if there is none
	Terminal bool
	// LineBuffered streams are flushed at each newline, Unbuffered ones always.
	LineBuffered, Unbuffered bool

	// Typed, if not nil, is called when a line has been typed at a terminal.
	Typed func()

	src  source    // nil if it can't be read
	dst  io.Writer // nil if it can't be written
	in   []byte    // read, not yet taken
	out  []byte    // written, not yet flushed
	eof  bool
	done bool // closed
}

// A source reads some bytes; at the end it returns 0, nil.
type source func(t *Thread, p []byte) (int, error)

// bufferSize is how much is read, or held back, at most.
const bufferSize = 8192

// NewReader returns the stream of a Go reader. A read of a descriptor ends when
// the thread is interrupted; with any other reader, the read itself goes on
// behind the back of the thread, and what it brings is kept for the next one.
func NewReader(r io.Reader) *Stream {
	if f, ok := r.(*os.File); ok && f != nil {
		fd := netfd.Borrow(int(f.Fd()))
		return &Stream{Fd: int(f.Fd()), Terminal: isTerminal(f), src: func(t *Thread, p []byte) (int, error) {
			return fd.Read(t.Waiter, netfd.Forever, p)
		}}
	}
	if r == nil {
		return &Stream{Fd: -1, eof: true, src: func(*Thread, []byte) (int, error) { return 0, nil }}
	}
	b := &background{r: r}
	return &Stream{Fd: -1, src: b.read}
}

// background reads in a goroutine, so that whoever waits for it can be interrupted.
type background struct {
	r    io.Reader
	data []byte
	err  error
	busy chan struct{} // closed when the read under way is done; nil if there is none
}

func (b *background) read(t *Thread, p []byte) (int, error) {
	if len(b.data) == 0 && b.err == nil {
		if b.busy == nil {
			b.busy = make(chan struct{})
			go func(done chan struct{}) {
				buf := make([]byte, bufferSize)
				n, err := b.r.Read(buf)
				b.data, b.err = buf[:n], err
				close(done)
			}(b.busy)
		}
		if err := t.Waiter.WaitChan(b.busy, netfd.Forever); err != nil {
			return 0, err
		}
		b.busy = nil
	}
	n := copy(p, b.data)
	b.data = b.data[n:]
	if n == 0 && b.err != io.EOF {
		return 0, b.err
	}
	return n, nil
}

// NewWriter returns the stream of a Go writer.
func NewWriter(w io.Writer) *Stream {
	s := &Stream{Fd: -1, dst: w}
	if f, ok := w.(*os.File); ok && f != nil {
		s.Fd, s.Terminal = int(f.Fd()), isTerminal(f)
	}
	s.LineBuffered = s.Terminal
	return s
}

func isTerminal(f *os.File) bool {
	_, err := unix.IoctlGetTermios(int(f.Fd()), getTermios)
	return err == nil
}

// Write takes bytes to be written.
func (s *Stream) Write(p string) error {
	s.out = append(s.out, p...)
	if s.Unbuffered || len(s.out) >= bufferSize || s.LineBuffered && bytes.IndexByte([]byte(p), '\n') >= 0 {
		return s.Flush()
	}
	return nil
}

// Flush writes out what is held back.
func (s *Stream) Flush() error {
	for len(s.out) > 0 {
		n, err := s.dst.Write(s.out)
		s.out = s.out[n:]
		if err != nil {
			s.out = nil
			return err
		}
	}
	s.out = s.out[:0]
	return nil
}

// more reads some more; at the end of the input it returns false.
func (s *Stream) more(t *Thread) (bool, error) {
	if s.eof && !s.Terminal {
		return false, nil
	}
	buf := make([]byte, bufferSize)
	n, err := s.src(t, buf)
	if err != nil {
		return false, err
	}
	s.in = append(s.in, buf[:n]...)
	if s.Terminal && s.Typed != nil {
		s.Typed()
	}
	s.eof = n == 0
	return n > 0, nil
}

// ReadLine returns the next line with its newline; limit < 0 means any length.
func (s *Stream) ReadLine(t *Thread, limit int) ([]byte, error) {
	from := 0
	for {
		end := bytes.IndexByte(s.in[from:], '\n')
		switch {
		case end >= 0:
			end += from + 1
		case limit >= 0 && len(s.in) >= limit:
			end = limit
		default:
			from = len(s.in)
			ok, err := s.more(t)
			if err != nil {
				return nil, err
			}
			if ok {
				continue
			}
			end = len(s.in)
		}
		if limit >= 0 {
			end = min(end, limit)
		}
		return s.take(end), nil
	}
}

// Read returns n bytes, or all that is left if n < 0.
func (s *Stream) Read(t *Thread, n int) ([]byte, error) {
	for n < 0 || len(s.in) < n {
		ok, err := s.more(t)
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
	}
	if n < 0 || n > len(s.in) {
		n = len(s.in)
	}
	return s.take(n), nil
}

func (s *Stream) take(n int) []byte {
	p := s.in[:n:n]
	s.in = s.in[n:]
	return p
}
