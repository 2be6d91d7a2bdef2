# Views of more dimensions, what may be done while a with statement holds one,
# and what is left of one that was released.

def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print('%s: %s' % (type(e).__name__, e))


m = memoryview(bytearray(range(24))).cast('B', [2, 3, 4])
print(m.shape, m.ndim, m.strides, m.nbytes, len(m), m.tolist())
for key in [(0, 0, 0), (1, 2, 3), (-1, -1, -1), (0, 0), (0, 0, 0, 0), (2, 0, 0), (0, 3, 0), 0, (slice(0, 1),), (0, slice(1), 0), 'a', ()]:
    attempt(m.__getitem__, key)
    attempt(m.__setitem__, key, 7)
print(m[1:].tolist(), m[1:].shape)
attempt(m.__setitem__, slice(0, 1), b'x')
w = m.cast('B')
print(w[(3,)], w.shape)
ro = memoryview(b'abc')
print(hash(ro) == hash(b'abc'))

b = bytearray(b'abcdef')
with memoryview(b) as view:
    for f, args in [(b.append, (1,)), (b.extend, (b'xy',)), (b.extend, (b'',)), (b.pop, ()), (b.insert, (0, 1)),
                    (b.remove, (97,)), (b.clear, ()), (b.__delitem__, (0,)), (b.__setitem__, (slice(0, 2), b'x')),
                    (b.__iadd__, (b'x',)), (b.__imul__, (2,)), (b.reverse, ())]:
        attempt(f, *args)
    b[0:2] = b'zz'
    print(bytes(view))
b.append(33)
print(b)

from array import array
a = array('h', [1, 2, 3])
with memoryview(a) as view:
    for f, args in [(a.append, (1,)), (a.extend, (a,)), (a.pop, ()), (a.insert, (0, 1)), (a.remove, (1,)),
                    (a.frombytes, (b'xx',)), (a.fromlist, ([1],)), (a.__delitem__, (0,)),
                    (a.__setitem__, (slice(0, 2), array('h')))]:
        attempt(f, *args)
a.append(4)
print(a)


def released():
    m = memoryview(bytearray(b'abc'))
    m.release()
    return m


m = released()
for f in [len, bytes, hash, lambda m: m.format, lambda m: m[0], lambda m: m.tobytes(), lambda m: m.shape, lambda m: m[:],
          list, memoryview, lambda m: m.cast('b'), bytearray, lambda m: m.__setitem__(0, 1)]:
    attempt(f, m)
print(m == m, m != m, m == memoryview(b'abc'), 'released' in repr(m))

import binascii
attempt(binascii.hexlify, memoryview(b'abcdef')[::2])

import copy
import pickle
it = iter(a)
next(it)
print(list(pickle.loads(pickle.dumps(it))), list(copy.copy(it)), list(copy.copy(reversed(a))))
