# What contextlib of Python 2 gives.
from contextlib import contextmanager, nested, closing
@contextmanager
def cm(x):
    "doc"
    print "enter", x
    try:
        yield x
    except KeyError as e:
        print "swallow", e
    finally:
        print "exit", x
with cm(1) as a, cm(2) as b:
    print a, b
with cm(3):
    raise KeyError("k")
try:
    with cm(4):
        raise ValueError("v")
except ValueError as e:
    print repr(e)
print cm.__name__, cm.__doc__
with nested(cm(5), cm(6)) as (a, b):
    print a, b
    raise KeyError("inner")
try:
    with nested(cm(7), cm(8)):
        raise IndexError("both")
except IndexError as e:
    print repr(e)
@contextmanager
def twice():
    yield 1
    yield 2
@contextmanager
def none():
    if 0:
        yield
for f in twice, none:
    try:
        with f():
            pass
    except RuntimeError as e:
        print e
class Thing(object):
    def close(self):
        print "closed"
with closing(Thing()) as t:
    print type(t).__name__
import contextlib
print sorted(contextlib.__all__)
