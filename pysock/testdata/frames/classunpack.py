# What can't be unpacked in the body of a class, and below it, is told with all frames.
from __future__ import print_function
import sys, traceback
for text in (
    'class C: tag = [a for a, b in [1]]',
    'class C: tag = print(*[a for a, b in [1]])',
    'class C: tag = dict(**{a: b for a, b in [1]})',
    'class C:\n    for a, b in [1]: pass',
    'class C:\n    a, b = 1',
    'class C:\n    def f():\n        for a, b in [1]: pass\n    f()',
    'def f(x):\n    a, b = x\nlist(map(f, [1]))',
    'def f(x):\n    a, b = x\nsorted([1], key=f)',
    'class C(object):\n    def __init__(self):\n        a, b = 1\nC()',
):
    try:
        exec(text)
    except TypeError as e:
        tb, frames = sys.exc_info()[2], []
        while tb:
            frames.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        print(frames, e)
