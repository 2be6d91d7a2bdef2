//go:build !race

package pysock_test

const raced = false

const slowness = 1
