"""A string to derive from, which keeps its text in self.data; and one that can change."""

import collections
import sys

__all__ = ['UserString', 'MutableString']


def _plain(value):
    return value.data if isinstance(value, UserString) else value


class UserString(collections.Sequence):
    """A str or unicode in self.data."""

    def __init__(self, seq):
        if isinstance(seq, UserString):
            self.data = seq.data[:]
        else:
            self.data = seq if isinstance(seq, basestring) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __hash__(self):
        return hash(self.data)

    def __cmp__(self, other):
        return cmp(self.data, _plain(other))

    def __contains__(self, char):
        return char in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __getslice__(self, start, end):
        return self.__class__(self.data[max(start, 0):max(end, 0)])

    def __add__(self, other):
        other = _plain(other)
        return self.__class__(self.data + (other if isinstance(other, basestring) else str(other)))

    def __radd__(self, other):
        return self.__class__((other if isinstance(other, basestring) else str(other)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def count(self, sub, start=0, end=sys.maxint):
        return self.data.count(_plain(sub), start, end)

    def find(self, sub, start=0, end=sys.maxint):
        return self.data.find(_plain(sub), start, end)

    def index(self, sub, start=0, end=sys.maxint):
        return self.data.index(_plain(sub), start, end)

    def decode(self, *args):
        return self.__class__(self.data.decode(*args))

    def encode(self, *args):
        return self.__class__(self.data.encode(*args))


def _add_methods():
    """The methods of strings: those that make a string, and the others."""
    def passing(name, wraps):
        def method(self, *args):
            result = getattr(self.data, name)(*[_plain(a) for a in args])
            return self.__class__(result) if wraps else result
        method.__name__ = name
        return method

    for name in ('capitalize center expandtabs ljust lower lstrip replace rjust rstrip strip swapcase title '
                 'translate upper zfill').split():
        setattr(UserString, name, passing(name, True))
    names = ('endswith isalnum isalpha isdecimal isdigit islower isnumeric isspace istitle isupper join partition '
             'rfind rindex rpartition rsplit split splitlines startswith __int__ __long__ __float__ __complex__')
    for name in names.split():
        setattr(UserString, name, passing(name, False))
    for name, kind in ('__int__', int), ('__long__', long), ('__float__', float), ('__complex__', complex):
        setattr(UserString, name, lambda self, kind=kind: kind(self.data))


_add_methods()


class MutableString(UserString, collections.MutableSequence):
    """A string whose characters can be changed in place. Build lists and join them instead."""

    def __init__(self, string=''):
        from warnings import warnpy3k
        warnpy3k('the class UserString.MutableString has been removed in Python 3.0', stacklevel=2)
        self.data = string

    __hash__ = None

    def __setitem__(self, index, sub):
        if isinstance(index, slice):
            sub = _plain(sub)
            first, last, backwards = self._part(index, 'assignment')
            sub = sub if isinstance(sub, basestring) else str(sub)
            self.data = self.data[:first] + (sub[::-1] if backwards else sub) + self.data[last:]
            return
        if index < 0:
            index += len(self.data)
        if not 0 <= index < len(self.data):
            raise IndexError
        self.data = self.data[:index] + sub + self.data[index + 1:]

    def __delitem__(self, index):
        if isinstance(index, slice):
            first, last, _ = self._part(index, 'deletion')
            self.data = self.data[:first] + self.data[last:]
            return
        if index < 0:
            index += len(self.data)
        if not 0 <= index < len(self.data):
            raise IndexError
        self.data = self.data[:index] + self.data[index + 1:]

    def _part(self, index, what):
        """Where the part that a slice means begins and ends, and whether it is to be read from its end."""
        start, stop, step = index.indices(len(self.data))
        if step not in (1, -1):
            raise TypeError('invalid step in slicing ' + what)
        if step == -1:
            start, stop = stop + 1, start + 1
        return min(start, stop), stop, step == -1

    def __setslice__(self, start, end, sub):
        sub = _plain(sub)
        start = max(start, 0)
        self.data = self.data[:start] + (sub if isinstance(sub, basestring) else str(sub)) + self.data[max(end, 0):]

    def __delslice__(self, start, end):
        self.data = self.data[:max(start, 0)] + self.data[max(end, 0):]

    def immutable(self):
        """A UserString of the same text."""
        return UserString(self.data)

    def __iadd__(self, other):
        other = _plain(other)
        self.data += other if isinstance(other, basestring) else str(other)
        return self

    def __imul__(self, n):
        self.data *= n
        return self

    def insert(self, index, value):
        self[index:index] = value
