//go:build unix

package pyos

import (
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// statvfs is statvfs(path) -> statvfs_result, fstatvfs(fd) too.
func (c call) statvfs() (starlark.Value, error) {
	p := c.pathOrFD()
	if err := c.named(1, 1, 1, "path", p); err != nil {
		return nil, err
	}
	var st unix.Statfs_t
	var err error
	if p.fd >= 0 {
		err = unix.Fstatfs(p.fd, &st)
	} else {
		err = unix.Statfs(p.s, &st)
	}
	if err != nil {
		return nil, c.fail(err, p.v)
	}
	return c.vfsResult(&st), nil
}

func (c call) fstatvfs() (starlark.Value, error) {
	var fd int
	if err := c.named(1, 1, 1, "fd", &fd); err != nil {
		return nil, err
	}
	var st unix.Statfs_t
	if err := unix.Fstatfs(fd, &st); err != nil {
		return nil, c.fail(err)
	}
	return c.vfsResult(&st), nil
}

func (m *module) vfsResult(st *unix.Statfs_t) starlark.Value {
	v := vfsFields(st)
	values := make([]starlark.Value, 0, len(v))
	for _, n := range v {
		values = append(values, starlark.MakeUint64(n))
	}
	if m.py2() {
		values = values[:10]
	}
	return m.statvfsResult.New(values...)
}
