//go:build unix

package pyos

import (
	"os"
	"runtime"
	"strconv"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

const forever = netfd.Forever

func parseInt(s string) (int, error) { return strconv.Atoi(s) }

// sysconfNames are the settings that sysconf(3) tells, by the numbers that the
// GNU C library has for them.
var sysconfNames = map[string]int{
	"SC_ARG_MAX": 0, "SC_CHILD_MAX": 1, "SC_CLK_TCK": 2, "SC_NGROUPS_MAX": 3, "SC_OPEN_MAX": 4, "SC_PAGESIZE": 30,
	"SC_PAGE_SIZE": 30, "SC_LINE_MAX": 43, "SC_IOV_MAX": 60, "SC_LOGIN_NAME_MAX": 71, "SC_TTY_NAME_MAX": 72,
	"SC_NPROCESSORS_CONF": 83, "SC_NPROCESSORS_ONLN": 84, "SC_PHYS_PAGES": 85, "SC_AVPHYS_PAGES": 86, "SC_HOST_NAME_MAX": 180,
}

// limitOf is the soft limit of a resource, -1 if there is none.
func limitOf(which int) int {
	var l unix.Rlimit
	if unix.Getrlimit(which, &l) != nil || l.Cur == unix.RLIM_INFINITY {
		return -1
	}
	return int(l.Cur)
}

// settings are what sysconf tells, by number.
var settings = map[int]func() int{
	0:  func() int { return max(limitOf(unix.RLIMIT_STACK)/4, 131072) },
	1:  func() int { return limitOf(unix.RLIMIT_NPROC) },
	2:  func() int { return 100 },
	3:  func() int { return 65536 },
	4:  func() int { return limitOf(unix.RLIMIT_NOFILE) },
	30: os.Getpagesize, 43: func() int { return 2048 }, 60: func() int { return 1024 },
	71: func() int { return 256 }, 72: func() int { return 32 },
	83: runtime.NumCPU, 84: runtime.NumCPU,
	85: func() int { total, _ := memory(); return total }, 86: func() int { _, free := memory(); return free },
	180: func() int { return 64 },
}

// sysconf is sysconf(name) -> int, by name or number. ValueError for a name
// there isn't, OSError for a number.
func (c call) sysconf() (starlark.Value, error) {
	var v starlark.Value
	if err := c.plain(1, &v); err != nil {
		return nil, err
	}
	number, isNumber := object.AsInt(v)
	n := -1
	if isNumber {
		if i, err := starlark.AsInt32(number); err == nil {
			n = i
		}
	} else if s, ok := object.AsText(v); ok {
		if n, ok = sysconfNames[s]; !ok {
			return nil, object.ValueError.Errorf("unrecognized configuration name")
		}
	} else {
		return nil, object.TypeError.Errorf("configuration names must be strings or integers")
	}
	f := settings[n]
	if f == nil {
		return nil, c.fail(unix.EINVAL)
	}
	return integer(f()), nil
}

// getlogin is getlogin() -> str: who has logged in on the terminal.
func (c call) getlogin() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	name, err := loginName()
	if err != nil {
		return nil, c.fail(err)
	}
	return c.text(c.t, name)
}

// getloadavg is getloadavg() -> (float, float, float). OSError where it can't be
// told.
func (c call) getloadavg() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	loads, ok := loadAverages()
	if !ok {
		return nil, object.OSError.Errorf("Load averages are unobtainable")
	}
	return starlark.Tuple{starlark.Float(loads[0]), starlark.Float(loads[1]), starlark.Float(loads[2])}, nil
}
