"""Files whose names match a pattern: glob.glob('*.txt')."""

import fnmatch
import os
import re
import sys

_py3 = sys.version_info[0] == 3

__all__ = ['glob', 'iglob'] + (['escape'] if _py3 else [])

_magic = re.compile(r'[*?[]')
_magic_bytes = re.compile(br'[*?[]')


def has_magic(s):
    """Whether s has one of the characters *?[."""
    return (_magic_bytes if isinstance(s, bytes) and _py3 else _magic).search(s) is not None


def escape(pathname):
    """A pattern that matches pathname alone."""
    if isinstance(pathname, bytes):
        return re.sub(br'([*?[])', br'[\1]', pathname)
    return _magic.sub(r'[\g<0>]', pathname)


def _list(folder, join, onlydirs):
    try:
        names = os.listdir(folder or (b'.' if isinstance(folder, bytes) and _py3 else '.'))
    except (OSError, IOError):
        return []
    if onlydirs:
        names = [n for n in names if os.path.isdir(join(folder, n))]
    return names


def _hidden(name):
    return name[:1] in ('.', b'.')


def _recursive(pattern):
    return pattern in ('**', b'**')


def _walk(folder, join, onlydirs, hidden):
    """All that is below a folder."""
    for name in _list(folder, join, onlydirs):
        if hidden or not _hidden(name):
            yield name
            full = join(folder, name)
            if os.path.isdir(full):
                for below in _walk(full, join, onlydirs, hidden):
                    yield os.path.join(name, below)


def _iglob(pathname, root, recursive, onlydirs, hidden):
    def join(a, b):
        a = os.path.join(root, a) if root else a
        return os.path.join(a, b) if a else b

    folder, base = os.path.split(pathname)
    if not has_magic(pathname):
        if base:
            if os.path.lexists(join(pathname, pathname[:0]) if root else pathname):
                yield pathname
        elif os.path.isdir(join(folder, folder[:0]) if root else folder):
            yield pathname
        return
    if not folder:
        folders = [folder]
    elif folder != pathname and has_magic(folder):
        folders = _iglob(folder, root, recursive, True, hidden)
    else:
        folders = [folder]
    for f in folders:
        full = join(f, f[:0]) if root and f else (root or f)
        full = full.rstrip('/') if f and root else full
        if recursive and _recursive(base):
            if os.path.isdir(full or '.'):
                yield os.path.join(f, base[:0]) if f else base[:0]
                for name in _walk(full, os.path.join, onlydirs, hidden):
                    yield os.path.join(f, name)
        elif has_magic(base):
            names = _list(full, os.path.join, onlydirs)
            if not hidden and not _hidden(base):
                names = [n for n in names if not _hidden(n)]
            for name in fnmatch.filter(names, base):
                yield os.path.join(f, name)
        elif base:
            if os.path.lexists(os.path.join(full, base)):
                yield os.path.join(f, base)
        elif os.path.isdir(full):
            yield os.path.join(f, base)


if _py3:
    from _glob_keywords import glob, iglob
else:
    def iglob(pathname):
        """The names of the files that match, one after the other."""
        return _iglob(pathname, pathname[:0], False, False, False)

    def glob(pathname):
        """A list of the names of the files that match."""
        return list(iglob(pathname))

    del escape
