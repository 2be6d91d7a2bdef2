//go:build unix

package pysock_test

import "golang.org/x/sys/unix"

// canOpen reports whether such a socket of AF_INET can be had.
func canOpen(kind, protocol int) bool {
	fd, err := unix.Socket(unix.AF_INET, kind, protocol)
	if err == nil {
		unix.Close(fd)
	}
	return err == nil
}
