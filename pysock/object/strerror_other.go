//go:build !linux

package object

import "example.com/pysock/pysock/posix"

// strerrors is empty where Go's words serve, with a capital.
var strerrors map[posix.Errno]string
