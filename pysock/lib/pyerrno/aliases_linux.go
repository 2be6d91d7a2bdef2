package pyerrno

import "golang.org/x/sys/unix"

// limit is above all numbers of errors.
const limit = 256

var aliases = []alias{
	{"EAGAIN", unix.EAGAIN, true},
	{"EWOULDBLOCK", unix.EWOULDBLOCK, false},
	{"EDEADLK", unix.EDEADLK, false},
	{"EDEADLOCK", unix.EDEADLOCK, true},
	{"EOPNOTSUPP", unix.EOPNOTSUPP, false},
	{"ENOTSUP", unix.ENOTSUP, true},
	{"EUCLEAN", unix.EUCLEAN, true},
}

// foreign are names that Python doesn't know; new2 those that Python 2 doesn't.
const (
	foreign = "EFSCORRUPTED EFTYPE EHWPOISON"
	new2    = "ECANCELED EKEYEXPIRED EKEYREJECTED EKEYREVOKED EMEDIUMTYPE ENOKEY ENOMEDIUM ENOTRECOVERABLE EOWNERDEAD ERFKILL"
)
