# Qualified names of what is private to a class.
class C1:
    def __p(self):
        def __in(): pass
        return lambda: 0, __in, [lambda: 1 for x in [1]][0]
    class __K:
        def m(self): return lambda: 0
    def __q(self):
        class __L:
            def __m(self): return lambda: 5
        return __L
c = C1()
for f in c._C1__p(): print(f.__qualname__, f.__name__)
print(C1._C1__K.m.__qualname__, C1._C1__K().m().__qualname__, C1._C1__K.__name__, C1._C1__K)
L = c._C1__q(); print(L.__qualname__, L.__dict__.keys() - {'__module__', '__dict__', '__weakref__', '__doc__'})
print(L()._L__m().__qualname__)
def __f():
    return lambda: 0
print(__f().__qualname__)
class __D:
    def __m(self): return lambda: 0
print(__D()._D__m().__qualname__)
class C1:
 def __private(self): return sorted([(lambda x: x)(y=1)], key=str)[0]
 def __p2(self): return (lambda x: x)(y=1)
 def __p3(self):
   def __in(x): pass
   __in()
 def __p4(self, a): pass
for f in C1()._C1__private, C1()._C1__p2, C1()._C1__p3, C1()._C1__p4:
    try: f()
    except TypeError as e: print(e)
