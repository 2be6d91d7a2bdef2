from _stars import *
from _stars2 import *
print(a, b, C)
print(x, hasattr, len("abc"))
print([n for n in ("_p", "c", "y") if n in globals()])
_p
