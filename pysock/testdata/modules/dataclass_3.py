from dataclasses import *
import dataclasses
@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list)
print(P(1), P(1, 3, [4]), P(1) == P(1), P(1) == P(2), P(1).z is P(1).z, P.__match_args__)
@dataclass(order=True, frozen=True)
class F:
    a: int
    b: str = "b"
print(F(1) < F(2), sorted([F(3), F(1)]), hash(F(1)) == hash(F(1)), {F(1): 2}[F(1)])
for f in [lambda: setattr(F(1), "a", 2), lambda: delattr(F(1), "a")]:
    try: f()
    except FrozenInstanceError as e: print(type(e).__name__, e)
@dataclass
class B(P):
    w: int = 5
    x: int = 0
print(B(), [f.name for f in fields(B)])
@dataclass
class I:
    a: InitVar[int]
    b: int = field(init=False)
    c: int = field(default=3, repr=False, compare=False)
    def __post_init__(self, a): self.b = a * 2
print(I(4), I(4).b, I(1) == I(1))
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int
print(K(1, c=2))
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
s = S(1); print(s, S.__slots__)
try: s.zz = 1
except AttributeError as e: print(e)
print(asdict(P(1, 2, [P(3)])), astuple(P(1, 2, [P(3), {"k": P(4)}])))
print(replace(P(1), x=9), is_dataclass(P), is_dataclass(P(1)), is_dataclass(3))
try:
    @dataclass
    class M: a: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class M2:
        a: int = 1
        b: int
except TypeError as e: print(e)
print(fields(P)[1].name, fields(P)[1].default, fields(P)[1].type)
@dataclass
class R:
    child: object = None
r = R(); r.child = r; print(r)
@dataclass(eq=False)
class E: x: int
print(E(1) == E(1))
@dataclass(unsafe_hash=True)
class U: x: int
print(hash(U(1)) == hash(U(1)))
@dataclass
class C:
    from_: int
    self: int = 3
print(C(1))
match P(1, 2):
    case P(x, y): print("m", x, y)
class Old:
    pass
try: fields(Old)
except TypeError as e: print(e)
try: asdict(3)
except TypeError as e: print(e)
@dataclass
class Doc:
    "given"
print(Doc.__doc__, Doc())
try: replace(I(1), b=3)
except ValueError as e: print(e)
try: replace(I(1), c=3)
except ValueError as e: print(e)
print(P.__init__.__annotations__, P.__params__ if hasattr(P, "__params__") else P.__dataclass_params__)
