# Indices that are out of range, and bytes that are.
from __future__ import print_function
import collections
for x in 'abc', '', u'', u'abc', b'', [], (), bytearray(), bytearray(b'a'), range(0), collections.deque([1]):
    for e in 'x[0]', 'x[9]', 'x[-9]', 'x[10**30]', 'x[-10**30]', 'x[9:]', 'x["a"]':
        try:
            print(type(x).__name__, e, repr(eval(e)))
        except Exception as z:
            print(type(x).__name__, e, type(z).__name__, z)
b = bytearray(b'a')
for e in ('bytearray([300])', 'bytearray([-1])', 'bytes([300])', 'b.append(300)', 'b.extend([300])', 'b.insert(0, 256)', 'b.__setitem__(0, 300)',
          'b.__setitem__(slice(0, 1), [300])'):
    try:
        print(e, repr(eval(e)))
    except Exception as z:
        print(e, type(z).__name__, z)
