"""What messages of failures are made of."""

import sys

__unittest = True

_MAX_LENGTH = 80

# How much of the ends of long reprs a message keeps, see _common_shorten_repr.
_GAP = 12
_EDGE = 5
_MIN_DIFF = _MAX_LENGTH - (_EDGE + _GAP + _EDGE + _GAP + _EDGE)


def safe_repr(obj, short=False):
    """The repr of obj, whatever its __repr__ does; cut to 80 characters if short."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= _MAX_LENGTH:
        return text[:_MAX_LENGTH] + " [truncated]..."
    return text


def _shorten(text, head, tail):
    """Replaces the middle of text by how many characters it had."""
    dropped = len(text) - head - tail
    if dropped <= _GAP:
        return text
    return "%s[%d chars]%s" % (text[:head], dropped, text[len(text) - tail:])


def _common_prefix(texts):
    low, high = min(texts), max(texts)
    n = 0
    while n < len(low) and low[n] == high[n]:
        n += 1
    return low[:n]


def _common_shorten_repr(*objects):
    """The reprs of objects, shortened around what they have in common."""
    texts = [safe_repr(o) for o in objects]
    longest = max([len(t) for t in texts])
    if longest <= _MAX_LENGTH:
        return tuple(texts)
    prefix = _common_prefix(texts)
    n = len(prefix)
    room = _MAX_LENGTH - (longest - n + _EDGE + _GAP)
    if room > _EDGE:
        prefix = _shorten(prefix, _EDGE, room)
        return tuple([prefix + t[n:] for t in texts])
    prefix = _shorten(prefix, _EDGE, _EDGE)
    return tuple([prefix + _shorten(t[n:], _MIN_DIFF, _EDGE) for t in texts])


def strclass(cls):
    return "%s.%s" % (cls.__module__, getattr(cls, "__qualname__", cls.__name__))


def sorted_list_difference(expected, actual):
    """(missing, unexpected): what only one of two sorted lists has."""
    i = j = 0
    missing, unexpected = [], []
    while i < len(expected) and j < len(actual):
        e, a = expected[i], actual[j]
        if e < a:
            missing.append(e)
        elif e > a:
            unexpected.append(a)
        if not e > a:
            while i < len(expected) and expected[i] == e:
                i += 1
        if not e < a:
            while j < len(actual) and actual[j] == a:
                j += 1
    return missing + list(expected[i:]), unexpected + list(actual[j:])


def unorderable_list_difference(expected, actual, ignore_case=False):
    """The same for lists whose elements have no order; both are used up."""
    missing = []
    while expected:
        item = expected.pop()
        try:
            actual.remove(item)
        except ValueError:
            missing.append(item)
        if ignore_case:
            for rest in expected, actual:
                while item in rest:
                    rest.remove(item)
    return missing, actual


def three_way_cmp(x, y):
    return (x > y) - (x < y)


class Mismatch(tuple):
    """How often an element occurs: (actual, expected, value)."""

    __slots__ = ()

    actual = property(lambda self: self[0])
    expected = property(lambda self: self[1])
    value = property(lambda self: self[2])

    def __new__(cls, actual, expected, value):
        return tuple.__new__(cls, (actual, expected, value))

    def __repr__(self):
        return "Mismatch(actual=%r, expected=%r, value=%r)" % tuple(self)


_Mismatch = Mismatch


def _count_diff_hashable(actual, expected):
    """Mismatches of how often elements occur in two iterables."""
    counts, order = {}, []
    for side, elements in enumerate((actual, expected)):
        for e in elements:
            if e not in counts:
                counts[e] = [0, 0]
                order.append(e)
            counts[e][side] += 1
    return [_Mismatch(counts[e][0], counts[e][1], e) for e in order if counts[e][0] != counts[e][1]]


def _count_diff_all_purpose(actual, expected):
    """The same for elements that have no hash."""
    distinct = []
    for side, elements in enumerate((actual, expected)):
        for e in elements:
            for entry in distinct:
                if entry[2] == e:
                    break
            else:
                entry = [0, 0, e]
                distinct.append(entry)
            entry[side] += 1
    return [_Mismatch(*entry) for entry in distinct if entry[0] != entry[1]]
