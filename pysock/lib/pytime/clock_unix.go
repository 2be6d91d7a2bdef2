//go:build unix

package pytime

import "golang.org/x/sys/unix"

// clocksByID tells that scripts may ask for the system's clocks.
const clocksByID = true

// clockNow reads a clock, in nanoseconds.
func clockNow(id int) (int64, error) {
	var ts unix.Timespec
	err := unix.ClockGettime(int32(id), &ts)
	return ts.Nano(), err
}

// implementation is the system's function for a clock.
func implementation(id string) string { return "clock_gettime(" + id + ")" }
