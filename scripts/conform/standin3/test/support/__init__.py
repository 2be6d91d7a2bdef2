"""What CPython's language tests ask of test.support, as small as they allow."""

import contextlib
import os
import sys
import unittest

verbose = 0
use_resources = None
max_memuse = 0
real_max_memuse = 0
failfast = False
Py_DEBUG = False
HAVE_DOCSTRINGS = True
MISSING_C_DOCSTRINGS = False
is_emscripten = is_wasi = is_jython = is_android = is_apple = False
MS_WINDOWS = False
has_fork_support = hasattr(os, "fork")
has_subprocess_support = has_socket_support = True
HAVE_ASAN_FORK_BUG = False
unix_shell = '/bin/sh'
PIPE_MAX_SIZE = 4 * 1024 * 1024 + 1
SHORT_TIMEOUT = 30.0
LOOPBACK_TIMEOUT = 5.0
LONG_TIMEOUT = 300.0
MAX_Py_ssize_t = sys.maxsize
REPO_ROOT = sys.prefix
_1M, _1G, _2G, _4G = 1 << 20, 1 << 30, 2 << 30, 4 << 30
NHASHBITS = 64
HAVE_ASAN_FORK_BUG = False
has_strftime_extensions = True
_1M = 1024 * 1024
_1G = 1024 * _1M
_2G = 2 * _1G
_4G = 4 * _1G
SOCK_MAX_SIZE = 16 * 1024 * 1024 + 1


class Error(Exception):
    pass


class TestFailed(Error):
    pass


class TestDidNotRun(Error):
    pass


class ResourceDenied(unittest.SkipTest):
    pass


# Which tests run: those of the language, not those of one implementation, and
# none that takes gigabytes or minutes.

def cpython_only(test):
    return unittest.skip('about CPython alone')(test)


def check_impl_detail(**guards):
    return not any(guards.values()) if guards else False


def impl_detail(msg=None, **guards):
    if check_impl_detail(**guards):
        return lambda test: test
    return unittest.skip(msg or 'about one implementation')


def _as_is(test):
    return test


refcount_test = cpython_only
no_tracing = requires_IEEE_754 = requires_docstrings = _as_is
requires_zlib = requires_gzip = requires_bz2 = requires_lzma = lambda reason=None: _as_is
requires_subprocess = lambda: _as_is
requires_working_socket = lambda *, module=False: None if module else _as_is


def requires_fork():
    return unittest.skipUnless(has_fork_support, 'no os.fork')


skip_if_pgo_task = skip_if_buggy_ucrt_strfptime = requires_type_collecting = _as_is


def requires_legacy_unicode_capi(*args):
    return _as_is(*args) if args else _as_is


def skip_if_broken_multiprocessing_synchronize():
    raise unittest.SkipTest('no multiprocessing')


def run_with_tz(tz):
    """Runs the test in a time zone."""
    def decorate(f):
        import functools
        import os
        import time

        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            before = os.environ.get('TZ')
            os.environ['TZ'] = tz
            time.tzset()
            try:
                return f(*args, **kwargs)
            finally:
                if before is None:
                    del os.environ['TZ']
                else:
                    os.environ['TZ'] = before
                time.tzset()
        return wrapper
    return decorate


def patch(test, obj, name, value):
    """Sets an attribute until the test is over."""
    before = getattr(obj, name)
    test.addCleanup(setattr, obj, name, before)
    setattr(obj, name, value)


def wait_process(pid, *, exitcode, timeout=None):
    import os
    pid, status = os.waitpid(pid, 0)
    if os.waitstatus_to_exitcode(status) != exitcode:
        raise AssertionError('process %d ended with status %d' % (pid, status))


class Matcher:
    """Compares records, as dicts, with what some of their entries are to be; of
    some, only a part."""

    _partial_matches = ('msg', 'message')

    def matches(self, d, **kwargs):
        return all(value in (d.get(name) or '') if name in self._partial_matches else value == d.get(name)
                   for name, value in kwargs.items())


def requires_mac_ver(*version):
    return _as_is


def skip_if_sanitizer(reason=None, **kinds):
    return _as_is


def check_sanitizer(**kinds):
    return False


def has_no_debug_ranges():
    return False


def requires_debug_ranges(reason=None):
    return _as_is


def maybe_get_event_loop_policy():
    return None


def wait_process(pid, *, exitcode, timeout=None):
    """Waits for a child process, which must end with that code."""
    import os
    _, status = os.waitpid(pid, 0)
    if os.WEXITSTATUS(status) != exitcode:
        raise AssertionError('process ended with %d, not %d' % (os.WEXITSTATUS(status), exitcode))


def requires_resource(resource):
    return unittest.skip('takes the resource ' + resource)


def requires(resource, msg=None):
    """Lets tests of the network run: who goes beyond this machine asks for the
    internet too."""
    if resource != 'network':
        raise ResourceDenied(msg or 'takes the resource ' + resource)


def is_resource_enabled(resource):
    return False


def requires_limited_api(test):
    return unittest.skip('about the C API')(test)


def bigmemtest(size, memuse, dry_run=True):
    """Runs the test with a small size instead."""
    def decorate(f):
        def wrapper(self):
            return f(self, 5147)
        wrapper.__name__ = f.__name__
        return wrapper if dry_run else unittest.skip('takes much memory')(wrapper)
    return decorate


def bigaddrspacetest(f):
    return unittest.skip('takes much memory')(f)


@contextlib.contextmanager
def run_with_locale(catstr, *locales):
    if locales != ('',):
        raise unittest.SkipTest('about locales')
    yield


# Helpers.

def gc_collect():
    import gc
    gc.collect()


