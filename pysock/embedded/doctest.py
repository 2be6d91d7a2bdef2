"""Examples in docstrings, checked against what they print.

An example is what an interactive session shows: statements behind ">>>" and
"...", and below them what is printed, up to an empty line or the next example.
"""

import __future__

import difflib
import linecache
import re
import sys
import traceback
import types
import unittest
import warnings
from collections import namedtuple

try:
    from StringIO import StringIO
except ImportError:
    from io import StringIO

__all__ = [
    'register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE',
    'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP', 'IGNORE_EXCEPTION_DETAIL',
    'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF',
    'REPORT_ONLY_FIRST_FAILURE', 'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest',
    'DocTestParser', 'DocTestFinder', 'DocTestRunner', 'OutputChecker',
    'DocTestFailure', 'UnexpectedException', 'DebugRunner', 'testmod', 'testfile',
    'run_docstring_examples', 'DocTestSuite', 'DocFileSuite',
    'set_unittest_reportflags', 'script_from_examples', 'testsource', 'debug_src',
    'debug',
]

_py2 = sys.version_info[0] == 2
if _py2:
    __all__.remove('FAIL_FAST')

TestResults = namedtuple('TestResults', 'failed attempted')

# Option flags.

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """Return the flag of that name, a new one if there is none."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE |
                    ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL)

REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE
if not _py2:
    FAIL_FAST = register_optionflag('FAIL_FAST')
    REPORTING_FLAGS |= FAIL_FAST
_FAIL_FAST = OPTIONFLAGS_BY_NAME.get('FAIL_FAST', 0)

BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'


# Examples.

class Example(object):
    """One example: source and want end in newlines, want may be empty.

    exc_msg is the last line of the traceback that is wanted, or None; lineno
    counts from 0 within the text, indent is how far the prompt is indented.
    """

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want if not want or want.endswith('\n') else want + '\n'
        if exc_msg is not None and not exc_msg.endswith('\n'):
            exc_msg += '\n'
        self.exc_msg = exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

    def _key(self):
        return self.source, self.want, self.lineno, self.indent, self.exc_msg

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._key() == other._key() and self.options == other.options

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self._key())


class DocTest(object):
    """The examples of one docstring, and the variables that they start with."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str)
        self.examples = examples
        self.docstring = docstring
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno

    def __repr__(self):
        n = len(self.examples)
        count = 'no examples' if n == 0 else '1 example' if n == 1 else '%d examples' % n
        return '<%s %s from %s:%s (%s)>' % (
            'DocTest' if _py2 else type(self).__name__, self.name, self.filename, self.lineno, count)

    def _key(self):
        return self.docstring, self.name, self.filename, self.lineno

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._key() == other._key() and self.examples == other.examples and self.globs == other.globs

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self._key())

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return (self.name, self.filename, self.lineno or 0, id(self)) < (
            other.name, other.filename, other.lineno or 0, id(other))


