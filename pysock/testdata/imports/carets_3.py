from __future__ import nothing
# ---
from __future__ import *
# ---
x = 1
from __future__ import division
# ---
def f():
    from sys import *
# ---
import sys as
# ---
from sys import
# ---
from sys import (a, b
