# What is marked where a starred element can't be spread.
import sys


def a(): *a, b = *5, 1
def b(): x = 1, *5, 2
def c(): x = (1, *5, 2)
def d(): x = [1, *5, 2]
def e(): x = {1, *5, 2}
def f(): print(1, *5, 2)
def g(): x = {1: 2, **5}
def h():
    for i in *5, 1: pass
def i(): return 1, *5
def j(): {}[1, *5]
def k(): x = 1, (2, *5), 3
def l(): list(m())
def m(): yield 1, *5


for test in a, b, c, d, e, f, g, h, i, j, k, l:
    try:
        test()
    except TypeError:
        sys.excepthook(*sys.exc_info())
