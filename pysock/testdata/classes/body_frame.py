def f():
    class C2(tuple):
        w = 'a,b'.zzzz
try: f()
except AttributeError:
    import traceback; traceback.print_exc()
class C3(object):
    w = 1
    x = 'a,b'.zzzz
# ---
import sys
class A(object):
    print(sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name)
    class B(object):
        print(sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name)
        y = 1
        print(sorted(k for k in sys._getframe().f_locals if k[:1] != '_'))
    def m(self):
        print(sys._getframe().f_code.co_name)
A().m()
def f():
    class A:
        def __init__(self):
            class Inner(dict):
                object.nothing
    A()
f()
