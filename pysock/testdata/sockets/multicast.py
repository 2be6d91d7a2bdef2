# Multicast over the loopback interface, IPv4 and IPv6, and broadcast.
# needs: Linux
import errno
import socket
import struct

def attempt(f, *args):
    try:
        return f(*args)
    except (socket.error, ValueError) as e:
        return "%s: %s" % (type(e).__name__ if not isinstance(e, socket.error) else "error", e)

group, lo = "239.255.43.21", "127.0.0.1"
receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM, socket.IPPROTO_UDP)
receiver.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
receiver.bind((group, 0))
receiver.settimeout(10)
port = receiver.getsockname()[1]
membership = socket.inet_aton(group) + socket.inet_aton(lo)
receiver.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, membership)
print(attempt(receiver.setsockopt, socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, membership))
second = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
second.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
second.bind((group, port))
second.settimeout(10)
second.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, membership)

sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sender.bind((lo, 0))
print(sender.getsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL))
sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 0)
print(sender.getsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL))
print(sender.getsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP))
sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(lo))
print(socket.inet_ntoa(sender.getsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, 4)))
print(sender.sendto(b"to all of you", (group, port)))
for r in receiver, second:
    data, address = r.recvfrom(100)
    print((data, address == sender.getsockname()))
receiver.setsockopt(socket.IPPROTO_IP, socket.IP_DROP_MEMBERSHIP, membership)
print(attempt(receiver.setsockopt, socket.IPPROTO_IP, socket.IP_DROP_MEMBERSHIP, membership))
print(attempt(sender.setsockopt, socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 256))
print(attempt(sender.setsockopt, socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, b"short"))

# Broadcast has to be allowed first.
print(attempt(sender.sendto, b"x", ("<broadcast>", port)))
print(sender.getsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST))
sender.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
print(sender.getsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST))
everyone = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
everyone.bind(("127.255.255.255", 0))
everyone.settimeout(10)
print(sender.sendto(b"on this net", everyone.getsockname()))
print(everyone.recv(100))

# IPv6 names the interface by its number.
six = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
six.bind(("::", 0))
six.settimeout(10)
request = socket.inet_pton(socket.AF_INET6, "ff01::4321") + struct.pack("@I", 1)
six.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP, request)
sender = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
sender.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, 1)
sender.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS, 0)
print(sender.getsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS))
print(sender.getsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_LOOP))
try:
    sender.sendto(b"six of you", ("ff01::4321", six.getsockname()[1], 0, 1))
except socket.error as e:
    if e.errno != errno.ENETUNREACH: # as where nothing is routed there
        raise
else:
    if six.recv(100) != b"six of you":
        print("it got something else")
six.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_LEAVE_GROUP, request)
print(attempt(six.setsockopt, socket.IPPROTO_IPV6, socket.IPV6_LEAVE_GROUP, request))
