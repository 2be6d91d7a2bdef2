package pytime

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A zone is the local time zone as tzset(3) finds it: the variable TZ names a
// file of the zone database, or gives the rule itself ("EST5EDT,M3.2.0,M11.1.0");
// without TZ it is the machine's. Go's time package reads TZ once, at start,
// and knows no rules there; but it knows them at the end of a zone file, so a
// rule becomes a zone file in memory that holds nothing else.
type zone struct {
	loc *time.Location
	tz  string // the value of TZ, "" if there is none
	set bool   // there is one

	last  int64 // the time that was converted last, see names
	guess int   // of mktime: see there
}

// The constants of Python's module: tzname, timezone, altzone and daylight.
type zoneInfo struct {
	names             [2]string
	timezone, altzone int // seconds west of Greenwich
	daylight          bool
}

// localZone returns the zone that TZ asks for now: old, if that is still the one.
func localZone(old *zone) *zone {
	tz, set := os.LookupEnv("TZ")
	if old != nil && old.tz == tz && old.set == set {
		return old
	}
	return &zone{tz: tz, set: set, loc: findZone(tz, set), last: time.Now().Unix()}
}

func findZone(tz string, set bool) *time.Location {
	name := strings.TrimPrefix(tz, ":")
	switch {
	case !set:
		name = "/etc/localtime"
	case name == "":
		return time.UTC
	}
	for _, dir := range []string{os.Getenv("TZDIR"), "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/var/db/timezone/zoneinfo"} {
		path := name
		if !filepath.IsAbs(name) {
			if dir == "" {
				continue
			}
			path = filepath.Join(dir, name)
		}
		if loc := readZone(path); loc != nil {
			return loc
		}
	}
	if !set {
		return time.UTC
	}
	return ruleZone(name)
}

// readZone reads a zone file, or returns nil.
func readZone(path string) *time.Location {
	const large = 1 << 20
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || info.Size() > large {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	loc, err := time.LoadLocationFromTZData("Local", data)
	if err != nil {
		return nil
	}
	return loc
}

// ruleZone returns the zone of a rule as POSIX has it for TZ (XBD 8.3). What
// isn't one is UTC under the name that it begins with, as in glibc.
func ruleZone(rule string) *time.Location {
	name := rule
	for i, c := range rule {
		if !('A' <= c && c <= 'Z' || 'a' <= c && c <= 'z') {
			name = rule[:i]
			break
		}
	}
	if len(name) < 3 {
		name = ""
	}
	header := func(types, chars int) []byte {
		b := append([]byte("TZif2"), make([]byte, 15+4*4)...)
		b = binary.BigEndian.AppendUint32(b, uint32(types))
		return binary.BigEndian.AppendUint32(b, uint32(chars))
	}
	data := append(header(0, 0), header(1, len(name)+1)...) // RFC 8536: the first part may be empty
	data = append(data, make([]byte, 6)...)                 // one type: offset 0, not daylight, name 0
	data = append(data, name+"\x00\n"+rule+"\n"...)
	loc, err := time.LoadLocationFromTZData("Local", data)
	if err != nil {
		return time.UTC
	}
	return loc
}

// at returns the local time at sec seconds after the Epoch.
func (z *zone) at(sec int64) time.Time {
	z.last = sec
	return time.Unix(sec, 0).In(z.loc)
}

// offset returns seconds east of Greenwich, and 1 in daylight time, 0 in
// standard time.
func (z *zone) offset(sec int64) (off, isdst int) {
	t := z.at(sec)
	_, off = t.Zone()
	return off, dstFlag(t)
}

func dstFlag(t time.Time) int {
	if t.IsDST() {
		return 1
	}
	return 0
}

// names is C's variable tzname: the names of standard and of daylight time. A
// zone may have had many names; these are the one in force at the time that was
// converted last, and the next one of the other kind.
func (z *zone) names() (names [2]string) {
	t := z.at(z.last)
	now := dstFlag(t)
	names[now], _ = t.Zone()
	names[1-now] = names[now]
	for range 1000 { // there are zones with hundreds of changes
		_, end := t.ZoneBounds()
		if end.IsZero() {
			break
		}
		t = end.Add(24 * time.Hour) // in leap years Go ends the last period a day early
		if dstFlag(t) != now {
			names[1-now], _ = t.Zone()
			break
		}
	}
	return names
}

// info returns Python's constants. Python looks at two days of this year, half
// a year apart, and takes for standard time the one that is further west.
func (z *zone) info(now time.Time) zoneInfo {
	const year = (365*24 + 6) * 3600
	january := now.Unix() / year * year
	var in zoneInfo
	var west [2]int
	for i := range west {
		t := z.at(january + int64(i)*year/2)
		name, off := t.Zone()
		in.names[i], west[i] = name[:min(len(name), 9)], -off
	}
	if west[0] < west[1] { // the southern half
		in.names[0], in.names[1] = in.names[1], in.names[0]
		west[0], west[1] = west[1], west[0]
	}
	in.timezone, in.altzone = west[0], west[1]
	in.daylight = west[0] != west[1]
	return in
}
