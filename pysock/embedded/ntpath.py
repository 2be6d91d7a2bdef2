"""Paths with backslashes and drives: os.path on Windows."""

from sys import version_info as _version

import genericpath
from genericpath import (commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile,
                         samestat)
from posixpath import _path, islink, lexists, sameopenfile, samefile

__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'split', 'splitext', 'basename', 'dirname',
           'commonprefix', 'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists',
           'isdir', 'isfile', 'ismount', 'expanduser', 'normpath', 'abspath', 'samefile',
           'sameopenfile', 'samestat', 'curdir', 'pardir', 'sep', 'pathsep', 'defpath', 'altsep', 'extsep',
           'devnull', 'realpath', 'supports_unicode_filenames', 'relpath']

curdir, pardir, extsep, sep, pathsep = '.', '..', '.', '\\', ';'
defpath, altsep, devnull = '.;C:\\bin', '/', 'nul'
supports_unicode_filenames = True


def _signs(p):
    """Backslash, slash, colon, dot and two dots, in the path's own type."""
    if isinstance(p, bytes) and bytes is not str:
        return b'\\', b'/', b':', b'.', b'..'
    return '\\', '/', ':', '.', '..'


def normcase(s):
    """The path with backslashes, in small letters."""
    s = _path(s)
    back, slash = _signs(s)[:2]
    return s.replace(slash, back).lower()


def splitdrive(p):
    """The drive, or the share of a network's, and the path on it."""
    p = _path(p)
    back, slash, colon = _signs(p)[:3]
    flat = p.replace(slash, back)
    if flat[:2] == back * 2 and (_version >= (3,) or flat[2:3] != back):
        host = flat.find(back, 2)
        if host < 0:
            return (p, p[:0]) if _version >= (3,) else (p[:0], p)
        share = flat.find(back, host + 1)
        if share == host + 1 and _version < (3,):
            return p[:0], p
        return (p, p[:0]) if share < 0 else (p[:share], p[share:])
    if p[1:2] == colon:
        return p[:2], p[2:]
    return p[:0], p


def isabs(s):
    """Whether the path begins at the root of a drive."""
    s = _path(s)
    back, slash = _signs(s)[:2]
    if _version >= (3,) and s[:2].replace(slash, back) == back * 2:
        return True
    rest = splitdrive(s)[1]
    return rest[:1] != rest[:0] and rest[:1] in (back, slash)


def join(path, *paths):
    """Join parts with backslashes; one that begins at a root drops those before."""
    path = _path(path)
    back, slash, colon = _signs(path)[:3]
    try:
        if not paths:
            path[:0] + back
        drive, rest = splitdrive(path)
        for p in paths:
            p = _path(p)
            p_drive, p_rest = splitdrive(p)
            if p_rest and p_rest[:1] in (back, slash):
                drive, rest = p_drive or drive, p_rest
                continue
            if p_drive and p_drive != drive:
                if p_drive.lower() != drive.lower():
                    drive, rest = p_drive, p_rest
                    continue
                drive = p_drive
            if rest and rest[-1:] not in (back, slash):
                rest += back
            rest += p_rest
        if rest and rest[:1] not in (back, slash) and drive and drive[-1:] != colon:
            return drive + back + rest
        return drive + rest
    except (TypeError, AttributeError):
        if _version >= (3,):
            genericpath._check_arg_types('join', path, *paths)
        raise


def split(p):
    """The folder and the name in it; the name is empty behind a final slash."""
    p = _path(p)
    back, slash = _signs(p)[:2]
    drive, rest = splitdrive(p)
    i = max(rest.rfind(back), rest.rfind(slash)) + 1
    head, tail = rest[:i], rest[i:]
    return drive + (head.rstrip(back + slash) or head), tail


def splitext(p):
    """The path without its extension, and that."""
    p = _path(p)
    back, slash, _, dot, _ = _signs(p)
    return genericpath._splitext(p, back, slash, dot)


def basename(p):
    """What is behind the last slash."""
    return split(p)[1]


def dirname(p):
    """What is before the last slash."""
    return split(p)[0]


def ismount(path):
    """Whether the path is the root of a drive or share."""
    path = _path(path)
    drive, rest = splitdrive(abspath(path))
    return bool(drive) and (not rest or rest in _signs(path)[:2])


def normpath(path):
    """The path without what means nothing: a\\\\b, a\\.\\b, a\\b\\.."""
    path = _path(path)
    back, slash, _, dot, up = _signs(path)
    path = path.replace(slash, back)
    drive, rest = splitdrive(path)
    root = rest[:1] == back
    if root:
        bare = rest.lstrip(back)
        # Python 2 keeps how many there are where there is no drive.
        roots = len(rest) - len(bare) if _version < (3,) and not drive else 1
        drive, rest = drive + back * roots, bare
    parts = []
    for part in rest.split(back):
        if not part or part == dot:
            continue
        if part != up or not root and (not parts or parts[-1] == up):
            parts.append(part)
        elif parts:
            parts.pop()
    if not drive and not parts:
        return dot
    return drive + back.join(parts)


def abspath(path):
    """The normal path, from the root of a drive."""
    path = _path(path)
    if not isabs(path) or not splitdrive(path)[0]:
        import os
        if isinstance(path, bytes):
            cwd = os.getcwdb() if _version >= (3,) else os.getcwd()
        else:
            cwd = os.getcwd() if _version >= (3,) else os.getcwdu()
        path = join(cwd, path)
    return normpath(path)


def realpath(path, **strict):
    """The absolute path; links stay as they are."""
    return abspath(path)


def relpath(path, start=None):
    """The path as seen from start. It raises ValueError across drives."""
    path = _path(path)
    back, _, _, dot, up = _signs(path)
    if not path:
        raise ValueError('no path specified')
    begin, end = abspath(dot if start is None else _path(start)), abspath(path)
    (from_drive, a), (to_drive, b) = splitdrive(begin), splitdrive(end)
    if normcase(from_drive) != normcase(to_drive):
        raise ValueError('path is on mount %r, start on mount %r' % (to_drive, from_drive))
    a, b = [[x for x in p.split(back) if x] for p in (a, b)]
    same = 0
    while same < min(len(a), len(b)) and normcase(a[same]) == normcase(b[same]):
        same += 1
    return back.join([up] * (len(a) - same) + b[same:]) or dot


def expanduser(path):
    """The path with the user's folder in the place of ~."""
    path = _path(path)
    if path[:1] != ('~' if isinstance(path, str) else b'~') or path[1:2] and path[1:2] not in _signs(path)[:2]:
        return path
    import os
    home = os.environ.get('USERPROFILE') or os.environ.get('HOMEDRIVE', '') + os.environ.get('HOMEPATH', '')
    if not home:
        return path
    return (home if isinstance(path, str) else os.fsencode(home)) + path[1:]
