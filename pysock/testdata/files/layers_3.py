# -*- coding: utf-8 -*-
import io
class R(io.RawIOBase):
    def __init__(self, data): self.data=data; self.pos=0
    def readable(self): return True
    def readinto(self, b):
        d=self.data[self.pos:self.pos+len(b)]
        b[:len(d)]=d; self.pos+=len(d); return len(d)
r=R(b"line1\nline2\r\nxyz")
br=io.BufferedReader(r)
print(br.readline(), br.peek(3)[:3], br.read(2), list(br))
print(br.closed, r.closed); br.close(); print(br.closed, r.closed)
try: br.read()
except ValueError as e: print(e)
print(list(io.TextIOWrapper(io.BufferedReader(R("é\r\nb\rc".encode())), encoding='utf-8')))
print(R(b'abc').read(2), R(b'abc').read(), R(b'a\nb').readline(), [x for x in R(b'a\nb\n')], R(b'a\nb\n').readlines())
with R(b'') as q: print(q.closed)
print(q.closed)
class W(io.RawIOBase):
    def __init__(self): self.out=[]
    def writable(self): return True
    def write(self, b): self.out.append(bytes(b)); return len(b)
w=W(); bw=io.BufferedWriter(w, 4); bw.write(b'ab'); bw.write(b'cdef'); print(w.out); bw.flush(); print(w.out)
t=io.TextIOWrapper(io.BufferedWriter(W()), encoding='utf-16', newline='\r\n'); t.write(u'a\n'); t.write(u'b'); t.flush(); print(t.buffer.raw.out)
class B(io.BytesIO):
    def __init__(self, x): super(B,self).__init__(x); self.n=0
    def write(self, b): self.n+=1; return super(B,self).write(b)
b=B(b'abc'); b.seek(0,2); b.write(b'def'); print(b.getvalue(), b.n, b.tell(), isinstance(b, io.IOBase), isinstance(b, io.BufferedIOBase), issubclass(B, io.BytesIO))
for l in B(b'1\n2'): print(l)
s=io.StringIO(u'a\nb\r\nc', newline=None); print(s.readlines(), s.newlines)
print(io.UnsupportedOperation.__mro__)
try: io.BytesIO().fileno()
except io.UnsupportedOperation as e: print(repr(e))
f=io.open('_scratch','w+',encoding='utf-8'); f.write(u'h\u00e9llo\nw\n'); f.seek(0); print(f.read(2), f.tell(), f.readline(), f.tell()); f.seek(3); print(f.read())
f.close()
print(f, f.buffer, f.buffer.raw)
try: f.read()
except ValueError as e: print(e)
try: io.open('nonexist')
except IOError as e: print(e, e.filename, e.errno)
try: io.open('.')
except IOError as e: print(e)
