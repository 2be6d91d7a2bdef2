package pyos

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"unsafe"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// callDefs are calls of Linux's that go to the kernel much as they come.
func (m *module) callDefs() []object.Def {
	return []object.Def{
		m.def("eventfd", call.eventfd), m.def("eventfd_read", call.eventfdRead), m.def("eventfd_write", call.eventfdWrite),
		m.def("preadv", call.preadv), m.def("pwritev", call.pwritev),
		m.def("copy_file_range", call.copyRange), m.def("splice", call.copyRange),
		m.def("getxattr", call.getxattr), m.def("setxattr", call.setxattr),
		m.def("listxattr", call.listxattr), m.def("removexattr", call.removexattr), m.def("waitid", call.waitid),
		m.schedDef("sched_get_priority_max", unix.SYS_SCHED_GET_PRIORITY_MAX),
		m.schedDef("sched_get_priority_min", unix.SYS_SCHED_GET_PRIORITY_MIN),
		m.schedDef("sched_getscheduler", unix.SYS_SCHED_GETSCHEDULER), m.def("sched_rr_get_interval", call.interval),
	}
}

var callConsts = map[string]int{
	"EFD_CLOEXEC": unix.EFD_CLOEXEC, "EFD_NONBLOCK": unix.EFD_NONBLOCK, "EFD_SEMAPHORE": unix.EFD_SEMAPHORE,
	"RWF_APPEND": unix.RWF_APPEND, "RWF_DSYNC": unix.RWF_DSYNC, "RWF_HIPRI": unix.RWF_HIPRI, "RWF_NOWAIT": unix.RWF_NOWAIT,
	"RWF_SYNC": unix.RWF_SYNC, "SPLICE_F_MORE": unix.SPLICE_F_MORE, "SPLICE_F_MOVE": unix.SPLICE_F_MOVE,
	"SPLICE_F_NONBLOCK": unix.SPLICE_F_NONBLOCK, "XATTR_CREATE": unix.XATTR_CREATE, "XATTR_REPLACE": unix.XATTR_REPLACE,
	"XATTR_SIZE_MAX": xattrSizeMax,
	"MFD_HUGETLB":    unix.MFD_HUGETLB, "MFD_HUGE_SHIFT": unix.MFD_HUGE_SHIFT, "MFD_HUGE_MASK": unix.MFD_HUGE_MASK,
	"MFD_HUGE_64KB": unix.MFD_HUGE_64KB, "MFD_HUGE_512KB": unix.MFD_HUGE_512KB, "MFD_HUGE_1MB": unix.MFD_HUGE_1MB,
	"MFD_HUGE_2MB": unix.MFD_HUGE_2MB, "MFD_HUGE_8MB": unix.MFD_HUGE_8MB, "MFD_HUGE_16MB": unix.MFD_HUGE_16MB,
	"MFD_HUGE_32MB": unix.MFD_HUGE_32MB, "MFD_HUGE_256MB": unix.MFD_HUGE_256MB, "MFD_HUGE_512MB": unix.MFD_HUGE_512MB,
	"MFD_HUGE_1GB": unix.MFD_HUGE_1GB, "MFD_HUGE_2GB": unix.MFD_HUGE_2GB, "MFD_HUGE_16GB": unix.MFD_HUGE_16GB,
}

// addLinux adds what isn't a function.
func (m *module) addLinux(names *object.Module) {
	names.Set("pathconf_names", m.pathNames())
	if m.py2() {
		return
	}
	setAll(names, callConsts)
	m.waitidResult = object.NewStructType(m.rt, object.StructSpec{Module: systemName, Name: "waitid_result",
		Fields: []string{"si_pid", "si_uid", "si_signo", "si_status", "si_code"}, Doc: "What waitid tells."})
	names.Set("waitid_result", m.waitidResult.Class())
}

// number is the result of a call that returns one.
func (c call) number(n int, err error) (starlark.Value, error) {
	if err != nil {
		return nil, c.fail(err)
	}
	return integer(n), nil
}

// An unsigned is an argument of so many bits.
type unsigned struct {
	bits int
	n    uint64
}

