def t(f):
    try: print repr(f())
    except Exception as e: print type(e).__name__, e
class D:
    'doc'
    y=2
    def m(self): return 1
class Q(D):
    def __init__(self,a): self.a=a
    def __getattr__(self,n):
        if n.startswith('__'): raise AttributeError(n)
        return 'got '+n
print type(D), type(D()), D.__bases__, D.__name__, D.__module__, dir(D), sorted(D.__dict__), len(Q.__bases__)
print isinstance(D(), D), isinstance(D(), object), issubclass(Q,D), isinstance(D(),Q)
print D, D.m, str(D()).split(' at')[0], D().m.__class__
t(lambda: D.m(1)); t(lambda: D.m()); t(lambda: D.m(D()))
t(lambda: Q(1).zzz)
t(lambda: D.zz); t(lambda: D().zz); t(lambda: D()+1); t(lambda: 1+D()); t(lambda: D()()); t(lambda: D(1)); t(lambda: len(D())); t(lambda: D()[1]); t(lambda: D()[1:2])
def f(): D()[1]=1
t(f)
def f(): del D()[1]
t(f)
t(lambda: 1 in D()); t(lambda: iter(D())); t(lambda: -D()); t(lambda: int(D())); t(lambda: float(D())); t(lambda: hex(D()));
def f(): del D().x
t(f)
def f(): del D.x
t(f)
def f(): D.__name__=1
t(f)
def f(): D().__class__=1
t(f)
def f(): D().__dict__=1
t(f)
t(lambda: D[1]); t(lambda: list(D())); t(lambda: D() == D()); t(lambda: cmp(D(),1) in (1,-1)); t(lambda: bool(D()))
t(lambda: hash(D()) != 0); t(lambda: next(D())); t(lambda: D()<D() in (True,False))
class E:
    def __cmp__(self,o): return 0
    def __getslice__(self,i,j): return ('gs',i,j)
    def __setslice__(self,i,j,v): print 'ss',i,j,v
    def __delslice__(self,i,j): print 'ds',i,j
    def __coerce__(self,o): return (5,o)
    def __nonzero__(self): return False
    def __unicode__(self): return u'uni'
    def __len__(self): return 10
    def __hex__(self): return 'hexx'
    def __oct__(self): return 'octt'
    def __index__(self): return 3
    def __call__(self,*a): return a
    def __contains__(self,x): return x==1
    def __iter__(self): return iter([1,2])
    def __repr__(self): return '<E>'
    def __hash__(self): return 7
e=E()
print e==1, e<1, bool(e), unicode(e), len(e), e[1:2], e[:], e[-1:], e[2:], e+1, 1+e, e*3, e-1, hex(e), oct(e), [1,2,3,4][e], e(1,2), 1 in e, 2 in e, list(e), e, str(e), hash(e)
e[1:2]=5; e[:]=1
del e[1:2]; del e[:]
class F:
    def __getitem__(self,k): return k
    def __setitem__(self,k,v): print 'set',k,v
    def __delitem__(self,k): print 'del',k
f=F()
print f[1:2], f[1:2:3], f[:], f[...], f[1,2:3], f['a']
f[1:2]=5; f[:]=1; del f[1:2]
class A:
    def m(self): return 'A'
class B(A): pass
class C(A):
    def m(self): return 'C'
class X(B,C): pass
print X().m()
class N(B,object): pass
print [c.__name__ for c in N.__mro__], type(N)
class M(type): pass
class O:
    __metaclass__=M
print type(O), O.__mro__
try: raise D()
except D as x: print 'caught', isinstance(x,D)
try: raise D
except D: print 'caught2'
try: raise Q, 5
except D, x: print x.a
class NS(object):
    def __getslice__(self,i,j): return ('gs',i,j)
    def __cmp__(self,o): return -1
    def __nonzero__(self): return 0
    def __unicode__(self): return u'x'
n=NS()
print n[1:2], n[:], n<1, n>1, n==1, bool(n), cmp(n,1), sorted([n,n])==[n,n]
t(lambda: NS.foo); t(lambda: NS().foo); t(lambda: NS()+1); t(lambda: NS()()); t(lambda: NS(1)); t(lambda: NS.__cmp__(1,2)); t(lambda: NS.__getslice__)
print NS.__cmp__.im_class, NS.__cmp__.im_self, n.__cmp__.im_self is n, NS.__cmp__.im_func.__name__
del D.y
t(lambda: D.y)
class P(object):
    @property
    def x(self): return 1
t(lambda: setattr(P(),'x',1)); t(lambda: delattr(P(),'x')); t(lambda: property().__get__(P()))
print P.x.__class__, P.__dict__.has_key('x'), type(P.__dict__)
