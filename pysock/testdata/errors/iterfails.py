# The frames of an __iter__ in which an element can't be unpacked.
import sys


class A(object):
    def __iter__(self):
        for k, v in [5]: pass
class B(object):
    def __iter__(self): return iter([k for k, v in [5]])
class C:
    def __iter__(self): return iter([{v: k for k, v in bytearray(b'hello')}, 5])
class D(object):
    def __iter__(self):
        x = [(k, v) for k in [5] for (v, w) in [6]]
class E(object):
    def __iter__(self): a, b = 5
class F(object):
    def __getitem__(self, i):
        for k, v in [i]: pass


def loop(o):
    for x in o: pass
def unpack(o): a, b = o
def display(o): return [x for x in o]
def among(o): return 1 in o


for make in A, B, C, D, E, F:
    for use in loop, unpack, display, among, list, sorted, set, sum, iter:
        try:
            use(make())
        except TypeError:
            sys.excepthook(*sys.exc_info())
