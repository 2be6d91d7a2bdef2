# What del was the last to refer to is gone after a collection, wherever it was.
import gc, weakref
class E(object): pass
def gen():
    o = E()
    yield o
def pairs():
    o = E()
    yield 1, o
def loops():
    for x in [E()]: r = weakref.ref(x)
    del x
    gc.collect(); print(r())
    for a, x in [(1, E())]: r = weakref.ref(x)
    del x, a
    gc.collect(); print(r())
    for x in gen(): r = weakref.ref(x)
    del x
    gc.collect(); print(r())
    for a, x in pairs(): r = weakref.ref(x)
    del x
    gc.collect(); print(r())
    l = {1: E()}
    for k, x in l.items():
        r = weakref.ref(x); del x
    del l
    gc.collect(); print(r())
def cache():
    refs = {}
    c = weakref.WeakValueDictionary()
    for name in ['one', 'two', 'three']:
        o = E(); c[name] = o; refs[name] = o; del o
    for name, value in c.items():
        del value
    del refs
    gc.collect(); print(list(c.keys()))
loops()
cache()
