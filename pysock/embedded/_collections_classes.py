"""What the collections of both Pythons share: the dicts with an order and with
defaults, and the making of tuples whose elements have names."""

import sys
from _collections import _static, _tuplegetter

_py3 = sys.version_info[0] == 3
if _py3:
    from _collections import _move_to_end, _ordered_views
else:
    from _collections import _keep_order

__name__ = 'collections'
_nothing = object()  # stands for an argument that wasn't given
_shown = set()  # the ids of the dicts whose repr is being made


def _views():
    """The module of the views of Python 2, which few ask for."""
    import _abcoll
    return _abcoll


def _guarded(self, show, again):
    """What show returns, and again for a dict that is met inside itself."""
    if id(self) in _shown:
        return again
    _shown.add(id(self))
    try:
        return show()
    finally:
        _shown.discard(id(self))


class OrderedDict(dict):
    """A dict that keeps the order in which its keys came, and tells more of it."""

    if not _py3:
        def __new__(cls, *args, **kwds):
            made = dict.__new__(cls)
            _keep_order(made)
            return made

        def __iter__(self):
            for key in dict.__iter__(self):
                yield key

        def __reversed__(self):
            for key in list(self)[::-1]:
                yield key

        def clear(self):
            dict.clear(self)

        def keys(self):
            return list(self)

        def values(self):
            return [self[key] for key in self]

        def items(self):
            return [(key, self[key]) for key in self]

        def iterkeys(self):
            return iter(self)

        def itervalues(self):
            for key in self:
                yield self[key]

        def iteritems(self):
            for key in self:
                yield key, self[key]

        def viewkeys(self):
            return _views().KeysView(self)

        def viewvalues(self):
            return _views().ValuesView(self)

        def viewitems(self):
            return _views().ItemsView(self)

    def __init__(*args, **kwds):
        if not args:
            raise TypeError("descriptor '__init__' of '%sOrderedDict' object needs an argument" % (
                'collections.' if _py3 else ''))
        if len(args) > 2:
            raise TypeError('expected at most 1 arguments, got %d' % (len(args) - 1))
        (OrderedDict if _py3 else args[0].__class__).update(*args, **kwds)

    def update(*args, **kwds):
        """Set the items of a mapping, of an iterable of pairs, and by name."""
        if not args:
            raise TypeError('unbound method OrderedDict.update() needs an argument' if _py3 else
                            'update() takes at least 1 argument (0 given)')
        if len(args) > 2:
            raise TypeError(('update() takes at most 1 positional argument (%d given)' if _py3 else
                             'update expected at most 1 arguments, got %d') % (len(args) - 1))
        self, other = args if len(args) == 2 else (args[0], ())
        if type(self) is OrderedDict and _py3 and (isinstance(other, dict) or hasattr(other, 'keys')):
            dict.update(self, other)
        elif isinstance(other, dict) and not _py3:
            for key in other:
                self[key] = other[key]
        elif hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        elif _py3:
            for pair in other:
                pair = tuple(pair)
                if len(pair) < 2:
                    raise ValueError('need more than %d value%s to unpack' % (len(pair), '' if len(pair) == 1 else 's'))
                if len(pair) > 2:
                    raise ValueError('too many values to unpack (expected 2)')
                self[pair[0]] = pair[1]
        else:
            for key, value in other:
                self[key] = value
        for key in kwds:
            self[key] = kwds[key]

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A new ordered dict with these keys and one value."""
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def copy(self):
        """A new one with the same items."""
        return self.__class__(self)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
            return default
        return self[key]

    def pop(self, key, default=_nothing):
        if _py3:  # not by the methods of a class that derives from this one
            return dict.pop(self, key) if default is _nothing else dict.pop(self, key, default)
        if dict.__contains__(self, key):
            value = self[key]
            del self[key]
            return value
        if default is _nothing:
            raise KeyError(key)
        return default

    def popitem(self, last=True):
        """Remove and return the last pair, or the first one. Raises KeyError."""
        for key in (dict.__reversed__ if _py3 else reversed)(self) if last else dict.__iter__(self):
            break
        else:
            raise KeyError('dictionary is empty')
        return key, (dict if _py3 else self.__class__).pop(self, key)

    if _py3:
        def move_to_end(self, key, last=True):
            """Make an existing element the last one, or the first one."""
            _move_to_end(self, key, last)

    def __eq__(self, other):
        same = dict.__eq__(self, other)
        return list(self) == list(other) if same is True and isinstance(other, OrderedDict) else same

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = None

    def __repr__(self):
        name = self.__class__.__name__
        return _guarded(self, lambda: '%s(%r)' % (name, list(self.items())), '...') if self else name + '()'

    if _py3:
        def __reduce__(self):
            return self.__class__, (), self.__getstate__(), None, iter(self.items())

        def __or__(self, other):
            return _union(self.copy, self.__class__, self, other)

        def __ror__(self, other):
            return _union(None, self.__class__, other, self)

        def __ior__(self, other):
            self.update(other)
            return self
    else:
        def __reduce__(self):
            pairs = [[key, self[key]] for key in self]
            return (self.__class__, (pairs,)) + ((vars(self).copy(),) if vars(self) else ())


def _union(copy, make, first, second):
    """A new dict with the items of two, of which the second one counts."""
    if not isinstance(first, dict) or not isinstance(second, dict):
        return NotImplemented
    made = copy() if copy is not None else make(first)
    made.update(second)
    return made


class defaultdict(dict):
    """A dict that makes the values it lacks: defaultdict(factory, ...)."""

    __slots__ = 'default_factory',

    def __init__(self, default_factory=None, *args, **kwds):
        if not (default_factory is None or callable(default_factory)):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwds)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def copy(self):
        """A shallow copy."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __repr__(self):
        factory = _guarded(self, lambda: repr(self.default_factory), '...')
        name = self.__class__.__name__ if _py3 else 'defaultdict'
        return '%s(%s, %s)' % (name, factory, dict.__repr__(self))

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items()) if _py3 else self.iteritems()

    if _py3:
        def __or__(self, other):
            return _union(self.copy, None, self, other)

        def __ror__(self, other):
            return _union(None, lambda first: type(self)(self.default_factory, first), other, self)


