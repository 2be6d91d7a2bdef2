"""Files and folders that are needed for a while."""

import errno as _errno
import os as _os
import sys as _sys
import io as _io
from random import Random as _Random

_py3 = _sys.version_info[0] == 3

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'mkstemp', 'mkdtemp', 'mktemp', 'TMP_MAX',
           'gettempprefix', 'tempdir', 'gettempdir'] + (['TemporaryDirectory', 'gettempprefixb', 'gettempdirb'] if _py3 else [])

TMP_MAX = 10000
template = 'tmp'
tempdir = None
_flags = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | getattr(_os, 'O_NOFOLLOW', 0)


class _RandomNameSequence(object):
    """Names that hardly two programs choose."""

    characters = 'abcdefghijklmnopqrstuvwxyz0123456789_'

    @property
    def rng(self):
        pid = _os.getpid()
        if pid != getattr(self, '_rng_pid', None):
            self._rng = _Random()
            self._rng_pid = pid
        return self._rng

    def __iter__(self):
        return self

    def __next__(self):
        return ''.join([self.rng.choice(self.characters) for _ in range(8 if _py3 else 6)])

    next = __next__


_names = _RandomNameSequence()


def _get_candidate_names():
    return _names


def _candidate_tempdir_list():
    dirs = [d for d in map(_os.getenv, ('TMPDIR', 'TEMP', 'TMP')) if d]
    dirs += ['/tmp', '/var/tmp', '/usr/tmp']
    try:
        dirs.append(_os.getcwd())
    except (AttributeError, OSError):
        dirs.append(_os.curdir)
    return dirs


def _get_default_tempdir():
    dirs = _candidate_tempdir_list()
    for folder in dirs:
        if folder != _os.curdir:
            folder = _os.path.abspath(folder)
        for _ in range(100):
            name = _os.path.join(folder, next(_names))
            try:
                fd = _os.open(name, _flags, 0o600)
                _os.close(fd)
                _os.unlink(name)
                return folder
            except (OSError, IOError) as e:
                if e.errno != _errno.EEXIST:
                    break
    raise (FileNotFoundError if _py3 else IOError)(_errno.ENOENT, 'No usable temporary directory found in %s' % dirs)


def gettempdir():
    """The folder for files that are needed for a while."""
    global tempdir
    if tempdir is None:
        tempdir = _get_default_tempdir()
    return tempdir


def gettempprefix():
    """What the names begin with."""
    return template


def gettempdirb():
    return _os.fsencode(gettempdir())


def gettempprefixb():
    return _os.fsencode(template)


def _sanitize(prefix, suffix, dir):
    kinds = set(type(v) for v in (prefix, suffix, dir) if v is not None and isinstance(v, (bytes, str)))
    if _py3 and len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    raw = _py3 and bytes in kinds
    if prefix is None:
        prefix = gettempprefixb() if raw else template
    if suffix is None:
        suffix = b'' if raw else ''
    if dir is None:
        dir = gettempdirb() if raw else gettempdir()
    return prefix, suffix, _os.fspath(dir) if _py3 else dir


def _tries(prefix, suffix, dir, make, what):
    """make(name), with one name after another until there is no file of that name."""
    for _ in range(TMP_MAX):
        name = next(_names)
        if _py3 and isinstance(prefix, bytes):
            name = _os.fsencode(name)
        name = _os.path.join(dir, prefix + name + suffix)
        try:
            result = make(name)
        except (OSError, IOError) as e:
            if e.errno == _errno.EEXIST:
                continue
            raise
        return result, _os.path.abspath(name)
    raise (FileExistsError if _py3 else IOError)(_errno.EEXIST, 'No usable temporary %s name found' % what)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Make and open a file: (descriptor, name). Who calls removes it."""
    prefix, suffix, dir = _sanitize(prefix, suffix, dir)
    return _tries(prefix, suffix, dir, lambda name: _os.open(name, _flags, 0o600), 'file')


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Make a folder. Who calls removes it."""
    prefix, suffix, dir = _sanitize(prefix, suffix, dir)
    return _tries(prefix, suffix, dir, lambda name: _os.mkdir(name, 0o700), 'directory')[1]


