"""Context managers, and what makes them."""

import abc
import sys
from _abc import _check_methods
from functools import wraps

__all__ = [
    "asynccontextmanager", "contextmanager", "closing", "nullcontext",
    "AbstractContextManager", "AbstractAsyncContextManager", "AsyncExitStack",
    "ContextDecorator", "ExitStack", "redirect_stdout", "redirect_stderr",
    "suppress", "aclosing", "chdir",
]


_end = object()  # stands for the item behind the last one


def _generic(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


class AbstractContextManager(abc.ABC):
    """Base of context managers; anything with their methods counts as one."""

    __class_getitem__ = classmethod(_generic)

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return _check_methods(C, "__enter__", "__exit__")
        return NotImplemented


class AbstractAsyncContextManager(abc.ABC):
    """AbstractContextManager for async with."""

    __class_getitem__ = classmethod(_generic)

    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return _check_methods(C, "__aenter__", "__aexit__")
        return NotImplemented


class ContextDecorator(object):
    """Makes a context manager work as a decorator too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator(object):
    """ContextDecorator for async functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


class _GeneratorManager:
    """What the managers made of generators share."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def _begin(self):
        # A decorator makes another one for each call; this one needs no more.
        del self.args, self.kwds, self.func

    def _passed(self, exc, value, traceback, stop):
        """Tell whether exc, which left the generator, is only value again."""
        if exc is value:
            exc.__traceback__ = traceback
            return True
        if isinstance(exc, RuntimeError) and isinstance(value, stop) and exc.__cause__ is value:
            value.__traceback__ = traceback
            return True
        return False


class _GeneratorContextManager(_GeneratorManager, AbstractContextManager, ContextDecorator):
    """A context manager whose block is the yield of a generator."""

    def __enter__(self):
        self._begin()
        value = next(self.gen, _end)
        if value is _end:
            raise RuntimeError("generator didn't yield") from None
        return value

    def __exit__(self, typ, value, traceback):
        if typ is None:
            if next(self.gen, _end) is not _end:
                raise RuntimeError("generator didn't stop")
            return False
        if value is None:
            value = typ()
        try:
            self.gen.throw(typ, value, traceback)
        except StopIteration as exc:
            return exc is not value
        except BaseException as exc:
            if self._passed(exc, value, traceback, StopIteration):
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(_GeneratorManager, AbstractAsyncContextManager, AsyncContextDecorator):
    """The same for async with."""

    async def __aenter__(self):
        self._begin()
        value = await anext(self.gen, _end)
        if value is _end:
            raise RuntimeError("generator didn't yield") from None
        return value

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            if await anext(self.gen, _end) is not _end:
                raise RuntimeError("generator didn't stop")
            return False
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(typ, value, traceback)
        except StopAsyncIteration as exc:
            return exc is not value
        except BaseException as exc:
            if self._passed(exc, value, traceback, (StopIteration, StopAsyncIteration)):
                return False
            raise
        raise RuntimeError("generator didn't stop after athrow()")


def contextmanager(func):
    """Make a context manager of a generator function that yields once."""
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """Make an asynchronous context manager of an async generator function."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    """Context to close a thing at the end of its block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Context to await thing.aclose() at the end of its block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _Setting(AbstractContextManager):
    """Sets something for a block and puts back what was there. The same one may
    be entered again inside."""

    def __init__(self, value):
        self._value, self._before = value, []

    def __enter__(self):
        self._before.append(self._get())
        self._set(self._value)
        return self._value

    def __exit__(self, *excinfo):
        self._set(self._before.pop())


class redirect_stdout(_Setting):
    """Context that sends what is printed to another file."""

    def _get(self):
        return sys.stdout

    def _set(self, file):
        sys.stdout = file


class redirect_stderr(_Setting):
    """Context that sends what goes to sys.stderr to another file."""

    def _get(self):
        return sys.stderr

    def _set(self, file):
        sys.stderr = file


class suppress(AbstractContextManager):
    """Context that ends quietly with an exception of these classes."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Context that does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(_Setting):
    """Context that runs in another working directory."""

    def _get(self):
        import os
        return os.getcwd()

    def _set(self, path):
        import os
        os.chdir(path)

    def __enter__(self):
        super().__enter__()


def _unsupported(cls, what):
    return TypeError("'%s.%s' object does not support the %scontext manager protocol" % (
        cls.__module__, cls.__qualname__, what))


class _BaseExitStack:
    """The list of what is to be done at the end: (is_sync, callback) pairs."""

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        """Move all to a new stack, and return that."""
        other = type(self)()
        other._exit_callbacks, self._exit_callbacks = self._exit_callbacks, []
        return other

    def push(self, exit):
        """Call an __exit__ method, or a function like one, at the end."""
        cls = type(exit)
        try:
            method = cls.__exit__
        except AttributeError:
            self._push_exit_callback(exit)
        else:
            self._push_cm_exit(exit, method)
        return exit

    def enter_context(self, cm):
        """Enter a context manager, to be left at the end."""
        cls = type(cm)
        try:
            enter, exit = cls.__enter__, cls.__exit__
        except AttributeError:
            raise _unsupported(cls, "") from None
        result = enter(cm)
        self._push_cm_exit(cm, exit)
        return result

    def callback(self, callback, /, *args, **kwds):
        """Call a function with these arguments at the end."""
        def wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        wrapper.__wrapped__ = callback
        self._push_exit_callback(wrapper)
        return callback

    def _push_cm_exit(self, cm, exit, is_sync=True):
        self._push_exit_callback(_Method(exit, cm), is_sync)

    def _push_exit_callback(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))


_Method = type(_BaseExitStack().pop_all)


class _Unwinding:
    """The exception that goes on while a stack is unwound."""

    def __init__(self, exc):
        self.exc = exc
        self.received = exc is not None
        self.around = sys.exc_info()[1]
        self.swallowed = self.pending = False

    def details(self):
        if self.exc is None:
            return None, None, None
        return type(self.exc), self.exc, self.exc.__traceback__

    def done(self, swallow):
        if swallow:
            self.swallowed, self.pending, self.exc = True, False, None

    def replaced(self, new):
        """A callback raised new while the former exception went on, though it
        wasn't being handled: make that the context, as nested with statements
        would."""
        last, old = new, self.exc
        while True:
            context = last.__context__
            if context is None or context is old:
                break
            if context is self.around:
                last.__context__ = old
                break
            last = context
        else:
            last.__context__ = old
        if last.__context__ is None and last is not old:
            last.__context__ = old
        self.pending, self.exc = True, new

    def end(self):
        if self.pending:
            # Raising it would make what is being handled its context.
            fixed = self.exc.__context__
            try:
                raise self.exc
            except BaseException:
                self.exc.__context__ = fixed
                raise
        return self.received and self.swallowed


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Context manager for a number of others that is found out on the way."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        state = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            is_sync, cb = self._exit_callbacks.pop()
            try:
                state.done(cb(*state.details()))
            except BaseException as new:
                state.replaced(new)
        return state.end()

    def close(self):
        """Unwind the stack now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """ExitStack for async with, which takes asynchronous managers too."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager, to be left at the end."""
        cls = type(cm)
        try:
            enter, exit = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise _unsupported(cls, "asynchronous ") from None
        result = await enter(cm)
        self._push_cm_exit(cm, exit, False)
        return result

    def push_async_exit(self, exit):
        """Await an __aexit__ method, or a function like one, at the end."""
        cls = type(exit)
        try:
            method = cls.__aexit__
        except AttributeError:
            self._push_exit_callback(exit, False)
        else:
            self._push_cm_exit(exit, method, False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Await a coroutine function with these arguments at the end."""
        async def wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        wrapper.__wrapped__ = callback
        self._push_exit_callback(wrapper, False)
        return callback

    async def aclose(self):
        """Unwind the stack now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        state = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            is_sync, cb = self._exit_callbacks.pop()
            try:
                swallow = cb(*state.details())
                state.done(swallow if is_sync else await swallow)
            except BaseException as new:
                state.replaced(new)
        return state.end()