class DocTestParser(object):
    """Finds the examples in a text."""

    def parse(self, string, name='<string>'):
        """Return a list of what the text is made of: Examples and strings."""
        lines = string.expandtabs().split('\n')
        indents = [len(line) - len(line.lstrip(' ')) for line in lines if line.strip(' ')]
        margin = min(indents) if indents else 0
        if margin:
            lines = [line[margin:] for line in lines]
        output, text = [], []
        i = 0
        while i < len(lines):
            if not _is_prompt(lines[i], '>>>'):
                text.append(lines[i] + ('\n' if i + 1 < len(lines) else ''))
                i += 1
                continue
            start = i
            i += 1
            while i < len(lines) and _is_prompt(lines[i], '...'):
                i += 1
            split = i
            while i < len(lines) and lines[i].strip(' ') and not lines[i].lstrip(' ').startswith('>>>'):
                i += 1
            output.append(''.join(text))
            text = []
            example = self._example(lines[start:split], lines[split:i], name, start, margin)
            if example is not None:
                output.append(example)
        output.append(''.join(text))
        return output

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name='<string>'):
        return [x for x in self.parse(string, name) if isinstance(x, Example)]

    def _example(self, source_lines, want_lines, name, lineno, margin):
        """Return the Example that lines show, None if there are only comments."""
        indent = _indent(source_lines[0])
        for i, line in enumerate(source_lines):
            if len(line) > indent + 3 and line[indent + 3] != ' ':
                raise ValueError('line %r of the docstring for %s lacks blank after %s: %r' % (
                    lineno + i + 1, name, line[indent:indent + 3], line))
        self._check_prefix(source_lines[1:], ' ' * indent + '.', name, lineno)
        while want_lines and not want_lines[-1].strip():
            want_lines = want_lines[:-1]
        self._check_prefix(want_lines, ' ' * indent, name, lineno + len(source_lines))
        source = '\n'.join([line[indent + 4:] for line in source_lines])
        want = '\n'.join([line[indent:] for line in want_lines])
        options = self._options(source, name, lineno)
        if all(not line.strip() or line.lstrip().startswith('#') for line in source.split('\n')):
            if options:
                raise ValueError('line %r of the doctest for %s has an option directive on a line '
                                 'with no example: %r' % (lineno, name, source))
            return None
        return Example(source, want, _exception_message(want), lineno, margin + indent, options)

    def _check_prefix(self, lines, prefix, name, lineno):
        for i, line in enumerate(lines):
            if line and not line.startswith(prefix):
                raise ValueError('line %r of the docstring for %s has inconsistent leading whitespace: %r' % (
                    lineno + i + 1, name, line))

    def _options(self, source, name, lineno):
        """Return what the comments "# doctest: +FLAG -FLAG" say."""
        options = {}
        for directive in re.findall(r'(?m)#\s*doctest:\s*([^\n\'"]*)$', source):
            for option in directive.replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError('line %r of the doctest for %s has an invalid option: %r' % (
                        lineno + 1, name, option))
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        return options


def _indent(line):
    return len(line) - len(line.lstrip(' '))


def _is_prompt(line, prompt):
    return line.lstrip(' ').startswith(prompt)


def _exception_message(want):
    """Return the message of the traceback that want begins with, or None."""
    lines = want.split('\n')
    while lines and not lines[0].strip():
        del lines[0]
    if not lines or lines[0].rstrip() not in ('Traceback (most recent call last):', 'Traceback (innermost last):'):
        return None
    for i, line in enumerate(lines[1:], 1):
        if line and (line[0].isalnum() or line[0] == '_'):
            return '\n'.join(lines[i:])
    return None


# Finding docstrings.

