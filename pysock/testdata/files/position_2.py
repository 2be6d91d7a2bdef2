# Where a file of Python 2's stands, and what its arguments may be.
import io
import os
import tempfile

folder = tempfile.mkdtemp()
name = os.path.join(folder, 'f')


def tell(call, *args):
    try:
        print(repr(call(*args)))
    except Exception as e:
        print('%s: %s' % (type(e).__name__, e))


f = open(name, 'w')
f.write('a\nb\nc\n')
f.close()
f = open(name)
print(next(f))
tell(f.tell)
f.close()
f = open(name, 'a+')
f.write('d\n')
tell(f.tell)
f.seek(0)
print(f.read(2))
for where in 'a', None:
    tell(f.seek, where)
f.close()
tell(f.seek)
tell(open, 'a\0b')
tell(io.open, 'a\0b')
w = io.open(name, 'w')
tell(w.write, b'x')
w.close()
w = io.open(name, 'wb')
w.write(b'a\r\nb\n')
w.close()
w = io.open(name)
w.read()
tell(lambda: w.newlines)
w.close()

# Whoever opens a file again finds what was written to it, once.
for i in range(100):
    open(name, 'w').write('%d\n' % i)
    assert open(name).read() == '%d\n' % i
    open(name, 'a').write('more\n')
print(os.path.getsize(name), repr(open(name).read()))
os.remove(name)
os.rmdir(folder)
