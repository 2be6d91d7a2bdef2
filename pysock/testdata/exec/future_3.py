# What exec and compile read has the features of their caller.
from __future__ import annotations
import __future__

source = 'def f(x: 1 + 1): pass\nprint(f.__annotations__)'
exec(source)
exec(compile(source, 'f', 'exec'))
exec(compile(source, 'f', 'exec', dont_inherit=True))
exec(compile(source, 'f', 'exec', __future__.annotations.compiler_flag, True))
try:
    compile('1', 'f', 'eval', 1 << 29)
except ValueError as e:
    print(e)
