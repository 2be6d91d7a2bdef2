"""What CPython's language tests ask of test_support, as small as they allow."""

import contextlib
import os
import sys
import unittest

verbose = 0
use_resources = None
max_memuse = 0
real_max_memuse = 0
have_unicode = True
is_jython = False
TESTFN = TESTFN_UNICODE = '@test_tmp'
TESTFN_UNICODE = u'@test_tmp-\xe0\xf2'
TESTFN_ENCODING = sys.getfilesystemencoding()
TESTFN_UNENCODABLE = None
FS_NONASCII = u'\xe6'
SAVEDCWD = '.'
PIPE_MAX_SIZE = 4 * 1024 * 1024 + 1
MAX_Py_ssize_t = sys.maxsize
FUZZ = 1e-6
HOST = 'localhost'
_1M, _1G, _2G, _4G = 1 << 20, 1 << 30, 2 << 30, 4 << 30


class Error(Exception):
    pass


class TestFailed(Error):
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


requires_type_collecting = requires_IEEE_754 = requires_docstrings = requires_unicode = _as_is


def requires_resource(resource):
    return unittest.skip('takes the resource ' + resource)


def requires(resource, msg=None):
    """Lets tests of the network run: who goes beyond this machine asks for the
    internet too."""
    if resource != 'network':
        raise ResourceDenied(msg or 'takes the resource ' + resource)


def is_resource_enabled(resource):
    return False


def bigmemtest(minsize, memuse, overhead=5 * 1024 * 1024):
    def decorate(f):
        def wrapper(self):
            return f(self, 5147)
        wrapper.__name__ = f.__name__
        return wrapper
    return decorate


def precisionbigmemtest(size, memuse, overhead=5 * 1024 * 1024, dry_run=True):
    return bigmemtest(size, memuse)


def bigaddrspacetest(f):
    return unittest.skip('takes much memory')(f)


def run_with_locale(catstr, *locales):
    return _as_is if locales == ('',) else unittest.skip('about locales')


# Running: the driver sets run_suite.

def run_suite(suite):
    raise unittest.SkipTest('no driver')


def run_unittest(*classes):
    suite = unittest.TestSuite()
    for c in classes:
        if isinstance(c, str):
            suite.addTest(unittest.findTestCases(sys.modules[c]))
        elif isinstance(c, (unittest.TestSuite, unittest.TestCase)):
            suite.addTest(c)
        else:
            suite.addTest(unittest.makeSuite(c))
    run_suite(suite)


def run_doctest(module, verbosity=None, optionflags=0):
    import doctest
    run_suite(doctest.DocTestSuite(module, optionflags=optionflags))
    return 0, 0


# Helpers.

def gc_collect():
    import gc
    gc.collect()


def import_module(name, deprecated=False):
    try:
        __import__(name)
    except ImportError as e:
        raise unittest.SkipTest(str(e))
    return sys.modules[name]


def import_fresh_module(name, fresh=(), blocked=(), deprecated=False):
    names = (name,) + tuple(fresh) + tuple(blocked)
    before = {}
    for n in list(sys.modules):
        if n in names:
            before[n] = sys.modules.pop(n)
    for n in blocked:
        sys.modules[n] = None
    try:
        for n in tuple(fresh) + (name,):
            __import__(n)
        return sys.modules[name]
    except ImportError:
        return None
    finally:
        for n in names:
            sys.modules.pop(n, None)
        sys.modules.update(before)


def unload(name):
    sys.modules.pop(name, None)


forget = unload


def unlink(filename):
    import os
    try:
        os.unlink(filename)
    except OSError:
        pass


def rmtree(path):
    import shutil
    shutil.rmtree(path, True)


def get_original_stdout():
    return sys.__stdout__


@contextlib.contextmanager
def captured_output(name):
    import StringIO
    before = getattr(sys, name)
    setattr(sys, name, StringIO.StringIO())
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
        yield
    finally:
        if before is missing:
            delattr(obj, attr)
        else:
            setattr(obj, attr, before)


@contextlib.contextmanager
def swap_item(obj, key, value):
    missing = object()
    before = obj.get(key, missing)
    obj[key] = value
    try:
        yield
    finally:
        if before is missing:
            del obj[key]
        else:
            obj[key] = before


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest('object %r has no attribute %r' % (obj, name))


class _Recorder(object):
    """What was warned of since it was made, or reset."""

    def __init__(self, caught):
        self._caught, self._from = caught, 0

    @property
    def warnings(self):
        return self._caught[self._from:]

    def __getattr__(self, attr):
        if len(self._caught) > self._from:
            return getattr(self._caught[-1], attr)
        if attr in ('message', 'category', 'filename', 'lineno', 'file', 'line'):
            return None
        raise AttributeError('%r has no attribute %r' % (self, attr))

    def reset(self):
        self._from = len(self._caught)


