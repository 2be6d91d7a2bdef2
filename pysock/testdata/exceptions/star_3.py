def f():
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2), OSError(3), ExceptionGroup("in", [ValueError(4), KeyError(5)])])
    except* ValueError as e:
        print("V", repr(e), e.exceptions)
        x = 1
    except* (TypeError, OSError) as e:
        print("T", repr(e)); y = 2
    else:
        print("else")
    finally:
        print("fin", x, y)
try: f()
except ExceptionGroup as e: print(repr(e), e.__context__, e.__cause__)
try:
    try: raise ValueError(7)
    except* ValueError as e: print(repr(e), repr(e.exceptions[0])); raise
except Exception as e: print(repr(e), repr(e.__context__))
try:
    try: raise ValueError(7)
    except* KeyError as e: print("no")
except Exception as e: print(repr(e), repr(e.__context__))
try: pass
except* ValueError: pass
else: print("else")
for i in range(3):
    try:
        if i: raise KeyError(i)
    except* KeyError as e:
        for j in range(5):
            if j > 1: break
            continue
        print(i, j, repr(e))
def g():
    try:
        try: raise ExceptionGroup("eg", [ValueError(1), TypeError(2), OSError(3)])
        except* ValueError: raise KeyError(1)
        except* TypeError: raise
        except* OSError as e: raise IndexError(2) from e
    except BaseException as e:
        print(repr(e), [repr(x) for x in (e.__context__, e.__cause__)])
        for x in e.exceptions: print(repr(x), repr(x.__context__), repr(x.__cause__))
g()
try:
    try: raise ValueError(1)
    except* ExceptionGroup: pass
except BaseException as e: print(type(e), e, repr(e.__context__))
try:
    try: raise ValueError(1)
    except* 5: pass
except BaseException as e: print(type(e), e, repr(e.__context__))
# tracebacks
def show(h):
    try: h()
    except BaseException as e:
        import sys
        sys.stdout.flush()
        sys.excepthook(type(e), e, e.__traceback__)
def a(): raise ExceptionGroup("eg", [ValueError(1), ExceptionGroup("in", [TypeError(2), KeyError("x")])])
show(a)
def b():
    try: raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError(1)
    except* TypeError: raise KeyError(2)
show(b)
def c():
    try: a()
    except* ValueError: pass
show(c)
def d():
    try: a()
    except ExceptionGroup as e: raise RuntimeError("rt") from e
show(d)
def e():
    try: 1/0
    except Exception as z:
        err = z
    raise ExceptionGroup("many", [err] + [ValueError(i) for i in range(17)])
show(e)
def n():
    e = ValueError("multi\nline")
    e.add_note("note 1\nline 2"); e.add_note("")
    g = ExceptionGroup("with note", [e])
    g.add_note("gnote")
    raise g
show(n)
def deep():
    e = ValueError(0)
    for i in range(13): e = ExceptionGroup("d%d" % i, [e])
    raise e
show(deep)
def nk():
    try: raise ValueError(7)
    except* ValueError as e: raise
show(nk)
def nk2():
    try: raise ValueError(7)
    except* ValueError as e: raise KeyError(1)
show(nk2)
# ---
for body in ("break", "continue", "return"):
    try:
        compile("def f():\n  for x in y:\n    try: pass\n    except* E: %s\n" % body, "f", "exec")
    except SyntaxError as e: print(e)
try: compile("try: pass\nexcept* : pass\n", "f", "exec")
except SyntaxError as e: print(e)
try: compile("try: pass\nexcept* A: pass\nexcept B: pass\n", "f", "exec")
except SyntaxError as e: print(e)
# ---
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class MyG(ExceptionGroup):
    def derive(self, excs): return MyG(self.message, excs)
class MyB(BaseExceptionGroup): pass
t(lambda: ExceptionGroup())
t(lambda: ExceptionGroup("a"))
t(lambda: ExceptionGroup(1, [ValueError()]))
t(lambda: ExceptionGroup("a", 1))
t(lambda: ExceptionGroup("a", []))
t(lambda: ExceptionGroup("a", [1]))
t(lambda: ExceptionGroup("a", [ValueError(), KeyboardInterrupt()]))
t(lambda: MyG("a", [KeyboardInterrupt()]))
t(lambda: type(BaseExceptionGroup("a", [ValueError()])))
t(lambda: type(BaseExceptionGroup("a", [ValueError(), KeyboardInterrupt()])))
t(lambda: MyB("a", (ValueError(),)).args)
t(lambda: str(ExceptionGroup("msg", [ValueError()])))
g = MyG("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), ValueError(3)])])
g.add_note("n"); g.__cause__ = KeyError("c")
m, r = g.split(ValueError)
print(repr(m), repr(r), m.__notes__, repr(r.__cause__), r.__notes__ is g.__notes__)
print(repr(g.subgroup(lambda e: isinstance(e, TypeError))), g.subgroup((KeyError, OSError)))
print(g.split(MyG)[0] is g, g.subgroup(Exception) is g)
t(lambda: g.split(1)); t(lambda: g.split([ValueError])); t(lambda: g.split()); t(lambda: setattr(g, "message", 1))
t(lambda: setattr(g, "exceptions", 1))
print([c.__name__ for c in ExceptionGroup.__mro__], ExceptionGroup.__bases__)
class Bad(ExceptionGroup):
    def derive(self, excs): return 5
t(lambda: Bad("b", [ValueError(), TypeError()]).split(ValueError))
class C(ExceptionGroup):
    def __new__(cls, excs, code):
        self = super().__new__(cls, "C", excs)
        self.code = code
        return self
c = C([ValueError()], 7)
print(repr(c), c.code, c.args, c.message)
