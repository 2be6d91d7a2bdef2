package posix

import (
	"errors"
	"fmt"
	"syscall"

	"golang.org/x/sys/windows"
)

// An Errno is the number of an error as Microsoft's C library has it (errno.h);
// from 10000 on it is a number of Windows Sockets'. It is another type than the
// system's syscall.Errno, so that the two aren't taken for each other.
type Errno int

// The numbers of errors.
const (
	EPERM           Errno = 1
	ENOENT          Errno = 2
	ESRCH           Errno = 3
	EINTR           Errno = 4
	EIO             Errno = 5
	ENXIO           Errno = 6
	E2BIG           Errno = 7
	ENOEXEC         Errno = 8
	EBADF           Errno = 9
	ECHILD          Errno = 10
	EAGAIN          Errno = 11
	ENOMEM          Errno = 12
	EACCES          Errno = 13
	EFAULT          Errno = 14
	EBUSY           Errno = 16
	EEXIST          Errno = 17
	EXDEV           Errno = 18
	ENODEV          Errno = 19
	ENOTDIR         Errno = 20
	EISDIR          Errno = 21
	EINVAL          Errno = 22
	ENFILE          Errno = 23
	EMFILE          Errno = 24
	ENOTTY          Errno = 25
	EFBIG           Errno = 27
	ENOSPC          Errno = 28
	ESPIPE          Errno = 29
	EROFS           Errno = 30
	EMLINK          Errno = 31
	EPIPE           Errno = 32
	EDOM            Errno = 33
	ERANGE          Errno = 34
	EDEADLOCK       Errno = 36
	ENAMETOOLONG    Errno = 38
	ENOLCK          Errno = 39
	ENOSYS          Errno = 40
	ENOTEMPTY       Errno = 41
	EILSEQ          Errno = 42
	ECANCELED       Errno = 105
	ENOTSUP         Errno = 129
	EOVERFLOW       Errno = 132
	EWOULDBLOCK     Errno = 10035
	EINPROGRESS     Errno = 10036
	EALREADY        Errno = 10037
	ENOTSOCK        Errno = 10038
	EDESTADDRREQ    Errno = 10039
	EMSGSIZE        Errno = 10040
	EPROTOTYPE      Errno = 10041
	ENOPROTOOPT     Errno = 10042
	EPROTONOSUPPORT Errno = 10043
	ESOCKTNOSUPPORT Errno = 10044
	EOPNOTSUPP      Errno = 10045
	EPFNOSUPPORT    Errno = 10046
	EAFNOSUPPORT    Errno = 10047
	EADDRINUSE      Errno = 10048
	EADDRNOTAVAIL   Errno = 10049
	ENETDOWN        Errno = 10050
	ENETUNREACH     Errno = 10051
	ENETRESET       Errno = 10052
	ECONNABORTED    Errno = 10053
	ECONNRESET      Errno = 10054
	ENOBUFS         Errno = 10055
	EISCONN         Errno = 10056
	ENOTCONN        Errno = 10057
	ESHUTDOWN       Errno = 10058
	ETOOMANYREFS    Errno = 10059
	ETIMEDOUT       Errno = 10060
	ECONNREFUSED    Errno = 10061
	ELOOP           Errno = 10062
	EHOSTDOWN       Errno = 10064
	EHOSTUNREACH    Errno = 10065
	EUSERS          Errno = 10068
	EDQUOT          Errno = 10069
	ESTALE          Errno = 10070
	EREMOTE         Errno = 10071
)

