package pyerrno

import "example.com/pysock/pysock/posix"

// limit is above all numbers of errors: those of Windows Sockets come last.
const limit = 10200

// Of Windows Sockets' errors both names are there, as winsock2.h has them.
var aliases = func() (list []alias) {
	for e := posix.Errno(10000); e < limit; e++ {
		if name := posix.Name(e); name != "" {
			list = append(list, alias{"WSA" + name, e, false})
		}
	}
	return append(list, alias{"EDEADLK", posix.EDEADLOCK, false})
}()

// foreign are names that Python doesn't know; new2 those that Python 2 doesn't.
const foreign, new2 = "", "ECANCELED ENOTSUP EOVERFLOW"
