# What is an int and what a long.
import sys
def t(f,*a):
    try: r=f(*a); print repr(r), type(r)
    except Exception as e: print type(e).__name__, e
class A(object):
    def __index__(self): return 5
class B(object):
    def __int__(self): return 7L
class C(object):
    def __long__(self): return 7
class D(object):
    def __int__(self): return "x"
    __long__=__int__
class E:
    def __trunc__(self): return "x"
class F:
    def __trunc__(self): return D()
class G:
    def __trunc__(self): return E()
class H(object):
    def __trunc__(self): return B()
class I(object):
    def __trunc__(self): return E()
class J(int):
    def __int__(self): return self
class K(long):
    def __long__(self): return self
    def __int__(self): return self
for x in (A(),B(),C(),D(),E(),F(),G(),H(),I(),J(4),K(4), 2**63, -2**63, 1e30, "99999999999999999999", "12L", "12", 5L, True, bytearray("12"), bytearray("12L"), u"12"):
    print x.__class__.__name__,
    t(int,x)
    t(long,x)
    t(int,x,10)
m=sys.maxint
print repr(m+1-1), repr(-(-m-1)), repr(~(m+1)&0xff), repr(m*m//m), repr((m+1)%7), divmod(m+1,3), repr(m+1>>60), repr((m+1)^(m+1)), repr(1<<63>>63), repr(2**64-2**64), hex(m*2&0xffff), oct(m*2&0xff), repr(sum([m,1,-m])), repr(pow(3,5,2**70)), pow(3L,5,7), repr(abs(-m-1)), repr(long(True)), repr(round(2**70)), repr(int(2.0**70)),repr(-5L+m-m), repr(+5L), repr(~5L), repr(2**63*1.0)
x=m
x+=1
x-=1
print repr(x), type(x), [x], {x:x}[m], x is m, x==m, hash(x)==hash(m), range(x-m,5L), [1,2,3][x-m], repr("%d %x %s"%(x,x,x)), format(x,'d'), repr(x), "%r"%x
print repr(len([1])*5L), repr(5L and 3), isinstance(x,int), isinstance(x,long), type(5L)(3), repr(int(x)),coerce(1,2L), coerce(m,2.0), 5L.__class__, (m+1).__class__,(m+1).bit_length(), repr((2**70).numerator), repr((2**70).conjugate()), repr((0.1).as_integer_ratio()), repr((1.5).as_integer_ratio()), (1e30).as_integer_ratio()
import math
for x in 0L, 5L, -5L, 10 ** 20, True, 7, type('L', (long,), {})(3):
    print repr(x.imag), repr(x.denominator), repr(x.real), repr(x.numerator), repr(math.trunc(x))
