# A server that select drives, with 200 clients at a time.
from __future__ import print_function
import select
import socket
import threading

CLIENTS = 200
l = socket.socket()
l.bind(('127.0.0.1', 0))
l.listen(CLIENTS)
l.setblocking(0)


def serve():
    waiting, out, ended = [l], {}, 0
    while ended < CLIENTS:
        readable, writable, _ = select.select(waiting, [s for s in out if out[s]], [], 10)
        for s in readable:
            if s is l:
                conn, addr = l.accept()
                conn.setblocking(0)
                waiting.append(conn)
                out[conn] = b''
                continue
            data = s.recv(4096)
            if data:
                out[s] += data
            else:
                waiting.remove(s)
                del out[s]
                s.close()
                ended += 1
        for s in writable:
            if s in out:
                n = s.send(out[s])
                out[s] = out[s][n:]


t = threading.Thread(target=serve)
t.start()
clients = [socket.create_connection(l.getsockname(), 10) for i in range(CLIENTS)]
for i, c in enumerate(clients):
    c.sendall(('client %d\n' % i).encode() * 100)
right = 0
for i, c in enumerate(clients):
    want = ('client %d\n' % i).encode() * 100
    got = b''
    while len(got) < len(want):
        got += c.recv(4096)
    right += got == want
    c.close()
t.join()
print(right)
