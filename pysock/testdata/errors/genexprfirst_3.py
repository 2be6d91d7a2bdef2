# What a generator expression walks over fails in its frame, whatever is around it; and
# keywords given twice while an exception is handled.
import traceback
def lines(e):
    return [f.name for f in traceback.extract_tb(e.__traceback__)]
def t(f):
    try: f()
    except Exception as e: print(repr(e), lines(e))
t(lambda: [sum(i for x in map(5, [1])) for i in b'a'])
t(lambda: [sum(x for x in map(5, [1])) for i in b'a'])
t(lambda: [sum(map(5, [1])) for i in b'a'])
t(lambda: sum(x for x in map(5, [1])))
t(lambda: sum(x for x in map(lambda q: 1/0, [1])))
t(lambda: [sum(x for x in map(lambda q: 1/0, [1])) for i in b'a'])
t(lambda: [list(x for x in filter(5, [1])) for i in b'a'])
t(lambda: [list(x for x in iter(lambda: 1/0, 5)) for i in b'a'])
t(lambda: [list(x for x in map(abs, ['a'])) for i in b'a'])
t(lambda: [list(x for x in map(int, ['a'])) for i in b'a'])
def g():
    for x in map(5, [1]): yield x
t(lambda: [list(g()) for i in b'a'])
t(lambda: [[x for x in map(5, [1])] for i in b'a'])
t(lambda: [[x for x in g()] for i in b'a'])
t(lambda: [list(y for y in g()) for i in b'a'])
def f(x, **k): pass
try: 1/0
except Exception:
    t(lambda: f(x=1, **{'x': 1}))
    t(lambda: f(**{'x': 1}, **{'x': 1}))
    t(lambda: f(1, **{'x': 1}))
t(lambda: f(x=1, **{'x': 1}))
def gen():
    t(lambda: f(x=1, **{'x': 1}))
    yield
try: 1/0
except Exception: next(gen())
