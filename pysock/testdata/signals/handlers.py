# Handlers run between instructions and in waits, in the main thread.
from __future__ import print_function
import os, signal, sys, threading, time

py3 = sys.version_info[0] == 3


def show(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


def handler(sig, frame):
    code = frame.f_code  # where in threading the main thread is, is threading's own matter
    print('handler', int(sig), code.co_name if code.co_filename == __file__ else 'elsewhere', threading.current_thread().name)


print(int(signal.signal(signal.SIGUSR1, handler)))
print(signal.getsignal(signal.SIGUSR1) is handler)


def sends():
    os.kill(os.getpid(), signal.SIGUSR1)


sends()
t = threading.Thread(target=os.kill, args=(os.getpid(), signal.SIGUSR1))
t.start()
t.join()
time.sleep(0.01)
show(lambda: signal.signal(signal.SIGUSR1, 5))
show(lambda: signal.signal(0, handler))
show(lambda: signal.signal(signal.SIGKILL, handler))
show(lambda: signal.getsignal(100))


def elsewhere():
    show(lambda: signal.signal(signal.SIGUSR1, handler))
    show(lambda: signal.set_wakeup_fd(-1))


t = threading.Thread(target=elsewhere)
t.start()
t.join()
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGUSR1)
print(int(signal.getsignal(signal.SIGUSR1)))
print(signal.getsignal(signal.SIGINT))
show(lambda: os.kill(os.getpid(), signal.SIGINT))
show(lambda: signal.default_int_handler(1, None))

# A wait goes on after a handler; in Python 2 it is cut short.
signal.signal(signal.SIGALRM, handler)
begin = time.time()
signal.setitimer(signal.ITIMER_REAL, 0.02)
time.sleep(0.15)
print((time.time() - begin >= 0.15) == py3)
signal.setitimer(signal.ITIMER_REAL, 0.02)
show(signal.pause)


def bad(sig, frame):
    raise ValueError('from the handler')


signal.signal(signal.SIGALRM, bad)
for wait in (lambda: time.sleep(10), lambda: signal.pause(), lambda: threading.Thread(target=time.sleep, args=(0.1,)).join()):
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    show(wait)
r, w = os.pipe()
signal.setitimer(signal.ITIMER_REAL, 0.02)
show(lambda: os.read(r, 1))
os.close(r)
os.close(w)


def spin():
    while True:
        pass


signal.setitimer(signal.ITIMER_REAL, 0.02)
show(spin)

# Timers.
print(signal.alarm(10), signal.alarm(0), signal.alarm(0))
print(signal.setitimer(signal.ITIMER_REAL, 5, 2))
left, interval = signal.setitimer(signal.ITIMER_REAL, 0)
print(4 < left <= 5, interval, signal.getitimer(signal.ITIMER_REAL))
show(lambda: signal.setitimer(99, 1))
show(lambda: signal.setitimer(signal.ITIMER_REAL, -1))
count = []
signal.signal(signal.SIGALRM, lambda sig, frame: count.append(sig))
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
while len(count) < 3:
    pass
signal.setitimer(signal.ITIMER_REAL, 0)
print(len(count) >= 3)

