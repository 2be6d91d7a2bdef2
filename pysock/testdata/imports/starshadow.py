# import * hides a built-in, from the line on.
print(len("abc"))
from _shadow import *
print(len("abc"))
def f():
    return len("abcd")
print(f())
