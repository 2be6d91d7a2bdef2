# A time server that doesn't close its connections: it drops them, in one of
# several ways, each after it has sent a line. "closes" does close them, to compare.
# usage: tcp_drop.py [PORT [COUNT [WAY]]]; it ends after COUNT connections
import socket
import sys
import threading
import time


def serve(conn):
    conn.sendall(time.ctime(time.time()).encode("ascii"))


def closes(accept, count):
    for i in range(count):
        conn = accept()
        serve(conn)
        conn.close()


def returns(accept, count):
    for i in range(count):
        serve(accept())


def raises(accept, count):
    def handle(conn):
        serve(conn)
        return {}["nothing"]
    for i in range(count):
        try:
            handle(accept())
        except KeyError:
            pass


def thread(accept, count):
    for i in range(count):
        threading.Thread(target=serve, args=(accept(),)).start()


def deletes(accept, count):
    held = []
    for i in range(count):
        held.append(accept())
        serve(held[0])
        del held[0]


def attribute(accept, count):
    class Peer(object):
        def __init__(self, conn):
            self.conn = conn
            self.all = {"conn": conn}
    for i in range(count):
        peer = Peer(accept())
        serve(peer.conn)
        peer = None


def main():
    port, count, way = (sys.argv[1:] + ["27295", "5200", "returns"][len(sys.argv) - 1:])[:3]
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("127.0.0.1", int(port)))
    sock.listen(5)
    print(sock.getsockname()[1])
    sys.stdout.flush()
    globals()[way](lambda: sock.accept()[0], int(count))
    sock.settimeout(1)  # the last connection is dropped while this waits
    try:
        sock.accept()
    except socket.timeout:
        pass

main()
