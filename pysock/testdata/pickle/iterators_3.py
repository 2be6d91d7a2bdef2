# Iterators, taken apart and made again at the place where they are.
import copy
import pickle
from collections import OrderedDict, deque


class Seq:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError
        return i


class Sub(list):
    pass


class Enum(enumerate):
    pass


makers = [
    lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter("abc"), lambda: iter("a\xe9\u20ac"), lambda: iter(b"abc"),
    lambda: iter(bytearray(b"abc")), lambda: iter(range(1, 9, 3)), lambda: iter(range(2**70, 2**70 + 3)), lambda: iter({1: 2, 3: 4, 5: 6}),
    lambda: iter({1: 2, 3: 4}.values()), lambda: iter({1: 2, 3: 4}.items()), lambda: reversed({1: 2, 3: 4}), lambda: iter({7}),
    lambda: reversed([1, 2, 3]), lambda: reversed((1, 2, 3)), lambda: reversed("abc"), lambda: reversed(range(5)),
    lambda: reversed(range(2**70, 2**70 + 3)), lambda: reversed(Seq(3)), lambda: iter(Seq(3)), lambda: iter(Sub([1, 2, 3])),
    lambda: enumerate("abc", 5), lambda: enumerate((1, 2, 3)), lambda: zip([1, 2, 3], "abc", (4, 5, 6)), lambda: zip([1, 2], [3], strict=True),
    lambda: map(pow, [1, 2, 3], (2, 2, 2)), lambda: filter(None, [0, 1, 0, 2, 3]), lambda: iter(iter([1, 2]).__next__, 2),
    lambda: enumerate(zip(map(str, range(3)), (1, 2, 3))), lambda: Enum([1, 2]), lambda: iter(deque([1, 2, 3])),
    lambda: reversed(deque([1, 2, 3])),
]
for make in makers:
    print(type(make()).__name__)
    n = 0
    while True:
        it = make()
        for _ in range(n):
            next(it, None)
        parts = [str(x).split(" at 0x")[0] for x in it.__reduce__()]
        rest = None
        for protocol in range(6):
            try:
                other = pickle.loads(pickle.dumps(it, protocol))
            except Exception as e:
                print(type(e).__name__, str(e).split(" at 0x")[0])
                break
            try:
                rest = list(other)
            except ValueError as e:
                rest = str(e)
        print("  ", n, parts, rest)
        try:
            next(it)
        except (StopIteration, ValueError):
            print("   end", [str(x).split(" at 0x")[0] for x in it.__reduce__()])
            break
        n += 1

# Where an iterator is wound on to.
for make in makers:
    it = make()
    if hasattr(it, "__setstate__") and type(it) is not zip:
        out = []
        for state in (0, 1, -5, 100):
            it = make()
            try:
                it.__setstate__(state)
                out.append(list(it))
            except Exception as e:
                out.append(type(e))
        print(type(it).__name__, out)
for bad in ("x", 1.5, None):
    try:
        iter([1]).__setstate__(bad)
    except TypeError as e:
        print(e)

# A list that grows meanwhile; copies share what they walk.
lst = [1, 2]
it = iter(lst)
next(it)
dup = copy.copy(it)
lst.append(3)
print(list(it), list(dup), list(copy.deepcopy(iter(lst))))
e = enumerate(lst)
next(e)
dup = copy.copy(e)
print(next(dup), next(e), list(dup), list(e))
print(list(copy.deepcopy(zip(lst, lst))))
od = OrderedDict(a=1, b=2)
print(pickle.loads(pickle.dumps(od)), list(copy.copy(iter(od.items()))))
