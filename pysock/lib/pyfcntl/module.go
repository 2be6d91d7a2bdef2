//go:build unix

// Package pyfcntl is Python's module fcntl: fcntl(2), ioctl(2), flock(2) and the
// locks of lockf(3) on descriptors.
//
// The flag O_NONBLOCK of sockets is what the script has made it: package netfd
// keeps that.
package pyfcntl

import (
	"unsafe"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	names := object.NewModule(rt, "fcntl", "Flags, locks and other properties of descriptors.", []object.Def{
		{Name: "fcntl", F: control("fcntl", "a third integer or a string", fcntl)},
		{Name: "ioctl", F: control("ioctl", "an integer or buffer argument", ioctl)},
		{Name: "flock", F: flock},
		{Name: "lockf", F: lockf},
	})
	for name, n := range constants {
		names.Set(name, starlark.MakeInt64(n))
	}
	if rt.Dialect != syntax.Python2 {
		for name, n := range constants3 {
			names.Set(name, starlark.MakeInt64(n))
		}
	}
	return names
}

// constants are those that both Pythons have on every system.
var constants = map[string]int64{
	"FD_CLOEXEC": unix.FD_CLOEXEC,
	"F_DUPFD":    unix.F_DUPFD,
	"F_GETFD":    unix.F_GETFD,
	"F_GETFL":    unix.F_GETFL,
	"F_GETLK":    unix.F_GETLK,
	"F_GETOWN":   unix.F_GETOWN,
	"F_RDLCK":    unix.F_RDLCK,
	"F_SETFD":    unix.F_SETFD,
	"F_SETFL":    unix.F_SETFL,
	"F_SETLK":    unix.F_SETLK,
	"F_SETLKW":   unix.F_SETLKW,
	"F_SETOWN":   unix.F_SETOWN,
	"F_UNLCK":    unix.F_UNLCK,
	"F_WRLCK":    unix.F_WRLCK,
	"LOCK_EX":    unix.LOCK_EX,
	"LOCK_NB":    unix.LOCK_NB,
	"LOCK_SH":    unix.LOCK_SH,
	"LOCK_UN":    unix.LOCK_UN,
}

// fail is IOError in Python 2.
func fail(err error) error {
	if errno, ok := err.(unix.Errno); ok {
		return object.OSErrno(object.IOError, errno, nil)
	}
	return err
}

// maxArg is how long a string may be that is given to the system.
const maxArg = 1024

// arguments are (fd, command, arg=0, mutate_flag=True).
type arguments struct {
	t       *object.Thread
	fd      int
	command uint
	number  int
	bytes   []byte // nil if arg is a number
	target  []byte // what a mutable arg holds, to be changed
}

// control makes fcntl or ioctl.
func control(name, last string, f func(a *arguments) (starlark.Value, error)) func(*object.Thread, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		most := 3
		if name == "ioctl" {
			most = 4
		}
		if n := len(args); len(kwargs) == 0 && (n < 2 || n > most) {
			how, want := "at least", 2
			if n > most {
				how, want = "at most", most
			}
			return nil, object.TypeError.By(
				name+" requires a file or file descriptor, an integer and optionally "+last,
				name+" expected "+how+" "+string(rune('0'+want))+" arguments, got "+starlark.MakeInt(n).String())
		}
		a := arguments{t: t}
		var file, arg starlark.Value
		var command int64
		mutate := true
		dst := []any{&file, &command, &arg, &mutate}
		if err := object.Positional(t, name, args, kwargs, 2, dst[:most]...); err != nil {
			return nil, err
		}
		a.command = uint(uint32(command))
		var err error
		if a.fd, err = t.Descriptor(file); err != nil {
			return nil, err
		}
		if err := a.take(name, arg, mutate); err != nil {
			return nil, err
		}
		return f(&a)
	}
}

// take converts the last argument: an int, or bytes.
func (a *arguments) take(name string, arg starlark.Value, mutate bool) error {
	if arg == nil {
		return nil
	}
	if n, isInt, err := object.AsIndex(arg); err != nil {
		return err
	} else if isInt {
		i, ok := n.Int64()
		if !ok || i > 1<<32-1 || i < -1<<31 {
			return object.OverflowError.By("signed integer is greater than maximum", "Python int too large to convert to C int")
		}
		a.number = int(int32(uint32(i)))
		return nil
	}
	var b []byte
	if text, ok := object.AsText(arg); ok {
		b = []byte(text)
	} else if raw, err := a.t.Buffer(name, 2, arg); err == nil {
		b = raw
		if w, ok := object.Unwrap(arg).(interface{ Writable() bool }); ok && w.Writable() && name == "ioctl" && mutate {
			a.target = raw
		}
	} else {
		_, err := a.t.Int(arg)
		return err
	}
	if len(b) > maxArg && a.target == nil {
		return object.ValueError.Errorf("%s string arg too long", name)
	}
	a.bytes = append(make([]byte, 0, max(len(b), maxArg)+8), b...)
	return nil
}

