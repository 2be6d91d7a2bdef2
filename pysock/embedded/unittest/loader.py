"""Finding tests: in modules, by names, in folders."""

import sys

from . import case, suite, util

__unittest = True

_py2 = sys.version_info[0] == 2
_compare = cmp if _py2 else util.three_way_cmp


def _matches(name, pattern):
    import fnmatch
    return fnmatch.fnmatch(name, pattern)


def _failed_test(name, exception, suiteClass):
    """A suite with one test, which raises the exception."""
    def fail(self):
        raise exception
    return suiteClass((_FailedTest(name, exception),))


class _FailedTest(case.TestCase):
    """Stands for tests that couldn't be loaded."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super(_FailedTest, self).__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super(_FailedTest, self).__getattribute__(name)

        def fail():
            raise self._exception
        return fail


if _py2:
    class ModuleImportFailure(_FailedTest):
        pass

    class LoadTestsFailure(_FailedTest):
        pass


def _failure(kind, name, exception, message, suiteClass):
    """(suite, message) for tests that couldn't be loaded."""
    if not _py2:
        return suiteClass((_FailedTest(name, exception),)), message
    cls = ModuleImportFailure if kind == "import" else LoadTestsFailure
    cls.__module__ = "unittest.loader"
    return suiteClass((cls(name, exception),)), message


def _import_failure(name, suiteClass, what="import test module"):
    import traceback
    message = "Failed to %s: %s\n%s" % (what, name, traceback.format_exc())
    return _failure("import", name, ImportError(message), message, suiteClass)


def _load_tests_failure(name, exception, suiteClass):
    if _py2:
        return _failure("load_tests", name, exception, None, suiteClass)
    import traceback
    message = "Failed to call load_tests:\n%s" % traceback.format_exc()
    return _failure("load_tests", name, exception, message, suiteClass)


def _skipped_module(name, exc, suiteClass):
    @case.skip(str(exc))
    def skipped(self):
        pass
    cls = type("ModuleSkipped", (case.TestCase,), {name: skipped, "__module__": "unittest.loader"})
    return suiteClass((cls(name),))


def _splitext(path):
    return path[:-len(".py")] if path.endswith(".py") else path


