# How deep calls may nest is counted in calls of Python code.
import sys


def within_try(n):
    try:
        if n:
            within_try(n - 1)
    finally:
        pass


class Tree:
    def __init__(self, n):
        if n:
            self.child = Tree(n - 1)


def nested(n):
    if n:
        yield from nested(n - 1)
    yield n


for n in 300, 900, 980:
    within_try(n)
    print(n, sum(nested(n)))
Tree(400)
try:
    Tree(900)
except RecursionError as e:
    print(e)

calls = 0


def again():
    global calls
    calls += 1
    again()


def both_ways():
    global calls
    calls += 1
    try:
        both_ways()
    except RecursionError:
        both_ways()


for f, limit in (again, 60), (again, 500), (both_ways, 14):
    calls = 0
    sys.setrecursionlimit(limit)
    try:
        f()
    except RecursionError as e:
        sys.setrecursionlimit(1000)
        print(f.__name__, limit, "about as deep" if f is both_ways or limit - 20 < calls < limit + 5 else calls)
