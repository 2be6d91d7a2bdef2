//go:build unix

// Package pytermios is Python's module termios: the modes of terminals
// (termios(3)). Modules tty and pty, in package embedded, stand on it.
package pytermios

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

var errorKind = object.NewKind("termios", "error", object.Exc, object.Exc)

// When a change takes place, and what flushing throws away (termios(3)).
const (
	whenNow     = 0
	whenDrained = 1
	whenFlushed = 2

	flushInput  = unix.TCIFLUSH
	flushOutput = unix.TCOFLUSH
	flushBoth   = unix.TCIOFLUSH
)

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := object.NewModule(rt, "termios", "The modes of terminals.", []object.Def{
		{Name: "tcgetattr", F: tcgetattr},
		{Name: "tcsetattr", F: tcsetattr},
		{Name: "tcsendbreak", F: control("tcsendbreak", sendBreak)},
		{Name: "tcflush", F: control("tcflush", flush)},
		{Name: "tcflow", F: control("tcflow", flow)},
		{Name: "tcdrain", F: tcdrain},
	})
	if rt.Dialect != dialect2 {
		for _, d := range []object.Def{{Name: "tcgetwinsize", F: tcgetwinsize}, {Name: "tcsetwinsize", F: tcsetwinsize}} {
			m.Set(d.Name, &object.Func{FuncName: d.Name, Module: "termios", Function: d.F})
		}
	}
	for _, table := range []map[string]int64{constants, platformConstants} {
		for name, n := range table {
			m.Set(name, starlark.MakeInt64(n))
		}
	}
	m.Set("error", errorKind.Class(rt.Dialect))
	return m
}

// fail is termios.error, with the number and its words.
func fail(t *object.Thread, err error) error {
	if errno, ok := err.(unix.Errno); ok {
		return errorKind.New(starlark.MakeInt(int(errno)), t.RT.Str(object.Strerror(errno)))
	}
	return err
}

// A descriptor is a number, or an object with fileno().
type descriptor int

// Convert takes either.
func (d *descriptor) Convert(t *object.Thread, v starlark.Value) error {
	if _, ok := object.AsInt(v); !ok {
		fileno, err := t.RT.Attr(v, "fileno")
		if err != nil {
			return object.TypeError.By("argument must be an int, or have a fileno() method", "argument must be an int, or have a fileno() method.")
		}
		if v, err = t.Call(fileno); err != nil {
			return err
		}
	}
	n, err := t.Int(v)
	if err == nil && n < 0 {
		err = object.ValueError.Errorf("file descriptor cannot be a negative integer (%d)", n)
	}
	*d = descriptor(n)
	return err
}

// tcgetattr is tcgetattr(fd) -> [iflag, oflag, cflag, lflag, ispeed, ospeed, cc],
// where cc is a list of characters, of numbers for VMIN and VTIME in
// non-canonical mode.
func tcgetattr(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var fd descriptor
	if err := object.Positional(t, "tcgetattr", args, kwargs, 1, &fd); err != nil {
		return nil, err
	}
	a, err := unix.IoctlGetTermios(int(fd), getAttr)
	if err != nil {
		return nil, fail(t, err)
	}
	cc := make([]starlark.Value, ccSize)
	for i := range cc {
		c := byte(0)
		if i < len(a.Cc) {
			c = a.Cc[i]
		}
		if a.Lflag&unix.ICANON == 0 && (i == unix.VMIN || i == unix.VTIME) {
			cc[i] = starlark.MakeInt(int(c))
		} else {
			cc[i] = t.RT.Bytes([]byte{c})
		}
	}
	in, out := speeds(a)
	var list []starlark.Value
	for _, n := range []uint64{uint64(a.Iflag), uint64(a.Oflag), uint64(a.Cflag), uint64(a.Lflag), in, out} {
		list = append(list, starlark.MakeUint64(n))
	}
	return t.RT.List(append(list, t.RT.List(cc))), nil
}

