"""The abstract base classes that both Pythons have: those of _abcoll in
Python 2, most of collections.abc in Python 3."""

from abc import ABCMeta, abstractmethod
from _abc import _check_methods
import sys

_py3 = sys.version_info[0] == 3

__name__ = 'collections.abc' if _py3 else '_abcoll'
__all__ = ['Hashable', 'Iterable', 'Iterator', 'Sized', 'Container', 'Callable', 'Set', 'MutableSet', 'Mapping',
           'MutableMapping', 'MappingView', 'KeysView', 'ItemsView', 'ValuesView', 'Sequence', 'MutableSequence']


def abstract(methods='', bases=None):
    """Makes the decorated class an abstract one. If it names methods, whoever has
    all of them counts as a subclass."""
    names = methods.split()

    def rebuild(cls):
        body = dict(cls.__dict__)
        slots = body.setdefault('__slots__', ()) if _py3 else ()
        for name in slots + ('__dict__', '__weakref__'):
            body.pop(name, None)
        if names:
            def __subclasshook__(asked, C):
                return _check_methods(C, *names) if asked is made else NotImplemented
            body['__subclasshook__'] = classmethod(__subclasshook__)
        made = ABCMeta(cls.__name__, bases or cls.__bases__, body)
        return made
    return rebuild


if _py3:
    subscriptable = classmethod(type(list[int]))

# Stands for an argument that wasn't given, and for an item that isn't there.
_nothing = object()


def _same(a, b):
    return a is b or a == b


def _none_left():
    error = KeyError()
    if _py3:
        error.__suppress_context__ = True
    return error


def _repeat_until(error, remove):
    try:
        while True:
            remove()
    except error:
        pass


@abstract('__hash__')
class Hashable(object):
    @abstractmethod
    def __hash__(self):
        return 0


@abstract('__iter__')
class Iterable(object):
    @abstractmethod
    def __iter__(self):
        return iter(())

    if _py3:
        __class_getitem__ = subscriptable


@abstract('__iter__ __next__' if _py3 else '__iter__ next')
class Iterator(Iterable):
    if _py3:
        @abstractmethod
        def __next__(self):
            """The item that comes next; at the end, StopIteration."""
            raise StopIteration
    else:
        @abstractmethod
        def next(self):
            """The item that comes next; at the end, StopIteration."""
            raise StopIteration

    def __iter__(self):
        return self


@abstract('__len__')
class Sized(object):
    @abstractmethod
    def __len__(self):
        return 0


@abstract('__contains__')
class Container(object):
    @abstractmethod
    def __contains__(self, x):
        return False

    if _py3:
        __class_getitem__ = subscriptable


@abstract('__call__')
class Callable(object):
    @abstractmethod
    def __call__(self, *args, **kwds):
        return False


# Python 2 has no classes between these and the sets, mappings and sequences.
_collection = _ordered = Sized, Iterable, Container

if _py3:
    @abstract('__reversed__ __iter__')
    class Reversible(Iterable):
        @abstractmethod
        def __reversed__(self):
            return iter(())

    @abstract('__len__ __iter__ __contains__')
    class Collection(Sized, Iterable, Container):
        pass

    _collection, _ordered = (Collection,), (Reversible, Collection)


def _with(kind):
    """Makes an operator refuse an operand that isn't of a kind."""
    def limit(operator):
        def method(self, other):
            return operator(self, other) if isinstance(other, kind()) else NotImplemented
        method.__name__ = operator.__name__
        if _py3:
            method.__qualname__ = operator.__qualname__
        return method
    return limit


_with_set, _with_iterable, _with_mapping = _with(lambda: Set), _with(lambda: Iterable), _with(lambda: Mapping)


def _as_set(self, other):
    return other if isinstance(other, Set) else self._from_iterable(other)


