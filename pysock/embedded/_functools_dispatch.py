"""functools.singledispatch."""

from _abc import get_cache_token
from functools import update_wrapper

__name__ = 'functools'

GenericAlias = type(list[int])


def _merged(sequences):
    """One order of what stands in several, each of which it keeps. (C3)"""
    order = []
    while True:
        sequences = [s for s in sequences if s]
        if not sequences:
            return order
        for s in sequences:
            if not any(s[0] in other[1:] for other in sequences):
                first = s[0]
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        order.append(first)
        sequences = [s[1:] if s[0] is first else s for s in sequences]


def _c3_mro(cls, abcs=None):
    """The MRO of a class as if it derived from those of the abstract classes
    that it is a subclass of. They stand behind its own bases, before those of
    its bases that are not abstract."""
    named = 0  # the bases up to the last abstract one
    for i, base in enumerate(cls.__bases__):
        if hasattr(base, '__abstractmethods__'):
            named = i + 1
    abcs = list(abcs or ())
    first, last = list(cls.__bases__[:named]), list(cls.__bases__[named:])
    added = [a for a in abcs if issubclass(cls, a) and not any(issubclass(b, a) for b in cls.__bases__)]
    rest = [a for a in abcs if a not in added]
    mros = [_c3_mro(c, rest) for c in first + added + last]
    return _merged([[cls]] + mros + [first, added, last])


def _compose_mro(cls, types):
    """The MRO of a class with those types in it that it is a subclass of."""
    own = set(cls.__mro__)

    def related(typ):
        return typ not in own and hasattr(typ, '__mro__') and not _is_alias(typ) and issubclass(cls, typ)

    types = [t for t in types if related(t)]
    types = [t for t in types if not any(t is not other and t in other.__mro__ for other in types)]
    known, found = set(types), []
    for typ in types:
        # What derives from the type may say more of the class than the type does.
        subs = [[s for s in sub.__mro__ if s in known]
                for sub in typ.__subclasses__() if sub not in own and issubclass(cls, sub)]
        for sub in sorted(subs, key=len, reverse=True):
            found += [s for s in sub if s not in found]
        if not subs:
            found.append(typ)
    return _c3_mro(cls, abcs=found)


def _is_alias(typ):
    return isinstance(typ, GenericAlias)


def _find_impl(cls, registry):
    """The implementation that fits a class best."""
    match = None
    for typ in _compose_mro(cls, registry.keys()):
        if match is not None:
            # Two abstract classes that the class doesn't name itself, and
            # neither of which derives from the other, say different things.
            if (typ in registry and typ not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, typ)):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {typ}')
            break
        if typ in registry:
            match = typ
    return registry.get(match)


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
        try:
            return chosen[cls]
        except KeyError:
            impl = chosen[cls] = registry[cls] if cls in registry else _find_impl(cls, registry)
            return impl

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
