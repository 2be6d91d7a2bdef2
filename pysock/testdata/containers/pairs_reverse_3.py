# What OrderedDict says of pairs, sort of reverse, a lambda of keywords that it lacks.
from collections import OrderedDict as O
class S(O): pass
for c in O, S:
    for a in [5], ['a'], ['ab'], ['abc'], [()], [(1, 2)], [iter([1])], {1: 2}, 5, [None], [[1, [2]]], [([], 1)], {3: 4}.items():
        try: print(c(a))
        except Exception as e: print(type(e).__name__, e)
        d = c(x=1)
        try: d.update(a, y=2)
        except Exception as e: print(type(e).__name__, e)
        print(d)
for f in ['sorted([1,2], reverse=2**62)', 'sorted([1], reverse=2**31)', 'sorted([1], reverse=-2**31-1)', '[1].sort(reverse=2**100)','sorted([1], reverse="")', 'sorted([2, 1], reverse=-2**31)', 'sorted([1], reverse=None)', '(lambda: 1)(**{"a\\t\\"b\\u00e9\\\\": 1})', '(lambda a: 1)(**{"\\U0001f600\\x00": 1})']:
    try: print(f, eval(f))
    except Exception as e: print(f, type(e).__name__, ascii(str(e)))
import traceback
def f(): return {(lambda x=(1 in '2'): x)(): 1 for i in [1]}
def g(): return [(lambda x: 1 in '2')(1) for i in [1]]
def h(): return len(list((lambda *, x=[1 in '' for j in [1]]: 1)(1) for i in [1]))
for f in f, g, h:
    try: f()
    except TypeError: print(''.join(traceback.format_exc().splitlines(True)[3:]))
