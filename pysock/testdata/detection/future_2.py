from __future__ import print_function
print("a", 1 / 2, u"b", [u"c"])
print(5 if 0 else raw_input)
