"""The assert methods of test cases."""

import sys

from .util import (_common_shorten_repr, _count_diff_all_purpose, _count_diff_hashable, safe_repr,
                   sorted_list_difference, unorderable_list_difference)

__unittest = True

_py2 = sys.version_info[0] == 2
_text = basestring if _py2 else str

_subtest_msg_sentinel = object()

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


def _pair(first, second):
    """Two values as messages show them."""
    if _py2:
        return safe_repr(first), safe_repr(second)
    return _common_shorten_repr(first, second)


def _long_pair(first, second):
    """The same where a diff follows."""
    if _py2:
        return safe_repr(first, True), safe_repr(second, True)
    return _common_shorten_repr(first, second)


def _lines_diff(first, second):
    import difflib
    return "\n".join(difflib.ndiff(first, second))


def _pretty(obj):
    import pprint
    return pprint.pformat(obj).splitlines()


def _compile(pattern):
    if isinstance(pattern, (_text, bytes)):
        import _pattern
        return _pattern.compile(pattern)
    if not hasattr(pattern, "search"):
        raise TypeError("first argument must be string or compiled pattern")
    return pattern


def _is_type(kind, base):
    return isinstance(kind, type) and issubclass(kind, base)


class _RaisesContext(object):
    """What assertRaises, assertWarns and their like share."""

    def __init__(self, expected, test_case, expected_regex=None):
        self.test_case = test_case
        self.expected = expected
        self.expected_regex = expected_regex if expected_regex is None else _compile(expected_regex)
        self.obj_name = None
        self.msg = None

    def _raiseFailure(self, message):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, message))

    def handle(self, name, args, kwargs):
        """With no arguments the context itself, else calls args[0]."""
        if not _py2 and not self._valid():
            raise TypeError("%s() arg 1 must be %s" % (name, self._base_type_str))
        if not args:
            if not _py2:
                self.msg = kwargs.pop("msg", None)
                if kwargs:
                    raise TypeError("%r is an invalid keyword argument for this function" % (next(iter(kwargs)),))
            return self
        function = args[0]
        self.obj_name = getattr(function, "__name__", None) or str(function)
        if _py2:
            self.obj_name = None
        with self:
            function(*args[1:], **kwargs)

    def _valid(self):
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        for kind in kinds:
            if not _is_type(kind, self._base_type):
                return False
        return True

    def _expected_name(self):
        return getattr(self.expected, "__name__", None) or str(self.expected)

    def _not_done(self, what):
        if self.obj_name:
            self._raiseFailure("%s not %s by %s" % (self._expected_name(), what, self.obj_name))
        self._raiseFailure("%s not %s" % (self._expected_name(), what))


class _AssertRaisesContext(_RaisesContext):

    _base_type = BaseException
    _base_type_str = "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            self._not_done("raised")
        if not issubclass(kind, self.expected):
            return False
        self.exception = value if _py2 else value.with_traceback(None)
        pattern = self.expected_regex
        if pattern is not None and not pattern.search(str(value)):
            self._raiseFailure('"%s" does not match "%s"' % (pattern.pattern, str(value)))
        return True

    if not _py2:
        def __class_getitem__(cls, item):
            import types
            return types.GenericAlias(cls, item)


class _AssertWarnsContext(_RaisesContext):

    _base_type = Warning
    _base_type_str = "a warning type or tuple of warning types"

    def __enter__(self):
        import warnings
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, value, tb):
        self.warnings_manager.__exit__(kind, value, tb)
        if kind is not None:
            return
        first = None
        for m in self.warnings:
            if not isinstance(m.message, self.expected):
                continue
            if first is None:
                first = m.message
            if self.expected_regex is None or self.expected_regex.search(str(m.message)):
                self.warning, self.filename, self.lineno = m.message, m.filename, m.lineno
                return
        if first is not None:
            self._raiseFailure('"%s" does not match "%s"' % (self.expected_regex.pattern, first))
        self._not_done("triggered")


def _alias(name, old):
    """A deprecated name of a method."""
    def method(self, *args, **kwargs):
        import warnings
        warnings.warn("Please use %s instead." % name,
                      PendingDeprecationWarning if _py2 else DeprecationWarning, 2)
        return getattr(self, name)(*args, **kwargs)
    method.__name__ = old
    return method


