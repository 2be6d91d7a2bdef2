"""Running tests with their outcomes as text."""

import sys
import time

from . import result
from .case import _SubTest
from .signals import registerResult

__unittest = True

_py2 = sys.version_info[0] == 2


class _WritelnDecorator(object):
    """A stream with a method writeln."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, attr):
        if attr in ("stream", "__getstate__"):
            raise AttributeError(attr)
        return getattr(self.stream, attr)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write("\n")


# How an outcome shows: its letter, and its word in verbose runs.
_outcomes = {
    "addSuccess": (".", "ok"),
    "addError": ("E", "ERROR"),
    "addFailure": ("F", "FAIL"),
    "addExpectedFailure": ("x", "expected failure"),
    "addUnexpectedSuccess": ("u", "unexpected success"),
}


def _shown(name):
    """A method of TextTestResult that shows an outcome."""
    letter, word = _outcomes[name]

    def method(self, test, *args):
        getattr(super(TextTestResult, self), name)(test, *args)
        self._show(test, letter, word, word.islower() and " " in word)
    method.__name__ = name
    return method


class TextTestResult(result.TestResult):
    """A result that writes a letter, or a line, for each test."""

    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity):
        super(TextTestResult, self).__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._newline = True

    def getDescription(self, test):
        doc = test.shortDescription()
        if self.descriptions and doc:
            return "\n".join((str(test), doc))
        return str(test)

    def startTest(self, test):
        super(TextTestResult, self).startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test))
            self.stream.write(" ... ")
            self.stream.flush()
            self._newline = False

    def _show(self, test, letter, word, plain=False):
        if self.showAll:
            if plain or _py2:
                self.stream.writeln(word)
                self.stream.flush()
            else:
                self._write_status(test, word)
        elif self.dots:
            self.stream.write(letter)
            self.stream.flush()

    def _write_status(self, test, status):
        """Ends a test's line; after those of subtests it needs another."""
        part = isinstance(test, _SubTest)
        if part and not self._newline:
            self.stream.writeln()
        if part or self._newline:
            status = "%s%s ... %s" % ("  " if part else "", self.getDescription(test), status)
        self._newline = True
        self.stream.writeln(status)
        self.stream.flush()

    addSuccess = _shown("addSuccess")
    addError = _shown("addError")
    addFailure = _shown("addFailure")
    addExpectedFailure = _shown("addExpectedFailure")
    addUnexpectedSuccess = _shown("addUnexpectedSuccess")

    def addSkip(self, test, reason):
        super(TextTestResult, self).addSkip(test, reason)
        self._show(test, "s", "skipped %r" % (reason,))

    if not _py2:
        def addSubTest(self, test, subtest, err):
            if err is not None:
                failed = issubclass(err[0], subtest.failureException)
                self._show(subtest, *_outcomes["addFailure" if failed else "addError"])
            super(TextTestResult, self).addSubTest(test, subtest, err)

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        surprises = None if _py2 else getattr(self, "unexpectedSuccesses", None)
        if surprises:
            self.stream.writeln(self.separator1)
            for test in surprises:
                self.stream.writeln("UNEXPECTED SUCCESS: %s" % self.getDescription(test))
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, err in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln("%s: %s" % (flavour, self.getDescription(test)))
            self.stream.writeln(self.separator2)
            self.stream.writeln("%s" % err)
            self.stream.flush()


class TextTestRunner(object):
    """Runs tests, and writes what happens and a summary to a stream."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False,
                 resultclass=None, warnings=None, **kwargs):
        tb_locals = kwargs.pop("tb_locals", False)
        if kwargs:
            raise TypeError("%s() got an unexpected keyword argument '%s'"
                            % ("__init__" if _py2 else "TextTestRunner.__init__", sorted(kwargs)[0]))
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.resultclass = resultclass or self.resultclass
        self.verbosity, self.descriptions = verbosity, descriptions
        self.failfast, self.buffer, self.tb_locals = failfast, buffer, tb_locals
        self.warnings = warnings

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        """Runs a test or suite; returns the result."""
        result = self._makeResult()
        registerResult(result)
        result.failfast = self.failfast
        result.buffer = self.buffer
        if not _py2:
            result.tb_locals = self.tb_locals
        took = self._run(test, result) if _py2 else self._run_warning(test, result)
        self._summary(result, took)
        return result

    def _run_warning(self, test, result):
        import warnings
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
                if self.warnings in ("default", "always"):
                    # The old names of asserts: once a module is enough.
                    warnings.filterwarnings("module", category=DeprecationWarning,
                                            message="Please use assert")
            return self._run(test, result)

    def _run(self, test, result):
        """Runs the tests; returns the seconds it took."""
        clock = getattr(time, "perf_counter", time.time)
        start = clock()
        start_run = getattr(result, "startTestRun", None)
        if start_run is not None:
            start_run()
        try:
            test(result)
        finally:
            stop_run = getattr(result, "stopTestRun", None)
            if stop_run is not None:
                stop_run()
        return clock() - start

    def _summary(self, result, took):
        result.printErrors()
        write, writeln = self.stream.write, self.stream.writeln
        if hasattr(result, "separator2"):
            writeln(result.separator2)
        run = result.testsRun
        writeln("Ran %d test%s in %.3fs" % (run, "" if run == 1 else "s", took))
        writeln()
        ok = result.wasSuccessful()
        counts = []
        if not ok:
            counts += [("failures", result.failures), ("errors", result.errors)]
        if hasattr(result, "expectedFailures") and hasattr(result, "unexpectedSuccesses") and hasattr(result, "skipped"):
            counts += [("skipped", result.skipped), ("expected failures", result.expectedFailures),
                       ("unexpected successes", result.unexpectedSuccesses)]
        write("OK" if ok else "FAILED")
        infos = ["%s=%d" % (name, len(tests)) for name, tests in counts if len(tests)]
        if infos:
            writeln(" (%s)" % ", ".join(infos))
        else:
            write("\n")
        self.stream.flush()
