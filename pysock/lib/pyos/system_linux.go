package pyos

import (
	"example.com/pysock/pysock/posix"
	"fmt"
	"math"
	"os"
	"os/user"
	"strconv"
	"strings"
	"syscall"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// terminalName is the file of a terminal.
func terminalName(fd int) (string, error) {
	if !posix.IsTerminal(fd) {
		if _, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err != nil {
			return "", err
		}
		return "", unix.ENOTTY
	}
	return os.Readlink(fmt.Sprintf("/proc/self/fd/%d", fd))
}

// unlockTerminal lets the slave of a terminal be opened, and tells its name.
func unlockTerminal(master int) (string, error) {
	if err := unix.IoctlSetPointerInt(master, unix.TIOCSPTLCK, 0); err != nil {
		return "", err
	}
	n, err := unix.IoctlGetInt(master, unix.TIOCGPTN)
	return fmt.Sprintf("/dev/pts/%d", n), err
}

// priorityOf is a nice value: the kernel gives 20 minus that.
func priorityOf(which, who int) (int, error) {
	n, err := unix.Getpriority(which, who)
	return 20 - n, err
}

// loadAverages are the loads of the last 1, 5 and 15 minutes.
func loadAverages() (loads [3]float64, ok bool) {
	data, err := os.ReadFile("/proc/loadavg")
	fields := strings.Fields(string(data))
	if err != nil || len(fields) < 3 {
		return loads, false
	}
	for i := range loads {
		if loads[i], err = strconv.ParseFloat(fields[i], 64); err != nil {
			return loads, false
		}
	}
	return loads, true
}

// memory is how many pages the machine has, and how many are free.
func memory() (total, free int) {
	var info unix.Sysinfo_t
	if unix.Sysinfo(&info) != nil {
		return -1, -1
	}
	unit, page := int(info.Unit), os.Getpagesize()
	return int(info.Totalram) * unit / page, int(info.Freeram) * unit / page
}

// loginName is the name of who has logged in, as the kernel's audit keeps it.
func loginName() (string, error) {
	data, err := os.ReadFile("/proc/self/loginuid")
	id := strings.TrimSpace(string(data))
	if err != nil || id == "4294967295" {
		if !posix.IsTerminal(0) {
			return "", unix.ENOTTY
		}
		return "", unix.ENXIO
	}
	u, err := user.LookupId(id)
	if err != nil {
		return "", unix.ENXIO
	}
	return u.Username, nil
}

// threeDef makes getresuid(), getresgid().
func (m *module) threeDef(name string, f func() (a, b, c int)) object.Def {
	return m.def(name, func(c call) (starlark.Value, error) {
		x, y, z := f()
		return starlark.Tuple{integer(x), integer(y), integer(z)}, c.none()
	})
}

// setThreeDef makes setresuid(ruid, euid, suid), setresgid.
func (m *module) setThreeDef(name string, f func(a, b, c int) error) object.Def {
	return m.def(name, func(c call) (starlark.Value, error) {
		var x, y, z int
		if err := c.plain(3, &x, &y, &z); err != nil {
			return nil, err
		}
		return c.done(asErrno(f(x, y, z)))
	})
}

// linuxDefs are Linux's own of both dialects.
func (m *module) linuxDefs() []object.Def {
	return []object.Def{
		m.threeDef("getresuid", unix.Getresuid), m.threeDef("getresgid", unix.Getresgid),
		m.setThreeDef("setresuid", syscall.Setresuid), m.setThreeDef("setresgid", syscall.Setresgid),
		m.def("mknod", call.mknod), m.def("pathconf", call.pathconf), m.def("fpathconf", call.pathconf),
	}
}

// linuxDefs3 are those of Python 3 alone.
func (m *module) linuxDefs3() []object.Def {
	return append(m.callDefs(),
		m.def("sendfile", call.sendfile), m.def("sched_setaffinity", call.setAffinity),
		m.def("posix_fallocate", call.fallocate), m.def("posix_fadvise", call.fadvise), m.def("pidfd_open", call.pidfdOpen),
	)
}

// mknod is mknod(path, mode=0o600, device=0, *, dir_fd=None).
func (c call) mknod() (starlark.Value, error) {
	p, mode, dev, dir := c.path(), 0o600, 0, here
	if err := c.named(1, 3, 3, "path", p, "mode", &mode, "device", &dev, "dir_fd", &dir); err != nil {
		return nil, err
	}
	return c.done(unix.Mknodat(int(dir), p.s, uint32(mode), dev), p.v)
}

// sendfile is sendfile(out_fd, in_fd, offset, count) -> int; offset None is
// where in_fd is read next.
func (c call) sendfile() (starlark.Value, error) {
	var out, in, count int
	var offset starlark.Value
	if err := c.named(4, 4, 4, "out_fd", &out, "in_fd", &in, "offset", &offset, "count", &count); err != nil {
		return nil, err
	}
	var at *int64
	if offset != starlark.None {
		n, err := c.t.Int(offset)
		if err != nil {
			return nil, err
		}
		at = &n
	}
	for {
		n, err := unix.Sendfile(out, in, at, count)
		if err == unix.EINTR {
			continue
		}
		if flags, e := unix.FcntlInt(uintptr(out), unix.F_GETFL, 0); err == unix.EAGAIN && e == nil && flags&unix.O_NONBLOCK == 0 {
			if _, err := c.t.Waiter.Wait(out, netfd.Writable, forever); err != nil {
				return nil, err
			}
			continue
		}
		if err != nil {
			return nil, c.fail(err)
		}
		return integer(n), nil
	}
}

// setAffinity is sched_setaffinity(pid, iterable of int).
func (c call) setAffinity() (starlark.Value, error) {
	var pid int
	var v starlark.Value
	if err := c.plain(2, &pid, &v); err != nil {
		return nil, err
	}
	elems, err := object.Elements(c.t, v)
	if err != nil {
		return nil, err
	}
	var cpus unix.CPUSet
	for _, e := range elems {
		i, ok := object.AsInt(e)
		if !ok {
			return nil, object.TypeError.Errorf("expected an iterator of ints, but iterator yielded <class '%s'>", object.TypeName(e))
		}
		n, ok := i.Int64()
		switch {
		case i.Sign() < 0:
			return nil, object.ValueError.Errorf("negative CPU number")
		case !ok || n >= math.MaxInt32:
			return nil, object.OverflowError.Errorf("CPU number too large")
		}
		cpus.Set(int(n))
	}
	return c.done(unix.SchedSetaffinity(pid, &cpus))
}

// fallocate is posix_fallocate(fd, offset, len).
func (c call) fallocate() (starlark.Value, error) {
	var fd int
	var offset, size int64
	if err := c.plain(3, &fd, &offset, &size); err != nil {
		return nil, err
	}
	return c.done(c.blocking(func() error { return unix.Fallocate(fd, 0, offset, size) }))
}

// fadvise is posix_fadvise(fd, offset, len, advice).
func (c call) fadvise() (starlark.Value, error) {
	var fd, advice int
	var offset, size int64
	if err := c.plain(4, &fd, &offset, &size, &advice); err != nil {
		return nil, err
	}
	return c.done(unix.Fadvise(fd, offset, size, advice))
}

// pidfdOpen is pidfd_open(pid, flags=0) -> int.
func (c call) pidfdOpen() (starlark.Value, error) {
	pid, flags := 0, 0
	if err := c.named(1, 2, 2, "pid", &pid, "flags", &flags); err != nil {
		return nil, err
	}
	fd, err := unix.PidfdOpen(pid, flags)
	if err != nil {
		return nil, c.fail(err)
	}
	return integer(fd), nil
}

// moreConsts3 are constants of Python 3 for what stands here, some of which only
// the C library has names for.
var moreConsts3 = map[string]int{
	"F_ULOCK": lockfUnlock, "F_LOCK": lockfLock, "F_TLOCK": lockfTry, "F_TEST": lockfTest,
	"P_ALL": unix.P_ALL, "P_PID": unix.P_PID, "P_PGID": unix.P_PGID, "P_PIDFD": unix.P_PIDFD,
	"POSIX_FADV_NORMAL": unix.FADV_NORMAL, "POSIX_FADV_RANDOM": unix.FADV_RANDOM, "POSIX_FADV_SEQUENTIAL": unix.FADV_SEQUENTIAL,
	"POSIX_FADV_WILLNEED": unix.FADV_WILLNEED, "POSIX_FADV_DONTNEED": unix.FADV_DONTNEED, "POSIX_FADV_NOREUSE": unix.FADV_NOREUSE,
	"SCHED_OTHER": 0, "SCHED_FIFO": 1, "SCHED_RR": 2, "SCHED_BATCH": 3, "SCHED_IDLE": 5, "SCHED_RESET_ON_FORK": 0x40000000,
	"ST_RDONLY": unix.ST_RDONLY, "ST_NOSUID": unix.ST_NOSUID, "ST_NODEV": unix.ST_NODEV, "ST_NOEXEC": unix.ST_NOEXEC,
	"ST_SYNCHRONOUS": unix.ST_SYNCHRONOUS, "ST_MANDLOCK": unix.ST_MANDLOCK, "ST_NOATIME": unix.ST_NOATIME,
	"ST_NODIRATIME": unix.ST_NODIRATIME, "ST_RELATIME": unix.ST_RELATIME, "ST_WRITE": 128, "ST_APPEND": 256,
	"RTLD_LAZY": 1, "RTLD_NOW": 2, "RTLD_NOLOAD": 4, "RTLD_DEEPBIND": 8, "RTLD_GLOBAL": 256, "RTLD_LOCAL": 0, "RTLD_NODELETE": 4096,
}