@abstract(bases=_collection)
class Set(object):
    """A set: an iterable container with a size. A class must define
    __contains__, __iter__ and __len__, and _from_iterable if its constructor
    doesn't take an iterable. One that is quicker in __le__ and __ge__ need not
    define the other comparisons."""

    @_with_set
    def __le__(self, other):
        return len(self) <= len(other) and all(value in other for value in self)

    @_with_set
    def __ge__(self, other):
        return len(other) <= len(self) and all(value in self for value in other)

    @_with_set
    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other)

    @_with_set
    def __gt__(self, other):
        return len(other) < len(self) and self.__ge__(other)

    @_with_set
    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other)

    if not _py3:
        def __ne__(self, other):
            return not self == other

    __hash__ = None

    @classmethod
    def _from_iterable(cls, it):
        """What the operators make their results by."""
        return cls(it)

    @_with_iterable
    def __and__(self, other):
        return self._from_iterable(value for value in other if value in self)

    @_with_iterable
    def __or__(self, other):
        return self._from_iterable(value for part in (self, other) for value in part)

    @_with_iterable
    def __sub__(self, other):
        others = _as_set(self, other)
        return self._from_iterable(value for value in self if value not in others)

    @_with_iterable
    def __rsub__(self, other):
        others = _as_set(self, other)
        return self._from_iterable(value for value in others if value not in self)

    @_with_iterable
    def __xor__(self, other):
        others = _as_set(self, other)
        return (self - others) | (others - self)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def isdisjoint(self, other):
        """Whether no element is in both."""
        return all(value not in self for value in other)

    def _hash(self):
        """The hash of a set that doesn't change, equal to that of a frozenset
        with the same elements."""
        return hash(frozenset(self))


@abstract()
class MutableSet(Set):
    """A set that changes. A class must define add and discard as well."""

    @abstractmethod
    def add(self, value):
        """Add an element."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Remove an element, if it is there."""
        raise NotImplementedError

    def remove(self, value):
        """Remove an element. Raises KeyError if it isn't there."""
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        """Remove and return an element. Raises KeyError if there is none."""
        value = next(iter(self), _nothing)
        if value is _nothing:
            raise _none_left()
        self.discard(value)
        return value

    def clear(self):
        """Remove all elements."""
        _repeat_until(KeyError, self.pop)

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
        else:
            for value in it:
                self.discard(value)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
        else:
            for value in _as_set(self, it):
                (self.discard if value in self else self.add)(value)
        return self


@abstract(bases=_collection)
class Mapping(object):
    """What maps keys to values. A class must define __getitem__, __iter__ and
    __len__."""

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        """The value of a key, or else the default."""
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        else:
            return True

    if _py3:
        def keys(self):
            """A set that shows the keys."""
            return KeysView(self)

        def items(self):
            """A set that shows the pairs of key and value."""
            return ItemsView(self)

        def values(self):
            """A collection that shows the values."""
            return ValuesView(self)

        __reversed__ = None
    else:
        def iterkeys(self):
            """Iterate over the keys."""
            return iter(self)

        def itervalues(self):
            """Iterate over the values."""
            return (self[key] for key in self)

        def iteritems(self):
            """Iterate over the pairs of key and value."""
            return ((key, self[key]) for key in self)

        def keys(self):
            """A list of the keys."""
            return list(self)

        def items(self):
            """A list of the pairs of key and value."""
            return [(key, self[key]) for key in self]

        def values(self):
            """A list of the values."""
            return [self[key] for key in self]

        def __ne__(self, other):
            return not self == other

    @_with_mapping
    def __eq__(self, other):
        return dict(self.items()) == dict(other.items())

    __hash__ = None


@abstract()
class MappingView(Sized):
    if _py3:
        __slots__ = ('_mapping',)
        __class_getitem__ = subscriptable

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, self._mapping)


def _builtin_set(cls, it):
    return set(it)


@abstract()
class KeysView(MappingView, Set):
    _from_iterable = classmethod(_builtin_set)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        for key in self._mapping:
            yield key


@abstract()
class ItemsView(MappingView, Set):
    _from_iterable = classmethod(_builtin_set)

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return _same(found, value)

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


