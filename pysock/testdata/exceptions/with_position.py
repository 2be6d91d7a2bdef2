with {'a':1} as b:
    pass
# ---
with 1 as x: pass
# ---
with open as y, \
    2:
    pass
# ---
class M(object):
    def __enter__(self): raise ValueError(1)
    def __exit__(self, *a): raise ValueError(2)
def f():
    with M() as x:
        print(x)
try: f()
except ValueError:
    import traceback; traceback.print_exc()
