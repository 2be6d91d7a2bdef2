"""Test cases: how a test runs, skips, subtests and clean-ups."""

import sys
import warnings

from . import result
from .asserts import DIFF_OMITTED, Asserts, _subtest_msg_sentinel
from .util import strclass, safe_repr

__unittest = True

_py2 = sys.version_info[0] == 2


class SkipTest(Exception):
    """Raised to skip a test: by skipTest, or by hand."""


class _ShouldStop(Exception):
    """Ends a test after a subtest that failed, if no more are wanted."""


class _UnexpectedSuccess(Exception):
    """The test was supposed to fail, and did not."""


# ---- decorators

def _copy_names(wrapper, f):
    for name in "__module__", "__name__", "__qualname__", "__doc__":
        try:
            setattr(wrapper, name, getattr(f, name))
        except AttributeError:
            pass
    wrapper.__dict__.update(getattr(f, "__dict__", {}))
    wrapper.__wrapped__ = f


def _is_class(obj):
    return isinstance(obj, type) or _py2 and type(obj).__name__ == "classobj"


def skip(reason):
    """Decorator: skips a test, or all of a class."""
    def decorate(item):
        if not _is_class(item):
            f = item

            def item(*args, **kwargs):
                raise SkipTest(reason)
            _copy_names(item, f)
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item
    if callable(reason) and hasattr(reason, "__code__"):  # @skip without a reason
        item, reason = reason, ""
        return decorate(item)
    return decorate


def _unchanged(item):
    return item


def skipIf(condition, reason):
    """Decorator: skips if the condition holds."""
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    """Decorator: skips unless the condition holds."""
    return _unchanged if condition else skip(reason)


def expectedFailure(test_item):
    """Decorator: the test, or all of a class, is to fail."""
    if _py2:
        # A method of its own type can't carry the mark through a class body of
        # Python 2's users that call the function by hand: keep it callable.
        def wrapper(*args, **kwargs):
            return test_item(*args, **kwargs)
        _copy_names(wrapper, test_item)
        wrapper.__unittest_expecting_failure__ = True
        return wrapper
    test_item.__unittest_expecting_failure__ = True
    return test_item


# ---- clean-ups of modules

_module_cleanups = []


def addModuleCleanup(function, *args, **kwargs):
    """Has a function called after tearDownModule, or instead of it if
    setUpModule fails."""
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    """Calls them, the last first; raises the first of their exceptions."""
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as exc:
            errors.append(exc)
    if errors:
        raise errors[0]


def _enter(manager, add_cleanup):
    """Enters a context that add_cleanup is to leave."""
    cls = type(manager)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        pass
    else:
        entered = enter(manager)
        add_cleanup(leave, manager, None, None, None)
        return entered
    exc = TypeError("'%s.%s' object does not support the context manager protocol"
                    % (cls.__module__, cls.__qualname__))
    exc.__suppress_context__ = True
    raise exc


def enterModuleContext(cm):
    """Enters a context until the module's tests are done."""
    return _enter(cm, addModuleCleanup)


# ---- how a test goes

class _Outcome(object):
    """What happened to a test so far, and the result to tell of it."""

    def __init__(self, result=None):
        self.expecting_failure = False
        self.result = result
        self.result_supports_subtests = hasattr(result, "addSubTest")
        self.success = True
        self.expectedFailure = None

    def testPartExecutor(self, test_case, subTest=False):
        """A context for a part of a test that notes how it ends."""
        return _Part(self, test_case, subTest)


class _Part(object):

    def __init__(self, outcome, test, is_subtest):
        self.outcome, self.test, self.is_subtest = outcome, test, is_subtest

    def __enter__(self):
        self.before = self.outcome.success
        self.outcome.success = True

    def __exit__(self, kind, value, tb):
        outcome, test = self.outcome, self.test
        try:
            if kind is None:
                if self.is_subtest and outcome.success:
                    outcome.result.addSubTest(test.test_case, test, None)
            elif issubclass(kind, KeyboardInterrupt):
                return False
            elif issubclass(kind, SkipTest):
                outcome.success = False
                _add_skip(outcome.result, test, str(value))
            elif issubclass(kind, _ShouldStop):
                pass
            elif outcome.expecting_failure:
                outcome.expectedFailure = kind, value, tb
            else:
                outcome.success = False
                if self.is_subtest:
                    outcome.result.addSubTest(test.test_case, test, (kind, value, tb))
                else:
                    _add_error(outcome.result, test, (kind, value, tb))
        finally:
            outcome.success = outcome.success and self.before
        return True


