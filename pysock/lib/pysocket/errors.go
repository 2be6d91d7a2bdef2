//go:build unix

package pysocket

import (
	"errors"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// The exceptions of the module. In Python 3 error is OSError and timeout is
// TimeoutError.
var (
	errorKind    = object.NewKind("socket", "error", object.IOError, object.OSError)
	herrorKind   = object.NewKind("socket", "herror", errorKind, object.OSError)
	gaierrorKind = object.NewKind("socket", "gaierror", errorKind, object.OSError)
	timeoutKind  = object.NewKind("socket", "timeout", errorKind, object.TimeoutError)
)

// errorClasses are the module's exceptions by name.
func errorClasses(d syntax.Dialect) map[string]*object.Class {
	m := map[string]*object.Class{
		"error":    object.OSError.Class(d),
		"timeout":  object.TimeoutError.Class(d),
		"herror":   herrorKind.Class(d),
		"gaierror": gaierrorKind.Class(d),
	}
	if d == syntax.Python2 {
		m["error"], m["timeout"] = errorKind.Class(d), timeoutKind.Class(d)
	}
	return m
}

// fail turns what netfd and the resolver return into the Python exception. An
// exception that a signal handler raised stays what it is.
func (m *module) fail(err error) error {
	switch err {
	case nil:
		return nil
	case netfd.ErrTimeout:
		if m.py2() {
			return timeoutKind.Errorf("timed out")
		}
		return object.TimeoutError.Errorf("timed out")
	case netfd.ErrInterrupted:
		return object.OSErrno(errorKind, unix.EINTR, nil)
	}
	var e eai
	if errors.As(err, &e) {
		return gaierrorKind.New(starlark.MakeInt(int(e)), m.rt.Str(e.Error()))
	}
	var errno unix.Errno
	if errors.As(err, &errno) {
		return object.OSErrno(errorKind, errno, nil)
	}
	return err
}

// message is an error of the module without a number.
func (m *module) message(words string) error {
	if m.py2() {
		return errorKind.Errorf("%s", words)
	}
	return object.OSError.Errorf("%s", words)
}

// herror is the error of gethostbyaddr and its like: h_errno and its words.
func (m *module) herror(number int, words string) error {
	return herrorKind.New(starlark.MakeInt(number), m.rt.Str(words))
}
