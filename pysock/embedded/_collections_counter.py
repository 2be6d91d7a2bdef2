"""collections.Counter."""

import sys
import itertools
from _collections import _count_elements

__name__ = 'collections'
_py2 = sys.version_info[0] == 2


class Counter(dict):
    """A dict of how many times each element comes: Counter('abca')."""

    def __init__(*args, **kwds):
        if not args:
            raise TypeError("descriptor '__init__' of 'Counter' object needs an argument")
        self = args[0]
        if len(args) > 2:
            if _py2:
                raise TypeError('expected at most 1 arguments, got %d' % (len(args) - 1))
            raise TypeError('Counter.__init__() takes from 1 to 2 positional arguments but %d were given' % len(args))
        dict.__init__(self)
        self.update(*args[1:], **kwds)

    def __missing__(self, key):
        return 0

    def most_common(self, n=None):
        """The n commonest elements with their counts, the commonest first."""
        if n is None:
            return sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        import heapq
        return heapq.nlargest(n, self.items(), key=lambda pair: pair[1])

    def elements(self):
        """Each element as many times as its count."""
        pairs = self.iteritems() if hasattr(self, 'iteritems') else self.items()
        return itertools.chain.from_iterable(itertools.starmap(itertools.repeat, pairs))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            'Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def _count(self, iterable, kwds, mapping, elements):
        if iterable is not None:
            (mapping if _is_mapping(iterable) else elements)(self, iterable)
        if kwds:
            mapping(self, kwds)

    def _add_counts(self, mapping):
        if not self:
            dict.update(self, mapping)
            return
        get = self.get
        for elem, count in mapping.items():
            self[elem] = get(elem, 0) + count if _py2 else count + get(elem, 0)

    def _subtract_counts(self, mapping):
        get = self.get
        for elem, count in mapping.items():
            self[elem] = get(elem, 0) - count

    def _subtract_elements(self, iterable):
        get = self.get
        for elem in iterable:
            self[elem] = get(elem, 0) - 1

    def update(*args, **kwds):
        """Add the elements of an iterable, or the counts of a mapping."""
        self, iterable = _self_and_iterable('update', args)
        self._count(iterable, kwds, Counter._add_counts, _count_elements)

    def subtract(*args, **kwds):
        """Subtract them; counts may go below zero."""
        self, iterable = _self_and_iterable('subtract', args)
        self._count(iterable, kwds, Counter._subtract_counts, Counter._subtract_elements)

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        if elem in self:
            dict.__delitem__(self, elem)

    def __repr__(self):
        if not self:
            return '%s()' % self.__class__.__name__
        try:
            pairs = self.most_common()
        except TypeError:
            return '%s(%s)' % (self.__class__.__name__, dict.__repr__(self))
        return '%s({%s})' % (self.__class__.__name__, ', '.join(['%r: %r' % p for p in pairs]))

    def _combined(self, other, both, alone=None):
        """The positive counts that both() makes of the counts of what is in self, and
        those of what is in other alone: alone() returns None for none."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            n = both(count, other[elem])
            if n > 0:
                result[elem] = n
        if alone:
            for elem, count in other.items():
                if elem not in self:
                    n = alone(count)
                    if n is not None:
                        result[elem] = n
        return result

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b, _positive)

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b, _negated)

    def __or__(self, other):
        return self._combined(other, lambda a, b: b if a < b else a, _positive)

    def __and__(self, other):
        return self._combined(other, lambda a, b: a if a < b else b)

    if not _py2:
        def total(self):
            """The sum of the counts."""
            return sum(self.values())

        def __eq__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return all(self[e] == other[e] for c in (self, other) for e in c)

        def __ne__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return not self == other

        __hash__ = None

        def __le__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return all(self[e] <= other[e] for c in (self, other) for e in c)

        def __lt__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return self <= other and self != other

        def __ge__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return all(self[e] >= other[e] for c in (self, other) for e in c)

        def __gt__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return self >= other and self != other

        def __pos__(self):
            return self._combined(Counter(), lambda a, b: a)

        def __neg__(self):
            result = Counter()
            for elem, count in self.items():
                if count < 0:
                    result[elem] = 0 - count
            return result

        def _keep_positive(self):
            for elem in [elem for elem, count in self.items() if not count > 0]:
                del self[elem]
            return self

        def __iadd__(self, other):
            for elem, count in other.items():
                self[elem] += count
            return self._keep_positive()

        def __isub__(self, other):
            for elem, count in other.items():
                self[elem] -= count
            return self._keep_positive()

        def __ior__(self, other):
            for elem, count in other.items():
                if count > self[elem]:
                    self[elem] = count
            return self._keep_positive()

        def __iand__(self, other):
            for elem, count in list(self.items()):
                if other[elem] < count:
                    self[elem] = other[elem]
            return self._keep_positive()


def _positive(count):
    return count if count > 0 else None


def _negated(count):
    return 0 - count if count < 0 else None


def _is_mapping(v):
    if isinstance(v, dict):
        return True
    if isinstance(v, (str, list, tuple, set)):
        return False
    if _py2:
        from _abcoll import Mapping
    else:
        from _collections_abc import Mapping
    return isinstance(v, Mapping)


def _self_and_iterable(name, args):
    if not args:
        raise TypeError("descriptor '%s' of 'Counter' object needs an argument" % name)
    if len(args) > 2:
        if _py2:
            raise TypeError('expected at most 1 arguments, got %d' % (len(args) - 1))
        raise TypeError('Counter.%s() takes from 1 to 2 positional arguments but %d were given' % (name, len(args)))
    return args[0], args[1] if len(args) == 2 else None
