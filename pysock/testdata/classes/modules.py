import types, sys
class L(types.ModuleType):
    @property
    def lazy(self): return 'computed ' + self.__name__
    def meth(self): return self.x
    def __getattr__(self, n):
        if n.startswith('dyn'): return n
        raise AttributeError(n)
    def __setattr__(self, n, v):
        types.ModuleType.__setattr__(self, n, v * 2)
x = 5
me = sys.modules[__name__]
try: me.__class__ = int
except TypeError as e: print(e)
try:
    me.__class__ = L
    print(type(me).__name__, me.lazy, me.meth(), me.dyn1, isinstance(me, L))
except TypeError as e: print(e)
try: me.nope
except AttributeError as e: print(e)
m = L('mm', 'doc')
m.a = 4
print(m.a, m.lazy, m.__doc__, m.__name__, vars(m)['a'], m.dyn2)
class M(types.ModuleType):
    def __init__(self, name, extra):
        types.ModuleType.__init__(self, name)
        self.extra = extra
m = M('q', 3); print(m.extra, m.__name__, m, sorted(m.__dict__))
print(types.ModuleType('z').__class__, m.__class__.__name__)
try: m.__dict__ = {}
except (TypeError, AttributeError) as e: print(type(e).__name__)
try: del m.nix
except AttributeError as e: print(e)
try: del types.ModuleType('w').nix
except AttributeError as e: print(e)
class D(object):
    def __set__(self, o, v): o.__dict__['d'] = v
class E(object): d = D()
e = E(); print(type(e.d).__name__); e.d = 3; print(e.d)
class F(object): pass
F.__repr__ = F.__str__
try: str(F())
except RuntimeError as e: print(type(e).__name__)
class S(super): pass
class A(object):
    def m(self): return 'A'
class B(A):
    def m(self): return 'B' + self.__super.m() + type(self.__super).__name__
B._B__super = S(B)
print(B().m())
