"""What is called when the interpreter ends, the last one registered first."""

_callbacks = []


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
            _tell(e, func)


def _tell(exc, func):
    import sys
    hook = getattr(sys, 'unraisablehook', None)
    if hook is not None and hook is not getattr(sys, '__unraisablehook__', None):
        import types
        hook(types.SimpleNamespace(exc_type=type(exc), exc_value=exc, exc_traceback=exc.__traceback__,
                                   err_msg='Exception ignored in atexit callback', object=func))
        return
    if sys.stderr is not None:
        import traceback
        sys.stderr.write('Exception ignored in atexit callback: %r\n' % (func,))
        traceback.print_exception(exc)
