//go:build unix

package pyos

import (
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

var chroot = onPath(false, func(_ int, name string) error { return unix.Chroot(name) })

// mkfifo is mkfifo(path, mode=0o666, *, dir_fd=None).
func (c call) mkfifo() (starlark.Value, error) { return c.make(0o666, mkfifoat) }

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
