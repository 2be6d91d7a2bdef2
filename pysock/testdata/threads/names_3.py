# What Python 3 has besides: names, reprs, hooks, barriers.
import re
import sys
import threading
import _thread

sys.stderr = sys.stdout


def show(f):
    try:
        print(re.sub('0x[0-9a-f]+', '0x', str(f())))
    except BaseException as e:
        print(type(e).__name__, e)


def f():
    pass


show(lambda: threading.Thread(target=f))
show(lambda: threading.Thread(target=f, name=5, daemon=True))
show(threading.Event)
show(lambda: threading.Semaphore(2))
show(lambda: threading.BoundedSemaphore(2))
show(threading.Condition)
show(threading.Lock)
b = threading.Barrier(2)
show(lambda: b)
b.abort()
show(lambda: b)
show(b.wait)
b.reset()
places = []
t = threading.Thread(target=lambda: places.append(b.wait()))
t.start()
places.append(b.wait())
t.join()
print(sorted(places))

lock = threading.Lock()
show(lambda: lock.acquire(False, 1))
show(lambda: lock.acquire(timeout=-2))
show(lambda: lock.acquire(timeout=1e10))
show(lambda: lock.acquire(timeout='x'))
lock.acquire()
show(lambda: lock.acquire(timeout=0.01))
show(lambda: type(lock)())
show(lambda: _thread.start_new_thread(1, ()))
show(lambda: _thread.start_new_thread(len, 1))
show(lambda: _thread.stack_size(1))


def fails():
    raise ValueError('bad')


def hook(args):
    print('hook', args.exc_type, args.exc_value, args.thread.name)


threading.excepthook = hook
t = threading.Thread(target=fails, name='failing')
t.start()
t.join()
threading.excepthook = threading.__excepthook__

c = threading.Condition()
box = []
with c:
    threading.Thread(target=lambda: (c.acquire(), box.append(1), c.notify(), c.release())).start()
    print(c.wait_for(lambda: box, 10))
with c:
    print(c.wait_for(lambda: False, 0.01))
print(threading.main_thread() is threading.current_thread(), threading.get_ident() == threading.main_thread().ident)
