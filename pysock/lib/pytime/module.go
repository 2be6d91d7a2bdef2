// Package pytime is Python's module time.
//
// The work is done without knowledge of Python's values: zones in zone.go and
// mktime.go, formats in strftime.go and strptime.go, on the broken-down time of
// tm.go. This file is the table of the module's functions; what they do to
// their arguments is in calendar.go and clock.go.
//
// What differs from CPython:
//   - thread_time and CLOCK_THREAD_CPUTIME_ID measure the operating system's
//     thread, and a Python thread may move from one to another.
//   - A format for strptime that has a directive twice is refused with re.error
//     as in CPython, but without the position in the regular expression.
//   - strptime takes no digits but ASCII's.
//   - Where a format names one thing in two ways (%y and %Y), the last one
//     holds, as in Python 3; in Python 2 it depends on the hash of the letters.
//   - Where TZ is a rule, it holds for all years; glibc has no daylight saving
//     time before 1970 then.
package pytime

import (
	"os"
	"time"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A module is module time of one runtime.
type module struct {
	rt         *object.Runtime
	names      *object.Module
	structTime *object.StructType
	zone       *zone    // as of the last tzset(3)
	info       zoneInfo // as of the last time.tzset
}

const doc = `Time access and conversions.

A time is a number of seconds since the Epoch, 1970-01-01 00:00 UTC, or a
struct_time: year, month, day, hour, minute, second, weekday (Monday is 0),
day of the year, and 1 for daylight saving time, 0 for none, -1 for unknown.`

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	fields := []string{
		"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec",
		"tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff",
	}
	m := &module{rt: rt}
	defs := []object.Def{
		{Name: "asctime", F: m.asctime},
		{Name: "ctime", F: m.ctime},
		{Name: "gmtime", F: m.gmtime},
		{Name: "localtime", F: m.localtime},
		{Name: "mktime", F: m.mktime},
		{Name: "sleep", F: m.sleep},
		{Name: "strftime", F: m.strftime},
		{Name: "strptime", F: m.strptime},
		{Name: "time", F: m.time},
		{Name: "tzset", F: m.tzset},
	}
	if rt.Dialect == syntax.Python2 {
		fields = fields[:items]
		defs = append(defs, object.Def{Name: "clock", F: m.clock})
	} else {
		defs = append(defs, m.clockDefs()...)
	}
	m.structTime = object.NewStructType(rt, object.StructSpec{
		Module: "time", Name: "struct_time", Fields: fields, Visible: items,
		Doc: "A time as gmtime, localtime and strptime return it and asctime, mktime and strftime take it.",
	})
	m.names = object.NewModule(rt, "time", doc, defs)
	m.names.Set("struct_time", m.structTime.Class())
	if rt.Dialect == syntax.Python2 {
		accept := 1
		if os.Getenv("PYTHONY2K") != "" {
			accept = 0
		}
		m.names.Set("accept2dyear", starlark.MakeInt(accept))
	} else {
		m.names.Set("_STRUCT_TM_ITEMS", starlark.MakeInt(len(fields)))
		if clocksByID {
			for name, id := range clockIDs {
				m.names.Set(name, starlark.MakeInt(id))
			}
		}
	}
	m.setZone()
	return m.names
}

// setZone reads TZ and sets the constants that depend on it.
func (m *module) setZone() {
	m.local()
	m.info = m.zone.info(time.Now())
	daylight := 0
	if m.info.daylight {
		daylight = 1
	}
	m.names.Set("timezone", starlark.MakeInt(m.info.timezone))
	m.names.Set("altzone", starlark.MakeInt(m.info.altzone))
	m.names.Set("daylight", starlark.MakeInt(daylight))
	m.names.Set("tzname", starlark.Tuple{m.rt.Str(m.info.names[0]), m.rt.Str(m.info.names[1])})
}

// local returns the local zone, after a look at TZ.
func (m *module) local() *zone {
	m.zone = localZone(m.zone)
	return m.zone
}

// tzset is time.tzset(): it reads TZ from the environment again.
func (m *module) tzset(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("time", "tzset", args, kwargs); err != nil {
		return nil, err
	}
	m.setZone()
	return starlark.None, nil
}
