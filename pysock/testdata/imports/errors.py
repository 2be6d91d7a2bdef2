import _no_such
# ---
import _no_such.sub
# ---
from _no_such import x
# ---
import sys.nothing
# ---
from sys import nothing
# ---
from . import x
# ---
from .x import y
# ---
def f():
    import _gone
f()
