"""functools.singledispatch."""

from _abc import get_cache_token
from functools import update_wrapper

__name__ = 'functools'

GenericAlias = type(list[int])


def _rank(cls, typ):
    """Where a type stands in the MRO of a subclass of it. An abstract class
    that isn't there stands behind the last class that is a subclass of it, and
    behind the abstract classes which that one names as its bases."""
    mro = cls.__mro__
    if typ in mro:
        return mro.index(typ)
    last = [c for c in mro if issubclass(c, typ)][-1]
    named = [b for b in last.__bases__ if hasattr(b, '__abstractmethods__')]
    return mro.index((named or [last])[-1]) + 0.5


def _find_impl(cls, registry):
    """The implementation that fits a class best."""
    ranks = {typ: _rank(cls, typ) for typ in registry if issubclass(cls, typ)}
    if not ranks:
        return None
    best = min(ranks.values())
    tied = [typ for typ in ranks if ranks[typ] == best]
    first = [typ for typ in tied if not any(c is not typ and issubclass(c, typ) for c in tied)]
    if len(first) > 1:
        raise RuntimeError("Ambiguous dispatch: {} or {}".format(*first[:2]))
    return registry[first[0]]


def _members(cls):
    """The members of a union type, or None."""
    return cls.__args__ if type(cls).__name__ in ('UnionType', '_UnionGenericAlias') else None


def _classes(cls):
    """The class itself, or the classes of a union; None if it isn't only classes."""
    members = (cls,) if isinstance(cls, type) else _members(cls)
    return members if members and all(isinstance(c, type) for c in members) else None


def _annotated(func):
    """The classes that the annotation of a function's first parameter names."""
    hints = getattr(func, '__annotations__', None)
    if not hints:
        raise TypeError(f"Invalid first argument to `register()`: {func!r}. Use either "
                        f"`@register(some_class)` or plain `@register` on an annotated function.")
    name = next(iter(hints))
    hint = hints[name]
    if isinstance(hint, str):
        hint = eval(hint, getattr(func, '__globals__', {}))
    found = _classes(hint)
    if found is None:
        reason = 'is not a class.' if _members(hint) is None else 'not all arguments are classes.'
        raise TypeError(f"Invalid annotation for {name!r}. {hint!r} {reason}")
    return found


def singledispatch(func):
    """Make a function generic: what it does depends on the type of its first
    argument. register(type) adds an implementation."""
    registry = {object: func}
    chosen = {}
    token = None  # of the registrations of abstract classes that chosen knows

    def dispatch(cls):
        """Return the implementation for a class."""
        nonlocal token
        if token is not None and token != get_cache_token():
            token = get_cache_token()
            chosen.clear()
        if cls not in chosen:
            chosen[cls] = registry[cls] if cls in registry else _find_impl(cls, registry)
        return chosen[cls]

    def register(cls, func=None):
        """Add an implementation for a class, or for the one that the
        annotation of the function's first parameter names."""
        nonlocal token
        kinds = _classes(cls)
        if kinds is None:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            func, kinds = cls, _annotated(cls)
        elif func is None:
            return lambda f: register(cls, f)
        for kind in kinds:
            registry[kind] = func
            if token is None and hasattr(kind, '__abstractmethods__'):
                token = get_cache_token()
        chosen.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, '__name__', 'singledispatch function')
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type(type.__dict__)(registry)
    wrapper._clear_cache = chosen.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """A generic method: what it does depends on the type of the first argument
    after self. It may wrap any descriptor that gives something callable."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Add an implementation for a class."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
