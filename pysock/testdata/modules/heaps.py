# Functions of heapq and bisect, with what they say of odd arguments.
from __future__ import print_function
import heapq, bisect
class A(object):
    def __init__(s, v): s.v = v
    def __le__(s, o): return s.v <= o.v
    def __repr__(s): return 'A%d' % s.v
class L(list): pass
class Seq(object):
    def __init__(s, l): s.l = l
    def __len__(s): return len(s.l)
    def __getitem__(s, i): return s.l[i]
    def insert(s, i, v): s.l.insert(i, v); return 5
class B(object):
    def __lt__(s, o): raise ValueError('lt')
for s in '''heapq.heappop([])~heapq.heapreplace([], 1)~heapq.heappushpop([], 1)~heapq.heapify(None)~heapq.heapify((1,))~heapq.heappush((1,), 2)~heapq.heappop(None)~heapq.heappop((1,))
heapq.heappush(L([1]), 0)~heapq.heapify(L([3,2]))~heapq.nlargest(2, [1,3,2])~heapq.nsmallest('a', [1])~heapq.nlargest(2, 'abc', len)
heapq.nlargest(0, [1])~heapq.nlargest(10, [1,2])~heapq.nsmallest(1, [])~heapq.nlargest(1, [2,1])~heapq.nsmallest(2, [(1,'a'),(0,'b')], key=lambda x: x[1])~heapq.nlargest()~heapq.nlargest(1)~heapq.nlargest(1,2,3,4)~heapq.nlargest(1, [1], foo=2)
heapq.heapify([B(), B()])~heapq.heappush([B()], B())~list(heapq.merge([1,3],[2]))~heapq.merge(1)~list(heapq.merge(1))~heapq.heappush~heapq.heapify.__name__, heapq.heapify.__module__~heapq.__all__
bisect.bisect([1,2,3], 2)~bisect.bisect_left([1,2,3], 2)~bisect.bisect([1,2], 'a')~bisect.bisect([1,2,3], 2, 1)~bisect.bisect([1,2,3], 2, 1, 2)~bisect.bisect([1], 2, -1)~bisect.bisect([1], 2, 0, None)~bisect.bisect([1], 2, None)~bisect.bisect([1], 2, 0, 5)~bisect.bisect(Seq([1,2,3]), 2)~bisect.bisect({1: 2}, 1)~bisect.bisect(None, 1)~bisect.bisect(5, 1)~bisect.bisect(iter([]), 1)~bisect.bisect('abc', 'b')~bisect.bisect((1,2), 1)
bisect.insort(None, 1)~bisect.insort((1,), 1)~bisect.insort([1], 2, -1)~bisect.insort({}, 1)~bisect.insort(Seq([1]), 0)~bisect.insort('abc', 'b')~bisect.bisect([B()], 1)~bisect.bisect_left([B()], 1)~bisect.bisect([1, 2], x=1, lo=1)~bisect.bisect([1], 1, hi=-1)~bisect.bisect([1], 1, 0, -1)~bisect.bisect([1], 1, 10**30)~bisect.bisect([1,2,3], 2, 0, 2**63)~bisect.bisect~bisect.insort~bisect.bisect is bisect.bisect_right
bisect.bisect([1,2,3], 2, 0, None)~bisect.bisect([1,2,3], -2, key=lambda x: -x)~bisect.bisect_left([1,2,3], -2, key=lambda x: -x)~bisect.insort([1,2,3], 2, key=len)~bisect.insort([3,2,1], 2, key=lambda x: -x)~bisect.bisect([1], 2, key=None)~bisect.bisect([1], 2, key=5)~bisect.bisect([1,2],1,1.5)~bisect.bisect([1,2],1,1,1.5)'''.replace('\n','~').split('~'):
    try: r = repr(eval(s))
    except Exception as e: r = '%s: %s' % (type(e).__name__, e)
    print(s, '->', r if ' at 0x' not in r else 'obj')
h = [A(3), A(1), A(2)]
try: heapq.heapify(h); print(h)
except Exception as e: print(type(e).__name__, e)
h = [5, 3, 8, 1, 9, 2, 7, 7, 0, 4]; heapq.heapify(h); print(h)
print([heapq.heappop(h) for i in range(5)], h)
for v in (3, 9, 1): heapq.heappush(h, v); print(h)
print(heapq.heapreplace(h, 6), h, heapq.heappushpop(h, 100), h, heapq.heappushpop(h, -1), h)
l = [1, 2, 2, 3]
for v in (2, 0, 5, 2.5): bisect.insort(l, v); bisect.insort_left(l, v); print(l)
class Evil(object):
    def __lt__(s, o):
        del H[:]
        return True
    __le__ = __lt__
H = [Evil() for i in range(5)]
for s in ('heapq.heapify(H)', 'heapq.heappop(H)', 'heapq.heappush(H, Evil())', 'heapq.heapreplace(H, Evil())', 'heapq.heappushpop(H, 1)'):
    H[:] = [Evil() for i in range(5)]
    try: eval(s); print(s, len(H))
    except Exception as e: print(s, type(e).__name__, e)
heap = [3, 1, 2]
heapq._siftup(heap, 0)
print(heap)
print(heapq.merge.__name__)
for s in '''heapq.nlargest(None, None)~heapq.nsmallest(2, 5)~heapq.nlargest('a', [1])'''.split('~'):
    try:
        print(eval(s))
    except Exception as e:
        print(s, type(e).__name__, e)
