import sys
class E1(Exception): pass
class E2(E1):
    def __init__(self, a=1, *b):
        self.a = a
class Log(object):
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        show('enter', self.name)
        return self
    def __exit__(self, t, v, tb):
        show('exit', self.name, t and t.__name__)
        return self.swallow
def canon(x, depth=0):
    t = type(x)
    if depth > 4: return '...'
    if t in (set, frozenset) or t is dict and sys.version_info[0] == 2:
        y = [canon(i, depth + 1) for i in (x.items() if t is dict else x)]
        y.sort()
        return t.__name__ + '{' + ', '.join(y) + '}'
    if t is dict: return '{' + ', '.join([canon(k, depth + 1) + ': ' + canon(x[k], depth + 1) for k in x]) + '}'
    if t in (list, tuple): return t.__name__ + '(' + ', '.join([canon(i, depth + 1) for i in x]) + ')'
    if isinstance(x, BaseException): return t.__name__ + canon(x.args, depth + 1)
    s = repr(x)
    if ' at 0x' in s: s = s.split(' at 0x')[0]
    return s
def show(*a): sys.stdout.write(' '.join([canon(x) for x in a])[:400] + '\n')
ticks = [0]
def tick():
    ticks[0] += 1
    if ticks[0] > 150: raise E1('long')
def ident(x): return x
