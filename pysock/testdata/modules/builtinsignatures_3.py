# What inspect tells of built-in functions.
import inspect
from inspect import signature, indentsize
for f in (len, print, sorted, abs, open, sum, pow, round, isinstance, compile, eval, exec, globals, format, input, hash, __import__):
    print(f.__name__, signature(f), [p.kind.name for p in signature(f).parameters.values()])
for f in max, min, getattr, iter, next, vars, dir, type, 5:
    try:
        print(signature(f))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(signature(len).bind([1]), signature(print).parameters["end"].default)
try:
    signature(len).bind(obj=1)
except TypeError as e:
    print(e)
def len(mine): pass
print(signature(len))
print(indentsize("\t  x"), indentsize("x"), inspect.indentsize("    y "))
