"""Signals, timers that send them, and their handlers."""

import _signal
from _signal import *
from enum import IntEnum as _IntEnum

_Names = {name: value for name, value in vars(_signal).items() if name.isupper()}

Signals = _IntEnum('Signals', [(n, v) for n, v in _Names.items() if n[:3] == 'SIG' and n[:4] != 'SIG_'],
                   module=__name__)
Handlers = _IntEnum('Handlers', [(n, _Names[n]) for n in ('SIG_DFL', 'SIG_IGN')], module=__name__)
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
if 'SIG_BLOCK' in _Names:
    from _signal import ItimerError, struct_siginfo
    Sigmasks = _IntEnum('Sigmasks', [(n, _Names[n]) for n in ('SIG_BLOCK', 'SIG_UNBLOCK', 'SIG_SETMASK')],
                        module=__name__)
    globals().update(Sigmasks.__members__)


def _as(value, enum):
    """The member of an enum for a number, or what there is."""
    if not isinstance(value, int):
        return value
    try:
        return enum(value)
    except ValueError:
        return value


def _all(numbers):
    return {_as(n, Signals) for n in numbers}


def signal(signalnum, handler):
    """Has handler(signalnum, frame) called for a signal; returns the handler before."""
    return _as(_signal.signal(signalnum, int(handler) if isinstance(handler, Handlers) else handler), Handlers)


def getsignal(signalnum):
    """The handler of a signal; None if it is not Python's."""
    return _as(_signal.getsignal(signalnum), Handlers)


if 'SIG_BLOCK' in _Names:
    def pthread_sigmask(how, mask):
        """Changes which signals the thread blocks; returns those blocked before."""
        return _all(_signal.pthread_sigmask(how, mask))

    def sigpending():
        """The signals that have arrived while blocked."""
        return _all(_signal.sigpending())

    def sigwait(sigset):
        """Waits for one of the signals and returns it."""
        return _as(_signal.sigwait(sigset), Signals)


def valid_signals():
    """All signals that there are."""
    return _all(_signal.valid_signals())
