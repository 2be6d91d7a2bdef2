"""The types that have no name among the built-ins, and ways to make classes."""

import sys


class _Sample:
    __slots__ = ('slot',)

    def generator(self):
        yield lambda: self

    async def coroutine(self):
        pass

    async def async_generator(self):
        yield


FunctionType = LambdaType = type(_Sample.generator)
CodeType = type(_Sample.generator.__code__)
MethodType = type(_Sample().generator)
GeneratorType = type(_Sample().generator())
CellType = type(next(_Sample().generator()).__closure__[0])
AsyncGeneratorType = type(_Sample().async_generator())
_coroutine = _Sample().coroutine()
CoroutineType = type(_coroutine)
_coroutine.close()

BuiltinFunctionType, BuiltinMethodType = type(len), type([].append)
ModuleType, FrameType = type(sys), type(sys._getframe())
MappingProxyType, SimpleNamespace = type(type.__dict__), type(sys.implementation)
GenericAlias, UnionType = type(list[int]), type(int | str)
EllipsisType, NoneType, NotImplementedType = type(...), type(None), type(NotImplemented)
MethodDescriptorType, ClassMethodDescriptorType = type(str.join), type(dict.__dict__['fromkeys'])
WrapperDescriptorType, MethodWrapperType = type(object.__init__), type(object().__str__)
GetSetDescriptorType, MemberDescriptorType = type(int.real), type(_Sample.slot)


def _traceback():
    try:
        1 / 0
    except ZeroDivisionError as exc:
        return exc.__traceback__


TracebackType = type(_traceback())

del sys, _Sample, _coroutine, _traceback


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Make a class as a class statement does; exec_body fills its namespace."""
    resolved_bases = resolve_bases(bases)
    meta, ns, kwds = prepare_class(name, resolved_bases, kwds)
    if exec_body is not None:
        exec_body(ns)
    if resolved_bases is not bases:
        ns['__orig_bases__'] = bases
    return meta(name, resolved_bases, ns, **kwds)


def resolve_bases(bases):
    """The bases that __mro_entries__ puts in the place of what isn't a class."""
    resolved = []
    changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            resolved.append(base)
            continue
        changed = True
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        resolved.extend(entries)
    return tuple(resolved) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace and the other keywords of a class to be made."""
    kwds = dict(kwds) if kwds is not None else {}
    meta = kwds.pop('metaclass', None)
    if meta is None:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = _calculate_meta(meta, bases)
    ns = meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}
    return meta, ns, kwds


def _calculate_meta(meta, bases):
    """The metaclass that derives from those of all bases."""
    winner = meta
    for base in bases:
        base_meta = type(base)
        if issubclass(base_meta, winner):
            winner = base_meta
        elif not issubclass(winner, base_meta):
            raise TypeError("metaclass conflict: "
                            "the metaclass of a derived class "
                            "must be a (non-strict) subclass "
                            "of the metaclasses of all its bases")
    return winner


class DynamicClassAttribute:
    """A property of instances; the class looks the name up by __getattr__."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))
        self.overwrite_doc = doc is None
        self.__doc__ = doc or fget.__doc__

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            return self._needed(self.fget, "unreadable attribute")(instance)
        if not self.__isabstractmethod__:
            raise AttributeError()
        return self

    def __set__(self, instance, value):
        self._needed(self.fset, "can't set attribute")(instance, value)

    def __delete__(self, instance):
        self._needed(self.fdel, "can't delete attribute")(instance)

    def _needed(self, function, problem):
        if function is None:
            raise AttributeError(problem)
        return function

    def _with(self, fget, fset, fdel, doc=None):
        made = type(self)(fget, fset, fdel, doc or self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made

    def getter(self, fget):
        return self._with(fget, self.fset, self.fdel, fget.__doc__ if self.overwrite_doc else None)

    def setter(self, fset):
        return self._with(self.fget, fset, self.fdel)

    def deleter(self, fdel):
        return self._with(self.fget, self.fset, fdel)


def _of_wrapped(name):
    return property(lambda self: getattr(self._wrapped, name))


_CO_GENERATOR, _CO_COROUTINE, _CO_ITERABLE_COROUTINE = 0x20, 0x80, 0x100


class _GeneratorWrapper:
    """A generator that can be awaited."""

    def __init__(self, gen):
        self._wrapped = gen
        for name in '__name__', '__qualname__':
            setattr(self, name, getattr(gen, name, None))

    def __iter__(self):
        return self._wrapped if isinstance(self._wrapped, GeneratorType) else self

    __await__ = __iter__

    def __next__(self):
        return next(self._wrapped)

    def send(self, val):
        return self._wrapped.send(val)

    def throw(self, tp, *rest):
        return self._wrapped.throw(tp, *rest)

    def close(self):
        return self._wrapped.close()

    gi_code = cr_code = _of_wrapped('gi_code')
    gi_frame = cr_frame = _of_wrapped('gi_frame')
    gi_running = cr_running = _of_wrapped('gi_running')
    gi_yieldfrom = cr_await = _of_wrapped('gi_yieldfrom')


def coroutine(func):
    """Make a generator function one whose generators can be awaited."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if isinstance(func, FunctionType):
        flags = func.__code__.co_flags
        if flags & (_CO_COROUTINE | _CO_ITERABLE_COROUTINE):
            return func
        if flags & _CO_GENERATOR:
            func.__code__ = func.__code__.replace(co_flags=flags | _CO_ITERABLE_COROUTINE)
            return func
    from functools import wraps
    from collections.abc import Coroutine, Generator

    @wraps(func)
    def wrapped(*args, **kwargs):
        coro = func(*args, **kwargs)
        if coro.__class__ is CoroutineType:
            return coro
        if isinstance(coro, Generator) and not isinstance(coro, Coroutine):
            return _GeneratorWrapper(coro)
        return coro
    return wrapped


__all__ = [n for n in globals() if n[:1] != '_']
