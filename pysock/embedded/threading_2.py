"""Threads: what module thread has, as classes."""

import sys as _sys
import thread
from itertools import count as _numbers
from time import time as _time, sleep as _sleep
from thread import start_new_thread as _start_new_thread, allocate_lock as _allocate_lock, get_ident as _get_ident
from thread import error as ThreadError, stack_size, Condition as _Condition, RLock as _RLock, _EventBase
from _thread_common import local, run_timer as _run_timer, cancel_timer as _cancel_timer, shown as _shown

__all__ = ['activeCount', 'active_count', 'Condition', 'currentThread', 'current_thread', 'enumerate', 'Event',
           'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Timer', 'local', 'stack_size']

__absent__ = dict.fromkeys(
    ['settrace', 'setprofile'],
    'nothing is traced or profiled here: no function is called for each line that runs')

Lock = _allocate_lock
_VERBOSE = False


class _Verbose(object):
    def __init__(self, verbose=None):
        pass

    def _note(self, *args):
        pass


def RLock(*args, **kwargs):
    """Returns a new reentrant lock."""
    return _RLock(*args, **kwargs)


def Condition(*args, **kwargs):
    """Returns a new condition: a place where threads wait to be notified."""
    return _Condition(*args, **kwargs)


def Semaphore(*args, **kwargs):
    """Returns a new semaphore: a number of permits, of which acquire() takes one."""
    return _Semaphore(*args, **kwargs)


class _Semaphore(_Verbose):
    def __init__(self, value=1, verbose=None):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        _Verbose.__init__(self, verbose)
        self.__cond = Condition(Lock())
        self.__value = value

    def acquire(self, blocking=1):
        """Takes a permit; False if there is none and it may not wait."""
        with self.__cond:
            while self.__value == 0:
                if not blocking:
                    return False
                self.__cond.wait()
            self.__value -= 1
        return True

    __enter__ = acquire

    def release(self):
        """Gives a permit back."""
        with self.__cond:
            self.__value += 1
            self.__cond.notify()

    def __exit__(self, t, v, tb):
        self.release()


def BoundedSemaphore(*args, **kwargs):
    """Returns a semaphore that never has more permits than it began with."""
    return _BoundedSemaphore(*args, **kwargs)


class _BoundedSemaphore(_Semaphore):
    def __init__(self, value=1, verbose=None):
        _Semaphore.__init__(self, value, verbose)
        self._initial_value = value

    def release(self):
        """Gives a permit back; ValueError if that would be one too many."""
        with self._Semaphore__cond:
            if self._Semaphore__value >= self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._Semaphore__value += 1
            self._Semaphore__cond.notify()


def Event(*args, **kwargs):
    """Returns a new event: a flag that threads wait for."""
    return _Event(*args, **kwargs)


class _Event(_Verbose, _EventBase):
    def __init__(self, verbose=None):
        _Verbose.__init__(self, verbose)
        self.__cond = Condition(Lock())
        self.__flag = False

    def _reset_internal_locks(self):
        self.__cond.__init__(Lock())

    isSet = _EventBase.is_set


_counter = _numbers().next
_counter()  # the next one is 1


def _newname(template='Thread-%d'):
    return template % _counter()


# The threads that run, by their idents, and those that start.
_active_limbo_lock = _allocate_lock()
_active = {}
_limbo = {}


