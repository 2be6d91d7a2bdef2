package pytime

import (
	"math"
	"time"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A clock is one of Python 3's clocks: its function and its entry for
// get_clock_info.
type clock struct {
	name       string
	id         string // of the system's clock that it reads
	monotonic  bool
	adjustable bool
}

var clocks = []clock{
	{"time", "CLOCK_REALTIME", false, true},
	{"monotonic", "CLOCK_MONOTONIC", true, false},
	{"perf_counter", "CLOCK_MONOTONIC", true, false},
	{"process_time", "CLOCK_PROCESS_CPUTIME_ID", true, false},
	{"thread_time", "CLOCK_THREAD_CPUTIME_ID", true, false},
}

// A function is what a Def holds.
type function = func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

// clockDefs returns the functions that only Python 3 has: each clock in seconds
// and in nanoseconds, and those that take a clock's id.
func (m *module) clockDefs() []object.Def {
	defs := []object.Def{{Name: "get_clock_info", F: m.getClockInfo}}
	if clocksByID {
		defs = append(defs, []object.Def{
			{Name: "clock_getres", F: m.clockGetres},
			{Name: "clock_gettime", F: m.clockGettime("clock_gettime", inSeconds)},
			{Name: "clock_gettime_ns", F: m.clockGettime("clock_gettime", inNanoseconds)},
			{Name: "clock_settime", F: m.clockSettime(nanoseconds)},
			{Name: "clock_settime_ns", F: m.clockSettime(intNanoseconds)},
		}...)
	}
	for _, c := range clocks {
		if c.name != "time" {
			defs = append(defs, object.Def{Name: c.name, F: readClock(c.name, c.id, inSeconds)})
		}
		defs = append(defs, object.Def{Name: c.name + "_ns", F: readClock(c.name+"_ns", c.id, inNanoseconds)})
	}
	return defs
}

func inSeconds(ns int64) starlark.Value     { return starlark.Float(float64(ns) / 1e9) }
func inNanoseconds(ns int64) starlark.Value { return starlark.MakeInt64(ns) }

// read reads a clock of the system, in nanoseconds.
func read(id int) (int64, error) {
	ns, err := clockNow(id)
	if err != nil {
		return 0, object.OSFail(object.OSError, err, nil)
	}
	return ns, nil
}

// readClock returns the function of a clock: time_ns(), monotonic(), ...
func readClock(name, id string, unit func(int64) starlark.Value) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := object.NoArgs("time", name, args, kwargs); err != nil {
			return nil, err
		}
		ns, err := read(clockIDs[id])
		if err != nil {
			return nil, err
		}
		return unit(ns), nil
	}
}

// time is time.time(): seconds since the Epoch; in Python 2 to the microsecond.
func (m *module) time(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("time", "time", args, kwargs); err != nil {
		return nil, err
	}
	now := time.Now()
	if m.rt.Dialect == syntax.Python2 {
		return starlark.Float(float64(now.Unix()) + float64(now.Nanosecond()/1000)*1e-6), nil
	}
	return inSeconds(now.UnixNano()), nil
}

// clock is Python 2's time.clock(): the processor time used, in seconds.
func (m *module) clock(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("time", "clock", args, kwargs); err != nil {
		return nil, err
	}
	ns, err := read(clockIDs["CLOCK_PROCESS_CPUTIME_ID"])
	if err != nil {
		return nil, err
	}
	return starlark.Float(float64(ns/1000) / 1e6), nil
}

// clockGettime is time.clock_gettime(clk_id) and clock_gettime_ns. An unknown
// clock raises OSError(EINVAL).
func (m *module) clockGettime(name string, unit func(int64) starlark.Value) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var id int
		if err := object.Positional(t, name, args, kwargs, 1, &id); err != nil {
			return nil, err
		}
		ns, err := read(id)
		if err != nil {
			return nil, err
		}
		return unit(ns), nil
	}
}

// clockGetres is time.clock_getres(clk_id): the resolution in seconds.
func (m *module) clockGetres(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var id int
	if err := object.Positional(t, "clock_getres", args, kwargs, 1, &id); err != nil {
		return nil, err
	}
	ns, err := clockResolution(id)
	if err != nil {
		return nil, object.OSFail(object.OSError, err, nil)
	}
	return inSeconds(ns), nil
}

