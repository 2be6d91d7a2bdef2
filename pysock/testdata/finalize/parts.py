from __future__ import print_function
import os, socket
class Dir(object):
    def __init__(self, n): self.n=n
    def __del__(self): print("DEL", self.n)
def f():
    try:
        d=Dir("try"); path=d.n
    except OSError: return
    print("using", path)
def g():
    with open(os.devnull):
        d=Dir("with"); path=d.n
    print("using", path)
def h():
    for i in [1]:
        try:
            d=Dir("loop"); path=d.n
        finally: pass
    print("using", path)
def k():
    try:
        raise ValueError
    except ValueError:
        d=Dir("handler"); path=d.n
    print("using", path)
def m():
    try: d=Dir("for"); path=d.n
    except OSError: return
    for q in [1]: print("using", path)
for fn in f,g,h,k,m: fn(); print("--")
try:
    d=Dir("module"); path=d.n
finally: pass
print("using", path); d=None
print("end")
