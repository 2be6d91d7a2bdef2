# How many arguments were given, and other words of Python 2.
class C(object):
    def m(self, a, x=1, y=2): pass
    def n(self, a, b): pass
    def o(self, a, b, *c, **d): pass
def f(a, b=1): pass
def g(a, b, c): pass
for e in ('C().m(y=1)', 'C().m(x=1, y=2)', 'C().m(1, x=1, z=2)', 'f(b=1)', 'g(1, c=1)', 'g(c=1)', 'g()', 'g(1, 2, 3, 4)', 'g(1, 2, 3, c=1)', 'C().n(b=1)', 'C().n()', 'C().n(a=1)', 'C().o(b=1)', 'C().o(1, q=1)', 'C().o(q=1)', 'f(c=1)', 'f(b=1, c=1)', 'C().m(1, 2, 3, 4)', 'C.m()', 'C.m(C())', 'C.m(C(), x=1)', '(lambda a, b=1: 0)(b=1)', '(lambda *a, **k: 0)(b=1)', '(lambda a, *b: 0)()', '(lambda a, b, **k: 0)(x=1)', '(lambda a, b, **k: 0)(1, x=1)', '(lambda: 0)(x=1)', '(lambda: 0)(1)', '(lambda a: 0)(x=1)','u""[0]', 'u"a"[3]', '""[0]', 'u"\xe9"[5]', '(1,)[3]', '[][0]', 'xrange(1)[3]', 'bytearray("")[0]', 'buffer("")[0]', 'slice(None, -2).indices(-17)', 'slice(1).indices(-1)', 'slice(None,None,-1).indices(-5)', 'slice(-3, 5, 2).indices(-2)', '"%e" % "12"', 'u"%e" % "12"', 'u"%f" % None', '"%g" % []', 'u"%d" % "a"', 'u"%x" % "a"', 'u"%c" % "ab"', 'u"%c" % []', 'u"%*d" % ("a", 1)', 'u"%q" % 1', 'u"%(a)s" % 1', 'u"%s %s" % 1', 'u"%s" % (1, 2)', 'u"%e" % 1j', '"%e" % 1j', 'u"%d" % 1j', '"%d" % 1j', 'u"%i" % u"1"', 'u"%.*f" % (1.5, 2)', 'u"%"', 'u"%" % 1', '"%" % 1', 'u"%(a" % {}'):
    try: print e, repr(eval(e))
    except Exception as x: print e, type(x).__name__, x
