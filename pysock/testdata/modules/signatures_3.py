import inspect
from inspect import signature, Parameter, Signature

def f(a, b: int = 2, /, c=3, *args, d, e: str = "x", **kw) -> float:
    """Doc.

        indented
    """
    return 1
class A:
    "A doc"
    def __init__(self, x, *, y=1): pass
    def m(self, q):
        "m doc"
    @staticmethod
    def s(z): pass
    @classmethod
    def k(cls, w): pass
    def __call__(self, v): pass
    @property
    def p(self): return 1
class B(A):
    def m(self, q): pass
class N: pass
print(signature(f), signature(A), signature(A(1).m), signature(A.m), signature(A.s), signature(A.k), signature(A(1)), signature(N))
print([(p.name, p.kind.name, p.default is p.empty) for p in signature(f).parameters.values()])
print(repr(signature(f).parameters["b"]), repr(Parameter.KEYWORD_ONLY), str(Parameter.VAR_KEYWORD), Parameter.KEYWORD_ONLY.description)
b = signature(f).bind(1, 2, 3, 4, 5, d=6, z=7)
print(b, b.args, b.kwargs)
b = signature(f).bind(1, d=2)
b.apply_defaults(); print(b.arguments)
for call in [lambda: signature(f).bind(), lambda: signature(f).bind(1), lambda: signature(lambda x: 0).bind(1, 2), lambda: signature(lambda x: 0).bind(y=1), lambda: signature(lambda x: 0).bind(1, x=2)]:
    try: print(call())
    except TypeError as e: print(e)
print(inspect.getfullargspec(f))
print(inspect.getdoc(f), "|", inspect.getdoc(B(1).m), "|", inspect.cleandoc("  a\n    b\n  c"))
print([n for n, v in inspect.getmembers(A, inspect.isfunction)], [n for n, v in inspect.getmembers(A(1), inspect.ismethod)])
print(inspect.getsource(f), end="")
print(inspect.getsource(A.m), inspect.getsourcelines(B))
def gen(): yield
async def co(): pass
for x in f, A, A(1).m, len, [].append, gen, gen(), co, inspect, f.__code__, A.__dict__["p"]:
    print([n for n in ("isfunction", "isclass", "ismethod", "isbuiltin", "isroutine", "isgeneratorfunction", "isgenerator", "iscoroutinefunction", "ismodule", "iscode", "isdatadescriptor") if getattr(inspect, n)(x)])
print(inspect.isabstract(A), inspect.getmro(B))
def where():
    fr = inspect.currentframe()
    info = inspect.getframeinfo(fr)
    return info.function, info.lineno, info.code_context, [i.function for i in inspect.stack()]
print(where())
def wrapped(*a): pass
wrapped.__wrapped__ = f
print(signature(wrapped), signature(wrapped, follow_wrapped=False), inspect.unwrap(wrapped) is f)
for bad in [lambda: Signature([Parameter("a", Parameter.KEYWORD_ONLY), Parameter("b", Parameter.POSITIONAL_ONLY)]), lambda: Parameter("1", 0), lambda: Parameter("a", 2, default=1), lambda: signature(3)]:
    try: bad()
    except (ValueError, TypeError) as e: print(e)
print(signature(f) == signature(f), hash(signature(f)) == hash(signature(f)), signature(f).replace(return_annotation=int))
print(sorted(inspect.getcallargs(f, 1, d=3).items()))
g = gen(); print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g)); g.close(); print(inspect.getgeneratorstate(g))
print(inspect.getattr_static(A(1), "p").__class__.__name__)
