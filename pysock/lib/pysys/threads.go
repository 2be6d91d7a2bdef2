package pysys

import (
	"time"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// How long a thread runs while others want to. Python 3 measures that in seconds,
// Python 2 in instructions; here it is time for both, and shorter than CPython's
// unless a script sets it.

// interval is what a script has set, or the default.
type interval struct {
	seconds float64
	checks  int
}

func intervalOf(rt *object.Runtime) *interval {
	return rt.Local(interval{}, func() any { return &interval{0.005, 100} }).(*interval)
}

// getSwitchInterval is getswitchinterval() -> float.
func getSwitchInterval(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.Float(intervalOf(t.RT).seconds), object.NoArgs("sys", "getswitchinterval", args, kwargs)
}

// setSwitchInterval is setswitchinterval(seconds). It raises ValueError.
func setSwitchInterval(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var sec float64
	if err := object.OneArg(t, "sys", "setswitchinterval", args, kwargs, &sec); err != nil {
		return nil, err
	}
	if !(sec > 0) {
		return nil, object.ValueError.Errorf("switch interval must be strictly positive")
	}
	intervalOf(t.RT).seconds = sec
	t.RT.SetTimeSlice(time.Duration(min(sec*1e9, 1<<62)))
	return starlark.None, nil
}

// getCheckInterval is getcheckinterval() -> int.
func getCheckInterval(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.MakeInt(intervalOf(t.RT).checks), object.NoArgs("sys", "getcheckinterval", args, kwargs)
}

// instruction is about what one of Python 2's takes.
const instruction = 50 * time.Nanosecond

// setCheckInterval is setcheckinterval(n): threads take turns every n
// instructions.
func setCheckInterval(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var n int
	if err := object.OneArg(t, "sys", "setcheckinterval", args, kwargs, &n); err != nil {
		return nil, err
	}
	intervalOf(t.RT).checks = n
	t.RT.SetTimeSlice(time.Duration(min(max(n, 0), 1<<32)) * instruction)
	return starlark.None, nil
}

// currentFrames is _current_frames() -> {ident: frame}, for all threads.
func currentFrames(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	d := new(object.Dict)
	for _, x := range t.RT.Threads() {
		if x == t.Root() {
			x = t
		}
		if f := x.FrameObject(); f != nil {
			if err := d.SetKey(starlark.MakeInt64(x.Ident()), f); err != nil {
				return nil, err
			}
		}
	}
	return d, object.NoArgs("sys", "_current_frames", args, kwargs)
}
