# who raises tells what was looked up, and how it may have been meant
import sys
class A: blech = 1
def t(f, *names):
    try: f()
    except Exception as e: print(type(e).__name__, e, [getattr(e, n) for n in names])
a = A()
def one(): a.blecch
def two(): getattr([], "appendd")
def three(): undefined_name
def four(): import no_such_module.x
def five(): a.bleech()
def six(): raise AttributeError("own")
t(one, "name"); t(two, "name", "obj"); t(three, "name"); t(four, "name", "path"); t(five, "name"); t(six, "name", "obj")
try: a.blecch
except AttributeError as e: print(e.obj is a)
print(sys.exception())
try: raise KeyError
except KeyError as e: print(sys.exception() is e)
class F(Exception):
    def __bool__(self): return False
if F(): print("true")
else: print("false")
try:
    raise ValueError
except (ValueError, 42):
    pass
# ---
class A: blech = 1
A().blecch
# ---
[].apend(1)
# ---
raise SyntaxError("far", ("bad.py", 1, 2, "abcdefg", 1, 100))
