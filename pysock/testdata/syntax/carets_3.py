# differs: the marks under these errors are not where CPython puts them
x = 0777
# ---
x = 09
# ---
def f():
pass
# ---
  x = 1
# ---
if 1:
    x = 1
  y = 2
# ---
if 1:
	x = 1
        y = 2
# ---
f(**k, *a)
# ---
[x := 1 for x in y]
# ---
x = 0777
# ---
try:
    pass
except E, e:
    pass
# ---
b"é"
# ---
"\N{no such name}"
# ---
"\x4"
# ---
"\u12"
# ---
b"\x4"
# ---
try:
    pass
# ---
if 1:
# ---
*a, *b = c
# ---
a, b: int = 1
# ---
from __future__ import braces
# ---
from __future__ import nope
