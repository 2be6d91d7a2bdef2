# Sends back what it receives over one connection.
# usage: tcp_echo.py [PORT]
import socket
import sys

def main():
    port = int((sys.argv[1:] + ["27296"])[0])
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("127.0.0.1", port))
    sock.listen(5)
    print(sock.getsockname()[1])
    sys.stdout.flush()
    client, address = sock.accept()
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    data = client.recv(256)
    while data:
        client.send(data)
        data = client.recv(256)

main()
