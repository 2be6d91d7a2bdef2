# StopIteration that what an iterator calls raises ends a loop; one that leaves a
# generator has what is being handled around it as its context.
def stop(): raise StopIteration
def nx(): next(iter([]))
for x in stop, nx:
    for f in (lambda: list(map(lambda i: x(), [1])), lambda: next(iter(x, 1)), lambda: sorted([1], key=lambda i: x()), lambda: list(iter(x, 1)), lambda: next(map(lambda i: x(), [1])), lambda: list(filter(lambda i: x(), [1])), lambda: f'{x()}', lambda: [x() for i in [1]], lambda: list(zip(map(lambda i: x(), [1]))), lambda: min([1], key=lambda i: x()),
      lambda: dict(map(lambda i: x(), [1])), lambda: [*map(lambda i: x(), [1])], lambda: {**x()}, lambda: any(map(lambda i: x(), [1])), lambda: 1 in map(lambda i: x(), [1])):
        try: print(f())
        except Exception as e: print(repr(e))
import itertools
def f():
    for i in range(10):
        print('y', i)
        yield i
class I:
    def __iter__(self): return self
    def __next__(self): raise ValueError('v')
for x in (lambda: 5 in itertools.count(), lambda: 2 in f(), lambda: 1 in map(lambda i: 1/0, [1]), lambda: 1 in I(), lambda: 3 in iter([1,2,3,4]), lambda: 1 in 5, lambda: 1 in zip([1]), lambda: 1 in enumerate([3]), lambda: 1 not in map(int, ['a'])):
    try: print(x())
    except Exception as e: print(repr(e))
it = iter([1,2,3,4])
print(2 in it, list(it))
m = map(str, [1,2,3,4])
print('2' in m, list(m))
g = f()
print(1 in g, next(g))
def chain(e):
    out = []
    while e is not None:
        out.append(repr(e))
        e = e.__context__
    print(out)
def t(f):
    try:
        try: 1/0
        except ZeroDivisionError: f()
    except BaseException as e: chain(e)
def g(x):
    yield x()
def g2(x):
    try: yield x()
    except KeyError: yield 1
def stop(): raise StopIteration
def val(): raise ValueError
def nx(): next(iter([]))
def key(): raise KeyError
for x in stop, val, nx, key:
    t(lambda: list(x() for i in [1]))
    t(lambda: next(x() for i in [1]))
    t(lambda: next(g(x)))
    t(lambda: next(g2(x)))
    t(lambda: [i for i in g(x)])
    t(lambda: sum(x() for i in [1]))
    t(lambda: ','.join(x() for i in [1]))
    t(lambda: (lambda: (yield x()))().send(None))
    t(lambda: list(i for i in (x() for j in [1])))
    t(lambda: list(map(lambda i: x(), [1])))
    t(lambda: next(iter(x, 1)))
    t(lambda: sorted([1], key=lambda i: x()))
    t(lambda: f'{x()}')
t(lambda: list(next(iter([])) for i in [1]))
t(lambda: list(i for i in [1] if next(iter([])) > 1))
t(lambda: list(i for i in [1] if hash(next(iter([])) % 1) > 1))
t(lambda: list(f'{next(iter([]))}' for i in [1]))