@contextlib.contextmanager
def _check(filters, quiet):
    import re
    import warnings
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        yield _Recorder(caught)
    left = [w.message for w in caught]
    missing = []
    for text, category in filters:
        matching = [w for w in left if re.match(text, str(w), re.I) and issubclass(w.__class__, category)]
        left = [w for w in left if w not in matching]
        if not matching and not quiet:
            missing.append((text, category.__name__))
    if left and not quiet:
        raise AssertionError('unhandled warning %r' % left[0])
    if missing:
        raise AssertionError('filter %r did not catch any warning' % (missing[0],))


def check_warnings(*filters, **kwargs):
    """Fails for a filter (text, category) that nothing matches, and unless
    quiet for a warning that no filter matches."""
    quiet = kwargs.get('quiet')
    if not filters:
        filters = (('', Warning),)
        if quiet is None:
            quiet = True
    return _check(filters, quiet)


@contextlib.contextmanager
def check_no_warnings(testcase=None, **kwargs):
    with _check((), True) as caught:
        yield caught


def check_py3k_warnings(*filters, **kwargs):
    """Python 2 warns of these only when it is asked to."""
    if sys.py3kwarning:
        return check_warnings(*(filters or (('', DeprecationWarning),)), **kwargs)
    return _check((), True)


def check_syntax_error(testcase, statement, errtext='', lineno=None, offset=None):
    with testcase.assertRaisesRegexp(SyntaxError, errtext) as caught:
        compile(statement, '<test string>', 'exec')
    err = caught.exception
    if lineno is not None:
        testcase.assertEqual(err.lineno, lineno)
    if offset is not None:
        testcase.assertEqual(err.offset, offset)


def check_sizeof(test, o, size):
    raise unittest.SkipTest('about the size of objects')


def calcobjsize(fmt):
    return 0


calcvobjsize = calcobjsize


def check_free_after_iterating(test, iter, cls, args=()):
    raise unittest.SkipTest('about the moment at which objects are freed')


def fcmp(x, y):
    """cmp that takes floats for equal that nearly are."""
    if isinstance(x, float) or isinstance(y, float):
        try:
            if abs(x - y) <= (abs(x) + abs(y)) * FUZZ:
                return 0
        except (TypeError, ValueError):
            pass
    elif type(x) == type(y) and isinstance(x, (tuple, list)):
        for a, b in zip(x, y):
            outcome = fcmp(a, b)
            if outcome:
                return outcome
        return cmp(len(x), len(y))
    return cmp(x, y)


def threading_setup():
    return ()


def threading_cleanup(*values):
    pass


def reap_threads(f):
    return f


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
            t.join(30)


def py3k_bytes(b):
    """What bytes(b) is in Python 3."""
    return b.tobytes() if hasattr(b, 'tobytes') else bytes(bytearray(b))


def sortdict(d):
    return '{%s}' % ', '.join('%r: %r' % item for item in sorted(d.items()))


def requires_mac_ver(*version):
    return _as_is


# Sockets.

HOST = 'localhost'
SOCK_MAX_SIZE = 16 * 1024 * 1024 + 1


def _ipv6():
    try:
        import socket
        s = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
    except Exception:
        return False
    try:
        s.bind(('::1', 0))
        return True
    except socket.error:
        return False
    finally:
        s.close()


IPV6_ENABLED = _ipv6()


def find_unused_port(family=None, socktype=None):
    import socket
    s = socket.socket(socket.AF_INET if family is None else family,
                      socket.SOCK_STREAM if socktype is None else socktype)
    try:
        return bind_port(s)
    finally:
        s.close()


def bind_port(sock, host=HOST):
    """Binds to a port that nobody else may share, and returns it."""
    sock.bind((host, 0))
    return sock.getsockname()[1]


def transient_internet(resource_name, timeout=30.0, errnos=()):
    raise unittest.SkipTest('takes the network')


def reap_children():
    """Nothing here leaves any."""


class EnvironmentVarGuard(object):
    """os.environ, which is as before when the block ends."""

    def __enter__(self):
        self._before = dict(os.environ)
        return self

    def __exit__(self, *exc):
        for name in os.environ.keys():
            if name not in self._before:
                del os.environ[name]
        os.environ.update(self._before)

    def __getitem__(self, name):
        return os.environ[name]

    def __setitem__(self, name, value):
        os.environ[name] = value

    def __delitem__(self, name):
        os.environ.pop(name, None)

    def keys(self):
        return os.environ.keys()

    def set(self, name, value):
        self[name] = value

    def unset(self, name):
        del self[name]


@contextlib.contextmanager
def temp_dir():
    """A folder that is there for the block."""
    path = os.path.abspath('%s-%d.dir' % (TESTFN, os.getpid()))
    os.mkdir(path)
    try:
        yield path
    finally:
        rmtree(path)
