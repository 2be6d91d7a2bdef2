# Errors of special methods, be they an operator's own, where CPython puts others in
# their place or takes them for an answer.
class Bad:
    def __bool__(self): raise TypeError('bb')
class BadA:
    def __bool__(self): raise AttributeError('bb')
class BadK:
    def __bool__(self): raise KeyError('bb')
bad, bada, badk = Bad(), BadA(), BadK()
def badkey(): raise KeyError('q')
def f(): yield
def raise_type(k=None):
    return [lambda: 1 + 'a', lambda: 5 if bad else 4, lambda: [1, 2, 3][0](), lambda: -'a', lambda: (1).x, lambda: 5 if bada else 4, lambda: f.zz, badkey, lambda: 5 if badk else 4, lambda: [][3], lambda: ''[3], lambda: (lambda x: x)(), lambda: f() + 1][k]()
def t(n, g):
    for k in range(13):
        K = k
        try: print(n, k, repr(g(k))[:60])
        except Exception as e: print(n, k, type(e).__name__, str(e)[:80])
class A:
    def __init__(self, k): self.k = k
    def __iter__(self): return raise_type(self.k)
    def __getattr__(self, n):
        if n[0] == '_': raise AttributeError(n)
        return 'ga ' + n
    @property
    def p(self): return raise_type(self.k)
    def __len__(self): return raise_type(self.k)
    def __index__(self): return raise_type(self.k)
    def __contains__(self, x): return raise_type(self.k)
    def __hash__(self): return raise_type(self.k)
    def __float__(self): return raise_type(self.k)
    def __int__(self): return raise_type(self.k)
class B:
    def __init__(self, k): self.k = k
    def __iter__(self): return raise_type(self.k)
class C:
    def __init__(self, k): self.k = k
    def __getitem__(self, i): return raise_type(self.k)
class D:
    def __init__(self, k): self.k = k
    def __iter__(self): return self
    def __next__(self): return raise_type(self.k)
class E:
    def __init__(self, k): self.k = k
    def keys(self): return raise_type(self.k)
    def __getitem__(self, i): return raise_type(self.k)
class E2:
    def __init__(self, k): self.k = k
    def keys(self): return ['a']
    def __getitem__(self, i): return raise_type(self.k)
class E3:
    def __init__(self, k): self.k = k
    def __getattribute__(self, n):
        if n == 'k': return object.__getattribute__(self, n)
        return raise_type(self.k)
    def __getattr__(self, n): return 'got ' + n
class E4(Exception):
    @property
    def p(self): return raise_type(self.args[0])
    def __getattr__(self, n): return 'got ' + n
class E5(dict):
    def __missing__(self, k): return raise_type(self['k'])
class W:
    def __init__(self, k): self.k = k
    @property
    def __enter__(self): raise_type(self.k)
    def __exit__(self, *a): pass
class W2:
    def __init__(self, k): self.k = k
    def __enter__(self): raise_type(self.k)
    def __exit__(self, *a): pass
class M:
    def __init__(self, k): self.k = k
    @property
    def __match_args__(self): return ('q',)
    @property
    def q(self): return raise_type(self.k)
class M2:
    __match_args__ = ('q',)
    def __init__(self, k): self.k = k
    @property
    def q(self): return raise_type(self.k)
def wi(o):
    with o: pass
def ma(o):
    match o:
        case M2(1): return 'm'
        case M2(q=2): return 'n'
        case _: return 'no'
def un(o): a, b = o
def kw(**k): return k
import operator, functools
t('in', lambda k: 1 in B(k)); t('in A', lambda k: 1 in A(k)); t('p', lambda k: A(k).p); t('has', lambda k: hasattr(A(k), 'p')); t('getattr', lambda k: getattr(A(k), 'p', 9))
for n, fn in (('list', list), ('tuple', tuple), ('set', set), ('sum', sum), ('join', lambda o: ''.join(o)), ('star', lambda o: print(*o)), ('disp', lambda o: [*o]), ('un', un), ('for', lambda o: [x for x in o]), ('ext', lambda o: [].extend(o)), ('dict', dict), ('upd', lambda o: {}.update(o)), ('bytes', bytes), ('any', any), ('sorted', sorted), ('max', max), ('zip', lambda o: list(zip(o))), ('iter', iter), ('enumerate', enumerate)):
    t(n + ' B', lambda k: fn(B(k))); t(n + ' C', lambda k: fn(C(k))); t(n + ' D', lambda k: fn(D(k)))
for n, fn in (('kw', lambda o: kw(**o)), ('disp', lambda o: {**o}), ('dict', dict), ('upd', lambda o: {}.update(o)), ('fmt', lambda o: '%(a)s' % o), ('ior', lambda o: {}.__ior__(o)), ('map', lambda o: '{a}'.format_map(o))):
    t(n + ' E', lambda k: fn(E(k))); t(n + ' E2', lambda k: fn(E2(k)))
t('E3', lambda k: E3(k).z); t('E3h', lambda k: hasattr(E3(k), 'z')); t('E4', lambda k: E4(k).p); t('E4', lambda k: getattr(E4(k), 'p', 3)); t('E5', lambda k: E5(k=k)['a']); t('E5', lambda k: E5(k=k).get('a'))
t('W', lambda k: wi(W(k))); t('W2', lambda k: wi(W2(k))); t('ma', lambda k: ma(M2(k)))
for n, fn in (('len', len), ('bool', bool), ('index', operator.index), ('float', float), ('int', int), ('hash', hash), ('%d', lambda o: '%d' % o), ('%f', lambda o: '%f' % o), ('%x', lambda o: '%x' % o), ('%c', lambda o: '%c' % o), ('range', range), ('sub', lambda o: [1][o]), ('slice', lambda o: [1][o:]), ('mul', lambda o: [1] * o), ('bytes', bytes), ('chr', chr), ('round', lambda o: round(1.5, o)), ('hint', lambda o: operator.length_hint(o, 3)), ('key', lambda o: {o: 1}), ('complex', complex), ('ins', lambda o: [].insert(o, 1)), ('pop', lambda o: [1].pop(o)), ('bin', bin), ('pow', lambda o: __import__('math').sqrt(o)), ('ord', lambda o: bytearray([1]).__setitem__(0, o)), ('setitem', lambda o: [1].__setitem__(o, 1)), ('join', lambda o: b'a'.center(o)), ('reversed', reversed), ('abs', abs)):
    t(n, lambda k: fn(A(k)))
