# Starts a server, opens many connections to it and holds them all. Each is
# answered when it is opened, and once more when all are open. Prints
#
#   10000 connections, 1.52 s to open, 0.61 s to answer all, 17.3 KB each, 0 s to close
#
# where KB is what the server's resident memory grew by for each.
# usage: hold_client.py SERVER [COUNT [PROGRAM]]
import os
import resource
import signal
import socket
import subprocess
import sys
import time

def resident(pid):
    with open("/proc/%d/status" % pid) as f:
        for line in f:
            if line.startswith("VmRSS:"):
                return int(line.split()[1])

def ask(conn, message):
    conn.sendall(message)
    answer = conn.recv(64)
    if answer != message:
        sys.exit("answered %r, not %r" % (answer, message))

def main():
    count = int((sys.argv[2:] + ["10000"])[0])
    program = (sys.argv[3:] + [sys.executable])[0]
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    if hard < count + 100:
        sys.exit("the limit of descriptors is %d" % hard)
    server = subprocess.Popen([program, sys.argv[1]], stdout=subprocess.PIPE)
    try:
        port, pid = [int(word) for word in server.stdout.readline().split()]
        conns = [socket.create_connection(("127.0.0.1", port))]
        ask(conns[0], b"first")
        before = resident(pid)
        start = time.time()
        while len(conns) < count:
            conn = socket.create_connection(("127.0.0.1", port))
            ask(conn, b"hello")
            conns.append(conn)
        opened = time.time() - start
        start = time.time()
        for conn in conns:
            conn.sendall(b"all of you")
        for conn in conns:
            if conn.recv(64) != b"all of you":
                sys.exit("not answered")
        answered = time.time() - start
        grown = float(resident(pid) - before) / count
        start = time.time()
        for conn in conns:
            conn.shutdown(socket.SHUT_WR)
        for conn in conns:
            if conn.recv(64):
                sys.exit("answered after the end")
            conn.close()
        closed = time.time() - start
        print("%d connections, %.2f s to open, %.2f s to answer all, %.1f KB each, %.2f s to close"
              % (count, opened, answered, grown, closed))
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()

main()
