from typing import *
import typing
T = TypeVar("T"); K = TypeVar("K", bound=int); V = TypeVar("V", int, str)
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str], Union[int, None, str], Tuple[int, ...], Tuple[()], Callable[[int], str], Callable[..., int], Type[int], Any, ClassVar[int], Final, Literal[1, "a"])
print(Union[int, int], Union[int, Union[str, float]], Optional[Optional[int]], List[T][int], Dict[T, K], T, K.__bound__, V.__constraints__)
print(List[int] == List[int], Union[int, str] == Union[str, int], hash(List[int]) == hash(List[int]), List[int].__origin__, List[int].__args__, Dict[T, int].__parameters__)
class Stack(Generic[T]):
    def __init__(self): self.items = []
class IntStack(Stack[int]): pass
class Pair(Generic[T, K]): pass
print(Stack[int], Stack[int](), Stack.__parameters__, IntStack.__mro__, IntStack.__orig_bases__, Pair[str, int]) if 0 else print(Stack[int], Stack.__parameters__, IntStack.__orig_bases__, Pair[str, int], type(Stack[int]()).__name__)
for bad in [lambda: Stack[int, str], lambda: List[int, str], lambda: Union[()], lambda: isinstance([], List[int]), lambda: Any(), lambda: Optional(), lambda: TypeVar("X", int), lambda: Generic[int]]:
    try: print(bad())
    except TypeError as e: print(e)
class Emp(NamedTuple):
    name: str
    id: int = 3
    def hi(self): return self.name
print(Emp("a"), Emp("b", 4).hi(), Emp._fields, Emp._field_defaults, Emp.__annotations__)
E2 = NamedTuple("E2", [("x", int), ("y", str)]); print(E2(1, "a"))
class Movie(TypedDict, total=False):
    title: str
    year: Required[int]
print(Movie(title="x"), Movie.__annotations__, Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__, is_typeddict(Movie))
@runtime_checkable
class HasClose(Protocol):
    def close(self): ...
class F:
    def close(self): pass
print(isinstance(F(), HasClose), isinstance(3, HasClose), issubclass(F, HasClose))
try: HasClose()
except TypeError as e: print(e)
def f(a: "int", b: Optional["F"] = None) -> "List[F]": pass
print(get_type_hints(f))
class A:
    x: "int"
    y: ClassVar["A"] = None
print(get_type_hints(A))
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(int), get_origin(Union[int, str]), get_args(int | str))
UserId = NewType("UserId", int); print(UserId(5), UserId, UserId.__supertype__)
print(cast(int, "x"), TYPE_CHECKING, Annotated[int, "meta"], get_type_hints(A, include_extras=True))
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(3), len(get_overloads(g)))
print(isinstance([], List), issubclass(list, Sequence), isinstance({}, Mapping), Iterable[int], Mapping[str, int], Deque[int], DefaultDict[str, int])
P = ParamSpec("P"); print(P, Callable[P, int], P.args)
print(int | List[int], List[int] | None, NoReturn, Self, Never)
class L(List[int]): pass
print(L.__mro__[1], L([1]))
print(ForwardRef("x"), List["int"])
def h(x: List[int] = []) -> Dict[str, Any]: pass
import inspect
print(inspect.signature(h))
print(isinstance(3, SupportsInt), isinstance("a", SupportsInt), isinstance(3, SupportsIndex))
