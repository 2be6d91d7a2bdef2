# Private names of classes: what is bound, and what it calls itself.
from __future__ import print_function
class C1(object):
    def __p(self):
        def __in(): return __in
        class __L(object):
            __slots__ = ('__s',)
            def __m(self): return sorted(x for x in dir(self) if not x.endswith('__'))
        return __in, __L
    class __K(object):
        __a = 1
        class __J: __b = 2
    __x = __y = 3
c = C1()
f, L = c._C1__p()
print(f.__name__, f() is f, L.__name__, L()._L__m(), L)
K = C1._C1__K
print(K, K.__name__, [x for x in dir(K) if not x.endswith('__')], [x for x in dir(K._K__J) if not x.endswith('__')], K._K__J.__name__, C1._C1__x)
class _D(object):
    def __f(self): return 1
class __(object):
    def __f(self): return 2
    class __g: pass
print([x for x in dir(_D()) + dir(__()) if 'f' in x and not x.endswith('__') or x.endswith('__g')])
def g():
    class __Z(object):
        def __gen(self):
            yield 1
        def t(self):
            import sys
            return [n for n in dir(self) if 'gen' in n], self.__gen(), sys._getframe().f_code.co_name
    return __Z
Z = g()
print(Z.__name__, Z().t()[0], Z().t()[1].__name__, Z().t()[2])
class E(object):
    import os as __os
    try: raise ValueError
    except ValueError as __e: pass
    for __i in range(2): pass
    with open('/dev/null') as __fh: pass
    def f(self, __arg=1, **__kw): return __arg, __kw
    global __gl
    __gl = 5
print(sorted(n for n in vars(E) if n.startswith('_E')), E().f(), sorted(n for n in globals() if '__gl' in n))
try: E().f(__arg=3)
except TypeError as e: print(e)
print(E().f(_E__arg=3), E().f(__z=1))
try: c.__p()
except AttributeError as e: print(e)
class F(object):
    def m(self): return self.__missing
try: F().m()
except AttributeError as e: print(e)
class G(object):
    def m(self): return __undefined
try: G().m()
except NameError as e: print(e)
