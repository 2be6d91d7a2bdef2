# Picklers and unpicklers that classes change, and what they know of files.
import copyreg
import io
import pickle


class C:
    def __init__(self, x):
        self.x = x


class Database(pickle.Pickler):
    def persistent_id(self, obj):
        if isinstance(obj, C):
            return "C", obj.x


class Reader(pickle.Unpickler):
    def persistent_load(self, pid):
        print("persistent_load", pid)
        return C(pid[1])

    def find_class(self, module, name):
        print("find_class", module, name)
        return super().find_class(module, name)


for protocol in range(6):
    f = io.BytesIO()
    if protocol == 0:
        try:
            Database(f, 0).dump(C("\xe9"))
        except pickle.PicklingError as e:
            print(e)
        continue
    Database(f, protocol).dump([C(1), range])
    print(f.getvalue())
    f.seek(0)
    print(Reader(f).load()[0].x)


class Own(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[C] = lambda c: (C, (c.x + 1,))


class Override(pickle.Pickler):
    def reducer_override(self, obj):
        if isinstance(obj, C):
            return C, (obj.x * 10,)
        return NotImplemented


for cls in (Own, Override):
    f = io.BytesIO()
    cls(f).dump(C(5))
    print(cls.__name__, pickle.loads(f.getvalue()).x)

p = pickle.Pickler(io.BytesIO())
for name in ("persistent_id", "dispatch_table", "nope"):
    try:
        getattr(p, name)
    except AttributeError as e:
        print(e)
p.dispatch_table = {C: lambda c: (int, (7,))}
p.dump(C(1))

# One pickler, several dumps: the memo stays.
f = io.BytesIO()
p = pickle.Pickler(f, 2)
shared = [1]
p.dump(shared)
p.dump([shared])
p.clear_memo()
p.dump(shared)
print(f.getvalue())
f.seek(0)
u = pickle.Unpickler(f)
print(u.load(), u.load(), u.load(), f.read())
print(sorted(u.memo.copy()), sorted(p.memo.copy().values()))

# A file is read no further than the pickle goes.
f = io.BytesIO(pickle.dumps({"a": 1}) + b"rest" + pickle.dumps([1] * 3, 0) + b"more")
print(pickle.load(f), f.read(4), pickle.load(f), f.read())
f = io.BufferedReader(io.BytesIO(pickle.dumps({"a": 1}) + b"rest" + pickle.dumps([1] * 3, 0) + b"more"))
print(pickle.load(f), f.read(4), pickle.load(f), f.read())


class Out:
    def __init__(self):
        self.parts = []

    def write(self, b):
        self.parts.append(bytes(b))


for protocol in (2, 4):
    out = Out()
    pickle.dump(["a" * 70000, "b" * 10, b"c" * 70000], out, protocol)
    print([len(b) for b in out.parts])

# Fast mode.
f = io.BytesIO()
p = pickle.Pickler(f, 2)
p.fast = True
p.dump([shared, shared])
print(f.getvalue(), p.fast, p.bin)
loop = []
loop.append(loop)
try:
    p.dump(loop)
except ValueError as e:
    print(str(e)[:70])

# Buffers beside the stream.
data = bytearray(b"abc")
buffers = []
s = pickle.dumps([pickle.PickleBuffer(data), pickle.PickleBuffer(b"fixed")], 5, buffer_callback=buffers.append)
print(s, [bytes(b) for b in buffers])
r = pickle.loads(s, buffers=buffers)
print([bytes(b) for b in r])
print(pickle.dumps([pickle.PickleBuffer(data), pickle.PickleBuffer(b"fixed")], 5))
print(pickle.loads(pickle.dumps([pickle.PickleBuffer(data), pickle.PickleBuffer(b"fixed")], 5)))
b = pickle.PickleBuffer(b"x")
print(b.raw().tobytes())
b.release()
try:
    b.raw()
except ValueError as e:
    print(e)

# Extension codes.
copyreg.add_extension("__main__", "C", 0x1234)
for protocol in (1, 2, 4):
    print(pickle.dumps(C, protocol), pickle.loads(pickle.dumps(C, protocol)) is C)
copyreg.remove_extension("__main__", "C", 0x1234)

# Python 2's names and strings.
print(pickle.loads(b"c__builtin__\nxrange\n(I3\ntR."), pickle.loads(b"cexceptions\nStandardError\n."))
print(pickle.dumps([range, map, str, FileNotFoundError], 2))
print(pickle.dumps([range, map], 2, fix_imports=False))
print(pickle.loads(b"U\x02\xc3\xa9.", encoding="utf-8"), pickle.loads(b"S'\\xe9'\n.", encoding="latin-1"), pickle.loads(b"U\x01\xe9.", encoding="bytes"))
for encoding in ("ASCII", "nope"):
    try:
        pickle.loads(b"U\x01\xe9.", encoding=encoding)
    except Exception as e:
        print(type(e).__name__, e)


# States.
class State:
    def __getstate__(self):
        return self.__dict__ | {"more": 1}

    def __setstate__(self, state):
        print("set", state)


class Setter:
    def __reduce__(self):
        return Setter, (), {"a": 1}, None, None, set_state


def set_state(obj, state):
    obj.got = state


class Fill(list):
    def __reduce__(self):
        return Fill, (), None, iter([1, 2]), iter([("a", 1)])

    def __setitem__(self, k, v):
        print("item", k, v)


for protocol in (0, 2, 4):
    s = State()
    s.x = 1
    pickle.loads(pickle.dumps(s, protocol))
    print(pickle.dumps(Setter(), protocol), pickle.loads(pickle.dumps(Setter(), protocol)).got)
    print(pickle.dumps(Fill(), protocol), pickle.loads(pickle.dumps(Fill(), protocol)))
