//go:build unix

package pysignal

import (
	"math"
	"sync"
	"time"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// The timers, by their clocks: time, time that the process computes, and that
// with the system's time for it.
const (
	timerReal = iota
	timerVirtual
	timerProf
)

// A timer is an interval timer. What counts down is ours and not the system's:
// so that it can be had on each system, and SIGPROF be used, which Go's runtime
// keeps for itself.
type timer struct {
	mu       sync.Mutex
	signal   unix.Signal
	at       time.Duration // on the timer's clock; 0: it is off
	interval time.Duration
	clock    *time.Timer
}

var begin = time.Now()

// now is the time of the clock of a timer.
func now(which int) time.Duration {
	if which == timerReal {
		return time.Since(begin)
	}
	var ru unix.Rusage
	unix.Getrusage(unix.RUSAGE_SELF, &ru)
	d := time.Duration(ru.Utime.Nano())
	if which == timerProf {
		d += time.Duration(ru.Stime.Nano())
	}
	return d
}

// pollPause is how often the process's clocks are looked at, at least.
const pollPause = time.Millisecond

// set sets the timer and returns what it was.
func (m *module) set(which int, value, interval time.Duration) (oldValue, oldInterval time.Duration) {
	x := &m.timers[which]
	x.mu.Lock()
	defer x.mu.Unlock()
	oldValue, oldInterval = x.left(which)
	if x.clock != nil {
		x.clock.Stop()
	}
	x.at, x.interval = 0, interval
	if value > 0 {
		x.at = now(which) + value
		m.wind(which, value)
	}
	return oldValue, oldInterval
}

// stopTimers turns all timers off.
func (m *module) stopTimers() {
	for which := range m.timers {
		m.set(which, 0, 0)
	}
}

// left is what is left of the timer's time.
func (x *timer) left(which int) (value, interval time.Duration) {
	if x.at != 0 {
		value = max(x.at-now(which), time.Microsecond)
	}
	return value, x.interval
}

// wind has the timer looked at when d may have passed.
func (m *module) wind(which int, d time.Duration) {
	x := &m.timers[which]
	if which != timerReal {
		d = max(d/2, pollPause) // several processors may work at once
	}
	var clock *time.Timer
	clock = time.AfterFunc(d, func() {
		x.mu.Lock()
		for x.clock == nil { // it is being made
			x.mu.Unlock()
			x.mu.Lock()
		}
		if x.clock != clock || x.at == 0 {
			x.mu.Unlock()
			return
		}
		left := x.at - now(which)
		due := left <= 0
		switch {
		case due && x.interval == 0:
			x.at = 0
		case due:
			for x.at += x.interval; x.at <= now(which); x.at += x.interval {
			}
			m.wind(which, x.at-now(which))
		default:
			m.wind(which, left)
		}
		x.mu.Unlock()
		if due {
			m.expired(int(x.signal))
		}
	})
	x.clock = clock
}

// expired sends the signal of a timer; it runs in a goroutine of its own.
func (m *module) expired(sig int) {
	if m.own.Load()&bit(sig) != 0 {
		m.arrived(sig)
	} else if m.rt.OwnsProcess {
		Kill(sig)
	}
}

// alarm is alarm(seconds) -> the seconds that were left of the one before.
func (m *module) alarm(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var seconds int
	if err := object.OneArg(t, m.name(), "alarm", args, kwargs, &seconds); err != nil {
		return nil, err
	}
	m.arm()
	old, _ := m.set(timerReal, time.Duration(uint32(seconds))*time.Second, 0)
	left := int(old / time.Second)
	if rest := old % time.Second; rest >= time.Second/2 || left == 0 && rest > 0 {
		left++
	}
	return starlark.MakeInt(left), nil
}

// itimerError is ItimerError for arguments that mean nothing.
func (m *module) itimerError() error {
	return m.error.New(starlark.MakeInt(int(unix.EINVAL)), m.rt.Str(object.Strerror(unix.EINVAL)))
}

// seconds converts what setitimer is given.
func (m *module) seconds(t *object.Thread, v starlark.Value) (time.Duration, error) {
	var sec float64
	switch v := v.(type) {
	case starlark.Float:
		sec = float64(v)
	default:
		if m.rt.Dialect == syntax.Python2 {
			f, err := t.Float(v)
			if err != nil {
				return 0, err
			}
			sec = f
			break
		}
		n, err := t.Int(v)
		if err != nil {
			return 0, err
		}
		sec = float64(n)
	}
	switch {
	case math.IsNaN(sec):
		return 0, object.ValueError.Errorf("Invalid value NaN (not a number)")
	case sec < 0:
		return 0, m.itimerError()
	case sec >= math.MaxInt64/2e9:
		return math.MaxInt64 / 2, nil
	}
	return time.Duration(math.Ceil(sec*1e6)) * time.Microsecond, nil
}

// setItimer is setitimer(which, seconds, interval=0.0) -> (seconds, interval) of
// before. It raises ItimerError.
func (m *module) setItimer(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var which int
	var value, interval starlark.Value
	if err := object.Positional(t, "setitimer", args, kwargs, 2, &which, &value, &interval); err != nil {
		return nil, err
	}
	v, err := m.seconds(t, value)
	if err != nil {
		return nil, err
	}
	var i time.Duration
	if interval != nil {
		if i, err = m.seconds(t, interval); err != nil {
			return nil, err
		}
	}
	if which < timerReal || which > timerProf {
		return nil, m.itimerError()
	}
	m.arm()
	return pair(m.set(which, v, i)), nil
}

// getItimer is getitimer(which) -> (seconds, interval). It raises ItimerError.
func (m *module) getItimer(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var which int
	if err := object.OneArg(t, m.name(), "getitimer", args, kwargs, &which); err != nil {
		return nil, err
	}
	if which < timerReal || which > timerProf {
		return nil, m.itimerError()
	}
	x := &m.timers[which]
	x.mu.Lock()
	defer x.mu.Unlock()
	return pair(x.left(which)), nil
}

func pair(a, b time.Duration) starlark.Value {
	return starlark.Tuple{starlark.Float(a.Seconds()), starlark.Float(b.Seconds())}
}
