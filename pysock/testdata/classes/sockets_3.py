#!/usr/bin/env python3
"""Echo server with classes and exceptions."""
import socket, sys, time
class EchoServer:
    def __init__(self, host='127.0.0.1', port=0):
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.sock.bind((host, port))
        self.sock.listen()
    @property
    def port(self): return self.sock.getsockname()[1]
    def serve_once(self, client):
        conn, addr = self.sock.accept()
        with conn:
            print(f"Connected by {addr[0]}")
            client.sendall("héllo".encode())
            data = conn.recv(1024)
            print('Received', repr(data), data.decode('utf-8'))
            conn.sendall(data)
        return len(data)
s = EchoServer()
c = socket.socket()
try:
    c.settimeout(2)
    c.connect(('127.0.0.1', s.port))
    print(s.serve_once(c), c.recv(100), c.recv(100))
except socket.timeout:
    print("timeout")
except OSError as e:
    print("error", e)
    sys.exit(1)
finally:
    c.close(); s.sock.close()
try:
    c.send(b"x")
except OSError as e:
    print(type(e).__name__, e)
class MySock(socket.socket):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.count = 0
    def send(self, data):
        self.count += len(data)
        return super().send(data)
a, b = socket.socketpair()
m = MySock(socket.AF_INET, socket.SOCK_DGRAM)
m.bind(('127.0.0.1', 0)); m.connect(m.getsockname())
print(m.send(b"abc"), m.count, m.recv(10), isinstance(m, socket.socket), m.family == socket.AF_INET)
m.close(); a.close(); b.close()
print("%-10s|%5.2f|%x" % ("name", 3.14159, 255), "{:>8}|{:<5}|{:^7}".format("r", "l", "c"), time.strftime("%Y", time.gmtime(0)))
