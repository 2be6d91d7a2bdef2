package file

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// The abstract classes of module io. Scripts derive from them, so their methods
// know of self only what its other methods do (library reference, "I/O Base
// Classes").

// closedMark is the attribute of an instance whose close was called.
const closedMark = "__IOBase_closed"

// isClosed asks for the attribute closed.
func isClosed(t *object.Thread, self starlark.Value) (bool, error) {
	v, err := t.RT.Attr(self, "closed")
	if err != nil {
		return false, err
	}
	return bool(v.Truth()), t.Failed()
}

func checkOpen(t *object.Thread, self starlark.Value) error {
	closed, err := isClosed(t, self)
	if err == nil && closed {
		err = closedError()
	}
	return err
}

// refuse is a method that a class doesn't have until a script writes it.
func refuse(name string) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return nil, unsupported(name)
	}
}

func no(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return t.RT.Bool(false), checkOpen(t, self)
}

// answers is a method that returns false, of an open or closed file.
func answers(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return t.RT.Bool(false), nil
}

// checks is a method like _checkReadable.
func checks(ask, words string) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		ok, err := truthOf(t, self, ask)
		if err == nil && !ok {
			err = UnsupportedOperation.Errorf("%s", words)
		}
		return starlark.True, err
	}
}

func iobaseMethods() map[string]object.Method {
	return map[string]object.Method{
		"seek":           refuse("seek"),
		"truncate":       refuse("truncate"),
		"fileno":         refuse("fileno"),
		"seekable":       answers,
		"readable":       answers,
		"writable":       answers,
		"isatty":         no,
		"_checkSeekable": checks("seekable", "File or stream is not seekable."),
		"_checkReadable": checks("readable", "File or stream is not readable."),
		"_checkWritable": checks("writable", "File or stream is not writable."),
		"_checkClosed": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.None, checkOpen(t, self)
		},
		"tell": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return callMethod(t, self, "seek", starlark.MakeInt(0), starlark.MakeInt(1))
		},
		"flush": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.None, checkOpen(t, self)
		},
		"close": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if marked(self) {
				return starlark.None, nil
			}
			_, err := callMethod(t, self, "flush")
			if x, ok := self.(*object.Instance); ok {
				x.Dict.SetString(closedMark, t.RT.Bool(true))
			}
			return starlark.None, err
		},
		"__del__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			finalize(t, self)
			return starlark.None, nil
		},
		"__enter__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return self, checkOpen(t, self)
		},
		"__exit__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return callMethod(t, self, "close")
		},
		"__iter__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return self, checkOpen(t, self)
		},
		"readline": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			n, err := call{args, kwargs}.size(t, "readline")
			if err != nil {
				return nil, err
			}
			return baseReadline(t, self, n)
		},
		"readlines": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			hint, err := call{args, kwargs}.size(t, "readlines")
			if err != nil {
				return nil, err
			}
			return readlines(t, self, hint)
		},
		"writelines": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var list starlark.Value
			if err := object.OneArg(t, "", "writelines", args, kwargs, &list); err != nil {
				return nil, err
			}
			if err := checkOpen(t, self); err != nil {
				return nil, err
			}
			write, err := t.RT.Attr(self, "write")
			if err != nil {
				return nil, err
			}
			return starlark.None, each(t, list, func(v starlark.Value) error {
				_, err := t.Call(write, v)
				return err
			})
		},
	}
}

// nextMethod is __next__, or next.
func nextMethod(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	v, err := nextLine(t, self)
	if err == nil && v == nil {
		err = object.StopIteration.New()
	}
	return v, err
}

// nextLine is the next line of any file, nil at the end.
func nextLine(t *object.Thread, self starlark.Value) (starlark.Value, error) {
	if n, ok := self.(object.Nexter); ok {
		if _, isInstance := self.(*object.Instance); !isInstance {
			return n.NextValue(t)
		}
	}
	return lineOf(t, self)
}

// lineOf is the next line by readline.
func lineOf(t *object.Thread, self starlark.Value) (starlark.Value, error) {
	v, err := callMethod(t, self, "readline")
	if err != nil {
		return nil, err
	}
	n, err := length(t, v)
	if err != nil || n == 0 {
		return nil, err
	}
	return v, nil
}

// length is len(v).
func length(t *object.Thread, v starlark.Value) (int, error) {
	n := starlark.Len(object.Unwrap(v))
	if n < 0 {
		return 0, object.TypeError.Errorf("object of type '%s' has no len()", object.TypeName(v))
	}
	return n, t.Failed()
}

// each calls f for the elements of v, one after the other.
func each(t *object.Thread, v starlark.Value, f func(v starlark.Value) error) error {
	x, err := object.Iterable(v)
	if err != nil {
		return err
	}
	it := x.Iterate()
	defer it.Done()
	var e starlark.Value
	for it.Next(&e) {
		if err := f(e); err != nil {
			return err
		}
	}
	if failing, ok := it.(interface{ Err() error }); ok && failing.Err() != nil {
		return failing.Err()
	}
	return t.Failed()
}

// readlines reads lines until their lengths reach the hint.
func readlines(t *object.Thread, self starlark.Value, hint int) (starlark.Value, error) {
	var all []starlark.Value
	x, err := object.Iterable(self)
	if err != nil {
		return nil, err
	}
	it := x.Iterate()
	defer it.Done()
	var line starlark.Value
	for total := 0; (hint <= 0 || total <= hint) && it.Next(&line); {
		if hint > 0 {
			n, err := length(t, line)
			if err != nil {
				return nil, err
			}
			total += n
		}
		all = append(all, line)
	}
	if failing, ok := it.(interface{ Err() error }); ok && failing.Err() != nil {
		return nil, failing.Err()
	}
	return t.RT.List(all), t.Failed()
}

