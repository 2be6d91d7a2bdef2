# A thread for each connection, which sends back what comes. It ends after the
# last connection. Prints its port and its process.
# usage: hold_threads.py [PORT]
import os
import resource
import socket
import sys
import threading

def serve(conn):
    while True:
        data = conn.recv(64)
        if not data:
            break
        conn.sendall(data)
    conn.close()

def main():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.bind(("127.0.0.1", int((sys.argv[1:] + ["0"])[0])))
    sock.listen(1024)
    print("%d %d" % (sock.getsockname()[1], os.getpid()))
    sys.stdout.flush()
    while True:
        conn, address = sock.accept()
        thread = threading.Thread(target=serve, args=(conn,))
        thread.daemon = True
        thread.start()

main()
