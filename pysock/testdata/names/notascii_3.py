# Names beyond ASCII are strings like others wherever a script meets them.
import functools, collections, types, inspect, operator, json, itertools
from collections import namedtuple
def f(été, *à, ñ=1, **ö): 
    ü = 1
    return [ (n, len(n)) for n in locals()], [(n, len(n)) for n in ö]
print(f(1, 2, ß=4, d=5)); print(f(1, **{'é日': 4, 'z':2}))
print(len(f.__code__.co_varnames[0]), len(f.__code__.co_name), f.__code__.co_varnames)
print([(x,len(x)) for x in dict(é=1)]); d={}; d.update(é=1, **{'日':2}); print([len(x) for x in d])
print([len(x) for x in collections.OrderedDict(é=1)], [len(x) for x in collections.Counter(é=1)], [len(x) for x in collections.defaultdict(int, é=1)])
print([len(x) for x in functools.partial(f, é=1).keywords])
print(types.SimpleNamespace(é=1), [len(x) for x in vars(types.SimpleNamespace(é=1))])
class Clé(object):
    é = 1
    def mé(self): pass
    def __init__(self, **k):
        self.__dict__.update(k); self.ü = 2; setattr(self, 'ÿ', 3)
c = Clé(î=2)
print(sorted((x,len(x)) for x in vars(c)), [(x,len(x)) for x in dir(c) if x[0]!='_'], len(Clé.__name__), len(Clé.mé.__name__), len(Clé.mé.__qualname__), [len(x) for x in vars(Clé) if x[0] != '_'])
print([len(x) for x in globals() if x[0]=='C' or not x.isascii()], [len(x) for x in dir() if not x.isascii()])
P = namedtuple('P', 'x é'); print(P(1, é=2), P(1,2)._asdict(), [len(x) for x in P._fields], [len(x) for x in P(1,2)._asdict()], P(1,2)._replace(é=5))
for src in ('ñandú', 'c.ñandú', 'Clé.ñandú', 'f(ñandú=1)', 'f(1, é=1, **{"é":1})', 'import ñandú', 'del ñandú', 'print(é=1)','int(é=1)','Clé(1)','[].é', 'len(é=1)', 'sorted([], é=1)','f(1,**{"été":2})', 'max(1,2,é=1)', 'dict(é=1)["ß"]', '"{é}".format()', '"{é}".format(é=5)','"{é.é}".format(é=c)', '"%(é)s" % dict(é=2)', '"{é[ü]}".format(é={"ü":3})', 'type("Ñ", (), dict(é=1), é=2)', 'object(é=1)', 'lambda é: é', '(lambda *, é: é)()', 'eval("é", dict(é=3))', 'eval("é", {"é": 4})', 'exec("ö=1", d) or [len(k) for k in d if len(k)<3]'):
    try:
        try: r = eval(src); print(src, repr(r)[:20] if 'lambda' in src else r)
        except SyntaxError: exec(src)
    except Exception as e:
        print(src, type(e).__name__, e, len(str(e)), getattr(e, 'name', None) and len(e.name))
print(inspect.signature(f), [len(x) for x in inspect.signature(f).parameters])
print(inspect.signature(f).bind(1, 2, ß=2).arguments, [len(x) for x in inspect.signature(f).bind(1, 2, ß=2).arguments])
print(operator.methodcaller('mé', é=1), json.dumps(dict(é=1)), f.__kwdefaults__, [len(x) for x in f.__kwdefaults__])
def g(é: int, ü: str = 'é') -> 3: pass
print(g.__annotations__, [len(x) for x in g.__annotations__])
class S: __slots__ = ('é', 'ü')
s = S(); s.é = 1; print(S.é, s.é, S.__slots__, [len(x) for x in dir(s) if x[0]!='_'])
@functools.lru_cache(None)
def h(**k): return [len(x) for x in k]
print(h(é=1), h(**{'é':1}), h.cache_info())
class M(type):
    def __new__(m, n, b, s, **k): print([len(x) for x in k], len(n), [len(x) for x in s if x[0] != '_']); return type.__new__(m, n, b, s)
    def __init__(m, n, b, s, **k): pass
class É(metaclass=M, é=1): ä = 1; ô: int = 5
print(É.__annotations__, [len(x) for x in É.__annotations__], É)
class K(dict):
    def __missing__(self, k): return len(k)
print('%(é)s %(日本)s' % K(), '{é}'.format_map(K()), eval('é日', {}, K()))
import enum, dataclasses
class En(enum.Enum): é = 1; à = 2
print(list(En), En['é'], len(En.é.name), En.__members__)
@dataclasses.dataclass
class D: é: int = 1; ü: str = 'x'
print(D(), D(é=2), [len(x.name) for x in dataclasses.fields(D)], dataclasses.asdict(D()), dataclasses.replace(D(), é=4))
def gen():
    é = 1; yield sorted((len(x)) for x in locals())
print(next(gen()), [len(x) for x in (lambda é: locals())(1)])
class Outer:
    é = sorted(len(x) for x in locals())
print(Outer.é)