// errnos are the names and words of the numbers. Those without words have
// Windows's own.
var errnos = map[Errno]struct{ name, words string }{
	EPERM:           {"EPERM", "Operation not permitted"},
	ENOENT:          {"ENOENT", "No such file or directory"},
	ESRCH:           {"ESRCH", "No such process"},
	EINTR:           {"EINTR", "Interrupted function call"},
	EIO:             {"EIO", "Input/output error"},
	ENXIO:           {"ENXIO", "No such device or address"},
	E2BIG:           {"E2BIG", "Arg list too long"},
	ENOEXEC:         {"ENOEXEC", "Exec format error"},
	EBADF:           {"EBADF", "Bad file descriptor"},
	ECHILD:          {"ECHILD", "No child processes"},
	EAGAIN:          {"EAGAIN", "Resource temporarily unavailable"},
	ENOMEM:          {"ENOMEM", "Not enough space"},
	EACCES:          {"EACCES", "Permission denied"},
	EFAULT:          {"EFAULT", "Bad address"},
	EBUSY:           {"EBUSY", "Resource device"},
	EEXIST:          {"EEXIST", "File exists"},
	EXDEV:           {"EXDEV", "Improper link"},
	ENODEV:          {"ENODEV", "No such device"},
	ENOTDIR:         {"ENOTDIR", "Not a directory"},
	EISDIR:          {"EISDIR", "Is a directory"},
	EINVAL:          {"EINVAL", "Invalid argument"},
	ENFILE:          {"ENFILE", "Too many open files in system"},
	EMFILE:          {"EMFILE", "Too many open files"},
	ENOTTY:          {"ENOTTY", "Inappropriate I/O control operation"},
	EFBIG:           {"EFBIG", "File too large"},
	ENOSPC:          {"ENOSPC", "No space left on device"},
	ESPIPE:          {"ESPIPE", "Invalid seek"},
	EROFS:           {"EROFS", "Read-only file system"},
	EMLINK:          {"EMLINK", "Too many links"},
	EPIPE:           {"EPIPE", "Broken pipe"},
	EDOM:            {"EDOM", "Domain error"},
	ERANGE:          {"ERANGE", "Result too large"},
	EDEADLOCK:       {"EDEADLOCK", "Resource deadlock avoided"},
	ENAMETOOLONG:    {"ENAMETOOLONG", "Filename too long"},
	ENOLCK:          {"ENOLCK", "No locks available"},
	ENOSYS:          {"ENOSYS", "Function not implemented"},
	ENOTEMPTY:       {"ENOTEMPTY", "Directory not empty"},
	EILSEQ:          {"EILSEQ", "Illegal byte sequence"},
	ECANCELED:       {"ECANCELED", "operation canceled"},
	ENOTSUP:         {"ENOTSUP", "not supported"},
	EOVERFLOW:       {"EOVERFLOW", "value too large"},
	EWOULDBLOCK:     {"EWOULDBLOCK", ""},
	EINPROGRESS:     {"EINPROGRESS", ""},
	EALREADY:        {"EALREADY", ""},
	ENOTSOCK:        {"ENOTSOCK", ""},
	EDESTADDRREQ:    {"EDESTADDRREQ", ""},
	EMSGSIZE:        {"EMSGSIZE", ""},
	EPROTOTYPE:      {"EPROTOTYPE", ""},
	ENOPROTOOPT:     {"ENOPROTOOPT", ""},
	EPROTONOSUPPORT: {"EPROTONOSUPPORT", ""},
	ESOCKTNOSUPPORT: {"ESOCKTNOSUPPORT", ""},
	EOPNOTSUPP:      {"EOPNOTSUPP", ""},
	EPFNOSUPPORT:    {"EPFNOSUPPORT", ""},
	EAFNOSUPPORT:    {"EAFNOSUPPORT", ""},
	EADDRINUSE:      {"EADDRINUSE", ""},
	EADDRNOTAVAIL:   {"EADDRNOTAVAIL", ""},
	ENETDOWN:        {"ENETDOWN", ""},
	ENETUNREACH:     {"ENETUNREACH", ""},
	ENETRESET:       {"ENETRESET", ""},
	ECONNABORTED:    {"ECONNABORTED", ""},
	ECONNRESET:      {"ECONNRESET", ""},
	ENOBUFS:         {"ENOBUFS", ""},
	EISCONN:         {"EISCONN", ""},
	ENOTCONN:        {"ENOTCONN", ""},
	ESHUTDOWN:       {"ESHUTDOWN", ""},
	ETOOMANYREFS:    {"ETOOMANYREFS", ""},
	ETIMEDOUT:       {"ETIMEDOUT", ""},
	ECONNREFUSED:    {"ECONNREFUSED", ""},
	ELOOP:           {"ELOOP", ""},
	EHOSTDOWN:       {"EHOSTDOWN", ""},
	EHOSTUNREACH:    {"EHOSTUNREACH", ""},
	EUSERS:          {"EUSERS", ""},
	EDQUOT:          {"EDQUOT", ""},
	ESTALE:          {"ESTALE", ""},
	EREMOTE:         {"EREMOTE", ""},
}

// Name returns the name of an error's number, "" if it has none.
func Name(e Errno) string { return errnos[e].name }

