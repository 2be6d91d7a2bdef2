"""Threads of tests."""

import contextlib

can_start_thread = True


def requires_working_threading(*, module=False):
    return None if module else lambda test: test


def threading_setup():
    return ()


def threading_cleanup(*values):
    pass


def reap_threads(f):
    return f


def join_thread(thread, timeout=30):
    thread.join(timeout)
    if thread.is_alive():
        raise AssertionError('failed to join the thread in %.1f seconds' % timeout)


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    started = []
    try:
        for t in threads:
            t.start()
            started.append(t)
        yield
    finally:
        if unlock:
            unlock()
        for t in started:
            join_thread(t)


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    yield
