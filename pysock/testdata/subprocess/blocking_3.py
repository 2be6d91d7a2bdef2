# A socket that a child gets is in the mode that the script has given it, and
# goes on to work here.
# needs: Linux
import fcntl
import os
import socket
import subprocess
import threading

def child(**options):
    return subprocess.run(["sh", "-c", "read word; echo $word"], stdout=subprocess.PIPE, **options).stdout

# The shell's read waits, as its standard input is a blocking socket.
a, b = socket.socketpair()
timer = threading.Timer(0.05, b.sendall, (b"late\n",))
timer.start()
print(child(stdin=a))

def shown(fd, **options):
    out = subprocess.run(["sh", "-c", "grep flags: /proc/self/fdinfo/%d" % fd], stdout=subprocess.PIPE, **options).stdout
    return bool(int(out.split()[1], 8) & os.O_NONBLOCK)
print(shown(0, stdin=a))
print(shown(a.fileno(), pass_fds=[a.fileno()]))
a.settimeout(5)
print(shown(a.fileno(), pass_fds=[a.fileno()]))
a.setblocking(False)
print(shown(0, stdin=a))
try:
    a.recv(1)
except BlockingIOError as e:
    print(e)
a.setblocking(True)
print(shown(0, stdin=a))
print(fcntl.fcntl(a, fcntl.F_GETFL) & os.O_NONBLOCK)
os.set_inheritable(a.fileno(), True)
print(shown(a.fileno(), close_fds=False))

# It waits here too, and can still be told not to.
for wait in (lambda: a.recv(10), lambda: a.recvfrom(10)[0], lambda: a.recvmsg(10)[0], lambda: os.read(a.fileno(), 10)):
    timer = threading.Timer(0.02, b.sendall, (b"hello",))
    timer.start()
    print(wait())
    timer.join()
try:
    a.recv(1, socket.MSG_DONTWAIT)
except BlockingIOError as e:
    print(e)
a.settimeout(0.01)
try:
    a.recv(1)
except TimeoutError as e:
    print(e)
a.settimeout(None)
got = []
def take():
    while sum(map(len, got)) < 3000000:
        got.append(b.recv(100000))
taker = threading.Thread(target=take)
taker.start()
a.sendall(b"x" * 3000000)
taker.join()
print(sum(map(len, got)))

# A listener that a child has as well.
listener = socket.create_server(("127.0.0.1", 0))
print(shown(listener.fileno(), pass_fds=[listener.fileno()]))
c = []
timer = threading.Timer(0.02, lambda: c.append(socket.create_connection(listener.getsockname())))
timer.start()
conn, address = listener.accept()
timer.join()
print(address == c[0].getsockname())
print(shown(conn.fileno(), pass_fds=[conn.fileno()]))
