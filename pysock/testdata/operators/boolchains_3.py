# How often and / or ask for the truth of their operands, and where.
class O:
    def __init__(self, v): self.v = v
    def __bool__(self): print('bool', self.v); return self.v
    def __repr__(self): return 'O%s' % self.v
t, f = O(True), O(False)
print((f and 1) or 2); print((t or 1) and 2); print((f and 1) and 2); print((t or 1) or 2); print((t and f) or 3)
print((t and t) or 3); print((f or t) and 3); print((f or f) and 3)
print(1 if (f and 1) else 2); print(not (f and 1)); print(1 if (f and 1) or 2 else 3)
if (f and 1) or (t and 0): print(1)
if (t or 0) and f: pass
print(((f and 1) or (t and f)) and 4)
import traceback
class O:
    def __bool__(self): raise ValueError('v')
o = O()
def t0():
    d = o
    if o and 1: pass
def t1():
    d = o
    if 1 and o: pass
def t2():
    d = o
    if (1 and o): pass
def t3():
    d = o
    if (1 and o) and 1: pass
def t4():
    if (1 and o) and 1: pass
def t5():
    d = 1
    if (1 and o) and 1: pass
def t6():
    d = o
    if 1 and o and 1: pass
def t7():
    d = o
    y = (1 and o) and 1
def t8():
    d = o
    y = 1 if (1 and o) and 1 else 2
def t9():
    d = o
    y = (1 and o) or 1
def t10():
    d = o
    y = (1 or o) and o and 1
def t11():
    d = o
    y = (0 or o) and o and 1
def t12():
    x = o
    d = o
    y = (0 or x) and o and 1
    x = o
    d = o
    y = (0 or (1 and x)) and o and 1
def t14():
    d = o
    assert (1 and o) and 1
def t15():
    d = o
    return [(1 and o) and 1]
def t16():
    x = o
    d = o
    if x and 1: pass
def t17():
    x = o
    d = o
    if not x: pass
for i in range(13):
    try: globals()['t%d' % i]()
    except ValueError as e: print(''.join(traceback.format_exception(e)[2:3]), end='')
