package pytime

import "golang.org/x/sys/unix"

// clockIDs are the clocks of the system by Python's names.
var clockIDs = map[string]int{
	"CLOCK_BOOTTIME":           unix.CLOCK_BOOTTIME,
	"CLOCK_MONOTONIC":          unix.CLOCK_MONOTONIC,
	"CLOCK_MONOTONIC_RAW":      unix.CLOCK_MONOTONIC_RAW,
	"CLOCK_PROCESS_CPUTIME_ID": unix.CLOCK_PROCESS_CPUTIME_ID,
	"CLOCK_REALTIME":           unix.CLOCK_REALTIME,
	"CLOCK_TAI":                unix.CLOCK_TAI,
	"CLOCK_THREAD_CPUTIME_ID":  unix.CLOCK_THREAD_CPUTIME_ID,
}

func clockResolution(id int) (ns int64, err error) {
	var ts unix.Timespec
	err = unix.ClockGetres(int32(id), &ts)
	return ts.Nano(), err
}

func setClock(id int, ns int64) error {
	ts := unix.NsecToTimespec(ns)
	return unix.ClockSettime(int32(id), &ts)
}
