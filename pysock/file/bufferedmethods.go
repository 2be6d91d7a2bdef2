package file

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// The methods of buffered files.

type bufferedMethod = func(b *Buffered, t *object.Thread, c call) (starlark.Value, error)

// result is the value of bytes that were read, None where none were there.
func (b *Buffered) result(p []byte, err error) (starlark.Value, error) {
	if err == errWouldBlock {
		return starlark.None, nil
	}
	if err != nil {
		return nil, err
	}
	return b.rt.Bytes(p), nil
}

// forward calls a method of the raw file.
func forward(name string) bufferedMethod {
	return func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) {
		if err := b.attached(); err != nil {
			return nil, err
		}
		return callMethod(t, b.under().object(), name)
	}
}

// bufferedMethods are those of all three classes.
func bufferedMethods() map[string]bufferedMethod {
	return map[string]bufferedMethod{
		"__init__": func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) {
			return starlark.None, b.init(t, c)
		},
		"_dealloc_warn": func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) {
			source, err := c.one(t, &b.value, "_dealloc_warn")
			if err == nil && b.raw != nil {
				warnBelow(t, b.under().object(), source)
			}
			return starlark.None, err
		},
		"close":    func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) { return starlark.None, b.close(t) },
		"fileno":   forward("fileno"),
		"isatty":   forward("isatty"),
		"seekable": forward("seekable"),
		"detach": func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) {
			if err := b.attached(); err != nil {
				return nil, err
			}
			if err := b.flushSelf(t); err != nil {
				return nil, err
			}
			v := b.under().object()
			b.raw, b.detached = nil, true
			return v, nil
		},
		"flush": func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) {
			if err := b.ready(t, "flush of"); err != nil {
				return nil, err
			}
			return starlark.None, b.flush(t)
		},
		"tell": func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) {
			if err := b.attached(); err != nil {
				return nil, err
			}
			n, err := b.tell(t)
			return long(t.RT, n), err
		},
		"seek": func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) {
			var target starlark.Value
			whence := 0
			if err := object.Positional(t, "seek", c.args, c.kwargs, 1, &target, &whence); err != nil {
				return nil, err
			}
			if err := b.attached(); err != nil {
				return nil, err
			}
			if whence < 0 || whence > 2 && (whence > 4 || py2(t)) {
				return nil, object.ValueError.By(
					sprintf("whence must be between 0 and 2, not %d", whence), sprintf("whence value %d unsupported", whence))
			}
			if err := b.ready(t, "seek of"); err != nil {
				return nil, err
			}
			if can, err := truthOf(t, b.under().object(), "seekable"); err != nil {
				return nil, err
			} else if !can && !py2(t) {
				return nil, unsupported("File or stream is not seekable.")
			}
			offset, err := t.Int(target)
			if err != nil {
				return nil, err
			}
			n, err := b.seek(t, offset, whence)
			return long(t.RT, n), err
		},
		"truncate": func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) {
			size := starlark.Value(starlark.None)
			if err := object.Positional(t, "truncate", c.args, c.kwargs, 0, &size); err != nil {
				return nil, err
			}
			if err := b.ready(t, "truncate of"); err != nil {
				return nil, err
			}
			if !b.writes {
				return nil, unsupported("truncate")
			}
			return b.truncate(t, size)
		},
	}
}

// readerMethods are those of what can be read.
func readerMethods() map[string]bufferedMethod {
	return map[string]bufferedMethod{
		"read": func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) {
			n, err := readSize(t, c)
			if err != nil {
				return nil, err
			}
			if err := b.ready(t, "read of"); err != nil {
				return nil, err
			}
			return b.result(b.read(t, n))
		},
		"read1": func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) {
			n, min := -1, 0
			if py2(t) {
				min = 1
			}
			if err := object.Positional(t, "read1", c.args, c.kwargs, min, ssize(&n)); err != nil {
				return nil, err
			}
			if n < 0 && py2(t) {
				return nil, object.ValueError.Errorf("read length must be positive")
			}
			if err := b.ready(t, "read of"); err != nil {
				return nil, err
			}
			p, err := b.read1(t, n)
			if err == errWouldBlock {
				err = nil
			}
			return b.result(p, err)
		},
		"readable":  forward("readable"),
		"readinto":  readInto("readinto", (*Buffered).read),
		"readinto1": readInto("readinto1", (*Buffered).readOnce),
		"peek": func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) {
			n := 0
			if err := object.Positional(t, "peek", c.args, c.kwargs, 0, ssize(&n)); err != nil {
				return nil, err
			}
			if err := b.ready(t, "peek of"); err != nil {
				return nil, err
			}
			return b.peek(t)
		},
		"readline": func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) {
			n, err := c.size(t, "readline")
			if err != nil {
				return nil, err
			}
			if err := b.ready(t, "readline of"); err != nil {
				return nil, err
			}
			return b.result(b.readLine(t, n))
		},
	}
}

// readSize takes read's size, which is -1 or more.
func readSize(t *object.Thread, c call) (int, error) {
	v := starlark.Value(starlark.None)
	if err := object.Positional(t, "read", c.args, c.kwargs, 0, &v); err != nil {
		return 0, err
	}
	if n, ok := object.AsInt(v); ok && n.Sign() < 0 {
		if i, fits := n.Int64(); !fits || i < -1 {
			return 0, object.ValueError.By("read length must be positive or -1", "read length must be non-negative or -1")
		}
	}
	return sizeOf(t, v)
}

func readInto(name string, read func(b *Buffered, t *object.Thread, n int) ([]byte, error)) bufferedMethod {
	return func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) {
		v, err := c.one(t, &b.value, name)
		if err != nil {
			return nil, err
		}
		if err := b.ready(t, "readinto of"); err != nil {
			return nil, err
		}
		dst, err := target(t, name, v)
		if err != nil {
			return nil, err
		}
		p, err := read(b, t, len(dst))
		return count(t.RT, copy(dst, p), err)
	}
}

// writerMethods are those of what can be written.
func writerMethods() map[string]bufferedMethod {
	return map[string]bufferedMethod{
		"writable": forward("writable"),
		"write": func(b *Buffered, t *object.Thread, c call) (starlark.Value, error) {
			v, err := c.one(t, &b.value, "write")
			if err != nil {
				return nil, err
			}
			if err := b.attached(); err != nil {
				return nil, err
			}
			s, err := bytesOf(t, v)
			if err != nil {
				return nil, err
			}
			n, err := b.write(t, s)
			return long(t.RT, int64(n)), err
		},
	}
}

func bufferedGetters() map[string]func(b *Buffered) (starlark.Value, error) {
	return map[string]func(b *Buffered) (starlark.Value, error){
		"closed": func(b *Buffered) (starlark.Value, error) {
			closed, err := b.closed(b.rt.Current())
			return b.rt.Bool(closed), err
		},
		"raw": func(b *Buffered) (starlark.Value, error) {
			if err := b.attached(); err != nil {
				return nil, err
			}
			return b.under().object(), nil
		},
		"name": func(b *Buffered) (starlark.Value, error) { return b.ofRaw("name") },
		"mode": func(b *Buffered) (starlark.Value, error) { return b.ofRaw("mode") },
	}
}

func (b *Buffered) ofRaw(name string) (starlark.Value, error) {
	if err := b.attached(); err != nil {
		return nil, err
	}
	return b.rt.Attr(b.under().object(), name)
}
