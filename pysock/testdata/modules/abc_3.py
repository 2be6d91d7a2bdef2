import abc
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
    @property
    @abc.abstractmethod
    def p(self): pass
    @abc.abstractmethod
    def bad(cls): pass
    @classmethod
    @abc.abstractmethod
    def c(cls): pass
print(sorted(A.__abstractmethods__))
try: A()
except TypeError as e: print(e)
class B(A):
    def f(self): return 1
    p = 2
    bad = c = 3
print(B().f(), isinstance(B(), A), issubclass(B, A), isinstance(3, A))
class S(A):
    def f(self): return super().f()
    p = 2
    bad = 3
try: S()
except TypeError as e: print(e)
print(A.register(int), isinstance(3, A), issubclass(bool, A))
@A.register
class Z: pass
print(issubclass(Z, A))
class H(metaclass=abc.ABCMeta):
    @classmethod
    def __subclasshook__(cls, C):
        print('hook', C)
        if hasattr(C, 'foo'): return True
        return NotImplemented
class F: foo = 1
print(isinstance(F(), H), isinstance(F(), H), isinstance(4, H), isinstance(4,H))
try: A.register(3)
except TypeError as e: print(e)
try: A.register(A); B.register(A)
except RuntimeError as e: print(e)
print(abc.ABC, abc.ABCMeta, type(A), isinstance(A, abc.ABCMeta))
class L(list, metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def q(self): pass
print(L([1]))
