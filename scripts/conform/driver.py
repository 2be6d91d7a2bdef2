"""Runs one file of CPython's tests, and says how each of its methods ends.

    driver.py STANDINS TESTS MODULE SKIPS [PATTERN]

STANDINS is the folder with our package test, TESTS CPython's, SKIPS one with
a module skips that says which methods not to run. What is said
stands in lines of standard output that begin with the character 1:

    start ID    skip ID REASON    pass ID    fail ID TEXT    broken TEXT    done
"""

import os
import sys

write, flush = sys.stdout.write, sys.stdout.flush


def say(word, *fields):
    line = word
    for field in fields:
        if not isinstance(field, str):
            field = field.encode('ascii', 'backslashreplace')
        field = field.replace('\\', '\\\\').replace('\n', '\\n').replace('\r', '\\r')
        line = line + '\t' + field.replace('\t', '\\t')
    if str is not bytes:
        line = line.encode('ascii', 'backslashreplace').decode('ascii')
    write('\n\x01' + line + '\n')
    flush()


def main():
    standins, tests, name, skips = sys.argv[1:5]
    pattern = ''.join(sys.argv[5:6])
    sys.argv[1:] = []
    sys.path[0] = standins
    hide()
    if PYSOCK:
        load(tests, '_pyio')
        import json
        json.__path__.append(os.path.join(os.path.dirname(tests), 'json'))  # where Python 2 has json.tests
        import unittest
        unittest.__path__.append(os.path.join(os.path.dirname(tests), 'unittest'))  # where unittest.test is
    import test
    test.__path__.append(tests)
    sys.path.insert(1, skips)
    from skips import ran, excluded

    def skipped(method):
        for pattern, reason in excluded:
            if matches(pattern.split('*'), method):
                return reason
        if method in ran:
            return 'ran'

    import unittest

    class Result(unittest.TestResult):
        """Says how each test ends; one with a failed part has failed."""

        outcome = None

        def startTest(self, case):
            self.outcome = None
            say('start', ident(case))

        def stopTest(self, case):
            outcome = self.outcome or ('pass',)
            say(outcome[0], ident(case), *outcome[1:])

        def bad(self, case, err):
            try:
                text = self._exc_info_to_string(err, case)
            except Exception as e:
                text = '%s: %s (and no traceback: %r)' % (err[0].__name__, err[1], e)
            if not isinstance(case, unittest.TestCase):  # setUpClass, setUpModule
                say('broken', text)
            elif self.outcome is None or self.outcome[0] != 'fail':
                self.outcome = ('fail', text)

        addError = addFailure = bad

        def addSubTest(self, case, subtest, err):
            if err is not None:
                self.bad(case, err)

        def addUnexpectedSuccess(self, case):
            self.outcome = ('fail', 'unexpected success')

        def addSkip(self, case, reason):
            if self.outcome is None:
                self.outcome = ('skip', reason)

    def flatten(suite, to):
        for t in suite:
            if isinstance(t, unittest.TestSuite):
                flatten(t, to)
            elif pattern in ident(t):
                reason = skipped(ident(t))
                if reason:
                    say('skip', ident(t), reason)
                else:
                    to.append(t)
        return to

    def run(suite):
        unittest.TestSuite(flatten(suite, [])).run(Result())

    try:
        module = __import__('test.' + name, None, None, ['*'])
        if hasattr(module, 'test_main'):
            from test import test_support
            test_support.run_suite = run
            module.test_main()
        else:
            suite = unittest.TestSuite()
            for m in [module] + inside(module):
                suite.addTest(unittest.defaultTestLoader.loadTestsFromModule(m))
            run(suite)
    except unittest.SkipTest as e:
        say('broken', 'skipped: %s' % e)
    except BaseException as e:
        if isinstance(e, KeyboardInterrupt):
            raise
        try:
            import traceback
            text = traceback.format_exc()
        except ImportError:
            text = '%s: %s' % (type(e).__name__, e)
        say('broken', text)
    say('done')


def inside(package):
    """The modules of tests in a package."""
    names = []
    for folder in getattr(package, '__path__', ()):
        names.extend(name[:-3] for name in os.listdir(folder) if name[:5] == 'test_' and name[-3:] == '.py')
    return [__import__(package.__name__ + '.' + name, None, None, ['*']) for name in sorted(names)]


