import builtins
_repr = repr
def repr(v):
    s = _repr(v)
    while ' at 0x' in s:
        i = s.index(' at 0x')
        j = i + 6
        while j < len(s) and s[j] in '0123456789abcdef':
            j += 1
        s = s[:i] + s[j:]
    return s
def print(*args):
    builtins.print(*[repr(a) if not isinstance(a, str) else a for a in args])
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class A:
    def __init__(self): pass
for f in (lambda: object.__init__(A(),1), lambda: object.__new__(int), lambda: int.__new__(str), lambda: object.__new__(1), lambda: int.__new__(), lambda: int.__new__(1), lambda: object.__new__(), lambda: A(1), lambda: object(1)): t(f)
class NI: pass
t(lambda: NI(1))
try:
    class B:
        class D:
            def __set_name__(s,o,n): 1/0
        d=D()
except Exception as e: print(repr(e), repr(e.__cause__))
t(lambda: type('A',(),{'__slots__':1})); t(lambda: type('A',(),{'__slots__':[1]})); t(lambda: type('A',(),{'__slots__':['a b']})); t(lambda: type('A',(),{'__slots__':['__dict__','__dict__']}))
t(lambda: type('A',(),{'__slots__':['__weakref__','__weakref__']})); t(lambda: type('A',(),{'__slots__':['x'],'x':1})); t(lambda: type('A',(int,),{'__slots__':['x']}))
t(lambda: type('A',(int,str),{}))
t(lambda: type('A',(type('B',(),{'__slots__':['a']}),type('C',(),{'__slots__':['b']})),{}))
t(lambda: type('A',(bool,),{})); t(lambda: type('A',(1,),{})); t(lambda: type('A',[],{})); t(lambda: type('A',(),[])); t(lambda: type(1,(),{})); t(lambda: type('A',())); t(lambda: type())
t(lambda: type('A\0',(),{})); t(lambda: type('A',(),{'__qualname__':1})); t(lambda: type('A',(),{'__classcell__':1})); t(lambda: type('A',(),{}, x=1))
S=type('S',(),{'__slots__':['x']})
s=S()
t(lambda: s.x); t(lambda: s.y); t(lambda: setattr(s,'y',1)); t(lambda: s.__dict__); t(lambda: delattr(s,'x')); t(lambda: delattr(s,'y')); t(lambda: setattr(s,'__class__',int)); t(lambda: setattr(s,'__class__',1)); t(lambda: setattr(s,'__class__',A)); t(lambda: delattr(s,'__class__'))
t(lambda: setattr(A,'__name__',1)); t(lambda: setattr(A,'__name__','a\0')); t(lambda: delattr(A,'__name__')); t(lambda: setattr(A,'__bases__',1)); t(lambda: setattr(A,'__bases__',())); t(lambda: setattr(A,'__bases__',(int,))); t(lambda: setattr(A,'__bases__',(1,))); t(lambda: setattr(A,'__mro__',(1,))); t(lambda: setattr(A,'__dict__',(1,))); t(lambda: setattr(A(),'__dict__',(1,))); t(lambda: setattr(A,'__qualname__',(1,))); t(lambda: delattr(A,'__doc__')); t(lambda: delattr(A,'__module__')); t(lambda: delattr(A,'zz')); t(lambda: delattr(A(),'zz'))
print(S.x, S.__dict__, type(S.x))
t(lambda: S.x.__get__(1)); t(lambda: S.x.__set__(1,1)); t(lambda: int.real.__get__('a')); t(lambda: setattr(1,'real',3)); t(lambda: setattr(1,'foo',3)); t(lambda: setattr([],'append',3)); t(lambda: delattr([],'append')); t(lambda: delattr([],'foo')); t(lambda: setattr(list,'foo',3)); t(lambda: delattr(list,'append'))
t(lambda: list.append(1,2)); t(lambda: list.append()); t(lambda: int.__add__('a',1)); t(lambda: int.__add__()); t(lambda: (1).__add__('a')); t(lambda: (1).__add__()); t(lambda: str.upper(1)); t(lambda: list.append.__objclass__); t(lambda: [].append.__self__); t(lambda: int.__add__.__objclass__); t(lambda: list.append.__qualname__); t(lambda: [].append.__qualname__); t(lambda: type(list.append)); t(lambda: type(int.__add__)); t(lambda: type((1).__add__)); t(lambda: type([].append)); t(lambda: type(dict.__dict__['fromkeys'])); t(lambda: dict.__dict__['fromkeys']); t(lambda: list.append.__get__([1])(2)); t(lambda: [1].append == [1].append); t(lambda: str.join.__name__)
class P:
    def __init__(self): self._x=1
    @property
    def x(self):
        "doc of x"
        return self._x
    @x.setter
    def x(self, v): self._x=v
    y=property(lambda s:5)
    z=property()
