# A peer sees the end of a connection that is dropped without being closed.
from __future__ import print_function
import socket
import threading
import time


def handle(conn):
    conn.recv(10)
    conn.send(b'bye')


def plain(l, n):
    for i in range(n):
        conn, addr = l.accept()
        handle(conn)
        conn = None
    l.accept()


def with_file(l, n):
    for i in range(n):
        conn, addr = l.accept()
        f = conn.makefile('rb')
        conn.close()
        f.readline()
        f = conn = None
    l.accept()


l = socket.socket()
l.bind(('127.0.0.1', 0))
l.listen(5)
for server in plain, with_file:
    thread = threading.Thread(target=server, args=(l, 8))
    thread.start()
    took = []
    for i in range(8):
        c = socket.create_connection(l.getsockname(), 10)
        c.sendall(b'hello\n')
        if server is plain:
            c.recv(3)
        start = time.time()
        print(c.recv(10) == b'')
        took.append(time.time() - start)
        c.close()
    # The machine may be busy with other things at times.
    print(server.__name__, min(took) < 0.1)
    socket.create_connection(l.getsockname()).close()
    thread.join()
