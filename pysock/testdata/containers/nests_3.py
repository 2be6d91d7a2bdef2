# Namespaces and deques that hold themselves; weak references to what Go makes.
from types import SimpleNamespace
from collections import deque
from functools import partial
import copy, weakref, operator
def pair(make):
    return make(), make()
def ns():
    n = SimpleNamespace(); n.me = n; return n
def dq():
    d = deque(); d.append(d); return d
def mixed():
    d = deque(); d.append([SimpleNamespace(d=d)]); return d
for make in ns, dq, mixed:
    a, b = pair(make)
    print(a)
    for op in operator.eq, operator.ne:
        try:
            print(op(a, b))
        except RecursionError as e:
            print(e)
    print(a == a)
for x in deque([1]), partial(int, '1'):
    r = weakref.ref(x)
    print(r() is x)
print(copy.copy(r) is r, copy.deepcopy([r])[0] is r)
code = ns.__code__
print(copy.copy(code) is code, copy.deepcopy(code) is code)
print('abbbc'.rsplit('bb'), b'abbbc'.rsplit(b'bb'), 'aaa'.rsplit('aa'), '\xe9bbb\xe9'.rsplit('bb'))
