from __future__ import print_function
import threading
try:
    import queue
except ImportError:
    import Queue as queue


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


q = queue.Queue(2)
q.put(1)
q.put(2)
print(q.full(), q.qsize(), q.empty())
show(lambda: q.put(3, False))
show(lambda: q.put(3, True, 0.01))
show(lambda: q.put(3, timeout=-1))
print(q.get(), q.get_nowait())
show(q.get_nowait)
show(lambda: q.get(timeout=0.01))
show(lambda: q.get(timeout=-1))
q.task_done()
q.task_done()
show(q.task_done)
q.join()

p = queue.PriorityQueue()
for x in 3, 1, 2:
    p.put(x)
print([p.get() for _ in range(3)])
l = queue.LifoQueue()
for x in 3, 1, 2:
    l.put(x)
print([l.get() for _ in range(3)])


class Doubled(queue.Queue):
    def _put(self, item):
        queue.Queue._put(self, item)
        queue.Queue._put(self, item)


d = Doubled()
d.put('x')
print(d.qsize(), d.get(), d.get())

# Producers and consumers.
q = queue.Queue(3)
out = []


def produce(n):
    for i in range(n, n + 100):
        q.put(i)


def consume():
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            return
        out.append(item)
        q.task_done()


consumers = [threading.Thread(target=consume) for _ in range(3)]
producers = [threading.Thread(target=produce, args=(n,)) for n in (0, 100, 200)]
for t in consumers + producers:
    t.start()
for t in producers:
    t.join()
for _ in consumers:
    q.put(None)
q.join()
print(sorted(out) == list(range(300)))
if hasattr(queue, 'SimpleQueue'):
    s = queue.SimpleQueue()
    s.put(1)
    s.put(2)
    print(s.qsize(), s.get(), s.get(timeout=1), s.empty())
    show(s.get_nowait)
    show(lambda: s.get(timeout=-1))
    threading.Timer(0.01, s.put, ['late']).start()
    print(s.get())