func (u *unsigned) Convert(t *object.Thread, v starlark.Value) error {
	i, ok := object.AsInt(v)
	if !ok {
		return object.TypeError.Errorf("an integer is required")
	}
	if i.Sign() < 0 {
		return object.ValueError.Errorf("value must be positive")
	}
	n, ok := i.Uint64()
	switch {
	case !ok && u.bits == 64:
		return object.OverflowError.Errorf("int too big to convert")
	case !ok:
		return object.OverflowError.Errorf("Python int too large to convert to C unsigned long")
	case u.bits == 32 && n > math.MaxUint32:
		return object.OverflowError.Errorf("Python int too large for C unsigned int")
	}
	u.n = n
	return nil
}

// eventfd is eventfd(initval, flags=EFD_CLOEXEC) -> int. See eventfd(2).
func (c call) eventfd() (starlark.Value, error) {
	first, flags := unsigned{bits: 32}, unix.EFD_CLOEXEC
	if err := c.named(1, 2, 2, "initval", &first, "flags", &flags); err != nil {
		return nil, err
	}
	fd := -1
	err := c.rt.Opening(func() (err error) {
		fd, err = unix.Eventfd(uint(first.n), flags)
		return err
	})
	return c.number(fd, err)
}

// eventfdRead is eventfd_read(fd) -> int.
func (c call) eventfdRead() (starlark.Value, error) {
	var fd descriptor
	if err := c.named(1, 1, 1, "fd", &fd); err != nil {
		return nil, err
	}
	var count [8]byte
	n, err := c.readFD(int(fd), count[:])
	if err != nil {
		return nil, c.fail(err)
	}
	if n != len(count) {
		return nil, c.fail(unix.EINVAL)
	}
	return starlark.MakeUint64(binary.NativeEndian.Uint64(count[:])), nil
}

// eventfdWrite is eventfd_write(fd, value).
func (c call) eventfdWrite() (starlark.Value, error) {
	var fd descriptor
	value := unsigned{bits: 64}
	if err := c.named(2, 2, 2, "fd", &fd, "value", &value); err != nil {
		return nil, err
	}
	_, err := c.writeFD(int(fd), binary.NativeEndian.AppendUint64(nil, value.n))
	return c.done(err)
}

// preadv is preadv(fd, buffers, offset, flags=0) -> int. See preadv2(2).
func (c call) preadv() (starlark.Value, error) { return c.vector(c.intoBuffers, unix.Preadv2) }

// pwritev is pwritev(fd, buffers, offset, flags=0) -> int. See pwritev2(2).
func (c call) pwritev() (starlark.Value, error) { return c.vector(c.buffers, unix.Pwritev2) }

func (c call) vector(convert func(starlark.Value) ([][]byte, error), do func(int, [][]byte, int64, int) (int, error)) (starlark.Value, error) {
	var fd, flags int
	var list starlark.Value
	var offset int64
	if err := c.plain(3, &fd, &list, &offset, &flags); err != nil {
		return nil, err
	}
	parts, err := convert(list)
	if err != nil {
		return nil, err
	}
	n := 0
	err = retry(func() (err error) {
		n, err = do(fd, parts, offset, flags)
		return err
	})
	return c.number(n, err)
}

// An offset is where to read or write; None is where the descriptor is.
type offset struct {
	at  *int64
	pos int64
}

func (o *offset) Convert(t *object.Thread, v starlark.Value) (err error) {
	if v != starlark.None {
		o.at = &o.pos
		o.pos, err = t.Int(v)
	}
	return err
}

// copyRange is copy_file_range(src, dst, count, offset_src=None, offset_dst=None) ->
// int, and splice(..., flags=0) of pipes. See copy_file_range(2), splice(2).
func (c call) copyRange() (starlark.Value, error) {
	var src, dst, count, flags int
	var from, to offset
	args := []any{"src", &src, "dst", &dst, "count", &count, "offset_src", &from, "offset_dst", &to, "flags", &flags}
	do := unix.Splice
	if c.name != "splice" {
		args = args[:10]
		do = func(in int, from *int64, out int, to *int64, n, flags int) (int64, error) {
			k, err := unix.CopyFileRange(in, from, out, to, n, flags)
			return int64(k), err
		}
	}
	if err := c.named(3, len(args)/2, 0, args...); err != nil {
		return nil, err
	}
	if count < 0 {
		return nil, object.ValueError.Errorf("negative value for 'count' not allowed")
	}
	var n int64
	err := c.blocking(func() (err error) {
		n, err = do(src, from.at, dst, to.at, count, flags)
		return err
	})
	return c.number(int(n), err)
}