class DocTestFinder(object):
    """Finds the docstrings of an object and of what it contains."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._verbose = verbose
        self._parser = parser
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """Return the DocTests of an object, in the order of their names."""
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: %r" % (
                    type(obj),))
        if module is False:
            module = None
        elif module is None:
            module = _module_of(obj)
        source_lines = None
        file = _source_file(obj) or _source_file(module)
        if file is not None:
            source_lines = linecache.getlines(file, module.__dict__ if module is not None else None) or None
        if globs is None:
            globs = {} if module is None else module.__dict__.copy()
        else:
            globs = globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, source_lines, globs, {})
        tests.sort()
        return tests

    def _from_module(self, module, object):
        """Return whether an object was made in a module."""
        if module is None:
            return True
        if isinstance(object, types.FunctionType):
            return module.__dict__ is object.__globals__
        if hasattr(object, '__objclass__'):
            return module.__name__ == getattr(object.__objclass__, '__module__', None)
        if _is_class(object):
            return module.__name__ == object.__module__
        if hasattr(object, '__module__'):
            return module.__name__ == object.__module__
        if isinstance(object, property):
            return True
        if _is_routine(object):
            return _module_of(object) is module
        raise ValueError('object must be a class or function')

    def _find(self, tests, obj, name, module, source_lines, globs, seen):
        if self._verbose:
            print('Finding tests in %s' % name)
        if id(obj) in seen:
            return
        seen[id(obj)] = 1
        test = self._get_test(obj, name, module, globs, source_lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if isinstance(obj, types.ModuleType):
            for key, value in list(obj.__dict__.items()):
                value = _unwrap(value)
                if (_is_routine(value) or _is_class(value)) and self._from_module(module, value):
                    self._find(tests, value, '%s.%s' % (name, key), module, source_lines, globs, seen)
            for key, value in list(getattr(obj, '__test__', {}).items()):
                if not isinstance(key, _strings):
                    raise ValueError('DocTestFinder.find: __test__ keys must be strings: %r' % (type(key),))
                if not (_is_routine(value) or _is_class(value) or isinstance(value, (types.ModuleType,) + _strings)):
                    raise ValueError('DocTestFinder.find: __test__ values must be strings, functions, '
                                     'methods, classes, or modules: %r' % (type(value),))
                self._find(tests, value, '%s.__test__.%s' % (name, key), module, source_lines, globs, seen)
        elif _is_class(obj):
            for key, value in list(obj.__dict__.items()):
                if isinstance(value, staticmethod):
                    value = getattr(obj, key)
                elif isinstance(value, classmethod):
                    value = getattr(obj, key).__func__
                value = _unwrap(value)
                if (_is_routine(value) or _is_class(value) or isinstance(value, property)) and (
                        self._from_module(module, value)):
                    self._find(tests, value, '%s.%s' % (name, key), module, source_lines, globs, seen)

    def _get_test(self, obj, name, module, globs, source_lines):
        """Return an object's DocTest, or None if it has none."""
        if isinstance(obj, _strings):
            docstring = obj
        else:
            docstring = getattr(obj, '__doc__', None)
            docstring = '' if docstring is None else docstring
            if not isinstance(docstring, _strings):
                docstring = str(docstring)
        if self._exclude_empty and not docstring:
            return None
        lineno = self._find_lineno(obj, source_lines)
        if module is None:
            filename = None
        else:
            filename = getattr(module, '__file__', None) or module.__name__
            if filename[-4:] in ('.pyc', '.pyo'):
                filename = filename[:-1]
        return self._parser.get_doctest(docstring, globs, name, filename, lineno)

    def _find_lineno(self, obj, source_lines):
        """Return the line, counted from 0, on which a docstring begins."""
        lineno = None
        if isinstance(obj, types.ModuleType) and getattr(obj, '__doc__', None) is not None:
            lineno = 0
        if _is_class(obj) and getattr(obj, '__doc__', None) is not None and source_lines is not None:
            head = re.compile(r'^\s*class\s*%s\b' % re.escape(getattr(obj, '__name__', '-')))
            for i, line in enumerate(source_lines):
                if head.match(line):
                    lineno = i
                    break
        if isinstance(obj, types.MethodType):
            obj = obj.__func__
        if isinstance(obj, types.FunctionType) and getattr(obj, '__doc__', None):
            obj = _unwrap(obj).__code__
        if isinstance(obj, types.TracebackType):
            obj = obj.tb_frame
        if isinstance(obj, types.FrameType):
            obj = obj.f_code
        if isinstance(obj, types.CodeType):
            lineno = obj.co_firstlineno - 1
        if lineno is not None:
            if source_lines is None:
                return lineno + 1 if _py2 else lineno
            quote = re.compile(r'(^|.*:)\s*\w*("|\')')
            for n in range(lineno, len(source_lines)):
                if quote.match(source_lines[n]):
                    return n
        return None


_strings = (str, type(u''))


def _is_class(obj):
    return isinstance(obj, type) or _py2 and type(obj) is getattr(types, 'ClassType', None)


def _is_routine(obj):
    return isinstance(obj, (types.FunctionType, types.MethodType, types.BuiltinFunctionType))


def _unwrap(obj):
    """Return what is behind __wrapped__."""
    if _py2:
        return obj
    seen = set()
    try:
        while hasattr(obj, '__wrapped__') and id(obj) not in seen:
            seen.add(id(obj))
            obj = obj.__wrapped__
    except Exception:
        pass
    return obj


def _module_of(obj):
    if isinstance(obj, types.ModuleType):
        return obj
    return sys.modules.get(getattr(obj, '__module__', None))


def _source_file(obj):
    """Return the file of an object, or None."""
    if isinstance(obj, types.MethodType):
        obj = obj.__func__
    if isinstance(obj, types.FunctionType):
        return obj.__code__.co_filename
    if _is_class(obj):
        obj = sys.modules.get(obj.__module__)
    return getattr(obj, '__file__', None)


# Running examples.

class _Capture(StringIO):
    """What examples print."""

    def getvalue(self):
        result = StringIO.getvalue(self)
        if result and not result.endswith('\n'):
            result += '\n'  # an example can't say that there is none
        return result

    def truncate(self, size=None):
        self.seek(size or 0)
        StringIO.truncate(self)
        if _py2 and not self.buf:
            self.softspace = 0


