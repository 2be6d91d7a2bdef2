# Which functions of Python 2 may have a bare exec: names that some scope declares global are known to be of the module.
x = 'global'
def f():
    x = 'local'
    def g():
        global x
        return x
    def h(): return x
    class A:
        def m(self): return x
    print g(), h(), A().m(), x
f()
def f2():
    x = 'local'
    def h(): return x
    def g():
        global x
        return x
    def k():
        def l(): return x
        return l()
    print g(), h(), k(), x
f2()
def f3():
    x = 'local'
    class A:
        global x
        def m(self): return x
    def h(): return x
    print A().m(), h(), x
f3()
def f4():
    global x
    def h():
        def k(): return x
        return k()
    print h()
f4()
def t(s):
    try: compile(s, 'q', 'exec'); print repr(s), 'ok'
    except SyntaxError as e: print repr(s), e.args
body = 'def m():\n exec "1"\n return (a for b in c)\n'
for pre in '', 'def f():\n global a\n', 'def f():\n global z\n', 'def f():\n global c\n', 'def f():\n global a, c\n', 'class A:\n global a\n', 'class A:\n def f(self):\n  global a\n', 'def f():\n def g():\n  global a\n':
    t(pre + body); t(body + pre)
    t('class C:\n' + ''.join(' ' + l + '\n' for l in body.splitlines()) + pre)
    t(pre + 'class C:\n' + ''.join(' ' + l + '\n' for l in body.splitlines()))
    t(pre + 'def C():\n' + ''.join(' ' + l + '\n' for l in body.splitlines()))
t('def m():\n global a\n exec "1"\n return (a for b in c)\n')
t('def m():\n global a\n exec "1"\n return lambda: a\n')
t('def m():\n exec "1"\n return lambda: a\n')
t('def m():\n exec "1"\n return lambda: 1\n')
t('def m():\n exec "1"\n def g():\n  global a\n  return a\n return g\n')
t('def m():\n exec "1"\n def g():\n  global a\n  return a\n return lambda: a\n')
t('def m():\n exec "1"\n class A:\n  x = a\n')
t('def m():\n from os import *\n return lambda: a\n')
