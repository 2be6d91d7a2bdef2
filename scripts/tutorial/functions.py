# The functions of module socket, in the tutorial's order. What they return
# depends on the machine here and there; such results are compared, not printed.
# ssl(socket, keyfile, certfile) is a module of its own since Python 2.6.
import socket

print "socket(family, type [, proto])"
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print type(sock)
print repr(sock).split(" at ")[0]
print "families", socket.AF_INET, socket.AF_UNIX
print "types", socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET
print "protocols", socket.IPPROTO_ICMP, socket.IPPROTO_IP, socket.IPPROTO_RAW, \
    socket.IPPROTO_TCP, socket.IPPROTO_UDP
stream = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
print stream.family == socket.AF_INET, stream.type == socket.SOCK_STREAM, stream.proto
stream.close()

print "fromfd(fd, family, type [, proto])"
sock.bind(("127.0.0.1", 0))
copy = socket.fromfd(sock.fileno(), socket.AF_INET, socket.SOCK_DGRAM)
print copy.getsockname() == sock.getsockname(), copy.fileno() != sock.fileno()
copy.sendto("from the copy", sock.getsockname())
print sock.recv(100)
copy.close()
sock.close()

print "gethostname()"
print len(socket.gethostname()) > 0

print "gethostbyname(hostname)"
print socket.gethostbyname("localhost")
print socket.gethostbyname("127.0.0.1")
print socket.gethostbyname("") == "0.0.0.0"

print "gethostbyname_ex(host)"
print socket.gethostbyname_ex("127.0.0.1")
name, aliases, addresses = socket.gethostbyname_ex("localhost")
print name, "127.0.0.1" in addresses

print "gethostbyaddr(ip_addr)"
name, aliases, addresses = socket.gethostbyaddr("127.0.0.1")
print name, addresses

print "getservbyname(servicename, protoname)"
print socket.getservbyname("http", "tcp")
for service in ["ftp-data", "ftp", "ssh", "telnet", "smtp", "finger", "http", "pop3", "imap"]:
    print service, socket.getservbyname(service)
print socket.getservbyname("domain", "udp")

print "getprotobyname(proto)"
print socket.getprotobyname("icmp")
print socket.getprotobyname("tcp"), socket.getprotobyname("udp")

print "ntohs(x16), ntohl(x32)"
print socket.ntohs(0x1234) in (0x1234, 0x3412)
print socket.ntohl(0x12345678) in (0x12345678, 0x78563412)

print "htons(x16), htonl(x32)"
print socket.ntohs(socket.htons(27281))
print socket.ntohl(socket.htonl(27285))

print "inet_aton(ip_addr)"
print repr(socket.inet_aton("127.0.0.1"))
print repr(socket.inet_aton("127.1")), repr(socket.inet_aton("0x7f000001"))

print "inet_ntoa(packed_ip)"
print socket.inet_ntoa("\x7f\x00\x00\x01")
print socket.inet_ntoa(socket.inet_aton("10.20.37.51"))

print "getfqdn(name='')"
print socket.getfqdn() == socket.getfqdn("")
print len(socket.getfqdn()) > 0
print socket.getfqdn("127.0.0.1") == socket.gethostbyaddr("127.0.0.1")[0]
