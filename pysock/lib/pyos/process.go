//go:build unix

package pyos

import (
	"os"
	"runtime"
	"strings"
	"syscall"

	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// ids are the functions without arguments that give a number.
var ids = map[string]func() int{
	"getpid": unix.Getpid, "getppid": unix.Getppid, "getuid": unix.Getuid, "geteuid": unix.Geteuid,
	"getgid": unix.Getgid, "getegid": unix.Getegid, "getpgrp": unix.Getpgrp,
}

// setIDs are the functions that set a number of the process.
var setIDs = map[string]func(int) error{
	"setuid": syscall.Setuid, "setgid": syscall.Setgid, "seteuid": seteuid, "setegid": setegid,
}

func (m *module) setDef(name string, f func(int) error) object.Def {
	return m.def(name, func(c call) (starlark.Value, error) {
		var id int
		if err := c.plain(1, &id); err != nil {
			return nil, err
		}
		return c.done(asErrno(f(id)))
	})
}

// pidDef makes a function of a process's number that gives another number.
func (m *module) pidDef(name string, f func(pid int) (int, error)) object.Def {
	return m.def(name, func(c call) (starlark.Value, error) {
		var pid int
		if err := c.plain(1, &pid); err != nil {
			return nil, err
		}
		n, err := f(pid)
		if err != nil {
			return nil, c.fail(err)
		}
		return integer(n), nil
	})
}

// kill is kill(pid, signal), killpg(pgid, signal).
func (c call) kill() (starlark.Value, error) {
	var pid, sig int
	if err := c.plain(2, &pid, &sig); err != nil {
		return nil, err
	}
	if c.name == "killpg" {
		pid = -pid
	}
	if pid == unix.Getpid() && sig > 0 {
		if c.rt.Raise(sig) { // the script handles it
			return starlark.None, c.t.Check()
		}
		if c.rt.KillSelf != nil {
			return c.done(c.rt.KillSelf(sig))
		}
	}
	return c.done(unix.Kill(pid, unix.Signal(sig)))
}

// setpgid is setpgid(pid, pgid); setsid is setsid().
func (c call) setpgid() (starlark.Value, error) {
	var pid, group int
	if err := c.plain(2, &pid, &group); err != nil {
		return nil, err
	}
	return c.done(unix.Setpgid(pid, group))
}

func (c call) setsid() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	_, err := unix.Setsid()
	return c.done(err)
}

// getgroups is getgroups() -> list of int.
func (c call) getgroups() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	groups, err := unix.Getgroups()
	if err != nil {
		return nil, c.fail(err)
	}
	list := make([]starlark.Value, len(groups))
	for i, g := range groups {
		list[i] = integer(g)
	}
	return c.rt.List(list), nil
}

// umask is umask(mask) -> int, the mask before.
func (c call) umask() (starlark.Value, error) {
	var mask int
	if err := c.plain(1, &mask); err != nil {
		return nil, err
	}
	return integer(unix.Umask(mask)), nil
}

// uname is uname() -> uname_result; in Python 2 a plain tuple.
func (c call) uname() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	var u unix.Utsname
	if err := unix.Uname(&u); err != nil {
		return nil, c.fail(err)
	}
	var values []starlark.Value
	for _, field := range [][]byte{u.Sysname[:], u.Nodename[:], u.Release[:], u.Version[:], u.Machine[:]} {
		values = append(values, c.rt.Str(unix.ByteSliceToString(field)))
	}
	if c.py2() {
		return starlark.Tuple(values), nil
	}
	return c.unameResult.New(values...), nil
}

// times is times() -> times_result: seconds of the process, of its children,
// and since some point in the past; in Python 2 a plain tuple.
func (c call) times() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	var values []starlark.Value
	for _, who := range []int{unix.RUSAGE_SELF, unix.RUSAGE_CHILDREN} {
		var u unix.Rusage
		if err := unix.Getrusage(who, &u); err != nil {
			return nil, c.fail(err)
		}
		for _, tv := range []unix.Timeval{u.Utime, u.Stime} {
			values = append(values, starlark.Float(float64(tv.Nano()/1e7)/100))
		}
	}
	values = append(values, starlark.Float(elapsed()))
	if c.py2() {
		return starlark.Tuple(values), nil
	}
	return c.timesResult.New(values...), nil
}

