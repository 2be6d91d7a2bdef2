import sys
def f(a, b=2, *c, **d):
    x = 5
    fr = sys._getframe()
    print(fr.f_code.co_name, fr.f_lineno, fr.f_back.f_code.co_name, fr.f_back.f_lineno)
    print(sorted(k for k in fr.f_locals if k != 'fr'))
    print(fr.f_locals['x'], fr.f_globals['__name__'], fr.f_globals is globals())
    print(fr.f_code.co_varnames[:4], fr.f_code.co_argcount, fr.f_code.co_flags & 12)
    def inner(): return a + x
    print(sorted(k for k in fr.f_locals if k != 'fr'), fr.f_locals['a'])
    try:
        y = 1
        print(sys._getframe().f_lineno, sys._getframe().f_locals['y'])
        1/0
    except ZeroDivisionError as e:
        tb = sys.exc_info()[2]
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_next, tb.tb_frame.f_lineno, 'x' in tb.tb_frame.f_locals)
        print(type(tb).__name__, type(tb.tb_frame).__name__, type(tb.tb_frame.f_code).__name__)
    return fr
def g():
    yield sys._getframe().f_code.co_name
    yield sys._getframe(1).f_code.co_name
def h():
    return list(g())
print(h())
def a(): b()
def b(): c()
def c(): raise KeyError('x')
try: a()
except KeyError:
    t, v, tb = sys.exc_info()
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_lineno))
        tb = tb.tb_next
    print(names)
try: sys._getframe(100)
except ValueError as e: print(e)
f(1)
print((lambda: sys._getframe().f_code.co_name)())
print(sys._getframe().f_back, sys._getframe().f_code.co_name)
