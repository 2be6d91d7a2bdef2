"""Weak references: to what may die although they refer to it."""

import operator
import sys
from _weakref import ref, ReferenceType, getweakrefcount, getweakrefs

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
           'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']

_py3 = sys.version_info[0] >= 3
if not _py3:
    from exceptions import ReferenceError


def _ref_of(p):
    return object.__getattribute__(p, '_ref')


def _referent(p):
    o = _ref_of(p)()
    if o is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return o


class ProxyType(object):
    __slots__ = ('_ref', '__weakref__')

    def __init__(self, object_, callback=None):
        if callback is not None:
            wrapped = callback
            callback = lambda r: wrapped(self)
        object.__setattr__(self, '_ref', ref(object_, callback))

    def __getattribute__(self, name):
        return getattr(_referent(self), name)

    def __setattr__(self, name, value):
        setattr(_referent(self), name, value)

    def __delattr__(self, name):
        delattr(_referent(self), name)

    def __repr__(self):
        o = object.__getattribute__(self, '_ref')()
        return '<weakproxy at 0x%x to %s at 0x%x>' % (id(self), type(o).__name__, id(o))

    def __str__(self):
        return str(_referent(self))

    def __bool__(self):
        return bool(_referent(self))

    __nonzero__ = __bool__

    def __hash__(self):
        raise TypeError("unhashable type: 'weakref.ProxyType'" if _py3 else "unhashable type: 'weakproxy'")

    def __iter__(self):
        return iter(_referent(self))

    def __next__(self):
        o = _referent(self)
        if not hasattr(type(o), '__next__' if _py3 else 'next'):
            raise TypeError(("Weakref proxy referenced a non-iterator '%s' object" if _py3 else
                             "'%s' object is not iterable") % type(o).__name__)
        return next(o)

    next = __next__

    def __len__(self):
        return len(_referent(self))

    def __contains__(self, item):
        return item in _referent(self)

    def __getitem__(self, key):
        return _referent(self)[key]

    def __setitem__(self, key, value):
        _referent(self)[key] = value

    def __delitem__(self, key):
        del _referent(self)[key]

    def __index__(self):
        return operator.index(_referent(self))

    def __int__(self):
        return int(_referent(self))

    def __float__(self):
        return float(_referent(self))

    if _py3:
        def __reversed__(self):
            return reversed(_referent(self))

        def __bytes__(self):
            return bytes(_referent(self))
    else:
        def __long__(self):
            return long(_referent(self))

        def __unicode__(self):
            return unicode(_referent(self))


def _unwrap(v):
    return _referent(v) if isinstance(type(v), type) and issubclass(type(v), ProxyType) else v


def _operators():
    names = 'add sub mul floordiv mod pow and or xor lshift rshift truediv'.split()
    names += ['matmul'] if _py3 else ['div']
    for name in names:
        function = getattr(operator, '__%s__' % name)

        def method(self, other, function=function):
            return function(_referent(self), _unwrap(other))

        def reflected(self, other, function=function):
            return function(_unwrap(other), _referent(self))

        def inplace(self, other, function=getattr(operator, '__i%s__' % name)):
            return function(_referent(self), _unwrap(other))
        setattr(ProxyType, '__%s__' % name, method)
        setattr(ProxyType, '__r%s__' % name, reflected)
        setattr(ProxyType, '__i%s__' % name, inplace)
    ProxyType.__divmod__ = lambda self, other: divmod(_referent(self), _unwrap(other))
    ProxyType.__rdivmod__ = lambda self, other: divmod(_unwrap(other), _referent(self))
    for name in 'eq ne lt le gt ge'.split():
        def compare(self, other, function=getattr(operator, name)):
            return function(_referent(self), _unwrap(other))
        setattr(ProxyType, '__%s__' % name, compare)
    for name in 'neg pos invert abs'.split():
        def unary(self, function=getattr(operator, name)):
            return function(_referent(self))
        setattr(ProxyType, '__%s__' % name, unary)


_operators()


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _referent(self)(*args, **kwargs)


if not _py3:
    ProxyType.__name__, CallableProxyType.__name__ = 'weakproxy', 'weakcallableproxy'
ProxyTypes = (ProxyType, CallableProxyType)

_shared = {}  # the proxies without a callback, by the identity of what they stand for


