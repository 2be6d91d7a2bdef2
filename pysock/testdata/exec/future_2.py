# What exec, eval and compile read has the features of their caller.
from __future__ import division, unicode_literals
import __future__

print(eval('1 / 2'), eval('type("")').__name__)
exec('print(1 / 2)')
print(eval(compile('1 / 2', 'f', 'eval')), eval(compile('1 / 2', 'f', 'eval', 0, True)))
flag = __future__.division.compiler_flag
print(flag, __future__.print_function.compiler_flag)
print(eval(compile('1 / 2', 'f', 'eval', flag, 1)))
exec(compile('print(1, 2)', 'f', 'exec', __future__.print_function.compiler_flag, 1))
try:
    compile('1', 'f', 'eval', 1 << 29)
except ValueError as e:
    print(e)