// baseReadline reads a line by read, and by peek if there is one.
func baseReadline(t *object.Thread, self starlark.Value, limit int) (starlark.Value, error) {
	peek, _ := t.RT.Attr(self, "peek")
	var line []byte
	for limit < 0 || len(line) < limit {
		n := 1
		if peek != nil {
			v, err := t.Call(peek, starlark.MakeInt(1))
			if err != nil {
				return nil, err
			}
			s, ok := bytesValue(t, v)
			if !ok {
				return nil, object.IOError.Errorf("peek() should have returned a bytes object, not '%s'", object.TypeName(v))
			}
			for n = 0; n < len(s) && (limit < 0 || len(line)+n < limit); {
				n++
				if s[n-1] == '\n' {
					break
				}
			}
			n = max(n, 1)
		}
		v, err := callMethod(t, self, "read", starlark.MakeInt(n))
		if err != nil {
			return nil, err
		}
		s, ok := bytesValue(t, v)
		if !ok {
			return nil, object.IOError.Errorf("read() should have returned a bytes object, not '%s'", object.TypeName(v))
		}
		if s == "" {
			break
		}
		line = append(line, s...)
		if line[len(line)-1] == '\n' {
			break
		}
	}
	return t.RT.Bytes(line), nil
}

// finalize closes a file that nobody holds. Nobody can be told of errors either.
func finalize(t *object.Thread, self starlark.Value) {
	closed, err := isClosed(t, self)
	if err != nil || closed {
		return
	}
	if f, ok := object.Unwrap(self).(based); ok {
		f.base().finalizing = true
	} else if f, ok := self.(starlark.HasSetField); ok && f.SetField("_finalizing", t.RT.Bool(true)) != nil {
		return
	}
	callMethod(t, self, "close")
}

// marked reports whether the instance's close was called.
func marked(self starlark.Value) bool {
	x, ok := self.(*object.Instance)
	return ok && x.Dict.GetString(closedMark) != nil
}

func iobaseGetters() map[string]func(self starlark.Value) (starlark.Value, error) {
	return map[string]func(self starlark.Value) (starlark.Value, error){
		"closed": func(self starlark.Value) (starlark.Value, error) { return object.Truthy(marked(self)), nil },
	}
}

// notImplemented is a method that Python 3's RawIOBase leaves to others.
func notImplemented(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return nil, object.NotImplementedError.New()
}

func rawbaseMethods() map[string]object.Method {
	return map[string]object.Method{
		"read": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			n, err := call{args, kwargs}.size(t, "read")
			if err != nil {
				return nil, err
			}
			if n < 0 {
				return callMethod(t, self, "readall")
			}
			if n > builtins.MaxAlloc {
				return nil, object.MemoryError.New()
			}
			b := builtins.NewBytearray(t.RT.Dialect, make([]byte, n))
			v, err := callMethod(t, self, "readinto", b)
			if err != nil || v == starlark.None {
				return v, err
			}
			got, err := t.Int(v)
			if err != nil {
				return nil, err
			}
			if got < 0 || got > int64(len(b.B)) {
				return nil, object.ValueError.Errorf("readinto returned %d outside buffer size %d", got, n)
			}
			return t.RT.Bytes(b.B[:got]), nil
		},
		"readall": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var all []byte
			for {
				v, err := callMethod(t, self, "read", starlark.MakeInt(BufferSize))
				if err != nil {
					return nil, err
				}
				if v == starlark.None {
					if len(all) == 0 {
						return v, nil
					}
					break
				}
				s, ok := bytesValue(t, v)
				if !ok {
					return nil, object.TypeError.Errorf("read() should return bytes")
				}
				if s == "" {
					break
				}
				all = append(all, s...)
			}
			return t.RT.Bytes(all), nil
		},
	}
}

// intoBy is readinto by read, or readinto1 by read1.
func intoBy(name, read string) object.Method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.OneArg(t, "", name, args, kwargs, &v); err != nil {
			return nil, err
		}
		dst, err := target(t, name, v)
		if err != nil {
			return nil, err
		}
		res, err := callMethod(t, self, read, starlark.MakeInt(len(dst)))
		if err != nil {
			return nil, err
		}
		s, ok := bytesValue(t, res)
		if !ok {
			return nil, object.TypeError.Errorf("read() should return bytes")
		}
		if len(s) > len(dst) {
			return nil, object.ValueError.Errorf("read() returned too much data: %d bytes requested, %d returned", len(dst), len(s))
		}
		return starlark.MakeInt(copy(dst, s)), nil
	}
}

func bufferedbaseMethods() map[string]object.Method {
	return map[string]object.Method{
		"detach":    refuse("detach"),
		"read":      refuse("read"),
		"read1":     refuse("read1"),
		"write":     refuse("write"),
		"readinto":  intoBy("readinto", "read"),
		"readinto1": intoBy("readinto1", "read1"),
	}
}

func textbaseMethods() map[string]object.Method {
	return map[string]object.Method{
		"detach":   refuse("detach"),
		"read":     refuse("read"),
		"readline": refuse("readline"),
		"write":    refuse("write"),
	}
}

func noneGetter(starlark.Value) (starlark.Value, error) { return starlark.None, nil }

func textbaseGetters() map[string]func(self starlark.Value) (starlark.Value, error) {
	return map[string]func(self starlark.Value) (starlark.Value, error){
		"encoding": noneGetter,
		"errors":   noneGetter,
		"newlines": noneGetter,
	}
}
