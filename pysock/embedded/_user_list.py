"""UserList: a list to derive from, which keeps its content in self.data."""

import operator as _operator
import sys

_py3 = sys.version_info[0] == 3
if _py3:
    from _collections_abc import MutableSequence
else:
    from _abcoll import MutableSequence

__name__ = 'collections' if _py3 else 'UserList'


def named(function, name, owner):
    """A function as a method of that name."""
    function.__name__ = name
    if _py3:
        function.__qualname__ = owner + '.' + name
    return function


def _call_data(name):
    def method(self, *args, **kwds):
        return getattr(self.data, name)(*args, **kwds)
    return named(method, name, 'UserList')


def _compare(name):
    compare = getattr(_operator, name)

    def method(self, other):
        return compare(self.data, other.data if isinstance(other, UserList) else other)
    return named(method, name, 'UserList')


def _list_of(values):
    if isinstance(values, UserList):
        return values.data
    return values if isinstance(values, list) else list(values)


class UserList(MutableSequence):
    """A list in self.data."""

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_list_of(initlist))

    def __repr__(self):
        return repr(self.data)

    __hash__ = None
    __len__, __contains__, __setitem__, __delitem__ = map(
        _call_data, ('__len__', '__contains__', '__setitem__', '__delitem__'))
    append, insert, pop, remove = map(_call_data, ('append', 'insert', 'pop', 'remove'))
    count, index, reverse, sort = map(_call_data, ('count', 'index', 'reverse', 'sort'))
    __lt__, __le__, __eq__ = map(_compare, ('__lt__', '__le__', '__eq__'))
    __gt__, __ge__, __ne__ = map(_compare, ('__gt__', '__ge__', '__ne__'))

    def extend(self, other):
        self.data.extend(other.data if isinstance(other, UserList) else other)

    def __iadd__(self, other):
        self.data += _list_of(other)
        return self

    def __imul__(self, n):
        self.data *= n
        return self

    def __add__(self, other):
        return self.__class__(self.data + _list_of(other))

    def __radd__(self, other):
        return self.__class__(_list_of(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    if _py3:
        clear = _call_data('clear')

        def __getitem__(self, i):
            found = self.data[i]
            return self.__class__(found) if isinstance(i, slice) else found

        def copy(self):
            return self.__class__(self)

        def __copy__(self):
            twin = self.__class__.__new__(self.__class__)
            vars(twin).update(vars(self), data=list(self.data))
            return twin
    else:
        __getitem__ = _call_data('__getitem__')

        def __cmp__(self, other):
            return cmp(self.data, other.data if isinstance(other, UserList) else other)

        def __getslice__(self, i, j):
            return self.__class__(self.data[max(i, 0):max(j, 0)])

        def __setslice__(self, i, j, other):
            self.data[max(i, 0):max(j, 0)] = _list_of(other)

        def __delslice__(self, i, j):
            del self.data[max(i, 0):max(j, 0)]
