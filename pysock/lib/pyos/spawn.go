//go:build unix

package pyos

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// Children. A process written in Go can't be forked, but it can start another
// program: _spawn is what subprocess stands on.

// spawn is _spawn(executables, args, env, cwd, fds, keep, setsid, pgid, uid,
// gid, groups, umask, shown) -> pid: it starts the first of the executables that is
// there, with the three descriptors fds as its standard ones and those of keep
// as they are; keep None stands for all that are inheritable. env and cwd may
// be None; pgid, uid, gid and umask -1, groups None, to leave them. It raises
// OSError with the name shown if none could be run.
func (c call) spawn() (starlark.Value, error) {
	var executables, args, env, cwd, fds, keep, groups, shown starlark.Value
	var setsid bool
	var pgid, uid, gid, umask int
	err := object.Positional(c.t, c.name, c.args, c.kwargs, 13, &executables, &args, &env, &cwd, &fds, &keep,
		&setsid, &pgid, &uid, &gid, &groups, &umask, &shown)
	if err != nil {
		return nil, err
	}
	names, err := c.names(executables)
	if err != nil {
		return nil, err
	}
	argv, err := c.names(args)
	if err != nil {
		return nil, err
	}
	attr := &syscall.ProcAttr{Env: os.Environ(), Sys: &syscall.SysProcAttr{Setsid: setsid}}
	if env != starlark.None {
		if attr.Env, err = c.environment(env); err != nil {
			return nil, err
		}
	}
	if cwd != starlark.None {
		if attr.Dir, err = file.Path(c.t, cwd); err != nil {
			return nil, err
		}
	}
	if attr.Files, err = c.childFiles(fds, keep); err != nil {
		return nil, err
	}
	if pgid >= 0 {
		attr.Sys.Setpgid, attr.Sys.Pgid = true, pgid
	}
	if attr.Sys.Credential, err = c.credential(uid, gid, groups); err != nil {
		return nil, err
	}
	if attr.Dir != "" {
		if err := canEnter(attr.Dir); err != nil {
			return nil, c.fail(err, cwd)
		}
	}
	c.flush()
	name, err := c.firstThere(names, attr.Dir)
	if err != nil {
		return nil, c.fail(err, shown)
	}
	lend(attr.Files)
	if umask >= 0 { // the child inherits it
		defer unix.Umask(unix.Umask(umask))
	}
	pid, err := syscall.ForkExec(name, c.ownDialect(name, argv), attr)
	if err != nil {
		return nil, c.fail(asErrno(err), shown)
	}
	return integer(pid), nil
}

// lend has a child find its descriptors in the mode that the script has given
// them: those of files, and all others that a child gets.
func lend(files []uintptr) {
	for _, fd := range files {
		if fd != noFile {
			netfd.Lend(int(fd))
		}
	}
	for _, fd := range inheritable() {
		if fd >= len(files) || files[fd] != noFile {
			netfd.Lend(fd)
		}
	}
}

// names are the names in a sequence, as the system takes them.
func (c call) names(v starlark.Value) ([]string, error) {
	elems, err := object.Elements(c.t, v)
	if err != nil {
		return nil, err
	}
	list := make([]string, len(elems))
	for i, e := range elems {
		if list[i], err = file.Path(c.t, e); err != nil {
			if c.py2() && object.Is(err, object.TypeError, dialect2) {
				err = object.TypeError.Errorf("execv() arg 2 must contain only strings")
			}
			return nil, err
		}
	}
	return list, nil
}

// none is what stands in ProcAttr.Files for a descriptor to close.
const noFile = ^uintptr(0)

// childFiles are the descriptors of a child by their numbers there.
func (c call) childFiles(fds, keep starlark.Value) ([]uintptr, error) {
	standard, err := object.Elements(c.t, fds)
	if err != nil {
		return nil, err
	}
	files := make([]uintptr, 0, 8)
	for _, v := range standard {
		n, err := c.t.Int(v)
		if err != nil {
			return nil, err
		}
		if _, err := unix.FcntlInt(uintptr(n), unix.F_GETFD, 0); err == unix.EBADF && n > 2 {
			return nil, c.fail(err, starlark.None)
		} else if err != nil { // a standard one that this process lacks
			n = -1
		}
		files = append(files, uintptr(n))
	}
	if keep == starlark.None {
		return files, nil
	}
	kept, err := object.Elements(c.t, keep)
	if err != nil {
		return nil, err
	}
	set := func(fd int, as uintptr) {
		for len(files) <= fd {
			files = append(files, noFile)
		}
		files[fd] = as
	}
	for _, fd := range inheritable() {
		if fd > 2 {
			set(fd, noFile)
		}
	}
	for _, v := range kept {
		n, err := c.t.Int(v)
		if err != nil {
			return nil, err
		}
		if n < 0 {
			return nil, object.ValueError.Errorf("bad value(s) in fds_to_keep")
		}
		if n > 2 {
			set(int(n), uintptr(n))
		}
	}
	return files, nil
}

// inheritable are the open descriptors that a child would get.
func inheritable() (list []int) {
	folder := "/proc/self/fd"
	if _, err := os.Stat(folder); err != nil {
		folder = "/dev/fd"
	}
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		fd, err := strconv.Atoi(e.Name())
		if err != nil {
			continue
		}
		if flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err == nil && flags&unix.FD_CLOEXEC == 0 {
			list = append(list, fd)
		}
	}
	return list
}

