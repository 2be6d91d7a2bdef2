# Milliseconds from the last byte of a connection to its end: the worst, and the
# median.
# usage: tcp_eof.py [PORT [COUNT]], with tcp_drop.py at PORT and its COUNT
import socket
import sys
import time

def main():
    port, count = (sys.argv[1:] + ["27295", "100"][len(sys.argv) - 1:])[:2]
    address = ("127.0.0.1", int(port))
    took = []
    for i in range(int(count)):
        sock = socket.create_connection(address, 10)
        assert sock.recv(1024)
        start = time.time()
        while sock.recv(1024):
            pass
        took.append(time.time() - start)
        sock.close()
    took.sort()
    print("%.2f ms, median %.2f" % (took[-1] * 1e3, took[len(took) // 2] * 1e3))

main()
