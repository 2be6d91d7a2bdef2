# An exception of __subclasscheck__ is told and ignored where an except clause of Python 2 asks.
class Meta(type):
    def __subclasscheck__(cls, subclass):
        print 'asked'
        raise ValueError('x')
class MyException(Exception):
    __metaclass__ = Meta
try:
    raise KeyError(1)
except MyException, e:
    print 'caught'
except KeyError, e:
    print 'key', repr(e)
def f(): return f()
try: f()
except MyException: print 'bad'
except RuntimeError as e: print 'deep', str(e)[:32]
class M3(type):
    def __subclasscheck__(cls, subclass): return 'yes'
class X(Exception): __metaclass__ = M3
try: raise KeyError
except X as e: print repr(e)
class M4(type):
    def __subclasscheck__(cls, subclass): return f()
class X4(Exception): __metaclass__ = M4
try: raise KeyError
except X4 as e: print 'no'
except KeyError: print 'yes'
