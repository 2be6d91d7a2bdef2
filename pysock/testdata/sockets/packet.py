# Addresses of AF_PACKET, and frames over the loopback interface.
# needs: raw sockets
import socket
def show(f):
    try:
        print(f())
    except Exception as e:
        print("%s: %s" % (type(e).__name__, e))
def main():
    s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
    for a in [("lo",), 5, ("lo", 0, 1, 2, 3, 4), ("lo", 70000), ("lo", -1), ("nope", 3), ("x" * 20, 3), ("lo", "a"),
              (1, 2), ("lo", 0, 0, 0, b"123456789"), ("lo", 0, 0.5), ("lo\0", 3), ("", 3), ["lo", 3],
              ("lo", 2 ** 40), ("lo", 0, 2 ** 40), ("lo", 0, 0, 0, 5), ("lo", None)]:
        show(lambda: s.bind(a))
    for a in [("lo", 0), ("lo", 3), ("lo", 0, 0, 0, b"123456"), ("lo", 0, 300, 70000)]:
        show(lambda: (s.bind(a), s.getsockname()))
    show(lambda: s.sendto(b"", ("lo",)))
    show(lambda: s.connect(("lo", 0)))
    a = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x88b5))
    a.bind(("lo", 0x88b5))
    a.settimeout(10)
    print(s.sendto(b"\xff" * 6 + b"\0" * 6 + b"\x88\xb5hello", ("lo", 0x88b5)))
    print(a.recvfrom(100))
    d = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, 0)
    print(d.sendto(b"again", ("lo", 0x88b5, 0, 0, b"\0" * 6)))
    print(repr(a.recv(100)))
    print(a.getsockname()[:3])
main()