// xattrSizeMax is how large an attribute may be.
const xattrSizeMax = 65536

// attribute is the argument for an attribute's name.
func (c call) attribute() *path { return &path{fn: c.name, arg: "attribute", fd: -1} }

// reach calls that of three functions which gets at the file: by its descriptor,
// by its path, or by a path whose link at the end isn't followed.
func (p *path) reach(follow bool, fd func(int), path, link func(string)) {
	switch {
	case p.fd >= 0:
		fd(p.fd)
	case follow:
		path(p.s)
	default:
		link(p.s)
	}
}

// sized calls one that fills a buffer, in vain while it is too small.
func (c call) sized(p *path, f func(buf []byte) (int, error)) ([]byte, error) {
	for size := 256; ; size = xattrSizeMax {
		buf := make([]byte, size)
		n, err := f(buf)
		if err == unix.ERANGE && size < xattrSizeMax {
			continue
		}
		if err != nil {
			return nil, c.fail(err, p.v)
		}
		return buf[:n], nil
	}
}

// getxattr is getxattr(path, attribute, *, follow_symlinks=True) -> bytes. See getxattr(2).
func (c call) getxattr() (starlark.Value, error) {
	p, name, follow := c.pathOrFD(), c.attribute(), true
	if err := c.named(2, 2, 2, "path", p, "attribute", name, "follow_symlinks", &follow); err != nil {
		return nil, err
	}
	if err := c.check(p, here, follow); err != nil {
		return nil, err
	}
	value, err := c.sized(p, func(buf []byte) (n int, err error) {
		p.reach(follow,
			func(fd int) { n, err = unix.Fgetxattr(fd, name.s, buf) },
			func(path string) { n, err = unix.Getxattr(path, name.s, buf) },
			func(path string) { n, err = unix.Lgetxattr(path, name.s, buf) })
		return n, err
	})
	if err != nil {
		return nil, err
	}
	return c.rt.Bytes(value), nil
}

// setxattr is setxattr(path, attribute, value, flags=0, *, follow_symlinks=True). See
// setxattr(2).
func (c call) setxattr() (starlark.Value, error) {
	p, name, follow := c.pathOrFD(), c.attribute(), true
	var value []byte
	var flags int
	if err := c.named(3, 4, 4, "path", p, "attribute", name, "value", &value, "flags", &flags, "follow_symlinks", &follow); err != nil {
		return nil, err
	}
	err := c.check(p, here, follow)
	if err != nil {
		return nil, err
	}
	p.reach(follow,
		func(fd int) { err = unix.Fsetxattr(fd, name.s, value, flags) },
		func(path string) { err = unix.Setxattr(path, name.s, value, flags) },
		func(path string) { err = unix.Lsetxattr(path, name.s, value, flags) })
	return c.done(err, p.v)
}

// removexattr is removexattr(path, attribute, *, follow_symlinks=True). See removexattr(2).
func (c call) removexattr() (starlark.Value, error) {
	p, name, follow := c.pathOrFD(), c.attribute(), true
	if err := c.named(2, 2, 2, "path", p, "attribute", name, "follow_symlinks", &follow); err != nil {
		return nil, err
	}
	err := c.check(p, here, follow)
	if err != nil {
		return nil, err
	}
	p.reach(follow,
		func(fd int) { err = unix.Fremovexattr(fd, name.s) },
		func(path string) { err = unix.Removexattr(path, name.s) },
		func(path string) { err = unix.Lremovexattr(path, name.s) })
	return c.done(err, p.v)
}

// listxattr is listxattr(path=None, *, follow_symlinks=True) -> list of str. See listxattr(2).
func (c call) listxattr() (starlark.Value, error) {
	p, follow := c.pathOrFD(), true
	p.orNil, p.v, p.s = true, starlark.None, "."
	if err := c.named(0, 1, 1, "path", p, "follow_symlinks", &follow); err != nil {
		return nil, err
	}
	if err := c.check(p, here, follow); err != nil {
		return nil, err
	}
	all, err := c.sized(p, func(buf []byte) (n int, err error) {
		p.reach(follow,
			func(fd int) { n, err = unix.Flistxattr(fd, buf) },
			func(path string) { n, err = unix.Listxattr(path, buf) },
			func(path string) { n, err = unix.Llistxattr(path, buf) })
		return n, err
	})
	if err != nil {
		return nil, err
	}
	var names []starlark.Value
	for name := range strings.SplitSeq(strings.TrimSuffix(string(all), "\x00"), "\x00") {
		if name == "" {
			continue
		}
		v, err := c.text(c.t, name)
		if err != nil {
			return nil, err
		}
		names = append(names, v)
	}
	return object.NewList(names), nil
}