if _py3:
    _static(OrderedDict)
    _ordered_views(OrderedDict)
_static(defaultdict)

# The only part of a class of named tuples that is compiled, so that the errors
# of calls name the class and its fields.
_template = '''\
class {name}(tuple):
    def __new__(_cls{params}):
        return _new(_cls, ({values}))
'''


def checked_names(typename, field_names, rename, problem):
    """The names of a class and its fields. problem says what is wrong with a
    name, or None; rename replaces the names of fields with which anything is."""
    if isinstance(field_names, str if _py3 else basestring):
        field_names = field_names.replace(',', ' ').split()
    names = list(map(str, field_names))
    typename = str(typename)
    met = set()
    if rename:
        for i, name in enumerate(names):
            if problem(name) or name[0] == '_' or name in met:
                names[i] = '_%d' % i
            met.add(name)
    for name in [typename] + names:
        if problem(name):
            raise ValueError('Type names and field names %s: %r' % (problem(name), name))
    met.clear()
    for name in names:
        if name[0] == '_' and not rename:
            raise ValueError('Field names cannot start with an underscore: %r' % name)
        if name in met:
            raise ValueError('Encountered duplicate field name: %r' % name)
        met.add(name)
    return typename, names


def tuple_class(typename, names, defaults, more, verbose=False):
    """A class derived from tuple; more is what its namespace has besides."""
    shown = '%s(%s)' % (typename, ', '.join(names))
    source = _template.format(
        name=typename, values=''.join(['%s, ' % name for name in names]),
        params=''.join([', %s=_defaults[%r]' % (name, name) if name in defaults else ', ' + name for name in names]))
    namespace = {'_new': tuple.__new__, '_defaults': defaults, '__name__': 'namedtuple_' + typename}
    exec(compile(source, '<frozen %s>' % typename, 'exec'), namespace)
    if verbose:
        print(source)

    @classmethod
    def _make(cls, iterable):
        """Make an instance of the items of an iterable."""
        made = tuple.__new__(cls, iterable)
        if len(made) != len(names):
            raise TypeError('Expected %d arguments, got %d' % (len(names), len(made)))
        return made

    def _replace(_self, **kwds):
        """The same tuple with other values in some fields."""
        made = _self._make([kwds.pop(name, value) for name, value in zip(names, _self)])
        if kwds:
            raise ValueError('Got unexpected field names: %r' % list(kwds))
        return made

    def _asdict(self):
        """A dict of the values by the names of their fields."""
        return (dict if _py3 else OrderedDict)(zip(self._fields, self))

    def __repr__(self):
        """The tuple with the names of its fields."""
        fields = ', '.join(['%s=%r' % pair for pair in zip(names, tuple(self))])
        return '%s(%s)' % (self.__class__.__name__, fields)

    def __getnewargs__(self):
        """What copying and pickling make the tuple of again."""
        return tuple(self)

    body = {'__doc__': shown, '__slots__': (), '_fields': names,
            '__new__': namespace[typename].__dict__['__new__']}
    for method in _make, _replace, _asdict, __repr__, __getnewargs__:
        function = getattr(method, '__func__', method)
        if _py3:
            function.__qualname__ = '%s.%s' % (typename, function.__name__)
        body[function.__name__] = method
    if _py3:
        body['__new__'].__func__.__doc__ = 'Make an instance of ' + shown
    for index, name in enumerate(names):
        doc = 'Alias for field number %d' % index
        body[name] = _tuplegetter(index, sys.intern(doc) if _py3 else doc)
    body.update(more(body))
    return type(typename, (tuple,), body)
