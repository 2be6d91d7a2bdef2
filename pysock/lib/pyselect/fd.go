//go:build unix

package pyselect

import (
	"math"
	"time"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// shortTimeout is far from where numbers overflow, in seconds too.
const shortTimeout = 1 << 20

// deadline is a timeout in units of a duration: None is none at all. It is
// rounded up, so that nobody wakes early and spins.
func (m *module) deadline(t *object.Thread, v starlark.Value, unit time.Duration, words string) (d netfd.Deadline, negative bool, err error) {
	if v == nil || v == starlark.None {
		return netfd.Forever, false, nil
	}
	if n, ok := v.(starlark.Int); ok { // as most are
		if i, ok := n.Int64(); ok && i > 0 && i < shortTimeout {
			return netfd.After(time.Duration(i) * unit), false, nil
		}
	}
	_, isFloat := object.Unwrap(v).(starlark.Float)
	if !isFloat {
		if _, isInt, err := object.AsIndex(v); err != nil {
			return 0, false, err
		} else if !isInt {
			return 0, false, object.TypeError.Errorf("%s", words)
		}
		n, err := t.Int(v)
		if err != nil && object.Is(err, object.OverflowError, m.rt.Dialect) && !m.py2() {
			return 0, false, object.OverflowError.Errorf("timestamp too large to convert to C _PyTime_t")
		}
		if err != nil {
			return 0, false, err
		}
		v = starlark.Float(n)
	}
	f, err := t.Float(v)
	if err != nil {
		return 0, false, err
	}
	ns := math.Ceil(f * float64(unit))
	switch {
	case math.IsNaN(f) && !m.py2():
		return 0, false, object.ValueError.Errorf("Invalid value NaN (not a number)")
	case ns >= math.MaxInt64:
		return 0, false, object.OverflowError.By("timeout period too long", "timestamp out of range for platform time_t")
	case f < 0 || math.IsNaN(f):
		return 0, true, nil
	case ns == 0:
		return netfd.AtOnce, false, nil
	}
	return netfd.After(time.Duration(ns)), false, nil
}
