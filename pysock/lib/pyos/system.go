//go:build unix

package pyos

import (
	"os"
	"strings"
	"syscall"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// The machine and its devices, users and priorities.

// setpgrp is setpgrp().
func (c call) setpgrp() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	return c.done(unix.Setpgid(0, 0))
}

// pairDef makes a function that sets two numbers of the process.
func (m *module) pairDef(name string, f func(a, b int) error) object.Def {
	return m.def(name, func(c call) (starlark.Value, error) {
		var a, b int
		if err := c.plain(2, &a, &b); err != nil {
			return nil, err
		}
		return c.done(asErrno(f(a, b)))
	})
}

// setgroups is setgroups(list of int).
func (c call) setgroups() (starlark.Value, error) {
	var v starlark.Value
	if err := c.plain(1, &v); err != nil {
		return nil, err
	}
	elems, err := object.Elements(c.t, v)
	if err != nil {
		return nil, object.TypeError.Errorf("setgroups argument must be a sequence")
	}
	list := make([]int, len(elems))
	for i, e := range elems {
		n, err := c.t.Int(e)
		if err != nil {
			return nil, err
		}
		list[i] = int(n)
	}
	return c.done(asErrno(syscall.Setgroups(list)))
}

// groupsOf are the groups of a user, gid and those that name the user in
// /etc/group.
func groupsOf(user string, gid int) []int {
	list := []int{gid}
	data, _ := os.ReadFile("/etc/group")
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimRight(line, "\n"), ":")
		if len(f) != 4 {
			continue
		}
		for name := range strings.SplitSeq(f[3], ",") {
			n, err := parseInt(f[2])
			if name == user && err == nil && n != gid {
				list = append(list, n)
			}
		}
	}
	return list
}

// getgrouplist is getgrouplist(user, group) -> list of int.
func (c call) getgrouplist() (starlark.Value, error) {
	var user string
	var gid int
	if err := c.plain(2, &user, &gid); err != nil {
		return nil, err
	}
	var list []starlark.Value
	for _, n := range groupsOf(user, gid) {
		list = append(list, integer(n))
	}
	return c.rt.List(list), nil
}

// initgroups is initgroups(username, gid).
func (c call) initgroups() (starlark.Value, error) {
	var user string
	var gid int
	if err := c.plain(2, &user, &gid); err != nil {
		return nil, err
	}
	return c.done(asErrno(syscall.Setgroups(groupsOf(user, gid))))
}

// getpriority is getpriority(which, who) -> int.
func (c call) getpriority() (starlark.Value, error) {
	var which, who int
	if err := c.named(2, 2, 2, "which", &which, "who", &who); err != nil {
		return nil, err
	}
	n, err := priorityOf(which, who)
	if err != nil {
		return nil, c.fail(err)
	}
	return integer(n), nil
}

// setpriority is setpriority(which, who, priority).
func (c call) setpriority() (starlark.Value, error) {
	var which, who, n int
	if err := c.named(3, 3, 3, "which", &which, "who", &who, "priority", &n); err != nil {
		return nil, err
	}
	return c.done(unix.Setpriority(which, who, n))
}

// sync is sync().
func (c call) sync() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	return c.done(c.blocking(func() error { unix.Sync(); return nil }))
}

// deviceDef makes major(device), minor(device).
func (m *module) deviceDef(name string, f func(dev uint64) uint32) object.Def {
	return m.def(name, func(c call) (starlark.Value, error) {
		var dev int64
		if err := c.plain(1, &dev); err != nil {
			return nil, err
		}
		return starlark.MakeUint64(uint64(f(uint64(dev)))), nil
	})
}

// makedev is makedev(major, minor) -> int.
func (c call) makedev() (starlark.Value, error) {
	var major, minor int
	if err := c.plain(2, &major, &minor); err != nil {
		return nil, err
	}
	return starlark.MakeUint64(unix.Mkdev(uint32(major), uint32(minor))), nil
}