class Thread(_Verbose):
    """An activity that runs beside the others: run(), or the target it is made with."""

    __initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, verbose=None):
        assert group is None, 'group argument must be None for now'
        _Verbose.__init__(self, verbose)
        self.__name = str(name or _newname())
        self.__target, self.__args, self.__kwargs = target, args, {} if kwargs is None else kwargs
        self.__daemonic = self._set_daemon()
        self.__ident, self.__stopped = None, False
        self.__started, self.__block = Event(), Condition(Lock())
        self.__stderr = _sys.stderr  # which may be gone when the thread needs it
        self.__initialized = True

    def _block_(self):
        return self.__block

    _block = property(_block_)
    del _block_

    def _set_daemon(self):
        return current_thread().daemon

    def __repr__(self):
        assert self.__initialized, 'Thread.__init__() was not called'
        return _shown(self, self.__name, self.__started.is_set(), self.__stopped, self.__daemonic, self.__ident)

    def start(self):
        """Starts the thread; RuntimeError the second time."""
        if not self.__initialized:
            raise RuntimeError('thread.__init__() not called')
        if self.__started.is_set():
            raise RuntimeError('threads can only be started once')
        _limbo[self] = self
        try:
            _start_new_thread(self.__bootstrap, ())
        except Exception:
            del _limbo[self]
            raise
        self.__started.wait()

    def run(self):
        """What the thread does."""
        try:
            if self.__target:
                self.__target(*self.__args, **self.__kwargs)
        finally:
            del self.__target, self.__args, self.__kwargs

    def __bootstrap(self):
        self.__bootstrap_inner()

    def _set_ident(self):
        self.__ident = _get_ident()

    def __bootstrap_inner(self):
        try:
            self._set_ident()
            thread._set_name(self.__name)
            self.__started.set()
            with _active_limbo_lock:
                _active[self.__ident] = self
                del _limbo[self]
            try:
                self.run()
            except SystemExit:
                pass
            except:
                self.__tell()
            finally:
                self.__exc_clear()
        finally:
            with _active_limbo_lock:
                self.__stop()
                _active.pop(_get_ident(), None)

    def __tell(self):
        """Writes to stderr the exception that ends the thread."""
        out = self.__stderr
        if _sys is not None and _sys.stderr is not None:
            out = _sys.stderr
        if out is not None:
            import traceback
            from _traceback import advice
            out.write('Exception in thread %s:\n%s%s\n' % (
                self.name, traceback.format_exc(), advice(_sys.exc_info()[1], out)))

    __exc_clear = staticmethod(_sys.exc_clear)
    __exc_info = staticmethod(_sys.exc_info)

    def __stop(self):
        # Not by with: this runs under _active_limbo_lock, whose waiters join() wakes.
        self.__block.acquire()
        self.__stopped = True
        self.__block.notify_all()
        self.__block.release()

    def join(self, timeout=None):
        """Waits until the thread has ended, or for so many seconds."""
        if not self.__initialized:
            raise RuntimeError('Thread.__init__() not called')
        if not self.__started.is_set():
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        with self.__block:
            if timeout is None:
                while not self.__stopped:
                    self.__block.wait()
            else:
                end = _time() + timeout
                while not self.__stopped:
                    left = end - _time()
                    if left <= 0:
                        break
                    self.__block.wait(left)

    @property
    def name(self):
        assert self.__initialized, 'Thread.__init__() not called'
        return self.__name

    @name.setter
    def name(self, name):
        assert self.__initialized, 'Thread.__init__() not called'
        self.__name = str(name)

    @property
    def ident(self):
        """The number of the thread, None before it is started."""
        assert self.__initialized, 'Thread.__init__() not called'
        return self.__ident

    def isAlive(self):
        assert self.__initialized, 'Thread.__init__() not called'
        return self.__started.is_set() and not self.__stopped

    is_alive = isAlive

    @property
    def daemon(self):
        """Whether the interpreter may end without it."""
        assert self.__initialized, 'Thread.__init__() not called'
        return self.__daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self.__initialized:
            raise RuntimeError('Thread.__init__() not called')
        if self.__started.is_set():
            raise RuntimeError('cannot set daemon status of active thread')
        self.__daemonic = daemonic

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


def Timer(*args, **kwargs):
    """Returns a thread that calls a function after so many seconds."""
    return _Timer(*args, **kwargs)


class _Timer(Thread):
    def __init__(self, interval, function, args=[], kwargs={}):
        Thread.__init__(self)
        self.finished, self.interval = Event(), interval
        self.function, self.args, self.kwargs = function, args, kwargs

    run, cancel = _run_timer, _cancel_timer


class _MainThread(Thread):
    def __init__(self):
        Thread.__init__(self, name='MainThread')
        self._Thread__started.set()
        self._Thread__ident = thread._main_ident()
        with _active_limbo_lock:
            _active[self._Thread__ident] = self

    def _set_daemon(self):
        return False

    def _exitfunc(self):
        self._Thread__stop()
        t = _pickSomeNonDaemonThread()
        while t:
            t.join()
            t = _pickSomeNonDaemonThread()


def _pickSomeNonDaemonThread():
    for t in enumerate():
        if not t.daemon and t.is_alive():
            return t
    return None


class _DummyThread(Thread):
    """Stands for a thread that was started by other means than Thread."""

    def __init__(self):
        Thread.__init__(self, name=_newname('Dummy-%d'))
        del self._Thread__block
        self._Thread__started.set()
        self._set_ident()
        with _active_limbo_lock:
            _active[_get_ident()] = self

    def _set_daemon(self):
        return True

    def join(self, timeout=None):
        assert False, 'cannot join a dummy thread'


def currentThread():
    """The Thread that runs now."""
    try:
        return _active[_get_ident()]
    except KeyError:
        return _DummyThread()


current_thread = currentThread


def activeCount():
    """How many threads are alive."""
    with _active_limbo_lock:
        return len(_active) + len(_limbo)


active_count = activeCount


def _enumerate():
    return _active.values() + _limbo.values()


def enumerate():
    """The list of the threads that are alive."""
    with _active_limbo_lock:
        return _active.values() + _limbo.values()


_shutdown = _MainThread()._exitfunc
