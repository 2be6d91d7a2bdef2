import sys, re, inspect
def f(): return sys._getframe()
print re.sub("0x[0-9a-f]+", "ADDR", repr(f())), inspect.indentsize("\t  x")
