"""collections.ChainMap, and UserDict and UserString: containers to derive from
that keep their content in self.data, or self.maps."""

import _operator
from collections.abc import MutableMapping, Sequence
from _user_list import named as _named

__name__ = 'collections'


def _in_first(method):
    """Makes a KeyError of the first mapping tell that it is about that one."""
    def changed(self, /, *args):
        try:
            return method(self.maps[0], *args)
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {args[0]!r}' if args else
                           'No keys found in the first mapping.')
    return changed


class ChainMap(MutableMapping):
    """Several mappings that are searched one after the other; all changes are
    made to the first."""

    def __init__(self, *maps):
        self.maps = list(maps or [{}])

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                continue
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def __iter__(self):
        order = {}
        for mapping in self.maps[::-1]:
            order |= dict.fromkeys(mapping)
        return iter(order)

    def __len__(self):
        return sum(1 for key in set().union(*self.maps))

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return f'{type(self).__name__}({str(self.maps)[1:-1]})'

    @classmethod
    def fromkeys(cls, iterable, *args):
        """A chain of one dict with these keys and one value."""
        return cls(dict.fromkeys(iterable, *args))

    def copy(self):
        """The same chain with a copy of the first mapping."""
        first, *others = self.maps
        return type(self)(first.copy(), *others)

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """The same with a mapping before all others."""
        first = kwargs if m is None else m
        if first is not kwargs and kwargs:
            first.update(kwargs)
        return type(self)(first, *self.maps)

    @property
    def parents(self):
        """The same without the first mapping."""
        return type(self)(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def clear(self):
        """Empty the first mapping."""
        self.maps[0].clear()

    __delitem__ = _named(_in_first(lambda first, key: first.__delitem__(key)), '__delitem__', 'ChainMap')
    pop = _named(_in_first(lambda first, key, *default: first.pop(key, *default)), 'pop', 'ChainMap')
    popitem = _named(_in_first(lambda first: first.popitem()), 'popitem', 'ChainMap')

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        return self.copy().__ior__(other) if hasattr(other, 'keys') else NotImplemented

    def __ror__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        merged = dict(other)
        for mapping in self.maps[::-1]:
            merged.update(mapping)
        return type(self)(merged)


class UserDict(MutableMapping):
    """A dict in self.data."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for part in (dict, kwargs or None):
            if part is not None:
                self.update(part)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(type(self), '__missing__', None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return repr(self.data)

    def _merged(self, first, second):
        """The union of two dicts, where the second one counts."""
        if not isinstance(first, (UserDict, dict)) or not isinstance(second, (UserDict, dict)):
            return NotImplemented
        return type(self)({**first, **second})

    def __or__(self, other):
        return self._merged(self, other)

    def __ror__(self, other):
        return self._merged(other, self)

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def __copy__(self):
        twin = type(self).__new__(type(self))
        vars(twin).update(vars(self), data=self.data.copy())
        return twin

    def copy(self):
        if type(self) is UserDict:
            return UserDict(self.data)
        import copy
        twin = copy.copy(self)
        twin.data = {}
        twin.update(self)
        return twin

    @classmethod
    def fromkeys(cls, iterable, value=None):
        new = cls()
        for key in iterable:
            new[key] = value
        return new


def _plain(value):
    return value.data if isinstance(value, UserString) else value


def _call_data(name, convert):
    """A method of str that takes UserStrings too, and what makes its result."""
    def method(self, /, *args, **kwds):
        return convert(self, getattr(self.data, name)(*[_plain(arg) for arg in args], **kwds))
    return _named(method, name, 'UserString')


def _compared(op):
    """A comparison of a UserString with another one or with anything else."""
    def method(self, string):
        return op(self.data, _plain(string))
    return _named(method, '__%s__' % op.__name__, 'UserString')


class UserString(Sequence):
    """A str in self.data."""

    def __init__(self, seq):
        self.data = str(_plain(seq))

    def __getnewargs__(self):
        return (self.data,)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __getitem__(self, index):
        return type(self)(self.data[index])

    def __radd__(self, other):
        return type(self)(str(_plain(other)) + self.data)

    def __add__(self, other):
        return type(self)(self.data + str(_plain(other)))

    def __rmod__(self, template):
        return type(self)(str(template) % self)

    def __mod__(self, args):
        return type(self)(self.data % args)

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__
    maketrans = str.maketrans

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode('utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)

    for name in ('__str__ __repr__ __hash__ __len__ __contains__ '
                 'count endswith find format format_map index isalnum isalpha isascii isdecimal isdigit '
                 'isidentifier islower isnumeric isprintable isspace istitle isupper join partition rfind '
                 'rindex rpartition rsplit split splitlines startswith').split():
        locals()[name] = _call_data(name, lambda self, result: result)
    for name in ('capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix '
                 'replace rjust rstrip strip swapcase title translate upper zfill').split():
        locals()[name] = _call_data(name, lambda self, result: type(self)(result))
    for name in ('__eq__', '__lt__', '__le__', '__gt__', '__ge__'):
        locals()[name] = _compared(getattr(_operator, name))
    del name
