# fromfd takes what it is told; Python 3 asks the system for what isn't.
import os, socket
a, b = socket.socketpair()
for args in [(-1, -1, -1), (2, 1, 0), (-1, 1, 0), (2, -1, 0), (2, 1, -1), (2, 1, 6)]:
    s = socket.fromfd(a.fileno(), *args)
    print("%s %s %s" % (int(s.family), int(s.type), s.proto))
    s.close()
r, w = os.pipe()
for fd in r, 999:
    for args in [(2, 1), (1, 1, 6)]:
        try:
            s = socket.fromfd(fd, *args)
            print("taken")
            s.getpeername()
        except (socket.error, OSError) as e:
            print(e)
os.close(r)
os.close(w)
