import sys
py2 = sys.version_info[0] == 2
def t(f):
    try: r = f()
    except Exception as e: r = (type(e).__name__, str(e))
    print(r)
def show(e, *names):
    print(repr(e) + " " + str(e) + " " + str([(n, getattr(e, n, 'MISSING')) for n in names]) + " " + str(e.args))
show(OSError(2, "no"), "errno", "strerror", "filename", "filename2", "characters_written")
show(OSError(2, "no", "f"), "errno", "strerror", "filename", "filename2")
show(OSError("a"), "errno", "strerror", "filename")
show(OSError(), "errno")
show(OSError(1, 2, 3), "errno", "strerror", "filename")
show(OSError(999, "x", None), "errno", "strerror", "filename")
show(IOError(13, "x"), "errno")
show(EnvironmentError(13, "x", "y"), "errno", "filename")
if not py2:
    show(OSError(2, "no", "f", None, "g"), "errno", "strerror", "filename", "filename2")
    show(OSError(2, "no", "f", None, "g", 6), "errno", "filename2")
    for n in range(1, 120): 
        if type(OSError(n, "x")) is not OSError: print(n, type(OSError(n, "x")))
    show(BlockingIOError(11, "x", 7), "filename", "characters_written")
    show(ImportError("m", name="n", path="p"), "msg", "name", "path")
    show(ImportError("m", "k"), "msg", "name", "path")
    show(ModuleNotFoundError("m", name="q"), "msg", "name", "path")
    t(lambda: ImportError("m", bad=1))
    show(NameError("a", name="b"), "name")
    show(AttributeError("a", name="b", obj=3), "name", "obj")
    show(StopIteration(4, 5), "value"); show(StopIteration(), "value")
show(SystemExit(), "code"); show(SystemExit(3), "code"); show(SystemExit(1, 2), "code")
show(KeyError("k")); show(KeyError("k", 1)); show(KeyError())
show(SyntaxError("msg", ("f.py", 1, 2, "text")), "msg", "filename", "lineno", "offset", "text", "print_file_and_line")
show(SyntaxError("msg"), "msg", "filename", "lineno"); show(SyntaxError(), "msg")
show(SyntaxError("a", "b", "c"), "msg")
t(lambda: SyntaxError("msg", ()))
t(lambda: SyntaxError("msg", (1,2,3,4,5,6,7)))
e = SyntaxError("m"); e.filename = "/a/b/c.py"; e.lineno = 5; print(str(e)); e.lineno = None; print(str(e))
u = u"\xe9"
show(UnicodeEncodeError("ascii", u + u, 0, 1, "bad"), "encoding", "start", "end", "reason")
show(UnicodeEncodeError("ascii", u"ab\u1234", 0, 2, "bad"))
show(UnicodeEncodeError("ascii", u"ab\u1234", 2, 3, "bad"))
show(UnicodeDecodeError("ascii", b"\xff\xfe", 1, 2, "bad"), "object")
show(UnicodeDecodeError("ascii", b"\xff\xfe", 0, 2, "bad"))
show(UnicodeTranslateError(u + u"b", 0, 1, "bad"), "start")
show(UnicodeTranslateError(u + u"b", 0, 2, "bad"))
for a in ((), (1,), ("a", 1, 2, 3, "x"), ("a", u"b", "c", 3, "x"), ("a", u"b", 1, 3, 5)): t(lambda: UnicodeEncodeError(*a))
for a in ((), (1,), ("a", 1, 2, 3, "x"), ("a", b"b", "c", 3, "x")): t(lambda: UnicodeDecodeError(*a))
for a in ((), (1, 2, 3, 4)): t(lambda: UnicodeTranslateError(*a))
t(lambda: ValueError(a=1)); t(lambda: OSError(a=1)); t(lambda: KeyError(1, x=2))
e = ValueError(1, 2); e.args = [3]; print(e.args); t(lambda: setattr(e, "args", 5)); t(lambda: delattr(e, "args"))
e.foo = 3; print(e.__dict__); del e.foo; t(lambda: e.foo); t(lambda: delattr(e, "foo"))
e.__dict__["zz"] = 1; print(e.zz)
class E(ValueError):
    def __init__(self, x, y=0):
        self.x = x; self.y = y
show(E(1), "x", "y"); show(E(1, y=2), "x", "y"); t(lambda: E())
class F(OSError):
    def __init__(self, a): OSError.__init__(self, 2, a)
show(F("hey"), "errno", "strerror"); print(type(F("x")).__name__)
class G(SystemExit):
    def __init__(self, a): pass
show(G(5), "code")
class H(Exception):
    def __new__(cls, *a):
        self = Exception.__new__(cls, "new"); self.made = 1; return self
show(H("init"), "made")
class I(OSError): pass
show(I(2, "x"), "errno"); print(type(I(2, "x")).__name__)
class J(KeyError, AttributeError): pass
show(J("a")); print(isinstance(J(), AttributeError))

print(issubclass(ValueError, object), [c.__name__ for c in KeyError.__mro__])
for x in (ValueError(1, 2), OSError(2, "a", "f")):
    print(x.__reduce__()[1:])
t(lambda: ValueError().__setstate__(5)); e = ValueError(); e.__setstate__({"q": 1}); print(e.q)
if py2:
    e = ValueError("m"); print(e.message, e[0], e[0:1], ValueError().message, ValueError(1, 2).message, unicode(e))
