# Threads, what they print when they fail, and the objects of module threading.
from __future__ import print_function
import sys, threading

sys.stderr = sys.stdout


def show(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


def work(*args, **kwargs):
    print(args, sorted(kwargs.items()), threading.current_thread().name)


t = threading.Thread(target=work, args=(1, 2), kwargs={'a': 3}, name='worker')
show(lambda: t)
show(t.join)
print(t.daemon, t.ident, t.is_alive())
t.start()
t.join()
show(t.start)
print(str(t).replace(str(t.ident), 'N'), t.is_alive())
show(lambda: threading.current_thread().join())
show(lambda: setattr(t, 'daemon', True))
show(lambda: threading.Thread(1))
print(threading.current_thread().name, len(threading.enumerate()))


class Counter(threading.Thread):
    total = 0
    lock = threading.Lock()

    def run(self):
        for _ in range(500):
            with self.lock:
                Counter.total += 1


threads = [Counter() for _ in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(Counter.total)


class Bare(threading.Thread):
    def __init__(self):
        pass


show(lambda: Bare().start())
show(lambda: Bare().join())


def leave():
    sys.exit(3)


t = threading.Thread(target=leave)
t.start()
t.join()
print('left')

# Locks.
lock = threading.Lock()
print(lock.acquire(), lock.acquire(False), lock.locked())
lock.release()
try:
    lock.release()
except Exception as e:
    print(e)
r = threading.RLock()
print(bool(r.acquire()), bool(r.acquire()))
r.release()
r.release()
show(r.release)

# Conditions, semaphores, events.
c = threading.Condition()
show(c.wait)
show(c.notify)
with c:
    print(bool(c.wait(0.01)))
s = threading.Semaphore(1)
print(s.acquire(), s.acquire(False))
s.release()
show(lambda: threading.Semaphore(-1))
show(threading.BoundedSemaphore().release)
e = threading.Event()
print(e.wait(0.01), e.is_set())
threading.Timer(0.01, e.set).start()
print(e.wait(10), e.is_set())

# Attributes of each thread.
mine = threading.local()
mine.x = 'main'
seen = []


def other():
    seen.append(hasattr(mine, 'x'))
    mine.x = 'other'
    seen.append(mine.x)


t = threading.Thread(target=other)
t.start()
t.join()
print(seen, mine.x, mine.__dict__)


class Mine(threading.local):
    kind = 'class'

    def __init__(self, n):
        self.n = n
        self.seen = []


m = Mine(3)
m.n += 1
m.seen.append('main')


def derived():
    seen.append((m.n, m.seen, m.kind))


del seen[:]
t = threading.Thread(target=derived)
t.start()
t.join()
print(seen, m.n, m.seen)
show(lambda: threading.local(1))


def generate():
    for i in range(3):
        yield threading.current_thread().name, i


def iterate():
    seen.append(list(generate()))


del seen[:]
t = threading.Thread(target=iterate, name='iterates')
t.start()
t.join()
print(seen)