class DocTestRunner(object):
    """Runs DocTests, prints the failures and counts them."""

    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = 0
        self.failures = 0
        self._name2ft = {}
        self._fakeout = _Capture()

    def report_start(self, out, test, example):
        if self._verbose:
            expecting = 'Expecting:\n' + _indented(example.want) if example.want else 'Expecting nothing\n'
            out('Trying:\n' + _indented(example.source) + expecting)

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example) +
            self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(self._failure_header(test, example) +
            'Exception raised:\n' + _indented(_exception_traceback(exc_info)))

    def _failure_header(self, test, example):
        if test.filename:
            lineno = '?' if test.lineno is None else test.lineno + example.lineno + 1
            place = 'File "%s", line %s, in %s' % (test.filename, lineno, test.name)
        else:
            place = 'Line %s, in %s' % (example.lineno + 1, test.name)
        return '\n'.join([self.DIVIDER, place, 'Failed example:', _indented(example.source)])

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Run the examples of a DocTest; what they print is compared, what there
        is to say goes to out."""
        self.test = test
        if compileflags is None:
            compileflags = _future_flags(test.globs)
        stdout = sys.stdout
        if out is None:
            def out(s):
                if _py2 and isinstance(s, unicode) or not _py2:
                    encoding = getattr(stdout, 'encoding', None) or 'utf-8'
                    s = s.encode(encoding, 'backslashreplace')
                    s = s if _py2 else s.decode(encoding)
                stdout.write(s)
        displayhook = sys.displayhook
        sys.stdout = self._fakeout
        sys.displayhook = sys.__displayhook__
        getlines = linecache.getlines
        linecache.getlines = self._getlines(getlines)
        try:
            return self._run(test, compileflags, out)
        finally:
            sys.stdout = stdout
            sys.displayhook = displayhook
            linecache.getlines = getlines
            if clear_globs:
                test.globs.clear()
                if not _py2:
                    import builtins
                    builtins._ = None

    def _getlines(self, others):
        """Return a linecache.getlines that knows the lines of the examples."""
        def getlines(filename, module_globals=None):
            m = re.match(r'<doctest (.+)\[(\d+)\]>$', filename)
            if m and m.group(1) == self.test.name:
                return self.test.examples[int(m.group(2))].source.splitlines(True)
            return others(filename, module_globals)
        return getlines

    def _run(self, test, compileflags, out):
        failures = tries = 0
        optionflags = self.optionflags
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = optionflags
            for flag, value in example.options.items():
                if value:
                    self.optionflags |= flag
                else:
                    self.optionflags &= ~flag
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            exception = self._execute(test, example, number, compileflags)
            got = self._fakeout.getvalue()
            self._fakeout.truncate(0)
            check = self._checker.check_output
            if exception is None:
                good = check(example.want, got, self.optionflags)
            else:
                message = traceback.format_exception_only(*exception[:2])[-1]
                if not quiet:
                    got += _exception_traceback(exception)
                if example.exc_msg is None:
                    good = None
                else:
                    good = check(example.exc_msg, message, self.optionflags) or (
                        self.optionflags & IGNORE_EXCEPTION_DETAIL and
                        check(_without_detail(example.exc_msg), _without_detail(message), self.optionflags))
            if good:
                if not quiet:
                    self.report_success(out, test, example, got)
            else:
                failures += 1
                if quiet:
                    pass
                elif good is None:
                    self.report_unexpected_exception(out, test, example, exception)
                else:
                    self.report_failure(out, test, example, got)
            if failures and self.optionflags & _FAIL_FAST:
                break
        self.optionflags = optionflags
        self._record(test, failures, tries)
        return TestResults(failures, tries)

    def _execute(self, test, example, number, compileflags):
        """Run an example; return what sys.exc_info() says of its end, or None."""
        filename = '<doctest %s[%d]>' % (test.name, number)
        try:
            exec(compile(example.source, filename, 'single', compileflags, True), test.globs)
        except KeyboardInterrupt:
            raise
        except:
            return sys.exc_info()

    def _record(self, test, failures, tries):
        f, t = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = f + failures, t + tries
        self.failures += failures
        self.tries += tries

    def summarize(self, verbose=None):
        """Print how many examples of each DocTest failed; return the sums."""
        if verbose is None:
            verbose = self._verbose
        results = sorted(self._name2ft.items())
        none = [name for name, (f, t) in results if t == 0]
        passed = [(name, t) for name, (f, t) in results if t and not f]
        failed = [(name, f, t) for name, (f, t) in results if f]
        tries = sum([t for name, (f, t) in results])
        failures = sum([f for name, (f, t) in results])
        if verbose:
            if none:
                print('%d items had no tests:' % len(none))
                for name in none:
                    print('    ' + name)
            if passed:
                print('%d items passed all tests:' % len(passed))
                for name, t in passed:
                    print(' %3d tests in %s' % (t, name))
        if failed:
            print(self.DIVIDER)
            print('%d items had failures:' % len(failed))
            for name, f, t in failed:
                print(' %3d of %3d in %s' % (f, t, name))
        if verbose:
            print('%d tests in %d items.' % (tries, len(results)))
            print('%d passed and %d failed.' % (tries - failures, failures))
        if failures:
            print('***Test Failed*** %d failures.' % failures)
        elif verbose:
            print('Test passed.')
        return TestResults(failures, tries)

    def merge(self, other):
        """Add the counts of another runner to these."""
        for name, (f, t) in other._name2ft.items():
            f2, t2 = self._name2ft.get(name, (0, 0))
            self._name2ft[name] = f + f2, t + t2


def _indented(s, indent=4):
    """Return s with its lines that aren't empty indented."""
    if _py2 and isinstance(s, unicode):
        s = s.encode(sys.stdout.encoding or 'ascii' if hasattr(sys.stdout, 'encoding') else 'ascii', 'backslashreplace')
    return re.sub('(?m)^(?!$)', indent * ' ', s)


