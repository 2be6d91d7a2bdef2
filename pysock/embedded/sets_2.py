"""Sets, as they were before set was built in."""

import warnings

warnings.warn("the sets module is deprecated", DeprecationWarning, stacklevel=2)

__all__ = ["BaseSet", "Set", "ImmutableSet"]


class BaseSet(object):
    """What both kinds of sets have in common."""

    __slots__ = ["_data"]

    def __init__(self):
        if self.__class__ is BaseSet:
            raise TypeError("BaseSet is an abstract class.  Use Set or ImmutableSet.")

    # The elements are kept in the keys of a dict, as scripts have come to know.

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return self._repr()

    __str__ = __repr__

    def _repr(self, sorted=False):
        elements = list(self._data)
        if sorted:
            elements.sort()
        return "%s(%r)" % (self.__class__.__name__, elements)

    def __iter__(self):
        return iter(self._data)

    def __cmp__(self, other):
        raise TypeError("can't compare sets using cmp()")

    def __eq__(self, other):
        return isinstance(other, BaseSet) and self._data == other._data

    def __ne__(self, other):
        return not self == other

    def copy(self):
        """A set of the same elements."""
        result = self.__class__()
        result._data.update(self._data)
        return result

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        result = self.__class__()
        memo[id(self)] = result
        for element in self._data:
            result._data[deepcopy(element, memo)] = True
        return result

    def _made(self, elements):
        result = self.__class__()
        result._data.update(dict.fromkeys(elements, True))
        return result

    def union(self, other):
        """What is in either set."""
        result = self._made(self._data)
        result._update(other)
        return result

    def intersection(self, other):
        """What is in both sets."""
        other = _Elements(other)
        return self._made([e for e in self._data if e in other.data])

    def symmetric_difference(self, other):
        """What is in one set only."""
        data = _Elements(other).data
        return self._made([e for e in self._data if e not in data] + [e for e in data if e not in self._data])

    def difference(self, other):
        """What is not in the other set."""
        other = _Elements(other)
        return self._made([e for e in self._data if e not in other.data])

    def _operator(name):
        def operate(self, other):
            if not isinstance(other, BaseSet):
                return NotImplemented
            return getattr(self, name)(other)
        return operate

    __or__, __and__ = _operator("union"), _operator("intersection")
    __xor__, __sub__ = _operator("symmetric_difference"), _operator("difference")
    del _operator

    def __contains__(self, element):
        try:
            return element in self._data
        except TypeError:
            frozen = getattr(element, "__as_temporarily_immutable__", None)
            if frozen is None:
                raise
            return frozen() in self._data

    def issubset(self, other):
        """Whether the other set has all elements of this one."""
        self._binary_sanity_check(other)
        return len(self) <= len(other) and all(e in other._data for e in self._data)

    def issuperset(self, other):
        """Whether this set has all elements of the other one."""
        self._binary_sanity_check(other)
        return other.issubset(self)

    __le__, __ge__ = issubset, issuperset

    def __lt__(self, other):
        self._binary_sanity_check(other)
        return len(self) < len(other) and self.issubset(other)

    def __gt__(self, other):
        self._binary_sanity_check(other)
        return len(self) > len(other) and self.issuperset(other)

    __hash__ = None

    def _binary_sanity_check(self, other):
        if not isinstance(other, BaseSet):
            raise TypeError("Binary operation only permitted between sets")

    def _compute_hash(self):
        result = 0
        for element in self._data:
            result ^= hash(element)
        return result

    def _update(self, iterable):
        for element in iterable:
            try:
                self._data[element] = True
            except TypeError:
                frozen = getattr(element, "__as_immutable__", None)
                if frozen is None:
                    raise
                self._data[frozen()] = True


class _Elements(object):
    """The elements of a set or of any iterable, as the keys of a dict."""

    def __init__(self, other):
        self.data = other._data if isinstance(other, BaseSet) else Set(other)._data


class ImmutableSet(BaseSet):
    """A set that can't change, and so may be in sets."""

    __slots__ = ["_hashcode"]

    def __init__(self, iterable=None):
        self._hashcode = None
        self._data = {}
        if iterable is not None:
            self._update(iterable)

    def __hash__(self):
        if self._hashcode is None:
            self._hashcode = self._compute_hash()
        return self._hashcode

    def __getstate__(self):
        return self._data, self._hashcode

    def __setstate__(self, state):
        self._data, self._hashcode = state


class Set(BaseSet):
    """A set that can change."""

    __slots__ = []

    def __init__(self, iterable=None):
        self._data = {}
        if iterable is not None:
            self._update(iterable)

    def __getstate__(self):
        return self._data,

    def __setstate__(self, data):
        self._data, = data

    def _inplace(name):
        def operate(self, other):
            self._binary_sanity_check(other)
            getattr(self, name)(other)
            return self
        return operate

    def union_update(self, other):
        """Adds what is in the other set."""
        self._update(other)

    def update(self, iterable):
        """Adds all of an iterable."""
        self._update(iterable)

    def intersection_update(self, other):
        """Keeps only what is in the other set too."""
        self._data = (self & Set(other))._data

    def symmetric_difference_update(self, other):
        """Takes out what is in the other set, and adds the rest of it."""
        self._data = self.symmetric_difference(other)._data

    def difference_update(self, other):
        """Takes out what is in the other set."""
        self._data = self.difference(other)._data

    __ior__, __iand__ = _inplace("union_update"), _inplace("intersection_update")
    __ixor__, __isub__ = _inplace("symmetric_difference_update"), _inplace("difference_update")
    del _inplace

    def clear(self):
        """Takes all elements out."""
        self._data.clear()

    def add(self, element):
        """Adds an element, a copy of it that can't change if there must be one."""
        self._update([element])

    def remove(self, element):
        """Takes an element out; KeyError if it isn't in."""
        try:
            del self._data[element]
        except TypeError:
            frozen = getattr(element, "__as_temporarily_immutable__", None)
            if frozen is None:
                raise
            del self._data[frozen()]

    def discard(self, element):
        """Takes an element out if it is in."""
        try:
            self.remove(element)
        except KeyError:
            pass

    def pop(self):
        """Takes out some element and returns it."""
        return self._data.popitem()[0]

    def __as_immutable__(self):
        return ImmutableSet(self)

    def __as_temporarily_immutable__(self):
        return _TemporarilyImmutableSet(self)


class _TemporarilyImmutableSet(BaseSet):
    """Stands for a set that is looked for in another one."""

    def __init__(self, set):
        self._data = set._data

    def __hash__(self):
        return self._compute_hash()
