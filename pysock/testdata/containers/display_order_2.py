def v(x):
    print x
    return x
class H:
    def __hash__(self): print 'hash'; return 1
try: {[]: v(1), v(2): v(3)}
except TypeError, e: print e
try: {1: v(1), v([]): v(3), 4: v(5)}
except TypeError, e: print e
print {v(1): v(2), 3: v(4), v(5): v(6), 7: v(8)}
print {H(): v(1), 3: v(2), v(1): v(4)} and 1
print {}, {v(1): 2}
class C1:
    def __setattr__(self, n, v): object.__setattr__(self, n, v)
try: C1().x = 1
except TypeError, e: print e
for f in (lambda: u'a' * 1.0, lambda: 1.0 * u'a', lambda: u'a' * u'b', lambda: u'a' * None):
    try: f()
    except TypeError, e: print e
