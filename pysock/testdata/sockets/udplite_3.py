# UDP-Lite: a checksum over a part of the datagram.
# needs: UDP-Lite
import socket

a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM, socket.IPPROTO_UDPLITE)
b = socket.socket(socket.AF_INET, socket.SOCK_DGRAM, socket.IPPROTO_UDPLITE)
print(a.proto)
for s in a, b:
    s.bind(("127.0.0.1", 0))
    s.settimeout(10)
print(a.getsockopt(socket.IPPROTO_UDPLITE, socket.UDPLITE_SEND_CSCOV))
a.setsockopt(socket.IPPROTO_UDPLITE, socket.UDPLITE_SEND_CSCOV, 20)
b.setsockopt(socket.IPPROTO_UDPLITE, socket.UDPLITE_RECV_CSCOV, 12)
print(a.getsockopt(socket.IPPROTO_UDPLITE, socket.UDPLITE_SEND_CSCOV))
print(b.getsockopt(socket.IPPROTO_UDPLITE, socket.UDPLITE_RECV_CSCOV))
print(a.sendto(b"covered in part, not whole", b.getsockname()))
data, address = b.recvfrom(100)
print(data, address == a.getsockname())
