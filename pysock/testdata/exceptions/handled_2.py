import sys
def n(): return sys.exc_info()[0] and sys.exc_info()[0].__name__
def f():
    try: 1/0
    except ZeroDivisionError: pass
    print "f after", n()
    def g(): return n()
    print "g", g()
f(); print "module", n()
def h():
    try: raise KeyError
    except KeyError: f(); print "in h", n()
    print "h after", n()
h(); print n()
def r():
    try: 1/0
    except ZeroDivisionError: pass
    raise
try: r()
except ZeroDivisionError: print "reraised"
print "module", n()
def clear():
    try: 1/0
    except ZeroDivisionError:
        print n(); sys.exc_clear(); print n()
        try: raise
        except TypeError as e: print e
clear()
def nested():
    try:
        try: raise KeyError
        except KeyError: pass
        print "a", n()
        raise ValueError
    except ValueError: print "b", n()
    print "c", n()
    for i in range(2):
        try: raise IndexError
        except IndexError: continue
    print "d", n()
nested()
def loop():
    print "start", n()
    try: raise KeyError
    except KeyError: pass
loop(); loop()
try: raise OSError
except OSError: pass
print n()
def q(): print "q", n()
q()
print sys.exc_type, sys.exc_value
class C:
    try: raise NameError
    except NameError: pass
    print "C", n()
print n()
def gen():
    try: raise KeyError
    except KeyError: yield n()
    yield n()
print list(gen()), n()
