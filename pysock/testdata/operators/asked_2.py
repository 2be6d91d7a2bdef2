# The order in which comparisons ask the operands, where methods return NotImplemented.
def show(*a): print ' '.join(map(str, a))
class E(object):
    def __init__(s, n): s.n = n
    def __repr__(s): return s.n
names = 'eq ne lt le gt ge cmp'.split()
def cls(name, base, methods, answer):
    d = {}
    for n in methods:
        def f(s, o, n=n):
            show(' ', n, s, o if not isinstance(o, (list, str, int, tuple)) else 'B')
            return answer
        d['__%s__' % n] = f
    d['__hash__'] = None
    return type(name, base, d) if isinstance(base, tuple) and base and base[0] is not old else __import__('types').ClassType(name, (), dict(d, __init__=lambda s, n: setattr(s, 'n', n), __repr__=lambda s: s.n))
class old: pass
rich = names[:6]
NI = NotImplemented
A = cls('A', (E,), rich, NI); B = cls('B', (E,), rich, NI); Sub = cls('Sub', (A,), rich, NI); C = cls('C', (E,), names, NI)
Cm = cls('Cm', (E,), ['cmp'], NI); C1 = cls('C1', (E,), ['cmp'], 1); O = cls('O', (old,), rich, NI); OC = cls('OC', (old,), ['cmp'], NI); OC1 = cls('OC1', (old,), names, 1); Eq = cls('Eq', (E,), ['eq'], True); N = cls('N', (E,), [], 0)
class L(list):
    n = 'L'
    def __init__(s, n): pass
    def __repr__(s): return 'L'

all = [A('a'), A('a2'), B('b'), Sub('s'), C('c'), Cm('cm'), Cm('cm2'), C1('c1'), O('o'), O('o2'), OC('oc'), OC1('oc1'), Eq('eq'), N('n'), L('l'), 1, 'x', [], None]
for x in all:
    for y in all:
        if type(x).__module__ == type(y).__module__ == '__builtin__' or x is y: continue
        for op in ('x == y', 'x != y', 'x < y', 'x >= y', 'cmp(x, y)', 'x in [y]', '[x] == [y]', '(x,) < (y,)'):
            show(x if type(x).__name__ != 'list' else 'B', y if type(y).__name__ != 'list' else 'B', op)
            try: r = eval(op)
            except Exception as e: r = (type(e).__name__, str(e))
            if op[:3] in ('x =', 'x !', 'x i', '[x]') : show(r)
