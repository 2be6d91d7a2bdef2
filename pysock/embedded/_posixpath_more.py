"""What few scripts ask of os.path."""

from sys import version_info as _version

import genericpath
import posix as _posix
from posixpath import _get_sep, _path, abspath, isabs, join, split

__name__ = 'posixpath'


def expanduser(path):
    """Put the home folder of a user, or one's own, for a leading ~user or ~."""
    path = _path(path)
    tilde, slash = (b'~', b'/') if isinstance(path, bytes) else ('~', '/')
    if not path.startswith(tilde):
        return path
    end = path.find(slash, 1)
    if end < 0:
        end = len(path)
    home = _home(path[1:end])
    if home is None:
        return path
    if isinstance(path, bytes) and not isinstance(home, bytes):
        import os
        home = os.fsencode(home)
    return (home.rstrip(slash) + path[end:]) or slash


def _home(user):
    import os
    if not user and 'HOME' in os.environ:
        return os.environ['HOME']
    if isinstance(user, bytes) and _version >= (3,):
        user = os.fsdecode(user)
    try:
        with open('/etc/passwd') as f:
            for line in f:
                fields = line.rstrip('\n').split(':')
                if len(fields) > 5 and (fields[0] == user if user else fields[2] == str(_posix.getuid())):
                    return fields[5]
    except EnvironmentError:
        pass
    return None


def expandvars(path):
    """Put the values of variables for $name and ${name}; others stay."""
    import os
    path = _path(path)
    if isinstance(path, bytes) and _version >= (3,):
        dollar, opened, closed, environ = b'$', b'{', b'}', os.environb
        letters = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_'
    else:
        dollar, opened, closed, environ = '$', '{', '}', os.environ
        letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_'
    out, i = path[:0], 0
    while True:
        j = path.find(dollar, i)
        if j < 0:
            return out + path[i:]
        out += path[i:j]
        k = j + 1
        if path[k:k + 1] == opened:
            end = path.find(closed, k)
            if end < 0:
                return out + path[j:]
            name, i = path[k + 1:end], end + 1
        else:
            while k < len(path) and path[k:k + 1] in letters:
                k += 1
            name, i = path[j + 1:k], k
        value = environ.get(name) if name else None
        out += path[j:i] if value is None else value


def realpath(filename, **options):
    """The path without any link. With strict=True, of Python 3, all must exist."""
    if options and (_version < (3,) or list(options) != ['strict']):
        raise TypeError("realpath() got an unexpected keyword argument '%s'" % list(options)[0])
    filename = _path(filename)
    path, _ = _follow(filename[:0], filename, options.get('strict', False), {})
    return abspath(path)


def _follow(path, rest, strict, seen):
    # path is real; the parts of rest are followed one by one. The second result
    # is false where links go round in circles.
    slash = _get_sep(rest)
    dot, up = (b'.', b'..') if isinstance(rest, bytes) else ('.', '..')
    if isabs(rest):
        rest, path = rest[1:], slash
    while rest:
        name, _, rest = rest.partition(slash)
        if not name or name == dot:
            continue
        if name == up:
            if path:
                path, name = split(path)
                if name == up:
                    path = join(path, up, up)
            else:
                path = up
            continue
        new = join(path, name)
        try:
            link = _posix.lstat(new).st_mode & 0xf000 == 0xa000
        except OSError:
            if strict:
                raise
            link = False
        if not link:
            path = new
            continue
        if new in seen:
            path = seen[new]
            if path is not None:
                continue
            if strict:
                _posix.stat(new)  # which fails
            return join(new, rest), False
        seen[new] = None
        path, ok = _follow(path, _posix.readlink(new), strict, seen)
        if not ok:
            return join(path, rest), False
        seen[new] = path
    return path, True


def relpath(path, start=None):
    """The path as it looks from start, the current folder if not given."""
    if not path:
        raise ValueError('no path specified')
    path = _path(path)
    slash = _get_sep(path)
    dot, up = (b'.', b'..') if isinstance(path, bytes) else ('.', '..')
    start = dot if start is None else _path(start)
    try:
        there = [x for x in abspath(start).split(slash) if x]
        here = [x for x in abspath(path).split(slash) if x]
        same = len(genericpath.commonprefix([there, here]))
        parts = [up] * (len(there) - same) + here[same:]
        return join(*parts) if parts else dot
    except (TypeError, AttributeError):
        if _version >= (3,):
            genericpath._check_arg_types('relpath', path, start)
        raise


def commonpath(paths):
    """The longest path that all the paths begin with."""
    paths = tuple(map(_path, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    slash, dot = (b'/', b'.') if isinstance(paths[0], bytes) else ('/', '.')
    try:
        roots = set(p.startswith(slash) for p in paths)
        if len(roots) > 1:
            raise ValueError("Can't mix absolute and relative paths")
        split_ = [[x for x in p.split(slash) if x and x != dot] for p in paths]
    except (TypeError, AttributeError):
        genericpath._check_arg_types('commonpath', *paths)
        raise
    return (slash if roots.pop() else slash[:0]) + slash.join(genericpath.commonprefix(split_))


def ismount(path):
    """Whether a file system is mounted there."""
    try:
        here = _posix.lstat(path)
        if here.st_mode & 0xf000 == 0xa000:
            return False
        up = join(_path(path), b'..' if isinstance(_path(path), bytes) else '..')
        if _version >= (3,):
            up = realpath(up)
        above = _posix.lstat(up)
    except genericpath._no_file:
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def walk(top, func, arg):
    """Call func(arg, folder, names) for a folder and all below it."""
    try:
        names = _posix.listdir(top)
    except _posix.error:
        return
    func(arg, top, names)
    for name in names:
        name = join(top, name)
        try:
            st = _posix.lstat(name)
        except _posix.error:
            continue
        if st.st_mode & 0xf000 == 0x4000:
            walk(name, func, arg)