// A childInfo is what siginfo_t holds for SIGCHLD; x/sys keeps that to itself.
type childInfo struct {
	signo, errno, code int32
	of                 struct {
		_      [0]uintptr
		pid    int32
		uid    uint32
		status int32
	}
}

// waitid is waitid(idtype, id, options, /) -> waitid_result, or None with WNOHANG. See
// waitid(2).
func (c call) waitid() (starlark.Value, error) {
	var kind, id, options int
	if err := c.exactly(&kind, &id, &options); err != nil {
		return nil, err
	}
	pid := 0
	if kind == unix.P_PID && options&^(unix.WNOWAIT|unix.WNOHANG) == unix.WEXITED {
		pid = id
	}
	watch := watchChild(pid)
	defer watch.close()
	for {
		var info unix.Siginfo
		err := retry(func() error { return unix.Waitid(kind, id, &info, options|unix.WNOHANG, nil) })
		if err != nil {
			return nil, c.fail(err)
		}
		child := (*childInfo)(unsafe.Pointer(&info))
		switch {
		case child.of.pid != 0:
			of := child.of
			return c.waitidResult.New(integer(int(of.pid)), integer(int(of.uid)), integer(int(child.signo)), integer(int(of.status)), integer(int(child.code))), nil
		case options&unix.WNOHANG != 0:
			return starlark.None, nil
		}
		if err := watch.wait(c.t, netfd.Forever); err != nil {
			return nil, c.fail(err)
		}
	}
}

// exactly takes so many arguments by position.
func (c call) exactly(dst ...any) error {
	if len(c.kwargs) == 0 && len(c.args) != len(dst) {
		return object.TypeError.Errorf("%s() takes exactly %d arguments (%d given)", c.name, len(dst), len(c.args))
	}
	return c.plain(len(dst), dst...)
}

// schedDef makes sched_get_priority_max(policy) -> int, sched_get_priority_min, and
// sched_getscheduler(pid, /).
func (m *module) schedDef(name string, trap uintptr) object.Def {
	return m.def(name, func(c call) (starlark.Value, error) {
		var arg int
		take := func() error { return c.named(1, 1, 1, "policy", &arg) }
		if trap == unix.SYS_SCHED_GETSCHEDULER {
			take = func() error { return c.plain(1, &arg) }
		}
		if err := take(); err != nil {
			return nil, err
		}
		n, _, errno := unix.Syscall(trap, uintptr(arg), 0, 0)
		if errno != 0 {
			return nil, c.fail(errno)
		}
		return integer(int(n)), nil
	})
}

// interval is sched_rr_get_interval(pid, /) -> seconds.
func (c call) interval() (starlark.Value, error) {
	var pid int
	if err := c.plain(1, &pid); err != nil {
		return nil, err
	}
	var ts unix.Timespec
	if _, _, errno := unix.Syscall(unix.SYS_SCHED_RR_GET_INTERVAL, uintptr(pid), uintptr(unsafe.Pointer(&ts)), 0); errno != 0 {
		return nil, c.fail(errno)
	}
	return starlark.Float(float64(ts.Nano()) / 1e9), nil
}