def _exception_traceback(exc_info):
    out = StringIO()
    kind, value, tb = exc_info
    traceback.print_exception(kind, value, tb, file=out)
    return out.getvalue()


def _without_detail(message):
    """Return the name of the class at the beginning of an exception's last line,
    without its module."""
    line = message.partition('\n')[0]
    return line.partition(':')[0].rpartition('.')[2]


def _future_flags(globs):
    """Return compile()'s flags for the __future__ features in a namespace."""
    flags = 0
    for name in __future__.all_feature_names:
        feature = globs.get(name)
        if feature is getattr(__future__, name):
            flags |= feature.compiler_flag
    return flags


class OutputChecker(object):
    """Compares what an example printed with what it should."""

    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1:
            if (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
                return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r'(?m)^%s\s*?$' % re.escape(BLANKLINE_MARKER), '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got = ' '.join(got.split())
            want = ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _matches(want, got)

    def output_difference(self, example, got, optionflags):
        """Return a text that says how got differs from what is wanted."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        if self._worth_a_diff(want, got, optionflags):
            want_lines, got_lines = want.splitlines(True), got.splitlines(True)
            if optionflags & REPORT_UDIFF:
                diff = list(difflib.unified_diff(want_lines, got_lines, n=2))[2:]
                kind = 'unified diff with -expected +actual'
            elif optionflags & REPORT_CDIFF:
                diff = list(difflib.context_diff(want_lines, got_lines, n=2))[2:]
                kind = 'context diff with expected followed by actual'
            else:
                diff = list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(want_lines, got_lines))
                kind = 'ndiff with -expected +actual'
            return 'Differences (%s):\n' % kind + _indented(''.join([line.rstrip() + '\n' for line in diff]))
        if want and got:
            return 'Expected:\n%sGot:\n%s' % (_indented(want), _indented(got))
        if want:
            return 'Expected:\n%sGot nothing\n' % _indented(want)
        if got:
            return 'Expected nothing\nGot:\n%s' % _indented(got)
        return 'Expected nothing\nGot nothing\n'

    def _worth_a_diff(self, want, got, optionflags):
        if not optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        if optionflags & REPORT_NDIFF:
            return True
        return want.count('\n') > 2 and got.count('\n') > 2


def _matches(want, got):
    """Return whether got is want with any text for each "..."."""
    if ELLIPSIS_MARKER not in want:
        return want == got
    parts = want.split(ELLIPSIS_MARKER)
    first, last = parts[0], parts[-1]
    start, end = len(first), len(got) - len(last)
    if not got.startswith(first) or not got.endswith(last) or start > end:
        return False
    for part in parts[1:-1]:
        start = got.find(part, start, end)
        if start < 0:
            return False
        start += len(part)
    return True


class DocTestFailure(Exception):
    """An example printed something else, under a DebugRunner."""

    def __init__(self, test, example, got):
        self.test = test
        self.example = example
        self.got = got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised an exception, under a DebugRunner."""

    def __init__(self, test, example, exc_info):
        self.test = test
        self.example = example
        self.exc_info = exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """Raises an exception for the first failure."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        r = DocTestRunner.run(self, test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return r

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


# Testing modules and files.

master = None  # adds up what all calls of testmod and testfile found


def _run_all(runner, tests, report):
    global master
    for test in tests:
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries)


def _runner(verbose, optionflags, raise_on_error):
    return (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0,
            extraglobs=None, raise_on_error=False, exclude_empty=False):
    """Test the docstrings of a module, __main__ if none is given."""
    if m is None:
        m = sys.modules.get('__main__')
    if not isinstance(m, types.ModuleType):
        raise TypeError('testmod: module required; %r' % (m,))
    if name is None:
        name = m.__name__
    finder = DocTestFinder(exclude_empty=exclude_empty)
    runner = _runner(verbose, optionflags, raise_on_error)
    return _run_all(runner, finder.find(m, name, globs=globs, extraglobs=extraglobs), report)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None,
             report=True, optionflags=0, extraglobs=None, raise_on_error=False,
             parser=DocTestParser(), encoding=None):
    """Test the examples in a text file; its path is written with slashes, and
    relative to the caller's module, if module_relative."""
    if package and not module_relative:
        raise ValueError('Package may only be specified for module-relative paths.')
    text, filename = _load_testfile(filename, package, module_relative, encoding or 'utf-8')
    if name is None:
        name = filename.rpartition('/')[2]
    globs = {} if globs is None else globs.copy()
    if extraglobs is not None:
        globs.update(extraglobs)
    globs.setdefault('__name__', '__main__')
    runner = _runner(verbose, optionflags, raise_on_error)
    return _run_all(runner, [parser.get_doctest(text, globs, name, filename, 0)], report)


def _load_testfile(filename, package, module_relative, encoding):
    if module_relative:
        module = _caller(package)
        if filename.startswith('/'):
            raise ValueError('Module-relative files may not have absolute paths')
        base = getattr(module, '__file__', None) or (sys.argv[0] if module.__name__ == '__main__' else '')
        folder = base.rpartition('/')[0]
        filename = folder + '/' + filename if folder else filename
    if _py2:
        with open(filename, 'U') as f:
            return f.read(), filename
    with open(filename, encoding=encoding) as f:
        return f.read(), filename


def _caller(module):
    """Return a module: the caller's own, if none is given, or by its name."""
    if isinstance(module, types.ModuleType):
        return module
    if isinstance(module, _strings):
        return __import__(module, globals(), locals(), ['*'])
    if module is None:
        frame = sys._getframe(1)
        while frame is not None and frame.f_globals is globals():
            frame = frame.f_back
        return sys.modules[frame.f_globals['__name__'] if frame is not None else '__main__']
    raise TypeError('Expected a module, string, or None')


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    """Test the docstring of one object."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


# Among unittest's tests.

_unittest_reportflags = 0


def set_unittest_reportflags(flags):
    """Set the reporting flags of tests that have none; return those before."""
    global _unittest_reportflags
    if flags & REPORTING_FLAGS != flags:
        raise ValueError('Only reporting flags allowed', flags)
    before = _unittest_reportflags
    _unittest_reportflags = flags
    return before


class DocTestCase(unittest.TestCase):
    """A DocTest as a test case."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        unittest.TestCase.__init__(self)
        self._dt_test, self._dt_globs = test, test.globs.copy()
        self._dt_setUp, self._dt_tearDown = setUp, tearDown
        self._dt_optionflags, self._dt_checker = optionflags, checker

    def setUp(self):
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        test = self._dt_test
        if self._dt_tearDown is not None:
            self._dt_tearDown(test)
        test.globs.clear()
        test.globs.update(self._dt_globs)

    def runTest(self):
        out = StringIO()
        flags = self._dt_optionflags
        if not flags & REPORTING_FLAGS:
            flags |= _unittest_reportflags
        runner = DocTestRunner(optionflags=flags, checker=self._dt_checker, verbose=False)
        stdout = sys.stdout
        try:
            runner.DIVIDER = '-' * 70
            failures, tries = runner.run(self._dt_test, out=out.write, clear_globs=False)
        finally:
            sys.stdout = stdout
        if failures:
            raise self.failureException(self.format_failure(out.getvalue()))

    def format_failure(self, err):
        test = self._dt_test
        lineno = 'unknown line number' if test.lineno is None else '%s' % test.lineno
        return 'Failed doctest test for %s\n  File "%s", line %s, in %s\n\n%s' % (
            test.name, test.filename, lineno, test.name.rpartition('.')[2], err)

    def debug(self):
        self.setUp()
        DebugRunner(optionflags=self._dt_optionflags, checker=self._dt_checker, verbose=False).run(
            self._dt_test, clear_globs=False)
        self.tearDown()

    def id(self):
        return self._dt_test.name

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._dt_test == other._dt_test and (
            self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker) == (
            other._dt_optionflags, other._dt_setUp, other._dt_tearDown, other._dt_checker)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash((self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker))

    def __repr__(self):
        head, _, last = self._dt_test.name.rpartition('.')
        return '%s (%s)' % (last, head)

    __str__ = object.__str__

    def shortDescription(self):
        return 'Doctest: ' + self._dt_test.name


class DocFileCase(DocTestCase):
    """The examples of a file as a test case."""

    def id(self):
        return '_'.join(self._dt_test.name.split('.'))

    def __repr__(self):
        return self._dt_test.filename

    def format_failure(self, err):
        return 'Failed doctest test for %s\n  File "%s", line 0\n\n%s' % (
            self._dt_test.name, self._dt_test.filename, err)


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """Return a suite with a test for each docstring of a module that has examples."""
    if test_finder is None:
        test_finder = DocTestFinder(exclude_empty=not _py2)
    module = _caller(module)
    tests = test_finder.find(module, globs=globs, extraglobs=extraglobs)
    if _py2 and not tests:
        raise ValueError(module, 'has no docstrings')
    suite = unittest.TestSuite()
    for test in sorted(tests):
        if not test.examples:
            continue
        if not test.filename:
            filename = module.__file__
            test.filename = filename[:-1] if filename[-4:] in ('.pyc', '.pyo') else filename
        suite.addTest(DocTestCase(test, **options))
    return suite


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=DocTestParser(),
                encoding=None, **options):
    """Return a test of the examples in a text file."""
    globs = {} if globs is None else globs.copy()
    if package and not module_relative:
        raise ValueError('Package may only be specified for module-relative paths.')
    text, path = _load_testfile(path, package, module_relative, encoding or 'utf-8')
    globs.setdefault('__file__', path)
    name = path.rpartition('/')[2]
    return DocFileCase(parser.get_doctest(text, globs, name, path, 0), **options)


