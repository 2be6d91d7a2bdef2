from __future__ import print_function
def g(n):
    try:
        while True:
            n += 1
            yield n
    finally:
        print('fin %s' % n)
def first(it):
    for x in it: return x
print(first(g(10)))
print(next(g(20)), 5)
x = next(g(30)) + 1
print(x)
