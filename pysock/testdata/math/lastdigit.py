# The last digit of what functions of floats return.
import math

state = 12345


def number(low, high):
    global state
    state = (state * 1103515245 + 12345) % 2 ** 31
    return low + (high - low) * state / float(2 ** 31)


def show(name, *args):
    try:
        print("%s %r %r" % (name, args, getattr(math, name)(*args)))
    except (ValueError, OverflowError) as e:
        print("%s %r %s" % (name, args, e))


for name in "sin cos tan atan sinh cosh tanh exp asinh".split():
    for i in range(12):
        show(name, number(-9, 9))
    for x in [0.0, -0.0, 1e-300, 1e-9, 0.5, -2.0, 22.0, 100.0, 1e5, 1e300, float("inf"), float("nan")]:
        show(name, x)
for name in "log log10 acosh".split():
    for i in range(12):
        show(name, number(0.01, 9))
    for x in [5e-324, 1e-310, 0.999999999, 1.0, 1.000000001, 2.0, 8.0, 10.0, 100.0, 1e15, 1e300, 2 ** 70, 10 ** 400]:
        show(name, x)
for name in "asin acos atanh".split():
    for i in range(12):
        show(name, number(-1, 1))
    for x in [0.0, 1.0, -1.0, 0.999999999999, 1e-20, 2.0]:
        show(name, x)
for i in range(12):
    x, y = number(0, 10), number(-5, 5)
    show("pow", x, y)
    show("atan2", y, x)
    show("hypot", x, y)
    print("%r %r %r" % (x ** y, int(x) ** 0.5, 1.01 ** i))
    print("%r %r" % (complex(x, y) ** 0.5, abs(complex(x, y))))
for x, y in [(2.0, 0.5), (10.0, -3.0), (1.1, 1000.0), (0.5, 1074.0), (0.5, 1075.5), (-8.0, 3.0), (3.0, 600.5), (1e-310, 0.5), (7.0, -1.0)]:
    show("pow", x, y)
