"""Ctrl-C during a run: the first ends it after the current test."""

__unittest = True

import weakref

_interrupt_handler = None
_results = weakref.WeakKeyDictionary()


class _InterruptHandler(object):

    def __init__(self, default_handler):
        import signal
        self.original_handler, self.called = default_handler, False
        known = {signal.SIG_DFL: signal.default_int_handler, signal.SIG_IGN: lambda signum, frame: None}
        if not isinstance(default_handler, int):
            self.default_handler = default_handler
        elif default_handler in known:
            self.default_handler = known[default_handler]
        else:
            raise TypeError("expected SIGINT signal handler to be signal.SIG_IGN, "
                            "signal.SIG_DFL, or a callable object")

    def __call__(self, signum, frame):
        import signal
        if signal.getsignal(signal.SIGINT) is not self:
            # Somebody replaced this handler and calls it from his own.
            self.default_handler(signum, frame)
        if self.called:
            self.default_handler(signum, frame)
        self.called = True
        for result in list(_results.keys()):
            result.stop()


def registerResult(result):
    """Has Ctrl-C stop the run of this result, once a handler is installed."""
    _results[result] = 1


def removeResult(result):
    """Undoes registerResult; returns whether the result was known."""
    return bool(_results.pop(result, None))


def installHandler():
    """Handles Ctrl-C from now on."""
    global _interrupt_handler
    if _interrupt_handler is None:
        import signal
        _interrupt_handler = _InterruptHandler(signal.getsignal(signal.SIGINT))
        signal.signal(signal.SIGINT, _interrupt_handler)


def removeHandler(method=None):
    """Puts the former handler back; as a decorator, while the function runs."""
    import signal
    if method is not None:
        def inner(*args, **kwargs):
            handler = signal.getsignal(signal.SIGINT)
            removeHandler()
            try:
                return method(*args, **kwargs)
            finally:
                signal.signal(signal.SIGINT, handler)
        inner.__name__ = method.__name__
        inner.__doc__ = method.__doc__
        return inner
    global _interrupt_handler
    if _interrupt_handler is not None:
        signal.signal(signal.SIGINT, _interrupt_handler.original_handler)
        _interrupt_handler = None
