def a():
    try: raise ValueError
    except 42: pass
def b():
    try: raise ValueError
    except (KeyError,
            5): pass
def c():
    try: raise ValueError
    except* 42: pass
def d():
    try: raise ValueError
    except nope: pass
def e():
    try: raise ValueError
    except object: pass
import sys
for f in (a, b, c, d, e):
    try: f()
    except Exception as x: sys.excepthook(type(x), x, x.__traceback__)