func (e Errno) Error() string {
	switch known, ok := errnos[e]; {
	case ok && known.words != "":
		return known.words
	case ok:
		return syscall.Errno(e).Error()
	}
	return fmt.Sprintf("errno %d", int(e))
}

// ofSystem are the errno values of Windows's errors; what isn't here is EINVAL.
// (The C library's, "errno constants" and _dosmaperr.)
var ofSystem = map[syscall.Errno]Errno{
	windows.ERROR_FILE_NOT_FOUND: ENOENT, windows.ERROR_PATH_NOT_FOUND: ENOENT, windows.ERROR_INVALID_DRIVE: ENOENT,
	windows.ERROR_NO_MORE_FILES: ENOENT, windows.ERROR_BAD_NETPATH: ENOENT, windows.ERROR_BAD_NET_NAME: ENOENT,
	windows.ERROR_BAD_PATHNAME: ENOENT, windows.ERROR_FILENAME_EXCED_RANGE: ENOENT,
	windows.ERROR_TOO_MANY_OPEN_FILES: EMFILE,
	windows.ERROR_ACCESS_DENIED:       EACCES, windows.ERROR_CURRENT_DIRECTORY: EACCES, windows.ERROR_LOCK_VIOLATION: EACCES,
	windows.ERROR_SHARING_VIOLATION: EACCES, windows.ERROR_NETWORK_ACCESS_DENIED: EACCES, windows.ERROR_CANNOT_MAKE: EACCES,
	windows.ERROR_DRIVE_LOCKED: EACCES, windows.ERROR_NOT_LOCKED: EACCES, windows.ERROR_WRITE_PROTECT: EACCES,
	windows.ERROR_INVALID_HANDLE: EBADF, windows.ERROR_INVALID_TARGET_HANDLE: EBADF, windows.ERROR_DIRECT_ACCESS_HANDLE: EBADF,
	windows.ERROR_NOT_ENOUGH_MEMORY: ENOMEM, windows.ERROR_OUTOFMEMORY: ENOMEM, windows.ERROR_INVALID_BLOCK: ENOMEM,
	windows.ERROR_BAD_ENVIRONMENT: E2BIG, windows.ERROR_BAD_FORMAT: ENOEXEC,
	windows.ERROR_NOT_SAME_DEVICE: EXDEV, windows.ERROR_FILE_EXISTS: EEXIST, windows.ERROR_ALREADY_EXISTS: EEXIST,
	windows.ERROR_NO_PROC_SLOTS: EAGAIN, windows.ERROR_MAX_THRDS_REACHED: EAGAIN, windows.ERROR_NESTING_NOT_ALLOWED: EAGAIN,
	windows.ERROR_BROKEN_PIPE: EPIPE, windows.ERROR_NO_DATA: EPIPE, windows.ERROR_DISK_FULL: ENOSPC,
	windows.ERROR_WAIT_NO_CHILDREN: ECHILD, windows.ERROR_CHILD_NOT_COMPLETE: ECHILD,
	windows.ERROR_DIR_NOT_EMPTY: ENOTEMPTY, windows.ERROR_DIRECTORY: ENOTDIR,
	windows.ERROR_NOT_SUPPORTED: ENOTSUP, windows.ERROR_PRIVILEGE_NOT_HELD: EPERM,
	windows.ERROR_SEEK_ON_DEVICE: ESPIPE,

	// What Go's package syscall says by itself.
	syscall.EISDIR: EISDIR, syscall.EEXIST: EEXIST, syscall.EINVAL: EINVAL, syscall.ENOTSUP: ENOTSUP,
	syscall.EWINDOWS: ENOTSUP, syscall.EPIPE: EPIPE, syscall.ENOSYS: ENOSYS, syscall.EPERM: EPERM, syscall.EBADF: EBADF,
}

// AsErrno finds the number of an error that a call of the system returned.
func AsErrno(err error) (e Errno, ok bool) {
	var sys syscall.Errno
	if !errors.As(err, &sys) {
		return asErrno(err)
	}
	if e, ok := ofSystem[sys]; ok {
		return e, true
	}
	if sys >= 10000 && sys < 12000 { // of Windows Sockets
		return Errno(sys), true
	}
	return EINVAL, true
}

// failed is an error of the system's as one of ours.
func failed(err error) error {
	if err == nil {
		return nil
	}
	if e, ok := AsErrno(err); ok {
		return e
	}
	return err
}
