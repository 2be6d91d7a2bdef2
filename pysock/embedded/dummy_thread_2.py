"""Module thread for systems without threads: what is started runs at once."""

import traceback as _traceback

__all__ = ['error', 'start_new_thread', 'exit', 'get_ident', 'allocate_lock', 'interrupt_main', 'LockType']


class error(Exception):
    pass


_interrupt = False
_main = True


def start_new_thread(function, args, kwargs={}):
    """Calls the function, and returns when it does."""
    global _interrupt, _main
    if type(args) is not type(tuple()):
        raise TypeError('2nd arg must be a tuple')
    if type(kwargs) is not type(dict()):
        raise TypeError('3rd arg must be a dict')
    _main = False
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except:
        _traceback.print_exc()
    _main = True
    if _interrupt:
        _interrupt = False
        raise KeyboardInterrupt


def exit():
    raise SystemExit


def get_ident():
    return -1


def allocate_lock():
    return LockType()


def stack_size(size=None):
    if size is not None:
        raise error('setting thread stack size not supported')
    return 0


class LockType(object):
    """A lock that never waits."""

    def __init__(self):
        self.locked_status = False

    def acquire(self, waitflag=None):
        if self.locked_status and waitflag is not None and not waitflag:
            return False
        self.locked_status = True
        return True

    def release(self):
        held, self.locked_status = self.locked_status, False
        if not held:
            raise error
        return True

    def locked(self):
        return self.locked_status

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()


def interrupt_main():
    """Has KeyboardInterrupt raised when the function that was started is done."""
    global _interrupt
    if _main:
        raise KeyboardInterrupt
    _interrupt = True