// tcsetattr is tcsetattr(fd, when, attributes), as tcgetattr gives them.
func tcsetattr(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var fd descriptor
	var when int
	var attrs starlark.Value
	if err := object.Positional(t, "tcsetattr", args, kwargs, 3, &fd, &when, &attrs); err != nil {
		return nil, err
	}
	list, ok := object.Unwrap(attrs).(*object.List)
	if !ok || len(list.Elems) != 7 {
		return nil, object.TypeError.Errorf("tcsetattr, arg 3: must be 7 element list")
	}
	a, err := unix.IoctlGetTermios(int(fd), getAttr)
	if err != nil {
		return nil, fail(t, err)
	}
	var n [6]int64
	for i := range n {
		if n[i], err = t.Int(list.Elems[i]); err != nil {
			return nil, err
		}
	}
	setFlags(a, n)
	cc, ok := object.Unwrap(list.Elems[6]).(*object.List)
	if !ok || len(cc.Elems) != ccSize {
		return nil, object.TypeError.Errorf("tcsetattr: attributes[6] must be %d element list", ccSize)
	}
	for i, v := range cc.Elems {
		c := 0
		if b, ok := object.AsBytes(v); ok && len(b) == 1 {
			c = int(b[0])
		} else if s, ok := v.(starlark.String); ok && len(s) == 1 && t.RT.Dialect == dialect2 {
			c = int(s[0])
		} else if _, ok := object.AsInt(v); ok {
			k, err := t.Int(v)
			if err != nil {
				return nil, err
			}
			c = int(k)
		} else {
			return nil, object.TypeError.Errorf("tcsetattr: elements of attributes must be characters or integers")
		}
		if i < len(a.Cc) {
			a.Cc[i] = byte(c)
		}
	}
	if when < whenNow || when > whenFlushed {
		return nil, fail(t, unix.EINVAL)
	}
	return starlark.None, fail(t, unix.IoctlSetTermios(int(fd), setAttr+uintOf(when), a))
}

// control makes a function of a descriptor and a number.
func control(name string, f func(fd, arg int) error) func(*object.Thread, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var fd descriptor
		var arg int
		if err := object.Positional(t, name, args, kwargs, 2, &fd, &arg); err != nil {
			return nil, err
		}
		return starlark.None, fail(t, f(int(fd), arg))
	}
}

// tcdrain is tcdrain(fd): wait until all output has gone.
func tcdrain(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var fd descriptor
	if err := object.Positional(t, "tcdrain", args, kwargs, 1, &fd); err != nil {
		return nil, err
	}
	t.Waiter.BeforeWait()
	err := drain(int(fd))
	t.Waiter.AfterWait()
	return starlark.None, fail(t, err)
}

// tcgetwinsize is tcgetwinsize(fd) -> (rows, columns).
func tcgetwinsize(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var fd descriptor
	if err := object.Positional(t, "tcgetwinsize", args, kwargs, 1, &fd); err != nil {
		return nil, err
	}
	size, err := unix.IoctlGetWinsize(int(fd), unix.TIOCGWINSZ)
	if err != nil {
		return nil, fail(t, err)
	}
	return starlark.Tuple{starlark.MakeInt(int(size.Row)), starlark.MakeInt(int(size.Col))}, nil
}

// tcsetwinsize is tcsetwinsize(fd, (rows, columns)).
func tcsetwinsize(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var fd descriptor
	var pair starlark.Value
	if err := object.Positional(t, "tcsetwinsize", args, kwargs, 2, &fd, &pair); err != nil {
		return nil, err
	}
	elems, err := object.Elements(t, pair)
	if err != nil || len(elems) != 2 {
		return nil, object.TypeError.Errorf("tcsetwinsize, arg 2: must be a two-item sequence")
	}
	var n [2]int64
	for i := range n {
		if n[i], err = t.Int(elems[i]); err != nil {
			return nil, err
		}
		if n[i] != int64(uint16(n[i])) {
			return nil, object.OverflowError.Errorf("winsize value(s) out of range.")
		}
	}
	size, err := unix.IoctlGetWinsize(int(fd), unix.TIOCGWINSZ)
	if err != nil {
		return nil, fail(t, err)
	}
	size.Row, size.Col = uint16(n[0]), uint16(n[1])
	return starlark.None, fail(t, unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, size))
}
