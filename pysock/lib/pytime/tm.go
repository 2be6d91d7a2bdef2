package pytime

import (
	"fmt"
	"math"
	"time"
)

// A tm is a broken-down time by Python's count: the year in full, months and
// days from 1, Monday 0. Its fields needn't agree with each other.
type tm struct {
	year, mon, mday, hour, min, sec int
	wday, yday                      int
	isdst                           int    // 1, 0, or -1 for unknown
	zone                            string // "" where it isn't known
	off                             int    // seconds east of Greenwich
	located                         bool   // off is known
}

// The range of years of C's struct tm.
const (
	minYear = math.MinInt32 + 1900
	maxYear = math.MaxInt32 + 1900
)

// broken breaks a time down, in its own location. It fails if the year is
// beyond C's.
func broken(t time.Time) (tm, bool) {
	year, month, day := t.Date()
	hour, minute, sec := t.Clock()
	name, off := t.Zone()
	b := tm{
		year: year, mon: int(month), mday: day, hour: hour, min: minute, sec: sec,
		wday: monday(t.Weekday()), yday: t.YearDay(), isdst: dstFlag(t), zone: name, off: off, located: true,
	}
	return b, minYear <= year && year <= maxYear
}

// monday counts weekdays as Python does.
func monday(d time.Weekday) int { return (int(d) + 6) % 7 }

// date is midnight of a day, which may be out of the month.
func date(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysOf(year int) int {
	if isLeap(year) {
		return 366
	}
	return 365
}

// Names of the C locale.
var (
	weekdays = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	months   = [...]string{
		"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December",
	}
)

// ascii is what asctime returns: "Sat Sep  5 07:04:05 2009".
func (t *tm) ascii() string {
	return fmt.Sprintf("%.3s %.3s%3d %02d:%02d:%02d %d",
		weekdays[t.wday], months[t.mon-1], t.mday, t.hour, t.min, t.sec, int32(t.year))
}

// fix puts 1 where a month, day or day of the year is 0, which Python takes
// for "not given", and returns what is wrong with the first field that is out
// of range, or "".
func (t *tm) fix() string {
	if t.mon == 0 {
		t.mon = 1
	}
	if t.mday == 0 {
		t.mday = 1
	}
	if t.yday == 0 {
		t.yday = 1
	}
	t.isdst = max(-1, min(t.isdst, 1))
	sunday0 := (t.wday + 1) % 7 // Go's and C's %: negative for most below -1
	for _, f := range []struct {
		name      string
		n, lo, hi int
	}{
		{"month", t.mon, 1, 12},
		{"day of month", t.mday, 1, 31},
		{"hour", t.hour, 0, 23},
		{"minute", t.min, 0, 59},
		{"seconds", t.sec, 0, 61},
		{"day of week", sunday0, 0, 6},
		{"day of year", t.yday, 1, 366},
	} {
		if f.n < f.lo || f.n > f.hi {
			return f.name + " out of range"
		}
	}
	t.wday = (sunday0 + 6) % 7
	return ""
}