// clockSettime is time.clock_settime(clk_id, time) and clock_settime_ns, which
// raise OSError: PermissionError for all but the superuser.
func (m *module) clockSettime(convert func(t *object.Thread, v starlark.Value) (int64, error)) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var id int
		var v starlark.Value
		if err := object.Positional(t, "clock_settime", args, kwargs, 2, &id, &v); err != nil {
			return nil, err
		}
		ns, err := convert(t, v)
		if err != nil {
			return nil, err
		}
		if err := setClock(id, ns); err != nil {
			return nil, object.OSFail(object.OSError, err, nil)
		}
		return starlark.None, nil
	}
}

// getClockInfo is time.get_clock_info(name): a namespace. It raises ValueError
// for a clock that it doesn't know.
func (m *module) getClockInfo(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	if err := object.Positional(t, "get_clock_info", args, kwargs, 1, &name); err != nil {
		return nil, err
	}
	for _, c := range clocks {
		if c.name != name {
			continue
		}
		ns, err := clockResolution(clockIDs[c.id])
		if err != nil {
			return nil, object.OSFail(object.OSError, err, nil)
		}
		info := new(object.SimpleNamespace)
		info.Fields.SetString("implementation", m.rt.Str(implementation(c.id)))
		info.Fields.SetString("monotonic", m.rt.Bool(c.monotonic))
		info.Fields.SetString("adjustable", m.rt.Bool(c.adjustable))
		info.Fields.SetString("resolution", inSeconds(ns))
		return info, nil
	}
	return nil, object.ValueError.Errorf("unknown clock")
}

// sleep is time.sleep(seconds). What is negative or no number raises ValueError
// or OverflowError, in Python 2 IOError(EINVAL).
func (m *module) sleep(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var ns int64
	if m.rt.Dialect == syntax.Python2 {
		var sec float64
		if err := object.Positional(t, "sleep", args, kwargs, 1, &sec); err != nil {
			return nil, err
		}
		if !(sec >= 0 && sec < 1<<63) {
			return nil, object.OSErrno(object.IOError, posix.EINVAL, nil)
		}
		ns = int64(math.Ceil(min(sec*1e9, 1<<62)))
	} else {
		var v starlark.Value
		if err := object.OneArg(t, "time", "sleep", args, kwargs, &v); err != nil {
			return nil, err
		}
		var err error
		if ns, err = nanoseconds(t, v); err != nil {
			return nil, err
		}
		if ns < 0 {
			return nil, object.ValueError.Errorf("sleep length must be non-negative")
		}
	}
	// A handler of Python 2's cuts it short.
	if err := t.Waiter.Sleep(time.Duration(ns)); err != nil && err != posix.EINTR {
		return nil, err
	}
	return starlark.None, nil
}

// nanoseconds converts Python 3's seconds, an int or a float, rounding away
// from zero.
func nanoseconds(t *object.Thread, v starlark.Value) (int64, error) {
	if f, ok := v.(starlark.Float); ok {
		ns := float64(f) * 1e9
		if ns = math.Copysign(math.Ceil(math.Abs(ns)), ns); math.IsNaN(ns) {
			return 0, notANumber()
		} else if ns < -1<<63 || ns >= 1<<63 {
			return 0, object.OverflowError.Errorf("timestamp out of range for platform time_t")
		}
		return int64(ns), nil
	}
	const second = 1_000_000_000
	const tooLarge = "timestamp too large to convert to C _PyTime_t"
	sec, err := wholeSeconds(t, v, tooLarge)
	if err == nil && (sec > math.MaxInt64/second || sec < math.MinInt64/second) {
		err = object.OverflowError.Errorf(tooLarge)
	}
	return sec * second, err
}

// intNanoseconds converts an int that counts nanoseconds.
func intNanoseconds(t *object.Thread, v starlark.Value) (int64, error) {
	if _, ok := object.AsInt(v); !ok {
		return 0, object.TypeError.Errorf("expect int, got %s", object.TypeName(v))
	}
	return t.Int(v)
}
