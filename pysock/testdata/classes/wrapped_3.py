def f(a: int): "doc"
f.x = 1
print(classmethod(f).__dict__, hasattr(classmethod(f), 'x'))
class CM(classmethod):
    "mine"
    def __init__(self, f, extra):
        super().__init__(f); self.extra = extra
    def hi(self): return 'hi', self.extra
c = CM(f, 5); print(c.hi(), c.__name__, c.__doc__, sorted(c.__dict__), c.__func__ is f, c.__wrapped__ is f)
class X:
    m = CM(lambda cls: cls.__name__, 7)
print(X.m(), X().m(), X.__dict__['m'].extra)
class P(property):
    def __init__(self, f): super().__init__(f); self.extra = 3
    def twice(self): return 2
p = P(f); print(p.extra, p.twice(), p.__doc__, p.fget is f)
class SM(staticmethod): pass
s = SM(f); s.y = 3; print(s.y, s.__doc__, s.__dict__.keys())
try: property().x = 1
except AttributeError as e: print(e)
try: property().fget = 1
except AttributeError as e: print(e)
try: del classmethod(f).zz
except AttributeError as e: print(e)
try: classmethod(f).zz
except AttributeError as e: print(e)
try: classmethod(f).__func__ = 3
except AttributeError as e: print(e)
print(classmethod(f).__isabstractmethod__)
