# What a traceback marks where a condition has no truth, or a loop's iterator fails.
import traceback

class NoTruth:
    def __bool__(self):
        raise ValueError('no truth')
    def __lt__(self, other):
        return self
    def method(self):
        return self

class NoNext:
    def __iter__(self):
        return self
    def __next__(self):
        raise ValueError('no next')

o, it, t, z = NoTruth(), NoNext(), 1, 0

def value_and(): return [(o and 1)]
def value_or(): return [(z or o.method() or 1)]
def value_not(): return [not (o or 1)]
def not_value(): return [(not o) and 1]
def ifexp(): return [(1 if o else 2)]
def ifexp_of_and(): return [1 if (t and not o.method()) else 2]
def ifexp_in_and(): return [t and (1 if o else 2)]
def chain(): return [1, z < o < 2 < 3]
def if_stmt():
    if o: pass # a comment
def elif_stmt():
    if z: pass
    elif t and o: pass # a comment
def if_ifexp():
    if (t if o else z): pass # a comment
def if_compared():
    if t < 2 and (o or z): pass
def if_less():
    if o < 2: pass
def if_lines():
    if (t and
        o):
        pass
def while_stmt():
    while not o: t # a comment
def assertion(): t; assert o, 'text'; z
def assertion_of(): assert t < 2 and z
def listcomp(): return len([i for i in [1] if o])
def listcomp_compared(): return [i for i in [1] if i < 2 if t and o]
def dictcomp(): return {i: 1
                        for i in [1]
                        if o and 1}
def genexpr(): return len(list(i for i in [1] if not o))
def guard():
    match [1, 2]:
        case [a, *b] if o: pass
def in_lambda(): return (lambda: o and 1)()
def in_fstring(): return f'{o and 1}'
def for_stmt():
    for x in it: x # a comment
def for_pair():
    for a, b in it: pass # a comment
def for_nested():
    for (a, b), c.d in it: pass # a comment
def comp_pair(): return len([a for a, b in it])
def comp_second(): return len([a for x in [1] for a, b in it])
def genexpr_pair(): return len(list(a for a, b in it))

for f in [f for n, f in list(globals().items()) if type(f) is type(lambda: 0)]:
    try:
        print(f())
    except Exception:
        print(''.join(traceback.format_exc().splitlines(True)[3:]))
