# What iter() of each kind of file is, open and closed.
from __future__ import print_function
import io
def t(f):
    try: print(type(f()).__name__)
    except Exception as e: print(type(e).__name__ + ' ' + str(e))
class F(io.FileIO): pass
class B(io.BytesIO): pass
class S(io.StringIO):
    def __iter__(self): return iter(['mine'])
class X(io.TextIOWrapper): pass
class R(io.RawIOBase): pass
for make in (lambda: io.open('/dev/null'), lambda: io.open('/dev/null', 'rb'), lambda: io.FileIO('/dev/null'), lambda: F('/dev/null'), io.BytesIO, B, io.StringIO, S, lambda: X(io.BytesIO()), R, lambda: open('/dev/null')):
    f = make()
    t(lambda: iter(f)); print(iter(f) is f); t(lambda: list(f)); t(lambda: f.__iter__())
    f.close()
    t(lambda: iter(f)); t(lambda: list(f)); t(lambda: f.__iter__()); t(lambda: [x for x in f]); t(lambda: next(f))
