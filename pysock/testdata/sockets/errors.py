# What goes wrong with sockets, in each Python's classes and words.
from __future__ import print_function
import errno
import os
import socket
import sys


def t(what, f, *args):
    try:
        r = f(*args)
        print(what, 'ok', r if isinstance(r, (int, str, bytes)) else '')
    except Exception as e:
        print(what, type(e).__name__, e.args, getattr(e, 'errno', None), isinstance(e, socket.error), isinstance(e, socket.timeout))


def listener(backlog=5):
    l = socket.socket()
    l.bind(('127.0.0.1', 0))
    l.listen(backlog)
    return l


l = listener()
free = socket.socket()
free.bind(('127.0.0.1', 0))
t('refused', socket.socket().connect, free.getsockname())
t('refused', lambda: socket.socket().connect_ex(free.getsockname()) == errno.ECONNREFUSED)
t('in use', socket.socket().bind, l.getsockname())
t('not ours', socket.socket().bind, ('192.0.2.1', 0))
t('not connected', socket.socket().send, b'x')
t('not connected', socket.socket().recv, 1)
t('not connected', socket.socket().getpeername)
t('not connected', socket.socket().shutdown, socket.SHUT_WR)
t('not listening', socket.socket().accept)
t('no such option', socket.socket().getsockopt, socket.SOL_SOCKET, 12345)
t('not a datagram', socket.socket(socket.AF_INET, socket.SOCK_DGRAM).listen, 1)
t('too long', lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x' * 70000, l.getsockname()))
t('no such family', socket.socket, 99)
t('no such type', socket.socket, socket.AF_INET, 77)
t('unreachable', lambda: socket.socket(socket.AF_UNIX).connect('/nonexistent/socket'))
t('path', lambda: socket.socket(socket.AF_UNIX).bind('x' * 200))
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.setblocking(0)
t('nothing there', u.recv, 10)
u.settimeout(0.01)
t('timeout', u.recv, 10)
t('timeout', u.recvfrom, 10)
l.settimeout(0.01)
t('timeout', l.accept)
l.setblocking(False)
t('nobody there', l.accept)
c = socket.socket()
c.setblocking(0)
t('in progress', c.connect_ex, l.getsockname())
c.setblocking(1)
a, addr = None, None
l.settimeout(5)
a, addr = l.accept()
print(a.gettimeout(), c.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
c.close()
for f in (lambda: c.send(b'x'), lambda: c.recv(1), lambda: c.fileno(), lambda: c.getsockname(), lambda: c.settimeout(1),
          lambda: c.close(), lambda: c.gettimeout(), lambda: c.shutdown(2), lambda: c.accept(), lambda: c.connect(addr)):
    t('closed', f)
# A datagram longer than the buffer is cut, and the rest is lost.
r = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
r.bind(('127.0.0.1', 0))
u.sendto(b'abcdefgh', r.getsockname())
u.sendto(b'next', r.getsockname())
print(r.recv(3) == b'abc', r.recv(10) == b'next')
# The other end resets the connection.
l.settimeout(None)
c = socket.create_connection(l.getsockname())
s, addr = l.accept()
s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b'\1\0\0\0\0\0\0\0')
s.close()
t('reset', c.recv, 10)
t('after', c.send, b'x')
# A half-closed connection.
c = socket.create_connection(l.getsockname())
s, addr = l.accept()
c.sendall(b'question')
c.shutdown(socket.SHUT_WR)
print(s.recv(100) == b'question', s.recv(100) == b'')
s.sendall(b'answer')
print(c.recv(100) == b'answer')
t('shut', c.send, b'x')
s.close()
print(c.recv(100) == b'')
# A full buffer takes a part.
a, b = socket.socketpair()
a.setblocking(0)
n = a.send(b'x' * 10000000)
print(0 < n < 10000000)
t('full', lambda: a.send(b'x' * 1000000))
a.settimeout(0.01)
t('full', a.sendall, b'x' * 10000000)
