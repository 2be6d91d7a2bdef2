# What built-in functions and those of modules say of arguments that they don't know.
from __future__ import print_function
import collections
import functools
import math
import operator
import re
import struct


class Old:
    pass


class F(float):
    def __float__(self): return 9.0


class C(complex):
    pass


class S(str):
    pass


class Trunc:
    def __getattr__(self, name): return lambda: 7


class Both(float):
    def __int__(self): return 5


for s in '''xrange()~xrange(1, 2, 3, 4)~xrange(a=1)~xrange(10**30, None)~xrange('a', 10**30)~range(F(1.5))~range(Both(1.5))~range(Trunc())
intern()~intern(1, 2)~staticmethod(a=1)~classmethod(1, a=1)~classmethod(1, 2, a=1)~memoryview(S('ab'))[0]~complex(F(1.5))~complex(1, F(2.0))
math.trunc(int)~math.trunc(1.7)~math.trunc('a')~math.trunc(Trunc())~int(int)~int(Trunc())~long(Old)~math.sqrt(C(1j))~math.log(C(1j))
callable(staticmethod(len))~apply(len, {'a': 1})~apply(len, 5)~apply(None, {})~vars(5)~coerce(None, None)~coerce([1], [2])~coerce(1, 'a')
coerce('a', 'b')~coerce(set(), set())~coerce({}, {})~coerce((), [])~struct.pack(None)~struct.calcsize(None)~struct.unpack(None, None)
re.findall(1)~re.findall('a')~re.match()~re.escape()~re.escape(1, 2)~re.split('a')~re.sub('a', 'b')~re.compile()~re.match('a', 'b', 0, 0)
re.search('a', string='a', pattern='b')~re.search('a', text='b')~re.search(pattern='a', string='a').group()
functools.cmp_to_key()~functools.cmp_to_key(1, 2)~functools.cmp_to_key(f=1)~operator.getslice([1])~operator.getslice(5, 1, 2)
operator.getslice([1, 2], 0, 1L)~operator.delslice([1, 2], 0)~operator.delslice(None, 0, 1)~operator.setslice([1, 2], 0, 1)~operator.irepeat([1])
collections.namedtuple('a', None)~hash(memoryview('a'))~{}.update(Old)~{}.update(5)~hash([].append)~({}.update in [{}.update])
[1, 2].__getslice__(None, 1)~'ab'.__getslice__(1.5, 1)~(1, 2).__getslice__(10**30, 1)~ValueError(1, 2).__getslice__(0)~ValueError(1).__getitem__(None)
xrange(3).__getitem__('a')~xrange(3).__getitem__(10**30)~collections.deque([1]).__delitem__(1.5)~collections.deque([1]).__getitem__(10**30)
(2).__pow__(3, 5)~(2).__rpow__(3, 5)~(2).__pow__(3, 'a')~(2L).__pow__(3, 5)~(2).__pow__(3, 5L)~(2.0).__pow__(3, 5)~(1j).__pow__(3, 5)~(2).__pow__(-1, 5)
pow(2, 3, 1.5)~pow('a', 2, 3)~pow(2, 3, 1j)~pow(1.5, 'a', 2)~pow(1j, 2, 3)~pow(2, None, 3)
'a'.__add__(5)~'a'.__add__(u'b')~'a'.__add__(bytearray('b'))~[].__add__(S('a'))~bytearray('a').__add__(5)~().__add__([])~'a'.__rmod__(S('%s'))
(5).__format__(u'd')~(5).__format__(5)~'a'.__format__(u'')~'a'.__format__(None)~u'a'.__format__('')~[].__format__(5)~[].__format__(u'')~C(1j).__format__(u'')
{1: 2}.viewkeys().__and__(5)~{1: 2}.viewkeys().__rsub__([1, 3])~{1: 2}.viewitems().__contains__(S('ab'))~object().__init__(5)~(5).__cmp__(Old())
set().__cmp__(5)~set().__cmp__(set())~F(1.5).__cmp__~S('a').__getattribute__('zz')~(5).__radd__(Both(2.5))~(5).__add__(True)'''.replace('\n', '~').split('~'):
    try:
        r = repr(eval(s))
    except Exception as e:
        r = '%s: %s' % (type(e).__name__, e)
    print(s, '->', r if ' at 0x' not in r else 'an object')

# The order of numbers that can't be compared is that of their types.
print([[cmp(a, b) for b in (Old(), 0, 5L, 1.5, True)] for a in (Old(), 0, 5L, 1.5, True)])
print(slice(1, 2) < slice(1, 3), slice(1, 2) >= slice(1, 2), slice(None) < slice(0), cmp({1: 2}, type('D', (dict,), {})({1: 3})))
