package pyos

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
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
	unlink = onPath(true, func(dir int, name string) error { return unix.Unlinkat(dir, name, 0) })
	rmdir  = onPath(true, func(dir int, name string) error { return unix.Unlinkat(dir, name, unix.AT_REMOVEDIR) })
	chroot = onPath(false, func(_ int, name string) error { return unix.Chroot(name) })
)

// mkdir is mkdir(path, mode=0o777, *, dir_fd=None), mkfifo(path, mode=0o666, *,
// dir_fd=None).
func (c call) mkdir() (starlark.Value, error) { return c.make(0o777, unix.Mkdirat) }

func (c call) mkfifo() (starlark.Value, error) { return c.make(0o666, mkfifoat) }

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
	return c.two(unix.Renameat(int(from), src.s, int(to), dst.s), src, dst)
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
		flags = unix.AT_SYMLINK_FOLLOW
	}
	return c.two(unix.Linkat(int(from), src.s, int(to), dst.s, flags), src, dst)
}

// symlink is symlink(src, dst, target_is_directory=False, *, dir_fd=None).
func (c call) symlink() (starlark.Value, error) {
	src, dst, dir, folder := c.path(), c.path(), here, false
	src.arg, dst.arg = "src", "dst"
	if err := c.named(2, 3, 2, "src", src, "dst", dst, "target_is_directory", &folder, "dir_fd", &dir); err != nil {
		return nil, err
	}
	return c.two(unix.Symlinkat(src.s, int(dir), dst.s), src, dst)
}

// readlink is readlink(path, *, dir_fd=None) -> str or bytes.
func (c call) readlink() (starlark.Value, error) {
	p, dir := c.path(), here
	if err := c.named(1, 1, 1, "path", p, "dir_fd", &dir); err != nil {
		return nil, err
	}
	buf := make([]byte, unix.PathMax)
	n, err := unix.Readlinkat(int(dir), p.s, buf)
	if err != nil {
		return nil, c.fail(err, p.v)
	}
	return c.like(p, string(buf[:n]))
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
		flags |= unix.AT_EACCESS
	}
	return c.rt.Bool(unix.Faccessat(int(dir), p.s, uint32(mode), flags) == nil), nil
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
		return c.done(unix.Fchmod(p.fd, uint32(mode)), p.v)
	}
	return c.done(unix.Fchmodat(int(dir), p.s, uint32(mode), 0), p.v)
}

func (c call) fchmod() (starlark.Value, error) {
	var fd, mode int
	if err := c.named(2, 2, 2, "fd", &fd, "mode", &mode); err != nil {
		return nil, err
	}
	return c.done(unix.Fchmod(fd, uint32(mode)))
}

// chown is chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True).
func (c call) chown() (starlark.Value, error) {
	p, dir, follow := c.pathOrFD(), here, c.name == "chown"
	var uid, gid int
	if err := c.named(3, 3, 3, "path", p, "uid", &uid, "gid", &gid, "dir_fd", &dir, "follow_symlinks", &follow); err != nil {
		return nil, err
	}
	if p.fd >= 0 {
		return c.done(unix.Fchown(p.fd, uid, gid), p.v)
	}
	return c.done(unix.Fchownat(int(dir), p.s, uid, gid, noFollow(follow)), p.v)
}

func (c call) fchown() (starlark.Value, error) {
	var fd, uid, gid int
	if err := c.named(3, 3, 3, "fd", &fd, "uid", &uid, "gid", &gid); err != nil {
		return nil, err
	}
	return c.done(unix.Fchown(fd, uid, gid))
}

// truncate is truncate(path, length).
func (c call) truncate() (starlark.Value, error) {
	p, size := c.pathOrFD(), int64(0)
	if err := c.named(2, 2, 2, "path", p, "length", &size); err != nil {
		return nil, err
	}
	if p.fd >= 0 {
		return c.done(unix.Ftruncate(p.fd, size), p.v)
	}
	return c.done(retry(func() error { return unix.Truncate(p.s, size) }), p.v)
}

// chdir is chdir(path), fchdir(fd).
func (c call) chdir() (starlark.Value, error) {
	p := c.pathOrFD()
	if err := c.named(1, 1, 1, "path", p); err != nil {
		return nil, err
	}
	if p.fd >= 0 {
		return c.done(unix.Fchdir(p.fd), p.v)
	}
	return c.done(unix.Chdir(p.s), p.v)
}

func (c call) fchdir() (starlark.Value, error) {
	var fd descriptor
	if err := c.named(1, 1, 1, "fd", &fd); err != nil {
		return nil, err
	}
	return c.done(unix.Fchdir(int(fd)))
}

// getcwd is getcwd() -> str, getcwdb() -> bytes, getcwdu() -> unicode.
func (c call) getcwd() (starlark.Value, error) {
	if err := c.none(); err != nil {
		return nil, err
	}
	dir, err := unix.Getwd()
	if err != nil {
		return nil, c.fail(err)
	}
	return c.like(&path{bytes: c.name == "getcwdb" || c.py2() && c.name == "getcwd"}, dir)
}
