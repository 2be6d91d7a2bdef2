from __future__ import print_function
import array, sys
A = array.array
ok = sys.version_info[0] == 3
def attempt(f):
    try:
        print(f, '=>', repr(eval(f)))
    except Exception as e:
        print(f, '=>', type(e).__name__, e)
for c in 'bBhHiIlLqQ':
    if c in 'qQ' and not ok: continue
    for v in ('-1', '-2**15-1', '2**8', '2**16', '2**31', '2**32', '2**63', '2**64', '-2**63-1', '1.5', '"a"', 'None'):
        attempt("A('%s', [%s])" % (c, v))
for f in """A()
A(1)
A('')
A('z')
A('ii')
A('i', 5)
A('i', None)
A('i', 'abc')
A('i', b'abc')
A('i', b'abcdabcd')
A('i', bytearray(b'abcd'))
A('b', A('i', [1, 2]))
A('f', [1, 2.5])
A('d', [1, 2.5, float('nan'), 1e400])
A('f', ['a'])
A('i', x=1)
A('i', [1], 2)
A('i')
A('u', u'abc')
A('u', [u'a', u'bc'])
A('u', [1])
A('u', u'')
A('i', [1,2,3])[1]
A('i', [1,2,3])[5]
A('i', [1,2,3])['a']
A('i', [1,2,3])[1:]
A('i', [1,2,3])[::-1]
A('i', [1,2,3]) + A('i', [4])
A('i', [1,2,3]) + A('b', [4])
A('i', [1,2,3]) + [4]
A('i', [1,2,3]) * 2
2 * A('i', [1,2,3])
A('i', [1,2,3]) * 'a'
A('i', [1,2]) == A('b', [1,2])
A('i', [1,2]) < A('i', [1,3])
A('i', [1,2]) == [1,2]
A('i', [1,2]) != A('d', [1,2])
A('i', [1,2,2]).count(2)
A('i', [1,2,2]).index(2)
A('i', [1,2,2]).index(9)
A('i', [1,2,2]).remove(9)
A('i').pop()
A('i', [1]).pop(3)
A('i', [1]).insert('a', 3)
A('i', [1]).insert(0, 'a')
A('i', [1]).append()
A('i', [1]).append(1.5)
A('i', [1]).extend(5)
A('i', [1]).extend(A('b'))
A('i', [1]).extend(['a'])
A('i', [1]).fromlist((1,))
A('i', [1]).fromlist([1, 'a'])
A('i', [1]).tolist()
A('h', [1, 258]).byteswap()
A('u', u'ab').tounicode()
A('i').tounicode()
A('i').fromunicode(u'a')
A('i', [3]).itemsize, A('i').typecode, A('l').itemsize, A('L').itemsize, A('u').itemsize
len(A('i', [1, 2]).buffer_info())
hash(A('i'))
1 in A('i', [1])
A('i', [1]).__reduce_ex__(2)
A.__doc__ is None
A.__mro__
sorted(x for x in dir(A) if not x.startswith('__'))
array.ArrayType is A
type(iter(A("i")))
bool(A('i')), bool(A('i', [0]))
bytes(A('b', [65, 66]))
list(reversed(A('i', [1, 2])))""".splitlines():
    attempt(f)
if ok:
    for f in """A('i', [1]).frombytes(b'abc')
A('i', [1]).frombytes('abc')
A('i', [1]).tobytes()
A('i', [1,2,2]).index(2, 2)
A('i', [1,2,2]).index(1, 1)
memoryview(A('i', [1,2])).format, memoryview(A('i', [1,2])).itemsize, memoryview(A('i', [1,2])).nbytes, len(memoryview(A('i', [1,2])))
memoryview(A('i', [1,2])).tolist()
memoryview(A('i', [1,2]))[1]
memoryview(A('h', [1,2,3,4]))[::2].tolist()
memoryview(A('h', [1,2,3,4]))[::2].tobytes()
memoryview(bytearray(8)).cast('i').tolist()
memoryview(A('h', [1,2])).cast('B').tolist()
memoryview(A('h', [1,2])).cast('i')
memoryview(bytearray(7)).cast('i')
memoryview(bytearray(8)).cast('z')
memoryview(A('h', [1,2])) == memoryview(A('i', [1,2]))
memoryview(A('h', [1,2])) == A('h', [1,2])
array.typecodes
A('i', [1]).__class_getitem__(int)""".splitlines():
        attempt(f)
else:
    for f in """A('i', [1]).fromstring('abc')
A('i', [1]).tostring()
A('c', 'abc')
A('c', ['a', 'bc'])
A('c', [1])
A(u'i')
A('i', u'abc')
A('c', 'abc').tostring()
A('c', u'abc')""".splitlines():
        attempt(f)
a = A('i', range(6))
a[1:3] = A('i', [9, 9, 9]); print(a)
a[::2] = A('i', [7, 7, 7, 7]); print(a)
try: a[::2] = A('i', [7])
except Exception as e: print(type(e).__name__, e)
try: a[1:2] = [1]
except Exception as e: print(type(e).__name__, e)
try: a[1:2] = A('b', [1])
except Exception as e: print(type(e).__name__, e)
try: a['x'] = 1
except Exception as e: print(type(e).__name__, e)
try: a[99] = 1
except Exception as e: print(type(e).__name__, e)
try: a[0] = 'x'
except Exception as e: print(type(e).__name__, e)
del a[1]; print(a); del a[::2]; print(a); del a[5:]; print(a)
a += A('i', [5]); a *= 2; print(a)
try: a += [1]
except Exception as e: print(type(e).__name__, e)
a.reverse(); print(a)
class S(A):
    pass
s = S('i', [1, 2]); print(s, type(s + s), s[0], isinstance(s, A)); s.x = 5; print(s.x)
import copy; print(copy.copy(a) == a, copy.deepcopy(a))
for x in a:
    if len(a) < 12: a.append(x)
print(a)
