"""What is noted of the tests of a run."""

import sys
from . import util

__unittest = True

STDOUT_LINE = "\nStdout:\n%s"
STDERR_LINE = "\nStderr:\n%s"

_py2 = sys.version_info[0] == 2


def failfast(method):
    """Makes a method of a result stop the run if the result says so."""
    def inner(self, *args, **kw):
        if getattr(self, "failfast", False):
            self.stop()
        return method(self, *args, **kw)
    inner.__name__ = method.__name__
    inner.__doc__ = method.__doc__
    return inner


class TestResult(object):
    """The outcome of tests; runners show it in classes derived from it."""

    # What suites note here: where they are.
    _previousTestClass = None
    _moduleSetUpFailed = _testRunEntered = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.testsRun = 0
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.shouldStop = self.failfast = self.buffer = self.tb_locals = False
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr
        self._stdout_buffer = self._stderr_buffer = None
        self._mirrorOutput = False

    def printErrors(self):
        """Called at the end of a run."""

    def startTest(self, test):
        """Called before a test runs."""
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def _setupStdout(self):
        if not self.buffer:
            return
        if self._stderr_buffer is None:
            if _py2:
                from StringIO import StringIO
            else:
                from io import StringIO
            self._stderr_buffer = StringIO()
            self._stdout_buffer = StringIO()
        sys.stdout = self._stdout_buffer
        sys.stderr = self._stderr_buffer

    def startTestRun(self):
        """Called once, before all tests."""

    def stopTest(self, test):
        """Called after a test has run."""
        self._restoreStdout()
        self._mirrorOutput = False

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            for line, text, stream in self._outputs():
                stream.write(line % text)
        sys.stdout = self._original_stdout
        sys.stderr = self._original_stderr
        for buffer in self._stdout_buffer, self._stderr_buffer:
            buffer.seek(0)
            buffer.truncate()

    def _outputs(self):
        """What a test printed: (heading, text, stream it was meant for)."""
        for line, buffer, stream in ((STDOUT_LINE, sys.stdout, self._original_stdout),
                                     (STDERR_LINE, sys.stderr, self._original_stderr)):
            text = buffer.getvalue()
            if text:
                yield line, text if text.endswith("\n") else text + "\n", stream

    def stopTestRun(self):
        """Called once, after all tests."""

    @failfast
    def addError(self, test, err):
        """Called with the sys.exc_info() of an unexpected exception."""
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        """Called with the sys.exc_info() of a failed assertion."""
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSuccess(self, test):
        """Called for a test that passed."""

    def addSkip(self, test, reason):
        """Called for a test that was skipped."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """Called for a test that failed, as it should."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        """Called for a test that should have failed."""
        self.unexpectedSuccesses.append(test)

    if not _py2:
        def addSubTest(self, test, subtest, err):
            """Called at the end of a subtest; err is None if it passed."""
            if err is None:
                return
            if getattr(self, "failfast", False):
                self.stop()
            failed = issubclass(err[0], test.failureException)
            log = self.failures if failed else self.errors
            log.append((subtest, self._exc_info_to_string(err, test)))
            self._mirrorOutput = True

    def wasSuccessful(self):
        """Whether all went well so far."""
        if self.failures or self.errors:
            return False
        return _py2 or not getattr(self, "unexpectedSuccesses", None)

    def stop(self):
        """Asks for the end of the run."""
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        """The traceback of sys.exc_info(), from the test's own frames on, and
        what the test printed if that is buffered."""
        import traceback
        kind, value, tb = err
        if _py2:
            tb, limit = self._clean(tb, _failed(value, test))
            lines = traceback.format_exception(kind, value, tb, limit)
        else:
            self._clean_chain(value, test)
            lines = list(traceback.TracebackException(
                kind, value, value.__traceback__ if value is not None else tb,
                capture_locals=self.tb_locals, compact=True).format())
        if self.buffer:
            lines += [line % text for line, text, _ in self._outputs()]
        return "".join(lines)

    def _clean_chain(self, value, test):
        """Cleans the tracebacks of an exception and of those it came from."""
        todo, seen = [value], set()
        while todo:
            e = todo.pop()
            if e is None or id(e) in seen:
                continue
            seen.add(id(e))
            tb, limit = self._clean(e.__traceback__, e is value and _failed(e, test))
            if limit is not None:
                frames = []
                for _ in range(limit):
                    frames.append(tb)
                    tb = tb.tb_next
                if frames:
                    frames[-1].tb_next = None
                tb = frames[0] if frames else None
            if tb is not e.__traceback__:
                e.__traceback__ = tb
            todo += [e.__cause__, e.__context__]

    def _clean(self, tb, failed):
        """The traceback without the framework's frames before the test's, and
        how many frames come before those after them (None for all)."""
        while tb is not None and self._is_relevant_tb_level(tb):
            tb = tb.tb_next
        if not failed:
            return tb, None
        limit, rest = 0, tb
        while rest is not None and not self._is_relevant_tb_level(rest):
            limit += 1
            rest = rest.tb_next
        return tb, (None if rest is None else limit)

    def _is_relevant_tb_level(self, tb):
        """Whether a frame is the framework's own."""
        return "__unittest" in tb.tb_frame.f_globals

    def __repr__(self):
        return "<%s run=%i errors=%i failures=%i>" % (
            util.strclass(self.__class__), self.testsRun, len(self.errors), len(self.failures))


def _failed(value, test):
    """Whether an exception is a failed assertion of the test."""
    return test.failureException is not None and isinstance(value, test.failureException)