@abstract(bases=(MappingView, Collection) if _py3 else None)
class ValuesView(MappingView):
    def __contains__(self, value):
        return any(_same(found, value) for found in self)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


def set_items(self, other, named):
    """What update does: set the items of a mapping, of an iterable of pairs, and
    by name."""
    keys = other if isinstance(other, Mapping) else other.keys() if hasattr(other, 'keys') else None
    for key, value in other if keys is None else ((key, other[key]) for key in keys):
        self[key] = value
    for key in named:
        self[key] = named[key]


@abstract()
class MutableMapping(Mapping):
    """A mapping that changes. A class must define __setitem__ and __delitem__
    as well."""

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_nothing):
        """Remove a key and return its value, or the default. Raises KeyError if
        there is neither."""
        try:
            value = self[key]
        except KeyError:
            if default is not _nothing:
                return default
            raise
        del self[key]
        return value

    def popitem(self):
        """Remove and return a pair. Raises KeyError if there is none."""
        key = next(iter(self), _nothing)
        if key is _nothing:
            raise _none_left()
        pair = key, self[key]
        del self[key]
        return pair

    def clear(self):
        """Remove all."""
        _repeat_until(KeyError, self.popitem)

    if not _py3:
        def update(*args, **kwds):
            """Set the items of a mapping, of an iterable of pairs, and by name."""
            if not args:
                raise TypeError("update() takes at least 1 argument (0 given)")
            if len(args) > 2:
                raise TypeError("update() takes at most 2 arguments (%d given)" % len(args))
            set_items(args[0], args[1] if len(args) == 2 else (), kwds)

    def setdefault(self, key, default=None):
        """Return the value of a key, which is set if it isn't there."""
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default


@abstract(bases=_ordered)
class Sequence(object):
    """A sequence. A class must define __getitem__ and __len__."""

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        index = 0
        try:
            while True:
                yield self[index]
                index += 1
        except IndexError:
            pass

    def __reversed__(self):
        for index in range(len(self) - 1, -1, -1):
            yield self[index]

    def __contains__(self, value):
        return any(_same(item, value) for item in self)

    def count(self, value):
        """How many items equal a value."""
        return len([item for item in self if _same(item, value)])

    if _py3:
        def index(self, value, start=0, stop=None):
            """Return the first position of a value. Raises ValueError if it isn't
            there."""
            if start is not None and start < 0:
                start = max(0, len(self) + start)
            if stop is not None and stop < 0:
                stop += len(self)
            while stop is None or start < stop:
                try:
                    item = self[start]
                except IndexError:
                    break
                if _same(item, value):
                    return start
                start += 1
            raise ValueError
    else:
        def index(self, value):
            """Return the first position of a value. Raises ValueError if it isn't
            there."""
            for index, item in enumerate(self):
                if _same(item, value):
                    return index
            raise ValueError


@abstract()
class MutableSequence(Sequence):
    """A sequence that changes. A class must define __setitem__, __delitem__ and
    insert as well."""

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Put a value before the one at an index."""
        raise IndexError

    def append(self, value):
        """Put a value at the end."""
        self.insert(len(self), value)

    def extend(self, values):
        """Put some values at the end."""
        for value in list(values) if values is self else values:
            self.append(value)

    def reverse(self):
        """Turn the order round."""
        low, high = 0, len(self) - 1
        while low < high:
            self[low], self[high] = self[high], self[low]
            low, high = low + 1, high - 1

    if _py3:
        def clear(self):
            """Remove all items."""
            _repeat_until(IndexError, self.pop)

    def pop(self, index=-1):
        """Remove and return an item. Raises IndexError if it isn't there."""
        item = self[index]
        del self[index]
        return item

    def remove(self, value):
        """Remove the first item with a value. Raises ValueError."""
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


Set.register(frozenset)
MutableSet.register(set)
MutableMapping.register(dict)
MutableSequence.register(list)
