"""Paths with slashes: os.path."""

from sys import version_info as _version

import genericpath
import posix as _posix
from genericpath import (commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile,
                         samestat)

__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'split', 'splitext', 'basename', 'dirname',
           'commonprefix', 'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists',
           'isdir', 'isfile', 'ismount', 'expanduser', 'expandvars', 'normpath', 'abspath', 'samefile',
           'sameopenfile', 'samestat', 'curdir', 'pardir', 'sep', 'pathsep', 'defpath', 'altsep', 'extsep',
           'devnull', 'realpath', 'supports_unicode_filenames', 'relpath']

__parts__ = {'_posixpath_more': 'expanduser expandvars realpath relpath commonpath ismount walk'}

curdir, pardir, extsep, sep, pathsep = '.', '..', '.', '/', ':'
defpath, altsep, devnull = '/bin:/usr/bin', None, '/dev/null'
supports_unicode_filenames = False

if _version >= (3,):
    from genericpath import samefile, sameopenfile
    _path = _posix.fspath
    __all__ += ['commonpath']
else:
    defpath = ':/bin:/usr/bin'
    __all__ += ['walk']

    def _path(p):
        return p

    def samefile(f1, f2):
        """Whether two names are of one file."""
        return samestat(_posix.stat(f1), _posix.stat(f2))

    def sameopenfile(fp1, fp2):
        """Whether two descriptors are of one file."""
        return samestat(_posix.fstat(fp1), _posix.fstat(fp2))


def _get_sep(path):
    return b'/' if isinstance(path, bytes) else '/'


def normcase(s):
    """The path itself: case matters."""
    return _path(s)


def isabs(s):
    """Whether the path begins at the root."""
    s = _path(s)
    return s.startswith(_get_sep(s))


def join(a, *p):
    """Join parts with slashes; a part that begins at the root drops those before."""
    a = _path(a)
    slash = _get_sep(a)
    path = a
    try:
        if not p:
            path[:0] + slash
        for b in p:
            b = _path(b)
            if b.startswith(slash):
                path = b
            elif not path or path.endswith(slash):
                path += b
            else:
                path += slash + b
    except (TypeError, AttributeError):
        if _version >= (3,):
            genericpath._check_arg_types('join', a, *p)
        raise
    return path


def split(p):
    """The folder and the name in it; the name is empty behind a final slash."""
    p = _path(p)
    slash = _get_sep(p)
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    return head.rstrip(slash) or head, tail


def splitext(p):
    """The path without its extension, and that."""
    p = _path(p)
    if isinstance(p, bytes):
        return genericpath._splitext(p, b'/', None, b'.')
    return genericpath._splitext(p, '/', None, '.')


def splitdrive(p):
    """Nothing and the path: there are no drives."""
    p = _path(p)
    return p[:0], p


def basename(p):
    """What is behind the last slash."""
    p = _path(p)
    return p[p.rfind(_get_sep(p)) + 1:]


def dirname(p):
    """What is before the last slash."""
    return split(p)[0]


def islink(path):
    """Whether it is a symbolic link."""
    try:
        return _posix.lstat(path).st_mode & 0xf000 == 0xa000
    except (OSError, AttributeError) + ((ValueError,) if _version >= (3,) else ()):
        return False


def lexists(path):
    """Whether there is a file, or a link to nowhere."""
    try:
        _posix.lstat(path)
    except genericpath._no_file:
        return False
    return True


def normpath(path):
    """The path without what means nothing: a//b, a/./b, a/b/.."""
    path = _path(path)
    if isinstance(path, bytes):
        slash, empty, dot, up = b'/', b'', b'.', b'..'
    else:
        slash, empty, dot, up = '/', '', '.', '..'
        if _version < (3,):  # unicode stays unicode
            slash, dot = path[:0] + slash, path[:0] + dot
    if path == empty:
        return dot
    root = 0
    if path.startswith(slash):
        # POSIX lets two slashes mean something else than one or three.
        root = 2 if path.startswith(slash * 2) and not path.startswith(slash * 3) else 1
    parts = []
    for part in path.split(slash):
        if part in (empty, dot):
            continue
        if part != up or not root and not parts or parts and parts[-1] == up:
            parts.append(part)
        elif parts:
            parts.pop()
    return slash * root + slash.join(parts) or dot


def abspath(path):
    """The normal path, from the root."""
    path = _path(path)
    if not isabs(path):
        if _version >= (3,):
            cwd = _posix.getcwdb() if isinstance(path, bytes) else _posix.getcwd()
        else:
            cwd = _posix.getcwd() if isinstance(path, bytes) else _posix.getcwdu()
        path = join(cwd, path)
    return normpath(path)
