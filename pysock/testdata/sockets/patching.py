# Setting attributes of the class, as those do who replace its methods.
import socket

def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print("%s: %s" % (type(e).__name__, e))

def pair():
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(1)
    a = socket.create_connection(listener.getsockname())
    b, address = listener.accept()
    listener.close()
    return a, b

class Derived(socket.socket):
    pass

a, b = pair()
d = Derived()

old = socket.socket.makefile
def makefile(self, *args):
    print("makefile %r" % (args,))
    return old(self, *args)

def use():
    for s in a, d: # the same place, before and after
        f = s.makefile("rb")
        f.close()

use()
socket.socket.makefile = makefile
use()
socket.socket.makefile = old
use()

socket.socket.extra = 5
show(lambda: (a.extra, d.extra, Derived.extra, "extra" in dir(a)))
del socket.socket.extra
show(lambda: a.extra)
show(delattr, socket.socket, "extra")
socket.socket.twice = property(lambda self: self.fileno() == b.fileno())
show(lambda: (a.twice, b.twice))
del socket.socket.twice
socket.socket.kind = classmethod(lambda c: c.__name__ == "Derived")
show(lambda: (a.kind(), Derived.kind()))
del socket.socket.kind
