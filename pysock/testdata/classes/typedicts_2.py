import re
for t in int, complex, basestring:
    print t.__dict__.keys()
for x in {}, {1: 2}, 5, [], ['a'], memoryview('a.'), bytearray('a'):
    for f in re.escape, lambda x: re.match('a', x):
        try: print f(x) and 1
        except Exception as e: print type(e).__name__, e
def f(*a): return a
def g():
    yield 1
    raise TypeError('own')
class B(object):
    def __iter__(self): raise TypeError('own')
class N(object):
    def __iter__(self): return self
    def next(self): raise TypeError('own')
for x in g, B, N, lambda: (1 - 'a' for i in [1]), lambda: 5:
    for call in lambda: f(*x()), lambda: len(*x()), lambda: f(*x(), **{}):
        try: print call()
        except TypeError as e: print e
