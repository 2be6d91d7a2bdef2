package file

import (
	"bytes"
	"cmp"
	"io"
	"os"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"go.starlark.net/starlark"
)

// The standard streams, which may be any readers and writers of Go.

// IsTerminal reports whether a file is a terminal.
func IsTerminal(f *os.File) bool { return posix.IsTerminal(posix.Descriptor(f)) }

// Stdin returns sys.stdin on a reader. A read of a descriptor ends when the
// thread is interrupted; with any other reader, the read itself goes on behind
// the back of the thread, and what it brings is kept for the next one. typed,
// if not nil, is called when a line has been typed at a terminal. ahead, if not
// nil, is where what was read beyond a line stays, for whoever reads next.
func Stdin(rt *object.Runtime, r io.Reader, typed func(), ahead *[]byte) object.File {
	f := newFileIO(rt, ClassesOf(rt.Dialect).FileIO)
	f.shut, f.readable, f.keep = false, true, true
	switch in := r.(type) {
	case nil:
		f.src = func(*object.Thread, []byte) (int, error) { return 0, nil }
	case *os.File:
		f.sysfd = posix.Descriptor(in)
		terminal := IsTerminal(in)
		f.fd = netfd.Borrow(f.sysfd)
		f.src = func(t *object.Thread, p []byte) (int, error) {
			n, err := f.fd.Read(t.Waiter, netfd.Forever, p)
			if terminal && typed != nil && err == nil {
				typed()
			}
			return n, err
		}
		f.onClose = func() { f.fd.Close() } // which ends the reads that wait
	default:
		f.src = (&background{r: r}).read
	}
	if ahead != nil {
		f.src = byLine(f.src, ahead)
	}
	return std(rt, f, "<stdin>", "r", false)
}

// byLine makes a reader return no more than a line at a time.
func byLine(read func(*object.Thread, []byte) (int, error), ahead *[]byte) func(*object.Thread, []byte) (int, error) {
	return func(t *object.Thread, p []byte) (int, error) {
		if len(*ahead) == 0 {
			buf := make([]byte, BufferSize)
			n, err := read(t, buf)
			if err != nil {
				return 0, err
			}
			*ahead = buf[:n]
		}
		n := len(*ahead)
		if i := bytes.IndexByte(*ahead, '\n'); i >= 0 {
			n = i + 1
		}
		n = copy(p, (*ahead)[:n])
		*ahead = (*ahead)[n:]
		return n, nil
	}
}

// Reader returns a function that reads from a file which other processes may share,
// as a terminal. It ends when the thread is interrupted.
func Reader(f *os.File) func(t *object.Thread, p []byte) (int, error) {
	fd := netfd.Borrow(posix.Descriptor(f))
	return func(t *object.Thread, p []byte) (int, error) { return fd.Read(t.Waiter, netfd.Forever, p) }
}

// Stdout and Stderr return sys.stdout and sys.stderr on a writer.
func Stdout(rt *object.Runtime, w io.Writer) object.File {
	return std(rt, writer(rt, w), "<stdout>", "w", false)
}

// Stderr returns a file of which nothing is held back.
func Stderr(rt *object.Runtime, w io.Writer) object.File {
	return std(rt, writer(rt, w), "<stderr>", "w", true)
}

func writer(rt *object.Runtime, w io.Writer) *FileIO {
	f := newFileIO(rt, ClassesOf(rt.Dialect).FileIO)
	f.shut, f.writable, f.keep, f.dst = false, true, true, w
	if over, ok := w.(interface{ File() *os.File }); ok {
		w = over.File() // whose writer it is
	}
	if file, ok := w.(*os.File); ok && file != nil {
		f.sysfd = posix.Descriptor(file)
	}
	return f
}

func std(rt *object.Runtime, f *FileIO, name, mode string, hold bool) object.File {
	if rt.Dialect == dialect2 {
		x := newFile2(rt, ClassesOf(rt.Dialect).File)
		x.set(f, rt.Str(name), mode)
		x.unbuffered, x.lineBuffered = hold, f.writable && f.terminal()
		if f.terminal() {
			x.encoding = "UTF-8"
		}
		return x
	}
	f.attributes().SetString("name", rt.Str(name))
	below := NewBuffered(rt, f, f.readable, f.writable, BufferSize)
	x := newText(rt, ClassesOf(rt.Dialect).Text)
	x.buffer, x.encoding, x.errors = below, "utf-8", "strict"
	x.lines = newlines{end: "\n"}
	x.lineBuffered, x.hold = hold || f.terminal(), hold
	switch {
	case f.readable:
		x.errors = "surrogateescape"
	case hold:
		x.errors = "backslashreplace"
	}
	t := rt.Main
	x.seekable = f.seekable()
	x.telling = x.seekable
	if f.readable { // the encoding is one that is known
		x.dec, _ = newDecoder(t, x.encoding, x.errors)
	} else {
		x.enc, _ = newEncoder(t, x.encoding, x.errors)
	}
	x.attributes().SetString("mode", rt.Str(mode))
	return x
}

// background reads in a goroutine, so that whoever waits for it can be interrupted.
type background struct {
	r    io.Reader
	data []byte
	err  error
	busy chan struct{} // closed when the read under way is done; nil if there is none
}

func (b *background) read(t *object.Thread, p []byte) (int, error) {
	if len(b.data) == 0 && b.err == nil {
		if b.busy == nil {
			b.busy = make(chan struct{})
			go func(done chan struct{}) {
				buf := make([]byte, BufferSize)
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

// encodePath is a file's name as the system takes it.
func encodePath(t *object.Thread, name starlark.Value) (string, error) {
	e, err := newEncoder(t, "utf-8", "surrogateescape")
	if py2(t) {
		e, err = newEncoder(t, "utf-8", "strict")
	}
	if err != nil {
		return "", err
	}
	b, err := e.encode(t, name)
	return string(b), err
}

// SetStdEncoding has the standard streams, as they were made, use another encoding
// and another way to treat errors; "" for what stays. With an encoding alone
// errors are strict. Standard error never fails for what it can't encode. It
// raises LookupError for an unknown encoding.
func SetStdEncoding(rt *object.Runtime, encoding, errors string) error {
	t := rt.Main
	for _, f := range []object.File{rt.Stdin, rt.Stdout, rt.Stderr} {
		switch x := f.(type) {
		case *File2:
			x.encoding, x.errors = encoding, errors
		case *Text:
			if encoding != "" {
				x.encoding, x.errors = cmp.Or(builtins.CodecName(rt.Dialect, encoding), encoding), "strict"
			}
			if errors != "" {
				x.errors = errors
			}
			if f == rt.Stderr {
				x.errors = "backslashreplace"
			}
			var err error
			if f == rt.Stdin {
				x.dec, err = newDecoder(t, x.encoding, x.errors)
			} else {
				x.enc, err = newEncoder(t, x.encoding, x.errors)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// SetUnbuffered has standard output hold nothing back.
func SetUnbuffered(rt *object.Runtime) {
	if x, ok := rt.Stdout.(*File2); ok {
		x.unbuffered = true
	}
	for _, f := range []object.File{rt.Stdin, rt.Stdout, rt.Stderr} {
		if x, ok := f.(*Text); ok {
			x.through, x.hold = true, f != rt.Stdin
			x.lineBuffered = false
		}
	}
}
