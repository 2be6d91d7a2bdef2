"""Folders with all that is below them."""

from sys import version_info as _version

import posix as _posix
from errno import EEXIST as _EEXIST
from os.path import exists as _exists, isdir as _isdir, islink as _islink, join as _join, split as _split

__name__ = 'os'


def makedirs(name, mode=0x1ff, exist_ok=False):
    """Make a folder, and those above it that aren't there."""
    head, tail = _split(name)
    if not tail:
        head, tail = _split(head)
    if head and tail and not _exists(head):
        try:
            if _version >= (3,):
                makedirs(head, exist_ok=exist_ok)
            else:
                makedirs(head, mode)
        except OSError as e:
            if e.errno != _EEXIST:  # somebody else was faster
                raise
        if tail in ('.', b'.'):
            return
    try:
        _posix.mkdir(name, mode)
    except OSError:
        if not exist_ok or not _isdir(name):
            raise


def _prune(head, tail):
    while head and tail:
        try:
            _posix.rmdir(head)
        except OSError:
            break
        head, tail = _split(head)


def removedirs(name):
    """Remove a folder, and those above it that are empty then."""
    _posix.rmdir(name)
    head, tail = _split(name)
    if not tail:
        head, tail = _split(head)
    _prune(head, tail)


def renames(old, new):
    """Rename; make what folders the new name needs, remove those left empty."""
    head, tail = _split(new)
    if head and tail and not _exists(head):
        makedirs(head)
    _posix.rename(old, new)
    head, tail = _split(old)
    if head and tail:
        _prune(head, tail)


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Yield (folder, names of folders in it, names of other files), for all folders below top."""
    if _version >= (3,):
        top = _posix.fspath(top)
    try:
        names = _posix.listdir(top)
    except OSError as e:
        if onerror is not None:
            onerror(e)
        return
    dirs, files = [], []
    for name in names:
        (dirs if _isdir(_join(top, name)) else files).append(name)
    if topdown:
        yield top, dirs, files
    for name in dirs:
        below = _join(top, name)
        if followlinks or not _islink(below):
            for found in walk(below, topdown, onerror, followlinks):
                yield found
    if not topdown:
        yield top, dirs, files


def fwalk(top='.', topdown=True, onerror=None, **options):
    """As walk, with a descriptor of the folder as a fourth element."""
    follow, dir_fd = options.get('follow_symlinks', False), options.get('dir_fd')
    try:
        if not follow and _posix.stat(top, dir_fd=dir_fd, follow_symlinks=False).st_mode & 0xf000 != 0x4000:
            return
        fd = _posix.open(top, _posix.O_RDONLY | _posix.O_NONBLOCK, dir_fd=dir_fd)
    except OSError as e:
        if dir_fd is not None and onerror is not None:
            onerror(e)
            return
        raise
    try:
        for found in _fwalk(fd, top, isinstance(top, bytes), topdown, onerror, follow):
            yield found
    finally:
        _posix.close(fd)


def _fwalk(fd, top, as_bytes, topdown, onerror, follow):
    names = _posix.listdir(fd)
    if as_bytes:
        names = [n.encode('utf-8', 'surrogateescape') for n in names]
    dirs, files = [], []
    for name in names:
        try:
            isdir = _posix.stat(name, dir_fd=fd).st_mode & 0xf000 == 0x4000
        except OSError:
            isdir = False
        (dirs if isdir else files).append(name)
    if topdown:
        yield top, dirs, files, fd
    for name in dirs:
        try:
            before = _posix.stat(name, dir_fd=fd, follow_symlinks=follow)
            if before.st_mode & 0xf000 != 0x4000:
                continue
            below = _posix.open(name, _posix.O_RDONLY | _posix.O_NONBLOCK, dir_fd=fd)
        except OSError as e:
            if onerror is not None:
                onerror(e)
            continue
        try:
            for found in _fwalk(below, _join(top, name), as_bytes, topdown, onerror, follow):
                yield found
        finally:
            _posix.close(below)
    if not topdown:
        yield top, dirs, files, fd
