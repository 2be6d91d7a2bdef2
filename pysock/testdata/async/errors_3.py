# What can't be awaited, and coroutines used wrongly.
def run(coro):
    try:
        while True:
            print("->", coro.send(None))
    except StopIteration as e:
        print("returned", e.value)
    except Exception as e:
        print(type(e).__name__ + ":", e)
        if e.__cause__:
            print("  from", type(e.__cause__).__name__ + ":", e.__cause__)

class A:
    def __init__(self, v):
        self.v = v
    def __await__(self):
        return self.v
async def coro():
    return 1
async def bad(what):
    await what
c = coro()
for x in 1, None, [1], A(1), A(c), A(iter([5, 6])), (i for i in ()), coro, A(iter([])):
    run(bad(x))
c.close()

class I:
    def __aiter__(self):
        return self
    def __anext__(self):
        return 3
class J:
    def __aiter__(self):
        return 3
class K:
    def __aiter__(self):
        return self
    async def __anext__(self):
        raise ZeroDivisionError("in anext")
async def loop(x):
    async for i in x:
        pass
for x in 1, I(), J(), K():
    run(loop(x))

class W:
    def __aenter__(self):
        return 1
    def __aexit__(self, *a):
        return 2
class V:
    async def __aenter__(self):
        return 1
class U(V):
    def __aexit__(self, *a):
        return 2
async def manage(x):
    async with x:
        pass
for x in 1, W(), V(), U():
    run(manage(x))

c = coro()
run(c)
run(c)
try:
    c.throw(ValueError)
except RuntimeError as e:
    print(e)
print(c.close())
c = coro()
for f in iter, list, next:
    try:
        f(c)
    except TypeError as e:
        print(e)
try:
    for x in c:
        pass
except TypeError as e:
    print(e)
try:
    c.send(1)
except TypeError as e:
    print(e)
print(c.cr_running, c.cr_suspended, c.cr_await, c.cr_frame is None)
c.close()
print(c.cr_frame)

async def twice():
    await shared
async def pausing():
    await A(iter([1]))
shared = pausing()
one, two = twice(), twice()
print(one.send(None))
try:
    two.send(None)
except RuntimeError as e:
    print(e)
print(one.cr_await is shared, one.cr_suspended)
async def stop():
    raise StopIteration(3)
run(stop())
def g():
    yield from c
try:
    next(g())
except TypeError as e:
    print(e)
async def itself():
    me.send(None)
me = itself()
run(me)
async def ignores():
    while True:
        try:
            await A(iter([1]))
        except GeneratorExit:
            print("ignored")
i = ignores()
i.send(None)
try:
    i.close()
except RuntimeError as e:
    print(e)
w = coro().__await__()
print(type(w).__name__)
run(w)
