"""What paths of all systems have in common: questions about files."""

from sys import version_info as _version

import posix as _posix

__all__ = ['commonprefix', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdir', 'isfile']

# What stat raises for a name that no file can have.
_no_file = (OSError, ValueError) if _version >= (3,) else _posix.error


def _mode(path):
    try:
        return _posix.stat(path).st_mode
    except _no_file:
        return 0


def exists(path):
    """Whether there is a file; not so for a link to nowhere."""
    return _mode(path) != 0


def isfile(path):
    """Whether it is a regular file."""
    return _mode(path) & 0xf000 == 0x8000


def isdir(s):
    """Whether it is a folder."""
    return _mode(s) & 0xf000 == 0x4000


def getsize(filename):
    """The size in bytes."""
    return _posix.stat(filename).st_size


def getmtime(filename):
    """When it was last changed."""
    return _posix.stat(filename).st_mtime


def getatime(filename):
    """When it was last read."""
    return _posix.stat(filename).st_atime


def getctime(filename):
    """When what stat() tells of it was last changed."""
    return _posix.stat(filename).st_ctime


def commonprefix(m):
    """What all of a list of paths, or of sequences, begin with."""
    if not m:
        return ''
    if _version >= (3,) and not isinstance(m[0], (list, tuple)):
        m = [_posix.fspath(p) for p in m]
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def _splitext(p, sep, altsep, extsep):
    start = max(p.rfind(sep), p.rfind(altsep) if altsep else -1) + 1
    dot = p.rfind(extsep)
    if dot < start or not p[start:dot].strip(extsep):
        return p, p[:0]  # no dot, or none but leading ones
    return p[:dot], p[dot:]


def samestat(s1, s2):
    """Whether two results of stat() are of one file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


if _version >= (3,):
    __all__ += ['samefile', 'sameopenfile', 'samestat']

    def samefile(f1, f2):
        """Whether two names are of one file."""
        return samestat(_posix.stat(f1), _posix.stat(f2))

    def sameopenfile(fp1, fp2):
        """Whether two descriptors are of one file."""
        return samestat(_posix.fstat(fp1), _posix.fstat(fp2))

    def _check_arg_types(funcname, *args):
        kinds = set()
        for a in args:
            if not isinstance(a, (str, bytes)):
                raise TypeError('%s() argument must be str, bytes, or os.PathLike object, not %r'
                                % (funcname, type(a).__name__))
            kinds.add(isinstance(a, str))
        if len(kinds) > 1:
            raise TypeError("Can't mix strings and bytes in path components")
