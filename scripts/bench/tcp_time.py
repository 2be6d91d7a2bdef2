# The tutorial's time server: a line for each connection, then it closes.
# usage: tcp_time.py [PORT [COUNT]]; it ends after COUNT connections
import socket
import sys
import time

def main():
    port, count = (sys.argv[1:] + ["27295", "5200"][len(sys.argv) - 1:])[:2]
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("127.0.0.1", int(port)))
    sock.listen(5)
    print(sock.getsockname()[1])
    sys.stdout.flush()
    for i in range(int(count)):
        client, address = sock.accept()
        client.send(time.ctime(time.time()).encode("ascii"))
        client.close()

main()
