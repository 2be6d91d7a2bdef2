package pyos

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/posix"
	"go.starlark.net/starlark"
)

// onPath makes a function of a path, of dir_fd too where it has that.
func onPath(hasDir bool, f func(dir int, name string) error) func(c call) (starlark.Value, error) {
	return func(c call) (starlark.Value, error) {
		p, dir := c.path(), here
		dst := []any{"path", p, "dir_fd", &dir}
		if !hasDir {
			dst = dst[:2]
		}
		if err := c.named(1, 1, 1, dst...); err != nil {
			return nil, err
		}
		return c.done(retry(func() error { return f(int(dir), p.s) }), p.v)
	}
}

// unlink is unlink(path, *, dir_fd=None), remove too; rmdir likewise.
var (
	unlink = onPath(true, posix.Unlinkat)
	rmdir  = onPath(true, posix.Rmdirat)
)

// mkdir is mkdir(path, mode=0o777, *, dir_fd=None).
func (c call) mkdir() (starlark.Value, error) { return c.make(0o777, posix.Mkdirat) }

func (c call) make(mode int, f func(dir int, name string, mode uint32) error) (starlark.Value, error) {
	p, dir := c.path(), here
	if err := c.named(1, 2, 2, "path", p, "mode", &mode, "dir_fd", &dir); err != nil {
		return nil, err
	}
	return c.done(f(int(dir), p.s, uint32(mode)), p.v)
}

// rename is rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None), replace too.
func (c call) rename() (starlark.Value, error) {
	src, dst, from, to := c.path(), c.path(), here, here
	src.arg, dst.arg = "src", "dst"
	if err := c.named(2, 2, 2, "src", src, "dst", dst, "src_dir_fd", &from, "dst_dir_fd", &to); err != nil {
		return nil, err
	}
	return c.two(posix.Renameat(int(from), src.s, int(to), dst.s), src, dst)
}

// two is done for a call with two names, which Python 2 doesn't tell.
func (c call) two(err error, src, dst *path) (starlark.Value, error) {
	if c.py2() {
		return c.done(err)
	}
	return c.done(err, src.v, dst.v)
}

// link is link(src, dst, *, src_dir_fd=None, dst_dir_fd=None,
// follow_symlinks=True).
func (c call) link() (starlark.Value, error) {
	src, dst, from, to, follow := c.path(), c.path(), here, here, true
	src.arg, dst.arg = "src", "dst"
	if err := c.named(2, 2, 2, "src", src, "dst", dst, "src_dir_fd", &from, "dst_dir_fd", &to, "follow_symlinks", &follow); err != nil {
		return nil, err
	}
	flags := 0
	if len(c.kwargs) > 0 && follow {
		flags = posix.AT_SYMLINK_FOLLOW
	}
	return c.two(posix.Linkat(int(from), src.s, int(to), dst.s, flags), src, dst)
}

// symlink is symlink(src, dst, target_is_directory=False, *, dir_fd=None).
func (c call) symlink() (starlark.Value, error) {
	src, dst, dir, folder := c.path(), c.path(), here, false
	src.arg, dst.arg = "src", "dst"
	if err := c.named(2, 3, 2, "src", src, "dst", dst, "target_is_directory", &folder, "dir_fd", &dir); err != nil {
		return nil, err
	}
	return c.two(posix.Symlinkat(src.s, int(dir), dst.s), src, dst)
}

// readlink is readlink(path, *, dir_fd=None) -> str or bytes.
func (c call) readlink() (starlark.Value, error) {
	p, dir := c.path(), here
	if err := c.named(1, 1, 1, "path", p, "dir_fd", &dir); err != nil {
		return nil, err
	}
	to, err := posix.Readlinkat(int(dir), p.s)
	if err != nil {
		return nil, c.fail(err, p.v)
	}
	return c.like(p, to)
}

// access is access(path, mode, *, dir_fd=None, effective_ids=False,
// follow_symlinks=True) -> bool.
func (c call) access() (starlark.Value, error) {
	p, mode, dir, effective, follow := c.path(), 0, here, false, true
	if err := c.named(2, 2, 2, "path", p, "mode", &mode, "dir_fd", &dir, "effective_ids", &effective, "follow_symlinks", &follow); err != nil {
		return nil, err
	}
	flags := noFollow(follow)
	if effective {
		flags |= posix.AT_EACCESS
	}
	return c.rt.Bool(posix.Faccessat(int(dir), p.s, uint32(mode), flags) == nil), nil
}

// chmod is chmod(path, mode, *, dir_fd=None, follow_symlinks=True).
func (c call) chmod() (starlark.Value, error) {
	p, mode, dir, follow := c.pathOrFD(), 0, here, true
	if err := c.named(2, 2, 2, "path", p, "mode", &mode, "dir_fd", &dir, "follow_symlinks", &follow); err != nil {
		return nil, err
	}
	if !follow && p.fd < 0 {
		return nil, object.NotImplementedError.Errorf("chmod: follow_symlinks unavailable on this platform")
	}
	if p.fd >= 0 {
		return c.done(posix.Fchmod(p.fd, uint32(mode)), p.v)
	}
	return c.done(posix.Fchmodat(int(dir), p.s, uint32(mode)), p.v)
}

func (c call) fchmod() (starlark.Value, error) {
	var fd, mode int
	if err := c.named(2, 2, 2, "fd", &fd, "mode", &mode); err != nil {
		return nil, err
	}
	return c.done(posix.Fchmod(fd, uint32(mode)))
}

// truncate is truncate(path, length).
func (c call) truncate() (starlark.Value, error) {
	p, size := c.pathOrFD(), int64(0)
	if err := c.named(2, 2, 2, "path", p, "length", &size); err != nil {
		return nil, err
	}
	if p.fd >= 0 {
		return c.done(posix.Ftruncate(p.fd, size), p.v)
	}
	return c.done(retry(func() error { return posix.Truncate(p.s, size) }), p.v)
}

// chdir is chdir(path), fchdir(fd).
func (c call) chdir() (starlark.Value, error) {
	p := c.pathOrFD()
	if err := c.named(1, 1, 1, "path", p); err != nil {
		return nil, err
	}
	if p.fd >= 0 {
		return c.done(posix.Fchdir(p.fd), p.v)
	}
	return c.done(posix.Chdir(p.s), p.v)
}

func (c call) fchdir() (starlark.Value, error) {
	var fd descriptor
	if err := c.named(1, 1, 1, "fd", &fd); err != nil {
		return nil, err
	}
	return c.done(posix.Fchdir(int(fd)))
}

// getcwd is getcwd() -> str, getcwdb() -> bytes, getcwdu() -> unicode.
func (c call) getcwd() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	dir, err := posix.Getwd()
	if err != nil {
		return nil, c.fail(err)
	}
	return c.like(&path{bytes: c.name == "getcwdb" || c.py2() && c.name == "getcwd"}, dir)
}
