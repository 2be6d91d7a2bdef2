# Coroutines driven by hand: await, async for, async with, comprehensions.
async def double(x):
    print("double", x)
    return x * 2

class Pause:
    def __init__(self, v):
        self.v = v
    def __await__(self):
        got = yield self.v
        print("resumed with", got)
        return got

class Manager:
    def __init__(self, swallow):
        self.swallow = swallow
    async def __aenter__(self):
        await Pause("enter")
        return self
    async def __aexit__(self, *exc):
        print("exit", exc[0], exc[1])
        await Pause("exit")
        return self.swallow

async def numbers(n):
    try:
        for i in range(n):
            await Pause("number %d" % i)
            got = yield i
            if got:
                print("sent", got)
    finally:
        print("numbers end")

async def main():
    print(await double(3))
    async with Manager(True) as m, Manager(False):
        print(type(m).__name__)
        raise ValueError(1)
    async for x in numbers(2):
        print("x", x)
    else:
        print("else")
    async for x, y in pairs():
        if x == 2:
            continue
        print(x, y)
        if x == 3:
            break
    else:
        print("not reached")
    print([x async for x in numbers(3) if x])
    print({x: await double(x) async for x in numbers(2)})
    print({c for x in (1, 2) async for c in pairs()} == {(1, 2), (2, 3), (3, 4), (4, 5)})
    gen = (x + 1 async for x in numbers(2))
    print(type(gen).__name__)
    async for y in gen:
        print("y", y)
    waiting = (await double(x) for x in (1, 2))
    print(type(waiting).__name__, [x async for x in waiting])
    try:
        return "done"
    finally:
        await Pause("finally")

async def pairs():
    for i in range(1, 5):
        yield i, i + 1

def run(coro):
    sent = None
    while True:
        try:
            out = coro.send(sent)
        except StopIteration as e:
            print("returned", e.value)
            return
        print("->", out)
        sent = "<%s>" % (out,)

run(main())
# ---
# Async generators: asend, athrow, aclose, aiter, anext.
def step(awaitable, value=None):
    try:
        print("yields", awaitable.send(value))
    except BaseException as e:
        print(type(e).__name__, e)

async def echo():
    try:
        got = None
        while True:
            try:
                got = yield got
            except KeyError as e:
                got = "caught " + str(e)
    finally:
        print("end")

g = echo()
print(aiter(g) is g, type(g).__name__, g.ag_running, g.ag_await)
step(g.asend(1))
step(anext(g))
step(g.asend("a"))
step(g.athrow(KeyError("k")))
step(g.athrow(KeyError))
a = g.asend("b")
step(a)
step(a)
step(g.athrow(ValueError("v")))
step(anext(g))
step(anext(g, "default"))
step(g.aclose())
step(g.aclose())
g = echo()
step(anext(g))
step(g.aclose())
step(g.asend(None))

async def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("no")
            yield 2
            return
g = stubborn()
step(anext(g))
step(g.aclose())

async def stops(e):
    yield 1
    raise e
for e in StopIteration(1), StopAsyncIteration(2):
    g = stops(e)
    step(anext(g))
    step(anext(g))

for f in aiter, anext:
    try:
        f(1)
    except TypeError as e:
        print(e)
class Bad:
    def __aiter__(self):
        return 1
try:
    aiter(Bad())
except TypeError as e:
    print(e)
async def athrow_first():
    yield 1
g = athrow_first()
step(g.athrow(ValueError("first")))
step(anext(g))
