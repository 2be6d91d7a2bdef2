"""Suites of tests, and the fixtures of their classes and modules."""

import sys

from . import case
from . import util

__unittest = True

_py2 = sys.version_info[0] == 2


class _caught_output(object):
    """Has a result keep what a fixture prints, if it does so for tests."""

    def __init__(self, result):
        self.result = result

    def __enter__(self):
        getattr(self.result, "_setupStdout", int)()

    def __exit__(self, *exc_info):
        getattr(self.result, "_restoreStdout", int)()


class BaseTestSuite(object):
    """A list of tests that runs them, without fixtures of classes."""

    _cleanup = True

    def __init__(self, tests=()):
        self._removed_tests, self._tests = 0, []
        self.addTests(tests)

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __repr__(self):
        return "<%s tests=%s>" % (util.strclass(self.__class__), list(self))

    def countTestCases(self):
        n = self._removed_tests
        for test in self:
            if test:
                n += test.countTestCases()
        return n

    def addTest(self, test):
        """Adds a test case or a suite."""
        if not callable(test):
            raise TypeError("%s is not callable" % repr(test))
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        """Adds all tests of an iterable."""
        if isinstance(tests, basestring if _py2 else str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            self._removeTestAtIndex(index)
        return result

    def _removeTestAtIndex(self, index):
        """Lets go of a test that has run: its attributes may be large."""
        if not self._cleanup or _py2:
            return
        try:
            test = self._tests[index]
        except TypeError:
            return
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Runs the tests without catching their exceptions."""
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A suite that calls setUpModule, setUpClass and their counterparts."""

    def run(self, result, debug=False):
        top = not getattr(result, "_testRunEntered", False)
        if top:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if _is_test(test):
                self._enter(test, result)
                result._previousTestClass = test.__class__
                if (getattr(test.__class__, "_classSetupFailed", False)
                        or getattr(result, "_moduleSetUpFailed", False)):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            self._removeTestAtIndex(index)
        if top:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _enter(self, test, result):
        self._tearDownPreviousClass(test, result)
        self._handleModuleFixture(test, result)
        self._handleClassSetUp(test, result)

    def _handleClassSetUp(self, test, result):
        previous, cls = getattr(result, "_previousTestClass", None), test.__class__
        if cls == previous or result._moduleSetUpFailed or getattr(cls, "__unittest_skip__", False):
            return
        failed = False
        try:
            cls._classSetupFailed = False
        except TypeError:  # a test may be an instance of a built-in class
            pass
        set_up = getattr(cls, "setUpClass", None)
        if set_up is None:
            return
        with _caught_output(result):
            try:
                set_up()
            except Exception as e:
                if isinstance(result, _DebugResult):
                    raise
                failed = True
                try:
                    cls._classSetupFailed = True
                except TypeError:
                    pass
                self._classFailed(result, e, "setUpClass", cls)
            if failed and not _py2:
                cls.doClassCleanups()
                for exc_info in cls.tearDown_exceptions:
                    self._classFailed(result, exc_info[1], "setUpClass", cls, exc_info)

    def _classFailed(self, result, exc, method, cls, info=None):
        self._createClassOrModuleLevelException(result, exc, method, util.strclass(cls), info)

    def _get_previous_module(self, result):
        cls = getattr(result, "_previousTestClass", None)
        return None if cls is None else cls.__module__

    def _handleModuleFixture(self, test, result):
        name = test.__class__.__module__
        if name == self._get_previous_module(result):
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(name)
        set_up = getattr(module, "setUpModule", None)
        if set_up is None:
            return
        with _caught_output(result):
            try:
                set_up()
            except Exception as e:
                if isinstance(result, _DebugResult):
                    raise
                result._moduleSetUpFailed = True
                self._createClassOrModuleLevelException(result, e, "setUpModule", name)
            if result._moduleSetUpFailed and not _py2:
                self._cleanUpModule(result, "setUpModule", name)

    def _cleanUpModule(self, result, method, name):
        try:
            case.doModuleCleanups()
        except Exception as e:
            if isinstance(result, _DebugResult):
                raise
            self._createClassOrModuleLevelException(result, e, method, name)

    def _createClassOrModuleLevelException(self, result, exc, method_name, parent, info=None):
        self._addClassOrModuleLevelException(result, exc, "%s (%s)" % (method_name, parent), info)

    def _addClassOrModuleLevelException(self, result, exception, errorName, info=None):
        error = _ErrorHolder(errorName)
        add_skip = getattr(result, "addSkip", None)
        if add_skip is not None and isinstance(exception, case.SkipTest):
            add_skip(error, str(exception))
        else:
            result.addError(error, info or sys.exc_info())

    def _handleModuleTearDown(self, result):
        name = self._get_previous_module(result)
        if name is None or result._moduleSetUpFailed:
            return
        module = sys.modules.get(name)
        if module is None:
            return
        with _caught_output(result):
            tear_down = getattr(module, "tearDownModule", None)
            if tear_down is not None:
                try:
                    tear_down()
                except Exception as e:
                    if isinstance(result, _DebugResult):
                        raise
                    self._createClassOrModuleLevelException(result, e, "tearDownModule", name)
            if not _py2:
                self._cleanUpModule(result, "tearDownModule", name)

    def _tearDownPreviousClass(self, test, result):
        previous = getattr(result, "_previousTestClass", None)
        cls = test.__class__
        if (cls == previous or previous is None and not _py2
                or getattr(previous, "_classSetupFailed", False)
                or getattr(result, "_moduleSetUpFailed", False)
                or getattr(previous, "__unittest_skip__", False)):
            return
        tear_down = getattr(previous, "tearDownClass", None)
        clean_up = getattr(previous, "doClassCleanups", None)
        if tear_down is None and clean_up is None:
            return
        with _caught_output(result):
            if tear_down is not None:
                try:
                    tear_down()
                except Exception as e:
                    if isinstance(result, _DebugResult):
                        raise
                    self._classFailed(result, e, "tearDownClass", previous)
            if clean_up is not None:
                clean_up()
                for exc_info in previous.tearDown_exceptions:
                    if isinstance(result, _DebugResult):
                        raise exc_info[1]
                    self._classFailed(result, exc_info[1], "tearDownClass", previous, exc_info)


class _ErrorHolder(object):
    """Stands for a class or module in a result when its fixture failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def __repr__(self):
        return "<ErrorHolder description=%r>" % (self.description,)

    def __str__(self):
        return self.id()

    def id(self):
        return self.description

    def shortDescription(self):
        """Nothing."""

    def countTestCases(self):
        return 0

    def run(self, result):
        """Nothing: it has failed already."""

    __call__ = run


def _is_test(test):
    """Whether a member of a suite is a test, not a suite."""
    try:
        iter(test)
    except TypeError:
        return True
    return False


_isnotsuite = _is_test


class _DebugResult(object):
    """The result of TestSuite.debug."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
