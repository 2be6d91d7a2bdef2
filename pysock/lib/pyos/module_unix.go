//go:build unix

package pyos

import (
	"maps"
	"slices"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// systemName is what the module is called.
const systemName = "posix"

// addPlatform adds what isn't a function.
func (m *module) addPlatform(names *object.Module) {
	tables := []map[string]int{consts, platformConsts}
	if m.rt.Dialect != syntax.Python2 {
		tables = append(tables, consts3, platformConsts3, moreConsts3)
	}
	for _, table := range tables {
		setAll(names, table)
	}
	names.Set("statvfs_result", m.statvfsResult.Class())
	numbers := object.NewDict(len(sysconfNames))
	for _, name := range slices.Sorted(maps.Keys(sysconfNames)) {
		numbers.SetString(name, starlark.MakeInt(sysconfNames[name]))
	}
	names.Set("sysconf_names", numbers)
	m.addLinux(names)
}

// unixDefs are the functions of both dialects that only Unix has.
func (m *module) unixDefs() []object.Def {
	defs := []object.Def{
		m.def("statvfs", call.statvfs), m.def("fstatvfs", call.fstatvfs), m.def("chroot", chroot),
		m.def("mkfifo", call.mkfifo), m.def("chown", call.chown), m.def("lchown", call.chown), m.def("fchown", call.fchown),
		m.def("fchdir", call.fchdir), m.def("killpg", call.kill), m.def("setpgid", call.setpgid),
		m.def("setsid", call.setsid), m.def("getgroups", call.getgroups), m.def("uname", call.uname),
		m.def("fdatasync", call.fsync), m.def("_spawn", call.spawn), m.def("_waitpid", call.waitFor),
		m.def("_cloexec", call.cloexec), m.def("wait", call.waitpid), m.def("waitpid", call.waitpid),
		m.def("execv", call.execv), m.def("execve", call.execv), m.def("nice", call.nice), m.def("system", call.system),
		m.def("_popen", call.popen), m.def("kill", call.kill), m.def("umask", call.umask), m.def("times", call.times),
		m.pidDef("getpgid", unix.Getpgid), m.pidDef("getsid", unix.Getsid),
	}
	for name, f := range setIDs {
		defs = append(defs, m.setDef(name, f))
	}
	return slices.Concat(defs, m.statusDefs(), m.systemDefs(), m.linuxDefs(), m.platformDefs())
}

// unixDefs3 are those of Python 3 alone.
func (m *module) unixDefs3() []object.Def {
	return slices.Concat([]object.Def{
		m.def("pread", call.pread), m.def("pwrite", call.pwrite), m.def("readv", call.readv), m.def("writev", call.writev),
		m.def("get_inheritable", call.getInheritable), m.def("set_inheritable", call.setInheritable),
		m.def("get_blocking", call.getBlocking), m.def("set_blocking", call.setBlocking),
		m.def("sched_yield", call.schedYield), m.def("waitstatus_to_exitcode", call.exitcode),
	}, m.systemDefs3(), m.linuxDefs3())
}
