# One thread for all connections, by epoll, which sends back what comes. Prints
# its port and its process.
# usage: hold_epoll.py [PORT]
import os
import resource
import select
import socket
import sys

def main():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.bind(("127.0.0.1", int((sys.argv[1:] + ["0"])[0])))
    sock.listen(1024)
    sock.setblocking(False)
    print("%d %d" % (sock.getsockname()[1], os.getpid()))
    sys.stdout.flush()
    conns = {}
    epoll = select.epoll()
    epoll.register(sock.fileno(), select.EPOLLIN)
    while True:
        for fd, event in epoll.poll():
            if fd == sock.fileno():
                conn, address = sock.accept()
                conn.setblocking(False)
                conns[conn.fileno()] = conn
                epoll.register(conn.fileno(), select.EPOLLIN)
                continue
            data = conns[fd].recv(64)
            if data:
                conns[fd].send(data)
            else:
                epoll.unregister(fd)
                conns.pop(fd).close()

main()
