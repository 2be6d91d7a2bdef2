# Which methods of sets look for a set as a frozenset.
import traceback, functools
def t(f, tb=0):
    try: print(f())
    except BaseException as e:
        print(type(e).__name__, e)
        if tb: traceback.print_exc()
t(lambda: {1}.difference([{1}]))
t(lambda: {1}.difference({frozenset([1])}))
for m in 'difference union intersection symmetric_difference issubset issuperset isdisjoint update difference_update intersection_update symmetric_difference_update remove discard add __contains__'.split():
    for a in ([{1}], [[1]], [1, [1]], {1: 2}, [{}], {1}, [bytearray()], [frozenset([1])], ([],), {1}, [1]):
        t(lambda: getattr({1}, m)(a)); t(lambda: getattr({1, 2, 3}, m)(a)); t(lambda: getattr(set(), m)(a)); t(lambda: getattr(frozenset([1]), m)(a))
