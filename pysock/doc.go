// Package pysock is a Python interpreter for network programs, as a Go package.
package pysock
