# What an except clause of Python 2 catches: only classes that can be raised, by __subclasscheck__.
import sys
def t(raiser, what):
    try:
        try: raiser()
        except what as o: print 'caught', o.__class__.__name__
        except: print 'bare', sys.exc_info()[0].__name__
    except: print 'out', sys.exc_info()[0].__name__
def r1(): raise 3
def r2(): raise ValueError(3)
def r3():
    class Old: pass
    raise Old()
class Old: pass
class New(object): pass
class Meta(type):
    def __subclasscheck__(c, s): print 'sub', s.__name__; return True
    def __instancecheck__(c, s): print 'inst', s; return True
class M2(object):
    __metaclass__ = Meta
class M3(Exception):
    __metaclass__ = Meta
for r in r1, r2, r3:
    for w in object, Exception, Old, New, M2, M3, (object, 3), (), (Exception, object), 3, 'abc', None, BaseException, int, type, (((object,),),):
        print r.__name__, getattr(w, '__name__', w) if not isinstance(w, tuple) else len(w)
        t(r, w)
