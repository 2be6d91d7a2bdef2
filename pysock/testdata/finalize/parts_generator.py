from __future__ import print_function
def gen():
    try:
        yield 1
        yield 2
    finally: print("gen closed")
def f():
    try:
        g=gen(); a=next(g)
    except StopIteration: return
    print("using", a)
    print("done")
f()
