# Gigabytes a second: 64 KB at a time, or all at once by sendall.
# usage: tcp_stream.py [PORT [MB [all]]], with tcp_sink.py at PORT
import socket
import sys
import time

def main():
    port, size, how = (sys.argv[1:] + ["27297", "1000", "parts"][len(sys.argv) - 1:])[:3]
    size = int(size) << 20
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.connect(("127.0.0.1", int(port)))
    if how == "all":
        data = b"x" * size
        start = time.time()
        sock.sendall(data)
    else:
        data = b"x" * 65536
        start = time.time()
        for i in range(size >> 16):
            sock.sendall(data)
    sock.shutdown(socket.SHUT_WR)
    got = int(sock.recv(100))
    took = time.time() - start
    if got != size:
        print("lost %d bytes" % (size - got))
    print("%.3f GB/s" % (size / took / 1e9))

main()
