# coding: utf-8
from __future__ import print_function
import sys
print("a", "b", sep="-", end="\n")
print("x", 1, file=sys.stdout)
print(*[1, 2])
p = print
p(p)
print("é", u"a", [u"b"])
