# Microseconds a select over 500 descriptors takes, one of which is ready; then
# the same by poll, and by epoll where there is one.
# usage: select_many.py [COUNT]
import select
import socket
import sys
import time

def main():
    count = int((sys.argv[1:] + ["2000"])[0])
    pairs = [socket.socketpair() for i in range(250)]
    socks = [s for pair in pairs for s in pair]
    socks[100].send(b"x")
    start = time.time()
    for i in range(count):
        r, w, x = select.select(socks, [], [], 1)
    took = time.time() - start
    print("%.1f us a select" % (took * 1e6 / count))
    for name in "poll", "epoll":
        if not hasattr(select, name):
            continue
        p = getattr(select, name)()
        for s in socks:
            p.register(s, select.POLLIN)
        start = time.time()
        for i in range(count):
            p.poll(1)
        took = time.time() - start
        print("%.1f us a poll of %s" % (took * 1e6 / count, name))

main()
