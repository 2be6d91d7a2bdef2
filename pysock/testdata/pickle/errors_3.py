# What can't be pickled, and what isn't a pickle.
import pickle


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


for data in [
        b"", b"\x80\x09", b"q", b"\x00.", b".", b"h\x01.", b"t.", b"(.", b"Sx\n.", b"Ix\n.", b"Fx\n.", b"Lx\n.", b"P1\n.",
        b"cfoo\nbar\n.", b"\x82\x01.", b"\x97.", b"]}b.", b"]Na", b"NNs.", b"(NNd.", b"(Nd.", b"N)R.", b"N)\x81.",
        b"cbuiltins\nlist\nN\x81.", b"cbuiltins\nlist\nNR.", b"p-1\n.", b"N\x8b\xff\xff\xff\xff.", b"T\xff\xff\xff\xff.",
        b"\x8e\xff\xff\xff\xff\xff\xff\xff\xff.", b"]]b.", b"g99\n.", b"gx\n.", b"NNa.", b"NN\x93.", b"i", b"(e.", b"N(e.",
        b"](Ne(", b"1.", b"0.", b"(0.", b"2.", b"\x94.", b"\x85.", b"\x8a\xff.", b"\x8b\xff", b"N\x90.", b"N(N\x90.", b"Q.",
        b"NQ.", b"N\x98.", b"I1", b"}(Nu.", b"\x95\xff\xff\xff\xff\xff\xff\xff\xff.", b"\x95\xff\xff\xff\xff\xff\xff\xff\x7f.",
        b"B\xff\xff\xff\x7f.", b"X\x01\x00\x00\x00\xff.", b"N2b.", b"(Nt]b.", b"N\x88\x86]b.", b"\x8c\x02os\x8c\x01\xe9\x93.",
        b"cbuiltins\ncomplex\nI1\nI2\n\x86R.", b"cbuiltins\nint\n(S'x'\ntR.", b"]}R.", b"}]Ns.", b"(]d.", b"(]Nd.",
        b"I12345678901234567890123\n.", b"I0x10\n.", b"L0x10L\n.", b"I01\n.", b"I 7\n.", b"F 1e3\n.", b"Finf\n.", b"Vx\\u00e9\n.",
        b"\x84\x00\x00\x00\x00.", b"\x84\x00\x00\x00\x80.", b"\x81.", b"NN\x92.", b"(o.", b"(No.", b"(cbuiltins\nlist\no.",
        b"(I1\nI2\nicollections\ndeque\n.", b"\x80\x04N.extra", b"S'a\\x41'\n.", b"S'a\\x4'\n.", b'S"a"\n.', b"S'a\n."]:
    print(data, end=" ")
    attempt(pickle.loads, data)

attempt(pickle.dumps, 1, 9)
attempt(pickle.dumps, 1, protocol=-1)
attempt(pickle.dumps, 1, "2")
attempt(pickle.dumps, 1, buffer_callback=1, protocol=2)
attempt(pickle.dumps)
attempt(pickle.dumps, 1, 2, 3)
attempt(pickle.dumps, 1, nope=1)
attempt(pickle.loads)
attempt(pickle.loads, "x")
attempt(pickle.loads, 1)
attempt(pickle.Pickler)
attempt(pickle.Pickler, 1)
attempt(pickle.Unpickler, 1)
attempt(pickle.PickleBuffer, "x")


class Slots:
    __slots__ = "a",


class Bad:
    def __init__(self, r):
        self.r = r

    def __reduce__(self):
        return self.r


class Newargs:
    def __init__(self, r):
        self.r = r

    def __getnewargs__(self):
        return self.r


class NewargsEx(Newargs):
    def __getnewargs_ex__(self):
        return self.r


def outer():
    def inner():
        pass
    return inner


class Gone:
    pass


gone, Gone = Gone(), 1
import copyreg
for o in [(i for i in ()), lambda: 0, outer(), pickle, memoryview(b""), compile("1", "", "eval"), property(), {}.keys(), gone,
          vars(int), object().__init_subclass__, Slots()]:
    try:
        print(pickle.dumps(o, 0))
    except Exception as e:
        print(type(e).__name__, str(e).split("0x")[0])
for r in [1, (), (int,), (1, ()), (int, 1), (int, (), None, 1), (int, (), None, None, 1), (int, (), None, None, None, 1), (int,) * 7,
          (copyreg.__newobj__, ()), (copyreg.__newobj__, (1,)), (copyreg.__newobj__, (int,)), (copyreg.__newobj_ex__, (int,)),
          (copyreg.__newobj_ex__, (1, (), {})), (copyreg.__newobj_ex__, (Bad, 1, {})), (copyreg.__newobj_ex__, (Bad, (), 1)),
          (int, (), None, None, iter([1]))]:
    attempt(pickle.dumps, Bad(r), 4)
for r in [1, (1,), (1, 2), ((), 1), (1, {})]:
    attempt(pickle.dumps, NewargsEx(r), 4)
attempt(pickle.dumps, Newargs(1), 4)
deep = []
for i in range(100000):
    deep = [deep]
try:
    pickle.dumps(deep)
except RecursionError as e:
    print(e)
while deep:
    deep = deep[0]


class Wrong(pickle.Pickler):
    def __init__(self):
        pass


class WrongToo(pickle.Unpickler):
    def __init__(self):
        pass


attempt(Wrong().dump, 1)
attempt(WrongToo().load)
