# Connections a second: connect, receive a line, close.
# usage: tcp_connect.py [PORT [COUNT]], with tcp_time.py at PORT, whose COUNT
# is 200 more
import socket
import sys
import time

def connections(address, count):
    for i in range(count):
        sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        sock.connect(address)
        sock.recv(1024)
        sock.close()

def main():
    port, count = (sys.argv[1:] + ["27295", "5000"][len(sys.argv) - 1:])[:2]
    address = ("127.0.0.1", int(port))
    connections(address, 200)
    start = time.time()
    connections(address, int(count))
    took = time.time() - start
    print("%.0f connections/s" % (int(count) / took))

main()
