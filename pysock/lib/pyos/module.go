// Package pyos is Python's module posix, on which os stands, whose other half
// is written in Python: see os.py in package embedded.
//
// Arguments are taken by call.go. Then a file a subject: stat.go, files.go
// (what takes a file's name), fds.go (what takes a descriptor), scandir.go,
// process.go, environ.go; posix_linux.go and posix_darwin.go have what differs.
//
// What differs from CPython:
//   - fork and forkpty aren't there, as on Windows: a process written in Go runs
//     in many threads, of which only one would live on in the child.
//   - scandir reads the folder at once, and an entry's inode asks the system.
//   - What the script has printed is flushed before a command starts.
package pyos

import (
	"slices"

	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const dialect2 = syntax.Python2

// A module is module posix of one runtime.
type module struct {
	rt         *object.Runtime
	wholeTimes bool // Python 2: stat_float_times(False)

	statResult, statvfsResult, sizeResult, unameResult, timesResult, waitidResult *object.StructType
	scanClass, entryClass                                                         *object.Class
}

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := &module{rt: rt}
	m.newStatTypes()
	defs := slices.Concat(m.defs(), m.unixDefs())
	if rt.Dialect == syntax.Python2 {
		defs = append(defs, m.defs2()...)
	} else {
		defs = slices.Concat(defs, m.defs3(), m.unixDefs3())
	}
	for name, f := range ids {
		defs = append(defs, m.idDef(name, f))
	}
	names := object.NewModule(rt, systemName, "The operating system's calls, as module os offers them.", defs)
	names.Set("environ", m.environ())
	m.addPlatform(names)
	names.Set("error", object.OSError.Class(rt.Dialect))
	names.Set("stat_result", m.statResult.Class())
	if rt.Dialect == syntax.Python2 {
		return names
	}
	m.newScandirTypes()
	names.Set("DirEntry", m.entryClass)
	for _, s := range []struct {
		t            **object.StructType
		module, name string
		fields       []string
	}{
		{&m.sizeResult, "os", "terminal_size", []string{"columns", "lines"}},
		{&m.unameResult, systemName, "uname_result", []string{"sysname", "nodename", "release", "version", "machine"}},
		{&m.timesResult, systemName, "times_result", []string{"user", "system", "children_user", "children_system", "elapsed"}},
	} {
		*s.t = object.NewStructType(rt, object.StructSpec{Module: s.module, Name: s.name, Fields: s.fields, Doc: "What " + s.name + " tells."})
		names.Set(s.name, (*s.t).Class())
	}
	return names
}

func setAll(m *object.Module, table map[string]int) {
	for name, n := range table {
		m.Set(name, starlark.MakeInt(n))
	}
}

// defs are the functions of both dialects.
func (m *module) defs() []object.Def {
	return []object.Def{
		m.def("stat", call.stat), m.def("lstat", call.lstat), m.def("fstat", call.fstat),
		m.def("utime", call.utime),
		m.def("unlink", unlink), m.def("remove", unlink), m.def("rmdir", rmdir),
		m.def("mkdir", call.mkdir),
		m.def("rename", call.rename), m.def("link", call.link), m.def("symlink", call.symlink),
		m.def("readlink", call.readlink), m.def("access", call.access),
		m.def("chmod", call.chmod), m.def("fchmod", call.fchmod),
		m.def("chdir", call.chdir),
		m.def("getcwd", call.getcwd), m.def("listdir", call.listdir),
		m.def("open", call.open), m.def("close", call.close), m.def("closerange", call.closerange),
		m.def("read", call.read), m.def("write", call.write), m.def("lseek", call.lseek),
		m.def("ftruncate", call.ftruncate), m.def("fsync", call.fsync),
		m.def("isatty", call.isatty), m.def("dup", call.dup), m.def("dup2", call.dup2), m.def("pipe", call.pipe),
		m.def("urandom", call.urandom),

		m.def("strerror", call.strerror), m.def("_exit", call.exit), m.def("abort", call.abort),

		m.def("putenv", call.putenv), m.def("unsetenv", call.unsetenv),
	}
}

// defs2 are Python 2's own.
func (m *module) defs2() []object.Def {
	return []object.Def{
		m.def("getcwdu", call.getcwd), m.def("fdopen", call.fdopen), m.def("stat_float_times", call.statFloatTimes),
	}
}

// defs3 are Python 3's own.
func (m *module) defs3() []object.Def {
	return []object.Def{
		m.def("replace", call.rename), m.def("getcwdb", call.getcwd), m.def("scandir", call.scandir), m.def("truncate", call.truncate),

		m.def("get_terminal_size", call.terminalSize), m.def("cpu_count", call.cpuCount),
		m.def("fspath", call.fspath),
	}
}

// fspath is fspath(path) -> str or bytes.
func (c call) fspath() (starlark.Value, error) {
	var v starlark.Value
	if err := c.named(1, 1, 1, "path", &v); err != nil {
		return nil, err
	}
	p, err := file.FSPath(c.t, v)
	if err != nil {
		return nil, err
	}
	switch object.Unwrap(p).(type) {
	case starlark.String, *object.Text, starlark.Bytes:
		return p, nil
	}
	return nil, object.TypeError.Errorf("expected str, bytes or os.PathLike object, not %s", c.t.RT.ClassOf(v).ClassName)
}
