// Package posix has what the interpreter's packages need of POSIX on each
// platform: the numbers of errors and their words, calls on files by descriptor
// and by name.
//
// On Unix they are the system's own. On Windows they stand on Win32 as
// Microsoft's C library has them, whose numbers Python's scripts know there:
// descriptors are numbers of a table of ours, and the system's errors become
// errno values before anybody sees them.
//
// What only Unix has, and is used only there, calls golang.org/x/sys/unix
// itself.
package posix