def _add_skip(result, test, reason):
    add = getattr(result, "addSkip", None)
    if add is not None:
        add(test, reason)
    else:
        _warn("TestResult has no addSkip method, skips not reported")
        result.addSuccess(test)


def _add_error(result, test, err):
    if result is None:
        return
    # In Python 2 only the test itself can fail, all else is an error.
    part = getattr(test, "_running", True) if _py2 else True
    if part and issubclass(err[0], test.failureException):
        result.addFailure(test, err)
    else:
        result.addError(test, err)


def _warn(text):
    warnings.warn(text, RuntimeWarning, 3)


class TestCase(Asserts):
    """One test: a method of a class, run between setUp and tearDown."""

    failureException = AssertionError
    longMessage = not _py2
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16
    _classSetupFailed = False

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = "No test"
        self._cleanups = []
        self._subtest = None
        try:
            method = getattr(self, methodName)
        except AttributeError:
            if _py2 or methodName != "runTest":
                raise ValueError("no such test method in %s: %s" % (self.__class__, methodName))
        else:
            self._testMethodDoc = method.__doc__
        self._init_equality()

    def setUp(self):
        """Called before the test."""

    def tearDown(self):
        """Called after the test, if setUp went well."""

    @classmethod
    def setUpClass(cls):
        """Called before the first test of the class."""

    @classmethod
    def tearDownClass(cls):
        """Called after the last test of the class."""

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return result.TestResult()

    def shortDescription(self):
        """The first line of the test's docstring, or None."""
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return "%s.%s" % (strclass(self.__class__), self._testMethodName)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        name = strclass(self.__class__)
        if not _py2:
            name += "." + self._testMethodName
        return "%s (%s)" % (self._testMethodName, name)

    def __repr__(self):
        return "<%s testMethod=%s>" % (strclass(self.__class__), self._testMethodName)

    # ---- running

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def run(self, result=None):
        """Runs the test and tells the result, which it returns in Python 3."""
        stop_run = None
        if result is None:
            result = self.defaultTestResult()
            start_run = getattr(result, "startTestRun", None)
            stop_run = getattr(result, "stopTestRun", None)
            if start_run is not None:
                start_run()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if self._skipped(method, result):
                return None if _py2 else result
            self._run(method, result)
            return None if _py2 else result
        finally:
            result.stopTest(self)
            if stop_run is not None:
                stop_run()

    def _skipped(self, method, result):
        """Reports the test if a decorator skips it."""
        cls = self.__class__
        if not (getattr(cls, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False)):
            return False
        _add_skip(result, self, getattr(cls, "__unittest_skip_why__", "")
                  or getattr(method, "__unittest_skip_why__", ""))
        return True

    def _run(self, method, result):
        expected = (getattr(self, "__unittest_expecting_failure__", False)
                    or getattr(method, "__unittest_expecting_failure__", False))
        outcome = _Outcome(result)
        self._running = False
        try:
            self._outcome = outcome
            with outcome.testPartExecutor(self):
                self._callSetUp()
            if outcome.success:
                self._running = True
                outcome.expecting_failure = expected
                with outcome.testPartExecutor(self):
                    self._callTestMethod(method)
                outcome.expecting_failure = self._running = False
                with outcome.testPartExecutor(self):
                    self._callTearDown()
            self.doCleanups()
            if not outcome.success:
                return
            if not expected:
                result.addSuccess(self)
            elif outcome.expectedFailure:
                self._addExpectedFailure(result, outcome.expectedFailure)
            else:
                self._addUnexpectedSuccess(result)
        finally:
            # No cycles: the exceptions of tests hold their frames.
            outcome.expectedFailure = None
            self._outcome = None

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None and not _py2:
            warnings.warn("It is deprecated to return a value that is not None from a test case (%s)" % (method,),
                          DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        function(*args, **kwargs)

    def _addExpectedFailure(self, result, exc_info):
        add = getattr(result, "addExpectedFailure", None)
        if add is not None:
            add(self, exc_info)
        else:
            _warn("TestResult has no addExpectedFailure method, reporting as passes")
            result.addSuccess(self)

    def _addUnexpectedSuccess(self, result):
        add = getattr(result, "addUnexpectedSuccess", None)
        if add is not None:
            add(self)
            return
        _warn("TestResult has no addUnexpectedSuccess method, reporting as failure")
        try:
            raise _UnexpectedSuccess()
        except _UnexpectedSuccess:
            result.addFailure(self, sys.exc_info())

    def debug(self):
        """Runs the test without catching its exceptions."""
        method = getattr(self, self._testMethodName)
        why = (getattr(self.__class__, "__unittest_skip_why__", "")
               or getattr(method, "__unittest_skip_why__", ""))
        if (getattr(self.__class__, "__unittest_skip__", False)
                or getattr(method, "__unittest_skip__", False)) and not _py2:
            raise SkipTest(why)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        """Skips this test."""
        raise SkipTest(reason)

    # ---- clean-ups

    def addCleanup(self, function, *args, **kwargs):
        """Has a function called after tearDown, the last added first."""
        self._cleanups.append((function, args, kwargs))

    def doCleanups(self):
        """Calls the functions of addCleanup; returns whether all went well."""
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.testPartExecutor(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    if not _py2:
        _class_cleanups = []

        def enterContext(self, cm):
            """Enters a context until the test is done."""
            return _enter(cm, self.addCleanup)

        @classmethod
        def addClassCleanup(cls, function, *args, **kwargs):
            """Has a function called after tearDownClass."""
            cls._class_cleanups.append((function, args, kwargs))

        @classmethod
        def enterClassContext(cls, cm):
            """Enters a context until the tests of the class are done."""
            return _enter(cm, cls.addClassCleanup)

        @classmethod
        def doClassCleanups(cls):
            """Calls the functions of addClassCleanup; their exceptions are
            kept in tearDown_exceptions."""
            cls.tearDown_exceptions = []
            while cls._class_cleanups:
                function, args, kwargs = cls._class_cleanups.pop()
                try:
                    function(*args, **kwargs)
                except Exception:
                    cls.tearDown_exceptions.append(sys.exc_info())

        def subTest(self, msg=_subtest_msg_sentinel, **params):
            """A context for a part of a test that may fail without ending it."""
            return _SubTestContext(self, msg, params)


class _SubTestContext(object):

    def __init__(self, test, msg, params):
        self.test, self.msg, self.params = test, msg, params

    def __enter__(self):
        test = self.test
        self.part = None
        outcome = test._outcome
        if outcome is None or not outcome.result_supports_subtests:
            return
        self.parent = test._subtest
        params = self.params
        if self.parent is not None:
            params = dict(params)
            for name, value in self.parent.params.items():
                params.setdefault(name, value)
        test._subtest = _SubTest(test, self.msg, params)
        self.part = outcome.testPartExecutor(test._subtest, subTest=True)
        self.part.__enter__()

    def __exit__(self, *exc_info):
        if self.part is None:
            return False
        test = self.test
        try:
            handled = self.part.__exit__(*exc_info)
            outcome = test._outcome
            if not outcome.success:
                if outcome.result is not None and outcome.result.failfast:
                    raise _ShouldStop
            elif outcome.expectedFailure:
                raise _ShouldStop
            return handled
        finally:
            test._subtest = self.parent


class FunctionTestCase(TestCase):
    """A test case made of functions: FunctionTestCase(test[, setUp, tearDown,
    description])."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super(FunctionTestCase, self).__init__()
        self._testFunc, self._description = testFunc, description
        self._fixtures = setUp, tearDown

    def runTest(self):
        self._testFunc()

    def setUp(self):
        if self._fixtures[0] is not None:
            self._fixtures[0]()

    def tearDown(self):
        if self._fixtures[1] is not None:
            self._fixtures[1]()

    def id(self):
        return self._testFunc.__name__

    def _key(self):
        return self._fixtures + (self._testFunc, self._description)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._key() == other._key()

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash((type(self),) + self._key())

    def __str__(self):
        return "%s (%s)" % (strclass(self.__class__), self._testFunc.__name__)

    def __repr__(self):
        return "<%s tec=%s>" % (strclass(self.__class__), self._testFunc)

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split("\n")[0].strip() or None


class _SubTest(TestCase):
    """A subtest as results see it."""

    def __init__(self, test_case, message, params):
        super(_SubTest, self).__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _subDescription(self):
        parts = []
        if self._message is not _subtest_msg_sentinel:
            parts.append("[%s]" % (self._message,))
        if self.params:
            parts.append("(%s)" % ", ".join(["%s=%r" % item for item in self.params.items()]))
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return "%s %s" % (self.test_case.id(), self._subDescription())

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return "%s %s" % (self.test_case, self._subDescription())


def __getattr__(name):
    if name in ("_AssertRaisesContext", "_AssertWarnsContext", "_AssertLogsContext"):
        from . import asserts
        return getattr(asserts, name)
    raise AttributeError("module %r has no attribute %r" % (__name__, name))
