# Microseconds an item takes from one thread to another: a stream through a
# Queue, one through a SimpleQueue (where there is none, a Queue), and there and
# back through two.
# usage: queue_handoff.py [COUNT]
import sys
import threading
import time

try:
    from queue import Queue, SimpleQueue
except ImportError:
    from Queue import Queue
    SimpleQueue = Queue

def take(there, back):
    while there.get() is not None:
        pass
    back.put(None)

def answer(there, back):
    item = there.get()
    while item is not None:
        back.put(item)
        item = there.get()

def start(target, *args):
    thread = threading.Thread(target=target, args=args)
    thread.start()
    return time.time()

def main():
    count = int((sys.argv[1:] + ["200000"])[0])
    for kind in Queue, SimpleQueue:
        there, back = kind(), Queue()
        begin = start(take, there, back)
        for i in range(count):
            there.put(i)
        there.put(None)
        back.get()
        print("%.3f us an item" % ((time.time() - begin) * 1e6 / count))
    there, back = Queue(), Queue()
    begin = start(answer, there, back)
    count //= 10
    for i in range(count):
        there.put(i)
        back.get()
    print("%.3f us there and back" % ((time.time() - begin) * 1e6 / count))
    there.put(None)

main()
