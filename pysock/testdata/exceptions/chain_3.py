def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__), e.__suppress_context__)
def a():
    try: 1/0
    except ZeroDivisionError: raise KeyError(1)
def b():
    try: 1/0
    except ZeroDivisionError: raise KeyError(1) from None
def c(): raise KeyError from ValueError
def d(): raise KeyError from ValueError("x")
def e(): raise KeyError from 5
def f(): raise KeyError from object
def g(): raise 5
def h(): raise object
class N(Exception):
    def __new__(cls): return 7
def i(): raise N
class I(Exception):
    def __init__(self): raise MemoryError("init")
def j(): raise I
def k(): raise ValueError from I
def l():
    e = ValueError(); e.__cause__ = 5
def m():
    e = ValueError(); e.__context__ = "x"
def n():
    e = ValueError(); del e.__cause__
def o():
    e = ValueError(); e.__suppress_context__ = 1
def p():
    e = ValueError(); e.__cause__ = KeyError(); print(e.__suppress_context__); e.__cause__ = None; raise e
def q():
    e = ValueError("outer")
    try:
        try: raise e
        except ValueError:
            try: raise KeyError("mid")
            except KeyError: raise e
    except ValueError as x:
        print(repr(x.__context__), repr(x.__context__.__context__))
def r():
    a, b, c = ValueError("a"), ValueError("b"), ValueError("c")
    a.__context__ = b; b.__context__ = a
    try: raise a
    except ValueError:
        raise c
def s():
    try: 1/0
    except ZeroDivisionError as z:
        e = z
    try: raise KeyError
    except KeyError: raise e
def u():
    try:
        try: raise ValueError("x")
        finally: raise KeyError("y")
    finally:
        pass
def v():
    raise
for x in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, u, v): t(x)
# ---
class E(Exception):
    def __str__(self): raise ValueError("no")
raise E(1)
# ---
class E(Exception):
    def __str__(self): return 5
raise E(1)
# ---
class E(Exception): __module__ = "other"
class F(Exception):
    class G(Exception): pass
try: raise E("x")
except E: raise F.G("")
# ---
class E(Exception): __module__ = 5
raise E(1)
# ---
e = ValueError("x"); e.__cause__ = e
raise e
# ---
a = ValueError("a"); b = ValueError("b"); a.__cause__ = b; b.__cause__ = a
raise a
# ---
e = ValueError("notes"); e.add_note("one"); e.add_note("two\nthree")
try: e.add_note(5)
except TypeError as x: print(x)
print(e.__notes__)
raise e
# ---
e = ValueError("x"); e.__notes__ = 5
try: e.add_note("a")
except TypeError as x: print(x)
raise e
# ---
class R:
    def __repr__(self): 1/0
e = ValueError("x"); e.__notes__ = R()
raise e
# ---
class S:
    def __str__(self): 1/0
e = ValueError("x"); e.__notes__ = ["a", S(), 5]
raise e
# ---
raise SyntaxError("bad", ("f.py", 3, 5, "abcdefgh\n", 3, 8))
# ---
raise SyntaxError("just")
# ---
e = SyntaxError("m"); e.lineno = 4; e.filename = "x.py"
raise e
# ---
import sys
def hook(t, v, tb): print("hooked", t.__name__, v, tb.tb_lineno, tb.tb_next.tb_frame.f_code.co_name, sys.last_value is v)
sys.excepthook = hook
def f(): raise KeyError(1)
f()
# ---
import sys
def hook(t, v, tb): raise TypeError("hook")
sys.excepthook = hook
1/0
# ---
import sys
class W:
    def write(self, s): sys.stdout.write(s.replace("Error", "ERR"))
    def flush(self): pass
sys.stderr = W()
1/0
# ---
import sys
class W:
    def write(self, s): sys.stdout.write("[" + s.strip() + "]")
    def flush(self): pass
sys.stderr = W()
sys.exit("bye")
# ---
import sys
sys.stderr = None
1/0
# ---
import sys
del sys.excepthook
1/0
