# What a generator of Python 2 has handled stays until it yields.
import sys
def f():
    try: 1/0
    except ZeroDivisionError: pass
    print sys.exc_info()[1]
    yield 1
    print sys.exc_info()[1]
list(f())
def g(z):
    try:
        y, z = ()
        yield 1
    except ValueError as x: print x
    print getattr(sys.exc_info()[1], 'args', 0)
list(g(1))
def h(z):
    try:
        y, z = ()
    except ValueError as x: print x
    print getattr(sys.exc_info()[1], 'args', 0)
h(1)
def k(z):
    try:
        yield 1
        raise ValueError(1)
    except ValueError as x: print x
    print getattr(sys.exc_info()[1], 'args', 0)
    yield 2
    print getattr(sys.exc_info()[1], 'args', 0)
i = k(1)
print next(i)
print next(i)
try: {}[1]
except KeyError: print list(i)
print sys.exc_info()[1]
class C1:
 def __init__(self, v=1): self.v = v
 def __getattr__(self, name):
  if name[:1] in '_uv': raise AttributeError(name)
try:
  with C1() as b: pass
except AttributeError:
  import traceback; traceback.print_exc(file=sys.stdout)
class C2(object):
 def __getattr__(self, name): raise AttributeError(name)
try:
  with C2() as b: pass
except AttributeError:
  import traceback; traceback.print_exc(file=sys.stdout)
def m():
    try: 1/0
    except ZeroDivisionError:
        yield sys.exc_info()[1]
        yield sys.exc_info()[1]
        try: {}[2]
        except KeyError:
            yield sys.exc_info()[1]
        print sys.exc_info()[1]
        yield sys.exc_info()[1]
print list(m())
print sys.exc_info()[1]
def n():
    try: 1/0
    except ZeroDivisionError:
        yield 1
        try: raise
        except Exception as e: print repr(e)
def o():
    try: [][1]
    except IndexError:
        print list(n()), sys.exc_info()[1]
        for x in m(): print x, sys.exc_info()[1]
        try: raise
        except Exception as e: print repr(e)
o()
print sys.exc_info()[1]
def p():
    print sys.exc_info()[1]
    try: yield 1
    finally: print sys.exc_info()[1]
try: 1/0
except ZeroDivisionError:
    q = p(); next(q)
try: {}[3]
except KeyError: q.close()
def r():
    def inner():
        try: 1/0
        except ZeroDivisionError: print sys.exc_info()[1]
    inner()
    print sys.exc_info()[1]
    try: {}[1]
    except KeyError: inner()
    print sys.exc_info()[1]
    yield 1
    print sys.exc_info()[1]
    inner()
    print sys.exc_info()[1]
for x in r(): pass
def s():
    try: yield 1
    except ValueError: print sys.exc_info()[1]
    print sys.exc_info()[1]
    yield 2
t = s(); next(t); t.throw(ValueError('v')); print sys.exc_info()[1]
print sum(1 for x in [1] if sys.exc_info()[1] is None)
def u():
    try: raise KeyError(1)
    except KeyError:
        try: yield 1
        finally:
            print sys.exc_info()[1]
            try: {}[7]
            except KeyError: pass
            print sys.exc_info()[1]
list(u())
class O: pass
try:
  with O(): pass
except AttributeError as e: print e
class O2:
    def __exit__(self, *a): pass
try:
  with O2(): pass
except AttributeError as e: print e
class N(object): pass
try:
  with N(): pass
except AttributeError as e: print e
