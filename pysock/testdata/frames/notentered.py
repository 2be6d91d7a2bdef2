import sys
def ident(x): return x
def lines():
    tb, found = sys.exc_info()[2], []
    while tb:
        found.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return found
try: ident(y=1)
except TypeError as e: print(lines())
try: [ident(y=1) for x in [1]]
except TypeError as e: print(lines())
try: {ident(y=1) for x in [1]}
except TypeError as e: print(lines())
try: {ident(y=1) for x in (x for x in [1])}
except TypeError as e: print(lines())
try: {x for x in (ident(y=1) for x in [1])}
except TypeError as e: print(lines())
try: list(ident(y=1) for x in [1])
except TypeError as e: print(lines())
try: sum(ident(y=1) for x in [1])
except TypeError as e: print(lines())
def g():
    yield ident(y=1)
try: list(g())
except TypeError as e: print(lines())
try: next(g())
except TypeError as e: print(lines())
try: list(map(lambda q: ident(y=1), [1]))
except TypeError as e: print(lines())
try: list(map(ident, [1], [2]))
except TypeError as e: print(lines())
try: sorted([1, 2], key=lambda: 0)
except TypeError as e: print(lines())