// result is what the system left in the bytes.
func (a *arguments) result(n int) (starlark.Value, error) {
	if a.target != nil {
		copy(a.target, a.bytes)
		return starlark.MakeInt(n), nil
	}
	return a.t.RT.Bytes(a.bytes), nil
}

// fcntl is fcntl.fcntl(fd, cmd, arg=0): an int, or bytes where arg is some.
// OSError (IOError). It may wait, for F_SETLKW.
func fcntl(a *arguments) (starlark.Value, error) {
	if a.bytes == nil {
		switch a.command {
		case unix.F_GETFL:
			n, err := netfd.Flags(a.fd)
			return starlark.MakeInt(n), fail(err)
		case unix.F_SETFL:
			return starlark.MakeInt(0), fail(netfd.SetFlags(a.fd, a.number))
		}
		n := 0
		err := a.waiting(func() (err error) {
			n, err = unix.FcntlInt(uintptr(a.fd), int(a.command), a.number)
			return err
		})
		return starlark.MakeInt(n), fail(err)
	}
	err := a.waiting(func() error {
		_, _, e := unix.Syscall(unix.SYS_FCNTL, uintptr(a.fd), uintptr(a.command), uintptr(unsafe.Pointer(unsafe.SliceData(a.bytes))))
		return errnoOf(e)
	})
	if err != nil {
		return nil, fail(err)
	}
	return a.result(0)
}

// ioctl is fcntl.ioctl(fd, request, arg=0, mutate_flag=True): an int, or bytes
// where arg is some; a bytearray is changed in place unless mutate_flag says no.
func ioctl(a *arguments) (starlark.Value, error) {
	arg := uintptr(a.number)
	if a.bytes != nil {
		n, _, e := unix.Syscall(unix.SYS_IOCTL, uintptr(a.fd), uintptr(a.command), uintptr(unsafe.Pointer(unsafe.SliceData(a.bytes))))
		if e != 0 {
			return nil, fail(e)
		}
		return a.result(int(n))
	}
	n, _, e := unix.Syscall(unix.SYS_IOCTL, uintptr(a.fd), uintptr(a.command), arg)
	return starlark.MakeInt(int(n)), fail(errnoOf(e))
}

func errnoOf(e unix.Errno) error {
	if e == 0 {
		return nil
	}
	return e
}

// waiting makes a call that may wait, without the interpreter's lock.
func (a *arguments) waiting(f func() error) error { return waiting(a.t, f) }

func waiting(t *object.Thread, f func() error) error {
	for {
		t.Waiter.BeforeWait()
		err := f()
		t.Waiter.AfterWait()
		if err != unix.EINTR {
			return err
		}
		if err := t.Check(); err != nil {
			return err
		}
	}
}

// flock is fcntl.flock(fd, operation): LOCK_SH, LOCK_EX or LOCK_UN, with
// LOCK_NB. OSError EWOULDBLOCK where it would have to wait.
func flock(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var file starlark.Value
	how := 0
	if err := object.Positional(t, "flock", args, kwargs, 2, &file, &how); err != nil {
		return nil, err
	}
	fd, err := t.Descriptor(file)
	if err != nil {
		return nil, err
	}
	return starlark.None, fail(waiting(t, func() error { return unix.Flock(fd, how) }))
}

// lockf is fcntl.lockf(fd, cmd, len=0, start=0, whence=0): a lock of part of a
// file, by fcntl(2).
func lockf(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var file starlark.Value
	how, whence := 0, 0
	var size, start int64
	if n := len(args); len(kwargs) == 0 && n < 2 {
		return nil, object.TypeError.By("lockf() takes at least 2 arguments ("+starlark.MakeInt(n).String()+" given)",
			"lockf expected at least 2 arguments, got "+starlark.MakeInt(n).String())
	}
	if err := object.Positional(t, "lockf", args, kwargs, 2, &file, &how, &size, &start, &whence); err != nil {
		return nil, err
	}
	fd, err := t.Descriptor(file)
	if err != nil {
		return nil, err
	}
	l := unix.Flock_t{Whence: int16(whence), Start: start, Len: size}
	switch {
	case how == unix.LOCK_UN:
		l.Type = unix.F_UNLCK
	case how&unix.LOCK_SH != 0:
		l.Type = unix.F_RDLCK
	case how&unix.LOCK_EX != 0:
		l.Type = unix.F_WRLCK
	default:
		return nil, object.ValueError.Errorf("unrecognized lockf argument")
	}
	command := unix.F_SETLKW
	if how&unix.LOCK_NB != 0 {
		command = unix.F_SETLK
	}
	return starlark.None, fail(waiting(t, func() error { return unix.FcntlFlock(uintptr(fd), command, &l) }))
}
