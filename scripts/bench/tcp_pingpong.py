# Microseconds from 64 bytes to their echo over one connection.
# usage: tcp_pingpong.py [PORT [COUNT]], with tcp_echo.py at PORT
import socket
import sys
import time

def rounds(sock, count):
    data = b"x" * 64
    for i in range(count):
        sock.send(data)
        sock.recv(256)

def main():
    port, count = (sys.argv[1:] + ["27296", "20000"][len(sys.argv) - 1:])[:2]
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.connect(("127.0.0.1", int(port)))
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    rounds(sock, 200)
    start = time.time()
    rounds(sock, int(count))
    took = time.time() - start
    print("%.2f us a round trip" % (took * 1e6 / int(count)))

main()
