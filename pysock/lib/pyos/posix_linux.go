package pyos

import (
	"os"
	"syscall"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

func vfsFields(st *unix.Statfs_t) [11]uint64 {
	return [11]uint64{
		uint64(st.Bsize), uint64(st.Frsize), st.Blocks, st.Bfree, st.Bavail, st.Files, st.Ffree, st.Ffree,
		uint64(st.Flags) &^ 0x20, uint64(st.Namelen), uint64(uint32(st.Fsid.Val[0])) | uint64(uint32(st.Fsid.Val[1]))<<32,
	}
}

func mkfifoat(dir int, name string, mode uint32) error { return unix.Mkfifoat(dir, name, mode) }

func dup2(fd, fd2 int, inheritable bool) error {
	if fd == fd2 {
		_, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
		return err
	}
	flags := 0
	if !inheritable {
		flags = unix.O_CLOEXEC
	}
	return unix.Dup3(fd, fd2, flags)
}

func seteuid(id int) error { return syscall.Setresuid(-1, id, -1) }
func setegid(id int) error { return syscall.Setresgid(-1, id, -1) }

// elapsed is the time since the machine was started.
func elapsed() float64 {
	var ts unix.Timespec
	unix.ClockGettime(unix.CLOCK_BOOTTIME, &ts)
	return float64(ts.Nano()/1e7) / 100
}

func dieByAbort() {
	unix.Kill(os.Getpid(), unix.SIGABRT)
}

// priority is the process's nice value: Linux gives 20 minus that.
func priority() (int, error) {
	n, err := unix.Getpriority(unix.PRIO_PROCESS, 0)
	return 20 - n, err
}

// platformDefs are the functions that only this platform has.
func (m *module) platformDefs() []object.Def {
	if m.py2() {
		return nil
	}
	return []object.Def{
		m.def("pipe2", call.pipe2),
		m.def("sched_getaffinity", call.affinity),
		m.def("getrandom", call.getrandom),
		m.def("memfd_create", call.memfdCreate),
	}
}

// pipe2 is pipe2(flags) -> (int, int).
func (c call) pipe2() (starlark.Value, error) {
	var flags int
	if err := c.plain(1, &flags); err != nil {
		return nil, err
	}
	var fds [2]int
	if err := c.rt.Opening(func() error { return unix.Pipe2(fds[:], flags) }); err != nil {
		return nil, c.fail(err)
	}
	return starlark.Tuple{integer(fds[0]), integer(fds[1])}, nil
}

// affinity is sched_getaffinity(pid) -> set of int.
func (c call) affinity() (starlark.Value, error) {
	var pid int
	if err := c.plain(1, &pid); err != nil {
		return nil, err
	}
	var cpus unix.CPUSet
	if err := unix.SchedGetaffinity(pid, &cpus); err != nil {
		return nil, c.fail(err)
	}
	var list []starlark.Value
	for i := range 1024 {
		if cpus.IsSet(i) {
			list = append(list, integer(i))
		}
	}
	return c.t.Call(object.TypesOf(c.rt.Dialect).ByName["set"], object.NewList(list))
}

// getrandom is getrandom(size, flags=0) -> bytes.
func (c call) getrandom() (starlark.Value, error) {
	size, flags := 0, 0
	if err := c.named(1, 2, 2, "size", &size, "flags", &flags); err != nil {
		return nil, err
	}
	if size < 0 {
		return nil, c.fail(unix.EINVAL)
	}
	b := make([]byte, size)
	n, err := unix.Getrandom(b, flags)
	if err != nil {
		return nil, c.fail(err)
	}
	return c.rt.Bytes(b[:n]), nil
}

// memfdCreate is memfd_create(name, flags=MFD_CLOEXEC) -> int.
func (c call) memfdCreate() (starlark.Value, error) {
	p, flags := c.path(), unix.MFD_CLOEXEC
	p.arg = "name"
	if err := c.named(1, 2, 2, "name", p, "flags", &flags); err != nil {
		return nil, err
	}
	fd, err := unix.MemfdCreate(p.s, flags)
	if err != nil {
		return nil, c.fail(err)
	}
	return integer(fd), nil
}

var platformConsts = map[string]int{
	"O_DIRECT": unix.O_DIRECT, "O_LARGEFILE": 0, "O_NOATIME": unix.O_NOATIME, "O_RSYNC": unix.O_RSYNC,
	"O_DSYNC": unix.O_DSYNC, "O_ASYNC": unix.O_ASYNC,
}

var platformConsts3 = map[string]int{
	"O_PATH": unix.O_PATH, "O_TMPFILE": unix.O_TMPFILE, "O_FSYNC": unix.O_SYNC, "GRND_NONBLOCK": unix.GRND_NONBLOCK,
	"GRND_RANDOM": unix.GRND_RANDOM, "MFD_CLOEXEC": unix.MFD_CLOEXEC, "MFD_ALLOW_SEALING": unix.MFD_ALLOW_SEALING,
	"SEEK_DATA": unix.SEEK_DATA, "SEEK_HOLE": unix.SEEK_HOLE,
}

// openChild opens a descriptor that is readable when a child has ended, -1 where
// the kernel has none (before 5.3).
func openChild(pid int) int {
	fd, err := unix.PidfdOpen(pid, 0)
	if err != nil {
		return -1
	}
	return fd
}
