import traceback, sys
def f(n):
    if n: return f(n-1)
    return [1][5]
try: f(2)
except Exception:
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exc())
    tb = sys.exc_info()[2]
    print(traceback.extract_tb(tb))
    print(traceback.format_tb(tb, 1))
try: exec("a b")
except SyntaxError as e: print(traceback.format_exc())
def h():
    print("".join(traceback.format_stack()))
    print(traceback.extract_stack(limit=1))
    traceback.print_stack(file=sys.stdout)
h()
print(traceback.format_exception_only(KeyError, KeyError(1)), traceback.format_exception_only(None, None))
class Bad(Exception):
    def __str__(self): raise ValueError
print(traceback.format_exception_only(Bad, Bad()))
class Old: pass
print(traceback.format_exception_only(Old, Old())[0][:20])
