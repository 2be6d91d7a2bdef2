"""Warnings that tests expect."""

import contextlib
import warnings


class _Recorder:
    """What was warned of since it was made, or reset."""

    def __init__(self, caught):
        self._caught, self._from = caught, 0

    @property
    def warnings(self):
        return self._caught[self._from:]

    def __getattr__(self, attr):
        if len(self._caught) > self._from:
            return getattr(self._caught[-1], attr)
        if attr in ('message', 'category', 'filename', 'lineno', 'file', 'line', 'source'):
            return None
        raise AttributeError('%r has no attribute %r' % (self, attr))

    def reset(self):
        self._from = len(self._caught)


@contextlib.contextmanager
def check_warnings(*filters, quiet=None):
    """Fails for a filter (text, category) that nothing matches, and unless
    quiet for a warning that no filter matches."""
    import re
    if not filters:
        filters = (('', Warning),)
        if quiet is None:
            quiet = True
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        yield _Recorder(caught)
    left = [w.message for w in caught]
    missing = []
    for text, category in filters:
        matching = [w for w in left if re.match(text, str(w), re.I) and issubclass(type(w), category)]
        left = [w for w in left if w not in matching]
        if not matching and not quiet:
            missing.append((text, category.__name__))
    if left and not quiet:
        raise AssertionError('unhandled warning %r' % (left[0],))
    if missing:
        raise AssertionError('filter %r did not catch any warning' % (missing[0],))


@contextlib.contextmanager
def check_no_warnings(testcase, message='', category=Warning, force_gc=False):
    with warnings.catch_warnings(record=True) as caught:
        warnings.filterwarnings('always', message=message, category=category)
        yield
    testcase.assertEqual(caught, [])


def check_no_resource_warning(testcase):
    return check_no_warnings(testcase, category=ResourceWarning, force_gc=True)


def check_syntax_warning(testcase, statement, errtext='', *, lineno=1, offset=None):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always', SyntaxWarning)
        compile(statement, '<testcase>', 'exec')
    testcase.assertEqual(len(caught), 1, caught)
    testcase.assertTrue(issubclass(caught[0].category, SyntaxWarning))
    if errtext:
        testcase.assertRegex(str(caught[0].message), errtext)
    testcase.assertEqual(caught[0].filename, '<testcase>')
    testcase.assertEqual(caught[0].lineno, lineno)
    with warnings.catch_warnings(record=True):
        warnings.simplefilter('error', SyntaxWarning)
        testcase.assertRaises(SyntaxError, compile, statement, '<testcase>', 'exec')


def ignore_warnings(*, category):
    def decorate(f):
        def wrapper(self, *args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter('ignore', category=category)
                return f(self, *args, **kwargs)
        wrapper.__name__ = f.__name__
        return wrapper
    return decorate


def import_deprecated(name):
    """A module whose import warns."""
    import sys
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', DeprecationWarning)
        __import__(name)
    return sys.modules[name]


@contextlib.contextmanager
def save_restore_warnings_filters():
    before = warnings.filters[:]
    try:
        yield
    finally:
        warnings.filters[:] = before
