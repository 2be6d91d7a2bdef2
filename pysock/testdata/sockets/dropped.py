# A peer sees the end of a connection that is dropped without being closed.
from __future__ import print_function
import socket
import sys
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


def returns(l, n):
    def once():
        conn, addr = l.accept()
        handle(conn)
    for i in range(n):
        once()
    l.accept()


def raises(l, n):
    def once(conn):
        handle(conn)
        return {}['nothing']
    for i in range(n):
        try:
            once(l.accept()[0])
        except KeyError:
            getattr(sys, 'exc_clear', int)()
    l.accept()


def ends(l, n):
    for i in range(n):
        threading.Thread(target=handle, args=l.accept()[:1]).start()
    l.accept()


def deletes(l, n):
    held, named = [], {}
    for i in range(n // 2):
        held.append(l.accept()[0])
        handle(held[0])
        del held[0]
        named['it'] = l.accept()[0]
        handle(named['it'])
        del named['it']
    l.accept()


def replaces(l, n):
    held = [None, None]
    for i in range(n // 2):
        held[0] = l.accept()[0]
        handle(held[0])
        held[0] = i
        held[1:] = l.accept()[:1]
        handle(conn=held[1])
        held[1:] = []
    l.accept()


def attribute(l, n):
    class Peer(object):
        def __init__(self, conn):
            self.conn = conn
            self.all = {'conn': conn}
    for i in range(n):
        peer = Peer(l.accept()[0])
        handle(peer.conn)
        del peer
    l.accept()


def generator(l, n):
    def answers(conn):
        yield conn.recv(10)
        yield conn.send(b'bye')
        yield conn
    for i in range(n):
        steps = answers(l.accept()[0])
        next(steps), next(steps)
        steps = None
    l.accept()


def finalizer(l, n):
    class Peer(object):
        def __init__(self, conn):
            self.conn = conn

        def __del__(self):
            handle(self.conn)
            self.conn.close()
    for i in range(n):
        Peer(l.accept()[0])
    l.accept()


l = socket.socket()
l.bind(('127.0.0.1', 0))
l.listen(5)
for server in plain, with_file, returns, raises, ends, deletes, replaces, attribute, generator, finalizer:
    thread = threading.Thread(target=server, args=(l, 4))
    thread.start()
    took = []
    for i in range(4):
        c = socket.create_connection(l.getsockname(), 10)
        c.sendall(b'hello\n')
        if server is not with_file:
            c.recv(3)
        start = time.time()
        if c.recv(10) != b'':
            print('it goes on')
        took.append(time.time() - start)
        c.close()
    # On a quiet machine it takes a tenth of that.
    print(server.__name__, min(took) < 0.5)
    socket.create_connection(l.getsockname()).close()
    thread.join()