// schedYield is sched_yield().
func (c call) schedYield() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	return c.done(c.blocking(func() error { runtime.Gosched(); return nil }))
}

// system is system(command) -> int, the status as wait() gives it.
func (c call) system() (starlark.Value, error) {
	command := c.path()
	command.arg = "command"
	if err := c.named(1, 1, 1, "command", command); err != nil {
		return nil, err
	}
	c.flush()
	pid, err := startShell(command.s, []uintptr{0, 1, 2})
	if err != nil {
		return nil, c.fail(err)
	}
	status, _, err := c.reap(pid, netfd.Forever)
	if err != nil {
		go unix.Wait4(pid, nil, 0, nil) // whoever interrupted the wait forgets the child
		return nil, c.fail(err)
	}
	return integer(int(status)), nil
}

// startShell starts a command of /bin/sh's with these descriptors.
func startShell(command string, files []uintptr) (int, error) {
	lend(files)
	pid, err := syscall.ForkExec("/bin/sh", []string{"sh", "-c", command}, &syscall.ProcAttr{Env: os.Environ(), Files: files})
	return pid, asErrno(err)
}

// popen is _popen(command, reads) -> (pid, fd), what popen stands on: the
// command's output to read from, or its input to write to.
func (c call) popen() (starlark.Value, error) {
	command, reads := c.path(), true
	command.arg = "command"
	if err := c.plain(2, command, &reads); err != nil {
		return nil, err
	}
	c.flush()
	var p [2]int
	if err := c.rt.Opening(func() error { return unix.Pipe(p[:]) }); err != nil {
		return nil, c.fail(err)
	}
	unix.CloseOnExec(p[0])
	unix.CloseOnExec(p[1])
	files, ours, theirs := []uintptr{0, uintptr(p[1]), 2}, p[0], p[1]
	if !reads {
		files, ours, theirs = []uintptr{uintptr(p[0]), 1, 2}, p[1], p[0]
	}
	pid, err := startShell(command.s, files)
	unix.Close(theirs)
	if err != nil {
		unix.Close(ours)
		return nil, c.fail(err)
	}
	return starlark.Tuple{integer(pid), integer(ours)}, nil
}

// waitpid is waitpid(pid, options) -> (pid, status); wait() is waitpid(-1, 0).
func (c call) waitpid() (starlark.Value, error) {
	pid, options := -1, 0
	if c.name == "wait" {
		if err := c.none(); err != nil {
			return nil, err
		}
	} else if err := c.plain(2, &pid, &options); err != nil {
		return nil, err
	}
	var ws unix.WaitStatus
	var got int
	watched := pid
	if options&(unix.WUNTRACED|unix.WCONTINUED) != 0 {
		watched = -1 // which isn't only its end
	}
	ended := watchChild(watched)
	defer ended.close()
	for {
		err := retry(func() (err error) {
			got, err = unix.Wait4(pid, &ws, options|unix.WNOHANG, nil)
			return err
		})
		if err == nil && got == 0 && options&unix.WNOHANG == 0 {
			if err = ended.wait(c.t, netfd.Forever); err == nil {
				continue
			}
		}
		if err != nil {
			return nil, c.fail(err)
		}
		return starlark.Tuple{integer(got), integer(int(ws))}, nil
	}
}

// statusDef makes one of WIFEXITED(status) and its like.
func (m *module) statusDef(name string, f func(ws unix.WaitStatus) starlark.Value) object.Def {
	return m.def(name, func(c call) (starlark.Value, error) {
		var status int
		if err := c.named(1, 1, 1, "status", &status); err != nil {
			return nil, err
		}
		return f(unix.WaitStatus(status)), nil
	})
}

