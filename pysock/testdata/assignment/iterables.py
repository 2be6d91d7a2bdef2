# What can't be iterated over, wherever it is unpacked.
class N(object): pass
class O: pass
class B(object):
    def __iter__(self): raise KeyError(1)
class G(object):
    def __getitem__(self, i): raise KeyError(1)
class M(type): pass
MM = M('MM', (object,), {})
for v in [1, 'a', N(), O(), B(), G(), dict, MM, len, None, object(), N, O, list, Exception, 1.5, KeyError(), type, Ellipsis, NotImplemented, xrange(1) if str is bytes else range(1), iter([]), {}, set(), lambda: 0, N.__init__]:
    def f1():
        a, b = v
    def f2():
        for a, b in [v]: pass
    def f3():
        return [a for a, b in [v]]
    def f4():
        return {a: b for a, b in [v]}
    def f5():
        return list(a for a, b in [v])
    def f6():
        return list(a for a in v)
    def f7():
        return [a for a in v]
    def f8():
        return {a for a in [1] for b in v}
    def f9():
        for a in v: pass
    def fa():
        return len(*v)
    def fb():
        [a, (b, c)] = [1, v]
    def fc():
        return list(v)
    for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, fa, fb, fc):
        try: print('%s %s' % (f.__name__, f()))
        except Exception as e: print('%s %r %s %s' % (f.__name__, type(v), type(e), e))
