import sys
class V(object):
    def __init__(self, x): self.x = x
    def __lt__(self, o):
        sys.stdout.write('%s<%s ' % (self.x, o.x))
        if self.x == 13 or o.x == 13: raise ValueError(13)
        return self.x < o.x
    def __repr__(self): return str(self.x)
for l in ([], [1], [2,1], [1,2], [3,2,1], [5,3,8,1,9,2], [1,1,1], [2,1,1,2], [5,13,2,1], list(range(20)), list(range(20,0,-1)), [7,3,9,1,8,2,6,4,5,0,11,12,13,14], [1,2,3,13,5]):
    for r in (False, True):
        v = [V(i) for i in l]
        try:
            v.sort(reverse=r)
        except ValueError as e: print(e)
        print(v)
        try: print(sorted(l, key=lambda x: 1 // (x - 8), reverse=r))
        except ZeroDivisionError as e: print(e)
try: sorted([{}, 1.5, 2], reverse=True)
except TypeError as e: print(e)
try: sorted([{}, 1.5, 2, 'a', None])
except TypeError as e: print(e)
l = [3, 1, 2]
try: l.sort(key=lambda x: 1 // (x - 1))
except ZeroDivisionError as e: print(e, l)
