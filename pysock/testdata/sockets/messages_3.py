# sendmsg, recvmsg, and what goes with the data.
import os
import socket
import sys


def pack(numbers):
    return b''.join(n.to_bytes(4, sys.byteorder) for n in numbers)


def unpack(data):
    return [int.from_bytes(data[i:i + 4], sys.byteorder) for i in range(0, len(data), 4)]


a, b = socket.socketpair()
print(a.sendmsg([b'ab', bytearray(b'cd'), memoryview(b'ef')]), b.recvmsg(10))
x, y = bytearray(3), bytearray(5)
a.send(b'1234567')
print(b.recvmsg_into([x, memoryview(y)[1:]]), x, y)
print(socket.CMSG_LEN(0), socket.CMSG_SPACE(0), socket.CMSG_LEN(5), socket.CMSG_SPACE(5))

# Descriptors.
r, w = os.pipe()
print(a.sendmsg([b'x'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, pack([r, w]))]))
data, ancillary, flags, address = b.recvmsg(10, socket.CMSG_SPACE(8))
(level, kind, packed), = ancillary
fds = unpack(packed)
print(data, level == socket.SOL_SOCKET, kind == socket.SCM_RIGHTS, len(fds), flags, address)
os.write(fds[1], b'through')
print(os.read(r, 10))
print(socket.send_fds(a, [b'y'], [r, w]))
for fd in fds + [r, w]:
    os.close(fd)
data, fds, flags, address = socket.recv_fds(b, 10, 1)
print(data, len(fds), bool(flags & socket.MSG_CTRUNC), address)
for fd in fds:
    os.close(fd)

# Who is there.
b.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
a.send(b'z')
data, ancillary, flags, address = b.recvmsg(10, socket.CMSG_SPACE(12))
pid, uid, gid = unpack(ancillary[0][2])
print(data, ancillary[0][1] == socket.SCM_CREDENTIALS, pid == os.getpid(), uid == os.getuid())
pid, uid, gid = unpack(a.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
print(pid == os.getpid())

# Datagrams: addresses, and one that is cut.
c = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
c.bind(('127.0.0.1', 0))
d = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
d.bind(('127.0.0.1', 0))
print(d.sendmsg([b'abc', b'def'], [], 0, c.getsockname()))
data, ancillary, flags, address = c.recvmsg(4)
print(data, ancillary, flags == socket.MSG_TRUNC, address == d.getsockname())

for f in (lambda: a.recvmsg(), lambda: a.recvmsg(-1), lambda: a.recvmsg(1, -1), lambda: a.recvmsg_into(b'x'),
          lambda: a.recvmsg_into([b'x']), lambda: a.sendmsg(1), lambda: a.sendmsg([1]), lambda: a.sendmsg([b'x'], [1]),
          lambda: a.sendmsg([b'x'], [(1, 2)]), lambda: a.sendmsg([b'x'], 1), lambda: a.sendmsg([b'x'], [(1, 2, 3)]),
          lambda: socket.CMSG_LEN(-1), lambda: socket.CMSG_SPACE(2**31 - 1), lambda: a.recvmsg(2**80)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
