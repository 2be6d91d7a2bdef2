"""The operating system: files, descriptors, processes, the environment."""

import sys as _sys

import posix as _posix
from posix import *
from posix import _exit

if _sys.platform == 'win32':
    import ntpath as path
    from ntpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep
    name, linesep = 'nt', '\r\n'
else:
    import posixpath as path
    from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep
    name, linesep = 'posix', '\n'
_sys.modules['os.path'] = path
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
P_WAIT, P_NOWAIT = 0, 1
P_NOWAITO = P_NOWAIT

__all__ = list(filter(lambda n: n[0] != '_' and n != 'environ', dir(_posix))) + [
    'environ', 'altsep', 'curdir', 'pardir', 'sep', 'pathsep', 'linesep', 'defpath', 'name', 'path', 'devnull',
    'SEEK_SET', 'SEEK_CUR', 'SEEK_END', '_exit', 'extsep', 'makedirs', 'removedirs', 'renames', 'walk', 'getenv',
    'popen', 'execl', 'execle', 'execlp', 'execlpe', 'execvp', 'execvpe', 'fdopen', 'P_NOWAIT', 'P_WAIT', 'P_NOWAITO']
del environ

__parts__ = {
    '_os_tree': 'makedirs removedirs renames walk',
    '_os_exec': 'execl execle execlp execlpe execvp execvpe popen',
    '_os_spawn': 'spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe',
}

_why = "a process written in Go can't be forked: use subprocess, or threading"
__absent__ = dict.fromkeys(['fork', 'forkpty'], _why)
__absent__.update(dict.fromkeys(['posix_spawn', 'posix_spawnp'], 'use subprocess'))
__absent__['register_at_fork'] = _why
__all__ += ['spawnl', 'spawnle', 'spawnlp', 'spawnlpe', 'spawnv', 'spawnve', 'spawnvp', 'spawnvpe']

if _sys.version_info < (3,):
    import errno
    __parts__['_os_environ_2'] = 'environ _Environ'
    __parts__['_os_popen'] = 'popen2 popen3 popen4'
    __all__ += ['popen2', 'popen3', 'popen4']

    def getenv(key, default=None):
        """The value of a variable, or default."""
        from os import environ
        return environ.get(key, default)
else:
    import abc
    import stat as st

    __parts__['_os_environ_3'] = 'environ environb _Environ getenvb fsencode fsdecode'
    __all__ += ['fsencode', 'fsdecode', 'get_exec_path', 'fwalk', 'getenvb', 'PathLike', 'supports_bytes_environ']
    __parts__['_os_tree'] += ' fwalk'
    __parts__['_os_exec'] += ' get_exec_path'
    supports_bytes_environ = True
    if name == 'nt':
        supports_dir_fd, supports_fd, supports_follow_symlinks, supports_effective_ids = set(), {stat, truncate}, {stat}, set()
    else:
        supports_dir_fd = {access, chmod, chown, link, mkdir, mkfifo, open, readlink, rename, rmdir, stat, symlink, unlink, utime}
        supports_fd = {chdir, chmod, chown, listdir, scandir, stat, statvfs, truncate, utime}
        supports_follow_symlinks = {access, chown, link, stat, utime}
        supports_effective_ids = {access}

    def getenv(key, default=None):
        """The value of a variable, or default."""
        from os import environ
        return environ.get(key, default)

    def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
        """Open a descriptor as a file, as the built-in open() does."""
        if not isinstance(fd, int):
            raise TypeError('invalid fd type (%s, expected integer)' % type(fd))
        import io
        if 'b' not in mode:
            encoding = io.text_encoding(encoding)
        return io.open(fd, mode, buffering, encoding, *args, **kwargs)

    class PathLike(abc.ABC):
        """What has a name in the file system, by __fspath__."""

        @abc.abstractmethod
        def __fspath__(self):
            raise NotImplementedError

        @classmethod
        def __subclasshook__(cls, subclass):
            if cls is PathLike:
                return hasattr(subclass, '__fspath__') or NotImplemented
            return NotImplemented

        @classmethod
        def __class_getitem__(cls, item):
            from types import GenericAlias
            return GenericAlias(cls, item)
