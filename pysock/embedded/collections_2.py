"""Containers beside dict, list, set and tuple."""

__all__ = ['Counter', 'deque', 'defaultdict', 'namedtuple', 'OrderedDict',
           'Callable', 'Container', 'Hashable', 'ItemsView', 'Iterable', 'Iterator',
           'KeysView', 'Mapping', 'MappingView', 'MutableMapping', 'MutableSequence',
           'MutableSet', 'Sequence', 'Set', 'Sized', 'ValuesView']

import sys as _sys
from _collections import deque, _tuplegetter, _keep_order, _static

__parts__ = {
    '_collections_counter': 'Counter',
    '_abcoll': 'Callable Container Hashable ItemsView Iterable Iterator KeysView Mapping '
               'MappingView MutableMapping MutableSequence MutableSet Sequence Set Sized ValuesView',
}

_keywords = frozenset((
    'and as assert break class continue def del elif else except exec finally for from '
    'global if import in is lambda not or pass print raise return try while with yield').split())

_template = '''\
class {name}(tuple):
    def __new__(_cls{params}):
        return _new(_cls, ({values}))
'''


def _is_name(s):
    return bool(s) and all(c.isalnum() or c == '_' for c in s)


def namedtuple(typename, field_names, verbose=False, rename=False):
    """Return a class derived from tuple, whose elements also have names."""
    if isinstance(field_names, basestring):
        field_names = field_names.replace(',', ' ').split()
    field_names = map(str, field_names)
    typename = str(typename)
    if rename:
        seen = set()
        for index, name in enumerate(field_names):
            if (not _is_name(name) or name in _keywords or name[0].isdigit()
                    or name.startswith('_') or name in seen):
                field_names[index] = '_%d' % index
            seen.add(name)
    for name in [typename] + field_names:
        if not _is_name(name):
            raise ValueError('Type names and field names can only contain '
                             'alphanumeric characters and underscores: %r' % name)
        if name in _keywords:
            raise ValueError('Type names and field names cannot be a '
                             'keyword: %r' % name)
        if name[0].isdigit():
            raise ValueError('Type names and field names cannot start with '
                             'a number: %r' % name)
    seen = set()
    for name in field_names:
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: %r' % name)
        if name in seen:
            raise ValueError('Encountered duplicate field name: %r' % name)
        seen.add(name)
    field_names = tuple(field_names)

    source = _template.format(
        name=typename, params=''.join(', ' + name for name in field_names),
        values=''.join(name + ', ' for name in field_names))
    namespace = {'_new': tuple.__new__, '__name__': 'namedtuple_' + typename}
    exec compile(source, '<frozen %s>' % typename, 'exec') in namespace
    if verbose:
        print source

    @classmethod
    def _make(cls, iterable, new=tuple.__new__, len=len):
        'Make a new object from a sequence or iterable'
        result = new(cls, iterable)
        if len(result) != len(field_names):
            raise TypeError('Expected %d arguments, got %d' % (len(field_names), len(result)))
        return result

    def _replace(_self, **kwds):
        'Return a new object replacing specified fields with new values'
        result = _self._make(map(kwds.pop, field_names, _self))
        if kwds:
            raise ValueError('Got unexpected field names: %r' % kwds.keys())
        return result

    def __repr__(self):
        'Return a nicely formatted representation string'
        return '%s(%s)' % (self.__class__.__name__, ', '.join(
            ['%s=%r' % pair for pair in zip(field_names, tuple(self))]))

    def _asdict(self):
        'Return a new OrderedDict which maps field names to their values'
        return OrderedDict(zip(self._fields, self))

    def __getnewargs__(self):
        'Return self as a plain tuple.  Used by copy and pickle.'
        return tuple(self)

    def __getstate__(self):
        'Exclude the OrderedDict from pickling'

    class_namespace = {
        '__doc__': '%s(%s)' % (typename, ', '.join(field_names)),
        '__slots__': (),
        '_fields': field_names,
        '__new__': namespace[typename].__dict__['__new__'],
        '_make': _make,
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__dict__': property(_asdict),
        '__getnewargs__': __getnewargs__,
        '__getstate__': __getstate__,
    }
    for index, name in enumerate(field_names):
        class_namespace[name] = _tuplegetter(index, 'Alias for field number %d' % index)
    result = type(typename, (tuple,), class_namespace)
    try:
        result.__module__ = _sys._getframe(1).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        pass
    return result


class OrderedDict(dict):
    'Dictionary that remembers insertion order'

    def __new__(cls, *args, **kwds):
        self = dict.__new__(cls)
        _keep_order(self)
        return self

    def __init__(*args, **kwds):
        if not args:
            raise TypeError("descriptor '__init__' of 'OrderedDict' object needs an argument")
        if len(args) > 2:
            raise TypeError('expected at most 1 arguments, got %d' % (len(args) - 1))
        args[0].update(*args[1:], **kwds)

    def update(*args, **kwds):
        """Set the items of a mapping, of an iterable of pairs, and by name."""
        if not args:
            raise TypeError('update() takes at least 1 argument (0 given)')
        if len(args) > 2:
            raise TypeError('update() takes at most 2 arguments (%d given)' % len(args))
        self, other = args[0], args[1] if len(args) == 2 else ()
        if hasattr(other, 'keys'):
            other = [(key, other[key]) for key in other.keys()]
        for key, value in other:
            self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def __reversed__(self):
        return reversed(list(self))

    def popitem(self, last=True):
        """Remove and return the last pair, or the first one. Raises KeyError."""
        if not self:
            raise KeyError('dictionary is empty')
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

    _missing = object()

    def pop(self, key, default=_missing):
        if dict.__contains__(self, key):
            value = self[key]
            del self[key]
            return value
        if default is OrderedDict._missing:
            raise KeyError(key)
        return default

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def copy(self):
        'od.copy() -> a shallow copy of od'
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A new ordered dict with these keys and one value."""
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __repr__(self):
        if not self:
            return '%s()' % self.__class__.__name__
        if id(self) in _printing:
            return '...'
        _printing.add(id(self))
        try:
            return '%s(%r)' % (self.__class__.__name__, self.items())
        finally:
            _printing.discard(id(self))

    def __reduce__(self):
        state = self.__dict__.copy()
        args = ([[key, self[key]] for key in self],)
        return (self.__class__, args, state) if state else (self.__class__, args)


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
        return type(self), args, None, None, self.iteritems()


_static(defaultdict)
