"""ThreadPoolExecutor: calls that run in threads."""

from concurrent.futures import _base
from itertools import count
import os
import queue
import threading
import types
import weakref

__all__ = ['ThreadPoolExecutor', 'BrokenThreadPool']

# The queues of the threads that work, for the end of the interpreter.
_threads_queues = {}
_shutdown = False
_global_shutdown_lock = threading.Lock()


def _python_exit():
    """Lets all threads end; the interpreter calls it before it waits for them."""
    global _shutdown
    with _global_shutdown_lock:
        _shutdown = True
    working = dict(_threads_queues)
    for calls in working.values():
        calls.put(None)
    for thread in working:
        thread.join()


threading._register_atexit(_python_exit)


class _WorkItem:
    """A call, and the future that gets what comes of it."""

    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, future, *call):
        self.future = future
        self.fn, self.args, self.kwargs = call

    def run(self):
        if self.future.set_running_or_notify_cancel():
            try:
                result = self.fn(*self.args, **self.kwargs)
            except BaseException as exc:
                self.future.set_exception(exc)
                self = None  # the traceback must not keep it
            else:
                self.future.set_result(result)


def _waiting(calls):
    """Takes all calls that no thread has begun."""
    while True:
        try:
            item = calls.get_nowait()
        except queue.Empty:
            return
        if item is not None:
            yield item


def _initialized(executor_reference, initializer, initargs):
    try:
        initializer(*initargs)
        return True
    except BaseException:
        _base._log('Exception in initializer:', exc_info=True)
        executor = executor_reference()
        if executor is not None:
            executor._initializer_failed()
        return False


def _note_idle(executor):
    if executor is not None:
        executor._idle_semaphore.release()


def _is_over(executor):
    """Whether there will be no calls any more."""
    if executor is not None and _shutdown:
        executor._shutdown = True
    return executor is None or executor._shutdown


def _worker(executor_reference, work_queue, initializer, initargs):
    """What each thread does: the calls of the queue, until a None."""
    try:
        if initializer is None or _initialized(executor_reference, initializer, initargs):
            item = True
            while item is not None or not _is_over(executor_reference()):
                try:
                    item = work_queue.get_nowait()
                except queue.Empty:
                    _note_idle(executor_reference())
                    item = work_queue.get(block=True)
                if item is not None:
                    item.run()
                    item = True  # and not the call, which may hold much
            work_queue.put(None)  # for the next thread
    except BaseException:
        _base._log('Exception in worker', exc_info=True)
    finally:
        _threads_queues.pop(threading.current_thread(), None)


class BrokenThreadPool(_base.BrokenExecutor):
    """A thread of the pool couldn't be initialized."""


class ThreadPoolExecutor(_base.Executor):
    _numbers = count()

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        self._max_workers = min(32, (os.cpu_count() or 1) + 4) if max_workers is None else max_workers
        if self._max_workers < 1:
            raise ValueError('max_workers must be greater than 0')
        if not (initializer is None or callable(initializer)):
            raise TypeError('initializer must be a callable')
        self._initializer, self._initargs = initializer, initargs
        self._thread_name_prefix = thread_name_prefix or 'ThreadPoolExecutor-%d' % next(self._numbers)
        self._threads = set()
        self._work_queue, self._idle_semaphore = queue.SimpleQueue(), threading.Semaphore(0)
        self._broken = self._shutdown = False
        self._shutdown_lock = threading.Lock()

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _global_shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            f = _base.Future()
            self._work_queue.put(_WorkItem(f, fn, args, kwargs))
            self._adjust_thread_count()
            return f

    submit.__doc__ = _base.Executor.submit.__doc__

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        if len(self._threads) >= self._max_workers:
            return
        calls = self._work_queue
        thread = threading.Thread(
            target=_worker, name='%s_%d' % (self._thread_name_prefix or self, len(self._threads)),
            args=(weakref.ref(self, lambda gone: calls.put(None)), calls, self._initializer, self._initargs))
        thread.start()
        self._threads.add(thread)
        _threads_queues[thread] = calls

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
            for item in _waiting(self._work_queue):
                item.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for item in _waiting(self._work_queue):
                    item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    shutdown.__doc__ = _base.Executor.shutdown.__doc__
