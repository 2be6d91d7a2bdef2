# -*- coding: utf-8 -*-
# What methods take for their arguments, in which order they look at them, and what they say of others.
from __future__ import print_function
import collections
import itertools
import math


class S(str):
    pass


class L(list):
    pass


class A(bytearray):
    pass


class F(float):
    def __float__(self):
        return 9.0


class I(int):
    def __eq__(self, other):
        return True
    __hash__ = None


class Index(object):
    def __index__(self):
        return 97


class Bad(object):
    def __index__(self):
        raise ValueError('bad')

    def __iter__(self):
        raise KeyError('iter')


class Shown(object):
    def __repr__(self):
        return 5


def fails():
    yield 1
    raise KeyError('late')


class Sized(object):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        return 'ab'[i]


def iadd(x, y):
    x += y
    return x


for source in '''
'abc'.find(S('b'))
'abc'.replace(S('a'), S('x'))
'abc'.startswith((S('a'), 1))
u'abc'.count(S('b'))
'abc'.find(None, 1.5)
b'abc'.find(Index())
b'abc'.index(Index(), 1)
b'abc'.count(Bad())
b'abc'.partition(bytearray(b'b'))
'abc'.partition(S('b'))
type(S('abc').rpartition('x')[2])
''.join(Sized(2))
''.join(Sized(-1))
''.join(Sized(10 ** 30))
list(Sized(-1))
[].extend(Sized('a'))
''.join(Bad())
bytearray(Bad())
bytearray().extend(5)
bytearray().extend(Bad())
bytearray(b'a').partition([])
set(Bad())
set().update(fails())
{1}.isdisjoint(fails())
{1, 2}.issuperset(fails())
{1, 2}.symmetric_difference([2, 3])
{1: 2}.update([Bad()])
{A(b'a'): 1}
'a'.expandtabs(10 ** 30)
'a'.splitlines(10 ** 30)
1 in fails()
5 in fails()
collections.deque([1]).index(Shown())
list(zip(fails(), fails()))
1.5 == I(1)
True == I(5)
1 == I(5)
Index() * 1j
Index() * 2.5
math.sqrt(F(4.0))
math.floor(F(4.5))
round(None, '')
sum(0, '')
complex(None, '')
int(None, 99)
itertools.combinations(0, '')
math.sqrt(S('a'))
float(S('a'))
int(S('a'))
str(Shown())
'a' % S('x')
'%x' % F(1.5)
iadd([1], Sized(-1))
L([1]).copy(*(1,)) if hasattr(list, 'copy') else 0
S('a').upper(*(1,))
S('a').upper(1)
reversed(I(1))
'{}'.format(Sized(1)) and 0
bool(Sized(10 ** 30))
len(Sized(10 ** 30))
'ab'.__class__.find('ab', 'b', None, Index())
(1, 2)[10 ** 30]
'''.strip().split('\n'):
    try:
        print(source, '->', eval(source))
    except Exception as e:
        print(source, '->', type(e).__name__, e)

for source in "'a'", '(1,)', 'frozenset()', 'b"a"', 'object()':
    for index in '0', '10 ** 30', 'Index()', 'Bad()', 'None':
        for statement in ['del x[%s]'] + ['x[%s] = 1'] * (index in ('0', 'None')):
            try:
                exec('x = %s; %s' % (source, statement % index))
            except Exception as e:
                print(source, statement % index, '->', type(e).__name__, e)