p=P()
p.x=5; print(p.x, P.x.__doc__, P.x.fget.__name__)
t(lambda: setattr(p,'y',1)); t(lambda: delattr(p,'y')); t(lambda: p.z); t(lambda: delattr(p,'x')); t(lambda: P.x.__get__(p,P)); t(lambda: P.x.__set__(p,8)); print(p.x); t(lambda: P.x.getter(lambda s:9).__get__(p))
class M(type):
    def __iter__(cls): return iter([1,2])
    def __len__(cls): return 7
    def __getitem__(cls,k): return k
    def __contains__(cls,k): return k==3
    def __add__(cls,o): return ('add',o)
    def __radd__(cls,o): return ('radd',o)
    def __or__(cls,o): return 'or'
    def __eq__(cls,o): return o=='x'
    def __hash__(cls): return 5
    def __repr__(cls): return 'M!'
    def __bool__(cls): return False
    def __call__(cls,*a): return ('called',a)
    def __instancecheck__(cls,o): return o==1
    def __getattr__(cls,n): return 'ga '+n
    def __lt__(cls,o): return 'lt'
    def __neg__(cls): return 'neg'
    @property
    def pp(cls): return 'pp'
    def __dir__(cls): return ['d']
class C(metaclass=M): q=1
print(list(C), len(C), C[5], 3 in C, 4 in C, C+1, 1+C, C|1, C=='x', C!='x', hash(C), C, str(C), [C], bool(C), C(1,2), isinstance(1,C), isinstance(2,C), C.foo, C<1, -C, C.pp, C.q, dir(C))
t(lambda: C.mro()); t(lambda: type(C).__name__)
print(list[int], dict[str,int], list[int]==list[int], list[int].__origin__, list[int].__args__, list[int]([1]), type(list[int]), tuple[int,...], list[list[int]], hash(list[int])==hash(list[int]), int|str, int|None, (int|str)==(str|int), isinstance(1,int|str), isinstance('',int|list[int]) if 0 else '', type(int|str), (int|str).__args__)
t(lambda: int[3]); t(lambda: isinstance([],list[int])); t(lambda: issubclass(list,list[int])); t(lambda: list[int]|str)
class G(list[int]): pass
print(G.__bases__, G.__orig_bases__, G.__mro__)
class H:
    def __class_getitem__(cls,k): return (cls.__name__,k)
print(H[3])
class Base:
    def __init_subclass__(cls, **kw): print('is', cls.__name__, kw)
class Sub(Base, a=1): pass
class K:
    __hash__=None
    __contains__=None
    __iter__=None
    def __eq__(self,o): return True
t(lambda: hash(K())); t(lambda: 1 in K()); t(lambda: iter(K())); t(lambda: {K()})
class E2:
    def __eq__(self,o): return True
t(lambda: hash(E2())); print(E2.__hash__)
class SP:
    def m(self):
        f=lambda self: super().__init__
        def g(s): return super().__class__
        return [f(self), g(self), __class__]
print(SP().m()[1:])
def prep():
    class Meta(type):
        @classmethod
        def __prepare__(m,n,b,**k): return {'z':9}
        def __new__(m,n,b,d,**k): return super().__new__(m,n,b,d)
    class X(metaclass=Meta, k=1):
        w=z
    return X.w, X.z
t(prep)
t(lambda: super()); t(lambda: super(1)); t(lambda: super(int,'a')); print(super(SP,SP()), super(int,int), super(SP).__thisclass__)
class NS2(Base): 
    a=[]
    def __iadd__(self,o): return 'iadd'
class NS3(NS2):
    def f(self): return super().__iadd__(3)
print(NS3().f())
print(sorted(vars(A)), A.__qualname__, SP.m.__qualname__, A.__flags__ & 512, A.__base__, A.__basicsize__>0, type.__dict__['__mro__'], object.__dict__['__class__'], A.__dict__['__dict__'], A.__dict__['__weakref__'])
print(A.__subclasses__(), [c.__name__ for c in Base.__subclasses__()], 0)
class Borg:
    d={}
    def __init__(self): self.__dict__=self.d
a=Borg();b=Borg();a.x=1;print(b.x, a.__dict__ is b.__dict__)
print((5).__class__, A().__class__, A.__class__, A.__doc__, A.__module__, A().__module__, A().__doc__)
print(A().__reduce_ex__(2)[1:], A.__init__ , 0, A().__sizeof__()>0, A().__dir__()[:0], A().__format__('')[:12])
t(lambda: A().__format__('x')); t(lambda: format(A(),'x')); t(lambda: A.__new__); t(lambda: A().__str__)
