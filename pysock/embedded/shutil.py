"""Copying, moving and removing files and folders as a whole."""

import errno as _errno
import fnmatch as _fnmatch
import os
import stat
import sys

_py3 = sys.version_info[0] == 3

__all__ = ['copyfileobj', 'copyfile', 'copymode', 'copystat', 'copy', 'copy2', 'copytree', 'move', 'rmtree', 'Error',
           'ignore_patterns'] + (['SpecialFileError', 'ExecError', 'SameFileError', 'disk_usage', 'chown', 'which',
                                  'get_terminal_size'] if _py3 else ['ExecError'])

__absent__ = {'make_archive': 'archives are not there yet', 'unpack_archive': 'archives are not there yet'}


class Error(OSError if _py3 else EnvironmentError):
    pass


class SameFileError(Error):
    """Source and destination are the same file."""


class SpecialFileError(OSError if _py3 else EnvironmentError):
    """It can't be done with a pipe and its like."""


class ExecError(OSError if _py3 else EnvironmentError):
    """A command could not be run."""


COPY_BUFSIZE = 64 * 1024


def copyfileobj(fsrc, fdst, length=0):
    """Copy what is left of a file to another one."""
    length = length or COPY_BUFSIZE
    while True:
        buf = fsrc.read(length)
        if not buf:
            break
        fdst.write(buf)


def _same(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, follow_symlinks=True):
    """Copy the contents of a file."""
    if _same(src, dst):
        if _py3:
            raise SameFileError('{!r} and {!r} are the same file'.format(src, dst))
        raise Error('`%s` and `%s` are the same file' % (src, dst))
    for name in src, dst:
        try:
            if stat.S_ISFIFO(os.stat(name).st_mode):
                raise SpecialFileError('`%s` is a named pipe' % (name,))
        except OSError as e:
            if isinstance(e, SpecialFileError):
                raise
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst if _py3 else None
    with open(src, 'rb') as fsrc:
        with open(dst, 'wb') as fdst:
            copyfileobj(fsrc, fdst)
    return dst if _py3 else None


def copymode(src, dst, follow_symlinks=True):
    """Copy the permissions."""
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, follow_symlinks=True):
    """Copy permissions and times."""
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    st = os.stat(src)
    os.utime(dst, (st.st_atime, st.st_mtime))
    os.chmod(dst, stat.S_IMODE(st.st_mode))


def copy(src, dst, follow_symlinks=True):
    """Copy a file, to a file or into a folder, with its permissions."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst, follow_symlinks)
    if follow_symlinks or not os.path.islink(src):
        copymode(src, dst)
    return dst if _py3 else None


def copy2(src, dst, follow_symlinks=True):
    """Copy a file with permissions and times."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst, follow_symlinks)
    copystat(src, dst, follow_symlinks)
    return dst if _py3 else None


