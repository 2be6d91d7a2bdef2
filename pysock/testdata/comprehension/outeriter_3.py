# The scope around a comprehension asks the iterator of its first iterable.
import traceback, functools
def t(f, tb=0):
    try: print(f())
    except BaseException as e:
        print(type(e).__name__, e)
        if tb: traceback.print_exc()
class C:
    def __iter__(self): return 5
class C2:
    def __iter__(self): raise ValueError
class C3:
    def __getitem__(self, i): raise ValueError
class C4:
    def __iter__(self): return self
    def __next__(self): raise ValueError
for c in (C, C2, C3, C4, object):
    t(lambda: [x for x in c()], 1)
    t(lambda: {x for x in c()}, 1)
    t(lambda: {x: 1 for x in c()}, 1)
    t(lambda: list(x for x in c()), 1)
    t(lambda: [x for y in [1] for x in c()], 1)
