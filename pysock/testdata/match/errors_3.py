# own: shapes, orders and errors that go wrong easily
class Log:
    def __init__(self, name): self.name = name
    def __eq__(self, other):
        print("eq", self.name, other)
        return False
class NS:
    def __getattr__(self, name):
        print("get", name)
        return Log(name)
ns = NS()
match 1:
    case ns.a | ns.b: pass
    case [ns.c]: pass
    case int(real=ns.d): pass
    case _: print("none")
# ---
class Seq(list):
    def __iter__(self):
        print("iter")
        return super().__iter__()
    def __getitem__(self, i):
        print("item", i)
        return super().__getitem__(i)
    def __len__(self):
        print("len")
        return super().__len__()
s = Seq([1, 2, 3])
match s:
    case [_]: pass
    case [_, _, _, _, *_]: pass
    case [x, *_, 4]: pass
    case [1, y, _]: print("y", y)
match s:
    case [*a]: print(a)
match s:
    case [*_]: print("any")
# ---
class M(dict):
    def get(self, k, d=None):
        print("get", k)
        return super().get(k, d)
    def __missing__(self, k): return 1
match M(a=1, b=2):
    case {"c": 1}: print("no")
    case {"a": 1, **rest}: print(rest, type(rest))
# ---
class A:
    __match_args__ = ["x"]
class B:
    __match_args__ = (1,)
class C:
    __match_args__ = ("x", "x")
    x = 1
class D(int): pass
class E(D):
    __match_args__ = ()
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def a():
    match A():
        case A(1): pass
def b():
    match B():
        case B(1): pass
def c():
    match C():
        case C(1, 1): pass
def d():
    match D(5):
        case D(n): return n
def e():
    match E(5):
        case E(n): return n
def k():
    k1 = "z"
    class K: a = b = "z"
    match {"z": 1}:
        case {K.a: 1, K.b: 1}: pass
def u():
    match {"z": 1}:
        case {}: return undefined
def h():
    class K: a = []
    match {"z": 1}:
        case {K.a: 1}: pass
for f in (a, b, c, d, e, k, u, h): t(f)
# ---
x = y = "before"
match [1, 2]:
    case [x, y] if y > 5: pass
    case [x, "no"]: pass
    case _: print(x, y)
match {"a": 1}:
    case {"a": x, "b": y}: pass
    case _: print(x, y)
match [[1, 2], [3]]:
    case [[1, a], [b]] | [a, b]: print(a, b)
match ("get", "x"):
    case ("get" | "put" as verb, name): print(verb, name)
# ---
def f(v):
    for i in v:
        match i:
            case 0: continue
            case 1: break
            case 2:
                try: return "two"
                finally: print("finally")
            case [*xs]:
                for x in xs:
                    match x:
                        case 9: return "nine"
    else:
        return "else"
    return "after"
print(f([0, 0]), f([0, 1, 2]), f([0, 2]), f([[1, 9]]), f([[1]]))
# ---
match "abc":
    case [*_]: print("seq")
    case str(s): print(s)
match b"abc":
    case [*_]: print("seq")
    case bytes(s): print(s)
match bytearray(b"x"):
    case [*_]: print("seq")
    case _: print("not")
match memoryview(b"xy"):
    case [a, b]: print(a, b)
match {1, 2}:
    case [*_]: print("seq")
    case {**r}: print("map")
    case set(z): print(len(z))
match iter([1]):
    case [*_]: print("seq")
    case _: print("iter")
match 1.0:
    case 1: print("one")
match True:
    case 1: print("one too")
match 1:
    case True: print("true")
    case int(): print("int")
match -0 + 1j:
    case 0 + 1j: print("complex")
# ---
def f():
    match undefined_name:
        case 1: pass
f()
# ---
match 5:
    case int(
        real=imaginary.x
    ): pass
# ---
match (1, 2):
    case (a, a): pass
# ---
match x:
    case a: pass
    case 1: pass
# ---
match x:
    case 1 | a: pass
# ---
match x:
    case {"a": 1, "a": 2}: pass
