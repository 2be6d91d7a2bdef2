"""Containers beside dict, list, set and tuple."""

__all__ = [
    'ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString',
    'defaultdict', 'deque', 'namedtuple',
]

import sys as _sys
from _collections import deque, _count_elements, _tuplegetter, _move_to_end, _static

__parts__ = {
    'collections.abc': 'abc',
    '_collections_counter': 'Counter',
    '_collections_user': 'ChainMap UserDict UserString',
    '_user_list': 'UserList',
    '_collections_names': '_collections_abc _chain _repeat _starmap _itemgetter '
                          '_eq _iskeyword _proxy _recursive_repr',
}


def _caller(depth):
    """The name of the module that called the caller, or None."""
    try:
        return _sys._getframemodulename(depth + 1) or '__main__'
    except AttributeError:
        pass
    try:
        return _sys._getframe(depth + 1).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return None


_keywords = frozenset((
    'False None True and as assert async await break class continue def del elif else '
    'except finally for from global if import in is lambda nonlocal not or pass raise '
    'return try while with yield').split())

_template = '''\
class {name}(tuple):
    def __new__(_cls{params}):
        return _new(_cls, ({values}))
'''


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Return a class derived from tuple, whose elements also have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    field_names = list(map(str, field_names))
    typename = str(typename)
    if rename:
        seen = set()
        for i, name in enumerate(field_names):
            if (not name.isidentifier() or name in _keywords
                    or name.startswith('_') or name in seen):
                field_names[i] = f'_{i}'
            seen.add(name)
    for name in [typename] + field_names:
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid '
                             f'identifiers: {name!r}')
        if name in _keywords:
            raise ValueError('Type names and field names cannot be a '
                             f'keyword: {name!r}')
    seen = set()
    for name in field_names:
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: '
                             f'{name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(field_names[len(field_names) - len(defaults):], defaults))
    field_names = tuple(map(_sys.intern, field_names))

    # __new__ comes from a class statement, so that its errors name it rightly.
    params = ''.join(f', {name}=_defaults[{name!r}]' if name in field_defaults else f', {name}'
                     for name in field_names)
    values = ''.join(f'{name}, ' for name in field_names)
    namespace = {'_new': tuple.__new__, '_defaults': field_defaults,
                 '__name__': f'namedtuple_{typename}'}
    source = _template.format(name=typename, params=params, values=values)
    exec(compile(source, f'<frozen {typename}>', 'exec'), namespace)
    new = namespace[typename].__dict__['__new__']
    new.__func__.__doc__ = f'Create new instance of {typename}({", ".join(field_names)})'

    @classmethod
    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(field_names):
            raise TypeError(f'Expected {len(field_names)} arguments, got {len(result)}')
        return result

    def _replace(self, /, **kwds):
        result = self._make(map(kwds.pop, field_names, self))
        if kwds:
            raise ValueError(f'Got unexpected field names: {list(kwds)!r}')
        return result

    def __repr__(self):
        'Return a nicely formatted representation string'
        return '%s(%s)' % (self.__class__.__name__, ', '.join(
            ['%s=%r' % pair for pair in zip(field_names, tuple(self))]))

    def _asdict(self):
        'Return a new dict which maps field names to their values.'
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        'Return self as a plain tuple.  Used by copy and pickle.'
        return tuple(self)

    _make.__func__.__doc__ = f'Make a new {typename} object from a sequence or iterable'
    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'
    for method in (_make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'
    class_namespace = {
        '__doc__': f'{typename}({", ".join(field_names)})',
        '__slots__': (),
        '_fields': field_names,
        '_field_defaults': field_defaults,
        '__new__': new,
        '_make': _make,
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': field_names,
    }
    for index, name in enumerate(field_names):
        class_namespace[name] = _tuplegetter(index, _sys.intern(f'Alias for field number {index}'))
    result = type(typename, (tuple,), class_namespace)
    if module is None:
        module = _caller(1)
    if module is not None:
        result.__module__ = module
    return result


class OrderedDict(dict):
    """Dictionary that remembers insertion order"""

    def popitem(self, last=True):
        """Remove and return the last pair, or the first one. Raises KeyError."""
        if not self:
            raise KeyError('dictionary is empty')
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

    def move_to_end(self, key, last=True):
        """Make an existing element the last one, or the first one."""
        _move_to_end(self, key, last)

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    _missing = object()

    def pop(self, key, default=_missing):
        if dict.__contains__(self, key):
            value = dict.__getitem__(self, key)
            del self[key]
            return value
        if default is OrderedDict._missing:
            raise KeyError(key)
        return default

    def copy(self):
        "od.copy() -> a shallow copy of od"
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A new ordered dict with these keys and one value."""
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __init__(self, other=(), /, **kwds):
        self.update(other, **kwds)

    def update(self, other=(), /, **kwds):
        if type(self) is OrderedDict:
            dict.update(self, other, **kwds)
            return
        if hasattr(other, 'keys'):
            other = [(key, other[key]) for key in other.keys()]
        for key, value in other:
            self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        if not self:
            return '%s()' % self.__class__.__name__
        if id(self) in _printing:
            return '...'
        _printing.add(id(self))
        try:
            return '%s(%r)' % (self.__class__.__name__, list(self.items()))
        finally:
            _printing.discard(id(self))

    def __reduce__(self):
        return (self.__class__, (), self.__dict__.copy() or None, None, iter(self.items()))


_printing = set()


class defaultdict(dict):
    """A dict that makes the values it lacks: defaultdict(factory, ...)."""

    def __init__(self, default_factory=None, *args, **kwds):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwds)

    def __missing__(self, key):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        self[key] = value = factory()
        return value

    def __repr__(self):
        if id(self) in _printing:
            return '%s(..., %s)' % (self.__class__.__name__, dict.__repr__(self))
        _printing.add(id(self))
        try:
            factory = repr(self.default_factory)
        finally:
            _printing.discard(id(self))
        return '%s(%s, %s)' % (self.__class__.__name__, factory, dict.__repr__(self))

    def copy(self):
        """A shallow copy."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new


_static(OrderedDict)
_static(defaultdict)
