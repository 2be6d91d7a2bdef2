package pyos

import (
	"os"
	"sync/atomic"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"go.starlark.net/starlark"
)

// mask is the process's umask, which the system has none of.
var mask atomic.Int32

// systemName is what the module is called.
const systemName = "nt"

// consts are the flags of _open and the bits of access.
var consts = map[string]int{
	"F_OK": 0, "R_OK": 4, "W_OK": 2, "X_OK": 1, "EX_OK": 0, "TMP_MAX": 1<<31 - 1,
	"O_RDONLY": posix.O_RDONLY, "O_WRONLY": posix.O_WRONLY, "O_RDWR": posix.O_RDWR, "O_APPEND": posix.O_APPEND,
	"O_CREAT": posix.O_CREAT, "O_EXCL": posix.O_EXCL, "O_TRUNC": posix.O_TRUNC, "O_NOINHERIT": posix.O_CLOEXEC,
	// These change nothing: a descriptor's bytes are as they are.
	"O_BINARY": 0x8000, "O_TEXT": 0x4000, "O_SEQUENTIAL": 0x20, "O_RANDOM": 0x10,
}

func (m *module) addPlatform(names *object.Module) { setAll(names, consts) }

// ids are the functions without arguments that give a number.
var ids = map[string]func() int{"getpid": os.Getpid, "getppid": os.Getppid}

func (m *module) unixDefs() []object.Def {
	return []object.Def{m.def("kill", call.kill), m.def("umask", call.umask), m.def("times", call.times)}
}

func (m *module) unixDefs3() []object.Def { return nil }

// kill is kill(pid, signal): it ends the process, with the signal as its exit
// status.
func (c call) kill() (starlark.Value, error) {
	var pid, sig int
	if err := c.plain(2, &pid, &sig); err != nil {
		return nil, err
	}
	if pid == os.Getpid() && sig > 0 && c.rt.Raise(sig) { // the script handles it
		return starlark.None, c.t.Check()
	}
	return c.done(posix.Terminate(pid, sig))
}

// umask is umask(mask) -> int, the mask before. It means nothing to the system.
func (c call) umask() (starlark.Value, error) {
	var n int
	if err := c.plain(1, &n); err != nil {
		return nil, err
	}
	return integer(mask.Swap(int32(n & 0o777))), nil
}

// times is times() -> times_result: seconds of the process, those of children
// and the time elapsed are 0.
func (c call) times() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	values := []starlark.Value{starlark.Float(posix.ProcessorTime().Seconds())}
	for len(values) < 5 {
		values = append(values, starlark.Float(0))
	}
	if c.py2() {
		return starlark.Tuple(values), nil
	}
	return c.timesResult.New(values...), nil
}

func dup2(fd, fd2 int, _ bool) error { return posix.Dup2(fd, fd2) }

// dieByAbort ends the process as the C library's abort does.
func dieByAbort() { os.Exit(3) }
