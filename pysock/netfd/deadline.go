package netfd

import (
	"math"
	"time"
)

// A Deadline is a point on the process's monotonic clock, in nanoseconds. It
// is computed once per call, so that a wait which is interrupted and resumed
// doesn't grow.
type Deadline int64

const (
	// Forever lets a call wait without end.
	Forever Deadline = math.MaxInt64
	// AtOnce forbids waiting: a call that would have to fails with EAGAIN.
	AtOnce Deadline = math.MinInt64
)

var epoch = time.Now()

func now() Deadline { return Deadline(time.Since(epoch)) }

// After returns the deadline d from now. A call may wait for an After(0),
// but finds it passed: it fails with [ErrTimeout] where AtOnce gives EAGAIN.
func After(d time.Duration) Deadline {
	n := now()
	if d > 0 && Deadline(d) > Forever-n {
		return Forever
	}
	return n + Deadline(max(d, 0))
}

// Left returns the time until d, not below zero, and whether d ends at all.
func (d Deadline) Left() (time.Duration, bool) {
	if d == Forever {
		return 0, false
	}
	if d == AtOnce {
		return 0, true
	}
	return time.Duration(max(d-now(), 0)), true
}

func (d Deadline) passed() bool {
	left, ends := d.Left()
	return ends && left == 0
}
