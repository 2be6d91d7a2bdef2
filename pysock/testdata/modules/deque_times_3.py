# What a deque can't be multiplied by is named.
from collections import deque
class R:
    def __rmul__(self, other): return 'R'
d = deque('ab')
for y in 'a', 2.0, None, b'', True, 2, R():
    try:
        print(d * y)
    except TypeError as e:
        print(e)
