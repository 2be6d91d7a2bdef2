# Receives into one buffer until the end of the connection; then it says how
# many bytes there were.
# usage: tcp_sink.py [PORT]
import socket
import sys

def main():
    port = int((sys.argv[1:] + ["27297"])[0])
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("127.0.0.1", port))
    sock.listen(5)
    print(sock.getsockname()[1])
    sys.stdout.flush()
    client, address = sock.accept()
    buf = bytearray(1 << 18)
    total = 0
    n = client.recv_into(buf)
    while n:
        total += n
        n = client.recv_into(buf)
    client.sendall(str(total).encode("ascii"))

main()
