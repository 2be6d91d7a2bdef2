package object

import (
	"errors"
	"strings"

	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// osFault is a failed system call before the dialect is known.
type osFault struct {
	kind2    *Kind // what Python 2 raises
	errno    posix.Errno
	filename starlark.Value // or nil
}

// byErrno gives the subclass of OSError that Python 3 raises for an errno
// (PEP 3151).
var byErrno = map[posix.Errno]string{
	posix.EAGAIN:       "BlockingIOError",
	posix.EALREADY:     "BlockingIOError",
	posix.EINPROGRESS:  "BlockingIOError",
	posix.EPIPE:        "BrokenPipeError",
	posix.ESHUTDOWN:    "BrokenPipeError",
	posix.ECHILD:       "ChildProcessError",
	posix.ECONNABORTED: "ConnectionAbortedError",
	posix.ECONNREFUSED: "ConnectionRefusedError",
	posix.ECONNRESET:   "ConnectionResetError",
	posix.EEXIST:       "FileExistsError",
	posix.ENOENT:       "FileNotFoundError",
	posix.EINTR:        "InterruptedError",
	posix.EISDIR:       "IsADirectoryError",
	posix.ENOTDIR:      "NotADirectoryError",
	posix.EACCES:       "PermissionError",
	posix.EPERM:        "PermissionError",
	posix.ESRCH:        "ProcessLookupError",
	posix.ETIMEDOUT:    "TimeoutError",
}

// OSErrno returns the exception for a failed system call. In Python 3 it is
// OSError or the subclass that belongs to the number; in Python 2 it is kind2:
// socket.error, IOError, OSError, select.error. filename may be nil.
func OSErrno(kind2 *Kind, errno posix.Errno, filename starlark.Value) *Raised {
	return &Raised{Kind: OSError, os: &osFault{kind2, errno, filename}}
}

// OSFail is OSErrno for an error that Go's own packages returned. An error
// that holds no errno keeps its words.
func OSFail(kind2 *Kind, err error, filename starlark.Value) *Raised {
	var raised *Raised
	if errors.As(err, &raised) { // a signal handler did
		return raised
	}
	if errno, ok := posix.AsErrno(err); ok {
		return OSErrno(kind2, errno, filename)
	}
	return OSError.Errorf("%v", err)
}

func (f *osFault) exception(d syntax.Dialect) *Exception {
	args := starlark.Tuple{starlark.MakeInt(int(f.errno)), NewStr(d, Strerror(f.errno))}
	if f.filename != nil {
		args = append(args, f.filename)
	}
	c := f.kind2.in(d).Class(d)
	if d != syntax.Python2 {
		k := OSError
		if name := byErrno[f.errno]; name != "" {
			k = kinds[name]
		}
		c = k.Class(d)
	}
	return NewException(c, args)
}

// OSErrorClass returns the class that OSError(errno, ...) makes in Python 3.
func OSErrorClass(errno int) *Class {
	if name := byErrno[posix.Errno(errno)]; name != "" {
		return kinds[name].Class(syntax.Python3)
	}
	return OSError.Class(syntax.Python3)
}

// Errno returns the number of an exception made by OSErrno, or 0.
func (r *Raised) Errno() posix.Errno {
	if r.os != nil {
		return r.os.errno
	}
	return 0
}

// Strerror returns the words for an errno, as strerror(3) gives them.
func Strerror(errno posix.Errno) string {
	if s, ok := strerrors[errno]; ok {
		return s
	}
	s := errno.Error()
	if strings.HasPrefix(s, "errno ") {
		return "Unknown error " + s[len("errno "):]
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