def proxy(object, callback=None):
    """What acts as the object does, but doesn't keep it."""
    key = id(object)
    if callback is None and key in _shared:
        found = _shared[key]()
        if found is not None and _ref_of(found)() is object:
            return found
    made = (CallableProxyType if callable(object) else ProxyType)(object, callback)
    if callback is None:
        def dropped(r):
            if _shared.get(key) is r:
                del _shared[key]
        _shared[key] = ref(made, dropped)
    return made


class KeyedRef(ref):
    """A reference that knows the key of a WeakValueDictionary."""

    def __new__(cls, object, callback, key):
        self = ref.__new__(cls, object, callback)
        self.key = key
        return self

    def __init__(self, object, callback, key):
        pass


class _Mapping(object):
    """What both dictionaries share; each has _pairs, __getitem__ and so on."""

    if _py3:
        __class_getitem__ = classmethod(type(list[int]))
        __reversed__ = None

    def _list(self, values):
        return iter(values) if _py3 else values

    def __len__(self):
        return len(self._pairs())

    def __iter__(self):
        return iter([k for k, v in self._pairs()])

    def keys(self):
        return self._list([k for k, v in self._pairs()])

    def values(self):
        return self._list([v for k, v in self._pairs()])

    def items(self):
        return self._list(self._pairs())

    if not _py3:
        def iterkeys(self):
            return iter(self.keys())

        def itervalues(self):
            return iter(self.values())

        def iteritems(self):
            return iter(self.items())

        def has_key(self, key):
            return key in self

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key, value in reversed(self._pairs()):
            del self[key]
            return key, value
        raise KeyError('popitem(): dictionary is empty')

    def update(*args, **kwargs):
        self, other = _two('update', args)
        if other is not None:
            for key, value in (other if hasattr(other, 'items') else dict(other)).items():
                self[key] = value
        for key in kwargs:
            self[key] = kwargs[key]

    def clear(self):
        self.data.clear()

    def copy(self):
        new = self.__class__()
        for key, value in self._pairs():
            new[key] = value
        return new

    __copy__ = copy

    def __eq__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        return dict(self._pairs()) == dict(other.items())

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __or__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        new = self.__class__()
        new.update(other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return '<%s at 0x%x>' % (self.__class__.__name__, id(self))


def _two(name, args):
    """self and one more argument, which may be missing, of a method that takes any keyword."""
    if not args:
        raise TypeError("descriptor '%s' of 'dict' object needs an argument" % name)
    if len(args) > 2:
        if _py3:
            raise TypeError('%s.%s() takes from 1 to 2 positional arguments but %d were given' % (
                type(args[0]).__name__, name, len(args)))
        raise TypeError('expected at most 1 arguments, got %d' % (len(args) - 1))
    return args if len(args) == 2 else (args[0], None)


class WeakValueDictionary(_Mapping):
    """A dict whose items go when nobody else holds their values."""

    def __init__(*args, **kwargs):
        self, other = _two('__init__', args)
        self.data = {}

        def remove(r, selfref=ref(self)):
            self = selfref()
            if self is not None and self.data.get(r.key) is r:
                del self.data[r.key]
        self._remove = remove
        _Mapping.update(self, other, **kwargs)

    def _pairs(self):
        pairs = [(key, r()) for key, r in list(self.data.items())]
        return [(key, value) for key, value in pairs if value is not None]

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        r = self.data.get(key)
        return r is not None and r() is not None

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self._pairs():
            new[deepcopy(key, memo)] = value
        return new

    def valuerefs(self):
        return list(self.data.values())

    itervaluerefs = valuerefs


class WeakKeyDictionary(_Mapping):
    """A dict whose items go when nobody else holds their keys."""

    def __init__(self, other=None):
        self.data = {}

        def remove(r, selfref=ref(self)):
            self = selfref()
            if self is not None:
                self.data.pop(r, None)
        self._remove = remove
        if other is not None:
            self.update(other)

    def _pairs(self):
        pairs = [(r(), value) for r, value in list(self.data.items())]
        return [(key, value) for key, value in pairs if key is not None]

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self._pairs():
            new[key] = deepcopy(value, memo)
        return new

    def keyrefs(self):
        return list(self.data)

    iterkeyrefs = keyrefs


class WeakSet(object):
    """A set whose elements go when nobody else holds them."""

    __module__ = '_weakrefset'
    if _py3:
        __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, data=None):
        self.data = set()

        def remove(r, selfref=ref(self)):
            self = selfref()
            if self is not None:
                self.data.discard(r)
        self._remove = remove
        if data is not None:
            self.update(data)

    def _elements(self):
        return [o for o in [r() for r in list(self.data)] if o is not None]

    def __iter__(self):
        return iter(self._elements())

    def __len__(self):
        return len(self._elements())

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def pop(self):
        for item in self._elements():
            self.discard(item)
            return item
        raise KeyError('pop from empty WeakSet')

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def update(self, other):
        for item in other:
            self.add(item)

    def _kept(self, elements):
        """Keep these alone."""
        self.data.intersection_update(set(ref(item) for item in elements))

    def intersection_update(self, other):
        self._kept(set(self) & set(other))

    def difference_update(self, other):
        self._kept([] if self is other else set(self) - set(other))

    def symmetric_difference_update(self, other):
        mine, other = set(self), set(other)
        self._kept(mine - other)
        self.update(other - mine)

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def _combined(name):
        def method(self, other):
            return self.__class__(getattr(set(self), name)(set(other)))
        method.__name__ = name
        return method

    union = __or__ = _combined('union')
    intersection = __and__ = _combined('intersection')
    difference = __sub__ = _combined('difference')
    symmetric_difference = __xor__ = _combined('symmetric_difference')
    del _combined

    def _asked(name):
        def method(self, other):
            return getattr(set(self), name)(set(other))
        method.__name__ = name
        return method

    issubset = __le__ = _asked('issubset')
    issuperset = __ge__ = _asked('issuperset')
    isdisjoint = _asked('isdisjoint')
    __lt__, __gt__ = _asked('__lt__'), _asked('__gt__')
    del _asked

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return set(self) == set(other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __repr__(self):
        return repr(self.data)


class WeakMethod(ref):
    """A reference to a bound method, which lives as long as its object."""

    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError('argument should be a bound method, not {}'.format(type(meth)))

        def dead(arg):
            self = selfref()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)
        self = ref.__new__(cls, obj, dead)
        self._function, self._type, self._alive = ref(func, dead), type(meth), True
        selfref = ref(self)
        return self

    def __init__(self, meth, callback=None):
        pass

    def __call__(self):
        obj, func = ref.__call__(self), self._function()
        if obj is None or func is None:
            return None
        return self._type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        return not self == other

    __hash__ = ref.__hash__


