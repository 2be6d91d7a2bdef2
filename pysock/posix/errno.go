package posix

import (
	"errors"
	"io/fs"
)

// asErrno is AsErrno for errors that hold an Errno.
func asErrno(err error) (e Errno, ok bool) {
	if errors.As(err, &e) {
		return e, true
	}
	if errors.Is(err, fs.ErrClosed) {
		return EBADF, true
	}
	return 0, false
}