class TestLoader(object):
    """Makes suites of the tests it finds."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(_compare)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    # ---- classes and modules

    def loadTestsFromTestCase(self, testCaseClass):
        """A suite of the test methods of a class."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite."
                            + (" Maybe you meant to derive from TestCase?"))
        if not _py2 and testCaseClass in (case.TestCase, case.FunctionTestCase):
            return self.suiteClass([])  # they are there to be derived from
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """The names of its test methods, sorted."""
        names = [name for name in dir(testCaseClass) if self._wanted(testCaseClass, name)]
        compare = self.sortTestMethodsUsing
        if compare is _compare:
            names.sort()
        elif compare:
            import functools
            names.sort(key=functools.cmp_to_key(compare))
        return names

    def _wanted(self, cls, name):
        if not name.startswith(self.testMethodPrefix) or not callable(getattr(cls, name)):
            return False
        if self.testNamePatterns is None:
            return True
        full = "%s.%s.%s" % (cls.__module__, getattr(cls, "__qualname__", cls.__name__), name)
        import fnmatch
        return any(fnmatch.fnmatchcase(full, p) for p in self.testNamePatterns)

    def loadTestsFromModule(self, module, *args, **kws):
        """A suite of the test cases of a module; its load_tests has the last word."""
        pattern = kws.pop("pattern", None) if not _py2 else None
        if _py2:
            use_load_tests = args[0] if args else kws.pop("use_load_tests", True)
        else:
            use_load_tests = True
            if args or "use_load_tests" in kws:
                import warnings
                warnings.warn("use_load_tests is deprecated and ignored", DeprecationWarning)
                kws.pop("use_load_tests", None)
                if len(args) > 1:
                    raise TypeError("loadTestsFromModule() takes 1 positional argument but %d were given"
                                    % (len(args) + 1))
        if kws:
            raise TypeError("loadTestsFromModule() got an unexpected keyword argument '%s'" % sorted(kws)[0])
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if (isinstance(obj, type) and issubclass(obj, case.TestCase)
                    and (_py2 or obj not in (case.TestCase, case.FunctionTestCase))):
                tests.append(self.loadTestsFromTestCase(obj))
        tests = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        if not use_load_tests or load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as e:
            return self._noted(_load_tests_failure(module.__name__, e, self.suiteClass))

    def _noted(self, failure):
        failed, message = failure
        if message is not None:
            self.errors.append(message)
        return failed

    # ---- names

    def loadTestsFromName(self, name, module=None):
        """A suite of what a dotted name means, a module, class, method, suite
        or function that makes one, as seen from a module if one is given."""
        parts = name.split(".")
        failed = None
        if module is None:
            rest = parts[:]
            while rest:
                try:
                    module = __import__(".".join(rest))
                    break
                except ImportError:
                    last = rest.pop()
                    if _py2:
                        if not rest:
                            raise
                        continue
                    failed = _import_failure(last, self.suiteClass)
                    if not rest:
                        return self._noted(failed)
            parts = parts[1:]
        obj = parent = module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as e:
                if _py2:
                    raise
                if getattr(obj, "__path__", None) is not None and failed is not None:
                    return self._noted(failed)
                import traceback
                message = "Failed to access attribute:\n%s" % traceback.format_exc()
                return self._noted(_failure("attribute", part, e, message, self.suiteClass))
        return self._suite_of(obj, parent, parts)

    def _suite_of(self, obj, parent, parts):
        if isinstance(obj, type(sys)):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase) and (
                _py2 or obj not in (case.TestCase, case.FunctionTestCase)):
            return self.loadTestsFromTestCase(obj)
        if isinstance(parent, type) and issubclass(parent, case.TestCase) and callable(obj):
            name = parts[-1]
            test = parent(name)
            if _py2 or not isinstance(getattr(test, name), type(_matches)):
                return self.suiteClass([test])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if not callable(obj):
            raise TypeError("don't know how to make test from: %s" % (obj,))
        test = obj()
        if isinstance(test, suite.TestSuite):
            return test
        if isinstance(test, case.TestCase):
            return self.suiteClass([test])
        raise TypeError("calling %s returned %s, not a test" % (obj, test))

    def loadTestsFromNames(self, names, module=None):
        """A suite of the suites of several names."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    # ---- folders

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """A suite of the modules below a folder, or package, whose file names
        match the pattern."""
        import os
        implicit = top_level_dir is None and self._top_level_dir is None
        top = top_level_dir or self._top_level_dir or start_dir
        self._top_level_dir = top = os.path.abspath(top)
        if top not in sys.path:
            sys.path.insert(0, top)
        importable = True
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            if start_dir != top:
                importable = os.path.isfile(os.path.join(start_dir, "__init__.py"))
        else:
            importable, start_dir, top = self._package_dir(start_dir, implicit, top)
            if implicit:
                sys.path.remove(self._top_level_dir)
                self._top_level_dir = top
        if not importable:
            raise ImportError("Start directory is not importable: %r" % (start_dir,))
        tests = list(self._find_tests(start_dir, pattern))
        return self.suiteClass(tests)

    def _package_dir(self, name, implicit, top):
        """(found, folder, top) for discovery that starts at a package."""
        import os
        try:
            __import__(name)
        except ImportError:
            return False, name, top
        module = sys.modules[name]
        part = name.split(".")[0]
        if getattr(module, "__file__", None) is None:
            if name in sys.builtin_module_names:
                raise TypeError("Can not use builtin modules as dotted module names")
            raise TypeError("don't know how to discover from %r" % (module,))
        folder = os.path.abspath(os.path.dirname(module.__file__))
        if implicit:
            first = os.path.dirname(os.path.abspath(sys.modules[part].__file__))
            top = os.path.dirname(first)
        return True, folder, top

    def _get_name_from_path(self, path):
        import os
        if path == self._top_level_dir:
            return "."
        relative = os.path.relpath(_splitext(os.path.normpath(path)), self._top_level_dir)
        assert not os.path.isabs(relative), "Path must be within the project"
        assert not relative.startswith(".."), "Path must be within the project"
        return relative.replace(os.path.sep, ".")

    def _get_module_from_name(self, name):
        __import__(name)
        return sys.modules[name]

    def _match_path(self, path, full_path, pattern):
        return _matches(path, pattern)

    def _find_tests(self, start_dir, pattern):
        """Yields the suites of a folder and of the packages below it."""
        import os
        if not _py2:
            name = self._get_name_from_path(start_dir)
            if name != "." and name not in self._loading_packages:
                tests, recurse = self._find_test_path(start_dir, pattern)
                if tests is not None:
                    yield tests
                if not recurse:
                    return
        for entry in sorted(os.listdir(start_dir)) if not _py2 else os.listdir(start_dir):
            full = os.path.join(start_dir, entry)
            tests, recurse = self._find_test_path(full, pattern)
            if tests is not None:
                yield tests
            if recurse:
                name = self._get_name_from_path(full)
                self._loading_packages.add(name)
                try:
                    for tests in self._find_tests(full, pattern):
                        yield tests
                finally:
                    self._loading_packages.discard(name)

    def _find_test_path(self, full, pattern):
        """(suite or None, whether to look inside) for a file or folder."""
        import os
        base = os.path.basename(full)
        if os.path.isfile(full):
            if not (base.endswith(".py") and base[:-3].replace("_", "a").isalnum() and not base[:1].isdigit()):
                return None, False
            if not self._match_path(base, full, pattern):
                return None, False
            name = self._get_name_from_path(full)
            try:
                module = self._get_module_from_name(name)
            except case.SkipTest as e:
                return _skipped_module(name, e, self.suiteClass), False
            except:
                return self._noted(_import_failure(name, self.suiteClass)), False
            self._same_place(module, full, base)
            return self._of_module(module, pattern), False
        if not os.path.isdir(full) or not os.path.isfile(os.path.join(full, "__init__.py")):
            return None, False
        if _py2:
            tests = None
            if not _matches(base, pattern):
                return None, True
        tests = None
        name = self._get_name_from_path(full)
        try:
            package = self._get_module_from_name(name)
        except case.SkipTest as e:
            return _skipped_module(name, e, self.suiteClass), False
        except:
            return self._noted(_import_failure(name, self.suiteClass)), False
        load_tests = getattr(package, "load_tests", None)
        self._loading_packages.add(name)
        try:
            tests = (self.loadTestsFromModule(package, use_load_tests=False) if _py2
                     else self.loadTestsFromModule(package, pattern=pattern))
            if load_tests is None:
                return tests, True
            if _py2:
                try:
                    return load_tests(self, tests, pattern), False
                except Exception as e:
                    return self._noted(_load_tests_failure(package.__name__, e, self.suiteClass)), False
            return tests, False
        finally:
            self._loading_packages.discard(name)

    def _of_module(self, module, pattern):
        if _py2:
            return self.loadTestsFromModule(module)
        return self.loadTestsFromModule(module, pattern=pattern)

    def _same_place(self, module, full, base):
        """Objects if the module of that name is another file's."""
        import os
        there = os.path.abspath(getattr(module, "__file__", full))
        real, wanted = [_splitext(os.path.realpath(p)).lower() for p in (there, full)]
        if real != wanted:
            raise ImportError(
                "%r module incorrectly imported from %r. Expected %r. Is this module globally installed?"
                % (_splitext(base), os.path.dirname(there), os.path.dirname(full)))


defaultTestLoader = TestLoader()


def _loader(prefix, sortUsing, suiteClass=None, testNamePatterns=None):
    loader = TestLoader()
    loader.sortTestMethodsUsing = sortUsing
    loader.testMethodPrefix = prefix
    loader.testNamePatterns = testNamePatterns
    if suiteClass:
        loader.suiteClass = suiteClass
    return loader


def _deprecated(name, method):
    if not _py2:
        import warnings
        warnings.warn("unittest.%s() is deprecated and will be removed in Python 3.13. "
                      "Please use unittest.TestLoader.%s() instead." % (name, method),
                      DeprecationWarning, stacklevel=3)


def getTestCaseNames(testCaseClass, prefix, sortUsing=_compare, testNamePatterns=None):
    _deprecated("getTestCaseNames", "getTestCaseNames")
    return _loader(prefix, sortUsing, testNamePatterns=testNamePatterns).getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix="test", sortUsing=_compare, suiteClass=suite.TestSuite):
    _deprecated("makeSuite", "loadTestsFromTestCase")
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromTestCase(testCaseClass)


def findTestCases(module, prefix="test", sortUsing=_compare, suiteClass=suite.TestSuite):
    _deprecated("findTestCases", "loadTestsFromModule")
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromModule(module)