def mktemp(suffix='', prefix=template, dir=None):
    """A name that no file has now: mkstemp() is safer."""
    if dir is None:
        dir = gettempdir()
    for _ in range(TMP_MAX):
        name = _os.path.join(dir, prefix + next(_names) + suffix)
        if not _os.path.lexists(name):
            return name
    raise (FileExistsError if _py3 else IOError)(_errno.EEXIST, 'No usable temporary filename found')


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete
        self.close_called = False

    def __getattr__(self, name):
        value = getattr(self.__dict__['file'], name)
        return value

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self.close()
        return result

    def close(self):
        if not self.close_called:
            self.close_called = True
            try:
                self.file.close()
            finally:
                if self.delete:
                    _os.unlink(self.name)

    def __del__(self):
        if not self.__dict__.get('close_called', True):
            self.close()

    def __iter__(self):
        for line in self.file:
            yield line


def NamedTemporaryFile(mode='w+b', *args, **kwargs):
    """Make and open a file that has a name, and is removed when it is closed:
    (mode, buffering, encoding, newline, suffix, prefix, dir, delete, errors); in
    Python 2 (mode, bufsize, suffix, prefix, dir, delete)."""
    o = _options(mode, args, kwargs, True)
    fd, name = mkstemp(o.get('suffix'), o.get('prefix'), o.get('dir'))
    try:
        return _TemporaryFileWrapper(_fdopen(fd, mode, o), name, o.get('delete', True))
    except BaseException:
        _os.unlink(name)
        _os.close(fd)
        raise


def TemporaryFile(mode='w+b', *args, **kwargs):
    """Make and open a file without a name."""
    o = _options(mode, args, kwargs, False)
    fd, name = mkstemp(o.get('suffix'), o.get('prefix'), o.get('dir'))
    try:
        _os.unlink(name)
        return _fdopen(fd, mode, o)
    except BaseException:
        _os.close(fd)
        raise


def _options(mode, args, kwargs, named):
    names = ['buffering', 'encoding', 'newline'] if _py3 else ['bufsize']
    names += ['suffix', 'prefix', 'dir'] + (['delete'] if named else [])
    if len(args) > len(names):
        raise TypeError('takes from 0 to %d positional arguments but %d were given' % (len(names) + 1, len(args) + 1))
    o = dict(zip(names, args))
    for name in kwargs:
        if name not in names and not (_py3 and name == 'errors'):
            raise TypeError("%s() got an unexpected keyword argument '%s'" % (
                'NamedTemporaryFile' if named else 'TemporaryFile', name))
    o.update(kwargs)
    return o


def _fdopen(fd, mode, o):
    if not _py3:
        return _os.fdopen(fd, mode, o.get('bufsize', -1))
    return _io.open(fd, mode, o.get('buffering', -1), o.get('encoding'), o.get('errors'), o.get('newline'))


class SpooledTemporaryFile(object):
    """A file that is in memory until it is longer than max_size."""

    if _py3:
        __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, max_size=0, mode='w+b', *args, **kwargs):
        o = _options(mode, args, kwargs, False)
        if not _py3:
            from cStringIO import StringIO
            self._file = StringIO()
        elif 'b' in mode:
            self._file = _io.BytesIO()
        else:
            self._file = _io.TextIOWrapper(_io.BytesIO(), encoding=o.get('encoding') or 'utf-8', errors=o.get('errors'),
                                           newline=o.get('newline'), write_through=True)
        self._max_size = max_size
        self._rolled = False
        self._mode = mode
        self._args = args, kwargs

    def _check(self):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        """Go on with a file on the disk."""
        if self._rolled:
            return
        old = self._file
        new = self._file = TemporaryFile(self._mode, *self._args[0], **self._args[1])
        pos = old.tell()
        old.seek(0)
        new.write(old.read())
        new.seek(pos)
        self._rolled = True

    def write(self, s):
        result = self._file.write(s)
        self._check()
        return result

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if self._max_size and size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    @property
    def name(self):
        return self._file.name if self._rolled else None

    @property
    def mode(self):
        return self._mode

    def __getattr__(self, name):
        return getattr(self.__dict__['_file'], name)

    def __enter__(self):
        if self._file.closed:
            raise ValueError('Cannot enter context with closed file')
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return iter(self._file)


if _py3:
    class TemporaryDirectory:
        """A folder that is removed at the end of a with block, with all that is in it."""

        def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
            self.name = mkdtemp(suffix, prefix, dir)
            self._ignore = ignore_cleanup_errors
            self._open = True

        def __repr__(self):
            return '<%s %r>' % (self.__class__.__name__, self.name)

        def __enter__(self):
            return self.name

        def __exit__(self, exc, value, tb):
            self.cleanup()

        def cleanup(self):
            if self._open:
                self._open = False
                import shutil
                shutil.rmtree(self.name, ignore_errors=self._ignore)

        def __del__(self):
            if self.__dict__.get('_open'):
                self.cleanup()
else:
    del gettempdirb, gettempprefixb