// pathSettings are those that pathconf(3) tells, in the order of their numbers in the
// GNU C library, which finds them without the kernel but for what statfs(2) says: -1
// is for no limit, or not there. Python 2 has the names up to FILESIZEBITS.
var pathSettings = []struct {
	name string
	tell func(fs *unix.Statfs_t, st *unix.Stat_t) int
}{
	{"LINK_MAX", func(fs *unix.Statfs_t, _ *unix.Stat_t) int {
		if n := linkLimits[int64(fs.Type)]; n != 0 {
			return n
		}
		return 127
	}},
	{"MAX_CANON", always(255)}, {"MAX_INPUT", always(255)},
	{"NAME_MAX", func(fs *unix.Statfs_t, _ *unix.Stat_t) int { return int(fs.Namelen) }},
	{"PATH_MAX", always(4096)}, {"PIPE_BUF", always(4096)}, {"CHOWN_RESTRICTED", always(1)}, {"NO_TRUNC", always(1)},
	{"VDISABLE", always(0)}, {"SYNC_IO", always(-1)},
	{"ASYNC_IO", func(_ *unix.Statfs_t, st *unix.Stat_t) int {
		if kind := st.Mode & unix.S_IFMT; kind == unix.S_IFREG || kind == unix.S_IFBLK {
			return 1
		}
		return -1
	}},
	{"PRIO_IO", always(-1)}, {"SOCK_MAXBUF", always(-1)},
	{"FILESIZEBITS", func(fs *unix.Statfs_t, _ *unix.Stat_t) int {
		if slices.Contains(largeFiles, int64(fs.Type)) {
			return 64
		}
		return 32
	}},
	{"REC_INCR_XFER_SIZE", always(-1)}, {"REC_MAX_XFER_SIZE", always(-1)},
	{"REC_MIN_XFER_SIZE", func(fs *unix.Statfs_t, _ *unix.Stat_t) int { return int(fs.Bsize) }},
	{"REC_XFER_ALIGN", func(fs *unix.Statfs_t, _ *unix.Stat_t) int { return int(fs.Frsize) }},
	{"ALLOC_SIZE_MIN", func(fs *unix.Statfs_t, _ *unix.Stat_t) int { return int(fs.Frsize) }},
	{"SYMLINK_MAX", always(-1)},
}

func always(n int) func(*unix.Statfs_t, *unix.Stat_t) int {
	return func(*unix.Statfs_t, *unix.Stat_t) int { return n }
}

// pathSettings2 is how many of them Python 2 knows by name.
const pathSettings2 = 14

var (
	linkLimits = map[int64]int{unix.EXT4_SUPER_MAGIC: 65000, unix.XFS_SUPER_MAGIC: 2147483647, unix.REISERFS_SUPER_MAGIC: 64535}
	largeFiles = []int64{unix.EXT4_SUPER_MAGIC, unix.XFS_SUPER_MAGIC, unix.REISERFS_SUPER_MAGIC, unix.BTRFS_SUPER_MAGIC}
)

// pathNames is pathconf_names.
func (m *module) pathNames() *object.Dict {
	known := pathSettings
	if m.py2() {
		known = known[:pathSettings2]
	}
	d := object.NewDict(len(known))
	for i, s := range known {
		d.SetString("PC_"+s.name, starlark.MakeInt(i))
	}
	return d
}

// A setting is the number or the name of one, as an argument.
type setting int

func (s *setting) Convert(t *object.Thread, v starlark.Value) error {
	if name, ok := object.AsText(v); ok {
		known := pathSettings
		if t.RT.Dialect == syntax.Python2 {
			known = known[:pathSettings2]
		}
		for i, p := range known {
			if name == "PC_"+p.name {
				*s = setting(i)
				return nil
			}
		}
		return object.ValueError.Errorf("unrecognized configuration name")
	}
	i, ok := object.AsInt(v)
	if !ok {
		return object.TypeError.Errorf("configuration names must be strings or integers")
	}
	n, ok := i.Int64()
	if !ok || n < 0 || n >= int64(len(pathSettings)) {
		n = -1
	}
	*s = setting(n)
	return nil
}

// pathconf is pathconf(path, name) -> int, fpathconf(fd, name, /). See pathconf(3).
func (c call) pathconf() (starlark.Value, error) {
	p, which := c.pathOrFD(), setting(0)
	var shown []starlark.Value
	if c.name == "fpathconf" {
		var fd descriptor
		if err := c.plain(2, &fd, &which); err != nil {
			return nil, err
		}
		p.fd = int(fd)
	} else {
		if err := c.named(2, 2, 2, "path", p, "name", &which); err != nil {
			return nil, err
		}
		shown = []starlark.Value{p.v}
	}
	if which < 0 {
		return nil, c.fail(unix.EINVAL)
	}
	var fs unix.Statfs_t
	var st unix.Stat_t
	var err error
	if p.fd >= 0 {
		if err = unix.Fstatfs(p.fd, &fs); err == nil {
			err = unix.Fstat(p.fd, &st)
		}
	} else if err = unix.Statfs(p.s, &fs); err == nil {
		err = unix.Stat(p.s, &st)
	}
	if err != nil {
		return nil, c.fail(err, shown...)
	}
	return integer(pathSettings[which].tell(&fs, &st)), nil
}
