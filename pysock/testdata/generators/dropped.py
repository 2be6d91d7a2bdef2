# del of a suspended generator ends it there and then.
from __future__ import print_function
import gc


def gen(name):
    try:
        yield 1
        yield 2
    finally:
        print('ending', name)


g = gen('first')
print(next(g))
del g
print('after del')


def inside():
    g = gen('second')
    next(g)
    del g
    print('after del in a function')


inside()


class Manager(object):
    def __enter__(self):
        return self

    def __exit__(self, *info):
        pass


with Manager() as m:
    g = gen('third')
    print(next(g), next(g))
    del g
    print('after del in with')


def lost():
    g = gen('fourth')
    next(g)


lost()
gc.collect()
print('after collect')
