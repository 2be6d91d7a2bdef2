# raise with an exception begins a new traceback in Python 2, unless it is given one.
import sys, traceback
def f():
    1/0
def g():
    try:
        f()
    except ZeroDivisionError as e:
        raise e
try:
    g()
except Exception as e:
    print(traceback.format_exc())
    tb = sys.exc_info()[2]
    n = 0
    while tb: n += 1; tb = tb.tb_next
    print(n)
try:
    raise e
except Exception as e2:
    print(traceback.format_exc())
    try:
        raise type(e2), e2
    except Exception:
        print(traceback.format_exc())
        raise e2, None, sys.exc_info()[2]
