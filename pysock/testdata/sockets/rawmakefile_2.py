# The sockets of socketpair are of the class in C, whose makefile makes a file
# of the built-in type.
import socket

a, b = socket.socketpair()
print type(a)
f = a.makefile('w', 0)
print type(f), f.mode, f.name, f.fileno() == a.fileno()
f.write('x')
print b.recv(10)
a.close()
f.write('one\ntwo\n')
g = b.makefile()
print repr(g.readline()), g.mode
f.close()
print repr(g.read()), repr(b.recv(10))
for args in ('q',), (1,), ('r', 'x'), ('r', 1, 2):
    try:
        print b.makefile(*args)
    except (socket.error, TypeError) as e:
        print type(e).__name__, e