class Asserts(object):
    """The assert methods."""

    # ---- messages

    def _formatMessage(self, msg, standardMsg):
        """The message of a failure: both, if longMessage is set."""
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return "%s : %s" % (standardMsg, msg)
        except UnicodeDecodeError:
            return "%s : %s" % (safe_repr(standardMsg), safe_repr(msg))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    def _failed(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def fail(self, msg=None):
        """Fails."""
        raise self.failureException(msg)

    # ---- truth, equality, order

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._failed(msg, "%s is not true" % safe_repr(expr))

    def assertFalse(self, expr, msg=None):
        if expr:
            self._failed(msg, "%s is not false" % safe_repr(expr))

    def _init_equality(self):
        self._type_equality_funcs = {
            dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual",
            set: "assertSetEqual", frozenset: "assertSetEqual",
            unicode if _py2 else str: "assertMultiLineEqual"}

    def addTypeEqualityFunc(self, typeobj, function):
        """Has assertEqual use function(first, second, msg=) for two values of
        exactly that type."""
        self._type_equality_funcs[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            f = self._type_equality_funcs.get(type(first))
            if f is not None:
                return getattr(self, f) if isinstance(f, str) else f
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._failed(msg, "%s != %s" % _pair(first, second))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._failed(msg, "%s == %s" % (safe_repr(first), safe_repr(second)))

    def _almost(self, first, second, places, delta):
        """(whether the two are close, the difference, how it is put)."""
        if places is not None and delta is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        if delta is not None:
            return diff <= delta, diff, "%s delta" % safe_repr(delta)
        if places is None:
            places = 7
        return round(diff, places) == 0, diff, "%r places" % places

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second and not (places is not None and delta is not None):
            return
        close, diff, how = self._almost(first, second, places, delta)
        if not close:
            text = "%s != %s within %s" % (safe_repr(first), safe_repr(second), how)
            if not _py2:
                text += " (%s difference)" % safe_repr(diff)
            self._failed(msg, text)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        close, diff, how = self._almost(first, second, places, delta)
        if delta is not None and not first == second and not close or delta is None and not first == second and not close:
            return
        text = "%s == %s within %s" % (safe_repr(first), safe_repr(second), how)
        if delta is not None and not _py2:
            text += " (%s difference)" % safe_repr(diff)
        self._failed(msg, text)

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._failed(msg, "%s not less than %s" % (safe_repr(a), safe_repr(b)))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._failed(msg, "%s not less than or equal to %s" % (safe_repr(a), safe_repr(b)))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._failed(msg, "%s not greater than %s" % (safe_repr(a), safe_repr(b)))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._failed(msg, "%s not greater than or equal to %s" % (safe_repr(a), safe_repr(b)))

    # ---- identity, membership, types

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._failed(msg, "%s is not %s" % (safe_repr(expr1), safe_repr(expr2)))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._failed(msg, "unexpectedly identical: %s" % safe_repr(expr1))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._failed(msg, "%s is not None" % safe_repr(obj))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._failed(msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._failed(msg, "%s not found in %s" % (safe_repr(member), safe_repr(container)))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._failed(msg, "%s unexpectedly found in %s" % (safe_repr(member), safe_repr(container)))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._failed(msg, "%s is not an instance of %r" % (safe_repr(obj), cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._failed(msg, "%s is an instance of %r" % (safe_repr(obj), cls))

    # ---- containers

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = "sequence"
        if seq_type is not None:
            kind = seq_type.__name__
            for which, seq in ("First", seq1), ("Second", seq2):
                if not isinstance(seq, seq_type):
                    raise self.failureException("%s sequence is not a %s: %s" % (which, kind, safe_repr(seq)))
        text = None
        lengths = []
        for which, seq in ("First", seq1), ("Second", seq2):
            try:
                lengths.append(len(seq))
            except (TypeError, NotImplementedError):
                if text is None:
                    text = "%s %s has no length.    Non-sequence?" % (which, kind)
        if text is None:
            if seq1 == seq2:
                return
            where = self._first_difference(seq1, seq2, lengths[0], lengths[1], kind, seq_type)
            if where is None:
                return
            text = "%ss differ: %s != %s\n" % ((kind.capitalize(),) + self._short(seq1, seq2)) + where
        self._failed(msg, self._truncateMessage(text, "\n" + _lines_diff(_pretty(seq1), _pretty(seq2))))

    def _short(self, first, second):
        if not _py2:
            return _common_shorten_repr(first, second)
        return tuple([t if len(t) <= 30 else t[:30] + "..." for t in (repr(first), repr(second))])

    def _first_difference(self, seq1, seq2, len1, len2, kind, seq_type):
        """Says where two sequences part; None if only their types do, which nobody asked about."""
        text = ""
        for i in range(min(len1, len2)):
            item = []
            for which, seq in ("first", seq1), ("second", seq2):
                try:
                    item.append(seq[i])
                except (TypeError, IndexError, NotImplementedError):
                    return text + "\nUnable to index element %d of %s %s\n" % (i, which, kind)
            if item[0] != item[1]:
                pair = tuple(item) if _py2 else _common_shorten_repr(*item)
                if _py2:
                    text += "\nFirst differing element %d:\n%s\n%s\n" % (i, safe_repr(pair[0]), safe_repr(pair[1]))
                else:
                    text += "\nFirst differing element %d:\n%s\n%s\n" % ((i,) + pair)
                break
        else:
            if len1 == len2 and seq_type is None and type(seq1) != type(seq2):
                return None
        for which, seq, longer, shorter in ("First", seq1, len1, len2), ("Second", seq2, len2, len1):
            if longer > shorter:
                text += "\n%s %s contains %d additional elements.\n" % (which, kind, longer - shorter)
                try:
                    text += "First extra element %d:\n%s\n" % (
                        shorter, (safe_repr if _py2 else _one)(seq[shorter]))
                except (TypeError, IndexError, NotImplementedError):
                    text += "Unable to index element %d of %s %s\n" % (shorter, which.lower(), kind)
        return text

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        only = []
        for a, b, which in (set1, set2, "first"), (set2, set1, "second"):
            try:
                only.append(a.difference(b))
            except TypeError as e:
                self.fail("invalid type when attempting set difference: %s" % e)
            except AttributeError as e:
                self.fail("%s argument does not support set difference: %s" % (which, e))
        if not (only[0] or only[1]):
            return
        lines = []
        for which, items in zip(("first", "second"), only):
            if items:
                lines.append("Items in the %s set but not the %s:"
                             % (which, "second" if which == "first" else "first"))
                lines += [repr(item) for item in items]
        self._failed(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self._failed(msg, self._truncateMessage(
                "%s != %s" % _long_pair(d1, d2), "\n" + _lines_diff(_pretty(d1), _pretty(d2))))

    def _assert_contains_subset(self, expected, actual, msg=None):
        missing, mismatched = [], []
        for key, value in expected.items():
            if key not in actual:
                missing.append(key)
            elif value != actual[key]:
                mismatched.append("%s, expected: %s, actual: %s"
                                  % (safe_repr(key), safe_repr(value), safe_repr(actual[key])))
        if not (missing or mismatched):
            return
        text = ""
        if missing:
            text = "Missing: %s" % ",".join([safe_repr(m) for m in missing])
        if mismatched:
            if text:
                text += "; "
            text += "Mismatched values: %s" % ",".join(mismatched)
        self._failed(msg, text)

    def assertDictContainsSubset(self, expected, actual, msg=None):
        if not _py2:
            import warnings
            warnings.warn("assertDictContainsSubset is deprecated", DeprecationWarning)
        self._assert_contains_subset(expected, actual, msg)

    def _assert_same_items(self, first, second, msg=None):
        first, second = list(first), list(second)
        try:
            differences = _count_diff_hashable(first, second)
        except TypeError:
            differences = _count_diff_all_purpose(first, second)
        if differences:
            lines = ["First has %d, Second has %d:  %r" % d for d in differences]
            self._failed(msg, self._truncateMessage("Element counts were not equal:\n", "\n".join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        for which, text in ("First", first), ("Second", second):
            if not isinstance(text, _text):
                self.assertIsInstance(text, _text, "%s argument is not a string" % which)
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        lines1, lines2 = first.splitlines(True), second.splitlines(True)
        if len(lines1) == 1 and first.strip("\r\n") == first:
            lines1, lines2 = [first + "\n"], [second + "\n"]
        import difflib
        self._failed(msg, self._truncateMessage(
            "%s != %s" % _long_pair(first, second), "\n" + "".join(difflib.ndiff(lines1, lines2))))

    # ---- patterns

    def _assert_regex(self, text, expected_regex, msg=None):
        if not _py2 and isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
        pattern = _compile(expected_regex)
        if pattern.search(text):
            return
        if _py2:
            raise self.failureException("%s: %r not found in %r" % (
                msg or "Regexp didn't match", pattern.pattern, text))
        self._failed(msg, "Regex didn't match: %r not found in %r" % (pattern.pattern, text))

    def _assert_not_regex(self, text, unexpected_regex, msg=None):
        pattern = _compile(unexpected_regex)
        match = pattern.search(text)
        if not match:
            return
        found = text[match.start():match.end()]
        if _py2:
            raise self.failureException("%s: %r matches %r in %r" % (
                msg or "Regexp matched", found, pattern.pattern, text))
        self._failed(msg, "Regex matched: %r matches %r in %r" % (found, pattern.pattern, text))

    # ---- exceptions, warnings, logs

    if _py2:
        def assertRaises(self, excClass, callableObj=None, *args, **kwargs):
            context = _AssertRaisesContext(excClass, self)
            if callableObj is None:
                return context
            context.handle("assertRaises", (callableObj,) + args, kwargs)

        def assertRaisesRegexp(self, expected_exception, expected_regexp, callable_obj=None, *args, **kwargs):
            context = _AssertRaisesContext(expected_exception, self, expected_regexp)
            context.expected_regexp = context.expected_regex
            if callable_obj is None:
                return context
            context.handle("assertRaisesRegexp", (callable_obj,) + args, kwargs)

        assertItemsEqual = _assert_same_items
        assertRegexpMatches = _assert_regex
        assertNotRegexpMatches = _assert_not_regex
    else:
        def assertRaises(self, expected_exception, *args, **kwargs):
            return _AssertRaisesContext(expected_exception, self).handle("assertRaises", args, kwargs)

        def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
            return _AssertRaisesContext(expected_exception, self, expected_regex).handle(
                "assertRaisesRegex", args, kwargs)

        def assertWarns(self, expected_warning, *args, **kwargs):
            return _AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

        def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
            return _AssertWarnsContext(expected_warning, self, expected_regex).handle(
                "assertWarnsRegex", args, kwargs)

        def assertLogs(self, logger=None, level=None):
            from ._log import _AssertLogsContext
            return _AssertLogsContext(self, logger, level, no_logs=False)

        def assertNoLogs(self, logger=None, level=None):
            from ._log import _AssertLogsContext
            return _AssertLogsContext(self, logger, level, no_logs=True)

        def assertCountEqual(self, first, second, msg=None):
            self._assert_same_items(first, second, msg)

        def assertRegex(self, text, expected_regex, msg=None):
            self._assert_regex(text, expected_regex, msg)

        def assertNotRegex(self, text, unexpected_regex, msg=None):
            self._assert_not_regex(text, unexpected_regex, msg)

        assertRaisesRegexp = _alias("assertRaisesRegex", "assertRaisesRegexp")
        assertRegexpMatches = _alias("assertRegex", "assertRegexpMatches")
        assertNotRegexpMatches = _alias("assertNotRegex", "assertNotRegexpMatches")

    if _py2:
        assert_ = assertTrue
        assertEquals = assertEqual
        assertNotEquals = assertNotEqual
        assertAlmostEquals = assertAlmostEqual
        assertNotAlmostEquals = assertNotAlmostEqual
    else:
        assert_ = _alias("assertTrue", "assert_")
        assertEquals = _alias("assertEqual", "assertEquals")
        assertNotEquals = _alias("assertNotEqual", "assertNotEquals")
        assertAlmostEquals = _alias("assertAlmostEqual", "assertAlmostEquals")
        assertNotAlmostEquals = _alias("assertNotAlmostEqual", "assertNotAlmostEquals")
    failUnless = _alias("assertTrue", "failUnless")
    failIf = _alias("assertFalse", "failIf")
    failUnlessEqual = _alias("assertEqual", "failUnlessEqual")
    failIfEqual = _alias("assertNotEqual", "failIfEqual")
    failUnlessAlmostEqual = _alias("assertAlmostEqual", "failUnlessAlmostEqual")
    failIfAlmostEqual = _alias("assertNotAlmostEqual", "failIfAlmostEqual")
    failUnlessRaises = _alias("assertRaises", "failUnlessRaises")


def _one(obj):
    return _common_shorten_repr(obj)[0]
