package pytime

import (
	"time"

	"example.com/pysock/pysock/posix"
	"golang.org/x/sys/windows"
)

// The clocks have no numbers on Windows, but here.
const (
	realtime = iota
	monotonic
	processTime
	threadTime
)

const clocksByID = false

var clockIDs = map[string]int{
	"CLOCK_REALTIME": realtime, "CLOCK_MONOTONIC": monotonic, "CLOCK_PROCESS_CPUTIME_ID": processTime, "CLOCK_THREAD_CPUTIME_ID": threadTime,
}

// implementation is the system's function for a clock.
func implementation(id string) string {
	return map[string]string{
		"CLOCK_REALTIME": "GetSystemTimeAsFileTime()", "CLOCK_MONOTONIC": "QueryPerformanceCounter()",
		"CLOCK_PROCESS_CPUTIME_ID": "GetProcessTimes()", "CLOCK_THREAD_CPUTIME_ID": "GetThreadTimes()",
	}[id]
}

var begin = time.Now()

// clockNow reads a clock, in nanoseconds. The time of the thread is the
// process's: a thread of Python's is none of the system's.
func clockNow(id int) (int64, error) {
	switch id {
	case realtime:
		var now windows.Filetime
		windows.GetSystemTimePreciseAsFileTime(&now)
		return now.Nanoseconds(), nil
	case monotonic:
		return int64(time.Since(begin)), nil
	}
	return int64(posix.ProcessorTime()), nil
}

func clockResolution(int) (ns int64, err error) { return 100, nil }

func setClock(int, int64) error { return posix.EPERM }
