# Where a StopIteration is shown that became a RuntimeError.
import traceback
def g():
    next(iter([]))
    yield 1
def h():
    yield 1
    raise StopIteration(5)
for f in (g, h):
    try: list(f())
    except RuntimeError as e: traceback.print_exc()
async def co():
    raise StopIteration(1)
try: co().send(None)
except RuntimeError: traceback.print_exc()
