"""The repr of large values, cut to a size: repr of Python 2, reprlib of
Python 3."""

from itertools import islice as _islice
import sys

_py3 = sys.version_info[0] == 3
if _py3:
    import builtins as _builtins
else:
    import __builtin__ as _builtins

__name__ = 'reprlib' if _py3 else 'repr'
_whole = _builtins.repr


def _in_order(x):
    try:
        return sorted(x)
    except Exception:
        return list(x)


class Repr:
    """Makes reprs with these limits."""

    def __init__(self):
        self.fillvalue = '...'
        self.maxlevel = 6
        self.maxtuple = self.maxlist = self.maxset = self.maxfrozenset = self.maxdeque = 6
        self.maxarray = 5
        self.maxdict = 4
        self.maxstring = self.maxother = 30
        self.maxlong = 40

    def repr(self, x):
        """The repr of x."""
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        """The repr of x, level containers deep."""
        show = getattr(self, 'repr_' + '_'.join(type(x).__name__.split()), None)
        if show is None and not _py3:
            return self._cut(_whole(x), self.maxother)
        return (show or self.repr_instance)(x, level)

    def _join(self, pieces, level):
        return ', '.join(pieces)

    def _some(self, x, most, show):
        """What show makes of the first elements, and a mark if there are more."""
        pieces = [show(e) for e in _islice(x, most)]
        return pieces + [self.fillvalue] * (len(x) > most)

    def _repr_iterable(self, x, level, left, right, maxiter, trail=''):
        if len(x) and level <= 0:
            return left + self.fillvalue + right
        pieces = self._some(x, maxiter, lambda e: self.repr1(e, level - 1))
        return left + self._join(pieces, level) + (trail if len(x) == 1 else '') + right

    def repr_list(self, x, level):
        return self._repr_iterable(x, level, '[', ']', self.maxlist)

    def repr_tuple(self, x, level):
        return self._repr_iterable(x, level, '(', ')', self.maxtuple, ',')

    def repr_deque(self, x, level):
        return self._repr_iterable(x, level, 'deque([', '])', self.maxdeque)

    def repr_array(self, x, level):
        if _py3 and not x:
            return "array('%s')" % x.typecode
        return self._repr_iterable(x, level, "array('%s', [" % x.typecode, '])', self.maxarray)

    def repr_set(self, x, level):
        if _py3 and not x:
            return 'set()'
        left, right = ('{', '}') if _py3 else ('set([', '])')
        return self._repr_iterable(_in_order(x), level, left, right, self.maxset)

    def repr_frozenset(self, x, level):
        if _py3 and not x:
            return 'frozenset()'
        left, right = ('frozenset({', '})') if _py3 else ('frozenset([', '])')
        return self._repr_iterable(_in_order(x), level, left, right, self.maxfrozenset)

    def repr_dict(self, x, level):
        if not x:
            return '{}'
        if level <= 0:
            return '{' + self.fillvalue + '}'
        pieces = self._some(_in_order(x), self.maxdict, lambda key: '%s: %s' % (
            self.repr1(key, level - 1), self.repr1(x[key], level - 1)))
        return '{' + self._join(pieces, level) + '}'

    def _ends(self, text, most):
        """What stays of both ends when the middle is left out."""
        room = max(0, most - 3)
        return text[:room // 2], text[len(text) - (room - room // 2):]

    def _cut(self, text, most):
        return text if len(text) <= most else self.fillvalue.join(self._ends(text, most))

    def repr_str(self, x, level):
        text = _whole(x[:self.maxstring])
        if len(text) > self.maxstring:
            text = self.fillvalue.join(self._ends(_whole(''.join(self._ends(x, self.maxstring))), self.maxstring))
        return text

    def repr_int(self, x, level):
        return self._cut(_whole(x), self.maxlong)

    if not _py3:
        repr_long = repr_int
        del repr_int

    def repr_instance(self, x, level):
        try:
            text = _whole(x)
        except Exception:
            return '<%s instance at %#x>' % (x.__class__.__name__, id(x)) if _py3 else \
                '<%s instance at %x>' % (x.__class__.__name__, id(x))
        return self._cut(text, self.maxother if _py3 else self.maxstring)


aRepr = Repr()
repr = aRepr.repr
