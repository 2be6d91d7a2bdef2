"""A framework for unit tests: cases, suites, loaders, runners.

case.py has TestCase, asserts.py its assert methods, result.py what is noted of
a run, suite.py the fixtures of classes and modules, loader.py the finding of
tests, runner.py the text on the terminal, main.py the command line. What few
scripts use is imported when it is first needed.
"""

import sys

from .result import TestResult
from .case import (FunctionTestCase, SkipTest, TestCase, expectedFailure, skip,
                   skipIf, skipUnless)
from .suite import BaseTestSuite, TestSuite
from .loader import TestLoader, defaultTestLoader, findTestCases, getTestCaseNames, makeSuite
from .runner import TextTestResult, TextTestRunner
from .main import TestProgram, main
from .signals import installHandler, registerResult, removeHandler, removeResult

__unittest = True

__all__ = ["TestResult", "TestCase", "TestSuite", "TextTestRunner", "TestLoader",
           "FunctionTestCase", "main", "defaultTestLoader", "SkipTest", "skip",
           "skipIf", "skipUnless", "expectedFailure", "TextTestResult",
           "installHandler", "registerResult", "removeResult", "removeHandler",
           "getTestCaseNames", "makeSuite", "findTestCases"]

_TextTestResult = TextTestResult

if sys.version_info[0] > 2:
    from .case import addModuleCleanup, doModuleCleanups, enterModuleContext
    __all__ += ["IsolatedAsyncioTestCase", "addModuleCleanup", "doModuleCleanups",
                "enterModuleContext"]

    def load_tests(loader, tests, pattern):
        import os.path
        return loader.discover(start_dir=os.path.dirname(__file__), pattern=pattern)

    def __dir__():
        return list(globals()) + ["IsolatedAsyncioTestCase"]

    def __getattr__(name):
        if name == "IsolatedAsyncioTestCase":
            from .async_case import IsolatedAsyncioTestCase
            globals()[name] = IsolatedAsyncioTestCase
            return IsolatedAsyncioTestCase
        raise AttributeError("module %r has no attribute %r" % (__name__, name))
