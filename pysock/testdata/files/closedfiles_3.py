# What closed files and unfinished classes of io say, and namespaces.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
p = os.path.join(tempfile.mkdtemp(), 'x')
open(p, 'w').write('a\nb\n')
f = open(p); f.close()
def loop():
    for l in f: pass
t(loop)
b = open(p, 'rb'); b.close()
t(lambda: iter(b)); t(lambda: next(b)); t(lambda: list(b)); t(lambda: b.__enter__()); t(lambda: b.read()); t(lambda: b.peek()); t(lambda: b.readinto(bytearray(2))); t(lambda: b.tell()); t(lambda: b.seekable())
r = open(p, 'rb', 0); r.close()
t(lambda: iter(r)); t(lambda: list(r)); t(lambda: r.read()); t(lambda: r.readall()); t(lambda: r.seek(1)); t(lambda: r.fileno()); t(lambda: r.writable())
s = io.StringIO('a\nb'); s.close()
s = io.BytesIO(b'a\nb'); s.close()
t(lambda: iter(s)); t(lambda: next(s)); t(lambda: list(s)); t(lambda: s.__enter__()); t(lambda: s.read()); t(lambda: s.getvalue()); t(lambda: s.readable()); t(lambda: s.write(b'a')); t(lambda: s.readlines()); t(lambda: s.seek(0)); t(lambda: s.tell()); t(lambda: s.isatty()); t(lambda: s.flush()); t(lambda: s.fileno()); t(lambda: s.getbuffer())
n = types.SimpleNamespace(a=1); m = types.SimpleNamespace(b=2)
t(lambda: n <= m); t(lambda: n < n); t(lambda: n == m); t(lambda: n > 3)
def d(): del n.zz
t(d)
def d(): del n.a; return n
t(d)
class R(io.RawIOBase): pass
t(lambda: R().read(1)); t(lambda: R().readall()); t(lambda: R().readline()); t(lambda: R().write(b'')); t(lambda: list(R())); t(lambda: R().readinto(bytearray(1))); t(lambda: R().fileno()); t(lambda: R().seek(0)); t(lambda: R().readable())
class B(io.BufferedIOBase): pass
t(lambda: B().read(1)); t(lambda: B().read1(1)); t(lambda: B().write(b'')); t(lambda: B().readinto(bytearray(1))); t(lambda: B().detach()); t(lambda: B().readline())
class T(io.TextIOBase): pass
t(lambda: T().read(1)); t(lambda: T().write('')); t(lambda: T().readline()); t(lambda: T().encoding); t(lambda: list(T()))
import copy
