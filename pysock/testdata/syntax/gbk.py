# -*- coding: gbk -*-
# A source file in an encoding of several bytes a character.
from __future__ import print_function
s = u"你好"
print(len(s), repr(s.encode("utf-8")))
print(len("你"))
