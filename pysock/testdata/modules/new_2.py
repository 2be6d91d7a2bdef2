# Module new, and what is a long among the numbers of files.
import io, new, os, tempfile
def f(self, a=1): return a
class A: pass
a = A()
a.m = new.instancemethod(f, a, A)
print a.m(), new.classobj('B', (A,), {'x': 5}).x, new.instance(A, {'q': 2}).q, new.module('mm').__name__
print new.function, new.code, sorted(n for n in dir(new) if n[0] != '_')
name = tempfile.mktemp()
with io.open(name, 'wb', 0) as f: print repr(f.write('abc\n'))
for f in io.open(name, 'rb'), io.open(name, 'rb', 0), open(name, 'rb'), io.BytesIO('abc'):
    print type(f).__name__, [f.readinto(bytearray(n)) for n in (2, 20, 2)]
    f.close()
os.unlink(name)
