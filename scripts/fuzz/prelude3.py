class Wait:
    def __init__(self, x): self.x = x
    def __await__(self):
        y = yield self.x
        return y
class ALog:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    async def __aenter__(self):
        show('aenter', self.name)
        await Wait('entering')
        return self
    async def __aexit__(self, t, v, tb):
        await Wait('leaving')
        show('aexit', self.name, t and t.__name__)
        return self.swallow
class Each:
    def __init__(self, x): self.x = iter(x)
    def __aiter__(self): return self
    async def __anext__(self):
        await Wait('next')
        try: return next(self.x)
        except StopIteration: raise StopAsyncIteration
def run(coro, n=9):
    """Steps a coroutine, or what else waits."""
    if not hasattr(coro, 'send'): return coro
    sent = None
    try:
        for i in range(n):
            show('waits', coro.send(sent))
            sent = i
    except StopIteration as e:
        return e.value
    coro.close()
    return 'closed'
async def alist(x): return [i async for i in x]
