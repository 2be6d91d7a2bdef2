# A script that puts functions of its own in the place of built-ins.
import __builtin__
__builtin__.raw_input = lambda prompt="": "typed"
print raw_input("? ")
__builtin__.open = lambda *a: "own open"
def f(): return open("x"), len("abc")
print f()
__builtin__.len = lambda x: 99
print f()
__builtins__.new = 5
print new
