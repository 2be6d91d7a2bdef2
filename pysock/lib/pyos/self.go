package pyos

import (
	"crypto/rand"
	"os"
	"runtime"
	"time"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"go.starlark.net/starlark"
)

// The process itself.

// asErrno makes an errno of an error that Go's own packages returned, if there
// is one in it.
func asErrno(err error) error {
	if e, ok := posix.AsErrno(err); ok {
		return e
	}
	return err
}

// idDef makes one of them.
func (m *module) idDef(name string, f func() int) object.Def {
	return m.def(name, func(c call) (starlark.Value, error) { return integer(f()), c.none() })
}

// cpuCount is cpu_count() -> int.
func (c call) cpuCount() (starlark.Value, error) {
	return integer(runtime.NumCPU()), object.Keywords(c.t, c.name, c.args, c.kwargs, 0)
}

// strerror is strerror(code) -> str.
func (c call) strerror() (starlark.Value, error) {
	var code int
	if err := c.plain(1, &code); err != nil {
		return nil, err
	}
	if code == 0 {
		return c.rt.Str("Success"), nil
	}
	return c.rt.Str(object.Strerror(posix.Errno(code))), nil
}

// exit is _exit(status): at once, and nothing is flushed.
func (c call) exit() (starlark.Value, error) {
	var status int
	if err := c.named(1, 1, 1, "status", &status); err != nil {
		return nil, err
	}
	os.Exit(status & 0xff)
	return nil, nil
}

// abort is abort(): the process ends by SIGABRT.
func (c call) abort() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	dieByAbort()
	for { // the signal comes at any moment
		time.Sleep(time.Second)
	}
}

func randomBytes(n int) []byte {
	b := make([]byte, n)
	rand.Read(b)
	return b
}
