# With a time limit a call waits first, though it will fail: a socket that listens
# gets ready for neither receiving nor sending, one that isn't connected is both.
from __future__ import print_function
import socket
import threading

socket.setdefaulttimeout(10)


def listening():
    s = socket.socket()
    s.bind(('127.0.0.1', 0))
    s.listen(1)
    return s


def shut():
    a, b = socket.socketpair()
    a.shutdown(socket.SHUT_RDWR)
    return a


def half():
    l = listening()
    s = socket.create_connection(l.getsockname())
    s.shutdown(socket.SHUT_WR)
    l.accept()[0].close()
    s.recv(1)
    return s


def tell(f, *args):
    try:
        print(f.__name__, f(*args))
    except socket.timeout:
        print(f.__name__, 'timed out')
    except socket.error as e:
        print(f.__name__, e.errno)


def tries():
    for make in socket.socket, listening, shut, half:
        print(make.__name__)
        for timeout in 0.02, None, 0:
            s = make()
            if make is not half or timeout is None:
                s.settimeout(timeout)
            tell(s.recv, 1)
            tell(s.recv_into, bytearray(1))
            tell(s.recvfrom, 1)
            tell(s.send, b'x')
            tell(s.sendall, b'x')
            s.close()


tries()
socket.socketpair()[0].close()
thread = threading.Thread(target=tries)
thread.start()
thread.join()
