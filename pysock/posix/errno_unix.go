//go:build unix

package posix

import (
	"syscall"

	"golang.org/x/sys/unix"
)

// An Errno is the number of an error.
type Errno = syscall.Errno

// Name returns the name of an error's number, "" if it has none.
func Name(e Errno) string { return unix.ErrnoName(e) }

// AsErrno finds the number of an error that a call of the system returned.
func AsErrno(err error) (e Errno, ok bool) { return asErrno(err) }

// The numbers that are used on all platforms.
const (
	E2BIG           = unix.E2BIG
	EACCES          = unix.EACCES
	EADDRINUSE      = unix.EADDRINUSE
	EADDRNOTAVAIL   = unix.EADDRNOTAVAIL
	EAFNOSUPPORT    = unix.EAFNOSUPPORT
	EAGAIN          = unix.EAGAIN
	EALREADY        = unix.EALREADY
	EBADF           = unix.EBADF
	ECHILD          = unix.ECHILD
	ECONNABORTED    = unix.ECONNABORTED
	ECONNREFUSED    = unix.ECONNREFUSED
	ECONNRESET      = unix.ECONNRESET
	EDESTADDRREQ    = unix.EDESTADDRREQ
	EEXIST          = unix.EEXIST
	EHOSTUNREACH    = unix.EHOSTUNREACH
	EINPROGRESS     = unix.EINPROGRESS
	EINTR           = unix.EINTR
	EINVAL          = unix.EINVAL
	EISCONN         = unix.EISCONN
	EISDIR          = unix.EISDIR
	EMFILE          = unix.EMFILE
	EMSGSIZE        = unix.EMSGSIZE
	ENETUNREACH     = unix.ENETUNREACH
	ENFILE          = unix.ENFILE
	ENOENT          = unix.ENOENT
	ENOPROTOOPT     = unix.ENOPROTOOPT
	ENOTCONN        = unix.ENOTCONN
	ENOTDIR         = unix.ENOTDIR
	ENOTSOCK        = unix.ENOTSOCK
	ENOTSUP         = unix.ENOTSUP
	EOPNOTSUPP      = unix.EOPNOTSUPP
	EOVERFLOW       = unix.EOVERFLOW
	EPERM           = unix.EPERM
	EPIPE           = unix.EPIPE
	EPROTONOSUPPORT = unix.EPROTONOSUPPORT
	ESHUTDOWN       = unix.ESHUTDOWN
	ESPIPE          = unix.ESPIPE
	ESRCH           = unix.ESRCH
	ETIMEDOUT       = unix.ETIMEDOUT
)