class finalize(object):
    """Calls a function when an object dies, or at exit."""

    _registry = {}
    _next = 0

    def __init__(self, obj, func, *args, **kwargs):
        if not finalize._registry and not finalize._next:
            import atexit
            atexit.register(self._exit)
        self.__dict__['_atexit'] = True
        finalize._next += 1
        self.__dict__['_index'] = finalize._next
        finalize._registry[self._index] = (self, ref(obj, self), func, args, kwargs)

    def __call__(self, _=None):
        info = finalize._registry.pop(self._index, None)
        if info is not None:
            return info[2](*info[3], **info[4])

    def _info(self):
        info = finalize._registry.get(self._index)
        if info is not None:
            obj = info[1]()
            if obj is not None:
                return obj, info[2], info[3], info[4]

    def detach(self):
        info = self._info()
        if info is not None:
            finalize._registry.pop(self._index, None)
        return info

    def peek(self):
        return self._info()

    @property
    def alive(self):
        return self._index in finalize._registry

    @property
    def atexit(self):
        return self.alive and self._atexit

    @atexit.setter
    def atexit(self, value):
        self.__dict__['_atexit'] = bool(value)

    @classmethod
    def _exit(cls):
        for index in sorted(cls._registry, reverse=True):
            entry = cls._registry.get(index)
            if entry is not None and entry[0]._atexit:
                entry[0]()

    def __repr__(self):
        info = self._info()
        if info is None:
            return '<finalize object at %#x; dead>' % id(self)
        return '<finalize object at %#x; for %r at %#x>' % (id(self), type(info[0]).__name__, id(info[0]))


if _py3 and '_collections_abc' in sys.modules:  # which does it itself if it comes later
    sys.modules['_collections_abc'].MutableMapping.register(_Mapping)
    sys.modules['_collections_abc'].MutableSet.register(WeakSet)
