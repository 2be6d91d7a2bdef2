"""The abstract base classes of containers: what collections.abc shows."""

import _collections_abc_common as _common
from _collections_abc_common import *
from _collections_abc_common import ABCMeta, abstract as _abstract, abstractmethod, Collection, Reversible
from _collections import deque as _deque
import sys

__name__ = 'collections.abc'
__all__ = ['Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'Hashable', 'Iterable',
           'Iterator', 'Generator', 'Reversible', 'Sized', 'Container', 'Callable', 'Collection', 'Set', 'MutableSet',
           'Mapping', 'MutableMapping', 'MappingView', 'KeysView', 'ItemsView', 'ValuesView', 'Sequence',
           'MutableSequence', 'ByteString']

GenericAlias = type(list[int])
EllipsisType = type(...)


def FunctionType():
    yield


generator = type(FunctionType())
FunctionType = type(FunctionType)


async def coroutine():
    pass


async def async_generator():
    yield


def _type_of_closed(started):
    started.close()
    return type(started)


coroutine, async_generator = _type_of_closed(coroutine()), type(async_generator())

bytes_iterator, bytearray_iterator = type(iter(b'')), type(iter(bytearray()))
dict_keys, dict_values, dict_items = type({}.keys()), type({}.values()), type({}.items())
dict_keyiterator, dict_valueiterator = type(iter({}.keys())), type(iter({}.values()))
dict_itemiterator = type(iter({}.items()))
list_iterator, list_reverseiterator = type(iter([])), type(iter(reversed([])))
range_iterator = longrange_iterator = type(iter(range(0)))
set_iterator, str_iterator, tuple_iterator, zip_iterator = [type(iter(v)) for v in (set(), '', (), zip())]
mappingproxy = type(type.__dict__)


def _raise(typ, val, tb):
    """What throw does in a generator that catches nothing."""
    if val is None and tb is not None:
        val = typ()
    if tb is not None:
        val = val.with_traceback(tb)
    raise typ if val is None else val


def _close(self, kind):
    try:
        self.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError(kind + " ignored GeneratorExit")


@_abstract('__await__')
class Awaitable(object):
    @abstractmethod
    def __await__(self):
        yield

    __class_getitem__ = _common.subscriptable


@_abstract('__await__ send throw close')
class Coroutine(Awaitable):
    @abstractmethod
    def send(self, value):
        """Go on with a value; return what is yielded, or raise StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raise an exception inside; return what is yielded, or raise StopIteration."""
        _raise(typ, val, tb)

    def close(self):
        """Raise GeneratorExit inside."""
        _close(self, 'coroutine')


@_abstract('__iter__ __next__ send throw close')
class Generator(Iterator):
    def __next__(self):
        """Return the next item, or raise StopIteration."""
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Go on with a value; return what is yielded, or raise StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raise an exception inside; return what is yielded, or raise StopIteration."""
        _raise(typ, val, tb)

    def close(self):
        """Raise GeneratorExit inside."""
        _close(self, 'generator')


@_abstract('__aiter__')
class AsyncIterable(object):
    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __class_getitem__ = _common.subscriptable


@_abstract('__anext__ __aiter__')
class AsyncIterator(AsyncIterable):
    @abstractmethod
    async def __anext__(self):
        """Return the next item, or raise StopAsyncIteration."""
        raise StopAsyncIteration

    def __aiter__(self):
        return self


@_abstract('__aiter__ __anext__ asend athrow aclose')
class AsyncGenerator(AsyncIterator):
    async def __anext__(self):
        """Return the next item, or raise StopAsyncIteration."""
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Go on with a value."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Raise an exception inside."""
        _raise(typ, val, tb)

    async def aclose(self):
        """Raise GeneratorExit inside."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")


def _CallableGenericAlias(origin, args):
    """Callable[[arguments], result]: its arguments are kept in one row."""
    if not (isinstance(args, tuple) and len(args) == 2):
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    params, result = args
    if isinstance(params, (tuple, list)):
        args = (*params, result)
    elif params is not ... and type(params).__name__ not in ('ParamSpec', '_ConcatenateGenericAlias'):
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {params}")
    return GenericAlias(origin, args)


Callable.__class_getitem__ = classmethod(lambda cls, args: _CallableGenericAlias(cls, args))


def _update(self, other=(), /, **kwds):
    """Set the items of a mapping, of an iterable of pairs, and by name."""
    _common.set_items(self, other, kwds)


_update.__name__, _update.__qualname__ = 'update', 'MutableMapping.update'
MutableMapping.update = _update


@_abstract()
class ByteString(Sequence):
    """What bytes and bytearray have in common."""


for _abc, _types in ((Coroutine, [coroutine]), (AsyncGenerator, [async_generator]), (Generator, [generator]),
                     (Iterator, [bytes_iterator, bytearray_iterator, dict_keyiterator, dict_valueiterator,
                                 dict_itemiterator, list_iterator, list_reverseiterator, range_iterator,
                                 set_iterator, str_iterator, tuple_iterator, zip_iterator]),
                     (Mapping, [mappingproxy]), (KeysView, [dict_keys]), (ItemsView, [dict_items]),
                     (ValuesView, [dict_values]), (Sequence, [tuple, str, range, memoryview]),
                     (ByteString, [bytes, bytearray]), (MutableSequence, [bytearray, _deque])):
    for _type in _types:
        _abc.register(_type)
del _abc, _types, _type, _update

if 'weakref' in sys.modules:
    MutableMapping.register(sys.modules['weakref']._Mapping)
    MutableSet.register(sys.modules['weakref'].WeakSet)
