# AF_NETLINK: the kernel tells of its interfaces.
# needs: Linux
import os
import socket
import struct

NETLINK_ROUTE, RTM_GETLINK, RTM_NEWLINK, NLM_F_REQUEST, NLM_F_DUMP, NLMSG_DONE = 0, 18, 16, 1, 0x300, 3
IFLA_IFNAME = 3

def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)

s = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_ROUTE)
print(s.getsockname())
for a in [5, (1,), (1, 2, 3), ("a", 0), (0, "a"), (0.5, 0), [0, 0], None]:
    print(attempt(s.bind, a))
s.bind((0, 0))
pid, groups = s.getsockname()
print((pid != 0, groups))
s.settimeout(10)
request = struct.pack("=IHHIIBxHiII", 32, RTM_GETLINK, NLM_F_REQUEST | NLM_F_DUMP, 1, 0, socket.AF_UNSPEC, 0, 0, 0, 0)
print(s.sendto(request, (0, 0)))
names, done = [], False
while not done:
    data, address = s.recvfrom(65536)
    while data:
        size, kind = struct.unpack("=IH", data[:6])
        message, data = data[16:size], data[(size + 3) & ~3:]
        if kind == NLMSG_DONE:
            done = True
        elif kind == RTM_NEWLINK:
            attributes = message[16:]
            while len(attributes) >= 4:
                length, which = struct.unpack("=HH", attributes[:4])
                if which == IFLA_IFNAME:
                    names.append(attributes[4:length].rstrip(b"\0").decode())
                attributes = attributes[(length + 3) & ~3:]
print(address)
print("lo" in names)
print(attempt(s.connect, (0, 0)))
print(s.getpeername())
