package pyerrno

import "golang.org/x/sys/unix"

// limit is above all numbers of errors.
const limit = 256

var aliases = []alias{
	{"EAGAIN", unix.EAGAIN, true},
	{"EWOULDBLOCK", unix.EWOULDBLOCK, false},
}

// foreign are names that Python doesn't know; new2 those that Python 2 doesn't.
const foreign, new2 = "", "ECANCELED ENOTRECOVERABLE EOWNERDEAD"
