# Setting attributes of the class: a method of the C class beneath, and what
# can't be set.
import socket

def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print("%s: %s" % (type(e).__name__, e))

a, b = socket.socketpair()
def recv(self, size):
    return b"instead of %d" % size
socket.socket.recv = recv
for i in range(2):
    show(lambda: a.recv(5))
del socket.socket.recv
b.sendall(b"again")
show(lambda: a.recv(5))

calls = []
class Guarded(socket.socket):
    def connect(self, address):
        calls.append(address)
plain, socket.socket = socket.socket, Guarded
try:
    show(lambda: type(socket.create_connection(("127.0.0.1", 1))).__name__)
finally:
    socket.socket = plain
print(calls)
show(setattr, socket.SocketType, "x", 1)
