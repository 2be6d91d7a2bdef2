"""What is called when the interpreter ends, the last one registered first."""

from _thread import _atexit as _callbacks, _set_atexit, _unraisable


def register(func, /, *args, **kwargs):
    """Has func(*args, **kwargs) called at exit; returns func."""
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _callbacks.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Forgets all calls of a function."""
    _callbacks[:] = [call for call in _callbacks if not (call[0] is func or call[0] == func)]


def _clear():
    del _callbacks[:]


def _ncallbacks():
    return len(_callbacks)


def _run_exitfuncs():
    while _callbacks:
        func, args, kwargs = _callbacks.pop()
        try:
            func(*args, **kwargs)
        except BaseException as e:
            _unraisable('Exception ignored in atexit callback', e, func)


_set_atexit(_run_exitfuncs)
