# frame.clear(), f_locals beside comprehensions, types.coroutine, and the names of coroutines.
import sys
import types
import warnings


def g():
    try:
        yield 1
    finally:
        print('closed')


k = g()
next(k)
k.gi_frame.clear()
print(k.gi_frame, list(k))
try:
    sys._getframe().clear()
except RuntimeError as e:
    print(e)


def outer():
    def inner():
        return sys._getframe(1).f_locals
    squares = [n for n in range(2)]
    names = {n: m for n, m in ['ab']}
    return inner()


print(sorted(outer()))


async def co():
    pass


def gen():
    return (yield 1)


print(types.coroutine(co) is co, types.coroutine(gen) is gen)


async def waits():
    return await gen()


c = waits()
print(c.send(None))
try:
    c.send(5)
except StopIteration as e:
    print(e.value)
for args, kwargs in ((1,), {}), ((), {1: 2}):
    try:
        types.SimpleNamespace(*args, **kwargs)
    except TypeError as e:
        print(e)
eg = ExceptionGroup('eg', [ValueError(1)])
for name in 'message', 'exceptions':
    try:
        setattr(eg, name, 1)
    except AttributeError as e:
        print(e)
