from enum import *
import enum
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def hi(self): return self.name.lower()
print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], list(Color), len(Color), Color.CRIMSON is Color.RED)
print(Color.RED.name, Color.RED.value, Color.RED.hi(), Color, type(Color.RED), isinstance(Color.RED, Color), Color.RED in Color)
print(hash(Color.RED) == hash(Color.RED), Color.RED == 1, Color.RED != Color.BLUE, {Color.RED: 1}[Color.CRIMSON])
for f in [lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.BLUE, lambda: Color.NOPE, lambda: setattr(Color.RED, "name", 1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class N(IntEnum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
print(N.A, repr(N.B), N.D, N.A + 1, N.A < N.B, "%d" % N.C, f"{N.C}", N(10), [N.A, N.B], str(N.A), format(N.A, "03d"))
class S(StrEnum):
    FOO = auto()
    BAR = "b"
print(S.FOO, repr(S.FOO), S.BAR == "b", S("foo"), S.FOO.upper(), f"{S.FOO:>5}")
class P(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(P.R | P.W, repr(P.R|P.X), ~P.R, P.R & P.W, bool(P.R & P.W), P.R in P.RW, list(P.RW), P(7), P(0), repr(P(0)), len(P.RW), P.RW, list(P), P.R ^ P.RW)
for f in [lambda: P(8), lambda: P.R | 1, lambda: P("a")]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class IF(IntFlag):
    A = 1; B = 2; C = 4
print(IF.A | IF.B, repr(IF.A | 8), IF(16), repr(~IF.A), IF.A | 1, (IF.A|IF.B).name, IF.A + 1, repr(IF(0)))
E2 = Enum("E2", "A B C"); print(list(E2), E2.A.value, E2.__module__, E2.__qualname__)
E3 = Enum("E3", {"X": 5, "Y": "z"}); print(list(E3))
E4 = IntEnum("E4", ["P", "Q"], start=10); print(list(E4))
try:
    @unique
    class U(Enum):
        A = 1; B = 1
except ValueError as e: print(e)
try:
    class C2(Color): pass
except TypeError as e: print(e)
try:
    class D2(Enum):
        A = 1
        A = 2
except TypeError as e: print(e)
class Planet(Enum):
    E = (5.9, 6.3); M = (3.3, 2.4)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def g(self): return self.mass / self.radius
print(Planet.E.mass, Planet.E.value, round(Planet.M.g, 3), Planet.E)
class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value]); obj._value_ = value; obj.label = label; return obj
    PX = (0, "x"); PY = (1, "y")
print(Coord.PX, Coord.PY.label, Coord(1))
class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values): return name * 2
    A = auto(); B = auto()
print(list(Auto))
class M(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value): return cls.A if value == "a" else None
print(M("a"))
class Ig(Enum):
    _ignore_ = ["x", "y"]
    x = 1; y = 2
    A = 3
print(list(Ig), hasattr(Ig, "x"))
class Mem(Enum):
    @member
    def f(self): pass
    B = nonmember(3)
    A = 1
class Op(Enum):
    ADD = 1; SUB = 2
    def __str__(self): return "op:" + self.name
print(Op.ADD, "%s" % Op.SUB, f"{Op.ADD}")
print([m for m in reversed(Color)], Color.__members__["CRIMSON"], list(Color.__members__))
@verify(UNIQUE, CONTINUOUS)
class V(IntEnum): A=1; B=2
try:
    @verify(CONTINUOUS)
    class V2(IntEnum): A=1; B=3
except ValueError as e: print(e)
class T(tuple, Enum):
    A = (1, 2)
print(T.A, repr(T.A), T.A[0])
class H(str, Enum): A = "x"
print(H.A, repr(H.A), H.A == "x", f"{H.A}", "%s" % H.A, H.A + "y")
class I2(int, Enum): A = 1
print(I2.A, repr(I2.A), f"{I2.A}")
print(dir(Color.RED), dir(Color))
match Color.RED:
    case Color.RED: print("matched")
print(enum.show_flag_values(7), P.R.__class__, Color.RED.__doc__)
class St(Flag, boundary=CONFORM): A=1; B=2
print(St(7), St(-1), St(-2))
class Ej(Flag, boundary=EJECT): A=1; B=2
print(Ej(8), Ej(3))
