import traceback
def t(f):
    try: f()
    except BaseException: traceback.print_exc()
def a():
    try:
        {i: 0 for k in [1]}
    finally:
        a, b = 1, 2, 3
t(a)
def b():
    try:
        a = y = a
    finally:
        (1).x
t(b)
def c():
    try:
        a = y = a
    finally:
        match bytearray(3) * 1.0:
            case []: pass
t(c)
def d():
    try: undefined
    finally:
        ( (a, a)) = (1,2,3)
t(d)
def e():
    try: raise ValueError
    finally:
        [][3]
t(e)
def f():
    try: raise ValueError
    finally:
        try: pass
        finally:
            [][3]
t(f)
def f():
    try:
        try: raise ValueError
        finally:
            [][3]
    finally:
        {}[1]
t(f)
def g():
    try: 1/0
    except E1: pass
t(g)
def g():
    try:
      try: 1/0
      except int as x: pass
    finally: {}[1]
t(g)
class S:
    @staticmethod
    def f1(): pass
    try: f1(q=1)
    except TypeError: traceback.print_exc()
    try: f1(1)
    except TypeError: traceback.print_exc()
@staticmethod
def f1(): pass
try: f1(q=1)
except TypeError: traceback.print_exc()
def gen(x):
    yield 1
for exc in [ValueError, ValueError("x")]:
    try: gen(1).throw(exc)
    except ValueError: traceback.print_exc()
class F(float): pass
