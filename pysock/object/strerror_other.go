//go:build !linux

package object

import "golang.org/x/sys/unix"

// strerrors is empty where Go's words serve, with a capital.
var strerrors map[unix.Errno]string
