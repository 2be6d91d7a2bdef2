# Raw sockets: a datagram with a header of one's own, and what a raw receiver
# sees of it.
# needs: raw sockets
import socket
import struct

def checksum(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff

def header(protocol, size, ident):
    h = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + size, ident, 0, 64, protocol, 0,
                    socket.inet_aton("127.0.0.1"), socket.inet_aton("127.0.0.1"))
    return h[:10] + struct.pack("!H", checksum(h)) + h[12:]

udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
udp.bind(("127.0.0.1", 0))
udp.settimeout(10)
port = udp.getsockname()[1]

raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW)
print(raw.getsockopt(socket.IPPROTO_IP, socket.IP_HDRINCL))
own = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_UDP)
print(own.getsockopt(socket.IPPROTO_IP, socket.IP_HDRINCL))
own.setsockopt(socket.IPPROTO_IP, socket.IP_HDRINCL, 1)
print(own.getsockopt(socket.IPPROTO_IP, socket.IP_HDRINCL))
for s in raw, own:
    body = struct.pack("!HHHH", 4242, port, 8 + 5, 0) + b"hello"
    print(s.sendto(header(socket.IPPROTO_UDP, len(body), 7) + body, ("127.0.0.1", 0)))
    print(udp.recvfrom(100))
print(own.getsockname())

# A receiver has the header with it.
seen = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_UDP)
seen.bind(("127.0.0.1", 0))
seen.settimeout(10)
sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sender.bind(("127.0.0.1", 0))
sender.sendto(b"to both", ("127.0.0.1", port))
while True:
    data, address = seen.recvfrom(2000)
    ports = struct.unpack("!HH", data[20:24])
    if ports == (sender.getsockname()[1], port): # others' datagrams come too
        break
print(address)
print(data[28:])
print(data[9:10] == b"\x11")

# ICMP: the kernel answers an echo request.
ping = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
ping.settimeout(10)
ping.connect(("127.0.0.1", 0))
request = struct.pack("!BBHHH", 8, 0, 0, 0x7e57, 1) + b"are you there"
request = request[:2] + struct.pack("!H", checksum(request)) + request[4:]
ping.send(request)
while True:
    data = ping.recv(2000)[20:]
    if data[:1] == b"\0" and data[4:6] == b"\x7e\x57":
        break
print(data[8:])
print(checksum(data))

# IPv6's have no header.
ping6 = socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6)
ping6.settimeout(10)
ping6.sendto(struct.pack("!BBHHH", 128, 0, 0, 0x7e58, 1) + b"six", ("::1", 0))
while True:
    data, address = ping6.recvfrom(2000)
    if data[:1] == b"\x81" and data[4:6] == b"\x7e\x58":
        break
print((data[8:], address))
try:
    raw.sendto(b"too short", ("127.0.0.1", 0))
except socket.error as e:
    print(e)
