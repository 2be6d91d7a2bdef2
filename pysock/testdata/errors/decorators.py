def bad(f):
    raise ValueError(1)
def ok(x):
    return x
# Where a decorator that fails is said to stand.
import sys, traceback
try:
    @bad
    def f(): pass
except ValueError: traceback.print_exc(file=sys.stdout)
try:
    @ok
    @bad
    class A(object):
        pass
except ValueError: traceback.print_exc(file=sys.stdout)
try:
    @bad
    @ok
    def f(): pass
except ValueError: traceback.print_exc(file=sys.stdout)
try:
    @ok(1)
    @ok
    def f(): pass
except Exception: traceback.print_exc(file=sys.stdout)
try:
    @ok(2)
    @ok
    def f(): pass
except Exception: traceback.print_exc(file=sys.stdout)
