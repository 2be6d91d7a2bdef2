"""AsyncMock: a mock whose calls are awaited."""

import inspect
import types

from ._mock_calls import DEFAULT, _Call, _CallList, call_text
from .mock import Base, MagicMixin, Mock, _is_async_func, _is_exception, _noted

__unittest = True


class AsyncMockMixin(Base):
    """What a mock needs to be awaited: await_count and its like are noted when
    the coroutine that a call returns has run."""

    await_count = _noted("await_count")
    await_args = _noted("await_args")
    await_args_list = _noted("await_args_list")

    def __init__(self, /, *args, **kwargs):
        self.__dict__["_mock_delegate"] = None
        AsyncMockMixin._forget(self)
        super().__init__(*args, **kwargs)
        code = types.SimpleNamespace(co_flags=inspect.CO_COROUTINE)
        self.__dict__["__code__"] = code

    @property
    def _is_coroutine(self):  # asyncio.iscoroutinefunction looks for it
        import asyncio.coroutines
        return asyncio.coroutines._is_coroutine

    def _forget(self):
        self.await_count = 0
        self.await_args = None
        self.await_args_list = _CallList()

    async def _execute_mock_call(self, /, *args, **kwargs):
        made = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
                if inspect.iscoroutinefunction(effect) or inspect.iscoroutine(result):
                    result = await result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            result = self._mock_wraps(*args, **kwargs)
            return await result if inspect.isawaitable(result) else result
        return self.return_value

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        AsyncMockMixin._forget(self)

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._shown_name()} to have been awaited.")

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._shown_name()} to have been awaited once."
                                 f" Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        """The last await had these arguments."""
        if self.await_args is None:
            expected = call_text(self._shown_name(), args, kwargs)
            raise AssertionError(f"Expected await: {expected}\nNot awaited")
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(self.await_args) != expected:
            text = (f"expected await not found.\n"
                    f"Expected: {call_text(self._shown_name(), args, kwargs)}\n"
                    f"  Actual: {call_text(self._shown_name(), *self.await_args)}")
            raise AssertionError(text) from (expected if isinstance(expected, Exception) else None)

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Some await had these arguments."""
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        failed = isinstance(expected, Exception)
        if failed or not any(expected == self._call_matcher(c) for c in self.await_args_list):
            raise AssertionError("%s await not found" % call_text(
                self._shown_name(), args, kwargs)) from (expected if failed else None)

    def assert_has_awaits(self, calls, any_order=False):
        """The awaits were made, one after the other, or in any order."""
        expected = [self._call_matcher(c) for c in calls]
        cause = next((e for e in expected if isinstance(e, Exception)), None)
        made = _CallList(self._call_matcher(c) for c in self.await_args_list)
        if not any_order:
            if expected in made:
                return
            problem = "Awaits not found."
            if cause is not None:
                problem = "Error processing expected awaits.\nErrors: {}".format(
                    [e if isinstance(e, Exception) else None for e in expected])
            raise AssertionError(f"{problem}\nExpected: {_CallList(calls)}\n"
                                 f"Actual: {self.await_args_list}") from cause
        left, lacking = list(made), []
        for one in expected:
            try:
                left.remove(one)
            except ValueError:
                lacking.append(one)
        if lacking:
            raise AssertionError("%r not all found in await list" % (tuple(lacking),)) from cause

    def assert_not_awaited(self):
        if self.await_count != 0:
            raise AssertionError(f"Expected {self._shown_name()} to not have been awaited."
                                 f" Awaited {self.await_count} times.")


AsyncMockMixin.__module__ = "unittest.mock"


class AsyncMagicMixin(MagicMixin):
    __module__ = "unittest.mock"


class AsyncMock(AsyncMockMixin, AsyncMagicMixin, Mock):
    """A mock of an async function: a call of it gives a coroutine."""

    __module__ = "unittest.mock"
