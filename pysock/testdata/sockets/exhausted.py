# Running out of descriptors is an OSError, but not where dropped ones can be freed.
from __future__ import print_function
import errno
import os
import resource
import select
import socket

limit = 60
resource.setrlimit(resource.RLIMIT_NOFILE, (limit, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))


def drop(make):
    for i in range(3 * limit):
        make()
    return 'fine'


def hold(make):
    held = []
    try:
        while len(held) < 2 * limit:
            held.append(make())
    except EnvironmentError as e:
        del held[1:]
        return isinstance(e, OSError) or type(e).__name__, e.errno == errno.EMFILE, e.strerror
    return 'no end'


l = socket.socket()
l.bind(('127.0.0.1', 0))
l.listen(100)
for make in (
    socket.socket, socket.socketpair, lambda: open(os.devnull), lambda: os.fdopen(os.open(os.devnull, os.O_RDONLY)),
    select.epoll, l.dup, lambda: socket.fromfd(l.fileno(), l.family, l.type),
):
    print(drop(make), hold(make))


def accept():
    c = socket.create_connection(l.getsockname())
    return c, l.accept()


print(drop(accept), hold(accept))
# It isn't the end: all is well again.
print(drop(accept))
