# sendfile: of a file on a disk, of one in memory, and 100 MB of one.
import io
import os
import socket
import threading

NAME = 'sendfile.tmp'
SIZE = 100 << 20


def sink(sock, got):
    buf, n = bytearray(1 << 20), 0
    while True:
        k = sock.recv_into(buf)
        if not k:
            break
        n += k
    got.append(n)


def send(f, *args):
    a, b = socket.socketpair()
    got = []
    t = threading.Thread(target=sink, args=(b, got))
    t.start()
    try:
        print(a.sendfile(f, *args), f.tell(), end=' ')
    except ValueError as e:
        print(e, end=' ')
    a.close()
    t.join()
    print(got)


try:
    with open(NAME, 'wb') as f:
        f.truncate(SIZE)
    with open(NAME, 'rb') as f:
        send(f)
        f.seek(0)
        send(f, 100, 1000)
        send(f, SIZE - 10)
        send(f, 0, 0)
    with open(NAME) as f:
        send(f)
finally:
    os.unlink(NAME)
send(io.BytesIO(b'x' * 100000))
send(io.BytesIO(b'x' * 100000), 5, 10)
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for s in u, socket.socket():
    s.setblocking(False)
    try:
        s.sendfile(io.BytesIO(b'x'))
    except ValueError as e:
        print(e)
