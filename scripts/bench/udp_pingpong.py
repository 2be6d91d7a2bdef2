# Microseconds from a datagram of 64 bytes to its echo.
# usage: udp_pingpong.py [PORT [COUNT]], with udp_echo.py at PORT
import socket
import sys
import time

def rounds(sock, address, count):
    data = b"x" * 64
    for i in range(count):
        sock.sendto(data, address)
        sock.recvfrom(256)

def main():
    port, count = (sys.argv[1:] + ["27291", "20000"][len(sys.argv) - 1:])[:2]
    address = ("127.0.0.1", int(port))
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    rounds(sock, address, 200)
    start = time.time()
    rounds(sock, address, int(count))
    took = time.time() - start
    sock.sendto(b"", address)
    print("%.2f us a round trip" % (took * 1e6 / int(count)))

main()
