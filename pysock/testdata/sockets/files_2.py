# The files that makefile makes.
import socket

a, b = socket.socketpair()
a, b = socket.socket(_sock=a), socket.socket(_sock=b)
f = a.makefile('rw')
g = b.makefile('rb', 0)
print f.mode, g.mode, f.bufsize, g.bufsize, f.name, f.closed
f.write('one\ntwo\n')
f.write(3)
f.writelines(['four\n', u'five'])
f.flush()
print g.readline(), g.read(3), g.readline(2), repr(g.readline())
print >>f, 'printed', 1,
print >>f, 2
f.flush()
print repr(g.readline()), b.fileno() == g.fileno()
g.write('x' * 10)
print f.read(10)
a.close()
f.write('still open')
f.close()
b.close()
print g.read(), g.closed
g.close()
print g.closed, f.closed
try:
    f.read(1)
except Exception, e:
    print type(e).__name__
for m in 'recv', 'send', 'fileno', 'getsockname', 'accept':
    try:
        getattr(a, m)()
    except socket.error, e:
        print e.args
# Lines, with a limit and without.
a, b = socket.socketpair()
a.sendall('a\nbb\nccc\n\nlast')
a.close()
f = socket._fileobject(b, 'rb', 4)
print f.readlines(3), [line for line in f]
f.close()


# Any object will do that has recv and sendall.
class Fake(object):
    def __init__(self):
        self.parts = ['ab', 'c\nd', '', 'more', '', 'never']
        self.sent = []

    def recv(self, n):
        return self.parts.pop(0)

    def sendall(self, data):
        self.sent.append(bytes(bytearray(data)))


fake = Fake()
f = socket._fileobject(fake, 'rwb', 1)
print repr(f.readline()), repr(f.readline()), repr(f.read())
f.write('no newline')
print fake.sent
f.write(' yet\n')
print fake.sent
