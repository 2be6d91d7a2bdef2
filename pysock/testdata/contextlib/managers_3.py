# What contextlib gives, and how exceptions pass through it.
import sys
from contextlib import *
@contextmanager
def cm(x):
    "doc"
    print("enter", x)
    try:
        yield x
    except KeyError as e:
        print("swallow", e)
    finally:
        print("exit", x)
with cm(1) as a, cm(2) as b: print(a, b)
with cm(3): raise KeyError("k")
try:
    with cm(4): raise ValueError("v")
except ValueError as e: print(repr(e), e.__context__)
@cm(5)
def f(a): print("f", a)
f(1); f(2)
print(cm.__name__, cm.__doc__, cm.__wrapped__.__name__)
@contextmanager
def stop():
    yield
try:
    with stop(): raise StopIteration("x")
except StopIteration as e: print(repr(e))
@contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
@contextmanager
def none():
    if 0: yield
try:
    with none(): pass
except RuntimeError as e: print(e, e.__cause__, e.__suppress_context__)
with suppress(KeyError, IndexError): {}[1]
with ExitStack() as s:
    s.enter_context(cm("a"))
    s.callback(print, "cb", 1, sep="-")
    @s.push
    def ex(*a):
        print("ex", a[0])
        return True
    s.enter_context(cm("b"))
    raise IndexError
print("after")
try:
    with ExitStack() as s:
        s.callback(lambda: 1/0)
        s.callback(lambda: {}[1])
        raise ValueError("orig")
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
st = ExitStack()
st.callback(print, "moved")
st2 = st.pop_all(); st.close(); st2.close()
try: ExitStack().enter_context(3)
except TypeError as e: print(e)
with nullcontext(5) as q: print(q)
import abc
print(issubclass(ExitStack, AbstractContextManager), isinstance(cm(1), AbstractContextManager))
class D:
    def __enter__(self): pass
    def __exit__(self, *a): pass
print(isinstance(D(), AbstractContextManager), isinstance(3, AbstractContextManager))
try: AbstractContextManager()
except TypeError as e: print(e)
@asynccontextmanager
async def acm(x):
    print("aenter", x)
    try: yield x
    finally: print("aexit", x)
async def main():
    async with acm(1) as a: print(a)
    try:
        async with acm(2): raise KeyError("z")
    except KeyError as e: print(repr(e))
    async with AsyncExitStack() as s:
        print(await s.enter_async_context(acm(3)))
        s.enter_context(cm(9))
        async def c(x): print("acb", x)
        s.push_async_callback(c, 7)
    @acm(8)
    async def df(): print("df")
    await df()
    async def ag():
        try: yield 1
        finally: print("closed")
    async with aclosing(ag()) as g:
        async for v in g: break
    async with nullcontext(1) as q: print(q)
try: main().send(None)
except StopIteration: print("ok")
