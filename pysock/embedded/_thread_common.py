"""What the modules threading of both Pythons share."""

try:
    import _thread as _core
except ImportError:
    import thread as _core
from _collections import _static

__name__ = 'threading'


class local(_core._local_base):
    """Its attributes are others in each thread."""

    __slots__ = '_local__impl', '__dict__'

    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        _core._local_attach(self, args, kwargs)
        return self


_static(local, _core.__name__ + '._local')


def shown(thread, name, started, stopped, daemon, ident):
    """The repr of a thread."""
    words = ['stopped' if stopped else 'started' if started else 'initial']
    if daemon:
        words.append('daemon')
    if ident is not None:
        words.append(str(ident))
    return '<%s(%s, %s)>' % (thread.__class__.__name__, name, ' '.join(words))


def run_timer(self):
    """Call the function, unless the timer is cancelled before its time."""
    if not self.finished.wait(self.interval):
        self.function(*self.args, **self.kwargs)
    self.finished.set()


def cancel_timer(self):
    """Stop the timer, if its time hasn't come."""
    self.finished.set()


run_timer.__name__, cancel_timer.__name__ = 'run', 'cancel'
