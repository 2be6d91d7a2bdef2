# What is written, byte by byte, by all protocols, and what is read of it.
import pickle


class C:
    pass


class L(list):
    pass


class S:
    __slots__ = "a", "__b"

    def __init__(self):
        self.a, self.__b = 1, 2

    def __eq__(self, other):
        return (self.a, self.__b) == (other.a, other.__b)


class N:
    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self.given = args, kwargs
        return self

    def __getnewargs_ex__(self):
        return (1, 2), {"k": 3}

    class Inner:
        def method(self):
            pass


def f():
    pass


c = C()
c.a, c.b = 1, "x"
objects = [
    None, True, 1, -1, 255, 256, 65535, 65536, 2**31 - 1, 2**31, -2**31, -129, -128, 2**63, 2**2100, -2**2100,
    1.5, float("inf"), -0.0, "a", "\xe9\u20ac\U0001f600", "\ud800", "a\\b\nc\0\r\x1a", b"ab", b"", b"\xff", "",
    "x" * 300, b"x" * 300, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], {}, {1: 2}, {1: 2, 3: 4},
    set(), {1}, frozenset([1]), bytearray(b"ab"), bytearray(), [[], []], [(), ()], C, c, [c, c], f, len, [len, int, list],
    type(None), type(...), ..., NotImplemented, 1j, range(3), range(2**70), slice(1), L([1, 2, 3]), S(), N(), N.Inner,
    N.Inner.method, Exception("a", 1), OSError(2, "x"), KeyError, FileNotFoundError(2, "x", "f"), list.append,
    [].append, dict.fromkeys, list[int], int | str, range, zip,
]
for o in objects:
    print(repr(o)[:40] if "0x" not in repr(o) else type(o))
    for protocol in range(2 if isinstance(o, S) else 0, 6):
        s = pickle.dumps(o, protocol)
        print("   ", s if len(s) < 300 else (len(s), s[:60], s[-40:]))
        r = pickle.loads(s)
        assert type(r) is type(o) and (r == o or "0x" in repr(o) or isinstance(o, Exception)), (o, r)
        assert pickle.dumps(r, protocol) == s or len(s) > 300 or isinstance(o, (dict, list)) or o is c, (s, pickle.dumps(r, protocol))

# Long ones: batches, frames, what stands outside of frames.
for o in [list(range(3000)), dict.fromkeys(range(2000)), "x" * 70000, ["x" * 70000, "y" * 10] * 2, list("ab" * 40000),
          [b"z" * 65536, bytearray(70000)], ["%d" % i for i in range(20000)], [[i] for i in range(1001)], {i: [] for i in range(1001)}]:
    for protocol in range(6):
        s = pickle.dumps(o, protocol)
        n = 0
        for i in range(0, len(s), 997):
            n = (n * 31 + s[i]) % 1000003
        print(protocol, len(s), n, s[:30], s[-30:])
        assert pickle.loads(s) == o

# What contains itself.
r = []
r.append(r)
t = ([],)
t[0].append(t)
four = (1, 2, [], 4)
four[2].append(four)
d = {}
d[1] = d
c.me = c
fs = frozenset([C()])
for x in fs:
    x.fs = fs
for o in (r, t, four, d, c, fs):
    for protocol in range(6):
        s = pickle.dumps(o, protocol)
        print(s)
        pickle.loads(s)
