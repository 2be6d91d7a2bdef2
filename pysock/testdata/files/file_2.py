open('_scratch','wb').write("a\rb\nc\rd\n")
f=open('_scratch','U'); print f.readlines(), f.newlines
f=open('_scratch','U'); print f.readline(), f.newlines
f=open('_scratch','U'); print f.read(), f.newlines
f=open('_scratch','U'); print f.read(2), f.newlines, f.tell(), f.read(3), f.tell()
open('_scratch','wb').write("a\r\nb\r\n")
f=open('_scratch','U'); print [(x, f.newlines) for x in f], f.newlines
f=open('_scratch','U'); f.readline(); print f.tell(); f.readline(); print f.tell(), f.newlines
f=open('_scratch','w'); print >>f, 1,2,; f.write("x"); print >>f, 3; f.close(); print open('_scratch').read()
f=open('_scratch'); next(f)
try: f.write('x')
except IOError as e: print repr(e)
f.close()
try: f.read()
except ValueError as e: print e
open('_scratch','w').write("ab\ncd\nef\n"*3)
f=open('_scratch'); next(f)
try: f.readline()
except ValueError as e: print e
f.seek(0); print f.readline(), f.tell(), f.readlines(4), f.readlines()
f=open('_scratch','r+'); f.seek(3); f.write('XX'); f.seek(0); print repr(f.read(9)); f.truncate(4); f.seek(0); print repr(f.read())
f=open('_scratch','a+'); print f.tell(); f.write('q'); f.seek(0); print f.read(), f.mode, f.name, f.softspace, f.encoding, f.errors, f.closed, f.isatty()
try: open('')
except IOError as e: print e
try: open('/nonex/x','w')
except IOError as e: print e, e.filename
try: f.foo = 1
except AttributeError as e: print e
try: f.name = 1
except (AttributeError,TypeError) as e: print e
class F(file):
    def write(self, s): file.write(self, s.upper())
with F('_scratch','w') as g: g.write('abc'); print >>g, 'def'
print open('_scratch').read(), isinstance(g, file), type(g), file, type(f)
import sys
try: sys.stdin.write('x')
except IOError as e: print e
f=open('_scratch','w',0); f.write('unbuf'); print open('_scratch').read()
f=open('_scratch','w',1); f.write('l1\nl2'); print open('_scratch').read()
try: f.writelines(3)
except TypeError as e: print e
try: f.writelines([1])
except TypeError as e: print e
f.writelines(['a', u'b', buffer('c')]); f.close(); print repr(open('_scratch').read())
f=open('_scratch',"w")
try: f.write()
except TypeError as e: print e
try: open('_scratch', 'w').write(1)
except TypeError as e: print e
b=bytearray(4); print open('_scratch').readinto(b), b
import StringIO, cStringIO
for M in StringIO, cStringIO:
    s=M.StringIO(); s.write('ab\ncd'); s.seek(0); print s.readline(), s.read(), s.getvalue(), s.tell(); print >>s, 'x', 1; print repr(s.getvalue()), list(M.StringIO('1\n2\n3'))
print type(cStringIO.StringIO("x")), cStringIO.OutputType
try: cStringIO.StringIO('x').write
except AttributeError as e: print e
try: cStringIO.StringIO(u'\xe9')
except UnicodeError as e: print e
sys.stdout.softspace
print u'\xe9'.encode('utf-8')
