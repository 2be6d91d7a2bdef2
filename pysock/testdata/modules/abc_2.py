import abc
class A(object):
    __metaclass__ = abc.ABCMeta
    @abc.abstractmethod
    def f(self): pass
    @abc.abstractproperty
    def p(self): return 4
try: A()
except TypeError as e: print(e)
class B(A):
    def f(self): return 1
    p = 2
print(B().f(), isinstance(B(), A), issubclass(B, A), isinstance(3, A))
print(A.register(int), isinstance(3, A), issubclass(bool, A))
class Old: pass
A.register(Old)
print(isinstance(Old(), A))
try: A.register(3)
except TypeError as e: print(e)
class C(B):
    @abc.abstractmethod
    def f(self): pass
try: C()
except TypeError as e: print(e)
print(type(A), A)
