//go:build unix

// Package pyselect is Python's module select: select, poll and epoll.
//
// All wait by package netfd, so that Ctrl-C, signals and their handlers are seen
// meanwhile, and the interpreter's lock is given up. select is poll(2) too:
// what it reports follows from poll's events as it does in the Linux kernel.
// An epoll object waits for its own descriptor to become readable, and takes the
// events then.
//
//	module.go      the table of names
//	fd.go          what has a descriptor, and timeouts
//	select.go      select
//	poll.go        poll objects
//	epoll_linux.go epoll objects
package pyselect
