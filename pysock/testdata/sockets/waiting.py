# Threads that wait on one socket, and a close that ends their wait.
from __future__ import print_function
import socket
import threading

# Two threads take turns in one socket.
a, b = socket.socketpair()
got = []
lock = threading.Lock()


def reader():
    while True:
        data = b.recv(1)
        if data == b'.':
            return
        with lock:
            got.append(data)


threads = [threading.Thread(target=reader) for i in range(4)]
for x in threads:
    x.start()
for i in range(100):
    a.sendall(b'x')
a.sendall(b'.' * 4)
for x in threads:
    x.join()
print(len(got))

# One reads, another writes.
def echo():
    while True:
        data = b.recv(65536)
        if not data:
            return
        b.sendall(data)


x = threading.Thread(target=echo)
x.start()
data = b'0123456789' * 100000
y = threading.Thread(target=a.sendall, args=(data,))
y.start()
back = b''
while len(back) < len(data):
    back += a.recv(1 << 20)
y.join()
a.shutdown(socket.SHUT_WR)
x.join()
print(back == data)

# A socket's timeout is its own, and the default goes to new ones.
socket.setdefaulttimeout(5)
a, b = socket.socketpair()
print(a.gettimeout(), socket.socket().gettimeout())
socket.setdefaulttimeout(None)
l = socket.socket()
l.bind(('127.0.0.1', 0))
l.listen(1)
l.settimeout(3)
c = socket.create_connection(l.getsockname(), timeout=7)
s, addr = l.accept()
print(c.gettimeout(), s.gettimeout(), l.gettimeout())
