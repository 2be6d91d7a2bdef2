# What __class__ and __bases__ can be set to: the layouts that CPython compares.
for b in (int, tuple, bytes, str, float, list, dict, frozenset, complex):
    class C(b): pass
    class D(b): pass
    class E(C): pass
    class F(E): pass
    for k in (C, D, E, F):
        for j in (C, D, E, F):
            x = k()
            try: x.__class__ = j; r = 'ok'
            except TypeError as e: r = str(e)
            print(b.__name__, k.__name__, j.__name__, r)
class P(object): pass
class Q(object): pass
class R(list): pass
for a, b in ((P, (object,)), (P, (Q,)), (R, (P,)), (R, (dict,)), (R, (list, P)), (R, (P, list)), (R, (object,))):
    try: a.__bases__ = b; r = 'ok'
    except TypeError as e: r = str(e)
    print(a.__name__, r)
