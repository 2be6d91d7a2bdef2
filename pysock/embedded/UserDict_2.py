"""A dict to derive from, which keeps its content in self.data, and a mixin that
makes a mapping of a class with __getitem__ and its like."""

from _abcoll import Mapping as _Mapping, MutableMapping as _MutableMapping


def _parts(name, args, kwargs):
    """The instance and the mapping among the arguments of a method, whose own
    parameters must not stand in the way of keywords."""
    if not args:
        raise TypeError("descriptor '%s' of 'UserDict' object needs an argument" % name)
    if len(args) > 2:
        raise TypeError('expected at most 1 arguments, got %d' % (len(args) - 1))
    if len(args) == 2:
        return args
    if 'dict' in kwargs:
        import warnings
        warnings.warn("Passing 'dict' as keyword argument is deprecated", PendingDeprecationWarning, stacklevel=3)
    return args[0], kwargs.pop('dict', None)


def _call_data(name):
    def method(self, *args):
        return getattr(self.data, name)(*args)
    method.__name__ = name
    return method


class UserDict:
    def __init__(*args, **kwargs):
        self, content = _parts('__init__', args, kwargs)
        self.data = {}
        for part in (content, kwargs or None):
            if part is not None:
                self.update(part)

    def __cmp__(self, other):
        return cmp(self.data, other.data if isinstance(other, UserDict) else other)

    __hash__ = None

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(self.__class__, '__missing__', None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def __contains__(self, key):
        return key in self.data

    def has_key(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    __len__, __setitem__, __delitem__ = map(_call_data, ('__len__', '__setitem__', '__delitem__'))
    keys, values, items = map(_call_data, ('keys', 'values', 'items'))
    iterkeys, itervalues, iteritems = map(_call_data, ('iterkeys', 'itervalues', 'iteritems'))
    clear, pop, popitem = map(_call_data, ('clear', 'pop', 'popitem'))

    def get(self, key, failobj=None):
        return self[key] if key in self else failobj

    def setdefault(self, key, failobj=None):
        if key not in self:
            self[key] = failobj
        return self[key]

    def update(*args, **kwargs):
        self, other = _parts('update', args, kwargs)
        if isinstance(other, UserDict):
            other = other.data
        if other is None:
            pass
        elif hasattr(other, 'items') and not isinstance(other, dict):
            for key, value in other.items():
                self[key] = value
        else:
            self.data.update(other)
        self.data.update(kwargs)

    def copy(self):
        if self.__class__ is UserDict:
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


class IterableUserDict(UserDict):
    def __iter__(self):
        return iter(self.data)


_MutableMapping.register(IterableUserDict)


def _as_dict(mapping):
    return dict(mapping.iteritems())


class DictMixin:
    """What a mapping has besides __getitem__, __setitem__, __delitem__ and
    keys, which the class must define."""

    get, setdefault = _Mapping.__dict__['get'], _MutableMapping.__dict__['setdefault']
    has_key = _Mapping.__dict__['__contains__']

    def __contains__(self, key):
        return self.has_key(key)

    def __len__(self):
        return len(self.keys())

    def __iter__(self):
        return iter(self.keys())

    def __repr__(self):
        return repr(_as_dict(self))

    def __cmp__(self, other):
        if other is None:
            return 1
        return cmp(_as_dict(self), _as_dict(other) if isinstance(other, DictMixin) else other)

    def iterkeys(self):
        return self.__iter__()

    def iteritems(self):
        return ((key, self[key]) for key in self)

    def itervalues(self):
        return (value for key, value in self.iteritems())

    def items(self):
        return list(self.iteritems())

    def values(self):
        return list(self.itervalues())

    def pop(self, key, *default):
        if len(default) > 1:
            raise TypeError('pop expected at most 2 arguments, got %d' % (1 + len(default)))
        return _MutableMapping.__dict__['pop'](self, key, *default)

    def popitem(self):
        for pair in self.iteritems():
            del self[pair[0]]
            return pair
        raise KeyError('container is empty')

    def clear(self):
        for key in self.keys():
            del self[key]

    def update(self, other=None, **kwargs):
        if hasattr(other, 'iteritems'):
            pairs = other.iteritems()
        elif hasattr(other, 'keys'):
            pairs = ((key, other[key]) for key in other.keys())
        else:
            pairs = () if other is None else other
        for key, value in pairs:
            self[key] = value
        if kwargs:
            self.update(kwargs)