// credential is who a child runs as, nil for who this process runs as.
func (c call) credential(uid, gid int, groups starlark.Value) (*syscall.Credential, error) {
	if uid < 0 && gid < 0 && groups == starlark.None {
		return nil, nil
	}
	who := &syscall.Credential{Uid: uint32(unix.Getuid()), Gid: uint32(unix.Getgid()), NoSetGroups: groups == starlark.None}
	if uid >= 0 {
		who.Uid = uint32(uid)
	}
	if gid >= 0 {
		who.Gid = uint32(gid)
	}
	if groups != starlark.None {
		elems, err := object.Elements(c.t, groups)
		if err != nil {
			return nil, err
		}
		for _, e := range elems {
			n, err := c.t.Int(e)
			if object.Is(err, object.OverflowError, c.rt.Dialect) || err == nil && n != int64(uint32(n)) {
				return nil, object.ValueError.Errorf("invalid group id")
			}
			if err != nil {
				return nil, err
			}
			who.Groups = append(who.Groups, uint32(n))
		}
	}
	return who, nil
}

// canEnter tells why a folder can't be made the current one.
func canEnter(dir string) error {
	var st unix.Stat_t
	if err := unix.Stat(dir, &st); err != nil {
		return err
	}
	if st.Mode&unix.S_IFMT != unix.S_IFDIR {
		return unix.ENOTDIR
	}
	return unix.Access(dir, unix.X_OK)
}

// firstThere is the first of the names that can be run from a folder. The error
// is that of the last which is there but can't, else that none is.
func (c call) firstThere(names []string, dir string) (string, error) {
	var failed error = unix.ENOENT
	for _, name := range names {
		path := name
		if dir != "" && !filepath.IsAbs(name) {
			path = filepath.Join(dir, name)
		}
		var st unix.Stat_t
		err := unix.Stat(path, &st)
		switch {
		case err == nil && st.Mode&unix.S_IFMT == unix.S_IFDIR:
			err = unix.EACCES
		case err == nil:
			err = unix.Access(path, unix.X_OK)
		}
		switch err {
		case nil:
			return name, nil
		case unix.ENOENT, unix.ENOTDIR:
		default:
			failed = err
		}
	}
	return "", failed
}

// ownDialect has a script that runs sys.executable get an interpreter of its
// own dialect, as it would from CPython, which is two programs.
func (c call) ownDialect(name string, argv []string) []string {
	if c.rt.Executable == "" || name != c.rt.Executable || len(argv) == 0 {
		return argv
	}
	if len(argv) > 1 && (strings.HasPrefix(argv[1], "-2") || strings.HasPrefix(argv[1], "-3")) {
		return argv
	}
	option := "-3"
	if c.py2() {
		option = "-2"
	}
	return slices.Insert(slices.Clone(argv), 1, option)
}

// waitFor is _waitpid(pid, seconds) -> (pid, status), or (0, 0) when the time
// is over; seconds None stands for no end.
func (c call) waitFor() (starlark.Value, error) {
	var pid int
	var seconds starlark.Value
	if err := object.Positional(c.t, c.name, c.args, c.kwargs, 2, &pid, &seconds); err != nil {
		return nil, err
	}
	end := netfd.Forever
	if seconds != starlark.None {
		f, err := c.t.Float(seconds)
		if err != nil {
			return nil, err
		}
		end = netfd.After(time.Duration(min(f, 1e9) * float64(time.Second)))
	}
	ws, got, err := c.reap(pid, end)
	if err != nil {
		return nil, c.fail(err)
	}
	return starlark.Tuple{integer(got), integer(int(ws))}, nil
}

// reap waits for the child pid to end, and returns its status; got is 0 if it
// hasn't by then.
func (c call) reap(pid int, end netfd.Deadline) (ws unix.WaitStatus, got int, err error) {
	ended := watchChild(pid)
	defer ended.close()
	for {
		err := retry(func() (err error) {
			got, err = unix.Wait4(pid, &ws, unix.WNOHANG, nil)
			return err
		})
		if err != nil || got != 0 {
			return ws, got, err
		}
		switch err := ended.wait(c.t, end); err {
		case nil:
		case netfd.ErrTimeout:
			return 0, 0, nil
		default:
			return 0, 0, err
		}
	}
}

// A childWatch tells when a child may have ended: by a descriptor of it where
// there are such, else by asking more and more seldom.
type childWatch struct {
	fd    int // -1 for none
	pause time.Duration
}

func watchChild(pid int) *childWatch {
	w := &childWatch{fd: -1, pause: time.Millisecond}
	if pid > 0 {
		w.fd = openChild(pid)
	}
	return w
}

func (w *childWatch) close() {
	if w.fd >= 0 {
		unix.Close(w.fd)
	}
}

func (w *childWatch) wait(t *object.Thread, end netfd.Deadline) error {
	if w.fd >= 0 {
		_, err := t.Waiter.Wait(w.fd, netfd.Readable, end)
		return err
	}
	pause := w.pause
	if left, ends := end.Left(); ends {
		if left == 0 {
			return netfd.ErrTimeout
		}
		pause = min(pause, left)
	}
	w.pause = min(2*w.pause, 50*time.Millisecond)
	return t.Waiter.Sleep(pause)
}

// cloexec is _cloexec(fd): children don't get it. For Python 2, whose pipes they
// get.
func (c call) cloexec() (starlark.Value, error) {
	var fd int
	if err := c.plain(1, &fd); err != nil {
		return nil, err
	}
	_, err := unix.FcntlInt(uintptr(fd), unix.F_SETFD, unix.FD_CLOEXEC)
	return c.done(err)
}
