"""What functools has for classes."""

from functools import RLock, partial

__name__ = 'functools'

GenericAlias = type(list[int])


# total_ordering: each comparison by each other one, _lt_from_gt and so on.
# What the class's own method leaves to the other operand stays with it.

def _derived(name, root, result):
    def method(self, other):
        first = getattr(type(self), root)(self, other)
        if first is NotImplemented:
            return first
        return result(first, self, other)
    method.__name__ = name
    method.__qualname__ = '_%s_from_%s' % (name[2:4], root[2:4])
    method.__doc__ = 'Return a %s b, found by %s.' % (_signs[name], root)
    return method


_signs = {'__lt__': '<', '__gt__': '>', '__le__': '<=', '__ge__': '>='}

_rules = {
    '__lt__': {'__gt__': lambda lt, a, b: not lt and a != b,
               '__le__': lambda lt, a, b: lt or a == b,
               '__ge__': lambda lt, a, b: not lt},
    '__le__': {'__ge__': lambda le, a, b: not le or a == b,
               '__lt__': lambda le, a, b: le and a != b,
               '__gt__': lambda le, a, b: not le},
    '__gt__': {'__lt__': lambda gt, a, b: not (gt or a == b),
               '__ge__': lambda gt, a, b: gt or a == b,
               '__le__': lambda gt, a, b: not gt},
    '__ge__': {'__le__': lambda ge, a, b: not ge or a == b,
               '__gt__': lambda ge, a, b: ge and a != b,
               '__lt__': lambda ge, a, b: not ge},
}


for _root in _rules:
    for _name in _rules[_root]:
        _method = _derived(_name, _root, _rules[_root][_name])
        globals()[_method.__qualname__] = _method


def total_ordering(cls):
    """Fill in the comparisons that a class lacks."""
    roots = {op for op in _rules if getattr(cls, op, None) is not getattr(object, op, None)}
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)  # __lt__ before __le__, __gt__, __ge__
    for name in _rules[root]:
        if name not in roots:
            setattr(cls, name, globals()['_%s_from_%s' % (name[2:4], root[2:4])])
    return cls


class partialmethod(object):
    """A method with some of its arguments given."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("{!r} is not callable or a descriptor".format(func))
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        return "{}.{}({}, {}, {})".format(
            type(self).__module__, type(self).__qualname__, self.func, ", ".join(map(repr, self.args)),
            ", ".join("{}={!r}".format(k, v) for k, v in self.keywords.items()))

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, "__get__", None)
        bound = self.func if bind is None else bind(obj, cls)
        if bound is self.func:
            return self._make_unbound_method().__get__(obj, cls)
        made = partial(bound, *self.args, **self.keywords)
        if hasattr(bound, "__self__"):
            made.__self__ = bound.__self__
        return made

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


class cached_property:
    """A property that is computed once and then kept in the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.lock = RLock()

    def __set_name__(self, owner, name):
        if self.attrname not in (None, name):
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r}).")
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name, kind = self.attrname, type(instance).__name__
        if name is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it.")
        kept = getattr(instance, "__dict__", None)
        if kept is None:
            raise TypeError(f"No '__dict__' attribute on {kind!r} instance to cache {name!r} property.") from None
        if name in kept:
            return kept[name]
        with self.lock:
            if name in kept:  # another thread was faster
                return kept[name]
            value = self.func(instance)
            try:
                kept[name] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {kind!r} instance does not support item "
                                f"assignment for caching {name!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)
