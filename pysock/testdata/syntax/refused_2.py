# coding: utf-8
# What Python 2 says of source that it refuses, and where: its parser at the end of the token that it can't
# use, its compiler nowhere.
import sys
for s in (
    'x = (1,\n', 'x = [1, 2\ny = 3\n', 'y = 0\nx = (1,\n', 'x = 1 +\\\n', 'x = 1 +\\', 'y = 0\nx = 1 +\\\n', 'x = \\ 1', 'a if b else',
    "x = 'abc", "x = '''abc", "x = '''abc\ndef\n", "x = 'abc\\\ndef", 'x = """abc\ndef""" y', 'x = 08', 'x = 0811L', 'x = 0x', 'x = 0b2', 'x = 0o18',
    'x = 1e+', 'x = 1_000', 'x = $', 'x = 1 ? 2', 'x = )', '(]', '))', 'x y', 'x == == 1', 'if x = 1: pass', 'class A\n  pass', 'def f(:', 'else:',
    'while 1 print', 'x = {1: 2, 3}', '{**a}', '[*a]', 'rb"a"', 'f"a{b}"', 'print(1, end="")', 'print(1, file=x)', 'raise X from Y', 'async def f(): pass',
    'def f(a, *, b): pass', 'def f(a: int): pass', 'def f() -> int: pass', 'def f(**a, b): pass', 'def f(*a, b): pass', 'x: int = 5', 'nonlocal x', 'yield from x', 'a @ b',
    '(a := 1)', 'yield = 1', 'yield += 1', 'x = yield = y', '(yield) = x', '@a.b(c).d\ndef f(): pass', '@a[b]\ndef f(): pass', 'from a import b,', 'from a import (b c)', 'lambda x=: 1', 'f(**a, *b)', 'f(*a, *b)',
    '  x = 1', 'if 1:\nxyz', 'if 1:\n  x\n y', 'if 1:\n  @a\nelse: pass', 'if 1:', 'y = 0\nif 1:', 'try: pass\nx = 1', 'try: pass\n x = 1', 'é = 1', 'x = "é" y',
    'f() = 1', '1 = x = 2', 'f() = : pass', '(x + 1) += 1', '`a` = 1', 'del `a`', '{1: 2} += 1', '() += 1', '[a] += 1', 'def f((x)=1): pass', 'f(lambda: 1 = 2)', 'f(a.b=1)', 'x, = 1', 'x, += 1', 'None = 1', 'del f()', 'for f() in x: pass', 'with a as 1: pass', 'import a as None',
    'def f(None): pass', 'def f(a=1, b): pass', 'f(a=1, 2)', 'f(*a, 2)', 'f(a=1, *b, 2)', 'f(1=2)', 'f(a=1, a=2)', 'f(x for x in y, 1)', 'f(None=1)', 'lambda None: 1',
    'break', 'continue', 'return 1', 'yield', 'x = yield', 'def f():\n  return 1\n  yield 2', 'def f(x):\n  global x', 'try: pass\nexcept: pass\nexcept A: pass',
    'def f():\n  from a import *\n  def g(): x', 'from __future__ import nope', 'x\nfrom __future__ import division', "x = '\\x'", "u'\\N{nope}'", "u'\\ud8' 5", "u'\\ud8'",
):
    for mode in 'exec', 'eval', 'single':
        if mode != 'exec' and '\n' in s.rstrip('\n'):
            continue
        try:
            compile(s, '<t>', mode)
            print mode, repr(s), 'fine'
        except (SyntaxError, ValueError) as e:
            print mode, repr(s), type(e).__name__, e.args, getattr(e, 'lineno', None)
            if mode == 'exec' and isinstance(e, SyntaxError):
                sys.stderr = sys.stdout
                sys.__excepthook__(type(e), e, None)
for n in 255, 256:
    try:
        compile('f(%s, *a, **b)' % ', '.join(['1'] * n), '<t>', 'exec')
        print 'fine'
    except SyntaxError as e:
        print e.args
