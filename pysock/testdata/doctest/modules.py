"""Module doc.

>>> 1 + 1
2
>>> print("a\\n\\nb")
a
<BLANKLINE>
b
"""
import sys, doctest

def f(x):
    """f.

    >>> f(2)
    4
    >>> f('a')
    Traceback (most recent call last):
      ...
    TypeError: can't multiply sequence by non-int of type 'str'
    >>> f(3)
    10
    >>> f()            # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    TypeError: whatever
    >>> for i in range(3):
    ...     print(i)
    0
    1
    2
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> [1,   2] # doctest: +NORMALIZE_WHITESPACE
    [1,
      2]
    >>> x = 3
    >>> x
    >>> None
    1
    >>> undefined  # doctest: +SKIP
    """
    return x * x

class C(object):
    """
    >>> C().m()
    1
    """
    def m(self):
        """
            >>> print('x')
            y
            >>> 'no'
            ok
        """
        return 1
    @property
    def p(self):
        """
        >>> C().p
        5
        """
        return 5
    @staticmethod
    def s():
        """
        >>> C.s()
        """
    @classmethod
    def c(cls):
        """no"""
def g():
    pass
__test__ = {'extra': '>>> 1\n1\n>>> 1 == 1\n1\n'}
print(doctest.testmod())
print(doctest.testmod(verbose=True, optionflags=doctest.REPORT_NDIFF))
doctest.run_docstring_examples(f, globals())
print(doctest.script_from_examples(f.__doc__))
print([ (t.name, t.lineno, len(t.examples)) for t in doctest.DocTestFinder().find(C)])
p = doctest.DocTestParser()
for s in ['>>>1\n', '  >>> 1\n a\n', '>>> 1 # doctest: +FOO\n', '>>> # doctest: +SKIP\n', '>>> # c\n', 'text\n>>> if 1:\n...  2\n...\n2\n\nend']:
    try:
        print([x if isinstance(x, str) else (x.source, x.want, x.lineno, x.indent, sorted(x.options.items())) for x in p.parse(s, 'n')])
    except ValueError as e:
        print(e)
import unittest
suite = doctest.DocTestSuite()
print(suite.countTestCases())
r = unittest.TestResult()
suite.run(r)
for t, text in r.failures:
    print(repr(t), t.id(), t.shortDescription())
    print(text.partition("Failed doctest")[2])
print(p.get_doctest('>>> 1\n', {}, 'n', 'f', 3), doctest.Example('1', '1') == doctest.Example('1', '1'))
try:
    doctest.DebugRunner().run(p.get_doctest('>>> 1\n2\n', {}, 'n', 'f', 3))
except doctest.DocTestFailure as e:
    print(e, e.got, e.example.want)
try:
    doctest.DebugRunner().run(p.get_doctest('>>> 1/0\n2\n', {}, 'n', 'f', 3))
except doctest.UnexpectedException as e:
    print(e, e.exc_info[0])
