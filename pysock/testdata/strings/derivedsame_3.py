# What methods return of strings of a derived class: the same object, or a plain one.
class S(str): pass
class B(bytes): pass
class A(bytearray): pass
class L(list): pass
class T(tuple): pass
def show(x):
    if type(x) in (list, tuple): return type(x).__name__ + str([show(i) for i in x])
    return type(x).__name__ + repr(x)
V = [('S', [S(''), S('q'), S('a b'), S('\xe9'), S('a\nb'), S('\u20ac\u20ac')]), ('B', [B(b''), B(b'q'), B(b'a b'), B(b'a\nb')]), ('A', [A(b''), A(b'q'), A(b'a b')])]
for n, vs in V:
    for v in vs:
        b = n != 'S'
        def c(s): return s.encode('latin-1') if b else s
        ops = ['split', 'rsplit', 'partition', 'rpartition', 'strip', 'lstrip', 'removeprefix', 'removesuffix']
        for m in ops:
            for a in ((), (c('x'),), (c('ab'),), (c('abcdef'),), (c(''),), (c('q'),), (None,), (c('x'), 0), (None, 0), (c('abcdef'), 0), (S('xyzzy') if not b else B(b'xyzzy'),)):
                try: r = show(getattr(v, m)(*a))
                except Exception as e: r = '%s: %s' % (type(e).__name__, e)
                print(show(v), m, a, r)
        for m, a in (('replace', (c('x'), c('y'))), ('replace', (c('q'), c('q'))), ('replace', (c('q'), c('z'), 0)), ('replace', (c(''), c(''))), ('expandtabs', ()), ('zfill', (0,)), ('zfill', (9,)), ('ljust', (0,)), ('ljust', (5,)), ('center', (1,)), ('rjust', (0,)), ('splitlines', ()), ('splitlines', (True,)), ('lower', ()), ('upper', ()), ('title', ()), ('capitalize', ()), ('swapcase', ()), ('casefold', ()), ('translate', ({},)), ('translate', (None,)), ('format', ()), ('__getitem__', (slice(None),)), ('__getitem__', (slice(0, 99),)), ('__mul__', (1,)), ('__add__', (c(''),)), ('__rmul__', (1,)), ('__mod__', ((),)), ('__str__', ()), ('__format__', ('',)), ('join', ([v],)), ('join', ((),)), ('encode', ()), ('copy', ()), ('__getnewargs__', ())):
            if not hasattr(v, m): continue
            try: r = show(getattr(v, m)(*a))
            except Exception as e: r = '%s: %s' % (type(e).__name__, e)
            print(show(v), m, a, r)
        for f in ('str(v)', 'v[:]', 'v * 1', '1 * v', 'v + c("")', 'c("") + v', 'c("").join([v])', '"%s" % v', '"{}".format(v)', 'f"{v}"', 'f"{v!s}"', 'iter(v)', 'v[::1]', 'list(v)', 'tuple(v)', 'sorted(v)', 'max([v])', 'sum([], [v])', 'bytes(v)', 'bytearray(v)', 'format(v)', 'reversed(v)', 'enumerate(v)', 'dict.fromkeys([v])', 'repr(v)', 'ascii(v)', 'eval(repr(v))', '[*v]', '{*[v]}', 'set([v])', 'c("x").replace(c("x"), v)', 'c("ab").replace(c("ab"), v)', 'c("a").join([v, v])', '(v or 1)', 'v.__class__', 'type(v)(v)', 'memoryview(v)[:0].tobytes()'):
            try: r = show(eval(f)).split(' at 0x')[0]
            except Exception as e: r = '%s: %s' % (type(e).__name__, e)
            print(show(v), f, r)
for x in (S('q'), S(''), S('\xe9'), S('%%'), S('%s')):
    for a in ((), {}, {'a': 1}, (1,), 5, []):
        def t():
            try: print(show(x % a))
            except Exception as e: print(e)
        t()
        def t():
            y = x
            try:
                y %= a; print(show(y))
            except Exception as e: print(e)
        t()
