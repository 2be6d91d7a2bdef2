from __future__ import print_function
# The repr of types that name their class, and of what derives from them.
import itertools, functools, operator, re
class C(itertools.count): pass
class R(itertools.repeat): pass
class P(functools.partial): pass
class S(staticmethod): pass
class K(classmethod): pass
class C2(itertools.count):
    def __repr__(self): return 'my ' + super(C2, self).__repr__() + itertools.count.__repr__(self)
class R2(R):
    def __str__(self): return 'str ' + super(R2, self).__str__()
def f(): pass
f.__name__ = 'f'
V = [C(), C(3, 2), R(1), R([], 3), P(len), P(len, [], ), S(5), K([]), C2(2), R2(1), itertools.repeat('a', 2), operator.itemgetter(1), operator.attrgetter('a.b'), re.compile('a'), staticmethod(5), classmethod(6), functools.partial(len, [])]
for v in V:
    s = [repr(v), str(v), '%s %r' % (v, v), '{}'.format(v), v.__repr__(), v.__str__(), repr([v])]
    if ' at 0x' in s[0]: s = [x.split(' at 0x')[0] for x in s]
    print(s)
    t = type(v)
    print(t.__repr__(v).split(' at 0x')[0], t.__str__(v).split(' at 0x')[0], '__repr__' in vars(t))
m = re.match('(a)', 'ab')
print(m.__repr__().split(' at 0x')[0])

for t, v in ((itertools.count, itertools.repeat(1)), (functools.partial, 5), (itertools.count, C2())):
    try: print(t.__repr__(v).split(' at 0x')[0])
    except TypeError as e: print(e)
try: itertools.count().__repr__(1)
except TypeError as e: print(e)
