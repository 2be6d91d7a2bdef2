# own: in CPython a close in another thread doesn't end a wait
import select
import socket
import threading

a, b = socket.socketpair()
started = threading.Event()


def wait(sock):
    started.set()
    try:
        print(sock.recv(1))
    except OSError as e:
        print(type(e).__name__, e)


x = threading.Thread(target=wait, args=(a,))
x.start()
started.wait()
while not select.select([], [a], [], 0)[1]:
    pass
a.close()
x.join(10)
print(x.is_alive())
