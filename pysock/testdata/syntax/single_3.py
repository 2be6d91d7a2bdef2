# What "single" input may end with, what other words a mistake gets, and the text that is shown with it.
sources = ['x = 1\ny = 2', 'x = 1; y = 2', 'x\n# c\n', 'x\n\n\n', 'if x: pass', 'if x: pass\n', 'if x: pass\n\n', 'if x:\n  y\nz', 'class A: pass', 'def f(): pass\n',
           'f(x for x in y\nx = 1\n', '(a,\nb\nc = 1', 'x = (1 2)\n', 'a = b c', 'print a, b', 'exec x', 'foo bar baz', 'for x @in y: pass', 'for f(x) in y: pass', 'for x.y in z: pass',
           'with (a as b, c as )d: pass', 'with (a as 1): pass', 'with a as f(): pass', 'with (a, b) as c: pass', 'x = a if b', 'x = a if b else', 'lambda a, *: 1', 'f(*)', 'f(a, *b, **)',
           '{1: *a}', '{1:}', '{1: 2, 3}', '{1, 2: 3}', '1a', '0777', '1_', '0x', '1.e', '1jx', '1if x else y', 'x = 1for', '[a b]', '[a, b c]', 'f(a b)', '{a b}', '{a: b c}', 'a[b c]',
           '(match x)', '(case y)', '(c d)', '(m n)', 'x = """a\nb', "'a", 'a \\ b', '(a\\\nb c)', 'x = (a #c\n b c)', 'def f(a=1, b): pass', 'def f(*a, *b): pass', 'def f(a, a', 'if x = 1: pass', 'x + 1 = 2', 'a, b += 1', '(a := 1) = 2', 'a.b := 1', '(a.b := 1)', 'del f()', 'import a.b as c.d', 'from a import *, b', 'from . import']
for s in sources:
    for mode in 'exec', 'eval', 'single':
        for text in s, s + '\n':
            try: compile(text, 'q', mode); print(repr(text), mode, 'ok')
            except SyntaxError as e: print(repr(text), mode, type(e).__name__, e.args)
