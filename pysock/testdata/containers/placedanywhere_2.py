# Where allocated objects lie isn't known, but that of functions and instances is known in part.
from __future__ import print_function
class C(object): pass
class D(object): __slots__ = ()
def f(): pass
for n in range(6):
    d = {n: 'n', f: 'f'}
    e = {f: 'f', n: 'n'}
    print(n, [str(v) for v in d.values()], [str(v) for v in e.values()])
for n in 0, 2, 3, 4, 6, 7:
    d = {n: 'n', C(): 'f'}
    print(n, [v for v in d.values()][:2 if n in (0, 6, 7) else 0])
