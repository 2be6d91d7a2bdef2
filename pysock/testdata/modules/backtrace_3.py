import traceback, sys
def f(n):
    if n: return f(n-1)
    x = [1]
    return x[5] + 1 / 0
try: f(2)
except Exception:
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exc())
    tb = sys.exc_info()[2]
    print(traceback.format_tb(tb, 1))
    print(traceback.extract_tb(tb)[0].line, list(traceback.extract_tb(tb)[1]))
def g(n): return g(n+1)
try: g(0)
except RecursionError as e:
    s = traceback.format_exception(e)
    print(len(s), s[0], s[-2:])
try:
    try: 1/0
    except Exception as e: raise ValueError("a\nb") from e
except Exception as e:
    print("".join(traceback.format_exception(e)))
    print("".join(traceback.format_exception(e, chain=False)))
try:
    try: 1/0
    except Exception as e: (lambda: {}['k'])()
except Exception as e:
    traceback.print_exception(e, file=sys.stdout)
    te = traceback.TracebackException.from_exception(e)
    print(str(te), te.exc_type, te.__context__, [f.name for f in te.stack]) if 0 else print(str(te), te.exc_type)
try: exec("a b")
except SyntaxError as e: print(traceback.format_exc())
def h():
    print("".join(traceback.format_stack()))
    print(traceback.extract_stack(limit=1))
    traceback.print_stack(file=sys.stdout)
h()
print(traceback.format_exc())
try: pass
  try: raise ExceptionGroup("eg", [ValueError(1), ExceptionGroup("in", [TypeError(2), KeyError(3)]), OSError(4)])
  except ExceptionGroup as e: print("".join(traceback.format_exception(e)))
print(traceback.format_list([("a.py", 3, "f", "x = 1"), ("b.py", 4, "g", None)]))
try: traceback.format_exception(1)
except TypeError as e: print(e)
try: traceback.format_exception(ValueError, ValueError())
except ValueError as e: print(e)
def loc():
    a = 1; b = "s"
    1/0
try: loc()
except Exception as e: print("".join(traceback.TracebackException.from_exception(e, capture_locals=True).format()).replace(repr(sys), "").split("in loc")[1])
print(traceback.format_exception_only(KeyError, KeyError(1)), traceback.format_exception_only(None, None))
class Bad(Exception):
    def __str__(self): raise ValueError
print(traceback.format_exception_only(Bad()))
print(traceback.format_exception(ValueError("x")))
