package pysock

import "example.com/pysock/pysock/posix"

// KeepLowDescriptors leaves the low numbers to scripts, whose first descriptor is
// then 3 as it is under CPython. A program that is there for a script calls it
// before anything else.
func KeepLowDescriptors() { posix.KeepLowFDs() }