def matches(parts, text):
    """Whether the parts of a pattern, what stands between its *, make up a text."""
    if not text.startswith(parts[0]) or not text.endswith(parts[-1]):
        return False
    at = 0
    for part in parts:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


def ident(case):
    """A test's name without its module."""
    name = case.id()
    for prefix in 'test.', '__main__.':
        if name.startswith(prefix):
            name = name[len(prefix):]
    head, dot, rest = name.partition('.')
    return rest or head


# Modules about the inside of CPython: hidden from both.
INTERNAL = ['_testcapi', '_testinternalcapi', '_testbuffer', '_testmultiphase',
            'ctypes', '_ctypes', 'xxsubtype', 'pyperf']

# Tests of asyncio: left out for both.
LATER = ['unittest.test.test_async_case', 'unittest.test.testmock.testasync']

# Modules that a test file may import and use in a few methods only. Where
# pysock hasn't got one, those methods fail, not the file.
OFTEN = ['array', 'ast', 'dis', 'marshal', 'binascii', 'copyreg', 'copy_reg', 'cPickle',
         'dataclasses', 'datetime', 'decimal', 'doctest', 'enum', 'errno', 'fcntl',
         'fractions', 'gc', 'imp', 'importlib', 'inspect', 'itertools', 'locale', 'math',
         'operator', 'pathlib', 'pickle', 'platform', 'random', 're', 'select', 'shutil',
         'signal', 'stat', 'string', 'struct', 'subprocess', 'tempfile', 'textwrap',
         'threading', 'typing', 'weakref', 'copy', 'os', 'time', 'types', 'warnings',
         'collections', 'functools', 'contextlib', 'codecs', 'io', 'abc', '_thread', 'thread',
         'StringIO', 'cStringIO', 'UserDict', 'UserList', 'pydoc', 'json', 'hashlib',
         'fnmatch', 'glob', 'asyncio', 'exceptions', 'traceback', 'linecache', 'bisect', 'heapq',
         '_thread', 'thread', 'queue', 'Queue', 'selectors', '_socket', 'multiprocessing', 'sysconfig',
         'configparser', 'http.client', 'http.server', 'urllib.parse', 'urllib.request', 'urllib.error', 'urllib2', 'urlparse', 'httplib', 'BaseHTTPServer', 'SimpleHTTPServer', 'socketserver', 'SocketServer',
         'asyncore', 'smtpd', 'unittest.mock', 'cStringIO',
         'unicodedata', 'html', 'html.entities', 'htmlentitydefs', 'contextvars', 'opcode', 'dbm', 'zipfile', 'tokenize',
         '_ast', 'symtable', 'zlib', 'pdb', 'py_compile']


class Missing(object):
    """Stands for a module that isn't there, or something from it."""

    def __init__(self, name, *body):  # the body of a class that derives from it
        self.__name__ = name

    def __mro_entries__(self, bases):
        return (object,)

    def __getattr__(self, attr):
        if attr[:2] == '__':
            raise AttributeError(attr)
        return Missing(self.__name__ + '.' + attr)

    def __call__(self, *args, **kwargs):
        raise ImportError('No module named ' + self.__name__.split('.')[0])


def hide():
    for name in INTERNAL:
        sys.modules[name] = None
    for name in LATER:
        sys.modules[name] = type(sys)(name)
    for name in OFTEN:
        try:
            __import__(name)
        except Exception:
            if PYSOCK:
                stand(name)


def stand(name):
    """Sets a module that isn't there, and what it is in."""
    sys.modules[name] = Missing(name)
    package, dot, last = name.rpartition('.')
    if package:
        if package not in sys.modules:
            stand(package)
        setattr(sys.modules[package], last, sys.modules[name])


def load(tests, name):
    """Imports a module of CPython's that stands beside its tests: one that they test as well."""
    path = os.path.join(os.path.dirname(tests), name + '.py')
    module = sys.modules[name] = type(sys)(name)
    module.__file__ = path
    try:
        with open(path, 'rb') as f:
            code = compile(f.read(), path, 'exec')
        exec(code, module.__dict__)
    except Exception:
        import traceback
        say('broken', name + ': ' + traceback.format_exc())
        sys.modules[name] = Missing(name)


PYSOCK = 'pysock' in sys.version

if __name__ == '__main__':
    main()