// lockf is lockf(fd, command, len): a lock on part of a file, from where it is
// read next (lockf(3)).
func (c call) lockf() (starlark.Value, error) {
	var fd, command int
	var size int64
	if err := c.plain(3, &fd, &command, &size); err != nil {
		return nil, err
	}
	lock := unix.Flock_t{Type: unix.F_WRLCK, Whence: 1, Len: size}
	how := unix.F_SETLK
	switch command {
	case lockfUnlock:
		lock.Type = unix.F_UNLCK
	case lockfLock:
		how = unix.F_SETLKW
	case lockfTry:
	case lockfTest:
		how = unix.F_GETLK
	default:
		return nil, c.fail(unix.EINVAL)
	}
	err := c.blocking(func() error { return unix.FcntlFlock(uintptr(fd), how, &lock) })
	if err == nil && command == lockfTest && lock.Type != unix.F_UNLCK && int(lock.Pid) != os.Getpid() {
		err = unix.EACCES
	}
	return c.done(err)
}

// What lockf does.
const (
	lockfUnlock = iota
	lockfLock
	lockfTry
	lockfTest
)

// wait4 is wait4(pid, options) -> (pid, status, rusage), wait3(options) the same
// of any child.
func (c call) wait4() (starlark.Value, error) {
	pid, options := -1, 0
	var err error
	if c.name == "wait3" {
		err = c.named(1, 1, 1, "options", &options)
	} else {
		err = c.named(2, 2, 2, "pid", &pid, "options", &options)
	}
	if err != nil {
		return nil, err
	}
	var ws unix.WaitStatus
	var got int
	var used unix.Rusage
	ended := watchChild(pid)
	defer ended.close()
	for {
		err := retry(func() (err error) {
			got, err = unix.Wait4(pid, &ws, options|unix.WNOHANG, &used)
			return err
		})
		if err == nil && got == 0 && options&unix.WNOHANG == 0 {
			if err = ended.wait(c.t, forever); err == nil {
				continue
			}
		}
		if err != nil {
			return nil, c.fail(err)
		}
		break
	}
	module, err := c.rt.Import(c.t, "resource")
	if err != nil {
		return nil, err
	}
	class, err := c.rt.Attr(module, "struct_rusage")
	if err != nil {
		return nil, err
	}
	usage := starlark.Tuple{starlark.Float(float64(used.Utime.Nano()) / 1e9), starlark.Float(float64(used.Stime.Nano()) / 1e9)}
	for _, n := range []int64{
		int64(used.Maxrss), int64(used.Ixrss), int64(used.Idrss), int64(used.Isrss), int64(used.Minflt), int64(used.Majflt), int64(used.Nswap),
		int64(used.Inblock), int64(used.Oublock), int64(used.Msgsnd), int64(used.Msgrcv), int64(used.Nsignals), int64(used.Nvcsw), int64(used.Nivcsw),
	} {
		usage = append(usage, starlark.MakeInt64(n))
	}
	v, err := c.t.Call(class, usage)
	return starlark.Tuple{integer(got), integer(int(ws)), v}, err
}

// systemDefs are the functions of this file and of terminal.go that both
// dialects have, where the platform does.
func (m *module) systemDefs() []object.Def {
	return []object.Def{
		m.def("ctermid", call.ctermid), m.def("ttyname", call.ttyname), m.def("openpty", call.openpty),
		m.def("tcgetpgrp", call.tcgetpgrp), m.def("tcsetpgrp", call.tcsetpgrp), m.def("setpgrp", call.setpgrp),
		m.def("setgroups", call.setgroups), m.def("initgroups", call.initgroups),
		m.def("makedev", call.makedev), m.deviceDef("major", unix.Major), m.deviceDef("minor", unix.Minor),
		m.pairDef("setreuid", syscall.Setreuid), m.pairDef("setregid", syscall.Setregid),
		m.def("wait3", call.wait4), m.def("wait4", call.wait4), m.def("sysconf", call.sysconf), m.def("getloadavg", call.getloadavg),
		m.def("getlogin", call.getlogin),
	}
}

// systemDefs3 are those of Python 3 alone.
func (m *module) systemDefs3() []object.Def {
	return []object.Def{
		m.def("getpriority", call.getpriority), m.def("setpriority", call.setpriority), m.def("sync", call.sync),
		m.def("lockf", call.lockf), m.def("getgrouplist", call.getgrouplist),
	}
}