def ignore_patterns(*patterns):
    """What copytree() takes as ignore."""
    def ignore(path, names):
        ignored = []
        for pattern in patterns:
            ignored.extend(_fnmatch.filter(names, pattern))
        return set(ignored)
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    """Copy a folder with all that is in it."""
    names = os.listdir(src)
    ignored = ignore(os.fspath(src) if _py3 else src, names) if ignore is not None else ()
    if not (dirs_exist_ok and os.path.isdir(dst)):
        os.makedirs(dst)
    errors = []
    for name in names:
        if name in ignored:
            continue
        a, b = os.path.join(src, name), os.path.join(dst, name)
        try:
            if os.path.islink(a) and symlinks:
                os.symlink(os.readlink(a), b)
            elif os.path.islink(a) and not os.path.exists(a) and ignore_dangling_symlinks:
                continue
            elif os.path.isdir(a):
                copytree(a, b, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(a, b)
        except Error as e:
            errors.extend(e.args[0])
        except (OSError, IOError) as e:
            errors.append((a, b, str(e)))
    try:
        copystat(src, dst)
    except OSError as e:
        errors.append((src, dst, str(e)))
    if errors:
        raise Error(errors)
    return dst if _py3 else None


def rmtree(path, ignore_errors=False, onerror=None, dir_fd=None):
    """Remove a folder with all that is in it."""
    if ignore_errors:
        def onerror(*args):
            pass
    elif onerror is None:
        def onerror(*args):
            raise
    try:
        if os.path.islink(path):
            raise OSError('Cannot call rmtree on a symbolic link')
    except OSError:
        onerror(os.path.islink, path, sys.exc_info())
        return
    names = []
    try:
        names = os.listdir(path)
    except OSError:
        onerror(os.listdir if not _py3 else os.lstat if not os.path.lexists(path) else os.scandir, path, sys.exc_info())
    for name in names:
        full = os.path.join(path, name)
        try:
            mode = os.lstat(full).st_mode
        except OSError:
            mode = 0
        if stat.S_ISDIR(mode):
            rmtree(full, ignore_errors, onerror)
        else:
            try:
                os.remove(full)
            except OSError:
                onerror(os.unlink if _py3 else os.remove, full, sys.exc_info())
    try:
        os.rmdir(path)
    except OSError:
        onerror(os.rmdir, path, sys.exc_info())


def _inside(src, dst):
    src = os.path.abspath(src).rstrip(os.path.sep) + os.path.sep
    dst = os.path.abspath(dst).rstrip(os.path.sep) + os.path.sep
    return dst.startswith(src)


def move(src, dst, copy_function=copy2):
    """Move a file or folder, to a name or into a folder."""
    real = dst
    if os.path.isdir(dst):
        if _same(src, dst):
            os.rename(src, dst)
            return
        real = os.path.join(dst, os.path.basename(src.rstrip(os.path.sep) if not _py3 else os.fspath(src).rstrip('/')))
        if os.path.exists(real):
            raise Error("Destination path '%s' already exists" % (real,))
    try:
        os.rename(src, real)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), real)
            os.unlink(src)
        elif os.path.isdir(src):
            if _inside(src, dst):
                raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst))
            copytree(src, real, symlinks=True, copy_function=copy_function)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real if _py3 else None


if _py3:
    from collections import namedtuple as _namedtuple
    _ntuple_diskusage = _namedtuple('usage', 'total used free')

    def disk_usage(path):
        """Bytes in all, used and free, of the disk of a path."""
        st = os.statvfs(path)
        return _ntuple_diskusage(st.f_blocks * st.f_frsize, (st.f_blocks - st.f_bfree) * st.f_frsize,
                                 st.f_bavail * st.f_frsize)

    def chown(path, user=None, group=None):
        """Change owner and group; each a name or a number."""
        if user is None and group is None:
            raise ValueError('user and/or group must be set')
        uid = -1 if user is None else user
        gid = -1 if group is None else group
        if isinstance(uid, str):
            import pwd
            try:
                uid = pwd.getpwnam(user).pw_uid
            except KeyError:
                raise LookupError('no such user: {!r}'.format(user))
        if isinstance(gid, str):
            raise LookupError('no such group: {!r}'.format(group))
        os.chown(path, uid, gid)

    def get_terminal_size(fallback=(80, 24)):
        """Columns and lines of the terminal, or what COLUMNS and LINES say."""
        def number(name):
            try:
                return int(os.environ[name])
            except (KeyError, ValueError):
                return 0
        columns, lines = number('COLUMNS'), number('LINES')
        if columns <= 0 or lines <= 0:
            try:
                size = os.get_terminal_size(sys.__stdout__.fileno())
            except (AttributeError, ValueError, OSError):
                size = os.terminal_size(fallback)
            columns = columns if columns > 0 else size.columns or fallback[0]
            lines = lines if lines > 0 else size.lines or fallback[1]
        return os.terminal_size((columns, lines))

    def which(cmd, mode=os.F_OK | os.X_OK, path=None):
        """The file that is run by a command's name, None if there is none."""
        def runs(name):
            return os.path.exists(name) and os.access(name, mode) and not os.path.isdir(name)
        if os.path.dirname(cmd):
            return cmd if runs(cmd) else None
        if path is None:
            path = os.environ.get('PATH', None)
            if path is None:
                path = os.defpath
        if not path:
            return None
        seen = set()
        for folder in path.split(os.pathsep):
            if folder not in seen:
                seen.add(folder)
                name = os.path.join(folder, cmd)
                if runs(name):
                    return name
        return None
else:
    del SameFileError
