# MSG_ERRQUEUE looks at the errors that are there, and never waits for one.
import errno
import socket

u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for flag in socket.MSG_ERRQUEUE, socket.MSG_DONTWAIT:
    for call in (lambda: u.recv(1, flag), lambda: u.recvfrom(1, flag), lambda: u.recvmsg(1, 10, flag)):
        try:
            print(call())
        except BlockingIOError as e:
            print(errno.errorcode[e.errno])
u.setsockopt(socket.IPPROTO_IP, 11, 1)  # IP_RECVERR
u.connect(('127.0.0.1', 9))
u.send(b'x')
u.settimeout(5)
try:
    u.recv(1)  # waits until the answer is there
except ConnectionRefusedError as e:
    print(e)
data, control, flags, address = u.recvmsg(10, 100, socket.MSG_ERRQUEUE)
print(data, flags == socket.MSG_ERRQUEUE, address, len(control))
