"""% of numbers that have special methods of their own, and how much it takes."""

def show(f):
    try: print repr(f())
    except Exception as e: print type(e).__name__, e
class X(long):
    def __str__(self): print 'str',; return result
    def __repr__(self): print 'repr',; return result
    def __oct__(self): print 'oct',; return result
    def __hex__(self): print 'hex',; return result
    def __int__(self): print 'int',; return 5
    def __long__(self): print 'long',; return 6L
    def __float__(self): print 'float',; return 1.5
class I(int):
    __str__=X.__dict__['__str__']; __oct__=X.__dict__['__oct__']; __hex__=X.__dict__['__hex__']; __repr__=X.__dict__['__repr__']
    def __int__(self): print 'int',; return 5
    def __long__(self): print 'long',; return 6L
for result in '12', 'abc', u'12', '-7L', 1, '0x1f', '0X1FL', '-0x', '', '-', 'L', '017', '0':
    print '==', repr(result)
    for c in X, I:
      for f in '%d','%i','%u','%5d','%+d','%.4d','%x','%#x','%X','%#X','%o','%#o','%s','%f','%c','%08x','%.6x','%#.6o',u'%d':
        print c.__name__, f,
        show(lambda: f % c(65))
class O(object):
    def __int__(self): print 'int',; return 3
    def __long__(self): print 'long',; return 4L
for f in '%d','%x','%o','%c','%f','%i': print f,;show(lambda: f % O())
class O: 
    def __int__(self): print 'int',; return 3
for f in '%d','%x','%o','%c','%f','%i': print f,; show(lambda: f % O())
class O(object):
    def __int__(self): print 'int',; return 'a'
    def __long__(self): print 'long',; return 'b'
for f in '%d','%x','%o','%c','%f','%i': print f,; show(lambda: f % O())
class O(object):
    def __long__(self): print 'long',; return 7
for f in '%d','%x','%o','%c','%f','%i': print f,; show(lambda: f % O())
class O(object):
    def __int__(self): print 'int',; return 3L
for f in '%d','%x','%o','%c','%f','%i': print f,; show(lambda: f % O())
class O(object):
    def __long__(self): print 'long',; raise ValueError('x')
    def __int__(self): print 'int',; raise KeyError('y')
for f in '%d','%x','%o','%c','%f','%i': print f,; show(lambda: f % O())
import sys
for a in (sys.maxint,1),(sys.maxint+1,1),(2**31,1),(2**31-1,1),(-5,1), (-2**31,1),(-2**40,1):
    for f in '%.*d',: 
        print f,a,; show(lambda:len(f % a))
        print f,a,; show(lambda:len(unicode(f) % a))
for f in '%.99999999999d','%.2147483648d','%99999999999999999999999d','%.2147483647d','%.9999999999999999999999d', '%.123456f','%.*x':
    print f,; show(lambda:len(f % 1))
    print f,; show(lambda:len(unicode(f) % 1))
show(lambda: '%.200f' % 1e60); show(lambda: '%#.*f' % (110, -1.e+100/3.)); show(lambda: '%.*f' % (2**31, 1.0)); show(lambda: '%.*s' % (2**31,'a'))
show(lambda: '%#.*g' % (110, -1.e+100/3.))
show(lambda:'%o' % 'abc'); show(lambda:'%d' % 1e400); show(lambda:'%d' % float('nan')); show(lambda: '%x' % 1e30); show(lambda:'%d' % 1j); show(lambda:'%x' % 3.7); show(lambda:'%x' % True); show(lambda: '%o' % -3.9)
show(lambda: '%c' % 256); show(lambda:'%c' % 'ab'); show(lambda:u'%c' % 0x110000); show(lambda:'%c' % -1); show(lambda: '%c' % 3.0); show(lambda:'%c' % O())


# Where C code asks for a number.
import struct


class New(object):
    def __int__(self):
        return 65


class Old:
    def __int__(self):
        return 66


class Bad(object):
    def __int__(self):
        return 'a'


class Long(long):
    def __int__(self):
        return 67


class Int(int):
    def __int__(self):
        return 68


for c in New, Old, Bad, Long, Int:
    for f in (lambda: chr(c()), lambda: 'a'.center(c()), lambda: unichr(c()), lambda: 'aXb'.split('X', c()),
              lambda: xrange(c()), lambda: 'a'.expandtabs(c()), lambda: len(buffer('abc', c())), lambda: u'%c' % c() if c is not Bad else None,
              lambda: [4].pop(c()), lambda: struct.pack('B', c()) if c is not Bad else None, lambda: '%*d' % (c(), 1)):
        print c.__name__,
        show(f)