func (m *module) statusDefs() []object.Def {
	is := func(f func(unix.WaitStatus) bool) func(unix.WaitStatus) starlark.Value {
		return func(ws unix.WaitStatus) starlark.Value { return m.rt.Bool(f(ws)) }
	}
	return []object.Def{
		m.statusDef("WIFEXITED", is(unix.WaitStatus.Exited)),
		m.statusDef("WIFSIGNALED", is(unix.WaitStatus.Signaled)),
		m.statusDef("WIFSTOPPED", is(unix.WaitStatus.Stopped)),
		m.statusDef("WIFCONTINUED", is(unix.WaitStatus.Continued)),
		m.statusDef("WCOREDUMP", is(unix.WaitStatus.CoreDump)),
		m.statusDef("WEXITSTATUS", func(ws unix.WaitStatus) starlark.Value { return integer(int(ws) >> 8 & 0xff) }),
		m.statusDef("WSTOPSIG", func(ws unix.WaitStatus) starlark.Value { return integer(int(ws) >> 8 & 0xff) }),
		m.statusDef("WTERMSIG", func(ws unix.WaitStatus) starlark.Value { return integer(int(ws) & 0x7f) }),
	}
}

// exitcode is waitstatus_to_exitcode(status) -> int, -signal where one ended
// the process.
func (c call) exitcode() (starlark.Value, error) {
	var status int
	if err := c.named(1, 1, 1, "status", &status); err != nil {
		return nil, err
	}
	switch ws := unix.WaitStatus(status); {
	case ws.Exited():
		return integer(ws.ExitStatus()), nil
	case ws.Signaled():
		return integer(-int(ws.Signal())), nil
	case ws.Stopped():
		return nil, object.ValueError.Errorf("process stopped by delivery of signal %d", int(ws.StopSignal()))
	}
	return nil, object.ValueError.Errorf("invalid wait status: %d", status)
}

// execv is execv(path, argv), execve(path, argv, env). It returns only if that
// fails.
func (c call) execv() (starlark.Value, error) {
	p := c.path()
	var argv, env starlark.Value
	dst := []any{"path", p, "argv", &argv, "env", &env}
	n := 2
	if c.name == "execve" {
		n = 3
	}
	if err := c.named(n, n, n, dst[:2*n]...); err != nil {
		return nil, err
	}
	if _, err := object.Elements(c.t, argv); err != nil {
		return nil, object.TypeError.Errorf("%s() arg 2 must be a tuple or list", c.name)
	}
	args, err := c.names(argv)
	if err != nil {
		return nil, err
	}
	if len(args) == 0 || args[0] == "" && !c.py2() {
		what := "must not be empty"
		if len(args) > 0 {
			what = "first element cannot be empty"
		}
		return nil, object.ValueError.Errorf("%s() arg 2 %s", c.name, what)
	}
	vars := os.Environ()
	if env != nil {
		if vars, err = c.environment(env); err != nil {
			return nil, err
		}
	}
	c.flush()
	lend(nil)
	return c.done(asErrno(syscall.Exec(p.s, c.ownDialect(p.s, args), vars)), p.v)
}

// environment takes a mapping of names to values.
func (c call) environment(env starlark.Value) ([]string, error) {
	items, err := c.rt.Attr(env, "items")
	if err != nil {
		return nil, object.TypeError.Errorf("%s() arg 3 must be a mapping object", c.name)
	}
	list, err := c.t.Call(items)
	if err != nil {
		return nil, err
	}
	pairs, err := object.Elements(c.t, list)
	if err != nil {
		return nil, err
	}
	var vars []string
	for _, pair := range pairs {
		kv, ok := pair.(starlark.Tuple)
		if !ok || len(kv) != 2 {
			return nil, object.TypeError.Errorf("env.items() must give pairs")
		}
		k, err := file.Path(c.t, kv[0])
		if err != nil {
			return nil, err
		}
		v, err := file.Path(c.t, kv[1])
		if err != nil {
			if c.py2() && object.Is(err, object.TypeError, dialect2) {
				err = object.TypeError.Errorf("execve() arg 3 contains a non-string value")
			}
			return nil, err
		}
		if strings.Contains(k, "=") {
			return nil, object.ValueError.Errorf("illegal environment variable name")
		}
		vars = append(vars, k+"="+v)
	}
	return vars, nil
}

// nice is nice(increment) -> int.
func (c call) nice() (starlark.Value, error) {
	var by int
	if err := c.plain(1, &by); err != nil {
		return nil, err
	}
	now, err := priority()
	if err == nil && by != 0 {
		if err = unix.Setpriority(unix.PRIO_PROCESS, 0, now+by); err == nil {
			now, err = priority()
		}
	}
	if err != nil {
		return nil, c.fail(err)
	}
	return integer(now), nil
}
