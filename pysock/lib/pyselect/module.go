//go:build unix

package pyselect

import (
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// errorKind is select.error; in Python 3 that is OSError.
var errorKind = object.NewKind("select", "error", object.Exc, object.OSError)

// A module is module select of one runtime.
type module struct {
	rt    *object.Runtime
	poll  *object.Class
	epoll *object.Class // nil where the system has none
	seen  []int32       // scratch of select: see places
	free  *selection    // likewise, while nobody selects
}

func (m *module) py2() bool { return m.rt.Dialect == syntax.Python2 }

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := &module{rt: rt}
	names := object.NewModule(rt, "select", "Waiting for many descriptors at a time.", []object.Def{{Name: "select", F: m.selectFDs}})
	for name, n := range constants {
		names.Set(name, starlark.MakeInt(n))
	}
	m.poll = m.newPollClass()
	if m.py2() {
		names.Set("error", errorKind.Class(rt.Dialect))
		names.Set("poll", &object.Func{FuncName: "poll", Module: "select", Function: m.newPoll})
	} else {
		names.Set("error", object.OSError.Class(rt.Dialect))
		names.Set("poll", &object.Func{FuncName: "poll", Module: "select", Function: m.newPoll})
		for name, n := range constants3 {
			names.Set(name, starlark.MakeInt(n))
		}
	}
	m.addEpoll(names)
	return names
}

// constants are those that both Pythons have.
var constants = map[string]int{
	"PIPE_BUF": pipeBuf,
	"POLLERR":  unix.POLLERR,
	"POLLHUP":  unix.POLLHUP,
	"POLLIN":   unix.POLLIN,
	"POLLNVAL": unix.POLLNVAL,
	"POLLOUT":  unix.POLLOUT,
	"POLLPRI":  unix.POLLPRI,

	"POLLRDBAND": pollRdBand,
	"POLLRDNORM": pollRdNorm,
	"POLLWRBAND": pollWrBand,
	"POLLWRNORM": pollWrNorm,
}

// fail turns what a wait ended with into an exception; kind2 is Python 2's class.
func (m *module) fail(kind2 *object.Kind, err error) error {
	switch e := err.(type) {
	case nil:
		return nil
	case unix.Errno:
		return object.OSErrno(kind2, e, nil)
	}
	if err == netfd.ErrInterrupted {
		return object.OSErrno(kind2, unix.EINTR, nil)
	}
	return err
}