@contextlib.contextmanager
def captured_output(name):
    import io
    before = getattr(sys, name)
    setattr(sys, name, io.StringIO())
    try:
        yield getattr(sys, name)
    finally:
        setattr(sys, name, before)


def captured_stdout():
    return captured_output('stdout')


def captured_stderr():
    return captured_output('stderr')


def captured_stdin():
    return captured_output('stdin')


@contextlib.contextmanager
def swap_attr(obj, attr, value):
    missing = object()
    before = getattr(obj, attr, missing)
    setattr(obj, attr, value)
    try:
        yield None if before is missing else before
    finally:
        if before is missing:
            if hasattr(obj, attr):
                delattr(obj, attr)
        else:
            setattr(obj, attr, before)


@contextlib.contextmanager
def swap_item(obj, key, value):
    missing = object()
    before = obj[key] if key in obj else missing
    obj[key] = value
    try:
        yield None if before is missing else before
    finally:
        if before is missing:
            obj.pop(key, None)
        else:
            obj[key] = before


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest('object %r has no attribute %r' % (obj, name))


@contextlib.contextmanager
def adjust_int_max_str_digits(digits):
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(digits)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(before)


@contextlib.contextmanager
def infinite_recursion(max_depth=75):
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max_depth)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


class catch_unraisable_exception:
    """Keeps what sys.unraisablehook is told in the attribute unraisable."""

    def __enter__(self):
        self.unraisable = None
        self._before = sys.unraisablehook
        sys.unraisablehook = lambda unraisable: setattr(self, 'unraisable', unraisable)
        return self

    def __exit__(self, *exc_info):
        sys.unraisablehook = self._before
        del self.unraisable


class SuppressCrashReport:
    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass


@contextlib.contextmanager
def disable_gc():
    yield


def check_syntax_error(testcase, statement, errtext='', *, lineno=None, offset=None):
    with testcase.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(statement, '<test string>', 'exec')
    err = caught.exception
    testcase.assertIsNotNone(err.lineno)
    if lineno is not None:
        testcase.assertEqual(err.lineno, lineno)
    testcase.assertIsNotNone(err.offset)
    if offset is not None:
        testcase.assertEqual(err.offset, offset)


def check_sizeof(test, o, size):
    raise unittest.SkipTest('about the size of objects')


def calcobjsize(fmt):
    return 0


calcvobjsize = calcobjsize


def check_free_after_iterating(test, iter, cls, args=()):
    raise unittest.SkipTest('about the moment at which objects are freed')


def check_disallow_instantiation(testcase, tp, *args, **kwargs):
    testcase.assertRaises(TypeError, tp, *args, **kwargs)


def detect_api_mismatch(ref_api, other_api, *, ignore=()):
    missing = set(dir(ref_api)) - set(dir(other_api)) - set(ignore)
    return {m for m in missing if not m.startswith('_') or m.endswith('__')}


def check__all__(test_case, module, name_of_module=None, extra=(), not_exported=()):
    names = (module.__name__,) if name_of_module is None else name_of_module
    if isinstance(names, str):
        names = (names,)
    public = set(extra)
    for name in dir(module):
        if name.startswith('_') or name in not_exported:
            continue
        obj = getattr(module, name)
        home = getattr(obj, '__module__', None)
        if home in names or home is None and type(obj) is not type(sys):
            public.add(name)
    test_case.assertCountEqual(module.__all__, public)


def collision_stats(nbins, nballs):
    from math import sqrt
    full = nballs - (nbins - nbins * (1 - 1 / nbins) ** nballs)
    return full, max(0.0, sqrt(full))


def run_unittest(*classes):
    raise unittest.SkipTest('runs itself')


def run_doctest(module, verbosity=None, optionflags=0):
    raise unittest.SkipTest('runs itself')


def load_package_tests(folder, loader, suite, pattern):
    """The driver loads what else is in a package."""
    return suite


def set_recursion_limit(limit):
    return infinite_recursion(limit)


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


class _Extreme:
    """Greater than all else, or less."""

    def __init__(self, greatest):
        self.greatest = greatest

    def __eq__(self, other):
        return self is other

    def __lt__(self, other):
        return self is not other and not self.greatest

    def __gt__(self, other):
        return self is not other and self.greatest

    def __le__(self, other):
        return self is other or not self.greatest

    def __ge__(self, other):
        return self is other or self.greatest

    def __hash__(self):
        return hash(self.greatest)


ALWAYS_EQ = _AlwaysEqual()
NEVER_EQ = _NeverEqual()
LARGEST = _Extreme(True)
SMALLEST = _Extreme(False)


def requires_linux_version(*version):
    """Runs the test on all kernels: those that there are now have what it needs."""
    return _as_is


def reap_children():
    """Nothing here leaves any."""


PGO = False
has_subprocess_support = True


def wait_process(pid, *, exitcode, timeout=None):
    """Wait for a child, and look how it ended."""
    import os
    _, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code != exitcode:
        raise AssertionError('process %s exited with code %s, but exit code %s was expected' % (pid, code, exitcode))


def busy_retry(timeout, err_msg=None, /, *, error=True):
    """Yields until the caller leaves the loop; AssertionError after so many seconds."""
    import time
    end = time.monotonic() + timeout
    yield
    while time.monotonic() < end:
        yield
    if error:
        raise AssertionError(err_msg or 'timeout (%.1f seconds)' % timeout)


def sleeping_retry(timeout, err_msg=None, /, *, init_delay=0.010, max_delay=1.0, error=True):
    """busy_retry, with growing pauses."""
    import time
    delay = init_delay
    for _ in busy_retry(timeout, err_msg, error=error):
        yield
        time.sleep(delay)
        delay = min(delay * 2, max_delay)
