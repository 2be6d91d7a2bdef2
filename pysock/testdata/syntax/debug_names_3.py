# Where the errors stand of names that nothing may be assigned to, and of two starred targets.
for s in ('def f(__debug__): pass', 'f(__debug__=1)', 'f(1, a=2, __debug__=1).x', 'class A(__debug__=1): pass', 'lambda __debug__: 1', 'import __debug__', 'import __debug__.a', 'import a.__debug__', 'import a as __debug__', 'from a import __debug__', '__debug__ = 1', 'x.__debug__ = 1', 'def f(*__debug__): pass', 'def f(**__debug__): pass', '[*a, *b] = 1', '(*a, *b) = 1', '*a, *b = 1', 'a, *b, *c = 1', 'x, [*a, *b] = 1', 'for [*a, *b] in c: pass'):
    try: compile(s + '\n', 'q', 'exec'); print(s, 'ok')
    except SyntaxError as e: print(s, e.args)
