package pyos

import (
	"example.com/pysock/pysock/posix"
	"time"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// newStatTypes makes stat_result and statvfs_result, of os in Python 3.
func (m *module) newStatTypes() {
	home := "os"
	if m.py2() {
		home = "posix"
	}
	fields := []string{
		"st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "", "", "",
		"st_atime", "st_mtime", "st_ctime",
	}
	if !m.py2() {
		fields = append(fields, "st_atime_ns", "st_mtime_ns", "st_ctime_ns")
	}
	m.statResult = object.NewStructType(m.rt, object.StructSpec{
		Module: home, Name: "stat_result", Visible: 10, Fields: append(fields, "st_blksize", "st_blocks", "st_rdev"),
		Doc: "What stat() tells of a file. The times of the ten elements are whole seconds.",
	})
	vfs := []string{"f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax"}
	if !m.py2() {
		vfs = append(vfs, "f_fsid")
	}
	m.statvfsResult = object.NewStructType(m.rt, object.StructSpec{
		Module: home, Name: "statvfs_result", Visible: 10, Fields: vfs, Doc: "What statvfs() tells of a file system.",
	})
}

// result is the stat_result of what the system says.
func (m *module) result(st *posix.Stat) starlark.Value {
	times := [3]posix.Timespec{st.Atim, st.Mtim, st.Ctim}
	values := []starlark.Value{
		integer(int64(st.Mode)), starlark.MakeUint64(uint64(st.Ino)), starlark.MakeUint64(uint64(st.Dev)), integer(int64(st.Nlink)),
		integer(int64(st.Uid)), integer(int64(st.Gid)), integer(st.Size),
	}
	for _, ts := range times {
		values = append(values, integer(int64(ts.Sec)))
	}
	for _, ts := range times {
		if m.wholeTimes {
			values = append(values, integer(int64(ts.Sec)))
		} else {
			values = append(values, starlark.Float(float64(ts.Sec)+1e-9*float64(ts.Nsec)))
		}
	}
	if !m.py2() {
		for _, ts := range times {
			values = append(values, integer(ts.Nano()))
		}
	}
	return m.statResult.New(append(values, integer(int64(st.Blksize)), integer(st.Blocks), starlark.MakeUint64(uint64(st.Rdev)))...)
}

// stat is stat(path, *, dir_fd=None, follow_symlinks=True) -> stat_result. It
// raises OSError.
func (c call) stat() (starlark.Value, error) {
	p, dir, follow := c.pathOrFD(), here, true
	if err := c.named(1, 1, 1, "path", p, "dir_fd", &dir, "follow_symlinks", &follow); err != nil {
		return nil, err
	}
	if err := c.check(p, dir, follow); err != nil {
		return nil, err
	}
	return c.statOf(p, dir, follow)
}

// lstat is lstat(path, *, dir_fd=None) -> stat_result, of a link itself.
func (c call) lstat() (starlark.Value, error) {
	p, dir := c.path(), here
	if err := c.named(1, 1, 1, "path", p, "dir_fd", &dir); err != nil {
		return nil, err
	}
	return c.statOf(p, dir, false)
}

func (c call) statOf(p *path, dir folder, follow bool) (starlark.Value, error) {
	var st posix.Stat
	if p.fd >= 0 {
		return c.result2(&st, posix.Fstat(p.fd, &st), p.v)
	}
	return c.result2(&st, statAt(dir, p.s, &st, follow), p.v)
}

func statAt(dir folder, name string, st *posix.Stat, follow bool) error {
	return retry(func() error { return posix.Fstatat(int(dir), name, st, noFollow(follow)) })
}

func noFollow(follow bool) int {
	if follow {
		return 0
	}
	return posix.AT_SYMLINK_NOFOLLOW
}

func (c call) result2(st *posix.Stat, err error, v ...starlark.Value) (starlark.Value, error) {
	if err != nil {
		return nil, c.fail(err, v...)
	}
	return c.result(st), nil
}

// fstat is fstat(fd) -> stat_result.
func (c call) fstat() (starlark.Value, error) {
	var fd int
	if err := c.named(1, 1, 1, "fd", &fd); err != nil {
		return nil, err
	}
	var st posix.Stat
	return c.result2(&st, posix.Fstat(fd, &st))
}

// statFloatTimes is Python 2's stat_float_times([newval]) -> bool.
func (c call) statFloatTimes() (starlark.Value, error) {
	old := c.rt.Bool(!c.wholeTimes)
	on := !c.wholeTimes
	if err := c.plain(0, &on); err != nil {
		return nil, err
	}
	c.wholeTimes = !on
	if len(c.args) > 0 {
		return starlark.None, nil
	}
	return old, nil
}

// utime is utime(path, times=None, *, ns, dir_fd=None, follow_symlinks=True):
// it sets when a file was last read and changed. times is (atime, mtime) in
// seconds, ns in nanoseconds; without them it is now.
func (c call) utime() (starlark.Value, error) {
	p, dir, follow := c.pathOrFD(), here, true
	times, ns := starlark.Value(starlark.None), starlark.Value(nil)
	least := 1
	if c.py2() {
		least = 2
	}
	if err := c.named(least, 2, 2, "path", p, "times", &times, "ns", &ns, "dir_fd", &dir, "follow_symlinks", &follow); err != nil {
		return nil, err
	}
	if err := c.check(p, dir, follow); err != nil {
		return nil, err
	}
	if times != starlark.None && ns != nil {
		return nil, object.ValueError.Errorf("utime: you may specify either 'times' or 'ns' but not both")
	}
	var ts []posix.Timespec
	for i, v := range []starlark.Value{times, ns} {
		if v == nil || v == starlark.None {
			continue
		}
		pair, ok := v.(starlark.Tuple)
		if !ok || len(pair) != 2 {
			if i == 1 {
				return nil, object.TypeError.Errorf("utime: 'ns' must be a tuple of two ints")
			}
			return nil, object.TypeError.By("utime() arg 2 must be a tuple (atime, mtime)", "utime: 'times' must be either a tuple of two ints or None")
		}
		for _, e := range pair {
			t, err := c.timespec(e, i == 1)
			if err != nil {
				return nil, err
			}
			ts = append(ts, t)
		}
	}
	if ts == nil {
		now := posix.NsecToTimespec(time.Now().UnixNano())
		ts = []posix.Timespec{now, now}
	}
	if p.fd >= 0 {
		return c.done(posix.Futimes(p.fd, ts))
	}
	err := posix.UtimesNanoAt(int(dir), p.s, ts, noFollow(follow))
	if c.py2() {
		return c.done(err, p.v)
	}
	return c.done(err)
}

// timespec takes a time in seconds or nanoseconds.
func (c call) timespec(v starlark.Value, nano bool) (posix.Timespec, error) {
	if f, ok := v.(starlark.Float); ok && !nano {
		sec := float64(int64(f))
		if float64(f) < sec {
			sec--
		}
		return posix.NsecToTimespec(int64(sec)*1e9 + int64((float64(f)-sec)*1e9)), nil
	}
	n, err := c.t.Int(v)
	if !nano {
		n *= 1e9
	}
	return posix.NsecToTimespec(n), err
}
