import sys, traceback, collections, itertools
def lines():
    t = sys.exc_info()[2]; out = []
    while t: out.append((t.tb_frame.f_code.co_name, t.tb_lineno)); t = t.tb_next
    return out
class Log(object):
    def __init__(self, a, b=1): pass
def f(a): pass
def g(): yield f()
def h(): yield Log()
def k(): yield f(**{'b': 1})
def gen(x): yield x
def m(): yield gen()
for q in (lambda: list(g()), lambda: list(h()), lambda: list(k()), lambda: [Log() for x in [1]], lambda: ','.join(Log() for x in [1]), lambda: list(map(lambda x: Log(), [1])), lambda: Log(), lambda: list(map(f, [1], [2])), lambda: sorted([1], key=f, cmp=f), lambda: max([1], key=Log), lambda: gen(), lambda: gen(y=1), lambda: list(m()), lambda: list(map(gen, [])), lambda: f(*[1,2]), lambda: Log(*()), lambda: [gen(*()) for x in [1]], lambda: gen(**{'q': 1})):
    try: q()
    except Exception as e: print(type(e), e, lines())
def undef():
    for i in range(2):
        try: undefined_
        except Exception as e: print(e)
    try:
        [undefined_ for x in [1]]
    except Exception as e: print(e)
    try:
        try: 1/0
        finally: undefined_
    except Exception as e: print(e)
    try:
        1/0
    except Exception as e:
        try: undefined_
        except Exception as e: print(e)
undef()
for v in 'x', None, 1.5:
    try: print(list(collections.Counter({'a': v}).elements()))
    except Exception as e: print(type(e), e)
    try: print(list(itertools.repeat(1, v)))
    except Exception as e: print(type(e), e)
for a in ('a', 'nope'), ('\xff', 'ascii'), ('a', 'ascii', 'x'), (u'a', 'nope'), (5, 'ascii'), ('a', None), ('a',), (u'a',), ('', 'nope'), ('a', 'hex'):
    try: print(repr(bytearray(*a)))
    except Exception as e: print(type(e), e)
