# What Python 2 writes, byte by byte, and what is read of it.
import cPickle
import pickle


class Old:
    pass


class OldArgs:
    def __init__(self, *args):
        self.args = args

    def __getinitargs__(self):
        return self.args

    def __getstate__(self):
        return {"state": 1}

    def __setstate__(self, state):
        self.set = state


class C(object):
    pass


class L(list):
    pass


class S(object):
    __slots__ = "a",


def f():
    pass


o1 = Old()
o1.x = 1
c = C()
c.a = 1
s = S()
s.a = 1
objects = [
    None, True, False, 1, -1, 255, 256, 65536, 2**31, 2**62, 2**70, -2**70, 5L, 0L, 1.5, "a", "a\n'\xff", "", u"", u"a\\b\n\xe9\u20ac",
    "x" * 300, (), (1,), (1, 2), (1, 2, 3, 4), [], [1], [1, 2], {}, {1: 2}, {1: 2, 3: 4}, set([1]), frozenset([1]),
    bytearray("ab\xff"), Old, o1, OldArgs(1, "a"), C, c, L([1, 2]), f, len, 1j, xrange(3), slice(1), Exception("a", 1), KeyError,
    IOError(2, "x", "f"), range(3000),
]
for o in objects:
    print repr(o)[:30] if "0x" not in repr(o) else type(o)
    for protocol in range(3):
        s2 = pickle.dumps(o, protocol)
        print "   ", repr(s2)[:300]
        for r in (pickle.loads(s2), cPickle.loads(s2), cPickle.loads(cPickle.dumps(o, protocol))):
            assert type(r) is type(o) and (r == o or "0x" in repr(o) or isinstance(o, Exception)), (o, r)
print repr(pickle.dumps(s, 2)), pickle.loads(pickle.dumps(s, 2)).a
for protocol in (0, 1):
    try:
        pickle.dumps(s, protocol)
    except TypeError as e:
        print e
x = pickle.loads(pickle.dumps(OldArgs(1, 2)))
print x.args, x.set
x = pickle.loads(pickle.dumps(o1, 2))
print x.__class__, vars(x)

for data in ["", "I1", "(lp0\nI1", "I1\n.", "Lx\n.", "Sx\n.", "g5\n.", "Z", "cos\nnope\n.", "cnope\nnope\n.", "t.", "\x80\x03."]:
    try:
        print cPickle.loads(data)
    except Exception as e:
        print type(e).__name__
print cPickle.loads("\x80\x02X\x03\x00\x00\x00\xe2\x82\xacq\x01.") == u"\u20ac"
print pickle.HIGHEST_PROTOCOL, cPickle.HIGHEST_PROTOCOL, pickle.format_version, cPickle.compatible_formats
