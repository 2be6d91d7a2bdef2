# The files that makefile makes.
import io
import os
import socket


def pair():
    return socket.socketpair()


a, b = pair()
for mode, buffering in (('r', None), ('w', None), ('rw', None), ('rb', None), ('wb', None), ('rwb', None), ('rb', 0), ('rwb', 0), ('b', 5)):
    with a.makefile(mode, buffering) as f:
        print(mode, buffering, type(f).__name__, f.readable(), f.writable(), f.seekable(), getattr(f, 'mode', None), a._io_refs)
print(a._io_refs)
for args in (('x',), ('r', 0), ('rt',), ('',)):
    try:
        f = a.makefile(*args)
        print(type(f).__name__)
        f.close()
    except ValueError as e:
        print(e)

# Text and bytes.
f = a.makefile('rw', encoding='utf-8', newline='')
g = b.makefile('rwb')
f.write('h\xe9llo\r\nline 2\n')
f.flush()
print(g.readline(), g.readline())
g.write(b'one\ntwo\nthree')
g.close()
b.close()
print([line for line in f])
f.close()
a.close()
print(a.fileno())

# The socket stays open until its files are closed.
a, b = pair()
f = a.makefile('rb')
a.close()
print(a._closed, a.fileno() >= 0)
b.sendall(b'data')
b.close()
print(f.read(), f.closed)
f.close()
print(a.fileno())

# Non-blocking and timed-out files.
a, b = pair()
b.setblocking(False)
f = b.makefile('rb', buffering=0)
print(f.read(10), f.readinto(bytearray(5)))
a.sendall(b'123')
print(f.read(10))
b.settimeout(0.01)
for i in range(2):
    try:
        f.read(1)
    except OSError as e:
        print(type(e).__name__, e)
try:
    f.write(b'x')
except OSError as e:
    print(type(e).__name__, e)
f.close()
for m in 'fileno', 'readable', 'writable':
    try:
        getattr(f, m)()
    except ValueError as e:
        print(e)
print(f.name, f.closed, f.mode)


# A class that derives from socket sees the calls.
class Loud(socket.socket):
    def recv_into(self, *args):
        n = super().recv_into(*args)
        print('recv_into', n)
        return n

    def _real_close(self):
        print('close')
        super()._real_close()


c = Loud(fileno=b.detach())
f = c.makefile('rb')
a.sendall(b'abc\ndef')
a.close()
print(f.readline(), f.read())
c.close()
f.close()
