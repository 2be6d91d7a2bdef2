"""os.environ of Python 3, and names as bytes and as text."""

from _collections_abc import Mapping, MutableMapping

import posix as _posix

__name__ = 'os'


def fsencode(filename):
    """A name as bytes."""
    filename = _posix.fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    """A name as text."""
    filename = _posix.fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


class _Environ(MutableMapping):
    """The variables of the environment; what changes here changes there."""

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self.encodekey, self.decodekey = encodekey, decodekey
        self.encodevalue, self.decodevalue = encodevalue, decodevalue
        self._data = data

    def __getitem__(self, key):
        value = self._data.get(self.encodekey(key))
        if value is None:
            raise KeyError(key) from None
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        encoded, value = self.encodekey(key), self.encodevalue(value)
        _posix.putenv(encoded, value)
        self._data[encoded] = value

    def __delitem__(self, key):
        encoded = self.encodekey(key)
        _posix.unsetenv(encoded)
        if self._data.pop(encoded, None) is None:
            raise KeyError(key) from None

    def __iter__(self):
        return map(self.decodekey, list(self._data))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        shown = ', '.join('%r: %r' % (self.decodekey(k), self.decodevalue(v)) for k, v in self._data.items())
        return 'environ({%s})' % shown

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        return {**self, **other} if isinstance(other, Mapping) else NotImplemented

    def __ror__(self, other):
        return {**other, **self} if isinstance(other, Mapping) else NotImplemented


def _text(value):
    if not isinstance(value, str):
        raise TypeError('str expected, not %s' % type(value).__name__)
    return value.encode('utf-8', 'surrogateescape')


def _bytes(value):
    if not isinstance(value, bytes):
        raise TypeError('bytes expected, not %s' % type(value).__name__)
    return value


environ = _Environ(_posix.environ, _text, fsdecode, _text, fsdecode)
environb = _Environ(environ._data, _bytes, _bytes, _bytes, _bytes)


def getenvb(key, default=None):
    """The value of a variable as bytes, or default."""
    return environb.get(key, default)
