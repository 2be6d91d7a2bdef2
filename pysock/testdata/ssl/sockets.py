"""TLS on sockets: timeouts, non-blocking calls, files, the end of a connection, two threads on one."""
from __future__ import print_function

import os
import select
import socket
import ssl
import threading

from _certs import CA, LOCALHOST

FOLDER = os.path.join(os.environ.get('TMPDIR', '/tmp'), 'pysock-ssl-sockets-%d' % os.getpid())
with open(FOLDER, 'w') as f:
    f.write(LOCALHOST)
sctx = ssl.SSLContext(getattr(ssl, 'PROTOCOL_TLS_SERVER', ssl.PROTOCOL_SSLv23))
sctx.load_cert_chain(FOLDER)
os.remove(FOLDER)
cctx = ssl.create_default_context(cadata=CA if str is not bytes else CA.decode('ascii'))
listener = socket.socket()
listener.bind(('127.0.0.1', 0))
listener.listen(5)
address = listener.getsockname()


def told(f, *args):
    try:
        return f(*args)
    except (socket.error, ssl.SSLError, ValueError) as e:
        what = e.args
        if len(what) == 2:
            what = what[0], str(what[1])
        return type(e).__name__, what


def pair(serve):
    def run():
        s, _ = listener.accept()
        serve(s)
    t = threading.Thread(target=run)
    t.start()
    c = socket.create_connection(address)
    return c, t


def echo(s):
    s = sctx.wrap_socket(s, server_side=True)
    while True:
        data = s.recv(1000)
        if not data:
            break
        s.sendall(data)
    s.unwrap().close()


c, t = pair(echo)
c = cctx.wrap_socket(c, server_hostname='localhost')
print(isinstance(c, socket.socket), c.pending(), c.server_side, c.context is cctx, c.server_hostname)
c.sendall(b'hello')
print(c.recv(2), c.pending(), c.recv(100))
buf = bytearray(10)
c.send(b'abc')
print(c.recv_into(buf), bytes(buf[:3]))
print(c.write(b'xyz'), c.read(10))
f = c.makefile('rb')
c.sendall(b'one\ntwo\n')
print(f.readline(), f.readline())
f.close()
for g in (lambda: c.recv(10, 1), lambda: c.send(b'x', 1), lambda: c.sendall(b'x', 1), lambda: c.recvfrom(10), lambda: c.sendto(b'x', address)):
    print(told(g)[0])
c.settimeout(0.05)
print(told(c.recv, 10))
c.setblocking(False)
print(told(c.recv, 10))
c.setblocking(True)
c.sendall(b'q' * 100000)
n = 0
while n < 100000:
    n += len(c.recv(100000))
print(n)
c.unwrap().close()
t.join()

# One thread reads while another writes.
c, t = pair(echo)
c = cctx.wrap_socket(c, server_hostname='localhost')
got = []


def reader():
    while sum(got) < 300000:
        got.append(len(c.recv(5000)))


r = threading.Thread(target=reader)
r.start()
for _ in range(30):
    c.sendall(b'z' * 10000)
r.join()
print(sum(got))
c.unwrap().close()
t.join()

# A handshake that nobody answers.
done = threading.Event()
c, t = pair(lambda s: done.wait())
c.settimeout(0.05)
print(told(lambda: cctx.wrap_socket(c, server_hostname='localhost')))
done.set()
t.join()

# A handshake in steps.
c, t = pair(echo)
c.setblocking(False)
c = cctx.wrap_socket(c, server_hostname='localhost', do_handshake_on_connect=False)
while True:
    try:
        c.do_handshake()
        break
    except ssl.SSLWantReadError:
        select.select([c], [], [], 10)
    except ssl.SSLWantWriteError:
        select.select([], [c], [], 10)
print(c.version() == 'TLSv1.3')
c.setblocking(True)
c.sendall(b'steps')
print(c.recv(10))
c.unwrap().close()
t.join()

# unwrap, and plain bytes behind it.


def unwrapping(s):
    s = sctx.wrap_socket(s, server_side=True)
    print('server', s.recv(10), s.recv(10))
    s = s.unwrap()
    s.sendall(b'plain')
    print('server', s.recv(10))
    s.close()


c, t = pair(unwrapping)
c = cctx.wrap_socket(c, server_hostname='localhost')
c.sendall(b'last')
c = c.unwrap()
print(c.recv(10))
c.sendall(b'too')
c.close()
t.join()

# The peer's stream ends without a word.


def cut(s):
    s = sctx.wrap_socket(s, server_side=True)
    s.sendall(b'data')
    s.shutdown(socket.SHUT_RDWR)
    s.close()


if str is not bytes:
    c, t = pair(cut)
    c = cctx.wrap_socket(c, server_hostname='localhost')
    print(c.recv(10), c.recv(10))
    c.close()
    t.join()
    c, t = pair(cut)
    c = cctx.wrap_socket(c, server_hostname='localhost', suppress_ragged_eofs=False)
    print(c.recv(10), told(c.recv, 10)[1][0])
    c.close()
    t.join()

# Connecting and accepting.


def accepting():
    l = sctx.wrap_socket(listener, server_side=True)
    s, _ = l.accept()
    s.sendall(s.recv(10).upper())
    s.close()


t = threading.Thread(target=accepting)
t.start()
c = cctx.wrap_socket(socket.socket(), server_hostname='localhost')
print(c.cipher(), told(c.getpeercert)[1])
c.connect(address)
c.sendall(b'shout')
print(c.recv(10))
print(told(c.connect, address))
c.close()
t.join()
print(told(cctx.wrap_socket, socket.socket()))
print(told(sctx.wrap_socket, socket.socket(), True, True, True, 'x'))
