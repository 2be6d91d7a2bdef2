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


def _union_args(cls):
    """The members of a union type, or None."""
    if type(cls).__name__ in ('UnionType', '_UnionGenericAlias'):
        return cls.__args__
    return None


def singledispatch(func):
    """Make a function generic: what it does depends on the type of its first
    argument. register(type) adds an implementation."""
    registry = {}
    dispatch_cache = {}
    cache_token = None

    def dispatch(cls):
        """Return the implementation for a class."""
        nonlocal cache_token
        if cache_token is not None:
            current_token = get_cache_token()
            if cache_token != current_token:
                dispatch_cache.clear()
                cache_token = current_token
        try:
            impl = dispatch_cache[cls]
        except KeyError:
            try:
                impl = registry[cls]
            except KeyError:
                impl = _find_impl(cls, registry)
            dispatch_cache[cls] = impl
        return impl

    def _is_valid_dispatch_type(cls):
        if isinstance(cls, type):
            return True
        members = _union_args(cls)
        return members is not None and all(isinstance(arg, type) for arg in members)

    def register(cls, func=None):
        """Add an implementation for a class, or for the one that the
        annotation of the function's first parameter names."""
        nonlocal cache_token
        if _is_valid_dispatch_type(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(
                    f"Invalid first argument to `register()`. "
                    f"{cls!r} is not a class or union type.")
            ann = getattr(cls, '__annotations__', {})
            if not ann:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    f"Use either `@register(some_class)` or plain `@register` "
                    f"on an annotated function.")
            func = cls
            argname, cls = next(iter(ann.items()))
            if isinstance(cls, str):
                cls = eval(cls, getattr(func, '__globals__', {}))
            if not _is_valid_dispatch_type(cls):
                if _union_args(cls) is not None:
                    raise TypeError(
                        f"Invalid annotation for {argname!r}. "
                        f"{cls!r} not all arguments are classes.")
                raise TypeError(
                    f"Invalid annotation for {argname!r}. "
                    f"{cls!r} is not a class.")
        for arg in _union_args(cls) or (cls,):
            registry[arg] = func
            if cache_token is None and hasattr(arg, '__abstractmethods__'):
                cache_token = get_cache_token()
        dispatch_cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type(type.__dict__)(registry)
    wrapper._clear_cache = dispatch_cache.clear
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
