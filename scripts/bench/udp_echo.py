# Sends back what it receives, until that is nothing.
# usage: udp_echo.py [PORT]
import socket
import sys

def main():
    port = 27291
    if len(sys.argv) > 1:
        port = int(sys.argv[1])
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind(("127.0.0.1", port))
    print(sock.getsockname()[1])
    sys.stdout.flush()
    data = b" "
    while data:
        data, address = sock.recvfrom(256)
        sock.sendto(data, address)

main()