def DocFileSuite(*paths, **kw):
    """Return a suite with a test for each text file."""
    suite = unittest.TestSuite()
    if kw.get('module_relative', True):
        kw['package'] = _caller(kw.get('package'))
    for path in paths:
        suite.addTest(DocFileTest(path, **kw))
    return suite


# Examples as scripts.

def script_from_examples(s):
    """Return a script of a text's examples; all else becomes comments."""
    output = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            output.append(piece.source[:-1])
            if piece.want:
                output.append('# Expected:')
                output += ['## ' + line for line in piece.want.split('\n')[:-1]]
        else:
            output += [_comment(line) for line in piece.split('\n')[:-1]]
    while output and output[-1] == '#':
        output.pop()
    while output and output[0] == '#':
        output.pop(0)
    return '\n'.join(output) + '\n'


def _comment(line):
    line = line.rstrip()
    return '# ' + line if line else '#'


def testsource(module, name):
    """Return the examples of one object of a module as a script."""
    module = _caller(module)
    for test in DocTestFinder().find(module):
        if test.name == name:
            return script_from_examples(test.docstring)
    raise ValueError(name, 'not found in tests')


def debug_src(src, pm=False, globs=None):
    """Run the examples of a docstring as a script."""
    exec(script_from_examples(src), {} if globs is None else globs.copy())


def debug(module, name, pm=False):
    """Run the examples of one object of a module as a script."""
    module = _caller(module)
    debug_src(testsource(module, name), pm, module.__dict__)
