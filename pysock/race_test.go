//go:build race

package pysock_test

// raced is set when the race detector watches. It makes a process slow to start,
// so that only scripts with threads run then.
const raced = true

// slowness is how many times as long scripts may take.
const slowness = 4
